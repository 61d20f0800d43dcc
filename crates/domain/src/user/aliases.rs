//! Which sign-in names a user holds.

use super::Attributes;
use crate::names::AliasKind;
use crate::pool::UserPool;

/// The sign-in names, besides the real username, of a user with these attributes. In a pool with
/// username attributes these are all of them, verified or not; in a pool with aliases, the verified
/// ones, and the preferred username of a `confirmed` user (past UNCONFIRMED and without a temporary
/// password). Values are as stored: turn them into keys with [`crate::names::lookup_value`].
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
