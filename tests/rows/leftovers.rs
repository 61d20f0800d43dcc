//! Nothing of a deleted user or pool is left, whatever table it was in.

use serde_json::json;
use store::{Group, Pool, Rev, Table, User, Value, placement, records};
use testkit::{PASSWORD, TestPool, TestServer};

use super::every_table::{self, names_any};

/// Tables with the id of a user whose rows the user's own rows lead to, so that a row made up by a
/// test would not be found.
const FOUND_BY_NAME: [&str; 2] = ["users", "lookups"];

struct Scene {
    server: TestServer,
    pool: TestPool,
    sub: String,
    token: String,
}

/// A user with as much as the API makes, and a row more in every table that names users.
async fn scene() -> Scene {
    let server = TestServer::builder().parts(4).start();
    let settings = json!({
        "AliasAttributes": ["email", "phone_number", "preferred_username"],
        "AutoVerifiedAttributes": ["email"],
    });
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    let attributes = [
        ("email", "alice@example.com"),
        ("email_verified", "true"),
        ("phone_number", "+15550001234"),
        ("phone_number_verified", "true"),
        ("preferred_username", "ally"),
    ];
    let sub = pool.confirmed_user_with("alice", &attributes).await;
    pool.confirmed_user("bob").await;
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    for name in ["alice", "bob"] {
        let body = json!({ "GroupName": "crew", "Username": name });
        pool.call("AdminAddUserToGroup", body).await.ok();
    }
    client.password("alice", "wrong").await.refusal();
    client.call("ForgotPassword", json!({ "Username": "alice" })).await.ok();
    client.revoke(&client.tokens("alice").await.refresh).await.ok();
    let token = client.tokens("alice").await.access;
    let scene = Scene { server, pool, sub, token };
    scene.plant().await;
    scene
}

impl Scene {
    async fn row(&self) -> Pool {
        self.server.inner().store.read(Pool::get(&self.pool.id)).await.unwrap().unwrap()
    }

    async fn plant(&self) {
        let store = &self.server.inner().store;
        let n_parts = self.row().await.n_parts;
        let group = store.read(Group::get(&self.pool.id, "crew")).await.unwrap().unwrap();
        let part = placement::user_part(&self.pool.id, n_parts, &self.sub);
        let user = store.read(User::get(&part, &self.sub)).await.unwrap().unwrap();
        let rev = Rev(self.server.inner().rng.positive_i63());
        let names_user = |table: &&'static Table| {
            let mut columns = table.key.iter().chain(table.values);
            columns.any(|column| column.name == "user_id") && !FOUND_BY_NAME.contains(&table.name)
        };
        let rows: Vec<_> = records::tables()
            .into_iter()
            .filter(names_user)
            .map(|table| {
                let fill = |column: &str| match column {
                    "part" | "user_part" => Some(part.clone()),
                    "group_part" => {
                        Some(placement::group_part(&self.pool.id, n_parts, &group.group_id))
                    }
                    "user_id" => Some(self.sub.clone()),
                    "group_id" => Some(group.group_id.clone()),
                    "group_name" => Some("crew".to_owned()),
                    // What the user's row says, since the entries follow from it.
                    "attribute" => Some("username".to_owned()),
                    "folded_value" => Some(user.username.clone()),
                    _ => None,
                };
                (table, every_table::row(table, rev, fill))
            })
            .collect();
        every_table::plant(&self.server, &rows).await;
    }

    /// The rows that name the user, by table.
    async fn rows_of_user(&self) -> Vec<&'static str> {
        let names = [self.sub.as_str(), "alice", "ally", "+15550001234"];
        let parts: Vec<String> =
            placement::parts(&self.pool.id, self.row().await.n_parts).collect();
        let all = every_table::dump(&self.server, &parts).await;
        all.iter().filter(|(_, row)| names_any(row, &names)).map(|(table, _)| table.name).collect()
    }

    /// Counters are under a name that only the pool's key leads to.
    async fn counters(&self) -> usize {
        let parts: Vec<String> =
            placement::parts(&self.pool.id, self.row().await.n_parts).collect();
        let all = every_table::dump(&self.server, &parts).await;
        all.iter().filter(|(table, _)| table.name == "attempts").count()
    }

    async fn check_gone(&self) {
        assert_eq!(self.rows_of_user().await, Vec::<&str>::new());
        assert_eq!(self.counters().await, 0);
        self.server.deep_doctor().await;
        self.pool.client().await.password("bob", PASSWORD).await.ok();
    }
}

#[tokio::test]
async fn nothing_of_a_user_is_left_that_an_administrator_deletes() {
    let scene = scene().await;
    let before = scene.rows_of_user().await;
    for table in records::tables() {
        let mut columns = table.key.iter().chain(table.values);
        let names_user = columns.any(|column| column.name == "user_id");
        assert!(!names_user || before.contains(&table.name), "{}: no row to delete", table.name);
    }
    assert!(scene.counters().await > 0);
    scene.pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await.ok();
    scene.check_gone().await;
}

#[tokio::test]
async fn nothing_of_a_user_is_left_who_deletes_the_account() {
    let scene = scene().await;
    scene.server.call("DeleteUser", json!({ "AccessToken": scene.token })).await.ok();
    scene.check_gone().await;
}

#[tokio::test]
async fn nothing_of_a_pool_is_left() {
    let scene = scene().await;
    let n_parts = scene.row().await.n_parts;
    let rev = Rev(scene.server.inner().rng.positive_i63());
    // A row of every table that can belong to the pool.
    let of_pool = |table: &&'static Table| {
        table.name != "pools" && (table.is_placed() || table.is_keyed_by_pool())
    };
    let rows: Vec<_> = records::tables()
        .into_iter()
        .filter(of_pool)
        .map(|table| {
            let fill = |column: &str| match column {
                "part" | "group_part" | "user_part" => Some(format!("{}:01", scene.pool.id)),
                "pool_id" => Some(scene.pool.id.clone()),
                _ => None,
            };
            (table, every_table::row(table, rev, fill))
        })
        .collect();
    every_table::plant(&scene.server, &rows).await;
    scene.pool.call("DeleteUserPool", json!({})).await.ok();
    scene.server.advance_seconds(15);
    pools::jobs::run_once(scene.server.inner()).await.unwrap();
    let parts: Vec<String> = placement::parts(&scene.pool.id, n_parts).collect();
    let left: Vec<(&str, Vec<Value>)> = every_table::dump(&scene.server, &parts)
        .await
        .into_iter()
        .filter(|(table, row)| {
            names_any(row, &[&scene.pool.id])
                || every_table::text(table, row, "part")
                    .is_some_and(|part| parts.iter().any(|known| known == part))
        })
        .map(|(table, row)| (table.name, row))
        .collect();
    assert!(left.is_empty(), "{:?}", left.iter().map(|(name, _)| name).collect::<Vec<_>>());
    scene.server.deep_doctor().await;
}
