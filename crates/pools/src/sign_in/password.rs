//! Sign-in with a plain password in the request.

use super::verdict::take_turn;
use super::{Account, Count, PasswordVerdict, SignIn, Step, reread_lock};
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
        let (mut verdict, mut count) = (PasswordVerdict::default(), Count::default());
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
            count.require_open(ctx, &account, account.counter.row.as_ref())?;
            if !hides {
                account.require_usable()?;
            }
            let mut batch = ctx.batch();
            if let Some(first) = count.first(ctx, self.pool, &account) {
                tries.commit_outcome(first, false).await?;
                continue;
            }
            let right = verdict.of_password(ctx, self.pool, &account, password).await?;
            let Some(right) = right else {
                count.failed(ctx, self.pool, &account, &mut batch);
                if tries.commit_outcome(batch, false).await? {
                    return Err(texts::incorrect_password());
                }
                continue;
            };
            let lock = reread_lock(ctx, self.pool, &account, &count).await?;
            count.succeeded(self.pool, lock.as_ref(), &mut batch);
            account.convert(ctx, self.pool, &right, &mut batch);
            let outcome = self.after_password(ctx, &account, &right.credential, &mut batch).await;
            if tries.commit_sign_in(batch, &outcome, |batch| account.learn(ctx, batch)).await? {
                return outcome;
            }
        }
    }
}
