//! `poolkeeper export-seed`: exports a user pool to a file that `dev --seed` applies.

mod password;

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Args;
use serde_json::json;
use server::admin::{Command, MOST_USERS, Outcome, TOO_LARGE};
use server::seed::{self, Format, Seed, render};

use super::place::Where;
use super::terminal::Form;
use super::{Stop, terminal};

const NOTES: &str = "\
The seed contains the pool's settings, app clients and groups, and the requested number of users \
with their attributes and group memberships. See docs/seeds.md for more about seeds.

Passwords cannot be read from a pool: users of the seed cannot sign in until an administrator \
sets a password, unless --password-file gives all of them one. Client secrets are included only \
with --secrets; otherwise new ones are generated.

Also works while a server is running.";

/// Flags of `export-seed`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct ExportSeed {
    /// The user pool's id
    #[arg(long, value_name = "ID")]
    pool: String,
    /// How many users to export: a number, all, or none
    #[arg(long, value_name = "N|all|none", default_value = "none")]
    users: Users,
    /// The file to write, replaced if it exists; - writes to standard output
    #[arg(long, value_name = "FILE", default_value = "-")]
    to: PathBuf,
    /// The format of the file
    #[arg(long, value_enum, default_value = "yaml")]
    format: Format,
    /// Include the secrets of app clients
    #[arg(long)]
    secrets: bool,
    /// A file with one permanent password for all users, for pools of test users; - reads it from
    /// standard input
    #[arg(long, value_name = "FILE|-")]
    password_file: Option<PathBuf>,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    pub(super) form: Form,
}

/// How many users to export.
#[derive(Debug, Clone, Copy)]
struct Users(u64);

/// Not a number of users.
#[derive(Debug, thiserror::Error)]
#[error("give all, none, or a number up to {MOST_USERS}")]
struct NotUsers;

impl FromStr for Users {
    type Err = NotUsers;

    fn from_str(text: &str) -> Result<Self, NotUsers> {
        match text {
            "none" => Ok(Self(0)),
            // Requests one more than allowed, to detect that there are too many.
            "all" => Ok(Self(MOST_USERS + 1)),
            number => match number.parse() {
                Ok(number) if number <= MOST_USERS => Ok(Self(number)),
                _ => Err(NotUsers),
            },
        }
    }
}

impl ExportSeed {
    /// Writes the seed, and reports the file unless it went to standard output.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let Self { pool, users: Users(users), to, format, secrets, password_file, place, form } =
            self;
        if password_file.is_some() && users == 0 {
            return Err(Stop::refused(
                "--password-file sets the password of exported users, and none are exported; add \
                 --users.",
            ));
        }
        let password = password_file.as_deref().map(password::read).transpose()?;
        let place = place.known()?;
        let Outcome::Seed(exported) =
            place.outcome(Command::ExportSeed { pool, users, secrets }).await?
        else {
            return Err(Stop::failed(
                "The running server gave an unexpected answer; use the same version of the \
                 program as the server.",
            ));
        };
        let unread =
            |malformed| Stop::failed(format!("The exported pool cannot be read: {malformed}."));
        let mut seed = seed::parse(exported.as_bytes()).map_err(unread)?;
        if let Some(password) = &password {
            password::require_good(password, &seed)?;
            seed.steps = password::given_to_users(seed.steps, password);
        }
        // On standard output, the seed itself is the result.
        let format = if form.json && to == Path::new("-") { Format::Json } else { format };
        let text = render(&seed, format, &notes(&seed, password.is_some()));
        if text.len() > seed::MOST_BYTES {
            return Err(Stop::refused(TOO_LARGE));
        }
        if to == Path::new("-") {
            terminal::say(text.trim_end());
            return Ok(());
        }
        write(&to, &text)
            .map_err(|error| Stop::failed(format!("Cannot write {}: {error}.", to.display())))?;
        let steps = seed.steps.len();
        form.tell(&json!({ "file": to, "steps": steps }), |_| {
            format!("Wrote {} ({steps} steps).", to.display())
        });
        Ok(())
    }
}

/// Comments at the top of the file.
fn notes(seed: &Seed, password: bool) -> Vec<&'static str> {
    let has = |operation: &str| seed.steps.iter().any(|step| step.operation == operation);
    let is_given = |member: &str| {
        seed.steps.iter().any(|step| step.input.get(member).is_some_and(|value| *value != false))
    };
    let mut notes = vec!["A user pool. Create it with: poolkeeper dev --seed FILE"];
    if is_given("GenerateSecret") {
        notes.push("Client secrets are not included: GenerateSecret creates new ones.");
    }
    if is_given("ClientSecret") {
        notes.push("Client secrets are included: store this file as a secret.");
    }
    if has("AdminCreateUser") && !password {
        notes.push(
            "Passwords cannot be exported: users cannot sign in until AdminSetUserPassword \
            sets one.",
        );
    }
    if has("AdminCreateUser") && password {
        notes.push("Passwords cannot be exported: every user has the password given at export.");
    }
    notes
}

/// Writes the file completely or not at all, readable by its owner only: it may contain users.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let beside = PathBuf::from(format!("{}.{}.partial", path.display(), std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    let moved = written.and_then(|()| std::fs::rename(&beside, path));
    if moved.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    moved
}
