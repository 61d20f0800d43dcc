//! The pages of `dev`: the inbox for browsers and the token page.

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::Method;
use serde_json::json;

use crate::support::{Answer, Edge, example_key, request, unsigned_headers};

const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";
const ANY: &str = "AWS4-HMAC-SHA256 Credential=any/20200101/eu-west-1/s3/aws4_request, SignedHeaders=x, Signature=y";

async fn browse(edge: &Edge, path: &str) -> Answer {
    edge.send(request(Method::GET, path, &[("host", "localhost"), ("accept", BROWSER)], b"")).await
}

async fn call(edge: &Edge, operation: &str, body: serde_json::Value) -> serde_json::Value {
    let mut headers = unsigned_headers(operation);
    headers.push(("authorization".to_owned(), ANY.to_owned()));
    let answer = edge.post(&headers, body.to_string().as_bytes()).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

/// A pool whose only message goes to a user of this name.
async fn invited(edge: &Edge, username: &str, email: &str) -> String {
    let made = call(edge, "CreateUserPool", json!({ "PoolName": "p" })).await;
    let pool = made["UserPool"]["Id"].as_str().unwrap().to_owned();
    let user = json!({
        "UserPoolId": pool,
        "Username": username,
        "TemporaryPassword": "Passw0rd<&>\"'",
        "DesiredDeliveryMediums": ["EMAIL"],
        "UserAttributes": [{ "Name": "email", "Value": email }],
    });
    call(edge, "AdminCreateUser", user).await;
    pool
}

/// The contents of the page's elements of this name, in order.
fn inner<'p>(page: &'p str, tag: &str) -> Vec<&'p str> {
    let begin = format!("<{tag}");
    let end = format!("</{tag}>");
    let elements = page.split(&begin).skip(1);
    elements.map(|rest| rest.split_once('>').unwrap().1.split_once(&end).unwrap().0).collect()
}

fn hashes(texts: &[&str]) -> String {
    let hash =
        |text: &&str| format!("'sha256-{}'", STANDARD.encode(digest(&SHA256, text.as_bytes())));
    texts.iter().map(hash).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_headers(answer: &Answer, policy: &str, vary: Option<&str>) {
    let mut expected = vec![
        ("cache-control", "no-store"),
        ("content-security-policy", policy),
        ("content-type", "text/html; charset=utf-8"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
    ];
    expected.extend(vary.map(|vary| ("vary", vary)));
    expected.sort_unstable();
    let mut headers: Vec<(&str, &str)> = answer
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
        .collect();
    headers.retain(|(name, _)| *name != "x-amzn-requestid" && *name != "content-length");
    headers.sort_unstable();
    assert_eq!(headers, expected);
}

#[tokio::test]
async fn the_inbox_allows_its_own_script_and_nothing_else() {
    let answer = browse(&Edge::dev(), "/_poolkeeper/inbox").await;
    assert_eq!(answer.status, 200);
    let page = answer.text();
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'",
        hashes(&inner(page, "script")),
        hashes(&inner(page, "style")),
    );
    assert_headers(&answer, &policy, Some("accept"));
}

#[tokio::test]
async fn the_token_page_allows_its_own_scripts_and_nothing_else() {
    let answer = browse(&Edge::dev(), "/_poolkeeper/token").await;
    assert_eq!(answer.status, 200);
    let page = answer.text();
    let scripts = inner(page, "script");
    let [texts, explain, script] = scripts.as_slice() else {
        panic!("three scripts: {}", scripts.len())
    };
    assert!(serde_json::from_str::<serde_json::Value>(texts).unwrap()["kinds"]["id"].is_object());
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
        hashes(&[explain, script]),
        hashes(&inner(page, "style")),
    );
    assert_headers(&answer, &policy, None);
    // Nothing sends the token: there is no form, and the field has no name.
    assert!(!page.contains("<form") && !page.contains("name=\"token\""), "{page}");
}

