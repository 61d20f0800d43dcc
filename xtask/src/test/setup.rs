//! The setup stage: what the other stages need is there afterwards, or the run ends with the
//! command that installs it.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::clients::{GO_SOURCES, npm_folders, python_folder, venv, venv_program};
use super::command::{self, Failure, run, succeeds};

/// Checks the tools, installs Debian packages where it may, and fills the clients' own folders.
pub(super) fn install() -> Result<(), Failure> {
    rust_components()?;
    system_packages()?;
    python_packages()?;
    npm_folders().iter().try_for_each(|folder| npm_packages(folder))
}

/// A tool that comes from the system: how to see that it is usable, and the Debian packages that
/// bring it.
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
    Tool { name: "Node.js 20.14 or newer", check: node_works, packages: &["nodejs"] },
    Tool { name: "curl", check: || answers("curl", &["--version"]), packages: &["curl"] },
    Tool { name: "PostgreSQL 15 or newer", check: postgres_is_there, packages: &["postgresql"] },
    Tool { name: "openssl", check: || answers("openssl", &["version"]), packages: &["openssl"] },
    Tool {
        name: "systemd-analyze",
        check: || answers("systemd-analyze", &["--version"]),
        packages: &["systemd"],
    },
    Tool { name: "aws CLI v2", check: aws_cli_is_there, packages: &["awscli"] },
    Tool {
        name: "Go with its AWS SDK",
        check: go_works,
        packages: &["golang-go", "golang-github-aws-aws-sdk-go-v2-dev"],
    },
    Tool { name: "npm", check: || answers("npm", &["--version"]), packages: &["npm"] },
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

/// Installs by apt as root or through a sudo that asks nothing; otherwise says what to run.
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
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    run(command::new(venv_program("python")).args(pip).arg(&wanted))?;
    copy(&wanted, &done)
}

/// `node_modules` with exactly the packages of the folder's `package-lock.json`.
fn npm_packages(folder: &Path) -> Result<(), Failure> {
    let wanted = folder.join("package-lock.json");
    let done = folder.join("node_modules/.package-lock.done");
    if is_copy(&wanted, &done) {
        return Ok(());
    }
    run(command::new("npm")
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

fn node_works() -> bool {
    answers(
        "node",
        &[
            "--test-force-exit",
            "--eval",
            "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)",
        ],
    )
}

/// Debian keeps the server's programs in a folder of each version, outside PATH.
fn postgres_is_there() -> bool {
    let is_new = |name: &str| name.parse::<u32>().is_ok_and(|version| version >= 15);
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut new = versions.filter(|entry| entry.file_name().to_str().is_some_and(is_new));
    new.any(|entry| entry.path().join("bin/initdb").is_file()) || answers("initdb", &["--version"])
}

/// The tests have version 1 in an environment of their own; one that is first in PATH does not hide
/// Debian's version 2 from them.
fn aws_cli_is_there() -> bool {
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

fn answers(program: &str, arguments: &[&str]) -> bool {
    succeeds(command::new(program).args(arguments))
}
