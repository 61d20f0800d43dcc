//! Exports a user pool as a seed: the requests that recreate its settings, app clients, groups and
//! users.

use std::sync::Arc;

use operations::export;
use pools::Server;
use serde_json::{Map, Value, json};
use wire::Service;

use super::{Outcome, Reply};
use crate::aws_json::own_call;
use crate::seed::{Format, MOST_BYTES, Seed, Step, escaped, render};

/// Name of the pool in the seed.
const NAME: &str = "pool";
/// The maximum number of users in a seed.
pub const MOST_USERS: u64 = 10_000;
/// Error for a seed larger than `dev` reads.
pub const TOO_LARGE: &str = "The seed would be larger than dev accepts; lower --users.";
/// Page size.
const PAGE: u64 = 60;

/// A result whose error is the reply to send.
type Made<T> = Result<T, Reply>;

/// Exports the pool as JSON.
pub(super) async fn seed(server: &Arc<Server>, pool_id: &str, users: u64, secrets: bool) -> Reply {
    let steps = match steps(server, pool_id, users, secrets).await {
        Ok(steps) => steps,
        Err(reply) => return reply,
    };
    let text = render(&Seed { steps }, Format::Json, &[]);
    if text.len() > MOST_BYTES {
        return Reply::Refused(TOO_LARGE.to_owned());
    }
    Reply::Done(Outcome::Seed(text))
}

async fn steps(server: &Arc<Server>, pool_id: &str, users: u64, secrets: bool) -> Made<Vec<Step>> {
    let requests = export::pool(server, pool_id, secrets).await;
    let requests = requests.map_err(|unreadable| {
        Reply::Failed(format!("The pool cannot be read: {}.", unreadable.0))
    })?;
    let requests =
        requests.ok_or_else(|| Reply::Refused(format!("There is no user pool {pool_id}.")))?;
    let by_contact =
        requests.first().is_some_and(|create| create.input.contains_key("UsernameAttributes"));
    let mut steps: Vec<Step> =
        requests.into_iter().map(|made| step(made.operation, made.id, made.input)).collect();
    steps.extend(groups(server, pool_id).await?);
    let mut pages = Pages::new(
        "ListUsers",
        "Users",
        json!({ "UserPoolId": pool_id, "Limit": PAGE.min(users.max(1)) }),
    );
    let mut taken = 0;
    while taken < users {
        let Some(page) = pages.next(server).await? else { break };
        for user in page {
            if taken == users {
                break;
            }
            taken += 1;
            if taken > MOST_USERS {
                return Err(Reply::Refused(format!(
                    "A seed can have at most {MOST_USERS} users; limit the number with --users."
                )));
            }
            steps.extend(user_steps(server, pool_id, &user, by_contact).await?);
        }
    }
    Ok(steps)
}

/// A step that refers to the pool by name.
fn step(operation: &str, id: Option<String>, input: Map<String, Value>) -> Step {
    let mut input: Map<String, Value> =
        input.into_iter().map(|(name, value)| (name, as_is(value))).collect();
    let is_pool = operation == "CreateUserPool";
    if !is_pool {
        input.insert("UserPoolId".to_owned(), json!(format!("${{{NAME}.UserPool.Id}}")));
    }
    Step { operation: operation.to_owned(), name: is_pool.then(|| NAME.to_owned()), id, input }
}

/// Escapes all strings in a value, so that they contain no references.
fn as_is(value: Value) -> Value {
    match value {
        Value::String(text) => Value::from(escaped(&text)),
        Value::Array(items) => items.into_iter().map(as_is).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, value)| (name, as_is(value))).collect()
        }
        other => other,
    }
}

async fn groups(server: &Arc<Server>, pool_id: &str) -> Made<Vec<Step>> {
    let mut pages =
        Pages::new("ListGroups", "Groups", json!({ "UserPoolId": pool_id, "Limit": PAGE }));
    let mut steps = Vec::new();
    while let Some(page) = pages.next(server).await? {
        for group in page {
            let settings = ["GroupName", "Description", "RoleArn", "Precedence"];
            let input = settings
                .iter()
                .filter_map(|name| Some(((*name).to_owned(), group.get(*name)?.clone())))
                .collect();
            steps.push(step("CreateGroup", None, input));
        }
    }
    Ok(steps)
}

