//! The model's shapes as data: decoding checks their constraints, tests walk them.

use crate::Pattern;

/// A shape of the model with its constraints.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// The shape's name in the model.
    pub name: &'static str,
    /// Its values are left out of error messages and of `Debug`.
    pub sensitive: bool,
    /// Minimum length (characters, bytes, elements or entries) or minimum value of a number.
    pub min: Option<i64>,
    /// Maximum length or value.
    pub max: Option<i64>,
    /// Whole-string pattern.
    pub pattern: Option<&'static Pattern>,
    /// In a list, a null in place of such a value is left out; otherwise it is refused.
    pub drops_null: bool,
    /// The kind of shape.
    pub kind: Kind,
}

/// The kinds of shapes that the two models use.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Unknown: the outermost value, before a structure gives its members' shapes.
    Any,
    /// A string.
    Text,
    /// A string from a closed set, in the order in which messages print it.
    Enumeration(&'static [&'static str]),
    /// A 32-bit integer.
    Integer,
    /// A 64-bit integer.
    Long,
    /// `true` or `false`.
    Boolean,
    /// Seconds since 1970.
    Timestamp,
    /// Base64.
    Blob,
    /// Any JSON.
    Document,
    /// A list of elements of one shape.
    List(&'static Shape),
    /// A map: the shapes of keys and values.
    Map(&'static Shape, &'static Shape),
    /// Named members, in the model's order.
    Structure(&'static [Member]),
}

/// A member of a structure.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// The name on the wire.
    pub name: &'static str,
    /// Must be present and not null.
    pub required: bool,
    /// The member's shape.
    pub shape: &'static Shape,
}

impl Member {
    /// A member that must be present.
    pub(crate) const fn required(name: &'static str, shape: &'static Shape) -> Self {
        Self { name, required: true, shape }
    }

    /// A member that may be absent.
    pub(crate) const fn optional(name: &'static str, shape: &'static Shape) -> Self {
        Self { name, required: false, shape }
    }
}

impl Shape {
    /// The shape of a value about which nothing is known.
    pub(crate) const ANY: &'static Self = &Self::new("", Kind::Any);

    /// A shape without constraints.
    pub(crate) const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            sensitive: false,
            min: None,
            max: None,
            pattern: None,
            drops_null: false,
            kind,
        }
    }

    /// A string.
    pub(crate) const fn text(name: &'static str) -> Self {
        Self::new(name, Kind::Text)
    }

    /// One of the strings `values`.
    pub(crate) const fn enumeration(name: &'static str, values: &'static [&'static str]) -> Self {
        Self::new(name, Kind::Enumeration(values))
    }

    /// A 32-bit integer.
    pub(crate) const fn integer(name: &'static str) -> Self {
        Self::new(name, Kind::Integer)
    }

    /// A 64-bit integer.
    pub(crate) const fn long(name: &'static str) -> Self {
        Self::new(name, Kind::Long)
    }

    /// A boolean.
    pub(crate) const fn boolean(name: &'static str) -> Self {
        Self::new(name, Kind::Boolean)
    }

    /// A point in time.
    pub(crate) const fn timestamp(name: &'static str) -> Self {
        Self::new(name, Kind::Timestamp)
    }

    /// Bytes.
    pub(crate) const fn blob(name: &'static str) -> Self {
        Self::new(name, Kind::Blob)
    }

    /// Any JSON.
    pub(crate) const fn document(name: &'static str) -> Self {
        Self::new(name, Kind::Document)
    }

    /// A list.
    pub(crate) const fn list(name: &'static str, element: &'static Self) -> Self {
        Self::new(name, Kind::List(element))
    }

    /// A map.
    pub(crate) const fn map(name: &'static str, key: &'static Self, value: &'static Self) -> Self {
        Self::new(name, Kind::Map(key, value))
    }

    /// A structure.
    pub(crate) const fn structure(name: &'static str, members: &'static [Member]) -> Self {
        Self::new(name, Kind::Structure(members))
    }

    /// Sets the minimum length or value.
    pub(crate) const fn min(mut self, min: i64) -> Self {
        self.min = Some(min);
        self
    }

    /// Sets the maximum length or value.
    pub(crate) const fn max(mut self, max: i64) -> Self {
        self.max = Some(max);
        self
    }

    /// Sets the pattern.
    pub(crate) const fn pattern(mut self, pattern: &'static Pattern) -> Self {
        self.pattern = Some(pattern);
        self
    }

    /// Lists leave out nulls in place of such values.
    pub(crate) const fn drops_null(mut self) -> Self {
        self.drops_null = true;
        self
    }

    /// Marks the shape as sensitive.
    pub(crate) const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    /// Whether the shape has no parts: everything except lists, maps, structures and documents.
    pub fn is_simple(&self) -> bool {
        !matches!(
            self.kind,
            Kind::Any | Kind::Document | Kind::List(_) | Kind::Map(..) | Kind::Structure(_)
        )
    }
}

/// A member's name as Java and the paths of messages write it.
pub(crate) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
