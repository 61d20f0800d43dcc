//! `messages`: what was queued; only a developer's data show the codes.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Stdio;

use serde_json::{Value, json};
use testkit::TempDir;

use crate::commands::{Running, configuration, fails, poolkeeper, succeeds};
use crate::printed::settled;

impl Running {
    /// The address that `dev` printed.
    fn address(&self) -> &str {
        self.printed.lines().next().and_then(|line| line.split("http://").nth(1)).unwrap()
    }

    /// Signs a user up and returns its `sub`.
    fn sign_up(&self, username: &str) -> String {
        let client = self
            .printed
            .lines()
            .find(|line| line.starts_with("App client:"))
            .unwrap()
            .split_whitespace()
            .last()
            .unwrap();
        let body = json!({ "ClientId": client, "Username": username, "Password": "Passw0rd!" })
            .to_string();
        let mut stream = TcpStream::connect(self.address()).unwrap();
        write!(
            stream,
            "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-amz-json-1.1\r\n\
             X-Amz-Target: AWSCognitoIdentityProviderService.SignUp\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
        let answer: Value = serde_json::from_str(answer.split("\r\n\r\n").nth(1).unwrap()).unwrap();
        answer["UserSub"].as_str().unwrap().to_owned()
    }
}

#[test]
fn only_developers_see_codes() {
    let folder = TempDir::new();
    let data = folder.path().join("data");
    let at = ["messages", "--data", data.to_str().unwrap()];
    let mut command =
        poolkeeper(&["dev", "--listen", "127.0.0.1:0", "--data", at[2], "--fixed-code", "123456"]);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let printed =
        crate::commands::until(&mut BufReader::new(child.stdout.take().unwrap()), "--auth-flow");
    let server = Running { child, printed };
    let none = "There are no messages.\n";
    assert_eq!(succeeds(&at), none);
    let pool = server.pool().to_owned();
    let sub = server.sign_up("jo@example.com");
    let known = [(pool.as_str(), "POOL"), (sub.as_str(), "SUB")];
    let head = "queued                kind    by     to              user                                  pool                 code\n";
    let expected = format!("{head}TIME  SignUp  EMAIL  jo@example.com  SUB  POOL  123456\n");
    assert_eq!(settled(&succeeds(&at), &known), expected);
    let listed: Value = serde_json::from_str(&succeeds(&[&at[..], &["--json"]].concat())).unwrap();
    let message = &listed["messages"][0];
    let with_text = json!({
        "id": message["id"], "created": message["created"], "poolId": pool, "userId": sub, "username": sub,
        "kind": "SignUp", "medium": "EMAIL", "destination": "jo@example.com",
        "subject": "Your verification code", "body": "Your verification code is 123456. ", "code": "123456",
    });
    assert_eq!(listed, json!({ "messages": [with_text], "leftOut": 0 }));

    // With a limit, the older message is left out.
    let kim = server.sign_up("kim@example.com");
    let newest = succeeds(&[&at[..], &["--limit", "1"]].concat());
    assert!(newest.ends_with("\nand 1 older message; use --limit to show more.\n"), "{newest}");
    assert_eq!(server.stop(), Some(0));
    let alone: Value = serde_json::from_str(&succeeds(&[&at[..], &["--json"]].concat())).unwrap();
    assert_eq!(alone["messages"].as_array().unwrap().len(), 2);
    assert_eq!(alone["messages"][1], with_text);

    // The same data, run as an operator would.
    fs::rename(data.join("master.key"), folder.path().join("key")).unwrap();
    let config = configuration(folder.path(), "a.toml", &["key"]);
    let at = ["messages", "--config", &config, "--json"];
    let without_text = json!({
        "id": message["id"], "created": message["created"], "poolId": pool, "userId": sub, "username": sub,
        "kind": "SignUp", "medium": "EMAIL", "destination": "jo@example.com",
    });
    let alone = succeeds(&at);
    assert!(!alone.contains("123456"), "{alone}");
    assert_eq!(serde_json::from_str::<Value>(&alone).unwrap()["messages"][1], without_text);
    let server = Running::serve(&config);
    assert_eq!(succeeds(&at), alone);
    // Nor are they shown by folder, even when it holds a key as a developer's does.
    fs::copy(folder.path().join("key"), data.join("master.key")).unwrap();
    let by_folder = succeeds(&["messages", "--data", data.to_str().unwrap()]);
    let expected = "\
queued                kind    by     to               user                                  pool
TIME  SignUp  EMAIL  kim@example.com  KIM  POOL
TIME  SignUp  EMAIL  jo@example.com   SUB  POOL
`serve` does not deliver messages yet: these were not sent.
";
    assert_eq!(settled(&by_folder, &[known[0], known[1], (&kim, "KIM")]), expected);
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn messages_can_be_followed() {
    let folder = TempDir::new();
    let server = Running::dev(folder.path());
    server.sign_up("jo@example.com");
    let at = ["messages", "--follow", "--data", folder.path().to_str().unwrap()];
    let mut following = poolkeeper(&at).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(following.stdout.take().unwrap()).lines();
    let mut next = || lines.next().unwrap().unwrap();
    assert!(next().starts_with("queued  "));
    assert!(next().contains("  jo@example.com  "));
    server.sign_up("kim@example.com");
    assert!(next().contains("  kim@example.com  "));
    let sent = std::process::Command::new("kill")
        .args(["-TERM", &following.id().to_string()])
        .status()
        .unwrap();
    assert!(sent.success());
    assert_eq!(following.wait().unwrap().code(), Some(0));
    assert_eq!(server.stop(), Some(0));
    let nobody =
        format!("No server is accepting commands in {}; --follow needs a running server.", at[3]);
    fails(&at, 1, &nobody);
    fails(&["messages", "--data", "/no/such/folder"], 2, "has no database");
}