#[tokio::test]
async fn the_pages_link_to_each_other() {
    let edge = Edge::dev();
    for (path, title, expected) in [
        (
            "/_poolkeeper/inbox",
            "Inbox",
            "<a href=\"/_poolkeeper/inbox\" aria-current=\"page\">Inbox</a> <a href=\"/_poolkeeper/token\">Token</a>",
        ),
        (
            "/_poolkeeper/token",
            "Token",
            "<a href=\"/_poolkeeper/inbox\">Inbox</a> <a href=\"/_poolkeeper/token\" aria-current=\"page\">Token</a>",
        ),
    ] {
        let page = browse(&edge, path).await;
        assert_eq!(
            (inner(page.text(), "nav"), inner(page.text(), "h1")),
            (vec![expected], vec![title])
        );
        assert_eq!(inner(page.text(), "title"), [format!("{title} - Poolkeeper")]);
    }
}

#[tokio::test]
async fn an_empty_inbox_says_how_to_fill_it() {
    let page = browse(&Edge::dev(), "/_poolkeeper/inbox").await;
    let none = inner(page.text(), "section")[0];
    assert!(none.contains("<h2>No messages yet</h2>"), "{none}");
    assert!(none.contains("aws cognito-idp --endpoint-url http://localhost:7665 --region us-east-1 \\\n    sign-up"), "{none}");
    assert_eq!(inner(page.text(), "article"), Vec::<&str>::new());
}

#[tokio::test]
async fn a_message_is_shown_escaped() {
    let edge = Edge::dev();
    let pool = invited(&edge, "<script>alert(1)</script>", "o'b&b@example.com").await;
    let answer = browse(&edge, "/_poolkeeper/inbox").await;
    let page = answer.text();
    let expected = format!(
        "\n<h2>o&#39;b&#38;b@example.com</h2>\n\
         <p class=\"about\"><span class=\"kind\">Invitation</span> <span>by email</span> \
         <time datetime=\"2026-01-31T23:59:30Z\">2026-01-31 23:59:30 UTC</time></p>\n\
         <p class=\"code\"><code>Passw0rd&#60;&#38;&#62;&#34;&#39;</code> \
         <button type=\"button\" class=\"copy\" hidden>Copy</button></p>\n\
         <p class=\"subject\">Your temporary password</p>\n\
         <p class=\"text\">Your username is &#60;script&#62;alert(1)&#60;/script&#62; and temporary password is \
         Passw0rd&#60;&#38;&#62;&#34;&#39;. </p>\n\
         <dl><div><dt>User</dt><dd>&#60;script&#62;alert(1)&#60;/script&#62;</dd></div>\
         <div><dt>Pool</dt><dd>{pool}</dd></div></dl>\n"
    );
    assert_eq!(inner(page, "article"), [expected]);
    assert!(!page.contains("alert(1)</script>"), "{page}");
    // The filter is echoed in the page's text and in an attribute.
    let filtered = browse(&edge, "/_poolkeeper/inbox?to=%22%3E%3Cscript%3E&pool=%3Cb%3E").await;
    assert!(
        filtered.text().contains("name=\"to\" value=\"&#34;&#62;&#60;script&#62;\""),
        "{}",
        filtered.text()
    );
    assert!(
        filtered.text().contains("<option selected>&#60;b&#62;</option>"),
        "{}",
        filtered.text()
    );
    assert!(filtered.text().contains("<h2>No matching messages</h2>"), "{}", filtered.text());
}

