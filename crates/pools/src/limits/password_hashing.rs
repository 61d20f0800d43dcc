//! Computes argon2id on dedicated threads, for which the requests' client addresses take turns.

use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use domain::credential::Argon2Memory;
use tokio::sync::oneshot;

use super::fair_queue::{FairQueue, Most, Pushed};
use crate::error::Error;
use crate::rates::client_of;
use crate::texts;

/// Most threads, whatever the machine: each keeps 19 MiB once used, so 608 MiB together.
const MOST_THREADS: usize = 32;
/// Computations that may wait for each thread: about half a second's work.
const QUEUED_PER_THREAD: usize = 32;

type Work = Box<dyn FnOnce(&mut Argon2Memory) + Send>;
/// A client address as rate limits count it; `None` for requests without one, which share a turn.
type Client = Option<IpAddr>;

/// The threads and what waits for them.
pub(crate) struct PasswordHashing(Arc<Shared>);

struct Shared {
    queue: Mutex<Queue>,
    /// Notified when there is work, or the server has ended.
    changed: Condvar,
}

struct Queue {
    waiting: FairQueue<Client, Work>,
    has_ended: bool,
}

impl PasswordHashing {
    /// Starts this many threads, at least 1 and at most 32.
    pub(crate) fn start(threads: usize) -> io::Result<Self> {
        let threads = threads.clamp(1, MOST_THREADS);
        let total = threads * QUEUED_PER_THREAD;
        let waiting = FairQueue::new(Most { per_client: total / 2, total });
        let queue = Mutex::new(Queue { waiting, has_ended: false });
        let hashing = Self(Arc::new(Shared { queue, changed: Condvar::new() }));
        for number in 0..threads {
            let shared = Arc::clone(&hashing.0);
            thread::Builder::new().name(format!("argon2-{number}")).spawn(move || {
                let mut memory = Argon2Memory::new();
                while let Some(work) = shared.next() {
                    work(&mut memory);
                }
            })?;
        }
        Ok(hashing)
    }

    /// Runs memory-hard work on one of the threads, on behalf of a client address.
    ///
    /// # Errors
    /// `TooManyRequestsException` when too much work of this address is waiting; when the queue is
    /// full, for the newest work of the address with the most, at once or later.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        address: Option<IpAddr>,
        work: impl FnOnce(&mut Argon2Memory) -> T + Send + 'static,
    ) -> Result<T, Error> {
        let (answer, answered) = oneshot::channel();
        let work: Work = Box::new(move |memory| {
            // Nobody waits for the answer of a request that was cancelled.
            if !answer.is_closed() {
                let _ = answer.send(work(memory));
            }
        });
        let pushed = self.0.lock().waiting.push(address.map(client_of), work);
        match pushed {
            Pushed::Queued => self.0.changed.notify_one(),
            // Dropping work ends its wait without an answer. There is as much as before.
            Pushed::InsteadOf(refused) | Pushed::Refused(refused) => drop(refused),
        }
        answered.await.map_err(|_| texts::too_many_requests())
    }
}

