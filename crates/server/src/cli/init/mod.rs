//! `poolkeeper init`: writes everything that `serve` needs to start.

mod written;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use domain::Rng;
use domain::seal::MasterKeys;
use serde_json::json;
use server::config::aws::{access_key_id, region};
use server::config::server::{address, public_url};
use server::config::{Config, settings_text};
use server::net::is_loopback;
use zeroize::Zeroizing;

use super::Stop;
use super::data_folder::{self, CONFIGURATION};
use super::terminal::Form;
use written::{Written, write_new};

const NOTES: &str = "\
Writes three files to the folder: poolkeeper.toml, which lists every setting with an explanation; \
keys/master.key, which encrypts every secret in the database; and keys/operator.secret, the \
secret of an access key with all permissions. The two keys are readable by their owner only. \
Existing files are never overwritten.

For production set --public-url, and put --data on a disk that is not backed up together with the \
keys folder.";

/// Folder of the secrets, apart from the data so that either can be copied without the other.
const KEYS: &str = "keys";
const MASTER_KEY: &str = "master.key";
const SECRET: &str = "operator.secret";

/// Flags of `init`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Init {
    /// The folder to write the files to, created if missing
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    dir: PathBuf,
    /// The data folder, created at the first start [default: data in the folder of --dir]
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// The address the server listens on
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7665")]
    listen: String,
    /// The URL at which clients reach the server, part of every token's issuer [default: http://
    /// and the address, for this machine only]
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// A region in which user pools may be created; may be repeated
    #[arg(long, value_name = "NAME", default_value = "us-east-1")]
    region: Vec<String>,
    /// The id of the access key
    #[arg(long, value_name = "ID", default_value = "operator")]
    access_key_id: String,
    #[command(flatten)]
    pub(super) form: Form,
}

/// What to write; all paths are absolute.
struct Plan {
    folder: PathBuf,
    data: PathBuf,
    listen: SocketAddr,
    public_url: String,
    regions: Vec<String>,
    access_key_id: String,
}

impl Init {
    /// Writes the files and prints what to do next.
    pub(super) fn run(self) -> Result<(), Stop> {
        let form = self.form;
        let plan = self.plan()?;
        let master_key = plan.write()?;
        let [configuration, key_file, secret_file] =
            plan.files().map(|file| file.display().to_string());
        let json = json!({
            "configuration": configuration,
            "data": plan.data.display().to_string(),
            "masterKey": { "id": master_key, "file": key_file },
            "accessKey": { "id": plan.access_key_id, "secretFile": secret_file },
            "publicUrl": plan.public_url,
        });
        form.tell(&json, |_| plan.next_steps(&master_key));
        Ok(())
    }

    fn plan(self) -> Result<Plan, Stop> {
        let listen = address("--listen", &self.listen)?;
        let public_url = match &self.public_url {
            Some(url) => public_url(url)?,
            None if is_loopback(listen.ip()) => format!("http://{listen}"),
            None => {
                return Err(Stop::refused(
                    "--listen is reachable from other machines; give the URL that clients use \
                     with --public-url, e.g. https://auth.example.com.",
                ));
            }
        };
        for name in &self.region {
            region(name)?;
        }
        access_key_id(&self.access_key_id)?;
        let folder = whole("--dir", &self.dir)?;
        let data =
            self.data.map_or_else(|| Ok(folder.join("data")), |data| whole("--data", &data))?;
        require_apart(&folder, &data)?;
        Ok(Plan {
            folder,
            data,
            listen,
            public_url,
            regions: self.region,
            access_key_id: self.access_key_id,
        })
    }
}

/// Refuses keys in the data folder, and data with a master key of their own.
fn require_apart(folder: &Path, data: &Path) -> Result<(), Stop> {
    if folder.starts_with(data) || data.starts_with(folder.join(KEYS)) {
        let why = "The --data folder and the keys folder must not contain each other: a copy of \
            the data would include the keys. Choose another.";
        return Err(Stop::refused(why));
    }
    if data_folder::database(folder).exists() {
        return Err(Stop::refused(format!(
            "{} is a data folder; choose another folder for the keys with --dir.",
            folder.display()
        )));
    }
    if data_folder::has_master_key(data) {
        let shown = data.display();
        return Err(Stop::refused(format!(
            "{shown} contains a master.key, so it is a folder of `dev`; choose another folder \
             with --data."
        )));
    }
    Ok(())
}

