//! `ResendConfirmationCode`: sends a new sign-up code, which invalidates the old one.

use pools::clients::ClientProof;
use pools::error::Error;
use pools::request::Ctx;
use pools::self_service::{self, ByName};
use wire::idp::{ResendConfirmationCodeRequest, ResendConfirmationCodeResponse};

/// At most five an hour.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ResendConfirmationCodeRequest,
) -> Result<ResendConfirmationCodeResponse, Error> {
    let secret_hash = input.secret_hash.as_ref().map(|hash| hash.as_str());
    let who = ByName {
        client_id: &input.client_id,
        proof: ClientProof::SecretHash(secret_hash),
        username: &input.username,
    };
    let details = self_service::resend_code(ctx, who).await?;
    Ok(ResendConfirmationCodeResponse { code_delivery_details: Some(details) })
}
