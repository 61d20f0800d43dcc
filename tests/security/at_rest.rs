//! What a stolen data folder or database yields: none of the secrets in clear text.

use serde_json::json;
use testkit::{PASSWORD, TestServer};

#[tokio::test]
async fn no_secret_is_in_the_files() {
    const CODE: &str = "908172";
    let server = TestServer::builder().fixed_code(CODE).start();
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let confidential = pool.client_with(json!({ "GenerateSecret": true })).await;
    let client = pool.client().await;
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    let invite = json!({
        "Username": "bob",
        "TemporaryPassword": "Temporary-Pass-9",
        "DesiredDeliveryMediums": ["EMAIL"],
        "UserAttributes": [{ "Name": "email", "Value": "bob@example.com" }],
    });
    pool.call("AdminCreateUser", invite).await.ok();
    pool.confirmed_user("carol").await;
    let tokens = client.tokens("carol").await;
    client.revoke(&tokens.refresh).await.ok();
    let files = server.stolen().await;
    let holds = |text: &str| files.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(
        holds("alice@example.com"),
        "profiles are in clear: they must be searchable, and this test can find what is there"
    );
    let secret = confidential.secret.expect("a secret");
    for hidden in [
        PASSWORD,
        CODE,
        "Temporary-Pass-9",
        &secret,
        &tokens.refresh,
        &tokens.access,
        "PRIVATE KEY",
    ] {
        assert!(!holds(hidden), "{hidden}");
    }
    for pair in testkit::key_pairs() {
        let pkcs8 = pair.pkcs8();
        let part = &pkcs8[pkcs8.len() / 2..][..64];
        assert!(!files.windows(part.len()).any(|window| window == part), "a signing key");
    }
}
