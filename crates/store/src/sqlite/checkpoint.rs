//! Moves the write-ahead log into the database beside the writer.
//!
//! SQLite's own checkpoints run inside a commit and hold it up. Here a thread runs them; but while the writer goes on
//! writing, the log is never empty and grows without end. Past a size the writer therefore runs a last, short one
//! itself between two groups, after which it starts the log from its beginning.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rusqlite::Connection;

/// The pause between two checkpoints.
const PAUSE: Duration = Duration::from_millis(20);

/// The side thread's orders.
pub(super) struct Checkpoints {
    orders: Mutex<Orders>,
    changed: Condvar,
    /// The writer is to run the last one.
    last_by_writer: AtomicBool,
    wal_pages: i64,
}

#[derive(Default)]
struct Orders {
    work: bool,
    stop: bool,
}

/// How far a checkpoint came, in pages of log.
struct Progress {
    logged: i64,
    moved: i64,
}

impl Checkpoints {
    /// Past `wal_pages` pages of log the writer helps.
    pub(super) fn new(wal_pages: i64) -> Checkpoints {
        Checkpoints { orders: Mutex::default(), changed: Condvar::new(), last_by_writer: AtomicBool::new(false), wal_pages }
    }

    /// Starts the side thread.
    pub(super) fn start(checkpoints: Arc<Checkpoints>, connection: Connection) -> std::io::Result<JoinHandle<()>> {
        thread::Builder::new().name("store-checkpoint".to_owned()).spawn(move || checkpoints.run(&connection))
    }

    /// Called by the writer after a group: there is work.
    pub(super) fn written(&self, writer: &Connection) {
        if self.last_by_writer.swap(false, Ordering::AcqRel) {
            // Where it fails the side thread will ask again.
            let _ = checkpoint(writer);
        }
        let mut orders = self.orders();
        if !orders.work {
            orders.work = true;
            self.changed.notify_one();
        }
    }

    /// Ends the side thread.
    pub(super) fn stop(&self) {
        self.orders().stop = true;
        self.changed.notify_one();
    }

    fn run(&self, connection: &Connection) {
        loop {
            {
                let idle = |orders: &mut Orders| !orders.work && !orders.stop;
                let mut orders = self.changed.wait_while(self.orders(), idle).unwrap_or_else(PoisonError::into_inner);
                if orders.stop {
                    return;
                }
                orders.work = false;
            }
            match checkpoint(connection) {
                Ok(progress) => self.after(&progress),
                Err(error) => tracing::warn!(%error, "a checkpoint failed"),
            }
            let stopped = self.changed.wait_timeout_while(self.orders(), PAUSE, |orders| !orders.stop);
            drop(stopped);
        }
    }

    fn after(&self, progress: &Progress) {
        if progress.logged > self.wal_pages {
            self.last_by_writer.store(true, Ordering::Release);
        }
        if progress.moved < progress.logged {
            // A reader held pages back.
            self.orders().work = true;
        }
    }

    fn orders(&self) -> MutexGuard<'_, Orders> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn checkpoint(connection: &Connection) -> rusqlite::Result<Progress> {
    connection
        .prepare_cached("PRAGMA wal_checkpoint(PASSIVE)")?
        .query_row([], |row| Ok(Progress { logged: row.get(1)?, moved: row.get(2)? }))
}
