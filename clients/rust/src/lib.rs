//! The release binary as a process, for the tests of the AWS SDK for Rust in `tests/`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs};

use aws_config::{BehaviorVersion, Region};
use aws_sdk_cognitoidentityprovider::Client;
use aws_sdk_cognitoidentityprovider::config::Credentials;

/// A password that satisfies every policy.
pub const PASSWORD: &str = "Correct-horse-7";

/// One `poolkeeper dev --empty` on its own port, stopped when dropped.
pub struct Server {
    process: Child,
    folder: PathBuf,
    address: String,
}

impl Server {
    /// Returns once the server listens.
    pub fn start() -> Server {
        let folder = temporary_folder();
        let mut process = Command::new(binary())
            .args(["dev", "--empty", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder.join("data"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server could not be started");
        let mut first_line = String::new();
        let mut said = BufReader::new(process.stdout.take().unwrap());
        said.read_line(&mut first_line).unwrap();
        let address = first_line
            .trim_end()
            .rsplit_once("http://")
            .expect("no address was printed")
            .1
            .to_owned();
        // Reads the rest, so that the server never blocks on a full pipe.
        std::thread::spawn(move || said.read_to_end(&mut Vec::new()));
        Server { process, folder, address }
    }

    /// The endpoint for clients.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A client that talks only to this server.
    pub async fn client(&self) -> Client {
        let config = aws_config::defaults(BehaviorVersion::latest())
            .endpoint_url(self.url())
            .region(Region::new("eu-west-1"))
            .credentials_provider(Credentials::new("any", "any", None, None, "test"))
            .load()
            .await;
        Client::new(&config)
    }

    /// The last code sent to a user, from the inbox.
    pub fn last_code(&self, username: &str) -> String {
        let mut connection = TcpStream::connect(&self.address).unwrap();
        let request = format!(
            "GET /_poolkeeper/inbox HTTP/1.0\r\nHost: {}\r\nAccept: application/json\r\n\r\n",
            self.address
        );
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        let (_, body) = answer.split_once("\r\n\r\n").unwrap();
        let inbox: serde_json::Value = serde_json::from_str(body).unwrap();
        let messages = inbox["messages"].as_array().unwrap();
        let last = messages
            .iter()
            .find(|message| message["username"] == username)
            .expect("nothing was sent");
        last["code"].as_str().unwrap().to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn binary() -> PathBuf {
    let binary = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/release/poolkeeper");
    assert!(binary.is_file(), "{} is missing: run `cargo build --release` first", binary.display());
    binary
}

fn temporary_folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("poolkeeper-rust-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}
