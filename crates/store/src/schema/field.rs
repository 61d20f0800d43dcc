//! The Rust types of columns.

use crate::schema::{ColumnType, Rev, Value};

/// A Rust type for a column.
pub trait Field: Sized {
    /// The column's type.
    const TYPE: ColumnType;
    /// Whether the column may be NULL.
    const NULLABLE: bool = false;
    /// The value to bind.
    fn to_value(&self) -> Value;
    /// The value read back; `None` if it has another type.
    fn from_value(value: Value) -> Option<Self>;
}

/// A column type allowed in a key, with the type in which callers pass it.
pub trait KeyField: Field {
    /// `&str` for text, `i64` for bigint.
    type Arg<'a>;
    /// The value to bind.
    fn arg(arg: Self::Arg<'_>) -> Value;
}

impl Field for String {
    const TYPE: ColumnType = ColumnType::Text;
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl KeyField for String {
    type Arg<'a> = &'a str;
    fn arg(arg: &str) -> Value {
        Value::from(arg)
    }
}

impl Field for i64 {
    const TYPE: ColumnType = ColumnType::Bigint;
    fn to_value(&self) -> Value {
        Value::Int(*self)
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Int(int) => Some(int),
            _ => None,
        }
    }
}

impl KeyField for i64 {
    type Arg<'a> = i64;
    fn arg(arg: i64) -> Value {
        Value::Int(arg)
    }
}

impl Field for bool {
    const TYPE: ColumnType = ColumnType::Boolean;
    fn to_value(&self) -> Value {
        Value::Bool(*self)
    }
    /// SQLite stores booleans as 0 and 1.
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Bool(bool) => Some(bool),
            Value::Int(0) => Some(false),
            Value::Int(1) => Some(true),
            _ => None,
        }
    }
}

impl Field for Vec<u8> {
    const TYPE: ColumnType = ColumnType::Bytea;
    fn to_value(&self) -> Value {
        Value::Bytes(self.clone())
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }
}

impl Field for Rev {
    const TYPE: ColumnType = ColumnType::Bigint;
    fn to_value(&self) -> Value {
        Value::Int(self.0)
    }
    fn from_value(value: Value) -> Option<Self> {
        i64::from_value(value).map(Rev)
    }
}

impl<T: Field> Field for Option<T> {
    const TYPE: ColumnType = T::TYPE;
    const NULLABLE: bool = true;
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Field::to_value)
    }
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::from_value(value).map(Some),
        }
    }
}
