use domain::Rng;
use domain::names::{
    AliasKind, LookupKind, looks_like_email, looks_like_phone, lookup_value, normalise, sub_of,
};

use crate::fixture::odd_text;

#[test]
fn email_addresses_are_distinguished_from_other_texts() {
    for good in [
        "a@b",
        "ada@example.com",
        "a.b+c@x-y.example",
        "o'neil@example.com",
        "ü@bücher.example",
        "उ@उदाहरण.भारत",
    ] {
        assert!(looks_like_email(good), "{good}");
    }
    for bad in [
        "",
        "@",
        "a",
        "a@",
        "@b",
        "a@b.",
        "a@.b",
        "a@b..c",
        "a b@c",
        "a@b c",
        "a@b@c",
        "a@b\n",
        "\"a\"@b",
        "a,b@c",
        "a;b@c",
        "<a@b>",
        "a@[127.0.0.1]",
        "a\u{202e}@b",
        "a@b\u{200b}",
        "a@b/c",
        "a＠b",
    ] {
        assert!(!looks_like_email(bad), "{bad}");
    }
}

#[test]
fn phone_numbers_are_plus_and_up_to_fifteen_digits() {
    for good in ["+1", "+15555550100", "+123456789012345"] {
        assert!(looks_like_phone(good), "{good}");
    }
    for bad in
        ["", "+", "15555550100", "+1234567890123456", "+1 555", "+1-555", "++1", "+１２", "+1a"]
    {
        assert!(!looks_like_phone(bad), "{bad}");
    }
}

#[test]
fn case_matters_only_if_the_pool_says_so() {
    assert_eq!(normalise("Ada", true), "Ada");
    assert_eq!(normalise("Ada", false), "ada");
    assert_eq!(normalise("ΟΔΟΣ", false), normalise("οδοσ", false), "a sigma at the end is a sigma");
    assert_eq!(normalise("ＡＤＡ", false), "ada", "full width folds");
    assert_eq!(normalise("e\u{301}", true), "\u{e9}", "one letter, however it is typed");
}

#[test]
fn lookups_are_keyed_by_kind() {
    let email = "Ada@Example.com";
    assert_eq!(lookup_value(AliasKind::Email, email, true), email);
    assert_eq!(lookup_value(AliasKind::Email, email, false), "ada@example.com");
    assert_eq!(lookup_value(AliasKind::PhoneNumber, "+１２", false), "+１２");
    assert_eq!(lookup_value(AliasKind::PreferredUsername, "Ada", false), "ada");
    assert_eq!(lookup_value(LookupKind::Username, "Ada", false), "ada");
    let kinds = [
        LookupKind::Username,
        AliasKind::Email.into(),
        AliasKind::PhoneNumber.into(),
        AliasKind::PreferredUsername.into(),
    ];
    assert_eq!(kinds.map(LookupKind::as_str), ["username", "email", "phone_number", "username"]);
    assert_eq!(
        LookupKind::from(AliasKind::PreferredUsername),
        LookupKind::Username,
        "neither may pass for the other"
    );
}

#[test]
fn long_values_are_keyed_by_their_hash() {
    let longest = "x".repeat(512);
    assert_eq!(lookup_value(LookupKind::Username, &longest, true), longest);
    let key = lookup_value(LookupKind::Username, &"x".repeat(513), true);
    assert_eq!(key, "sha256:35ade0090e64e74d6ad04204009c23a4e34b82bdf0f4f317fbcc5f26f9b10241");
    // No two values share a key.
    assert_ne!(lookup_value(LookupKind::Username, &key, true), key);
}

/// Not every engine can store NUL in text.
#[test]
fn no_key_contains_nul() {
    for kind in [LookupKind::Username, AliasKind::Email.into(), AliasKind::PhoneNumber.into()] {
        let keys = ["a\0", "a", "a\0\0", "\0"].map(|name| lookup_value(kind, name, false));
        assert!(keys.iter().all(|key| !key.contains('\0')), "{keys:?}");
        assert!((1..4).all(|at| !keys[..at].contains(&keys[at])), "{keys:?}");
    }
}

#[test]
fn a_name_longer_than_any_valid_one_is_hashed_unexamined() {
    let ligature = "\u{fdfa}";
    assert_eq!(
        normalise(&ligature.repeat(682), true).chars().count(),
        682 * 18,
        "2,046 bytes are normalised"
    );
    let long = ligature.repeat(683);
    assert!(normalise(&long, true).starts_with("sha256:"));
    assert_eq!(normalise(&long, true), normalise(&long, false));
}

#[test]
fn odd_texts_have_stable_short_keys() {
    let rng = Rng::seeded(7);
    for _ in 0..4_000 {
        let text = odd_text(&rng);
        let _ = (looks_like_email(&text), looks_like_phone(&text));
        for case_sensitive in [true, false] {
            let once = normalise(&text, case_sensitive);
            assert_eq!(normalise(&once, case_sensitive), once, "{text:?}");
            for kind in
                [LookupKind::Username, AliasKind::Email.into(), AliasKind::PhoneNumber.into()]
            {
                assert!(lookup_value(kind, &text.repeat(20), case_sensitive).len() <= 512);
            }
        }
    }
}

#[test]
fn a_sub_is_a_uuid_in_any_spelling_with_the_same_normal_form() {
    let sub = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
    assert_eq!(sub_of(sub).as_deref(), Some(sub));
    assert_eq!(sub_of(&sub.to_uppercase()).as_deref(), Some(sub));
    assert_eq!(sub_of(&sub.replace('1', "１").replace('-', "－")).as_deref(), Some(sub));
    for other in [
        "",
        "ada",
        "0a1b2c3d4e5f6789abcdef0123456789",
        "0a1b2c3d-4e5f-6789-abcd-ef012345678",
        "0a1b2c3d-4e5f-6789-abcd-ef01234567890",
        "0a1b2c3d-4e5f-6789-abcde-f0123456789",
        "0a1b2c3d-4e5f-6789-abcd-ef012345678g",
        "0a1b2c3d-4e5f-6789-abcd-ef012345678é",
        " 0a1b2c3d-4e5f-6789-abcd-ef0123456789",
    ] {
        assert_eq!(sub_of(other), None, "{other}");
    }
    assert_eq!(sub_of(&"a".repeat(5_000)), None);
}
