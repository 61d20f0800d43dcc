//! `poolkeeper messages`: lists messages queued for delivery.

use std::collections::HashSet;
use std::time::Duration;

use clap::Args;
use server::admin::{Command, Outcome};

use super::place::{Known, Where, done};
use super::signals::Signals;
use super::terminal::{Form, Paint};
use super::{Stop, running, terminal, told};

const NOTES: &str = "\
Codes and temporary passwords are shown only for data of `dev`. For `serve`, the list shows when \
each message was queued, its kind and its recipient; messages are not delivered yet. A message is \
kept until a day after its code has expired.

Works with or without a running server.";

/// How often a running server is polled.
const PAUSE: Duration = Duration::from_secs(1);
/// How many of the newest messages each poll with `--follow` requests.
const MOST_FOLLOWED: usize = 500;

/// Flags of `messages`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Messages {
    /// The maximum number of messages to list
    #[arg(long, value_name = "NUMBER", default_value = "50", value_parser = clap::value_parser!(u16).range(1..=1_000))]
    limit: u16,
    /// Keep printing new messages of a running server, oldest first, until interrupted
    #[arg(long, conflicts_with = "json")]
    follow: bool,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    pub(super) form: Form,
}

impl Messages {
    /// Prints the messages.
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

/// Polls the server of a data folder and prints new messages.
async fn follow(known: &Known, limit: usize) -> Result<(), Stop> {
    let Some(folder) = &known.place.folder else {
        return Err(Stop::refused(
            "--follow needs the running server of a data folder; for data in PostgreSQL, list \
             without --follow.",
        ));
    };
    known.require_database()?;
    let nobody = format!(
        "No server is accepting commands in {}; --follow needs a running server.",
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
