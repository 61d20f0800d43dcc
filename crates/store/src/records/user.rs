//! `users`

use super::record_macro::record;
use crate::read::Prefix;

record! {
    /// A user.
    pub struct User in "users" (7, OwnKey) {
        parent {
            /// The user's part.
            part: String,
        }
        key {
            /// The `sub`.
            user_id: String,
        }
        values {
            /// The pool.
            pool_id: String,
            /// The real username.
            username: String,
            /// The user status, e.g. `CONFIRMED`.
            status: String,
            /// Whether the user may sign in.
            enabled: bool,
            /// The token generation: tokens of any other generation are revoked.
            token_gen: i64,
            /// When the user was created, in milliseconds.
            created: i64,
            /// When the user was last modified, in milliseconds.
            modified: i64,
            /// The attributes: JSON with a version member `v`.
            attributes: String,
        }
    }
}

impl User {
    /// The users of a part whose ids are greater than `from` and less than `below`, in the order of
    /// their ids, after the user `after`. Without `below`, to the end.
    pub fn between(
        part: &str,
        (from, below): (&str, Option<&str>),
        after: Option<&str>,
        limit: u32,
    ) -> Prefix<User> {
        let page = match after {
            None if from.is_empty() => User::of(part).limit(limit),
            None => User::of(part).limit(limit).after_key(vec![from.into()]),
            Some(user_id) => User::of(part).limit(limit).after_key(vec![user_id.into()]),
        };
        match below {
            None => page,
            Some(below) => page.below(below.into()),
        }
    }
}
