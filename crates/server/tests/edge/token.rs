//! `poolkeeper token` with a running server: what it requests, from whom, and how it ends.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Output, Stdio};
use std::thread;

use domain::token::SigningKey;
use serde_json::{Value, json};
use testkit::{TempDir, forge, rs256};

use crate::cli::Dev;
use crate::program::poolkeeper;

const NAME: &str = "jo@example.com";
const PASSWORD: &str = "Passw0rd!";

/// A user of a running server, with tokens.
struct SignedIn {
    dev: Dev,
    _folder: TempDir,
    client: String,
    pool: String,
    id: String,
    access: String,
    refresh: String,
}

impl SignedIn {
    fn new() -> Self {
        let folder = TempDir::new();
        let dev = Dev::start(&folder.path().join("data"), &["--fixed-code", "123456"]);
        let of = |name: &str| {
            let line = dev.printed.lines().find(|line| line.starts_with(name)).unwrap();
            line.split_whitespace().last().unwrap().to_owned()
        };
        let (client, pool) = (of("App client:"), of("User pool:"));
        let user = json!({ "ClientId": client, "Username": NAME });
        let with = |name: &str, value: Value| {
            let mut user = user.clone();
            user[name] = value;
            user
        };
        call(&dev, "SignUp", &with("Password", json!(PASSWORD)));
        call(&dev, "ConfirmSignUp", &with("ConfirmationCode", json!("123456")));
        let parameters = json!({ "USERNAME": NAME, "PASSWORD": PASSWORD });
        let sign_in = json!({ "ClientId": client, "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": parameters });
        let answer = call(&dev, "InitiateAuth", &sign_in);
        let text = |name: &str| answer["AuthenticationResult"][name].as_str().unwrap().to_owned();
        let (id, access, refresh) = (text("IdToken"), text("AccessToken"), text("RefreshToken"));
        Self { dev, _folder: folder, client, pool, id, access, refresh }
    }

    /// The first line and the exit code.
    fn verdict(&self, token: &str, flags: &[&str]) -> (String, i32) {
        let output = run(token, flags);
        let text = String::from_utf8(output.stdout).unwrap();
        (text.lines().next().unwrap_or_default().to_owned(), output.status.code().unwrap())
    }
}

/// An operation that needs no signature.
fn call(dev: &Dev, operation: &str, body: &Value) -> Value {
    let body = body.to_string();
    let mut stream = TcpStream::connect(&dev.url).unwrap();
    write!(
        stream,
        "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-amz-json-1.1\r\n\
         X-Amz-Target: AWSCognitoIdentityProviderService.{operation}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{operation}: {answer}");
    serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap_or_default()
}

