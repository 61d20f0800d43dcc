//! Checks a store for `doctor`, in any process that has it open.

use domain::Time;
use domain::seal::MasterKeys;
use pools::doctor::{self, KeyFit, KeyUse};
use pools::{Server, keys};
use store::{Store, StoreError};
use tokio::runtime::Handle;

use super::outcome::Check;
use super::passwords::{self, KeptAs};
use super::{Audience, expiry};
use crate::text::date::extended;

/// Clocks before this are wrong: 2026-01-01T00:00:00Z.
const EARLIEST_MS: i64 = 1_767_225_600_000;
/// Tolerated difference between clocks.
const TOLERANCE_MS: i64 = 60_000;

/// Checks a store with the given master keys.
pub async fn examine(
    store: &Store,
    (master, audience): (Option<&MasterKeys>, Audience),
    kept: KeptAs,
    now: Time,
    deep: bool,
) -> Vec<Check> {
    let uses = match master {
        Some(master) => Some(doctor::master_keys(store, master).await),
        None => None,
    };
    let wrapping = master.and_then(|master| master.ids().next());
    let mut checks = checks(store, (uses, wrapping, audience), now).await;
    if deep {
        if let Some(master) = master {
            checks.extend(passwords::checks(store, master, kept).await);
        }
        checks.extend(of_data(store).await);
    }
    checks
}

/// Checks the store of a running server with its own keys.
pub(super) async fn running(server: &Server, audience: Audience, deep: bool) -> Vec<Check> {
    let uses = keys::master_key_uses(server).await;
    let wrapping = keys::wrapping_key(server);
    let (store, uses) = (&server.store, (Some(uses), Some(wrapping), audience));
    let mut checks = checks(store, uses, server.clock.now()).await;
    if deep {
        let kept = KeptAs::from(&server.settings);
        checks.extend(passwords::checks(store, &server.master, kept).await);
        checks.extend(of_data(store).await);
    }
    checks
}

/// What the master keys open, which one wraps, and the audience.
type Uses<'a> = (Option<Result<Vec<KeyUse>, StoreError>>, Option<&'a str>, Audience);

async fn checks(store: &Store, (uses, wrapping, audience): Uses<'_>, now: Time) -> Vec<Check> {
    let schema = store::newest_schema();
    let mut checks =
        vec![Check::ok("store", format!("it opens and has schema {schema}, the newest"))];
    match uses {
        Some(Ok(uses)) => checks.extend(of_keys(&uses, wrapping, audience)),
        Some(Err(error)) => checks.push(unreadable("master keys", &error.to_string())),
        None => {}
    }
    checks.push(of_clock(store, now).await);
    checks.extend(expiry::check(store, now).await);
    checks
}

fn unreadable(check: &str, why: &str) -> Check {
    Check::problem(
        check,
        format!("the data cannot be read: {why}"),
        "See the log, and run this again with --deep.",
    )
}

fn of_keys(uses: &[KeyUse], wrapping: Option<&str>, audience: Audience) -> Vec<Check> {
    if uses.is_empty() {
        return vec![Check::ok("master keys", "no user pool needs one yet")];
    }
    uses.iter().map(|found| of_key(found, wrapping, audience)).collect()
}

fn of_key(KeyUse { id, pools, fit }: &KeyUse, wrapping: Option<&str>, audience: Audience) -> Check {
    let pools = if *pools == 1 { "1 user pool".to_owned() } else { format!("{pools} user pools") };
    match fit {
        KeyFit::Opens if wrapping.is_some_and(|wrapping| wrapping != id) => Check::warning(
            "master keys",
            format!("{id} opens {pools}, but another key comes first in the list"),
            "Run poolkeeper rotate-master-key; then the key can be removed from the configuration.",
        ),
        KeyFit::Opens => Check::ok("master keys", format!("{id} opens {pools}")),
        KeyFit::OpensNot(pool) => Check::problem(
            "master keys",
            format!("{id} does not open user pool {pool}, which is recorded as using this key"),
            "The row is damaged or was moved; restore an earlier backup.",
        ),
        KeyFit::Missing => Check::problem(
            "master keys",
            format!("{pools} cannot be opened without {id}, which is not among the given keys"),
            match audience {
                Audience::Developer => "Put the right master.key into the data folder.",
                Audience::Operator => {
                    "Add that key to keys.list, or replace the wrong key with it."
                }
            },
        ),
    }
}

