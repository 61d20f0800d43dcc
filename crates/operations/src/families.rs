//! Families of tokens: the refresh token of a sign-in and all that is refreshed with it.

use domain::Time;
use store::{Batch, Family, Rev};

use crate::sign_in::{REVOKED, family_expires};
use crate::users::Place;

/// A family that is to be cut off.
pub(crate) struct CutOff<'a> {
    pub(crate) origin_jti: &'a str,
    pub(crate) client_id: &'a str,
    pub(crate) token_gen: i64,
    /// The end of the refresh token's life.
    pub(crate) expires: Time,
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
            expires: family_expires(self.expires).millis(),
            rev: Rev(0),
        }
    }

    /// Cuts the family off whatever its row says: nothing comes after that. Whether the user is still there is the batch's to guard.
    pub(crate) fn put(&self, place: &Place, batch: &mut Batch) {
        batch.replace(&self.row(place));
    }
}
