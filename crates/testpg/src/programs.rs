//! Finds PostgreSQL's programs.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The oldest version that the store supports.
const OLDEST: u32 = 15;

/// The folder of `initdb`, `postgres` and `pg_basebackup` of the newest installed version.
pub(crate) fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        find().unwrap_or_else(|| {
            panic!(
                "tests need PostgreSQL {OLDEST} or newer; \
                 install it with: apt-get install postgresql"
            )
        })
    })
}

fn find() -> Option<PathBuf> {
    // Debian keeps each version's programs out of PATH.
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin")))
        })
        .filter(|(version, folder)| *version >= OLDEST && is_complete(folder))
        .collect();
    versions.sort();
    versions.pop().map(|(_, folder)| folder).or_else(find_in_path)
}

fn find_in_path() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).find(|folder| is_complete(folder) && version(folder) >= Some(OLDEST))
}

fn is_complete(folder: &Path) -> bool {
    ["initdb", "postgres", "pg_basebackup"].iter().all(|program| folder.join(program).is_file())
}

/// Parses a line like "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)".
fn version(folder: &Path) -> Option<u32> {
    let output = Command::new(folder.join("postgres")).arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let number = text.split_whitespace().nth(2)?;
    number.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}