async fn of_clock(store: &Store, now: Time) -> Check {
    let shown = extended(now.millis());
    if now.millis() < EARLIEST_MS {
        return Check::problem(
            "clock",
            format!("this machine's clock says {shown}"),
            "Set the clock and keep it in sync with NTP.",
        );
    }
    match doctor::newest(store).await {
        Ok(Some(newest)) if newest > now.plus_millis(TOLERANCE_MS) => Check::problem(
            "clock",
            format!(
                "this machine's clock says {shown}, but data were written at {}",
                extended(newest.millis())
            ),
            "Set this machine's clock, or that of the node that wrote the data; keep both in sync \
             with NTP.",
        ),
        Ok(Some(newest)) => Check::ok(
            "clock",
            format!("{shown}; the newest pool or message is from {}", extended(newest.millis())),
        ),
        Ok(None) => Check::ok("clock", shown),
        Err(error) => unreadable("clock", &error.0),
    }
}

async fn of_data(store: &Store) -> Vec<Check> {
    let store = store.clone();
    // The checks are futures that must stay on one thread, and a running server's commands may move
    // between threads.
    let deep =
        tokio::task::spawn_blocking(move || Handle::current().block_on(doctor::deep(&store))).await;
    let Ok(findings) = deep else {
        return vec![unreadable("data", "the worker thread ended unexpectedly")];
    };
    if findings.is_empty() {
        return vec![Check::ok("data", "no findings")];
    }
    let mend = "Keep a copy of the data, restore an earlier backup, and please report this output.";
    findings
        .into_iter()
        .map(|finding| Check::problem(finding.check, finding.detail, mend))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::admin::outcome::State;

    fn found(id: &str, fit: KeyFit) -> KeyUse {
        KeyUse { id: id.to_owned(), pools: 2, fit }
    }

    #[test]
    fn master_keys_are_checked() {
        let uses = [
            found("a", KeyFit::Opens),
            found("b", KeyFit::Opens),
            found("c", KeyFit::Missing),
            found("d", KeyFit::OpensNot("eu-west-1_Example00".to_owned())),
        ];
        let said: Vec<(State, String)> = of_keys(&uses, Some("a"), Audience::Operator)
            .into_iter()
            .map(|check| (check.state, check.says))
            .collect();
        let expected = [
            (State::Ok, "a opens 2 user pools"),
            (State::Warning, "b opens 2 user pools, but another key comes first in the list"),
            (
                State::Problem,
                "2 user pools cannot be opened without c, which is not among the given keys",
            ),
            (
                State::Problem,
                "d does not open user pool eu-west-1_Example00, which is recorded as using this \
                 key",
            ),
        ];
        assert_eq!(said, expected.map(|(state, says)| (state, says.to_owned())));
        assert_eq!(
            of_keys(&[], Some("a"), Audience::Operator),
            [Check::ok("master keys", "no user pool needs one yet")]
        );
    }

    #[tokio::test]
    async fn a_clock_behind_the_data_is_a_problem() {
        let folder = testkit::TempDir::new();
        let store = Store::open(store::Options::sqlite(folder.path())).unwrap();
        let state = async |now| of_clock(&store, Time(now)).await.state;
        assert_eq!(state(EARLIEST_MS - 1).await, State::Problem);
        assert_eq!(state(EARLIEST_MS).await, State::Ok);
        let server = testkit::TestServer::builder().on_sqlite().start();
        let pool = server.pool().await;
        pool.confirmed_user("alice").await;
        let store = &server.inner().store;
        let written = doctor::newest(store).await.unwrap().unwrap();
        for (behind, expected) in
            [(0, State::Ok), (TOLERANCE_MS, State::Ok), (TOLERANCE_MS + 1, State::Problem)]
        {
            let check = of_clock(store, written.plus_millis(-behind)).await;
            assert_eq!(check.state, expected, "{check:?}");
        }
    }
}
