//! `VerifyUserAttribute`: the code that was sent makes an address of the bearer verified, and its
//! own if it waited for that.

use domain::lockout::limit::VERIFY_ATTRIBUTE;
use domain::names::AliasKind;
use domain::user::Attributes;
use store::Code;
use wire::idp::{VerifyUserAttributeRequest, VerifyUserAttributeResponse};

use crate::access::{UserGone, require_access};
use crate::codes;
use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::guesses::{Guesses, VERIFYING};
use crate::sign_in::attributes_of;
use crate::users::Place;
use crate::verification::{outstanding, put_attributes, require_contact, subject};
use crate::{limits, texts};

/// Every try is counted, 15 an hour; the count is committed with the verdict, so that guesses sent
/// at once are counted one by one. Wrong ones are counted by destination besides, as those of a
/// sign-up are.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: VerifyUserAttributeRequest,
) -> Result<VerifyUserAttributeResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let access = require_access(ctx, &input.access_token, UserGone::NotFound).await?;
        let (pool, user) = (&access.pool, &access.user);
        let kind = require_contact(&input.attribute_name)?;
        let subject = subject(pool, user);
        let counter = limits::counter(pool, &subject, &VERIFY_ATTRIBUTE);
        let (code, tried) =
            ctx.server.store.read((outstanding(&Place::from(user), kind), counter)).await?;
        let mut batch = ctx.batch();
        limits::count(ctx, pool, &subject, &VERIFY_ATTRIBUTE, tried.as_ref(), &mut batch)?;
        let attributes = attributes_of(user)?;
        let refusal = match Sent::find(ctx, pool, &attributes, kind, code.as_ref())? {
            None => Some(texts::code_expired()),
            Some(sent) => {
                let guesses =
                    Guesses::read(ctx, pool, &VERIFYING, &user.username, Some(&sent.address))
                        .await?;
                if codes::matches(pool, sent.code, &sent.address, &input.code) {
                    // The first try of an account is heard in any case.
                    if tried.is_some() {
                        guesses.hold(ctx, &mut batch)?;
                    }
                    batch.delete(sent.code);
                    match put_attributes(
                        ctx,
                        pool,
                        user,
                        &verified(attributes, kind, sent.address),
                        &mut batch,
                    )
                    .await
                    {
                        Ok(()) => None,
                        // That the address is taken tells that the code was right: it is counted
                        // first, like every verdict.
                        Err(taken @ Error::Exception(_)) => {
                            batch = ctx.batch();
                            limits::count(
                                ctx,
                                pool,
                                &subject,
                                &VERIFY_ATTRIBUTE,
                                tried.as_ref(),
                                &mut batch,
                            )?;
                            if tried.is_some() {
                                guesses.hold(ctx, &mut batch)?;
                            }
                            Some(taken)
                        }
                        Err(fault) => return Err(fault),
                    }
                } else {
                    // Where the address has used up its guesses, that is told; the user's own try
                    // counts all the same.
                    Some(
                        guesses
                            .count(ctx, pool, &mut batch)
                            .err()
                            .unwrap_or_else(texts::code_mismatch),
                    )
                }
            }
        };
        if refusal.is_some() {
            // The verdict is on the address that the user has when it is told.
            batch.unchanged(user);
        }
        if tries.commit_outcome(batch, refusal.is_none()).await? {
            return refusal.map_or_else(|| Ok(VerifyUserAttributeResponse::default()), Err);
        }
    }
}

/// A code that is still good, and the address that it was sent to.
struct Sent<'a> {
    code: &'a Code,
    address: String,
}

impl<'a> Sent<'a> {
    /// A code for an address that the user no longer has, nor waits for, is none.
    fn find(
        ctx: &Ctx,
        pool: &PoolConfig,
        attributes: &Attributes,
        kind: AliasKind,
        code: Option<&'a Code>,
    ) -> Result<Option<Self>, Error> {
        let Some(code) = code.filter(|code| code.expires > ctx.now.millis()) else {
            return Ok(None);
        };
        let pending = codes::pending_of(pool, code)?;
        let current = || {
            codes::destination_of(pool, code, attributes).filter(|(sent_to, _)| *sent_to == kind)
        };
        let address = pending.or_else(|| current().map(|(_, address)| address));
        Ok(address.map(|address| Self { code, address }))
    }
}

fn verified(mut attributes: Attributes, kind: AliasKind, address: String) -> Attributes {
    attributes.set(kind.as_str(), address);
    attributes.set_verified(kind, true);
    attributes
}
