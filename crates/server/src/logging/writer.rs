//! The thread that writes log lines, in batches.

use std::io::{self, Write};
use std::thread;
use std::time::Duration;

use super::lines::Lines;

/// After a burst, a buffer larger than this is shrunk.
const KEPT_BYTES: usize = 256 * 1024;
/// Pause before retrying a full pipe.
const FULL: Duration = Duration::from_millis(1);

/// Starts the thread, which runs until the process ends.
pub(super) fn start(lines: &'static Lines, out: impl Write + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("log".to_owned()).spawn(move || write_all(lines, out)).map(drop)
}

fn write_all(lines: &Lines, mut out: impl Write) {
    let mut batch = Vec::new();
    loop {
        lines.take(&mut batch);
        // If standard error is closed, there is nowhere to report it.
        let _ = write(&mut out, &batch).and_then(|()| out.flush());
        batch.shrink_to(KEPT_BYTES);
        let lost = lines.take_untold();
        if lost > 0 {
            tracing::warn!(lines = lost, "log lines were lost: standard error was too slow");
        }
    }
}

/// Writes everything, even to a pipe that another process set to non-blocking.
fn write(out: &mut impl Write, mut rest: &[u8]) -> io::Result<()> {
    while !rest.is_empty() {
        match out.write(rest) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => rest = rest.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => thread::sleep(FULL),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
