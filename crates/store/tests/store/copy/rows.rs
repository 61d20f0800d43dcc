//! Rows of every table, placed for a given number of parts per pool.

use std::collections::BTreeMap;

use store::{
    Attempts, AttributeValue, Batch, ChallengeState, ClockMark, Code, ConfigRev, Credential,
    DataKey, Directory, Family, Get, Group, GroupMember, Job, Lookup, Membership, Message, Pool,
    PoolClient, Record, Rev, SigningKey, Store, User, UserNetworks, UserSessions, placement,
};

use crate::fixtures::{self, rev};

const POOLS: [&str; 2] = ["eu-west-1_Another0", fixtures::POOL];

/// An action on rows of every table.
pub(crate) trait Visit {
    async fn rows<R: Record + Clone + PartialEq>(&mut self, rows: Vec<R>);
}

/// Visits every row of a store with `n` parts and this many users per pool. Apart from their parts,
/// the rows are the same for every `n`.
pub(crate) async fn each(n: i64, users: usize, visit: &mut impl Visit) {
    for pool_id in POOLS {
        configuration(pool_id, n, visit).await;
        for chunk in (0..users).collect::<Vec<_>>().chunks(100) {
            of_users(pool_id, n, chunk, visit).await;
        }
    }
    let begun = Job {
        kind: "delete-pool".to_owned(),
        id: "gone".to_owned(),
        doc: "{ \"began\": 5 }".to_owned(),
        rev: rev(),
    };
    visit.rows(vec![begun]).await;
    let mark = ClockMark {
        name: "expiry".to_owned(),
        at: 1,
        claimed: 2,
        ran_millis: 3,
        jumped: 4,
        jump_millis: -5,
        rev: rev(),
    };
    visit.rows(vec![mark]).await;
}

async fn configuration(pool_id: &str, n: i64, visit: &mut impl Visit) {
    let id = || pool_id.to_owned();
    let pool = Pool { pool_id: id(), n_parts: n, ..fixtures::pool() };
    visit.rows(vec![pool]).await;
    visit.rows(vec![ConfigRev { pool_id: id(), rev: rev() }]).await;
    visit
        .rows(vec![PoolClient {
            pool_id: id(),
            client_id: format!("c {pool_id}"),
            doc: "{}".to_owned(),
            rev: rev(),
        }])
        .await;
    let group =
        |name: &str, precedence| Group { pool_id: id(), precedence, ..fixtures::group(name) };
    visit.rows(vec![group("admins", Some(-3)), group("others", None)]).await;
    let key = |kid: &str, not_after| SigningKey {
        pool_id: id(),
        kid: kid.to_owned(),
        purpose: kid.to_owned(),
        not_before: 1,
        not_after,
        public: Vec::new(),
        sealed: vec![0, 255],
        rev: rev(),
    };
    visit.rows(vec![key("id", None), key("access", Some(7))]).await;
    let key = |version| DataKey {
        pool_id: id(),
        version,
        master_key_id: "m".to_owned(),
        wrapped: vec![8],
        rev: rev(),
    };
    visit.rows(vec![key(1), key(2)]).await;
    let entry = Directory {
        kind: "client".to_owned(),
        name: format!("c {pool_id}"),
        pool_id: id(),
        rev: rev(),
    };
    visit.rows(vec![entry]).await;
    let doc = format!("{{\"n_parts\":{n},\"pool_id\":\"{pool_id}\",\"v\":1}}");
    visit
        .rows(vec![Job {
            kind: "delete-group".to_owned(),
            id: format!("of {pool_id}"),
            doc,
            rev: rev(),
        }])
        .await;
}

