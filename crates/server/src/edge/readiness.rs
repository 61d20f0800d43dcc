//! Whether the store answers. However many requests want to know, the store is asked by one probe at
//! a time, at most once a second, and only a bounded number of requests wait for its answer:
//! strangers can ask too, and while the store does not answer each waiting request keeps a
//! connection.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::App;

/// How long the store may take to answer before it counts as away.
const STORE_TIME: Duration = Duration::from_secs(2);
/// How long an answer is good for.
const FRESH: Duration = Duration::from_secs(1);

/// What is known of the store.
#[derive(Default)]
pub(crate) struct Readiness(Mutex<Known>);

#[derive(Default)]
struct Known {
    /// Whether the store answered the last probe, and the monotonic time at which that was known.
    last: Option<(Duration, bool)>,
    /// The probe under way; it has sent nothing yet.
    probe: Option<watch::Receiver<Option<bool>>>,
}

/// What a request has to do for its answer.
enum Next {
    Answer(bool),
    /// Wait for the probe; without a permit to wait, give the last answer, if there is one.
    Wait(watch::Receiver<Option<bool>>, Option<bool>),
}

impl Readiness {
    /// Whether the store answers.
    pub(crate) async fn store_answers(app: &Arc<App>) -> bool {
        let (mut probe, last) = match app.readiness.next(app) {
            Next::Answer(answer) => return answer,
            Next::Wait(probe, last) => (probe, last),
        };
        let permit = app.waits().readiness();
        // Before the first answer all wait: that happens once, and not for long.
        if let (None, Some(last)) = (&permit, last) {
            return last;
        }
        probe.wait_for(Option::is_some).await.is_ok_and(|answer| *answer == Some(true))
    }

    fn next(&self, app: &Arc<App>) -> Next {
        let now = app.server.clock.monotonic();
        let mut known = self.known();
        match known.last {
            Some((at, answer)) if now.saturating_sub(at) < FRESH => return Next::Answer(answer),
            _ => {}
        }
        let last = known.last.map(|(_, answer)| answer);
        // A probe without a sender ended without an answer.
        let probe = known.probe.take().filter(|probe| probe.has_changed().is_ok());
        let probe = probe.unwrap_or_else(|| begin(app));
        known.probe = Some(probe.clone());
        Next::Wait(probe, last)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts a probe. It does not end with the request that started it, because others wait for it.
fn begin(app: &Arc<App>) -> watch::Receiver<Option<bool>> {
    let (sender, receiver) = watch::channel(None);
    let app = Arc::clone(app);
    tokio::spawn(async move {
        let answer = probe(&app).await;
        let mut known = app.readiness.known();
        known.last = Some((app.server.clock.monotonic(), answer));
        known.probe = None;
        sender.send_replace(Some(answer));
    });
    receiver
}

async fn probe(app: &App) -> bool {
    let read = app.server.store.read(store::Lease::get("ready"));
    let answer = tokio::time::timeout(STORE_TIME, read).await;
    match answer.unwrap_or(Err(store::StoreError::Unavailable)) {
        Ok(_) => true,
        Err(error) => {
            tracing::error!(%error, "the store does not answer");
            false
        }
    }
}
