//! A verifier with incomplete or contradictory settings is not built.

use poolkeeper_verify::{Pool, Verifier, VerifierBuilder};

use crate::fixture::{CLIENT, ISSUER, builder, jwks, jwks_of, other_key};

fn pool() -> Pool {
    Pool::issuer(ISSUER).unwrap()
}

#[track_caller]
fn assert_not_built(builder: VerifierBuilder, text: &str) {
    assert_eq!(builder.build().unwrap_err().to_string(), text);
}

#[test]
fn mandatory_settings_are_not_guessed() {
    let client = "choose which app clients are accepted: \
                  client(\"..\"), clients(..) or any_client()";
    assert_not_built(Verifier::builder().pool(pool()).access_tokens(), client);
    let token_use =
        "choose which tokens are accepted: id_tokens(), access_tokens() or id_and_access_tokens()";
    assert_not_built(Verifier::builder().pool(pool()).any_client(), token_use);
    let no_pool = "name a pool: pool(Pool::issuer(..)?) or pool(Pool::cognito(..)?)";
    assert_not_built(Verifier::builder().any_client().access_tokens(), no_pool);
}

#[test]
fn contradictions_and_empty_lists_are_refused() {
    assert_not_built(
        builder().access_tokens().any_client(),
        "name app clients or call any_client(), not both",
    );
    let empty = |what: &str| format!("the list of {what} is empty; leave it out or name one");
    let none: [&str; 0] = [];
    assert_not_built(
        Verifier::builder().pool(pool()).access_tokens().clients(none),
        &empty("app clients"),
    );
    assert_not_built(builder().access_tokens().any_scope(none), &empty("scopes"));
    assert_not_built(builder().access_tokens().all_scopes(none), &empty("scopes"));
    assert_not_built(builder().access_tokens().any_group(none), &empty("groups"));
    assert_not_built(
        builder().id_tokens().any_scope(["a"]),
        "ID tokens have no scopes; require them of access_tokens()",
    );
    for scope in ["a b", "", "a\"b", "a\\b", "\u{e9}"] {
        let text =
            format!("{scope:?} is not a scope; scopes have no spaces, quotes or backslashes");
        assert_not_built(builder().access_tokens().all_scopes(["a", scope]), &text);
    }
    let twice = format!("two pools have the issuer {ISSUER}; name each issuer once");
    assert_not_built(builder().access_tokens().pool(pool()), &twice);
}

#[test]
fn keys_are_not_fetched_over_plain_http() {
    let with = |pool: Pool| Verifier::builder().pool(pool).any_client().access_tokens();
    let clear = Pool::issuer("http://auth.example.com/eu-west-1_AbCdEf123").unwrap();
    let text = "the keys at \
                http://auth.example.com/eu-west-1_AbCdEf123/.well-known/jwks.json \
                would be fetched unprotected; \
                use https, or call allow_plain_http() on a network you trust";
    assert_not_built(with(clear.clone()), text);
    assert!(with(clear.clone()).allow_plain_http().build().is_ok());
    assert!(with(clear.clone()).without_fetching().build().is_ok());
    assert!(with(clear.jwks_uri("https://auth.example.com/jwks").unwrap()).build().is_ok());
    for own in [
        "http://localhost:7665/p",
        "http://127.0.0.1/p",
        "http://127.1.2.3:80/p",
        "http://[::1]:7665/p",
    ] {
        assert!(with(Pool::issuer(own).unwrap()).build().is_ok(), "{own}");
    }
    for other in [
        "http://localhost.example.com/p",
        "http://128.0.0.1/p",
        "http://[::2]/p",
        "http://127.0.0.1.example.com/p",
    ] {
        assert!(with(Pool::issuer(other).unwrap()).build().is_err(), "{other}");
    }
}

