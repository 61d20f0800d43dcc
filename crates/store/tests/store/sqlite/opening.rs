//! What opening refuses, without overwriting anything.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

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
async fn a_missing_folder_is_created() {
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
    connection
        .execute("INSERT INTO schema_migrations VALUES (99, 'of the future')", [])
        .expect("a row");
    drop(connection);
    let before = fs::read(place.file()).expect("the file");
    let refusal = refusal(&place);
    assert!(
        matches!(refusal, OpenError::NewerSchema { found: 99, known } if known < 99),
        "{refusal}"
    );
    assert!(refusal.to_string().contains("schema 99"), "{refusal}");
    assert!(fs::read(place.file()).expect("the file") == before, "the file is unchanged");
}

/// Inspecting an older schema does not change it.
#[tokio::test]
async fn a_folders_schema_is_read_without_changing_it() {
    let place = SqliteFolder::new();
    assert_eq!(store::folder_schema(place.dir()).expect("a schema"), 0);
    assert_eq!(store::folder_schema(&place.dir().join("missing")).expect("a schema"), 0);
    assert_eq!(fs::read_dir(place.dir()).expect("the folder").count(), 0, "nothing was created");
    let store = place.open();
    assert!(matches!(store::folder_schema(place.dir()), Err(OpenError::Locked { .. })));
    store.close().await;
    let connection = Connection::open(place.file()).expect("the file");
    let set = |sql: &str| assert_eq!(connection.execute(sql, []).expect("a row"), 1);
    for found in [5, 4, 3] {
        let before = fs::read(place.file()).expect("the file");
        assert_eq!(store::folder_schema(place.dir()).expect("a schema"), found);
        assert!(fs::read(place.file()).expect("the file") == before, "the file is unchanged");
        set(&format!("DELETE FROM schema_migrations WHERE number = {found}"));
    }
    set("INSERT INTO schema_migrations VALUES (99, 'of the future')");
    assert!(matches!(
        store::folder_schema(place.dir()),
        Err(OpenError::NewerSchema { found: 99, .. })
    ));
}

/// A log left by a crash stays where it is; next to an emptied database SQLite would delete it.
#[tokio::test]
async fn inspecting_a_folder_keeps_the_log() {
    let place = SqliteFolder::new();
    place.open().close().await;
    let log = place.dir().join("poolkeeper.db-wal");
    let writing = Connection::open(place.file()).expect("the file");
    writing.execute("DELETE FROM schema_migrations WHERE number = 5", []).expect("a row");
    let (database, left) =
        (fs::read(place.file()).expect("the file"), fs::read(&log).expect("the log"));
    assert!(!left.is_empty());
    drop(writing);
    fs::write(place.file(), &database).expect("the file as it was");
    fs::write(&log, &left).expect("the log as it was");
    assert_eq!(store::folder_schema(place.dir()).expect("a schema"), 4);
    assert!(fs::read(&log).expect("the log") == left, "the log is unchanged");
    assert!(fs::read(place.file()).expect("the file") == database, "the file is unchanged");
    for empty in [true, false] {
        if empty {
            fs::write(place.file(), "").expect("an empty file");
        } else {
            fs::remove_file(place.file()).expect("the file");
        }
        assert!(matches!(store::folder_schema(place.dir()), Err(OpenError::Corrupt { .. })));
        assert!(fs::read(&log).expect("the log") == left, "the log is unchanged");
    }
}

#[tokio::test]
async fn another_programs_database_is_refused() {
    let place = SqliteFolder::new();
    let connection = Connection::open(place.file()).expect("the file");
    connection.execute_batch("CREATE TABLE users (id)").expect("a table");
    drop(connection);
    let before = fs::read(place.file()).expect("the file");
    assert!(matches!(refusal(&place), OpenError::Foreign { .. }));
    assert!(fs::read(place.file()).expect("the file") == before, "the file is unchanged");
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
    for damaged in
        [header, schema, b"not a database, but a text that is long enough to be read".to_vec()]
    {
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

/// SQLite treats an empty file as a new database, and would delete the log that holds the data.
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

/// Not even root may create a folder or file in the kernel's own file systems.
#[test]
fn an_unwritable_folder_is_refused() {
    for dir in ["/proc/sys/poolkeeper", "/proc/sys"] {
        let refusal = Store::open(Options::sqlite(Path::new(dir))).err().expect("a refusal");
        assert!(
            matches!(refusal, OpenError::ReadOnly { .. } | OpenError::Failed { .. }),
            "{refusal}"
        );
        assert!(refusal.to_string().contains(dir), "{refusal}");
    }
    let place = SqliteFolder::new();
    let file = place.dir().join("file");
    fs::write(&file, b"a file").expect("a file");
    let refusal = Store::open(Options::sqlite(&file)).err().expect("a refusal");
    assert!(matches!(refusal, OpenError::Failed { .. }), "{refusal}");
    assert_eq!(fs::read(&file).expect("the file"), b"a file");
}

/// Permissions do not bind root: run as root, the test runs itself again as the user nobody.
#[tokio::test]
async fn read_only_data_are_refused_and_kept() {
    if fs::metadata("/proc/self").expect("this process").uid() == 0 {
        return as_nobody("sqlite::opening::read_only_data_are_refused_and_kept");
    }
    let place = SqliteFolder::new();
    place.open().close().await;
    let before = fs::read(place.file()).expect("the file");
    for (read_only, mode) in [
        (place.file(), 0o444),
        (place.dir().join("poolkeeper.lock"), 0o444),
        (place.dir().to_owned(), 0o555),
    ] {
        let sound = fs::metadata(&read_only).expect("the file").permissions();
        fs::set_permissions(&read_only, fs::Permissions::from_mode(mode)).expect("permissions");
        let outcome = Store::open(place.options());
        fs::set_permissions(&read_only, sound).expect("permissions");
        let Err(refusal) = outcome else { panic!("{} was opened", read_only.display()) };
        assert!(
            matches!(refusal, OpenError::ReadOnly { .. }),
            "{}: {refusal}",
            read_only.display()
        );
        assert!(fs::read(place.file()).expect("the file") == before);
    }
    drop(place.open());
}

/// Runs one test of this binary as the user nobody, from a copy that this user can reach.
fn as_nobody(test: &str) {
    let place = SqliteFolder::new();
    fs::set_permissions(place.dir(), fs::Permissions::from_mode(0o777)).expect("permissions");
    let copy = place.dir().join("tests");
    fs::copy(std::env::current_exe().expect("this program"), &copy)
        .expect("a copy of this program");
    let output = Command::new(&copy)
        .args(["--exact", test, "--nocapture"])
        .env("TMPDIR", place.dir())
        .current_dir(place.dir())
        .uid(65_534)
        .gid(65_534)
        .output()
        .expect("the copy runs");
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && report.contains("1 passed"),
        "{report}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
