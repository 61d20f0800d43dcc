//! Operations as clients call them on a server that may crash.

use serde_json::{Value, json};
use testkit::Refusal;

/// No complete answer arrived: the request may or may not have been done.
#[derive(Debug)]
pub(super) struct Lost;

/// What an operation answered.
pub(super) type Answer = Result<Value, Refusal>;

/// A connection to a server.
pub(super) trait Api {
    /// Calls an operation; [`Lost`] if the server crashed before the answer arrived.
    fn call(&mut self, operation: &str, body: &Value) -> Result<Answer, Lost>;

    /// Calls an operation on a server that does not crash.
    fn ask(&mut self, operation: &str, body: &Value) -> Answer {
        self.call(operation, body).unwrap_or_else(|Lost| panic!("{operation}: the server is gone"))
    }
}

/// The pool that all clients use.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) pool_id: String,
    pub(super) client_id: String,
}

/// The groups of the pool.
pub(super) const GROUPS: [&str; 2] = ["editors", "readers"];

impl Scene {
    /// Creates the pool, its client and its groups.
    pub(super) fn make(api: &mut impl Api) -> Self {
        let ok = |answer: Answer| answer.unwrap_or_else(|refusal| panic!("{refusal}"));
        let made = ok(api.ask(
            "CreateUserPool",
            &json!({ "PoolName": "crashes", "AutoVerifiedAttributes": ["email"] }),
        ));
        let pool_id = text(&made, "/UserPool/Id");
        let flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"];
        let client =
            json!({ "UserPoolId": pool_id, "ClientName": "c", "ExplicitAuthFlows": flows });
        let made = ok(api.ask("CreateUserPoolClient", &client));
        for group in GROUPS {
            ok(api.ask("CreateGroup", &json!({ "UserPoolId": pool_id, "GroupName": group })));
        }
        Self { pool_id, client_id: text(&made, "/UserPoolClient/ClientId") }
    }
}

/// A string in an answer.
pub(super) fn text(value: &Value, pointer: &str) -> String {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("no {pointer} in {value}"))
        .to_owned()
}
