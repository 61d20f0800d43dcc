//! Runs a PostgreSQL server for a test that is not written in Rust: prints its address, and ends
//! when standard input closes.

use std::io::Read;

fn main() {
    let cluster = testpg::Cluster::start();
    #[expect(clippy::print_stdout, reason = "the caller reads the address")]
    {
        println!("{}", cluster.url());
    }
    // Input and errors are ignored; only the end of input matters.
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
}
