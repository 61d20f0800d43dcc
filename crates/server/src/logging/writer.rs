//! The thread that writes log lines: one write for all that were logged meanwhile.

use std::io::{self, Write};
use std::thread;
use std::time::Duration;

use super::lines::Lines;

/// A buffer larger than this, after a burst, is given back.
const KEPT_BYTES: usize = 256 * 1024;
/// Between two tries at a full pipe.
const FULL: Duration = Duration::from_millis(1);

/// Starts it. It ends with the process.
pub(super) fn start(lines: &'static Lines, out: impl Write + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("log".to_owned()).spawn(move || write_all(lines, out)).map(drop)
}

fn write_all(lines: &Lines, mut out: impl Write) {
    let mut batch = Vec::new();
    loop {
        lines.take(&mut batch);
        // Where standard error is closed there is nobody to tell.
        let _ = write(&mut out, &batch).and_then(|()| out.flush());
        batch.shrink_to(KEPT_BYTES);
        let lost = lines.take_untold();
        if lost > 0 {
            tracing::warn!(lines = lost, "log lines were lost: standard error was too slow");
        }
    }
}

/// All of it, also to a pipe that somebody else has told not to wait.
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
