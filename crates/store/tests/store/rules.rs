//! Every SQL text stays within the subset that all engines accept, including sharded ones.

use std::collections::BTreeSet;

use sqlparser::ast::{
    Assignment, BinaryOperator, ConflictTarget, Expr, FromTable, LimitClause, OnConflictAction,
    OnInsert, Query, SelectItem, SetExpr, Statement, TableFactor, TableObject, TableWithJoins,
    Value, ValueWithSpan,
};
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::parser::Parser;
use store::{Table, records};

/// Which rule of the storage design a text breaks.
fn breach(sql: &str) -> Option<String> {
    // The parser reads INTO DIRECTORY as another system's statement; the engines do not.
    let readable = sql.replace("INTO directory", "INTO \"directory\"");
    let parsed = match Parser::parse_sql(&PostgreSqlDialect {}, &readable) {
        Ok(parsed) => parsed,
        Err(error) => return Some(format!("it does not parse: {error}")),
    };
    let [statement] = parsed.as_slice() else { return Some("it is not one statement".to_owned()) };
    let outcome = match statement {
        Statement::Query(query) => select(query),
        Statement::Insert(insert) => insert_into(insert),
        Statement::Update(update) => {
            let plain = update.from.is_none()
                && update.or.is_none()
                && update.limit.is_none()
                && update.order_by.is_empty();
            require(plain, "an UPDATE of one table only")
                .and_then(|()| {
                    update.assignments.iter().try_for_each(|set| assigned(set, parameter))
                })
                .and_then(|()| {
                    where_clause(table_of(&update.table)?, update.selection.as_ref(), true)
                })
        }
        Statement::Delete(delete) => match &delete.from {
            FromTable::WithFromKeyword(tables)
                if delete.using.is_none() && delete.limit.is_none() =>
            {
                one(tables).and_then(|table| {
                    where_clause(table_of(table)?, delete.selection.as_ref(), true)
                })
            }
            _ => Err("a DELETE from one table only".to_owned()),
        },
        _ => Err("no other statements".to_owned()),
    };
    outcome.and_then(|()| parameters(sql)).err()
}

fn require(holds: bool, rule: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(rule.to_owned()) }
}

fn one<T>(many: &[T]) -> Result<&T, String> {
    match many {
        [one] => Ok(one),
        _ => Err("one table in a statement".to_owned()),
    }
}

/// Rule 8: one table, no joins, no subquery instead of a table.
fn table_of(table: &TableWithJoins) -> Result<&'static Table, String> {
    require(table.joins.is_empty(), "no joins")?;
    match &table.relation {
        TableFactor::Table { name, alias: None, args: None, .. } => named(&name.to_string()),
        _ => Err("a table by its name".to_owned()),
    }
}

fn named(name: &str) -> Result<&'static Table, String> {
    let mut tables = records::tables().into_iter();
    tables
        .find(|table| table.name == name.trim_matches('"'))
        .ok_or_else(|| format!("{name} is a table of a record"))
}

fn select(query: &Query) -> Result<(), String> {
    let plain = query.with.is_none() && query.fetch.is_none() && query.locks.is_empty();
    require(plain, "a query without common tables; locks are the driver's")?;
    let SetExpr::Select(select) = query.body.as_ref() else {
        return Err("no UNION or other set operation".to_owned());
    };
    let plain = select.distinct.is_none() && select.having.is_none() && select.into.is_none();
    require(plain, "a plain SELECT")?;
    let table = table_of(one(&select.from)?)?;
    for item in &select.projection {
        match item {
            SelectItem::UnnamedExpr(Expr::Identifier(_)) => {}
            SelectItem::UnnamedExpr(Expr::Value(value))
                if value.value == Value::Number("1".to_owned(), false) => {}
            other => return Err(format!("columns by their names, not {other}")),
        }
    }
    let limited = match &query.limit_clause {
        None => false,
        Some(LimitClause::LimitOffset { limit: Some(limit), offset: None, limit_by })
            if limit_by.is_empty() =>
        {
            parameter(limit).map(|()| true)?
        }
        Some(_) => return Err("a bound LIMIT without OFFSET".to_owned()),
    };
    require(limited == query.order_by.is_some(), "LIMIT goes with ORDER BY")?;
    if select.selection.is_none() && limited && !table.is_placed() {
        return Ok(());
    }
    if limited && is_next_part(table, &select.projection, select.selection.as_ref()) {
        return Ok(());
    }
    where_clause(table, select.selection.as_ref(), !limited)
}

/// Only the search for what belongs to no pool crosses parts: it reads the next part by itself.
fn is_next_part(table: &Table, shown: &[SelectItem], selection: Option<&Expr>) -> bool {
    let part = table.key[0].name;
    let is_part = |column: &Expr| matches!(column, Expr::Identifier(name) if name.value == part);
    let shows_part = matches!(shown, [SelectItem::UnnamedExpr(column)] if is_part(column));
    let after = match selection {
        Some(Expr::BinaryOp { left, op: BinaryOperator::Gt, right }) => {
            is_part(left) && parameter(right).is_ok()
        }
        _ => false,
    };
    shows_part && after
}

