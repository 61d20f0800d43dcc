//! Whether a password may be tried, whether it was right, and how a failure is counted (lock-out
//! from the fifth on).

use std::sync::Arc;

use store::{Attempts, Batch};

use super::Account;
use crate::config::PoolConfig;
use crate::error::Error;
use crate::limits::{self, PASSWORD, PasswordTurn};
use crate::passwords::RightPassword;
use crate::request::{Ctx, Once};
use crate::{passwords, texts};

/// Waits for the request's turn to check the account's password, once per request. `false` if others
/// had their turn in the meantime: the account must then be read again.
pub(super) async fn take_turn(
    ctx: &Ctx,
    account: &Account,
    turn: &mut Option<PasswordTurn>,
) -> Result<bool, Error> {
    if turn.is_some() {
        return Ok(true);
    }
    let entered = turn.insert(ctx.server.password_checks.enter(&account.counter.subject).await?);
    Ok(!entered.has_waited())
}

/// Refuses, even the right password, while the counter that was read is locked, or an earlier guess
/// at the account could not be counted. Call it before looking at a password.
pub(crate) fn require_open(
    ctx: &Ctx,
    account: &Account,
    counter: Option<&Attempts>,
) -> Result<(), Error> {
    limits::state_of(counter).check(ctx.now).map_err(|_| texts::attempts_exceeded())?;
    if ctx.may_guess(&account.subject) { Ok(()) } else { Err(texts::attempts_exceeded()) }
}

/// Reads the lock again after a right password: others may have failed while the check was waiting.
/// One store call.
pub(crate) async fn reread_lock(
    ctx: &Ctx,
    pool: &PoolConfig,
    account: &Account,
) -> Result<Option<Attempts>, Error> {
    let subject = &account.counter.subject;
    let part = pool.subject_part(subject);
    let row = ctx.server.store.read(Attempts::get(&part, subject, PASSWORD)).await?;
    require_open(ctx, account, row.as_ref())?;
    Ok(row)
}

/// Counts a failure in the batch.
pub(crate) fn failed(ctx: &Ctx, pool: &PoolConfig, account: &Account, batch: &mut Batch) {
    let read = account.counter.row.as_ref();
    let state = limits::state_of(read).failed(ctx.now);
    limits::put(pool, &account.counter.subject, PASSWORD, &state, read, batch);
}

/// Clears the counter in the batch: a success after a lock. A success before the first lock leaves
/// it, so that successes with one's own account, or waiting for the owner to sign in, cannot buy
/// further guesses.
pub(crate) fn succeeded(attempts: Option<&Attempts>, batch: &mut Batch) {
    if let Some(row) = attempts.filter(|row| row.until > 0) {
        batch.delete(row);
    }
}

/// Whether a password was right: checked once per request, and again only if the credential or the
/// token generation changed.
#[derive(Default)]
pub(crate) struct PasswordVerdict(Once<(i64, i64), Option<Arc<RightPassword>>>);

impl PasswordVerdict {
    /// What the password unlocked if it is right, otherwise `None`.
    ///
    /// # Errors
    /// `TooManyRequestsException` when too many checks are waiting; a fault if the credential
    /// cannot be opened.
    pub(crate) async fn of_password(
        &mut self,
        ctx: &Ctx,
        pool: &PoolConfig,
        account: &Account,
        password: &str,
    ) -> Result<Option<Arc<RightPassword>>, Error> {
        let made_with = (account.credential_rev(), account.token_gen());
        self.0.get(made_with, verify(ctx, pool, account, password)).await.cloned()
    }
}

async fn verify(
    ctx: &Ctx,
    pool: &PoolConfig,
    account: &Account,
    password: &str,
) -> Result<Option<Arc<RightPassword>>, Error> {
    let credential = account.password(ctx, pool)?;
    let right = passwords::check(ctx, pool, &account.username, credential, password).await?;
    Ok(right.filter(|_| account.credential.is_some()).map(Arc::new))
}
