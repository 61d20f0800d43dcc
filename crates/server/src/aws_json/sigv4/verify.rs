//! Verifies one request. The checks are in the order in which the service reports them.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use http::HeaderMap;

use super::Refusal;
use super::canonical::{Canonical, sha256_hex, signature, trimmed};
use super::parse::{self, Authorization};
use crate::edge::access_keys::{AccessKey, AccessKeys};
use crate::text::date::{basic, parse_basic};

/// How far the client's clock may be off, in minutes.
const WINDOW_MINUTES: i64 = 5;
const WINDOW_MS: i64 = WINDOW_MINUTES * 60_000;

/// Headers that change what a request means: each must occur once and be covered by the signature.
const MUST_BE_SIGNED: [(&str, &str); 3] =
    [("host", "Host"), ("x-amz-date", "X-Amz-Date"), ("x-amz-target", "X-Amz-Target")];

/// A request as received, with its complete body.
pub struct SignedRequest<'a> {
    /// Upper-case HTTP method.
    pub method: &'a str,
    /// The path as on the wire.
    pub path: &'a str,
    /// The query string without `?`, if any.
    pub query: Option<&'a str>,
    /// All headers as received.
    pub headers: &'a HeaderMap,
    /// The host the client signed, if it is not the `Host` header: the one that a trusted proxy
    /// reports.
    pub forwarded_host: Option<&'a [u8]>,
    /// The body; its hash is always taken from these bytes.
    pub body: &'a [u8],
}

/// Who signed, and for which region.
#[derive(Debug)]
pub struct Verified<'k> {
    /// The access key that signed.
    pub key: &'k AccessKey,
    /// The region of the credential scope.
    pub region: String,
}

/// Verifies the request's signature for `service` (its signing name). `regions` are those served,
/// `None` = any well-formed one; `now_ms` is the time in milliseconds since the epoch.
pub fn verify<'k>(
    request: &SignedRequest<'_>,
    keys: &'k AccessKeys,
    service: &'static str,
    regions: Option<&[String]>,
    now_ms: i64,
) -> Result<Verified<'k>, Refusal> {
    let Head { authorization, amz_date, key } = head(request.headers, keys)?;
    require_signature(request, &authorization, amz_date, key)?;
    require_current(amz_date, now_ms)?;
    require_scope(&authorization, amz_date, service, regions)?;
    Ok(Verified { key, region: authorization.region.to_owned() })
}

/// Whether the head alone already shows that [`verify()`] will refuse the request, whatever its
/// body, which is not looked at. The refusal is one of those that apply, not always the first.
pub fn examine(
    request: &SignedRequest<'_>,
    keys: &AccessKeys,
    service: &'static str,
    regions: Option<&[String]>,
    now_ms: i64,
) -> Result<(), Refusal> {
    let Head { authorization, amz_date, .. } = head(request.headers, keys)?;
    if request.query.is_some_and(is_presigned) {
        return Err(Refusal::Presigned);
    }
    signed_values(request, &authorization)?;
    require_current(amz_date, now_ms)?;
    require_scope(&authorization, amz_date, service, regions)
}

/// What the head says about the signature, with the key that it names.
struct Head<'h, 'k> {
    authorization: Authorization<'h>,
    amz_date: &'h str,
    key: &'k AccessKey,
}

fn head<'h, 'k>(headers: &'h HeaderMap, keys: &'k AccessKeys) -> Result<Head<'h, 'k>, Refusal> {
    let header = authorization_header(headers)?;
    let amz_date = single(headers, "x-amz-date");
    let authorization = parse::parse(header, amz_date.is_some())?;
    let amz_date = amz_date.unwrap_or_default();
    require_signed(headers, &authorization)?;
    let key = keys.find(authorization.access_key_id).ok_or(Refusal::UnknownKey)?;
    if headers.contains_key("x-amz-security-token") {
        return Err(Refusal::SessionToken);
    }
    Ok(Head { authorization, amz_date, key })
}

/// The one `Authorization` header as text.
pub fn authorization_header(headers: &HeaderMap) -> Result<&str, Refusal> {
    if !headers.contains_key(http::header::AUTHORIZATION) {
        return Err(Refusal::Missing);
    }
    single(headers, "authorization").ok_or_else(|| {
        Refusal::Incomplete("Authorization header must be sent once, as text.".to_owned())
    })
}