fn insert_into(insert: &sqlparser::ast::Insert) -> Result<(), String> {
    let TableObject::TableName(name) = &insert.table else {
        return Err("a table by its name".to_owned());
    };
    let table = named(&name.to_string())?;
    let source = insert.source.as_ref().ok_or("VALUES")?;
    let SetExpr::Values(values) = source.body.as_ref() else {
        return Err("VALUES, not a query".to_owned());
    };
    let row = one(&values.rows)?;
    require(row.content.len() == insert.columns.len(), "a value for each column")?;
    row.content.iter().try_for_each(parameter)?;
    let Some(OnInsert::OnConflict(conflict)) = &insert.on else {
        return Err("ON CONFLICT on the primary key".to_owned());
    };
    let Some(ConflictTarget::Columns(target)) = &conflict.conflict_target else {
        return Err("ON CONFLICT names the primary key".to_owned());
    };
    let target: Vec<&str> = target.iter().map(|column| column.value.as_str()).collect();
    let key: Vec<&str> = table.key.iter().map(|column| column.name).collect();
    require(target == key, "ON CONFLICT on the primary key")?;
    match &conflict.action {
        OnConflictAction::DoNothing => Ok(()),
        OnConflictAction::DoUpdate(update) => {
            require(update.selection.is_none(), "an update without a condition")?;
            update.assignments.iter().try_for_each(|set| assigned(set, excluded))
        }
    }
}

/// Assigns an allowed value to a column that does not hold a part.
fn assigned(assignment: &Assignment, value: fn(&Expr) -> Result<(), String>) -> Result<(), String> {
    let column = assignment.target.to_string();
    require(!matches!(column.as_str(), "part" | "group_part"), "rows stay in their part")?;
    value(&assignment.value)
}

/// The value that the insert proposed.
fn excluded(expression: &Expr) -> Result<(), String> {
    let text = expression.to_string();
    let column = text.strip_prefix("excluded.").unwrap_or_default();
    let plain = !column.is_empty() && column.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    require(plain, "a column of the excluded row")
}

/// Rules 1, 7, 8: equality on bound parameters for leading key columns, `part` among them; a write
/// names its whole key, or a prefix longer than the part. Otherwise only `rev`, `expires`, the key
/// after which a page starts and the value below which it ends.
fn where_clause(table: &Table, selection: Option<&Expr>, whole: bool) -> Result<(), String> {
    let mut conditions = Vec::new();
    conjunction(selection.ok_or("a WHERE")?, &mut conditions);
    let mut equal = BTreeSet::new();
    for condition in conditions {
        let Expr::BinaryOp { left, op, right } = condition else {
            return Err(format!("comparisons only, not {condition}"));
        };
        match (left.as_ref(), op) {
            (Expr::Identifier(column), BinaryOperator::Eq) => {
                parameter(right)?;
                require(equal.insert(column.value.clone()), "a column once")?;
            }
            (Expr::Identifier(column), BinaryOperator::LtEq) if column.value == "expires" => {
                parameter(right)?;
            }
            (Expr::Identifier(_), BinaryOperator::Gt | BinaryOperator::Lt) if !whole => {
                parameter(right)?;
            }
            (Expr::Tuple(columns), BinaryOperator::Gt) if !whole => {
                require(
                    columns.iter().all(|column| matches!(column, Expr::Identifier(_))),
                    "columns compared",
                )?;
                let Expr::Tuple(bound) = right.as_ref() else {
                    return Err("a tuple of parameters".to_owned());
                };
                bound.iter().try_for_each(parameter)?;
            }
            _ => return Err(format!("not {condition}")),
        }
    }
    let leading = table.key.iter().take_while(|column| equal.remove(column.name)).count();
    equal.remove("rev");
    require(equal.is_empty(), "leading key columns and rev only")?;
    require(!table.is_placed() || leading > 0, "the part by equality")?;
    require(!whole || leading > usize::from(table.is_placed()), "no write of a whole table or part")
}

fn conjunction<'a>(expression: &'a Expr, into: &mut Vec<&'a Expr>) {
    match expression {
        Expr::BinaryOp { left, op: BinaryOperator::And, right } => {
            conjunction(left, into);
            conjunction(right, into);
        }
        other => into.push(other),
    }
}

/// Rule 7: every value is a bound parameter, not a function, subquery or literal.
fn parameter(expression: &Expr) -> Result<(), String> {
    match expression {
        Expr::Value(ValueWithSpan { value: Value::Placeholder(name), .. })
            if name.starts_with('$') =>
        {
            Ok(())
        }
        other => Err(format!("a bound parameter, not {other}")),
    }
}

/// Rule 19: parameters are `$1…$n` without gaps, and nothing is quoted that could hide one.
fn parameters(sql: &str) -> Result<(), String> {
    require(!sql.contains(['\'', '"', '?', ';', '-']), "no literals, quoted names or comments")?;
    let numbers: Option<BTreeSet<usize>> = sql
        .split('$')
        .skip(1)
        .map(|text| {
            text.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok())
        })
        .collect();
    let numbers = numbers.ok_or("$ begins a number")?;
    require(numbers.iter().copied().eq(1..=numbers.len()), "parameters without gaps")
}

