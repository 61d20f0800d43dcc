//! Pipelining: several requests on one connection, sent together and answered in order.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

/// A request; polling it for the first time sends it.
pub(super) type Request<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends all requests in order, in one go, and waits for every answer.
pub(super) async fn all<T>(mut requests: Vec<Request<'_, T>>) -> Vec<T> {
    let mut answers: Vec<Option<T>> = requests.iter().map(|_| None).collect();
    let mut answered = 0;
    poll_fn(|context| {
        // Answers come in order, but every request must be polled once, because that sends it.
        let pending = answers.iter_mut().zip(&mut requests).skip(answered);
        for (answer, request) in pending {
            if answer.is_none()
                && let Poll::Ready(outcome) = request.as_mut().poll(context)
            {
                *answer = Some(outcome);
            }
        }
        answered += answers.iter().skip(answered).take_while(|answer| answer.is_some()).count();
        if answered == answers.len() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    answers.into_iter().flatten().collect()
}
