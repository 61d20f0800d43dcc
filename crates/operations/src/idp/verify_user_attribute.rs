//! `VerifyUserAttribute`: verifies an address of the bearer with the code that was sent to it.

use pools::error::Error;
use pools::request::Ctx;
use pools::self_service::verify_attribute;
use wire::idp::{VerifyUserAttributeRequest, VerifyUserAttributeResponse};

/// A pending address becomes the bearer's.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: VerifyUserAttributeRequest,
) -> Result<VerifyUserAttributeResponse, Error> {
    verify_attribute(ctx, &input.access_token, &input.attribute_name, &input.code).await?;
    Ok(VerifyUserAttributeResponse::default())
}
