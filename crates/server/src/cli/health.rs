//! `poolkeeper health`: asks a running server, where nothing else in a container could.

use std::net::SocketAddr;
use std::time::Duration;

use clap::Args;
use http::{Request, StatusCode, header};
use http_body_util::Empty;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::{Stop, terminal};

/// What a server that serves does not need.
const PATIENCE: Duration = Duration::from_secs(5);

/// Flags of `health`.
#[derive(Debug, Args)]
pub(super) struct Health {
    /// Where the server listens
    #[arg(long, default_value = "127.0.0.1:7665", value_name = "ADDRESS")]
    address: SocketAddr,
}

impl Health {
    /// Ends well while the server's `/_poolkeeper/ready` answers 200.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let address = self.address;
        let asked = tokio::time::timeout(PATIENCE, ask(address)).await;
        let asked = asked.map_err(|_| Stop::failed(format!("{address} does not answer within {} s.", PATIENCE.as_secs())))?;
        match asked.map_err(|error| Stop::failed(format!("{address} does not answer: {error}.")))? {
            StatusCode::OK => {
                terminal::say("ready");
                Ok(())
            }
            status => Err(Stop::failed(format!("{address} is not ready: it answers {}.", status.as_u16()))),
        }
    }
}

async fn ask(address: SocketAddr) -> Result<StatusCode, Box<dyn std::error::Error + Send + Sync>> {
    let stream = TcpStream::connect(address).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    // `dev` serves the address that it listens on and `localhost`; a port is no part of the rule.
    let request = Request::get("/_poolkeeper/ready").header(header::HOST, address.to_string()).body(Empty::<Bytes>::new())?;
    Ok(sender.send_request(request).await?.status())
}
