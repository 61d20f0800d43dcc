//! What the program prints: the report on standard output, its progress on standard error.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line program")]

/// The report.
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// How far it is.
pub(crate) fn progress(text: &str) {
    eprintln!("bench: {text}");
}
