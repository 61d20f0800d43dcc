//! The network: the accept loop, connection slots, slow clients, and the memory of request bodies.
//! Nothing here knows what a request asks for.

mod budget;
mod linger;
mod listen;
pub mod open_files;
mod peer;
mod slots;
mod slow_reader;

pub(crate) use budget::{Budget, GivenUp, Share};
pub(crate) use listen::{Handler, serve};
pub use outbound::{Network, NotANetwork};
pub use peer::{Peer, is_loopback};
pub(crate) use slots::Work;
