//! Jobs when several nodes share a store: one node does the work, and another takes over.

use std::sync::Arc;

use pools::jobs::Runner;
use serde_json::json;
use store::{Batch, GroupMember, Job, Lease, Prefix, Rev, Spent};
use testkit::{Holding, TestPool, TestServer};

/// How long a lease lasts.
const LEASE_SECONDS: i64 = 30;

/// Two nodes and a pool.
struct Nodes {
    server: TestServer,
    pool: TestPool,
    first: Runner,
    second: Runner,
}

impl Nodes {
    async fn start() -> Self {
        let server = TestServer::builder().parts(1).start();
        let pool = server.pool().await;
        let (first, second) =
            (Runner::new(server.inner(), true), Runner::new(server.sibling().inner(), true));
        Self { server, pool, first, second }
    }

    /// Which of the nodes removes expired rows when each of them looks in turn.
    async fn at_work(&mut self) -> Vec<&'static str> {
        let mut at_work = Vec::new();
        for (name, node) in [("second", &mut self.second), ("first", &mut self.first)] {
            let rev = rev(&self.server);
            let row = Spent { part: part(&self.pool), id: rev.0.to_string(), expires: 1, rev };
            commit(&self.server, rev, |batch| batch.insert(&row)).await;
            node.run_once().await.unwrap();
            let left =
                self.server.inner().store.read(Spent::get(&row.part, &row.id)).await.unwrap();
            if left.is_none() {
                at_work.push(name);
            }
        }
        at_work
    }
}

fn rev(server: &TestServer) -> Rev {
    Rev(server.inner().rng.positive_i63())
}

fn part(pool: &TestPool) -> String {
    format!("{}:00", pool.id)
}

async fn commit(server: &TestServer, rev: Rev, fill: impl FnOnce(&mut Batch) -> &mut Batch) {
    let mut batch = Batch::new(rev);
    fill(&mut batch);
    server.inner().store.commit(batch).await.unwrap();
}

async fn lease(server: &TestServer, name: &str) -> Option<Lease> {
    server.inner().store.read(Lease::get(name)).await.unwrap()
}

/// Writes the lease of a node outside this test.
async fn lease_to_another(server: &TestServer, name: &str, seconds: i64) {
    let held = lease(server, name).await.map(|held| held.rev);
    let (rev, until) = (rev(server), server.now().plus_seconds(seconds).millis());
    let row = Lease { name: name.to_owned(), holder: "another".to_owned(), until, rev };
    commit(server, rev, |batch| batch.put(&row, held)).await;
}

/// Deletes a group with `size` members.
async fn delete_group(pool: &TestPool, size: u32) {
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    let store = &pool.server.inner().store;
    let group = store.read(store::Group::get(&pool.id, "crew")).await.unwrap().unwrap();
    let rev = rev(&pool.server);
    let members: Vec<_> = (0..size)
        .map(|at| GroupMember {
            group_part: part(pool),
            group_id: group.group_id.clone(),
            user_id: format!("user-{at}"),
            user_part: part(pool),
            rev,
        })
        .collect();
    commit(&pool.server, rev, |batch| {
        members.iter().fold(batch, |batch, member| batch.insert(member))
    })
    .await;
    pool.call("DeleteGroup", json!({ "GroupName": "crew" })).await.ok();
}

async fn members(pool: &TestPool) -> usize {
    pool.server.inner().store.read(Prefix::<GroupMember>::in_part(&part(pool))).await.unwrap().len()
}

#[tokio::test]
async fn only_one_node_removes_expired_rows() {
    let mut nodes = Nodes::start().await;
    nodes.first.run_once().await.unwrap();
    for _ in 0..20 {
        assert_eq!(nodes.at_work().await, ["first"]);
        nodes.server.advance_seconds(5);
    }
    // Idle passes write nothing while more than half of the lease is left.
    nodes.server.advance_seconds(LEASE_SECONDS);
    nodes.first.run_once().await.unwrap();
    let before = nodes.server.inner().store.counts().commits;
    nodes.server.advance_seconds(LEASE_SECONDS / 2 - 1);
    nodes.first.run_once().await.unwrap();
    nodes.second.run_once().await.unwrap();
    assert_eq!(nodes.server.inner().store.counts().commits, before);
}

