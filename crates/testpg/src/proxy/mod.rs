//! A network in front of one server that fails on demand.

mod chaos;
mod faults;
mod framing;
mod request;
mod session;
mod side;
mod statement;
mod transaction;

use std::net::{Ipv4Addr, TcpListener as StdListener};
use std::thread::{self, JoinHandle};

use tokio::net::{TcpListener, TcpStream};

use crate::proxy::faults::Network;
use crate::proxy::session::Session;
use crate::proxy::side::Side;

pub use faults::{Fault, Faults, Injected};

/// Forwards connections to a local server, and understands enough of the protocol to lose a COMMIT
/// or its answer. It cannot look into encrypted connections: connect with `sslmode=disable`.
///
/// It runs in a thread of its own. Dropping it closes all connections.
#[derive(Debug)]
pub struct Proxy {
    port: u16,
    faults: Faults,
    thread: Option<JoinHandle<()>>,
}

impl Proxy {
    /// Starts a proxy for the server on this port of 127.0.0.1, without faults. The server need not
    /// be up.
    ///
    /// # Panics
    /// If no port is available to listen on.
    #[must_use]
    pub fn start(server_port: u16) -> Self {
        let listener = StdListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = listener.local_addr().expect("bound above").port();
        let faults = Faults::new();
        let serving = faults.clone();
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            // Connections are tasks of this runtime and end with it.
            runtime.block_on(serve(listener, server_port, serving));
        });
        Self { port, faults, thread: Some(thread) }
    }

    /// The port of 127.0.0.1 that it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// `postgres://postgres@127.0.0.1:PORT/postgres?sslmode=disable`.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres?sslmode=disable", self.port)
    }

    /// The control for its faults.
    pub fn faults(&self) -> Faults {
        self.faults.clone()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.faults.end();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn serve(listener: StdListener, server_port: u16, faults: Faults) {
    listener.set_nonblocking(true).expect("a listener can be made non-blocking");
    let listener = TcpListener::from_std(listener).expect("inside a runtime");
    loop {
        tokio::select! {
            _ = faults.network(|network| *network == Network::Ended) => return,
            accepted = listener.accept() => {
                if let Ok((client, _)) = accepted {
                    tokio::spawn(connected(client, server_port, faults.clone()));
                }
            }
        }
    }
}

/// Handles a client's connection until it, or the network, ends.
async fn connected(client: TcpStream, server_port: u16, faults: Faults) {
    let session = async {
        faults.network(|network| *network != Network::Frozen).await;
        if let Ok(server) = TcpStream::connect((Ipv4Addr::LOCALHOST, server_port)).await {
            Session::new(Side::new(client), Side::new(server), faults.clone()).run().await;
        }
    };
    tokio::select! {
        biased;
        _ = faults.network(|network| matches!(network, Network::Down | Network::Ended)) => {}
        () = session => {}
    }
}
