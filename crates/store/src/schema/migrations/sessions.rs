//! Token sessions.

use super::{Ddl, Migration};

pub(super) const MIGRATION: Migration = Migration {
    number: 3,
    name: "sessions",
    ddl: &[
        Ddl::wide_table(
            "sessions",
            "part text, user_id text, doc text, expires bigint, rev bigint",
            "part, user_id",
        ),
        Ddl::index("sessions_expires", "sessions", "part, expires"),
    ],
};
