//! The commit of a sign-in.

use store::Batch;

use super::Step;
use crate::error::Error;
use crate::request::Tries;

impl Tries<'_> {
    /// Commits what a sign-in writes, and what `learn` adds once the caller is signed in. Tokens do
    /// not depend on what is learnt: if there is nothing else to write, a store without room for it
    /// keeps nobody out. Returns as [`Tries::commit`].
    pub(super) async fn commit_sign_in(
        &mut self,
        mut batch: Batch,
        outcome: &Result<Step, Error>,
        learn: impl FnOnce(&mut Batch),
    ) -> Result<bool, Error> {
        if !matches!(outcome, Ok(Step::SignedIn(_))) {
            return self.commit_outcome(batch, outcome.is_ok()).await;
        }
        let needs_no_write = batch.is_empty();
        learn(&mut batch);
        if needs_no_write { self.commit_if_room(batch).await } else { self.commit(batch).await }
    }
}
