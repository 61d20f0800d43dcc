//! `GetUserAttributeVerificationCode`: sends a code to an address of the bearer.

use pools::error::Error;
use pools::request::Ctx;
use pools::self_service::send_attribute_code;
use wire::idp::{
    GetUserAttributeVerificationCodeRequest, GetUserAttributeVerificationCodeResponse,
};

/// The old code becomes invalid.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: GetUserAttributeVerificationCodeRequest,
) -> Result<GetUserAttributeVerificationCodeResponse, Error> {
    let details = send_attribute_code(ctx, &input.access_token, &input.attribute_name).await?;
    Ok(GetUserAttributeVerificationCodeResponse { code_delivery_details: Some(details) })
}
