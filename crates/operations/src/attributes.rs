//! Refused user attributes, as the service words them.

use domain::user::AttributeRefusal;
use wire::ExceptionType as Kind;

use crate::error::{Error, refuse};

/// The exception for a refusal of attributes or of a name.
pub(crate) fn refused(refusal: AttributeRefusal) -> Error {
    match refusal {
        AttributeRefusal::InvalidParameter(text) => refuse(Kind::InvalidParameter, text),
        AttributeRefusal::NotAuthorized(text) => refuse(Kind::NotAuthorized, text),
    }
}
