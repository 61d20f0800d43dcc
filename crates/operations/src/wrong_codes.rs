//! Wrong codes for one address, over all accounts: many accounts may claim one address.

use domain::lockout::limit::Limit;
use store::{Attempts, Batch};

use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::limits;

/// Wrong codes an hour for one address.
const WRONG_CODES: Limit = Limit { kind: "confirm_destination", attempts: 30, seconds: 3_600 };

/// The counter of wrong codes for one address, whoever's account it is.
pub(crate) struct WrongCodes {
    subject: String,
    row: Option<Attempts>,
}

impl WrongCodes {
    /// One store call.
    pub(crate) async fn read(ctx: &Ctx, pool: &PoolConfig, subject: String) -> Result<Self, Error> {
        let row = ctx.server.store.read(limits::counter(pool, &subject, &WRONG_CODES)).await?;
        Ok(Self { subject, row })
    }

    /// Counts a wrong code, or refuses to judge it.
    pub(crate) fn count(&self, ctx: &Ctx, pool: &PoolConfig, batch: &mut Batch) -> Result<(), Error> {
        limits::count(ctx, pool, &self.subject, &WRONG_CODES, self.row.as_ref(), batch)
    }

    /// A right code counts only if no wrong one was counted meanwhile, and something is left of the limit. The first try of an
    /// account (`tried`: its own counter) is heard all the same: others must not be able to keep somebody from confirming.
    pub(crate) fn hold(&self, ctx: &Ctx, tried: Option<&Attempts>, batch: &mut Batch) -> Result<(), Error> {
        if tried.is_none() {
            return Ok(());
        }
        if let Some(row) = &self.row {
            batch.unchanged(row);
        }
        limits::require_left(ctx, &WRONG_CODES, self.row.as_ref())
    }
}
