//! Attribute changes, and the codes that verify an email address or phone number: everything that
//! belongs to one change is one commit.

use domain::lockout;
use domain::lockout::limit::ATTRIBUTE_CODE;
use domain::message::MessageKind;
use domain::names::AliasKind;
use domain::user::{AttributeUpdate, Attributes, UserStatus, Verification};
use store::{Attempts, Batch, Code, Get, User};
use wire::ExceptionType as Kind;
use wire::idp::CodeDeliveryDetailsType;

use crate::codes::{self, CodePurpose, NewCode, SendTo};
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::request::Ctx;
use crate::users::aliases::{self, Claim, names_of};
use crate::users::{self, Place, attributes_of, rows as user_rows, status_of};
use crate::{limits, texts};

/// One code per contact attribute, made once per request: the recipient of one code must not learn
/// the other.
pub struct NewCodes {
    phone_number: NewCode,
    email: NewCode,
}

impl NewCodes {
    /// Random codes, or the fixed code of a development server.
    pub fn make(ctx: &Ctx) -> Self {
        Self { phone_number: NewCode::make(ctx), email: NewCode::make(ctx) }
    }

    fn of(&self, kind: AliasKind) -> &NewCode {
        if kind == AliasKind::PhoneNumber { &self.phone_number } else { &self.email }
    }
}

/// Purpose of a code for this contact attribute.
pub(crate) fn purpose(kind: AliasKind) -> CodePurpose {
    if kind == AliasKind::PhoneNumber { codes::VERIFY_PHONE_NUMBER } else { codes::VERIFY_EMAIL }
}

/// Reads the outstanding code of a contact attribute.
pub(crate) fn outstanding(place: &Place, kind: AliasKind) -> Get<Code> {
    Code::get(&place.part, &place.user_id, purpose(kind).kind)
}

/// Subject for counting a user's codes and guesses.
pub(crate) fn subject(pool: &PoolConfig, user: &User) -> String {
    lockout::subject_for_user(&pool.keys.stable, &user.user_id)
}

/// The contact attribute with this name; no other attribute can be verified.
pub(crate) fn require_contact(name: &str) -> Result<AliasKind, Error> {
    let contact = AliasKind::parse(name).filter(|kind| AliasKind::CONTACTS.contains(kind));
    contact.ok_or_else(|| {
        refuse(
            Kind::InvalidParameter,
            "Only the attributes email and phone_number can be verified.",
        )
    })
}

/// The contact attributes among the attributes that a request names.
pub fn contacts<'a>(names: impl Iterator<Item = &'a str>) -> Vec<AliasKind> {
    let named: Vec<_> = names.filter_map(AliasKind::parse).collect();
    AliasKind::CONTACTS.into_iter().filter(|kind| named.contains(kind)).collect()
}

/// A change of a user's attributes that has passed the rules.
pub struct Change<'a> {
    /// The pool.
    pub pool: &'a PoolConfig,
    /// The user as it was read.
    pub user: &'a User,
    /// The resulting attributes and verifications.
    pub update: &'a AttributeUpdate,
    /// Contact attributes that the request names, whether or not their values change.
    pub contacts: &'a [AliasKind],
}

/// Who caused the codes of a change, which decides whether they are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SentBy {
    /// The user: counted together with the codes that the user requests.
    User,
    /// An administrator: not counted.
    Administrator,
}

