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
    /// Whom counters count: one subject for all the names of a user, the simulated user's when there is none.
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
        let own_name = users::sub_of(name).filter(|_| !pool.pool.username_attributes().is_empty());
        let simulated = own_name.unwrap_or_else(|| stable.simulated_user_id(&folded));
        // An unknown name is counted as the user it is told to be: beginning again with that name must not tell.
        let place = known.unwrap_or_else(|| Place::of(pool, &simulated));
        let subject = lockout::subject_for_user(stable, &place.user_id);
        Ok(Self { place, subject, folded, simulated })
    }
}
