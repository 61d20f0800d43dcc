//! Checks of the data that need the rules of user pools: that names lead to the users who have them
//! and back, that users are indexed by their values, and that sessions and known networks are sound.

mod expiry;
mod listing;
mod networks;
mod newest;
mod password_forms;
mod sessions;

use std::collections::BTreeSet;

use domain::names::LookupKind;
use domain::pool::UserPool;
use domain::user::UserStatus;
use store::doctor::Finding;
use store::{Lookup, Store, User};

use crate::config::{DELETING, opened};
use crate::error::Error;
use crate::users::aliases::{has_name, key, names_of};
use crate::users::{attributes_of, status_of};

pub use crate::keys::{KeyFit, KeyUse, master_keys};
pub use expiry::expiry_mark;
pub(crate) use expiry::{EXPIRY, mark_of};
pub(crate) use newest::newest_readable;
pub use newest::{Unreadable, newest};
pub use password_forms::{PasswordForms, password_forms};

/// Rows read at a time.
const PAGE: u32 = 500;

/// Runs every check across rows: those of the store, of names, of the index by values, of
/// sessions, and of known networks. A sound store has no findings.
pub async fn deep(store: &Store) -> Vec<Finding> {
    let mut findings = store::doctor::deep(store).await;
    for (check, outcome) in [
        (
            "names",
            of_parts(store, async |row, part, found| check_names(store, row, part, found).await)
                .await,
        ),
        (
            "listing",
            of_parts(store, async |row, part, found| {
                listing::check(store, &row.pool_id, part, found).await
            })
            .await,
        ),
        (
            "sessions",
            of_parts(store, async |_, part, found| sessions::check(store, part, found).await).await,
        ),
        (
            "networks",
            of_parts(store, async |_, part, found| networks::check(store, part, found).await).await,
        ),
    ] {
        findings.extend(outcome.into_iter().map(|detail| Finding { check, detail }));
    }
    findings
}

/// Findings of a check in the parts of all pools that are not being deleted.
async fn of_parts(
    store: &Store,
    check: impl AsyncFn(&store::Pool, &str, &mut Vec<String>) -> Result<(), Error>,
) -> Vec<String> {
    let mut found = Vec::new();
    if let Err(error) = walk(store, check, &mut found).await {
        found.push(format!("the check could not be finished: {error}"));
    }
    found
}

async fn walk(
    store: &Store,
    check: impl AsyncFn(&store::Pool, &str, &mut Vec<String>) -> Result<(), Error>,
    found: &mut Vec<String>,
) -> Result<(), Error> {
    let mut page = store::Pool::page(None, PAGE);
    loop {
        let pools = store.read(page).await?;
        for row in pools.iter().filter(|row| row.state != DELETING) {
            for part in store::placement::parts(&row.pool_id, row.n_parts) {
                check(row, &part, found).await?;
            }
        }
        let Some(last) = pools.last() else { return Ok(()) };
        page = store::Pool::page(Some(last.pool_id.as_str()), PAGE);
    }
}

async fn check_names(
    store: &Store,
    row: &store::Pool,
    part: &str,
    found: &mut Vec<String>,
) -> Result<(), Error> {
    // One pool that cannot be read must not hide what is wrong with the others.
    let pool = match opened(row) {
        Ok(pool) => pool,
        Err(error) => {
            found.push(format!("the names of part {part} could not be checked: {error}"));
            return Ok(());
        }
    };
    names_of_users(store, row, &pool, part, found).await?;
    users_of_names(store, &pool, part, found).await
}

/// Checks that every name of a user leads to it.
async fn names_of_users(
    store: &Store,
    row: &store::Pool,
    pool: &UserPool,
    part: &str,
    found: &mut Vec<String>,
) -> Result<(), Error> {
    let mut page = User::of(part).limit(PAGE);
    loop {
        let users = store.read(page).await?;
        for user in &users {
            for (kind, value) in names(pool, user, is_confirmed(user)?)? {
                let lookup_part =
                    store::placement::lookup_part(&row.pool_id, row.n_parts, kind.as_str(), &value);
                let (held, again) = store
                    .read((
                        Lookup::get(&lookup_part, kind.as_str(), &value),
                        User::get(part, &user.user_id),
                    ))
                    .await?;
                let is_same = again.is_some_and(|again| again.rev == user.rev);
                if is_same && held.is_none_or(|held| held.user_id != user.user_id) {
                    found.push(format!(
                        "user {} has a name of kind {} that does not lead to it",
                        user.user_id,
                        kind.as_str()
                    ));
                }
            }
        }
        let Some(last) = users.last() else { return Ok(()) };
        page = User::of(part).limit(PAGE).after(last);
    }
}

/// Checks that every name leads to a user who has it.
async fn users_of_names(
    store: &Store,
    pool: &UserPool,
    part: &str,
    found: &mut Vec<String>,
) -> Result<(), Error> {
    let mut page = Lookup::of(part).limit(PAGE);
    loop {
        let lookups = store.read(page).await?;
        for lookup in &lookups {
            let again = Lookup::get(part, &lookup.kind, &lookup.value);
            let (user, again) =
                store.read((User::get(&lookup.user_part, &lookup.user_id), again)).await?;
            let Some(user) = user.filter(|_| again.is_some_and(|again| again.rev == lookup.rev))
            else {
                continue;
            };
            if !has_name(pool, &user, lookup)? {
                found.push(format!(
                    "a name of kind {} leads to user {}, who does not have it",
                    lookup.kind, user.user_id
                ));
            }
        }
        let Some(last) = lookups.last() else { return Ok(()) };
        page = Lookup::of(part).limit(PAGE).after(last);
    }
}

/// Past its first sign-in: the preferred username must lead to the user.
fn is_confirmed(user: &User) -> Result<bool, Error> {
    Ok(!matches!(status_of(user)?, UserStatus::Unconfirmed | UserStatus::ForceChangePassword))
}

fn names(
    pool: &UserPool,
    user: &User,
    is_confirmed: bool,
) -> Result<BTreeSet<(LookupKind, String)>, Error> {
    let mut names: BTreeSet<_> = names_of(pool, user, &attributes_of(user)?, is_confirmed)
        .iter()
        .map(|(kind, value)| key(pool, *kind, value))
        .collect();
    names.insert(key(pool, LookupKind::Username, &user.username));
    Ok(names)
}
