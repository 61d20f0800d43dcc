//! Rows of pools that do not exist are removed, whatever table they are in, and nothing else is.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde_json::json;
use store::{Batch, ConfigRev, Job, Pool, Prefix, Rev, Table, Value, placement, records};
use testkit::{Disk, Holding, TestPool, TestServer};

use super::every_table::{self, OF_NO_POOL};

/// How long the deletion of a pool waits for requests that may still use it.
const LINGERING_SECONDS: i64 = 15;

async fn run_jobs(server: &TestServer) {
    pools::jobs::run_once(server.inner()).await.expect("the jobs run");
    server.advance_seconds(LINGERING_SECONDS);
    pools::jobs::run_once(server.inner()).await.expect("the jobs run");
}

/// A row of every table that can belong to a pool, in several of its parts.
fn remains(pool_id: &str, rev: Rev) -> Vec<(&'static Table, Vec<Value>)> {
    let mut rows = Vec::new();
    for table in records::tables() {
        let name = table.name;
        if OF_NO_POOL.contains(&name) || name == "pools" {
            continue;
        }
        let names_pool = table.is_placed()
            || table.key.iter().chain(table.values).any(|column| column.name == "pool_id");
        assert!(names_pool, "{name}: whether its rows belong to a pool is unknown");
        for part in ["00", "02", "05"] {
            let fill = |column: &str| match column {
                "part" | "group_part" | "user_part" => Some(format!("{pool_id}:{part}")),
                "pool_id" => Some(pool_id.to_owned()),
                "kind" => Some("client".to_owned()),
                "name" => Some(format!("client of {pool_id}")),
                _ => None,
            };
            rows.push((table, every_table::row(table, rev, fill)));
        }
    }
    rows.sort_by(|(a, row), (b, other)| (a.rank, row).cmp(&(b.rank, other)));
    rows.dedup_by(|(a, row), (b, other)| {
        a.rank == b.rank && row[..a.key.len()] == other[..a.key.len()]
    });
    rows
}

fn rev(server: &TestServer) -> Rev {
    Rev(server.inner().rng.positive_i63())
}

async fn parts(pool: &TestPool) -> Vec<String> {
    let store = &pool.server.inner().store;
    let row = store.read(Pool::get(&pool.id)).await.unwrap().unwrap();
    placement::parts(&pool.id, row.n_parts).collect()
}

/// A pool with a row in many tables.
async fn lived_in(server: &TestServer) -> TestPool {
    let settings = json!({ "AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"] });
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    client.sign_up("bob", &[("email", "bob@example.com")]).await.ok();
    client.password("alice", "wrong").await.refusal();
    client.revoke(&client.tokens("alice").await.refresh).await.ok();
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    pool.call("AdminAddUserToGroup", json!({ "GroupName": "crew", "Username": "alice" }))
        .await
        .ok();
    pool
}

#[tokio::test]
async fn rows_of_pools_that_do_not_exist_are_removed_from_every_table() {
    let server = TestServer::start();
    let pool = lived_in(&server).await;
    let before = every_table::dump(&server, &parts(&pool).await).await;
    // Also ids that begin like a pool's, and the other way round.
    let shorter: String = pool.id.chars().take(pool.id.chars().count() - 1).collect();
    let gone = ["eu-west-1_Gone00001".to_owned(), format!("{}0", pool.id), shorter];
    let mut planted = 0;
    for id in &gone {
        let rows = remains(id, rev(&server));
        planted += rows.len();
        every_table::plant(&server, &rows).await;
    }
    let found: BTreeSet<String> =
        pools::doctor::deep(&server.inner().store).await.into_iter().map(|f| f.detail).collect();
    for table in records::tables() {
        if OF_NO_POOL.contains(&table.name) || table.name == "pools" {
            continue;
        }
        for id in &gone {
            let (name, of) = (table.name, format!(" belongs to pool {id}, "));
            let (rows, row) =
                (format!("rows of {name} belong to pool {id}, "), format!("a row of {name}{of}"));
            assert!(
                found.iter().any(|detail| detail.contains(&rows) || detail.contains(&row)),
                "{name} {id}: {found:#?}"
            );
        }
    }
    run_jobs(&server).await;
    server.deep_doctor().await;
    let left: Vec<String> =
        gone.iter().flat_map(|id| placement::parts(id, 8)).chain(parts(&pool).await).collect();
    let after = every_table::dump(&server, &left).await;
    // The last job's mark is the server's own, and expires.
    let is_same = before.iter().all(|row| after.contains(row)) && before.len() == after.len();
    assert!(is_same, "only what belongs to pools that do not exist is removed");
    let counted = server.inner().orphaned_rows.load(Ordering::Relaxed);
    // The commits that take the rows over leave a mark each.
    assert!(counted >= planted as u64, "{counted} of {planted}");
    assert!(server.inner().store.read(Prefix::<Job>::all()).await.unwrap().is_empty());
    pool.client().await.tokens("alice").await;
}