#[test]
fn issuers_are_urls() {
    let bad = [
        "",
        "auth.example.com",
        "ftp://auth.example.com",
        "https://",
        "https:///p",
        "https://a.example/p?x=1",
        "https://a.example/#p",
        "https://me@a.example/p",
        "https://a.example/p\"",
        "https://a.example/ p",
        "https://\u{e4}.example/p",
        "/p",
    ];
    for url in bad {
        let text = format!(
            "{url:?} is not a usable URL; \
             give one such as https://auth.example.com/eu-west-1_AbCdEf123"
        );
        assert_eq!(Pool::issuer(url).unwrap_err().to_string(), text);
        assert_eq!(pool().jwks_uri(url).unwrap_err().to_string(), text);
    }
}

#[test]
fn a_pool_id_gives_both_of_amazons_issuers() {
    for id in ["eu-west-1_AbCdEf123", "us-gov-east-1_a1", "eusc-de-east-1_X", "ap-southeast-2_000"]
    {
        let region = id.split_once('_').unwrap().0;
        let verifier = Verifier::builder()
            .pool(Pool::cognito(id).unwrap())
            .client(CLIENT)
            .id_tokens()
            .build()
            .unwrap();
        let issuers: Vec<&str> = verifier.issuers().collect();
        let host = |name: &str| format!("https://{name}.{region}.amazonaws.com/{id}");
        assert_eq!(issuers, [host("cognito-idp"), host("issuer-cognito-idp")]);
    }
    let bad = [
        "",
        "eu-west-1",
        "eu-west-1_",
        "eu-west_AbC",
        "eu-west-12_AbC",
        "EU-west-1_AbC",
        "eu-west-1_Ab-C",
        "eu-west-1_Ab_C",
        "e-west-1_AbC",
        "eu--1_AbC",
        "eusc-eu_A",
        "eu-west-1_\u{e9}",
        "eu.evil/-west-1_AbC",
        "-west-1_A",
    ];
    for id in bad {
        let text = format!("{id:?} is not a user pool id; an id looks like eu-west-1_AbCdEf123");
        assert_eq!(Pool::cognito(id).unwrap_err().to_string(), text);
    }
}

#[test]
fn invalid_jwks_documents_are_refused() {
    let key = other_key().jwk();
    let cases = [
        ("nonsense".to_owned(), "the JWKS is not a JSON object, or repeats a member"),
        (
            r#"{"keys":[],"keys":[]}"#.to_owned(),
            "the JWKS is not a JSON object, or repeats a member",
        ),
        ("{}".to_owned(), "the JWKS has no array `keys` of at most 100 objects"),
        (r#"{"keys":{}}"#.to_owned(), "the JWKS has no array `keys` of at most 100 objects"),
        (r#"{"keys":[1]}"#.to_owned(), "the JWKS has no array `keys` of at most 100 objects"),
        (
            format!(r#"{{"keys":[{}]}}"#, vec!["{}"; 101].join(",")),
            "the JWKS has no array `keys` of at most 100 objects",
        ),
        (r#"{"keys":[]}"#.to_owned(), "the JWKS has no key with a kid"),
        (r#"{"keys":[{"kty":"RSA"}]}"#.to_owned(), "the JWKS has no key with a kid"),
        (format!(r#"{{"keys":[{key},{key}]}}"#), "two keys of the JWKS have the same kid"),
        (" ".repeat(65_537), "the JWKS is longer than 65536 bytes"),
    ];
    let verifier = builder().access_tokens().build().unwrap();
    for (document, text) in cases {
        assert_eq!(pool().jwks(&document).unwrap_err().to_string(), text);
        assert_eq!(verifier.cache_jwks(ISSUER, &document).unwrap_err().to_string(), text);
    }
    let unknown = verifier.cache_jwks("https://other.example/p", &jwks()).unwrap_err().to_string();
    assert_eq!(unknown, "no pool of this verifier has the issuer \"https://other.example/p\"");
    // The previous keys still verify.
    assert!(verifier.verify_cached(&crate::fixture::access_token(serde_json::json!({}))).is_ok());
    assert!(pool().jwks(&jwks_of(&[other_key()])).is_ok());
}
