//! Creates pools, app clients and users, one line each.

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use srp_client::Challenge;

use crate::answer::Answer;
use crate::{SrpClient, TestServer, srp_timestamp};

/// The password of users whose password does not matter to the test.
pub const PASSWORD: &str = "Correct-Horse-1";

/// A user pool. Clones refer to the same pool.
#[derive(Clone)]
pub struct TestPool {
    /// The server it belongs to.
    pub server: TestServer,
    /// Its id.
    pub id: String,
}

/// An app client. Clones refer to the same client.
#[derive(Clone)]
pub struct TestClient {
    /// Its pool.
    pub pool: TestPool,
    /// Its id.
    pub id: String,
    /// Its secret, if it has one.
    pub secret: Option<String>,
}

/// The tokens of a sign-in or a refresh.
#[derive(Debug, Clone)]
pub struct Tokens {
    /// The ID token.
    pub id: String,
    /// The access token.
    pub access: String,
    /// The refresh token; empty after a refresh.
    pub refresh: String,
}

impl Tokens {
    /// The tokens in the answer to a sign-in.
    ///
    /// # Panics
    /// If there are none.
    #[track_caller]
    pub fn of(answer: &Value) -> Self {
        let result =
            answer.get("AuthenticationResult").unwrap_or_else(|| panic!("no tokens: {answer}"));
        let text =
            |name: &str| result.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Self { id: text("IdToken"), access: text("AccessToken"), refresh: text("RefreshToken") }
    }
}

impl TestServer {
    /// Creates a pool with default settings.
    pub async fn pool(&self) -> TestPool {
        self.pool_with(json!({})).await
    }

    /// Creates a pool with these settings.
    pub async fn pool_with(&self, settings: Value) -> TestPool {
        let made =
            self.call("CreateUserPool", merged(json!({ "PoolName": "test" }), settings)).await.ok();
        TestPool { server: self.clone(), id: text(&made, "/UserPool/Id") }
    }

    /// `GetUser` with this token.
    pub async fn get_user(&self, access_token: &str) -> Answer {
        self.call("GetUser", json!({ "AccessToken": access_token })).await
    }
}

impl TestPool {
    /// Calls an operation with this pool's id.
    pub async fn call(&self, operation: &str, body: Value) -> Answer {
        self.server.call(operation, merged(json!({ "UserPoolId": self.id }), body)).await
    }

    /// The same pool on a restarted server.
    pub fn at(&self, server: &TestServer) -> Self {
        Self { server: server.clone(), id: self.id.clone() }
    }

    /// The part of the id after the underscore.
    pub fn name(&self) -> &str {
        self.id.split_once('_').map_or("", |(_, name)| name)
    }

    /// Creates a public client that allows the password, SRP and refresh flows and hides whether
    /// users exist.
    pub async fn client(&self) -> TestClient {
        self.client_with(json!({})).await
    }

    /// Creates a client, with these settings replacing those of [`TestPool::client`].
    pub async fn client_with(&self, settings: Value) -> TestClient {
        let defaults = json!({
            "ClientName": "test",
            "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            "PreventUserExistenceErrors": "ENABLED",
        });
        let made = self.call("CreateUserPoolClient", merged(defaults, settings)).await.ok();
        let secret =
            made.pointer("/UserPoolClient/ClientSecret").and_then(Value::as_str).map(str::to_owned);
        TestClient { pool: self.clone(), id: text(&made, "/UserPoolClient/ClientId"), secret }
    }

    /// Creates a public client whose refresh tokens rotate, with this grace period, and that allows
    /// the password and SRP flows.
    pub async fn rotating_client(&self, grace_seconds: i64) -> TestClient {
        let rotation = json!({ "Feature": "ENABLED", "RetryGracePeriodSeconds": grace_seconds });
        let flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"];
        self.client_with(json!({ "ExplicitAuthFlows": flows, "RefreshTokenRotation": rotation }))
            .await
    }

