//! Sign-in with a plain password in the request.

use super::verdict::take_turn;
use super::{Account, PasswordVerdict, SignIn, Step, failed, require_open, reread_lock, succeeded};
use crate::error::Error;
use crate::request::Ctx;
use crate::texts;

impl SignIn<'_> {
    /// Checks name and password, and counts a failure.
    pub(super) async fn by_password(
        &self,
        ctx: &Ctx,
        name: &str,
        password: &str,
    ) -> Result<Step, Error> {
        let hides = self.client.settings.hides_existence();
        let mut verdict = PasswordVerdict::default();
        let mut turn = None;
        let mut tries = ctx.tries();
        loop {
            let mut account = Account::by_name(ctx, self.pool, name, self.names).await?;
            if account.user.is_none() && !hides {
                return Err(texts::user_unknown());
            }
            if !take_turn(ctx, &account, &mut turn).await? {
                continue;
            }
            require_open(ctx, &account, account.counter.row.as_ref())?;
            if !hides {
                account.require_usable()?;
            }
            let mut batch = ctx.batch();
            let right = verdict.of_password(ctx, self.pool, &account, password).await?;
            let Some(right) = right else {
                failed(ctx, self.pool, &account, &mut batch);
                if tries.commit_outcome(batch, false).await? {
                    return Err(texts::incorrect_password());
                }
                continue;
            };
            succeeded(reread_lock(ctx, self.pool, &account).await?.as_ref(), &mut batch);
            account.convert(ctx, self.pool, &right, &mut batch);
            let outcome = self.after_password(ctx, &account, &right.credential, &mut batch).await;
            if tries.commit_outcome(batch, outcome.is_ok()).await? {
                return outcome;
            }
        }
    }
}
