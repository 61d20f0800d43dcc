//! What the version that made a fixture answered, this version answers.

use serde_json::{Map, Value, json};
use testkit::{Answer, Jwt, PASSWORD, Tokens};

use super::fixture::{Fixture, is_postgres, on_each, text};

/// Requires everything that was recorded; a later version may add members.
#[track_caller]
fn require(answer: Answer, recorded: &Value, what: &str) {
    match recorded.get("refusal") {
        Some(refusal) => answer.refused(&text(&refusal["kind"]), &text(&refusal["message"])),
        None => {
            let mut recorded = in_order(recorded["output"].clone());
            flag_contacts(&mut recorded);
            let output = in_order(answer.ok());
            if let Err(place) = holds(&output, &recorded) {
                panic!("{what}: {place}\nanswered {output}\nrecorded {recorded}");
            }
        }
    }
}

/// Version 0.1.0 showed no flag for an address that was never verified. Attributes are in the order
/// of their names, after `sub`.
fn flag_contacts(recorded: &mut Value) {
    match recorded {
        Value::Array(items) => {
            for contact in ["email", "phone_number"] {
                let flag = format!("{contact}_verified");
                let place = |name: &str| items.iter().position(|one| one["Name"] == name);
                if let (Some(at), None) = (place(contact), place(&flag)) {
                    let is_value = items.get(at).is_some_and(|one| one.get("Value").is_some());
                    if is_value {
                        items.insert(at + 1, json!({ "Name": flag, "Value": "false" }));
                    }
                }
            }
            items.iter_mut().for_each(flag_contacts);
        }
        Value::Object(members) => members.values_mut().for_each(flag_contacts),
        _ => {}
    }
}

/// Users are listed in the order of their pool's parts, and a pool has more parts on PostgreSQL.
/// The order of the standard attributes has changed since 0.1.0, and the lists of an app client
/// were described as given, and are described sorted now.
fn in_order(mut output: Value) -> Value {
    let schema = output.pointer_mut("/UserPool/SchemaAttributes").and_then(Value::as_array_mut);
    if let Some(schema) = schema {
        schema.sort_by_key(|attribute| attribute["Name"].to_string());
    }
    if let Some(users) = output.get_mut("Users").and_then(Value::as_array_mut) {
        users.sort_by_key(|user| user["Username"].to_string());
    }
    let client = output.get_mut("UserPoolClient").and_then(Value::as_object_mut);
    for list in client.into_iter().flat_map(Map::values_mut).filter_map(Value::as_array_mut) {
        list.sort_by_key(ToString::to_string);
    }
    output
}

/// Fails at the first recorded member that `output` lacks or answers differently.
fn holds(output: &Value, recorded: &Value) -> Result<(), String> {
    match (output, recorded) {
        (Value::Object(output), Value::Object(recorded)) => {
            recorded.iter().try_for_each(|(name, recorded)| {
                let output = output.get(name).unwrap_or(&Value::Null);
                if is_random(name) && output.is_string() {
                    return Ok(());
                }
                holds(output, recorded).map_err(|place| format!(".{name}{place}"))
            })
        }
        (Value::Array(output), Value::Array(recorded)) if output.len() == recorded.len() => {
            let mut pairs = output.iter().zip(recorded).enumerate();
            pairs.try_for_each(|(at, (output, recorded))| {
                holds(output, recorded).map_err(|place| format!("[{at}]{place}"))
            })
        }
        _ if output == recorded => Ok(()),
        _ => Err(format!(" is {output}, and was {recorded}")),
    }
}

/// Members with a new value in every answer.
fn is_random(member: &str) -> bool {
    ["AccessToken", "IdToken", "RefreshToken", "PaginationToken", "NextToken"].contains(&member)
}

