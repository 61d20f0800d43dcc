//! `ListUserPoolClientSecrets`: the ids of an app client's secrets, oldest first; never their
//! values.

use wire::ExceptionType as Kind;
use wire::idp::{
    ClientSecretDescriptorType, ListUserPoolClientSecretsRequest, ListUserPoolClientSecretsResponse,
};

use pools::clients::StoredClient;
use pools::error::{Error, refuse};
use pools::request::Ctx;

/// There are at most two, so there is one page and no valid token.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListUserPoolClientSecretsRequest,
) -> Result<ListUserPoolClientSecretsResponse, Error> {
    let stored = StoredClient::require(ctx, &input.user_pool_id, &input.client_id).await?;
    if input.next_token.is_some() {
        return Err(refuse(Kind::InvalidParameter, "Invalid pagination token."));
    }
    let describe = |secret: &domain::client::StoredSecret| ClientSecretDescriptorType {
        client_secret_id: Some(secret.id.clone()),
        client_secret_value: None,
        client_secret_create_date: Some(secret.created.into()),
    };
    let secrets = stored.client().secrets.iter().map(describe).collect();
    Ok(ListUserPoolClientSecretsResponse { client_secrets: Some(secrets), next_token: None })
}