async fn user_steps(
    server: &Arc<Server>,
    pool_id: &str,
    user: &Value,
    by_contact: bool,
) -> Made<Vec<Step>> {
    let attributes: Vec<(&str, &str)> = attributes_of(user);
    let find =
        |name: &str| attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    let (sub, shown) = (
        find("sub").unwrap_or_default(),
        user.get("Username").and_then(Value::as_str).unwrap_or_default(),
    );
    // If users sign up with an email address or phone number, the server makes up `Username`.
    let username =
        if by_contact { find("email").or_else(|| find("phone_number")) } else { Some(shown) };
    let username = username.ok_or_else(|| {
        let what = "has neither an email address nor a phone number to recreate it with";
        Reply::Refused(format!(
            "The user {shown} {what}; add one, or export without users (--users none)."
        ))
    })?;
    let set = attributes.iter().filter(|(name, _)| !matches!(*name, "sub" | "identities"));
    let set: Vec<Value> =
        set.map(|(name, value)| json!({ "Name": name, "Value": value })).collect();
    let mut create = object(json!({ "Username": username, "MessageAction": "SUPPRESS" }));
    if !set.is_empty() {
        create.insert("UserAttributes".to_owned(), json!(set));
    }
    let mut steps = vec![step("AdminCreateUser", Some(sub.to_owned()), create)];
    for group in memberships(server, pool_id, shown).await? {
        steps.push(step(
            "AdminAddUserToGroup",
            None,
            object(json!({ "Username": username, "GroupName": group })),
        ));
    }
    if user.get("Enabled") == Some(&Value::Bool(false)) {
        steps.push(step("AdminDisableUser", None, object(json!({ "Username": username }))));
    }
    Ok(steps)
}

fn attributes_of(user: &Value) -> Vec<(&str, &str)> {
    let attributes =
        user.get("Attributes").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    attributes
        .iter()
        .filter_map(|one| Some((one.get("Name")?.as_str()?, one.get("Value")?.as_str()?)))
        .collect()
}

/// The names of a user's groups, sorted.
async fn memberships(server: &Arc<Server>, pool_id: &str, username: &str) -> Made<Vec<String>> {
    let input = json!({ "UserPoolId": pool_id, "Username": username, "Limit": PAGE });
    let mut pages = Pages::new("AdminListGroupsForUser", "Groups", input);
    let mut names = Vec::new();
    while let Some(page) = pages.next(server).await? {
        names.extend(
            page.iter().filter_map(|group| group.get("GroupName")?.as_str().map(str::to_owned)),
        );
    }
    names.sort();
    Ok(names)
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// The pages of a list.
struct Pages {
    operation: &'static str,
    items: &'static str,
    input: Value,
    is_last: bool,
}

impl Pages {
    fn new(operation: &'static str, items: &'static str, input: Value) -> Self {
        Self { operation, items, input, is_last: false }
    }

    /// The items of the next page; `None` after the last one.
    async fn next(&mut self, server: &Arc<Server>) -> Made<Option<Vec<Value>>> {
        if self.is_last {
            return Ok(None);
        }
        let failed = |why: String| {
            Reply::Failed(format!(
                "The pool cannot be read: {}: {}.",
                self.operation,
                why.trim_end_matches('.')
            ))
        };
        let operation = wire::operation(Service::Idp, self.operation)
            .ok_or_else(|| failed("no such operation".to_owned()))?;
        let mut answer = own_call::call(server, operation, None, self.input.clone())
            .await
            .map_err(|why| failed(why.to_string()))?;
        // ListUsers names its token differently.
        let token = ["PaginationToken", "NextToken"]
            .into_iter()
            .find_map(|name| Some((name, answer.get(name)?.clone())));
        match (token, &mut self.input) {
            (Some((name, token)), Value::Object(input)) => {
                drop(input.insert(name.to_owned(), token));
            }
            _ => self.is_last = true,
        }
        match answer.get_mut(self.items).map(Value::take) {
            Some(Value::Array(items)) => Ok(Some(items)),
            _ => Ok(Some(Vec::new())),
        }
    }
}
