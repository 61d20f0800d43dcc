//! A node cannot read a pool that it knows any more: its documents are served as last known, and the
//! log says why.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use domain::Rng;
use domain::seal::MasterKeys;
use pools::keys::rotate_master;
use testkit::TestServer;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Keeps the errors of this thread.
#[derive(Clone, Default)]
struct Errors(Arc<Mutex<Vec<String>>>);

impl Errors {
    fn taken(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl Subscriber for Errors {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() == Level::ERROR
    }

    fn new_span(&self, _span: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _span: &Id, _values: &Record<'_>) {}

    fn record_follows_from(&self, _span: &Id, _follows: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line(String::new());
        event.record(&mut line);
        self.0.lock().unwrap().push(line.0);
    }

    fn enter(&self, _span: &Id) {}

    fn exit(&self, _span: &Id) {}
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, "{}={value:?} ", field.name()).unwrap();
    }
}

#[tokio::test]
async fn a_pool_that_cannot_be_opened_is_published_as_known_and_logged() {
    let key = || MasterKeys::generate_one(&Rng::system()).to_string();
    let (old, new) = (key(), key());
    let server = TestServer::builder().master_keys(&[&old]).start();
    let node = server.sibling_as(|choices| choices.master_keys(&[&new, &old]));
    let pool = server.pool().await;
    let keys = pool.jwks().await;
    rotate_master(node.inner()).await.unwrap();
    let errors = Errors::default();
    let _logging = tracing::subscriber::set_default(errors.clone());
    server.advance_seconds(1);
    for _ in 0..9 {
        assert_eq!(pool.jwks().await, keys);
        // Within the same second the store is not asked again.
        let (again, work) = server.work_of(pool.jwks()).await;
        assert_eq!((again, work.store.reads), (keys.clone(), 0));
        server.advance_seconds(1);
    }
    // One line in ten seconds.
    let logged = errors.taken();
    assert_eq!(logged.len(), 1, "{logged:?}");
    assert!(logged[0].contains(&pool.id) && logged[0].contains("error="), "{logged:?}");
    server.advance_seconds(2);
    assert_eq!(pool.jwks().await, keys);
    assert_eq!(errors.taken().len(), 1);
}
