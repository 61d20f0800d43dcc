//! Finds a user by any of its names.

use domain::names::{self, AliasKind, LookupKind, sub_of};
use store::{Lookup, ReadSet, User};
use wire::ExceptionType as Kind;

use super::{Found, NamedUser, Place};
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::request::{Ctx, Rereads, chosen};
use crate::texts;

/// Which texts name a user.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// The names with which users sign in. The `sub` is one of them only where it is the username.
    SignIn,
    /// These and the `sub`.
    WithSub,
}

/// Who a `Username` parameter may mean: the username or preferred username, then the `sub`, then an
/// active address. One store call.
///
/// A name in the form of a `sub` that is not a username is assumed to be one; reading the user
/// decides.
pub(crate) async fn find(
    ctx: &Ctx,
    pool: &PoolConfig,
    name: &str,
    names: Names,
) -> Result<Option<Found>, Error> {
    let address =
        |kind: AliasKind| signs_in(pool, kind, name).then(|| alias_lookup(pool, kind, name));
    let lookups =
        (username_lookup(pool, name), address(AliasKind::Email), address(AliasKind::PhoneNumber));
    let (username, email, phone) = ctx.server.store.read(lookups).await?;
    let takes_sub = names == Names::WithSub || !pool.settings.username_attributes().is_empty();
    if username.is_none()
        && takes_sub
        && let Some(sub) = sub_of(name)
    {
        return Ok(Some(Found { place: Place::of(pool, &sub), lookup: None }));
    }
    Ok(username.or(email.flatten()).or(phone.flatten()).map(found))
}

/// The user that a `Username` parameter means, or `UserNotFoundException`. Two store calls.
pub async fn require_user(ctx: &Ctx, pool: &PoolConfig, name: &str) -> Result<User, Error> {
    let nothing = |_: &Place| Vec::<store::Get<User>>::new();
    Ok(require_user_with(ctx, pool, name, nothing).await?.0)
}

/// Like [`require_user`], together with what `also` reads in the same store call.
pub async fn require_user_with<S: ReadSet>(
    ctx: &Ctx,
    pool: &PoolConfig,
    name: &str,
    also: impl Fn(&Place) -> S,
) -> Result<(User, S::Out), Error> {
    let mut rereads = Rereads::default();
    loop {
        let found = find(ctx, pool, name, Names::WithSub).await?.ok_or_else(texts::user_unknown)?;
        let (user, more) = ctx.server.store.read((found.place.user(), also(&found.place))).await?;
        if found.leads_to(pool, user.as_ref())? {
            return Ok((user.ok_or_else(texts::user_unknown)?, more));
        }
        if !rereads.pause().await {
            return Err(texts::user_unknown());
        }
    }
}

/// Refuses names that other users have. Usernames are unique from sign-up on, aliases only once
/// they are verified.
///
/// # Errors
/// `UsernameExistsException` with the text `taken`; `AliasExistsException`.
pub(crate) async fn require_free(
    ctx: &Ctx,
    pool: &PoolConfig,
    username: &str,
    claims: &[(AliasKind, String)],
    name_taken: &str,
) -> Result<(), Error> {
    let claimed: Vec<_> =
        claims.iter().map(|(kind, value)| alias_lookup(pool, *kind, value)).collect();
    // A username equal to another user's `sub` would hide that user.
    let namesake = sub_of(username).map(|sub| user_get(pool, &sub));
    let (by_name, by_claim, namesake) =
        ctx.server.store.read((username_lookup(pool, username), claimed, namesake)).await?;
    let taken = by_claim.iter().zip(claims).find(|(held, _)| held.is_some());
    if let Some((_, (kind, _))) = taken {
        return Err(refuse(
            Kind::UsernameExists,
            format!("An account with the given {} already exists.", kind.as_str()),
        ));
    }
    let is_taken = by_name.is_some() || namesake.flatten().is_some();
    if is_taken { Err(refuse(Kind::UsernameExists, name_taken)) } else { Ok(()) }
}

/// Refuses a chosen `sub` that another user has, as its `sub` or as a name. Random ones are assumed
/// to be free.
pub(crate) async fn require_free_sub(ctx: &Ctx, pool: &PoolConfig, sub: &str) -> Result<(), Error> {
    let (user, namesake) =
        ctx.server.store.read((user_get(pool, sub), username_lookup(pool, sub))).await?;
    if user.is_some() || namesake.is_some() { Err(chosen::taken("a user", sub)) } else { Ok(()) }
}

/// Reads the look-up row of a username.
pub(crate) fn username_lookup(pool: &PoolConfig, name: &str) -> store::Get<Lookup> {
    lookup(pool, LookupKind::Username, name)
}

/// Reads the look-up row of an alias or username attribute.
pub(crate) fn alias_lookup(pool: &PoolConfig, kind: AliasKind, value: &str) -> store::Get<Lookup> {
    lookup(pool, kind.into(), value)
}

fn lookup(pool: &PoolConfig, kind: LookupKind, name: &str) -> store::Get<Lookup> {
    let value = names::lookup_value(kind, name, pool.settings.case_sensitive());
    Lookup::get(&pool.lookup_part(kind.as_str(), &value), kind.as_str(), &value)
}

/// Whether a name in the answer to a challenge means the user that the challenge was made for:
/// clients send the username from the challenge, the alias they started with, or the `sub`. An unknown name
/// means its simulated user; otherwise its failures would not be counted, and the lock-out would
/// reveal who exists. One store call, none for the username and the `sub`.
pub(crate) async fn means(
    ctx: &Ctx,
    pool: &PoolConfig,
    name: &str,
    username: &str,
    user_id: &str,
) -> Result<bool, Error> {
    let folded = |name| names::normalise(name, pool.settings.case_sensitive());
    if folded(name) == folded(username) || sub_of(name).as_deref() == Some(user_id) {
        return Ok(true);
    }
    Ok(NamedUser::find(ctx, pool, name, Names::SignIn).await?.place.user_id == user_id)
}

/// Whether this kind of address signs in to this pool and the name has its form.
fn signs_in(pool: &PoolConfig, kind: AliasKind, name: &str) -> bool {
    let configured = pool.settings.username_attributes().contains(&kind)
        || pool.settings.aliases().contains(&kind);
    configured && kind.fits(name)
}

fn found(row: Lookup) -> Found {
    let place = Place { user_id: row.user_id.clone(), part: row.user_part.clone() };
    Found { place, lookup: Some(row) }
}

/// Reads the user with this id.
pub(crate) fn user_get(pool: &PoolConfig, user_id: &str) -> store::Get<User> {
    Place::of(pool, user_id).user()
}
