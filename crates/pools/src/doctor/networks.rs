//! Checks known networks: no user has too many, and their row lasts as long as they do.

use domain::lockout::network::{KnownNetworks, MOST_PER_USER};
use store::{Store, UserNetworks};

use super::PAGE;
use crate::error::Error;

/// Checks the networks of a part's users.
pub(super) async fn check(store: &Store, part: &str, found: &mut Vec<String>) -> Result<(), Error> {
    let mut page = UserNetworks::of(part).limit(PAGE);
    loop {
        let rows = store.read(page).await?;
        for row in &rows {
            for fault in faults(row) {
                found.push(format!("the networks of user {} {fault}", row.user_id));
            }
        }
        let Some(last) = rows.last() else { return Ok(()) };
        page = UserNetworks::of(part).limit(PAGE).after(last);
    }
}

/// What is wrong with one row.
fn faults(row: &UserNetworks) -> Vec<&'static str> {
    let Ok(networks) = KnownNetworks::from_doc(&row.doc) else { return vec!["cannot be read"] };
    let rules = [
        (networks.count() > 0, "are empty"),
        (networks.count() <= MOST_PER_USER, "are too many"),
        (row.expires == networks.expires().millis(), "expire at a different time than their row"),
    ];
    rules.into_iter().filter(|(holds, _)| !holds).map(|(_, fault)| fault).collect()
}
