//! Sends a new sign-up code, which invalidates the old one.

use domain::code::Medium;
use domain::lockout::limit::RESEND_CONFIRMATION_CODE;
use domain::message::MessageKind;
use domain::names::AliasKind;
use domain::user::UserStatus;
use store::{Batch, Code, Get, User};
use wire::ExceptionType as Kind;
use wire::idp::CodeDeliveryDetailsType;

use super::ByName;
use crate::codes::{self, NewCode, SIGN_UP, SendTo};
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::limits;
use crate::request::{Ctx, SENDING, refuse_configured};
use crate::texts;
use crate::users::{CounterReads, NamedUser, Names, Place, attributes_of, status_of};

/// Sends a new code, at most five times an hour. If the client hides which users exist, a user that
/// no code can be sent to, because it is unknown, disabled or confirmed, gets the same answer as any
/// other, after the same work.
///
/// # Errors
/// `LimitExceededException`; `InvalidParameterException` if there is nothing to confirm or no
/// address to send to; `UserNotFoundException` if the client shows which users exist.
pub async fn resend_code(ctx: &Ctx, who: ByName<'_>) -> Result<CodeDeliveryDetailsType, Error> {
    let (pool, client) = who.require_client(ctx).await?;
    if pool.settings.auto_verified().is_empty() {
        return Err(nowhere_to_send());
    }
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
        limits::count(ctx.now, &pool, subject, &RESEND_CONFIRMATION_CODE, counted, &mut batch)?;
        let details = match recipient(&pool, user.as_ref()) {
            Ok(recipient) => {
                let resend = Resend { ctx, pool: &pool, named: &named, new: &new };
                resend.send(&recipient, earlier.as_ref(), &mut batch).await?
            }
            Err(Error::Exception(_)) if hides => {
                codes::send_to_nobody(ctx, &pool, SIGN_UP, &named.place, &new, &mut batch);
                unsent(&pool, &named, user.as_ref())?
            }
            Err(refusal) => return Err(refusal),
        };
        if tries.commit(batch).await? {
            return Ok(details);
        }
    }
}

/// What a code is sent with.
struct Resend<'a> {
    ctx: &'a Ctx,
    pool: &'a PoolConfig,
    named: &'a NamedUser,
    new: &'a NewCode,
}

impl Resend<'_> {
    async fn send(
        &self,
        recipient: &Recipient<'_>,
        earlier: Option<&Code>,
        batch: &mut Batch,
    ) -> Result<CodeDeliveryDetailsType, Error> {
        let Recipient { user, kind, destination } = recipient;
        let to = SendTo {
            message: MessageKind::ResendCode,
            place: &self.named.place,
            username: &user.username,
            kind: *kind,
            destination,
            is_pending: false,
        };
        batch.unchanged(*user);
        let Self { ctx, pool, new, .. } = *self;
        codes::send(ctx, pool, SIGN_UP, &to, new, earlier, batch).await
    }
}

/// A user that a code can be sent to, and the destination.
struct Recipient<'a> {
    user: &'a User,
    kind: AliasKind,
    destination: String,
}

fn recipient<'a>(pool: &PoolConfig, user: Option<&'a User>) -> Result<Recipient<'a>, Error> {
    let user = user.ok_or_else(texts::user_client_unknown)?;
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    if status_of(user)? != UserStatus::Unconfirmed {
        return Err(refuse(Kind::InvalidParameter, "User is already confirmed."));
    }
    let found = codes::sign_up_destination(pool, &attributes_of(user)?);
    let (kind, destination) = found.ok_or_else(nowhere_to_send)?;
    Ok(Recipient { user, kind, destination })
}

/// The details answered when nothing is sent: the address is the one that a code would go to before
/// the account is confirmed.
fn unsent(
    pool: &PoolConfig,
    named: &NamedUser,
    user: Option<&User>,
) -> Result<CodeDeliveryDetailsType, Error> {
    let attributes = user.map(attributes_of).transpose()?;
    let found = attributes.and_then(|attributes| codes::sign_up_destination(pool, &attributes));
    let kinds = pool.settings.auto_verified();
    let is_by_phone = kinds.contains(&AliasKind::PhoneNumber);
    let plain = if is_by_phone { Medium::Sms } else { Medium::Email };
    Ok(codes::unsent_details(pool, named, found, &kinds, plain))
}

fn nowhere_to_send() -> Error {
    refuse(Kind::InvalidParameter, "Cannot resend codes. Auto verification not turned on.")
}

fn also(pool: &PoolConfig, named: &NamedUser) -> (Get<Code>, CounterReads) {
    let Place { part, user_id } = &named.place;
    let counters = named.origin.reads(pool, &named.place, RESEND_CONFIRMATION_CODE.kind);
    (Code::get(part, user_id, SIGN_UP.kind), counters)
}
