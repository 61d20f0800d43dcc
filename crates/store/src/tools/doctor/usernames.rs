//! Every user can be found by username.

use unicode_normalization::UnicodeNormalization;

use super::Outcome;
use super::walk::{self, Pages};
use crate::error::StoreError;
use crate::placement;
use crate::read::Get;
use crate::records::{Lookup, Pool, User};
use crate::schema::Record;
use crate::store::Store;

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    for pool in walk::live_pools(store).await? {
        for part in placement::parts(&pool.pool_id, pool.n_parts) {
            let mut pages = Pages::<User>::in_part(&part);
            while let Some(users) = pages.next(store).await? {
                examine(store, &pool, &users, &mut findings).await?;
            }
        }
    }
    Ok(findings)
}

async fn examine(
    store: &Store,
    pool: &Pool,
    users: &[User],
    findings: &mut Vec<String>,
) -> Result<(), StoreError> {
    let reads: Vec<_> =
        users.iter().map(|user| (Get::new(user.to_key()), names(pool, user))).collect();
    for (user, lookups) in store.read(reads).await? {
        let Some(user) = user else { continue };
        if !lookups.into_iter().flatten().any(|lookup| lookup.user_id == user.user_id) {
            findings.push(format!(
                "user {} in part {} cannot be found by username",
                user.user_id, user.part
            ));
        }
    }
    Ok(())
}

/// The names under which the user may be found: this crate does not know whether the pool folds
/// case.
fn names(pool: &Pool, user: &User) -> Vec<Get<Lookup>> {
    let exact: String = user.username.nfkc().collect();
    let folded = exact.to_lowercase();
    [exact, folded]
        .iter()
        .map(|name| {
            let part = placement::lookup_part(&pool.pool_id, pool.n_parts, "username", name);
            Lookup::get(&part, "username", name)
        })
        .collect()
}