/// A search that is stopped goes on where it was, and one that is begun again finds the rest.
#[tokio::test]
async fn an_interrupted_removal_is_resumed() {
    let server = TestServer::start();
    every_table::plant(&server, &remains("eu-west-1_Gone00001", rev(&server))).await;
    // Taken over, but not yet removed.
    pools::jobs::run_once(server.inner()).await.unwrap();
    server.deep_doctor().await;
    let server = server.restarted().await;
    server.advance_seconds(LINGERING_SECONDS);
    pools::jobs::run_once(server.inner()).await.unwrap();
    server.deep_doctor().await;
    assert!(server.inner().store.read(Prefix::<Pool>::all()).await.unwrap().is_empty());
}

/// The pool appears between the search and the commit that takes its rows over: it wins.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_pool_that_appears_during_the_search_keeps_everything() {
    let holding = Arc::new(Holding::default());
    let server = TestServer::builder().parts(2).faults(holding.clone()).start();
    let pool = lived_in(&server).await;
    run_jobs(&server).await;
    let store = &server.inner().store;
    let row = store.read(Pool::get(&pool.id)).await.unwrap().unwrap();
    let commit = async |fill: &dyn Fn(&mut Batch)| {
        let mut batch = Batch::new(rev(&server));
        batch.at(server.now().millis());
        fill(&mut batch);
        store.commit(batch).await.unwrap();
    };
    let parts = parts(&pool).await;
    commit(&|batch| {
        batch.delete(&row);
    })
    .await;
    let before = every_table::dump(&server, &parts).await;
    let held = holding.hold_next();
    let searching = {
        let server = server.clone();
        tokio::spawn(async move { pools::jobs::run_once(server.inner()).await })
    };
    held.arrived().await;
    commit(&|batch| {
        // As every change of a pool does, so that no node goes on with the row it has cached.
        batch.insert(&row).replace(&ConfigRev { pool_id: pool.id.clone(), rev: Rev(0) });
    })
    .await;
    held.release();
    searching.await.unwrap().unwrap();
    run_jobs(&server).await;
    let after = every_table::dump(&server, &parts).await;
    let is_kept = |row: &(&'static Table, Vec<Value>)| after.contains(row);
    assert!(before.iter().filter(|(table, _)| table.name != "commits").all(is_kept));
    let kept = store.read(Pool::get(&pool.id)).await.unwrap().unwrap();
    assert_eq!(kept.state, "active");
    server.deep_doctor().await;
    pool.client().await.tokens("alice").await;
}

/// A job that has outlived its pool must not delete the next pool with the same id.
#[tokio::test]
async fn a_deletion_left_over_spares_a_live_pool() {
    let server = TestServer::start();
    let pool = lived_in(&server).await;
    let before = every_table::dump(&server, &parts(&pool).await).await;
    let mut batch = Batch::new(rev(&server));
    batch.at(server.now().millis());
    batch.insert(&Job {
        kind: "delete-pool".to_owned(),
        id: pool.id.clone(),
        doc: json!({ "v": 1, "began": 0 }).to_string(),
        rev: Rev(0),
    });
    server.inner().store.commit(batch).await.unwrap();
    run_jobs(&server).await;
    let after = every_table::dump(&server, &parts(&pool).await).await;
    assert!(before.iter().all(|row| after.contains(row)));
    assert!(server.inner().store.read(Prefix::<Job>::all()).await.unwrap().is_empty());
    server.deep_doctor().await;
}

/// What could not be taken over is found again, not a day later.
#[tokio::test]
async fn a_search_that_fails_begins_again() {
    let disk = Arc::new(Disk::default());
    let server = TestServer::builder().faults(disk.clone()).start();
    let mut rows = remains("eu-west-1_Gone00001", rev(&server));
    // The directory is searched after the rest.
    rows.retain(|(table, _)| table.name != "directory");
    every_table::plant(&server, &rows).await;
    let mut node = pools::jobs::Runner::new(server.inner(), false);
    disk.set_full(true);
    assert!(node.run_once().await.is_err());
    disk.set_full(false);
    node.run_once().await.unwrap();
    server.advance_seconds(LINGERING_SECONDS);
    node.run_once().await.unwrap();
    server.deep_doctor().await;
    assert!(server.inner().store.read(Prefix::<Pool>::all()).await.unwrap().is_empty());
}

