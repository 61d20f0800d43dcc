//! `ConfirmSignUp`: the code that was sent confirms the account.

use pools::clients::ClientProof;
use pools::error::Error;
use pools::request::Ctx;
use pools::self_service::{self, ByName};
use wire::idp::{ConfirmSignUpRequest, ConfirmSignUpResponse};

/// Also verifies the address that the code was sent to.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ConfirmSignUpRequest,
) -> Result<ConfirmSignUpResponse, Error> {
    let secret_hash = input.secret_hash.as_ref().map(|hash| hash.as_str());
    let who = ByName {
        client_id: &input.client_id,
        proof: ClientProof::SecretHash(secret_hash),
        username: &input.username,
    };
    let force = input.force_alias_creation.unwrap_or(false);
    self_service::confirm_sign_up(ctx, who, &input.confirmation_code, force).await?;
    Ok(ConfirmSignUpResponse::default())
}
