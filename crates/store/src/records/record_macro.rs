//! `record!`: generates a structure, its table and its reads from names and types.

/// Declares a record:
/// `record! { pub struct Name in "table" (rank, Insertion) { parent {..} key {..} values {..} } }`.
///
/// `parent` holds the leading key columns under which `of(..)` finds all rows, `key` the others.
/// Besides the structure it generates `get(key..)`, `key(key..)`, `of(parent..)` and
/// `page(parent.., after, limit)`.
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
            pub rev: $crate::schema::Rev,
        }

        impl $name {
            /// Reads the row with this key.
            pub fn get(
                $($parent: <$parent_type as $crate::schema::KeyField>::Arg<'_>,)*
                $($key: <$key_type as $crate::schema::KeyField>::Arg<'_>,)+
            ) -> $crate::read::Get<$name> {
                $crate::read::Get::new(Self::key($($parent,)* $($key,)+))
            }

            /// The key of a row.
            pub fn key(
                $($parent: <$parent_type as $crate::schema::KeyField>::Arg<'_>,)*
                $($key: <$key_type as $crate::schema::KeyField>::Arg<'_>,)+
            ) -> $crate::schema::Key<$name> {
                $crate::schema::Key::new(vec![
                    $(<$parent_type as $crate::schema::KeyField>::arg($parent),)*
                    $(<$key_type as $crate::schema::KeyField>::arg($key),)+
                ])
            }

            /// All rows under this parent, in key order.
            pub fn of(
                $($parent: <$parent_type as $crate::schema::KeyField>::Arg<'_>,)*
            ) -> $crate::read::Prefix<$name> {
                $crate::read::Prefix::under(vec![
                    $(<$parent_type as $crate::schema::KeyField>::arg($parent),)*
                ])
            }

            /// At most `limit` rows under this parent, in key order, after the row `after`.
            pub fn page(
                $($parent: <$parent_type as $crate::schema::KeyField>::Arg<'_>,)*
                after: Option<$crate::records::bare!(
                    $(<$key_type as $crate::schema::KeyField>::Arg<'_>),+
                )>,
                limit: u32,
            ) -> $crate::read::Prefix<$name> {
                let page = Self::of($($parent,)*).limit(limit);
                match after {
                    None => page,
                    Some($crate::records::bare_pattern!($($key),+)) => page.after_key(vec![
                        $(<$key_type as $crate::schema::KeyField>::arg($key),)+
                    ]),
                }
            }
        }

        impl $crate::schema::Record for $name {
            fn table() -> &'static $crate::schema::Table {
                static TABLE: $crate::schema::Table = $crate::schema::Table::new(
                    $table,
                    $rank,
                    $crate::schema::Insertion::$insertion,
                    &[
                        $($crate::schema::column::<$parent_type>(stringify!($parent)),)*
                        $($crate::schema::column::<$key_type>(stringify!($key)),)+
                    ],
                    &[$($crate::schema::column::<$value_type>(stringify!($value)),)*],
                    || $crate::schema::Texts::of(&TABLE),
                );
                &TABLE
            }

            fn key_values(&self) -> Vec<$crate::schema::Value> {
                vec![
                    $($crate::schema::Field::to_value(&self.$parent),)*
                    $($crate::schema::Field::to_value(&self.$key),)+
                ]
            }

            fn values(&self) -> Vec<$crate::schema::Value> {
                vec![$($crate::schema::Field::to_value(&self.$value),)*]
            }

            fn rev(&self) -> $crate::schema::Rev {
                self.rev
            }

            fn from_row(row: $crate::schema::Row) -> Result<Self, $crate::error::StoreError> {
                let mut columns = row.columns(Self::table());
                Ok($name {
                    $($parent: columns.take()?,)*
                    $($key: columns.take()?,)+
                    $($value: columns.take()?,)*
                    rev: columns.take()?,
                })
            }
        }

        /// Shows only the type and `rev`: keys hold names and addresses, values personal data.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).field("rev", &self.rev).finish_non_exhaustive()
            }
        }
    };
}
pub(crate) use record;

/// A single type as itself, several as a tuple.
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
