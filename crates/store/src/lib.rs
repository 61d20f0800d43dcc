//! The store: records, reads in one snapshot, and atomic commits with expectations.
//!
//! An operation reads what it needs with [`Store::read`], decides, and writes everything with one
//! [`Store::commit`]. Every row carries the [`Rev`] of the batch that last wrote it; an update or
//! delete expects the `rev` that was read, so no lock is held between reading and writing. SQL is
//! written once, in `table/`, for every engine; record files under `records/` say only names and
//! types.

mod backup;
mod batch;
mod commit;
mod engine;
mod error;
mod expiry;
mod faults;
mod field;
mod migrate;
mod migrations;
mod options;
mod postgres;
mod read;
mod record;
mod rev;
mod sqlite;
mod store;
mod table;
mod value;

pub mod copy;
pub mod doctor;
pub mod placement;
pub mod records;

pub use backup::{BackedUp, BackupError, Restored, backup, restore};
pub use batch::Batch;
pub use error::{CommitError, OpenError, StoreError};
pub use faults::{Fault, Faults};
pub use field::{Field, KeyField};
pub use migrate::{Migrated, folder_schema, migrate, newest_schema};
pub use options::{Engine, Options, PasswordSource, Postgres, PostgresKind, SqliteTuning};
pub use read::{Get, Prefix, ReadSet};
pub use record::{Key, Record};
pub use records::{
    Attempts, AttributeValue, ChallengeState, Code, CommitMark, ConfigRev, Credential, DataKey,
    Directory, Family, Group, GroupMember, Job, Lease, Lookup, Membership, Message, Pool,
    PoolClient, SigningKey, Spent, User, UserSessions,
};
pub use rev::Rev;
pub use store::{Counts, Store};
pub use table::{Column, ColumnType, Insertion, Table, all_statements};
pub use value::{Columns, Row, Statement, Value};
