//! Distributing tables over the servers of a Citus cluster.

use crate::records;
use crate::schema::Table;
use crate::schema::migrations::Ddl;

/// The statement that distributes a new table. Tables of users are distributed by part,
/// those of pools by pool.
pub(super) fn distribution(ddl: &Ddl) -> Option<String> {
    let Ddl::Table { name, .. } = ddl else { return None };
    let table = records::tables().into_iter().find(|table| table.name == *name)?;
    let column = distribution_column(table);
    let with = match (column, *name) {
        (_, "pools" | "users") => "none",
        ("pool_id", _) => "pools",
        ("part", _) => "users",
        _ => "none",
    };
    Some(format!(
        "SELECT create_distributed_table('{name}', '{column}', colocate_with => '{with}') \
         WHERE NOT EXISTS (SELECT 1 FROM pg_dist_partition WHERE logicalrelid = '{name}'::regclass)"
    ))
}

/// The first key column, or the last one if the first has few distinct values.
fn distribution_column(table: &Table) -> &'static str {
    let first = table.key.first().map_or("", |column| column.name);
    if first == "kind" { table.key.last().map_or(first, |column| column.name) } else { first }
}

#[cfg(test)]
mod tests {
    use super::distribution;
    use crate::schema::migrations::{self, LEASES, LEDGER};

    #[test]
    fn every_table_is_distributed_by_a_column_of_its_key() {
        let all =
            migrations::pending(0).expect("migrations").iter().flat_map(|migration| migration.ddl);
        let applied = [LEDGER, LEASES];
        let texts: Vec<String> = applied.iter().chain(all).filter_map(distribution).collect();
        let is_made = |name: &str, before: &[String]| {
            before.iter().any(|text| text.contains(&format!("table('{name}',")))
        };
        for (at, text) in texts.iter().enumerate() {
            let with = text
                .split("colocate_with => '")
                .nth(1)
                .and_then(|rest| rest.split('\'').next())
                .expect("a table");
            assert!(with == "none" || is_made(with, &texts[..at]), "{text}");
        }
        // The leases table is listed twice.
        assert_eq!(texts.len(), crate::records::tables().len() + 1);
        let has = |text: &str| texts.iter().any(|found| found.starts_with(text));
        assert!(
            has("SELECT create_distributed_table('pools', 'pool_id', colocate_with => 'none') \
                 WHERE NOT EXISTS"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('clients', 'pool_id', colocate_with => 'pools')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('users', 'part', colocate_with => 'none')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('codes', 'part', colocate_with => 'users')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('group_members', 'group_part', \
                 colocate_with => 'none')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('jobs', 'id', colocate_with => 'none')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('leases', 'name', colocate_with => 'none')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('directory', 'name', colocate_with => 'none')"),
            "{texts:#?}"
        );
    }
}
