//! The accept loop: HTTP/1.1 with bounded heads and connections, a deadline for everything a client
//! does, and a shutdown that drains.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tower::Service;

use super::Peer;
use super::linger::Linger;
use super::slots::{Slot, Slots, Work};
use super::slow_reader::SlowReader;

/// A request's head must arrive within this time, and an idle connection is closed after it.
const HEAD_TIMEOUT: Duration = Duration::from_secs(30);
/// The largest head, in bytes. Beyond it, or beyond hyper's default of 100 headers (setting that
/// here would cost an allocation per request), the answer is 431.
const MAX_HEAD_BYTES: usize = 32 * 1024;
/// How long requests in flight may take to finish after the shutdown signal.
const DRAIN: Duration = Duration::from_secs(20);
/// The pause after a failed accept: usually there are too many open files, and some must close.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Answers requests that arrive over the network.
pub(crate) trait Handler: Clone + Send + Sync + 'static {
    fn handle(
        self,
        request: Request<Incoming>,
        peer: Peer,
    ) -> impl Future<Output = Response> + Send;
}

impl Handler for Router {
    async fn handle(mut self, request: Request<Incoming>, _peer: Peer) -> Response {
        self.call(request.map(Body::new)).await.unwrap_or_else(|never| match never {})
    }
}

/// Serves `listener` with at most `most` connections, until `shutdown` is ready and the requests in
/// flight are answered.
pub(crate) async fn serve(
    listener: TcpListener,
    answers: impl Handler,
    most: usize,
    shutdown: impl Future<Output = ()>,
) {
    let mut shutdown = pin!(shutdown);
    let graceful = GracefulShutdown::new();
    let hurry = Arc::new(AtomicBool::new(false));
    let slots = Slots::new(most);
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &slots) => accepted,
            () = &mut shutdown => break,
        };
        while connections.try_join_next().is_some() {}
        match accepted {
            Ok((stream, peer, slot)) => {
                let stream = Linger::new(SlowReader::new(stream), Arc::clone(&hurry));
                let handler = handler(answers.clone(), peer, slot.work());
                // Boxed, because a task that waits for several futures would hold it twice.
                let connection = Box::pin(
                    graceful.watch(http().serve_connection(TokioIo::new(stream), handler)),
                );
                connections.spawn(until_its_end(connection, peer, slot));
            }
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(listener);
    hurry.store(true, Ordering::Relaxed);
    if tokio::time::timeout(DRAIN, graceful.shutdown()).await.is_err() {
        tracing::warn!(connections = connections.len(), "requests still in flight are aborted");
    }
    connections.shutdown().await;
}

/// Runs a connection until it ends or loses its slot.
async fn until_its_end(
    connection: Pin<Box<impl Future<Output = hyper::Result<()>>>>,
    peer: SocketAddr,
    slot: Slot,
) {
    tokio::select! {
        ended = connection => {
            if let Err(error) = ended {
                tracing::debug!(%peer, %error, "connection ended");
            }
        }
        () = slot.asked_to_close() => tracing::debug!(%peer, "connection closed to make room"),
    }
}

async fn accept(
    listener: &TcpListener,
    slots: &Arc<Slots>,
) -> io::Result<(TcpStream, SocketAddr, Slot)> {
    let (stream, peer) = listener.accept().await?;
    // Answers are small and written whole; waiting to fill a packet only delays them.
    stream.set_nodelay(true)?;
    let slot = slots.take(peer.ip()).await;
    Ok((stream, peer, slot))
}

/// Whether the client left before it was accepted: then the next one need not wait.
fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{
        ConnectionAborted, ConnectionRefused, ConnectionReset, InvalidInput, NotConnected,
    };
    matches!(
        error.kind(),
        ConnectionAborted | ConnectionRefused | ConnectionReset | InvalidInput | NotConnected
    )
}

fn http() -> http1::Builder {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .max_header_size(MAX_HEAD_BYTES)
        .max_buf_size(MAX_HEAD_BYTES)
        .half_close(true);
    http
}

fn handler(
    answers: impl Handler,
    peer: SocketAddr,
    work: Work,
) -> impl hyper::service::Service<
    Request<Incoming>,
    Response = Response,
    Error = Infallible,
    Future: Send,
> + Send {
    service_fn(move |mut request: Request<Incoming>| {
        let work = work.clone();
        if request.method() == http::Method::POST {
            // Its body may take long to arrive.
            request.extensions_mut().insert(work.clone());
        } else if !work.begin() {
            tracing::debug!(%peer, "a request arrived after its connection lost its slot");
        }
        // Boxed, because hyper reserves room for it in every connection, and most connections are
        // idle.
        let answer = Box::pin(answers.clone().handle(request, Peer(peer.ip())));
        async move {
            let answer = answer.await;
            work.end();
            Ok(answer)
        }
    })
}
