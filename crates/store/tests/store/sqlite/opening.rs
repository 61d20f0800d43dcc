//! What is refused at opening, and that nothing is overwritten.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use store::{OpenError, Options, Store};

use crate::fixtures::*;
use crate::place::{Place, SqliteFolder};

fn refusal(place: &SqliteFolder) -> OpenError {
    Store::open(place.options()).err().expect("a refusal")
}

#[tokio::test]
async fn a_folder_belongs_to_one_store() {
    let place = SqliteFolder::new();
    let store = place.open();
    let second = refusal(&place);
    assert!(matches!(&second, OpenError::Locked { dir } if dir == place.dir()));
    assert!(second.to_string().contains(&place.dir().display().to_string()), "{second}");
    let clone = store.clone();
    drop(store);
    assert!(matches!(refusal(&place), OpenError::Locked { .. }), "a clone still uses it");
    clone.close().await;
    let reopened = place.open();
    drop(reopened);
    drop(place.open());
}

#[tokio::test]
async fn a_missing_folder_is_made() {
    let place = SqliteFolder::new();
    let dir = place.dir().join("a/b");
    let store = Store::open(Options::sqlite(&dir)).expect("the place opens");
    store.close().await;
    assert!(dir.join("poolkeeper.db").is_file());
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    let place = SqliteFolder::new();
    place.open().close().await;
    let connection = Connection::open(place.file()).expect("the file");
    connection.execute("INSERT INTO schema_migrations VALUES (99, 'of the future')", []).expect("a row");
    drop(connection);
    let before = fs::read(place.file()).expect("the file");
    let refusal = refusal(&place);
    assert!(matches!(refusal, OpenError::NewerSchema { found: 99, known } if known < 99), "{refusal}");
    assert!(refusal.to_string().contains("schema 99"), "{refusal}");
    assert_eq!(fs::read(place.file()).expect("the file"), before);
}

#[tokio::test]
async fn another_programs_database_is_refused() {
    let place = SqliteFolder::new();
    let connection = Connection::open(place.file()).expect("the file");
    connection.execute_batch("CREATE TABLE users (id)").expect("a table");
    drop(connection);
    let before = fs::read(place.file()).expect("the file");
    assert!(matches!(refusal(&place), OpenError::Foreign { .. }));
    assert_eq!(fs::read(place.file()).expect("the file"), before);
}

#[tokio::test]
async fn a_damaged_file_is_refused_and_kept() {
    let place = SqliteFolder::new();
    let store = place.open();
    commit(&store, |batch| batch.insert(&user("u"))).await.expect("a commit");
    store.close().await;
    let sound = fs::read(place.file()).expect("the file");
    let mut header = sound.clone();
    header[..16].fill(b'x');
    let mut schema = sound.clone();
    schema[100..4_096].fill(0xff);
    for damaged in [header, schema, b"not a database, but a text that is long enough to be read".to_vec()] {
        fs::write(place.file(), &damaged).expect("the file");
        let refusal = refusal(&place);
        assert!(matches!(refusal, OpenError::Corrupt { .. }), "{refusal}");
        assert!(refusal.to_string().contains("poolkeeper.db"), "{refusal}");
        assert!(fs::read(place.file()).expect("the file") == damaged, "nothing is overwritten");
    }
    fs::write(place.file(), &sound).expect("the file");
    let store = place.open();
    assert!(stored(&store, &user("u")).await.is_some());
}

/// SQLite takes an empty file for a new database, and would drop the log that holds the data.
#[tokio::test]
async fn a_log_without_its_database_is_refused_and_kept() {
    let place = SqliteFolder::new();
    let log = place.dir().join("poolkeeper.db-wal");
    fs::write(place.file(), b"").expect("the file");
    fs::write(&log, b"what is left").expect("the log");
    assert!(matches!(refusal(&place), OpenError::Corrupt { .. }));
    fs::remove_file(place.file()).expect("the file");
    assert!(matches!(refusal(&place), OpenError::Corrupt { .. }));
    assert_eq!(fs::read(&log).expect("the log"), b"what is left");
    fs::remove_file(&log).expect("the log");
    fs::write(place.file(), b"").expect("the file");
    drop(place.open());
}

/// Nobody, not even root, may make a folder or file in the kernel's own file systems.
#[test]
fn a_folder_that_cannot_be_written_is_refused() {
    for dir in ["/proc/sys/poolkeeper", "/proc/sys"] {
        let refusal = Store::open(Options::sqlite(Path::new(dir))).err().expect("a refusal");
        assert!(matches!(refusal, OpenError::ReadOnly { .. } | OpenError::Failed { .. }), "{refusal}");
        assert!(refusal.to_string().contains(dir), "{refusal}");
    }
    let place = SqliteFolder::new();
    let file = place.dir().join("file");
    fs::write(&file, b"a file").expect("a file");
    let refusal = Store::open(Options::sqlite(&file)).err().expect("a refusal");
    assert!(matches!(refusal, OpenError::Failed { .. }), "{refusal}");
    assert_eq!(fs::read(&file).expect("the file"), b"a file");
}

/// A database opened through a VFS that lets it only be read.
#[tokio::test]
async fn a_database_that_cannot_be_written_is_refused() {
    let place = SqliteFolder::new();
    place.open().close().await;
    let before = fs::read(place.file()).expect("the file");
    let mut permissions = fs::metadata(place.file()).expect("the file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(place.file(), permissions).expect("permissions");
    let probe = fs::File::options().write(true).open(place.file()).is_ok();
    match Store::open(place.options()) {
        Ok(store) => {
            assert!(probe, "only root writes to a file that is read-only");
            store.close().await;
        }
        Err(refusal) => assert!(matches!(refusal, OpenError::ReadOnly { .. }), "{refusal}"),
    }
    assert_eq!(fs::read(place.file()).expect("the file"), before);
}
