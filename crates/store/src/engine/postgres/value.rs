//! Conversion of values to and from PostgreSQL.

use std::error::Error;

use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::error::StoreError;
use crate::schema::{Row, Value};

type Refused = Box<dyn Error + Sync + Send>;

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Refused> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(int) => int.to_sql(kind, out),
            Value::Text(text) => text.as_str().to_sql(kind, out),
            Value::Bytes(bytes) => bytes.as_slice().to_sql(kind, out),
            Value::Bool(bool) => bool.to_sql(kind, out),
        }
    }

    /// The columns have the records' types; the server would reject a mismatch by its length.
    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// The type to declare when the server is not asked for it.
pub(super) fn type_of(value: &Value) -> Type {
    match value {
        Value::Null => Type::UNKNOWN,
        Value::Int(_) => Type::INT8,
        Value::Text(_) => Type::TEXT,
        Value::Bytes(_) => Type::BYTEA,
        Value::Bool(_) => Type::BOOL,
    }
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Value, Refused> {
        match *kind {
            Type::INT8 => i64::from_sql(kind, raw).map(Value::Int),
            Type::INT4 => i32::from_sql(kind, raw).map(|int| Value::Int(int.into())),
            Type::BOOL => bool::from_sql(kind, raw).map(Value::Bool),
            Type::BYTEA => <Vec<u8>>::from_sql(kind, raw).map(Value::Bytes),
            _ => String::from_sql(kind, raw).map(Value::Text),
        }
    }

    fn from_sql_null(_: &Type) -> Result<Value, Refused> {
        Ok(Value::Null)
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::INT4 | Type::BOOL | Type::BYTEA | Type::TEXT)
    }
}

/// Converts a row.
pub(super) fn row(found: &tokio_postgres::Row) -> Result<Row, tokio_postgres::Error> {
    (0..found.len()).map(|at| found.try_get(at)).collect::<Result<Vec<Value>, _>>().map(Row::new)
}

/// PostgreSQL texts cannot contain a zero byte, so none can be stored or queried.
pub(super) fn check(values: &[Value]) -> Result<(), StoreError> {
    let has_zero = |value: &Value| matches!(value, Value::Text(text) if text.contains('\0'));
    if values.iter().any(has_zero) {
        Err(StoreError::Invalid("a text with a zero byte".to_owned()))
    } else {
        Ok(())
    }
}
