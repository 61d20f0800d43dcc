//! Servers that answer every request with the same bytes.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A server on a port of 127.0.0.1. Its thread ends with the process.
pub(crate) struct Server {
    address: SocketAddr,
    received: Arc<Mutex<String>>,
}

impl Server {
    /// Answers so, on connections that stay open.
    pub(crate) fn answering(answer: &str) -> Self {
        Self::start(answer.to_owned())
    }

    /// Reads and never answers.
    pub(crate) fn silent() -> Self {
        Self::start(String::new())
    }

    /// Answers 302.
    pub(crate) fn redirecting(location: &str) -> Self {
        let head = "HTTP/1.1 302 Found\r\ncontent-length: 0\r\nlocation: ";
        Self::start(format!("{head}{location}\r\n\r\n"))
    }

    fn start(answer: String) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let received = Arc::new(Mutex::new(String::new()));
        let noted = Arc::clone(&received);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (answer, noted) = (answer.clone(), Arc::clone(&noted));
                thread::spawn(move || serve(stream.unwrap(), &answer, &noted));
            }
        });
        Self { address, received }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn authority(&self) -> String {
        self.address.to_string()
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// The last request.
    pub(crate) fn received(&self) -> String {
        self.received.lock().unwrap().clone()
    }
}

/// Until the client leaves.
fn serve(mut stream: TcpStream, answer: &str, noted: &Mutex<String>) {
    let (mut request, mut buffer) = (String::new(), [0; 4096]);
    while let Ok(read @ 1..) = stream.read(&mut buffer) {
        request += &String::from_utf8_lossy(&buffer[..read]);
        if is_whole(&request) {
            *noted.lock().unwrap() = std::mem::take(&mut request);
            if stream.write_all(answer.as_bytes()).is_err() {
                return;
            }
        }
    }
}

fn is_whole(request: &str) -> bool {
    let Some((head, body)) = request.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    body.len() >= length.map_or(0, |length| length.parse().unwrap())
}
