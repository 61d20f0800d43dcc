//! Over TCP: nothing a client sends costs it its connection without an answer, and shutdown drains.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::support::Edge;

/// A server on a port of its own.
struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    done: JoinHandle<()>,
    _edge: Edge,
}

impl Running {
    async fn start() -> Self {
        Self::with_connections(64).await
    }

    async fn with_connections(most: usize) -> Self {
        let edge = Edge::dev();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let shutdown = async {
            let _ = stopped.await;
        };
        let done = tokio::spawn(server::serve_on(listener, Arc::clone(&edge.app), most, shutdown));
        Self { address, stop, done, _edge: edge }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Sends these bytes, then reads everything until the server closes.
    async fn exchange(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect().await;
        stream.write_all(bytes).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        String::from_utf8(answer).unwrap()
    }
}

fn head(length: &str) -> String {
    format!(
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.1\r\n\
         X-Amz-Target: AWSCognitoIdentityProviderService.SignUp\r\n{length}\r\n"
    )
}

#[track_caller]
fn assert_status(answer: &str, status: u16) {
    let line = answer.lines().next().unwrap_or_default();
    assert!(line.starts_with(&format!("HTTP/1.1 {status} ")), "{status} expected: {line}");
}

/// The two headers that the connection adds, to those of every answer. HTTP/1.1 keeps a connection
/// without saying so.
#[tokio::test]
async fn an_answer_has_a_date_and_keeps_the_connection() {
    let server = Running::start().await;
    let request = |more: &str| format!("GET /x HTTP/1.1\r\nHost: localhost\r\n{more}\r\n");
    let twice = format!("{}{}", request(""), request("Connection: close\r\n"));
    let answers = server.exchange(twice.as_bytes()).await.to_ascii_lowercase();
    let answers: Vec<_> = answers.split("http/1.1 ").skip(1).collect();
    assert_eq!(answers.len(), 2, "{answers:?}");
    for answer in &answers {
        let date = answer.lines().find_map(|line| line.strip_prefix("date: "));
        // Such as `sun, 06 nov 1994 08:49:37 gmt`.
        assert!(date.is_some_and(|date| date.len() == 29 && date.ends_with(" gmt")), "{answer}");
    }
    let closes = |answer: &str| answer.lines().any(|line| line == "connection: close");
    assert_eq!((closes(answers[0]), closes(answers[1])), (false, true), "{answers:?}");
}

#[tokio::test]
async fn a_client_that_sends_a_too_large_body_gets_its_answer() {
    let server = Running::start().await;
    let body = "x".repeat(8 * 1024 * 1024);
    let declared = format!("{}{body}", head(&format!("Content-Length: {}\r\n", body.len())));
    let answer = server.exchange(declared.as_bytes()).await;
    assert_status(&answer, 413);
    assert!(answer.contains("RequestEntityTooLargeException"), "{answer}");
    let chunked = format!(
        "{}{:x}\r\n{body}\r\n0\r\n\r\n",
        head("Transfer-Encoding: chunked\r\n"),
        body.len()
    );
    assert_status(&server.exchange(chunked.as_bytes()).await, 413);
}

#[tokio::test]
async fn a_client_that_asks_first_need_not_send_a_too_large_body() {
    let server = Running::start().await;
    let request = head("Content-Length: 9000000\r\nExpect: 100-continue\r\n");
    assert_status(&server.exchange(request.as_bytes()).await, 413);
}

#[tokio::test]
async fn floods_of_headers_are_answered() {
    let server = Running::start().await;
    let many: String = (0..5000).map(|index| format!("X-Flood-{index}: y\r\n")).collect();
    assert_status(&server.exchange(head(&many).as_bytes()).await, 431);
    let long = format!("X-Flood: {}\r\n", "y".repeat(2 * 1024 * 1024));
    assert_status(&server.exchange(head(&long).as_bytes()).await, 431);
    let path = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "y".repeat(200_000));
    let answer = server.exchange(path.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
}

#[tokio::test]
async fn input_that_is_not_http_is_answered() {
    let server = Running::start().await;
    let broken_chunk =
        format!("{}zz\r\n", head("Transfer-Encoding: chunked\r\nConnection: close\r\n"));
    for bytes in ["nonsense\r\n\r\n", "GET / HTTP/1.1\r\nHost localhost\r\n\r\n", &broken_chunk] {
        assert_status(&server.exchange(bytes.as_bytes()).await, 400);
    }
}

#[tokio::test]
async fn a_body_shorter_than_declared_is_refused() {
    let server = Running::start().await;
    let mut stream = server.connect().await;
    stream.write_all(format!("{}{{", head("Content-Length: 100\r\n")).as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert_status(&answer, 400);
}

#[tokio::test]
async fn a_connection_serves_many_requests() {
    let server = Running::start().await;
    let one = format!("{}{{}}", head("Content-Length: 2\r\n"));
    let last = format!("{}{{}}", head("Content-Length: 2\r\nConnection: close\r\n"));
    let answer = server.exchange(format!("{one}{one}{last}").as_bytes()).await;
    assert_eq!(answer.matches("HTTP/1.1 400 Bad Request").count(), 3, "{answer}");
    assert_eq!(answer.to_lowercase().matches("\r\ndate: ").count(), 3, "{answer}");
}

#[tokio::test]
async fn shutdown_answers_requests_in_flight_and_accepts_no_more() {
    let server = Running::start().await;
    let mut under_way = server.connect().await;
    let mut idle = server.connect().await;
    // The server knows both connections before it is asked to stop.
    for stream in [&mut under_way, &mut idle] {
        stream
            .write_all(b"GET /_poolkeeper/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .await
            .unwrap();
        let mut answer = [0; 15];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(&answer, b"HTTP/1.1 200 OK");
    }
    let expect = head("Content-Length: 2\r\nExpect: 100-continue\r\n");
    under_way.write_all(expect.as_bytes()).await.unwrap();
    let mut seen = String::new();
    while !seen.contains("100 Continue") {
        let mut byte = [0];
        under_way.read_exact(&mut byte).await.unwrap();
        seen.push(char::from(byte[0]));
    }
    server.stop.send(()).unwrap();
    let mut rest = Vec::new();
    idle.read_to_end(&mut rest).await.unwrap();
    under_way.write_all(b"{}").await.unwrap();
    let mut answer = String::new();
    under_way.read_to_string(&mut answer).await.unwrap();
    assert!(answer.contains("HTTP/1.1 400 Bad Request"), "{answer}");
    server.done.await.unwrap();
    assert!(TcpStream::connect(server.address).await.is_err());
}

const LIVE: &str = "GET /_poolkeeper/live HTTP/1.1\r\nHost: localhost\r\n";

/// Reads everything until the server closes; a reset ends it too.
async fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).unwrap()
}

#[tokio::test]
async fn idle_connections_lock_nobody_out() {
    let server = Running::with_connections(16).await;
    let mut crowd = Vec::new();
    for number in 0..40 {
        let mut stream = server.connect().await;
        // Nothing, half a head, half a body: none of these can be answered.
        let sent =
            [String::new(), LIVE.to_owned(), format!("{}{{", head("Content-Length: 9000\r\n"))];
        stream.write_all(sent[number % 3].as_bytes()).await.unwrap();
        crowd.push(stream);
    }
    for _ in 0..3 {
        assert_status(
            &server.exchange(format!("{LIVE}Connection: close\r\n\r\n").as_bytes()).await,
            200,
        );
    }
    // The oldest connection was closed to make room.
    assert_eq!(rest(&mut crowd[0]).await, "");
}

#[tokio::test(start_paused = true)]
async fn a_connection_without_a_complete_head_is_closed() {
    let server = Running::start().await;
    for sent in ["", "GET / HT", LIVE] {
        let mut stream = server.connect().await;
        stream.write_all(sent.as_bytes()).await.unwrap();
        assert_eq!(rest(&mut stream).await, "", "{sent}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_missing_body_is_answered() {
    let server = Running::start().await;
    for length in ["Content-Length: 9000\r\n", "Transfer-Encoding: chunked\r\n"] {
        let mut stream = server.connect().await;
        stream.write_all(head(length).as_bytes()).await.unwrap();
        let answer = rest(&mut stream).await;
        assert_status(&answer, 408);
        assert!(answer.contains("The request's body did not arrive in time."), "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_client_that_never_reads_loses_its_connection() {
    let server = Running::start().await;
    let mut stream = server.connect().await;
    // The error message quotes the input, so the answer is large.
    let body = format!(r#"{{"AuthFlow":"{}"}}"#, "!".repeat(20_000));
    let head =
        head(&format!("Content-Length: {}\r\n", body.len())).replace("SignUp", "InitiateAuth");
    // Far more answers than the system buffers for a client.
    let flood = format!("{head}{body}").repeat(4_000);
    assert!(stream.write_all(flood.as_bytes()).await.is_err());
    assert_status(
        &server.exchange(format!("{LIVE}Connection: close\r\n\r\n").as_bytes()).await,
        200,
    );
}

#[tokio::test]
async fn a_body_in_single_bytes_is_read_whole() {
    let server = Running::start().await;
    let body = format!(
        r#"{{"ClientId":"c","Username":"u","Password":"Passw0rd!","ClientMetadata":{{"a":"{}"}}}}"#,
        "x".repeat(50_000)
    );
    let chunks: String = body.chars().map(|letter| format!("1\r\n{letter}\r\n")).collect();
    let request =
        format!("{}{chunks}0\r\n\r\n", head("Transfer-Encoding: chunked\r\nConnection: close\r\n"));
    let answer = server.exchange(request.as_bytes()).await;
    assert_status(&answer, 400);
    assert!(answer.contains("ResourceNotFoundException"), "{answer}");
}

/// Each body may grow to the limit, but takes only as much memory as has arrived.
#[tokio::test]
async fn stalled_bodies_lock_nobody_out() {
    let server = Running::with_connections(200).await;
    let begun = format!(
        "{}{:x}\r\n{}",
        head("Transfer-Encoding: chunked\r\n"),
        900_000,
        "x".repeat(40_000)
    );
    let mut crowd = Vec::new();
    for _ in 0..150 {
        let mut stream = server.connect().await;
        stream.write_all(begun.as_bytes()).await.unwrap();
        crowd.push(stream);
    }
    let body = format!(r#"{{"ClientId":"{}"}}"#, "x".repeat(900_000));
    let whole = format!(
        "{}{body}",
        head(&format!("Content-Length: {}\r\nConnection: close\r\n", body.len()))
    );
    let answer = server.exchange(whole.as_bytes()).await;
    assert_status(&answer, 400);
    assert!(answer.contains("InvalidParameterException"), "{answer}");
}

#[tokio::test]
async fn http_2_is_not_supported() {
    let server = Running::start().await;
    let preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";
    let answer = server.exchange(preface.as_bytes()).await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
}

#[tokio::test]
async fn aborted_connections_harm_nobody() {
    let server = Running::with_connections(16).await;
    for number in 0..100 {
        let mut stream = server.connect().await;
        if number % 2 == 0 {
            stream.write_all(head("Content-Length: 100\r\n").as_bytes()).await.unwrap();
        }
        // Closed with a reset.
        stream.set_zero_linger().unwrap();
    }
    assert_status(
        &server.exchange(format!("{LIVE}Connection: close\r\n\r\n").as_bytes()).await,
        200,
    );
}
