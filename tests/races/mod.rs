//! Concurrent requests: exactly one legal outcome each, and consistent rows afterwards.

mod alias;
mod attributes;
mod challenge_session;
mod client;
mod code;
mod converted_password;
mod group;
mod guess;
mod listing;
mod lost_answer;
mod overtaken;
mod password;
mod pool;
mod pool_settings;
mod refresh_token;
mod rotation;
mod session;
mod sign_out;
mod user;
mod username;

use std::sync::Arc;

use testkit::{Answer, Holding, TestServer};

/// Number of concurrent requests.
const TASKS: usize = 64;

/// Nothing was decided: the caller may try again.
const TOO_MANY: (&str, &str) = ("TooManyRequestsException", "Too many requests");
/// The same where the operation declares it.
const OVERTAKEN: (&str, &str) =
    ("ConcurrentModificationException", "The resource is being modified by another request.");

/// Requires that exactly one answer is a success and every other one is one of these refusals.
#[track_caller]
fn require_one_winner(answers: &[Answer], others: &[(&str, &str)]) -> usize {
    let winners: Vec<usize> =
        (0..answers.len()).filter(|number| answers[*number].is_ok()).collect();
    assert_eq!(winners.len(), 1, "{answers:#?}");
    require_refusals(answers, others);
    winners[0]
}

/// Requires that every answer other than a success is one of these refusals.
#[track_caller]
fn require_refusals(answers: &[Answer], allowed: &[(&str, &str)]) {
    for answer in answers.iter().filter(|answer| !answer.is_ok()) {
        let refusal = (answer.kind(), answer.text());
        assert!(
            [TOO_MANY, OVERTAKEN].contains(&refusal) || allowed.contains(&refusal),
            "{answer:?}"
        );
    }
}

/// A server whose commits can be held back before they are sent.
struct Held {
    server: TestServer,
    holding: Arc<Holding>,
}

impl Held {
    fn start() -> Self {
        Self::with(TestServer::builder())
    }

    fn with(builder: testkit::Builder) -> Self {
        let holding = Arc::new(Holding::default());
        Self { server: builder.faults(holding.clone()).start(), holding }
    }

    /// Lets `request` decide, then `meanwhile` happen, then `request` commit and answer.
    async fn overtaken<R, M>(&self, request: R, meanwhile: M) -> Answer
    where
        R: Future<Output = Answer> + Send + 'static,
        M: Future<Output = ()>,
    {
        let held = self.holding.hold_next();
        let mut request = tokio::spawn(request);
        tokio::select! {
            () = held.arrived() => {}
            answer = &mut request => panic!("answered without a commit: {answer:?}"),
        }
        meanwhile.await;
        held.release();
        let answer = request.await.expect("a request that does not panic");
        self.server.deep_doctor().await;
        answer
    }
}
