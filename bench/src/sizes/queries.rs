//! The queries, and the pool they run on.

use std::sync::Arc;

use serde_json::{Value, json};

use super::crowd;
use crate::api::Api;
use crate::load::{Amount, Client, Request};
use crate::scene::{PASSWORD, text};

const CLIENTS: usize = 8;
/// Users that sign in, in addition to the crowd.
const SIGNERS: usize = 16;
/// Number of different requests per query.
const VARIANTS: usize = 64;

/// A pool before it is filled.
pub(crate) struct Pool {
    pub(super) pool_id: String,
    client_id: String,
    /// The number of partitions that the engine spreads users over.
    pub(super) parts: i64,
    pub(super) users: usize,
}

impl Pool {
    /// Creates the pool, the app client and the users that sign in.
    pub(crate) fn make(mut api: Api, users: usize, parts: i64) -> Result<Self, String> {
        let schema = json!([{ "Name": "team", "AttributeDataType": "String", "Mutable": true }]);
        let pool = api.call("CreateUserPool", &json!({ "PoolName": "sizes", "Schema": schema }))?;
        let pool_id = text(&pool, "/UserPool/Id")?;
        let client = json!({
            "UserPoolId": pool_id, "ClientName": "sizes",
            "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"]
        });
        let client_id =
            text(&api.call("CreateUserPoolClient", &client)?, "/UserPoolClient/ClientId")?;
        api.call("CreateGroup", &json!({ "UserPoolId": pool_id, "GroupName": crowd::GROUP }))?;
        for at in 0..SIGNERS {
            let user = json!({
                "UserPoolId": pool_id, "Username": signer(at), "MessageAction": "SUPPRESS"
            });
            api.call("AdminCreateUser", &user)?;
            let password = json!({
                "UserPoolId": pool_id, "Username": signer(at), "Password": PASSWORD,
                "Permanent": true
            });
            api.call("AdminSetUserPassword", &password)?;
        }
        Ok(Self { pool_id, client_id, parts, users })
    }
}

fn signer(at: usize) -> String {
    format!("signer-{at}")
}

/// A kind of request.
pub(crate) struct Query {
    pub(crate) name: &'static str,
    rounds: usize,
    operation: &'static str,
    /// What a correct answer contains.
    contains: &'static str,
    inputs: Inputs,
}

enum Inputs {
    /// The input with this number.
    Each(fn(&Pool, usize) -> Value),
    /// Consecutive pages, starting with this input, and the member that holds the page token in the
    /// answer and in the next input.
    Chain(fn(&Pool) -> Value, &'static str),
}

impl Query {
    pub(super) fn amount(&self) -> Amount {
        Amount { clients: CLIENTS, rounds: self.rounds }
    }

    /// The requests as bytes, signed if the server requires it.
    pub(super) fn requests(&self, pool: &Pool, api: &mut Api) -> Result<Arc<[Vec<u8>]>, String> {
        let inputs: Vec<Value> = match self.inputs {
            Inputs::Each(input) => (0..VARIANTS).map(|at| input(pool, at)).collect(),
            Inputs::Chain(first, token) => chain(api, self.operation, first(pool), token)?,
        };
        Ok(inputs.iter().map(|input| api.request(self.operation, input)).collect())
    }

    pub(super) fn client(&self, requests: &Arc<[Vec<u8>]>, index: usize) -> Box<dyn Client> {
        Box::new(Request::every(requests, index, CLIENTS, self.contains))
    }
}

/// The inputs for the full pages of a list.
fn chain(api: &mut Api, operation: &str, first: Value, token: &str) -> Result<Vec<Value>, String> {
    let mut inputs = vec![first];
    while inputs.len() < VARIANTS {
        let Some(last) = inputs.last().cloned() else { break };
        let page = api.call(operation, &last)?;
        let Some(next) = page.get(token).cloned() else { break };
        let mut input = last;
        if let Some(members) = input.as_object_mut() {
            members.insert(token.to_owned(), next);
        }
        inputs.push(input);
    }
    // The last page may be short.
    inputs.pop();
    Ok(inputs)
}

/// All queries, in the order of the report.
pub(crate) const QUERIES: [Query; 6] = [
    Query {
        name: "ListUsers, page of 60",
        rounds: 4_000,
        operation: "ListUsers",
        contains: "\"Users\":[{",
        inputs: Inputs::Chain(|pool| json!({ "UserPoolId": pool.pool_id }), "PaginationToken"),
    },
    Query {
        name: "ListUsers, email prefix, 10 found",
        rounds: 8_000,
        operation: "ListUsers",
        contains: "\"Users\":[{",
        inputs: Inputs::Each(|pool, at| {
            filtered(pool, &format!("email ^= \"{}\"", crowd::email_prefix(at, pool.users)))
        }),
    },
    Query {
        name: "ListUsers, rare status, 10 found",
        rounds: 8_000,
        operation: "ListUsers",
        contains: "RESET_REQUIRED",
        inputs: Inputs::Each(|pool, _| filtered(pool, "cognito:user_status = \"RESET_REQUIRED\"")),
    },
    Query {
        name: "ListUsers, custom attribute, 20 found",
        rounds: 8_000,
        operation: "ListUsers",
        contains: "custom:team",
        inputs: Inputs::Each(|pool, at| {
            filtered(pool, &format!("custom:team = \"{}\"", crowd::team(at, pool.users)))
        }),
    },
    Query {
        name: "ListUsersInGroup, page of 60",
        rounds: 4_000,
        operation: "ListUsersInGroup",
        contains: "\"Users\":[{",
        inputs: Inputs::Chain(
            |pool| json!({ "UserPoolId": pool.pool_id, "GroupName": crowd::GROUP }),
            "NextToken",
        ),
    },
    Query {
        name: "USER_PASSWORD_AUTH",
        rounds: 2_000,
        operation: "InitiateAuth",
        contains: "IdToken",
        inputs: Inputs::Each(|pool, at| {
            let parameters = json!({ "USERNAME": signer(at % SIGNERS), "PASSWORD": PASSWORD });
            json!({
                "AuthFlow": "USER_PASSWORD_AUTH", "ClientId": pool.client_id,
                "AuthParameters": parameters
            })
        }),
    },
];

fn filtered(pool: &Pool, filter: &str) -> Value {
    json!({ "UserPoolId": pool.pool_id, "Filter": filter })
}
