//! `--json`: one document on standard output, with stable names.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use testkit::TempDir;

use crate::commands::{Running, configuration, succeeds};

#[track_caller]
fn document(arguments: &[&str]) -> Value {
    serde_json::from_str(&succeeds(&[arguments, &["--json"]].concat())).unwrap()
}

#[test]
fn keys_backup_and_restore() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let server = Running::dev(Path::new(&path("data")));
    let (pool, data) = (server.pool(), path("data"));
    let listed = document(&["keys", "list", pool, "--data", &data]);
    let key = |at: usize, purpose: &str| {
        let key = &listed["keys"][at];
        assert!(key["signsFrom"].as_str().unwrap().starts_with("20"), "{key}");
        json!({ "kid": key["kid"], "purpose": purpose, "state": "current", "signsFrom": key["signsFrom"], "publishedUntil": null })
    };
    assert_eq!(listed, json!({ "poolId": pool, "keys": [key(0, "id"), key(1, "access")] }));
    let rotated = document(&["keys", "rotate", pool, "--data", &data]);
    assert_eq!(
        rotated,
        json!({ "poolId": pool, "signsFrom": rotated["signsFrom"], "oldKeysUntil": rotated["oldKeysUntil"] })
    );
    let again = document(&["keys", "list", pool, "--data", &data]);
    assert_eq!(
        (&again["keys"][1]["signsFrom"], &again["keys"][0]["publishedUntil"]),
        (&rotated["signsFrom"], &rotated["oldKeysUntil"])
    );

    let backup = document(&["backup", "--to", &path("backup"), "--data", &data]);
    let bytes = fs::metadata(path("backup")).unwrap().len();
    assert_eq!(
        backup,
        json!({ "file": path("backup"), "bytes": bytes, "masterKeys": backup["masterKeys"] })
    );
    let restored = document(&["restore", "--from", &path("backup"), "--data", &path("restored")]);
    let schema = store::newest_schema();
    let expected = json!({
        "from": path("backup"), "data": path("restored"), "schema": schema, "newestSchema": schema, "masterKeys": backup["masterKeys"],
    });
    assert_eq!(restored, expected);
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn master_key_schema_and_copy() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let config = configuration(folder.path(), "a.toml", &["new", "old"]);
    assert_eq!(Running::serve(&config).stop(), Some(0));
    let moved = document(&["rotate-master-key", "--config", &config]);
    let ids =
        [moved["masterKey"].as_str().unwrap().len(), moved["unneeded"][0].as_str().unwrap().len()];
    assert_eq!(ids, [16, 16]);
    let expected = json!({ "masterKey": moved["masterKey"], "pools": 0, "rewrapped": 0, "unneeded": [moved["unneeded"][0]] });
    assert_eq!(moved, expected);
    let schema = store::newest_schema();
    assert_eq!(
        document(&["migrate", "--config", &config]),
        json!({ "store": path("data"), "from": schema, "to": schema, "backup": null })
    );
    let (from, to) = (format!("sqlite:{}", path("data")), format!("sqlite:{}", path("copy")));
    let copied = document(&["copy", "--from", &from, "--to", &to]);
    let tables = copied["tables"].as_array().unwrap();
    assert_eq!((tables.len(), &tables[0]), (23, &json!({ "table": "pools", "rows": 0 })));
    // The server may have written how far it removed expired rows.
    let rows: u64 = tables.iter().filter_map(|table| table["rows"].as_u64()).sum();
    assert_eq!(copied["rows"].as_u64(), Some(rows));
}