/// Runs the command with the token on its standard input.
fn run(token: &str, flags: &[&str]) -> Output {
    let mut command = poolkeeper(&[&["token", "-"], flags].concat());
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(token.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn is_good(verdict: &(String, i32)) -> bool {
    verdict.1 == 0 && verdict.0.starts_with("Valid: the pool signed it, and it expires in ")
}

#[test]
fn tokens_of_a_running_server() {
    let user = SignedIn::new();
    let url = format!("http://{}", user.dev.url);
    for flags in
        [vec![], vec!["--server", &url], vec!["--pool", &user.pool, "--client", &user.client]]
    {
        for token in [&user.id, &user.access] {
            let verdict = user.verdict(token, &flags);
            assert!(is_good(&verdict), "{flags:?}: {verdict:?}");
        }
    }
    // As people copy a token: from a header, or from the JSON of an answer.
    for copied in [format!("Bearer {}\n", user.access), format!("  \"{}\",\n", user.id)] {
        assert!(is_good(&user.verdict(&copied, &[])), "{copied}");
    }
    // Given on the command line; nothing usable is printed.
    for token in [&user.id, &user.refresh] {
        let output = poolkeeper(&["token", "--json", token]).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.starts_with("{\n  \"kind\": "), "{text}");
        assert!(token.split('.').all(|part| !text.contains(part)), "{text}");
    }
    let other = user.verdict(&user.id, &["--client", "other"]);
    assert_eq!(other, ("Not valid: it is not for the app client other.".to_owned(), 1));
    let (head, rest) = user.id.split_at(user.id.len() - 40);
    let changed = format!("{head}{}{}", if rest.starts_with('A') { 'B' } else { 'A' }, &rest[1..]);
    let wrong = "Not valid: the signature is invalid: the token was changed or forged.";
    assert_eq!(user.verdict(&changed, &[]), (wrong.to_owned(), 1));
    let refresh = "Not verified: only its issuer can decrypt it.";
    assert_eq!(user.verdict(&user.refresh, &[]), (refresh.to_owned(), 1));
    let (_, missing) = user.id.split_at(1);
    assert_eq!(user.verdict(missing, &[]), ("Not verified: it is not a token.".to_owned(), 1));
    let issuer = format!("{url}/{}", user.pool);
    for server in [issuer.clone(), format!("{issuer}/"), format!("{url}/")] {
        assert!(is_good(&user.verdict(&user.id, &["--server", &server])), "{server}");
    }
    // The flags are compared with the token before any server is contacted.
    let other =
        (format!("Not valid: it belongs to the user pool {}, not us-east-1_None.", user.pool), 1);
    let silent = "http://127.0.0.1:1";
    for flags in [
        ["--pool", "us-east-1_None"],
        ["--server", &format!("{url}/us-east-1_None")],
        ["--server", &format!("{silent}/us-east-1_None")],
    ] {
        assert_eq!(user.verdict(&user.id, &flags), other, "{flags:?}");
    }
    let both = run(&user.id, &["--server", &issuer, "--pool", "us-east-1_None"]);
    let sentence = format!(
        "poolkeeper: --server names the user pool {}, and --pool names us-east-1_None; omit one \
         of them.\n",
        user.pool
    );
    assert_eq!((both.status.code(), String::from_utf8(both.stderr).unwrap()), (Some(2), sentence));
    // A server other than the one that issued the token.
    let elsewhere = SignedIn::new();
    let server = format!("http://{}", elsewhere.dev.url);
    let unknown = format!(
        "Not verified: {server} has no user pool {}; the token says that {issuer} issued it.",
        user.pool
    );
    let verdict = run(&user.id, &["--server", &server]);
    assert_eq!(verdict.status.code(), Some(1));
    assert!(String::from_utf8(verdict.stdout).unwrap().replace('\n', " ").starts_with(&unknown));
    for token in [&user.id, &user.refresh] {
        let offline =
            "Not verified: with --offline it was only read: anybody could have written it.";
        assert_eq!(user.verdict(token, &["--offline"]).1, 0);
        assert!(
            String::from_utf8(run(token, &["--offline"]).stdout)
                .unwrap()
                .replace('\n', " ")
                .starts_with(offline)
        );
    }
}

#[test]
fn a_revoked_token() {
    let user = SignedIn::new();
    assert!(is_good(&user.verdict(&user.access, &["--check"])));
    let cannot = user.verdict(&user.id, &["--check"]);
    assert_eq!(cannot.1, 1);
    assert!(cannot.0.starts_with("Not verified: its revocation cannot be checked"), "{cannot:?}");
    call(&user.dev, "RevokeToken", &json!({ "ClientId": user.client, "Token": user.refresh }));
    assert!(is_good(&user.verdict(&user.access, &[])), "offline nobody sees it");
    let output = run(&user.access, &["--check"]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap().replace('\n', " ");
    let revoked = "Not valid: the server no longer accepts it: NotAuthorizedException: Access \
        Token has been revoked. ";
    assert!(text.starts_with(revoked), "{text}");
}

#[test]
fn json_output() {
    let user = SignedIn::new();
    let output = run(&user.access, &["--json", "--check"]);
    assert_eq!(output.status.code(), Some(0));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&document["kind"], &document["verdict"]["state"]),
        (&json!("access"), &json!("good"))
    );
    assert_eq!(
        document["verdict"]["keys"],
        format!("http://{}/{}/.well-known/jwks.json", user.dev.url, user.pool)
    );
    let checks: Vec<&str> = document["verdict"]["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|check| check["check"].as_str().unwrap())
        .collect();
    assert_eq!(
        checks,
        ["form", "issuer", "key", "algorithm", "signature", "expiry", "start", "use", "revocation"]
    );
    assert_eq!((&document["mayNot"][0].is_string(), document.get("may_not")), (&true, None));
    let exp =
        document["claims"].as_array().unwrap().iter().find(|claim| claim["name"] == "exp").unwrap();
    let date = exp["time"].as_str().unwrap().replace('T', " ").replace('Z', " UTC");
    assert!(exp["moment"].as_str().unwrap().starts_with(&format!("{date}, in ")), "{exp}");
    let use_claim = document["claims"]
        .as_array()
        .unwrap()
        .iter()
        .find(|claim| claim["name"] == "token_use")
        .unwrap();
    let expected = json!({
        "name": "token_use",
        "value": "access",
        "says": "What it is used for.",
        "more": ["It is an access token."],
    });
    assert_eq!(use_claim, &expected);
}

/// An issuer on this machine is asked for keys, and learns nothing but the pool's id.
#[test]
fn the_token_is_sent_nowhere() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let asked = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        let mut byte = [0];
        while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() > 0 {
            request.extend(byte);
        }
        stream
            .write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .unwrap();
        String::from_utf8(request).unwrap()
    });
    let key = SigningKey::generate().unwrap();
    let claims = json!({ "iss": format!("http://{address}/us-east-1_Abc"), "token_use": "access", "sub": "s", "client_id": "c" });
    let token = forge(&json!({ "kid": key.kid(), "alg": "RS256" }), &claims, rs256(&key));
    let output = run(&token, &["--check"]);
    assert_eq!(output.status.code(), Some(1));
    let request = asked.join().unwrap();
    let expected = format!(
        "GET /us-east-1_Abc/.well-known/openid-configuration HTTP/1.1\r\nhost: {address}\r\n\r\n"
    );
    assert_eq!(request, expected);
}

