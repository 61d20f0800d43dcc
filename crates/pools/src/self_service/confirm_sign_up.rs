//! Confirms an account with the code that was sent at sign-up.

use domain::lockout::limit::CONFIRM_SIGN_UP;
use domain::names::AliasKind;
use domain::pool::Trigger;
use domain::user::{Attributes, UserStatus};
use store::{Attempts, Batch, Code, Get, User};
use wire::ExceptionType as Kind;

use super::ByName;
use crate::codes::{self, Guess, Guesses, SIGN_UP, VERIFYING};
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::limits;
use crate::request::{Ctx, refuse_configured};
use crate::texts;
use crate::users::aliases::{self, Claim};
use crate::users::{NamedUser, Names, attributes_of, rows, status_of};

/// Confirms the account. `force` takes an address from the account that has it now
/// (`ForceAliasCreation`).
///
/// Every guess is counted, at most 15 an hour, for unknown names too. Wrong ones are also counted
/// by destination, because many accounts may sign up with one address.
///
/// # Errors
/// `CodeMismatchException`, `ExpiredCodeException`, `LimitExceededException`,
/// `AliasExistsException`; `NotAuthorizedException` for an account that is already confirmed or
/// disabled; `UserNotFoundException` if the client shows which users exist.
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
        let (named, user, (code, tried)) =
            NamedUser::read(ctx, &pool, who.username, Names::WithSub, |named| also(&pool, named))
                .await?;
        let guess = Guess {
            ctx,
            pool: &pool,
            subject: &named.subject,
            limit: &CONFIRM_SIGN_UP,
            tried: tried.as_ref(),
        };
        let mut batch = ctx.batch();
        guess.count(&mut batch)?;
        let verdict = judge(ctx, &pool, user.as_ref(), code.as_ref(), given, hides)?;
        let sent_to = verdict.sent_to();
        let guesses = Guesses::read(ctx, &pool, &VERIFYING, &named.folded, sent_to).await?;
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

fn also(pool: &PoolConfig, named: &NamedUser) -> (Get<Code>, Get<Attempts>) {
    let counter = limits::counter(pool, &named.subject, &CONFIRM_SIGN_UP);
    (Code::get(&named.place.part, &named.place.user_id, SIGN_UP.kind), counter)
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

fn judge<'a>(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: Option<&'a User>,
    code: Option<&'a Code>,
    given: &str,
    hides: bool,
) -> Result<Verdict<'a>, Error> {
    let Some(user) = user else {
        return if hides {
            Ok(Verdict::wrong(texts::code_mismatch()))
        } else {
            Err(texts::user_client_unknown())
        };
    };
    let status = status_of(user)?;
    if status != UserStatus::Unconfirmed {
        let text = format!("User cannot be confirmed. Current status is {}", status.as_str());
        return Err(refuse(Kind::NotAuthorized, text));
    }
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    let Some(code) = code.filter(|code| code.expires > ctx.now.millis()) else {
        return Ok(Verdict::wrong(texts::code_expired()));
    };
    let attributes = attributes_of(user)?;
    let verified = codes::destination_of(pool, code, &attributes);
    let destination = verified.as_ref().map_or("", |(_, value)| value.as_str());
    if !codes::matches(pool, code, destination, given) {
        let sent_to = verified.map(|(_, address)| address);
        return Ok(Verdict::Wrong { refusal: texts::code_mismatch(), sent_to });
    }
    Ok(Verdict::Right(Right { user, code, attributes, verified }))
}

async fn confirm(
    ctx: &Ctx,
    pool: &PoolConfig,
    right: Right<'_>,
    force: bool,
    batch: &mut Batch,
) -> Result<(), Error> {
    let Right { user, code, mut attributes, verified } = right;
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
    batch.delete(code);
    Ok(())
}
