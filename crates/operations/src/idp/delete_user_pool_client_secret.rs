//! `DeleteUserPoolClientSecret`: deletes one of an app client's two secrets.

use domain::client::SecretRefusal;
use pools::clients::StoredClient;
use pools::error::{Error, refuse};
use pools::request::Ctx;
use wire::ExceptionType as Kind;
use wire::idp::{DeleteUserPoolClientSecretRequest, DeleteUserPoolClientSecretResponse};

/// The last secret stays: a client with a secret never becomes a public one.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: DeleteUserPoolClientSecretRequest,
) -> Result<DeleteUserPoolClientSecretResponse, Error> {
    let id = input.client_secret_id.as_str();
    let mut tries = ctx.tries();
    loop {
        let stored = StoredClient::require(ctx, &input.user_pool_id, &input.client_id).await?;
        let mut changed = stored.client().clone();
        changed.remove_secret(id).map_err(|refusal| refused(refusal, id))?;
        if tries.commit(stored.change(ctx, &changed)).await? {
            ctx.server.config.forget(stored.pool.id());
            return Ok(DeleteUserPoolClientSecretResponse {});
        }
    }
}

fn refused(refusal: SecretRefusal, id: &str) -> Error {
    match refusal {
        SecretRefusal::Last => {
            refuse(Kind::InvalidParameter, "The last secret of a client cannot be deleted.")
        }
        _ => refuse(Kind::ResourceNotFound, format!("Client secret {id} does not exist.")),
    }
}
