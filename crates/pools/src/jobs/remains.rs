//! The row for what is left of a pool whose own row is missing.

use domain::Time;
use domain::pool::UserPool;
use store::Rev;
use wire::idp::CreateUserPoolRequest;
use zeroize::Zeroizing;

use crate::config::{DELETING, stable_secret_context};
use crate::error::Error;
use crate::request::Server;

/// A row of a pool that is being deleted. It has a secret of its own, so that whatever goes through
/// all pools, such as a new master key, can open it.
pub(super) fn row(
    server: &Server,
    pool_id: &str,
    n_parts: i64,
    now: Time,
) -> Result<store::Pool, Error> {
    let settings = CreateUserPoolRequest {
        pool_name: "remains".to_owned(),
        ..CreateUserPoolRequest::default()
    };
    let pool = UserPool::create(pool_id, now, settings)?;
    let secret = Zeroizing::new(server.rng.bytes::<32>());
    let wrapped = server.master.wrap(&server.rng, &stable_secret_context(pool_id), &*secret);
    Ok(store::Pool {
        pool_id: pool_id.to_owned(),
        state: DELETING.to_owned(),
        n_parts,
        stable_secret: wrapped.bytes,
        master_key_id: wrapped.master_key_id,
        doc: pool.to_doc(),
        rev: Rev(0),
    })
}