#[tokio::test]
async fn another_node_takes_over_when_the_lease_expires() {
    let mut nodes = Nodes::start().await;
    nodes.first.run_once().await.unwrap();
    nodes.server.advance_seconds(LEASE_SECONDS - 1);
    nodes.second.run_once().await.unwrap();
    let held = lease(&nodes.server, "jobs/expiry").await.unwrap();
    assert_eq!(held.until, nodes.server.now().plus_seconds(1).millis());
    nodes.server.advance_seconds(1);
    assert_eq!(nodes.at_work().await, ["second"]);
    assert_ne!(lease(&nodes.server, "jobs/expiry").await.unwrap().holder, held.holder);
}

/// A node with a wrong clock must not keep the others out for that long.
#[tokio::test]
async fn a_lease_from_the_far_future_is_taken_over() {
    let mut nodes = Nodes::start().await;
    lease_to_another(&nodes.server, "jobs/expiry", 600).await;
    assert!(nodes.at_work().await.is_empty());
    lease_to_another(&nodes.server, "jobs/expiry", 601).await;
    assert_eq!(nodes.at_work().await, ["second"]);
}

#[tokio::test]
async fn a_node_that_stops_releases_its_lease_at_once() {
    let mut nodes = Nodes::start().await;
    let jobs = std::mem::replace(&mut nodes.first, Runner::new(nodes.server.inner(), true)).spawn();
    while lease(&nodes.server, "jobs/expiry").await.is_none() {
        tokio::task::yield_now().await;
    }
    jobs.stop().await;
    assert_eq!(lease(&nodes.server, "jobs/expiry").await.map(|lease| lease.holder), None);
    assert_eq!(nodes.at_work().await, ["second"]);
}

#[tokio::test]
async fn the_deletion_lease_exists_only_while_there_are_deletions() {
    let mut nodes = Nodes::start().await;
    nodes.first.run_once().await.unwrap();
    assert!(lease(&nodes.server, "jobs/deletion").await.is_none());
    lease_to_another(&nodes.server, "jobs/deletion", LEASE_SECONDS).await;
    delete_group(&nodes.pool, 3).await;
    nodes.first.run_once().await.unwrap();
    assert_eq!(members(&nodes.pool).await, 3, "the work is another node's");
    nodes.server.advance_seconds(LEASE_SECONDS);
    nodes.first.run_once().await.unwrap();
    assert_eq!(members(&nodes.pool).await, 0);
    assert!(lease(&nodes.server, "jobs/deletion").await.is_some());
    nodes.first.run_once().await.unwrap();
    assert!(lease(&nodes.server, "jobs/deletion").await.is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_whose_lease_was_taken_stops_at_the_next_slice() {
    let holding = Arc::new(Holding::default());
    let server = TestServer::builder().parts(1).faults(holding.clone()).start();
    let pool = server.pool().await;
    let mut node = Runner::new(server.inner(), true);
    delete_group(&pool, 0).await;
    node.run_once().await.unwrap();
    delete_group(&pool, 1_100).await;
    let slice = holding.hold_next();
    let running = tokio::spawn(async move {
        node.run_once().await.unwrap();
        node
    });
    slice.arrived().await;
    server.advance_seconds(LEASE_SECONDS + 1);
    lease_to_another(&server, "jobs/deletion", LEASE_SECONDS).await;
    slice.release();
    let mut node = running.await.unwrap();
    assert_eq!(members(&pool).await, 600);
    node.run_once().await.unwrap();
    assert_eq!(members(&pool).await, 600);
    server.advance_seconds(LEASE_SECONDS + 1);
    node.run_once().await.unwrap();
    assert_eq!(members(&pool).await, 0);
    assert!(server.inner().store.read(Prefix::<Job>::all()).await.unwrap().is_empty());
    server.deep_doctor().await;
}

/// Leases save work; correctness does not depend on them.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_nodes_may_do_the_same_work_at_once() {
    let server = TestServer::builder().parts(1).start();
    let pool = server.pool().await;
    pool.client().await.sign_up("alice", &[]).await.ok();
    delete_group(&pool, 1_100).await;
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    server.call("DeleteUserPool", json!({ "UserPoolId": pool.id })).await.ok();
    server.advance_seconds(15);
    let run = |server: TestServer| {
        tokio::spawn(async move { pools::jobs::run_once(server.inner()).await })
    };
    let (first, second) = (run(server.clone()), run(server.sibling()));
    first.await.unwrap().unwrap();
    second.await.unwrap().unwrap();
    assert_eq!(members(&pool).await, 0);
    assert!(server.inner().store.read(Prefix::<Job>::all()).await.unwrap().is_empty());
    assert!(server.inner().store.read(Prefix::<Lease>::all()).await.unwrap().is_empty());
    assert!(server.inner().store.read(store::Pool::get(&pool.id)).await.unwrap().is_none());
    server.deep_doctor().await;
}