    /// Creates a user in FORCE_CHANGE_PASSWORD whose temporary password is [`PASSWORD`]; returns
    /// the `sub`.
    pub async fn invited_user(&self, name: &str, attributes: &[(&str, &str)]) -> String {
        let body = json!({
            "Username": name,
            "TemporaryPassword": PASSWORD,
            "MessageAction": "SUPPRESS",
            "UserAttributes": attribute_list(attributes),
        });
        let made = self.call("AdminCreateUser", body).await.ok();
        attribute(&made["User"]["Attributes"], "sub")
    }

    /// Creates a CONFIRMED user whose password is [`PASSWORD`]; returns the `sub`.
    pub async fn confirmed_user(&self, name: &str) -> String {
        self.confirmed_user_with(name, &[]).await
    }

    /// Like [`TestPool::confirmed_user`], with attributes.
    pub async fn confirmed_user_with(&self, name: &str, attributes: &[(&str, &str)]) -> String {
        let sub = self.invited_user(name, attributes).await;
        self.set_password(name, PASSWORD).await;
        sub
    }

    /// Sets a permanent password.
    pub async fn set_password(&self, name: &str, password: &str) {
        let body = json!({ "Username": name, "Password": password, "Permanent": true });
        self.call("AdminSetUserPassword", body).await.ok();
    }

    /// `AdminGetUser`
    pub async fn user(&self, name: &str) -> Value {
        self.call("AdminGetUser", json!({ "Username": name })).await.ok()
    }

    /// The pool's public keys.
    pub async fn jwks(&self) -> Value {
        self.server.document(&format!("/{}/.well-known/jwks.json", self.id)).await
    }
}

impl TestClient {
    /// The same client on a restarted server.
    pub fn at(&self, server: &TestServer) -> Self {
        Self { pool: self.pool.at(server), ..self.clone() }
    }

    /// The server.
    pub fn server(&self) -> &TestServer {
        &self.pool.server
    }

    /// Calls an operation with this client's id.
    pub async fn call(&self, operation: &str, body: Value) -> Answer {
        self.server().call(operation, merged(json!({ "ClientId": self.id }), body)).await
    }

    /// The SECRET_HASH for a username.
    ///
    /// # Panics
    /// If the client has no secret.
    pub fn secret_hash(&self, username: &str) -> String {
        let secret = self.secret.as_ref().expect("a client with a secret");
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        STANDARD.encode(hmac::sign(&key, format!("{username}{}", self.id).as_bytes()))
    }

    /// `InitiateAuth`
    pub async fn initiate(&self, flow: &str, parameters: Value) -> Answer {
        self.call("InitiateAuth", json!({ "AuthFlow": flow, "AuthParameters": parameters })).await
    }

    /// `RespondToAuthChallenge`
    pub async fn respond(
        &self,
        challenge: &str,
        session: Option<&str>,
        responses: Value,
    ) -> Answer {
        let mut body = json!({ "ChallengeName": challenge, "ChallengeResponses": responses });
        if let Some(session) = session {
            body["Session"] = json!(session);
        }
        self.call("RespondToAuthChallenge", body).await
    }

    /// `AdminInitiateAuth`
    pub async fn admin_initiate(&self, flow: &str, parameters: Value) -> Answer {
        let body = json!({ "ClientId": self.id, "AuthFlow": flow, "AuthParameters": parameters });
        self.pool.call("AdminInitiateAuth", body).await
    }

    /// `AdminRespondToAuthChallenge`
    pub async fn admin_respond(
        &self,
        challenge: &str,
        session: Option<&str>,
        responses: Value,
    ) -> Answer {
        let body = json!({
            "ClientId": self.id,
            "ChallengeName": challenge,
            "ChallengeResponses": responses,
            "Session": session,
        });
        self.pool.call("AdminRespondToAuthChallenge", body).await
    }

    /// Signs in with ADMIN_USER_PASSWORD_AUTH.
    pub async fn admin_password(&self, name: &str, password: &str) -> Answer {
        self.admin_initiate(
            "ADMIN_USER_PASSWORD_AUTH",
            json!({ "USERNAME": name, "PASSWORD": password }),
        )
        .await
    }

    /// Signs in with USER_PASSWORD_AUTH.
    pub async fn password(&self, name: &str, password: &str) -> Answer {
        self.initiate("USER_PASSWORD_AUTH", json!({ "USERNAME": name, "PASSWORD": password })).await
    }

