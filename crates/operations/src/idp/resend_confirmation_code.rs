//! `ResendConfirmationCode`: a new sign-up code; the old one no longer works.

use domain::code::{self, Medium};
use domain::lockout::limit::RESEND_CONFIRMATION_CODE;
use domain::message::MessageKind;
use domain::names::AliasKind;
use domain::user::UserStatus;
use store::{Attempts, Code, Get, User};
use wire::ExceptionType as Kind;
use wire::idp::{
    CodeDeliveryDetailsType, DeliveryMediumType, ResendConfirmationCodeRequest,
    ResendConfirmationCodeResponse,
};

use crate::codes::{self, NewCode, SIGN_UP, SendTo};
use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::sign_in::{attributes_of, status_of};
use crate::subject::Named;
use crate::{gate, limits, secrets, texts};

/// Five an hour. An unknown or disabled user is answered as if a code had been sent, when the
/// client hides who exists.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ResendConfirmationCodeRequest,
) -> Result<ResendConfirmationCodeResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    secrets::check_hash(
        &client,
        &input.username,
        input.secret_hash.as_ref().map(|hash| hash.as_str()),
    )?;
    if pool.pool.auto_verified().is_empty() {
        return Err(nowhere_to_send());
    }
    gate::no_triggers(&pool.pool, &gate::SENDING)?;
    let hides = client.client.hides_existence();
    let new = NewCode::make(ctx);
    let mut tries = ctx.tries();
    loop {
        let (named, user, (earlier, counted)) =
            Named::read(ctx, &pool, &input.username, |named| also(&pool, named)).await?;
        let mut batch = ctx.batch();
        limits::count(
            ctx,
            &pool,
            &named.subject,
            &RESEND_CONFIRMATION_CODE,
            counted.as_ref(),
            &mut batch,
        )?;
        let details = match user.filter(|user| user.enabled || !hides) {
            None if hides => simulated(&pool, &named),
            None => return Err(texts::user_client_unknown()),
            Some(user) => {
                let attributes = require_unconfirmed(&user)?;
                match codes::sign_up_destination(&pool, &attributes) {
                    None if hides => simulated(&pool, &named),
                    None => return Err(nowhere_to_send()),
                    Some((kind, destination)) => {
                        let (message, place, username) =
                            (MessageKind::ResendCode, &named.place, user.username.as_str());
                        let to = SendTo {
                            message,
                            place,
                            username,
                            kind,
                            destination: &destination,
                            is_pending: false,
                        };
                        batch.unchanged(&user);
                        codes::send(ctx, &pool, SIGN_UP, &to, &new, earlier.as_ref(), &mut batch)?
                    }
                }
            }
        };
        if tries.commit(batch).await? {
            return Ok(ResendConfirmationCodeResponse { code_delivery_details: Some(details) });
        }
    }
}

fn nowhere_to_send() -> Error {
    refuse(Kind::InvalidParameter, "Cannot resend codes. Auto verification not turned on.")
}

fn also(pool: &PoolConfig, named: &Named) -> (Get<Code>, Get<Attempts>) {
    let counter = limits::counter(pool, &named.subject, &RESEND_CONFIRMATION_CODE);
    (Code::get(&named.place.part, &named.place.user_id, SIGN_UP.kind), counter)
}

fn require_unconfirmed(user: &User) -> Result<domain::user::Attributes, Error> {
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    if status_of(user)? != UserStatus::Unconfirmed {
        return Err(refuse(Kind::InvalidParameter, "User is already confirmed."));
    }
    attributes_of(user)
}

/// The same name always gets the same destination.
fn simulated(pool: &PoolConfig, named: &Named) -> CodeDeliveryDetailsType {
    let is_by_phone = pool.pool.auto_verified().contains(&AliasKind::PhoneNumber);
    let plain = if is_by_phone { Medium::Sms } else { Medium::Email };
    let simulated = code::simulated_destination(&pool.keys.stable, &named.folded, plain);
    CodeDeliveryDetailsType {
        destination: Some(simulated.destination),
        delivery_medium: DeliveryMediumType::parse(simulated.medium.as_str()),
        attribute_name: Some(simulated.medium.attribute().to_owned()),
    }
}
