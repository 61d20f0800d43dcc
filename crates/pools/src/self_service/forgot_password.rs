//! Sends a code that resets a forgotten password.

use domain::lockout::limit::FORGOT_PASSWORD;
use domain::message::MessageKind;
use domain::names::AliasKind;
use domain::user::UserStatus;
use store::{Code, Get, User};
use wire::ExceptionType as Kind;
use wire::idp::CodeDeliveryDetailsType;

use super::ByName;
use crate::codes::recovery::{RecoveryMethods, may_reset, nowhere_to_send, wrong_state};
use crate::codes::{self, NewCode, SendTo};
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::limits;
use crate::request::{Ctx, SENDING, refuse_configured};
use crate::texts;
use crate::users::{CounterReads, NamedUser, Names, Place, attributes_of, status_of};

/// Sends a code. Limited together with the confirmations. If the client hides which users exist, a
/// user that no code can be sent to gets the same answer as any other, after the same work. The
/// password stays valid until the code is used.
///
/// # Errors
/// `LimitExceededException`; `NotAuthorizedException` if only administrators reset passwords; if
/// the client shows which users exist, `UserNotFoundException`, `NotAuthorizedException` and
/// `InvalidParameterException` for the user's status.
pub async fn forgot_password(ctx: &Ctx, who: ByName<'_>) -> Result<CodeDeliveryDetailsType, Error> {
    let (pool, client) = who.require_client(ctx).await?;
    let methods = RecoveryMethods::find(&pool)
        .ok_or_else(|| refuse(Kind::NotAuthorized, "Contact administrator to reset password."))?;
    refuse_configured(&pool.settings, &SENDING)?;
    let hides = client.settings.hides_existence();
    let new = NewCode::make(ctx);
    let mut tries = ctx.tries();
    loop {
        let (named, user, (earlier, counters)) =
            NamedUser::read(ctx, &pool, who.username, Names::WithSub, |named| also(&pool, named))
                .await?;
        let mut batch = ctx.batch();
        let counter = named.origin.counter(ctx.now, counters);
        let (subject, counted) = (&counter.subject, counter.row.as_ref());
        limits::count(ctx.now, &pool, subject, &FORGOT_PASSWORD, counted, &mut batch)?;
        let purpose = codes::FORGOT_PASSWORD;
        let details = match recipient(user.as_ref(), &methods) {
            Ok(Recipient { user, kind, destination }) => {
                let to = SendTo {
                    message: MessageKind::ForgotPassword,
                    place: &named.place,
                    username: &user.username,
                    kind,
                    destination: &destination,
                    is_pending: false,
                };
                batch.unchanged(user);
                codes::send(ctx, &pool, purpose, &to, &new, earlier.as_ref(), &mut batch).await?
            }
            Err(Error::Exception(_)) if hides => {
                codes::send_to_nobody(ctx, &pool, purpose, &named.place, &new, &mut batch);
                methods.unsent(&pool, &named, user.as_ref())?
            }
            Err(error) => return Err(error),
        };
        if tries.commit(batch).await? {
            return Ok(details);
        }
    }
}

fn also(pool: &PoolConfig, named: &NamedUser) -> (Get<Code>, CounterReads) {
    let Place { part, user_id } = &named.place;
    let counters = named.origin.reads(pool, &named.place, FORGOT_PASSWORD.kind);
    (Code::get(part, user_id, codes::FORGOT_PASSWORD.kind), counters)
}

/// A user that a code can be sent to, and the destination.
struct Recipient<'a> {
    user: &'a User,
    kind: AliasKind,
    destination: String,
}

fn recipient<'a>(
    user: Option<&'a User>,
    methods: &RecoveryMethods,
) -> Result<Recipient<'a>, Error> {
    let user = user.ok_or_else(texts::user_client_unknown)?;
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    let status = status_of(user)?;
    if status == UserStatus::Unconfirmed {
        return Err(nowhere_to_send());
    }
    if !may_reset(status) {
        return Err(wrong_state());
    }
    let (kind, destination) =
        methods.destination(&attributes_of(user)?).ok_or_else(nowhere_to_send)?;
    Ok(Recipient { user, kind, destination })
}
