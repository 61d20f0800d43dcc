//! Families of tokens: the refresh token of a sign-in and all that is refreshed with it. Only one
//! that was cut off or rotated has a row.

use domain::Time;
use domain::token::{RefreshToken, Rotation};
use store::{Batch, Family, Rev};

use crate::config::ClientConfig;
use crate::error::{Error, Fault};
use crate::users::Place;

/// The state of a family that was cut off: for good, whatever else is known of it.
const REVOKED: &str = "revoked";
/// The state of a family that lives and whose refresh tokens rotate.
const ROTATED: &str = "rotated";

/// A family that is to be cut off.
pub(crate) struct CutOff<'a> {
    pub origin_jti: &'a str,
    pub client_id: &'a str,
    pub token_gen: i64,
    /// The end of the refresh token's life.
    pub expires: Time,
}

impl CutOff<'_> {
    /// The row that cuts the family off: refresh, ID and access tokens are checked against it.
    pub(crate) fn row(&self, place: &Place) -> Family {
        Family {
            part: place.part.clone(),
            user_id: place.user_id.clone(),
            origin_jti: self.origin_jti.to_owned(),
            client_id: self.client_id.to_owned(),
            token_gen: self.token_gen,
            state: REVOKED.to_owned(),
            rotation: None,
            expires: row_expires(self.expires).millis(),
            rev: Rev(0),
        }
    }

    /// Cuts the family off whatever its row says: nothing comes after that. Whether the user is
    /// still there is the batch's to guard.
    pub(crate) fn put(&self, place: &Place, batch: &mut Batch) {
        batch.replace(&self.row(place));
    }
}

/// Whether a family was cut off. A state that is not known counts as that.
pub(crate) fn is_cut_off(family: Option<&Family>) -> bool {
    family.is_some_and(|family| family.state != ROTATED)
}

/// What a family remembers of its rotation.
pub(crate) fn rotation_of(family: Option<&Family>) -> Result<Rotation, Error> {
    let Some(doc) = family.and_then(|family| family.rotation.as_deref()) else {
        return Ok(Rotation::new());
    };
    Rotation::from_doc(doc).map_err(|bad| Fault::new(bad.to_string()).into())
}

/// The row of a family with this rotation, as it was otherwise.
pub fn rotated(
    place: &Place,
    client: &ClientConfig,
    token: &RefreshToken,
    before: Option<&Family>,
    rotation: &Rotation,
) -> Family {
    let first = || Family {
        part: place.part.clone(),
        user_id: place.user_id.clone(),
        origin_jti: token.origin_jti.clone(),
        client_id: client.settings.id.clone(),
        token_gen: token.generation,
        state: ROTATED.to_owned(),
        rotation: None,
        expires: row_expires(token.expires).millis(),
        rev: Rev(0),
    };
    Family { rotation: Some(rotation.to_doc()), ..before.cloned().unwrap_or_else(first) }
}

/// When a family need no longer be remembered: its last token has expired, and clocks differ.
fn row_expires(refresh_expires: Time) -> Time {
    const LAST_ACCESS_TOKEN_SECONDS: i64 = 86_400;
    const CLOCKS_DIFFER_SECONDS: i64 = 600;
    refresh_expires.plus_seconds(LAST_ACCESS_TOKEN_SECONDS + CLOCKS_DIFFER_SECONDS)
}
