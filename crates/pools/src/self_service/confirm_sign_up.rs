//! Confirms an account with the code that was sent at sign-up.

use domain::lockout::limit::CONFIRM_SIGN_UP;
use domain::names::AliasKind;
use domain::pool::Trigger;
use domain::user::{Attributes, UserStatus};
use store::{Batch, Code, Get, User};
use wire::ExceptionType as Kind;

use super::ByName;
use crate::codes::{self, Guess, Guesses, SIGN_UP, VERIFYING};
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::request::{Ctx, refuse_configured};
use crate::texts;
use crate::users::aliases::{self, Claim};
use crate::users::{CounterReads, NamedUser, Names, Place, attributes_of, rows, status_of};

/// Confirms the account. `force` takes an address from the account that has it now
/// (`ForceAliasCreation`).
///
/// Every guess is counted, at most 15 an hour, for unknown names too. Wrong ones are also counted
/// by destination, because many accounts may sign up with one address.
///
/// # Errors
/// `CodeMismatchException`, `ExpiredCodeException`, `LimitExceededException`,
/// `AliasExistsException`; `NotAuthorizedException` for an account that is already confirmed or
/// disabled, after the right code if the client hides which users exist; `UserNotFoundException` if
/// it shows that.
pub async fn confirm_sign_up(
    ctx: &Ctx,
    who: ByName<'_>,
    given: &str,
    force: bool,
) -> Result<(), Error> {
    let (pool, client) = who.require_client(ctx).await?;
    refuse_configured(&pool.settings, &[Trigger::PostConfirmation])?;
    let hides = client.settings.hides_existence();
    let mut tries = ctx.tries();
    loop {
        let (named, user, (code, counters)) =
            NamedUser::read(ctx, &pool, who.username, Names::WithSub, |named| also(&pool, named))
                .await?;
        let counter = named.origin.counter(ctx.now, counters);
        let guess = Guess { ctx, pool: &pool, limit: &CONFIRM_SIGN_UP, counter: &counter };
        let mut batch = ctx.batch();
        guess.count(&mut batch)?;
        let judged = Judged { ctx, pool: &pool, place: &named.place, given, hides };
        let verdict = judged.judge(user.as_ref(), code.as_ref())?;
        let sent_to = verdict.sent_to();
        let guesses = Guesses::read(ctx, &pool, &VERIFYING, &named.folded, sent_to, None).await?;
        let refusal = match verdict {
            Verdict::Right(right) => {
                let user = right.user;
                let apply =
                    async |batch: &mut Batch| confirm(ctx, &pool, right, force, batch).await;
                let (settled, taken) = guess.settle(&guesses, apply).await?;
                batch = settled;
                if taken.is_some() {
                    batch.unchanged(user);
                }
                taken
            }
            Verdict::Wrong { refusal, .. } => Some(guesses.refuse(ctx, &pool, refusal, &mut batch)),
        };
        if tries.commit_outcome(batch, refusal.is_none()).await? {
            return refusal.map_or(Ok(()), Err);
        }
    }
}

fn also(pool: &PoolConfig, named: &NamedUser) -> (Get<Code>, CounterReads) {
    let Place { part, user_id } = &named.place;
    let counters = named.origin.reads(pool, &named.place, CONFIRM_SIGN_UP.kind);
    (Code::get(part, user_id, SIGN_UP.kind), counters)
}

enum Verdict<'a> {
    Right(Right<'a>),
    /// Refused after it is counted, under the address that the code was sent to if there is one.
    Wrong {
        refusal: Error,
        sent_to: Option<String>,
    },
}

impl Verdict<'_> {
    fn wrong(refusal: Error) -> Self {
        Self::Wrong { refusal, sent_to: None }
    }

    fn sent_to(&self) -> Option<&str> {
        match self {
            Self::Right(right) => right.verified.as_ref().map(|(_, address)| address.as_str()),
            Self::Wrong { sent_to, .. } => sent_to.as_deref(),
        }
    }
}

/// A user whose code was right, and the address that the code verifies.
struct Right<'a> {
    user: &'a User,
    code: &'a Code,
    attributes: Attributes,
    verified: Option<(AliasKind, String)>,
}

/// What a code is judged by.
struct Judged<'a> {
    ctx: &'a Ctx,
    pool: &'a PoolConfig,
    place: &'a Place,
    given: &'a str,
    /// Whether the client hides which users exist.
    hides: bool,
}

impl Judged<'_> {
    /// The verdict. If the client hides who exists, only a right code gets an answer other than a
    /// mismatch: that it was used or has expired, or that the user's state forbids a confirmation.
    /// Otherwise the state is answered first.
    fn judge<'a>(
        &self,
        user: Option<&'a User>,
        code: Option<&'a Code>,
    ) -> Result<Verdict<'a>, Error> {
        let Self { ctx, pool, hides, .. } = *self;
        match user {
            None if !hides => return Err(texts::user_client_unknown()),
            Some(user) if !hides => require_confirmable(user)?,
            _ => {}
        }
        let (Some(user), Some(code)) = (user, code) else {
            codes::matches_none(pool, self.place, self.given);
            return Ok(Verdict::wrong(self.not_valid()));
        };
        let attributes = attributes_of(user)?;
        let verified = codes::destination_of(pool, code, &attributes);
        let destination = verified.as_ref().map_or("", |(_, value)| value.as_str());
        let is_right = codes::matches(pool, code, destination, self.given);
        let is_valid = code.expires > ctx.now.millis() && !codes::is_used(code);
        Ok(match (is_right, is_valid) {
            (true, true) => Verdict::Right(Right { user, code, attributes, verified }),
            (true, false) => Verdict::wrong(texts::code_expired()),
            (false, false) => Verdict::wrong(self.not_valid()),
            // A code that cannot confirm anything is not guessed at: that costs its address
            // nothing.
            (false, true) if !is_confirmable(user)? => Verdict::wrong(texts::code_mismatch()),
            (false, true) => Verdict::Wrong {
                refusal: texts::code_mismatch(),
                sent_to: verified.map(|(_, address)| address),
            },
        })
    }

    /// The refusal of a wrong code when none is valid.
    fn not_valid(&self) -> Error {
        if self.hides { texts::code_mismatch() } else { texts::code_expired() }
    }
}

fn is_confirmable(user: &User) -> Result<bool, Error> {
    Ok(user.enabled && status_of(user)? == UserStatus::Unconfirmed)
}

fn require_confirmable(user: &User) -> Result<(), Error> {
    let status = status_of(user)?;
    if status != UserStatus::Unconfirmed {
        let text = format!("User cannot be confirmed. Current status is {}", status.as_str());
        return Err(refuse(Kind::NotAuthorized, text));
    }
    if user.enabled { Ok(()) } else { Err(texts::user_disabled()) }
}

async fn confirm(
    ctx: &Ctx,
    pool: &PoolConfig,
    right: Right<'_>,
    force: bool,
    batch: &mut Batch,
) -> Result<(), Error> {
    let Right { user, code, mut attributes, verified } = right;
    require_confirmable(user)?;
    if let Some((kind, _)) = verified {
        attributes.set_verified(kind, true);
    }
    let claim = Claim { confirmed: true, force };
    aliases::activate(ctx, pool, user, &attributes, claim, batch).await?;
    let before = user;
    let mut user = before.clone();
    user.status = UserStatus::Confirmed.as_str().to_owned();
    user.attributes = attributes.to_doc();
    user.modified = ctx.now.millis();
    rows::update(before, &user, batch)?;
    batch.update(&codes::used(code));
    Ok(())
}