/// Marks a pool as being deleted, without the job that deletes it.
async fn delete_without_a_job(server: &TestServer, pool: &TestPool) -> Pool {
    let store = &server.inner().store;
    let row = store.read(Pool::get(&pool.id)).await.unwrap().unwrap();
    let mut batch = Batch::new(rev(server));
    batch.at(server.now().millis());
    batch.update(&Pool { state: "deleting".to_owned(), ..row });
    batch.replace(&ConfigRev { pool_id: pool.id.clone(), rev: Rev(0) });
    store.commit(batch).await.unwrap();
    store.read(Pool::get(&pool.id)).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_deletion_without_a_job_is_resumed() {
    let server = TestServer::start();
    let (gone, kept) = (lived_in(&server).await, lived_in(&server).await);
    let before = every_table::dump(&server, &parts(&kept).await).await;
    let all = parts(&gone).await;
    delete_without_a_job(&server, &gone).await;
    // Of this one, everything else is gone.
    let table = records::tables().into_iter().find(|table| table.name == "pools").unwrap();
    let bare = every_table::row(table, rev(&server), |column| match column {
        "pool_id" => Some("eu-west-1_Gone00001".to_owned()),
        "state" => Some("deleting".to_owned()),
        _ => None,
    });
    every_table::plant(&server, &[(table, bare)]).await;
    run_jobs(&server).await;
    let pools = server.inner().store.read(Prefix::<Pool>::all()).await.unwrap();
    let ids: Vec<&str> = pools.iter().map(|pool| pool.pool_id.as_str()).collect();
    assert_eq!(ids, [kept.id.as_str()]);
    assert!(server.inner().store.read(Prefix::<Job>::all()).await.unwrap().is_empty());
    for (table, row) in every_table::dump(&server, &all).await {
        assert!(!every_table::names_any(&row, &[&gone.id]), "{} {row:?}", table.name);
    }
    let after = every_table::dump(&server, &parts(&kept).await).await;
    let is_kept = |row: &&(&'static Table, Vec<Value>)| {
        !every_table::names_any(&row.1, &[&gone.id]) && !row.1.contains(&gone.id.as_str().into())
    };
    assert!(before.iter().filter(is_kept).all(|row| after.contains(row)));
    server.deep_doctor().await;
    kept.client().await.tokens("alice").await;
}

/// The deletion ends between the search and the commit that would resume it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_deletion_that_has_ended_is_not_resumed() {
    let holding = Arc::new(Holding::default());
    let server = TestServer::builder().parts(2).faults(holding.clone()).start();
    let pool = server.pool().await;
    run_jobs(&server).await;
    let row = delete_without_a_job(&server, &pool).await;
    let held = holding.hold_next();
    let searching = {
        let server = server.clone();
        tokio::spawn(async move { pools::jobs::run_once(server.inner()).await })
    };
    held.arrived().await;
    let mut batch = Batch::new(rev(&server));
    batch.at(server.now().millis()).delete(&row);
    server.inner().store.commit(batch).await.unwrap();
    held.release();
    searching.await.unwrap().unwrap();
    assert!(server.inner().store.read(Prefix::<Job>::all()).await.unwrap().is_empty());
    assert!(server.inner().store.read(Pool::get(&pool.id)).await.unwrap().is_none());
}

/// What an orphan left may name the app client of a live pool.
#[tokio::test]
async fn remains_that_name_a_live_client_leave_it_in_the_directory() {
    let server = TestServer::start();
    let pool = lived_in(&server).await;
    let client = pool.client().await;
    let table = records::tables().into_iter().find(|table| table.name == "clients").unwrap();
    let named = every_table::row(table, rev(&server), |column| match column {
        "pool_id" => Some("eu-west-1_Gone00001".to_owned()),
        "client_id" => Some(client.id.clone()),
        _ => None,
    });
    every_table::plant(&server, &[(table, named)]).await;
    run_jobs(&server).await;
    let pools = server.inner().store.read(Prefix::<Pool>::all()).await.unwrap();
    assert_eq!(pools.len(), 1, "the remains are gone");
    let restarted = server.restarted().await;
    client.at(&restarted).tokens("alice").await;
    restarted.deep_doctor().await;
}
