//! Checks that rows agree with each other, which no single row can ensure.
//!
//! Each check walks the tables part by part in bounded pages. Before it reports, it reads a row
//! again together with the row it needs, so it can run while a server works. Pools being deleted
//! are skipped. What needs the rules of user pools, such as how a name is spelled in its key, is
//! checked by those who know them.

mod children;
mod client_directory;
mod clock_marks;
mod files;
mod live_groups;
mod lookups;
mod memberships;
mod orphans;
mod placements;
mod pools;
mod walk;

use crate::error::StoreError;
use crate::store::Store;

/// Maximum number of findings that a check lists individually.
const LISTED: usize = 100;

/// Something that is wrong with the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The check that found it.
    pub check: &'static str,
    /// What is wrong. Identifies rows by ids, never by a user's names or attributes.
    pub detail: String,
}

/// What a check found.
type Outcome = Result<Vec<String>, StoreError>;

/// Runs every check; a sound store has no findings. A check that cannot read the store reports that
/// as a finding.
pub async fn deep(store: &Store) -> Vec<Finding> {
    let mut findings = Vec::new();
    report(&mut findings, "files", files::check(store).await);
    report(&mut findings, "clock marks", clock_marks::check(store).await);
    report(&mut findings, "pools", pools::check(store).await);
    report(&mut findings, "orphans", orphans::check(store).await);
    report(&mut findings, "client directory", client_directory::check(store).await);
    report(&mut findings, "placements", placements::check(store).await);
    report(&mut findings, "lookups", lookups::check(store).await);
    report(&mut findings, "children", children::check(store).await);
    report(&mut findings, "memberships", memberships::check(store).await);
    report(&mut findings, "live groups", live_groups::check(store).await);
    findings
}

fn report(findings: &mut Vec<Finding>, check: &'static str, outcome: Outcome) {
    let mut details =
        outcome.unwrap_or_else(|error| vec![format!("the check could not be completed: {error}")]);
    if details.len() > LISTED {
        let more = details.len() - LISTED;
        details.truncate(LISTED);
        details.push(format!("and {more} more"));
    }
    findings.extend(details.into_iter().map(|detail| Finding { check, detail }));
}
