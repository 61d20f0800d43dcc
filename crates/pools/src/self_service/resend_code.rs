//! Sends a new sign-up code, which invalidates the old one.

use domain::code::{self, Medium};
use domain::lockout::limit::RESEND_CONFIRMATION_CODE;
use domain::message::MessageKind;
use domain::names::AliasKind;
use domain::user::{Attributes, UserStatus};
use store::{Attempts, Batch, Code, Get, User};
use wire::ExceptionType as Kind;
use wire::idp::{CodeDeliveryDetailsType, DeliveryMediumType};

use super::ByName;
use crate::codes::{self, NewCode, SIGN_UP, SendTo};
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::limits;
use crate::request::{Ctx, SENDING, refuse_configured};
use crate::texts;
use crate::users::{NamedUser, Names, attributes_of, status_of};

/// Sends a new code, at most five times an hour. If the client hides which users exist, an unknown
/// or disabled user gets the same answer as any other.
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
        let (named, user, (earlier, counted)) =
            NamedUser::read(ctx, &pool, who.username, Names::WithSub, |named| also(&pool, named))
                .await?;
        let mut batch = ctx.batch();
        let (subject, counted) = (&named.subject, counted.as_ref());
        limits::count(ctx.now, &pool, subject, &RESEND_CONFIRMATION_CODE, counted, &mut batch)?;
        let sent = match user.filter(|user| user.enabled || !hides) {
            None if hides => None,
            None => return Err(texts::user_client_unknown()),
            Some(user) => {
                let resend = Resend { ctx, pool: &pool, named: &named, new: &new };
                resend.send(&user, earlier.as_ref(), &mut batch).await?
            }
        };
        let details = match sent {
            Some(details) => details,
            None if hides => simulated(&pool, &named),
            None => return Err(nowhere_to_send()),
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
    /// `None` if the user has no address to send to.
    async fn send(
        &self,
        user: &User,
        earlier: Option<&Code>,
        batch: &mut Batch,
    ) -> Result<Option<CodeDeliveryDetailsType>, Error> {
        let attributes = require_unconfirmed(user)?;
        let Some((kind, destination)) = codes::sign_up_destination(self.pool, &attributes) else {
            return Ok(None);
        };
        let to = SendTo {
            message: MessageKind::ResendCode,
            place: &self.named.place,
            username: &user.username,
            kind,
            destination: &destination,
            is_pending: false,
        };
        batch.unchanged(user);
        let Self { ctx, pool, new, .. } = *self;
        codes::send(ctx, pool, SIGN_UP, &to, new, earlier, batch).await.map(Some)
    }
}

fn nowhere_to_send() -> Error {
    refuse(Kind::InvalidParameter, "Cannot resend codes. Auto verification not turned on.")
}

fn also(pool: &PoolConfig, named: &NamedUser) -> (Get<Code>, Get<Attempts>) {
    let counter = limits::counter(pool, &named.subject, &RESEND_CONFIRMATION_CODE);
    (Code::get(&named.place.part, &named.place.user_id, SIGN_UP.kind), counter)
}

fn require_unconfirmed(user: &User) -> Result<Attributes, Error> {
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    if status_of(user)? != UserStatus::Unconfirmed {
        return Err(refuse(Kind::InvalidParameter, "User is already confirmed."));
    }
    attributes_of(user)
}

/// The same name always gets the same destination.
fn simulated(pool: &PoolConfig, named: &NamedUser) -> CodeDeliveryDetailsType {
    let is_by_phone = pool.settings.auto_verified().contains(&AliasKind::PhoneNumber);
    let plain = if is_by_phone { Medium::Sms } else { Medium::Email };
    let simulated = code::simulated_destination(&pool.keys.stable, &named.folded, plain);
    CodeDeliveryDetailsType {
        destination: Some(simulated.destination),
        delivery_medium: DeliveryMediumType::parse(simulated.medium.as_str()),
        attribute_name: Some(simulated.medium.attribute().to_owned()),
    }
}
