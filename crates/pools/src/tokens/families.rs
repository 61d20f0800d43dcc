//! Token families: the refresh token of a sign-in and everything refreshed from it. Only families
//! that were revoked or rotated have a row.

use domain::Time;
use domain::token::{RefreshToken, Rotation};
use store::{Batch, Family, Rev};

use crate::config::ClientConfig;
use crate::error::{Error, Fault};
use crate::users::Place;

/// State of a revoked family. It is final.
const REVOKED: &str = "revoked";
/// State of a live family whose refresh tokens rotate.
const ROTATED: &str = "rotated";

/// The revocation of a family.
pub(crate) struct Revocation<'a> {
    pub origin_jti: &'a str,
    pub client_id: &'a str,
    pub token_gen: i64,
    /// Expiry of the refresh token.
    pub expires: Time,
}

impl Revocation<'_> {
    /// The row that revokes the family: refresh, ID and access tokens are checked against it.
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

    /// Revokes the family whatever its row says, since revocation is final. The batch must guard
    /// that the user still exists.
    pub(crate) fn put(&self, place: &Place, batch: &mut Batch) {
        batch.replace(&self.row(place));
    }
}

/// Whether a family was revoked. An unknown state counts as revoked.
pub(crate) fn is_revoked(family: Option<&Family>) -> bool {
    family.is_some_and(|family| family.state != ROTATED)
}

/// What the row of a family records about its rotation.
pub(crate) fn rotation_of(family: Option<&Family>) -> Result<Rotation, Error> {
    let Some(doc) = family.and_then(|family| family.rotation.as_deref()) else {
        return Ok(Rotation::new());
    };
    Rotation::from_doc(doc)
        .map_err(|error| Fault::caused("a token family cannot be read", error).into())
}

/// The row of a family with this rotation, otherwise unchanged.
pub(crate) fn rotated(
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

/// When the row of a family may be removed: its last token has expired, with a margin for clocks.
fn row_expires(refresh_expires: Time) -> Time {
    const LAST_ACCESS_TOKEN_SECONDS: i64 = 86_400;
    const CLOCKS_DIFFER_SECONDS: i64 = 600;
    refresh_expires.plus_seconds(LAST_ACCESS_TOKEN_SECONDS + CLOCKS_DIFFER_SECONDS)
}
