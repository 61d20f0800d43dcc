//! What the commands print. A closed pipe ends no server, so failed writes are ignored.

use std::io::Write;

/// One line, or a block of lines, on standard output.
pub(super) fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// One sentence on standard error.
pub(super) fn complain(sentence: &str) {
    let _ = writeln!(std::io::stderr().lock(), "poolkeeper: {sentence}");
}
