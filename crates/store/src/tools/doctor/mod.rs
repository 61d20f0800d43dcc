//! Checks of what no single row can promise: that rows agree with each other.
//!
//! Each check walks the tables part by part in bounded pages, and reads a row again together with
//! the one that it needs before it reports: so it may run beside a working server. Pools that are
//! being deleted are left out.

mod children;
mod client_directory;
mod files;
mod live_groups;
mod lookups;
mod memberships;
mod orphans;
mod placements;
mod pools;
mod usernames;
mod walk;

use crate::error::StoreError;
use crate::store::Store;

/// How many findings of one check are told one by one.
const TOLD: usize = 100;

/// Something that is wrong with the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The check that found it.
    pub check: &'static str,
    /// What is wrong; names rows by ids, never by a user's names or attributes.
    pub detail: String,
}

/// What a check found.
type Outcome = Result<Vec<String>, StoreError>;

/// Runs every check; a sound store has no findings. A check that cannot read the store reports that
/// as its finding.
pub async fn deep(store: &Store) -> Vec<Finding> {
    let mut findings = Vec::new();
    tell(&mut findings, "files", files::check(store).await);
    tell(&mut findings, "pools", pools::check(store).await);
    tell(&mut findings, "orphans", orphans::check(store).await);
    tell(&mut findings, "client directory", client_directory::check(store).await);
    tell(&mut findings, "placements", placements::check(store).await);
    tell(&mut findings, "lookups", lookups::check(store).await);
    tell(&mut findings, "usernames", usernames::check(store).await);
    tell(&mut findings, "children", children::check(store).await);
    tell(&mut findings, "memberships", memberships::check(store).await);
    tell(&mut findings, "live groups", live_groups::check(store).await);
    findings
}

fn tell(findings: &mut Vec<Finding>, check: &'static str, outcome: Outcome) {
    let mut details =
        outcome.unwrap_or_else(|error| vec![format!("the check could not be finished: {error}")]);
    if details.len() > TOLD {
        let more = details.len() - TOLD;
        details.truncate(TOLD);
        details.push(format!("and {more} more"));
    }
    findings.extend(details.into_iter().map(|detail| Finding { check, detail }));
}
