//! Finding a user by any of its names.

use domain::names::{self, AliasKind, LookupKind};
use domain::user::{Attributes, UserStatus};
use store::{Batch, Lookup, ReadSet, Rev, User};
use wire::ExceptionType as Kind;
use wire::idp::{AttributeType, UserStatusType, UserType};
use wire::{Sensitive, Timestamp};

use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::{Error, Fault, refuse};
use crate::reread::Rereads;
use crate::sign_in::attributes_of;
use crate::subject::Named;
use crate::{aliases, chosen, texts};

/// Where a user's rows are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) user_id: String,
    pub(crate) part: String,
}

impl Place {
    /// The place of a user of this pool.
    pub(crate) fn of(pool: &PoolConfig, user_id: &str) -> Self {
        Self { user_id: user_id.to_owned(), part: pool.user_part(user_id) }
    }

    /// Reads the user who is there.
    pub(crate) fn user(&self) -> store::Get<User> {
        User::get(&self.part, &self.user_id)
    }
}

impl From<&User> for Place {
    fn from(user: &User) -> Self {
        Self { user_id: user.user_id.clone(), part: user.part.clone() }
    }
}

/// Where a name leads.
pub(crate) struct Found {
    pub(crate) place: Place,
    /// What led there; `None`: the name spells a `sub`.
    lookup: Option<Lookup>,
}

impl Found {
    /// Whether what was read at the place decides: a user who has the name, or for a `sub` whoever
    /// is there. Otherwise the name was seen before its user, or after its user had given it up.
    pub(crate) fn leads_to(&self, pool: &PoolConfig, user: Option<&User>) -> Result<bool, Error> {
        match (&self.lookup, user) {
            (None, _) => Ok(true),
            (Some(_), None) => Ok(false),
            (Some(lookup), Some(user)) => aliases::has_name(&pool.pool, user, lookup),
        }
    }
}

/// Who may be meant by a `Username` parameter: the real username or a preferred one, then the
/// `sub`, then an active address. One store call.
///
/// A name in the form of a `sub` that is no username is taken for one: reading the user decides.
pub(crate) async fn find(ctx: &Ctx, pool: &PoolConfig, name: &str) -> Result<Option<Found>, Error> {
    let address =
        |kind: AliasKind| signs_in(pool, kind, name).then(|| alias_lookup(pool, kind, name));
    let lookups =
        (username_lookup(pool, name), address(AliasKind::Email), address(AliasKind::PhoneNumber));
    let (username, email, phone) = ctx.server.store.read(lookups).await?;
    if username.is_none()
        && let Some(sub) = sub_of(name)
    {
        return Ok(Some(Found { place: Place::of(pool, &sub), lookup: None }));
    }
    Ok(username.or(email.flatten()).or(phone.flatten()).map(found))
}

/// The user meant by a `Username` parameter, or `UserNotFoundException`. Two store calls.
pub(crate) async fn require_user(ctx: &Ctx, pool: &PoolConfig, name: &str) -> Result<User, Error> {
    let nothing = |_: &Place| Vec::<store::Get<User>>::new();
    Ok(require_user_with(ctx, pool, name, nothing).await?.0)
}

/// As [`require_user`], with what `also` reads in the same call.
pub(crate) async fn require_user_with<S: ReadSet>(
    ctx: &Ctx,
    pool: &PoolConfig,
    name: &str,
    also: impl Fn(&Place) -> S,
) -> Result<(User, S::Out), Error> {
    let mut rereads = Rereads::default();
    loop {
        let found = find(ctx, pool, name).await?.ok_or_else(texts::user_unknown)?;
        let (user, more) = ctx.server.store.read((found.place.user(), also(&found.place))).await?;
        if found.leads_to(pool, user.as_ref())? {
            return Ok((user.ok_or_else(texts::user_unknown)?, more));
        }
        if !rereads.pause().await {
            return Err(texts::user_unknown());
        }
    }
}

