use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};
use store::{Fault, Faults, Rev};
use testkit::{Answer, REGION, TestPool, TestServer, race};

use super::{OVERTAKEN, TASKS, require_refusals};

async fn described(pool: &TestPool) -> Value {
    pool.call("DescribeUserPool", json!({})).await.ok()["UserPool"].take()
}

async fn tag(pool: &TestPool, key: &str) -> Answer {
    let arn = format!("arn:aws:cognito-idp:{REGION}:111122223333:userpool/{}", pool.id);
    pool.server.call("TagResource", json!({ "ResourceArn": arn, "Tags": { key: "x" } })).await
}

/// Settings that all carry the same number.
fn numbered_settings(number: usize) -> Value {
    json!({
        "PoolName": format!("pool-{number}"),
        "Policies": { "PasswordPolicy": { "MinimumLength": 6 + number } },
        "EmailVerificationSubject": format!("subject-{number}"),
        "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": number.is_multiple_of(2) },
        "UserPoolTags": { "number": number.to_string() },
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_of_the_updates_survives_intact() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let answers = race(16, |number| {
        let pool = pool.clone();
        async move { pool.call("UpdateUserPool", numbered_settings(number)).await }
    })
    .await;
    require_refusals(&answers, &[OVERTAKEN]);
    let after = described(&pool).await;
    let number: usize = after["UserPoolTags"]["number"].as_str().unwrap().parse().unwrap();
    assert!(answers[number].is_ok(), "{:?}", answers[number]);
    assert_eq!(after["Name"], format!("pool-{number}"));
    assert_eq!(after["Policies"]["PasswordPolicy"]["MinimumLength"], 6 + number);
    assert_eq!(after["EmailVerificationSubject"], format!("subject-{number}"));
    assert_eq!(
        after["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"],
        number.is_multiple_of(2)
    );
    server.deep_doctor().await;
}

/// Sign-ups guard the settings that they were decided on: either side may have to decide again, and
/// neither is lost.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sign_ups_and_updates_lose_nothing() {
    let server = TestServer::builder().parts(4).start();
    let pool = server.pool().await;
    let client = pool.client().await;
    let answers = race(TASKS, |number| {
        let (pool, client) = (pool.clone(), client.clone());
        async move {
            match number % 8 {
                0 => tag(&pool, &format!("k{number}")).await,
                1 => {
                    pool.call("UpdateUserPool", json!({ "PoolName": format!("pool-{number}") }))
                        .await
                }
                _ => client.sign_up(&format!("user-{number}"), &[]).await,
            }
        }
    })
    .await;
    require_refusals(&answers, &[OVERTAKEN]);
    let after = described(&pool).await;
    for (number, answer) in answers.iter().enumerate() {
        let is_there = match number % 8 {
            0 => after["UserPoolTags"].get(format!("k{number}")).is_some(),
            1 => continue,
            _ => pool
                .call("AdminGetUser", json!({ "Username": format!("user-{number}") }))
                .await
                .is_ok(),
        };
        assert_eq!(is_there, answer.is_ok(), "{number}: {answer:?}");
    }
    let named = |number: &usize| {
        number % 8 == 1 && answers[*number].is_ok() && after["Name"] == format!("pool-{number}")
    };
    assert!((0..TASKS).any(|number| named(&number)), "{}", after["Name"]);
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_custom_attribute_is_added() {
    let server = TestServer::start();
    let pool = server.pool().await;
    race(16, |number| {
        let pool = pool.clone();
        async move {
            let body = json!({ "CustomAttributes": [{ "Name": format!("a{number:02}"), "AttributeDataType": "String" }] });
            // As every client does when it is asked to retry.
            while let Err(refusal) = pool.call("AddCustomAttributes", body.clone()).await.result {
                assert_eq!(refusal.kind, "TooManyRequestsException", "{refusal}");
            }
        }
    })
    .await;
    let after = described(&pool).await;
    let mut names: Vec<&str> = after["SchemaAttributes"].as_array().unwrap()[21..]
        .iter()
        .map(|one| one["Name"].as_str().unwrap())
        .collect();
    names.sort_unstable();
    assert_eq!(names, (0..16).map(|number| format!("custom:a{number:02}")).collect::<Vec<_>>());
    server.deep_doctor().await;
}

/// Changes the pool whenever another commit is about to be sent.
#[derive(Default)]
struct Meddler {
    pool: Mutex<Option<TestPool>>,
    is_busy: AtomicBool,
    changes: AtomicUsize,
}

impl Meddler {
    fn watch(&self, pool: Option<&TestPool>) {
        *self.pool.lock().unwrap_or_else(PoisonError::into_inner) = pool.cloned();
    }
}

impl Faults for Meddler {
    fn on_send(&self, _rev: Rev, _send: u32) -> Fault {
        let pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(pool) = pool else { return Fault::Deliver };
        if !self.is_busy.swap(true, Ordering::SeqCst) {
            let key = format!("k{}", self.changes.fetch_add(1, Ordering::SeqCst));
            let meddling = tag(&pool, &key);
            tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(meddling))
                .ok();
            self.is_busy.store(false, Ordering::SeqCst);
        }
        Fault::Deliver
    }
}

/// A request that is overtaken again and again gives up and has changed nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_request_that_is_always_overtaken_is_refused() {
    let too_many = ("TooManyRequestsException", "Too many requests");
    let meddler = Arc::new(Meddler::default());
    let server = TestServer::builder().faults(meddler.clone()).start();
    let pool = server.pool().await;
    let arn = format!("arn:aws:cognito-idp:{REGION}:111122223333:userpool/{}", pool.id);
    for (operation, body, expected) in [
        ("UpdateUserPool", json!({ "PoolName": "never" }), OVERTAKEN),
        (
            "SetUserPoolMfaConfig",
            json!({ "MfaConfiguration": "OPTIONAL", "SoftwareTokenMfaConfiguration": { "Enabled": true } }),
            OVERTAKEN,
        ),
        (
            "AddCustomAttributes",
            json!({ "CustomAttributes": [{ "Name": "never", "AttributeDataType": "String" }] }),
            too_many,
        ),
        ("TagResource", json!({ "ResourceArn": arn, "Tags": { "never": "x" } }), too_many),
        ("UntagResource", json!({ "ResourceArn": arn, "TagKeys": ["k0"] }), too_many),
    ] {
        let before = meddler.changes.load(Ordering::SeqCst);
        meddler.watch(Some(&pool));
        pool.call(operation, body).await.refused(expected.0, expected.1);
        meddler.watch(None);
        assert_eq!(meddler.changes.load(Ordering::SeqCst) - before, 8, "{operation}");
    }
    let after = described(&pool).await;
    assert_eq!(
        (&after["Name"], after["SchemaAttributes"].as_array().unwrap().len()),
        (&json!("test"), 21)
    );
    assert_eq!(after["UserPoolTags"].as_object().unwrap().len(), 40);
    assert_eq!(
        pool.call("GetUserPoolMfaConfig", json!({})).await.ok(),
        json!({ "MfaConfiguration": "OFF" })
    );
    server.deep_doctor().await;
}
