//! `keys`, `rotate-master-key`, `backup` and `restore`, with a running server and without one.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use testkit::TempDir;

pub(crate) use crate::program::{ended, poolkeeper, succeeds};

const OLD_KEY: &str = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
const NEW_KEY: &str = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=";

#[track_caller]
pub(crate) fn fails(arguments: &[&str], expected: i32, sentence: &str) {
    let (code, printed, complaint) = ended(arguments);
    assert_eq!((code, printed.as_str()), (Some(expected), ""), "{complaint}");
    assert!(complaint.starts_with("poolkeeper: ") && complaint.contains(sentence), "{complaint}");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
}

/// A running server; killed when dropped.
pub(crate) struct Running {
    pub(crate) child: Child,
    /// What it printed at startup.
    pub(crate) printed: String,
}

impl Running {
    pub(crate) fn dev(data: &Path) -> Self {
        let arguments = ["dev", "--listen", "127.0.0.1:0", "--data", data.to_str().unwrap()];
        let mut child = poolkeeper(&arguments).stdout(Stdio::piped()).spawn().unwrap();
        let printed = until(&mut BufReader::new(child.stdout.take().unwrap()), "--auth-flow");
        Self { child, printed }
    }

    pub(crate) fn serve(config: &str) -> Self {
        let mut command = poolkeeper(&["serve", "--config", config, "--log", "info"]);
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let printed = until(&mut log, "serving");
        // A full pipe would block the server.
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Self { child, printed }
    }

    pub(crate) fn pool(&self) -> &str {
        self.printed
            .lines()
            .find(|line| line.starts_with("User pool:"))
            .unwrap()
            .split_whitespace()
            .last()
            .unwrap()
    }

