//! What is left on disk after a power loss.
//!
//! Synced data is present. Data written since then may be present in any part and order, because
//! the system writes its cache back as it likes. Creating or deleting a file is durable once its
//! folder is synced.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use domain::Rng;

use super::event::{Event, What};

/// The smallest unit that a disk writes atomically, in bytes.
const SECTOR: usize = 512;

/// What becomes of writes that were not synced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsynced {
    /// None are present.
    Lost,
    /// All are present, as after a killed process.
    Kept,
    /// Some are present, whole or only their first sectors, chosen by the seed.
    Torn(u64),
}

/// The files of a recording.
#[derive(Default)]
pub(super) struct Images(BTreeMap<Arc<Path>, Image>);

/// A file: its content on disk, and the changes since.
#[derive(Default)]
struct Image {
    durable: Option<Vec<u8>>,
    since: Vec<(usize, Change)>,
    /// Its name is durable in the folder.
    named: bool,
    /// Deleted, but its name may come back.
    ghost: bool,
}

enum Change {
    Write { offset: u64, bytes: Arc<[u8]> },
    Truncate { length: u64 },
}

impl Images {
    /// The files after these events.
    pub(super) fn after(events: &[Event]) -> Self {
        let mut images = Self::default();
        for (number, event) in events.iter().enumerate() {
            images.apply(number, event);
        }
        images
    }

    /// Each file that a power loss leaves, with its content.
    pub(super) fn left(&self, unsynced: Unsynced) -> impl Iterator<Item = (&Path, Vec<u8>)> {
        let choice = Choice::new(unsynced);
        self.0.iter().filter_map(move |(file, image)| Some((&**file, image.left(&choice)?)))
    }

    fn apply(&mut self, number: usize, event: &Event) {
        let image = self.0.entry(Arc::clone(&event.file)).or_default();
        match &event.what {
            What::Opened { created, before } => {
                if let Some(before) = before {
                    image.durable = Some(before.to_vec());
                    image.named = true;
                }
                if *created {
                    image.ghost = false;
                    image.since = vec![(number, Change::Truncate { length: 0 })];
                }
            }
            What::Wrote { offset, bytes } => {
                image
                    .since
                    .push((number, Change::Write { offset: *offset, bytes: Arc::clone(bytes) }));
            }
            What::Truncated { length } => {
                image.since.push((number, Change::Truncate { length: *length }));
            }
            What::Synced { covers, folder } => {
                image.sync(*covers);
                if *folder {
                    self.sync_folder(event.file.parent());
                }
            }
            What::Deleted { folder: true } => drop(self.0.remove(&event.file)),
            What::Deleted { folder: false } => {
                image.ghost = true;
                image.since.clear();
            }
        }
    }

    fn sync_folder(&mut self, folder: Option<&Path>) {
        self.0.retain(|file, image| {
            let is_in = file.parent() == folder;
            image.named |= is_in;
            !(is_in && image.ghost)
        });
    }
}

impl Image {
    fn sync(&mut self, covers: usize) {
        let content = self.durable.get_or_insert_default();
        for (_, change) in self.since.extract_if(.., |(number, _)| *number < covers) {
            change.apply(content, usize::MAX);
        }
    }

    /// What is left of the file; `None` if its name is gone too.
    fn left(&self, choice: &Choice) -> Option<Vec<u8>> {
        if (!self.named && !choice.is_done()) || (self.ghost && choice.is_done()) {
            return None;
        }
        let mut content = self.durable.clone();
        for (_, change) in &self.since {
            if choice.is_done() {
                change.apply(content.get_or_insert_default(), choice.reach(change.len()));
            }
        }
        content
    }
}

impl Change {
    fn len(&self) -> usize {
        match self {
            Self::Write { bytes, .. } => bytes.len(),
            Self::Truncate { .. } => 0,
        }
    }

    /// Applies the change's first `reach` bytes.
    fn apply(&self, content: &mut Vec<u8>, reach: usize) {
        match self {
            Self::Write { offset, bytes } => {
                let start = usize::try_from(*offset).expect("a small file");
                let bytes = &bytes[..reach.min(bytes.len())];
                let end = start + bytes.len();
                if content.len() < end {
                    content.resize(end, 0);
                }
                content[start..end].copy_from_slice(bytes);
            }
            Self::Truncate { length } => {
                content.resize(usize::try_from(*length).expect("a small file"), 0);
            }
        }
    }
}

/// Decides which unsynced changes survive.
enum Choice {
    Always(bool),
    Random(Rng),
}

impl Choice {
    fn new(unsynced: Unsynced) -> Self {
        match unsynced {
            Unsynced::Lost => Self::Always(false),
            Unsynced::Kept => Self::Always(true),
            Unsynced::Torn(seed) => Self::Random(Rng::seeded(seed)),
        }
    }

    fn is_done(&self) -> bool {
        match self {
            Self::Always(done) => *done,
            Self::Random(rng) => rng.below(2) == 1,
        }
    }

    /// How many of a change's bytes are written; usually all.
    fn reach(&self, len: usize) -> usize {
        match self {
            Self::Always(_) => len,
            Self::Random(rng) if rng.below(4) > 0 => len,
            Self::Random(rng) => {
                SECTOR * rng.below(u32::try_from(len / SECTOR + 1).expect("a small write")) as usize
            }
        }
    }
}
