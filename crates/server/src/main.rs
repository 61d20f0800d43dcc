//! The `poolkeeper` program.

use std::process::ExitCode;

use clap::Parser;

/// Many small allocations from many threads: faster and steadier than the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = server::cli::Arguments::parse();
    let code = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(server::cli::run(arguments)),
        Err(error) => server::cli::fail(&format!("Cannot start the worker threads: {error}.")),
    };
    server::logging::flush();
    code
}
