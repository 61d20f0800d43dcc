//! A user with a temporary password chooses its own and supplies the required attributes.

use std::collections::BTreeMap;

use domain::challenge::{ChallengeSession, InvalidSession};
use domain::user::{self, UserStatus};
use store::User;
use zeroize::Zeroizing;

use super::after_password::{NEW_PASSWORD_REQUIRED, USERNAME, spend};
use super::{Account, ChallengeOf, SignIn, Step};
use crate::error::Error;
use crate::passwords::{self, NewCredential, Prefix};
use crate::request::Ctx;
use crate::texts;
use crate::users::aliases::{self, Claim};
use crate::users::{self, attributes_of, rows, status_of};

/// The new password, and the attributes that the schema requires.
pub struct NewPassword<'a> {
    /// The user's name as sent.
    pub name: &'a str,
    /// The challenge session; `None` if the client sent none.
    pub session: Option<&'a str>,
    /// The new password.
    pub password: Zeroizing<String>,
    /// Attributes to set, by name.
    pub attributes: BTreeMap<String, String>,
}

impl SignIn<'_> {
    /// Sets the password and completes the sign-in. If the policy refuses the new password, the
    /// challenge session stays usable.
    pub(super) async fn set_new_password(
        &self,
        ctx: &Ctx,
        answer: NewPassword<'_>,
    ) -> Result<Step, Error> {
        let (pool, client) = (self.pool, &self.client.settings);
        let session = self.open_session(ctx, &answer).await?;
        // Checking the history is costly, so it is limited like password checks.
        let _turn = ctx.server.password_checks.enter(&session.subject).await?;
        let mut made = NewCredential::default();
        let mut tries = ctx.tries();
        loop {
            let mut account = self.account_of(ctx, &session).await?;
            let unchanged = require_same(&account, &session)?;
            let mut user = unchanged.clone();
            passwords::check_policy(&pool.settings, Prefix::NotConform, &answer.password)?;
            let before = attributes_of(&user)?;
            let after = user::apply_new_password_attributes(
                &pool.settings,
                client,
                &before,
                &answer.attributes,
            )?;
            let mut batch = ctx.batch();
            let current = account.credential.as_ref();
            passwords::update_history(ctx, pool, &user, current, &answer.password, &mut batch)
                .await?;
            user.status = UserStatus::Confirmed.as_str().to_owned();
            user.attributes = after.to_doc();
            user.modified = ctx.now.millis();
            rows::update(&unchanged, &user, &mut batch)?;
            made.put(ctx, pool, (&user, current), (&answer.password, false), &mut batch).await?;
            let claim = Claim { confirmed: true, force: false };
            aliases::give_up(ctx, pool, &user, &before, &after, &mut batch).await?;
            aliases::activate(ctx, pool, &user, &after, claim, &mut batch).await?;
            spend(pool, &session.id, session.expires, &mut batch);
            account.user = Some(user);
            let outcome = self.complete(ctx, &account, &mut batch).await?;
            account.learn(ctx, &mut batch);
            if tries.commit(batch).await? {
                return Ok(outcome);
            }
        }
    }

    async fn open_session(
        &self,
        ctx: &Ctx,
        answer: &NewPassword<'_>,
    ) -> Result<ChallengeSession, Error> {
        let pool = self.pool;
        let text = answer.session.ok_or_else(texts::session_invalid)?;
        let opened = ChallengeSession::open(text, &pool.keys.data, &self.bound_to(), ctx.now)
            .map_err(|invalid| match invalid {
                InvalidSession::Expired => texts::session_expired(),
                InvalidSession::Spent => texts::session_spent(),
                InvalidSession::Invalid => texts::session_invalid(),
            })?;
        let username = username_of(&opened);
        let is_of_user = users::means(ctx, pool, answer.name, username, &opened.user_id).await?;
        if opened.challenge == NEW_PASSWORD_REQUIRED && is_of_user {
            Ok(opened)
        } else {
            Err(texts::session_invalid())
        }
    }

    async fn account_of(&self, ctx: &Ctx, session: &ChallengeSession) -> Result<Account, Error> {
        let of = ChallengeOf {
            user_id: &session.user_id,
            username: username_of(session),
            subject: &session.subject,
            spent_id: &session.id,
        };
        Account::of_challenge(ctx, self.pool, of).await
    }
}

fn username_of(session: &ChallengeSession) -> &str {
    session.state[USERNAME].as_str().unwrap_or_default()
}

/// The user of the session, if everything that the session is bound to is unchanged: token
/// generation, credential and status.
fn require_same(account: &Account, session: &ChallengeSession) -> Result<User, Error> {
    if account.spent.is_some() {
        return Err(texts::session_spent());
    }
    let user = account.user.clone().ok_or_else(texts::session_invalid)?;
    let is_same =
        user.token_gen == session.token_gen && account.credential_rev() == session.credential_rev;
    if !is_same || status_of(&user)? != UserStatus::ForceChangePassword {
        return Err(texts::session_invalid());
    }
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    Ok(user)
}
