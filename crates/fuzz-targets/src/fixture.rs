//! A server with a pool, for the targets that go through the router.

use serde_json::{Value, json};
use testkit::{PASSWORD, SrpClient, TestClient, TestPool, TestServer, Tokens, srp_timestamp};
use tokio::runtime::{Builder, Runtime};

/// The number of inputs after which a server is replaced, to bound the data they leave behind.
const INPUTS: u32 = 500;

/// A thread's server.
pub(crate) struct Fixture {
    pub(crate) server: TestServer,
    pub(crate) pool: TestPool,
    /// Placeholders in inputs, with the values that only the server can create.
    pub(crate) placeholders: Vec<(&'static str, String)>,
    pub(crate) sub: String,
    runtime: Runtime,
    left: u32,
}

impl Fixture {
    /// The fixture in `place`, replaced after its share of inputs.
    pub(crate) fn of(place: &mut Option<Self>) -> &mut Self {
        if place.as_ref().is_none_or(|fixture| fixture.left == 0) {
            if let Some(old) = place.take() {
                old.runtime.block_on(old.server.inner().shutdown());
            }
            *place = Some(Self::new());
        }
        let fixture = place.as_mut().expect("the fixture set above");
        fixture.left -= 1;
        fixture
    }

    /// Uses this fixture for all inputs, because they leave nothing behind.
    pub(crate) fn keep(&mut self) {
        self.left = u32::MAX;
    }

    /// Runs to completion.
    pub(crate) fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    fn new() -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let server = TestServer::builder().on_sqlite().start();
        let (pool, sub, placeholders) = runtime.block_on(seeded(&server));
        Self { server, pool, placeholders, sub, runtime, left: INPUTS }
    }
}

/// Creates Alice, who is confirmed, Bob, who must set a password, and Carol, who signed herself up.
async fn seeded(server: &TestServer) -> (TestPool, String, Vec<(&'static str, String)>) {
    let pool = server
        .pool_with(json!({ "AutoVerifiedAttributes": ["email"], "AliasAttributes": ["email"] }))
        .await;
    let client = pool.client().await;
    let secret = pool.client_with(json!({ "GenerateSecret": true })).await;
    let sub = pool
        .confirmed_user_with("alice", &[("email", "alice@example.com"), ("email_verified", "true")])
        .await;
    let _ = pool.invited_user("bob", &[]).await;
    client.sign_up("carol", &[("email", "carol@example.com")]).await.ok();
    let tokens = client.tokens("alice").await;
    let invited = client.password("bob", PASSWORD).await.ok();
    let mut placeholders = vec![
        ("$POOL", pool.id.clone()),
        ("$CLIENT", client.id.clone()),
        ("$SECRET_CLIENT", secret.id.clone()),
        ("$PASSWORD", PASSWORD.to_owned()),
        ("$SUB", sub.clone()),
        ("$ACCESS", tokens.access),
        ("$ID_TOKEN", tokens.id),
        ("$REFRESH", tokens.refresh),
        ("$SESSION", text(&invited, "/Session")),
        ("$CODE", server.code_for("carol@example.com").await),
        ("$TIMESTAMP", srp_timestamp(server.now())),
    ];
    placeholders.extend(srp(&client).await);
    // Long names first, since one may be a prefix of another.
    placeholders.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    (pool, sub, placeholders)
}

async fn srp(client: &TestClient) -> [(&'static str, String); 3] {
    let exponent = SrpClient::new([7; 32]);
    let begun = client.srp_begin(&exponent, "alice").await.ok();
    let answer = client.srp_responses(&exponent, &begun, PASSWORD);
    [
        ("$SRP_A", exponent.public_hex()),
        ("$BLOCK", text(&answer, "/PASSWORD_CLAIM_SECRET_BLOCK")),
        ("$CLAIM", text(&answer, "/PASSWORD_CLAIM_SIGNATURE")),
    ]
}

/// The subject of the access token in an answer; empty without one.
pub(crate) fn subject(answer: &Value) -> String {
    let has_tokens = answer.pointer("/AuthenticationResult/AccessToken").is_some();
    if has_tokens {
        testkit::Jwt::decode(&Tokens::of(answer).access).text("sub").to_owned()
    } else {
        String::new()
    }
}

fn text(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).and_then(Value::as_str).expect("a text in an answer").to_owned()
}
