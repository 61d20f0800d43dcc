//! `poolkeeper token`: explains what a token is, who it is for, what it contains and whether it is
//! valid.

use std::io::{IsTerminal, Read};

use clap::Args;
use domain::{Clock, Time};
use serde::Serialize;
use server::text::harmless_json;

use super::terminal::Form;
use super::{FAILED, Stop, terminal};
use crate::explain::http::Http;
use crate::explain::shown::Shown;
use crate::explain::trust::Trust;
use crate::explain::verdict::{self, State, Verdict};
use crate::explain::{Explanation, Pasted, explain, is_pool_id};

/// The longest input, in bytes: the longest token that any operation accepts.
const MOST_BYTES: u64 = 131_072;

/// Flags of `token`.
#[derive(Debug, Args)]
#[command(after_help = "\
The token is verified with the keys of its issuer if that is on this machine, and otherwise with \
the keys of --server or --jwks. It is never sent anywhere, except to the server with --check.

Exit codes:
  0  verified and valid; with --offline: readable and not expired
  1  not valid, or not verified
  2  invalid flags")]
pub(super) struct Token {
    /// The token; - reads it from standard input, which keeps it out of the shell's history
    #[arg(value_name = "JWT|-", default_value = "-", hide_default_value = true)]
    token: String,
    /// The keys to verify with: a URL or a file
    #[arg(long, value_name = "URL|FILE")]
    jwks: Option<String>,
    /// The server that hosts the token's user pool, or the issuer: that URL followed by the pool's
    /// id
    #[arg(long, value_name = "URL")]
    server: Option<String>,
    /// The user pool that must have issued the token
    #[arg(long, value_name = "POOL_ID")]
    pool: Option<String>,
    /// The app client that the token must be for
    #[arg(long, value_name = "CLIENT_ID")]
    client: Option<String>,
    /// Ask the server whether the access token was revoked, by sending it to GetUser
    #[arg(long)]
    check: bool,
    /// Only read the token: fetch no keys and verify nothing
    #[arg(long, conflicts_with_all = ["jwks", "server", "pool", "client", "check"])]
    offline: bool,
    #[command(flatten)]
    pub(super) form: Form,
}

/// The JSON output.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    explanation: &'a Explanation,
    verdict: &'a Verdict,
}

impl Token {
    /// Prints the explanation. The exit code reflects the verdict.
    pub(super) async fn run(self) -> Result<(), Stop> {
        if let Some(pool) = self.pool.as_ref().filter(|pool| !is_pool_id(pool)) {
            return Err(Stop::refused(format!(
                "--pool {pool} is not a user pool id, such as eu-west-1_AbCdEf123."
            )));
        }
        let pasted = Pasted::read(&self.text()?);
        let now = Clock::system().now();
        let explanation = explain(&pasted, now);
        let verdict = self.verdict(&pasted, now).await?;
        self.tell(&explanation, &verdict)?;
        let good =
            if self.offline { is_readable(&pasted, now) } else { verdict.state == State::Good };
        if good { Ok(()) } else { Err(Stop { code: FAILED, sentence: None }) }
    }

    fn text(&self) -> Result<String, Stop> {
        if self.token != "-" {
            return Ok(self.token.clone());
        }
        let mut stdin = std::io::stdin().lock();
        if stdin.is_terminal() {
            terminal::complain("Paste the token, press Enter, then Ctrl-D.");
        }
        let mut text = String::new();
        let read = stdin.by_ref().take(MOST_BYTES + 1).read_to_string(&mut text);
        match read {
            Ok(length) if length as u64 > MOST_BYTES => Err(Stop::failed(format!(
                "Standard input has more than {MOST_BYTES} bytes, too many for a token; give only \
                 the token."
            ))),
            Ok(_) => Ok(text),
            Err(error) => {
                Err(Stop::failed(format!("The token cannot be read from standard input: {error}.")))
            }
        }
    }

    async fn verdict(&self, pasted: &Pasted, now: Time) -> Result<Verdict, Stop> {
        if self.offline {
            return Ok(Verdict::unverified(
                "with --offline it was only read: anybody could have written it.",
            ));
        }
        let (server, pool) = self.server_and_pool()?;
        let trust =
            Trust { jwks: self.jwks.as_deref(), server, pool, client: self.client.as_deref() };
        trust.require_usable().map_err(Stop::refused)?;
        let http = Http::new();
        let verdict = verdict::verdict(pasted, &trust, now, &http).await.map_err(Stop::refused)?;
        match pasted {
            // A server is sent only tokens that it signed itself.
            Pasted::Jwt(jwt) if self.check && verdict.state == State::Good => {
                let server = trust.find_server(jwt).ok_or_else(|| {
                    Stop::refused(
                        "--check needs a server, and the token's issuer is not on this machine: \
                         give it with --server URL.",
                    )
                })?;
                Ok(match verdict::revocation(jwt, &server, &http).await {
                    Ok(Some(check)) => verdict.and(check),
                    Ok(None) => Verdict::unverified(
                        "its revocation cannot be checked: GetUser accepts only access tokens of \
                         users with the scope aws.cognito.signin.user.admin. Omit --check.",
                    ),
                    Err(why) => Verdict::unverified(&why.to_string()),
                })
            }
            _ => Ok(verdict),
        }
    }

    /// The server and the pool given by the flags. An issuer URL contains both.
    fn server_and_pool(&self) -> Result<(Option<&str>, Option<&str>), Stop> {
        let (given, pool) = (
            self.server.as_deref().map(|server| server.trim_end_matches('/')),
            self.pool.as_deref(),
        );
        let issuer =
            given.and_then(|given| given.rsplit_once('/')).filter(|(_, id)| is_pool_id(id));
        let Some((server, id)) = issuer else { return Ok((given, pool)) };
        if let Some(pool) = pool.filter(|pool| *pool != id) {
            return Err(Stop::refused(format!(
                "--server names the user pool {id}, and --pool names {pool}; omit one of them."
            )));
        }
        Ok((Some(server), Some(id)))
    }

    fn tell(&self, explanation: &Explanation, verdict: &Verdict) -> Result<(), Stop> {
        if !self.form.json {
            terminal::say(&Shown::of(explanation, verdict, is_coloured()));
            return Ok(());
        }
        let told = serde_json::to_string_pretty(&Told { explanation, verdict });
        let told = told.map_err(|error| {
            Stop::failed(format!("The explanation cannot be written as JSON: {error}."))
        })?;
        terminal::say(&harmless_json(&told));
        Ok(())
    }
}

/// Whether the token could be read and, according to its claims, has not expired.
fn is_readable(pasted: &Pasted, now: Time) -> bool {
    match pasted {
        Pasted::Broken(_) => false,
        Pasted::Jwt(jwt) => jwt.expiry().is_none_or(|exp| exp > now.seconds()),
        Pasted::Refresh | Pasted::Encrypted | Pasted::Session => true,
    }
}

/// Whether standard output supports colour and `NO_COLOR` is not set (no-color.org).
fn is_coloured() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    std::io::stdout().is_terminal() && !is_set("NO_COLOR") && !is_dumb
}