/// Whether `region` can be part of a pool id: lower-case words and digits with hyphens.
pub fn is_region(region: &str) -> bool {
    (1..=32).contains(&region.len())
        && region.starts_with(|first: char| first.is_ascii_lowercase())
        && region
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn require_signed(headers: &HeaderMap, authorization: &Authorization<'_>) -> Result<(), Refusal> {
    for (name, shown) in MUST_BE_SIGNED {
        if single(headers, name).is_none() || !authorization.signs(name) {
            return Err(Refusal::NotSigned(shown));
        }
    }
    Ok(())
}

fn require_signature(
    request: &SignedRequest<'_>,
    authorization: &Authorization<'_>,
    amz_date: &str,
    key: &AccessKey,
) -> Result<(), Refusal> {
    // A signature in the query would be a second, unchecked one.
    if request.query.is_some_and(is_presigned) {
        return Err(Refusal::Presigned);
    }
    let body_sha256 = sha256_hex(request.body);
    // UNSIGNED-PAYLOAD and the STREAMING forms are not this hash either, and so are refused.
    let named = request.headers.get_all("x-amz-content-sha256");
    if named.iter().any(|named| named.as_bytes() != body_sha256.as_bytes()) {
        return Err(Refusal::BodyHash);
    }
    let headers = signed_values(request, authorization)?;
    let canonical = Canonical {
        method: request.method,
        path: request.path,
        query: request.query.unwrap_or_default(),
        headers: &headers,
        body_sha256: &body_sha256,
    };
    let expected = signature(key.secret(), authorization, amz_date, &canonical.bytes());
    verify_slices_are_equal(expected.as_bytes(), authorization.signature.as_bytes())
        .map_err(|_| Refusal::Mismatch)
}

fn signed_values<'a>(
    request: &SignedRequest<'_>,
    authorization: &'a Authorization<'_>,
) -> Result<Vec<(&'a str, Vec<u8>)>, Refusal> {
    let mut values = Vec::with_capacity(authorization.signed_headers.len());
    for name in &authorization.signed_headers {
        let value = match request.forwarded_host {
            Some(host) if name == "host" => trimmed(host),
            _ => {
                let all: Vec<Vec<u8>> = request
                    .headers
                    .get_all(name)
                    .iter()
                    .map(|value| trimmed(value.as_bytes()))
                    .collect();
                if all.is_empty() {
                    return Err(Refusal::HeaderGone);
                }
                all.join(&b","[..])
            }
        };
        values.push((name.as_str(), value));
    }
    Ok(values)
}

fn require_current(amz_date: &str, now_ms: i64) -> Result<(), Refusal> {
    let signed_ms = parse_basic(amz_date).ok_or_else(|| {
        Refusal::Incomplete(format!("Date must be in ISO-8601 'basic format'. Got '{amz_date}'."))
    })?;
    let now = basic(now_ms);
    if signed_ms < now_ms - WINDOW_MS {
        let earliest = basic(now_ms - WINDOW_MS);
        return Err(Refusal::Expired(format!(
            "Signature expired: {amz_date} is now earlier than {earliest} ({now} - {WINDOW_MINUTES} min.)"
        )));
    }
    if signed_ms > now_ms + WINDOW_MS {
        let latest = basic(now_ms + WINDOW_MS);
        return Err(Refusal::Early(format!(
            "Signature not yet current: {amz_date} is still later than {latest} ({now} + {WINDOW_MINUTES} min.)"
        )));
    }
    Ok(())
}

fn require_scope(
    authorization: &Authorization<'_>,
    amz_date: &str,
    service: &'static str,
    regions: Option<&[String]>,
) -> Result<(), Refusal> {
    if !amz_date.starts_with(authorization.date) || authorization.date.len() != 8 {
        return Err(Refusal::ScopeDate(format!(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{}' \
             != '{}', from '{amz_date}'.",
            authorization.date,
            amz_date.get(..8).unwrap_or(amz_date),
        )));
    }
    let served =
        regions.is_none_or(|regions| regions.iter().any(|region| region == authorization.region));
    if !served || !is_region(authorization.region) {
        return Err(Refusal::Region);
    }
    if authorization.service != service {
        return Err(Refusal::Service(service));
    }
    Ok(())
}

/// The value of a header that occurs exactly once and is text.
fn single<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    if values.next().is_some() {
        return None;
    }
    first.to_str().ok()
}

fn is_presigned(query: &str) -> bool {
    query.split('&').any(|parameter| {
        let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
        name.starts_with("x-amz-")
    })
}
