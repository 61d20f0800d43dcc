//! Checkpoints the write-ahead log while the writer goes on.
//!
//! SQLite's own checkpoints run inside a commit and delay it. Here a separate thread runs them. But
//! while the writer keeps writing, the log is never empty and would grow without bound. Above a
//! certain size, the writer therefore runs a last, short checkpoint itself between two groups, and
//! then restarts the log from its beginning.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rusqlite::Connection;

/// The pause between two checkpoints.
const PAUSE: Duration = Duration::from_millis(20);

/// What the checkpoint thread is to do.
pub(super) struct Checkpoints {
    orders: Mutex<Orders>,
    changed: Condvar,
    wal_pages: i64,
}

#[derive(Default)]
struct Orders {
    /// Something was written since the last checkpoint started.
    work: bool,
    /// The writer runs the next checkpoint; the thread waits.
    writers_turn: bool,
    stop: bool,
}

/// How far a checkpoint got, in pages of log.
struct Progress {
    logged: i64,
    moved: i64,
}

impl Checkpoints {
    /// Beyond `wal_pages` pages of log the writer helps.
    pub(super) fn new(wal_pages: i64) -> Checkpoints {
        Checkpoints { orders: Mutex::default(), changed: Condvar::new(), wal_pages }
    }

    /// Starts the checkpoint thread.
    pub(super) fn start(
        checkpoints: Arc<Checkpoints>,
        connection: Connection,
    ) -> std::io::Result<JoinHandle<()>> {
        thread::Builder::new()
            .name("store-checkpoint".to_owned())
            .spawn(move || checkpoints.run(&connection))
    }

    /// Called by the writer after a group: there is work, and it may be the writer's turn.
    pub(super) fn written(&self, writer: &Connection) {
        let writers_turn = self.orders().writers_turn;
        if writers_turn && let Err(error) = checkpoint(writer) {
            tracing::warn!(%error, "a checkpoint failed");
        }
        let mut orders = self.orders();
        orders.writers_turn &= !writers_turn;
        orders.work = true;
        self.changed.notify_one();
    }

    /// Ends the checkpoint thread.
    pub(super) fn stop(&self) {
        self.orders().stop = true;
        self.changed.notify_one();
    }

    fn run(&self, connection: &Connection) {
        while self.wait_for_work() {
            match checkpoint(connection) {
                Ok(progress) => self.after(&progress),
                Err(error) => tracing::warn!(%error, "a checkpoint failed"),
            }
            drop(self.changed.wait_timeout_while(self.orders(), PAUSE, |orders| !orders.stop));
        }
    }

    /// Whether there is more to do.
    fn wait_for_work(&self) -> bool {
        let idle = |orders: &mut Orders| !orders.stop && (!orders.work || orders.writers_turn);
        let mut orders =
            self.changed.wait_while(self.orders(), idle).unwrap_or_else(PoisonError::into_inner);
        orders.work = false;
        !orders.stop
    }

    fn after(&self, progress: &Progress) {
        let mut orders = self.orders();
        orders.writers_turn = progress.logged > self.wal_pages;
        // If a reader held pages back, there is work left.
        orders.work |= progress.moved < progress.logged;
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
