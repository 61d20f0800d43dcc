//! Starts on the data folder of an earlier version: the backup that is made first, and a seed that
//! it died while applying.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;
use serde_json::{Value, json};
use testkit::PASSWORD;

use crate::program::{Dev, start, succeeds};
use crate::seeds::Place;

/// One folder per version; see tests/upgrade/README.md.
const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/upgrade/fixtures");

/// Restores a version's backup to the folder `data`, with its master key and journal.
fn restored(version: &Path) -> Place {
    let place = Place::new();
    let (backup, data) = (version.join("backup.db"), place.path("data"));
    succeeds(&["restore", "--from", backup.to_str().unwrap(), "--data", &data]);
    for name in ["master.key", "seeds.journal"] {
        let file = Path::new(&data).join(name);
        fs::copy(version.join(name), &file).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    }
    place
}

/// The schema of the first version's data, as far as this test is concerned.
const OLDER: i64 = 2;

/// Takes the data of a folder back to an older schema.
fn take_back(data: &str) {
    let back = "DROP TABLE sessions; DROP TABLE IF EXISTS clock_marks; \
                DROP TABLE IF EXISTS networks; DELETE FROM schema_migrations WHERE number > 2";
    let connection = Connection::open(Path::new(data).join("poolkeeper.db")).unwrap();
    connection.execute_batch(back).unwrap();
}

fn backups(data: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.to_str().unwrap().contains("poolkeeper-schema-")).collect()
}

/// The schema of a backup, and of what it is restored to.
fn restored_schema(place: &Place, backup: &Path) -> i64 {
    let to = place.path("back");
    succeeds(&["restore", "--from", backup.to_str().unwrap(), "--data", &to]);
    let schema = store::folder_schema(Path::new(&to)).unwrap();
    let connection = Connection::open(Path::new(&to).join("poolkeeper.db")).unwrap();
    let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert!(count("SELECT count(*) FROM users") > 0);
    assert_eq!(count("SELECT count(*) FROM sqlite_schema WHERE name = 'sessions'"), 0);
    schema
}

