//! What a database holds: values, rows, tables and the migrations that make them.

mod field;
pub(crate) mod migrations;
mod record;
mod rev;
mod table;
mod value;

pub use field::{Field, KeyField};
pub use record::{Key, Record};
pub use rev::Rev;
pub use table::{Column, ColumnType, Insertion, Table};
pub(crate) use table::{Scan, Texts, column};
pub use value::{Columns, Row, Statement, Value};
