//! Log lines queued for the thread that writes them. Logging only appends a line to the buffer.
//!
//! Logging never waits for standard error. If that is too slow, lines are dropped, counted and
//! reported. Warnings and errors are dropped last, because they have extra room.

use std::io::{self, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tracing::{Level, Metadata};
use tracing_subscriber::fmt::MakeWriter;

/// The most bytes that are queued, and how many more for warnings and errors.
const MOST_BYTES: usize = 1024 * 1024;
const MOST_TROUBLE_BYTES: usize = 256 * 1024;
/// With this many bytes queued, they are written without waiting for more.
const ENOUGH_BYTES: usize = 256 * 1024;
/// How long lines are collected for one write.
const COLLECT: Duration = Duration::from_millis(10);

/// Lines not yet written.
#[derive(Debug, Default)]
pub(super) struct Lines {
    waiting: Mutex<Waiting>,
    /// Wakes the writer.
    due: Condvar,
    /// Wakes threads that wait for their lines to be written.
    written: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    bytes: Vec<u8>,
    /// Whether the writer sleeps and must be woken. It is false while it collects or writes.
    is_idle: bool,
    /// A thread is waiting, so the writer stops collecting.
    is_urgent: bool,
    /// Number of batches taken, and of batches written.
    taken: u64,
    done: u64,
    lost: u64,
    /// How many of these are reported.
    told: u64,
}

impl Lines {
    /// Waits for lines, collects more for a while, and replaces the contents of `buffer` with them.
    /// The caller has written the previous batch.
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

    /// The number of lost lines not yet reported, which now count as reported.
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

    /// Waits until everything logged before is written and lost lines are reported, for at most
    /// twice this long.
    pub(super) fn flush(&self, most: Duration) {
        self.wait_until_written(most);
        // The writer reports lost lines before it marks the batch as written.
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
            // Once per batch: waking up costs more than the line.
            waiting.is_idle = false;
            drop(waiting);
            self.due.notify_one();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Accepts one line.
#[derive(Debug)]
pub(super) struct Line<'a> {
    lines: &'a Lines,
    most: usize,
}

impl Write for Line<'_> {
    /// Each call is a whole line.
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
    fn lines_of_many_threads_stay_whole_in_one_batch() {
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
    fn lost_lines_are_counted_and_warnings_have_extra_room() {
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
    fn a_flush_waits_until_its_lines_are_written() {
        let lines = Lines::default();
        lines.flush(LONG);
        lines.add(b"one\n", MOST_BYTES);
        std::thread::scope(|scope| {
            let flushed = scope.spawn(|| lines.flush(LONG));
            let mut buffer = Vec::new();
            lines.take(&mut buffer);
            assert!(!flushed.is_finished());
            // The next call marks the previous batch as written.
            scope.spawn(|| lines.take(&mut Vec::new()));
            flushed.join().expect("a flush");
            lines.add(b"two\n", MOST_BYTES);
        });
    }

    #[test]
    fn a_flush_has_a_time_limit() {
        let lines = Lines::default();
        lines.add(b"never written\n", MOST_BYTES);
        lines.flush(Duration::from_millis(1));
        assert_eq!(lines.lost(), 0);
    }
}
