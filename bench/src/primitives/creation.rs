//! Creating users in the embedded database: the rows of a user, alone in tables like the server's.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, params};

use super::{Primitives, median_of, sqlite};

const SCHEMA: &str = "
    CREATE TABLE lookups (
        part TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, user_id TEXT NOT NULL, user_part TEXT NOT NULL,
        state TEXT NOT NULL, rev INTEGER NOT NULL, PRIMARY KEY (part, kind, value)
    ) WITHOUT ROWID;
    CREATE TABLE attribute_values (
        part TEXT NOT NULL, attribute TEXT NOT NULL, folded_value TEXT NOT NULL, user_id TEXT NOT NULL,
        since INTEGER NOT NULL, rev INTEGER NOT NULL, PRIMARY KEY (part, attribute, folded_value, user_id)
    ) WITHOUT ROWID;";
const USER: &str = "INSERT INTO users VALUES (?1, ?2, 'eu-west-1_Ab12Cd34E', ?3, \
                    'FORCE_CHANGE_PASSWORD', 1, ?4, ?4, ?4, ?5, ?4)";
const LOOKUP: &str = "INSERT INTO lookups VALUES (?1, 'username', ?2, ?3, ?1, 'active', ?4)";
const VALUE: &str = "INSERT INTO attribute_values VALUES (?1, ?2, ?3, ?4, ?5, ?5)";
const PART: &str = "eu-west-1_Ab12Cd34E:00";

/// The numbers of users in a transaction.
const GROUPS: [u32; 2] = [16, 64];

pub(super) fn measure(all: &mut Primitives, file: &Path) -> Result<(), String> {
    let [of_16, of_64] = costs(file).map_err(|error| format!("SQLite: {error}"))?;
    (all.create_16, all.create_64) = (of_16, of_64);
    Ok(())
}

/// The cost of a user for each size of a transaction.
fn costs(file: &Path) -> Result<[Duration; 2], Box<dyn std::error::Error>> {
    let database = Connection::open(file)?;
    database.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    database.pragma_update(None, "synchronous", "FULL")?;
    database.execute_batch(sqlite::USERS)?;
    database.execute_batch(SCHEMA)?;
    let mut created = 0;
    let mut each = [Duration::ZERO; 2];
    for (cost, group) in each.iter_mut().zip(GROUPS) {
        let whole = median_of(|| {
            create(&database, &mut created, group).map_err(|error| error.to_string())
        })?;
        *cost = whole / group;
    }
    Ok(each)
}

/// Creates this many users in a transaction, each in a savepoint.
fn create(database: &Connection, created: &mut i64, count: u32) -> rusqlite::Result<()> {
    database.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
    for _ in 0..count {
        *created += 1;
        database.prepare_cached("SAVEPOINT batch")?.execute([])?;
        insert(database, *created)?;
        database.prepare_cached("RELEASE batch")?.execute([])?;
    }
    database.prepare_cached("COMMIT")?.execute([])?;
    Ok(())
}

/// The rows of a user with an email address.
fn insert(database: &Connection, at: i64) -> rusqlite::Result<()> {
    // Spread over the tree, like random ids.
    let user_id = format!("{:016x}-8333-444444444444", at.wrapping_mul(-7_046_029_254_386_353_131));
    let (username, email) = (format!("user-{at}"), format!("user-{at}@example.com"));
    let attributes =
        format!(r#"{{"attributes":{{"email":"{email}","email_verified":"true"}},"v":1}}"#);
    let user = params![PART, user_id, username, at, attributes];
    database.prepare_cached(USER)?.execute(user)?;
    database.prepare_cached(LOOKUP)?.execute(params![PART, username, user_id, at])?;
    for (attribute, value) in [
        ("cognito:user_status", "force_change_password"),
        ("email", &email),
        ("email_verified", "true"),
        ("status", "enabled"),
        ("username", &username),
    ] {
        database.prepare_cached(VALUE)?.execute(params![PART, attribute, value, user_id, at])?;
    }
    Ok(())
}
