//! Whether a password may be tried, whether it was right, and how a failure is counted (lock-out
//! from the fifth on).

use std::sync::Arc;

use domain::Time;
use domain::lockout::State;
use store::{Attempts, Batch, Rev};

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

/// The count of one request's guess. Once a failure would lock, the failure is counted before the
/// password is looked at, and taken back if the password is right: otherwise of guesses that begin
/// together, at whatever node, all would be judged and one counted.
#[derive(Default)]
pub(crate) struct Count {
    /// The commit that counted the failure first, and the failures before it.
    first: Option<(Rev, State)>,
}

impl Count {
    /// Refuses, even the right password, while the counter that was read is locked, or an earlier
    /// guess could not be counted. Call it before looking at a password.
    pub(crate) fn require_open(
        &self,
        ctx: &Ctx,
        account: &Account,
        counter: Option<&Attempts>,
    ) -> Result<(), Error> {
        let state = limits::state_of(counter);
        let is_open = self.own(counter).is_some() || state.check(ctx.now).is_ok();
        if is_open && ctx.may_guess(&account.counter.subject) {
            Ok(())
        } else {
            Err(texts::attempts_exceeded())
        }
    }

    /// The failure as a batch of its own if it must be counted before the password is looked at.
    /// Commit it, and read the account again.
    pub(crate) fn first(
        &mut self,
        ctx: &Ctx,
        pool: &PoolConfig,
        account: &Account,
    ) -> Option<Batch> {
        let read = account.counter.row.as_ref();
        let state = limits::state_of(read);
        if self.own(read).is_some() || !state.next_locks(ctx.now) {
            return None;
        }
        let rev = ctx.new_rev();
        let mut batch = ctx.batch_of(rev);
        put_failure(ctx, pool, account, &mut batch);
        self.first = Some((rev, state));
        Some(batch)
    }

    /// Counts a failure in the batch, unless it is counted already.
    pub(crate) fn failed(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        account: &Account,
        batch: &mut Batch,
    ) {
        if self.own(account.counter.row.as_ref()).is_none() {
            put_failure(ctx, pool, account, batch);
        }
    }

    /// Clears the counter in the batch: a success after a lock. A success before the first lock
    /// leaves it as it was, so that successes with one's own account, or waiting for the owner to
    /// sign in, cannot buy further guesses.
    pub(crate) fn succeeded(
        &self,
        pool: &PoolConfig,
        counter: Option<&Attempts>,
        batch: &mut Batch,
    ) {
        let Some(row) = counter else { return };
        match self.own(counter) {
            Some(before) if before.until == Time::default() => {
                limits::put(pool, &row.subject, PASSWORD, &before, counter, batch);
            }
            None if row.until == 0 => {}
            _ => drop(batch.delete(row)),
        }
    }

    /// The failures before this request's, if that one is the last that was counted.
    fn own(&self, counter: Option<&Attempts>) -> Option<State> {
        let (rev, before) = self.first?;
        counter.filter(|row| row.rev == rev).map(|_| before)
    }
}

fn put_failure(ctx: &Ctx, pool: &PoolConfig, account: &Account, batch: &mut Batch) {
    let read = account.counter.row.as_ref();
    let state = limits::state_of(read).failed(ctx.now);
    limits::put(pool, &account.counter.subject, PASSWORD, &state, read, batch);
}

/// Reads the lock again after a right password: others may have failed while the check was waiting.
/// One store call.
pub(crate) async fn reread_lock(
    ctx: &Ctx,
    pool: &PoolConfig,
    account: &Account,
    count: &Count,
) -> Result<Option<Attempts>, Error> {
    let subject = &account.counter.subject;
    let part = pool.subject_part(subject);
    let row = ctx.server.store.read(Attempts::get(&part, subject, PASSWORD)).await?;
    count.require_open(ctx, account, row.as_ref())?;
    Ok(row)
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
