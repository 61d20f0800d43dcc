//! A signed-in user, alice, and what the attribute operations answer her.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use domain::client::UnsetAttributes;
use serde_json::{Value, json};
use store::{Batch, Fault, Faults, Rev, User};
use testkit::{
    Answer, Jwt, TestClient, TestPool, TestServer, Tokens, forge, key_pairs, merged, rs256,
};

/// The pool verifies both addresses, and both can be used to sign in.
pub(crate) fn aliases() -> Value {
    json!({ "AliasAttributes": ["email", "phone_number"], "AutoVerifiedAttributes": ["email", "phone_number"],
        "SmsConfiguration": { "SnsCallerArn": "arn:aws:iam::111122223333:role/sms", "ExternalId": "x" } })
}

/// Like [`aliases`], but a new address waits until it is verified.
pub(crate) fn held_back() -> Value {
    let held = json!({ "AttributesRequireVerificationBeforeUpdate": ["email", "phone_number"] });
    merged(aliases(), json!({ "UserAttributeUpdateSettings": held }))
}

/// Settings with a custom message trigger.
pub(crate) fn custom_message() -> Value {
    json!({ "LambdaConfig": { "CustomMessage": "arn:aws:lambda:eu-west-1:111122223333:function:trigger" } })
}

pub(crate) const NO_CUSTOM_MESSAGE: &str =
    "CustomMessage invocation failed due to error not supported by this server.";
pub(crate) const EMAIL: (&str, &str) = ("email", "alice@example.com");
pub(crate) const VERIFIED: (&str, &str) = ("email_verified", "true");
pub(crate) const UNVERIFIED: (&str, &str) = ("email_verified", "false");
pub(crate) const NEW: &str = "new@example.org";
pub(crate) const NEW_EMAIL: (&str, &str) = ("email", NEW);

/// Alice with one of her access tokens.
#[derive(Clone)]
pub(crate) struct Bearer {
    pub(crate) server: TestServer,
    pub(crate) pool: TestPool,
    pub(crate) client: TestClient,
    pub(crate) sub: String,
    pub(crate) access: String,
}

/// A server where app clients without attribute lists may read and write custom attributes too.
pub(crate) fn every_attribute() -> TestServer {
    TestServer::builder().unset_attributes(UnsetAttributes::All).start()
}

impl Bearer {
    /// Alice with these attributes in a pool with these settings.
    pub(crate) async fn with(settings: Value, attributes: &[(&str, &str)]) -> Self {
        Self::at(&TestServer::start(), settings, attributes).await
    }

    pub(crate) async fn at(
        server: &TestServer,
        settings: Value,
        attributes: &[(&str, &str)],
    ) -> Self {
        let pool = server.pool_with(settings).await;
        let client = pool.client().await;
        Self::at_client(&client, "alice", attributes).await
    }

    /// Another user, created by an administrator.
    pub(crate) async fn at_client(
        client: &TestClient,
        name: &str,
        attributes: &[(&str, &str)],
    ) -> Self {
        let sub = client.pool.confirmed_user_with(name, attributes).await;
        let access = client.tokens(&username_of(&client.pool, &sub).await).await.access;
        Self {
            server: client.server().clone(),
            pool: client.pool.clone(),
            client: client.clone(),
            sub,
            access,
        }
    }

    /// Signs in again: an access token expires after an hour.
    pub(crate) async fn sign_in_again(&mut self) {
        let username = username_of(&self.pool, &self.sub).await;
        self.access = self.client.tokens(&username).await.access;
    }

    /// Calls an operation as the bearer.
    pub(crate) async fn call(&self, operation: &str, body: Value) -> Answer {
        self.server.call(operation, merged(json!({ "AccessToken": self.access }), body)).await
    }

    /// Calls an administrator's operation on the user.
    pub(crate) async fn admin(&self, operation: &str, body: Value) -> Answer {
        self.pool.call(operation, merged(json!({ "Username": self.sub }), body)).await
    }

    pub(crate) async fn update(&self, attributes: &[(&str, &str)]) -> Answer {
        self.server.advance_seconds(1);
        self.call("UpdateUserAttributes", json!({ "UserAttributes": list(attributes) })).await
    }

    pub(crate) async fn admin_update(&self, attributes: &[(&str, &str)]) -> Answer {
        self.server.advance_seconds(1);
        self.admin("AdminUpdateUserAttributes", json!({ "UserAttributes": list(attributes) })).await
    }

    pub(crate) async fn delete(&self, names: &[&str]) -> Answer {
        self.call("DeleteUserAttributes", json!({ "UserAttributeNames": names })).await
    }

    pub(crate) async fn admin_delete(&self, names: &[&str]) -> Answer {
        self.admin("AdminDeleteUserAttributes", json!({ "UserAttributeNames": names })).await
    }

    pub(crate) async fn request_code(&self, name: &str) -> Answer {
        self.server.advance_seconds(1);
        self.call("GetUserAttributeVerificationCode", json!({ "AttributeName": name })).await
    }

    pub(crate) async fn verify(&self, name: &str, code: &str) -> Answer {
        self.call("VerifyUserAttribute", json!({ "AttributeName": name, "Code": code })).await
    }

    /// The newest code sent to this destination.
    pub(crate) async fn code(&self, destination: &str) -> String {
        self.server.code_for(destination).await
    }

