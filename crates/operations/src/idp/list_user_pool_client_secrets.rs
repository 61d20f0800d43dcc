//! `ListUserPoolClientSecrets`: the ids of an app client's secrets, oldest first; never their
//! values.

use wire::idp::{
    ClientSecretDescriptorType, ListUserPoolClientSecretsRequest, ListUserPoolClientSecretsResponse,
};

use pools::clients::StoredClient;
use pools::error::Error;
use pools::request::Ctx;

use crate::shown;

/// There are at most two, so there is one page and no valid token.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListUserPoolClientSecretsRequest,
) -> Result<ListUserPoolClientSecretsResponse, Error> {
    let stored = StoredClient::require(ctx, &input.user_pool_id, &input.client_id).await?;
    shown::require_first_page(input.next_token.as_deref())?;
    let describe = |secret: &domain::client::StoredSecret| ClientSecretDescriptorType {
        client_secret_id: Some(secret.id.clone()),
        client_secret_value: None,
        client_secret_create_date: Some(secret.created.into()),
    };
    let secrets = stored.client().secrets.iter().map(describe).collect();
    Ok(ListUserPoolClientSecretsResponse { client_secrets: Some(secrets), next_token: None })
}
