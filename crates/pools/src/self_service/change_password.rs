//! The bearer of an access token replaces their password, or sets a first one.

use std::sync::Arc;

use domain::lockout::limit::CHANGE_PASSWORD;
use domain::lockout::subject_for_user;
use domain::user::UserStatus;
use store::{Attempts, Batch, Credential, User};
use wire::ExceptionType as Kind;
use zeroize::Zeroizing;

use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::limits::{self, PASSWORD};
use crate::passwords::{self, NewCredential, PASSWORD_ID, PASSWORD_KIND, Prefix};
use crate::request::Ctx;
use crate::sign_in::{Account, Count, PasswordVerdict};
use crate::texts;
use crate::tokens::{UserGone, require_access};
use crate::users::{Origin, Place, rows, status_of};

/// Changes the bearer's password. A wrong previous password counts like a failed sign-in, and at
/// most five per hour are checked. Tokens stay valid.
///
/// # Errors
/// `NotAuthorizedException` for a wrong previous password; `InvalidPasswordException`,
/// `PasswordHistoryPolicyViolationException`, `LimitExceededException`, and those of
/// [`require_access`].
pub async fn change_password(
    ctx: &Ctx,
    access_token: &str,
    previous: Option<&str>,
    proposed: &Zeroizing<String>,
) -> Result<(), Error> {
    let previous = previous.filter(|password| !password.is_empty());
    let (mut verdict, mut made) = (PasswordVerdict::default(), NewCredential::default());
    let (mut turn, mut count) = (None, Count::default());
    let mut tries = ctx.tries();
    loop {
        let (pool, bearer) = Bearer::read(ctx, access_token).await?;
        let Bearer { user, account, .. } = &bearer;
        if turn.is_none() {
            let entered =
                turn.insert(ctx.server.password_checks.enter(&account.counter.subject).await?);
            // Others had their turn in the meantime, so earlier reads are stale.
            if entered.has_waited() {
                continue;
            }
        }
        if status_of(user)? != UserStatus::Confirmed {
            return Err(refuse(
                Kind::NotAuthorized,
                "User password cannot be changed in the current state.",
            ));
        }
        let mut batch = ctx.batch();
        let mut converted = None;
        if let Some(previous) = require_previous(account, previous)? {
            bearer.require_left(ctx, &count)?;
            if let Some(first) = count.first(ctx, &pool, account) {
                tries.commit_outcome(first, false).await?;
                continue;
            }
            let Some(right) = verdict.of_password(ctx, &pool, account, previous).await? else {
                bearer.count_failure(ctx, &pool, &count, &mut batch)?;
                if tries.commit_outcome(batch, false).await? {
                    return Err(texts::incorrect_password());
                }
                continue;
            };
            let row = account.credential.as_ref();
            converted = row.and_then(|row| right.converted(ctx, &pool, &account.place, row));
            let lock = reread_counters(ctx, &pool, account, &count).await?;
            count.succeeded(&pool, lock.as_ref(), &mut batch);
        }
        passwords::check_policy(&pool.settings, Prefix::NotConform, proposed)?;
        // The history keeps the previous password, in the form of new ones.
        let current = converted.as_ref().or(account.credential.as_ref());
        passwords::update_history(ctx, &pool, user, current, proposed, &mut batch).await?;
        made.put(ctx, &pool, (user, current), (proposed, false), &mut batch).await?;
        let after = User { modified: ctx.now.millis(), ..user.clone() };
        rows::update(user, &after, &mut batch)?;
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}

/// The bearer of a valid access token, with the rows that decide about its password.
struct Bearer {
    user: User,
    account: Account,
    counted: Option<Attempts>,
}

impl Bearer {
    fn require_left(&self, ctx: &Ctx, count: &Count) -> Result<(), Error> {
        limits::require_left(ctx.now, &CHANGE_PASSWORD, self.counted.as_ref())?;
        count.require_open(ctx, &self.account, self.account.counter.row.as_ref())
    }

    fn count_failure(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        count: &Count,
        batch: &mut Batch,
    ) -> Result<(), Error> {
        let (subject, counted) = (&self.account.subject, self.counted.as_ref());
        limits::count(ctx.now, pool, subject, &CHANGE_PASSWORD, counted, batch)?;
        count.failed(ctx, pool, &self.account, batch);
        Ok(())
    }

    async fn read(ctx: &Ctx, token: &str) -> Result<(Arc<PoolConfig>, Self), Error> {
        let access = require_access(ctx, token, UserGone::NotFound).await?;
        let (user, pool_id) = (access.user, &access.client.settings.pool_id);
        let pool = ctx.require_pool(pool_id).await?;
        let subject = subject_for_user(&pool.keys.stable, &user.user_id);
        let (place, origin) = (Place::from(&user), Origin::of(ctx, &pool, &user.user_id, &subject));
        let rows = (
            Credential::get(&user.part, &user.user_id, PASSWORD_KIND, PASSWORD_ID),
            origin.reads(&pool, &place, PASSWORD),
            limits::counter(&pool, &subject, &CHANGE_PASSWORD),
        );
        let (credential, counters, counted) = ctx.server.store.read(rows).await?;
        let account = Account {
            place,
            username: user.username.clone(),
            subject,
            user: Some(user.clone()),
            credential,
            memberships: Vec::new(),
            counter: origin.counter(ctx.now, counters),
            sessions: None,
            spent: None,
        };
        Ok((pool, Self { user, account, counted }))
    }
}

/// The previous password to check; a user without a password needs none.
fn require_previous<'a>(
    account: &Account,
    given: Option<&'a str>,
) -> Result<Option<&'a str>, Error> {
    if account.credential.is_some() && given.is_none() {
        return Err(texts::missing_parameter("PreviousPassword"));
    }
    Ok(given)
}

/// Reads the counters again after the right previous password: others may have failed in the
/// meantime. Returns the counter of the lock-out.
async fn reread_counters(
    ctx: &Ctx,
    pool: &PoolConfig,
    account: &Account,
    count: &Count,
) -> Result<Option<Attempts>, Error> {
    let judged = &account.counter.subject;
    let lock = Attempts::get(&pool.subject_part(judged), judged, PASSWORD);
    let counted = limits::counter(pool, &account.subject, &CHANGE_PASSWORD);
    let (lock, counted) = ctx.server.store.read((lock, counted)).await?;
    limits::require_left(ctx.now, &CHANGE_PASSWORD, counted.as_ref())?;
    count.require_open(ctx, account, lock.as_ref())?;
    Ok(lock)
}