/// Makes a path absolute. It must be UTF-8, because it is written to a text file.
fn whole(flag: &str, path: &Path) -> Result<PathBuf, Stop> {
    let refused = |why: &str| Stop::refused(format!("{flag} cannot be used: {why}."));
    let path = std::path::absolute(path).map_err(|error| refused(&error.to_string()))?;
    if path.to_str().is_none() {
        return Err(refused("it is not UTF-8"));
    }
    // Removes `.` components and a trailing slash.
    Ok(path.components().collect())
}

impl Plan {
    fn files(&self) -> [PathBuf; 3] {
        let keys = self.folder.join(KEYS);
        [self.folder.join(CONFIGURATION), keys.join(MASTER_KEY), keys.join(SECRET)]
    }

    /// Writes all files or none. Returns the id of the master key.
    fn write(&self) -> Result<String, Stop> {
        let files = self.files();
        if let Some(there) = files.iter().find(|file| file.symlink_metadata().is_ok()) {
            return Err(Stop::refused(format!(
                "{} already exists, and nothing was written; choose another folder with --dir.",
                there.display()
            )));
        }
        data_folder::make(&self.folder)?;
        let keys_folder = self.folder.join(KEYS);
        let has_keys_folder = keys_folder.exists();
        data_folder::make(&keys_folder)?;
        let rng = Rng::system();
        let master_key = MasterKeys::generate_one(&rng);
        let secret = Zeroizing::new(STANDARD.encode(Zeroizing::new(rng.bytes::<30>()).as_slice()));
        let keys = MasterKeys::from_texts(&[master_key.as_str()])
            .map_err(|error| Stop::failed(format!("{error}.")))?;
        let configuration = self.configuration();
        let texts = [(&configuration, false), (&*master_key, true), (&*secret, true)];
        let mut written =
            Written { files: Vec::new(), folder: (!has_keys_folder).then_some(keys_folder) };
        for (file, (text, is_secret)) in files.iter().zip(texts) {
            write_new(file, text, is_secret).map_err(|error| {
                Stop::failed(format!(
                    "Cannot write {}: {error}; no files were left behind.",
                    file.display()
                ))
            })?;
            written.files.push(file.clone());
        }
        let [configuration, ..] = &files;
        Config::load(configuration)?;
        written.keep();
        Ok(keys.ids().next().unwrap_or_default().to_owned())
    }

    fn configuration(&self) -> String {
        let text = |text: &str| toml::Value::from(text).to_string();
        let path = |path: &Path| text(&path.display().to_string());
        let [_, master_key, secret] = self.files();
        settings_text::file(|section, name| match (section, name) {
            ("server", "listen") => Some(text(&self.listen.to_string())),
            ("server", "public_url") => Some(text(&self.public_url)),
            ("store", "path") => Some(path(&self.data)),
            ("keys", "master_key_file") => Some(path(&master_key)),
            ("aws", "regions") => Some(toml::Value::from(self.regions.clone()).to_string()),
            ("aws.access_keys", "id") => Some(text(&self.access_key_id)),
            ("aws.access_keys", "secret_file") => Some(path(&secret)),
            _ => None,
        })
    }

    fn next_steps(&self, master_key: &str) -> String {
        let [configuration, key_file, secret_file] =
            self.files().map(|file| file.display().to_string());
        let Self { data, listen, public_url, regions, access_key_id, .. } = self;
        let region = regions.first().map_or("", String::as_str);
        let near = if listen.ip().is_unspecified() {
            format!("localhost:{}", listen.port())
        } else {
            listen.to_string()
        };
        let mut out = format!(
            "Wrote {configuration}: every setting, with an explanation.\n\
             Wrote {key_file}: master key {master_key}. Keep a copy of it apart from {}: without \
             it nobody can sign in.\n\
             Wrote {secret_file}: the secret of access key {access_key_id}, which has all \
             permissions.\n\n\
             Next:\n\n\
             poolkeeper doctor --config {file}\n\
             poolkeeper serve --config {file}\n\n\
             and in another terminal:\n\n\
             export AWS_ACCESS_KEY_ID={access_key_id} AWS_SECRET_ACCESS_KEY=\"$(cat {secret})\"\n\
             aws cognito-idp --endpoint-url http://{near} --region {region} create-user-pool \
             --pool-name first",
            data.display(),
            file = quoted(&configuration),
            secret = quoted(&secret_file),
        );
        if public_url.starts_with("http:") {
            out.push_str(
                "\n\nOnly clients on this machine can reach the server. To serve others, set \
                 server.public_url to an https URL and put a TLS proxy in front.",
            );
        }
        out
    }
}

/// Quotes a path for the shell, if it needs it.
fn quoted(path: &str) -> String {
    let is_plain =
        path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._-+@:,".contains(&byte));
    if is_plain { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}
