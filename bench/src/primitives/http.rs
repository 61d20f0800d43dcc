//! A minimal HTTP server: hyper on one thread, and nothing else.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::task::LocalSet;

use super::Primitives;
use crate::clock;
use crate::load::{self, Amount, Connection, Request, Waiting};
use crate::machine::{Cores, pin_this_thread};

/// As with the real server.
const CLIENTS: usize = 8;
const ROUNDS: usize = 60_000;

pub(super) fn measure(all: &mut Primitives, cores: Option<&Cores>) -> Result<(), String> {
    let address = start(cores.map(|cores| cores.server.clone()))?;
    let waiting = if cores.is_some() { Waiting::Spinning } else { Waiting::Sleeping };
    let host = address.to_string();
    let body = format!(
        "{{\"AuthFlow\":\"NONE\",\"AuthParameters\":{{\"TOKEN\":\"{}\"}}}}",
        "x".repeat(950)
    );
    all.http_post = each(address, waiting, load::post(&host, "Echo", &body))?;
    all.http_get = each(address, waiting, load::get(&host, "/document"))?;
    // The thread stays, but is idle from now on.
    Ok(())
}

fn each(address: SocketAddr, waiting: Waiting, request: Vec<u8>) -> Result<Duration, String> {
    let texts: Arc<[Vec<u8>]> = Arc::from([request]);
    let mut asking = Connection::open(address, true)?;
    let question = load::get("localhost", "/cpu");
    let mut runs = Vec::new();
    for _ in 0..3 {
        let client =
            |index| -> Box<dyn load::Client> { Box::new(Request::every(&texts, index, 1, "xxx")) };
        let run = load::run(
            address,
            Amount { clients: CLIENTS, rounds: ROUNDS },
            waiting,
            client,
            || cpu(&mut asking, &question),
        )?;
        match run.error {
            Some(error) => return Err(format!("the minimal HTTP server: {error}")),
            None => runs.push(run.cpu_each()),
        }
    }
    Ok(super::median(&mut runs))
}

/// The server thread's own CPU time, reported by the thread.
fn cpu(asking: &mut Connection, question: &[u8]) -> Result<Duration, String> {
    let answer = asking.exchange(question)?;
    let nanos = std::str::from_utf8(answer.body).ok().and_then(|text| text.parse().ok());
    nanos.map(Duration::from_nanos).ok_or_else(|| "no CPU time".to_owned())
}

fn start(core: Option<String>) -> Result<SocketAddr, String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        if let Some(core) = core {
            pin_this_thread(&core);
        }
        let runtime = match Builder::new_current_thread().enable_io().build() {
            Ok(runtime) => runtime,
            Err(error) => return drop(sender.send(Err(error.to_string()))),
        };
        LocalSet::new().block_on(&runtime, async {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await {
                Ok(listener) => {
                    let address = listener.local_addr().map_err(|error| error.to_string());
                    if sender.send(address).is_ok() {
                        serve(listener).await;
                    }
                }
                Err(error) => drop(sender.send(Err(error.to_string()))),
            }
        });
    });
    receiver.recv().map_err(|_| "the minimal HTTP server did not start")?
}

async fn serve(listener: TcpListener) {
    let document = Bytes::from("x".repeat(1_000));
    while let Ok((stream, _)) = listener.accept().await {
        // Without it the last packet of an answer may wait for an acknowledgement.
        let _ = stream.set_nodelay(true);
        let document = document.clone();
        let service = service_fn(move |request| answer(request, document.clone()));
        tokio::task::spawn_local(async move {
            // A client that disconnects is not an error here.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

async fn answer(
    request: http::Request<Incoming>,
    document: Bytes,
) -> Result<http::Response<Full<Bytes>>, Infallible> {
    let body = match request.uri().path() {
        "/document" => document,
        "/cpu" => clock::thread_cpu().unwrap_or_default().as_nanos().to_string().into(),
        _ => {
            let body = request
                .into_body()
                .collect()
                .await
                .map(http_body_util::Collected::to_bytes)
                .unwrap_or_default();
            let value: Value = serde_json::from_slice(&body).unwrap_or_default();
            value.to_string().into()
        }
    };
    Ok(http::Response::new(Full::new(body)))
}