    /// Requires that the user has exactly these attributes besides `sub`.
    pub(crate) async fn require_attributes(&self, expected: &[(&str, &str)]) {
        let user = self.pool.user(&self.sub).await;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let own = user["UserAttributes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (text(&one["Name"]), text(&one["Value"])));
        let own: BTreeMap<_, _> = own.filter(|(name, _)| name != "sub").collect();
        let mut all: BTreeMap<_, _> = expected
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        for contact in ["email", "phone_number"] {
            if all.contains_key(contact) {
                all.entry(format!("{contact}_verified")).or_insert_with(|| "false".to_owned());
            }
        }
        assert_eq!(own, all);
    }

    /// Whether the user can sign in by this name.
    pub(crate) async fn signs_in_by(&self, name: &str) -> bool {
        let Ok(answer) = self.client.password(name, testkit::PASSWORD).await.result else {
            return false;
        };
        Jwt::decode(&Tokens::of(&answer).access).text("sub") == self.sub
    }

    pub(crate) async fn row(&self) -> User {
        let store = &self.server.inner().store;
        let n_parts =
            store.read(store::Pool::get(&self.pool.id)).await.unwrap().expect("the pool").n_parts;
        let part = store::placement::user_part(&self.pool.id, n_parts, &self.sub);
        store.read(User::get(&part, &self.sub)).await.unwrap().expect("the user")
    }

    /// Sets a status that no operation sets while a token is valid.
    async fn set_status(&self, status: &str) {
        let row = self.row().await;
        let mut batch = Batch::new(Rev(row.rev.0 / 2 + 1));
        batch.update(&User { status: status.to_owned(), ..row });
        assert!(self.server.inner().store.commit(batch).await.is_ok());
    }

    /// The token as if it had been issued to a client that does not exist.
    fn of_unknown_client(&self) -> String {
        let token = Jwt::decode(&self.access);
        let pair = key_pairs().into_iter().find(|pair| token.header["kid"] == pair.kid()).unwrap();
        let claims =
            merged(token.claims.clone(), json!({ "client_id": "1example23456789abcdefghij" }));
        forge(&token.header, &claims, rs256(&pair))
    }
}

/// Requires these exception types for a bad token, an unconfirmed user, a required password reset,
/// a missing client and a deleted user, in this order.
pub(crate) async fn require_token_errors(operation: &str, body: Value, kinds: [&str; 5]) {
    let bearer = Bearer::with(json!({}), &[EMAIL]).await;
    let call = |token: &str| {
        bearer.server.call(operation, merged(json!({ "AccessToken": token }), body.clone()))
    };
    let [bad, unconfirmed, reset, no_client, gone] = kinds;
    call("no.token").await.refused(bad, "Invalid Access Token");
    call(&bearer.of_unknown_client())
        .await
        .refused(no_client, "User pool client 1example23456789abcdefghij does not exist.");
    bearer.set_status("UNCONFIRMED").await;
    call(&bearer.access).await.refused(unconfirmed, "User is not confirmed.");
    bearer.set_status("RESET_REQUIRED").await;
    call(&bearer.access).await.refused(reset, "Password reset required for the user");
    bearer.admin("AdminDeleteUser", json!({})).await.ok();
    call(&bearer.access).await.refused(gone, "User does not exist.");
}

/// Changes the user's row before each commit by somebody else.
#[derive(Default)]
struct Meddling(Mutex<Option<Bearer>>);

impl Faults for Meddling {
    fn on_send(&self, rev: Rev, _send: u32) -> Fault {
        let take = || self.0.lock().unwrap().take();
        let Some(bearer) = take() else { return Fault::Deliver };
        tokio::task::block_in_place(|| {
            tokio::runtime::Handle::current().block_on(async {
                let row = bearer.row().await;
                let mut batch = Batch::new(Rev(row.rev.0.wrapping_add(rev.0) & i64::MAX));
                batch.update(&row);
                assert!(bearer.server.inner().store.commit(batch).await.is_ok());
            });
        });
        *self.0.lock().unwrap() = Some(bearer);
        Fault::Deliver
    }
}

/// The answer to a request whose user is changed by others every time before it commits.
pub(crate) async fn overtaken_each_time<F: Future<Output = Answer>>(
    request: impl FnOnce(Bearer) -> F,
) -> Answer {
    let meddling = Arc::new(Meddling::default());
    let server = TestServer::builder().faults(meddling.clone()).start();
    let bearer = Bearer::at(&server, aliases(), &[EMAIL, ("name", "Alice")]).await;
    *meddling.0.lock().unwrap() = Some(bearer.clone());
    let answer = request(bearer.clone()).await;
    *meddling.0.lock().unwrap() = None;
    bearer.require_attributes(&[EMAIL, ("name", "Alice")]).await;
    assert!(server.messages().await.is_empty());
    answer
}

/// The real username: the `sub` signs in only where it is the username.
async fn username_of(pool: &TestPool, sub: &str) -> String {
    pool.user(sub).await["Username"].as_str().unwrap().to_owned()
}

/// Attributes as requests list them.
pub(crate) fn list(attributes: &[(&str, &str)]) -> Value {
    attributes.iter().map(|(name, value)| json!({ "Name": name, "Value": value })).collect()
}

/// How an answer reports a code sent by email.
pub(crate) fn emailed(destination: &str) -> Value {
    json!({ "AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": destination })
}
