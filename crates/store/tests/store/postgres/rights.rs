//! A role that loses and regains the right to write: what it can read says nothing about it.

use std::time::Duration;

use store::{CommitError, Options, Postgres, StoreError};
use testpg::Schema;

use super::{migrate, open};
use crate::fixtures::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_whose_role_may_not_write_is_not_writable() {
    let schema = Schema::create(testpg::shared());
    migrate(&schema.url()).await;
    let owner = testpg::connect(&schema.url()).await;
    let (name, role) = (schema.name(), format!("writer_of_{}", schema.name()));
    let run = async |sql: &str| {
        let sql = sql.replace("ROLE", &role).replace("SCHEMA_", name);
        owner.batch_execute(&sql).await.expect("a statement of the owner");
    };
    owner.batch_execute(&format!("CREATE ROLE {role} LOGIN")).await.expect("a role");
    run("GRANT USAGE ON SCHEMA SCHEMA_ TO ROLE").await;
    run("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA SCHEMA_ TO ROLE").await;
    let url = schema.url().replace("//postgres@", &format!("//{role}@"));
    let Options { engine: store::Engine::Postgres(settings), .. } = Options::postgres(url) else {
        unreachable!("a schema uses PostgreSQL");
    };
    let store = open(Postgres { connections: 2, ..settings });
    commit(&store, |batch| batch.insert(&user("before"))).await.expect("a commit");
    assert!(store.is_writable());

    run("REVOKE INSERT, UPDATE ON ALL TABLES IN SCHEMA SCHEMA_ FROM ROLE").await;
    let refused = commit(&store, |batch| batch.insert(&user("refused"))).await;
    let is_so = matches!(&refused, Err(CommitError::Store(StoreError::ReadOnly(_))));
    assert!(is_so, "{refused:?}");
    assert!(!store.is_writable());
    assert!(stored(&store, &user("before")).await.is_some(), "it reads");
    assert!(store.probe(1, Duration::ZERO).await.is_err());
    assert!(!store.is_writable());

    run("GRANT INSERT, UPDATE ON ALL TABLES IN SCHEMA SCHEMA_ TO ROLE").await;
    assert!(!store.is_writable(), "nobody has tried");
    store.probe(1, Duration::ZERO).await.expect("a commit");
    assert!(store.is_writable());
    commit(&store, |batch| batch.insert(&user("after"))).await.expect("a commit");

    // What may not be read is no reason to be out of service.
    run("REVOKE SELECT ON ALL TABLES IN SCHEMA SCHEMA_ FROM ROLE").await;
    assert!(store.read(store::User::get(&part_of("after"), "after")).await.is_err());
    assert!(store.is_writable());
}
