//! Secrets and data in the configuration file of `serve`: where they come from, and who may read
//! them.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use server::config::Config;

use crate::config::Files;

#[test]
fn a_parse_error_shows_no_secret() {
    let files = Files::new();
    let sentence = files.refused(files.line("secret_file"), "secret = \"do-not-show-this-text\" x");
    assert!(!sentence.contains("do-not-show"), "{sentence}");
    for line in [
        "secret = [\"do-not-show\"]",
        "secret_file = { do = \"do-not-show\" }",
        "secret_file = 918273645546",
        "actions = \"do-not-show\"",
    ] {
        let sentence = files.refused(files.line("secret_file"), line);
        assert!(!sentence.contains("not-show") && !sentence.contains("918273645546"), "{sentence}");
    }
    let sentence = files.refused(files.line("secret_file"), "secrt = \"do-not-show\"");
    assert!(
        sentence.contains("aws.access_keys.secrt is not a setting")
            && !sentence.contains("not-show"),
        "{sentence}"
    );
}

#[test]
fn paths_must_be_absolute() {
    let files = Files::new();
    assert!(files.refused(files.line("path"), "path = \"data\"").contains("is not absolute"));
    assert!(
        files
            .refused(files.line("master_key_file"), "master_key_file = \"k\"")
            .contains("is not absolute")
    );
    assert!(
        files.refused(files.line("secret_file"), "secret_file = \"s\"").contains("is not absolute")
    );
}

#[test]
fn files_with_secrets_must_be_private() {
    let files = Files::new();
    for (name, good) in [("master.key", 0o400), ("secret", 0o600)] {
        for mode in [0o640, 0o604, 0o660, 0o644, 0o700] {
            fs::set_permissions(files.path(name), fs::Permissions::from_mode(mode)).unwrap();
            let sentence = files.load(&files.text).unwrap_err();
            assert!(sentence.contains("chmod 600"), "{name} {mode:o}: {sentence}");
        }
        fs::set_permissions(files.path(name), fs::Permissions::from_mode(good)).unwrap();
        assert!(files.load(&files.text).is_ok(), "{name}");
    }
    let inline = "secret = \"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY\"";
    let sentence = files.refused(files.line("secret_file"), inline);
    assert!(sentence.contains("poolkeeper.toml holds a secret"), "{sentence}");
    let text = files.text.replace(files.line("secret_file"), inline);
    files.write("private.toml", &text, 0o600);
    assert!(Config::load(&files.path("private.toml")).is_ok());
}

#[test]
fn the_master_key_must_not_be_in_the_data_folder() {
    let files = Files::new();
    files.write("data/master.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", 0o600);
    let inside = format!("master_key_file = \"{}\"", files.path("data/master.key").display());
    assert!(
        files.refused(files.line("master_key_file"), &inside).contains("is in the data folder")
    );
    std::os::unix::fs::symlink(files.path("data/master.key"), files.path("link.key")).unwrap();
    let linked = format!("master_key_file = \"{}\"", files.path("link.key").display());
    assert!(
        files.refused(files.line("master_key_file"), &linked).contains("is in the data folder")
    );
}

#[test]
fn sources_of_master_keys() {
    let files = Files::new();
    let line = files.line("master_key_file");
    let with = |keys: &str| files.load(&files.text.replace(line, keys));
    assert!(with("").unwrap_err().contains("There is no master key"));
    assert!(with("master_key_env = \"POOLKEEPER_TEST_UNSET\"").unwrap_err().contains("is not set"));
    assert!(
        with(&format!("{line}\nmaster_key_env = \"X\""))
            .unwrap_err()
            .contains("comes from one place")
    );
    assert!(with(&format!("{line}\nlist = [{{ env = \"X\" }}]")).unwrap_err().contains("both"));
    assert!(with("list = [{}]").unwrap_err().contains("is empty"));
    assert!(with("master_key_command = []").unwrap_err().contains("is empty"));
    assert!(with("master_key_command = [\"false\"]").unwrap_err().contains("failed"));
    assert!(with("master_key_command = [\"true\"]").unwrap_err().contains("printed nothing"));
    assert!(
        with("master_key_command = [\"/no/such/program\"]").unwrap_err().contains("cannot be run")
    );
    let config = with("master_key_command = [\"echo\", \"a key\"]").unwrap();
    assert_eq!(config.keys.texts[0].as_str(), "a key");
    let file = files.path("master.key").display().to_string();
    let config =
        with(&format!("list = [{{ command = [\"echo\", \"new\"] }}, {{ file = \"{file}\" }}]"))
            .unwrap();
    assert_eq!(
        config.keys.texts.iter().map(|text| text.as_str().len()).collect::<Vec<_>>(),
        [3, 44]
    );
}

