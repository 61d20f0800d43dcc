//! `CreateUserPool`: a pool with its keys, in one commit.

use domain::pool::UserPool;
use domain::seal::DataKeys;
use pools::config::{ACCESS, ID, data_key_context, stable_secret_context};
use pools::error::{Error, Fault, refuse};
use pools::keys::new_signing_key;
use pools::request::{Ctx, chosen};
use store::{ConfigRev, DataKey, Rev};
use wire::idp::{CreateUserPoolRequest, CreateUserPoolResponse};
use zeroize::Zeroizing;

/// The pool is in the region of the request's credential scope.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: CreateUserPoolRequest,
) -> Result<CreateUserPoolResponse, Error> {
    let region = &ctx.call.region;
    if ctx.server.settings.regions.as_ref().is_some_and(|regions| !regions.contains(region)) {
        return Err(refuse(
            wire::ExceptionType::InvalidParameter,
            format!("Region {region} is not served here."),
        ));
    }
    let pool = UserPool::create(&chosen::pool_id(ctx)?, ctx.now, input).map_err(Error::from)?;
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
    let mut tries = ctx.tries();
    if !tries.commit(batch).await? {
        if ctx.chosen_id.is_some() {
            return Err(chosen::taken("a user pool", &pool.id));
        }
        return Err(Fault::new("a random pool id is taken").into());
    }
    Ok(CreateUserPoolResponse {
        user_pool: Some(pool.describe(&ctx.server.settings.account_id, 0)),
    })
}

/// The version of a pool's first data key.
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
