//! Checks sessions: no user has too many, each has its own id and family, and none belongs to a
//! revoked family.

use std::collections::BTreeSet;

use domain::session::{MOST_PER_USER, TokenSessions, is_token_session_id};
use store::{Family, Store, UserSessions};

use super::PAGE;
use crate::error::Error;
use crate::tokens::families;

/// Checks the sessions of a part's users.
pub(super) async fn check(store: &Store, part: &str, found: &mut Vec<String>) -> Result<(), Error> {
    let mut page = UserSessions::of(part).limit(PAGE);
    loop {
        let rows = store.read(page).await?;
        for row in &rows {
            for fault in faults(row) {
                found.push(format!("the sessions of user {} {fault}", row.user_id));
            }
            revoked(store, row, found).await?;
        }
        let Some(last) = rows.last() else { return Ok(()) };
        page = UserSessions::of(part).limit(PAGE).after(last);
    }
}

/// What is wrong with one row by itself.
fn faults(row: &UserSessions) -> Vec<&'static str> {
    let Ok(sessions) = TokenSessions::from_doc(&row.doc) else { return vec!["cannot be read"] };
    let count = sessions.iter().count();
    let ids: BTreeSet<&str> = sessions.iter().map(|session| session.id.as_str()).collect();
    let families: BTreeSet<&str> =
        sessions.iter().map(|session| session.origin_jti.as_str()).collect();
    let rules = [
        (count > 0, "are empty"),
        (count <= MOST_PER_USER, "are too many"),
        (ids.len() == count && families.len() == count, "have duplicates"),
        (ids.iter().all(|id| is_token_session_id(id)), "have a malformed id"),
        (row.expires == sessions.expires().millis(), "expire at a different time than their row"),
    ];
    rules.into_iter().filter(|(holds, _)| !holds).map(|(_, fault)| fault).collect()
}

/// Read again together with the families: revoking a family removes its session in the same commit.
async fn revoked(store: &Store, row: &UserSessions, found: &mut Vec<String>) -> Result<(), Error> {
    let Ok(sessions) = TokenSessions::from_doc(&row.doc) else { return Ok(()) };
    let families: Vec<_> =
        sessions.iter().map(|one| Family::get(&row.part, &row.user_id, &one.origin_jti)).collect();
    let (again, families) =
        store.read((UserSessions::get(&row.part, &row.user_id), families)).await?;
    let is_same = again.is_some_and(|again| again.rev == row.rev);
    if is_same && families.iter().any(|family| families::is_revoked(family.as_ref())) {
        found.push(format!("user {} has a session whose tokens are revoked", row.user_id));
    }
    Ok(())
}
