use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker, ready};

use hyper::body::Frame;
use tokio::time::{Sleep, sleep};

use super::*;

const KIB: usize = 1024;

/// A body of which this many bytes arrive after this many seconds, repeatedly; it ends with the
/// last piece, or never.
struct Paced {
    pieces: VecDeque<(u64, usize)>,
    pause: Option<Pin<Box<Sleep>>>,
    is_endless: bool,
}

fn paced(pieces: &[(u64, usize)], is_endless: bool) -> Body {
    Body::new(Paced { pieces: pieces.iter().copied().collect(), pause: None, is_endless })
}

impl HttpBody for Paced {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let Some((seconds, bytes)) = self.pieces.front().copied() else {
            return if self.is_endless { Poll::Pending } else { Poll::Ready(None) };
        };
        if seconds > 0 {
            let pause =
                self.pause.get_or_insert_with(|| Box::pin(sleep(Duration::from_secs(seconds))));
            ready!(pause.as_mut().poll(cx));
        }
        self.pause = None;
        self.pieces.pop_front();
        Poll::Ready(Some(Ok(Frame::data(vec![7; bytes].into()))))
    }
}

fn client(number: u8) -> IpAddr {
    [198, 51, 100, number].into()
}

async fn read_with(
    body: Body,
    declared: usize,
    from: u8,
    budget: &Budget,
) -> Result<usize, Refused> {
    let mut headers =
        HeaderMap::from_iter([(CONTENT_LENGTH, declared.to_string().parse().unwrap())]);
    read(&mut headers, body, client(from), budget, Bound::WHOLE)
        .await
        .map(|whole| whole.bytes.len())
}

#[tokio::test]
async fn a_body_in_one_piece_is_not_copied() {
    let sent = Bytes::from_static(b"{}");
    let (mut headers, body) = (HeaderMap::new(), Body::from(sent.clone()));
    let whole = read(&mut headers, body, client(1), &Budget::new(0), Bound::WHOLE).await.unwrap();
    assert_eq!(whole.bytes.as_ptr(), sent.as_ptr());
}

#[tokio::test(start_paused = true)]
async fn large_bodies_must_keep_a_pace() {
    let drip = [[(0, 33 * KIB)].as_slice(), &[(1, 1); 20]].concat();
    let steady = [[(0, 40 * KIB)].as_slice(), &[(4, 16 * KIB); 6]].concat();
    let too_long = [steady.as_slice(), &[(4, 16 * KIB); 2]].concat();
    for (pieces, is_read) in [
        (steady.as_slice(), true),
        (&[(0, 40 * KIB), (6, 16 * KIB)], false),
        (&[(0, 40 * KIB), (4, KIB), (4, KIB)], false),
        (&[(3, 40 * KIB), (4, 30 * KIB), (4, KIB)], true),
        (drip.as_slice(), false),
        // Smaller ones have all of their time.
        (&[(0, 20 * KIB), (29, 8 * KIB)], true),
        (&[(0, 20 * KIB), (31, 8 * KIB)], false),
        (&[(31, KIB)], false),
        // Nobody gets more time, whatever the pace.
        (too_long.as_slice(), false),
    ] {
        let length = pieces.iter().map(|(_, bytes)| bytes).sum();
        let read = read_with(paced(pieces, false), length, 1, &Budget::new(KIB * KIB)).await;
        assert_eq!(read, if is_read { Ok(length) } else { Err(Refused::too_slow()) }, "{pieces:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn memory_grows_with_what_has_arrived() {
    for (bytes, declared, taken) in [
        (1, 900_000, 4 * KIB),
        (9 * KIB, 900_000, 16 * KIB),
        (9 * KIB, 10_000, 10_000),
        (600 * KIB, 900_000, 900_000),
        (600 * KIB, 1_048_576, KIB * KIB),
    ] {
        let budget = Budget::new(KIB * KIB);
        let mut reading = Box::pin(read_with(paced(&[(0, bytes)], true), declared, 1, &budget));
        assert!(reading.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        assert_eq!(budget.taken(), taken, "{bytes} of {declared}");
        assert_eq!(reading.await, Err(Refused::too_slow()));
        assert_eq!(budget.taken(), 0);
    }
}

/// Stalled bodies take the memory; another client's body is still read.
#[tokio::test(start_paused = true)]
async fn stalled_bodies_lock_nobody_out() {
    let budget = Budget::new(256 * KIB);
    let mut stalled: Vec<_> = (0..4)
        .map(|_| Box::pin(read_with(paced(&[(0, 60 * KIB)], true), 900_000, 1, &budget)))
        .collect();
    for reading in &mut stalled {
        assert!(reading.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    assert_eq!(budget.taken(), 256 * KIB);
    let honest =
        read_with(paced(&[(0, 50 * KIB), (1, 50 * KIB)], false), 100 * KIB, 2, &budget).await;
    assert_eq!(honest, Ok(100 * KIB));
    let given_up = Refused::from(GivenUp);
    assert_eq!(given_up.reason(), Some("its body was dropped to free memory"));
    let mut outcomes = Vec::new();
    for reading in stalled {
        outcomes.push(reading.await == Err(given_up.clone()));
    }
    // The two oldest made room; the others were then too slow.
    assert_eq!(outcomes, [true, true, false, false]);
}

#[tokio::test]
async fn bodies_over_the_limit_are_refused() {
    for pieces in [&[(0, MAX_BYTES + 1)][..], &[(0, MAX_BYTES), (0, 1)]] {
        let budget = Budget::new(2 * MAX_BYTES);
        let (mut headers, body) = (HeaderMap::new(), paced(pieces, false));
        let read = read(&mut headers, body, client(1), &budget, Bound::WHOLE).await;
        assert_eq!(read.err(), Some(Refused::too_large()));
    }
    let budget = Budget::new(2 * MAX_BYTES);
    assert_eq!(
        read_with(paced(&[], true), MAX_BYTES + 1, 1, &budget).await,
        Err(Refused::too_large())
    );
}

/// Its length may be declared or not, and it may arrive at once or in pieces.
#[tokio::test]
async fn of_a_refused_request_only_a_small_body_is_read() {
    let budget = Budget::new(1024 * KIB);
    let refused = Refused::rate_exceeded(wire::operation(wire::Service::Idp, "SignUp").unwrap());
    for (pieces, declared, is_read) in [
        ([64 * KIB, 0], true, true),
        ([32 * KIB, 32 * KIB], false, true),
        ([64 * KIB + 1, 0], false, false),
        ([32 * KIB, 32 * KIB + 1], false, false),
        ([0, 64 * KIB + 1], true, false),
    ] {
        let length = pieces.iter().sum::<usize>().to_string().parse().unwrap();
        let mut headers = HeaderMap::from_iter(declared.then_some((CONTENT_LENGTH, length)));
        let body = paced(&pieces.map(|bytes| (0, bytes)), false);
        let bound = Bound::of_refused(refused.clone());
        let whole = read(&mut headers, body, client(1), &budget, bound).await;
        let expected = if is_read { None } else { Some(refused.clone().unread()) };
        assert_eq!(whole.map(|_| ()).err(), expected, "{pieces:?}");
    }
}