impl Change<'_> {
    /// Adds the whole change to the batch: the user, the sign-in names gained and lost with the
    /// attributes, and the codes. Codes and pending addresses that the change supersedes are
    /// removed. Returns where codes were sent.
    ///
    /// # Errors
    /// `AliasExistsException` when another user has a name; `TooManyRequestsException` when the
    /// user has used up its codes.
    pub async fn put(
        &self,
        ctx: &Ctx,
        codes: &NewCodes,
        by: SentBy,
        batch: &mut Batch,
    ) -> Result<Vec<CodeDeliveryDetailsType>, Error> {
        let Self { pool, user, update, .. } = *self;
        put_attributes(ctx, pool, user, &update.attributes, batch).await?;
        if self.contacts.is_empty() {
            return Ok(Vec::new());
        }
        self.require_free(ctx).await?;
        let place = &Place::from(user);
        let counted = by == SentBy::User && !update.verifications.is_empty();
        let counter = counted.then(|| limits::counter(pool, &subject(pool, user), &ATTRIBUTE_CODE));
        let rows: Vec<_> = self.contacts.iter().map(|kind| outstanding(place, *kind)).collect();
        let (rows, counter) = ctx.server.store.read((rows, counter)).await?;
        if counted {
            self.count(ctx, counter.flatten().as_ref(), batch)?;
        }
        let mut sent = Vec::new();
        for (kind, row) in self.contacts.iter().zip(rows) {
            match (update.verifications.iter().find(|one| one.kind == *kind), row) {
                (Some(wanted), row) => {
                    sent.push(self.send(ctx, codes, wanted, row.as_ref(), batch).await?);
                }
                (None, Some(row)) if self.overtakes(*kind, &row)? => {
                    batch.delete(&row);
                }
                (None, _) => {}
            }
        }
        Ok(sent)
    }

    /// In a pool where addresses are usernames, refuses an address of another user before a code is
    /// sent to it.
    async fn require_free(&self, ctx: &Ctx) -> Result<(), Error> {
        let by_name = self.pool.settings.username_attributes();
        let waits = |one: &&Verification| one.pending && by_name.contains(&one.kind);
        for wanted in self.update.verifications.iter().filter(waits) {
            let held = ctx
                .server
                .store
                .read(users::alias_lookup(self.pool, wanted.kind, &wanted.value))
                .await?;
            if held.is_some_and(|held| held.user_id != self.user.user_id) {
                return Err(texts::alias_taken(wanted.kind.as_str()));
            }
        }
        Ok(())
    }

    /// Uses `TooManyRequestsException`: the operation does not declare `LimitExceededException`.
    fn count(&self, ctx: &Ctx, counter: Option<&Attempts>, batch: &mut Batch) -> Result<(), Error> {
        let mut state = limits::state_of(counter);
        for _ in &self.update.verifications {
            state = ATTRIBUTE_CODE
                .attempt(&state, ctx.now)
                .map_err(|exceeded| refuse(Kind::TooManyRequests, exceeded.to_string()))?;
        }
        limits::put(
            self.pool,
            &subject(self.pool, self.user),
            ATTRIBUTE_CODE.kind,
            &state,
            counter,
            batch,
        );
        Ok(())
    }

    async fn send(
        &self,
        ctx: &Ctx,
        codes: &NewCodes,
        wanted: &Verification,
        earlier: Option<&Code>,
        batch: &mut Batch,
    ) -> Result<CodeDeliveryDetailsType, Error> {
        let Verification { kind, value: destination, pending } = wanted;
        let to = SendTo {
            message: MessageKind::UpdateUserAttribute,
            place: &Place::from(self.user),
            username: &self.user.username,
            kind: *kind,
            destination,
            is_pending: *pending,
        };
        codes::send(ctx, self.pool, purpose(*kind), &to, codes.of(*kind), earlier, batch).await
    }

    /// A code for exactly the value that the attribute still has remains valid.
    fn overtakes(&self, kind: AliasKind, row: &Code) -> Result<bool, Error> {
        let before = attributes_of(self.user)?;
        let is_same = before.get(kind.as_str()) == self.update.attributes.get(kind.as_str());
        Ok(!is_same || row.pending_value.is_some())
    }
}

/// Adds a user's changed attributes to the batch, with the sign-in names gained and lost.
///
/// # Errors
/// `AliasExistsException` when another user has a name.
pub(crate) async fn put_attributes(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: &User,
    after: &Attributes,
    batch: &mut Batch,
) -> Result<(), Error> {
    let before = attributes_of(user)?;
    let confirmed =
        !matches!(status_of(user)?, UserStatus::Unconfirmed | UserStatus::ForceChangePassword);
    aliases::give_up(ctx, pool, user, &before, after, batch).await?;
    if names_of(&pool.settings, user, after, confirmed)
        != names_of(&pool.settings, user, &before, confirmed)
    {
        aliases::activate(ctx, pool, user, after, Claim { confirmed, force: false }, batch).await?;
    }
    let changed = User { attributes: after.to_doc(), modified: ctx.now.millis(), ..user.clone() };
    user_rows::update(user, &changed, batch)
}

/// Adds the removal of attributes to the batch; `left` are the remaining ones. Outstanding codes of
/// removed contact attributes are deleted.
pub async fn put_removal(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: &User,
    left: &Attributes,
    removed: &[AliasKind],
    batch: &mut Batch,
) -> Result<(), Error> {
    put_attributes(ctx, pool, user, left, batch).await?;
    if removed.is_empty() {
        return Ok(());
    }
    let place = &Place::from(user);
    let rows: Vec<_> = removed.iter().map(|kind| outstanding(place, *kind)).collect();
    for row in ctx.server.store.read(rows).await?.into_iter().flatten() {
        batch.delete(&row);
    }
    Ok(())
}
