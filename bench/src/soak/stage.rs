//! The objects that the load works with.

use serde_json::json;

use super::NODES;
use super::caller::Caller;
use crate::deployment::Deployment;
use crate::scene::text;

/// Groups that exist throughout the soak.
pub(super) const GROUPS: [&str; 4] = ["group-0", "group-1", "group-2", "group-3"];

/// A user pool with an app client and groups.
pub(super) struct Stage<'d> {
    deployment: &'d Deployment,
    pub(super) pool_id: String,
    pub(super) client_id: String,
}

impl<'d> Stage<'d> {
    /// Creates everything.
    pub(super) fn set(deployment: &'d Deployment) -> Result<Self, String> {
        let mut api = deployment.api(0)?;
        let pool = api.call("CreateUserPool", &json!({ "PoolName": "soak" }))?;
        let pool_id = text(&pool, "/UserPool/Id")?;
        let client = api.call("CreateUserPoolClient", &client_input(&pool_id, "soak"))?;
        for group in GROUPS {
            api.call("CreateGroup", &json!({ "UserPoolId": pool_id, "GroupName": group }))?;
        }
        Ok(Self { deployment, client_id: text(&client, "/UserPoolClient/ClientId")?, pool_id })
    }

    /// A client with connections to all nodes.
    pub(super) fn caller(&self) -> Caller {
        Caller::new((0..NODES).filter_map(|node| self.deployment.api(node).ok()).collect())
    }
}

/// The input of `CreateUserPoolClient`.
pub(super) fn client_input(pool_id: &str, name: &str) -> serde_json::Value {
    let flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"];
    json!({
        "UserPoolId": pool_id, "ClientName": name, "ExplicitAuthFlows": flows,
        "EnableTokenRevocation": true,
        "PreventUserExistenceErrors": "ENABLED",
    })
}
