//! The backup that is made before the schema of existing data is changed: the only way back.
//!
//! It is a file in the data folder, named after the schema and the time:
//! `poolkeeper-schema-3-20260131T235959Z.backup`. Once the migration is done, it replaces earlier
//! ones of the same schema, which starts leave that were killed, or failed, before the end of the
//! migration. Those of other schemas are the operator's to delete.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::partial::PARTIAL;
use super::write;
use crate::engine::sqlite::open;
use crate::error::{BackupError, Cause, OpenError};
use crate::options::SqliteTuning;

/// How the names end.
const BACKUP: &str = ".backup";
/// Most backups in one second.
const MOST_OF_A_SECOND: u32 = 100;

/// How the names begin.
const BEGIN: &str = "poolkeeper-schema-";

/// A backup of the data as they are.
pub(in crate::engine::sqlite) struct Made {
    file: PathBuf,
    /// Those of the same schema that earlier starts made.
    earlier: Vec<PathBuf>,
}

impl Made {
    /// The migration is done, so this backup is the one to keep. Returns it.
    pub(in crate::engine::sqlite) fn replace_earlier(self) -> PathBuf {
        for old in self.earlier {
            if let Err(error) = fs::remove_file(&old) {
                tracing::warn!(file = %old.display(), %error, "an earlier backup was not removed");
            }
        }
        self.file
    }
}

/// Removes what a start that was killed has written of a backup to `dir`, which this process has
/// locked: nobody else writes there.
pub(in crate::engine::sqlite) fn clear_partial(dir: &Path) {
    for left in named(dir, BEGIN, &format!("{BACKUP}{PARTIAL}")) {
        let _ = fs::remove_file(left);
    }
}

/// Backs up the database `file` in `dir`, which this process has locked, before it is migrated from
/// schema `found` to `known`. `connection` is to the same file.
///
/// # Errors
/// [`OpenError::NotBackedUp`], or [`OpenError::Corrupt`] if the file is damaged: a copy of it is no
/// way back, and must not take the place of an earlier one. Nothing was changed.
pub(in crate::engine::sqlite) fn back_up(
    dir: &Path,
    file: &Path,
    tuning: &SqliteTuning,
    connection: &Connection,
    (found, known): (i64, i64),
) -> Result<Made, OpenError> {
    let prefix = format!("{BEGIN}{found}-");
    let earlier = named(dir, &prefix, BACKUP);
    require_sound(file, connection, &earlier)?;
    let to = free_name(dir, &prefix, tuning.now);
    let not_backed_up = |error: BackupError| OpenError::NotBackedUp {
        dir: dir.to_owned(),
        found,
        known,
        cause: Cause::new(error),
    };
    write::write(file, tuning, &to, &|| true).map_err(not_backed_up)?;
    tracing::info!(
        file = %to.display(),
        schema = found,
        "a backup was made before the schema is migrated"
    );
    Ok(Made { file: to, earlier })
}

/// Refuses a damaged file, and names the backups that were made before it was damaged.
fn require_sound(
    file: &Path,
    connection: &Connection,
    earlier: &[PathBuf],
) -> Result<(), OpenError> {
    let check = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    let found = match check {
        Ok(found) if found == "ok" => return Ok(()),
        Ok(found) => found,
        Err(error) => match open::failed(file, error) {
            OpenError::Corrupt { cause, .. } => cause.to_string(),
            other => return Err(other),
        },
    };
    let names: Vec<String> = earlier.iter().map(|path| path.display().to_string()).collect();
    let cause = if names.is_empty() {
        found
    } else {
        format!("{found}; earlier starts made these backups: {}", names.join(", "))
    };
    Err(OpenError::Corrupt { path: file.to_owned(), cause: Cause::new(cause) })
}

/// The files in a folder whose names begin and end like this.
fn named(dir: &Path, begin: &str, end: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(dir) else { return Vec::new() };
    let is_one = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with(begin) && name.ends_with(end))
    };
    entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_one).collect()
}

fn free_name(dir: &Path, prefix: &str, now: i64) -> PathBuf {
    let time = compact_time(now);
    let first = dir.join(format!("{prefix}{time}{BACKUP}"));
    let others =
        (2..MOST_OF_A_SECOND).map(|number| dir.join(format!("{prefix}{time}-{number}{BACKUP}")));
    let mut names = std::iter::once(first.clone()).chain(others);
    names.find(|path| path.symlink_metadata().is_err()).unwrap_or(first)
}

/// A time in milliseconds since the epoch in the basic form of ISO 8601: `20260131T235959Z`.
fn compact_time(millis: i64) -> String {
    const DAY: i64 = 86_400;
    let seconds = millis.div_euclid(1_000);
    let (days, second) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    // Days since 1 March of the year 0, in eras of 400 years of 146,097 days.
    let days = days.saturating_add(719_468);
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let shifted = (5 * day + 2) / 153;
    let day = day - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year + era.saturating_mul(400) + i64::from(month <= 2);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::compact_time;

    #[test]
    fn times_are_written_in_the_basic_form() {
        for (millis, text) in [
            (0, "19700101T000000Z"),
            (-1, "19691231T235959Z"),
            (951_782_399_999, "20000228T235959Z"),
            (951_782_400_000, "20000229T000000Z"),
            (1_772_600_767_089, "20260304T050607Z"),
            (4_107_542_399_000, "21000228T235959Z"),
            (4_107_542_400_000, "21000301T000000Z"),
        ] {
            assert_eq!(compact_time(millis), text);
        }
    }
}
