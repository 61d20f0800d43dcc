use domain::Time;
use domain::group::{Group, in_precedence_order};
use serde_json::json;
use wire::idp::{CreateGroupRequest, UpdateGroupRequest};

use crate::fixture::{NOW, POOL_ID, encoded};

fn group(name: &str, precedence: Option<i32>, role: Option<&str>) -> Group {
    let request = CreateGroupRequest {
        group_name: name.to_owned(),
        user_pool_id: POOL_ID.to_owned(),
        precedence,
        role_arn: role.map(str::to_owned),
        ..CreateGroupRequest::default()
    };
    Group::create("the-id", NOW, request)
}

#[test]
fn a_group_shows_what_was_set() {
    let bare = json!({ "GroupName": "g", "UserPoolId": POOL_ID, "LastModifiedDate": 1_767_225_600.123, "CreationDate": 1_767_225_600.123 });
    assert_eq!(encoded(&group("g", None, None).describe()), bare);
    let mut full = group("g", Some(0), Some("arn:r"));
    full.description = Some("d".to_owned());
    full.modified = Time(1_767_225_601_000);
    let mut shown = bare;
    shown["Precedence"] = json!(0);
    shown["RoleArn"] = json!("arn:r");
    shown["Description"] = json!("d");
    shown["LastModifiedDate"] = json!(1_767_225_601);
    assert_eq!(encoded(&full.describe()), shown);
}

#[test]
fn an_update_changes_only_what_it_names() {
    let mut before = group("g", Some(3), Some("arn:r"));
    before.description = Some("d".to_owned());
    let later = NOW.plus_seconds(1);
    let none = before.update(later, UpdateGroupRequest::default());
    assert_eq!(none, Group { modified: later, ..before.clone() });
    let zero = UpdateGroupRequest { precedence: Some(0), ..UpdateGroupRequest::default() };
    assert_eq!(before.update(later, zero), Group { precedence: Some(0), ..none.clone() });
    let texts = UpdateGroupRequest {
        description: Some(String::new()),
        role_arn: Some("arn:s".to_owned()),
        ..UpdateGroupRequest::default()
    };
    let expected =
        Group { description: Some(String::new()), role_arn: Some("arn:s".to_owned()), ..none };
    assert_eq!(before.update(later, texts), expected);
}

#[test]
fn a_stored_group_is_read_back_unchanged() {
    for before in [group("g", None, None), group("h", Some(7), Some("arn:\"r"))] {
        let precedence = before.precedence.map(i64::from);
        let after = Group::from_doc(POOL_ID, &before.name, "the-id", precedence, &before.to_doc());
        assert_eq!(after, Ok(before));
    }
    assert_eq!(
        Group::from_doc(POOL_ID, "g", "i", Some(i64::MAX), &group("g", None, None).to_doc())
            .unwrap_err()
            .member,
        "precedence"
    );
    assert!(Group::from_doc(POOL_ID, "g", "i", None, "{\"v\":2}").is_err());
}

#[test]
fn groups_are_listed_by_precedence() {
    let mut groups = [
        group("z", None, None),
        group("b", Some(5), None),
        group("a", None, None),
        group("c", Some(0), None),
    ];
    in_precedence_order(&mut groups);
    assert_eq!(groups.map(|group| group.name), ["c", "b", "a", "z"]);
}
