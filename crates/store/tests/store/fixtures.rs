//! Records to store.

use std::sync::atomic::{AtomicI64, Ordering};

use store::{
    Attempts, AttributeValue, Batch, CommitError, Credential, Family, Group, GroupMember, Lookup,
    Membership, Message, Pool, Record, Rev, Spent, Store, User, UserNetworks, UserSessions,
    placement,
};

pub(crate) const POOL: &str = "eu-west-1_Fixture00";

/// A new batch id at every call.
pub(crate) fn rev() -> Rev {
    static NEXT: AtomicI64 = AtomicI64::new(1_000);
    Rev(NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A batch with an id of its own.
pub(crate) fn batch() -> Batch {
    Batch::new(rev())
}

/// Commits one batch that `fill` adds changes to.
pub(crate) async fn commit(
    store: &Store,
    fill: impl for<'a> FnOnce(&'a mut Batch) -> &'a mut Batch,
) -> Result<(), CommitError> {
    let mut batch = batch();
    fill(&mut batch);
    store.commit(batch).await
}

/// The row as currently stored.
pub(crate) async fn stored<R: Record>(store: &Store, record: &R) -> Option<R> {
    store.read(store::Get::new(record.to_key())).await.expect("a read")
}

pub(crate) fn is_conflict(outcome: &Result<(), CommitError>) -> bool {
    matches!(outcome, Err(CommitError::Conflict))
}

pub(crate) fn part_of(user_id: &str) -> String {
    placement::user_part(POOL, 4, user_id)
}

pub(crate) fn pool() -> Pool {
    Pool {
        pool_id: POOL.to_owned(),
        state: "active".to_owned(),
        n_parts: 4,
        stable_secret: vec![1, 2, 3],
        master_key_id: "master".to_owned(),
        doc: "{\"v\":1}".to_owned(),
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn user(user_id: &str) -> User {
    User {
        part: part_of(user_id),
        user_id: user_id.to_owned(),
        pool_id: POOL.to_owned(),
        username: format!("name of {user_id}"),
        status: "CONFIRMED".to_owned(),
        enabled: true,
        token_gen: 7,
        created: 11,
        modified: 13,
        attributes: "{\"v\":1}".to_owned(),
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn lookup(name: &str, user_id: &str) -> Lookup {
    Lookup {
        part: placement::lookup_part(POOL, 4, "username", name),
        kind: "username".to_owned(),
        value: name.to_owned(),
        user_id: user_id.to_owned(),
        user_part: part_of(user_id),
        state: "active".to_owned(),
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn credential(user_id: &str, kind: &str) -> Credential {
    Credential {
        part: part_of(user_id),
        user_id: user_id.to_owned(),
        kind: kind.to_owned(),
        credential_id: "one".to_owned(),
        sealed: vec![9; 40],
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn group(name: &str) -> Group {
    Group {
        pool_id: POOL.to_owned(),
        group_name: name.to_owned(),
        group_id: format!("id of {name}"),
        precedence: None,
        doc: "{\"v\":1}".to_owned(),
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn membership(user_id: &str, group: &str) -> Membership {
    Membership {
        part: part_of(user_id),
        user_id: user_id.to_owned(),
        group_id: format!("id of {group}"),
        group_name: group.to_owned(),
        created: 5,
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn member(user_id: &str, group: &str) -> GroupMember {
    let group_id = format!("id of {group}");
    GroupMember {
        group_part: placement::group_part(POOL, 4, &group_id),
        group_id,
        user_id: user_id.to_owned(),
        user_part: part_of(user_id),
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn family(user_id: &str, origin_jti: &str, expires: i64) -> Family {
    Family {
        part: part_of(user_id),
        user_id: user_id.to_owned(),
        origin_jti: origin_jti.to_owned(),
        client_id: "client".to_owned(),
        token_gen: 7,
        state: "revoked".to_owned(),
        rotation: None,
        expires,
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn sessions(user_id: &str, expires: i64) -> UserSessions {
    UserSessions {
        part: part_of(user_id),
        user_id: user_id.to_owned(),
        doc: "{\"v\":1,\"sessions\":[]}".to_owned(),
        expires,
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn networks(user_id: &str, expires: i64) -> UserNetworks {
    UserNetworks {
        part: part_of(user_id),
        user_id: user_id.to_owned(),
        doc: "{\"v\":1,\"networks\":[]}".to_owned(),
        expires,
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn attempts(part: &str, subject: &str, expires: i64) -> Attempts {
    Attempts {
        part: part.to_owned(),
        subject: subject.to_owned(),
        kind: "password".to_owned(),
        count: 0,
        until: 0,
        expires,
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn spent(part: &str, id: &str, expires: i64) -> Spent {
    Spent { part: part.to_owned(), id: id.to_owned(), expires, rev: Rev::UNWRITTEN }
}

pub(crate) fn message(part: &str, id: &str, expires: i64) -> Message {
    Message {
        part: part.to_owned(),
        message_id: id.to_owned(),
        pool_id: POOL.to_owned(),
        state: "waiting".to_owned(),
        attempts: 0,
        next_try: 0,
        created: 1,
        expires,
        sealed: vec![4; 10],
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) fn attribute_value(
    user_id: &str,
    attribute: &str,
    folded_value: &str,
) -> AttributeValue {
    AttributeValue {
        part: part_of(user_id),
        attribute: attribute.to_owned(),
        folded_value: folded_value.to_owned(),
        user_id: user_id.to_owned(),
        since: 3,
        rev: Rev::UNWRITTEN,
    }
}
