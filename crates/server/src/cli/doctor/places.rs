//! Checks folders and files: permissions, owners and free disk space.

use std::path::Path;
#[cfg(unix)]
use std::path::PathBuf;

use server::admin::outcome::Check;

/// Less free space than this is a problem: on a full disk, commits fail.
#[cfg(unix)]
const LEAST_BYTES: u64 = 100 << 20;
/// Less free space than this is a warning.
#[cfg(unix)]
const FEW_BYTES: u64 = 1 << 30;

/// Checks a data folder and its disk. A folder that does not exist yet has nothing to check.
pub(super) fn checks(folder: &Path) -> Vec<Check> {
    if !folder.is_dir() {
        return Vec::new();
    }
    let mut checks = permissions(folder);
    checks.extend(room(folder));
    checks
}

/// Whether a key file is in a folder that also contains the data folder. A key inside the data
/// folder is refused elsewhere.
pub(super) fn is_beside(file: &Path, folder: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (file, folder) = (real(file), real(folder));
    file.parent().is_some_and(|holds| holds != Path::new("/") && folder.starts_with(holds))
}

#[cfg(unix)]
pub(super) fn others_may_write(path: &Path) -> bool {
    mode(path).is_some_and(|mode| mode & 0o022 != 0)
}

#[cfg(not(unix))]
pub(super) fn others_may_write(_path: &Path) -> bool {
    false
}

#[cfg(unix)]
fn mode(path: &Path) -> Option<u32> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|metadata| metadata.mode() & 0o777)
}

/// The files of the folder must be private and have one owner. Running a command as root, for
/// instance, leaves files that the server cannot write.
#[cfg(unix)]
fn permissions(folder: &Path) -> Vec<Check> {
    use std::os::unix::fs::MetadataExt;
    let owner = |path: &Path| std::fs::metadata(path).ok().map(|metadata| metadata.uid());
    let files = files(folder);
    let mut checks: Vec<Check> = of_folder(folder).into_iter().collect();
    let open: Vec<&PathBuf> =
        files.iter().filter(|file| mode(file).is_some_and(|mode| mode & 0o077 != 0)).collect();
    if !open.is_empty() {
        let says = format!("users other than their owner can read or write {}", listed(&open));
        checks.push(Check::problem(
            "permissions",
            says,
            format!("Run: chmod 600 {}", listed(&open)),
        ));
    }
    let uid = owner(folder);
    let foreign: Vec<&PathBuf> = files.iter().filter(|file| owner(file) != uid).collect();
    if let (Some(uid), false) = (uid, foreign.is_empty()) {
        let says =
            format!("{} does not belong to user {uid}, the owner of the folder", listed(&foreign));
        checks.push(Check::problem(
            "permissions",
            says,
            format!("Run as root: chown --reference={0} {1}", folder.display(), listed(&foreign)),
        ));
    }
    if checks.is_empty() {
        checks.push(Check::ok(
            "permissions",
            format!("{} is accessible to its owner only", folder.display()),
        ));
    }
    checks
}

#[cfg(not(unix))]
fn permissions(_folder: &Path) -> Vec<Check> {
    Vec::new()
}

#[cfg(unix)]
fn of_folder(folder: &Path) -> Option<Check> {
    let shown = folder.display();
    let mend = format!("Run: chmod 700 {shown}");
    match mode(folder)? {
        mode if mode & 0o022 != 0 => Some(Check::problem(
            "permissions",
            format!("users other than its owner can create files in {shown}"),
            mend,
        )),
        mode if mode & 0o055 != 0 => Some(Check::warning(
            "permissions",
            format!("users other than its owner can list {shown}"),
            mend,
        )),
        _ => None,
    }
}

#[cfg(unix)]
fn files(folder: &Path) -> Vec<PathBuf> {
    let names = [
        "poolkeeper.db",
        "poolkeeper.db-wal",
        "poolkeeper.db-shm",
        "poolkeeper.lock",
        "master.key",
        "access-key",
        "seeds.journal",
    ];
    names.iter().map(|name| folder.join(name)).filter(|file| file.is_file()).collect()
}

#[cfg(unix)]
fn listed(files: &[&PathBuf]) -> String {
    files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join(" ")
}

#[cfg(unix)]
fn room(folder: &Path) -> Option<Check> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(of_room(disk.f_bavail.saturating_mul(disk.f_frsize)))
}

#[cfg(not(unix))]
fn room(_folder: &Path) -> Option<Check> {
    None
}

#[cfg(unix)]
fn of_room(free: u64) -> Check {
    const MEND: &str =
        "Free space on the disk of the data folder; when it is full, every write fails.";
    let says = format!("{} MiB free", free >> 20);
    match free {
        ..LEAST_BYTES => Check::problem("disk", says, MEND),
        LEAST_BYTES..FEW_BYTES => Check::warning("disk", says, MEND),
        _ => Check::ok("disk", says),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use server::admin::outcome::State;

    #[test]
    fn low_disk_space_is_reported() {
        for (free, state) in [
            (0, State::Problem),
            (LEAST_BYTES - 1, State::Problem),
            (LEAST_BYTES, State::Warning),
            (FEW_BYTES, State::Ok),
        ] {
            assert_eq!(of_room(free).state, state, "{free}");
        }
        assert_eq!(of_room(5 << 30).says, "5120 MiB free");
    }

    #[test]
    fn open_permissions_are_reported() {
        let folder = testkit::TempDir::new();
        let path = folder.path();
        let set = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        };
        fs::write(path.join("poolkeeper.db"), "").unwrap();
        set(&path.join("poolkeeper.db"), 0o600);
        for (mode, state) in [
            (0o700, State::Ok),
            (0o750, State::Warning),
            (0o770, State::Problem),
            (0o702, State::Problem),
        ] {
            set(path, mode);
            assert_eq!(permissions(path)[0].state, state, "{mode:o}");
        }
        set(path, 0o700);
        set(&path.join("poolkeeper.db"), 0o640);
        let shown = path.join("poolkeeper.db").display().to_string();
        let expected = Check::problem(
            "permissions",
            format!("users other than their owner can read or write {shown}"),
            format!("Run: chmod 600 {shown}"),
        );
        assert_eq!(permissions(path), [expected]);
    }

    #[test]
    fn a_key_next_to_the_data_is_detected() {
        for (file, folder, expected) in [
            ("/srv/x/master.key", "/srv/x/data", true),
            ("/srv/x/master.key", "/srv/x/deep/data", true),
            ("/etc/x/master.key", "/var/lib/x", false),
            ("/srv/x/keys/master.key", "/srv/x/data", false),
            ("/master.key", "/srv/x/data", false),
        ] {
            assert_eq!(is_beside(Path::new(file), Path::new(folder)), expected, "{file} {folder}");
        }
    }
}
