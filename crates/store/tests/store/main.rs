//! The store's tests: a contract that every engine keeps, tests of each engine's own behaviour, and
//! the rules for SQL.

#[cfg(test)]
mod contract;
#[cfg(test)]
mod copy;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod place;
#[cfg(test)]
mod postgres;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod sqlite;

contract::keeps_contract!(on_sqlite, crate::place::SqliteFolder::new());
copy::copies!(
    sqlite_to_sqlite,
    crate::place::SqliteFolder::new(),
    crate::place::SqliteFolder::new()
);
copy::copies!(
    sqlite_to_postgres,
    crate::place::SqliteFolder::new(),
    crate::place::PostgresSchema::new()
);
copy::copies!(
    postgres_to_sqlite,
    crate::place::PostgresSchema::new(),
    crate::place::SqliteFolder::new()
);
contract::keeps_contract!(on_postgres, crate::place::PostgresSchema::new());
contract::keeps_contract!(
    on_postgres_unnamed,
    crate::postgres::Changed::without_named_statements()
);
contract::keeps_contract!(on_postgres_two_trips, crate::postgres::Changed::in_two_trips());
