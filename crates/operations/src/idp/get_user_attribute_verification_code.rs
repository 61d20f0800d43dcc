//! `GetUserAttributeVerificationCode`: sends the bearer of an access token a code for one of its
//! addresses.

use domain::lockout::limit::ATTRIBUTE_CODE;
use domain::message::MessageKind;
use domain::names::AliasKind;
use store::{Code, User};
use wire::ExceptionType as Kind;
use wire::idp::{
    GetUserAttributeVerificationCodeRequest, GetUserAttributeVerificationCodeResponse,
};

use crate::access::{UserGone, require_access};
use crate::codes::{self, NewCode, SendTo};
use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::limits;
use crate::sign_in::attributes_of;
use crate::users::Place;
use crate::verification::{outstanding, purpose, require_contact, subject};

/// Five an hour, together with those that a change of attributes sends. The old code no longer
/// works.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: GetUserAttributeVerificationCodeRequest,
) -> Result<GetUserAttributeVerificationCodeResponse, Error> {
    let new = NewCode::make(ctx);
    let mut tries = ctx.tries();
    loop {
        let access = require_access(ctx, &input.access_token, UserGone::NotFound).await?;
        let (pool, user) = (&access.pool, &access.user);
        let kind = require_contact(&input.attribute_name)?;
        let (place, subject) = (Place::from(user), subject(pool, user));
        let counter = limits::counter(pool, &subject, &ATTRIBUTE_CODE);
        let (earlier, counted) =
            ctx.server.store.read((outstanding(&place, kind), counter)).await?;
        let destination = Destination::find(ctx, pool, user, kind, earlier.as_ref())?;
        let mut batch = ctx.batch();
        limits::count(ctx, pool, &subject, &ATTRIBUTE_CODE, counted.as_ref(), &mut batch)?;
        let to = SendTo {
            message: MessageKind::VerifyUserAttribute,
            place: &place,
            username: &user.username,
            kind,
            destination: &destination.address,
            is_pending: destination.is_pending,
        };
        batch.unchanged(user);
        let details =
            codes::send(ctx, pool, purpose(kind), &to, &new, earlier.as_ref(), &mut batch)?;
        if tries.commit(batch).await? {
            return Ok(GetUserAttributeVerificationCodeResponse {
                code_delivery_details: Some(details),
            });
        }
    }
}

/// Where the code goes.
struct Destination {
    address: String,
    is_pending: bool,
}

impl Destination {
    /// The address that waits to be verified, else the one that the user has, verified or not.
    fn find(
        ctx: &Ctx,
        pool: &PoolConfig,
        user: &User,
        kind: AliasKind,
        earlier: Option<&Code>,
    ) -> Result<Self, Error> {
        let live = earlier.filter(|code| code.expires > ctx.now.millis());
        if let Some(address) = live.map(|code| codes::pending_of(pool, code)).transpose()?.flatten()
        {
            return Ok(Self { address, is_pending: true });
        }
        let attributes = attributes_of(user)?;
        let address = attributes.get(kind.as_str()).ok_or_else(|| {
            refuse(
                Kind::InvalidParameter,
                format!("User has no {kind} that a verification code could be sent to."),
            )
        })?;
        Ok(Self { address: address.to_owned(), is_pending: false })
    }
}
