//! `CreateUserPoolClient`: an app client, with a secret if asked for.

use domain::client::{AppClient, SecretChoice, StoredSecret, secret_choice};
use domain::ids;
use domain::seal::Purpose;
use pools::config::CLIENT;
use pools::error::Error;
use pools::request::{Ctx, chosen};
use store::{ConfigRev, Directory, PoolClient, Rev};
use wire::idp::{CreateUserPoolClientRequest, CreateUserPoolClientResponse};
use zeroize::Zeroizing;

/// The secret is shown here and in DescribeUserPoolClient; it is kept sealed.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: CreateUserPoolClientRequest,
) -> Result<CreateUserPoolClientResponse, Error> {
    let client_id = chosen::client_id(ctx)?;
    let secret = wanted_secret(ctx, &input)?;
    let mut tries = ctx.tries();
    loop {
        require_free(ctx, &client_id).await?;
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let mut client = AppClient::create(&pool.settings, &client_id, ctx.now, input.clone())
            .map_err(Error::from)?;
        if let Some(secret) = &secret {
            let id = ids::client_secret_id(&client_id, ctx.now);
            let sealed = pool.keys.data.seal(
                &ctx.server.rng,
                Purpose::ClientSecret,
                &[&client_id, &id],
                secret.as_bytes(),
            );
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
        batch.insert(&Directory {
            kind: CLIENT.to_owned(),
            name: client_id.clone(),
            pool_id: pool.id().to_owned(),
            rev: Rev(0),
        });
        if tries.commit(batch).await? {
            ctx.server.config.forget(pool.id());
            // A client of another pool may have had a chosen id before.
            ctx.server.config.forget_client(&client_id);
            let shown = secret.as_ref().map(|secret| secret.as_str());
            return Ok(CreateUserPoolClientResponse {
                user_pool_client: Some(client.describe(shown)),
            });
        }
    }
}

/// An id made at random is free; whether a chosen one is, is asked.
async fn require_free(ctx: &Ctx, client_id: &str) -> Result<(), Error> {
    let is_taken = ctx.chosen_id.is_some()
        && ctx.server.store.read(Directory::get(CLIENT, client_id)).await?.is_some();
    if is_taken { Err(chosen::taken("an app client", client_id)) } else { Ok(()) }
}

fn wanted_secret(
    ctx: &Ctx,
    input: &CreateUserPoolClientRequest,
) -> Result<Option<Zeroizing<String>>, Error> {
    Ok(match secret_choice(input).map_err(Error::from)? {
        SecretChoice::None => None,
        SecretChoice::Generate => Some(ids::client_secret(&ctx.server.rng)),
        SecretChoice::Given(secret) => Some(Zeroizing::new(secret.as_str().to_owned())),
    })
}
