//! `ForgotPassword`: sends a code that resets the password.

use pools::clients::ClientProof;
use pools::error::Error;
use pools::request::Ctx;
use pools::self_service::{self, ByName};
use wire::idp::{ForgotPasswordRequest, ForgotPasswordResponse};

/// The password stays valid until the code is used.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ForgotPasswordRequest,
) -> Result<ForgotPasswordResponse, Error> {
    let secret_hash = input.secret_hash.as_ref().map(|hash| hash.as_str());
    let who = ByName {
        client_id: &input.client_id,
        proof: ClientProof::SecretHash(secret_hash),
        username: &input.username,
    };
    let details = self_service::forgot_password(ctx, who).await?;
    Ok(ForgotPasswordResponse { code_delivery_details: Some(details) })
}
