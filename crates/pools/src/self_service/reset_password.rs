//! Sets a new password with the code that was sent to replace a forgotten one.

use domain::lockout::limit::{FORGOT_PASSWORD, Limit};
use domain::pool::Trigger;
use domain::user::UserStatus;
use store::{Attempts, Batch, Code, Credential, Get, User};
use zeroize::Zeroizing;

use super::ByName;
use crate::codes::recovery::{RecoveryMethods, may_reset, wrong_state};
use crate::codes::{self, Guess, Guesses};
use crate::config::PoolConfig;
use crate::error::Error;
use crate::limits::PASSWORD;
use crate::passwords::{self, NewCredential, PASSWORD_ID, PASSWORD_KIND, Prefix};
use crate::request::{Ctx, refuse_configured};
use crate::texts;
use crate::tokens::end_sign_ins;
use crate::users::{CounterReads, NamedUser, Names, attributes_of, rows, status_of};

/// Resets the password. Every guess at the code is counted, for unknown names too; wrong ones are
/// also counted by address. Ends all sign-ins of the user, who may have lost the
/// account to somebody else.
///
/// A right code is counted in a commit of its own, before anything that takes longer than refusing
/// a wrong one: otherwise the response time would reveal it among concurrent guesses whose count
/// did not come through.
///
/// # Errors
/// `CodeMismatchException`, `ExpiredCodeException`, `LimitExceededException`,
/// `InvalidPasswordException`, `PasswordHistoryPolicyViolationException`; if the client shows which
/// users exist, `UserNotFoundException` and the exceptions of the user's status.
pub async fn reset_password(
    ctx: &Ctx,
    who: ByName<'_>,
    given: &str,
    password: &Zeroizing<String>,
) -> Result<(), Error> {
    let (pool, client) = who.require_client(ctx).await?;
    refuse_configured(&pool.settings, &[Trigger::PostConfirmation])?;
    let hides = client.settings.hides_existence();
    let mut made = NewCredential::default();
    let mut turn = None;
    let count_rev = ctx.new_rev();
    let mut is_counted = false;
    let mut tries = ctx.tries();
    loop {
        let (named, user, (code, credential, counters)) =
            NamedUser::read(ctx, &pool, who.username, Names::WithSub, |named| also(&pool, named))
                .await?;
        let counter = named.origin.counter(ctx.now, counters);
        let guess = Guess { ctx, pool: &pool, limit: &FORGOT_PASSWORD, counter: &counter };
        let mut batch = ctx.batch_of(count_rev);
        if !is_counted {
            guess.count(&mut batch)?;
        }
        let verdict = judge(ctx, &pool, &named, user.as_ref(), code.as_ref(), given, hides)?;
        let sent_to = verdict.sent_to.as_deref();
        let guesses =
            Guesses::read(ctx, &pool, &WRONG_CODES, &named.folded, sent_to, counter.network)
                .await?;
        let Right { user, code } = match verdict.right {
            // The code that was counted as right has since been used, replaced or withdrawn.
            Err(refusal) if is_counted => return Err(refusal),
            Err(refusal) => {
                let refusal = guesses.refuse(ctx, &pool, refusal, &mut batch);
                if tries.commit_outcome(batch, false).await? {
                    return Err(refusal);
                }
                continue;
            }
            Ok(right) => right,
        };
        if !is_counted {
            guesses.hold(ctx, &mut batch)?;
            batch.unchanged(user);
            batch.unchanged(code);
            is_counted = tries.commit_outcome(batch, false).await?;
            continue;
        }
        if turn.is_none() {
            // Only a user with the right code gets as far as this work.
            let checks = &ctx.server.password_checks;
            let entered = turn.insert(checks.enter(&counter.subject).await?);
            if entered.has_waited() {
                continue;
            }
        }
        let mut batch = ctx.batch();
        batch.delete(code);
        let change =
            PasswordChange { ctx, pool: &pool, user, current: credential.as_ref(), password };
        // If the password is refused, the code stays usable.
        change.put(&mut made, &mut batch).await?;
        forget_failures(&pool, &named, &mut batch);
        crate::users::trust_only_caller(ctx, &pool, &named.place, &mut batch);
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}

/// Wrong codes for one address, over all accounts.
const WRONG_CODES: Limit =
    Limit { kind: "forgot_password_destination", attempts: 30, seconds: 3_600 };

fn also(pool: &PoolConfig, named: &NamedUser) -> (Get<Code>, Get<Credential>, CounterReads) {
    let (part, user_id) = (&named.place.part, &named.place.user_id);
    let counters = named.origin.reads(pool, &named.place, FORGOT_PASSWORD.kind);
    let code = Code::get(part, user_id, codes::FORGOT_PASSWORD.kind);
    (code, Credential::get(part, user_id, PASSWORD_KIND, PASSWORD_ID), counters)
}

/// The verdict on a code, and the address that the outstanding one was sent to.
struct Verdict<'a> {
    right: Result<Right<'a>, Error>,
    sent_to: Option<String>,
}

