//! A small stock of RSA key pairs made in advance: making one takes about 50 ms, too long for a
//! request that needs two.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use domain::token::SigningKey;

use crate::error::{Error, Fault};

/// Pairs kept ready: enough for two pools at once.
const STOCK: usize = 4;

/// Ready key pairs, and the thread that makes more.
pub struct KeyStock {
    ready: Mutex<Receiver<SigningKey>>,
    /// Fixed pairs, handed out in turn instead of generated ones.
    given: Option<Mutex<std::vec::IntoIter<SigningKey>>>,
}

impl KeyStock {
    /// Starts the thread that makes pairs, unless pairs are `given`.
    pub(crate) fn start(given: Option<Vec<SigningKey>>) -> io::Result<Self> {
        let (sender, receiver) = sync_channel(STOCK);
        if given.is_none() {
            thread::Builder::new().name("key-stock".into()).spawn(move || make_pairs(&sender))?;
        }
        Ok(Self {
            ready: Mutex::new(receiver),
            given: given.map(|pairs| Mutex::new(pairs.into_iter())),
        })
    }

    /// Takes a pair that nobody else gets.
    ///
    /// # Errors
    /// A fault when none can be made.
    pub(crate) async fn take(&self) -> Result<SigningKey, Error> {
        if let Some(given) = &self.given
            && let Some(pair) = given.lock().unwrap_or_else(PoisonError::into_inner).next()
        {
            return Ok(pair);
        }
        let ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner).try_recv();
        if let Ok(pair) = ready {
            return Ok(pair);
        }
        let made = tokio::task::spawn_blocking(SigningKey::generate).await;
        match made {
            Ok(Ok(pair)) => Ok(pair),
            _ => Err(Fault::new("an RSA key pair could not be made").into()),
        }
    }
}

/// Fills the stock and blocks while it is full; ends with the server.
fn make_pairs(stock: &SyncSender<SigningKey>) {
    while let Ok(pair) = SigningKey::generate() {
        if stock.send(pair).is_err() {
            return;
        }
    }
    tracing::error!(
        "an RSA key pair could not be made; pools are created with pairs made on demand"
    );
}
