//! Why a copy ended early.

use std::fmt;

use crate::error::StoreError;

/// Why a copy ended early. The text is part of a sentence, without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyError {
    /// A pool cannot have this number of parts.
    Parts(i64),
    /// The source failed.
    Source(StoreError),
    /// The target failed.
    Target(StoreError),
    /// The source is itself an unfinished copy.
    SourceUnfinished,
    /// A running node holds a lease.
    InUse {
        /// The store that it uses.
        side: Side,
        /// The lease.
        name: String,
        /// The node.
        holder: String,
        /// When the lease ends, in milliseconds.
        until: i64,
    },
    /// The target has rows that do not come from a copy.
    NotEmpty {
        /// A table that has some.
        table: &'static str,
    },
    /// The target has a pool that the source lacks: the copy was started from another source.
    AnotherSource {
        /// The pool.
        pool_id: String,
    },
    /// The copy was started with a different number of parts.
    OtherParts {
        /// The number it was started with; `None` for as many as in the source.
        begun: Option<i64>,
    },
    /// Another copy into the same target is running.
    Overtaken,
    /// The caller stopped it.
    Stopped,
    /// The target's rows differ from the source's.
    Differs(Vec<Difference>),
}

/// One of the two stores of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The store that is read.
    Source,
    /// The store that is written.
    Target,
}

/// A table that differs between the stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The table.
    pub table: &'static str,
    /// Its rows in the source.
    pub source: u64,
    /// Its rows in the target. If the numbers are equal, the contents differ.
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
            write!(f, "{table} has {source} rows in both, with different contents")
        } else {
            write!(f, "{table} has {source} rows in the source and {target} in the target")
        }
    }
}

impl fmt::Display for CopyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CopyError::Parts(n) => {
                let most = super::MOST_PARTS;
                write!(f, "{n} is not a number of parts; give a power of two up to {most}")
            }
            CopyError::Source(error) => write!(f, "the source failed: {error}"),
            CopyError::Target(error) => write!(f, "the target failed: {error}"),
            CopyError::SourceUnfinished => f.write_str(
                "the source is an unfinished copy; finish it first, \
                 or copy from its own source",
            ),
            CopyError::InUse { side, name, holder, .. } => write!(
                f,
                "the {side} is in use: {holder} holds its lease {name}; \
                 stop every server that uses it; the lease of a killed server ends within minutes"
            ),
            CopyError::NotEmpty { table } => {
                write!(f, "the target is not empty (table {table} has rows); name an empty one")
            }
            CopyError::AnotherSource { pool_id } => write!(
                f,
                "the copy in the target was started from another source: it has user pool \
                 {pool_id}, which this one lacks; name an empty target"
            ),
            CopyError::OtherParts { begun: Some(n) } => {
                write!(f, "the copy in the target was started with {n} parts; give the same number")
            }
            CopyError::OtherParts { begun: None } => f.write_str(
                "the copy in the target was started with the source's number of parts; \
                 leave the number out again",
            ),
            CopyError::Overtaken => {
                f.write_str("another copy into the same target is running, so this one stopped")
            }
            CopyError::Stopped => {
                f.write_str("stopped before the end; run the same command again to resume")
            }
            CopyError::Differs(differences) => {
                let differences: Vec<String> =
                    differences.iter().map(Difference::to_string).collect();
                write!(
                    f,
                    "the target does not have the rows of the source: {}; \
                     if the source was in use since the copy began, empty the target and copy \
                     again",
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
