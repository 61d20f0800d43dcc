use serde_json::json;
use store::{Lookup, Prefix, User};
use testkit::{TestServer, race};

use super::{TASKS, require_refusals};

/// Users who signed up before the pool was deleted are deleted with it; nobody signs up afterwards.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_deleted_pool_keeps_no_users() {
    let server = TestServer::builder().parts(4).start();
    let pool = server.pool().await;
    let client = pool.client().await;
    let answers = race(TASKS + 1, |number| {
        let (pool, client) = (pool.clone(), client.clone());
        async move {
            if number == TASKS / 2 {
                pool.call("DeleteUserPool", json!({})).await
            } else {
                client.sign_up(&format!("user-{number}"), &[]).await
            }
        }
    })
    .await;
    let gone = format!("User pool client {} does not exist.", client.id);
    require_refusals(&answers, &[("ResourceNotFoundException", &gone)]);
    assert!(answers[TASKS / 2].is_ok());
    server.advance_seconds(15);
    pools::jobs::run_once(server.inner()).await.expect("the jobs run");
    let store = &server.inner().store;
    for part in store::placement::parts(&pool.id, 4) {
        let users = store.read(Prefix::<User>::in_part(&part)).await.unwrap();
        let names = store.read(Prefix::<Lookup>::in_part(&part)).await.unwrap();
        assert_eq!((users.len(), names.len()), (0, 0), "{part}");
    }
    server.deep_doctor().await;
}
