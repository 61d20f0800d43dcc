//! A load that only waits, so that whatever is measured next to it has the same neighbour as the
//! server.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use super::{Connection, pause};
use crate::machine::pin_this_thread;

/// Connections polled in turn, as by the load.
const CONNECTIONS: usize = 8;

/// A thread that spins on these cores until dropped. Two virtual cores may be halves of one real
/// core, each a third slower while both are busy.
pub(crate) struct Neighbour {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Neighbour {
    /// Starts it.
    pub(crate) fn start(cores: &str) -> Result<Self, String> {
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| error.to_string())?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let open = |_| Connection::open(address, false);
        let mut connections = (0..CONNECTIONS).map(open).collect::<Result<Vec<_>, _>>()?;
        let (stop, cores) = (Arc::new(AtomicBool::new(false)), cores.to_owned());
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            // Never accepted from; kept so that the connections stay open.
            let _listener = listener;
            pin_this_thread(&cores);
            while !stopped.load(Ordering::Relaxed) {
                for connection in &mut connections {
                    // Nothing ever arrives.
                    let _ = connection.receive();
                }
                pause();
            }
        });
        Ok(Self { stop, thread: Some(thread) })
    }
}

impl Drop for Neighbour {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // The thread does not panic, and if it did there would be nothing to undo.
            let _ = thread.join();
        }
    }
}
