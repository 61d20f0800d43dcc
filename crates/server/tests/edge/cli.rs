//! The program: what it prints and how it ends.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use testkit::TempDir;

use crate::program::{self, logging, poolkeeper};

fn output(arguments: &[&str]) -> Output {
    poolkeeper(arguments).output().unwrap()
}

#[track_caller]
fn assert_ends(arguments: &[&str], code: i32, sentence: &str) {
    let output = output(arguments);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{text}");
    assert!(text.starts_with("poolkeeper: ") && text.contains(sentence), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(output.stdout.is_empty());
}

/// A running `dev`; killed when dropped.
pub(crate) struct Dev {
    child: Child,
    pub(crate) url: String,
    pub(crate) printed: String,
}

impl Dev {
    /// Starts it and reads its output up to the last line.
    pub(crate) fn start(data: &Path, further: &[&str]) -> Self {
        Self::start_on("127.0.0.1:0", data, further)
    }

    fn start_on(listen: &str, data: &Path, further: &[&str]) -> Self {
        let data = data.to_str().unwrap();
        let arguments = [&["dev", "--listen", listen, "--data", data], further].concat();
        let mut child = poolkeeper(&arguments).stdout(Stdio::piped()).spawn().unwrap();
        let last = if further.contains(&"--empty") { "Token explainer:" } else { "--auth-flow" };
        let mut printed = String::new();
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            let line = line.unwrap();
            printed.push_str(&line);
            printed.push('\n');
            if line.contains(last) {
                break;
            }
        }
        let url = printed
            .lines()
            .next()
            .and_then(|line| line.split("http://").nth(1))
            .unwrap_or_default()
            .to_owned();
        Self { child, url, printed }
    }

    fn get(&self, path: &str) -> String {
        Self::get_from(&self.url, path)
    }

    fn get_from(address: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Sends SIGTERM and returns the exit code.
    fn stop(mut self) -> Option<i32> {
        let killed =
            Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Dev {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_second_start_prints_the_same_pool() {
    let folder = TempDir::new();
    let data = folder.path().join("data");
    let first = Dev::start(&data, &[]);
    assert!(first.get("/_poolkeeper/live").starts_with("HTTP/1.1 200 OK"));
    assert!(first.get("/_poolkeeper/ready").starts_with("HTTP/1.1 200 OK"));
    assert!(first.get("/_poolkeeper/inbox").ends_with(r#"{"messages":[]}"#));
    let of = |printed: &str, name: &str| {
        printed
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap()
            .split_whitespace()
            .last()
            .unwrap()
            .to_owned()
    };
    let (pool, client) = (of(&first.printed, "User pool:"), of(&first.printed, "App client:"));
    assert!(first.get(&format!("/{pool}/.well-known/jwks.json")).starts_with("HTTP/1.1 200 OK"));
    assert!(first.printed.contains(&format!("sign-up --client-id {client} ")), "{}", first.printed);
    assert_eq!(first.stop(), Some(0));
    for name in ["master.key", "poolkeeper.db"] {
        assert!(data.join(name).exists(), "{name}");
    }
    assert_eq!(fs::metadata(data.join("master.key")).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(&data).unwrap().permissions().mode() & 0o777, 0o700);
    let second = Dev::start(&data, &[]);
    assert_eq!(
        (of(&second.printed, "User pool:"), of(&second.printed, "App client:")),
        (pool, client)
    );
    let in_use = data.to_str().unwrap();
    let third = output(&["dev", "--listen", "127.0.0.1:0", "--data", in_use]);
    assert_eq!(third.status.code(), Some(1));
    let beside = output(&["doctor", "--deep", "--data", in_use]);
    assert!(
        String::from_utf8_lossy(&beside.stdout)
            .contains("ok  server       it is running, and checked its data\n")
    );
    assert_eq!(beside.status.code(), Some(0));
    assert_eq!(second.stop(), Some(0));
    let doctor = output(&["doctor", "--deep", "--data", in_use]);
    assert_eq!(doctor.status.code(), Some(0), "{}", String::from_utf8_lossy(&doctor.stdout));
    fs::remove_file(data.join("master.key")).unwrap();
    let dev = ["dev", "--listen", "127.0.0.1:0", "--data", in_use];
    let no_key = format!(
        "{in_use} has a database but no master.key, and its data cannot be decrypted without that \
         key; for data of `serve` run poolkeeper serve --config FILE, for data of `dev` put the \
         master.key back, or choose another folder with --data."
    );
    assert_ends(&dev, 2, &no_key);
    fs::write(data.join("poolkeeper.toml"), "").unwrap();
    let of_serve = format!(
        "{in_use} holds the configuration and keys of a server; choose another folder with \
         --data, or run: poolkeeper serve --config {in_use}/poolkeeper.toml"
    );
    assert_ends(&dev, 2, &of_serve);
    assert!(!data.join("master.key").exists());
}

#[test]
fn a_user_who_signed_up_is_not_asked_to_again() {
    let folder = TempDir::new();
    let start = || program::Dev::start(folder.path(), &["--fixed-code", "123456"], "--auth-flow");
    let begun = |dev: &program::Dev| {
        dev.printed.lines().find(|line| line.starts_with("Paste this")).unwrap().to_owned()
    };
    let first = start();
    assert_eq!(begun(&first), "Paste this to sign up and sign in:");
    let client =
        first.printed.lines().find(|line| line.starts_with("App client:")).unwrap().to_owned();
    let user = |member: &str, value: &str| {
        let client = client.split_whitespace().last();
        serde_json::json!({ "ClientId": client, "Username": "jo@example.com", member: value })
    };
    first.call("SignUp", &user("Password", "Passw0rd!"));
    first.stop();
    let unconfirmed = start();
    assert_eq!(begun(&unconfirmed), "Paste this to sign up and sign in:");
    unconfirmed.call("ConfirmSignUp", &user("ConfirmationCode", "123456"));
    unconfirmed.stop();
    let third = start();
    assert_eq!(begun(&third), "Paste this to sign in:");
    assert!(!third.printed.contains("sign-up"), "{}", third.printed);
    third.stop();
}

#[test]
fn empty_creates_no_pool() {
    let folder = TempDir::new();
    let dev = Dev::start(folder.path(), &["--empty"]);
    assert!(!dev.printed.contains("User pool:"), "{}", dev.printed);
    assert_eq!(dev.stop(), Some(0));
}

#[test]
fn a_public_listener_gets_an_access_key() {
    let folder = TempDir::new();
    let data = folder.path();
    let dev = Dev::start_on("0.0.0.0:0", data, &[]);
    let printed = dev.printed.clone();
    assert_eq!(dev.stop(), Some(0));
    let pair = fs::read_to_string(data.join("access-key")).unwrap();
    let (id, secret) = pair.trim().split_once(':').unwrap();
    assert_eq!((id.len(), secret.len()), (20, 40));
    let exported = format!("export AWS_ACCESS_KEY_ID={id} AWS_SECRET_ACCESS_KEY={secret}\n");
    assert!(printed.contains(&exported), "{printed}");
    assert_eq!(fs::metadata(data.join("access-key")).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn bad_flags_are_refused() {
    let folder = TempDir::new();
    let data = folder.path().to_str().unwrap();
    let dev = |further: &[&'static str]| {
        let common: [&str; 5] = ["dev", "--data", data, "--listen", "127.0.0.1:0"];
        [&common[..], further].concat().iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()
    };
    for (further, sentence) in [
        (["--fixed-code", "12345"], "--fixed-code must be six digits"),
        (["--access-key", "AKID"], "An access key must have the form ID:SECRET"),
        (["--account-id", "12"], "is not twelve digits"),
        (["--public-url", "auth.example"], "is not absolute"),
        (
            ["--host", "a b"],
            "--host 'a b' is not a host name; give it without scheme or port, such as auth.test.",
        ),
        (["--host", "http://auth.test"], "is not a host name"),
    ] {
        let arguments = dev(&further);
        assert_ends(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), 2, sentence);
    }
    assert_ends(
        &["dev", "--data", data, "--listen", "nowhere"],
        2,
        "is not an address with a port",
    );
    assert_ends(&["serve", "--config", "/no/such/file"], 2, "Cannot read the configuration file");
    assert_ends(&["doctor", "--data", data], 2, "has no database");
    assert_eq!(output(&["doctor"]).status.code(), Some(2));
    assert_eq!(output(&["frobnicate"]).status.code(), Some(2));
}

#[test]
fn a_port_in_use() {
    let folder = TempDir::new();
    let other = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = other.local_addr().unwrap().to_string();
    let data = folder.path().join("data");
    let taken = format!(
        "Cannot listen on {address}: Address already in use (os error 98); stop the program that \
         uses it, or choose another address with --listen."
    );
    assert_ends(&["dev", "--listen", &address, "--data", data.to_str().unwrap()], 1, &taken);
    assert!(!data.exists());
}

#[test]
fn serve_with_a_configuration() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let write = |name: &str, text: &str| {
        fs::write(path(name), text).unwrap();
        fs::set_permissions(path(name), fs::Permissions::from_mode(0o600)).unwrap();
    };
    write("key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    let config = format!(
        "[server]\nlisten = \"127.0.0.1:0\"\npublic_url = \"https://auth.example.com\"\nmetrics_listen = \"127.0.0.2:0\"\n\
         [store]\npath = \"{}\"\n[keys]\nmaster_key_file = \"{}\"\n[aws]\nregions = [\"eu-west-1\"]\n\
         [[aws.access_keys]]\nid = \"AKIDEXAMPLE\"\nsecret = \"this-is-a-secret-access-key\"\n",
        path("data"),
        path("key"),
    );
    write("poolkeeper.toml", &config);
    let config = path("poolkeeper.toml");
    let mut command = logging("info", &["serve", "--config", &config, "--log-format", "json"]);
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let serving: serde_json::Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
    assert_eq!(serving["message"], "serving");
    let dev =
        Dev { child, url: serving["address"].as_str().unwrap().to_owned(), printed: String::new() };
    assert!(dev.get("/_poolkeeper/ready").starts_with("HTTP/1.1 200 OK"));
    assert!(dev.get("/_poolkeeper/inbox").starts_with("HTTP/1.1 404 "));
    assert!(dev.get("/_poolkeeper/metrics").starts_with("HTTP/1.1 404 "));
    let metrics = Dev::get_from(serving["metrics"].as_str().unwrap(), "/_poolkeeper/metrics");
    for line in [
        "poolkeeper_store_reads_total ",
        "poolkeeper_rate_limited_total{scope=\"address\",class=\"UserAuthentication\"} 0\n",
    ] {
        assert!(metrics.contains(line), "{metrics}");
    }
    assert_eq!(dev.stop(), Some(0));
    let mut messages = Vec::new();
    for line in lines {
        let line = line.unwrap();
        let event =
            serde_json::from_str::<serde_json::Value>(&line).unwrap_or_else(|_| panic!("{line}"));
        messages.push(event["message"].as_str().unwrap().to_owned());
        assert!(!line.contains("this-is-a-secret"), "{line}");
    }
    for said in ["master key", "list the proxy in server.trusted_proxy", "not delivered yet"] {
        assert!(messages.iter().any(|message| message.contains(said)), "{said}: {messages:?}");
    }
    assert_eq!(messages.last().unwrap(), "stopped");
    let doctor = output(&["doctor", "--deep", "--config", &config]);
    assert_eq!(doctor.status.code(), Some(0), "{}", String::from_utf8_lossy(&doctor.stderr));
}

/// A pool created under a wrong key would be lost with that key, so the server does not start.
#[test]
fn another_master_key_is_refused() {
    let folder = TempDir::new();
    let data = folder.path().join("data");
    drop(Dev::start(&data, &[]));
    fs::write(data.join("master.key"), "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n").unwrap();
    let arguments = ["dev", "--listen", "127.0.0.1:0", "--data", data.to_str().unwrap()];
    assert_ends(&arguments, 2, "The master keys do not match the data: user pool us-east-1_");
    let fix = format!(
        "; put the right master.key into {0}, or choose another folder with --data.",
        data.display()
    );
    assert_ends(&arguments, 2, &fix);
    let doctor = output(&["doctor", "--data", data.to_str().unwrap()]);
    let printed = String::from_utf8(doctor.stdout).unwrap();
    assert!(
        printed.contains("-> Put the right master.key into the data folder.\n")
            && !printed.contains("keys.list"),
        "{printed}"
    );
}

#[test]
fn health_reports_whether_a_server_is_ready() {
    let folder = TempDir::new();
    let dev = Dev::start(folder.path(), &["--empty"]);
    let address = dev.url.clone();
    let port = address.rsplit(':').next().unwrap();
    for given in [
        address.clone(),
        format!("localhost:{port}"),
        format!("http://{address}"),
        format!("http://localhost:{port}/"),
    ] {
        let healthy = output(&["health", "--address", &given]);
        assert_eq!(
            (healthy.status.code(), healthy.stdout.as_slice()),
            (Some(0), b"ready\n".as_slice()),
            "{given}"
        );
    }
    let healthy = output(&["health", "--json", "--address", &address]);
    let printed: serde_json::Value = serde_json::from_slice(&healthy.stdout).unwrap();
    assert_eq!(printed, serde_json::json!({ "address": address, "ready": true }));
    assert_eq!(dev.stop(), Some(0));
    assert_ends(&["health", "--address", &address], 1, "does not answer: Connection refused");
    let none = output(&["health", "--json", "--address", &address]);
    let printed: serde_json::Value = serde_json::from_slice(&none.stdout).unwrap();
    let error = format!("{address} does not answer: Connection refused (os error 111).");
    assert_eq!((none.status.code(), printed), (Some(1), serde_json::json!({ "error": error })));
    assert_ends(&["health", "--address", &format!("https://{address}")], 1, "cannot be read: ");
    assert_eq!(output(&["health", "--address", "localhost"]).status.code(), Some(2));
}
