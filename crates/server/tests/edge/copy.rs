//! `poolkeeper copy`: what it does with folders and what it refuses.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output, Stdio};

use store::{Batch, Lease, Options, Pool, Rev, Store};
use testkit::{TempDir, TestServer};
use testpg::Schema;

fn poolkeeper(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poolkeeper"));
    command.args(["--log", "error"]).args(arguments).stdin(Stdio::null());
    command.env_remove("POOLKEEPER_LOG").output().unwrap()
}

#[track_caller]
fn assert_ends(arguments: &[&str], code: i32, sentence: &str) {
    let output = poolkeeper(arguments);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{text}");
    assert!(text.starts_with("poolkeeper: ") && text.contains(sentence), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(!text.contains("hunter2"), "{text}");
}

/// Returns what it printed.
#[track_caller]
fn assert_succeeds(arguments: &[&str]) -> String {
    let output = poolkeeper(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_is_copied_once() {
    let server = TestServer::builder().on_sqlite().start();
    let pool = server.pool().await;
    for name in ["alice", "bob"] {
        pool.confirmed_user(name).await;
    }
    let folder = TempDir::new();
    let target = folder.path().join("new").join("data");
    let target = target.to_str().unwrap();
    let from = format!("sqlite:{}", server.folder().display());
    let to = format!("sqlite:{target}");
    let copy = ["copy", "--from", &from, "--to", &to, "--parts", "16"];
    assert_ends(&copy, 1, "is in use by another running server");
    assert!(!fs::exists(target).unwrap(), "nothing was made");
    server.inner().shutdown().await;

    let printed = assert_succeeds(&copy);
    for line in [
        "copied users: 2 rows",
        "compared users: 2 rows",
        "compared attribute_values: 6 rows",
        "compared jobs: 0 rows",
    ] {
        assert!(printed.lines().any(|printed| printed == line), "{line}: {printed}");
    }
    assert!(printed.ends_with(" rows of 23 tables.\n"), "{printed}");
    assert_eq!(fs::metadata(target).unwrap().permissions().mode() & 0o777, 0o700);
    let doctor = poolkeeper(&["doctor", "--deep", "--data", target]);
    assert_eq!(doctor.status.code(), Some(0), "{}", String::from_utf8_lossy(&doctor.stdout));
    assert_ends(&copy, 2, "the target is not empty (table pools has rows)");

    // And back, into a folder's own number of parts.
    let back = format!("sqlite:{}", folder.path().join("back").display());
    assert_succeeds(&["copy", "--from", &to, "--to", &back]);
    let store = Store::open(Options::sqlite(folder.path().join("back"))).unwrap();
    let row = store.read(Pool::get(&pool.id)).await.unwrap().unwrap();
    assert_eq!(row.n_parts, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_is_copied_to_postgres_and_back() {
    let server = TestServer::builder().on_sqlite().start();
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    server.inner().shutdown().await;
    let folder = TempDir::new();
    let name = |name: &str| folder.path().join(name).display().to_string();
    fs::write(name("password"), "not asked for").unwrap();
    fs::set_permissions(name("password"), fs::Permissions::from_mode(0o600)).unwrap();
    let schema = Schema::create(testpg::shared());
    let (from, database, back) = (
        format!("sqlite:{}", server.folder().display()),
        schema.url(),
        format!("sqlite:{}", name("back")),
    );
    let there =
        ["copy", "--from", &from, "--to", &database, "--to-password-file", &name("password")];
    assert_ends(&there, 1, "run: poolkeeper migrate");
    let options = Options::postgres(&database);
    store::migrate(&options, 0, "the test").await.unwrap();
    assert_succeeds(&there);
    let store = Store::open(options).unwrap();
    assert_eq!(store.read(Pool::get(&pool.id)).await.unwrap().map(|row| row.n_parts), Some(16));
    let node = Lease {
        name: "jobs".to_owned(),
        holder: "node-1".to_owned(),
        until: i64::MAX,
        rev: Rev(1),
    };
    let mut batch = Batch::new(node.rev);
    batch.insert(&node);
    store.commit(batch).await.unwrap();
    let back = ["copy", "--from", &database, "--to", &back];
    assert_ends(&back, 1, "the source is in use: node-1 holds its lease jobs");
    let mut batch = Batch::new(Rev(2));
    batch.delete(&node);
    store.commit(batch).await.unwrap();
    store.close().await;
    assert_succeeds(&back);
    let doctor = poolkeeper(&["doctor", "--deep", "--data", &name("back")]);
    assert_eq!(doctor.status.code(), Some(0), "{}", String::from_utf8_lossy(&doctor.stdout));
}

#[test]
fn bad_flags_are_refused() {
    let folder = TempDir::new();
    let name = |name: &str| folder.path().join(name).display().to_string();
    let (from, to) = (format!("sqlite:{}", name("from")), format!("sqlite:{}", name("to")));
    let postgres = "postgres://someone@127.0.0.1:1/data";
    let with_password = "postgres://someone:hunter2@127.0.0.1:1/data";
    fs::write(name("password"), "hunter2").unwrap();
    let readable = name("password");
    fs::set_permissions(&readable, fs::Permissions::from_mode(0o644)).unwrap();
    for (arguments, sentence) in [
        (
            vec!["--from", "/data", "--to", &to],
            "--from must be sqlite:/absolute/folder or a postgres:// connection string",
        ),
        (vec!["--from", &from, "--to", "hunter2"], "--to must be sqlite:"),
        (vec!["--from", "sqlite:data", "--to", &to], "--from must name an absolute folder"),
        (vec!["--from", &from, "--to", &from], "--from and --to name the same folder"),
        (
            vec!["--from", &from, "--to", &to, "--to-password-file", &readable],
            "--to names a folder, which takes neither a password",
        ),
        (
            vec!["--from", postgres, "--to", &to, "--from-password-file", &readable],
            "run: chmod 600",
        ),
        (
            vec!["--from", with_password, "--to", &to, "--from-password-file", &readable],
            "--from contains a password",
        ),
    ] {
        assert_ends(&[&["copy"], arguments.as_slice()].concat(), 2, sentence);
    }
    assert_ends(&["copy", "--from", &from, "--to", &to], 2, "has no database");
    assert!(!fs::exists(name("to")).unwrap(), "nothing was made");
    assert_eq!(poolkeeper(&["copy", "--from", &from]).status.code(), Some(2));

    drop(Store::open(Options::sqlite(name("from"))).unwrap());
    assert_ends(
        &["copy", "--from", &from, "--to", &to, "--parts", "12"],
        2,
        "12 is not a number of parts",
    );
}
