//! `poolkeeper init`: all that `serve` needs, ready to start.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use domain::Rng;
use domain::seal::MasterKeys;
use serde_json::json;
use zeroize::Zeroizing;

use super::terminal::Form;
use super::{Stop, data_folder};
use crate::config::aws::{access_key_id, region};
use crate::config::server::{address, public_url};
use crate::config::{Config, settings};
use crate::dev_guard::is_loopback;

const NOTES: &str = "\
Writes three files to the folder: poolkeeper.toml, every setting with what it does; master.key, which seals every secret in the database; \
and operator.secret, the secret of an access key that may do everything. The two are readable by their owner alone. No file is overwritten.

For production give --public-url, and --data on a disk that is not backed up together with the folder of the keys.";

const CONFIGURATION: &str = "poolkeeper.toml";
const MASTER_KEY: &str = "master.key";
const SECRET: &str = "operator.secret";

/// Flags of `init`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Init {
    /// Where the files are written; made if it is missing
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    dir: PathBuf,
    /// The data folder, which the first start makes [default: data in the folder of --dir]
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Where the server listens
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7665")]
    listen: String,
    /// How clients reach the server, part of every token's issuer [default: http:// and the address, for this machine alone]
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// A region that user pools may be in; may be repeated
    #[arg(long, value_name = "NAME", default_value = "us-east-1")]
    region: Vec<String>,
    /// The id of the access key
    #[arg(long, value_name = "ID", default_value = "operator")]
    access_key_id: String,
    #[command(flatten)]
    pub(super) form: Form,
}

/// What is written, by whole paths.
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
        let [configuration, key_file, secret_file] = plan.files().map(|file| file.display().to_string());
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
                    "--listen is not of this machine alone; say with --public-url how clients reach the server, e.g. \
                     https://auth.example.com.",
                ));
            }
        };
        for name in &self.region {
            region(name)?;
        }
        access_key_id(&self.access_key_id)?;
        let folder = whole("--dir", &self.dir)?;
        let data = self.data.map_or_else(|| Ok(folder.join("data")), |data| whole("--data", &data))?;
        if folder.starts_with(&data) {
            return Err(Stop::refused(
                "--data holds the folder of the keys: whoever copies the data would have them. Name another.",
            ));
        }
        Ok(Plan { folder, data, listen, public_url, regions: self.region, access_key_id: self.access_key_id })
    }
}

/// The absolute form of a path, which must be UTF-8: it is written into a file of text.
fn whole(flag: &str, path: &Path) -> Result<PathBuf, Stop> {
    let refused = |why: &str| Stop::refused(format!("{flag} cannot be used: {why}."));
    let path = std::path::absolute(path).map_err(|error| refused(&error.to_string()))?;
    if path.to_str().is_none() {
        return Err(refused("it is not UTF-8"));
    }
    // Without `.` and a slash at its end.
    Ok(path.components().collect())
}

impl Plan {
    fn files(&self) -> [PathBuf; 3] {
        [CONFIGURATION, MASTER_KEY, SECRET].map(|name| self.folder.join(name))
    }

    /// Writes all files, or none; the id of the master key.
    fn write(&self) -> Result<String, Stop> {
        let files = self.files();
        if let Some(there) = files.iter().find(|file| file.symlink_metadata().is_ok()) {
            return Err(Stop::refused(format!(
                "{} is there already, and nothing was written; name another folder with --dir.",
                there.display()
            )));
        }
        data_folder::make(&self.folder)?;
        let rng = Rng::system();
        let master_key = MasterKeys::generate_one(&rng);
        let secret = Zeroizing::new(STANDARD.encode(Zeroizing::new(rng.bytes::<30>()).as_slice()));
        let keys = MasterKeys::from_texts(&[master_key.as_str()]).map_err(|error| Stop::failed(format!("{error}.")))?;
        let configuration = self.configuration();
        let texts = [(&configuration, false), (&*master_key, true), (&*secret, true)];
        let mut written = Written(Vec::new());
        for (file, (text, is_secret)) in files.iter().zip(texts) {
            write_new(file, text, is_secret)
                .map_err(|error| Stop::failed(format!("Cannot write {}: {error}; nothing was kept.", file.display())))?;
            written.0.push(file.clone());
        }
        let [configuration, ..] = &files;
        Config::load(configuration)?;
        written.0.clear();
        Ok(keys.ids().next().unwrap_or_default().to_owned())
    }

    fn configuration(&self) -> String {
        let text = |text: &str| toml::Value::from(text).to_string();
        let path = |path: &Path| text(&path.display().to_string());
        let [_, master_key, secret] = self.files();
        settings::file(|section, name| match (section, name) {
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
        let [configuration, key_file, secret_file] = self.files().map(|file| file.display().to_string());
        let Self { data, listen, public_url, regions, access_key_id, .. } = self;
        let region = regions.first().map_or("", String::as_str);
        let near = if listen.ip().is_unspecified() { format!("localhost:{}", listen.port()) } else { listen.to_string() };
        let mut out = format!(
            "Wrote {configuration}: every setting, with what it does.\n\
             Wrote {key_file}: master key {master_key}. Keep a copy of it apart from {}: without it nobody can sign in.\n\
             Wrote {secret_file}: the secret of access key {access_key_id}, which may do everything.\n\n\
             Next:\n\n\
             poolkeeper doctor --config {file}\n\
             poolkeeper serve --config {file}\n\n\
             and from another terminal:\n\n\
             export AWS_ACCESS_KEY_ID={access_key_id} AWS_SECRET_ACCESS_KEY=\"$(cat {secret})\"\n\
             aws cognito-idp --endpoint-url http://{near} --region {region} create-user-pool --pool-name first",
            data.display(),
            file = quoted(&configuration),
            secret = quoted(&secret_file),
        );
        if public_url.starts_with("http:") {
            out.push_str(
                "\n\nOnly this machine is served: for others set server.public_url to an https address, and put a proxy with TLS in front.",
            );
        }
        out
    }
}

/// Files that are removed again unless all were written.
struct Written(Vec<PathBuf>);

impl Drop for Written {
    fn drop(&mut self) {
        for file in &self.0 {
            // What cannot be removed is refused by the next try, which names it.
            let _ = fs::remove_file(file);
        }
    }
}

fn write_new(path: &Path, text: &str, is_secret: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if is_secret { 0o600 } else { 0o644 });
    #[cfg(not(unix))]
    let _ = is_secret;
    let mut file = options.open(path)?;
    let written = write_all(&mut file, text);
    if written.is_err() {
        // The error is that of the writing.
        let _ = fs::remove_file(path);
    }
    written
}

fn write_all(file: &mut fs::File, text: &str) -> io::Result<()> {
    file.write_all(text.trim_end().as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let is_plain = path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._-+@:,".contains(&byte));
    if is_plain { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}
