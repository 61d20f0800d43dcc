//! The Rust block of the README, if it has one, run unchanged.

use poolkeeper_rust_client::Server;

mod block {
    include!(concat!(env!("OUT_DIR"), "/readme.rs"));
}

#[tokio::test]
async fn the_readmes_block_creates_a_pool() {
    let server = Server::start();
    block::run(&server.url()).await.unwrap();
    let pools = server
        .client()
        .await
        .list_user_pools()
        .max_results(60)
        .send()
        .await
        .unwrap()
        .user_pools
        .unwrap();
    assert_eq!(!pools.is_empty(), block::EXISTS);
}
