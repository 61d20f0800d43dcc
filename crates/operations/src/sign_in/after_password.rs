//! What follows a right password: the user's status decides between a refusal, a new password, and
//! tokens.

use std::collections::BTreeMap;

use domain::Time;
use domain::challenge::ChallengeSession;
use domain::credential::PasswordCredential;
use domain::user::{self, Attributes, UserStatus};
use serde_json::json;
use store::Batch;
use wire::ExceptionType as Kind;
use wire::idp::ChallengeNameType;

use super::tokens::{Grant, groups_of, issue};
use super::{Account, Step};
use crate::config::{ClientConfig, PoolConfig};
use crate::ctx::Ctx;
use crate::error::{Error, Fault, refuse};
use crate::{sessions, texts};

/// The name of the challenge that asks for a new password.
pub(crate) const NEW_PASSWORD_REQUIRED: &str = "NEW_PASSWORD_REQUIRED";

/// Where a challenge session keeps the real username.
pub(crate) const USERNAME: &str = "username";

/// The step after the right password of a known user; what it changes is put into the batch.
pub(crate) async fn after_password(
    ctx: &Ctx,
    pool: &PoolConfig,
    client: &ClientConfig,
    account: &Account,
    credential: &PasswordCredential,
    batch: &mut Batch,
) -> Result<Step, Error> {
    let user = account.user.as_ref().ok_or_else(texts::incorrect_password)?;
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    match status_of(user)? {
        UserStatus::Unconfirmed => Err(refuse(Kind::UserNotConfirmed, "User is not confirmed.")),
        UserStatus::ResetRequired => {
            Err(refuse(Kind::PasswordResetRequired, "Password reset required for the user"))
        }
        UserStatus::ForceChangePassword if is_expired(ctx.now, pool, credential) => Err(refuse(
            Kind::NotAuthorized,
            "Temporary password has expired and must be reset by an administrator.",
        )),
        UserStatus::ForceChangePassword => ask_for_new_password(ctx, pool, client, account),
        _ => tokens(ctx, pool, client, account, batch).await,
    }
}

/// Tokens for a user whose sign-in is complete: good once the batch is committed.
pub(crate) async fn tokens(
    ctx: &Ctx,
    pool: &PoolConfig,
    client: &ClientConfig,
    account: &Account,
    batch: &mut Batch,
) -> Result<Step, Error> {
    let user = account.user.as_ref().ok_or_else(texts::incorrect_password)?;
    let groups = groups_of(ctx, pool, &account.memberships).await?;
    let grant = Grant::new(ctx, pool, client, user);
    let result = issue(ctx, pool, client, user, &groups, &grant)?;
    // Last: a sign-in that fails must leave no session.
    if pool.pool.tracks_sessions() {
        sessions::begin(
            ctx,
            pool,
            user,
            &client.client.id,
            &grant.token,
            account.sessions.as_ref(),
            batch,
        )?;
    }
    Ok(Step::Tokens(Box::new(result)))
}

/// A user's status as stored.
pub(crate) fn status_of(user: &store::User) -> Result<UserStatus, Error> {
    UserStatus::parse(&user.status)
        .ok_or_else(|| Fault::new(format!("user {}: unknown status", user.user_id)).into())
}

/// A user's attributes as stored.
pub(crate) fn attributes_of(user: &store::User) -> Result<Attributes, Error> {
    Attributes::from_doc(&user.attributes)
        .map_err(|_| Fault::new(format!("user {}: attributes cannot be read", user.user_id)).into())
}

fn is_expired(now: Time, pool: &PoolConfig, credential: &PasswordCredential) -> bool {
    let days = pool.pool.temporary_password_days();
    credential.issued.plus_seconds(days * 86_400) < now
}

fn ask_for_new_password(
    ctx: &Ctx,
    pool: &PoolConfig,
    client: &ClientConfig,
    account: &Account,
) -> Result<Step, Error> {
    let user = account.user.as_ref().ok_or_else(texts::incorrect_password)?;
    let attributes = attributes_of(user)?;
    let session = ChallengeSession {
        id: ctx.server.rng.uuid(),
        challenge: NEW_PASSWORD_REQUIRED.to_owned(),
        client_id: client.client.id.clone(),
        user_id: account.place.user_id.clone(),
        subject: account.subject.clone(),
        token_gen: user.token_gen,
        credential_rev: account.credential_rev(),
        issued: ctx.now,
        expires: ctx.now.plus_seconds(client.client.session_seconds()),
        state: json!({ USERNAME: account.username }),
    };
    let sealed = session
        .seal(&pool.keys.data, &ctx.server.rng)
        .map_err(|_| Fault::new("a challenge session is too large"))?;
    let shown = user::new_password_parameters(&pool.pool, &client.client, &attributes);
    let parameters = BTreeMap::from([
        ("USER_ID_FOR_SRP".to_owned(), account.username.clone()),
        ("requiredAttributes".to_owned(), shown.required_attributes),
        ("userAttributes".to_owned(), shown.user_attributes),
    ]);
    Ok(Step::Challenge {
        name: ChallengeNameType::NewPasswordRequired,
        parameters,
        session: Some(sealed),
    })
}

/// The mark that a challenge has been answered; a second answer conflicts with it. Kept a little
/// longer than the challenge lives, since clocks differ.
pub(crate) fn spend(pool: &PoolConfig, id: &str, expires: Time, batch: &mut Batch) {
    const CLOCKS_DIFFER_SECONDS: i64 = 600;
    batch.insert(&store::Spent {
        part: pool.subject_part(id),
        id: id.to_owned(),
        expires: expires.plus_seconds(CLOCKS_DIFFER_SECONDS).millis(),
        rev: store::Rev(0),
    });
}
