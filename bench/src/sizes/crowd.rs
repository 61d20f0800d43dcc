//! The users that fill a pool: rows as the server writes them, without a password.

use domain::listing::{self, Listed};
use domain::names::{self, AliasKind, LookupKind};
use domain::user::{Attributes, UserStatus};
use domain::{Rng, Time};
use store::{AttributeValue, GroupMember, Lookup, Membership, Record, Rev, User, Value, placement};

use super::queries::Pool;

/// The group that the first users belong to.
pub(crate) const GROUP: &str = "crowd";
/// Maximum number of members of that group.
pub(crate) const MEMBERS: usize = 100_000;

/// Number of users with the rare status.
const RARE: usize = 10;
/// Number of users per team.
const TEAM: usize = 20;
const GIVEN_NAMES: [&str; 8] =
    ["Ada", "Grace", "Barbara", "Edsger", "Donald", "Radia", "Leslie", "Tony"];

/// A table row, `rev` last.
pub(super) type TableRow = Vec<Value>;

/// The rows of one user, one per table.
pub(super) struct Rows {
    pub(super) user: TableRow,
    pub(super) lookup: TableRow,
    pub(super) values: Vec<TableRow>,
    /// Membership and member rows, while the group has room.
    pub(super) member: Option<(TableRow, TableRow)>,
}

/// The prefix of ten users' addresses, different for each number.
pub(super) fn email_prefix(number: usize, users: usize) -> String {
    format!("user-{:07}", number * 7_919 % (users / 10))
}

/// The name of a team, different for each number.
pub(super) fn team(number: usize, users: usize) -> String {
    format!("team-{:06}", number * 7_919 % (users / TEAM))
}

/// The rows of the user with this number.
pub(super) fn rows(pool: &Pool, group_id: &str, rng: &Rng, at: usize) -> Rows {
    let user_id = rng.uuid();
    let username = format!("user-{at:08}");
    let part = placement::user_part(&pool.pool_id, pool.parts, &user_id);
    let rev = Rev(rng.positive_i63());
    let attributes = attributes(at, &username);
    let is_rare = at.is_multiple_of(pool.users / RARE);
    let status = if is_rare { UserStatus::ResetRequired } else { UserStatus::Confirmed };
    let user = User {
        part,
        user_id,
        pool_id: pool.pool_id.clone(),
        username: username.clone(),
        status: status.as_str().to_owned(),
        enabled: true,
        token_gen: rev.0,
        created: CREATED.millis(),
        modified: CREATED.millis(),
        attributes: attributes.to_doc(),
        rev,
    };
    let values = index(&user, &attributes);
    Rows {
        lookup: row(&lookup(pool, &user, LookupKind::Username, &username)),
        values: values.iter().map(row).collect(),
        member: (at < MEMBERS).then(|| member(pool, group_id, &user)),
        user: row(&user),
    }
}

/// The creation time of all users.
const CREATED: Time = Time(1_772_600_000_000);

fn attributes(at: usize, username: &str) -> Attributes {
    let mut attributes = Attributes::default();
    attributes.set("email", format!("{username}@example.com"));
    attributes.set_verified(AliasKind::Email, true);
    attributes
        .set("given_name", GIVEN_NAMES.get(at % GIVEN_NAMES.len()).copied().unwrap_or_default());
    attributes.set("custom:team", format!("team-{:06}", at / TEAM));
    attributes
}

fn index(user: &User, attributes: &Attributes) -> Vec<AttributeValue> {
    let listed = Listed {
        sub: &user.user_id,
        username: &user.username,
        status: &user.status,
        enabled: user.enabled,
        attributes,
    };
    let value = |(attribute, folded_value)| AttributeValue {
        part: user.part.clone(),
        attribute,
        folded_value,
        user_id: user.user_id.clone(),
        since: user.modified,
        rev: user.rev,
    };
    listing::entries(&listed).into_iter().map(value).collect()
}

fn lookup(pool: &Pool, user: &User, kind: LookupKind, name: &str) -> Lookup {
    let value = names::lookup_value(kind, name, true);
    Lookup {
        part: placement::lookup_part(&pool.pool_id, pool.parts, kind.as_str(), &value),
        kind: kind.as_str().to_owned(),
        value,
        user_id: user.user_id.clone(),
        user_part: user.part.clone(),
        state: "active".to_owned(),
        rev: user.rev,
    }
}

fn member(pool: &Pool, group_id: &str, user: &User) -> (TableRow, TableRow) {
    let membership = Membership {
        part: user.part.clone(),
        user_id: user.user_id.clone(),
        group_id: group_id.to_owned(),
        group_name: GROUP.to_owned(),
        created: CREATED.millis(),
        rev: user.rev,
    };
    let member = GroupMember {
        group_part: placement::group_part(&pool.pool_id, pool.parts, group_id),
        group_id: group_id.to_owned(),
        user_id: user.user_id.clone(),
        user_part: user.part.clone(),
        rev: user.rev,
    };
    (row(&membership), row(&member))
}

fn row(record: &impl Record) -> TableRow {
    let mut row = record.key_values();
    row.extend(record.values());
    row.push(Value::Int(record.rev().0));
    row
}
