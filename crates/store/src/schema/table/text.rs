//! The SQL texts of a table, in the subset that every engine accepts.
//!
//! Parameters are numbered the same way in every text of a table: the key first, then the values,
//! then the new `rev`, then the expected one.

use super::{Column, Table};

/// The texts of one table.
pub(crate) struct Texts {
    /// One row by key: key, values, `rev`.
    pub(crate) get: String,
    /// The `rev` of one row by key.
    pub(crate) rev: String,
    /// Adds a row; touches none if the key is taken.
    pub(crate) insert: String,
    /// Rewrites a row that has the expected `rev`.
    pub(crate) update: String,
    /// Writes a row, whether or not one existed.
    pub(crate) replace: String,
    /// Deletes a row that has the expected `rev`.
    pub(crate) delete: String,
    /// Deletes a row, whatever its `rev`.
    pub(crate) remove: String,
    /// One row if it has the expected `rev`.
    pub(crate) unchanged: String,
    /// One row if the key exists.
    pub(crate) present: String,
    /// By number of bound leading key columns; `None` if the scan would cross parts.
    pub(crate) scans: Vec<Option<Scan>>,
    /// Finds the keys and expiry of expired rows; removes one of them if it is still expired.
    pub(crate) expired: Option<(String, String)>,
    /// The first key column of the next rows, if it says which pool they belong to. The only text
    /// that crosses parts.
    pub(crate) next: Option<String>,
}

/// The texts for all rows under some leading key columns.
pub(crate) struct Scan {
    /// The first rows, in the order of the key.
    pub(crate) first: String,
    /// The rows after a key.
    pub(crate) after: String,
    /// The rows after a key and below a value of the first unbound column.
    pub(crate) between: String,
    /// Deletes all of them; `None` if that would be a whole table or part.
    pub(crate) sweep: Option<String>,
}

impl Texts {
    /// The texts of a table.
    pub(crate) fn of(table: &'static Table) -> Texts {
        let name = table.name;
        let by_key = equalities(table.key);
        let keys = table.key.len();
        let new_rev = keys + table.values.len() + 1;
        let old_rev = new_rev + 1;
        let expected = keys + 1;
        Texts {
            get: format!("SELECT {} FROM {name} WHERE {by_key}", every_column(table)),
            rev: format!("SELECT rev FROM {name} WHERE {by_key}"),
            insert: format!("{} DO NOTHING", insertion(table)),
            update: format!(
                "UPDATE {name} SET {}rev = ${new_rev} WHERE {by_key} AND rev = ${old_rev}",
                assignments(table)
            ),
            replace: format!("{} DO UPDATE SET {}", insertion(table), excluded_assignments(table)),
            delete: format!("DELETE FROM {name} WHERE {by_key} AND rev = ${expected}"),
            remove: format!("DELETE FROM {name} WHERE {by_key}"),
            unchanged: format!("SELECT 1 FROM {name} WHERE {by_key} AND rev = ${expected}"),
            present: format!("SELECT 1 FROM {name} WHERE {by_key}"),
            scans: (0..keys).map(|bound| Scan::of(table, bound)).collect(),
            expired: table.expires().then(|| expired(table)),
            next: next(table),
        }
    }