async fn of_users(pool_id: &str, n: i64, users: &[usize], visit: &mut impl Visit) {
    let ids: Vec<String> = users.iter().map(|at| format!("user {at} of {pool_id}")).collect();
    let part = |id: &String| placement::user_part(pool_id, n, id);
    let name = |id: &String| format!("Name\u{e9} of {id}");
    let all = |id: &String| User {
        part: part(id),
        pool_id: pool_id.to_owned(),
        username: name(id),
        ..fixtures::user(id)
    };
    visit.rows(ids.iter().map(|id| User { enabled: !id.contains('7'), ..all(id) }).collect()).await;
    let lookups = |id: &String| Lookup {
        part: placement::lookup_part(pool_id, n, "username", &name(id)),
        user_part: part(id),
        ..fixtures::lookup(&name(id), id)
    };
    visit.rows(ids.iter().map(lookups).collect()).await;
    visit
        .rows(
            ids.iter()
                .map(|id| Credential { part: part(id), ..fixtures::credential(id, "password") })
                .collect(),
        )
        .await;
    visit
        .rows(
            ids.iter()
                .map(|id| Membership { part: part(id), ..fixtures::membership(id, "admins") })
                .collect(),
        )
        .await;
    let member = |id: &String| {
        let member = fixtures::member(id, "admins");
        GroupMember {
            group_part: placement::group_part(pool_id, n, &member.group_id),
            user_part: part(id),
            ..member
        }
    };
    visit.rows(ids.iter().map(member).collect()).await;
    let rotation = |id: &String| id.contains('5').then(|| "{}".to_owned());
    let family = |id: &String| Family {
        part: part(id),
        rotation: rotation(id),
        ..fixtures::family(id, "jti", 1)
    };
    visit.rows(ids.iter().map(family).collect()).await;
    visit.rows(ids.iter().map(|id| code(part(id), id)).collect()).await;
    let value = |id: &String| AttributeValue {
        part: part(id),
        ..fixtures::attribute_value(id, "name", "a name")
    };
    visit.rows(ids.iter().map(value).collect()).await;
    visit
        .rows(
            ids.iter()
                .map(|id| UserSessions { part: part(id), ..fixtures::sessions(id, NEVER) })
                .collect(),
        )
        .await;
    visit
        .rows(
            ids.iter()
                .map(|id| UserNetworks { part: part(id), ..fixtures::networks(id, NEVER) })
                .collect(),
        )
        .await;
    let subject_part = |id: &String| placement::subject_part(pool_id, n, id);
    let attempts = |id: &String| Attempts {
        count: 5,
        until: NEVER,
        ..fixtures::attempts(&subject_part(id), id, NEVER)
    };
    visit.rows(ids.iter().map(attempts).collect()).await;
    visit.rows(ids.iter().map(|id| fixtures::spent(&subject_part(id), id, NEVER)).collect()).await;
    let state = |id: &String| ChallengeState {
        part: subject_part(id),
        id: id.clone(),
        sealed: vec![5; 3],
        expires: NEVER,
        rev: rev(),
    };
    visit.rows(ids.iter().map(state).collect()).await;
    let message = |id: &String| fixtures::message(&subject_part(id), id, NEVER);
    visit
        .rows(ids.iter().map(|id| Message { pool_id: pool_id.to_owned(), ..message(id) }).collect())
        .await;
}

const NEVER: i64 = i64::MAX;

fn code(part: String, user_id: &str) -> Code {
    Code {
        part,
        user_id: user_id.to_owned(),
        kind: "sign_up".to_owned(),
        mac: vec![1; 32],
        destination_mac: vec![2; 32],
        pending_value: user_id.contains('3').then(|| vec![3]),
        attempts: 2,
        expires: NEVER,
        rev: rev(),
    }
}

/// Inserts the rows into a store.
pub(crate) async fn fill(store: &Store, n: i64, users: usize) {
    struct Fill<'a>(&'a Store);
    impl Visit for Fill<'_> {
        async fn rows<R: Record + Clone + PartialEq>(&mut self, rows: Vec<R>) {
            let mut batch = Batch::new(rev());
            for row in &rows {
                batch.insert(row);
            }
            self.0.commit(batch).await.expect("a commit");
        }
    }
    each(n, users, &mut Fill(store)).await;
}

/// Requires that a store has these rows, and returns the count for each table.
pub(crate) async fn require(store: &Store, n: i64, users: usize) -> BTreeMap<&'static str, u64> {
    struct Compare<'a>(&'a Store, BTreeMap<&'static str, u64>);
    impl Visit for Compare<'_> {
        async fn rows<R: Record + Clone + PartialEq>(&mut self, rows: Vec<R>) {
            let table = R::table().name;
            for row in &rows {
                let found = self.0.read(Get::new(row.to_key())).await.expect("a read");
                let found = found.unwrap_or_else(|| panic!("a row of {table} is missing"));
                assert!(found.values() == row.values(), "a row of {table} differs");
            }
            *self.1.entry(table).or_default() += rows.len() as u64;
        }
    }
    let mut compare = Compare(store, BTreeMap::new());
    each(n, users, &mut compare).await;
    compare.1
}

/// The `rev` of every row, in the order of [`each`].
pub(crate) async fn revs(store: &Store, n: i64, users: usize) -> Vec<Rev> {
    struct Revs<'a>(&'a Store, Vec<Rev>);
    impl Visit for Revs<'_> {
        async fn rows<R: Record + Clone + PartialEq>(&mut self, rows: Vec<R>) {
            for row in &rows {
                let found = self.0.read(Get::new(row.to_key())).await.expect("a read");
                self.1.push(found.expect("the row").rev());
            }
        }
    }
    let mut revs = Revs(store, Vec::new());
    each(n, users, &mut revs).await;
    revs.1
}