#[test]
fn a_start_on_older_data_makes_a_backup_first() {
    for version in fs::read_dir(FIXTURES).unwrap().map(|entry| entry.unwrap().path()) {
        let place = restored(&version);
        let data = place.path("data");
        take_back(&data);
        let start = || Dev::start(Path::new(&data), &[], "").stop();
        start();
        let made = backups(&data);
        assert_eq!(made.len(), 1, "{made:?}");
        assert_eq!(fs::metadata(&made[0]).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(restored_schema(&place, &made[0]), OLDER);
        // The next start changes nothing.
        start();
        assert_eq!(backups(&data), made);
        succeeds(&["doctor", "--deep", "--data", &data]);
    }
}

/// Starts `dev`, and kills it as soon as a backup appears in the folder, or part of one, or it
/// listens.
fn killed_while_upgrading(data: &str) {
    let mut child = start(&["dev", "--listen", "127.0.0.1:0", "--data", data, "--empty"]);
    let out = BufReader::new(child.stdout.take().unwrap());
    let listens = Arc::new(AtomicBool::new(false));
    let reading = {
        let listens = Arc::clone(&listens);
        std::thread::spawn(move || {
            for line in out.lines() {
                let is_address = line.is_ok_and(|line| line.contains("http://"));
                listens.fetch_or(is_address, Ordering::SeqCst);
            }
        })
    };
    while backups(data).is_empty() && !listens.load(Ordering::SeqCst) {
        assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
        std::thread::yield_now();
    }
    // SIGKILL.
    child.kill().unwrap();
    child.wait().unwrap();
    reading.join().unwrap();
}

/// Killed anywhere between the first byte of the backup and the end of the migration.
#[test]
fn a_killed_upgrade_is_completed_by_the_next_start() {
    for version in fs::read_dir(FIXTURES).unwrap().map(|entry| entry.unwrap().path()) {
        for _ in 0..5 {
            let place = restored(&version);
            let data = place.path("data");
            take_back(&data);
            killed_while_upgrading(&data);
            Dev::start(Path::new(&data), &[], "").stop();
            succeeds(&["doctor", "--deep", "--data", &data]);
            let made = backups(&data);
            let of_older = made.iter().filter(|path| {
                let name = path.file_name().unwrap().to_str().unwrap();
                name.starts_with(&format!("poolkeeper-schema-{OLDER}-"))
            });
            assert_eq!(of_older.count(), 1, "{made:?}");
            let is_whole = |path: &PathBuf| path.extension().is_some_and(|end| end == "backup");
            assert!(made.iter().all(is_whole), "{made:?}");
            let older = made.iter().min().unwrap();
            assert_eq!(restored_schema(&place, older), OLDER);
        }
    }
}

#[test]
fn a_start_without_a_backup_is_refused_unless_asked_for() {
    let version = fs::read_dir(FIXTURES).unwrap().next().unwrap().unwrap().path();
    let place = restored(&version);
    let data = place.path("data");
    take_back(&data);
    // A full disk would do the same. Names of files have the time in them, so it is made to fail
    // by a limit on the size of files.
    let database = fs::metadata(Path::new(&data).join("poolkeeper.db")).unwrap().len();
    let blocks = database / 512 / 2;
    let limited = format!(
        "ulimit -f {blocks}; trap '' XFSZ; exec {} dev --listen 127.0.0.1:0 --data {data} --empty",
        env!("CARGO_BIN_EXE_poolkeeper")
    );
    let output = std::process::Command::new("sh").args(["-c", &limited]).output().unwrap();
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{complaint}");
    assert!(complaint.contains(&format!("have schema {OLDER} and this version")), "{complaint}");
    assert!(complaint.contains("--no-backup"), "{complaint}");
    assert_eq!(backups(&data), Vec::<PathBuf>::new(), "nothing partial is left");
    assert_eq!(store::folder_schema(Path::new(&data)).unwrap(), OLDER);
    Dev::start(Path::new(&data), &["--no-backup"], "").stop();
    assert_eq!(backups(&data), Vec::<PathBuf>::new());
    succeeds(&["doctor", "--deep", "--data", &data]);
}

#[test]
fn a_seed_begun_by_an_earlier_version_is_completed() {
    for version in fs::read_dir(FIXTURES).unwrap().map(|entry| entry.unwrap().path()) {
        let recorded = fs::read_to_string(version.join("recorded.json")).unwrap();
        let recorded: Value = serde_json::from_str(&recorded).unwrap();
        let (place, seed) = (restored(&version), version.join("seed.yaml"));
        let seed = seed.to_str().unwrap();
        // The fifth of the seven steps was committed but not recorded in the journal.
        let dev = place.dev(seed, "--auth-flow");
        assert!(dev.printed.contains("Seeds:            2 steps applied\n"), "{}", dev.printed);
        let made = &recorded["seed"];
        let pool = &made["pool"];
        assert!(dev.printed.contains(pool.as_str().unwrap()), "{}", dev.printed);
        let clients = made["clients"].as_array().unwrap();
        for client in clients {
            let id = &client["ClientId"];
            assert!(dev.printed.contains(id.as_str().unwrap()), "{}", dev.printed);
            let named = json!({ "UserPoolId": pool, "ClientId": id });
            let described = dev.call("DescribeUserPoolClient", &named);
            for member in ["ClientName", "ClientSecret", "CreationDate", "LastModifiedDate"] {
                assert_eq!(described["UserPoolClient"][member], client[member], "{member}");
            }
        }
        let listed = dev.call("ListUserPoolClients", &json!({ "UserPoolId": pool }));
        assert_eq!(listed["UserPoolClients"].as_array().unwrap().len(), clients.len());
        let web = json!({
            "ClientId": "notes0web0client0000000001",
            "AuthFlow": "USER_PASSWORD_AUTH",
            "AuthParameters": { "USERNAME": "jo@example.com", "PASSWORD": PASSWORD },
        });
        let (status, tokens) = dev.answer("eu-west-1", "InitiateAuth", &web);
        assert_eq!(status, 200, "{tokens}");
        let editors = json!({ "UserPoolId": pool, "GroupName": "editors" });
        let members = dev.call("ListUsersInGroup", &editors);
        assert_eq!(members["Users"][0]["Username"], made["members"][0]["Username"]);
        dev.stop();

        let dev = place.dev(seed, "--auth-flow");
        let before = "Seeds:            all steps already applied\n";
        assert!(dev.printed.contains(before), "{}", dev.printed);
        dev.stop();
        succeeds(&["doctor", "--deep", "--data", &place.path("data")]);
    }
}
