//! Error answers: status, headers and body in the form that the service's clients read.

use axum::body::Body;
use axum::response::Response;
use http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderName, HeaderValue, StatusCode};
use operations::Failure;
use serde_json::{Map, Value};
use wire::{ExceptionType, Service};

use super::sigv4;
use crate::edge;

const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");
const ERROR_MESSAGE: HeaderName = HeaderName::from_static("x-amzn-errormessage");
/// Clients limit the length of a header line; the body has the whole message.
const MAX_HEADER_CHARS: usize = 1024;

/// Maximum message length in bytes. Messages quote the input, and a client that does not read must
/// not fill our memory with them.
const MAX_MESSAGE_BYTES: usize = 32 * 1024;

/// A request that is answered with an exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    status: StatusCode,
    exception: &'static str,
    message: Option<String>,
    reason_code: Option<String>,
    form: Form,
    /// The rest of the request is not read.
    close: bool,
    /// It may be sent again soon.
    retry: bool,
    /// Which check refused, for the log.
    reason: Option<&'static str>,
    /// The log says nothing about it.
    is_unlogged: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Sent by operations and by the later checks of the front end.
    Json,
    /// Some front-end errors spell the member `Message`.
    JsonCapital,
    /// Sent by the front end before it knows the protocol.
    Xml,
}

impl Refused {
    /// An exception with a message.
    pub(crate) fn new(
        status: StatusCode,
        exception: &'static str,
        message: impl Into<String>,
    ) -> Self {
        let mut message = message.into();
        message.truncate(message.floor_char_boundary(MAX_MESSAGE_BYTES));
        Self { message: Some(message), ..Self::bare(status, exception) }
    }

    /// Not a request of this protocol.
    pub(super) fn not_an_api_call() -> Self {
        Self { form: Form::Xml, ..Self::bare(StatusCode::NOT_FOUND, "UnknownOperationException") }
    }

    pub(super) fn unknown_operation() -> Self {
        Self::bare(StatusCode::BAD_REQUEST, "UnknownOperationException")
    }

    pub(super) fn serialization(message: Option<String>) -> Self {
        let bare = Self::bare(StatusCode::BAD_REQUEST, "SerializationException");
        Self { message, form: Form::JsonCapital, ..bare }
    }

    pub(super) fn too_large() -> Self {
        let message =
            format!("The request's body is larger than {} bytes.", super::body::MAX_BYTES);
        let refused =
            Self::new(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLargeException", message);
        Self { close: true, ..refused }
    }

    pub(super) fn too_slow() -> Self {
        let message = "The request's body did not arrive in time.";
        let refused = Self::new(StatusCode::REQUEST_TIMEOUT, "RequestTimeoutException", message);
        Self { close: true, ..refused }
    }

    /// A fault of this server. The cause is only logged.
    pub(crate) fn internal() -> Self {
        edge::Refusal::FAULT.into()
    }

    /// A rate limit was exceeded. Operations that do not declare the exception get the one of the
    /// service's front end.
    pub(super) fn rate_exceeded(operation: &wire::Operation) -> Self {
        let declared = ExceptionType::TooManyRequests;
        let exception =
            if operation.declares(declared) { declared.name() } else { "ThrottlingException" };
        Self::new(StatusCode::BAD_REQUEST, exception, pools::texts::RATE_EXCEEDED)
    }

    /// Like [`Refused::internal`], under the name that the operation declares.
    pub(super) fn fault_of(operation: &wire::Operation) -> Self {
        let declares = |kind: ExceptionType| operation.errors.contains(&kind);
        if declares(ExceptionType::InternalServer) && !declares(ExceptionType::InternalError) {
            return Self { exception: ExceptionType::InternalServer.name(), ..Self::internal() };
        }
        Self::internal()
    }

    /// Too many requests wait for the database already: a fault of this server that soon may be over.
    pub(super) fn busy(operation: &wire::Operation) -> Self {
        let reason = "too many requests wait for the database";
        Self { retry: true, ..Self::fault_of(operation).because(reason) }
    }

    /// Renders the failure of an operation.
    pub(crate) fn from_failure(operation: &wire::Operation, failure: Failure) -> Self {
        match failure {
            Failure::Refused(wire::Refusal::Malformed(malformed)) => {
                Self::serialization(malformed.message)
            }
            Failure::Refused(wire::Refusal::Violations(violations)) => {
                let exception = match operation.service {
                    Service::Idp => "InvalidParameterException",
                    Service::Identity => "ValidationException",
                };
                let refused = Self::new(StatusCode::BAD_REQUEST, exception, violations.to_string());
                refused.because("the input violates constraints of the model")
            }
            Failure::Exception(wire::Exception { kind, message, reason_code }) => {
                let status = StatusCode::from_u16(kind.status()).unwrap_or(StatusCode::BAD_REQUEST);
                let refused = Self { reason_code, ..Self::new(status, kind.name(), message) };
                Self { reason: reason_of(kind), ..refused }
            }
            Failure::RateExceeded => Self::rate_exceeded(operation),
            Failure::NotSupported => Self::new(
                StatusCode::BAD_REQUEST,
                "UnsupportedOperationException",
                format!("{} is not supported by this server.", operation.name),
            )
            .because("the operation is not implemented"),
            Failure::Internal => Self::fault_of(operation),
        }
    }

    /// Whether it is a fault of this server, so that the request may or may not have been done.
    pub(crate) fn is_fault(&self) -> bool {
        self.status.is_server_error()
    }

    /// Records for the log which check refused. A fixed text, because the log must not quote
    /// requests.
    #[must_use]
    pub(crate) fn because(self, reason: &'static str) -> Self {
        Self { reason: Some(reason), ..self }
    }

    /// The rest of the request is not read.
    #[must_use]
    pub(super) fn unread(self) -> Self {
        Self { close: true, ..self }
    }

    /// Leaves no line in the log: there are too many of its kind.
    #[must_use]
    pub(super) fn unlogged(self) -> Self {
        Self { is_unlogged: true, ..self }
    }

    /// Whether the log says nothing about it.
    pub(super) fn is_unlogged(&self) -> bool {
        self.is_unlogged
    }

    /// Which check refused, if known.
    pub(crate) fn reason(&self) -> Option<&'static str> {
        self.reason
    }

