//! The database is away, and as many requests wait for it as may: everything else is answered.

use std::net::SocketAddr;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use http::Method;
use store::{Engine, Faults, Options, Postgres, Store};
use testkit::TempDir;
use testpg::{Proxy, Schema};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::signer::Signing;
use crate::support::{Edge, request};

/// Connections to the server, and how many of them operations may wait with.
const CONNECTIONS: usize = 16;
const WAITING: usize = 12;
/// Requests for readiness at once: more than may wait, but not more than there are connections.
const ASKING: usize = 14;
/// Longer than any test.
const NEVER: Duration = Duration::from_secs(3_600);

struct Running {
    edge: Edge,
    address: SocketAddr,
    /// A pool that the server knows, the path of its key set, and the set.
    pool_id: String,
    key_set: String,
    keys: Vec<u8>,
    stop: oneshot::Sender<()>,
    done: JoinHandle<()>,
}

impl Running {
    /// A server that knows a pool, and checked a while ago whether it has changed.
    async fn start(store: Store, data: TempDir) -> Self {
        let edge = Edge::serve_on_store(store, data);
        let made = edge.signed(&Signing::idp("CreateUserPool", r#"{"PoolName":"p"}"#)).await;
        let pool_id = made.json()["UserPool"]["Id"].as_str().unwrap().to_owned();
        let key_set = format!("/{pool_id}/.well-known/jwks.json");
        let keys = edge.send(request::<&str, &str>(Method::GET, &key_set, &[], b"")).await.body;
        edge.clock.advance_seconds(120);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let shutdown = async {
            let _ = stopped.await;
        };
        let app = Arc::clone(&edge.app);
        let done = tokio::spawn(server::serve_on(listener, app, CONNECTIONS, shutdown));
        Self { edge, address, pool_id, key_set, keys, stop, done }
    }

    /// Sends a request. The connection closes after the answer.
    async fn sent(&self, text: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(text.as_bytes()).await.unwrap();
        stream
    }

    /// The answer to a request, which must not wait for the store.
    async fn answer(&self, text: &str) -> String {
        whole(self.sent(text).await).await
    }

    async fn get(&self, path: &str) -> String {
        self.answer(&format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
            .await
    }

    /// Everything that needs no store is answered, and what would need it is refused.
    async fn answers_without_the_store(&self, one_more: &str) {
        assert_status(&self.get("/_poolkeeper/live").await, 200);
        let keys = self.get(&self.key_set).await;
        assert_status(&keys, 200);
        assert!(keys.ends_with(std::str::from_utf8(&self.keys).unwrap()), "{keys}");
        for _ in 0..2 * CONNECTIONS {
            let refused = self.answer(one_more).await;
            assert_status(&refused, 500);
            assert!(refused.contains("InternalErrorException"), "{refused}");
            assert!(refused.to_lowercase().contains("\r\nretry-after: 1\r\n"), "{refused}");
        }
    }

    /// A new group: one commit.
    fn create(&self, number: usize) -> String {
        let body = format!(r#"{{"UserPoolId":"{}","GroupName":"group-{number}"}}"#, self.pool_id);
        let signing = Signing::idp("CreateGroup", &body);
        post(&Signing { date: "20260201T000130Z".into(), ..signing })
    }

    async fn stop(self) {
        self.stop.send(()).unwrap();
        self.done.await.unwrap();
    }
}

async fn whole(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8(answer).unwrap()
}

#[track_caller]
fn assert_status(answer: &str, status: u16) {
    let line = answer.lines().next().unwrap_or_default();
    assert!(line.starts_with(&format!("HTTP/1.1 {status} ")), "{status} expected: {line}");
}

fn post(signing: &Signing) -> String {
    let headers: String =
        signing.signed().iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let body = String::from_utf8(signing.body.clone()).unwrap();
    let length = body.len();
    format!(
        "POST / HTTP/1.1\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
}

/// A sign-in of an app client that does not exist: one read.
fn sign_in(number: usize) -> String {
    let body = format!(
        r#"{{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"client{number}","AuthParameters":{{"USERNAME":"u","PASSWORD":"p"}}}}"#
    );
    post(&Signing::idp("InitiateAuth", &body))
}

async fn until(mut comes_true: impl FnMut() -> bool) {
    while !comes_true() {
        tokio::task::yield_now().await;
    }
}

/// A server whose database is behind a proxy, and which waits for its answers without end.
async fn behind_proxy() -> (Running, Proxy, Schema) {
    let cluster = testpg::shared();
    let (schema, proxy) = (Schema::create(cluster), Proxy::start(cluster.port()));
    let mut database = Postgres::new(schema.url_through(proxy.port()));
    (database.patience, database.timeout) = (NEVER, NEVER);
    let options = Options { engine: Engine::Postgres(database), ..Options::postgres("") };
    store::migrate(&options, 0, "the test").await.unwrap();
    let running = Running::start(Store::open(options).unwrap(), TempDir::new()).await;
    (running, proxy, schema)
}

/// Keeps connections, but swallows everything, and nothing notices.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_never_answers_takes_the_server_from_nobody() {
    let (running, proxy, _schema) = behind_proxy().await;
    let reads = || running.edge.app.server.store.counts().reads;
    let before = reads();
    proxy.faults().freeze();
    let mut waiting = Vec::new();
    for number in 0..WAITING {
        waiting.push(running.sent(&sign_in(number)).await);
    }
    until(|| reads() == before + WAITING as u64).await;
    running.answers_without_the_store(&sign_in(WAITING)).await;
    // Two documents may wait for the store besides.
    let unknown = |number: u32| format!("/eu-west-1_Unknown{number}/.well-known/jwks.json");
    let get = |number: u32| {
        format!("GET {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", unknown(number))
    };
    // The key set was checked above, and the answer to that is still awaited.
    let documents = running.sent(&get(1)).await;
    until(|| reads() >= before + WAITING as u64 + 2).await;
    let refused = running.get(&unknown(2)).await;
    assert_status(&refused, 500);
    assert!(refused.to_lowercase().contains("\r\nretry-after: 1\r\n"), "{refused}");
    assert_status(&running.get("/_poolkeeper/ready").await, 503);
    // The second that the answer is good for.
    running.edge.clock.advance_seconds(1);
    running.answers_without_the_store(&sign_in(WAITING)).await;
    proxy.faults().lift();
    for stream in waiting {
        let answer = whole(stream).await;
        assert_status(&answer, 400);
        assert!(answer.contains("ResourceNotFoundException"), "{answer}");
    }
    assert_status(&whole(documents).await, 404);
    assert_status(&running.get("/_poolkeeper/ready").await, 200);
    assert_status(&running.answer(&running.create(0)).await, 200);
    running.stop().await;
}

/// Checks of readiness cost the store one read a second together, and take no connection from other
/// requests while the store does not answer.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn readiness_is_asked_once_for_all() {
    let (running, proxy, _schema) = behind_proxy().await;
    let reads = || running.edge.app.server.store.counts().reads;
    let ready = "GET /_poolkeeper/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    for _ in 0..2 {
        let before = reads();
        let mut asked = Vec::new();
        for _ in 0..ASKING {
            asked.push(running.sent(ready).await);
        }
        for stream in asked {
            assert_status(&whole(stream).await, 200);
        }
        assert_eq!(reads(), before + 1);
        running.edge.clock.advance_seconds(1);
    }
    let before = reads();
    proxy.faults().freeze();
    let mut asked = Vec::new();
    for _ in 0..ASKING {
        asked.push(running.sent(ready).await);
    }
    assert_status(&running.get("/_poolkeeper/live").await, 200);
    // Those that may not wait get the last answer.
    let mut unready = 0;
    for stream in asked {
        let answer = whole(stream).await;
        unready += usize::from(answer.starts_with("HTTP/1.1 503 "));
    }
    assert!(unready > 0);
    assert_eq!(reads(), before + 1);
    assert_status(&running.get("/_poolkeeper/ready").await, 503);
    proxy.faults().lift();
    running.edge.clock.advance_seconds(1);
    assert_status(&running.get("/_poolkeeper/ready").await, 200);
    running.stop().await;
}

/// A disk on which nothing more can be written.
#[derive(Default)]
struct Stalled {
    is_stalled: Mutex<bool>,
    over: Condvar,
}

impl Stalled {
    fn set(&self, is_stalled: bool) {
        *self.is_stalled.lock().unwrap_or_else(PoisonError::into_inner) = is_stalled;
        self.over.notify_all();
    }
}

impl Faults for Stalled {
    fn before_group(&self) {
        let stalled = self.is_stalled.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.over.wait_while(stalled, |is| *is).unwrap_or_else(PoisonError::into_inner));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_stalls_takes_the_server_from_nobody() {
    let (data, disk) = (TempDir::new(), Arc::new(Stalled::default()));
    let faults: Arc<dyn Faults> = Arc::clone(&disk) as Arc<dyn Faults>;
    let options = Options { faults: Some(faults), ..Options::sqlite(data.path()) };
    let running = Running::start(Store::open(options).unwrap(), data).await;
    let commits = || running.edge.app.server.store.counts().commits;
    let before = commits();
    disk.set(true);
    let mut waiting = Vec::new();
    for number in 0..WAITING {
        waiting.push(running.sent(&running.create(number)).await);
    }
    until(|| commits() == before + WAITING as u64).await;
    running.answers_without_the_store(&running.create(WAITING)).await;
    disk.set(false);
    for stream in waiting {
        assert_status(&whole(stream).await, 200);
    }
    assert_status(&running.answer(&running.create(WAITING)).await, 200);
    running.stop().await;
}
