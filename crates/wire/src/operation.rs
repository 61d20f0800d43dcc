//! The operations of both APIs.

use std::fmt;

use crate::generated::{identity, idp};
use crate::{Class, Decode, Encode, ExceptionType, Shape};

/// One of the two APIs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// User pools (`cognito-idp`).
    Idp,
    /// Identity pools (`cognito-identity`).
    Identity,
}

impl Service {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Idp, Self::Identity];

    /// The part of `X-Amz-Target` before the full stop.
    pub const fn target_prefix(self) -> &'static str {
        match self {
            Self::Idp => idp::TARGET_PREFIX,
            Self::Identity => identity::TARGET_PREFIX,
        }
    }

    /// The service name in a SigV4 credential scope.
    pub const fn signing_name(self) -> &'static str {
        match self {
            Self::Idp => idp::SIGNING_NAME,
            Self::Identity => identity::SIGNING_NAME,
        }
    }

    /// Splits an `X-Amz-Target` value into service and operation name (case-sensitive); the
    /// operation need not exist.
    pub fn from_target(target: &str) -> Option<(Self, &str)> {
        let (prefix, name) = target.split_once('.')?;
        let service = Self::ALL.into_iter().find(|service| service.target_prefix() == prefix)?;
        Some((service, name))
    }
}

/// How the caller of an operation is authenticated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Auth {
    /// AWS Signature Version 4.
    SigV4,
    /// No signature; an Authorization header is ignored.
    None,
    /// Signed or not: the operation itself decides what it requires.
    Optional,
}

/// An operation of the model.
#[derive(Clone, Copy)]
pub struct Operation {
    /// The API it belongs to.
    pub service: Service,
    /// The name in `X-Amz-Target`.
    pub name: &'static str,
    /// The name in snake case, as used for file names.
    pub snake: &'static str,
    /// How its caller is authenticated.
    pub auth: Auth,
    /// Its class for rate limiting.
    pub class: Class,
    /// The exceptions it may answer with.
    pub errors: &'static [ExceptionType],
    /// False if the model has no output shape; the response body is then empty.
    pub has_output: bool,
    /// The request's shape with all constraints.
    pub input: &'static Shape,
    /// The response's shape.
    pub output: Option<&'static Shape>,
}

impl Operation {
    /// Whether the operation may answer with this exception.
    pub fn declares(&self, exception: ExceptionType) -> bool {
        self.errors.contains(&exception)
    }
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.service.target_prefix(), self.name)
    }
}

/// Links an operation to its request and response types.
pub trait OperationShape {
    /// The operation's description.
    const OPERATION: &'static Operation;
    /// The request.
    type Input: Decode + Encode;
    /// The response; `()` if the model has none.
    type Output: Encode + Decode;
}

/// All operations of a service, sorted by name.
pub fn operations(service: Service) -> &'static [Operation] {
    match service {
        Service::Idp => &idp::op::OPERATIONS,
        Service::Identity => &identity::op::OPERATIONS,
    }
}

/// The operation with this name (case-sensitive).
pub fn operation(service: Service, name: &str) -> Option<&'static Operation> {
    let all = operations(service);
    let index = all.binary_search_by(|operation| operation.name.cmp(name)).ok()?;
    all.get(index)
}
