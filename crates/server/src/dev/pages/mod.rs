//! Pages for developers. Only their own styles and scripts are allowed, by hash.

mod accept;

use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderName, HeaderValue, header};

use crate::aws_json;
use crate::edge::App;
pub(crate) use accept::prefers_html;

/// The only style sheet.
const STYLE: &str = include_str!("../../../templates/page.css");
/// Path and title of every page.
const PAGES: &[(&str, &str)] = &[("/_poolkeeper/inbox", "Inbox"), ("/_poolkeeper/token", "Token")];

/// The parts that all pages share.
pub(crate) struct Frame {
    pub(crate) title: &'static str,
    pub(crate) style: &'static str,
    pub(crate) pages: &'static [(&'static str, &'static str)],
}

impl Frame {
    pub(crate) fn of(title: &'static str) -> Self {
        Self { title, style: STYLE, pages: PAGES }
    }
}

const HEADERS: &[(&str, &str)] = &[
    ("content-type", "text/html; charset=utf-8"),
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Redirects browsers that open the server's root URL to the inbox; all others get the API's
/// answer.
pub(crate) async fn home(State(app): State<Arc<App>>, request: Request) -> Response {
    if !prefers_html(request.headers()) {
        return aws_json::handle(State(app), request).await;
    }
    Redirect::to("/_poolkeeper/inbox").into_response()
}

/// Where a page may submit forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Forms {
    /// Nowhere.
    None,
    /// To this server.
    Own,
}

/// The policy of a page with these inline scripts and [`STYLE`] (Content Security Policy Level 3):
/// both are allowed by hash, the page connects only to this server, and it cannot be framed.
pub(crate) fn policy(scripts: &[&str], forms: Forms) -> HeaderValue {
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    let forms = match forms {
        Forms::None => "'none'",
        Forms::Own => "'self'",
    };
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; connect-src 'self'; img-src data:; \
         base-uri 'none'; form-action {forms}; frame-ancestors 'none'",
        scripts.join(" "),
        hash(STYLE),
    );
    // Base64 and the words above are always a valid header value. The fallback forbids everything,
    // which is safer than no policy.
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// A response with a page and its security headers.
pub(crate) fn answer(body: String, policy: &HeaderValue) -> Response {
    let mut response = Response::new(body.into());
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    response
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(digest(&SHA256, text.as_bytes())))
}
