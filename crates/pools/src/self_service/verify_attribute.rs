//! Verifies an address with the code that was sent to it.

use domain::lockout::limit::VERIFY_ATTRIBUTE;
use domain::names::AliasKind;
use domain::user::Attributes;
use store::{Batch, Code};

use crate::codes::verification::{outstanding, put_attributes, require_contact, subject};
use crate::codes::{self, Guess, Guesses, VERIFYING};
use crate::config::PoolConfig;
use crate::error::Error;
use crate::limits;
use crate::request::Ctx;
use crate::texts;
use crate::tokens::{UserGone, require_access};
use crate::users::{Counter, Place, attributes_of};

/// Marks the bearer's address as verified; a pending address becomes the bearer's.
///
/// Every guess is counted, at most 15 an hour. Wrong ones are also counted by destination, as for a
/// sign-up.
///
/// # Errors
/// `CodeMismatchException`, `ExpiredCodeException`, `LimitExceededException`,
/// `AliasExistsException`, and those of [`require_access`].
pub async fn verify_attribute(
    ctx: &Ctx,
    access_token: &str,
    attribute: &str,
    given: &str,
) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let access = require_access(ctx, access_token, UserGone::NotFound).await?;
        let (pool, user) = (&access.pool, &access.user);
        let kind = require_contact(attribute)?;
        let subject = subject(pool, user);
        let counter = limits::counter(pool, &subject, &VERIFY_ATTRIBUTE);
        let (code, tried) =
            ctx.server.store.read((outstanding(&Place::from(user), kind), counter)).await?;
        let counter = Counter::of_account(subject, tried);
        let guess = Guess { ctx, pool, limit: &VERIFY_ATTRIBUTE, counter: &counter };
        let mut batch = ctx.batch();
        guess.count(&mut batch)?;
        let attributes = attributes_of(user)?;
        let refusal = match Sent::find(ctx, pool, &attributes, kind, code.as_ref())? {
            None => Some(texts::code_expired()),
            Some(sent) => {
                let address = Some(sent.address.as_str());
                let name = &user.username;
                let guesses = Guesses::read(ctx, pool, &VERIFYING, name, address, None).await?;
                if codes::matches(pool, sent.code, &sent.address, given) {
                    let apply = async |batch: &mut Batch| {
                        batch.delete(sent.code);
                        let verified = verified(attributes, kind, sent.address);
                        put_attributes(ctx, pool, user, &verified, batch).await
                    };
                    let (settled, taken) = guess.settle(&guesses, apply).await?;
                    batch = settled;
                    taken
                } else {
                    Some(guesses.refuse(ctx, pool, texts::code_mismatch(), &mut batch))
                }
            }
        };
        if refusal.is_some() {
            // The verdict is about the address that the user has when it is answered.
            batch.unchanged(user);
        }
        if tries.commit_outcome(batch, refusal.is_none()).await? {
            return refusal.map_or(Ok(()), Err);
        }
    }
}

/// A valid code, and the address that it was sent to.
struct Sent<'a> {
    code: &'a Code,
    address: String,
}

impl<'a> Sent<'a> {
    /// A code for an address that the user neither has nor is waiting to verify does not count.
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
