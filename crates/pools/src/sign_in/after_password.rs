//! What follows the right password: depending on the user's status a refusal, a new password
//! challenge, or tokens.

use domain::Time;
use domain::challenge::ChallengeSession;
use domain::credential::PasswordCredential;
use domain::user::{self, UserStatus};
use serde_json::json;
use store::Batch;
use wire::ExceptionType as Kind;

use super::{Account, Challenge, SignIn, SignedIn, Step};
use crate::config::PoolConfig;
use crate::error::{Error, Fault, refuse};
use crate::request::Ctx;
use crate::texts;
use crate::tokens::{Grant, groups_of, issue, sessions};
use crate::users::{attributes_of, status_of};

/// Authentication method of a password (RFC 8176).
const PASSWORD_METHOD: &str = "pwd";

/// Name of the challenge that asks for a new password.
pub(super) const NEW_PASSWORD_REQUIRED: &str = "NEW_PASSWORD_REQUIRED";

/// Key of the real username in a challenge session.
pub(super) const USERNAME: &str = "username";

impl SignIn<'_> {
    /// The step after the right password of a known user. Its writes are added to the batch.
    pub(super) async fn after_password(
        &self,
        ctx: &Ctx,
        account: &Account,
        credential: &PasswordCredential,
        batch: &mut Batch,
    ) -> Result<Step, Error> {
        let user = account.user.as_ref().ok_or_else(texts::incorrect_password)?;
        if !user.enabled {
            return Err(texts::user_disabled());
        }
        match status_of(user)? {
            UserStatus::Unconfirmed => Err(texts::user_not_confirmed()),
            UserStatus::ResetRequired => Err(texts::password_reset_required()),
            UserStatus::ForceChangePassword if is_expired(ctx.now, self.pool, credential) => {
                let text = "Temporary password has expired and must be reset by an administrator.";
                Err(refuse(Kind::NotAuthorized, text))
            }
            UserStatus::ForceChangePassword => self.ask_for_new_password(ctx, account),
            _ => self.complete(ctx, account, batch).await,
        }
    }

    /// Completes the sign-in. The tokens are valid once the batch is committed.
    pub(super) async fn complete(
        &self,
        ctx: &Ctx,
        account: &Account,
        batch: &mut Batch,
    ) -> Result<Step, Error> {
        let Self { pool, client, wanted, .. } = *self;
        let user = account.user.as_ref().ok_or_else(texts::incorrect_password)?;
        let groups = groups_of(ctx, pool, &account.memberships).await?;
        let grant = Grant::new(ctx, pool, client, user, wanted, &[PASSWORD_METHOD]);
        let tokens = issue(ctx, pool, client, user, &groups, &grant)?;
        // Last: a failing sign-in must not leave a session.
        if pool.settings.tracks_sessions() {
            let sessions = account.sessions.as_ref();
            sessions::begin(ctx, pool, user, &client.settings.id, &grant.token, sessions, batch)?;
        }
        Ok(Step::SignedIn(Box::new(SignedIn { grant, tokens })))
    }

    fn ask_for_new_password(&self, ctx: &Ctx, account: &Account) -> Result<Step, Error> {
        let (pool, client) = (self.pool, &self.client.settings);
        let user = account.user.as_ref().ok_or_else(texts::incorrect_password)?;
        let attributes = attributes_of(user)?;
        let session = ChallengeSession {
            id: ctx.server.rng.uuid(),
            challenge: NEW_PASSWORD_REQUIRED.to_owned(),
            client_id: self.bound_to(),
            user_id: account.place.user_id.clone(),
            subject: account.subject.clone(),
            token_gen: user.token_gen,
            credential_rev: account.credential_rev(),
            issued: ctx.now,
            expires: ctx.now.plus_seconds(client.session_seconds()),
            state: json!({ USERNAME: account.username }),
        };
        let session = session
            .seal(&pool.keys.data, &ctx.server.rng)
            .map_err(|_| Fault::new("a challenge session is too large"))?;
        let shown = user::new_password_parameters(&pool.settings, client, &attributes);
        let username = account.username.clone();
        Ok(Step::Challenge(Challenge::NewPassword { username, shown, session }))
    }
}

fn is_expired(now: Time, pool: &PoolConfig, credential: &PasswordCredential) -> bool {
    let days = pool.settings.temporary_password_days();
    credential.issued.plus_seconds(days * 86_400) < now
}

/// Marks a challenge as answered; a second answer conflicts with the mark. The mark is kept a
/// little longer than the challenge is valid, because clocks differ.
pub(super) fn spend(pool: &PoolConfig, id: &str, expires: Time, batch: &mut Batch) {
    const CLOCKS_DIFFER_SECONDS: i64 = 600;
    batch.insert(&store::Spent {
        part: pool.subject_part(id),
        id: id.to_owned(),
        expires: expires.plus_seconds(CLOCKS_DIFFER_SECONDS).millis(),
        rev: store::Rev(0),
    });
}
