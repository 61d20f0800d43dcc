//! Creates an app client.

use domain::client::{AppClient, SecretChoice, StoredSecret, secret_choice};
use domain::ids;
use domain::seal::Purpose;
use store::{ConfigRev, Directory, PoolClient, Rev};
use wire::idp::CreateUserPoolClientRequest;
use zeroize::Zeroizing;

use crate::config::CLIENT;
use crate::error::Error;
use crate::request::{Ctx, chosen};

/// A new client with its secret, which is also shown by Describe and stored sealed.
pub struct NewClient {
    /// The client.
    pub client: AppClient,
    /// Its secret; `None` for a public client.
    pub secret: Option<Zeroizing<String>>,
}

/// Creates an app client. `input` is the shape of the API request, which is also how settings are
/// stored.
///
/// # Errors
/// `ResourceNotFoundException` for an unknown pool; the refusals of invalid settings.
pub async fn create(ctx: &Ctx, input: CreateUserPoolClientRequest) -> Result<NewClient, Error> {
    let client_id = chosen::client_id(ctx)?;
    let secret = wanted_secret(ctx, &input)?;
    let mut tries = ctx.tries();
    loop {
        require_free(ctx, &client_id).await?;
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let mut client = AppClient::create(&pool.settings, &client_id, ctx.now, input.clone())?;
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
            // An earlier client of another pool may have had the same chosen id.
            ctx.server.config.forget_client(&client_id);
            return Ok(NewClient { client, secret });
        }
    }
}

/// Random ids are assumed to be free; a chosen one is looked up.
async fn require_free(ctx: &Ctx, client_id: &str) -> Result<(), Error> {
    let is_taken = ctx.chosen_id.is_some()
        && ctx.server.store.read(Directory::get(CLIENT, client_id)).await?.is_some();
    if is_taken { Err(chosen::taken("an app client", client_id)) } else { Ok(()) }
}

fn wanted_secret(
    ctx: &Ctx,
    input: &CreateUserPoolClientRequest,
) -> Result<Option<Zeroizing<String>>, Error> {
    Ok(match secret_choice(input)? {
        SecretChoice::None => None,
        SecretChoice::Generate => Some(ids::client_secret(&ctx.server.rng)),
        SecretChoice::Given(secret) => Some(Zeroizing::new(secret.as_str().to_owned())),
    })
}
