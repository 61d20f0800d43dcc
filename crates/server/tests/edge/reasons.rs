//! The log: which check refused a request, and what `serve` reports at startup.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Stdio;

use serde_json::Value;
use testkit::TempDir;

use crate::commands::{Running, configuration, poolkeeper};
use crate::printed::settled;
use crate::signer::Signing;
use crate::support::unsigned_headers;

fn post(address: &str, headers: &[(String, String)], body: &[u8]) {
    let mut stream = TcpStream::connect(address).unwrap();
    let headers: String =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    write!(
        stream,
        "POST / HTTP/1.1\r\nconnection: close\r\ncontent-length: {}\r\n{headers}\r\n",
        body.len()
    )
    .unwrap();
    stream.write_all(body).unwrap();
    stream.read_to_end(&mut Vec::new()).unwrap();
}

#[test]
fn the_log_names_the_check_that_refused_and_quotes_no_request() {
    let folder = TempDir::new();
    let config = configuration(folder.path(), "a.toml", &["new", "old"]);
    let text = std::fs::read_to_string(&config)
        .unwrap()
        .replace("listen = \"127.0.0.1:0\"", "listen = \"0.0.0.0:0\"");
    std::fs::write(&config, text).unwrap();
    let mut command =
        poolkeeper(&["serve", "--config", &config, "--log", "info", "--log-format", "json"]);
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let server = Running { child, printed: String::new() };
    let mut next = || serde_json::from_str::<Value>(&lines.next().unwrap().unwrap()).unwrap();
    let serving = next();
    let address = serving["address"].as_str().unwrap().replace("0.0.0.0", "127.0.0.1");
    for (file, does) in [("new", "wraps and unwraps"), ("old", "unwraps")] {
        let line = next();
        let said = [&line["message"], &line["id"], &line["from"], &line["does"]]
            .map(|text| text.as_str().unwrap());
        assert_eq!(
            settled(&said.join("; "), &[]),
            format!("master key; KEY; {}/{file}; {does}", folder.path().display())
        );
    }
    let clear = "other machines can reach the listening address without encryption: put a TLS \
        proxy in front, and let only the proxy reach it";
    let warning = next();
    assert_eq!(
        (warning["message"].as_str(), warning["level"].as_str()),
        (Some(clear), Some("WARN"))
    );
    assert!(next()["message"].as_str().unwrap().starts_with("server.trusted_proxy is empty"));
    assert!(next()["message"].as_str().unwrap().starts_with("messages are not delivered yet"));

    let list = Signing {
        secret: "this-is-a-secret-access-key".into(),
        ..Signing::idp("ListUserPools", r#"{"MaxResults":1}"#)
    };
    let unknown = Signing { key_id: "AKIDUNKNOWN".into(), ..list.clone() };
    let forged = Signing { secret: "this-is-another-access-key".into(), ..list.clone() };
    for (headers, outcome, reason) in [
        (
            unsigned_headers("ListUserPools"),
            "MissingAuthenticationTokenException",
            "there is no Authorization header",
        ),
        (unknown.signed(), "UnrecognizedClientException", "the access key id is not configured"),
        (
            forged.signed(),
            "InvalidSignatureException",
            "the signature does not match: the secret is wrong, or the request was changed",
        ),
        (
            list.signed(),
            "InvalidSignatureException",
            "it was signed more than five minutes ago: compare the clocks",
        ),
    ] {
        post(&address, &headers, &list.body);
        let line = next();
        let logged =
            ["message", "operation", "outcome", "reason"].map(|name| line[name].as_str().unwrap());
        assert_eq!(logged, ["request", "ListUserPools", outcome, reason]);
        assert!(!line.to_string().contains("AKID"), "{line}");
    }
    assert_eq!(server.stop(), Some(0));
}
