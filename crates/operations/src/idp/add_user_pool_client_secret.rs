//! `AddUserPoolClientSecret`: adds a second secret to an app client that has one, so that its
//! callers can switch over.

use domain::client::{SecretRefusal, StoredSecret, secret_matches};
use domain::ids;
use domain::seal::Purpose;
use pools::clients::StoredClient;
use pools::error::{Error, refuse};
use pools::request::Ctx;
use wire::ExceptionType as Kind;
use wire::idp::{
    AddUserPoolClientSecretRequest, AddUserPoolClientSecretResponse, ClientSecretDescriptorType,
};
use zeroize::Zeroizing;

/// A generated secret is shown here and never again; one that the caller supplies is not repeated.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AddUserPoolClientSecretRequest,
) -> Result<AddUserPoolClientSecretResponse, Error> {
    let given =
        input.client_secret.as_ref().map(|secret| Zeroizing::new(secret.as_str().to_owned()));
    let is_made = given.is_none();
    let secret = given.unwrap_or_else(|| ids::client_secret(&ctx.server.rng));
    let mut tries = ctx.tries();
    loop {
        let stored = StoredClient::require(ctx, &input.user_pool_id, &input.client_id).await?;
        let id = stored
            .client()
            .new_secret_id(ctx.now)
            .map_err(|refusal| refused(refusal, &input.client_id))?;
        if stored.config.secrets().iter().any(|known| secret_matches(known, &secret)) {
            return Err(refuse(Kind::InvalidParameter, "The client already has this secret."));
        }
        let bound = [input.client_id.as_str(), id.as_str()];
        let sealed = stored.pool.keys.data.seal(
            &ctx.server.rng,
            Purpose::ClientSecret,
            &bound,
            secret.as_bytes(),
        );
        let mut changed = stored.client().clone();
        changed.add_secret(StoredSecret { id: id.clone(), created: ctx.now, sealed });
        if tries.commit(stored.change(ctx, &changed)).await? {
            ctx.server.config.forget(stored.pool.id());
            let descriptor = ClientSecretDescriptorType {
                client_secret_id: Some(id),
                client_secret_value: is_made.then(|| secret.as_str().into()),
                client_secret_create_date: Some(ctx.now.into()),
            };
            return Ok(AddUserPoolClientSecretResponse {
                client_secret_descriptor: Some(descriptor),
            });
        }
    }
}

fn refused(refusal: SecretRefusal, client_id: &str) -> Error {
    match refusal {
        SecretRefusal::TooMany => refuse(
            Kind::LimitExceeded,
            format!("Client {client_id} already has the maximum number of secrets."),
        ),
        _ => refuse(
            Kind::InvalidParameter,
            format!("Client {client_id} is not configured for secret"),
        ),
    }
}
