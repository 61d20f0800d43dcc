//! Evaluates the calls of all clients together.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::Seen;
use super::caller::Call;
use super::outage::Outage;
use super::report::{Kind, SoakResults};

/// Maximum number of server errors reported individually.
const MAX_REPORTED: usize = 10;

/// Returns the figures and the breaches.
pub(super) fn judge(
    seen: Vec<Seen>,
    outage: Outage,
    injected: Vec<(&'static str, u64)>,
    doctor: Result<String, String>,
    length: Duration,
) -> SoakResults {
    let (mut calls, mut breaches, mut users) = (Vec::new(), Vec::new(), 0);
    for mut seen in seen {
        calls.append(&mut seen.calls);
        breaches.append(&mut seen.breaches);
        users += seen.accounts.len();
    }
    let end = gap_end(&calls, outage);
    if end.is_none() {
        breaches.push("no write succeeded after the standby was promoted".to_owned());
    }
    let is_in_gap =
        |call: &Call| call.ended >= outage.killed && end.is_none_or(|end| call.begun <= end);
    let (inside, outside): (Vec<Call>, Vec<Call>) = calls.into_iter().partition(is_in_gap);
    let faults: Vec<&Call> = outside.iter().filter(|call| is_fault(call)).collect();
    let reported = faults
        .iter()
        .take(MAX_REPORTED)
        .map(|call| format!("{}: {} {}", call.operation, call.status, call.detail));
    breaches.extend(reported);
    breaches.extend(doctor.err());
    let mut latencies: Vec<Duration> = outside.iter().map(|call| call.ended - call.begun).collect();
    latencies.sort_unstable();
    SoakResults {
        length,
        users,
        gap: end.map(|end| end - outage.killed),
        promoted: outage.promoted - outage.killed,
        faults_in_gap: inside.iter().filter(|call| is_fault(call)).count(),
        faults_outside: faults.len(),
        kinds: kinds(inside.iter().chain(&outside)),
        latencies,
        injected,
        breaches,
    }
}

/// The end of the first successful write that started after the promotion.
fn gap_end(calls: &[Call], outage: Outage) -> Option<Instant> {
    let after = calls.iter().filter(|call| {
        call.status == 200 && call.begun >= outage.promoted && writes(call.operation)
    });
    after.map(|call| call.ended).min()
}

fn writes(operation: &str) -> bool {
    !matches!(operation, "InitiateAuth" | "GetUser" | "AdminGetUser")
}

fn is_fault(call: &Call) -> bool {
    call.status == 0 || call.status >= 500
}

fn kinds<'c>(calls: impl Iterator<Item = &'c Call>) -> BTreeMap<&'static str, Kind> {
    let mut kinds = BTreeMap::<_, Kind>::new();
    for call in calls {
        let kind = kinds.entry(call.operation).or_default();
        match call.status {
            200 => kind.done += 1,
            0 => kind.unanswered += 1,
            400..500 => kind.refused += 1,
            _ => kind.faults += 1,
        }
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock;

    fn judged(calls: &[(u64, u64, u16)]) -> SoakResults {
        let start = clock::now();
        let at = |millis| start + Duration::from_millis(millis);
        let call = |(begun, ended, status): &(u64, u64, u16)| Call {
            operation: "AdminDisableUser",
            begun: at(*begun),
            ended: at(*ended),
            status: *status,
            detail: String::new(),
        };
        let seen = Seen { calls: calls.iter().map(call).collect(), ..Seen::default() };
        let outage = Outage { killed: at(100), promoted: at(200) };
        judge(vec![seen], outage, Vec::new(), Ok(String::new()), Duration::from_secs(1))
    }

    #[test]
    fn errors_are_excused_from_the_kill_until_the_first_write_after_the_promotion() {
        let soaked = judged(&[
            (90, 110, 500),
            (150, 160, 500),
            (190, 230, 200),
            (210, 300, 200),
            (299, 400, 500),
        ]);
        assert_eq!((soaked.faults_in_gap, soaked.breaches.len()), (3, 0), "{:?}", soaked.breaches);
        assert_eq!(soaked.gap, Some(Duration::from_millis(200)));
        assert_eq!(judged(&[(10, 90, 500), (210, 300, 200)]).breaches.len(), 1);
        assert_eq!(judged(&[(210, 300, 200), (301, 302, 0)]).breaches.len(), 1);
        assert_eq!(judged(&[(190, 300, 200)]).breaches.len(), 1);
    }
}
