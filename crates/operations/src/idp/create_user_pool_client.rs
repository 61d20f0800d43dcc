//! `CreateUserPoolClient`: creates an app client.

use pools::clients::{self, NewClient};
use pools::error::Error;
use pools::request::Ctx;
use wire::idp::{CreateUserPoolClientRequest, CreateUserPoolClientResponse};

/// The secret is shown here and in DescribeUserPoolClient; it is stored sealed.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: CreateUserPoolClientRequest,
) -> Result<CreateUserPoolClientResponse, Error> {
    let NewClient { client, secret } = clients::create(ctx, input).await?;
    let shown = secret.as_ref().map(|secret| secret.as_str());
    let account_id = &ctx.server.settings.account_id;
    Ok(CreateUserPoolClientResponse { user_pool_client: Some(client.describe(account_id, shown)) })
}
