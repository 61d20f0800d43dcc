//! `doctor`: what it finds and what it recommends.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::{Value, json};
use testkit::TempDir;

use crate::commands::{Running, configuration, ended, succeeds};
use crate::printed::settled;

/// The exit code and the settled output, without the line about the disk.
fn examined(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let (code, printed, complaint) = ended(&[&["doctor"][..], arguments].concat());
    let all = settled(&format!("{printed}{complaint}"), &[(&folder.display().to_string(), "DIR")]);
    let lines: Vec<&str> =
        all.lines().filter(|line| line.split_whitespace().nth(1) != Some("disk")).collect();
    (code.unwrap(), lines.join("\n"))
}

#[test]
fn healthy_data_of_dev() {
    let folder = TempDir::new();
    let data = folder.path().join("data");
    let server = Running::dev(&data);
    let at = ["--data", data.to_str().unwrap()];
    let beside = "\
ok  permissions  DIR/data is accessible to its owner only
ok  master keys  KEY is in the data folder, where `dev` keeps it
ok  server       it is running, and checked its data
ok  store        it opens and has schema 5, the newest
ok  master keys  KEY opens 1 user pool
ok  clock        TIME; the newest pool or message is from TIME
DIR/data: no problems.";
    assert_eq!(examined(folder.path(), &at), (0, beside.to_owned()));
    assert_eq!(server.stop(), Some(0));
    let alone = beside.replace("ok  server       it is running, and checked its data\n", "");
    assert_eq!(examined(folder.path(), &at), (0, alone.clone()));
    let also = "ok  passwords    there are none yet\nok  data         no findings";
    let deep = alone.replace("\nDIR/data:", &format!("\n{also}\nDIR/data:"));
    assert_eq!(examined(folder.path(), &[&at[..], &["--deep"]].concat()), (0, deep));
}

/// A running server knows its keys; without one they may be anywhere.
#[test]
fn data_of_serve_by_folder() {
    let folder = TempDir::new();
    let config = configuration(folder.path(), "a.toml", &["new"]);
    let server = Running::serve(&config);
    let data = folder.path().join("data").display().to_string();
    let at = ["--data", data.as_str()];
    let beside = "\
ok  permissions  DIR/data is accessible to its owner only
ok  server       it is running, and checked its data
ok  store        it opens and has schema 5, the newest
ok  master keys  no user pool needs one yet
ok  clock        TIME
DIR/data: no problems.";
    assert_eq!(examined(folder.path(), &at), (0, beside.to_owned()));
    assert_eq!(server.stop(), Some(0));
    let alone = "\
ok       permissions  DIR/data is accessible to its owner only
ok       store        it opens and has schema 5, the newest
ok       clock        TIME
warning  master keys  the data folder has none, so it is not known whether they open the data
                      -> Pass the server's configuration with --config FILE.
DIR/data: no problems, 1 warning.";
    assert_eq!(examined(folder.path(), &at), (0, alone.to_owned()));
}

/// The version that wrote the data can still use them.
#[test]
fn data_of_an_older_version_are_left_unchanged() {
    let folder = TempDir::new();
    let config = configuration(folder.path(), "a.toml", &["new"]);
    assert_eq!(Running::serve(&config).stop(), Some(0));
    let database = folder.path().join("data/poolkeeper.db");
    let connection = rusqlite::Connection::open(&database).unwrap();
    connection.execute("DELETE FROM schema_migrations WHERE number = 5", []).unwrap();
    drop(connection);
    let before = fs::read(&database).unwrap();
    let expected = "\
ok       permissions  DIR/data is accessible to its owner only
warning  store        it has schema 4, and this program needs schema 5; it was left unchanged, and its data were not checked
                      -> Make a backup. The next start of the server upgrades it.
DIR/data: no problems, 1 warning.";
    let data = folder.path().join("data").display().to_string();
    assert_eq!(examined(folder.path(), &["--data", &data, "--deep"]), (0, expected.to_owned()));
    let printed = succeeds(&["doctor", "--config", &config]);
    assert!(
        printed.contains("The next start of the server, or poolkeeper migrate, upgrades it."),
        "{printed}"
    );
    assert!(fs::read(&database).unwrap() == before, "the database is as it was");
    let printed = succeeds(&["migrate", "--config", &config]);
    let begin = format!(
        "{data} was migrated from schema 4 to 5. A backup from before is {data}/poolkeeper-schema-4-"
    );
    assert!(printed.starts_with(&begin) && printed.ends_with("Z.backup.\n"), "{printed}");
    assert_eq!(
        succeeds(&["migrate", "--config", &config]),
        format!("{data} already has schema 5, the newest.\n")
    );
}

