//! `VerifyUserAttribute`: the code that was sent verifies an address of the bearer.

use pools::error::Error;
use pools::request::Ctx;
use pools::self_service::verify_attribute;
use wire::idp::{VerifyUserAttributeRequest, VerifyUserAttributeResponse};

/// The address becomes the bearer's own if it waited for that.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: VerifyUserAttributeRequest,
) -> Result<VerifyUserAttributeResponse, Error> {
    verify_attribute(ctx, &input.access_token, &input.attribute_name, &input.code).await?;
    Ok(VerifyUserAttributeResponse::default())
}
