//! Other client requests.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};

use testpg::connect;
use tokio_postgres::NoTls;
use tokio_postgres::error::SqlState;

use super::{Scene, code};

#[tokio::test]
async fn a_query_is_cancelled_through_the_proxy() {
    let scene = Scene::new().await;
    let client = connect(&scene.url()).await;
    let token = client.cancel_token();
    let sleeping = client.batch_execute("SELECT pg_sleep(600)");
    // Until the query is running, there is nothing to cancel.
    let cancelling = async {
        let watching = connect(&scene.schema.url()).await;
        let asleep = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
        while watching.query_one(asleep, &[]).await.unwrap().get::<_, i64>(0) == 0 {}
        token.cancel_query(NoTls).await.unwrap();
    };
    let (slept, ()) = tokio::join!(sleeping, cancelling);
    assert_eq!(code(&slept), Some(&SqlState::QUERY_CANCELED));
}

/// The server has no TLS, which it signals with one byte; the client continues without.
#[tokio::test]
async fn a_request_for_tls_is_passed_on() {
    let scene = Scene::new().await;
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, scene.proxy.port())).unwrap();
    stream.write_all(&[0, 0, 0, 8, 4, 0xd2, 0x16, 0x2f]).unwrap();
    let mut byte = [0];
    stream.read_exact(&mut byte).unwrap();
    assert_eq!(&byte, b"N");
    stream.write_all(b"\0\0\0\x17\0\x03\0\0user\0postgres\0\0").unwrap();
    stream.read_exact(&mut byte).unwrap();
    assert_eq!(&byte, b"R", "the server authenticates");
}

#[tokio::test]
async fn large_pipelines_do_not_get_stuck() {
    let scene = Scene::new().await;
    let client = connect(&scene.url()).await;
    let text = "x".repeat(4_000_000);
    let statement = client.prepare("SELECT $1::text").await.unwrap();
    let echo =
        || async { client.query_one(&statement, &[&text]).await.unwrap().get::<_, &str>(0).len() };
    let lengths = tokio::join!(echo(), echo(), echo(), echo());
    assert_eq!(lengths, (4_000_000, 4_000_000, 4_000_000, 4_000_000));
}
