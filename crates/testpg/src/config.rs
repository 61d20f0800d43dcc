//! Settings of a server.

use std::fmt::Write as _;

/// How a server is set up. The default trades durability for speed: nothing is synced, which only
/// the loss of the whole machine would show, never the loss of the server's processes.
#[derive(Debug, Clone, Default)]
pub struct Config {
    durable: bool,
    settings: Vec<(String, String)>,
}

impl Config {
    /// Syncs as a server in production does.
    #[must_use]
    pub fn durable(mut self) -> Self {
        self.durable = true;
        self
    }

    /// Sets one of the server's parameters, such as `idle_session_timeout`.
    #[must_use]
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The whole of `postgresql.conf`.
    pub(crate) fn text(&self, name: &str, port: u16) -> String {
        let synced = if self.durable { "on" } else { "off" };
        let port = port.to_string();
        let ours = [
            ("cluster_name", name),
            ("listen_addresses", "127.0.0.1"),
            ("port", &port),
            ("unix_socket_directories", ""),
            ("max_connections", "300"),
            ("shared_buffers", "32MB"),
            // Files in the data folder, which go with it. Others would stay in the system's memory
            // after a kill.
            ("dynamic_shared_memory_type", "mmap"),
            ("fsync", synced),
            ("full_page_writes", synced),
            ("lc_messages", "C"),
            ("timezone", "UTC"),
            ("log_timezone", "UTC"),
            ("log_line_prefix", "%m [%p] %q%a "),
        ];
        let theirs = self.settings.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        ours.into_iter().chain(theirs).fold(String::new(), |mut text, (name, value)| {
            let _ = writeln!(text, "{name} = '{}'", value.replace('\'', "''"));
            text
        })
    }
}
