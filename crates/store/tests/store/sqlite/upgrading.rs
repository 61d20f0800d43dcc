//! The backup that is made before the data of an older version are migrated.

use std::fs;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use store::{OpenError, Options, Store, restore};

use crate::fixtures::*;
use crate::place::{Place, SqliteFolder};

/// Takes the data back to the schema without sessions.
fn take_back(file: &Path) {
    let back = "DROP TABLE sessions; DELETE FROM schema_migrations WHERE number > 2";
    Connection::open(file).expect("the file").execute_batch(back).expect("an older schema");
}

/// A folder with data of schema 2.
async fn older() -> SqliteFolder {
    let place = SqliteFolder::new();
    let store = place.open();
    commit(&store, |batch| batch.insert(&pool()).insert(&user("u"))).await.expect("a commit");
    store.close().await;
    take_back(&place.file());
    place
}

fn options(place: &SqliteFolder, now: i64) -> Options {
    let mut options = Options::sqlite(place.dir());
    options.sqlite.now = now;
    options
}

/// The names of the files that are not the database's own, sorted.
fn backups(place: &SqliteFolder) -> Vec<String> {
    let entries = fs::read_dir(place.dir()).expect("the folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string());
    let mut names: Vec<String> = names.map(|name| name.expect("a name")).collect();
    names.retain(|name| name.contains("backup"));
    names.sort();
    names
}

/// Restores a backup and requires it to have this schema, and the user in it.
async fn require_good(backup: &Path, schema: i64) {
    let elsewhere = SqliteFolder::new();
    let dir = elsewhere.dir().join("restored");
    let restored = restore(backup, &dir, &|| true).expect("a backup");
    assert_eq!(restored.schema, schema);
    assert_eq!(store::folder_schema(&dir).expect("a schema"), schema);
    let connection = Connection::open(dir.join("poolkeeper.db")).expect("the file");
    let sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'sessions'";
    let sessions: i64 = connection.query_row(sql, [], |row| row.get(0)).expect("a count");
    assert_eq!(sessions, 0, "it is the data as they were");
    drop(connection);
    let store = Store::open(Options::sqlite(&dir)).expect("a store");
    assert!(stored(&store, &user("u")).await.is_some());
}

#[tokio::test]
async fn data_of_an_older_schema_are_backed_up_first() {
    let place = older().await;
    let store = Store::open(options(&place, 1_772_600_767_089)).expect("a store");
    let name = "poolkeeper-schema-2-20260304T050607Z.backup";
    let backup = place.dir().join(name);
    assert_eq!(store.upgrade_backup(), Some(backup.as_path()));
    assert!(stored(&store, &user("u")).await.is_some());
    store.close().await;
    assert_eq!(backups(&place), [name]);
    require_good(&backup, 2).await;
    // Once the data are up to date, nothing more is made or removed.
    let store = Store::open(options(&place, 1_772_700_000_000)).expect("a store");
    assert_eq!(store.upgrade_backup(), None);
    store.close().await;
    assert_eq!(backups(&place), [name]);
}

#[tokio::test]
async fn new_data_need_no_backup() {
    let place = SqliteFolder::new();
    let store = place.open();
    assert_eq!(store.upgrade_backup(), None);
    assert_eq!(backups(&place), Vec::<String>::new());
}

#[tokio::test]
async fn migrating_tells_the_backup() {
    let place = older().await;
    let done = store::migrate(&Options::sqlite(place.dir()), 0, "a test").await.expect("done");
    let backup = place.dir().join("poolkeeper-schema-2-19700101T000000Z.backup");
    assert_eq!((done.from, done.backup.as_deref()), (2, Some(backup.as_path())));
    require_good(&backup, 2).await;
    let again = store::migrate(&Options::sqlite(place.dir()), 0, "a test").await.expect("done");
    assert_eq!((again.from, again.backup), (done.to, None));
}

#[tokio::test]
async fn without_a_backup_nothing_is_changed() {
    let place = older().await;
    // What is in the way is no file that a killed process could have left.
    let blocked = place.dir().join("poolkeeper-schema-2-19700101T000000Z.backup.partial");
    fs::create_dir(&blocked).expect("a folder");
    let before = fs::read(place.file()).expect("the file");
    let Err(refused) = Store::open(options(&place, 0)) else { panic!("it was opened") };
    assert!(matches!(refused, OpenError::NotBackedUp { found: 2, .. }), "{refused}");
    assert!(refused.to_string().contains("store.backup_before_upgrade"), "{refused}");
    assert_eq!(store::folder_schema(place.dir()).expect("a schema"), 2);
    assert!(fs::read(place.file()).expect("the file") == before, "the file is unchanged");
    let mut without = options(&place, 0);
    without.sqlite.backup_before_migration = false;
    let store = Store::open(without).expect("a store");
    assert_eq!(store.upgrade_backup(), None);
    assert!(stored(&store, &user("u")).await.is_some());
}

/// The earlier backup is the only way back until the migration has succeeded.
#[tokio::test]
async fn an_earlier_backup_is_kept_until_the_migration_is_done() {
    let place = older().await;
    Store::open(options(&place, 1_000)).expect("a store").close().await;
    let first = backups(&place);
    take_back(&place.file());
    let set = |sql: &str| {
        Connection::open(place.file()).expect("the file").execute_batch(sql).expect("a statement");
    };
    // In the way of the table that the migration creates.
    set("CREATE INDEX sessions ON users (username)");
    let Err(refused) = Store::open(options(&place, 2_000)) else { panic!("it was opened") };
    assert!(matches!(refused, OpenError::Failed { .. }), "{refused}");
    assert_eq!(backups(&place).len(), 2);
    assert!(backups(&place).contains(&first[0]), "{:?}", backups(&place));
    set("DROP INDEX sessions");
    Store::open(options(&place, 3_000)).expect("a store").close().await;
    assert_eq!(backups(&place), ["poolkeeper-schema-2-19700101T000003Z.backup"]);
}

/// Pages that a failure of power left damaged: a copy of them must not replace a good backup.
#[tokio::test]
async fn damaged_data_are_neither_backed_up_nor_migrated() {
    let place = older().await;
    Store::open(options(&place, 1_000)).expect("a store").close().await;
    let good = backups(&place);
    take_back(&place.file());
    let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'users'";
    let connection = Connection::open(place.file()).expect("the file");
    let page: i64 = connection.query_row(root, [], |row| row.get(0)).expect("a page");
    let size: i64 = connection.query_row("PRAGMA page_size", [], |row| row.get(0)).expect("a size");
    drop(connection);
    let file = fs::File::options().write(true).open(place.file()).expect("the file");
    let at = u64::try_from((page - 1) * size).expect("an offset");
    file.write_all_at(&[0xff; 100], at).expect("written");
    let Err(refused) = Store::open(options(&place, 2_000)) else { panic!("it was opened") };
    assert!(matches!(refused, OpenError::Corrupt { .. }), "{refused}");
    assert!(refused.to_string().contains(&good[0]), "{refused}");
    assert_eq!(backups(&place), good);
    assert_eq!(store::folder_schema(place.dir()).expect("a schema"), 2);
    require_good(&place.dir().join(&good[0]), 2).await;
}

/// Nothing partial outlives the next start, whether that makes a backup or not.
#[tokio::test]
async fn parts_of_a_backup_are_removed_by_every_start() {
    let place = older().await;
    let part = place.dir().join("poolkeeper-schema-2-20260101T000000Z.backup.partial");
    let mut without = options(&place, 0);
    without.sqlite.backup_before_migration = false;
    for _ in 0..2 {
        fs::write(&part, "half of the data").expect("a file");
        Store::open(without.clone()).expect("a store").close().await;
        assert_eq!(backups(&place), Vec::<String>::new());
    }
}

/// A start that was killed while it wrote the backup leaves a part of it; one that was killed during
/// the migration leaves a backup. Neither keeps the next start from working, nor do they pile up.
#[tokio::test]
async fn killed_starts_leave_nothing_that_piles_up() {
    let place = older().await;
    let at = |time: &str| format!("poolkeeper-schema-2-{time}.backup");
    fs::write(place.dir().join(at("20260101T000000Z") + ".partial"), "half").expect("a file");
    fs::write(place.dir().join("poolkeeper-schema-1-20250101T000000Z.backup"), "").expect("a file");
    fs::write(place.dir().join("mine.backup"), "").expect("a file");
    for (now, time) in
        [(1_772_600_767_089, "20260304T050607Z"), (1_772_600_768_000, "20260304T050608Z")]
    {
        let store = Store::open(options(&place, now)).expect("a store");
        store.close().await;
        let kept = ["mine.backup", "poolkeeper-schema-1-20250101T000000Z.backup", &at(time)];
        assert_eq!(backups(&place), kept);
        // As if the migration had not been committed.
        take_back(&place.file());
    }
    // In the same second.
    Store::open(options(&place, 1_772_600_768_000)).expect("a store").close().await;
    let second = at("20260304T050608Z-2");
    assert_eq!(backups(&place).last(), Some(&second));
    require_good(&PathBuf::from(place.dir()).join(second), 2).await;
}
