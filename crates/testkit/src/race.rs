//! Concurrent tasks.

use std::future::Future;
use std::sync::Arc;

use tokio::sync::Barrier;

/// Runs `task` this many times concurrently and returns the results in order. All start at the same
/// moment; the test needs a multi-threaded runtime.
///
/// # Panics
/// If a task panics.
pub async fn race<T, F>(tasks: usize, task: impl Fn(usize) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let barrier = Arc::new(Barrier::new(tasks));
    let spawn = |number| {
        let (barrier, task) = (Arc::clone(&barrier), task(number));
        tokio::spawn(async move {
            barrier.wait().await;
            task.await
        })
    };
    let running: Vec<_> = (0..tasks).map(spawn).collect();
    let mut answers = Vec::with_capacity(tasks);
    for one in running {
        answers.push(one.await.expect("a task that does not panic"));
    }
    answers
}
