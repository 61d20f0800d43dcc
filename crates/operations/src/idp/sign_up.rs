//! `SignUp`: a user creates an account.

use pools::clients::ClientProof;
use pools::error::Error;
use pools::request::Ctx;
use pools::self_service::{self, ByName, SignedUp};
use wire::idp::{SignUpRequest, SignUpResponse};

/// The account is UNCONFIRMED until a code or an administrator confirms it.
pub(crate) async fn handle(ctx: &Ctx, input: SignUpRequest) -> Result<SignUpResponse, Error> {
    let secret_hash = input.secret_hash.as_ref().map(|hash| hash.as_str());
    let request = self_service::SignUp {
        who: ByName {
            client_id: &input.client_id,
            proof: ClientProof::SecretHash(secret_hash),
            username: &input.username,
        },
        password: input.password.as_ref().map(|password| password.as_str()),
        attributes: input.user_attributes.as_deref().unwrap_or_default(),
    };
    let SignedUp { sub, sent } = self_service::sign_up(ctx, request).await?;
    Ok(SignUpResponse {
        user_confirmed: false,
        user_sub: sub,
        code_delivery_details: sent,
        session: None,
    })
}
