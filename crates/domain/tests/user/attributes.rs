use domain::names::AliasKind::{Email, PhoneNumber};
use domain::user::{Attributes, UserStatus};
use serde_json::json;

use crate::fixture::{attributes, encoded};

#[test]
fn statuses_are_parsed_by_name() {
    for text in
        ["UNCONFIRMED", "CONFIRMED", "FORCE_CHANGE_PASSWORD", "RESET_REQUIRED", "EXTERNAL_PROVIDER"]
    {
        let status = UserStatus::parse(text).unwrap();
        assert_eq!(
            (status.as_str(), status.to_string().as_str(), status.to_wire().as_str()),
            (text, text, text)
        );
    }
    for unused in ["ARCHIVED", "COMPROMISED", "UNKNOWN", "confirmed", ""] {
        assert_eq!(UserStatus::parse(unused), None);
    }
}

#[test]
fn responses_list_sub_first() {
    let own = attributes(&[("email", "a@b"), ("address", "x"), ("custom:t", "1")]);
    let list: Vec<_> = own.to_wire("the-sub").iter().map(encoded).collect();
    let entry = |name: &str, value: &str| json!({ "Name": name, "Value": value });
    let expected = [
        entry("sub", "the-sub"),
        entry("address", "x"),
        entry("custom:t", "1"),
        entry("email", "a@b"),
        entry("email_verified", "false"),
    ];
    assert_eq!(list, expected);
    let shown: Vec<_> =
        own.to_wire_where("s", |name| name == "email").iter().map(encoded).collect();
    assert_eq!(shown, [entry("email", "a@b")]);
}

#[test]
fn stored_attributes_are_read_back_unchanged() {
    let before = attributes(&[("email", "a\"@b"), ("name", "\u{202e}\u{0}\u{1f600}")]);
    let doc = before.to_doc();
    assert_eq!(Attributes::from_doc(&doc).as_ref(), Ok(&before));
    for bad in [
        doc.replace("\"v\":1", "\"v\":2"),
        doc.replace("attributes", "x"),
        "{\"v\":1,\"attributes\":{\"a\":1}}".into(),
        "x".into(),
    ] {
        assert!(Attributes::from_doc(&bad).is_err(), "{bad}");
    }
}

#[test]
fn debug_shows_names_but_no_values() {
    assert_eq!(format!("{:?}", attributes(&[("name", "a@b")])), "{\"name\"}");
}

/// A contact attribute has its flag from the start and as long as it exists; documents of earlier
/// versions lack the flag until the address is verified.
#[test]
fn an_address_always_has_its_flag() {
    let older = r#"{"v":1,"attributes":{"email":"a@b","phone_number":"+1","phone_number_verified":"true"}}"#;
    let mut own = Attributes::from_doc(older).unwrap();
    assert_eq!((own.get("email_verified"), own.is_verified(Email)), (Some("false"), false));
    assert_eq!(
        (own.get("phone_number_verified"), own.is_verified(PhoneNumber)),
        (Some("true"), true)
    );
    own.set_verified(Email, true);
    own.remove("email_verified");
    assert_eq!(own.get("email_verified"), Some("false"), "the address remains, unverified");
    own.remove("email");
    assert_eq!((own.get("email"), own.get("email_verified")), (None, None));
    own.set("email", "c@d");
    assert_eq!(own.get("email_verified"), Some("false"));
    own.set("email_verified", "True");
    own.set("email", "e@f");
    assert_eq!((own.get("email_verified"), own.is_verified(Email)), (Some("True"), true));
    own.set("email_verified", "yes");
    assert!(!own.is_verified(Email));
    assert_eq!(Attributes::default().iter().count(), 0);
}
