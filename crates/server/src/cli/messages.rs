//! `poolkeeper messages`: what was queued to be sent.

use std::collections::HashSet;
use std::time::Duration;

use clap::Args;
use server::admin::{Command, Outcome};

use super::place::{Known, Where, done};
use super::signals::Signals;
use super::terminal::{Form, Paint};
use super::{Stop, running, terminal, told};

const NOTES: &str = "\
Codes and temporary passwords are shown for data of `dev` only: of `serve` the list tells when a message was queued, of which kind, and for \
whom, and nothing delivers it yet. A message is kept until a day after its code has expired.

Works beside a running server, and without one.";

/// How often a running server is asked.
const PAUSE: Duration = Duration::from_secs(1);
/// The newest of them are looked at while they are followed.
const MOST_FOLLOWED: usize = 500;

/// Flags of `messages`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Messages {
    /// How many to list at most
    #[arg(long, value_name = "NUMBER", default_value = "50", value_parser = clap::value_parser!(u16).range(1..=1_000))]
    limit: u16,
    /// Go on with the messages of a running server as they come, oldest first, until a signal
    #[arg(long, conflicts_with = "json")]
    follow: bool,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    pub(super) form: Form,
}

impl Messages {
    /// Prints them.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let known = self.place.known()?;
        let limit = usize::from(self.limit);
        if !self.follow {
            return known.run(Command::ListMessages { limit }, self.form).await;
        }
        let stop = Signals::listen()?.stop();
        tokio::select! {
            outcome = follow(&known, limit) => outcome,
            () = stop => Ok(()),
        }
    }
}

/// Asks the server of a folder again and again.
async fn follow(known: &Known, limit: usize) -> Result<(), Stop> {
    let Some(folder) = &known.place.folder else {
        return Err(Stop::refused(
            "--follow asks the server of a data folder; data in a database are listed without it.",
        ));
    };
    known.require_database()?;
    let nobody = format!(
        "No server takes commands in {}; only the messages of a running one can be followed.",
        folder.display()
    );
    let mut seen = HashSet::new();
    let (mut most, mut has_head) = (limit, false);
    loop {
        let reply = running::send(folder, &Command::ListMessages { limit: most }).await;
        if let Outcome::Messages(mut listed) = done(reply.map_err(|_| Stop::failed(&nobody))?)? {
            listed.messages.retain(|message| seen.insert(message.id.clone()));
            listed.messages.reverse();
            if !listed.messages.is_empty() {
                terminal::say(&told::lines(&listed.messages, Paint::of_stdout(), !has_head));
                has_head = true;
            }
        }
        most = MOST_FOLLOWED;
        tokio::time::sleep(PAUSE).await;
    }
}
