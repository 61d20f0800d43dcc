//! The `poolkeeper` program.

mod cli;
mod explain;

use std::process::ExitCode;

/// Many small allocations from many threads: faster and more predictable than the system's
/// allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = match cli::arguments() {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    let code = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(cli::run(arguments)),
        Err(error) => cli::fail(&format!("Cannot start the worker threads: {error}.")),
    };
    server::logging::flush();
    code
}
