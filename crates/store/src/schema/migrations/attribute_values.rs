//! Users by the values of their attributes, and the work of filling that in for the users who are
//! there already.

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
        // A job for each pool; while it is there the table does not tell all.
        Ddl::Rows {
            sql: "INSERT INTO jobs (kind, id, doc, rev) SELECT 'index-users', pool_id, '{\"v\":1}', 1 FROM pools WHERE true \
                  ON CONFLICT (kind, id) DO NOTHING",
        },
    ],
};
