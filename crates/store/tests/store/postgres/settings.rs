//! Settings: what is refused before connecting, and what is never revealed.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use store::{OpenError, Options, PasswordSource, Postgres, Store};

use super::{open, options};
use crate::fixtures::*;
use crate::place::{Place, PostgresSchema};

fn refusal(url: &str) -> Option<String> {
    Store::open(Options::postgres(url)).err().map(|error| error.to_string())
}

#[test]
fn a_connection_string_is_not_repeated() {
    let wrong = [
        "postgres://me:hunter2@localhost:port/data",
        "postgres://me:hunter2@localhost/data?no_such=thing",
        "host=localhost user=me password=hunter2 port",
        "hunter2",
        "postgres://me:hunter2@far.example/data",
    ];
    for url in wrong {
        let refused = refusal(url).unwrap_or_else(|| panic!("{url} is wrong"));
        assert!(!refused.contains("hunter2"), "{refused}");
    }
    let settings = options(Postgres::new("postgres://me:hunter2@localhost/data"));
    assert!(!format!("{:?}", settings.engine).contains("hunter2"));
}

/// Opening does not connect, so the hosts need not exist.
#[tokio::test]
async fn other_hosts_need_an_explicit_tls_mode() {
    for url in [
        "postgres://me@far.example/data",
        "postgres://me@far.example/data?sslmode=prefer",
        "postgres://me@127.0.0.1,far.example/data",
        "host=localhost hostaddr=192.0.2.1 user=me",
    ] {
        let refused = refusal(url).unwrap_or_else(|| panic!("{url} is refused"));
        assert!(
            refused.contains("sslmode=require") && refused.contains("sslmode=disable"),
            "{refused}"
        );
    }
    for url in [
        "postgres://me@far.example/data?sslmode=require",
        "postgres://me@far.example/data?sslmode=disable",
        "postgres://me@127.0.0.1,localhost/data",
        "postgres://me@[::1]/data",
        "host=/var/run/postgresql user=me",
    ] {
        assert_eq!(refusal(url), None, "{url}");
    }
}

#[tokio::test]
async fn certificates_are_read_when_opening() {
    let opened = |path: std::path::PathBuf| {
        let settings =
            Postgres { tls_ca_file: Some(path), ..Postgres::new("postgres://me@localhost/data") };
        Store::open(options(settings)).err().map(|error| error.to_string()).unwrap_or_default()
    };
    let missing = opened("/no/such/file.pem".into());
    assert!(missing.contains("/no/such/file.pem cannot be read"), "{missing}");
    let empty = opened(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml").into());
    assert!(empty.contains("Cargo.toml has no certificate"), "{empty}");
}

#[tokio::test]
async fn the_password_is_fetched_for_each_connection() {
    let place = PostgresSchema::new();
    let asked = Arc::new(AtomicU64::new(0));
    let counting = asked.clone();
    let source = PasswordSource::new(move || {
        counting.fetch_add(1, Ordering::SeqCst);
        Ok("hunter2".to_owned())
    });
    let settings = |lifetime| {
        let store::Engine::Postgres(settings) = place.options().engine else {
            unreachable!("a schema uses PostgreSQL")
        };
        Postgres { password: Some(source.clone()), lifetime, ..settings }
    };
    let lasting = open(settings(Duration::from_secs(600)));
    assert_eq!(asked.load(Ordering::SeqCst), 0);
    for _ in 0..5 {
        assert!(stored(&lasting, &user("u")).await.is_none());
    }
    assert_eq!(asked.load(Ordering::SeqCst), 1, "one connection");
    let fleeting = open(settings(Duration::ZERO));
    for _ in 0..5 {
        assert!(stored(&fleeting, &user("u")).await.is_none());
    }
    assert_eq!(asked.load(Ordering::SeqCst), 6, "a connection for each");
}

#[tokio::test]
async fn a_failing_password_source_is_reported() {
    let url = testpg::shared().url();
    let source = PasswordSource::new(|| Err("the vault is closed".to_owned()));
    let store = open(Postgres { password: Some(source), ..Postgres::new(url) });
    let refused = store.require_schema().await.expect_err("no password");
    assert!(refused.to_string().contains("the vault is closed"), "{refused}");
}

#[tokio::test]
async fn an_unreachable_host_is_reported_at_once() {
    let store = Store::open(Options::postgres("postgres://me:hunter2@127.0.0.1:1/data"))
        .expect("not connected yet");
    let refused = store.require_schema().await.expect_err("no host");
    assert!(matches!(refused, OpenError::Database(_)), "{refused:?}");
    assert!(
        refused.to_string().contains("onnect") && !refused.to_string().contains("hunter2"),
        "{refused}"
    );
}

#[tokio::test]
async fn a_silent_host_is_reported_soon() {
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("postgres://me@{}/data", silent.local_addr().expect("bound"));
    let store = open(Postgres { timeout: Duration::from_millis(100), ..Postgres::new(url) });
    let refused = store.require_schema().await.expect_err("no answer");
    assert!(refused.to_string().contains("does not answer"), "{refused}");
}
