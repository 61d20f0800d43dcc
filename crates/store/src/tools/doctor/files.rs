//! The database finds nothing wrong with its own files.

use super::Outcome;
use crate::store::Store;

pub(super) async fn check(store: &Store) -> Outcome {
    store.check_files().await
}
