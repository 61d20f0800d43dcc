//! The backup that is made before the schema of existing data is changed: the only way back.
//!
//! It is a file in the data folder, named after the schema and the time:
//! `poolkeeper-schema-3-20260131T235959Z.backup`. It replaces earlier ones of the same schema, which
//! starts leave that were killed, or failed, before the end of the migration. Those of other schemas
//! are the operator's to delete.

use std::fs;
use std::path::{Path, PathBuf};

use super::partial::PARTIAL;
use super::write;
use crate::error::{BackupError, Cause, OpenError};
use crate::options::SqliteTuning;

/// How the names end.
const BACKUP: &str = ".backup";
/// Most backups in one second.
const MOST_OF_A_SECOND: u32 = 100;

/// Backs up the database `file` in `dir`, which this process has locked, before it is migrated from
/// schema `found` to `known`. Returns the backup.
///
/// # Errors
/// [`OpenError::NotBackedUp`]; nothing was changed.
pub(in crate::engine::sqlite) fn back_up(
    dir: &Path,
    file: &Path,
    tuning: &SqliteTuning,
    (found, known): (i64, i64),
) -> Result<PathBuf, OpenError> {
    let prefix = format!("poolkeeper-schema-{found}-");
    // Nobody else writes here: what is incomplete was left by a process that was killed.
    for left in named(dir, "poolkeeper-schema-", &format!("{BACKUP}{PARTIAL}")) {
        let _ = fs::remove_file(left);
    }
    let earlier = named(dir, &prefix, BACKUP);
    let to = free_name(dir, &prefix, tuning.now);
    let not_backed_up = |error: BackupError| OpenError::NotBackedUp {
        dir: dir.to_owned(),
        found,
        known,
        cause: Cause::new(error),
    };
    write::write(file, tuning, &to, &|| true).map_err(not_backed_up)?;
    for old in earlier {
        if let Err(error) = fs::remove_file(&old) {
            tracing::warn!(file = %old.display(), %error, "an earlier backup was not removed");
        }
    }
    tracing::info!(
        file = %to.display(),
        schema = found,
        "a backup was made before the schema is migrated"
    );
    Ok(to)
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