fn entries<'a>(fixture: &'a Fixture, member: &str) -> &'a Map<String, Value> {
    fixture.recorded[member].as_object().expect("entries")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_is_listed_and_described_as_it_was() {
    on_each(async |fixture| {
        let server = &fixture.server;
        server.deep_doctor().await;
        for recorded in fixture.recorded["reads"].as_array().expect("reads") {
            let operation = text(&recorded["operation"]);
            // A page token points into one part of a pool, and `copy` moves users to other parts.
            if recorded["input"].get("PaginationToken").is_some() && is_postgres() {
                continue;
            }
            let answer = server.call(&operation, recorded["input"].clone()).await;
            require(answer, recorded, &format!("{operation} {}", recorded["input"]));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn key_sets_are_as_they_were() {
    on_each(async |fixture| {
        for (name, recorded) in entries(fixture, "key_sets") {
            assert_eq!(&fixture.pool(name).jwks().await, recorded, "{name}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn users_sign_in_or_are_refused_as_before() {
    on_each(async |fixture| {
        for (name, recorded) in entries(fixture, "sign_ins") {
            let answer = fixture.server.call("InitiateAuth", recorded["input"].clone()).await;
            require(answer, recorded, name);
        }
        fixture.server.deep_doctor().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn srp_sign_ins_end_as_before() {
    on_each(async |fixture| {
        for (name, recorded) in entries(fixture, "srp_sign_ins") {
            let password = text(&recorded["input"]["password"]);
            require(fixture.client("public").srp(name, &password).await, recorded, name);
        }
        fixture.server.deep_doctor().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn either_secret_of_an_app_client_is_good() {
    on_each(async |fixture| {
        let mut client = fixture.client("secret");
        let second = text(&fixture.recorded["clients"]["secret"]["second_secret"]);
        for secret in [client.secret.clone(), Some(second)] {
            client.secret = secret;
            let parameters = json!({
                "USERNAME": "alice",
                "PASSWORD": PASSWORD,
                "SECRET_HASH": client.secret_hash("alice"),
            });
            Tokens::of(&client.initiate("USER_PASSWORD_AUTH", parameters).await.ok());
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn refresh_tokens_are_good_or_refused_as_before() {
    on_each(async |fixture| {
        for (name, recorded) in entries(fixture, "refreshes") {
            let tokens = &fixture.recorded["tokens"][name];
            let client = fixture.client(&text(&tokens["client"]));
            let answer = client.get_tokens(&text(&tokens["refresh"])).await;
            let is_good = answer.is_ok();
            require(answer.clone(), recorded, name);
            if is_good {
                fixture.server.get_user(&Tokens::of(&answer.ok()).access).await.ok();
            }
        }
        fixture.server.deep_doctor().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn access_tokens_are_good_or_refused_as_before() {
    on_each(async |fixture| {
        for (name, recorded) in entries(fixture, "get_users") {
            let access = text(&fixture.recorded["tokens"][name]["access"]);
            require(fixture.server.get_user(&access).await, recorded, name);
        }
    })
    .await;
}

/// What a refresh keeps: every claim but the times and the id of the token.
fn kept(token: &Jwt) -> Value {
    let mut claims = token.claims.clone();
    for claim in ["iat", "exp", "jti"] {
        claims.as_object_mut().expect("claims").remove(claim);
    }
    json!({ "kid": token.header["kid"], "claims": claims })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refreshed_token_has_the_claims_and_key_of_the_old_one() {
    on_each(async |fixture| {
        for (name, client) in [("alice", "public"), ("tracked", "shop")] {
            let tokens = &fixture.recorded["tokens"][name];
            let client = fixture.client(client);
            let refreshed = client.get_tokens(&text(&tokens["refresh"])).await.ok();
            let old = Jwt::decode(&text(&tokens["access"]));
            let new = Jwt::decode(&Tokens::of(&refreshed).access);
            assert_eq!(kept(&new), kept(&old), "{name}");
            let key_set = client.pool.jwks().await;
            assert!(old.is_signed_by(&key_set) && new.is_signed_by(&key_set), "{name}");
        }
    })
    .await;
}
