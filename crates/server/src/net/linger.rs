//! A lingering close. An answer sent before the whole request was read (too large, too many
//! headers) would be lost: closing a socket with unread bytes makes the system reset the
//! connection, and the reset overtakes the answer. So after the last byte is written, what the
//! client still sends is read and discarded for a while.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// How long the client may go on sending, or stay idle.
const MAX_TIME: Duration = Duration::from_secs(2);
/// Maximum number of bytes that are discarded.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// A connection that lingers when it is closed.
pub(crate) struct Linger<S> {
    inner: S,
    /// Set while the server stops: idle connections then close at once.
    hurry: Arc<AtomicBool>,
    closing: Option<Closing>,
}

struct Closing {
    deadline: Pin<Box<Sleep>>,
    left: usize,
}

impl<S> Linger<S> {
    pub(crate) fn new(inner: S, hurry: Arc<AtomicBool>) -> Self {
        Self { inner, hurry, closing: None }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Linger<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(cx, buf)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Linger<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        if this.closing.is_none() {
            ready!(Pin::new(&mut this.inner).poll_shutdown(cx))?;
        }
        if this.hurry.load(Ordering::Relaxed) {
            return Poll::Ready(Ok(()));
        }
        let closing = this.closing.get_or_insert_with(|| Closing {
            deadline: Box::pin(sleep(MAX_TIME)),
            left: MAX_BYTES,
        });
        closing.poll_discard(&mut this.inner, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }
}

impl Closing {
    fn poll_discard<S: AsyncRead + Unpin>(
        &mut self,
        inner: &mut S,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<()>> {
        let mut scratch = [0; 8192];
        while self.left > 0 && self.deadline.as_mut().poll(cx).is_pending() {
            let mut buf = ReadBuf::new(&mut scratch);
            ready!(Pin::new(&mut *inner).poll_read(cx, &mut buf))?;
            if buf.filled().is_empty() {
                break;
            }
            self.left = self.left.saturating_sub(buf.filled().len());
        }
        Poll::Ready(Ok(()))
    }
}
