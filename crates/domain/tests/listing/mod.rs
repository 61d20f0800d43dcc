//! Filters of user lists, and the search index.

mod filter;
mod index;
mod parse;

use domain::listing::{Filter, Listed, parse};
use domain::schema::Schema;
use domain::user::Attributes;

/// A user with these attributes.
struct Person {
    username: &'static str,
    enabled: bool,
    attributes: Attributes,
}

impl Person {
    fn listed(&self) -> Listed<'_> {
        Listed {
            sub: "7d5f31a2-0000-4000-8000-00000000000a",
            username: self.username,
            status: "FORCE_CHANGE_PASSWORD",
            enabled: self.enabled,
            attributes: &self.attributes,
        }
    }
}

/// The filter on the standard attributes.
fn filter(text: &str) -> Filter {
    Filter::of(&Schema::standard(), parse(text).unwrap().unwrap()).unwrap()
}
