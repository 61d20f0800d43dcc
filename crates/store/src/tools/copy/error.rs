//! Why a copy ended early.

use std::fmt;

use crate::error::StoreError;

/// Why a copy ended early. Its text is part of a sentence, without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyError {
    /// Not a number of parts that a pool can have.
    Parts(i64),
    /// The source failed.
    Source(StoreError),
    /// The target failed.
    Target(StoreError),
    /// The source is itself a copy that was not finished.
    SourceUnfinished,
    /// A node holds a lease: it is running.
    InUse {
        /// Which store it uses.
        side: Side,
        /// The lease.
        name: String,
        /// The node.
        holder: String,
        /// Until when it holds the lease; milliseconds.
        until: i64,
    },
    /// The target has rows that no copy has put there.
    NotEmpty {
        /// A table that has some.
        table: &'static str,
    },
    /// The target has a pool that the source lacks: it was begun from another source.
    AnotherSource {
        /// The pool.
        pool_id: String,
    },
    /// The copy was begun with another number of parts.
    OtherParts {
        /// The number it was begun with; `None`: as many as the source.
        begun: Option<i64>,
    },
    /// Another copy into the same target is running.
    Overtaken,
    /// The caller asked for it.
    Stopped,
    /// The target does not have the rows of the source.
    Differs(Vec<Difference>),
}

/// One of the two stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// It is read.
    Source,
    /// It is written.
    Target,
}

/// A table that is not the same in both stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The table.
    pub table: &'static str,
    /// Its rows in the source.
    pub source: u64,
    /// Its rows in the target. Where it is the same number, their contents differ.
    pub target: u64,
}

impl Side {
    /// An error of this store.
    pub(super) fn failed(self, error: StoreError) -> CopyError {
        match self {
            Side::Source => CopyError::Source(error),
            Side::Target => CopyError::Target(error),
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Side::Source => "source",
            Side::Target => "target",
        })
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Difference { table, source, target } = self;
        if source == target {
            write!(f, "{table} has {source} rows in both, with other contents")
        } else {
            write!(f, "{table} has {source} rows in the source and {target} in the target")
        }
    }
}

impl fmt::Display for CopyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CopyError::Parts(n) => {
                write!(f, "{n} is not a number of parts; give a power of two up to {}", super::MOST_PARTS)
            }
            CopyError::Source(error) => write!(f, "the source failed: {error}"),
            CopyError::Target(error) => write!(f, "the target failed: {error}"),
            CopyError::SourceUnfinished => {
                f.write_str("the source is a copy that was not finished; finish that one first, or copy from where it came")
            }
            CopyError::InUse { side, name, holder, .. } => write!(
                f,
                "the {side} is in use: {holder} holds its lease {name}; stop every server that uses it; the lease of one that was \
                 killed ends within minutes"
            ),
            CopyError::NotEmpty { table } => {
                write!(f, "the target has data of its own, in its table {table}; name an empty one")
            }
            CopyError::AnotherSource { pool_id } => write!(
                f,
                "the copy in the target was begun from another source: it has user pool {pool_id}, which this one lacks; name an \
                 empty target"
            ),
            CopyError::OtherParts { begun: Some(n) } => {
                write!(f, "the copy in the target was begun with {n} parts; give the same")
            }
            CopyError::OtherParts { begun: None } => {
                f.write_str("the copy in the target was begun with the parts of the source; give the same")
            }
            CopyError::Overtaken => f.write_str("another copy into the same target is running, and this one gives way"),
            CopyError::Stopped => f.write_str("stopped before the end; run the same command again to go on"),
            CopyError::Differs(differences) => {
                let differences: Vec<String> = differences.iter().map(Difference::to_string).collect();
                write!(
                    f,
                    "the target does not have the rows of the source: {}; if the source was in use since the copy began, empty \
                     the target and copy again",
                    differences.join(", ")
                )
            }
        }
    }
}

impl std::error::Error for CopyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            CopyError::Source(error) | CopyError::Target(error) => Some(error),
            _ => None,
        }
    }
}
