//! The configuration behind a pool's public documents. Others verify tokens with them, so they are
//! served while the database is away: from the last known configuration.

use std::sync::Arc;
use std::time::Duration;

use crate::config::{PoolConfig, Question, asked_in_vain};
use crate::endpoint::Asker;
use crate::error::{Error, Fault};
use crate::request::Server;

/// How long a document that is known waits for the store to say whether it has changed. New keys
/// are published for more than an hour before they sign, so nothing depends on this moment.
const PATIENCE: Duration = Duration::from_secs(1);

/// Why there is no configuration to publish.
#[derive(Debug)]
pub(super) enum Unpublished {
    /// Too many others wait for the store already.
    Busy,
    /// The store failed.
    Fault(Fault),
}

/// The configuration for the public documents of a pool; `None` if the pool does not exist.
///
/// `asker` is called if the pool is not known.
///
/// `admit` is called before the store is asked, and its permit is kept until the store has
/// answered; without a permit the store is not asked. While the store does not answer, or is not
/// asked, the last known configuration is served; so it is to others while one request asks. A slow
/// answer is not lost: the next request uses it.
pub(super) async fn find<P: Send + 'static>(
    server: &Arc<Server>,
    pool_id: &str,
    asker: impl FnOnce() -> Asker,
    admit: impl FnOnce() -> Option<P>,
) -> Result<Option<Arc<PoolConfig>>, Unpublished> {
    let (config, now) = (&server.config, server.clock.now());
    let Some(known) = config.find_known(pool_id) else {
        let asker = asker();
        if config.is_absent(pool_id, asker, now) {
            return Ok(None);
        }
        let _permit = admit().ok_or(Unpublished::Busy)?;
        return config.find_pool(pool_id, asker).await.map_err(Unpublished::from);
    };
    if known.is_fresh(now) || !server.store.is_writable() {
        return Ok(Some(known));
    }
    let Some(question) = Question::begin(&known, now) else { return Ok(Some(known)) };
    let Some(permit) = admit() else { return Ok(Some(known)) };
    let mut asked = Box::pin(ask(Arc::clone(server), Arc::clone(&known), question, permit));
    tokio::select! {
        biased;
        found = &mut asked => Ok(found),
        () = server.store.lost() => Ok(Some(known)),
        () = tokio::time::sleep(PATIENCE) => {
            // Not `now`: that is a second ago by now, so the note would be too old already.
            asked_in_vain(&known, server.clock.now());
            // Giving up the wait does not give up the answer.
            drop(tokio::spawn(asked));
            Ok(Some(known))
        }
    }
}

/// The current configuration of a known pool; the known one if the store fails.
async fn ask<P>(
    server: Arc<Server>,
    known: Arc<PoolConfig>,
    question: Question,
    _permit: P,
) -> Option<Arc<PoolConfig>> {
    match server.config.find_pool(known.id(), Asker::Operator).await {
        Ok(found) => found,
        Err(error) => {
            question.failed(&error, server.clock.now());
            Some(known)
        }
    }
}

impl From<Error> for Unpublished {
    fn from(error: Error) -> Self {
        match error {
            Error::Fault(fault) => Self::Fault(fault),
            Error::Exception(exception) => Self::Fault(Fault::new(exception.message)),
        }
    }
}
