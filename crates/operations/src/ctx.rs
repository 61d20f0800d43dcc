//! What an operation gets beside its input: the server, the call, this request's time and batch id.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use domain::Time;
use domain::session::Caller;
use store::{Batch, Rev};
use wire::Auth;
use wire::idp::ContextDataType;

use crate::chosen::Chosen;
use crate::config::{ClientConfig, PoolConfig};
use crate::error::Error;
use crate::retry::Tries;
use crate::server::{Call, Server};
use crate::texts;

/// The context of one request.
pub(crate) struct Ctx {
    pub(crate) server: Arc<Server>,
    pub(crate) call: Call,
    /// The moment of the request: one for all it decides.
    pub(crate) now: Time,
    /// The id that every row this request writes carries.
    pub(crate) rev: Rev,
    /// The id that what the operation makes shall have; `None` for every request of a client.
    pub(crate) chosen_id: Option<String>,
    /// Whether the commit that does what was asked for is to be found again, as those of seeds are.
    pub(crate) is_marked: bool,
    /// The pool whose cached configuration this request used.
    touched: Mutex<Option<Arc<PoolConfig>>>,
    /// The end user, where a server calls for one.
    end_user: OnceLock<Caller>,
    /// Whether this request was counted against its pool's rate.
    is_counted: AtomicBool,
}

impl Ctx {
    pub(crate) fn new(server: Arc<Server>, call: Call, chosen: Option<Chosen>) -> Self {
        let now = server.clock.now();
        let is_marked = chosen.is_some();
        let (chosen_id, commit) =
            chosen.map_or((None, None), |chosen| (chosen.id, Some(chosen.commit)));
        let rev = Rev(commit.unwrap_or_else(|| server.rng.positive_i63()));
        let is_counted = AtomicBool::new(false);
        Self {
            server,
            call,
            now,
            rev,
            chosen_id,
            is_marked,
            touched: Mutex::new(None),
            end_user: OnceLock::new(),
            is_counted,
        }
    }

    /// Whose device and address the request tells: the caller's, or the end user's whom the caller
    /// acts for.
    pub(crate) fn caller(&self) -> &Caller {
        self.end_user.get().unwrap_or(&self.call.caller)
    }

    /// The caller is a server that acts for an end user, of whom nothing is known but what it tells
    /// (`ContextData`).
    pub(crate) fn acts_for(&self, context: Option<&ContextDataType>) {
        let end_user = context.map(|context| {
            let is_agent = |name: &str| name.eq_ignore_ascii_case("user-agent");
            let agent = context
                .http_headers
                .iter()
                .find(|header| header.header_name.as_deref().is_some_and(is_agent));
            let agent = agent.and_then(|header| header.header_value.as_deref());
            Caller::new(agent, context.ip_address.parse().ok())
        });
        // The first call counts; an operation makes one.
        let _ = self.end_user.set(end_user.unwrap_or_default());
    }

    /// Counts the request against the rate of a pool that only its token names: once, however often
    /// it is tried.
    ///
    /// # Errors
    /// `TooManyRequestsException` past the rate.
    pub(crate) fn require_rate(&self, pool_id: &str) -> Result<(), Error> {
        let is_within = self.is_counted.swap(true, Ordering::Relaxed)
            || self.server.limits.admits_pool(self.call.operation, pool_id, self.now);
        if is_within { Ok(()) } else { Err(texts::rate_exceeded()) }
    }

    /// An id for a second commit of a request, made before its first try: every commit has one of
    /// its own.
    pub(crate) fn new_rev(&self) -> Rev {
        Rev(self.server.rng.positive_i63())
    }

    /// An empty batch under this request's id.
    pub(crate) fn batch(&self) -> Batch {
        self.batch_of(self.rev)
    }

    /// An empty batch under an id of [`Ctx::new_rev`].
    pub(crate) fn batch_of(&self, rev: Rev) -> Batch {
        let mut batch = Batch::new(rev);
        batch.at(self.now.millis());
        batch
    }

    /// The tries of this request's one commit.
    pub(crate) fn tries(&self) -> Tries<'_> {
        Tries::new(self)
    }

    /// The pool, or `ResourceNotFoundException`.
    pub(crate) async fn require_pool(&self, pool_id: &str) -> Result<Arc<PoolConfig>, Error> {
        if !self.is_in_region(pool_id) {
            return Err(texts::pool_unknown(pool_id));
        }
        let found = self.server.config.find_pool(&self.server, pool_id).await?;
        let pool = found.ok_or_else(|| texts::pool_unknown(pool_id))?;
        *self.touched.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&pool));
        Ok(pool)
    }

    /// Whether a pool is in the region that a signed request was made to; other requests name no
    /// region.
    pub(crate) fn is_in_region(&self, pool_id: &str) -> bool {
        self.call.operation.auth != Auth::SigV4 || domain::ids::region(pool_id) == self.call.region
    }

    /// The app client and its pool, or `ResourceNotFoundException`.
    pub(crate) async fn require_client(
        &self,
        client_id: &str,
    ) -> Result<(Arc<PoolConfig>, Arc<ClientConfig>), Error> {
        let pool_id = self.server.config.find_pool_of_client(&self.server, client_id).await?;
        let pool_id = pool_id.ok_or_else(|| texts::client_unknown(client_id))?;
        let pool = self.require_pool(&pool_id).await.map_err(|error| match error {
            Error::Exception(_) => texts::client_unknown(client_id),
            fault @ Error::Fault(_) => fault,
        })?;
        let Some(client) = pool.find_client(&self.server, client_id).await? else {
            self.server.config.forget_client(client_id);
            return Err(texts::client_unknown(client_id));
        };
        Ok((pool, client))
    }

    /// The app client of a pool that the caller names too, or `ResourceNotFoundException`.
    pub(crate) async fn require_client_of(
        &self,
        pool_id: &str,
        client_id: &str,
    ) -> Result<(Arc<PoolConfig>, Arc<ClientConfig>), Error> {
        let pool = self.require_pool(pool_id).await?;
        let client = pool.find_client(&self.server, client_id).await?;
        Ok((pool, client.ok_or_else(|| texts::client_unknown(client_id))?))
    }

    /// Asks the store again about the configuration this request used: a commit found it changed.
    pub(crate) fn recheck_configuration(&self) {
        if let Some(pool) = self.touched.lock().unwrap_or_else(PoisonError::into_inner).take() {
            self.server.config.recheck(pool.id());
        }
    }
}
