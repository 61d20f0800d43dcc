//! Sends a code that verifies an address of the bearer.

use domain::lockout::limit::ATTRIBUTE_CODE;
use domain::message::MessageKind;
use domain::names::AliasKind;
use store::{Code, User};
use wire::ExceptionType as Kind;
use wire::idp::CodeDeliveryDetailsType;

use crate::codes::verification::{outstanding, purpose, require_contact, subject};
use crate::codes::{self, NewCode, SendTo};
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::limits;
use crate::request::Ctx;
use crate::tokens::{UserGone, require_access};
use crate::users::{Place, attributes_of};

/// Sends a code to an address of the bearer, which invalidates the old code. At most five an hour,
/// including those sent by changes of attributes.
///
/// # Errors
/// `LimitExceededException`; `InvalidParameterException` if the user has no such address; those of
/// [`require_access`].
pub async fn send_attribute_code(
    ctx: &Ctx,
    access_token: &str,
    attribute: &str,
) -> Result<CodeDeliveryDetailsType, Error> {
    let new = NewCode::make(ctx);
    let mut tries = ctx.tries();
    loop {
        let access = require_access(ctx, access_token, UserGone::NotFound).await?;
        let (pool, user) = (&access.pool, &access.user);
        let kind = require_contact(attribute)?;
        let (place, subject) = (Place::from(user), subject(pool, user));
        let counter = limits::counter(pool, &subject, &ATTRIBUTE_CODE);
        let (earlier, counted) =
            ctx.server.store.read((outstanding(&place, kind), counter)).await?;
        let destination = Destination::find(ctx, pool, user, kind, earlier.as_ref())?;
        let mut batch = ctx.batch();
        let counted = counted.as_ref();
        limits::count(ctx.now, pool, &subject, &ATTRIBUTE_CODE, counted, &mut batch)?;
        let to = SendTo {
            message: MessageKind::VerifyUserAttribute,
            place: &place,
            username: &user.username,
            kind,
            destination: &destination.address,
            is_pending: destination.is_pending,
        };
        batch.unchanged(user);
        let earlier = earlier.as_ref();
        let details = codes::send(ctx, pool, purpose(kind), &to, &new, earlier, &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(details);
        }
    }
}

/// Where the code goes.
struct Destination {
    address: String,
    is_pending: bool,
}

impl Destination {
    /// The pending address if there is one, otherwise the user's current one, verified or not.
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
