//! The time up to which rows may expire. The first server that looks writes it.

use super::{Ddl, Migration};

pub(super) const MIGRATION: Migration = Migration {
    number: 4,
    name: "clock marks",
    ddl: &[Ddl::narrow_table(
        "clock_marks",
        "name text, at bigint, claimed bigint, ran_millis bigint, jumped bigint, \
         jump_millis bigint, rev bigint",
        "name",
    )],
};
