//! Chooses ports for servers.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::net::{Ipv4Addr, TcpListener};

/// A port that was free a moment ago. It lies below the range from which systems choose ports for
/// outgoing connections, so a server that was down finds it free when it restarts.
pub(crate) fn free() -> u16 {
    const FIRST: u64 = 15_000;
    const COUNT: u64 = 17_000;
    for _ in 0..1_000 {
        let random = RandomState::new().build_hasher().finish();
        let port = u16::try_from(FIRST + random % COUNT).expect("below 32,000");
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return port;
        }
    }
    panic!("no free port below 32,000");
}
