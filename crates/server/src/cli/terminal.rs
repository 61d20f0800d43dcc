//! What the commands print. A closed pipe ends no server, so failed writes are ignored.

use std::io::Write;

use crate::logging;

/// One line, or a block of lines, on standard output.
pub(super) fn say(text: &str) {
    // What was logged before stands before it.
    logging::flush();
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// One sentence on standard error.
pub(super) fn complain(sentence: &str) {
    logging::flush();
    let _ = writeln!(std::io::stderr().lock(), "poolkeeper: {sentence}");
}