impl Shared {
    /// Waits for work; `None` when the server has ended and nothing is left to do.
    fn next(&self) -> Option<Work> {
        let is_idle = |queue: &mut Queue| queue.waiting.is_empty() && !queue.has_ended;
        let queue = self.changed.wait_while(self.lock(), is_idle);
        queue.unwrap_or_else(PoisonError::into_inner).waiting.pop()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for PasswordHashing {
    fn drop(&mut self) {
        self.0.lock().has_ended = true;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::pin::Pin;
    use std::sync::mpsc;
    use std::task::Poll;

    use super::*;

    /// One thread: 32 may wait, 16 of one address.
    const QUEUED: usize = QUEUED_PER_THREAD;

    /// Hashing whose only thread is busy until the sender is dropped.
    async fn busy() -> (Arc<PasswordHashing>, mpsc::Sender<()>) {
        let hashing = Arc::new(PasswordHashing::start(1).unwrap());
        let (end, ended) = mpsc::channel::<()>();
        let (begin, begun) = oneshot::channel();
        let (at, work) = (Arc::clone(&hashing), move |_: &mut Argon2Memory| {
            begin.send(()).unwrap();
            let _ = ended.recv();
        });
        tokio::spawn(async move { at.run(None, work).await.map(drop) });
        begun.await.unwrap();
        (hashing, end)
    }

    /// Lets a request get as far as its place in the queue. Its answer if it has one already.
    async fn enqueue<F: Future>(request: &mut Pin<Box<F>>) -> Option<F::Output> {
        match poll_fn(|context| Poll::Ready(request.as_mut().poll(context))).await {
            Poll::Ready(answer) => Some(answer),
            Poll::Pending => None,
        }
    }

    /// The computations of addresses, which come in this order, in the order in which they were
    /// done; and the addresses whose computations were refused.
    async fn outcome(addresses: &[&'static str]) -> (Vec<&'static str>, Vec<&'static str>) {
        let (hashing, end) = busy().await;
        let done: Arc<Mutex<Vec<&str>>> = Arc::default();
        let mut requests = Vec::new();
        for &address in addresses {
            let list = Arc::clone(&done);
            let work = move |_: &mut Argon2Memory| list.lock().unwrap().push(address);
            let mut request = Box::pin(hashing.run(Some(address.parse().unwrap()), work));
            let answer = enqueue(&mut request).await;
            requests.push((address, request, answer));
        }
        drop(end);
        let mut refused = Vec::new();
        for (address, request, answer) in requests {
            let answer = match answer {
                Some(answer) => answer,
                None => request.await,
            };
            if answer.is_err() {
                refused.push(address);
            }
        }
        let done = done.lock().unwrap().clone();
        (done, refused)
    }

    #[tokio::test]
    async fn an_address_that_floods_does_not_keep_others_out() {
        let flood = ["203.0.113.9"; 500];
        let (done, refused) =
            outcome(&[&flood[..], &["198.51.100.1", "198.51.100.2"]].concat()).await;
        assert_eq!(done.len(), QUEUED / 2 + 2);
        assert_eq!(done[..4], ["203.0.113.9", "198.51.100.1", "198.51.100.2", "203.0.113.9"]);
        assert_eq!(refused.len(), 500 - QUEUED / 2);
        assert!(refused.iter().all(|who| *who == flood[0]));
    }

    #[tokio::test]
    async fn two_addresses_that_flood_do_not_keep_a_third_out() {
        let flood = [["203.0.113.9"; 100], ["203.0.113.10"; 100]].concat();
        let (done, refused) = outcome(&[&flood[..], &["198.51.100.1"]].concat()).await;
        assert_eq!(done.len(), QUEUED);
        assert_eq!(done[2], "198.51.100.1");
        assert!(!refused.contains(&"198.51.100.1"));
    }

    #[tokio::test]
    async fn a_network_of_ipv6_is_one_address() {
        let flood: Vec<&'static str> = (0..QUEUED)
            .map(|host| -> &'static str { Box::leak(format!("2001:db8::{host:x}").into()) })
            .collect();
        let (done, refused) = outcome(&[&flood[..], &["2001:db8:0:1::1"]].concat()).await;
        assert_eq!(done[1], "2001:db8:0:1::1");
        assert_eq!((done.len(), refused.len()), (QUEUED / 2 + 1, QUEUED / 2));
    }

    #[tokio::test]
    async fn the_work_of_a_cancelled_request_is_skipped() {
        let (hashing, end) = busy().await;
        let (is_done, skipped) = oneshot::channel();
        let work = move |_: &mut Argon2Memory| is_done.send(());
        let mut cancelled = Box::pin(hashing.run(None, work));
        assert!(enqueue(&mut cancelled).await.is_none());
        drop(cancelled);
        drop(end);
        assert!(hashing.run(None, |_| true).await.is_ok_and(|done| done));
        assert!(skipped.await.is_err());
    }
}
