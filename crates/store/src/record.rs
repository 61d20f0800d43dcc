//! A record: a row as a Rust structure.

use std::marker::PhantomData;

use crate::error::StoreError;
use crate::rev::Rev;
use crate::table::Table;
use crate::value::{Row, Value};

/// A row as a Rust structure; made by `record!`.
pub trait Record: Sized + Send + Sync + 'static {
    /// The table.
    fn table() -> &'static Table;
    /// The key's columns.
    fn key_values(&self) -> Vec<Value>;
    /// The other columns, without `rev`.
    fn values(&self) -> Vec<Value>;
    /// The batch that last wrote the row.
    fn rev(&self) -> Rev;
    /// The record in a row that holds key, values and `rev`.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] where a column does not have its type.
    fn from_row(row: Row) -> Result<Self, StoreError>;

    /// Names this row.
    fn to_key(&self) -> Key<Self> {
        Key::new(self.key_values())
    }
}

/// Names a row by its whole key.
pub struct Key<R> {
    values: Vec<Value>,
    of: PhantomData<fn() -> R>,
}

impl<R> Key<R> {
    /// The row with these key columns.
    pub(crate) fn new(values: Vec<Value>) -> Key<R> {
        Key { values, of: PhantomData }
    }

    /// The key's columns.
    pub(crate) fn values(&self) -> &[Value] {
        &self.values
    }

    /// The key's columns, taken out.
    pub(crate) fn into_values(self) -> Vec<Value> {
        self.values
    }
}

impl<R> Clone for Key<R> {
    fn clone(&self) -> Self {
        Key::new(self.values.clone())
    }
}

/// Makes a record: `record! { /// doc  pub struct Name in "table" (rank, Insertion) { parent { .. }
/// key { .. } values { .. } } }`.
///
/// `parent` holds the leading key columns under which `of(..)` finds all rows, `key` the others.
/// Besides the structure it makes `get(key..)`, `key(key..)`, `of(parent..)` and `page(parent..,
/// after, limit)`.
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident in $table:literal ($rank:literal, $insertion:ident) {
            parent { $($(#[$parent_doc:meta])* $parent:ident: $parent_type:ty,)* }
            key { $($(#[$key_doc:meta])* $key:ident: $key_type:ty,)+ }
            values { $($(#[$value_doc:meta])* $value:ident: $value_type:ty,)* }
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[$parent_doc])* pub $parent: $parent_type,)*
            $($(#[$key_doc])* pub $key: $key_type,)+
            $($(#[$value_doc])* pub $value: $value_type,)*
            /// The batch that last wrote the row.
            pub rev: $crate::rev::Rev,
        }

        impl $name {
            /// Reads the row with this key.
            pub fn get(
                $($parent: <$parent_type as $crate::field::KeyField>::Arg<'_>,)*
                $($key: <$key_type as $crate::field::KeyField>::Arg<'_>,)+
            ) -> $crate::read::Get<$name> {
                $crate::read::Get::new(Self::key($($parent,)* $($key,)+))
            }

            /// Names the row with this key.
            pub fn key(
                $($parent: <$parent_type as $crate::field::KeyField>::Arg<'_>,)*
                $($key: <$key_type as $crate::field::KeyField>::Arg<'_>,)+
            ) -> $crate::record::Key<$name> {
                $crate::record::Key::new(vec![
                    $(<$parent_type as $crate::field::KeyField>::arg($parent),)*
                    $(<$key_type as $crate::field::KeyField>::arg($key),)+
                ])
            }

            /// All rows under this parent, in the order of the key.
            pub fn of(
                $($parent: <$parent_type as $crate::field::KeyField>::Arg<'_>,)*
            ) -> $crate::read::Prefix<$name> {
                $crate::read::Prefix::under(vec![
                    $(<$parent_type as $crate::field::KeyField>::arg($parent),)*
                ])
            }

            /// At most `limit` rows under this parent, in the order of the key, behind the row
            /// `after`.
            pub fn page(
                $($parent: <$parent_type as $crate::field::KeyField>::Arg<'_>,)*
                after: Option<$crate::record::bare!($(<$key_type as $crate::field::KeyField>::Arg<'_>),+)>,
                limit: u32,
            ) -> $crate::read::Prefix<$name> {
                let page = Self::of($($parent,)*).limit(limit);
                match after {
                    None => page,
                    Some($crate::record::bare_pattern!($($key),+)) => page.behind(vec![
                        $(<$key_type as $crate::field::KeyField>::arg($key),)+
                    ]),
                }
            }
        }

        impl $crate::record::Record for $name {
            fn table() -> &'static $crate::table::Table {
                static TABLE: $crate::table::Table = $crate::table::Table::new(
                    $table,
                    $rank,
                    $crate::table::Insertion::$insertion,
                    &[
                        $($crate::record::column::<$parent_type>(stringify!($parent)),)*
                        $($crate::record::column::<$key_type>(stringify!($key)),)+
                    ],
                    &[$($crate::record::column::<$value_type>(stringify!($value)),)*],
                    || $crate::table::Texts::of(&TABLE),
                );
                &TABLE
            }

            fn key_values(&self) -> Vec<$crate::value::Value> {
                vec![
                    $($crate::field::Field::to_value(&self.$parent),)*
                    $($crate::field::Field::to_value(&self.$key),)+
                ]
            }

            fn values(&self) -> Vec<$crate::value::Value> {
                vec![$($crate::field::Field::to_value(&self.$value),)*]
            }

            fn rev(&self) -> $crate::rev::Rev {
                self.rev
            }

            fn from_row(row: $crate::value::Row) -> Result<Self, $crate::error::StoreError> {
                let mut columns = row.columns(Self::table());
                Ok($name {
                    $($parent: columns.take()?,)*
                    $($key: columns.take()?,)+
                    $($value: columns.take()?,)*
                    rev: columns.take()?,
                })
            }
        }

        /// Shows the type and `rev` only: keys hold names and addresses, values personal data.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).field("rev", &self.rev).finish_non_exhaustive()
            }
        }
    };
}
pub(crate) use record;

/// One type as it is, several as a tuple.
macro_rules! bare {
    ($one:ty) => { $one };
    ($($many:ty),+) => { ($($many),+) };
}
pub(crate) use bare;

/// The pattern for [`bare`].
macro_rules! bare_pattern {
    ($one:ident) => { $one };
    ($($many:ident),+) => { ($($many),+) };
}
pub(crate) use bare_pattern;

/// The column for a field of this type.
pub(crate) const fn column<T: crate::field::Field>(name: &'static str) -> crate::table::Column {
    crate::table::Column { name, kind: T::TYPE, nullable: T::NULLABLE }
}
