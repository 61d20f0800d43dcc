//! The migrated schema matches the records.

use rusqlite::Connection;
use store::{ColumnType, Job, records};

use crate::fixtures::*;
use crate::place::{Place, SqliteFolder};

#[tokio::test]
async fn tables_have_the_records_columns() {
    let place = SqliteFolder::new();
    place.open().close().await;
    let connection = Connection::open(place.file()).expect("the file");
    for (rank, table) in records::tables().into_iter().enumerate() {
        assert_eq!(usize::from(table.rank), rank, "{} is at its rank", table.name);
        let mut expected: Vec<(String, &str, bool, u32)> = Vec::new();
        for (at, column) in table.key.iter().enumerate() {
            assert!(
                !column.nullable && column.kind != ColumnType::Bytea,
                "{}.{} may be a key",
                table.name,
                column.name
            );
            expected.push((column.name.to_owned(), sqlite_type(column.kind), true, at as u32 + 1));
        }
        for column in table.values {
            expected.push((column.name.to_owned(), sqlite_type(column.kind), !column.nullable, 0));
        }
        expected.push(("rev".to_owned(), "INTEGER", true, 0));
        expected.sort();
        let mut info = connection
            .prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1)")
            .expect("a query");
        let found = info.query_map([table.name], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, bool>(2)?,
                row.get::<_, u32>(3)?,
            ))
        });
        let mut found: Vec<_> = found.expect("rows").collect::<Result<_, _>>().expect("rows");
        found.sort();
        let found: Vec<_> = found
            .iter()
            .map(|(name, kind, set, key)| (name.clone(), kind.as_str(), *set, *key))
            .collect();
        assert_eq!(found, expected, "{}", table.name);
        if table.expires() {
            let index = format!("{}_expires", table.name);
            let plan = format!(
                "EXPLAIN QUERY PLAN SELECT rev FROM {} WHERE part = 'p' AND expires <= 1 \
                 ORDER BY expires",
                table.name
            );
            let plan: String = connection.query_row(&plan, [], |row| row.get(3)).expect("a plan");
            assert!(plan.contains(&index), "{plan}");
        }
    }
}

fn sqlite_type(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text => "TEXT",
        ColumnType::Bigint | ColumnType::Boolean => "INTEGER",
        ColumnType::Bytea => "BLOB",
    }
}

/// No statement reads more of a table than necessary.
#[tokio::test]
async fn every_statement_uses_an_index() {
    let place = SqliteFolder::new();
    place.open().close().await;
    let connection = Connection::open(place.file()).expect("the file");
    for sql in store::all_statements() {
        let explained = format!("EXPLAIN QUERY PLAN {}", sql.replace('$', "?"));
        let mut statement = connection.prepare(&explained).expect("a plan");
        let mut steps = statement.raw_query();
        while let Some(step) = steps.next().expect("a plan") {
            let detail: String = step.get(3).expect("a plan");
            assert!(!detail.contains("TEMP B-TREE"), "{sql}: {detail}");
            assert!(!detail.starts_with("SCAN") || !sql.contains(" WHERE "), "{sql}: {detail}");
        }
    }
}

/// A database older than the index of attribute values gets a job for each existing pool; a newer
/// pool has none.
#[tokio::test]
async fn pools_older_than_the_index_get_a_job() {
    let place = SqliteFolder::new();
    let store = place.open();
    commit(&store, |batch| batch.insert(&pool()).insert(&user("u"))).await.expect("a commit");
    assert_eq!(store.read(Job::of("index-users")).await.expect("a read"), []);
    store.close().await;
    let connection = Connection::open(place.file()).expect("the file");
    let back = "DROP TABLE attribute_values; DELETE FROM schema_migrations WHERE number > 1";
    connection.execute_batch(back).expect("the first schema");
    drop(connection);
    let store = place.open();
    let jobs = store.read(Job::of("index-users")).await.expect("a read");
    assert_eq!(
        jobs.iter().map(|job| (job.id.as_str(), job.doc.as_str())).collect::<Vec<_>>(),
        [(POOL, "{\"v\":1}")]
    );
    assert!(stored(&store, &user("u")).await.is_some());
}
