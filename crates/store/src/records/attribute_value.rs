//! `attribute_values`

use super::record_macro::record;
use crate::read::Prefix;
use crate::schema::Value;

record! {
    /// Finds users by an attribute's value; a match is checked again on the user's row. Written
    /// only together with the user's row.
    pub struct AttributeValue in "attribute_values" (21, Contended) {
        parent {
            /// The user's part.
            part: String,
            /// The attribute, or another name by which lists of users can be filtered.
            attribute: String,
        }
        key {
            /// The start of the value, folded for comparison.
            folded_value: String,
            /// The user.
            user_id: String,
        }
        values {
            /// When the user got this value, in milliseconds.
            since: i64,
        }
    }
}

impl AttributeValue {
    /// The users of a part with exactly this value, in the order of their ids, after the user
    /// `after`.
    pub fn having(
        part: &str,
        attribute: &str,
        folded_value: &str,
        after: Option<&str>,
        limit: u32,
    ) -> Prefix<AttributeValue> {
        let all =
            Prefix::under(vec![part.into(), attribute.into(), folded_value.into()]).limit(limit);
        match after {
            None => all,
            Some(user_id) => all.after_key(vec![user_id.into()]),
        }
    }

    /// The users of a part whose values are in `from..below`, in the order of value and id, after
    /// `after` (a value and a user id). Without `below`, to the end.
    pub fn between(
        part: &str,
        attribute: &str,
        (from, below): (&str, Option<&str>),
        after: Option<(&str, &str)>,
        limit: u32,
    ) -> Prefix<AttributeValue> {
        // No user has an empty id, so no row sorts before this key.
        let (value, user_id) = after.unwrap_or((from, ""));
        let start: Vec<Value> = vec![value.into(), user_id.into()];
        let page = AttributeValue::of(part, attribute).limit(limit).after_key(start);
        match below {
            None => page,
            Some(below) => page.below(below.into()),
        }
    }
}
