//! `attribute_values`

use crate::read::Prefix;
use super::record_macro::record;
use crate::schema::Value;

record! {
    /// Finds users by a value of an attribute; a match is checked again on the user's row. Written
    /// with the user's row alone.
    pub struct AttributeValue in "attribute_values" (21, Contended) {
        parent {
            /// The user's placement.
            part: String,
            /// The attribute, or another name that a list of users may be filtered by.
            attribute: String,
        }
        key {
            /// The beginning of the value in the form in which values are compared.
            folded_value: String,
            /// The user.
            user_id: String,
        }
        values {
            /// Since when the user has had this value, in milliseconds.
            since: i64,
        }
    }
}

impl AttributeValue {
    /// The users of a part that have exactly this value, in the order of their ids, behind the user
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
            Some(user_id) => all.behind(vec![user_id.into()]),
        }
    }

    /// The users of a part whose values lie in `from..below`, in the order of value and id, behind
    /// `after`, which is a value and a user. Without `below` to the end.
    pub fn between(
        part: &str,
        attribute: &str,
        (from, below): (&str, Option<&str>),
        after: Option<(&str, &str)>,
        limit: u32,
    ) -> Prefix<AttributeValue> {
        // No user has an empty id: nothing stands before this key.
        let (value, user_id) = after.unwrap_or((from, ""));
        let behind: Vec<Value> = vec![value.into(), user_id.into()];
        let page = AttributeValue::of(part, attribute).limit(limit).behind(behind);
        match below {
            None => page,
            Some(below) => page.below(below.into()),
        }
    }
}
