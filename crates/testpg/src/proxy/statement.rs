//! Classifies statements by their first words.

/// Kinds of statements, in ascending precedence when a text contains several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Changes no rows.
    Read,
    /// Is followed by data.
    Copy,
    /// Begins a transaction.
    Begin { read_only: bool },
    /// Ends a transaction and discards its changes.
    Rollback,
    /// Changes rows or tables, immediately unless inside a transaction.
    Write,
    /// Ends a transaction and keeps its changes. Also the text of a whole transaction.
    Commit,
}

/// The kind of a text with one or more statements.
pub(crate) fn kind_of(sql: &[u8]) -> Kind {
    let text = String::from_utf8_lossy(sql).to_ascii_uppercase();
    let text = text.trim().trim_end_matches(';').trim_end();
    let first = text.split(';').next().unwrap_or_default();
    if text.rsplit(';').next().is_some_and(|last| last.trim() == "COMMIT") {
        return Kind::Commit;
    }
    let mut words = first
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty());
    match words.next().unwrap_or_default() {
        "COMMIT" | "END" => Kind::Commit,
        // Rolling back to a savepoint does not end the transaction.
        "ROLLBACK" | "ABORT" if words.any(|word| word == "TO") => Kind::Read,
        "ROLLBACK" | "ABORT" => Kind::Rollback,
        "BEGIN" | "START" => Kind::Begin { read_only: first.contains("READ ONLY") },
        "COPY" => Kind::Copy,
        "WITH" if words.any(|word| matches!(word, "INSERT" | "UPDATE" | "DELETE" | "MERGE")) => {
            Kind::Write
        }
        "INSERT" | "UPDATE" | "DELETE" | "MERGE" | "TRUNCATE" | "CREATE" | "ALTER" | "DROP"
        | "DO" => Kind::Write,
        _ => Kind::Read,
    }
}

/// Rewrites a text whose first statement begins a transaction so that the transaction is read-only.
pub(crate) fn made_read_only(sql: &[u8]) -> String {
    let text = String::from_utf8_lossy(sql);
    let rest = text.split_once(';').map(|(_, rest)| rest).unwrap_or_default();
    format!("BEGIN READ ONLY; {rest}").trim_end_matches([' ', ';']).to_owned()
}

/// A text that undoes what the transaction did and then fails with the given SQLSTATE.
pub(crate) fn failing(sqlstate: &str) -> String {
    format!("ROLLBACK; DO $$ BEGIN RAISE EXCEPTION 'injected' USING ERRCODE = '{sqlstate}'; END $$")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_classified_by_their_first_words() {
        let cases = [
            ("BEGIN", Kind::Begin { read_only: false }),
            (
                "start transaction isolation level repeatable read read only",
                Kind::Begin { read_only: true },
            ),
            (" BEGIN; SET LOCAL lock_timeout = '1s';", Kind::Begin { read_only: false }),
            ("BEGIN; INSERT INTO t VALUES ('read only'); COMMIT;", Kind::Commit),
            ("commit", Kind::Commit),
            ("END;", Kind::Commit),
            ("ROLLBACK", Kind::Rollback),
            ("ROLLBACK TO SAVEPOINT a", Kind::Read),
            ("DELETE FROM t", Kind::Write),
            ("DO $$ BEGIN PERFORM 1; END $$", Kind::Write),
            (
                "WITH x AS (UPDATE t SET a = 1 RETURNING 1) SELECT 1/(SELECT count(*) FROM x)",
                Kind::Write,
            ),
            ("WITH x AS (SELECT 1 FROM t FOR SHARE) SELECT 1/(SELECT count(*) FROM x)", Kind::Read),
            ("SELECT updated FROM t", Kind::Read),
            ("COPY t FROM STDIN", Kind::Copy),
            ("", Kind::Read),
        ];
        for (sql, kind) in cases {
            assert_eq!(kind_of(sql.as_bytes()), kind, "{sql}");
        }
    }

    #[test]
    fn statements_after_begin_are_kept() {
        assert_eq!(made_read_only(b"BEGIN ISOLATION LEVEL REPEATABLE READ"), "BEGIN READ ONLY");
        assert_eq!(made_read_only(b"BEGIN; SET LOCAL a = 1"), "BEGIN READ ONLY;  SET LOCAL a = 1");
    }
}
