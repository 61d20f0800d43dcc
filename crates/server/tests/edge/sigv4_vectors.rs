//! Signatures made by botocore (1.44.5, clock set to 2026-01-31T23:59:30Z, key AKIDEXAMPLE).

use http::{HeaderMap, HeaderName, HeaderValue};
use server::sigv4::{AccessKeys, Refusal, SignedRequest, Verified, canonical, verify};

use crate::support::{NOW, example_key};

struct Vector {
    service: &'static str,
    region: &'static str,
    host: &'static str,
    target: &'static str,
    further: &'static [(&'static str, &'static str)],
    body: &'static str,
    signed_headers: &'static str,
    signature: &'static str,
}

const VECTORS: [Vector; 5] = [
    Vector {
        service: "cognito-idp",
        region: "us-east-1",
        host: "127.0.0.1:7665",
        target: "AWSCognitoIdentityProviderService.ListUserPools",
        further: &[],
        body: r#"{"MaxResults": 10}"#,
        signed_headers: "content-type;host;x-amz-date;x-amz-target",
        signature: "6263bb56f9eacbcf7fd3700614f152437e64c1269881a5e290327fbaa4acf138",
    },
    Vector {
        service: "cognito-identity",
        region: "eu-west-1",
        host: "cognito-identity.eu-west-1.example.com",
        target: "AWSCognitoIdentityService.ListIdentityPools",
        further: &[],
        body: r#"{"MaxResults":60}"#,
        signed_headers: "content-type;host;x-amz-date;x-amz-target",
        signature: "cf29bea58f1ca06d0675c1063818d22890da73d0bf6b399a84014493308eb73a",
    },
    Vector {
        service: "cognito-idp",
        region: "eu-west-1",
        host: "localhost:7665",
        target: "AWSCognitoIdentityProviderService.AdminGetUser",
        further: &[],
        body: "{\"UserPoolId\":\"eu-west-1_Ab12Cd34E\",\"Username\":\"j\u{f6}rg \u{fc}\"}",
        signed_headers: "content-type;host;x-amz-date;x-amz-target",
        signature: "d1cd7928fa6a071da39445d25f5e00af57eec4ddf4be7af770a52c650dbce26f",
    },
    // Runs of spaces in a signed header.
    Vector {
        service: "cognito-idp",
        region: "eu-west-1",
        host: "localhost:7665",
        target: "AWSCognitoIdentityProviderService.ListUserPools",
        further: &[
            ("x-amz-user-agent", "  aws-sdk   js/3.1    ua/2.1 "),
            ("cache-control", "no-store"),
        ],
        body: r#"{"MaxResults":1}"#,
        signed_headers: "cache-control;content-type;host;x-amz-date;x-amz-target;x-amz-user-agent",
        signature: "5756e712326457b3b0652215647ba288122afb84ff1ee5d21efe62534944b7fc",
    },
    Vector {
        service: "cognito-idp",
        region: "ap-southeast-2",
        host: "localhost",
        target: "AWSCognitoIdentityProviderService.ListUserPools",
        further: &[],
        body: "{}",
        signed_headers: "content-type;host;x-amz-date;x-amz-target",
        signature: "926e3cee61fc47b86f832a2eb0f1c435ac5ad8dfb2a7d233f6e119b496867c2b",
    },
];

impl Vector {
    fn headers(&self) -> Vec<(String, String)> {
        let mut headers = vec![
            ("content-type".to_owned(), "application/x-amz-json-1.1".to_owned()),
            ("host".to_owned(), self.host.to_owned()),
            ("x-amz-target".to_owned(), self.target.to_owned()),
            ("x-amz-date".to_owned(), "20260131T235930Z".to_owned()),
            (
                "authorization".to_owned(),
                format!(
                    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260131/{}/{}/aws4_request, SignedHeaders={}, Signature={}",
                    self.region, self.service, self.signed_headers, self.signature
                ),
            ),
        ];
        headers.extend(
            self.further.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        );
        headers
    }

    fn verify(&self, headers: &[(String, String)], body: &[u8]) -> Result<String, Refusal> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(
                HeaderName::from_bytes(name.as_bytes()).unwrap(),
                HeaderValue::from_str(value).unwrap(),
            );
        }
        let request = SignedRequest {
            method: "POST",
            path: "/",
            query: None,
            headers: &map,
            forwarded_host: None,
            body,
        };
        let keys = AccessKeys::new(vec![example_key()]);
        verify(&request, &keys, self.service, None, NOW.millis())
            .map(|Verified { region, .. }| region)
    }
}

#[test]
fn signatures_of_botocore_are_accepted() {
    for vector in &VECTORS {
        assert_eq!(
            vector.verify(&vector.headers(), vector.body.as_bytes()).as_deref(),
            Ok(vector.region)
        );
    }
}

#[test]
fn one_changed_byte_anywhere_is_refused() {
    for vector in &VECTORS {
        let headers = vector.headers();
        for (index, (name, value)) in headers.iter().enumerate() {
            for at in 0..value.len() {
                let mut changed = headers.clone();
                changed[index].1 = with_another_byte(value, at);
                let outcome = vector.verify(&changed, vector.body.as_bytes());
                assert!(outcome.is_err(), "{name} changed at {at}: {}", changed[index].1);
            }
        }
        for at in 0..vector.body.len() {
            let mut body = vector.body.as_bytes().to_vec();
            body[at] ^= 1;
            assert_eq!(
                vector.verify(&headers, &body),
                Err(Refusal::Mismatch),
                "body changed at {at}"
            );
        }
        assert_eq!(
            vector.verify(&headers, &[vector.body.as_bytes(), b" "].concat()),
            Err(Refusal::Mismatch)
        );
    }
}

/// Replaces one byte with another printable one.
fn with_another_byte(value: &str, at: usize) -> String {
    let mut bytes = value.as_bytes().to_vec();
    bytes[at] = if bytes[at] == b'!' { b'"' } else { b'!' };
    String::from_utf8(bytes).unwrap()
}

#[test]
fn method_path_and_query_are_covered() {
    let vector = &VECTORS[0];
    let mut map = HeaderMap::new();
    for (name, value) in vector.headers() {
        map.append(
            HeaderName::from_bytes(name.as_bytes()).unwrap(),
            HeaderValue::from_str(&value).unwrap(),
        );
    }
    let keys = AccessKeys::new(vec![example_key()]);
    for (method, path, query) in
        [("PUT", "/", None), ("POST", "/x", None), ("POST", "/", Some("a=b"))]
    {
        let body = vector.body.as_bytes();
        let request =
            SignedRequest { method, path, query, headers: &map, forwarded_host: None, body };
        let outcome = verify(&request, &keys, vector.service, None, NOW.millis());
        assert_eq!(outcome.unwrap_err(), Refusal::Mismatch, "{method} {path} {query:?}");
    }
}

#[test]
fn the_canonical_request_matches_botocores() {
    let headers = [("host", b"localhost".to_vec()), ("x-amz-date", b"20260131T235930Z".to_vec())];
    let canonical = canonical::Canonical {
        method: "GET",
        path: "/a%20b/./c//d/",
        query: "b=2&a=1&b=1",
        headers: &headers,
        body_sha256: &canonical::sha256_hex(b""),
    };
    let expected = "GET\n/a%2520b/c/d/\na=1&b=1&b=2\nhost:localhost\nx-amz-date:20260131T235930Z\n\nhost;x-amz-date\n\
                    e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(String::from_utf8(canonical.bytes()).unwrap(), expected);
}