    /// Signs in with USER_SRP_AUTH; returns the answer of the last step.
    pub async fn srp(&self, name: &str, password: &str) -> Answer {
        let client = SrpClient::new([7; 32]);
        let begun = self.srp_begin(&client, name).await;
        let Ok(challenge) = &begun.result else { return begun };
        let responses = self.srp_responses(&client, challenge, password);
        self.respond("PASSWORD_VERIFIER", None, responses).await
    }

    /// The first step of USER_SRP_AUTH.
    pub async fn srp_begin(&self, client: &SrpClient, name: &str) -> Answer {
        self.initiate("USER_SRP_AUTH", json!({ "USERNAME": name, "SRP_A": client.public_hex() }))
            .await
    }

    /// A client's responses to a PASSWORD_VERIFIER challenge.
    pub fn srp_responses(&self, client: &SrpClient, challenge: &Value, password: &str) -> Value {
        let parameter = |name: &str| text(challenge, &format!("/ChallengeParameters/{name}"));
        let (user_id, salt, public_b) =
            (parameter("USER_ID_FOR_SRP"), parameter("SALT"), parameter("SRP_B"));
        let (secret_block, timestamp) =
            (parameter("SECRET_BLOCK"), srp_timestamp(self.server().now()));
        let challenge = Challenge {
            pool_name: self.pool.name(),
            user_id: &user_id,
            salt: &salt,
            public_b: &public_b,
            secret_block: &secret_block,
            timestamp: &timestamp,
        };
        let signature = client.claim(password, &challenge);
        json!({
            "USERNAME": user_id,
            "PASSWORD_CLAIM_SECRET_BLOCK": secret_block,
            "PASSWORD_CLAIM_SIGNATURE": signature,
            "TIMESTAMP": timestamp,
        })
    }

    /// Refreshes with REFRESH_TOKEN_AUTH.
    pub async fn refresh(&self, refresh_token: &str) -> Answer {
        self.initiate("REFRESH_TOKEN_AUTH", json!({ "REFRESH_TOKEN": refresh_token })).await
    }

    /// `GetTokensFromRefreshToken`
    pub async fn get_tokens(&self, refresh_token: &str) -> Answer {
        self.call("GetTokensFromRefreshToken", json!({ "RefreshToken": refresh_token })).await
    }

    /// Revokes a refresh token and its family.
    pub async fn revoke(&self, refresh_token: &str) -> Answer {
        self.call("RevokeToken", json!({ "Token": refresh_token })).await
    }

    /// Signs in a user whose password is [`PASSWORD`].
    pub async fn tokens(&self, name: &str) -> Tokens {
        Tokens::of(&self.password(name, PASSWORD).await.ok())
    }

    /// `SignUp` with [`PASSWORD`].
    pub async fn sign_up(&self, name: &str, attributes: &[(&str, &str)]) -> Answer {
        let body = json!({
            "Username": name, "Password": PASSWORD, "UserAttributes": attribute_list(attributes)
        });
        self.call("SignUp", body).await
    }

    /// `ConfirmSignUp`
    pub async fn confirm(&self, name: &str, code: &str) -> Answer {
        self.call("ConfirmSignUp", json!({ "Username": name, "ConfirmationCode": code })).await
    }
}

/// `base` with the members of `over` replaced or added; `null` removes a member.
///
/// # Panics
/// If either is not an object.
pub fn merged(base: Value, over: Value) -> Value {
    let (Value::Object(mut base), Value::Object(over)) = (base, over) else {
        panic!("two objects")
    };
    base.extend(over);
    base.retain(|_, value| !value.is_null());
    Value::Object(base)
}

fn attribute_list(attributes: &[(&str, &str)]) -> Value {
    attributes.iter().map(|(name, value)| json!({ "Name": name, "Value": value })).collect()
}

fn attribute(list: &Value, name: &str) -> String {
    let found =
        list.as_array().and_then(|list| list.iter().find(|attribute| attribute["Name"] == name));
    found.map(|found| text(found, "/Value")).unwrap_or_else(|| panic!("no {name} in {list}"))
}

fn text(value: &Value, pointer: &str) -> String {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("no text {pointer} in {value}"))
        .to_owned()
}
