//! The claims of docs/UPGRADING.md about nodes of two versions on one database.

use std::fs;

use domain::group::Group;
use store::{OpenError, Store};

use super::fixture::{documentation, dumped, recorded, versions};

#[test]
fn the_schema_is_the_documented_one() {
    let newest = store::newest_schema();
    let last = recorded(&versions().pop().unwrap());
    let last = last["schema"].as_i64().unwrap();
    let row = format!("| {} | {newest} |", env!("CARGO_PKG_VERSION"));
    let page = fs::read_to_string(documentation("UPGRADING.md")).unwrap();
    assert!(page.contains(&row), "docs/UPGRADING.md has no row {row}");
    for schema in last + 1..=newest {
        assert!(
            page.contains(&format!("Schema {schema} ")),
            "docs/UPGRADING.md must say whether old nodes may run beside schema {schema}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_of_a_newer_version_is_refused() {
    let (options, schema) = dumped(&versions().pop().unwrap());
    let (known, newer) = (store::newest_schema(), store::newest_schema() + 1);
    testpg::shared().execute(&format!(
        "INSERT INTO {}.schema_migrations (number, name) VALUES ({newer}, 'of a newer version')",
        schema.name()
    ));
    let store = Store::open(options.clone()).unwrap();
    let served = store.require_schema().await.unwrap_err();
    let migrated = store::migrate(&options, 0, "the test").await.unwrap_err();
    for refusal in [served, migrated] {
        assert!(matches!(refusal, OpenError::NewerSchema { .. }), "{refusal}");
        let numbers = [format!("schema {newer}"), known.to_string()];
        let text = refusal.to_string();
        assert!(numbers.iter().all(|number| text.contains(number)), "{text}");
    }
}

/// A stored group after this version has read and written it.
fn rewritten(doc: &str) -> Option<String> {
    let group = Group::from_doc("eu-west-1_Fixture01", "admins", "id", None, doc).ok()?;
    Some(group.to_doc())
}

#[test]
fn unknown_members_of_a_document_are_lost_when_it_is_rewritten() {
    let known = r#"{"created":1,"modified":2,"v":1}"#;
    let unknown = r#"{"created":1,"modified":2,"of_a_newer_version":true,"v":1}"#;
    assert_eq!(rewritten(known).as_deref(), Some(known));
    assert_eq!(rewritten(unknown).as_deref(), Some(known));
}

#[test]
fn a_document_of_another_format_version_is_refused() {
    assert_eq!(rewritten(r#"{"created":1,"modified":2,"v":2}"#), None);
}
