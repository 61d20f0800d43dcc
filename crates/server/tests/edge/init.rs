//! `init`: `serve` starts on what it writes, unchanged.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use testkit::TempDir;

use crate::commands::{Running, ended, fails, mode, succeeds};
use crate::printed::settled;

const NEXT: &str = "\
Wrote DIR/poolkeeper.toml: every setting, with an explanation.
Wrote DIR/keys/master.key: master key KEY. Keep a copy of it apart from DIR/data: without it nobody can sign in.
Wrote DIR/keys/operator.secret: the secret of access key operator, which has all permissions.

Next:

poolkeeper doctor --config DIR/poolkeeper.toml
poolkeeper serve --config DIR/poolkeeper.toml

and in another terminal:

export AWS_ACCESS_KEY_ID=operator AWS_SECRET_ACCESS_KEY=\"$(cat DIR/keys/operator.secret)\"
aws cognito-idp --endpoint-url http://127.0.0.1:7665 --region us-east-1 create-user-pool --pool-name first

Only clients on this machine can reach the server. To serve others, set server.public_url to an https URL and put a TLS proxy in front.
";

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn the_next_steps_are_printed_and_nothing_is_overwritten() {
    let folder = TempDir::new();
    let dir = folder.path().join("new").display().to_string();
    let printed = succeeds(&["init", "--dir", &dir]);
    assert_eq!(settled(&printed, &[(&dir, "DIR")]), NEXT);
    let dir = Path::new(&dir);
    let keys = dir.join("keys");
    assert_eq!(
        (names(dir), names(&keys)),
        (texts(&["keys", "poolkeeper.toml"]), texts(&["master.key", "operator.secret"]))
    );
    let secrets = (mode(&keys.join("master.key")), mode(&keys.join("operator.secret")));
    assert_eq!((mode(dir), mode(&keys), secrets), (0o700, 0o700, (0o600, 0o600)));
    assert_eq!(fs::read_to_string(keys.join("operator.secret")).unwrap().trim_end().len(), 40);
    let before = fs::read(keys.join("master.key")).unwrap();
    let shown = dir.display().to_string();
    fs::remove_file(dir.join("poolkeeper.toml")).unwrap();
    let sentence = format!(
        "{shown}/keys/master.key already exists, and nothing was written; choose another folder \
         with --dir."
    );
    fails(&["init", "--dir", &shown], 2, &sentence);
    assert_eq!(
        (names(dir), names(&keys)),
        (texts(&["keys"]), texts(&["master.key", "operator.secret"]))
    );
    assert_eq!(fs::read(keys.join("master.key")).unwrap(), before);
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// With the defaults of `init`, the doctor only warns of what `init` says too: that only this
/// machine is served.
#[test]
fn the_doctor_only_warns_that_this_machine_alone_is_served() {
    let folder = TempDir::new();
    let dir = folder.path().join("new").display().to_string();
    succeeds(&["init", "--dir", &dir]);
    let expected = "\
ok       configuration      DIR/poolkeeper.toml is valid
warning  server.public_url  http://127.0.0.1:7665 works on this machine only
                            -> Set it to the https URL of the proxy in front, before there are users: it is part of every token's issuer.
ok       master keys        KEY wraps and unwraps, from DIR/keys/master.key
ok       store              it does not exist yet; the server creates it at its first start
DIR/data: no problems, 1 warning.
";
    assert_eq!(
        settled(
            &succeeds(&["doctor", "--config", &format!("{dir}/poolkeeper.toml")]),
            &[(&dir, "DIR")]
        ),
        expected
    );
}

/// `dev` keeps its key in the data folder, which `serve` must not.
#[test]
fn folders_of_dev_are_refused() {
    let folder = TempDir::new();
    let data = folder.path().join("data").display().to_string();
    drop(Running::dev(Path::new(&data)));
    let before = names(Path::new(&data));
    fails(
        &["init", "--dir", &data],
        2,
        &format!("{data} is a data folder; choose another folder for the keys with --dir."),
    );
    let dir = folder.path().join("new").display().to_string();
    fails(
        &["init", "--dir", &dir, "--data", &data],
        2,
        &format!("{data} contains a master.key, so it is a folder of `dev`; choose another"),
    );
    assert_eq!((names(Path::new(&data)), Path::new(&dir).exists()), (before, false));
}

#[test]
fn serve_starts_on_what_it_writes() {
    let folder = TempDir::new();
    // Characters that are special to a shell and in TOML.
    let dir = folder.path().join("it's a \"folder\" \\").display().to_string();
    let data = folder.path().join("data").display().to_string();
    let flags =
        ["--data", &data, "--listen", "127.0.0.1:0", "--public-url", "https://auth.example.com"];
    let regions = [
        "--region",
        "eu-west-1",
        "--region",
        "us-east-1",
        "--access-key-id",
        "AKIDOPERATOR",
        "--json",
    ];
    let printed = succeeds(&[&["init", "--dir", &dir][..], &flags, &regions].concat());
    let printed: Value = serde_json::from_str(&printed).unwrap();
    let id = printed["masterKey"]["id"].as_str().unwrap();
    let expected = json!({
        "configuration": format!("{dir}/poolkeeper.toml"),
        "data": data,
        "masterKey": { "id": id, "file": format!("{dir}/keys/master.key") },
        "accessKey": { "id": "AKIDOPERATOR", "secretFile": format!("{dir}/keys/operator.secret") },
        "publicUrl": "https://auth.example.com",
    });
    assert_eq!(printed, expected);
    let config = format!("{dir}/poolkeeper.toml");
    let server = Running::serve(&config);
    assert!(
        server.printed.contains("public_url=\"https://auth.example.com\""),
        "{}",
        server.printed
    );
    let doctor = succeeds(&["doctor", "--deep", "--config", &config]);
    // Only the operator knows the address of the proxy.
    let warned: Vec<&str> = doctor.lines().filter(|line| line.starts_with("warning  ")).collect();
    let proxy = "warning  server.trusted_proxy  it is empty: all clients behind the TLS proxy \
        share the rate limits of one address";
    assert_eq!(warned, [proxy], "{doctor}");
    assert!(!doctor.contains("problem  "), "{doctor}");
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn bad_flags_are_refused() {
    let folder = TempDir::new();
    let dir = folder.path().join("new").display().to_string();
    let inside = format!("{dir}/keys/data");
    for (flag, value, sentence) in [
        ("--listen", "7665", "--listen '7665' is not an address with a port"),
        ("--listen", "0.0.0.0:7665", "give the URL that clients use with --public-url"),
        ("--public-url", "http://auth.example.com", "is not https"),
        ("--region", "Europe", "is not a region"),
        ("--access-key-id", "a/b", "cannot be used; use 3 to 128 letters"),
        (
            "--data",
            folder.path().to_str().unwrap(),
            "The --data folder and the keys folder must not contain each other",
        ),
        ("--data", &inside, "The --data folder and the keys folder must not contain each other"),
    ] {
        fails(&["init", "--dir", &dir, flag, value], 2, sentence);
        assert!(!fs::exists(&dir).unwrap(), "nothing was made");
    }
    fs::write(&dir, "a file").unwrap();
    fails(&["init", "--dir", &dir], 1, "Cannot create the folder ");
}

/// Scripts get one JSON document, even for an error.
#[test]
fn errors_as_json() {
    let folder = TempDir::new();
    let data = folder.path().join("none").display().to_string();
    let at = ["--data", &data, "--json"];
    let none = format!("{data} has no database; give the data folder of a server.");
    for (arguments, code, error) in [
        ([&["keys", "list", "us-east-1_Unknown00"][..], &at].concat(), 2, none.as_str()),
        ([&["backup", "--to", "/no/matter"][..], &at].concat(), 2, &none),
        ([&["messages"][..], &at].concat(), 2, &none),
        ([&["doctor"][..], &at].concat(), 2, &none),
        ([&["messages", "--fly"][..], &at].concat(), 2, "unexpected argument '--fly' found"),
        (
            vec!["init", "--json", "--log", "x=y=z"],
            2,
            "--log 'x=y=z' is not a valid log filter: error parsing level filter: expected one \
             of \"off\", \"error\", \"warn\", \"info\", \"debug\", \"trace\", or a number 0-5.",
        ),
        (
            vec!["migrate", "--config", "/no/such/file", "--json"],
            2,
            "Cannot read the configuration file /no/such/file: No such file or directory (os error 2); make one with: poolkeeper init",
        ),
    ] {
        let (ended_with, printed, complaint) = ended(&arguments);
        let printed: Value = serde_json::from_str(&printed)
            .unwrap_or_else(|error| panic!("{arguments:?}: {error}: {printed}"));
        assert_eq!(
            (ended_with, printed, complaint.as_str()),
            (Some(code), json!({ "error": error }), ""),
            "{arguments:?}"
        );
    }
}
