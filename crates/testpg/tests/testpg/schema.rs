//! Tests do not see each other's tables.

use testpg::{Schema, connect, shared};

#[tokio::test]
async fn schemas_are_separate_and_removed_when_dropped() {
    let (one, other) = (Schema::create(shared()), Schema::create(shared()));
    connect(&one.url())
        .await
        .batch_execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1)")
        .await
        .unwrap();
    let client = connect(&other.url()).await;
    assert_eq!(
        client.query("SELECT a FROM t", &[]).await.unwrap_err().code().unwrap().code(),
        "42P01"
    );
    client.batch_execute("CREATE TABLE t (b int)").await.unwrap();

    let name = one.name().to_owned();
    drop(one);
    let schemas = "SELECT count(*) FROM information_schema.schemata WHERE schema_name = ANY($1)";
    let row = client.query_one(schemas, &[&vec![name, other.name().to_owned()]]).await.unwrap();
    assert_eq!(row.get::<_, i64>(0), 1);
}
