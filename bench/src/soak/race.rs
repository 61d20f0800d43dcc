//! Clients on all nodes concurrently create the same user; exactly one of them succeeds.

use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::account::{Account, Change};
use super::caller::{Caller, Outcome};
use super::stage::Stage;
use super::{NODES, Seen};
use crate::clock;

/// Pause between two races.
const PAUSE: Duration = Duration::from_millis(150);
const PASSWORD: &str = "Correct-horse-7";

/// Runs one race after another until the deadline.
pub(super) fn run(stage: &Stage<'_>, deadline: Instant) -> Seen {
    let mut callers: Vec<Caller> = (0..NODES).map(|_| stage.caller()).collect();
    let mut seen = Seen::default();
    let mut count = 0;
    while clock::now() < deadline {
        count += 1;
        let name = format!("race-{count}");
        let outcomes = race(stage, &mut callers, &name);
        let mut account = Account::new(name, PASSWORD.to_owned());
        let winners = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Done(_))).count();
        let losers =
            outcomes.iter().filter(|outcome| outcome.is("UsernameExistsException")).count();
        let silent = outcomes.iter().filter(|outcome| outcome.is_inconclusive()).count();
        if winners > 1 || winners + losers + silent < NODES || (winners == 0 && silent == 0) {
            seen.breaches.push(format!("{}: a race ended with {outcomes:?}", account.name));
        }
        if winners + losers == 0 {
            account.pending = Some(Change::Create);
        }
        seen.accounts.push(account);
        thread::sleep(PAUSE);
    }
    seen.calls = callers.into_iter().flat_map(|caller| caller.calls).collect();
    seen
}

/// Returns the outcome for each client.
fn race(stage: &Stage<'_>, callers: &mut [Caller], name: &str) -> Vec<Outcome> {
    let input = json!({
        "UserPoolId": stage.pool_id, "Username": name, "MessageAction": "SUPPRESS",
        "TemporaryPassword": PASSWORD,
    });
    let start = Barrier::new(callers.len());
    thread::scope(|scope| {
        let racers: Vec<_> = callers
            .iter_mut()
            .enumerate()
            .map(|(node, caller)| {
                let (start, input) = (&start, &input);
                scope.spawn(move || {
                    start.wait();
                    caller.ask(node, "AdminCreateUser", input)
                })
            })
            .collect();
        racers.into_iter().map(|racer| racer.join().unwrap_or(Outcome::Unknown)).collect()
    })
}
