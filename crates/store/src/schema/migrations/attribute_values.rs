//! The index of users by attribute values, and a job per pool that fills it for existing users.

use super::{Ddl, Migration};

pub(super) const MIGRATION: Migration = Migration {
    number: 2,
    name: "attribute values",
    ddl: &[
        Ddl::narrow_table(
            "attribute_values",
            "part text, attribute text, folded_value text, user_id text, since bigint, rev bigint",
            "part, attribute, folded_value, user_id",
        ),
        // One job per pool; while it exists, the table is incomplete.
        Ddl::Rows {
            sql: "INSERT INTO jobs (kind, id, doc, rev) SELECT 'index-users', pool_id, \
                  '{\"v\":1}', 1 FROM pools WHERE true ON CONFLICT (kind, id) DO NOTHING",
        },
    ],
};
