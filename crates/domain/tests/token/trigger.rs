use std::collections::BTreeMap;

use domain::token::claims::Token::{self, Access, Id};
use domain::token::claims::TriggerMay::{self, Any, ClientIdOnly, Groups, Never, Scopes, Suppress};
use domain::token::claims::{CLAIMS, trigger_may};

/// The developer guide's table of claims that a pre token generation trigger can change.
#[test]
fn what_a_trigger_may_do_to_each_claim() {
    let table: &[(&str, TriggerMay, TriggerMay)] = &[
        ("tier", Any, Any),
        ("email", Any, Any),
        ("email_verified", Any, Any),
        ("address", Any, Any),
        ("updated_at", Any, Any),
        ("custom:tenant", Any, Any),
        ("dev:custom:x", Suppress, Suppress),
        ("scope", Any, Scopes),
        ("cognito:groups", Groups, Groups),
        ("cognito:roles", Groups, Never),
        ("cognito:preferred_role", Groups, Never),
        ("cognito:username", Never, Never),
        ("cognito:anything", Never, Never),
        ("aud", Never, ClientIdOnly),
    ];
    for (name, id, access) in table {
        assert_eq!((trigger_may(Id, name), trigger_may(Access, name)), (*id, *access), "{name}");
    }
}

#[test]
fn reserved_claims_are_reserved_in_both_tokens() {
    let reserved = "acr amr at_hash auth_time azp client_id device_key event_id exp iat identities iss jti nbf nonce origin_jti sub token_use username version";
    for name in reserved.split(' ') {
        assert_eq!((trigger_may(Id, name), trigger_may(Access, name)), (Never, Never), "{name}");
    }
}

#[test]
fn no_claim_has_two_rows_for_one_token() {
    let mut rows: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    for row in CLAIMS {
        for token in [Token::Id, Token::Access] {
            if row.tokens.include(token) {
                *rows.entry((row.name, token == Token::Id)).or_default() += 1;
            }
        }
    }
    assert!(rows.values().all(|count| *count == 1), "{rows:?}");
}
