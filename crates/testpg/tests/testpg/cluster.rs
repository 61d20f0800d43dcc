//! A server starts, stops, is killed and restarts.

use testpg::{Cluster, Config, connect, shared};

#[tokio::test]
async fn a_server_keeps_its_data_and_port_when_stopped_or_killed() {
    let cluster = Cluster::start_with(Config::default().durable());
    cluster.execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
    cluster.stop();
    tokio_postgres::connect(&cluster.url(), tokio_postgres::NoTls).await.err().expect("no server");
    cluster.restart();
    let client = connect(&cluster.url()).await;
    client.batch_execute("INSERT INTO t VALUES (2)").await.unwrap();
    cluster.kill();
    client.batch_execute("INSERT INTO t VALUES (3)").await.expect_err("the server is gone");
    cluster.restart();
    let rows = connect(&cluster.url())
        .await
        .query_one("SELECT sum(a), current_setting('fsync') FROM t", &[])
        .await
        .unwrap();
    assert_eq!((rows.get(0), rows.get(1)), (3_i64, "on"));
}

#[tokio::test]
async fn settings_apply_immediately_and_after_a_restart() {
    let cluster = Cluster::start_with(Config::default().set("work_mem", "1MB"));
    cluster.set("default_transaction_read_only", "on");
    for _ in 0..2 {
        let client = connect(&cluster.url()).await;
        let row = client.query_one("SELECT current_setting('work_mem')", &[]).await.unwrap();
        assert_eq!(row.get::<_, &str>(0), "1MB");
        let error = client.batch_execute("CREATE TABLE t (a int)").await.unwrap_err();
        assert_eq!(error.code().unwrap().code(), "25006");
        cluster.restart();
    }
}

#[tokio::test]
async fn text_is_not_sorted_bytewise() {
    let client = connect(&shared().url()).await;
    let row = client.query_one("SELECT 'a' < 'B', 'a' < 'B' COLLATE \"C\"", &[]).await.unwrap();
    assert_eq!((row.get(0), row.get(1)), (true, false));
}
