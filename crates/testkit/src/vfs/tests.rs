use rusqlite::{Connection, OpenFlags};

use super::{Fate, FileKind, Recording, Unsynced, What};
use crate::TempDir;

const NEEDLE: &[u8] = b"a needle that occurs nowhere else in the file";

/// A database with one table and an empty log.
fn database(recording: &Recording, dir: &TempDir, synchronous: &str) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let file = dir.path().join("test.db");
    let connection =
        Connection::open_with_flags_and_vfs(file, flags, recording.name()).expect("a database");
    connection.pragma_update(None, "journal_mode", "WAL").expect("a log");
    connection
        .execute_batch(
            "PRAGMA synchronous = FULL; CREATE TABLE t (a BLOB); PRAGMA wal_checkpoint(TRUNCATE)",
        )
        .expect("a table");
    connection.pragma_update(None, "synchronous", synchronous).expect("a setting");
    connection
}

fn insert(connection: &Connection) {
    connection.execute("INSERT INTO t VALUES (?1)", [NEEDLE]).expect("a row");
}

/// Counts the rows of a database in the folder that a power loss left.
fn rows_left(recording: &Recording, unsynced: Unsynced) -> i64 {
    let dir = TempDir::new();
    recording.power_loss(recording.now(), unsynced, dir.path());
    let left = Connection::open(dir.path().join("test.db")).expect("a database");
    let check: String =
        left.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("a check");
    assert_eq!(check, "ok");
    left.query_row("SELECT count(*) FROM t", [], |row| row.get(0)).expect("a table")
}

#[test]
fn a_commit_with_synchronous_full_is_on_disk() {
    let (recording, dir) = (Recording::register(), TempDir::new());
    let connection = database(&recording, &dir, "FULL");
    let then = recording.now();
    assert_eq!(recording.fate(then, NEEDLE), Fate::Unwritten);
    insert(&connection);
    assert_eq!(recording.fate(then, NEEDLE), Fate::Synced);
    assert_eq!(recording.unsynced(FileKind::Log), 0);
    assert_eq!(rows_left(&recording, Unsynced::Lost), 1);
    assert_eq!(recording.fate(recording.now(), NEEDLE), Fate::Unwritten, "only later writes count");
}

/// What the store's tests would see if its `synchronous` were below FULL.
#[test]
fn a_commit_with_synchronous_normal_is_not_on_disk() {
    let (recording, dir) = (Recording::register(), TempDir::new());
    let connection = database(&recording, &dir, "NORMAL");
    let then = recording.now();
    insert(&connection);
    assert_eq!(recording.fate(then, NEEDLE), Fate::Unsynced);
    assert!(recording.unsynced(FileKind::Log) > 0);
    assert_eq!(rows_left(&recording, Unsynced::Lost), 0);
    assert_eq!(rows_left(&recording, Unsynced::Kept), 1);
    connection.pragma_update(None, "synchronous", "FULL").expect("a setting");
    insert(&connection);
    assert_eq!(recording.fate(then, NEEDLE), Fate::Synced, "a later sync covers it");
    assert_eq!(rows_left(&recording, Unsynced::Lost), 2);
}

#[test]
fn a_lying_disk_is_detected() {
    let (recording, dir) = (Recording::register(), TempDir::new());
    let connection = database(&recording, &dir, "FULL");
    recording.lose_syncs(FileKind::Log);
    let then = recording.now();
    insert(&connection);
    assert_eq!(recording.fate(then, NEEDLE), Fate::Unsynced);
    assert_eq!(rows_left(&recording, Unsynced::Lost), 0);
}

#[test]
fn a_failed_sync_fails_the_commit() {
    let (recording, dir) = (Recording::register(), TempDir::new());
    let connection = database(&recording, &dir, "FULL");
    recording.fail_syncs(FileKind::Log, 1);
    connection.execute("INSERT INTO t VALUES (?1)", [NEEDLE]).expect_err("no commit");
    insert(&connection);
    assert_eq!(rows_left(&recording, Unsynced::Lost), 1);
}

/// Whichever unsynced writes survive, the log's checksums leave whole transactions only.
#[test]
fn torn_writes_leave_whole_transactions() {
    let (recording, dir) = (Recording::register(), TempDir::new());
    let connection = database(&recording, &dir, "NORMAL");
    for _ in 0..3 {
        insert(&connection);
    }
    let left: Vec<i64> = (0..40).map(|seed| rows_left(&recording, Unsynced::Torn(seed))).collect();
    assert!(left.contains(&0) && left.iter().any(|rows| *rows > 0), "{left:?}");
    let again: Vec<i64> = (0..40).map(|seed| rows_left(&recording, Unsynced::Torn(seed))).collect();
    assert_eq!(left, again, "the seed determines the outcome");
}

/// Closing deletes the log; the deletion may not be durable, which does no harm.
#[test]
fn a_resurrected_log_is_harmless() {
    let (recording, dir) = (Recording::register(), TempDir::new());
    let connection = database(&recording, &dir, "FULL");
    insert(&connection);
    drop(connection);
    let deletes = |recording: &Recording| {
        let is_delete = |what: &What| matches!(what, What::Deleted { .. });
        recording.since(super::Moment(0)).iter().filter(|event| is_delete(&event.what)).count()
    };
    assert!(deletes(&recording) > 0);
    assert_eq!(rows_left(&recording, Unsynced::Lost), 1);
    assert_eq!(rows_left(&recording, Unsynced::Kept), 1);
}
