//! What a pair acknowledged survives the loss of the primary.

use testpg::{Pair, connect};
use tokio_postgres::Client;

/// Writes until it fails; returns the last acknowledged number.
async fn write(client: Client, first: i64) -> i64 {
    let mut last = first;
    while client.execute("INSERT INTO t VALUES ($1)", &[&(last + 1)]).await.is_ok() {
        last += 1;
    }
    last
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acknowledged_rows_survive_the_loss_of_the_primary() {
    let pair = Pair::start();
    let client = connect(&pair.url()).await;
    client.batch_execute("CREATE TABLE t (a bigint PRIMARY KEY)").await.unwrap();
    for a in 1..=20_i64 {
        client.execute("INSERT INTO t VALUES ($1)", &[&a]).await.unwrap();
    }
    let seen = connect(&pair.standby().url())
        .await
        .query_one("SELECT pg_is_in_recovery()", &[])
        .await
        .unwrap();
    assert!(seen.get::<_, bool>(0));

    let writing = tokio::spawn(write(client, 20));
    pair.kill_primary();
    let last = writing.await.unwrap();
    pair.promote_standby();

    let client = connect(&pair.url()).await;
    let row = client.query_one("SELECT count(*) FROM t WHERE a <= $1", &[&last]).await.unwrap();
    assert_eq!(row.get::<_, i64>(0), last);
    client
        .execute("INSERT INTO t VALUES ($1)", &[&-1_i64])
        .await
        .expect("writes no longer need a standby");
}
