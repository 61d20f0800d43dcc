//! `poolkeeper keys`: the signing keys of a user pool.

use clap::{Args, Subcommand};
use server::admin::Command;

use super::Stop;
use super::place::Where;
use super::terminal::Form;

const NOTES: &str = "\
New keys are published at once and start signing after a lead time, 24 hours by default, so that \
verifiers have fetched them by then. The old keys stay published for another 25 hours, longer \
than any token they signed is valid.

Also works while a server is running.";

/// Subcommands of `keys`.
#[derive(Debug, Args)]
pub(super) struct Keys {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List the signing keys of a user pool and when each of them is used
    List(List),
    /// Create the next signing keys of a user pool, which take over after a lead time
    #[command(after_help = NOTES)]
    Rotate(Rotate),
}

#[derive(Debug, Args)]
struct List {
    /// The user pool's id
    pool: String,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    form: Form,
}

#[derive(Debug, Args)]
struct Rotate {
    /// The user pool's id
    pool: String,
    /// Hours until the new keys sign; use more if verifiers cache keys for longer than an hour
    #[arg(long, value_name = "HOURS", default_value = "24", value_parser = clap::value_parser!(i64).range(2..=2160))]
    lead: i64,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    form: Form,
}

impl Keys {
    pub(super) fn form(&self) -> Form {
        match &self.action {
            Action::List(list) => list.form,
            Action::Rotate(rotate) => rotate.form,
        }
    }

    /// Prints the keys, or when the new ones start signing.
    pub(super) async fn run(self) -> Result<(), Stop> {
        match self.action {
            Action::List(List { pool, place, form }) => {
                place.known()?.run(Command::ListKeys { pool }, form).await
            }
            Action::Rotate(Rotate { pool, lead, place, form }) => {
                place
                    .known()?
                    .run(Command::RotateKeys { pool, lead_seconds: lead * 3_600 }, form)
                    .await
            }
        }
    }
}
