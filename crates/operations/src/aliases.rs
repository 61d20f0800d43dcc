//! Aliases: attributes that sign in once they are verified. One value is active for one user only.

use domain::names::AliasKind;
use domain::user::{Attributes, active_aliases};
use store::{Batch, Lookup, User};

use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::attributes_of;
use crate::texts;
use crate::users::{self, Place};

/// Whether the user is past its first sign-in, and whether names that others hold are moved.
#[derive(Clone, Copy)]
pub(crate) struct Claim {
    /// Past UNCONFIRMED, and without a temporary password: only then the preferred user name signs in.
    pub(crate) confirmed: bool,
    /// `ForceAliasCreation`.
    pub(crate) force: bool,
}

/// Makes the names that a user with these attributes signs in by its own: verified addresses, the preferred user name, and in a
/// pool of username attributes each of those. One store call where there are any.
///
/// # Errors
/// `AliasExistsException` when another user holds one, unless `force` moves it; the other user's address is then unverified.
pub(crate) async fn activate(
    ctx: &Ctx,
    pool: &PoolConfig,
    place: &Place,
    attributes: &Attributes,
    claim: Claim,
    batch: &mut Batch,
) -> Result<(), Error> {
    let names = active_aliases(&pool.pool, attributes, claim.confirmed);
    if names.is_empty() {
        return Ok(());
    }
    let lookups: Vec<_> = names.iter().map(|(kind, value)| users::alias_lookup(pool, *kind, value)).collect();
    let held = ctx.server.store.read(lookups).await?;
    for ((kind, value), held) in names.iter().zip(held) {
        match held {
            None => {
                batch.insert(&users::new_lookup(pool, *kind, value, place));
            }
            Some(held) if held.user_id == place.user_id => {}
            Some(held) if claim.force && kind.verified_flag().is_some() => move_alias(ctx, *kind, &held, place, batch).await?,
            Some(_) => return Err(texts::alias_taken(kind.as_str())),
        }
    }
    Ok(())
}

/// The alias becomes this user's; its holder keeps the address, unverified.
async fn move_alias(ctx: &Ctx, kind: AliasKind, held: &Lookup, place: &Place, batch: &mut Batch) -> Result<(), Error> {
    batch.update(&Lookup { user_id: place.user_id.clone(), user_part: place.part.clone(), ..held.clone() });
    let holder = ctx.server.store.read(User::get(&held.user_part, &held.user_id)).await?;
    if let (Some(mut holder), Some(flag)) = (holder, kind.verified_flag()) {
        let mut attributes = attributes_of(&holder)?;
        attributes.set(flag, "false");
        holder.attributes = attributes.to_doc();
        holder.modified = ctx.now.millis();
        batch.update(&holder);
    }
    Ok(())
}
