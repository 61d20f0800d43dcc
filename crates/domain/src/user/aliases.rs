//! Which sign-in names a user holds.

use super::Attributes;
use crate::names::AliasKind;
use crate::pool::UserPool;

/// The sign-in names, beside the real username, that a user with these attributes holds: in a pool
/// with username attributes each of them, verified or not; in a pool with aliases each that was
/// verified, and the preferred username of a `confirmed` user (one that is past UNCONFIRMED and has
/// no temporary password). Values are as stored: key them with [`crate::names::lookup_value`].
pub fn active_aliases(
    pool: &UserPool,
    attributes: &Attributes,
    confirmed: bool,
) -> Vec<(AliasKind, String)> {
    let held = |kind: &AliasKind| match kind {
        AliasKind::PreferredUsername => confirmed,
        contact => attributes.is_verified(*contact),
    };
    let kinds =
        pool.username_attributes().into_iter().chain(pool.aliases().into_iter().filter(held));
    kinds.filter_map(|kind| Some((kind, attributes.get(kind.as_str())?.to_owned()))).collect()
}
