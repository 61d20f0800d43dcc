//! What is reported of a code that is sent to nobody.

use domain::code::{self, Medium};
use domain::message;
use domain::names::{AliasKind, looks_like_email, looks_like_phone};
use wire::idp::{CodeDeliveryDetailsType, DeliveryMediumType};

use crate::config::PoolConfig;
use crate::users::NamedUser;

/// The address that the user has, even if no code may be sent there, so that every operation reports
/// the same one; for an unknown name, or a user without an address, one that is made up.
pub(crate) fn unsent_details(
    pool: &PoolConfig,
    named: &NamedUser,
    found: Option<(AliasKind, String)>,
    kinds: &[AliasKind],
    plain: Medium,
) -> CodeDeliveryDetailsType {
    match found {
        Some((kind, destination)) => message::delivery_details(kind, &destination),
        None => made_up(pool, named, kinds, plain),
    }
}

/// The name itself if it is an address of one of these kinds; otherwise an address of the `plain`
/// medium, made up from the user id that the name seems to have. The same name gets the same address
/// of a medium in every operation, as a user would.
fn made_up(
    pool: &PoolConfig,
    named: &NamedUser,
    kinds: &[AliasKind],
    plain: Medium,
) -> CodeDeliveryDetailsType {
    let is = |kind, looks: fn(&str) -> bool| looks(&named.folded) && kinds.contains(&kind);
    let is_address =
        is(AliasKind::PhoneNumber, looks_like_phone) || is(AliasKind::Email, looks_like_email);
    let name = if is_address { &named.folded } else { &named.simulated };
    let made_up = code::simulated_destination(&pool.keys.stable, name, plain);
    CodeDeliveryDetailsType {
        destination: Some(made_up.destination),
        delivery_medium: DeliveryMediumType::parse(made_up.medium.as_str()),
        attribute_name: Some(made_up.medium.attribute().to_owned()),
    }
}
