//! The context of one request: the server, the call, and the request's own time and batch id.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use domain::Time;
use domain::session::Caller;
use store::{Batch, Rev};

use super::guessing::Guessing;
use super::triggers::Answers;
use super::{Chosen, Server, Tries};
use crate::config::{ClientConfig, PoolConfig};
use crate::endpoint::Asker;
use crate::endpoint::Call;
use crate::error::Error;
use crate::texts;

/// The context of one request.
pub struct Ctx {
    /// The running server.
    pub server: Arc<Server>,
    /// What was asked for, and by whom.
    pub call: Call,
    /// Time of the request; every decision in it uses this value.
    pub now: Time,
    /// Revision of every row that this request writes.
    pub rev: Rev,
    /// Id to give the resource being created; `None` for client requests.
    pub chosen_id: Option<String>,
    /// Whether the successful commit must be findable afterwards, as those of seeds are.
    pub(super) is_marked: bool,
    /// Answers of the triggers called for this request.
    pub(super) answers: Answers,
    /// The pool whose cached configuration this request used.
    touched: Mutex<Option<Arc<PoolConfig>>>,
    /// The end user on whose behalf a server calls.
    end_user: OnceLock<Caller>,
    /// Whom the request's guess is about.
    pub(super) guessing: Guessing,
    /// Whether this request was counted against its pool's rate.
    is_counted: AtomicBool,
}

impl Ctx {
    /// Creates the context of a request. `chosen` is for seeds only.
    #[must_use]
    pub fn new(server: Arc<Server>, call: Call, chosen: Option<Chosen>) -> Self {
        let now = server.clock.now();
        let is_marked = chosen.is_some();
        let (chosen_id, commit) =
            chosen.map_or((None, None), |chosen| (chosen.id, Some(chosen.commit)));
        let rev = Rev(commit.unwrap_or_else(|| server.rng.positive_i63()));
        Self {
            server,
            call,
            now,
            rev,
            chosen_id,
            is_marked,
            answers: Answers::default(),
            touched: Mutex::new(None),
            end_user: OnceLock::new(),
            guessing: Guessing::new(),
            is_counted: AtomicBool::new(false),
        }
    }

    /// The device and address that the request reports: the caller's, or those of the end user that
    /// the caller acts for.
    pub fn caller(&self) -> &Caller {
        self.end_user.get().unwrap_or(&self.call.caller)
    }

    /// Records that the caller is a server acting for this end user. Only the first call counts.
    pub fn acts_for(&self, end_user: Caller) {
        let _ = self.end_user.set(end_user);
    }

    /// Counts the request against the rate of a pool that only its token names: once, however often
    /// the request is retried.
    ///
    /// # Errors
    /// `TooManyRequestsException` past the rate.
    pub(crate) fn require_rate(&self, pool_id: &str) -> Result<(), Error> {
        let is_within = self.is_counted.swap(true, Ordering::Relaxed)
            || self.server.limits.admits_pool(
                &self.call.endpoint,
                pool_id,
                self.server.clock.ticks(),
            );
        if is_within { Ok(()) } else { Err(texts::rate_exceeded()) }
    }

    /// Refuses what can wait, such as a new user, while the disk is almost full: what is left is for
    /// users who exist.
    ///
    /// # Errors
    /// `TooManyRequestsException`
    pub(crate) fn require_room(&self) -> Result<(), Error> {
        let has_room = self.server.store.has_room(self.server.clock.monotonic());
        if has_room { Ok(()) } else { Err(texts::too_many_requests()) }
    }

    /// Makes an id for a second commit of the same request. Call it before the first try: every
    /// commit needs its own id.
    pub(crate) fn new_rev(&self) -> Rev {
        Rev(self.server.rng.positive_i63())
    }

    /// An empty batch under this request's id.
    pub fn batch(&self) -> Batch {
        self.batch_of(self.rev)
    }

    /// An empty batch under an id from [`Ctx::new_rev`].
    pub(crate) fn batch_of(&self, rev: Rev) -> Batch {
        let mut batch = Batch::new(rev);
        batch.at(self.now.millis());
        batch
    }

    /// Starts the retry loop for this request's one commit.
    pub fn tries(&self) -> Tries<'_> {
        Tries::new(self)
    }

    /// The pool, or `ResourceNotFoundException`.
    pub async fn require_pool(&self, pool_id: &str) -> Result<Arc<PoolConfig>, Error> {
        if !self.is_in_region(pool_id) {
            return Err(texts::pool_unknown(pool_id));
        }
        let pool = self.find_pool(pool_id).await?;
        let pool = pool.ok_or_else(|| texts::pool_unknown(pool_id))?;
        *self.touched.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&pool));
        Ok(pool)
    }

    /// The pool; `None` if it does not exist, or has not been looked up because the client asks for
    /// too many that do not.
    pub(crate) async fn find_pool(&self, pool_id: &str) -> Result<Option<Arc<PoolConfig>>, Error> {
        self.server.config.find_pool(pool_id, self.asker()).await
    }

    /// Whose rate of unknown ids the request counts against. The holder of an access key is known,
    /// so signed requests have none.
    fn asker(&self) -> Asker {
        match self.call.asker {
            Asker::Client(_) if self.call.endpoint.is_signed => Asker::Client(None),
            asker => asker,
        }
    }

    /// Whether a pool is in the region that a signed request was made to. Unsigned requests reach
    /// every region.
    pub fn is_in_region(&self, pool_id: &str) -> bool {
        !self.call.endpoint.is_signed || domain::ids::region(pool_id) == self.call.region
    }

    /// The app client and its pool, or `ResourceNotFoundException`.
    pub async fn require_client(
        &self,
        client_id: &str,
    ) -> Result<(Arc<PoolConfig>, Arc<ClientConfig>), Error> {
        let pool_id = self.server.config.find_pool_of_client(client_id, self.asker()).await?;
        let pool_id = pool_id.ok_or_else(|| texts::client_unknown(client_id))?;
        let pool = self.require_pool(&pool_id).await.map_err(|error| match error {
            Error::Exception(_) => texts::client_unknown(client_id),
            fault @ Error::Fault(_) => fault,
        })?;
        let Some(client) = pool.find_client(&self.server.store, client_id).await? else {
            self.server.config.forget_client(client_id);
            return Err(texts::client_unknown(client_id));
        };
        Ok((pool, client))
    }

    /// The app client of a pool that the caller also names, or `ResourceNotFoundException`.
    pub async fn require_client_of(
        &self,
        pool_id: &str,
        client_id: &str,
    ) -> Result<(Arc<PoolConfig>, Arc<ClientConfig>), Error> {
        let pool = self.require_pool(pool_id).await?;
        let client = pool.find_client(&self.server.store, client_id).await?;
        Ok((pool, client.ok_or_else(|| texts::client_unknown(client_id))?))
    }

    /// Makes the next use of the configuration ask the store: a commit found it changed.
    pub(crate) fn recheck_configuration(&self) {
        if let Some(pool) = self.touched.lock().unwrap_or_else(PoisonError::into_inner).take() {
            self.server.config.recheck(pool.id());
        }
    }
}
