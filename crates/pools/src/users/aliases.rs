//! Aliases: attributes that a user can sign in with once they are verified. Each value is active
//! for one user only.

use std::collections::BTreeMap;

use domain::names::{self, AliasKind, LookupKind};
use domain::pool::UserPool;
use domain::user::{Attributes, UserStatus, active_aliases, check_free_name};
use store::{Batch, Lookup, User};
use wire::ExceptionType as Kind;

use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::request::{Ctx, Rereads};
use crate::texts;
use crate::users::{self, Place, attributes_of, rows as user_rows, status_of};

/// How a user's aliases are claimed.
#[derive(Clone, Copy)]
pub(crate) struct Claim {
    /// Whether the user is past UNCONFIRMED and has no temporary password: only then does the
    /// preferred username sign in.
    pub(crate) confirmed: bool,
    /// `ForceAliasCreation`: takes names from other users.
    pub(crate) force: bool,
}

/// Claims the sign-in names that these attributes give the user: verified addresses, the preferred
/// username, and all addresses in a pool with username attributes. One store call if there are any.
///
/// # Errors
/// `AliasExistsException` when another user has one of them, unless `force` takes it over; the
/// other user's address then becomes unverified.
pub(crate) async fn activate(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: &User,
    attributes: &Attributes,
    claim: Claim,
    batch: &mut Batch,
) -> Result<(), Error> {
    let names = names_of(&pool.settings, user, attributes, claim.confirmed);
    if names.is_empty() {
        return Ok(());
    }
    let place = &Place::from(user);
    let preferred = || {
        names
            .iter()
            .filter(|(kind, _)| *kind == AliasKind::PreferredUsername)
            .map(|(_, value)| value.as_str())
    };
    for value in preferred() {
        check_free_name(&pool.settings, value).map_err(Error::from)?;
    }
    // A preferred username equal to another user's `sub` would hide that user.
    let namesakes: Vec<_> =
        preferred().filter_map(names::sub_of).map(|sub| users::user_get(pool, &sub)).collect();
    let (held, namesakes) = ctx.server.store.read((lookups(pool, &names), namesakes)).await?;
    if namesakes.into_iter().flatten().any(|other| other.user_id != user.user_id) {
        return Err(texts::alias_taken(AliasKind::PreferredUsername.as_str()));
    }
    let mut losers: BTreeMap<String, Loser> = BTreeMap::new();
    for ((kind, value), held) in names.iter().zip(held) {
        match held {
            None => {
                batch.insert(&users::new_lookup(pool, *kind, value, place));
            }
            Some(held) if held.user_id == place.user_id => {}
            Some(held) if claim.force && kind.verified_flag().is_some() => {
                batch.update(&Lookup {
                    user_id: place.user_id.clone(),
                    user_part: place.part.clone(),
                    ..held.clone()
                });
                losers
                    .entry(held.user_id)
                    .or_insert_with(|| Loser { part: held.user_part, kinds: Vec::new() })
                    .kinds
                    .push(*kind);
            }
            Some(_) => return Err(texts::alias_taken(kind.as_str())),
        }
    }
    for (user_id, loser) in losers {
        unverify(ctx, &user_id, &loser, batch).await?;
    }
    Ok(())
}

/// Rewords a taken alias for an operation that does not declare `AliasExistsException`.
pub(crate) fn undeclared(error: Error) -> Error {
    match error {
        Error::Exception(taken) if taken.kind == Kind::AliasExists => {
            refuse(Kind::InvalidParameter, taken.message)
        }
        other => other,
    }
}

/// Releases the sign-in names that a change of attributes takes away from the user. One store call
/// if there are any.
pub(crate) async fn give_up(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: &User,
    before: &Attributes,
    after: &Attributes,
    batch: &mut Batch,
) -> Result<(), Error> {
    let kept = names_of(&pool.settings, user, after, true);
    let mut lost = names_of(&pool.settings, user, before, true);
    // The same name may be spelled differently.
    let kept: Vec<_> = kept.iter().map(|(kind, value)| key(&pool.settings, *kind, value)).collect();
    lost.retain(|(kind, value)| !kept.contains(&key(&pool.settings, *kind, value)));
    if lost.is_empty() {
        return Ok(());
    }
    let held = ctx.server.store.read(lookups(pool, &lost)).await?;
    for row in held.into_iter().flatten().filter(|row| row.user_id == user.user_id) {
        batch.delete(&row);
    }
    Ok(())
}

/// The sign-in names that attributes give a user in addition to its username. A preferred username
/// that equals the username is left out.
pub(crate) fn names_of(
    pool: &UserPool,
    user: &User,
    attributes: &Attributes,
    confirmed: bool,
) -> Vec<(AliasKind, String)> {
    let own = key(pool, LookupKind::Username, &user.username);
    let mut names = active_aliases(pool, attributes, confirmed);
    names.retain(|(kind, value)| key(pool, *kind, value) != own);
    names
}

/// Whether a look-up row names this user: by its username, or by another name that it signs in
/// with.
pub(crate) fn has_name(pool: &UserPool, user: &User, lookup: &Lookup) -> Result<bool, Error> {
    let is_it =
        |(kind, value): (LookupKind, String)| kind.as_str() == lookup.kind && value == lookup.value;
    if is_it(key(pool, LookupKind::Username, &user.username)) {
        return Ok(true);
    }
    // A user who got a temporary password later may still have the preferred username.
    let is_past_confirmation = status_of(user)? != UserStatus::Unconfirmed;
    let names = names_of(pool, user, &attributes_of(user)?, is_past_confirmation);
    Ok(names.iter().any(|(kind, value)| is_it(key(pool, *kind, value))))
}

/// The kind and folded value under which a name is looked up.
pub(crate) fn key(
    pool: &UserPool,
    kind: impl Into<LookupKind>,
    value: &str,
) -> (LookupKind, String) {
    let kind = kind.into();
    (kind, names::lookup_value(kind, value, pool.case_sensitive()))
}

fn lookups(pool: &PoolConfig, names: &[(AliasKind, String)]) -> Vec<store::Get<Lookup>> {
    names.iter().map(|(kind, value)| users::alias_lookup(pool, *kind, value)).collect()
}

/// A user whose aliases move to another user.
struct Loser {
    part: String,
    kinds: Vec<AliasKind>,
}

/// The user keeps the addresses, but unverified.
async fn unverify(ctx: &Ctx, user_id: &str, loser: &Loser, batch: &mut Batch) -> Result<(), Error> {
    let mut rereads = Rereads::default();
    let before = loop {
        match ctx.server.store.read(User::get(&loser.part, user_id)).await? {
            Some(user) => break user,
            None if rereads.pause().await => {}
            None => return Ok(()),
        }
    };
    let mut user = before.clone();
    let mut attributes = attributes_of(&user)?;
    for kind in &loser.kinds {
        attributes.set_verified(*kind, false);
    }
    user.attributes = attributes.to_doc();
    user.modified = ctx.now.millis();
    user_rows::update(&before, &user, batch)
}
