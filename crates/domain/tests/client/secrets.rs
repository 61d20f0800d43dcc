use domain::Time;
use domain::client::{
    AppClient, SecretChoice, SecretRefusal, StoredSecret, secret_choice, secret_hash,
    secret_hash_matches, secret_matches,
};
use serde_json::{Value, json};
use wire::idp::CreateUserPoolClientRequest;

use crate::fixture::{NOW, client, pool};

const SECRET: &str = "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdef";
const CLIENT: &str = "1example23456789abcdefghij";
const HASH: &str = "fXjc+dvHWkmjh0g3xRedONLPDOmJ3veQEGykjgi/pAA=";

#[test]
fn the_secret_hash_matches_the_guide() {
    assert_eq!(secret_hash(SECRET, "alice", CLIENT), HASH);
    assert!(secret_hash_matches(SECRET, "alice", CLIENT, HASH));
}

#[test]
fn nothing_else_matches_the_secret_hash() {
    let wrong = [
        (SECRET, "alice", CLIENT, ""),
        (SECRET, "alice", CLIENT, "fXjc"),
        (SECRET, "Alice", CLIENT, HASH),
        ("x", "alice", CLIENT, HASH),
    ];
    for (secret, username, client, given) in wrong {
        assert!(!secret_hash_matches(secret, username, client, given));
    }
    assert!(
        !secret_hash_matches(SECRET, "alice", CLIENT, &HASH.replace('=', "")),
        "the padding is part of it"
    );
    assert!(!secret_hash_matches("", "", "", ""));
}

#[test]
fn a_plain_secret_matches_only_itself() {
    assert!(secret_matches(SECRET, SECRET));
    for wrong in ["", &SECRET[..51], &SECRET.to_uppercase(), &format!("{SECRET} ")] {
        assert!(!secret_matches(SECRET, wrong), "{wrong}");
    }
}

#[test]
fn a_client_that_is_to_have_a_secret_never_counts_as_public() {
    let pool = pool(&json!({}));
    let public = client(&pool, &json!({ "GenerateSecret": false }));
    assert!(!public.has_secret());
    for members in [json!({ "GenerateSecret": true }), json!({ "ClientSecret": SECRET })] {
        let mut client = client(&pool, &members);
        assert!(client.has_secret(), "before the secret is added");
        assert!(
            client.settings.client_secret.is_none() && client.settings.generate_secret.is_none()
        );
        assert!(!client.to_doc().contains(SECRET));
        let secret = |id: &str| StoredSecret {
            id: id.to_owned(),
            created: NOW,
            sealed: b"sealed-bytes".to_vec(),
        };
        assert!(client.add_secret(secret("1")) && client.add_secret(secret("2")));
        assert!(!client.add_secret(secret("3")), "two at most");
        assert_eq!(client.secrets.len(), 2);
        assert!(!format!("{client:?}").contains(&format!("{:?}", b"sealed-bytes".to_vec())));
        client.secrets.clear();
        assert!(client.has_secret());
    }
}

#[test]
fn the_request_chooses_the_secret() {
    let choice = |members: Value| {
        let request: CreateUserPoolClientRequest =
            wire::decode_stored(&members.to_string()).unwrap();
        secret_choice(&request)
    };
    assert_eq!(choice(json!({})), Ok(SecretChoice::None));
    assert_eq!(choice(json!({ "GenerateSecret": true })), Ok(SecretChoice::Generate));
    let given = choice(json!({ "GenerateSecret": false, "ClientSecret": SECRET }));
    assert!(!format!("{given:?}").contains(SECRET));
    assert_eq!(given, Ok(SecretChoice::Given(SECRET.into())));
}

fn added(client: &mut AppClient, now: Time) -> String {
    let id = client.new_secret_id(now).unwrap();
    assert!(client.add_secret(StoredSecret { id: id.clone(), created: now, sealed: Vec::new() }));
    id
}

/// However many secrets are added and removed within a millisecond, or after the clock is set back.
#[test]
fn no_secret_id_is_issued_twice() {
    let mut client = client(&pool(&json!({})), &json!({ "GenerateSecret": true }));
    let mut ids = vec![added(&mut client, NOW)];
    assert_eq!(ids, [format!("{CLIENT}--{}", NOW.millis())]);
    for now in [NOW, NOW, Time(NOW.millis() - 1_000), NOW.plus_seconds(1), NOW.plus_seconds(1)] {
        // As when it is next read from the store.
        client = AppClient::from_doc(&client.pool_id, CLIENT, &client.to_doc()).unwrap();
        ids.push(added(&mut client, now));
        client.remove_secret(&ids[ids.len() - 1]).unwrap();
    }
    let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len(), "{ids:?}");
    assert_eq!(ids[4], format!("{CLIENT}--{}", NOW.millis() + 1_000));
}

/// Written by a server that could not add secrets.
#[test]
fn a_missing_last_secret_number_is_taken_from_the_secrets() {
    let mut client = client(&pool(&json!({})), &json!({ "GenerateSecret": true }));
    added(&mut client, NOW);
    let doc = client.to_doc();
    let (before, _) = doc.split_once(",\"last_secret\"").unwrap();
    assert_eq!(AppClient::from_doc(&client.pool_id, CLIENT, &format!("{before}}}")), Ok(client));
    assert_eq!(
        AppClient::from_doc("p", CLIENT, &format!("{before},\"last_secret\":\"x\"}}"))
            .unwrap_err()
            .member,
        "last_secret"
    );
}

#[test]
fn a_client_with_a_secret_has_one_or_two() {
    let public = client(&pool(&json!({})), &json!({}));
    assert_eq!(public.new_secret_id(NOW), Err(SecretRefusal::Public));
    let mut client = client(&pool(&json!({})), &json!({ "GenerateSecret": true }));
    let first = added(&mut client, NOW);
    assert_eq!(client.remove_secret(&first), Err(SecretRefusal::Last));
    assert_eq!(client.remove_secret("other"), Err(SecretRefusal::Unknown));
    let second = added(&mut client, NOW);
    assert_eq!(client.new_secret_id(NOW), Err(SecretRefusal::TooMany));
    assert_eq!(client.remove_secret(&first), Ok(()));
    assert_eq!(client.secrets.iter().map(|secret| &secret.id).collect::<Vec<_>>(), [&second]);
    assert_eq!(client.remove_secret(&first), Err(SecretRefusal::Unknown));
    assert!(client.has_secret());
}
