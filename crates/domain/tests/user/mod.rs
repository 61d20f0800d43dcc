mod attributes;
mod create;
mod names;
mod new_password;
mod remove;
mod update;

use domain::user::AttributeRefusal;

pub(crate) fn parameter(text: &str) -> AttributeRefusal {
    AttributeRefusal::InvalidParameter(text.to_owned())
}

pub(crate) fn unauthorized() -> AttributeRefusal {
    AttributeRefusal::NotAuthorized("A client attempted to write unauthorized attribute".to_owned())
}
