//! Commits of the store on a VFS that records writes and syncs.

mod failed_sync;
mod group;
mod power_loss;
mod synced;

use std::collections::BTreeMap;

use store::{
    Batch, ConfigRev, Credential, DataKey, Lookup, Options, Pool, Prefix, Rev, SigningKey, Store,
    User, doctor, placement,
};
use testkit::TempDir;
use testkit::vfs::{Event, FileKind, Recording, What};

const POOL: &str = "eu-west-1_Durable00";

/// Log size in pages, so small that the log restarts every few commits.
const SHORT_LOG: i64 = 16;

/// A store on a recording VFS, in its own folder.
pub(crate) struct Watched {
    pub(crate) recording: Recording,
    pub(crate) store: Store,
    /// Declared last, so it is removed after the store is closed.
    _dir: TempDir,
}

impl Watched {
    /// An empty store.
    fn open(wal_pages: i64) -> Self {
        Self::open_with(wal_pages, |_| ())
    }

    /// An empty store with further options.
    fn open_with(wal_pages: i64, further: impl FnOnce(&mut Options)) -> Self {
        let (recording, dir) = (Recording::register(), TempDir::new());
        let mut options = Options::sqlite(dir.path());
        options.sqlite.vfs = Some(recording.name().to_owned());
        options.sqlite.wal_pages = wal_pages;
        further(&mut options);
        Self { store: Store::open(options).expect("a new store"), recording, _dir: dir }
    }
}

/// A batch id whose bytes occur nowhere else.
fn rev(number: i64) -> Rev {
    Rev(0x5E71_0000_0000_0000 | number)
}

/// A batch id as stored: SQLite's record format writes integers with the highest byte first.
fn bytes_of(rev: Rev) -> [u8; 8] {
    rev.0.to_be_bytes()
}

/// A pool that passes the doctor.
fn new_pool(number: i64) -> Batch {
    let mut batch = Batch::new(rev(number));
    let pool_id = POOL.to_owned();
    batch.insert(&Pool {
        pool_id: pool_id.clone(),
        state: "active".to_owned(),
        n_parts: 1,
        stable_secret: vec![1; 32],
        master_key_id: "master".to_owned(),
        doc: "{\"v\":1}".to_owned(),
        rev: Rev::UNWRITTEN,
    });
    batch.insert(&ConfigRev { pool_id: pool_id.clone(), rev: Rev::UNWRITTEN });
    let (master_key_id, rev) = ("master".to_owned(), Rev::UNWRITTEN);
    batch.insert(&DataKey {
        pool_id: pool_id.clone(),
        version: 1,
        master_key_id,
        wrapped: vec![2; 60],
        rev,
    });
    for purpose in ["id", "access"] {
        batch.insert(&SigningKey {
            pool_id: pool_id.clone(),
            kid: format!("the {purpose} key"),
            purpose: purpose.to_owned(),
            not_before: 0,
            not_after: None,
            public: vec![3; 270],
            sealed: vec![4; 1_200],
            rev,
        });
    }
    batch
}

/// A user as first written by batch `number`.
fn user(name: &str, number: i64) -> User {
    User {
        part: placement::user_part(POOL, 1, name),
        user_id: name.to_owned(),
        pool_id: POOL.to_owned(),
        username: name.to_owned(),
        status: "CONFIRMED".to_owned(),
        enabled: true,
        token_gen: 1,
        created: 1,
        modified: number,
        attributes: "{\"v\":1}".to_owned(),
        rev: Rev::UNWRITTEN,
    }
}

fn lookup(name: &str) -> Lookup {
    Lookup {
        part: placement::lookup_part(POOL, 1, "username", name),
        kind: "username".to_owned(),
        value: name.to_owned(),
        user_id: name.to_owned(),
        user_part: placement::user_part(POOL, 1, name),
        state: "active".to_owned(),
        rev: Rev::UNWRITTEN,
    }
}

/// A new user with a name and a password: three rows.
fn new_user(name: &str, number: i64) -> Batch {
    let mut batch = Batch::new(rev(number));
    let user = user(name, number);
    let (kind, credential_id) = ("password".to_owned(), "password".to_owned());
    let (part, user_id) = (user.part.clone(), user.user_id.clone());
    batch.insert(&user).insert(&lookup(name));
    batch.insert(&Credential {
        part,
        user_id,
        kind,
        credential_id,
        sealed: vec![5; 500],
        rev: Rev::UNWRITTEN,
    });
    batch
}

/// A change to a user last written by batch `previous`.
fn changed_user(name: &str, number: i64, previous: i64) -> Batch {
    let mut batch = Batch::new(rev(number));
    batch.update(&User { rev: rev(previous), ..user(name, number) });
    batch
}

/// The deletion of a user last written by batch `previous`.
fn deleted_user(name: &str, number: i64, previous: i64) -> Batch {
    let mut batch = Batch::new(rev(number));
    let row = User { rev: rev(previous), ..user(name, previous) };
    batch
        .delete(&row)
        .remove(Lookup::key(&lookup(name).part, "username", name))
        .sweep(Credential::of(&row.part, name));
    batch
}

/// The users, and the batch that last wrote each one.
type State = BTreeMap<String, i64>;

/// Opens the store that a crash left, requires that all rows agree, and returns its users; `None`
/// if not even the pool exists.
async fn state_of(dir: &TempDir) -> Option<State> {
    let store = Store::open(Options::sqlite(dir.path())).expect("what a crash leaves opens");
    let findings = doctor::deep(&store).await;
    assert!(findings.is_empty(), "{findings:#?}");
    let part = placement::user_part(POOL, 1, "");
    let (pool, users, lookups, credentials) = store
        .read((
            Pool::get(POOL),
            Prefix::<User>::in_part(&part),
            Prefix::<Lookup>::in_part(&part),
            Prefix::<Credential>::in_part(&part),
        ))
        .await
        .expect("a read");
    store.close().await;
    let state: State = users.into_iter().map(|user| (user.user_id, user.modified)).collect();
    assert!(lookups.iter().map(|lookup| &lookup.user_id).eq(state.keys()), "names of half a batch");
    assert!(
        credentials.iter().map(|credential| &credential.user_id).eq(state.keys()),
        "passwords of half a batch"
    );
    pool.map(|_| state)
}

/// The log's first bytes are written only when it starts or restarts.
fn is_log_header(event: &Event) -> bool {
    event.kind == FileKind::Log && matches!(&event.what, What::Wrote { offset: 0, .. })
}
