//! The user that servers run as.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// An unprivileged user, for PostgreSQL refuses to run as root.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Account {
    user: u32,
    group: u32,
}

impl Account {
    /// The user to change to: none unless the test runs as root.
    pub(crate) fn needed() -> Option<Self> {
        if id(&["-u"]) != Some(0) {
            return None;
        }
        // Debian's package makes the first; the second is there on every system.
        let found = ["postgres", "nobody"].iter().find_map(|name| Self::find(name));
        Some(found.expect("a user that PostgreSQL may run as: adduser --system postgres"))
    }

    fn find(name: &str) -> Option<Self> {
        Some(Self { user: id(&["-u", name])?, group: id(&["-g", name])? })
    }

    /// Makes the command run as this user.
    pub(crate) fn run(self, command: &mut Command) {
        command.uid(self.user).gid(self.group);
    }

    /// Gives the user a folder.
    pub(crate) fn give(self, path: &Path) {
        std::os::unix::fs::chown(path, Some(self.user), Some(self.group))
            .expect("root may give a folder away");
    }
}

/// What the program `id` says; none for an unknown user.
fn id(arguments: &[&str]) -> Option<u32> {
    let output = Command::new("id").args(arguments).output().expect("the program id");
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}