    /// The name in `__type`.
    pub(crate) fn exception(&self) -> &'static str {
        self.exception
    }

    /// The complete answer.
    pub(crate) fn into_response(self) -> Response {
        let body = self.body();
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        if self.close {
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        if self.retry {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        if self.form == Form::Xml {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/xml"));
        } else {
            headers.insert(CONTENT_TYPE, super::CONTENT_TYPE);
            // SDKs cut the type at the colon, which the service always sends.
            headers.insert(ERROR_TYPE, header_text(&format!("{}:", self.exception)));
            if let Some(message) = &self.message {
                headers.insert(ERROR_MESSAGE, header_text(message));
            }
        }
        *response.body_mut() = Body::from(body);
        response
    }

    fn body(&self) -> String {
        let Self { exception, message, reason_code, form, .. } = self;
        let message_key = match form {
            Form::Xml => return format!("<{exception}/>"),
            Form::Json => "message",
            Form::JsonCapital => "Message",
        };
        let mut members = Map::new();
        members.insert("__type".to_owned(), Value::from(*exception));
        if let Some(message) = message {
            members.insert(message_key.to_owned(), Value::from(message.as_str()));
        }
        if let Some(reason_code) = reason_code {
            members.insert("reasonCode".to_owned(), Value::from(reason_code.as_str()));
        }
        Value::Object(members).to_string()
    }

    fn bare(status: StatusCode, exception: &'static str) -> Self {
        Self {
            status,
            exception,
            message: None,
            reason_code: None,
            form: Form::Json,
            close: false,
            retry: false,
            reason: None,
            is_unlogged: false,
        }
    }
}

/// The logged reason for exceptions that say this server does not support a pool's setting.
fn reason_of(kind: ExceptionType) -> Option<&'static str> {
    match kind {
        ExceptionType::InvalidUserPoolConfiguration => {
            Some("the pool has a setting that this server cannot enforce")
        }
        ExceptionType::UnexpectedLambda => {
            Some("the pool has a trigger, which this server cannot run")
        }
        _ => None,
    }
}

/// The exception and its message.
impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.message {
            Some(message) => write!(f, "{}: {message}", self.exception),
            None => f.write_str(self.exception),
        }
    }
}

impl std::error::Error for Refused {}

/// Refusals of the edge in the form of an operation's exception.
impl From<edge::Refusal> for Refused {
    fn from(refusal: edge::Refusal) -> Self {
        let edge::Refusal { status, reason, text } = refusal;
        let exception = match status {
            StatusCode::BAD_REQUEST => "BadRequestException",
            StatusCode::FORBIDDEN => "ForbiddenException",
            _ => "InternalErrorException",
        };
        Self { reason, ..Self::new(status, exception, text) }
    }
}

impl From<sigv4::Refusal> for Refused {
    fn from(refusal: sigv4::Refusal) -> Self {
        Self::new(StatusCode::BAD_REQUEST, refusal.exception(), refusal.to_string())
            .because(refusal.reason())
    }
}

/// A legal header value: everything but printable ASCII is replaced, so that no message can break
/// the head or be read in another character set.
fn header_text(text: &str) -> HeaderValue {
    let legal: String = text
        .chars()
        .take(MAX_HEADER_CHARS)
        .map(|c| match c {
            ' '..='~' => c,
            c if c.is_control() => ' ',
            _ => '?',
        })
        .collect();
    HeaderValue::from_str(legal.trim()).unwrap_or(HeaderValue::from_static("?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_values_are_legal() {
        for (text, expected) in [
            ("plain", "plain"),
            ("line\r\nSet-Cookie: a", "line  Set-Cookie: a"),
            ("na\u{ef}ve \u{1f510}", "na?ve ?"),
            ("nul\0del\u{7f}", "nul del"),
            ("ends with a space ", "ends with a space"),
            ("", ""),
        ] {
            assert_eq!(header_text(text), expected, "{text:?}");
        }
        assert_eq!(header_text(&"x".repeat(5000)).len(), MAX_HEADER_CHARS);
    }

    #[test]
    fn messages_are_cut_between_characters() {
        let refused = Refused::new(
            StatusCode::BAD_REQUEST,
            "InvalidParameterException",
            "\u{1f510}x".repeat(20_000),
        );
        let body: Value = serde_json::from_str(&refused.body()).expect("JSON");
        assert_eq!(body["message"], "\u{1f510}x".repeat(6_553));
    }

    #[test]
    fn a_fault_has_the_name_that_the_operation_declares() {
        for (operation, expected) in [
            ("UpdateUserPoolClient", "InternalErrorException"),
            ("AddUserPoolClientSecret", "InternalServerException"),
        ] {
            let operation = wire::operation(Service::Idp, operation).expect("an operation");
            assert_eq!(Refused::from_failure(operation, Failure::Internal).exception(), expected);
        }
    }
}
