//! Log lines on their way to the thread that writes them: whoever logs only copies its line behind
//! the others.
//!
//! Nobody waits for standard error. When it takes less than is logged, lines are lost, counted and
//! told of: those that tell of trouble last, for they have room of their own.

use std::io::{self, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tracing::{Level, Metadata};
use tracing_subscriber::fmt::MakeWriter;

/// What waits at most, in bytes, and how much more when it tells of trouble.
const MOST_BYTES: usize = 1024 * 1024;
const MOST_TROUBLE_BYTES: usize = 256 * 1024;
/// As much is written at once, without waiting for more.
const ENOUGH_BYTES: usize = 256 * 1024;
/// How long lines are collected for one write.
const COLLECT: Duration = Duration::from_millis(10);

/// The lines not yet written.
#[derive(Debug, Default)]
pub(super) struct Lines {
    waiting: Mutex<Waiting>,
    /// Wakes the writer.
    due: Condvar,
    /// Wakes those who wait for their lines to be written.
    written: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    bytes: Vec<u8>,
    /// The writer sleeps until it is woken; while it collects, or writes, it comes by itself.
    is_idle: bool,
    /// Somebody waits: nothing more is collected.
    is_urgent: bool,
    /// Batches taken, and written.
    taken: u64,
    done: u64,
    lost: u64,
    /// Of these, told of.
    told: u64,
}

impl Lines {
    /// Waits for lines, collects more for a while, and puts them into `buffer` in the place of what
    /// is there. The batch before has been written when this is called.
    pub(super) fn take(&self, buffer: &mut Vec<u8>) {
        let mut waiting = self.lock();
        waiting.done = waiting.taken;
        self.written.notify_all();
        waiting.is_idle = true;
        waiting = self
            .due
            .wait_while(waiting, |waiting| waiting.bytes.is_empty())
            .unwrap_or_else(PoisonError::into_inner);
        waiting.is_idle = false;
        let is_collecting =
            |waiting: &mut Waiting| !waiting.is_urgent && waiting.bytes.len() < ENOUGH_BYTES;
        let collected = self.due.wait_timeout_while(waiting, COLLECT, is_collecting);
        let (mut waiting, _timed_out) = collected.unwrap_or_else(PoisonError::into_inner);
        buffer.clear();
        std::mem::swap(&mut waiting.bytes, buffer);
        waiting.taken += 1;
        waiting.is_urgent = false;
    }

    /// Lines lost and not yet told of; they count as told.
    pub(super) fn take_untold(&self) -> u64 {
        let mut waiting = self.lock();
        let untold = waiting.lost - waiting.told;
        waiting.told = waiting.lost;
        untold
    }

    /// Lines lost so far.
    pub(super) fn lost(&self) -> u64 {
        self.lock().lost
    }

    /// Waits until what was logged before is written, and what was lost is told: twice this long at
    /// most.
    pub(super) fn flush(&self, most: Duration) {
        self.wait_until_written(most);
        // The writer tells of lost lines before it says that the others are written.
        self.wait_until_written(most);
    }

    fn wait_until_written(&self, most: Duration) {
        let mut waiting = self.lock();
        let last = waiting.taken + u64::from(!waiting.bytes.is_empty());
        if waiting.done >= last {
            return;
        }
        waiting.is_urgent = true;
        self.due.notify_one();
        drop(self.written.wait_timeout_while(waiting, most, |waiting| waiting.done < last));
    }

    fn add(&self, line: &[u8], most: usize) {
        let mut waiting = self.lock();
        if waiting.bytes.len() + line.len() > most {
            waiting.lost += 1;
            return;
        }
        let was_enough = waiting.bytes.len() >= ENOUGH_BYTES;
        waiting.bytes.extend_from_slice(line);
        let is_enough = waiting.bytes.len() >= ENOUGH_BYTES;
        if waiting.is_idle || (is_enough && !was_enough) {
            // Once for a batch: the wake-up costs more than the line.
            waiting.is_idle = false;
            drop(waiting);
            self.due.notify_one();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes one line.
#[derive(Debug)]
pub(super) struct Line<'a> {
    lines: &'a Lines,
    most: usize,
}

impl Write for Line<'_> {
    /// A line comes whole.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.lines.add(line, self.most);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for &'static Lines {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Self::Writer {
        Line { lines: self, most: MOST_BYTES }
    }

    fn make_writer_for(&'a self, meta: &Metadata<'_>) -> Self::Writer {
        let is_trouble = *meta.level() <= Level::WARN;
        Line {
            lines: self,
            most: if is_trouble { MOST_BYTES + MOST_TROUBLE_BYTES } else { MOST_BYTES },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(600);

    #[test]
    fn lines_of_many_threads_come_whole_and_in_one_batch() {
        let lines = Lines::default();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| (0..100).for_each(|_| lines.add(b"0123456789\n", MOST_BYTES)));
            }
        });
        let mut buffer = Vec::new();
        lines.take(&mut buffer);
        assert_eq!(buffer, b"0123456789\n".repeat(800));
    }

    #[test]
    fn what_finds_no_room_is_counted_and_trouble_has_room_of_its_own() {
        let lines = Lines::default();
        let line = vec![b'x'; 64 * 1024];
        (0..17).for_each(|_| lines.add(&line, MOST_BYTES));
        assert_eq!(lines.lost(), 1);
        (0..5).for_each(|_| lines.add(&line, MOST_BYTES + MOST_TROUBLE_BYTES));
        assert_eq!(lines.lost(), 2);
        assert_eq!((lines.take_untold(), lines.take_untold(), lines.lost()), (2, 0, 2));
        let mut buffer = Vec::new();
        lines.take(&mut buffer);
        assert_eq!(buffer.len(), 20 * line.len());
        lines.add(&line, MOST_BYTES);
        assert_eq!(lines.lost(), 2);
    }

    #[test]
    fn a_flush_ends_when_its_lines_are_written_and_not_before() {
        let lines = Lines::default();
        lines.flush(LONG);
        lines.add(b"one\n", MOST_BYTES);
        std::thread::scope(|scope| {
            let flushed = scope.spawn(|| lines.flush(LONG));
            let mut buffer = Vec::new();
            lines.take(&mut buffer);
            assert!(!flushed.is_finished());
            // The next call says that the batch before is written.
            scope.spawn(|| lines.take(&mut Vec::new()));
            flushed.join().expect("a flush");
            lines.add(b"two\n", MOST_BYTES);
        });
    }

    #[test]
    fn a_flush_does_not_wait_for_ever() {
        let lines = Lines::default();
        lines.add(b"never written\n", MOST_BYTES);
        lines.flush(Duration::from_millis(1));
        assert_eq!(lines.lost(), 0);
    }
}
