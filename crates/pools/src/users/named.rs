//! Which user a name in a public request refers to, known or not. An unknown name gets
//! a stable simulated place, so that both cost the same.

use domain::{lockout, names};
use store::{ReadSet, User};

use super::Origin;
use crate::config::PoolConfig;
use crate::error::Error;
use crate::request::{Ctx, Rereads};
use crate::users::{self, Found, Names, Place};

/// A name with the place that its rows have, or would have.
pub(crate) struct NamedUser {
    /// Where the user's rows are; for an unknown name, where they would be.
    pub(crate) place: Place,
    /// Subject of the counters: one for all names of a user; the simulated user's for an unknown
    /// name.
    pub(crate) subject: String,
    /// Where the request comes from, which decides about the counter.
    pub(crate) origin: Origin,
    /// The name as the pool compares it.
    pub(crate) folded: String,
    /// User id that is simulated for an unknown name; stable per name.
    pub(crate) simulated: String,
    found: Option<Found>,
}

impl NamedUser {
    /// One store call, whether the name is known or not.
    pub(crate) async fn find(
        ctx: &Ctx,
        pool: &PoolConfig,
        name: &str,
        names: Names,
    ) -> Result<Self, Error> {
        let found = users::find(ctx, pool, name, names).await?;
        Ok(Self::new(ctx, pool, name, found))
    }

    /// The name with its user, and what `also` reads in the same call. Two store calls, whether the
    /// name is known or not.
    pub(crate) async fn read<S: ReadSet>(
        ctx: &Ctx,
        pool: &PoolConfig,
        name: &str,
        names: Names,
        also: impl Fn(&Self) -> S,
    ) -> Result<(Self, Option<User>, S::Out), Error> {
        let mut rereads = Rereads::default();
        let mut named = Self::find(ctx, pool, name, names).await?;
        loop {
            let (user, more) = ctx.server.store.read((named.place.user(), also(&named))).await?;
            if named.leads_to(pool, user.as_ref())? {
                return Ok((named, user, more));
            }
            named = if rereads.pause().await {
                Self::find(ctx, pool, name, names).await?
            } else {
                Self::new(ctx, pool, name, None)
            };
        }
    }

    /// An unknown name always leads to whatever its place holds.
    fn leads_to(&self, pool: &PoolConfig, user: Option<&User>) -> Result<bool, Error> {
        self.found.as_ref().map_or(Ok(true), |found| found.leads_to(pool, user))
    }

    fn new(ctx: &Ctx, pool: &PoolConfig, name: &str, found: Option<Found>) -> Self {
        let stable = &pool.keys.stable;
        let folded = names::normalise(name, pool.settings.case_sensitive());
        // If the username is the `sub`, a user is shown the name that it sent.
        let own_name =
            names::sub_of(name).filter(|_| !pool.settings.username_attributes().is_empty());
        let simulated = own_name.unwrap_or_else(|| stable.simulated_user_id(&folded));
        // An unknown name is counted as the user it pretends to be: starting again with the
        // pretended username must make no difference.
        let place =
            found.as_ref().map_or_else(|| Place::of(pool, &simulated), |found| found.place.clone());
        let subject = lockout::subject_for_user(stable, &place.user_id);
        let origin = Origin::of(ctx, pool, &place.user_id, &subject);
        Self { place, subject, origin, folded, simulated, found }
    }
}
