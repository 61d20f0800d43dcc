//! A tower layer that only lets requests with a valid token through, and an extractor for the
//! token's claims. Requires the feature `axum`.
//!
//! ```
//! use axum::{Router, routing::get};
//! use poolkeeper_verify::{Claims, Pool, Verifier, axum::RequireToken};
//!
//! # fn example() -> Result<Router, poolkeeper_verify::ConfigError> {
//! let verifier = Verifier::builder()
//!     .pool(Pool::issuer("https://auth.example.com/eu-west-1_AbCdEf123")?)
//!     .access_tokens()
//!     .client("4kq1example7client")
//!     .any_scope(["orders/read"])
//!     .build()?;
//! let app: Router = Router::new()
//!     .route("/orders", get(async |claims: Claims| format!("the orders of {}", claims.sub())))
//!     .layer(RequireToken::new(verifier));
//! # Ok(app)
//! # }
//! # example().unwrap();
//! ```

use std::future::ready;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum_core::body::Body;
use axum_core::extract::FromRequestParts;
use axum_core::response::{IntoResponse, Response};
use http::header::{AUTHORIZATION, CONTENT_TYPE, WWW_AUTHENTICATE};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Request, StatusCode};
use tower_layer::Layer;
use tower_service::Service;

use crate::{Claims, Verifier, VerifyError};

/// Lets a request through only if its `Authorization` header carries a token, with or without
/// `Bearer`, that passes the verifier, and stores its [`Claims`] in the request's extensions.
/// Otherwise it answers:
///
/// | Case | Status | `WWW-Authenticate` | Body |
/// |---|---|---|---|
/// | no token, or more than one | 401 | `Bearer realm="POOL"` | `{"message":"Unauthorized"}` |
/// | a token that fails a check | 401 | `Bearer error="invalid_token", error_description="..."` | `{"message":"Unauthorized"}` |
/// | a valid token without the scopes | 403 | `Bearer error="insufficient_scope", scope="..."` | `{"message":"Forbidden"}` |
/// | a valid token without the group | 403 | | `{"message":"Forbidden"}` |
/// | the pool's keys are unavailable | 503 | | `{"message":"Service Unavailable"}` |
///
/// A browser's preflight request (`OPTIONS`) carries no token either: put the CORS layer outside
/// this one.
#[derive(Debug, Clone)]
pub struct RequireToken {
    verifier: Verifier,
}

impl RequireToken {
    /// Lets requests through if this verifier accepts their token.
    #[must_use]
    pub fn new(verifier: Verifier) -> Self {
        Self { verifier }
    }
}

impl<S> Layer<S> for RequireToken {
    type Service = TokenRequired<S>;

    fn layer(&self, inner: S) -> TokenRequired<S> {
        TokenRequired { verifier: self.verifier.clone(), inner }
    }
}

/// The service inside a [`RequireToken`] layer.
#[derive(Debug, Clone)]
pub struct TokenRequired<S> {
    verifier: Verifier,
    inner: S,
}

impl<S, B> Service<Request<B>> for TokenRequired<S>
where
    S: Service<Request<B>, Response = Response> + Clone + Send + 'static,
    S::Future: Send,
    B: Send + 'static,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        // Call the service that was polled ready; a fresh clone takes its place.
        let fresh = self.inner.clone();
        let mut inner = std::mem::replace(&mut self.inner, fresh);
        let verifier = self.verifier.clone();
        Box::pin(async move {
            let Some(token) = find_token(request.headers()) else {
                return Ok(challenge_for_token(&verifier));
            };
            match verifier.verify(token).await {
                Ok(claims) => {
                    request.extensions_mut().insert(claims);
                    inner.call(request).await
                }
                Err(error) => Ok(error.into_response()),
            }
        })
    }
}

/// The claims of the request's token. On a route without a [`RequireToken`] layer every request
/// gets a 500, because nothing was verified.
impl<S: Sync> FromRequestParts<S> for Claims {
    type Rejection = Response;

    fn from_request_parts(
        parts: &mut Parts,
        _state: &S,
    ) -> impl Future<Output = Result<Self, Response>> + Send {
        let found = parts.extensions.get::<Self>().cloned();
        ready(found.ok_or_else(|| answer(StatusCode::INTERNAL_SERVER_ERROR, None)))
    }
}

impl IntoResponse for VerifyError {
    /// The same answer as [`RequireToken`], for handlers that verify tokens themselves.
    fn into_response(self) -> Response {
        answer(self.status(), self.www_authenticate())
    }
}

/// The request's only token. Two headers, or another scheme, count as no token.
fn find_token(headers: &HeaderMap) -> Option<&str> {
    let mut given = headers.get_all(AUTHORIZATION).iter();
    let (Some(value), None) = (given.next(), given.next()) else { return None };
    let value = value.to_str().ok()?.trim();
    let token = match value.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => token.trim_start(),
        Some(_) => return None,
        None if value.eq_ignore_ascii_case("bearer") => return None,
        None => value,
    };
    (!token.is_empty()).then_some(token)
}

/// RFC 6750 section 3: no error code for a request without credentials.
fn challenge_for_token(verifier: &Verifier) -> Response {
    let pool = verifier
        .issuers()
        .next()
        .and_then(|issuer| issuer.rsplit('/').find(|part| !part.is_empty()))
        .unwrap_or_default();
    // `Pool::issuer` rejects quotes and backslashes.
    answer(StatusCode::UNAUTHORIZED, HeaderValue::try_from(format!("Bearer realm=\"{pool}\"")).ok())
}

fn answer(status: StatusCode, www_authenticate: Option<HeaderValue>) -> Response {
    let reason = status.canonical_reason().unwrap_or_default();
    let mut response = Response::new(Body::from(format!("{{\"message\":\"{reason}\"}}")));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Some(challenge) = www_authenticate {
        response.headers_mut().insert(WWW_AUTHENTICATE, challenge);
    }
    response
}
