//! The Rust block of the README, run as it stands there.

use poolkeeper_rust_client::Server;

mod block {
    include!(concat!(env!("OUT_DIR"), "/readme.rs"));
}

#[tokio::test]
async fn the_block_of_the_readme_runs() {
    let server = Server::start();
    block::run(&server.url()).await.unwrap();
}
