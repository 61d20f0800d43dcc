//! Whom a name in a public request means, known or not: an unknown name gets a stable place of its own, so that both cost the same.

use domain::{lockout, names};

use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::users::{self, Place};

/// A name with the place that its rows have, or would have.
pub(crate) struct Named {
    /// Where the user's rows are; for an unknown name where they would be.
    pub(crate) place: Place,
    /// Whom counters count: one subject for all the names of a user, the name as sent when there is no user.
    pub(crate) subject: String,
    /// The name as the pool compares it.
    pub(crate) folded: String,
    /// The user id that an unknown name is given; stable for the name.
    pub(crate) simulated: String,
}

impl Named {
    /// One store call, whether the name is known or not.
    pub(crate) async fn find(ctx: &Ctx, pool: &PoolConfig, name: &str) -> Result<Self, Error> {
        let known = users::find_place(ctx, pool, name).await?;
        let stable = &pool.keys.stable;
        let folded = names::normalise(name, pool.pool.case_sensitive());
        // Where the real username is the `sub`, whoever exists is told the name it sent.
        let is_own_name = users::is_sub(name) && !pool.pool.username_attributes().is_empty();
        let simulated = if is_own_name { name.to_ascii_lowercase() } else { stable.simulated_user_id(&folded) };
        let (place, subject) = match known {
            Some(place) => {
                let subject = lockout::subject_for_user(stable, &place.user_id);
                (place, subject)
            }
            None => (Place::of(pool, &simulated), lockout::subject_for_name(stable, &folded)),
        };
        Ok(Self { place, subject, folded, simulated })
    }
}
