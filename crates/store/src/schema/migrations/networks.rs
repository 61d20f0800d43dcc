//! Networks that users have signed in from.

use super::{Ddl, Migration};

pub(super) const MIGRATION: Migration = Migration {
    number: 5,
    name: "networks",
    ddl: &[
        Ddl::wide_table(
            "networks",
            "part text, user_id text, doc text, expires bigint, rev bigint",
            "part, user_id",
        ),
        Ddl::index("networks_expires", "networks", "part, expires"),
    ],
};