/// A user whose code was right, and whose password may be reset.
struct Right<'a> {
    user: &'a User,
    code: &'a Code,
}

/// If the client hides who exists, only a right code gets an answer other than a mismatch: that it
/// has expired, or that the user's status forbids a reset.
fn judge<'a>(
    ctx: &Ctx,
    pool: &PoolConfig,
    named: &NamedUser,
    user: Option<&'a User>,
    code: Option<&'a Code>,
    given: &str,
    hides: bool,
) -> Result<Verdict<'a>, Error> {
    let user = match user {
        None if !hides => return Err(texts::user_client_unknown()),
        Some(user) if !hides => Some(require_resettable(user).map(|()| user)?),
        user => user.filter(|user| user.enabled),
    };
    let sent = match (user, code) {
        (Some(user), Some(code)) => sent_to(pool, user, code)?.map(|address| (user, code, address)),
        _ => None,
    };
    let Some((user, code, address)) = sent else {
        codes::matches_none(pool, &named.place, given);
        let refusal = if hides { texts::code_mismatch() } else { texts::code_expired() };
        return Ok(Verdict { right: Err(refusal), sent_to: None });
    };
    let is_right = codes::matches(pool, code, &address, given);
    let has_expired = code.expires <= ctx.now.millis();
    let right = match (is_right, has_expired) {
        (true, false) => require_resettable(user).map(|()| Right { user, code }),
        (true, true) => Err(texts::code_expired()),
        (false, true) if !hides => Err(texts::code_expired()),
        (false, _) => Err(texts::code_mismatch()),
    };
    Ok(Verdict { right, sent_to: Some(address) })
}

/// The address that a code was sent to, if the user still has it, verified, and the pool still
/// allows recovery by its kind.
fn sent_to(pool: &PoolConfig, user: &User, code: &Code) -> Result<Option<String>, Error> {
    let attributes = attributes_of(user)?;
    let recovers = |kind| RecoveryMethods::find(pool).is_some_and(|methods| methods.include(kind));
    let destination = codes::destination_of(pool, code, &attributes);
    Ok(destination
        .filter(|(kind, _)| attributes.is_verified(*kind) && recovers(*kind))
        .map(|(_, address)| address))
}

fn require_resettable(user: &User) -> Result<(), Error> {
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    match status_of(user)? {
        UserStatus::Unconfirmed => Err(texts::user_not_confirmed()),
        status if may_reset(status) => Ok(()),
        _ => Err(wrong_state()),
    }
}

/// The change of the password.
struct PasswordChange<'a> {
    ctx: &'a Ctx,
    pool: &'a PoolConfig,
    user: &'a User,
    current: Option<&'a Credential>,
    password: &'a Zeroizing<String>,
}

impl PasswordChange<'_> {
    /// Adds it to the batch, or refuses the password.
    async fn put(&self, made: &mut NewCredential, batch: &mut Batch) -> Result<(), Error> {
        let Self { ctx, pool, user, current, password } = *self;
        passwords::check_policy(&pool.settings, Prefix::NotConform, password)?;
        passwords::update_history(ctx, pool, user, current, password, batch).await?;
        made.put(ctx, pool, (user, current), (password, false), batch).await?;
        let mut after = User {
            status: UserStatus::Confirmed.as_str().to_owned(),
            modified: ctx.now.millis(),
            ..user.clone()
        };
        end_sign_ins(ctx, &mut after, batch);
        rows::update(user, &after, batch)
    }
}

/// Lifts the lock-out: the password that was guessed at is gone, and the holder of the code is the
/// user. Failures counted in the meantime were against the old password too, so no state of the
/// counter is expected.
fn forget_failures(pool: &PoolConfig, named: &NamedUser, batch: &mut Batch) {
    for subject in named.origin.subjects() {
        batch.remove(Attempts::key(&pool.subject_part(subject), subject, PASSWORD));
    }
}
