//! Aliases: attributes that sign in once they are verified. One value is active for one user only.

use domain::names::AliasKind;
use domain::user::Attributes;
use store::{Batch, Lookup, User};

use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::attributes_of;
use crate::texts;
use crate::users::{self, Place};

/// Makes the aliases of a user active: its verified addresses, and the preferred user name.
///
/// # Errors
/// `AliasExistsException` when another user holds one, unless `force` moves it; the other user's address is then unverified.
pub(crate) async fn activate(
    ctx: &Ctx,
    pool: &PoolConfig,
    place: &Place,
    attributes: &Attributes,
    verified: &[AliasKind],
    force: bool,
    batch: &mut Batch,
) -> Result<(), Error> {
    let active = verified.iter().copied().chain([AliasKind::PreferredUsername]);
    for kind in active.filter(|kind| pool.pool.aliases().contains(kind)) {
        let Some(value) = attributes.get(kind.as_str()) else { continue };
        let held = ctx.server.store.read(users::alias_lookup(pool, kind, value)).await?;
        match held {
            None => drop(batch.insert(&users::new_lookup(pool, kind, value, place))),
            Some(held) if held.user_id == place.user_id => {}
            Some(held) if force && kind.verified_flag().is_some() => move_alias(ctx, kind, &held, place, batch).await?,
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
