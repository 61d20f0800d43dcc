//! Guesses at a code are counted twice: by the account, and wrong ones also by the address that the
//! code was sent to, because many accounts, each with its own guesses, may share one address.

use domain::lockout::limit::Limit;
use domain::lockout::network::Network;
use store::{Attempts, Batch};

use crate::config::PoolConfig;
use crate::error::Error;
use crate::request::Ctx;
use crate::users::Counter;
use crate::{codes, limits, texts};

/// Wrong codes per hour for one address, when verifying it.
pub(crate) const VERIFYING: Limit =
    Limit { kind: "confirm_destination", attempts: 30, seconds: 3_600 };

/// One guess by an account. Every guess is counted, right or wrong, and committed with its verdict,
/// so that concurrent guesses are counted one by one.
pub(crate) struct Guess<'a> {
    /// The request.
    pub(crate) ctx: &'a Ctx,
    /// The pool.
    pub(crate) pool: &'a PoolConfig,
    /// Limit on the account's guesses.
    pub(crate) limit: &'static Limit,
    /// The counter that the guess belongs to.
    pub(crate) counter: &'a Counter,
}

impl Guess<'_> {
    /// Counts the guess in the batch.
    ///
    /// # Errors
    /// `LimitExceededException`
    pub(crate) fn count(&self, batch: &mut Batch) -> Result<(), Error> {
        let Counter { subject, row, .. } = self.counter;
        if !self.ctx.may_guess(subject) {
            return Err(texts::limit_exceeded());
        }
        limits::count(self.ctx.now, self.pool, subject, self.limit, row.as_ref(), batch)
    }

    /// The batch of a right guess: the count, and the writes of `apply`. If `apply` is refused, its
    /// writes are dropped and the refusal is returned with the batch: a refusal such as a taken
    /// name shows that the code was right, so the guess is counted first, like any other.
    ///
    /// The owner's first guess counts however many guesses were made for the address: others must
    /// not be able to keep somebody from confirming. Only one of an account's counters gives a first
    /// guess.
    ///
    /// # Errors
    /// `LimitExceededException`; a fault of `apply`.
    pub(crate) async fn settle(
        &self,
        by_address: &Guesses,
        apply: impl AsyncFnOnce(&mut Batch) -> Result<(), Error>,
    ) -> Result<(Batch, Option<Error>), Error> {
        let mut batch = self.counted(by_address)?;
        match apply(&mut batch).await {
            Ok(()) => Ok((batch, None)),
            Err(taken @ Error::Exception(_)) => Ok((self.counted(by_address)?, Some(taken))),
            Err(fault) => Err(fault),
        }
    }

    fn counted(&self, by_address: &Guesses) -> Result<Batch, Error> {
        let mut batch = self.ctx.batch();
        self.count(&mut batch)?;
        if self.counter.row.is_some() || !self.counter.is_owners {
            by_address.hold(self.ctx, &mut batch)?;
        }
        Ok(batch)
    }
}

/// The counter of wrong codes for one address, over all accounts; for an unknown name, a counter
/// derived from the name.
pub(crate) struct Guesses {
    limit: &'static Limit,
    subject: String,
    row: Option<Attempts>,
}

impl Guesses {
    /// Reads the counter: one store call, whatever the verdict. A name is never used as an address:
    /// otherwise anyone who knows an address could use up its limit without having an account.
    /// Codes from a `network` are counted apart from all others.
    ///
    /// # Errors
    /// A fault of the store.
    pub(crate) async fn read(
        ctx: &Ctx,
        pool: &PoolConfig,
        limit: &'static Limit,
        folded_name: &str,
        sent_to: Option<&str>,
        network: Option<Network>,
    ) -> Result<Self, Error> {
        let subject = match sent_to {
            Some(address) => codes::destination_subject(pool, address, network),
            None => codes::no_destination_subject(pool, folded_name),
        };
        let row = ctx.server.store.read(limits::counter(pool, &subject, limit)).await?;
        Ok(Self { limit, subject, row })
    }

    /// Counts a wrong code in the batch, and returns the refusal: `LimitExceededException` if the
    /// address has used up its guesses. The account's own guess is counted in any case.
    pub(crate) fn refuse(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        refusal: Error,
        batch: &mut Batch,
    ) -> Error {
        limits::count(ctx.now, pool, &self.subject, self.limit, self.row.as_ref(), batch)
            .err()
            .unwrap_or(refusal)
    }

    /// Accepts a right code only if no wrong one is counted in the meantime.
    ///
    /// # Errors
    /// `LimitExceededException` if the limit is used up.
    pub(crate) fn hold(&self, ctx: &Ctx, batch: &mut Batch) -> Result<(), Error> {
        if let Some(row) = &self.row {
            batch.unchanged(row);
        }
        limits::require_left(ctx.now, self.limit, self.row.as_ref())
    }
}
