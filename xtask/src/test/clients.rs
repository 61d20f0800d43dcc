//! The client stages: real, unmodified clients against the real release binary.

use std::path::PathBuf;

use super::command::{self, Failure, run};
use super::node;
use crate::paths::root;

/// Where Debian keeps the sources of Go packages.
pub(super) const GO_SOURCES: &str = "/usr/share/gocode";

/// boto3, both aws CLIs, pycognito, fastapi-cognito, and the README's blocks for them.
pub(super) fn python() -> Result<(), Failure> {
    run(command::new(venv_program("python")).args(["-m", "pytest"]).current_dir(python_folder()))
}

/// The JavaScript SDK, Amplify and others in Node, and the README's blocks for them.
pub(super) fn node() -> Result<(), Failure> {
    node_tests("clients/node")
}

/// Amplify and amazon-cognito-identity-js in Chromium.
pub(super) fn browser() -> Result<(), Failure> {
    node_tests("clients/browser")
}

fn node_tests(folder: &str) -> Result<(), Failure> {
    // Amplify keeps timers for minutes after the last test has ended.
    run(node::command("node")
        .args(["--test", "--test-force-exit"])
        .current_dir(root().join(folder)))
}

/// The AWS SDK for Rust, in its own workspace.
pub(super) fn rust_sdk() -> Result<(), Failure> {
    let folder = root().join("clients/rust");
    run(command::cargo().args(["fmt", "--check"]).current_dir(&folder))?;
    let target = root().join("target/rust-sdk");
    run(command::cargo()
        .args(["test", "--locked", "--target-dir"])
        .arg(target)
        .current_dir(&folder))
}

/// The AWS SDK for Go as Debian packages it: without modules, so that no module proxy is needed.
pub(super) fn go_sdk() -> Result<(), Failure> {
    run(command::new("go")
        .args(["test", "-count=1", "."])
        .envs([("GO111MODULE", "off"), ("GOPATH", GO_SOURCES), ("GOFLAGS", "")])
        .env("GOCACHE", root().join("target/go-cache"))
        .current_dir(root().join("clients/go")))
}

/// The AWS SDK for Java. Every version in `pom.xml` is exact, so Maven asks its registry only for
/// what the machine does not have yet.
pub(super) fn java_sdk() -> Result<(), Failure> {
    run(command::new("mvn").args(["-q", "-B", "test"]).current_dir(root().join("clients/java")))
}

pub(super) fn python_folder() -> PathBuf {
    root().join("clients/python")
}

/// The folders with packages from npm.
pub(super) fn npm_folders() -> [PathBuf; 2] {
    ["clients/node", "clients/browser"].map(|folder| root().join(folder))
}

/// The project's Python environment, which the setup stage creates.
pub(super) fn venv() -> PathBuf {
    root().join("clients/.venv")
}

/// A program of that environment.
pub(super) fn venv_program(name: &str) -> PathBuf {
    venv().join("bin").join(name)
}