#[tokio::test]
async fn messages_of_a_pool_or_a_recipient() {
    let edge = Edge::dev();
    let first = invited(&edge, "ann", "Ann@example.com").await;
    let second = invited(&edge, "bob", "bob@example.org").await;
    for (query, expected) in [
        (String::new(), vec!["Ann@example.com", "bob@example.org"]),
        (format!("?pool={first}"), vec!["Ann@example.com"]),
        (format!("?pool={second}&to="), vec!["bob@example.org"]),
        ("?to=EXAMPLE.COM".to_owned(), vec!["Ann@example.com"]),
        ("?to=bo".to_owned(), vec!["bob@example.org"]),
        (format!("?pool={first}&to=bob"), vec![]),
        ("?other=x".to_owned(), vec!["Ann@example.com", "bob@example.org"]),
    ] {
        let path = format!("/_poolkeeper/inbox{query}");
        let page = browse(&edge, &path).await;
        let mut shown = inner(page.text(), "h2");
        shown.retain(|head| head.contains('@'));
        shown.sort_unstable();
        assert_eq!(shown, expected, "{query}");
        let list =
            edge.send(request(Method::GET, &path, &[("host", "localhost")], b"")).await.json();
        let mut listed: Vec<&str> = list["messages"]
            .as_array()
            .unwrap()
            .iter()
            .map(|sent| sent["destination"].as_str().unwrap())
            .collect();
        listed.sort_unstable();
        assert_eq!(listed, expected, "{query}");
        assert!(
            list["messages"]
                .as_array()
                .unwrap()
                .iter()
                .all(|sent| sent["created"] == "2026-01-31T23:59:30Z"),
            "{list}"
        );
    }
}

#[tokio::test]
async fn other_clients_get_json() {
    let edge = Edge::dev();
    for accept in ["*/*", "application/json", "application/json, text/plain, */*"] {
        let headers = [("host", "localhost"), ("accept", accept)];
        let answer = edge.send(request(Method::GET, "/_poolkeeper/inbox", &headers, b"")).await;
        assert_eq!(
            (answer.header("content-type"), answer.text()),
            ("application/json", r#"{"messages":[]}"#),
            "{accept}"
        );
        assert_eq!(answer.header("vary"), "accept");
    }
}

#[tokio::test]
async fn the_page_requires_access_to_the_messages() {
    let edge = Edge::dev_with(&[], vec![example_key()]);
    let basic = format!(
        "Basic {}",
        STANDARD.encode("AKIDEXAMPLE:wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    );
    for (peer, authorization, status) in [
        ("127.0.0.1", None, 200),
        ("192.0.2.7", None, 401),
        ("192.0.2.7", Some("Basic eDp5"), 401),
        ("192.0.2.7", Some(&*basic), 200),
    ] {
        let mut headers = vec![("host", "localhost"), ("accept", BROWSER)];
        headers.extend(authorization.map(|value| ("authorization", value)));
        let mut request = request(Method::GET, "/_poolkeeper/inbox", &headers, b"");
        request.extensions_mut().insert(server::Peer(peer.parse().unwrap()));
        let answer = edge.send(request).await;
        assert_eq!(answer.status, status, "{peer}");
        assert_eq!(answer.header("www-authenticate").is_empty(), status == 200);
    }
    for path in ["/_poolkeeper/inbox", "/_poolkeeper/token"] {
        for foreign in [("host", "evil.example"), ("origin", "https://evil.example")] {
            let headers = [("host", "localhost"), ("accept", BROWSER), foreign];
            let headers = headers
                .into_iter()
                .filter(|(name, value)| *name != foreign.0 || *value == foreign.1);
            let answer =
                edge.send(request(Method::GET, path, &headers.collect::<Vec<_>>(), b"")).await;
            assert_eq!(answer.status, 403, "{path} {foreign:?}");
        }
    }
}

#[tokio::test]
async fn serve_has_no_pages() {
    assert_eq!(browse(&Edge::serve(), "/").await.status, 404);
    for path in ["/_poolkeeper/inbox", "/_poolkeeper/token"] {
        assert_eq!(browse(&Edge::serve(), path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn browsers_at_the_root_are_redirected_to_the_inbox() {
    let edge = Edge::dev();
    let answer = browse(&edge, "/").await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.headers["location"], "/_poolkeeper/inbox");
    let program = edge
        .send(request(Method::GET, "/", &[("host", "localhost"), ("accept", "*/*")], b""))
        .await;
    assert_eq!(program.status, 404);
}
