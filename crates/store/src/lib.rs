//! The store: records, reads in one snapshot, and atomic commits with expectations.
//!
//! An operation reads what it needs with [`Store::read`], decides, and writes everything with one
//! [`Store::commit`]. Every row carries the [`Rev`] of the batch that last wrote it; an update or
//! delete expects the `rev` that was read, so no lock is held between reading and writing. SQL is
//! generated once for every engine, in `schema/table/`; the files under `records/` only declare
//! names and types.

mod commit;
mod engine;
mod error;
mod options;
mod read;
mod schema;
mod store;
mod tools;

pub mod placement;
pub mod records;

pub use commit::{Batch, Fault, Faults};
pub use error::{BackupError, BackupFlaw, Cause, CommitError, OpenError, StoreError};
pub use options::{Engine, Options, PasswordSource, Postgres, PostgresKind, SqliteTuning};
pub use read::{Get, Prefix, ReadSet};
pub use records::{
    Attempts, AttributeValue, ChallengeState, ClockMark, Code, CommitMark, ConfigRev, Credential,
    DataKey, Directory, Family, Group, GroupMember, Job, Lease, Lookup, Membership, Message, Pool,
    PoolClient, SigningKey, Spent, User, UserNetworks, UserSessions, all_statements,
};
pub use schema::{
    Column, ColumnType, Columns, Field, Insertion, Key, KeyField, Record, Rev, Row, Statement,
    Table, Value,
};
pub use store::{Cleared, Counts, Missing, Owners, Store};
pub use tools::backup::{BackedUp, Restored, backup, restore};
pub use tools::migrate::{Migrated, folder_schema, migrate, newest_schema};
pub use tools::{copy, doctor};
