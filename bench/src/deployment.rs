//! Production servers on one PostgreSQL database, each with a configuration file of its own.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use domain::Rng;
use domain::seal::MasterKeys;

use crate::api::Api;
use crate::process::{Program, free_address};
use crate::sign::{AccessKey, REGION};

/// The servers, not started yet.
pub(crate) struct Deployment {
    binary: PathBuf,
    first_config: PathBuf,
    key: AccessKey,
    pub(crate) nodes: Vec<Program>,
}

impl Deployment {
    /// Prepares `count` servers on the database of this connection string and creates its schema.
    /// Files are written to `dir`.
    pub(crate) fn new(binary: &Path, dir: &Path, url: &str, count: usize) -> Result<Self, String> {
        let rng = Rng::system();
        let key = AccessKey {
            id: "AKIABENCH".to_owned(),
            secret: format!("{}{}", rng.uuid(), rng.uuid()),
        };
        write_private(&dir.join("secret"), &key.secret)?;
        write_private(&dir.join("master-key"), &MasterKeys::generate_one(&rng))?;
        let addresses = (0..count).map(|_| free_address()).collect::<Result<Vec<_>, _>>()?;
        let public = addresses.first().ok_or("no servers")?;
        let mut nodes = Vec::new();
        for (at, address) in addresses.iter().enumerate() {
            let config = dir.join(format!("node-{at}.toml"));
            let dir = dir.display();
            let text = format!(
                "[server]\nlisten = \"{address}\"\npublic_url = \"http://{public}\"\n\n[store]\n\
                 url = \"{url}\"\n\n\
                 [keys]\nmaster_key_file = \"{dir}/master-key\"\n\n[aws]\n\
                 regions = [\"{REGION}\"]\n\
                 access_keys = [{{ id = \"{}\", secret_file = \"{dir}/secret\" }}]\n\n\
                 [limits]\nper_address = \"off\"\nper_pool = \"off\"\n",
                key.id
            );
            write_private(&config, &text)?;
            nodes.push(Program::serve(binary.to_owned(), &config, *address));
        }
        let deployment =
            Self { binary: binary.to_owned(), first_config: dir.join("node-0.toml"), key, nodes };
        deployment.run(&["migrate"])?;
        Ok(deployment)
    }

    /// Signed calls to the server with this index.
    pub(crate) fn api(&self, node: usize) -> Result<Api, String> {
        let node = self.nodes.get(node).ok_or("no such server")?;
        Ok(Api::new(node.address(), Some(self.key.clone())))
    }

    /// Runs another command of the program with the first server's configuration; returns its
    /// output.
    ///
    /// # Errors
    /// The output of a failed command.
    pub(crate) fn run(&self, arguments: &[&str]) -> Result<String, String> {
        let mut command = Command::new(&self.binary);
        command
            .args(arguments)
            .arg("--config")
            .arg(&self.first_config)
            .env_remove("POOLKEEPER_LOG")
            .stdin(Stdio::null());
        let output =
            command.output().map_err(|error| format!("{}: {error}", self.binary.display()))?;
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8_lossy(&printed).trim().to_owned();
        if output.status.success() {
            Ok(printed)
        } else {
            Err(format!("poolkeeper {}: {printed}", arguments.join(" ")))
        }
    }
}

/// Writes a file that only its owner can read.
fn write_private(path: &Path, text: &str) -> Result<(), String> {
    let file = File::options().create_new(true).write(true).mode(0o600).open(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| format!("{}: {error}", path.display()))
}

/// Creates a folder for the files of a run. Only removed after success, because a failure's server
/// logs are useful.
pub(crate) fn new_folder(within: &Path, name: &str) -> Result<PathBuf, String> {
    let folder = within.join(name);
    fs::create_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}
