//! Store faults that tests can inject, such as a commit that is held back.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use store::{Fault, Faults, Rev};
use tokio::sync::Notify;

/// Passes every commit, except one that it was asked to hold.
#[derive(Default)]
pub struct Holding {
    door: Mutex<Door>,
    opened: Condvar,
    arrived: Notify,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Door {
    #[default]
    Open,
    /// The next commit will be held.
    Armed,
    /// A commit is held; the others pass.
    Closed,
}

/// The commit that is, or will be, held. Dropping it releases the commit.
pub struct HeldCommit(Arc<Holding>);

impl Holding {
    /// Holds the server's next commit before it is sent. Needs a multi-threaded runtime, since the
    /// waiting commit blocks a thread.
    pub fn hold_next(self: &Arc<Self>) -> HeldCommit {
        *self.door.lock().unwrap_or_else(PoisonError::into_inner) = Door::Armed;
        HeldCommit(Arc::clone(self))
    }

    fn open(&self) {
        *self.door.lock().unwrap_or_else(PoisonError::into_inner) = Door::Open;
        self.opened.notify_all();
    }
}

impl HeldCommit {
    /// Waits until the commit is held.
    pub async fn arrived(&self) {
        self.0.arrived.notified().await;
    }

    /// Releases the commit.
    pub fn release(self) {
        drop(self);
    }
}

impl Drop for HeldCommit {
    fn drop(&mut self) {
        self.0.open();
    }
}

impl Faults for Holding {
    fn on_send(&self, _rev: Rev, _send: u32) -> Fault {
        let mut door = self.door.lock().unwrap_or_else(PoisonError::into_inner);
        if *door == Door::Armed {
            *door = Door::Closed;
            self.arrived.notify_one();
            tokio::task::block_in_place(|| {
                let closed = |door: &mut Door| *door == Door::Closed;
                drop(self.opened.wait_while(door, closed).unwrap_or_else(PoisonError::into_inner));
            });
        }
        Fault::Deliver
    }
}

/// Passes every commit, except one whose first attempt or answer it was asked to lose.
#[derive(Default)]
pub struct Losing(Mutex<Option<Fault>>);

impl Losing {
    /// Applies this fault to the first attempt of the next commit.
    pub fn lose_next(&self, fault: Fault) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(fault);
    }

    /// Whether the fault has happened.
    pub fn is_done(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }
}

impl Faults for Losing {
    fn on_send(&self, _rev: Rev, send: u32) -> Fault {
        let mut next = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if send == 0 { next.take().unwrap_or(Fault::Deliver) } else { Fault::Deliver }
    }
}

/// A disk that a test fills.
pub struct Disk {
    is_full: AtomicBool,
    free: AtomicU64,
}

impl Default for Disk {
    fn default() -> Self {
        Self { is_full: AtomicBool::new(false), free: AtomicU64::new(u64::MAX) }
    }
}

impl Disk {
    /// From now on, every commit fails, or none does.
    pub fn set_full(&self, is_full: bool) {
        self.is_full.store(is_full, Ordering::SeqCst);
    }

    /// How many bytes are free.
    pub fn set_free(&self, bytes: u64) {
        self.free.store(bytes, Ordering::SeqCst);
    }
}

impl Faults for Disk {
    fn is_full(&self) -> bool {
        self.is_full.load(Ordering::SeqCst)
    }

    fn free_bytes(&self) -> Option<u64> {
        Some(self.free.load(Ordering::SeqCst))
    }
}
