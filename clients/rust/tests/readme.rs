//! The Rust block of the README, if it has one, run as it stands there.

use poolkeeper_rust_client::Server;

mod block {
    include!(concat!(env!("OUT_DIR"), "/readme.rs"));
}

#[tokio::test]
async fn the_block_of_the_readme_makes_a_pool() {
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
    assert_eq!(!pools.is_empty(), block::IS_THERE);
}
