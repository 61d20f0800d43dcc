//! The row of a token family: only families that were cut off or rotated have one.

use domain::Time;
use domain::token::{RefreshToken, Rotation};
use store::{Family, Rev};

use crate::config::ClientConfig;
use crate::error::{Error, Fault};
use crate::users::Place;

/// The state of a token family that was cut off: for good, whatever else is known of it.
pub(crate) const REVOKED: &str = "revoked";
/// The state of a family that lives and whose refresh tokens rotate.
const ROTATED: &str = "rotated";

/// The row of a family that was cut off.
pub(crate) fn revoked(place: &Place, client: &ClientConfig, token: &RefreshToken) -> Family {
    Family {
        part: place.part.clone(),
        user_id: place.user_id.clone(),
        origin_jti: token.origin_jti.clone(),
        client_id: client.client.id.clone(),
        token_gen: token.generation,
        state: REVOKED.to_owned(),
        rotation: None,
        expires: expires(token.expires).millis(),
        rev: Rev(0),
    }
}

/// The row of a family with this rotation, as it was otherwise.
pub(crate) fn rotated(
    place: &Place,
    client: &ClientConfig,
    token: &RefreshToken,
    before: Option<&Family>,
    rotation: &Rotation,
) -> Family {
    let before = before.cloned().unwrap_or_else(|| Family { state: ROTATED.to_owned(), ..revoked(place, client, token) });
    Family { rotation: Some(rotation.to_doc()), ..before }
}

/// Whether a family was cut off.
pub(crate) fn is_cut_off(family: Option<&Family>) -> bool {
    family.is_some_and(|family| family.state == REVOKED)
}

/// What a family remembers of its rotation.
pub(crate) fn rotation_of(family: Option<&Family>) -> Result<Rotation, Error> {
    let Some(doc) = family.and_then(|family| family.rotation.as_deref()) else { return Ok(Rotation::new()) };
    Rotation::from_doc(doc).map_err(|bad| Fault::new(bad.to_string()).into())
}

/// When a family need no longer be remembered: its last token has expired, and clocks differ.
fn expires(refresh_expires: Time) -> Time {
    const LAST_ACCESS_TOKEN_SECONDS: i64 = 86_400;
    const CLOCKS_DIFFER_SECONDS: i64 = 600;
    refresh_expires.plus_seconds(LAST_ACCESS_TOKEN_SECONDS + CLOCKS_DIFFER_SECONDS)
}
