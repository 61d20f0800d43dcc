//! Runs a PostgreSQL server for a test that is not written in Rust: prints its address, and ends
//! when standard input does.

use std::io::Read;

fn main() {
    let cluster = testpg::Cluster::start();
    #[expect(clippy::print_stdout, reason = "the caller reads the address")]
    {
        println!("{}", cluster.url());
    }
    // Whatever comes: what is waited for is the end.
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
}
