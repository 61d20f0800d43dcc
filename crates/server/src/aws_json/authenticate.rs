//! Who may run the operation, and in which region it runs.

use std::net::IpAddr;

use http::StatusCode;
use http::request::Parts;
use wire::{Auth, Operation};

use super::Refused;
use super::sigv4::verify::{authorization_header, is_region};
use super::sigv4::{self, AccessKey, SignedRequest, parse};
use super::subject::Subject;
use super::wrong_signature;
use crate::edge::host_rules::is_foreign_origin;
use crate::edge::{App, EdgeMode};
use crate::net::Peer;

/// The parts of a request that its signature covers.
pub(super) struct Signed<'a> {
    pub(super) parts: &'a Parts,
    pub(super) body: &'a [u8],
    pub(super) peer: Option<Peer>,
    /// The client's address, if known.
    pub(super) address: Option<IpAddr>,
}

/// A caller whose signature is right, if it needs one.
pub(super) struct Authenticated<'k> {
    /// The region of the request.
    pub(super) region: String,
    key: Option<&'k AccessKey>,
}

/// Whether the head alone shows that the signature will be refused. The refusal need not be the one
/// that the client gets: the signature comes first, and needs the body.
pub(super) fn examine(
    app: &App,
    operation: &Operation,
    signed: &Signed<'_>,
) -> Result<(), sigv4::Refusal> {
    let is_checked = operation.auth == Auth::SigV4
        && !app.accepts_any_credentials()
        && !(app.is_dev() && is_foreign_origin(&signed.parts.headers));
    if !is_checked {
        return Ok(());
    }
    let now = app.server.clock.now().millis();
    let service = operation.service.signing_name();
    sigv4::examine(&request(app, signed), &app.access_keys, service, app.regions(), now)
}

/// Checks who makes the request, and in which region. A wrong signature is counted, unless it is
/// counted already.
pub(super) fn caller<'a>(
    app: &'a App,
    operation: &Operation,
    signed: &Signed<'_>,
    is_counted: bool,
) -> Result<Authenticated<'a>, Refused> {
    let unsigned = |region: String| Authenticated { region, key: None };
    match operation.auth {
        Auth::None => Ok(unsigned(app.default_region().to_owned())),
        // The operation itself asks for the client secret; a signature would prove nothing and is
        // not checked.
        Auth::Optional => {
            let named = named_region(app, signed);
            Ok(unsigned(named.unwrap_or_else(|_| app.default_region().to_owned())))
        }
        Auth::SigV4 => {
            if app.is_dev() && is_foreign_origin(&signed.parts.headers) {
                return Err(foreign_origin());
            }
            if app.accepts_any_credentials() {
                return Ok(unsigned(named_region(app, signed)?));
            }
            let sigv4::Verified { key, region } =
                verify(app, operation, signed).map_err(|refusal| {
                    let throttled = (!is_counted)
                        .then(|| wrong_signature::count(app, operation, signed.address, &refusal));
                    throttled.flatten().unwrap_or_else(|| refusal.into())
                })?;
            Ok(Authenticated { region, key: Some(key) })
        }
    }
}

/// Checks that the caller's access key allows what the request is about.
pub(super) fn require_allowed(
    app: &App,
    caller: &Authenticated<'_>,
    subject: &Subject<'_>,
) -> Result<(), Refused> {
    let Authenticated { region, key: Some(key) } = caller else { return Ok(()) };
    require_key_allows(app, key, subject, region)
}

/// The region of an unverified credential.
fn named_region(app: &App, signed: &Signed<'_>) -> Result<String, sigv4::Refusal> {
    let header = authorization_header(&signed.parts.headers)?;
    let region = parse::parse(header, true)?.region;
    let served = app.regions().is_none_or(|regions| regions.iter().any(|served| served == region));
    if served && is_region(region) { Ok(region.to_owned()) } else { Err(sigv4::Refusal::Region) }
}

fn verify<'k>(
    app: &'k App,
    operation: &Operation,
    signed: &Signed<'_>,
) -> Result<sigv4::Verified<'k>, sigv4::Refusal> {
    let now = app.server.clock.now().millis();
    let service = operation.service.signing_name();
    sigv4::verify(&request(app, signed), &app.access_keys, service, app.regions(), now)
}

fn request<'a>(app: &App, signed: &Signed<'a>) -> SignedRequest<'a> {
    let Parts { method, uri, headers, .. } = signed.parts;
    SignedRequest {
        method: method.as_str(),
        path: uri.path(),
        query: uri.query(),
        headers,
        forwarded_host: forwarded_host(app, signed),
        body: signed.body,
    }
}

/// The host the client signed, as reported by a trusted proxy.
fn forwarded_host<'a>(app: &App, signed: &Signed<'a>) -> Option<&'a [u8]> {
    let EdgeMode::Serve { trusted_proxies, .. } = &app.mode else { return None };
    let Peer(address) = signed.peer?;
    if !trusted_proxies.iter().any(|proxy| proxy.contains(address)) {
        return None;
    }
    let mut forwarded = signed.parts.headers.get_all("x-forwarded-host").iter();
    let host = forwarded.next()?;
    forwarded.next().is_none().then_some(host.as_bytes())
}

fn require_key_allows(
    app: &App,
    key: &AccessKey,
    subject: &Subject<'_>,
    region: &str,
) -> Result<(), Refused> {
    let operation = subject.operation;
    let account = &app.server.settings.account_id;
    let action = format!("{}:{}", operation.service.signing_name(), operation.name);
    let resource = subject.arn(region, account);
    let Some(reason) = key.find_denial(&action, &resource) else { return Ok(()) };
    let user = key.id();
    let refused = Refused::new(
        StatusCode::BAD_REQUEST,
        "AccessDeniedException",
        format!(
            "User: arn:aws:iam::{account}:user/{user} is not authorized to perform: {action} on resource: \
             {resource} because no identity-based policy allows the {action} action"
        ),
    );
    Err(refused.because(reason))
}

fn foreign_origin() -> Refused {
    Refused::new(
        StatusCode::FORBIDDEN,
        "ForbiddenException",
        "poolkeeper dev runs this operation only for pages on this machine.",
    )
    .because("the request comes from a page on another machine")
}
