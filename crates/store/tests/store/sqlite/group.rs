//! Batches in one transaction run in the order in which they were sent.

use std::sync::Arc;

use crate::contract::groups::{Gate, together};
use crate::fixtures::*;
use crate::place::{Place, SqliteFolder};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn batches_of_a_group_see_each_other() {
    let place = SqliteFolder::new();
    let gate = Arc::new(Gate::default());
    let store = place.open_with(gate.clone());
    let mut row = attempts("p", "s", 9);
    let mut batches = Vec::new();
    let mut previous = None;
    for count in 0..30 {
        row.count = count;
        let mut batch = batch();
        batch.put(&row, previous);
        previous = Some(batch.rev());
        batches.push(batch);
    }
    let verdicts = together(&store, &gate, batches).await;
    assert!(verdicts.iter().all(Result::is_ok));
    assert_eq!(stored(&store, &row).await.expect("the row").count, 29);
}