/// Refuses names that other users have. Names are unique from sign-up on, aliases only once they
/// are verified.
pub(crate) async fn require_free(
    ctx: &Ctx,
    pool: &PoolConfig,
    username: &str,
    claims: &[(AliasKind, String)],
    name_taken: &str,
) -> Result<(), Error> {
    let claimed: Vec<_> =
        claims.iter().map(|(kind, value)| alias_lookup(pool, *kind, value)).collect();
    // A name that is another user's `sub` would be found in its stead.
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

/// Refuses a chosen `sub` that another user has, or has for a name. A `sub` made at random is
/// nobody's.
pub(crate) async fn require_free_sub(ctx: &Ctx, pool: &PoolConfig, sub: &str) -> Result<(), Error> {
    let (user, namesake) =
        ctx.server.store.read((user_get(pool, sub), username_lookup(pool, sub))).await?;
    if user.is_some() || namesake.is_some() { Err(chosen::taken("a user", sub)) } else { Ok(()) }
}

/// Puts the look-up rows of a new user's names into the batch.
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

/// The look-up of a real username.
pub(crate) fn username_lookup(pool: &PoolConfig, name: &str) -> store::Get<Lookup> {
    lookup(pool, LookupKind::Username, name)
}

/// The look-up of an alias or username attribute.
pub(crate) fn alias_lookup(pool: &PoolConfig, kind: AliasKind, value: &str) -> store::Get<Lookup> {
    lookup(pool, kind.into(), value)
}

fn lookup(pool: &PoolConfig, kind: LookupKind, name: &str) -> store::Get<Lookup> {
    let value = names::lookup_value(kind, name, pool.pool.case_sensitive());
    Lookup::get(&pool.lookup_part(kind.as_str(), &value), kind.as_str(), &value)
}

/// A new look-up row for a user's name of this kind.
pub(crate) fn new_lookup(
    pool: &PoolConfig,
    kind: impl Into<LookupKind>,
    name: &str,
    place: &Place,
) -> Lookup {
    let kind: LookupKind = kind.into();
    let value = names::lookup_value(kind, name, pool.pool.case_sensitive());
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

/// Whether a name in an answer to a challenge means the user that the challenge was made for:
/// clients send the real username they were told, or the alias they began with. An unknown name
/// means the user that was simulated for it: else its failures would not be counted, and the
/// lock-out would tell who exists. No store call in the first case, one in the second.
pub(crate) async fn means(
    ctx: &Ctx,
    pool: &PoolConfig,
    name: &str,
    username: &str,
    user_id: &str,
) -> Result<bool, Error> {
    let folded = |name| names::normalise(name, pool.pool.case_sensitive());
    if folded(name) == folded(username) {
        return Ok(true);
    }
    Ok(Named::find(ctx, pool, name).await?.place.user_id == user_id)
}

/// A new, enabled user.
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

/// A user's status on the wire.
pub(crate) fn wire_status(user: &User) -> Result<UserStatusType, Error> {
    UserStatusType::parse(&user.status)
        .ok_or_else(|| Fault::new(format!("user {}: unknown status", user.user_id)).into())
}

/// A stored moment on the wire.
pub(crate) fn wire_time(millis: i64) -> Timestamp {
    Timestamp(millis)
}

/// A user as lists and AdminCreateUser show it.
pub(crate) fn shown(user: &User) -> Result<UserType, Error> {
    shown_with(user, attributes_of(user)?.to_wire(&user.user_id))
}

/// As [`shown`], with these of its attributes.
pub(crate) fn shown_with(user: &User, attributes: Vec<AttributeType>) -> Result<UserType, Error> {
    Ok(UserType {
        username: Some(Sensitive::from(user.username.clone())),
        attributes: Some(attributes),
        user_create_date: Some(wire_time(user.created)),
        user_last_modified_date: Some(wire_time(user.modified)),
        enabled: Some(user.enabled),
        user_status: Some(wire_status(user)?),
        mfa_options: None,
    })
}

/// Whether this kind of address signs in at this pool and the name has its form.
fn signs_in(pool: &PoolConfig, kind: AliasKind, name: &str) -> bool {
    let configured =
        pool.pool.username_attributes().contains(&kind) || pool.pool.aliases().contains(&kind);
    configured && kind.fits(name)
}

fn found(row: Lookup) -> Found {
    Found {
        place: Place { user_id: row.user_id.clone(), part: row.user_part.clone() },
        lookup: Some(row),
    }
}

/// The `sub` that a name spells, if it has the form of one. Names are compared in their normal
/// form, so the normal form counts.
pub(crate) fn sub_of(name: &str) -> Option<String> {
    let normal = names::normalise(name, false);
    let is_sub = normal.len() == 36
        && normal.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    is_sub.then_some(normal)
}

/// Reads the user with this id.
pub(crate) fn user_get(pool: &PoolConfig, user_id: &str) -> store::Get<User> {
    Place::of(pool, user_id).user()
}