    /// Sends SIGTERM and returns the exit code.
    pub(crate) fn stop(mut self) -> Option<i32> {
        assert!(
            Command::new("kill")
                .args(["-TERM", &self.child.id().to_string()])
                .status()
                .unwrap()
                .success()
        );
        self.child.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn until(output: &mut impl BufRead, last: &str) -> String {
    let mut printed = String::new();
    while !printed.lines().last().is_some_and(|line| line.contains(last)) {
        assert_ne!(output.read_line(&mut printed).unwrap(), 0, "{printed}");
    }
    printed
}

pub(crate) fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Purpose and state of each listed key.
fn states(listed: &str) -> Vec<String> {
    let columns =
        |line: &str| line.split_whitespace().skip(1).take(2).collect::<Vec<_>>().join(" ");
    listed.lines().skip(1).map(columns).collect()
}

#[test]
fn signing_keys_with_a_running_server_and_without_one() {
    let folder = TempDir::new();
    let data = folder.path().join("data");
    let server = Running::dev(&data);
    let pool = server.pool().to_owned();
    let at = ["--data", data.to_str().unwrap()];
    let list = [&["keys", "list", &pool][..], &at].concat();
    let rotate = [&["keys", "rotate", &pool][..], &at].concat();
    assert_eq!(states(&succeeds(&list)), ["id current", "access current"]);
    let printed = succeeds(&[&rotate[..], &["--lead", "48"]].concat());
    assert!(
        printed.starts_with(&format!("The new keys of {pool} are published now and sign from 20")),
        "{printed}"
    );
    let rotated = succeeds(&list);
    assert_eq!(states(&rotated), ["id current", "id next", "access current", "access next"]);
    fails(
        &rotate,
        1,
        "A rotation of this pool is under way: its new keys do not sign yet; they will sign from \
         20",
    );
    fails(
        &[&["keys", "list", "us-east-1_Unknown00"][..], &at].concat(),
        2,
        "There is no user pool us-east-1_Unknown00.",
    );
    assert_eq!(server.stop(), Some(0));
    assert_eq!(succeeds(&list), rotated);
    fails(&rotate, 1, "A rotation of this pool is under way");
    fs::rename(data.join("master.key"), folder.path().join("away")).unwrap();
    fails(
        &list,
        2,
        "contains no master key, so it is not a folder of `dev`; pass its server's configuration \
         with --config FILE",
    );
    fails(&["keys", "list", &pool, "--data", "/no/such/folder"], 2, "has no database");
    for arguments in [
        &["keys"][..],
        &["keys", "list"],
        &["keys", "list", &pool],
        &[&rotate[..], &["--lead", "1"]].concat(),
    ] {
        assert_eq!(ended(arguments).0, Some(2), "{arguments:?}");
    }
}

#[test]
fn only_the_owner_can_use_the_socket_and_no_input_breaks_it() {
    let folder = TempDir::new();
    let data = folder.path();
    fs::write(data.join("poolkeeper.sock"), "left behind").unwrap();
    let server = Running::dev(data);
    let socket = data.join("poolkeeper.sock");
    assert_eq!(mode(&socket), 0o600);
    let said = |sent: &[u8]| {
        let mut stream = UnixStream::connect(&socket).unwrap();
        // The server may answer before everything is sent.
        let _ = stream.write_all(sent);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        answer
    };
    let unknown = "{\"refused\":\"The running server does not know this command; use the same \
        version of the program as the server.\"}\n";
    for sent in [
        "\n",
        "nonsense\n",
        "{\"command\":\"fly\"}\n",
        "{\"command\":\"list-keys\"}\n",
        "\0\u{1f}\n",
        &format!("{}\n", "[".repeat(60_000)),
    ] {
        assert_eq!(said(sent.as_bytes()), unknown, "{sent:?}");
    }
    let no_line = "{\"refused\":\"A command must be one line of JSON.\"}\n";
    assert_eq!(said(b""), no_line);
    assert_eq!(said(b"{\"command\":\"list-keys\",\"pool\":\"x\"}"), no_line);
    assert!([no_line, ""].contains(&said(&vec![b'x'; 1 << 20]).as_str()));
    let relative = "{\"command\":\"backup\",\"to\":\"here\"}\n";
    assert!(said(relative.as_bytes()).contains("must be an absolute path"));
    // Silent connections block nobody; they end with the server, or after ten seconds.
    let silent: Vec<_> = (0..7).map(|_| UnixStream::connect(&socket).unwrap()).collect();
    let pool = server.pool().to_owned();
    assert_eq!(
        states(&succeeds(&["keys", "list", &pool, "--data", data.to_str().unwrap()])).len(),
        2
    );
    drop(silent);
    assert_eq!(server.stop(), Some(0));
    assert!(!socket.exists());
}

#[test]
fn a_path_too_long_for_a_socket_is_reported() {
    let folder = TempDir::new();
    let data = folder.path().join("d".repeat(120));
    let server = Running::dev(&data);
    let at = data.to_str().unwrap();
    fails(&["keys", "list", server.pool(), "--data", at], 1, "is too long for a socket");
    let pool = server.pool().to_owned();
    assert_eq!(server.stop(), Some(0));
    assert_eq!(states(&succeeds(&["keys", "list", &pool, "--data", at])).len(), 2);
}

#[test]
fn a_backup_can_be_restored() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let data = folder.path().join("data");
    let server = Running::dev(&data);
    let pool = server.pool().to_owned();
    let at = ["--data", data.to_str().unwrap()];
    let to = |file: &str| {
        [&["backup", "--to", file][..], &at]
            .concat()
            .iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    let online = to(&path("online"));
    let online: Vec<&str> = online.iter().map(String::as_str).collect();
    let printed = succeeds(&online);
    assert!(printed.starts_with(&format!("Wrote {} (", path("online"))), "{printed}");
    assert!(printed.contains("Its secrets can be decrypted only with master key "), "{printed}");
    assert_eq!(mode(Path::new(&path("online"))), 0o600);
    fails(&online, 2, "already exists; choose another file");
    fs::write(path("begun.partial"), "").unwrap();
    let begun = to(&path("begun"));
    fails(
        &begun.iter().map(String::as_str).collect::<Vec<_>>(),
        1,
        "exists: a backup is running or was killed",
    );
    let nowhere = to("/no/such/folder/file");
    fails(
        &nowhere.iter().map(String::as_str).collect::<Vec<_>>(),
        1,
        "No backup: the folder /no/such/folder does not exist; create it first.",
    );
    // Errors name the file that was asked for, not the temporary one being written.
    let unwritable = to("/proc/backup");
    let (code, _, complaint) = ended(&unwritable.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(
        code == Some(1) && complaint.starts_with("poolkeeper: No backup: /proc/backup"),
        "{complaint}"
    );
    assert!(!complaint.contains("partial"), "{complaint}");
    // A relative path is resolved in the working directory of the command.
    let mut relative = poolkeeper(&[&["backup", "--to", "here"][..], &at].concat());
    assert!(relative.current_dir(folder.path()).output().unwrap().status.success());
    assert!(Path::new(&path("here")).exists());
    assert_eq!(server.stop(), Some(0));
    let offline = to(&path("offline"));
    succeeds(&offline.iter().map(String::as_str).collect::<Vec<_>>());

    for (backup, restored) in [("online", "one"), ("offline", "other")] {
        let printed = succeeds(&["restore", "--from", &path(backup), "--data", &path(restored)]);
        assert!(
            printed.contains(&format!("`dev` reads it from {}/master.key", path(restored))),
            "{printed}"
        );
        assert_eq!(mode(Path::new(&path(restored))), 0o700);
        assert_eq!(mode(&Path::new(&path(restored)).join("poolkeeper.db")), 0o600);
        fails(
            &["restore", "--from", &path(backup), "--data", &path(restored)],
            2,
            "is not empty; name a new or an empty one",
        );
        succeeds(&["doctor", "--deep", "--data", &path(restored)]);
        fails(
            &["dev", "--listen", "127.0.0.1:0", "--data", &path(restored)],
            2,
            "has a database but no master.key",
        );
        fs::copy(data.join("master.key"), Path::new(&path(restored)).join("master.key")).unwrap();
        let again = Running::dev(Path::new(&path(restored)));
        assert_eq!(again.pool(), pool);
        assert_eq!(again.stop(), Some(0));
    }
    fs::create_dir(path("empty")).unwrap();
    succeeds(&["restore", "--from", &path("online"), "--data", &path("empty")]);
}

#[test]
fn files_that_are_not_backups_are_not_restored() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let data = folder.path().join("data");
    drop(Running::dev(&data));
    let (database, target) = (data.join("poolkeeper.db"), path("new/target"));
    let database = database.to_str().unwrap();
    let restore = |from: &str, code, sentence: &str| {
        fails(&["restore", "--from", from, "--data", &target], code, sentence);
        assert!(!Path::new(&path("new")).exists(), "{sentence}");
        fails(&["restore", "--from", from, "--data", &path("empty")], code, sentence);
        assert_eq!(fs::read_dir(path("empty")).unwrap().count(), 0, "{sentence}");
        // Another process may have the lock file open.
        fails(&["restore", "--from", from, "--data", &path("locked")], code, sentence);
        let left: Vec<_> =
            fs::read_dir(path("locked")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["poolkeeper.lock"], "{sentence}");
    };
    fs::create_dir(path("empty")).unwrap();
    fs::create_dir(path("locked")).unwrap();
    fs::write(path("locked/poolkeeper.lock"), "").unwrap();
    restore(database, 2, "a write-ahead log is next to it");
    fs::write(path("text"), "not a database, but long enough to be one").unwrap();
    restore(&path("text"), 2, "is not a backup: it lacks a backup's header");
    fs::write(path("short"), "SQLite").unwrap();
    restore(&path("short"), 2, "is not a backup: it lacks a backup's header");
    restore(folder.path().to_str().unwrap(), 2, "it is not a file");
    restore(&path("none"), 2, "Nothing was restored: ");
    succeeds(&["backup", "--to", &path("good"), "--data", data.to_str().unwrap()]);
    let good = fs::read(path("good")).unwrap();
    fs::write(path("cut"), &good[..good.len() / 2]).unwrap();
    restore(&path("cut"), 2, "it is damaged");
    let mut damaged = good.clone();
    for byte in &mut damaged[8_192..good.len() - 4_096] {
        *byte ^= 0x55;
    }
    fs::write(path("damaged"), &damaged).unwrap();
    restore(&path("damaged"), 2, "is not a backup: it is damaged");
    succeeds(&["restore", "--from", &path("good"), "--data", &target]);
}

/// What the command shows on a terminal, without its result.
fn watched(arguments: &[&str]) -> String {
    let command = format!(
        "{} --log error {} > /dev/null",
        env!("CARGO_BIN_EXE_poolkeeper"),
        arguments.join(" ")
    );
    let mut watch = Command::new("script");
    watch
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .env("TERM", "xterm")
        .env_remove("POOLKEEPER_CONFIG");
    let Output { status, stdout, .. } = watch.stdin(Stdio::null()).output().unwrap();
    let shown = String::from_utf8(stdout).unwrap();
    assert!(status.success(), "{shown}");
    shown
}

/// Shown on a terminal only.
#[test]
fn backups_and_restores_show_their_progress() {
    let folder = TempDir::new();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let server = Running::dev(Path::new(&path("data")));
    let backup = |to: &str, further: &[&str]| {
        watched(&[&["backup", "--to", to, "--data", &path("data")], further].concat())
    };
    let restore = |to: &str, further: &[&str]| {
        watched(&[&["restore", "--from", &path("one"), "--data", to], further].concat())
    };
    for file in ["one", "other"] {
        let shown = backup(&path(file), &[]);
        assert!(shown.contains("Writing ") && shown.contains(" of "), "{shown:?}");
    }
    assert_eq!(backup(&path("third"), &["--json"]), "");
    assert_eq!(server.stop(), Some(0));
    assert!(backup(&path("fourth"), &[]).contains("Writing "));
    let shown = restore(&path("new"), &[]);
    assert!(shown.contains("Copying "), "{shown:?}");
    assert_eq!(restore(&path("newer"), &["--json"]), "");
    // Standard error is not a terminal here.
    let (code, _, complaint) = ended(&["backup", "--to", &path("fifth"), "--data", &path("data")]);
    assert_eq!((code, complaint.as_str()), (Some(0), ""));
}

/// POOLKEEPER_CONFIG chooses the data folder unless another one is given.
#[test]
fn the_environment_names_a_configuration() {
    let folder = TempDir::new();
    let data = folder.path().join("other");
    let dev = Running::dev(&data);
    let pool = dev.pool().to_owned();
    let config = configuration(folder.path(), "a.toml", &["old"]);
    assert_eq!(Running::serve(&config).stop(), Some(0));
    let with = |arguments: &[&str]| {
        let Output { status, stdout, stderr } =
            poolkeeper(arguments).env("POOLKEEPER_CONFIG", &config).output().unwrap();
        (
            status.code(),
            format!("{}{}", String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap()),
        )
    };
    let at = data.to_str().unwrap();
    let none = (Some(2), format!("poolkeeper: There is no user pool {pool}.\n"));
    assert_eq!(with(&["keys", "list", &pool]), none);
    assert_eq!(states(&with(&["keys", "list", &pool, "--data", at]).1).len(), 2);
    for command in [
        &["messages"][..],
        &["doctor"],
        &["backup", "--to", &format!("{at}.backup")],
        &["migrate"],
        &["rotate-master-key"],
    ] {
        let (code, printed) = with(command);
        assert_eq!(code, Some(0), "{command:?}: {printed}");
    }
    assert_eq!(with(&["export-seed", "--pool", &pool]), none);
    let both = "Give either --data FOLDER or --config FILE, not both: the configuration names its \
        data folder.";
    fails(&["messages", "--data", at, "--config", &config], 2, both);
    assert_eq!(ended(&["messages"]).0, Some(2));
}

/// Writes a configuration for the folder with these master keys, and returns its path.
pub(crate) fn configuration(folder: &Path, name: &str, keys: &[&str]) -> String {
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let private = |name: &str, text: &str| {
        fs::write(path(name), text).unwrap();
        fs::set_permissions(path(name), fs::Permissions::from_mode(0o600)).unwrap();
    };
    private("old", OLD_KEY);
    private("new", NEW_KEY);
    let list: Vec<String> =
        keys.iter().map(|key| format!("{{ file = \"{}\" }}", path(key))).collect();
    private(
        name,
        &format!(
            "[server]\nlisten = \"127.0.0.1:0\"\npublic_url = \"https://auth.example.com\"\n[store]\npath = \"{}\"\n\
             [keys]\nlist = [{}]\n[aws]\nregions = [\"us-east-1\"]\n\
             [[aws.access_keys]]\nid = \"AKIDEXAMPLE\"\nsecret = \"this-is-a-secret-access-key\"\n",
            path("data"),
            list.join(", ")
        ),
    );
    path(name)
}

#[test]
fn the_master_key_with_a_running_server_and_without_one() {
    let folder = TempDir::new();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::write(data.join("master.key"), OLD_KEY).unwrap();
    fs::set_permissions(data.join("master.key"), fs::Permissions::from_mode(0o600)).unwrap();
    let dev = Running::dev(&data);
    let pool = dev.pool().to_owned();
    assert_eq!(dev.stop(), Some(0));
    let configuration = |name: &str, keys: &[&str]| configuration(folder.path(), name, keys);
    let (old, both) = (configuration("a.toml", &["old"]), configuration("b.toml", &["new", "old"]));
    let (new, back) = (configuration("c.toml", &["new"]), configuration("d.toml", &["old", "new"]));
    let rotate = |config: &str| succeeds(&["rotate-master-key", "--config", config]);

    // In production the key is kept outside the data folder.
    fails(
        &["serve", "--config", &old],
        2,
        "contains a master.key, so it is a folder of `dev`; run poolkeeper dev --data ",
    );
    fs::remove_file(data.join("master.key")).unwrap();
    let server = Running::serve(&old);
    assert!(rotate(&old).starts_with("The only user pool already uses master key "));
    fails(
        &["rotate-master-key", "--config", &both],
        2,
        "restart the server with this configuration, then run this again",
    );
    assert_eq!(server.stop(), Some(0));
    fails(&["rotate-master-key", "--config", &new], 2, "which is not among the keys given");

    let server = Running::serve(&both);
    let printed = rotate(&both);
    assert!(printed.starts_with("The only user pool was rewrapped "), "{printed}");
    assert!(printed.contains(". The data no longer need "), "{printed}");
    let printed = rotate(&both);
    assert!(printed.starts_with("The only user pool already uses master key "), "{printed}");
    assert!(printed.contains(". The data no longer need "), "{printed}");
    assert_eq!(states(&succeeds(&["keys", "list", &pool, "--config", &both])).len(), 2);
    assert_eq!(server.stop(), Some(0));
    assert_eq!(Running::serve(&new).stop(), Some(0));
    fails(&["serve", "--config", &old], 2, "which is not among the keys given");
    // Rotating back, with no server running.
    assert!(rotate(&back).starts_with("The only user pool was rewrapped "));
    assert_eq!(Running::serve(&old).stop(), Some(0));
    assert_eq!(ended(&["rotate-master-key", "--data", data.to_str().unwrap()]).0, Some(2));
}

#[test]
fn data_in_postgres() {
    let folder = TempDir::new();
    let schema = testpg::Schema::create(testpg::shared());
    let config = configuration(folder.path(), "a.toml", &["new", "old"]);
    let text = fs::read_to_string(&config).unwrap();
    let path = format!("path = \"{}\"", folder.path().join("data").display());
    assert!(text.contains(&path));
    fs::write(&config, text.replace(&path, &format!("url = \"{}\"", schema.url()))).unwrap();
    succeeds(&["migrate", "--config", &config]);
    fails(
        &["backup", "--to", "/no/matter", "--config", &config],
        2,
        "back them up with its own tools (pg_dump, pgBackRest); see docs/POSTGRESQL.md",
    );
    let server = Running::serve(&config);
    assert!(
        succeeds(&["rotate-master-key", "--config", &config])
            .starts_with("There is no user pool yet; the first will use master key ")
    );
    fails(
        &["keys", "rotate", "us-east-1_Unknown00", "--config", &config],
        2,
        "There is no user pool us-east-1_Unknown00.",
    );
    assert_eq!(server.stop(), Some(0));
}
