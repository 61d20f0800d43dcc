//! Tables, and the SQL generated from them.

mod text;

use std::sync::LazyLock;

use super::field::Field;
pub(crate) use text::{Scan, Texts};

/// A column's type, by its PostgreSQL name; other engines map it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Text, compared by bytes.
    Text,
    /// 64-bit integer.
    Bigint,
    /// Boolean.
    Boolean,
    /// Bytes; never in a key.
    Bytea,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The name.
    pub name: &'static str,
    /// The type.
    pub kind: ColumnType,
    /// Whether it may be NULL.
    pub nullable: bool,
}

/// What a row found under an inserted key proves about a commit whose answer was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Insertion {
    /// Several requests may insert the key and later ones may rewrite it: the row proves nothing.
    Contended,
    /// The inserting request chose the key at random: a row there, whatever its `rev`, was inserted
    /// by this batch.
    OwnKey,
    /// Several requests may insert the key, but none rewrites it: its `rev` identifies the batch
    /// that inserted it.
    Final,
}

/// A table: its name, its columns and the SQL texts generated from them.
pub struct Table {
    /// The name.
    pub name: &'static str,
    /// Position in the order in which every batch touches tables.
    pub rank: u8,
    /// The primary key's columns.
    pub key: &'static [Column],
    /// The other columns, without `rev`.
    pub values: &'static [Column],
    /// What an inserted row proves.
    pub insertion: Insertion,
    texts: LazyLock<Texts>,
}

impl Table {
    /// A table whose texts `texts` generates when first needed.
    pub(crate) const fn new(
        name: &'static str,
        rank: u8,
        insertion: Insertion,
        key: &'static [Column],
        values: &'static [Column],
        texts: fn() -> Texts,
    ) -> Table {
        Table { name, rank, key, values, insertion, texts: LazyLock::new(texts) }
    }

    /// The texts.
    pub(crate) fn texts(&'static self) -> &'static Texts {
        &self.texts
    }

    /// Whether rows are placed by part, the first key column.
    pub fn is_placed(&self) -> bool {
        self.key.first().is_some_and(is_part)
    }

    /// Whether rows belong to a pool as a whole: its id is the first key column.
    pub fn is_keyed_by_pool(&self) -> bool {
        self.key.first().is_some_and(|column| column.name == "pool_id")
    }

    /// Whether rows expire.
    pub fn expires(&self) -> bool {
        self.values.iter().any(|column| column.name == "expires")
    }

    /// The name of the column at `at` in the order key, values, `rev`.
    pub fn column_name(&self, at: usize) -> &'static str {
        self.key.iter().chain(self.values).nth(at).map_or("rev", |column| column.name)
    }
}

/// Names are unique.
impl PartialEq for Table {
    fn eq(&self, other: &Table) -> bool {
        self.name == other.name
    }
}

impl Eq for Table {}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Table").field(&self.name).finish()
    }
}

/// Whether a column holds a part.
fn is_part(column: &Column) -> bool {
    matches!(column.name, "part" | "group_part")
}

/// The column for a field of this type.
pub(crate) const fn column<T: Field>(name: &'static str) -> Column {
    Column { name, kind: T::TYPE, nullable: T::NULLABLE }
}
