//! `ConfirmForgotPassword`: the code that was sent sets a new password.

use pools::clients::ClientProof;
use pools::error::Error;
use pools::request::Ctx;
use pools::self_service::{self, ByName};
use wire::idp::{ConfirmForgotPasswordRequest, ConfirmForgotPasswordResponse};
use zeroize::Zeroizing;

/// Ends all sign-ins of the user.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ConfirmForgotPasswordRequest,
) -> Result<ConfirmForgotPasswordResponse, Error> {
    let secret_hash = input.secret_hash.as_ref().map(|hash| hash.as_str());
    let who = ByName {
        client_id: &input.client_id,
        proof: ClientProof::SecretHash(secret_hash),
        username: &input.username,
    };
    let password = Zeroizing::new(input.password.as_str().to_owned());
    self_service::reset_password(ctx, who, &input.confirmation_code, &password).await?;
    Ok(ConfirmForgotPasswordResponse {})
}
