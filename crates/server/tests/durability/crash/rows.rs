//! The rows that a crash left: what no operation shows.

use std::collections::BTreeSet;

use store::{Attempts, Code, Credential, Message, Options, Prefix, Store, User, doctor, placement};
use testkit::TempDir;

use super::account::Step;
use super::api::Scene;
use super::load::Worker;

/// Maximum number of rows of each kind in the store.
const MANY: u32 = 100_000;

/// Counts that the rows must show. Each is a range: requests in flight may or may not have been
/// counted.
#[derive(Default)]
pub(super) struct Expected {
    /// The wrong passwords that the rows showed after the previous crash.
    earlier_wrong_passwords: i64,
    wrong_passwords: (i64, i64),
    /// The code attempts that the rows showed after the previous crash.
    earlier_code_tries: i64,
    code_tries: (i64, i64),
}

impl Expected {
    /// Adds the workers' counts before they find out what became of their last requests.
    pub(super) fn add_before_resolution(&mut self, workers: &[Worker]) {
        let count = |of: fn(&Worker) -> i64| workers.iter().map(of).sum::<i64>();
        let under_way = |is: fn(Step) -> bool| {
            i64::try_from(
                workers
                    .iter()
                    .filter(|worker| worker.under_way.is_some_and(|(_, step)| is(step)))
                    .count(),
            )
            .expect("few")
        };
        let wrong = self.earlier_wrong_passwords + count(|worker| worker.wrong_passwords);
        let most = wrong + under_way(|step| matches!(step, Step::WrongPassword));
        self.wrong_passwords = (wrong - count(|worker| worker.forgotten().1), most);
        let tries = self.earlier_code_tries + count(|worker| worker.code_tries);
        let most = tries + under_way(|step| matches!(step, Step::WrongCode | Step::Confirm));
        self.code_tries = (tries - count(|worker| worker.forgotten().0), most);
    }
}

/// Requires that the rows in a copy of the folder agree with each other and with what was
/// acknowledged.
pub(super) fn check(left: &TempDir, scene: &Scene, expected: &mut Expected, workers: &[Worker]) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    (expected.earlier_wrong_passwords, expected.earlier_code_tries) = runtime.block_on(async {
        let store = Store::open(Options::sqlite(left.path())).expect("what a crash leaves opens");
        let findings = doctor::deep(&store).await;
        assert!(findings.is_empty(), "{findings:#?}");
        let counts = check_rows(&store, scene, expected, workers).await;
        store.close().await;
        counts
    });
}

async fn check_rows(
    store: &Store,
    scene: &Scene,
    expected: &Expected,
    workers: &[Worker],
) -> (i64, i64) {
    let part = placement::user_part(&scene.pool_id, 1, "");
    let (users, codes, credentials, messages, attempts) = store
        .read((
            Prefix::<User>::in_part(&part).limit(MANY),
            Prefix::<Code>::in_part(&part).limit(MANY),
            Prefix::<Credential>::in_part(&part).limit(MANY),
            Prefix::<Message>::in_part(&part).limit(MANY),
            Prefix::<Attempts>::in_part(&part).limit(MANY),
        ))
        .await
        .expect("a read");
    let ids = |users: &mut dyn Iterator<Item = &User>| {
        users.map(|user| user.user_id.clone()).collect::<BTreeSet<String>>()
    };
    let unconfirmed = ids(&mut users.iter().filter(|user| user.status == "UNCONFIRMED"));
    assert_eq!(
        codes
            .into_iter()
            .filter(|code| code.attempts == 0)
            .map(|code| code.user_id)
            .collect::<BTreeSet<_>>(),
        unconfirmed,
        "codes that were not used wait for confirmations"
    );
    let with_password: BTreeSet<String> =
        credentials.into_iter().map(|credential| credential.user_id).collect();
    assert_eq!(with_password, ids(&mut users.iter()), "each user has a password");
    let sign_ups: i64 = workers.iter().map(|worker| worker.sign_ups).sum();
    assert_eq!(
        i64::try_from(messages.len()).expect("few"),
        sign_ups,
        "each sign-up sent a message"
    );
    let counted = |kind: &str| {
        attempts.iter().filter(|row| row.kind == kind).map(|row| row.count).sum::<i64>()
    };
    let (wrong_passwords, tries) = (counted("password"), counted("confirm_sign_up"));
    assert_within(wrong_passwords, expected.wrong_passwords, "wrong passwords");
    assert_within(tries, expected.code_tries, "tries of codes");
    (wrong_passwords, tries)
}

fn assert_within(counted: i64, (least, most): (i64, i64), what: &str) {
    assert!((least..=most).contains(&counted), "{counted} {what}, not {least} to {most}");
}
