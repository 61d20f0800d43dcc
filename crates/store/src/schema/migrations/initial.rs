//! The first schema.

use super::{Ddl, Migration};

/// Created before all other tables, because a migrating process holds a lease.
pub(crate) const LEASES: Ddl =
    Ddl::narrow_table("leases", "name text, holder text, until bigint, rev bigint", "name");

pub(super) const MIGRATION: Migration = Migration {
    number: 1,
    name: "initial",
    ddl: &[
        // Configuration of pools, clients, groups and keys.
        Ddl::wide_table(
            "pools",
            "pool_id text, state text, n_parts bigint, stable_secret bytea, master_key_id text, \
             doc text, rev bigint",
            "pool_id",
        ),
        Ddl::narrow_table("config_revs", "pool_id text, rev bigint", "pool_id"),
        Ddl::wide_table(
            "clients",
            "pool_id text, client_id text, doc text, rev bigint",
            "pool_id, client_id",
        ),
        Ddl::wide_table(
            "groups",
            "pool_id text, group_name text, group_id text, precedence bigint null, doc text, \
             rev bigint",
            "pool_id, group_name",
        ),
        Ddl::wide_table(
            "signing_keys",
            "pool_id text, kid text, purpose text, not_before bigint, not_after bigint null, \
             public bytea, sealed bytea, rev bigint",
            "pool_id, kid",
        ),
        Ddl::narrow_table(
            "data_keys",
            "pool_id text, version bigint, master_key_id text, wrapped bytea, rev bigint",
            "pool_id, version",
        ),
        Ddl::narrow_table(
            "directory",
            "kind text, name text, pool_id text, rev bigint",
            "kind, name",
        ),
        // Users and the rows below them.
        Ddl::wide_table(
            "users",
            "part text, user_id text, pool_id text, username text, status text, enabled boolean, \
             token_gen bigint, created bigint, modified bigint, attributes text, rev bigint",
            "part, user_id",
        ),
        Ddl::narrow_table(
            "lookups",
            "part text, kind text, value text, user_id text, user_part text, state text, \
             rev bigint",
            "part, kind, value",
        ),
        Ddl::wide_table(
            "credentials",
            "part text, user_id text, kind text, credential_id text, sealed bytea, rev bigint",
            "part, user_id, kind, credential_id",
        ),
        Ddl::narrow_table(
            "memberships",
            "part text, user_id text, group_id text, group_name text, created bigint, rev bigint",
            "part, user_id, group_id",
        ),
        Ddl::narrow_table(
            "group_members",
            "group_part text, group_id text, user_id text, user_part text, rev bigint",
            "group_part, group_id, user_id",
        ),
        Ddl::narrow_table(
            "families",
            "part text, user_id text, origin_jti text, client_id text, token_gen bigint, \
             state text, rotation text null, expires bigint, rev bigint",
            "part, user_id, origin_jti",
        ),
        Ddl::narrow_table(
            "codes",
            "part text, user_id text, kind text, mac bytea, destination_mac bytea, \
             pending_value bytea null, attempts bigint, expires bigint, rev bigint",
            "part, user_id, kind",
        ),
        Ddl::narrow_table(
            "attempts",
            "part text, subject text, kind text, count bigint, until bigint, expires bigint, \
             rev bigint",
            "part, subject, kind",
        ),
        Ddl::narrow_table("spent", "part text, id text, expires bigint, rev bigint", "part, id"),
        Ddl::wide_table(
            "challenge_state",
            "part text, id text, sealed bytea, expires bigint, rev bigint",
            "part, id",
        ),
        Ddl::wide_table(
            "messages",
            "part text, message_id text, pool_id text, state text, attempts bigint, \
             next_try bigint, created bigint, expires bigint, sealed bytea, rev bigint",
            "part, message_id",
        ),
        // The server's own work.
        Ddl::wide_table("jobs", "kind text, id text, doc text, rev bigint", "kind, id"),
        LEASES,
        Ddl::narrow_table(
            "commits",
            "part text, batch_id bigint, expires bigint, rev bigint",
            "part, batch_id",
        ),
        // Rows are expired part by part.
        Ddl::index("families_expires", "families", "part, expires"),
        Ddl::index("codes_expires", "codes", "part, expires"),
        Ddl::index("attempts_expires", "attempts", "part, expires"),
        Ddl::index("spent_expires", "spent", "part, expires"),
        Ddl::index("challenge_state_expires", "challenge_state", "part, expires"),
        Ddl::index("messages_expires", "messages", "part, expires"),
        Ddl::index("commits_expires", "commits", "part, expires"),
    ],
};
