//! The setup stage: installs what the other stages need, or ends the run with the command that
//! does.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::clients::{GO_SOURCES, npm_folders, python_folder, venv, venv_program};
use super::command::{self, Failure, answers, run, succeeds};
use super::node;

/// Checks the tools, installs Debian packages where it may, and then the clients' own packages.
pub(super) fn install() -> Result<(), Failure> {
    rust_components()?;
    system_packages()?;
    python_packages()?;
    // After Python's environment, into which it may install a Node.js.
    node_js()?;
    npm_folders().iter().try_for_each(|folder| npm_packages(folder))
}

/// A tool of the system, how to check that it is usable, and the Debian packages that contain it.
struct Tool {
    name: &'static str,
    check: fn() -> bool,
    packages: &'static [&'static str],
}

const TOOLS: &[Tool] = &[
    Tool {
        name: "a C compiler",
        check: || answers("cc", &["--version"]),
        packages: &["build-essential"],
    },
    Tool {
        name: "Python 3.10 or newer with venv",
        check: python_works,
        packages: &["python3", "python3-venv"],
    },
    Tool { name: "curl", check: || answers("curl", &["--version"]), packages: &["curl"] },
    Tool { name: "PostgreSQL 15 or newer", check: has_postgres, packages: &["postgresql"] },
    Tool { name: "openssl", check: || answers("openssl", &["version"]), packages: &["openssl"] },
    Tool {
        name: "systemd-analyze",
        check: || answers("systemd-analyze", &["--version"]),
        packages: &["systemd"],
    },
    Tool { name: "aws CLI v2", check: has_aws_cli_2, packages: &["awscli"] },
    Tool {
        name: "Go with its AWS SDK",
        check: go_works,
        packages: &["golang-go", "golang-github-aws-aws-sdk-go-v2-dev"],
    },
    Tool { name: "Java 17 or newer", check: java_works, packages: &["default-jdk-headless"] },
    Tool { name: "Maven", check: || answers("mvn", &["--version"]), packages: &["maven"] },
    Tool {
        name: "Chromium",
        check: || answers("chromium", &["--version"]),
        packages: &["chromium"],
    },
];

fn rust_components() -> Result<(), Failure> {
    let there =
        ["fmt", "clippy"].iter().all(|part| succeeds(command::cargo().args([part, "--version"])));
    if there {
        return Ok(());
    }
    Err(Failure::needs("rustfmt or clippy is missing.", "rustup component add rustfmt clippy"))
}

fn system_packages() -> Result<(), Failure> {
    let missing: Vec<&Tool> = TOOLS.iter().filter(|tool| !(tool.check)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().flat_map(|tool| tool.packages).copied().collect();
    apt_install(&packages)?;
    match missing.iter().find(|tool| !(tool.check)()) {
        None => Ok(()),
        Some(tool) => Err(Failure::needs(
            &format!("{} is still not usable after installing Debian's package.", tool.name),
            &format!("(install {} so that it is first in PATH)", tool.name),
        )),
    }
}

/// Installs with apt as root, or through a sudo that asks for no password; otherwise says what to
/// run.
fn apt_install(packages: &[&str]) -> Result<(), Failure> {
    let root = is_root();
    if !answers("apt-get", &["--version"]) || !(root || answers("sudo", &["-n", "true"])) {
        let names = packages.join(" ");
        return Err(Failure::needs(
            &format!("These system packages (Debian's names) are missing: {names}."),
            &format!("sudo apt-get update && sudo apt-get install --yes {names}"),
        ));
    }
    run(apt(root).args(["update", "--quiet"]))?;
    run(apt(root).args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages))
}

fn apt(root: bool) -> Command {
    let mut command = command::new(if root { "env" } else { "sudo" });
    if !root {
        command.args(["-n", "env"]);
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}

/// `clients/.venv` with exactly the packages of `requirements.txt`.
fn python_packages() -> Result<(), Failure> {
    let wanted = python_folder().join("requirements.txt");
    let done = venv().join("requirements.done");
    if is_copy(&wanted, &done) && succeeds(command::new(venv_program("python")).args(["-c", ""])) {
        return Ok(());
    }
    run(command::new("python3").args(["-m", "venv", "--clear"]).arg(venv()))?;
    pip_install(&wanted)?;
    copy(&wanted, &done)
}

/// Node.js in `clients/.venv`, where the system's is missing or too old.
fn node_js() -> Result<(), Failure> {
    let wanted = python_folder().join("requirements-node.txt");
    let done = venv().join("requirements-node.done");
    if node::system_suffices() || is_copy(&wanted, &done) {
        return Ok(());
    }
    pip_install(&wanted)?;
    node::link()?;
    copy(&wanted, &done)
}

fn pip_install(requirements: &Path) -> Result<(), Failure> {
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    run(command::new(venv_program("python")).args(pip).arg(requirements))
}

/// `node_modules` with exactly the packages of the folder's `package-lock.json`.
fn npm_packages(folder: &Path) -> Result<(), Failure> {
    let wanted = folder.join("package-lock.json");
    let done = folder.join("node_modules/.package-lock.done");
    if is_copy(&wanted, &done) {
        return Ok(());
    }
    run(node::command("npm")
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        .current_dir(folder))?;
    copy(&wanted, &done)
}

fn is_copy(wanted: &Path, done: &Path) -> bool {
    matches!((fs::read(wanted), fs::read(done)), (Ok(wanted), Ok(done)) if wanted == done)
}

fn copy(wanted: &Path, done: &Path) -> Result<(), Failure> {
    match fs::copy(wanted, done) {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::new(&format!("cannot write {}", done.display()), error)),
    }
}

fn python_works() -> bool {
    answers("python3", &["-c", "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))"])
}

fn java_works() -> bool {
    let compiler = command::output(command::new("javac").arg("-version"));
    let major = compiler.ok().and_then(|text| {
        text.strip_prefix("javac ")?.split(['.', '-']).next()?.parse::<u32>().ok()
    });
    major.is_some_and(|major| major >= 17)
}

/// Debian keeps the server's programs in one folder for each version, outside PATH.
fn has_postgres() -> bool {
    let is_new = |name: &str| name.parse::<u32>().is_ok_and(|version| version >= 15);
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut new = versions.filter(|entry| entry.file_name().to_str().is_some_and(is_new));
    new.any(|entry| entry.path().join("bin/initdb").is_file()) || answers("initdb", &["--version"])
}

/// Also looks in `/usr/bin`, where the tests find Debian's version 2 even if another `aws` comes
/// first in PATH.
fn has_aws_cli_2() -> bool {
    ["aws", "/usr/bin/aws"].iter().any(|program| {
        let version = command::new(program).arg("--version").output();
        version.is_ok_and(|output| output.stdout.starts_with(b"aws-cli/2."))
    })
}

fn go_works() -> bool {
    let sdk = Path::new(GO_SOURCES)
        .join("src/github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider");
    sdk.is_dir() && answers("go", &["version"])
}

fn is_root() -> bool {
    let id = command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
