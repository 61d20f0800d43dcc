//! The client stages: real, unmodified clients against the real release binary.

use std::path::PathBuf;

use super::command::{self, Failure, run, workspace_root};

/// boto3, both aws CLIs, pycognito, fastapi-cognito, and the README's blocks for them.
pub(super) fn python() -> Result<(), Failure> {
    run(command::new(venv_program("python")).args(["-m", "pytest"]).current_dir(python_folder()))
}

/// The JavaScript SDK, Amplify and others in Node, and the examples of the README.
pub(super) fn node() -> Result<(), Failure> {
    node_tests("clients/node")
}

/// Amplify and amazon-cognito-identity-js in Chromium.
pub(super) fn browser() -> Result<(), Failure> {
    node_tests("clients/browser")
}

fn node_tests(folder: &str) -> Result<(), Failure> {
    // Amplify keeps timers for minutes after the last test has ended.
    run(command::new("node")
        .args(["--test", "--test-force-exit"])
        .current_dir(workspace_root().join(folder)))
}

/// The AWS SDK for Rust: a workspace of its own, built beside the server's.
pub(super) fn rust_sdk() -> Result<(), Failure> {
    let folder = workspace_root().join("clients/rust");
    run(command::cargo().args(["fmt", "--check"]).current_dir(&folder))?;
    let target = workspace_root().join("target/rust-sdk");
    run(command::cargo()
        .args(["test", "--locked", "--target-dir"])
        .arg(target)
        .current_dir(&folder))
}

/// The AWS SDK for Go, both as Debian packages them: without modules, for no module registry need
/// be reached.
pub(super) fn go_sdk() -> Result<(), Failure> {
    run(command::new("go")
        .args(["test", "-count=1", "."])
        .envs([("GO111MODULE", "off"), ("GOPATH", GO_SOURCES), ("GOFLAGS", "")])
        .env("GOCACHE", workspace_root().join("target/go-cache"))
        .current_dir(workspace_root().join("clients/go")))
}

/// Where Debian keeps the sources of Go packages.
pub(super) const GO_SOURCES: &str = "/usr/share/gocode";

pub(super) fn python_folder() -> PathBuf {
    workspace_root().join("clients/python")
}

/// The folders with packages from npm.
pub(super) fn npm_folders() -> [PathBuf; 2] {
    ["clients/node", "clients/browser"].map(|folder| workspace_root().join(folder))
}

/// The Python environment of the project, made by the setup stage.
pub(super) fn venv() -> PathBuf {
    workspace_root().join("clients/.venv")
}

/// A program of that environment.
pub(super) fn venv_program(name: &str) -> PathBuf {
    venv().join("bin").join(name)
}
