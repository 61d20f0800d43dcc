//! The record of one VFS.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::event::{Event, FileKind, What};
use super::image::{Images, Unsynced};
use super::shim;

/// A registered VFS and everything that databases did through it. Clones share the record.
///
/// A file that already exists when it is first opened through the VFS counts as synced. It must not
/// be open elsewhere in the process at that time: reading it would drop SQLite's locks.
#[derive(Clone)]
pub struct Recording {
    name: Arc<str>,
    log: Arc<Log>,
}

/// A point in the order of events: the number of events before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub usize);

/// How durable something written to the log is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was not written.
    Unwritten,
    /// A power loss would lose it: it, or the end of its transaction, was written but not synced.
    Unsynced,
    /// Its transaction is on disk.
    Synced,
}

/// The state that the VFS functions share with the recording.
#[derive(Default)]
pub(super) struct Log {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    events: Vec<Event>,
    /// Files whose syncs are acknowledged but not done.
    lost: Vec<FileKind>,
    /// How many further syncs of a file will fail.
    failing: HashMap<FileKind, u32>,
}

/// How the VFS handles a sync.
pub(super) enum Order {
    /// Sync; it covers the events before this number.
    Do(usize),
    /// Report success without syncing.
    Lie,
    /// Report failure.
    Fail,
}

impl Recording {
    /// Registers a VFS with a unique name; it stays registered for the life of the process.
    ///
    /// # Panics
    /// If SQLite refuses it.
    pub fn register() -> Self {
        let log = Arc::new(Log::default());
        let name = shim::register(Arc::clone(&log));
        Self { name: name.into(), log }
    }

    /// The name to open databases with.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The current point in the order of events.
    pub fn now(&self) -> Moment {
        Moment(self.log.state().events.len())
    }

    /// All events from then until now.
    pub fn since(&self, then: Moment) -> Vec<Event> {
        self.log.state().events.get(then.0..).unwrap_or_default().to_vec()
    }

    /// How durable these bytes are, among those written to a write-ahead log since then.
    ///
    /// The first write that contains them counts, because later transactions write the same pages
    /// again.
    pub fn fate(&self, then: Moment, bytes: &[u8]) -> Fate {
        fate(&self.log.state().events, then.0, bytes)
    }

    /// How many writes to files of this kind a power loss would lose now.
    pub fn unsynced(&self, kind: FileKind) -> usize {
        let state = self.log.state();
        let covered = state
            .events
            .iter()
            .filter(|event| event.kind == kind)
            .filter_map(Event::covers)
            .max()
            .unwrap_or(0);
        state
            .events
            .iter()
            .skip(covered)
            .filter(|event| event.kind == kind && event.is_write())
            .count()
    }

    /// From now on, acknowledges syncs of files of this kind without doing them, like a lying disk.
    pub fn lose_syncs(&self, kind: FileKind) {
        self.log.state().lost.push(kind);
    }

    /// Makes the next `count` syncs of files of this kind fail.
    pub fn fail_syncs(&self, kind: FileKind, count: u32) {
        self.log.state().failing.insert(kind, count);
    }

    /// Writes the files that a power loss at that moment would leave into an existing folder.
    ///
    /// # Panics
    /// If they cannot be written.
    pub fn power_loss(&self, at: Moment, unsynced: Unsynced, to: &Path) {
        let events: Vec<Event> = self.log.state().events.iter().take(at.0).cloned().collect();
        for (file, content) in Images::after(&events).left(unsynced) {
            let name = file.file_name().expect("the name of a file");
            fs::write(to.join(name), content).expect("a file in the folder");
        }
    }
}

/// A frame of the log is a header, whose second word is non-zero on the last frame of a
/// transaction, followed by a page.
fn fate(events: &[Event], from: usize, wanted: &[u8]) -> Fate {
    let in_log = |number: &usize| events[*number].kind == FileKind::Log;
    let written = |number: usize| match &events[number].what {
        What::Wrote { bytes, .. } => &**bytes,
        _ => &[],
    };
    let numbers = || (from..events.len()).filter(in_log);
    let Some(carries) = numbers()
        .find(|number| written(*number).windows(wanted.len()).any(|window| window == wanted))
    else {
        return Fate::Unwritten;
    };
    // The header of the page that contains it comes right before the page.
    let header = numbers().take_while(|number| *number < carries).last().unwrap_or(carries);
    let ends = |number: &usize| is_commit_header(written(*number));
    let Some(last_header) = numbers().filter(|number| *number >= header).find(ends) else {
        return Fate::Unsynced;
    };
    let Some(last_page) =
        numbers().find(|number| *number > last_header && !written(*number).is_empty())
    else {
        return Fate::Unsynced;
    };
    let synced = numbers()
        .filter_map(|number| events[number].covers())
        .any(|covers| covers > last_page.max(carries));
    if synced { Fate::Synced } else { Fate::Unsynced }
}

fn is_commit_header(bytes: &[u8]) -> bool {
    const FRAME_HEADER: usize = 24;
    bytes.len() == FRAME_HEADER && bytes[4..8] != [0; 4]
}

impl Event {
    fn covers(&self) -> Option<usize> {
        match self.what {
            What::Synced { covers, .. } => Some(covers),
            _ => None,
        }
    }

    fn is_write(&self) -> bool {
        matches!(self.what, What::Wrote { .. })
    }
}

impl Log {
    /// Whether the recording has seen the file.
    pub(super) fn knows(&self, file: &Path) -> bool {
        self.state().events.iter().any(|event| &*event.file == file)
    }

    /// Adds an event.
    pub(super) fn add(&self, event: Event) {
        self.state().events.push(event);
    }

    /// How to handle a sync that starts now.
    pub(super) fn order(&self, kind: FileKind) -> Order {
        let mut state = self.state();
        if let Some(failing) = state.failing.get_mut(&kind).filter(|failing| **failing > 0) {
            *failing -= 1;
            return Order::Fail;
        }
        if state.lost.contains(&kind) { Order::Lie } else { Order::Do(state.events.len()) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
