//! A new user: its row, and the look-up rows of its names.

use domain::names::{self, AliasKind, LookupKind};
use domain::user::{Attributes, UserStatus};
use store::{Batch, Lookup, Rev, User};

use super::Place;
use crate::config::PoolConfig;
use crate::request::Ctx;

/// Adds the look-up rows of a new user's names to the batch.
pub(crate) fn claim(
    pool: &PoolConfig,
    place: &Place,
    username: &str,
    claims: &[(AliasKind, String)],
    batch: &mut Batch,
) {
    batch.insert(&new_lookup(pool, LookupKind::Username, username, place));
    for (kind, value) in claims {
        batch.insert(&new_lookup(pool, *kind, value, place));
    }
}

/// A new look-up row for a user's name of this kind.
pub(crate) fn new_lookup(
    pool: &PoolConfig,
    kind: impl Into<LookupKind>,
    name: &str,
    place: &Place,
) -> Lookup {
    let kind: LookupKind = kind.into();
    let value = names::lookup_value(kind, name, pool.settings.case_sensitive());
    Lookup {
        part: pool.lookup_part(kind.as_str(), &value),
        kind: kind.as_str().to_owned(),
        value,
        user_id: place.user_id.clone(),
        user_part: place.part.clone(),
        state: "active".to_owned(),
        rev: Rev(0),
    }
}

/// The row of a new, enabled user.
pub(crate) fn new_user(
    ctx: &Ctx,
    pool: &PoolConfig,
    place: &Place,
    username: &str,
    status: UserStatus,
    attributes: &Attributes,
) -> User {
    User {
        part: place.part.clone(),
        user_id: place.user_id.clone(),
        pool_id: pool.id().to_owned(),
        username: username.to_owned(),
        status: status.as_str().to_owned(),
        enabled: true,
        token_gen: ctx.rev.0,
        created: ctx.now.millis(),
        modified: ctx.now.millis(),
        attributes: attributes.to_doc(),
        rev: Rev(0),
    }
}
