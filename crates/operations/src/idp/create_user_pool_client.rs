//! `CreateUserPoolClient`: an app client, with a secret if asked for.

use domain::client::{AppClient, SecretChoice, StoredSecret, secret_choice};
use domain::ids;
use domain::seal::Purpose;
use store::{ConfigRev, Directory, PoolClient, Rev};
use wire::idp::{CreateUserPoolClientRequest, CreateUserPoolClientResponse};
use zeroize::Zeroizing;

use crate::config::CLIENT;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::settings::refused;

/// The secret is shown here and in DescribeUserPoolClient; it is kept sealed.
pub(crate) async fn handle(ctx: &Ctx, input: CreateUserPoolClientRequest) -> Result<CreateUserPoolClientResponse, Error> {
    let client_id = ids::client_id(&ctx.server.rng);
    let secret = wanted_secret(ctx, &input)?;
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let mut client = AppClient::create(&pool.pool, &client_id, ctx.now, input.clone()).map_err(refused)?;
        if let Some(secret) = &secret {
            let id = ids::client_secret_id(&client_id, ctx.now);
            let sealed = pool.keys.data.seal(&ctx.server.rng, Purpose::ClientSecret, &[&client_id, &id], secret.as_bytes());
            client.add_secret(StoredSecret { id, created: ctx.now, sealed });
        }
        let mut batch = ctx.batch();
        batch.unchanged(&pool.row);
        batch.replace(&ConfigRev { pool_id: pool.id().to_owned(), rev: ctx.rev });
        batch.insert(&PoolClient {
            pool_id: pool.id().to_owned(),
            client_id: client_id.clone(),
            doc: client.to_doc(),
            rev: Rev(0),
        });
        batch.insert(&Directory { kind: CLIENT.to_owned(), name: client_id.clone(), pool_id: pool.id().to_owned(), rev: Rev(0) });
        if tries.commit(batch).await? {
            ctx.server.config.forget(pool.id());
            let shown = secret.as_ref().map(|secret| secret.as_str());
            return Ok(CreateUserPoolClientResponse { user_pool_client: Some(client.describe(shown)) });
        }
    }
}

fn wanted_secret(ctx: &Ctx, input: &CreateUserPoolClientRequest) -> Result<Option<Zeroizing<String>>, Error> {
    Ok(match secret_choice(input).map_err(refused)? {
        SecretChoice::None => None,
        SecretChoice::Generate => Some(ids::client_secret(&ctx.server.rng)),
        SecretChoice::Given(secret) => Some(Zeroizing::new(secret.as_str().to_owned())),
    })
}
