//! Wrong codes, counted by the address that the codes were sent to: many accounts may have one
//! address, and each has guesses of its own.

use domain::lockout::limit::Limit;
use store::{Attempts, Batch};

use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::{codes, limits};

/// Wrong codes an hour for one address, of those that verify an address.
pub(crate) const VERIFYING: Limit =
    Limit { kind: "confirm_destination", attempts: 30, seconds: 3_600 };

/// The counter of wrong codes for one address, whoever's account it is; for an unknown name one
/// that the name stands for.
pub(crate) struct Guesses {
    limit: &'static Limit,
    subject: String,
    row: Option<Attempts>,
}

impl Guesses {
    /// One store call, whatever the verdict. A name is never taken for an address: else whoever
    /// knows an address could use up its limit without an account.
    pub(crate) async fn read(
        ctx: &Ctx,
        pool: &PoolConfig,
        limit: &'static Limit,
        folded_name: &str,
        sent_to: Option<&str>,
    ) -> Result<Self, Error> {
        let subject = match sent_to {
            Some(address) => codes::destination_subject(pool, address),
            None => codes::no_destination_subject(pool, folded_name),
        };
        let row = ctx.server.store.read(limits::counter(pool, &subject, limit)).await?;
        Ok(Self { limit, subject, row })
    }

    /// Counts a wrong code in the batch, or refuses it.
    pub(crate) fn count(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        batch: &mut Batch,
    ) -> Result<(), Error> {
        limits::count(ctx, pool, &self.subject, self.limit, self.row.as_ref(), batch)
    }

    /// A right code counts only if no wrong one was counted meanwhile, and something is left of the
    /// limit. Who confirms or verifies asks this only from the second try of an account on: others
    /// must not be able to keep somebody from confirming.
    pub(crate) fn hold(&self, ctx: &Ctx, batch: &mut Batch) -> Result<(), Error> {
        if let Some(row) = &self.row {
            batch.unchanged(row);
        }
        limits::require_left(ctx, self.limit, self.row.as_ref())
    }
}
