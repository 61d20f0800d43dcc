//! A small stock of RSA key pairs made ahead: making one takes about 50 ms, too long for a request
//! to wait for two.

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
    /// Given pairs are handed out instead of made ones; they go round.
    given: Option<Mutex<std::vec::IntoIter<SigningKey>>>,
}

impl KeyStock {
    /// Starts the maker; with `given` pairs there is none.
    pub fn start(given: Option<Vec<SigningKey>>) -> io::Result<Self> {
        let (sender, receiver) = sync_channel(STOCK);
        if given.is_none() {
            thread::Builder::new().name("key-stock".into()).spawn(move || make_pairs(&sender))?;
        }
        Ok(Self {
            ready: Mutex::new(receiver),
            given: given.map(|pairs| Mutex::new(pairs.into_iter())),
        })
    }

    /// A pair that nobody else gets.
    ///
    /// # Errors
    /// A fault when none can be made.
    pub async fn take(&self) -> Result<SigningKey, Error> {
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

/// Fills the stock and waits while it is full; ends with the server.
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
