use domain::client::{SecretChoice, StoredSecret, secret_choice, secret_hash, secret_hash_matches, secret_matches};
use serde_json::{Value, json};
use wire::idp::CreateUserPoolClientRequest;

use crate::fixture::{NOW, client, pool};

const SECRET: &str = "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdef";
const CLIENT: &str = "1example23456789abcdefghij";
const HASH: &str = "fXjc+dvHWkmjh0g3xRedONLPDOmJ3veQEGykjgi/pAA=";

#[test]
fn the_secret_hash_is_the_guides() {
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
    assert!(!secret_hash_matches(SECRET, "alice", CLIENT, &HASH.replace('=', "")), "the padding belongs to it");
    assert!(!secret_hash_matches("", "", "", ""));
}

#[test]
fn a_plain_secret_matches_itself_alone() {
    assert!(secret_matches(SECRET, SECRET));
    for wrong in ["", &SECRET[..51], &SECRET.to_uppercase(), &format!("{SECRET} ")] {
        assert!(!secret_matches(SECRET, wrong), "{wrong}");
    }
}

#[test]
fn a_client_that_shall_have_a_secret_never_counts_as_public() {
    let pool = pool(&json!({}));
    let public = client(&pool, &json!({ "GenerateSecret": false }));
    assert!(!public.has_secret());
    for members in [json!({ "GenerateSecret": true }), json!({ "ClientSecret": SECRET })] {
        let mut client = client(&pool, &members);
        assert!(client.has_secret(), "before the secret is added");
        assert!(client.settings.client_secret.is_none() && client.settings.generate_secret.is_none());
        assert!(!client.to_doc().contains(SECRET));
        let secret = |id: &str| StoredSecret { id: id.to_owned(), created: NOW, sealed: b"sealed-bytes".to_vec() };
        assert!(client.add_secret(secret("1")) && client.add_secret(secret("2")));
        assert!(!client.add_secret(secret("3")), "two at most");
        assert_eq!(client.secrets.len(), 2);
        assert!(!format!("{client:?}").contains(&format!("{:?}", b"sealed-bytes".to_vec())));
        client.secrets.clear();
        assert!(client.has_secret());
    }
}

#[test]
fn the_request_says_which_secret() {
    let choice = |members: Value| {
        let request: CreateUserPoolClientRequest = wire::decode_stored(&members.to_string()).unwrap();
        secret_choice(&request)
    };
    assert_eq!(choice(json!({})), Ok(SecretChoice::None));
    assert_eq!(choice(json!({ "GenerateSecret": true })), Ok(SecretChoice::Generate));
    let given = choice(json!({ "GenerateSecret": false, "ClientSecret": SECRET }));
    assert!(!format!("{given:?}").contains(SECRET));
    assert_eq!(given, Ok(SecretChoice::Given(SECRET.into())));
}