#[test]
fn every_statement_follows_the_rules() {
    let all = store::all_statements();
    assert!(all.len() > 200);
    let breaches: Vec<_> = all.iter().filter_map(|sql| Some((sql, breach(sql)?))).collect();
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn part_leads_the_key_of_every_placed_table() {
    let global = [
        "pools",
        "config_revs",
        "clients",
        "groups",
        "signing_keys",
        "data_keys",
        "directory",
        "jobs",
        "leases",
        "clock_marks",
    ];
    for table in records::tables() {
        assert_eq!(table.is_placed(), !global.contains(&table.name), "{}", table.name);
        assert!(table.is_placed() || !table.expires(), "{} expires part by part", table.name);
        assert!(table.key.len() <= 8, "{}", table.name);
    }
}

#[test]
fn statements_that_break_a_rule_are_detected() {
    let broken = [
        "DELETE FROM users",
        "DELETE FROM users WHERE user_id = $1",
        "DELETE FROM users WHERE part = $1 AND username = $2",
        "DELETE FROM users WHERE part = $1 OR user_id = $2",
        "DELETE FROM users WHERE part = 'p' AND user_id = $1",
        "DELETE FROM users WHERE part = $1 AND user_id = (SELECT user_id FROM lookups \
         WHERE part = $2)",
        "DELETE FROM users WHERE part = $1",
        "DELETE FROM users WHERE part > $1",
        "DELETE FROM users WHERE part = $1 AND user_id < $2",
        "UPDATE users SET status = $1 WHERE part = $2 AND user_id < $3",
        "DELETE FROM users USING lookups WHERE users.part = $1",
        "DELETE FROM spent WHERE part = $1 AND expires <= now()",
        "UPDATE users SET status = $1",
        "UPDATE users SET modified = now() WHERE part = $1 AND user_id = $2",
        "UPDATE users SET token_gen = token_gen + 1 WHERE part = $1 AND user_id = $2",
        "UPDATE users SET status = $1 FROM lookups WHERE part = $2 AND user_id = $3",
        "INSERT INTO leases (name, holder, until, rev) VALUES ($1, $2, $3, $4)",
        "INSERT INTO leases (name, holder, until, rev) VALUES ($1, $2, $3, random()) \
         ON CONFLICT (name) DO NOTHING",
        "INSERT INTO leases (name, holder, until, rev) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (rev) DO NOTHING",
        "INSERT INTO leases (name, holder, until, rev) VALUES ($1, $2, $3, $4) \
         ON CONFLICT DO NOTHING",
        "INSERT INTO leases (name, holder, until, rev) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (name) DO UPDATE SET until = now()",
        "INSERT INTO spent (part, id, expires, rev) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (part, id) DO UPDATE SET part = excluded.part",
        "UPDATE users SET part = $1 WHERE part = $2 AND user_id = $3",
        "INSERT INTO leases (name, holder, until, rev) \
         SELECT name, holder, until, rev FROM leases ON CONFLICT (name) DO NOTHING",
        "SELECT rev FROM users WHERE user_id = $1",
        "SELECT * FROM users WHERE part = $1 AND user_id = $2",
        "SELECT count(rev) FROM users WHERE part = $1 AND user_id = $2",
        "SELECT rev FROM users ORDER BY part LIMIT $1",
        "SELECT rev FROM users WHERE part > $1 ORDER BY part LIMIT $2",
        "SELECT part FROM users WHERE part > $1",
        "SELECT part FROM users WHERE part < $1 ORDER BY part LIMIT $2",
        "SELECT part FROM users WHERE user_id > $1 ORDER BY part LIMIT $2",
        "SELECT rev FROM users WHERE part = $1 ORDER BY user_id LIMIT $2 OFFSET $3",
        "SELECT rev FROM users WHERE part = $1 LIMIT $2",
        "SELECT rev FROM users, lookups WHERE part = $1",
        "SELECT rev FROM users JOIN lookups ON lookups.user_id = users.user_id WHERE part = $1",
        "SELECT rev FROM users WHERE part = $1 AND user_id = $2 FOR SHARE",
        "SELECT rev FROM users WHERE part = $1 UNION SELECT rev FROM lookups WHERE part = $1",
        "WITH x AS (SELECT 1) SELECT rev FROM users WHERE part = $1",
        "SELECT rev FROM users WHERE part = $2",
        "SELECT rev FROM users WHERE part = ?1",
        "SELECT rev FROM users WHERE part = $1; SELECT rev FROM users WHERE part = $1",
        "SELECT rev FROM sqlite_schema WHERE name = $1",
        "TRUNCATE users",
        "SAVEPOINT s",
        "CREATE TABLE x (y text)",
    ];
    for sql in broken {
        assert!(breach(sql).is_some(), "{sql}");
    }
}
