//! Reads on the calling threads.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::session::Session;
use super::{open, store_error};
use crate::error::StoreError;
use crate::options::SqliteTuning;
use crate::schema::{Row, Statement};

/// The read connections. Each is lent to one thread at a time, so there are never more than reading
/// threads.
pub(super) struct Readers {
    file: PathBuf,
    tuning: SqliteTuning,
    /// The idle connections, the most recently used on top; `None` once closed.
    idle: Mutex<Option<Vec<Session>>>,
}

impl Readers {
    /// Creates readers of a database.
    pub(super) fn new(file: PathBuf, tuning: SqliteTuning) -> Readers {
        Readers { file, tuning, idle: Mutex::new(Some(Vec::new())) }
    }

    /// Answers the statements from one snapshot.
    pub(super) fn query(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, StoreError> {
        self.with(|session| snapshot(session, statements))
    }

    /// What SQLite's own check finds.
    pub(super) fn check_files(&self) -> Result<Vec<String>, StoreError> {
        self.with(|session| {
            let mut check = session.connection().prepare("PRAGMA integrity_check")?;
            let lines: rusqlite::Result<Vec<String>> =
                check.query_map([], |row| row.get(0))?.collect();
            Ok(lines?.into_iter().filter(|line| line != "ok").collect())
        })
    }

    /// The database file and how to open it.
    pub(super) fn file(&self) -> Result<(&Path, &SqliteTuning), StoreError> {
        if self.idle.lock().unwrap_or_else(PoisonError::into_inner).is_none() {
            return Err(StoreError::Closed);
        }
        Ok((&self.file, &self.tuning))
    }

    /// Closes idle connections now, and lent ones when they are returned.
    pub(super) fn close(&self) {
        *self.idle.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn with<T>(
        &self,
        read: impl FnOnce(&mut Session) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let mut session = self.lend()?;
        let outcome = read(&mut session);
        session.abandon();
        if session.is_autocommit()
            && let Some(idle) = self.idle.lock().unwrap_or_else(PoisonError::into_inner).as_mut()
        {
            idle.push(session);
        }
        outcome.map_err(store_error)
    }

    fn lend(&self) -> Result<Session, StoreError> {
        let idle = {
            let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
            idle.as_mut().ok_or(StoreError::Closed)?.pop()
        };
        match idle {
            Some(session) => Ok(session),
            None => open::reader(&self.file, &self.tuning).map_err(store_error),
        }
    }
}

/// One statement is a snapshot by itself; several need a transaction.
fn snapshot(session: &mut Session, statements: &[Statement]) -> rusqlite::Result<Vec<Vec<Row>>> {
    if let [one] = statements {
        return Ok(vec![session.rows(one)?]);
    }
    session.control("BEGIN DEFERRED")?;
    let answers: rusqlite::Result<Vec<Vec<Row>>> =
        statements.iter().map(|statement| session.rows(statement)).collect();
    session.control("COMMIT")?;
    answers
}