#[test]
fn problems_and_their_fixes() {
    let folder = TempDir::new();
    let data = folder.path().join("data");
    drop(Running::dev(&data));
    let chmod =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    chmod(&data, 0o755);
    chmod(&data.join("poolkeeper.db"), 0o644);
    fs::rename(data.join("master.key"), folder.path().join("old-key")).unwrap();
    let config = configuration(folder.path(), "a.toml", &["old", "new"]);
    let text = fs::read_to_string(&config).unwrap();
    let odd = "listen = \"0.0.0.0:7665\"\ntrusted_proxy = [\"0.0.0.0/0\"]\nmetrics_listen = \"0.0.0.0:9665\"";
    let text = text
        .replace("listen = \"127.0.0.1:0\"", odd)
        .replace("https://auth.example.com", "http://localhost:7665");
    fs::write(&config, text).unwrap();
    let expected = "\
ok       configuration          DIR/a.toml is valid
warning  server.listen          0.0.0.0:7665 is reachable from other machines without encryption
                                -> Put a TLS proxy in front, and let only the proxy reach this address.
warning  server.public_url      http://localhost:7665 works on this machine only
                                -> Set it to the https URL of the proxy in front, before there are users: it is part of every token's issuer.
warning  server.trusted_proxy   every client is trusted to state which host was signed and where a request came from
                                -> List the addresses of the proxies.
warning  server.metrics_listen  0.0.0.0:9665 serves metrics to other machines without authentication
                                -> Restrict it to the metrics collector with a firewall.
warning  permissions            users other than its owner can list DIR/data
                                -> Run: chmod 700 DIR/data
problem  permissions            users other than their owner can read or write DIR/data/poolkeeper.db
                                -> Run: chmod 600 DIR/data/poolkeeper.db
ok       master keys            KEY wraps and unwraps, from DIR/old
warning  master keys            DIR/old is stored next to the data it encrypts: a copy of the parent folder contains both
                                -> Keep the key elsewhere, or at least exclude it from backups of the data.
ok       master keys            KEY unwraps, from DIR/new
warning  master keys            DIR/new is stored next to the data it encrypts: a copy of the parent folder contains both
                                -> Keep the key elsewhere, or at least exclude it from backups of the data.
ok       store                  it opens and has schema 5, the newest
problem  master keys            1 user pool cannot be opened without KEY, which is not among the given keys
                                -> Add that key to keys.list, or replace the wrong key with it.
ok       clock                  TIME; the newest pool or message is from TIME
poolkeeper: DIR/data has 2 problems.";
    assert_eq!(examined(folder.path(), &["--config", &config]), (1, expected.to_owned()));
}

