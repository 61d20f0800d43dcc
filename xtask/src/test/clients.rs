//! The client stages: real, unmodified clients against the real release binary.

use std::path::PathBuf;

use super::command::{self, Failure, run, workspace_root};

/// aws CLI, boto3 and pycognito.
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
    run(command::new("node").arg("--test").current_dir(workspace_root().join(folder)))
}

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
