//! Reads of one table: a row by its key, or the rows under a prefix.

use std::marker::PhantomData;

use super::ReadSet;
use crate::error::{Cause, StoreError};
use crate::schema::{Key, Record, Row, Scan, Statement, Table, Value};

/// Maximum number of rows under a prefix without an explicit limit.
const UNBOUNDED: u32 = 10_000;

/// Reads one row by its key.
pub struct Get<R> {
    key: Key<R>,
}

impl<R: Record> Get<R> {
    /// The row with this key.
    pub fn new(key: Key<R>) -> Get<R> {
        Get { key }
    }
}

impl<R: Record> ReadSet for Get<R> {
    type Out = Option<R>;

    fn statements(&self, into: &mut Vec<Statement>) -> Result<(), StoreError> {
        into.push(Statement {
            sql: &R::table().texts().get,
            params: self.key.clone().into_values(),
        });
        Ok(())
    }

    fn decode(
        &self,
        answers: &mut impl Iterator<Item = Vec<Row>>,
    ) -> Result<Option<R>, StoreError> {
        next(answers)?.into_iter().next().map(R::from_row).transpose()
    }
}

/// Reads the rows under some leading key columns, in the order of the key.
pub struct Prefix<R> {
    bound: Vec<Value>,
    after: Option<Vec<Value>>,
    below: Option<Value>,
    limit: Option<u32>,
    of: PhantomData<fn() -> R>,
}

impl<R: Record> Prefix<R> {
    /// The rows whose leading key columns have these values.
    pub(crate) fn under(bound: Vec<Value>) -> Prefix<R> {
        Prefix { bound, after: None, below: None, limit: None, of: PhantomData }
    }

    /// All rows of a table that is not placed by part.
    pub fn all() -> Prefix<R> {
        Prefix::under(Vec::new())
    }

    /// All rows of a part.
    pub fn in_part(part: &str) -> Prefix<R> {
        Prefix::under(vec![Value::from(part)])
    }

    /// Reads at most this many rows. Without a limit, a read of more than 10,000 rows fails.
    pub fn limit(mut self, rows: u32) -> Prefix<R> {
        self.limit = Some(rows);
        self
    }

    /// Reads only rows after `record`, which must be under the prefix.
    pub fn after(self, record: &R) -> Prefix<R> {
        let rest = record.key_values().split_off(self.bound.len());
        self.after_key(rest)
    }

    /// Reads only rows after the one with these values of the unbound key columns.
    pub(crate) fn after_key(mut self, rest: Vec<Value>) -> Prefix<R> {
        self.after = Some(rest);
        self
    }

    /// Reads only rows whose first unbound key column is less than `end`. Needs a row to start
    /// after.
    pub(crate) fn below(mut self, end: Value) -> Prefix<R> {
        self.below = Some(end);
        self
    }

    /// The bound values, if the prefix has neither a start nor a limit.
    pub(crate) fn into_whole(self) -> Option<Vec<Value>> {
        (self.after.is_none() && self.below.is_none() && self.limit.is_none()).then_some(self.bound)
    }

    fn scan(&self) -> Result<&'static Scan, StoreError> {
        scan(R::table(), self.bound.len())
    }
}

/// The texts for a prefix of `bound` columns.
pub(crate) fn scan(table: &'static Table, bound: usize) -> Result<&'static Scan, StoreError> {
    table.texts().scans.get(bound).and_then(Option::as_ref).ok_or_else(|| {
        StoreError::Invalid(format!("no prefix of {bound} columns on {}", table.name))
    })
}

impl<R: Record> ReadSet for Prefix<R> {
    type Out = Vec<R>;

    fn statements(&self, into: &mut Vec<Statement>) -> Result<(), StoreError> {
        let scan = self.scan()?;
        let mut params = self.bound.clone();
        let sql = match (&self.after, &self.below) {
            (None, None) => &scan.first,
            (None, Some(_)) => {
                return Err(StoreError::Invalid(format!(
                    "a range on {} without a start",
                    R::table().name
                )));
            }
            (Some(rest), below) => {
                params.extend(rest.iter().chain(below).cloned());
                if below.is_some() { &scan.between } else { &scan.after }
            }
        };
        params.push(Value::Int(i64::from(self.limit.unwrap_or(UNBOUNDED + 1))));
        into.push(Statement { sql, params });
        Ok(())
    }

    fn decode(&self, answers: &mut impl Iterator<Item = Vec<Row>>) -> Result<Vec<R>, StoreError> {
        let rows = next(answers)?;
        if self.limit.is_none() && rows.len() > UNBOUNDED as usize {
            return Err(StoreError::TooMany { table: R::table().name });
        }
        rows.into_iter().map(R::from_row).collect()
    }
}

/// The answer to the next statement.
pub(crate) fn next(answers: &mut impl Iterator<Item = Vec<Row>>) -> Result<Vec<Row>, StoreError> {
    let missing = || StoreError::Engine(Cause::new("fewer answers than statements"));
    answers.next().ok_or_else(missing)
}
