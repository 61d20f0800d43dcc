//! The limit on open files: each connection takes one, and a process that has none left can neither
//! accept connections nor write its database.

/// Files besides connections: the database, the log, connections to a database server.
const OTHERS: u64 = 256;

/// Raises the limit on open files to what this many connections need, as far as the system allows.
/// Returns how many connections fit.
#[cfg(unix)]
pub fn room_for(connections: usize) -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let wanted = u64::try_from(connections).unwrap_or(u64::MAX).saturating_add(OTHERS);
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let Some(allowed) = current else { return connections };
    if allowed >= wanted {
        return connections;
    }
    let raised = maximum.map_or(wanted, |maximum| maximum.min(wanted));
    let is_raised = raised > allowed
        && setrlimit(Resource::Nofile, Rlimit { current: Some(raised), maximum }).is_ok();
    let room = (if is_raised { raised } else { allowed }).saturating_sub(OTHERS).max(1);
    let room = usize::try_from(room).unwrap_or(usize::MAX);
    if room < connections {
        tracing::warn!(
            connections = room,
            wanted = connections,
            "server.max_connections is reduced: the system allows too few open files (ulimit -n)"
        );
    }
    room.min(connections)
}

/// Other systems have no such limit.
#[cfg(not(unix))]
pub fn room_for(connections: usize) -> usize {
    connections
}
