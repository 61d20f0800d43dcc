//! `ForgotPassword`: a code to set a new password with goes to an address that the user has
//! verified.

use domain::lockout::limit::FORGOT_PASSWORD;
use domain::message::MessageKind;
use domain::names::AliasKind;
use store::{Attempts, Code, Get, User};
use wire::ExceptionType as Kind;
use wire::idp::{ForgotPasswordRequest, ForgotPasswordResponse};

use crate::codes::{self, NewCode, SendTo};
use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::recovery::{Ways, may_reset, nowhere_to_send, wrong_state};
use crate::sign_in::{attributes_of, status_of};
use crate::subject::Named;
use crate::{gate, limits, secrets, texts};

/// Limited together with the confirmations. When the client hides who exists, whoever no code can
/// be sent to is answered as if one had been, after the same work. The password works on until the
/// code is used.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ForgotPasswordRequest,
) -> Result<ForgotPasswordResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    secrets::check_hash(
        &client,
        &input.username,
        input.secret_hash.as_ref().map(|hash| hash.as_str()),
    )?;
    let ways = Ways::find(&pool)
        .ok_or_else(|| refuse(Kind::NotAuthorized, "Contact administrator to reset password."))?;
    gate::no_triggers(&pool.pool, &gate::SENDING)?;
    let hides = client.client.hides_existence();
    let new = NewCode::make(ctx);
    let mut tries = ctx.tries();
    loop {
        let (named, user, (earlier, counted)) =
            Named::read(ctx, &pool, &input.username, |named| also(&pool, named)).await?;
        let mut batch = ctx.batch();
        limits::count(ctx, &pool, &named.subject, &FORGOT_PASSWORD, counted.as_ref(), &mut batch)?;
        let details = match recipient(user, &ways) {
            Ok(Recipient { user, kind, destination }) => {
                let (message, place, username) =
                    (MessageKind::ForgotPassword, &named.place, user.username.as_str());
                let to = SendTo {
                    message,
                    place,
                    username,
                    kind,
                    destination: &destination,
                    is_pending: false,
                };
                batch.unchanged(&user);
                codes::send(
                    ctx,
                    &pool,
                    codes::FORGOT_PASSWORD,
                    &to,
                    &new,
                    earlier.as_ref(),
                    &mut batch,
                )?
            }
            Err(Error::Exception(_)) if hides => {
                codes::send_to_nobody(
                    ctx,
                    &pool,
                    codes::FORGOT_PASSWORD,
                    &named.place,
                    &new,
                    &mut batch,
                );
                ways.simulated(&pool, &named)
            }
            Err(error) => return Err(error),
        };
        if tries.commit(batch).await? {
            return Ok(ForgotPasswordResponse { code_delivery_details: Some(details) });
        }
    }
}

fn also(pool: &PoolConfig, named: &Named) -> (Get<Code>, Get<Attempts>) {
    let counter = limits::counter(pool, &named.subject, &FORGOT_PASSWORD);
    (Code::get(&named.place.part, &named.place.user_id, codes::FORGOT_PASSWORD.kind), counter)
}

/// A user whom a code can be sent to, and where.
struct Recipient {
    user: User,
    kind: AliasKind,
    destination: String,
}

fn recipient(user: Option<User>, ways: &Ways) -> Result<Recipient, Error> {
    let user = user.ok_or_else(texts::user_client_unknown)?;
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    let status = status_of(&user)?;
    if status == domain::user::UserStatus::Unconfirmed {
        return Err(nowhere_to_send());
    }
    if !may_reset(status) {
        return Err(wrong_state());
    }
    let (kind, destination) =
        ways.destination(&attributes_of(&user)?).ok_or_else(nowhere_to_send)?;
    Ok(Recipient { user, kind, destination })
}
