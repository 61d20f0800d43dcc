//! Exported pools can be created again, whatever an earlier version let them have.

use operations::export;
use serde_json::{Value, json};
use store::{Batch, ConfigRev, Pool, Rev};
use testkit::{TestPool, TestServer, merged};

/// Removes a member wherever it is.
fn without(value: &mut Value, member: &str) {
    match value {
        Value::Object(members) => {
            members.remove(member);
            members.values_mut().for_each(|value| without(value, member));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| without(value, member)),
        _ => {}
    }
}

/// Takes the sender away, which only an earlier version accepted.
async fn lose_sender(pool: &TestPool) {
    let server = pool.server.inner();
    let row = server.store.read(Pool::get(&pool.id)).await.unwrap().unwrap();
    let mut doc: Value = serde_json::from_str(&row.doc).unwrap();
    without(&mut doc, "EmailConfiguration");
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    batch.update(&Pool { doc: doc.to_string(), ..row });
    batch.replace(&ConfigRev { pool_id: pool.id.clone(), rev: Rev(0) });
    server.store.commit(batch).await.unwrap();
    server.config.forget(&pool.id);
}

/// Creates the pool again on a server of its own. Returns its MFA settings.
async fn created_again(pool: &TestPool) -> Value {
    let requests = export::pool(pool.server.inner(), &pool.id, false).await.unwrap().unwrap();
    let server = TestServer::start();
    let mut id = String::new();
    for request in requests {
        let named = Value::Object(request.input);
        let body = if id.is_empty() { named } else { merged(named, json!({ "UserPoolId": id })) };
        let answer = server.call(request.operation, body).await.ok();
        if let Some(created) = answer["UserPool"]["Id"].as_str() {
            created.clone_into(&mut id);
        }
    }
    server.call("GetUserPoolMfaConfig", json!({ "UserPoolId": id })).await.ok()
}

#[tokio::test]
async fn mfa_by_email_without_a_sender_is_left_out() {
    let email = json!({
        "EmailSendingAccount": "DEVELOPER",
        "SourceArn": "arn:aws:ses:eu-west-1:123456789012:identity/example.com",
    });
    let by_email = json!({ "EmailMfaConfiguration": { "Message": "{####}", "Subject": "Code" } });
    let by_app = json!({ "SoftwareTokenMfaConfiguration": { "Enabled": true } });
    for mode in ["ON", "OPTIONAL"] {
        for methods in [by_email.clone(), merged(by_email.clone(), by_app.clone())] {
            let server = TestServer::start();
            let pool = server.pool_with(json!({ "EmailConfiguration": email })).await;
            let wanted = merged(methods, json!({ "MfaConfiguration": mode }));
            pool.call("SetUserPoolMfaConfig", wanted.clone()).await.ok();
            assert_eq!(created_again(&pool).await, wanted);
            lose_sender(&pool).await;
            // As strict as before, by the method that is left.
            let left = merged(by_app.clone(), json!({ "MfaConfiguration": mode }));
            assert_eq!(created_again(&pool).await, left);
        }
    }
}
