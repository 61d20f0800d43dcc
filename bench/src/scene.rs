//! The objects that the load works with: a user pool, an app client, users with passwords and
//! tokens.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::api::Api;
use crate::load;

/// Number of users; each client has its own, because one user's checks wait for each other.
pub(crate) const USERS: usize = 64;
pub(crate) const PASSWORD: &str = "Correct-horse-7";

/// The created objects, with the requests that never change.
pub(crate) struct Scene {
    pub(crate) host: String,
    api: Api,
    pub(crate) pool_id: String,
    pub(crate) client_id: String,
    pub(crate) usernames: Vec<String>,
    pub(crate) passwords: Arc<[Vec<u8>]>,
    pub(crate) refreshes: Arc<[Vec<u8>]>,
    pub(crate) profiles: Arc<[Vec<u8>]>,
    pub(crate) jwks: Arc<[Vec<u8>]>,
    pub(crate) discovery: Arc<[Vec<u8>]>,
}

impl Scene {
    /// Creates everything in an empty server.
    pub(crate) fn make(mut api: Api) -> Result<Self, String> {
        let pool = api.call(
            "CreateUserPool",
            &json!({ "PoolName": "bench", "AutoVerifiedAttributes": ["email"] }),
        )?;
        let pool_id = text(&pool, "/UserPool/Id")?;
        let flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"];
        let client = json!({
            "UserPoolId": pool_id, "ClientName": "bench", "ExplicitAuthFlows": flows,
            "PreventUserExistenceErrors": "ENABLED",
        });
        let client_id =
            text(&api.call("CreateUserPoolClient", &client)?, "/UserPoolClient/ClientId")?;
        let (mut usernames, mut passwords, mut refreshes, mut profiles) =
            (vec![], vec![], vec![], vec![]);
        for at in 0..USERS {
            let username = format!("user-{at}");
            make_user(&mut api, &pool_id, &username)?;
            let sign_in = json!({
                "AuthFlow": "USER_PASSWORD_AUTH", "ClientId": client_id,
                "AuthParameters": { "USERNAME": username, "PASSWORD": PASSWORD },
            });
            let signed_in = api.call("InitiateAuth", &sign_in)?;
            let refresh = json!({
                "AuthFlow": "REFRESH_TOKEN_AUTH", "ClientId": client_id,
                "AuthParameters": { "REFRESH_TOKEN": text(&signed_in, "/AuthenticationResult/RefreshToken")? },
            });
            let profile =
                json!({ "AccessToken": text(&signed_in, "/AuthenticationResult/AccessToken")? });
            passwords.push(load::post(&api.host, "InitiateAuth", &sign_in.to_string()));
            refreshes.push(load::post(&api.host, "InitiateAuth", &refresh.to_string()));
            profiles.push(load::post(&api.host, "GetUser", &profile.to_string()));
            usernames.push(username);
        }
        let document = |name: &str| {
            vec![load::get(&api.host, &format!("/{pool_id}/.well-known/{name}"))].into()
        };
        Ok(Self {
            jwks: document("jwks.json"),
            discovery: document("openid-configuration"),
            host: api.host.clone(),
            api,
            pool_id,
            client_id,
            usernames,
            passwords: passwords.into(),
            refreshes: refreshes.into(),
            profiles: profiles.into(),
        })
    }

    /// A request as bytes, freshly signed if the server requires it.
    pub(crate) fn request(&self, operation: &str, input: &Value) -> Vec<u8> {
        self.api.request(operation, input)
    }

    /// A document that needs the database and the pool's keys.
    pub(crate) fn first_answer(&self) -> String {
        format!("/{}/.well-known/jwks.json", self.pool_id)
    }
}

fn make_user(api: &mut Api, pool_id: &str, username: &str) -> Result<(), String> {
    let attributes = json!([
        { "Name": "email", "Value": format!("{username}@example.com") },
        { "Name": "email_verified", "Value": "true" },
    ]);
    let user = json!({
        "UserPoolId": pool_id, "Username": username, "MessageAction": "SUPPRESS",
        "TemporaryPassword": PASSWORD,
        "UserAttributes": attributes,
    });
    api.call("AdminCreateUser", &user)?;
    let password = json!({
        "UserPoolId": pool_id, "Username": username, "Password": PASSWORD, "Permanent": true
    });
    api.call("AdminSetUserPassword", &password).map(drop)
}

/// The text at a JSON pointer.
pub(crate) fn text(value: &Value, at: &str) -> Result<String, String> {
    value
        .pointer(at)
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or_else(|| format!("no {at} in the answer"))
}
