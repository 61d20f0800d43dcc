//! Schema statements, and how each engine writes them.

/// One additive, idempotent schema statement.
pub(crate) enum Ddl {
    /// A new table.
    Table {
        /// The name.
        name: &'static str,
        /// `name type` or `name type null`, separated by commas; types by their PostgreSQL names.
        columns: &'static str,
        /// The primary key.
        key: &'static str,
        /// Whether rows are small enough to be stored in the primary key's index.
        narrow: bool,
    },
    /// A new index.
    Index {
        /// The name.
        name: &'static str,
        /// The table.
        table: &'static str,
        /// The columns.
        columns: &'static str,
    },
    /// Rows derived from existing rows; does nothing the second time.
    Rows {
        /// The statement, which every engine accepts unchanged.
        sql: &'static str,
    },
}

/// Where the engines' schema statements differ.
pub(crate) trait Dialect {
    /// The engine's name for a PostgreSQL type.
    fn type_name(&self, postgres: &'static str) -> &'static str;
    /// What follows the closing parenthesis of CREATE TABLE.
    fn table_options(&self, narrow: bool) -> &'static str;
    /// CREATE INDEX.
    fn create_index(&self) -> &'static str {
        "CREATE INDEX"
    }
}

impl Ddl {
    /// A table whose rows are small.
    pub(crate) const fn narrow_table(
        name: &'static str,
        columns: &'static str,
        key: &'static str,
    ) -> Ddl {
        Ddl::Table { name, columns, key, narrow: true }
    }

    /// A table whose rows may be large.
    pub(crate) const fn wide_table(
        name: &'static str,
        columns: &'static str,
        key: &'static str,
    ) -> Ddl {
        Ddl::Table { name, columns, key, narrow: false }
    }

    /// An index.
    pub(crate) const fn index(
        name: &'static str,
        table: &'static str,
        columns: &'static str,
    ) -> Ddl {
        Ddl::Index { name, table, columns }
    }

    /// The statement in an engine's dialect.
    pub(crate) fn sql(&self, dialect: &dyn Dialect) -> String {
        match self {
            Ddl::Table { name, columns, key, narrow } => {
                let columns: Vec<String> =
                    columns.split(',').map(|text| column(text, dialect)).collect();
                format!(
                    "CREATE TABLE IF NOT EXISTS {name} ({}, PRIMARY KEY ({key})){}",
                    columns.join(", "),
                    dialect.table_options(*narrow)
                )
            }
            Ddl::Rows { sql } => (*sql).to_owned(),
            Ddl::Index { name, table, columns } => {
                format!("{} IF NOT EXISTS {name} ON {table} ({columns})", dialect.create_index())
            }
        }
    }
}

fn column(text: &'static str, dialect: &dyn Dialect) -> String {
    let mut words = text.split_whitespace();
    let name = words.next().unwrap_or_default();
    let kind = dialect.type_name(words.next().unwrap_or_default());
    let not_null = if words.next().is_none() { " NOT NULL" } else { "" };
    format!("{name} {kind}{not_null}")
}

/// SQLite: strict types; small rows are stored in the primary key's index.
pub(crate) struct SqliteDialect;

impl Dialect for SqliteDialect {
    fn type_name(&self, postgres: &'static str) -> &'static str {
        match postgres {
            "bigint" | "boolean" => "INTEGER",
            "bytea" => "BLOB",
            _ => "TEXT",
        }
    }

    fn table_options(&self, narrow: bool) -> &'static str {
        if narrow { " STRICT, WITHOUT ROWID" } else { " STRICT" }
    }
}

/// PostgreSQL: texts are compared by bytes, whatever the database's collation.
pub(crate) struct PostgresDialect {
    /// Whether indexes are created without blocking writers.
    pub(crate) concurrently: bool,
}

impl Dialect for PostgresDialect {
    fn type_name(&self, postgres: &'static str) -> &'static str {
        if postgres == "text" { "text COLLATE \"C\"" } else { postgres }
    }

    fn table_options(&self, _narrow: bool) -> &'static str {
        ""
    }

    fn create_index(&self) -> &'static str {
        if self.concurrently { "CREATE INDEX CONCURRENTLY" } else { "CREATE INDEX" }
    }
}
