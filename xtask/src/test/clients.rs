//! The client stages: real, unmodified clients against the real release binary.

use std::path::PathBuf;

use super::command::{self, Failure, run, workspace_root};

/// aws CLI, boto3 and pycognito.
pub(super) fn python() -> Result<(), Failure> {
    run(command::new(venv_program("python")).args(["-m", "pytest"]).current_dir(python_folder()))
}

/// aws-jwt-verify.
pub(super) fn node() -> Result<(), Failure> {
    run(command::new("node").arg("--test").current_dir(node_folder()))
}

pub(super) fn python_folder() -> PathBuf {
    workspace_root().join("clients/python")
}

pub(super) fn node_folder() -> PathBuf {
    workspace_root().join("clients/node")
}

/// The Python environment of the project, made by the setup stage.
pub(super) fn venv() -> PathBuf {
    workspace_root().join("clients/.venv")
}

/// A program of that environment.
pub(super) fn venv_program(name: &str) -> PathBuf {
    venv().join("bin").join(name)
}
