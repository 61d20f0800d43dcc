//! A sign-in whose request carries the plain password.

use super::verdict::{Checked, Lock, failed, reread_lock, succeeded};
use super::{Account, Initiate, Step, after_password};
use crate::ctx::Ctx;
use crate::error::Error;
use crate::{gate, texts};

/// Checks name and password, and counts the failure when they do not fit.
///
/// Known and unknown names make the same reads, writes and work when the client hides who exists.
pub(crate) async fn password_sign_in(ctx: &Ctx, request: &Initiate<'_>) -> Result<Step, Error> {
    let (pool, client) = (request.pool, request.client);
    let name = request.require("USERNAME")?;
    let password = request.require("PASSWORD")?;
    request.check_secret_hash(name)?;
    gate::sign_in(&pool.pool)?;
    let hides = client.client.hides_existence();
    let mut checked = Checked::default();
    let mut turn = None;
    let mut tries = ctx.tries();
    loop {
        let account = Account::by_name(ctx, request, name).await?;
        if account.user.is_none() && !hides {
            return Err(texts::user_unknown());
        }
        if turn.is_none() {
            turn = Some(ctx.server.password_checks.enter(&account.subject).await?);
            // Others had their turn meanwhile: what was read before it is old.
            if turn.as_ref().is_some_and(|turn| turn.has_waited()) {
                continue;
            }
        }
        Lock::of(account.attempts.as_ref()).require_open(ctx)?;
        if !hides && account.user.as_ref().is_some_and(|user| !user.enabled) {
            return Err(texts::user_disabled());
        }
        let mut batch = ctx.batch();
        let Some(credential) = checked.password(ctx, pool, &account, password).await? else {
            failed(ctx, pool, &account, &mut batch);
            if tries.commit_outcome(batch, false).await? {
                return Err(texts::incorrect_password());
            }
            continue;
        };
        succeeded(reread_lock(ctx, pool, &account).await?.as_ref(), &mut batch);
        let outcome = after_password(ctx, pool, client, &account, &credential, &mut batch).await;
        if tries.commit_outcome(batch, outcome.is_ok()).await? {
            return outcome;
        }
    }
}
