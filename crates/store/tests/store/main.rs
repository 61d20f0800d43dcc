//! The store's tests: a contract that every engine keeps, what is special about an engine, and the rules for SQL.

#[cfg(test)]
mod contract;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod place;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod sqlite;

contract::keeps_contract!(on_sqlite, crate::place::SqliteFolder::new());