    /// Every text.
    pub(crate) fn all(&'static self) -> Vec<&'static str> {
        let mut all = vec![
            self.get.as_str(),
            &self.rev,
            &self.insert,
            &self.update,
            &self.replace,
            &self.delete,
            &self.remove,
            &self.unchanged,
            &self.present,
        ];
        for scan in self.scans.iter().flatten() {
            all.extend([scan.first.as_str(), &scan.after, &scan.between]);
            all.extend(scan.sweep.as_deref());
        }
        if let Some((find, remove)) = &self.expired {
            all.extend([find.as_str(), remove]);
        }
        all.extend(self.next.as_deref());
        all
    }
}

impl Scan {
    fn of(table: &'static Table, bound: usize) -> Option<Scan> {
        if bound == 0 && table.is_placed() {
            return None;
        }
        let (fixed, rest) = table.key.split_at(bound);
        let name = table.name;
        let columns = every_column(table);
        let order = names(rest);
        let after = format!(
            "{} > {}",
            tuple(rest.iter().map(|column| column.name.to_owned())),
            tuple((0..rest.len()).map(|at| format!("${}", bound + at + 1)))
        );
        let (within, within_after) = if fixed.is_empty() {
            (String::new(), format!(" WHERE {after}"))
        } else {
            let fixed = equalities(fixed);
            (format!(" WHERE {fixed}"), format!(" WHERE {fixed} AND {after}"))
        };
        let begins = rest.first().map_or("part", |column| column.name);
        let end = table.key.len() + 1;
        let limit = bound + 1;
        let limit_after = table.key.len() + 1;
        Some(Scan {
            first: format!("SELECT {columns} FROM {name}{within} ORDER BY {order} LIMIT ${limit}"),
            after: format!(
                "SELECT {columns} FROM {name}{within_after} ORDER BY {order} LIMIT ${limit_after}"
            ),
            between: format!(
                "SELECT {columns} FROM {name}{within_after} AND {begins} < ${end} \
                 ORDER BY {order} LIMIT ${}",
                end + 1
            ),
            sweep: (bound > usize::from(table.is_placed()))
                .then(|| format!("DELETE FROM {name}{within}")),
        })
    }
}

/// `INSERT INTO … VALUES (…) ON CONFLICT (key)`
fn insertion(table: &Table) -> String {
    let count = table.key.len() + table.values.len() + 1;
    let parameters: Vec<String> = (1..=count).map(|at| format!("${at}")).collect();
    format!(
        "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT ({})",
        table.name,
        every_column(table),
        parameters.join(", "),
        names(table.key)
    )
}

/// Finds expired rows of a part, oldest first; removes one of them unless it was extended.
fn expired(table: &Table) -> (String, String) {
    let name = table.name;
    let part = table.key.first().map_or("part", |column| column.name);
    (
        format!(
            "SELECT {}, expires FROM {name} WHERE {part} = $1 AND expires <= $2 \
             ORDER BY expires LIMIT $3",
            names(table.key)
        ),
        format!(
            "DELETE FROM {name} WHERE {} AND expires <= ${}",
            equalities(table.key),
            table.key.len() + 1
        ),
    )
}

fn next(table: &Table) -> Option<String> {
    let (name, first) = (table.name, table.key.first()?.name);
    (table.is_placed() || table.is_keyed_by_pool())
        .then(|| format!("SELECT {first} FROM {name} WHERE {first} > $1 ORDER BY {first} LIMIT $2"))
}

fn every_column(table: &Table) -> String {
    let mut columns: Vec<&str> = table.key.iter().chain(table.values).map(|c| c.name).collect();
    columns.push("rev");
    columns.join(", ")
}

/// `v = $3, w = $4, `
fn assignments(table: &Table) -> String {
    let first = table.key.len() + 1;
    table
        .values
        .iter()
        .enumerate()
        .map(|(at, column)| format!("{} = ${}, ", column.name, first + at))
        .collect()
}

/// `v = excluded.v, rev = excluded.rev`
fn excluded_assignments(table: &Table) -> String {
    let mut parts: Vec<String> =
        table.values.iter().map(|column| format!("{0} = excluded.{0}", column.name)).collect();
    parts.push("rev = excluded.rev".to_owned());
    parts.join(", ")
}

/// `a = $1 AND b = $2`
fn equalities(columns: &[Column]) -> String {
    let parts: Vec<String> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| format!("{} = ${}", column.name, at + 1))
        .collect();
    parts.join(" AND ")
}

fn names(columns: &[Column]) -> String {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    names.join(", ")
}

fn tuple(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    match parts.as_slice() {
        [one] => one.clone(),
        many => format!("({})", many.join(", ")),
    }
}