#[test]
fn a_remote_issuer_is_not_contacted() {
    let key = SigningKey::generate().unwrap();
    let folder = TempDir::new();
    let jwks = folder.path().join("jwks.json");
    fs::write(&jwks, domain::token::jwks(&[key.public_key().clone()])).unwrap();
    let jwks = jwks.to_str().unwrap();
    let issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123";
    let claims = json!({
        "iss": issuer, "token_use": "id", "sub": "s", "aud": "app", "cognito:username": "ann",
        "exp": 4_102_444_800_i64, "iat": 1_772_600_000, "auth_time": 1_772_600_000,
    });
    let token = forge(&json!({ "kid": key.kid(), "alg": "RS256" }), &claims, rs256(&key));
    let output = run(&token, &[]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap().replace('\n', " ");
    let unasked = format!(
        "Not verified: its issuer ({issuer}) is not on this machine, and other servers are \
         contacted only on request. Give the server with --server URL, or its keys with --jwks \
         URL. "
    );
    assert!(text.starts_with(&unasked), "{text}");
    assert_eq!(run(&token, &["--jwks", jwks]).status.code(), Some(0));
    assert_eq!(run(&token, &["--jwks", jwks, "--pool", "eu-west-1_Other"]).status.code(), Some(1));
    for (flags, sentence) in [
        (vec!["--jwks", "/no/such/file"], "poolkeeper: --jwks /no/such/file cannot be read: "),
        (
            vec!["--server", "http://auth.example.com"],
            "poolkeeper: --server http://auth.example.com must be an https URL, ",
        ),
        (
            vec!["--jwks", "http://auth.example.com/x"],
            "poolkeeper: --jwks http://auth.example.com/x must be an https URL, ",
        ),
        (
            vec!["--pool", "../x"],
            "poolkeeper: --pool ../x is not a user pool id, such as eu-west-1_AbCdEf123.",
        ),
        (
            vec!["--jwks", jwks, "--check"],
            "poolkeeper: --check needs a server, and the token's issuer is not on this machine: ",
        ),
        (
            vec!["--offline", "--check"],
            "error: the argument '--offline' cannot be used with '--check'",
        ),
    ] {
        let output = run(&token, &flags);
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), text.starts_with(sentence)), (Some(2), true), "{text}");
    }
    let long = run(&"x".repeat(200_000), &[]);
    assert_eq!(long.status.code(), Some(1));
    let sentence = "poolkeeper: Standard input has more than 131072 bytes, too many for a token; \
        give only the token.\n";
    assert_eq!(String::from_utf8(long.stderr).unwrap(), sentence);
}
