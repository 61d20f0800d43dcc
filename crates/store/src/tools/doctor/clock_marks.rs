//! There is at most one mark of expiry, and nothing in it is negative that cannot be.

use super::Outcome;
use super::walk::Pages;
use crate::records::ClockMark;
use crate::store::Store;

/// The only name of a mark.
const EXPIRY: &str = "expiry";

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    let mut pages = Pages::<ClockMark>::all();
    while let Some(rows) = pages.next(store).await? {
        for ClockMark { name, claimed, ran_millis, jumped, jump_millis, .. } in rows {
            if name != EXPIRY {
                findings.push("a clock mark has an unknown name".to_owned());
            }
            if claimed < 0 || ran_millis < 0 || (claimed == 0 && ran_millis > 0) {
                findings.push("the clock mark has a run without a claim".to_owned());
            }
            if (jumped == 0) != (jump_millis == 0) {
                findings.push("the clock mark has half a jump".to_owned());
            }
        }
    }
    Ok(findings)
}
