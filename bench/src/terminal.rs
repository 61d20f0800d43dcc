//! The program's output: the report on standard output, its progress on standard error.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line program")]

/// Prints the report.
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// Prints progress.
pub(crate) fn progress(text: &str) {
    eprintln!("bench: {text}");
}
