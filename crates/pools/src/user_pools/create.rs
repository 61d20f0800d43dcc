//! Creates a user pool with its keys.

use domain::pool::UserPool;
use domain::seal::DataKeys;
use store::{ConfigRev, DataKey, Rev};
use wire::ExceptionType as Kind;
use wire::idp::CreateUserPoolRequest;
use zeroize::Zeroizing;

use crate::config::{ACCESS, ID, data_key_context, stable_secret_context};
use crate::error::{Error, Fault, refuse};
use crate::keys::new_signing_key;
use crate::request::{Ctx, chosen};

/// Creates a pool in the region of the request's credential scope. `settings` is the shape of the
/// API request, which is also how settings are stored.
///
/// # Errors
/// `InvalidParameterException`; the refusals of invalid settings.
pub async fn create(ctx: &Ctx, settings: CreateUserPoolRequest) -> Result<UserPool, Error> {
    let region = &ctx.call.region;
    if ctx.server.settings.regions.as_ref().is_some_and(|regions| !regions.contains(region)) {
        let text = format!("Region {region} is not served by this server.");
        return Err(refuse(Kind::InvalidParameter, text));
    }
    let pool = UserPool::create(&chosen::pool_id(ctx)?, ctx.now, settings)?;
    let stable = Zeroizing::new(ctx.server.rng.bytes::<32>());
    let data = Zeroizing::new(ctx.server.rng.bytes::<32>());
    let mut batch = ctx.batch();
    batch.insert(&pool_row(ctx, &pool, &stable));
    batch.insert(&ConfigRev { pool_id: pool.id.clone(), rev: ctx.rev });
    batch.insert(&data_key_row(ctx, &pool.id, &data));
    let keys =
        DataKeys::new(pool.id.as_str(), vec![(FIRST_VERSION, *data)], ctx.server.meter.clone())
            .map_err(|_| Fault::new("a pool without data keys"))?;
    for purpose in [ID, ACCESS] {
        let pair = ctx.server.key_stock.take().await?;
        batch.insert(&new_signing_key(&ctx.server, &pool.id, purpose, ctx.now, &keys, &pair));
    }
    let is_made = ctx.tries().commit(batch).await;
    // It may have been asked for a moment ago.
    ctx.server.config.forget(&pool.id);
    if is_made? {
        return Ok(pool);
    }
    if ctx.chosen_id.is_some() {
        return Err(chosen::taken("a user pool", &pool.id));
    }
    Err(Fault::new("a random pool id is taken").into())
}

/// Version of a pool's first data key.
const FIRST_VERSION: u32 = 1;

fn pool_row(ctx: &Ctx, pool: &UserPool, stable: &[u8; 32]) -> store::Pool {
    let wrapped = ctx.server.master.wrap(&ctx.server.rng, &stable_secret_context(&pool.id), stable);
    store::Pool {
        pool_id: pool.id.clone(),
        state: "active".to_owned(),
        n_parts: i64::from(ctx.server.settings.n_parts),
        stable_secret: wrapped.bytes,
        master_key_id: wrapped.master_key_id,
        doc: pool.to_doc(),
        rev: Rev(0),
    }
}

fn data_key_row(ctx: &Ctx, pool_id: &str, key: &[u8; 32]) -> DataKey {
    let wrapped =
        ctx.server.master.wrap(&ctx.server.rng, &data_key_context(pool_id, FIRST_VERSION), key);
    DataKey {
        pool_id: pool_id.to_owned(),
        version: i64::from(FIRST_VERSION),
        master_key_id: wrapped.master_key_id,
        wrapped: wrapped.bytes,
        rev: Rev(0),
    }
}
