//! The operating system user that servers run as.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// An unprivileged user, because PostgreSQL refuses to run as root.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Account {
    user: u32,
    group: u32,
}

impl Account {
    /// The user to switch to; `None` unless the test runs as root.
    pub(crate) fn needed() -> Option<Self> {
        if id(&["-u"]) != Some(0) {
            return None;
        }
        // Debian's package creates the first; the second exists on every system.
        let found = ["postgres", "nobody"].iter().find_map(|name| Self::find(name));
        Some(
            found.expect(
                "no user for PostgreSQL to run as; create one with: adduser --system postgres",
            ),
        )
    }

    fn find(name: &str) -> Option<Self> {
        Some(Self { user: id(&["-u", name])?, group: id(&["-g", name])? })
    }

    /// Makes the command run as this user.
    pub(crate) fn run(self, command: &mut Command) {
        command.uid(self.user).gid(self.group);
    }

    /// Gives the user ownership of a folder.
    pub(crate) fn give(self, path: &Path) {
        std::os::unix::fs::chown(path, Some(self.user), Some(self.group))
            .expect("root can change a folder's owner");
    }
}

/// The number that the program `id` prints; `None` for an unknown user.
fn id(arguments: &[&str]) -> Option<u32> {
    let output = Command::new("id").args(arguments).output().expect("the program id");
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}
