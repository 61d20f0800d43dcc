//! `NEW_PASSWORD_REQUIRED`: a user with a temporary password chooses its own and supplies what the
//! schema requires.

use domain::challenge::{ChallengeSession, InvalidSession};
use domain::credential::PasswordCredential;
use domain::user::{self, UserStatus};
use store::User;
use zeroize::Zeroizing;

use crate::aliases::Claim;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::passwords::{self, Prefix};
use crate::sign_in::{
    Account, ChallengeOf, NEW_PASSWORD_REQUIRED, Respond, Step, USERNAME, attributes_of, spend,
    status_of, tokens,
};
use crate::{aliases, attributes, gate, texts, user_rows, users};

/// A new password that the policy refuses leaves the challenge session usable.
pub(crate) async fn handle(ctx: &Ctx, request: &Respond<'_>) -> Result<Step, Error> {
    let (pool, client) = (request.pool, request.client);
    let username = request.require("USERNAME")?;
    let new_password = Zeroizing::new(request.require("NEW_PASSWORD")?.to_owned());
    request.check_secret_hash(username)?;
    gate::sign_in(&pool.pool)?;
    let session = open_session(ctx, request, username).await?;
    // Checking the history is work: as many at once as for passwords.
    let _turn = ctx.server.password_checks.enter(&session.subject).await?;
    let mut made: Option<PasswordCredential> = None;
    let mut tries = ctx.tries();
    loop {
        let mut account = account_of(ctx, request, &session).await?;
        let unchanged = require_same(&account, &session)?;
        let mut user = unchanged.clone();
        passwords::check_policy(&pool.pool, Prefix::NotConform, &new_password)?;
        let before = attributes_of(&user)?;
        let after = user::check_new_password_attributes(
            &pool.pool,
            &client.client,
            &before,
            request.responses,
        )
        .map_err(attributes::refused)?;
        let mut batch = ctx.batch();
        passwords::turn_over(
            ctx,
            pool,
            &user,
            account.credential.as_ref(),
            &new_password,
            &mut batch,
        )
        .await?;
        if made.is_none() {
            made = Some(passwords::make(ctx, pool, &user.username, &new_password, false).await?);
        }
        let Some(credential) = &made else { continue };
        user.status = UserStatus::Confirmed.as_str().to_owned();
        user.attributes = after.to_doc();
        user.modified = ctx.now.millis();
        user_rows::update(pool, &unchanged, &user, &mut batch)?;
        batch.put(
            &passwords::row(ctx, pool, &account.place, credential),
            account.credential.as_ref().map(|row| row.rev),
        );
        let claim = Claim { confirmed: true, force: false };
        aliases::give_up(ctx, pool, &user, &before, &after, &mut batch).await?;
        aliases::activate(ctx, pool, &user, &after, claim, &mut batch).await?;
        spend(pool, &session.id, session.expires, &mut batch);
        account.user = Some(user);
        let outcome = tokens(ctx, pool, client, &account, &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(outcome);
        }
    }
}

async fn open_session(
    ctx: &Ctx,
    request: &Respond<'_>,
    username: &str,
) -> Result<ChallengeSession, Error> {
    let text = request.session.ok_or_else(texts::session_invalid)?;
    let client_id = &request.client.client.id;
    let opened = ChallengeSession::open(text, &request.pool.keys.data, client_id, ctx.now)
        .map_err(|invalid| match invalid {
            InvalidSession::Expired => texts::session_expired(),
            InvalidSession::Spent => texts::session_spent(),
            InvalidSession::Invalid => texts::session_invalid(),
        })?;
    let is_of_user =
        users::means(ctx, request.pool, username, username_of(&opened), &opened.user_id).await?;
    if opened.challenge == NEW_PASSWORD_REQUIRED && is_of_user {
        Ok(opened)
    } else {
        Err(texts::session_invalid())
    }
}

fn username_of(session: &ChallengeSession) -> &str {
    session.state[USERNAME].as_str().unwrap_or_default()
}

async fn account_of(
    ctx: &Ctx,
    request: &Respond<'_>,
    session: &ChallengeSession,
) -> Result<Account, Error> {
    let of = ChallengeOf {
        user_id: &session.user_id,
        username: username_of(session),
        subject: &session.subject,
        spent_id: &session.id,
    };
    Account::of_challenge(ctx, request.pool, of).await
}

/// The user of the session, if nothing that the session rests on has changed: generation,
/// credential, status.
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
