//! The embedded database: SQLite itself, and a read through the store crate.

use std::hint::black_box;
use std::path::Path;

use rusqlite::{Connection, params};
use store::{Batch, Options, Rev, Store, User};
use tokio::runtime::Builder;

use super::{Primitives, median_of};

/// Number of rows in the table.
const ROWS: usize = 2_000;
/// The maximum number of batches that the store's writer puts into one transaction.
const GROUP: usize = 64;

/// The table of users, like the server's.
pub(super) const USERS: &str = "
    CREATE TABLE users (
        part TEXT NOT NULL, user_id TEXT NOT NULL, pool_id TEXT NOT NULL, username TEXT NOT NULL, status TEXT NOT NULL,
        enabled INTEGER NOT NULL, token_gen INTEGER NOT NULL, created INTEGER NOT NULL, modified INTEGER NOT NULL,
        attributes TEXT NOT NULL, rev INTEGER NOT NULL, PRIMARY KEY (part, user_id)
    ) WITHOUT ROWID;";
const SCHEMA: &str = "
    CREATE TABLE spent (
        part TEXT NOT NULL, id TEXT NOT NULL, expires INTEGER NOT NULL, rev INTEGER NOT NULL, PRIMARY KEY (part, id)
    ) WITHOUT ROWID;";
const READ: &str = "SELECT part, user_id, pool_id, username, status, enabled, token_gen, created, \
                    modified, attributes, rev FROM users WHERE part = ?1 AND user_id = ?2";
const INSERT_USER: &str =
    "INSERT INTO users VALUES (?1, ?2, ?3, ?4, 'CONFIRMED', 1, ?5, ?5, ?5, ?6, ?5)";
const INSERT: &str = "INSERT INTO spent VALUES (?1, ?2, ?3, ?4) ON CONFLICT (part, id) DO NOTHING";

pub(super) fn measure(all: &mut Primitives, dir: &Path) -> Result<(), String> {
    plain(all, &dir.join("plain.db")).map_err(|error| format!("SQLite: {error}"))?;
    through_store(all, &dir.join("store"))
}

fn plain(all: &mut Primitives, file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let database = Connection::open(file)?;
    database.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    database.pragma_update(None, "synchronous", "FULL")?;
    database.execute_batch(USERS)?;
    database.execute_batch(SCHEMA)?;
    let insert = |at: usize| -> rusqlite::Result<usize> {
        let user = user(at);
        let params = params![
            user.part,
            user.user_id,
            user.pool_id,
            user.username,
            user.token_gen,
            user.attributes
        ];
        database.prepare_cached(INSERT_USER)?.execute(params)
    };
    database.execute_batch("BEGIN")?;
    (0..ROWS).try_for_each(|at| insert(at).map(drop))?;
    database.execute_batch("COMMIT")?;
    let mut at = 0;
    all.read = median_of(|| {
        at = (at + 7) % ROWS;
        read(&database, &user_id(at)).map_err(|error| error.to_string())
    })?;
    let mut written = 0_i64;
    let mut commit = |count: usize| -> rusqlite::Result<()> {
        database.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        for _ in 0..count {
            written += 1;
            database.prepare_cached("SAVEPOINT batch")?.execute([])?;
            let id = format!("{:016x}", written.wrapping_mul(-7_046_029_254_386_353_131));
            database.prepare_cached(INSERT)?.execute(params![PART, id, written, written])?;
            database.prepare_cached("RELEASE batch")?.execute([])?;
        }
        database.prepare_cached("COMMIT")?.execute([])?;
        Ok(())
    };
    all.commit_alone = median_of(|| commit(1).map_err(|error| error.to_string()))?;
    all.commit_grouped =
        median_of(|| commit(GROUP).map_err(|error| error.to_string()))? / GROUP as u32;
    Ok(())
}

/// Reads all columns of a row.
fn read(database: &Connection, user_id: &str) -> rusqlite::Result<()> {
    database.prepare_cached(READ)?.query_row(params![PART, user_id], |row| {
        for text in [0, 1, 2, 3, 4, 9] {
            black_box(row.get::<_, String>(text)?);
        }
        for number in [5, 6, 7, 8, 10] {
            black_box(row.get::<_, i64>(number)?);
        }
        Ok(())
    })
}

fn through_store(all: &mut Primitives, dir: &Path) -> Result<(), String> {
    let runtime = Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let store = Store::open(Options::sqlite(dir)).map_err(|error| error.to_string())?;
    let mut batch = Batch::new(Rev(1));
    for at in 0..ROWS {
        batch.insert(&user(at));
    }
    runtime.block_on(store.commit(batch)).map_err(|error| format!("{error:?}"))?;
    let mut at = 0;
    all.store_read = median_of(|| {
        at = (at + 7) % ROWS;
        let user = runtime.block_on(store.read(User::get(PART, &user_id(at))));
        user.map_err(|error| error.to_string())?
            .map(|user| drop(black_box(user)))
            .ok_or_else(|| "a user is missing".to_owned())
    })?;
    runtime.block_on(store.close());
    Ok(())
}

const PART: &str = "eu-west-1_Ab12Cd34E:00";

fn user_id(at: usize) -> String {
    format!("{:08x}-1111-4222-8333-444444444444", at.wrapping_mul(2_654_435_761) & 0xffff_ffff)
}

fn user(at: usize) -> User {
    User {
        part: PART.to_owned(),
        user_id: user_id(at),
        pool_id: "eu-west-1_Ab12Cd34E".to_owned(),
        username: format!("user-{at}"),
        status: "CONFIRMED".to_owned(),
        enabled: true,
        token_gen: 1,
        created: 1,
        modified: 1,
        attributes: format!(
            "{{\"v\":1,\"email\":\"user-{at}@example.com\",\"email_verified\":\"true\"}}"
        ),
        rev: Rev(0),
    }
}
