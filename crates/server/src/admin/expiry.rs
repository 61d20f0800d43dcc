//! `doctor`: whether expired rows can be removed, and whether a clock jumped.

use domain::Time;
use pools::doctor;
use store::Store;

use super::outcome::Check;
use crate::text::date::extended;

/// Tolerated difference between clocks.
const TOLERANCE_MS: i64 = 60_000;
/// How long a jump is reported.
const REPORTED_MS: i64 = 7 * 24 * 60 * 60 * 1_000;

/// What there is to report; `None` if all is well.
pub(super) async fn check(store: &Store, now: Time) -> Option<Check> {
    let mark = match doctor::expiry_mark(store).await {
        Ok(mark) => mark?,
        Err(error) => {
            let says = format!("the data cannot be read: {}", error.0);
            let advice = "See the log, and run this again with --deep.";
            return Some(Check::problem("expiry", says, advice));
        }
    };
    let until = extended(mark.at.millis());
    if mark.at > now.plus_millis(TOLERANCE_MS) {
        let says = format!(
            "expired rows were removed up to {until}, but this machine's clock says {}",
            extended(now.millis())
        );
        let advice = "Set this machine's clock, and keep it in sync with NTP. If it is right, the \
                      clock of a server was ahead: this ends once servers have run for 24 hours \
                      with the right time.";
        return Some(Check::problem("expiry", says, advice));
    }
    let is_recent = mark.jumped.millis().abs_diff(now.millis()) <= REPORTED_MS.unsigned_abs()
        || mark.jumped > now;
    (mark.jump_millis != 0 && is_recent).then(|| {
        let says = format!(
            "a server's clock jumped by {} seconds, to {}, or its machine slept; expired rows are \
             removed up to {until}",
            mark.jump_millis / 1_000,
            extended(mark.jumped.millis())
        );
        Check::warning("expiry", says, "Keep the clocks of all servers in sync with NTP.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::admin::outcome::State;

    /// What doctor reports of a server's store.
    async fn said(server: &testkit::TestServer) -> (State, String) {
        let check = check(&server.inner().store, server.now()).await;
        check.map_or((State::Ok, String::new()), |check| (check.state, check.says))
    }

    #[tokio::test]
    async fn a_jump_of_the_clock_is_reported() {
        let server = testkit::TestServer::builder().on_sqlite().start();
        assert_eq!(said(&server).await.0, State::Ok);
        let sweep = async || pools::jobs::run_once(server.inner()).await.unwrap();
        sweep().await;
        assert_eq!(said(&server).await.0, State::Ok);
        let right = server.now();
        server.set_clock(right.plus_seconds(3_600));
        sweep().await;
        let (state, says) = said(&server).await;
        assert_eq!(state, State::Warning, "{says}");
        assert!(says.contains("jumped by 3600 seconds"), "{says}");
        server.set_clock(right.plus_seconds(-120));
        assert_eq!(said(&server).await.0, State::Problem);
        server.set_clock(right);
        server.advance_seconds(8 * 24 * 3_600);
        sweep().await;
        let (state, says) = said(&server).await;
        assert_eq!(state, State::Warning, "the jump back was seen then: {says}");
        server.advance_seconds(8 * 24 * 3_600);
        sweep().await;
        assert_eq!(said(&server).await.0, State::Ok);
    }

    #[tokio::test]
    async fn a_mark_of_a_clock_that_was_ahead_is_reported_until_it_comes_back() {
        let server = testkit::TestServer::builder().on_sqlite().start();
        let right = server.now();
        let sweep = async |server: &testkit::TestServer| {
            pools::jobs::run_once(server.inner()).await.unwrap();
        };
        // The first server of a new store, before its clock is set.
        server.set_clock(right.plus_seconds(14 * 365 * 24 * 3_600));
        let server = server.restarted().await;
        sweep(&server).await;
        assert_eq!(said(&server).await.0, State::Ok);
        server.set_clock(right);
        sweep(&server).await;
        let (state, says) = said(&server).await;
        assert_eq!(state, State::Problem, "{says}");
        server.advance_seconds(24 * 3_600);
        sweep(&server).await;
        let (state, says) = said(&server).await;
        assert_eq!(state, State::Warning, "the jump: {says}");
        server.advance_seconds(8 * 24 * 3_600);
        sweep(&server).await;
        assert_eq!(said(&server).await.0, State::Ok);
    }
}