#[test]
fn a_rejected_configuration() {
    let folder = TempDir::new();
    let config = configuration(folder.path(), "a.toml", &["old"]);
    fs::set_permissions(folder.path().join("old"), fs::Permissions::from_mode(0o644)).unwrap();
    let expected = "\
problem  configuration  DIR/old holds a secret and its permissions are 0644; run: chmod 600 DIR/old
poolkeeper: DIR/a.toml has 1 problem.";
    assert_eq!(examined(folder.path(), &["--config", &config]), (1, expected.to_owned()));
    // All faults, not only the first.
    let text = fs::read_to_string(&config).unwrap();
    let several = text.replace("listen = ", "listn = ").replace("[\"us-east-1\"]", "[\"Europe\"]");
    fs::write(&config, several).unwrap();
    let expected = "\
problem  configuration  DIR/a.toml, line 1: server.listen is missing; write, for instance, listen = \"127.0.0.1:7665\" below [server].
problem  configuration  DIR/a.toml, line 2: server.listn is not a setting of [server]; its settings are listen, public_url, trusted_proxy, metrics_listen, max_connections.
problem  configuration  DIR/old holds a secret and its permissions are 0644; run: chmod 600 DIR/old
problem  configuration  aws.regions has 'Europe', which is not a region; use lower-case letters, digits and hyphens, e.g. eu-west-1.
poolkeeper: DIR/a.toml has 4 problems.";
    assert_eq!(examined(folder.path(), &["--config", &config]), (1, expected.to_owned()));
    let made = folder.path().join("made");
    succeeds(&[
        "init",
        "--dir",
        made.to_str().unwrap(),
        "--public-url",
        "https://auth.example.com",
        "--data",
        "/no/such/data",
    ]);
    let config = made.join("poolkeeper.toml");
    fs::set_permissions(&config, fs::Permissions::from_mode(0o664)).unwrap();
    let expected = "\
problem  configuration         users other than its owner can change DIR/made/poolkeeper.toml
                               -> Run: chmod go-w DIR/made/poolkeeper.toml
warning  server.trusted_proxy  it is empty: all clients behind the TLS proxy share the rate limits of one address
                               -> List the addresses of the proxies.
ok       master keys           KEY wraps and unwraps, from DIR/made/keys/master.key
ok       store                 it does not exist yet; the server creates it at its first start
poolkeeper: /no/such/data has 1 problem.";
    assert_eq!(
        examined(folder.path(), &["--config", config.to_str().unwrap()]),
        (1, expected.to_owned())
    );
}

#[test]
fn as_json() {
    let folder = TempDir::new();
    let config = configuration(folder.path(), "a.toml", &["new"]);
    fs::remove_file(folder.path().join("old")).unwrap();
    let text = fs::read_to_string(&config)
        .unwrap()
        .replace(&format!("{}/new", folder.path().display()), "/no/such/key");
    fs::write(&config, text).unwrap();
    let (code, printed, complaint) = ended(&["doctor", "--json", "--config", &config]);
    let printed: Value = serde_json::from_str(&printed).unwrap();
    let expected = json!({
        "place": config,
        "problems": 1,
        "warnings": 0,
        "checks": [{
            "check": "configuration",
            "state": "problem",
            "says": "Cannot read /no/such/key: No such file or directory (os error 2).",
            "advice": null,
        }],
    });
    assert_eq!((code, printed, complaint.as_str()), (Some(1), expected, ""));
}

#[test]
fn findings_come_with_advice() {
    let folder = TempDir::new();
    let data = folder.path().join("data");
    let dev = Running::dev(&data);
    let pool = dev.pool().to_owned();
    assert_eq!(dev.stop(), Some(0));
    let store = store::Store::open(store::Options::sqlite(&data)).unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let mut batch = store::Batch::new(store::Rev(7));
        for name in ["nobody", "nothing"] {
            let (kind, name, pool_id) = ("client".to_owned(), name.to_owned(), pool.clone());
            batch.insert(&store::Directory { kind, name, pool_id, rev: store::Rev(0) });
        }
        store.commit(batch).await.unwrap();
        store.close().await;
    });
    let (code, printed) = examined(folder.path(), &["--data", data.to_str().unwrap(), "--deep"]);
    let expected = format!(
        "\nproblem  client directory  the directory names client nobody, which pool {pool} lacks\n\
         problem  client directory  the directory names client nothing, which pool {pool} lacks\n                           \
         -> Keep a copy of the data, restore an earlier backup, and please report this output.\n\
         poolkeeper: DIR/data has 2 problems."
    );
    assert!(printed.ends_with(&expected), "{printed}");
    assert_eq!(code, 1);
}
