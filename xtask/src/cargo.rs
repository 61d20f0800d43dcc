//! The cargo that runs this program, as a command.

use std::env;
use std::process::Command;

use crate::paths::root;

/// The cargo that started this program, in the workspace's folder.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    // `cargo run` sets these for this package. A build script that watches one of them would run
    // again each time.
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_MANIFEST_") || name.starts_with("CARGO_PKG_")
        }) {
            command.env_remove(name);
        }
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_does_not_inherit_this_packages_variables() {
        let cargo = cargo();
        let mut removed =
            cargo.get_envs().filter(|(_, value)| value.is_none()).map(|(name, _)| name);
        assert!(removed.any(|name| name == "CARGO_MANIFEST_DIR"));
    }
}
