//! Bounds what a slow or greedy client costs: a deadline for taking an answer, and small reads. A
//! client that sends requests and never reads would keep its answers in memory indefinitely. One
//! that sends a lot at once would make hyper keep a large read buffer while it waits for the rest.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, ReadBuf, Take};
use tokio::time::{Sleep, sleep};

/// How long a client may take to read what is written, counted from the first write that has to
/// wait.
const MAX_TIME: Duration = Duration::from_secs(30);

/// Maximum size of a read, in bytes: hyper's read buffer has 8 KiB and grows when a read fills it.
const READ_BYTES: u64 = 8 * 1024 - 1;

/// A connection that fails when its client does not read in time.
pub(crate) struct SlowReader<S> {
    inner: Take<S>,
    deadline: Option<Pin<Box<Sleep>>>,
}

impl<S: AsyncRead> SlowReader<S> {
    pub(crate) fn new(inner: S) -> Self {
        Self { inner: inner.take(READ_BYTES), deadline: None }
    }

    /// The outcome of a write, or a timeout if it has been pending for too long.
    fn in_time<T>(
        &mut self,
        written: Poll<io::Result<T>>,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<T>> {
        if written.is_pending() {
            let deadline = self.deadline.get_or_insert_with(|| Box::pin(sleep(MAX_TIME)));
            if deadline.as_mut().poll(cx).is_ready() {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
        }
        written
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for SlowReader<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.inner.set_limit(READ_BYTES);
        Pin::new(&mut self.inner).poll_read(cx, buf)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for SlowReader<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(self.inner.get_mut()).poll_write(cx, buf);
        self.in_time(written, cx)
    }

    /// hyper flushes once everything is written, so a client that reads a little now and then does
    /// not restart the deadline.
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(self.inner.get_mut()).poll_flush(cx);
        if flushed.is_ready() {
            self.deadline = None;
        }
        self.in_time(flushed, cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let shut = Pin::new(self.inner.get_mut()).poll_shutdown(cx);
        self.in_time(shut, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(self.inner.get_mut()).poll_write_vectored(cx, bufs);
        self.in_time(written, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.get_ref().is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
    use tokio::time::{advance, timeout};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn an_unread_answer_times_out() {
        let (client, server) = duplex(16);
        let mut server = SlowReader::new(server);
        let written = server.write_all(&[7; 17]).await;
        assert_eq!(written.unwrap_err().kind(), io::ErrorKind::TimedOut);
        drop(client);
    }

    #[tokio::test]
    async fn large_input_is_read_in_pieces() {
        let (mut client, server) = duplex(100_000);
        let mut server = SlowReader::new(server);
        client.write_all(&[7; 20_000]).await.unwrap();
        for expected in [8191, 8191, 3618] {
            assert_eq!(server.read(&mut [0; 32 * 1024]).await.unwrap(), expected);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn reading_a_little_now_and_then_is_not_enough() {
        let (mut client, server) = duplex(16);
        let mut server = SlowReader::new(server);
        let mut writing = Box::pin(server.write_all(&[7; 100]));
        for _ in 0..3 {
            assert!(timeout(MAX_TIME / 4, &mut writing).await.is_err());
            client.read_u8().await.unwrap();
        }
        assert_eq!(writing.await.unwrap_err().kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test(start_paused = true)]
    async fn the_deadline_restarts_with_each_answer() {
        let (mut client, server) = duplex(16);
        let mut server = SlowReader::new(server);
        for _ in 0..5 {
            let write = async {
                server.write_all(&[7; 32]).await.unwrap();
                server.flush().await.unwrap();
            };
            let read = async {
                advance(MAX_TIME / 2).await;
                client.read_exact(&mut [0; 32]).await.unwrap();
            };
            tokio::join!(write, read);
        }
    }
}
