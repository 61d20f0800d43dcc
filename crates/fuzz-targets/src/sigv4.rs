//! Signature Version 4. Input: a request as on the wire: method and target, headers, an empty line,
//! the body.

use std::sync::LazyLock;

use domain::Time;
use http::{HeaderMap, HeaderName, HeaderValue};
use server::sigv4::verify::is_region;
use server::sigv4::{AccessKey, AccessKeys, SignedRequest, parse, verify};
use testkit::{Credentials, authorization};

const NOW: Time = Time(1_772_600_767_089);
const KEY: Credentials<'static> = Credentials {
    id: "AKIATESTKIT",
    secret: "testkit-secret",
    region: "eu-west-1",
    service: "cognito-idp",
};
const HOST: &str = "localhost:7665";
const TARGET: &str = "AWSCognitoIdentityProviderService.ListUsers";
const BODY: &str = r#"{"UserPoolId":"eu-west-1_Ab12Cd34E"}"#;

static KEYS: LazyLock<AccessKeys> =
    LazyLock::new(|| AccessKeys::new(vec![AccessKey::new(KEY.id, KEY.secret)]));
static SIGNED: LazyLock<(String, String)> =
    LazyLock::new(|| authorization(&KEY, NOW, HOST, TARGET, BODY.as_bytes()));

struct Received<'a> {
    method: &'a str,
    path: &'a str,
    query: Option<&'a str>,
    headers: HeaderMap,
    body: &'a [u8],
}

/// A request that verifies is the one that was signed, in every part that determines its meaning.
pub fn sigv4(data: &[u8]) {
    let received = received(data);
    if let Some(header) =
        received.headers.get("authorization").and_then(|value| value.to_str().ok())
    {
        authorization_header(header);
    }
    let request = SignedRequest {
        method: received.method,
        path: received.path,
        query: received.query,
        headers: &received.headers,
        forwarded_host: None,
        body: received.body,
    };
    let verified = match verify(&request, &KEYS, KEY.service, None, NOW.millis()) {
        Ok(verified) => verified,
        Err(refusal) => {
            return assert!(refusal.to_string().len() < 4096 && !refusal.exception().is_empty());
        }
    };
    let header = |name: &str| {
        let mut all = received.headers.get_all(name).iter();
        let value = all.next().and_then(|value| value.to_str().ok()).unwrap_or_default();
        assert!(all.next().is_none(), "two {name}");
        value.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        (received.method, received.path, received.query.unwrap_or_default()),
        ("POST", "/", "")
    );
    assert_eq!(received.body, BODY.as_bytes());
    assert_eq!((header("host").as_str(), header("x-amz-target").as_str()), (HOST, TARGET));
    assert_eq!(
        (header("x-amz-date"), verified.key.id(), verified.region.as_str()),
        (SIGNED.1.clone(), KEY.id, KEY.region)
    );
}

/// What is parsed appears in the header, and an error quotes no more than a part of it.
fn authorization_header(header: &str) {
    match parse::parse(header, true) {
        Ok(read) => {
            let whole = format!("{}/{}", read.access_key_id, read.scope());
            assert!(header.contains(&whole) && header.contains(read.signature), "{header}");
            assert!(read.signed_headers.is_sorted() && !read.signature.is_empty());
            let _ = is_region(read.region);
        }
        Err(refusal) => assert!(refusal.to_string().len() < 4096),
    }
}

fn received(data: &[u8]) -> Received<'_> {
    let at = data.windows(2).position(|pair| pair == b"\n\n").unwrap_or(data.len());
    let (head, body) = data.split_at(at);
    let mut lines = head.split(|byte| *byte == b'\n');
    let first = lines.next().and_then(|line| std::str::from_utf8(line).ok()).unwrap_or_default();
    let (method, target) = first.split_once(' ').unwrap_or((first, ""));
    let (path, query) =
        target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let mut headers = HeaderMap::new();
    for line in lines.take(100) {
        let colon = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
        let (name, value) = line.split_at(colon);
        let value = value.strip_prefix(b":").unwrap_or_default();
        if let (Ok(name), Ok(value)) =
            (HeaderName::from_bytes(name), HeaderValue::from_bytes(value))
        {
            headers.append(name, value);
        }
    }
    Received { method, path, query, headers, body: body.get(2..).unwrap_or_default() }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let (authorization, date) = &*SIGNED;
    let whole = format!(
        "POST /\nhost:{HOST}\nx-amz-date:{date}\nx-amz-target:{TARGET}\n\
         authorization:{authorization}\n\n{BODY}"
    );
    let (_, signature) = authorization.split_once("Signature=").expect("a signature");
    vec![
        whole.clone().into_bytes(),
        whole.replace("POST /", "POST /a/../%2F?b=c&%61=&a&X-Amz-Signature=0").into_bytes(),
        whole.replace("host:", "host: a  b\nhost:").into_bytes(),
        whole.replace(date, "20150830T123600Z").into_bytes(),
        whole
            .replace(
                "host;x-amz-date;x-amz-target",
                "Host;x-amz-target;;X-Amz-Date;x-amz-content-sha256",
            )
            .into_bytes(),
        whole.replace(signature, "0").into_bytes(),
        whole
            .replace("\n\n", "\nx-amz-content-sha256:UNSIGNED-PAYLOAD\nx-amz-security-token:t\n\n")
            .into_bytes(),
    ]
}
