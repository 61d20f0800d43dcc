//! `ChangePassword`: the bearer of an access token replaces its password, or sets the first one.

use std::sync::Arc;

use domain::lockout::limit::CHANGE_PASSWORD;
use domain::lockout::subject_for_user;
use domain::user::UserStatus;
use store::{Attempts, Code, Credential, User};
use wire::ExceptionType as Kind;
use wire::idp::{ChangePasswordRequest, ChangePasswordResponse};
use zeroize::Zeroizing;

use crate::access::{UserGone, require_access};
use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::limits::PASSWORD;
use crate::passwords::{self, Made, Prefix};
use crate::sign_in::{
    Account, Checked, Lock, PASSWORD_ID, PASSWORD_KIND, failed, status_of, succeeded,
};
use crate::users::Place;
use crate::{codes, limits, texts, user_rows};

/// A wrong previous password counts like one at a sign-in, and five of them an hour are heard.
/// Tokens stay good.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ChangePasswordRequest,
) -> Result<ChangePasswordResponse, Error> {
    let proposed = Zeroizing::new(input.proposed_password.as_str().to_owned());
    let previous = input
        .previous_password
        .as_ref()
        .map(|password| password.as_str())
        .filter(|password| !password.is_empty());
    let (mut checked, mut made) = (Checked::default(), Made::default());
    let mut turn = None;
    let mut tries = ctx.tries();
    loop {
        let (pool, Bearer { user, account, counted }) =
            Bearer::read(ctx, &input.access_token).await?;
        if turn.is_none() {
            let entered = turn.insert(ctx.server.password_checks.enter(&account.subject).await?);
            // Others had their turn meanwhile: what was read before it is old.
            if entered.has_waited() {
                continue;
            }
        }
        if status_of(&user)? != UserStatus::Confirmed {
            return Err(refuse(
                Kind::NotAuthorized,
                "User password cannot be changed in the current state.",
            ));
        }
        let mut batch = ctx.batch();
        if let Some(previous) = require_previous(&account, previous)? {
            limits::require_left(ctx, &CHANGE_PASSWORD, counted.as_ref())?;
            Lock::of(account.attempts.as_ref()).require_open(ctx)?;
            if checked.password(ctx, &pool, &account, previous).await?.is_none() {
                limits::count(
                    ctx,
                    &pool,
                    &account.subject,
                    &CHANGE_PASSWORD,
                    counted.as_ref(),
                    &mut batch,
                )?;
                failed(ctx, &pool, &account, &mut batch);
                if tries.commit_outcome(batch, false).await? {
                    return Err(texts::incorrect_password());
                }
                continue;
            }
            succeeded(still_heard(ctx, &pool, &account.subject).await?.as_ref(), &mut batch);
        }
        passwords::check_policy(&pool.pool, Prefix::NotConform, &proposed)?;
        let current = account.credential.as_ref();
        passwords::turn_over(ctx, &pool, &user, current, &proposed, &mut batch).await?;
        batch
            .put(&made.row(ctx, &pool, &user, &proposed, false).await?, current.map(|row| row.rev));
        let after = User { modified: ctx.now.millis(), ..user.clone() };
        user_rows::update(&pool, &user, &after, &mut batch)?;
        // A reset that somebody asked for before this is none any more.
        batch.remove(Code::key(&user.part, &user.user_id, codes::FORGOT_PASSWORD.kind));
        if tries.commit(batch).await? {
            return Ok(ChangePasswordResponse {});
        }
    }
}

/// The bearer of a good access token, with the rows that decide about its password.
struct Bearer {
    user: User,
    account: Account,
    counted: Option<Attempts>,
}

impl Bearer {
    async fn read(ctx: &Ctx, token: &str) -> Result<(Arc<PoolConfig>, Self), Error> {
        let access = require_access(ctx, token, UserGone::NotFound).await?;
        let (user, pool_id) = (access.user, &access.client.client.pool_id);
        let pool = ctx.require_pool(pool_id).await?;
        let subject = subject_for_user(&pool.keys.stable, &user.user_id);
        let rows = (
            Credential::get(&user.part, &user.user_id, PASSWORD_KIND, PASSWORD_ID),
            Attempts::get(&pool.subject_part(&subject), &subject, PASSWORD),
            limits::counter(&pool, &subject, &CHANGE_PASSWORD),
        );
        let (credential, attempts, counted) = ctx.server.store.read(rows).await?;
        let account = Account {
            place: Place::from(&user),
            username: user.username.clone(),
            subject,
            user: Some(user.clone()),
            credential,
            memberships: Vec::new(),
            attempts,
            sessions: None,
            spent: None,
        };
        Ok((pool, Self { user, account, counted }))
    }
}

/// The previous password to check; none is needed of a user who has none.
fn require_previous<'a>(
    account: &Account,
    given: Option<&'a str>,
) -> Result<Option<&'a str>, Error> {
    if account.credential.is_some() && given.is_none() {
        return Err(texts::missing_parameter("PreviousPassword"));
    }
    Ok(given)
}

/// Reads the counters again, once the previous password was found right: others may have failed
/// meanwhile. Gives the lock-out's.
async fn still_heard(
    ctx: &Ctx,
    pool: &PoolConfig,
    subject: &str,
) -> Result<Option<Attempts>, Error> {
    let lock = Attempts::get(&pool.subject_part(subject), subject, PASSWORD);
    let (lock, counted) =
        ctx.server.store.read((lock, limits::counter(pool, subject, &CHANGE_PASSWORD))).await?;
    limits::require_left(ctx, &CHANGE_PASSWORD, counted.as_ref())?;
    Lock::of(lock.as_ref()).require_open(ctx)?;
    Ok(lock)
}