#[test]
fn postgres_settings() {
    let files = Files::new();
    let line = files.line("path = ");
    let with = |store: &str| files.load(&files.text.replace(line, store));
    let url = "url = \"postgres://poolkeeper@db1,db2/poolkeeper?sslmode=require\"";
    let config = with(url).unwrap();
    let store::Engine::Postgres(database) = &config.store.options.engine else {
        panic!("no database")
    };
    assert_eq!(
        (database.connections, database.named_statements, config.store.folder.is_none()),
        (16, true, true)
    );
    assert_eq!(config.store.shown(), "the database");
    for (also, sentence) in [
        (line, "either path"),
        ("connections = 1", "store.connections is too small"),
        ("password_file = \"relative\"", "is not absolute"),
        (
            "password_env = \"POOLKEEPER_TEST_UNSET\"",
            "which should hold the database password, is not set",
        ),
        ("password_env = \"A\"\npassword_command = [\"b\"]", "comes from one place"),
        ("backup_before_upgrade = false", "store.backup_before_upgrade belongs to store.path"),
        ("engine = \"mysql\"", "store.engine must be \"postgres\" or \"citus\"."),
    ] {
        let refusal = with(&format!("{url}\n{also}")).unwrap_err();
        assert!(refusal.contains(sentence), "{refusal}");
    }
    assert!(with("").unwrap_err().contains("either path"));
    for also in [
        "connections = 3",
        "engine = \"citus\"",
        "tls_ca_file = \"/x\"",
        "named_statements = false",
    ] {
        assert!(
            with(&format!("{line}\n{also}")).unwrap_err().contains("they belong to store.url"),
            "{also}"
        );
    }
    for (also, is_made) in [("", true), ("backup_before_upgrade = false", false)] {
        let config = with(&format!("{line}\n{also}")).unwrap();
        assert_eq!(config.store.options.sqlite.backup_before_migration, is_made);
    }
    let config = with(&format!(
        "{url}\nengine = \"citus\"\nconnections = 3\npassword_command = [\"echo\", \"hush\"]"
    ))
    .unwrap();
    assert!(!format!("{config:?}").contains("hush"), "{config:?}");
    let store::Engine::Postgres(database) = &config.store.options.engine else {
        panic!("no database")
    };
    assert_eq!((database.kind, database.connections), (store::PostgresKind::Citus, 3));
    let source = database.password.as_ref().unwrap();
    assert_eq!((source.0)(), Ok("hush".to_owned()));
}

/// Anyone who can read the file can read the password in it.
#[test]
fn a_password_in_the_connection_string() {
    let files = Files::new();
    let line = files.line("path = ");
    let url = "url = \"postgres://poolkeeper:do-not-show-this@db/poolkeeper?sslmode=require\"";
    let text = files.text.replace(line, url);
    let refusal = files.load(&text).unwrap_err();
    assert!(refusal.contains("chmod 600") && !refusal.contains("do-not-show"), "{refusal}");
    files.write("private.toml", &text, 0o600);
    let config = Config::load(&files.path("private.toml")).unwrap();
    assert!(!format!("{config:?}").contains("do-not-show"), "{config:?}");
    let both = text.replace(url, &format!("{url}\npassword_command = [\"echo\", \"hush\"]"));
    files.write("private.toml", &both, 0o600);
    assert!(Config::load(&files.path("private.toml")).unwrap_err().0.contains("names another"));
}
