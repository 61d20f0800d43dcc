//! Turns a panic in a handler into an answer instead of a lost connection.

use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;

/// The future panicked. The panic hook has its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Panicked;

/// Runs `future` until it ends or panics. The caller pins it: taken by value, it would be stored
/// and moved twice.
///
/// Shared state is safe to use afterwards: locks of the standard library are poisoned and recovered
/// where they are taken, and the store rolls back a transaction that was not committed.
pub(crate) async fn caught<F: Future>(mut future: Pin<&mut F>) -> Result<F::Output, Panicked> {
    poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
        Ok(poll) => poll.map(Ok),
        Err(_) => std::task::Poll::Ready(Err(Panicked)),
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::pin::pin;

    use super::*;

    #[tokio::test]
    async fn panics_become_errors_and_answers_pass_through() {
        assert_eq!(caught(pin!(async { 7 })).await, Ok(7));
        let panics = async {
            tokio::task::yield_now().await;
            panic!("on purpose")
        };
        assert_eq!(caught(pin!(panics)).await, Err::<(), _>(Panicked));
    }
}
