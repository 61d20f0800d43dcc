//! Server settings.

use std::fmt::Write as _;

/// Settings of a server. The default trades durability for speed: nothing is synced, which only
/// matters if the whole machine fails, not if the server's processes are killed.
#[derive(Debug, Clone, Default)]
pub struct Config {
    durable: bool,
    settings: Vec<(String, String)>,
}

impl Config {
    /// Syncs like a production server.
    #[must_use]
    pub fn durable(mut self) -> Self {
        self.durable = true;
        self
    }

    /// Sets a server parameter, such as `idle_session_timeout`.
    #[must_use]
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The complete `postgresql.conf`.
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
            // Files in the data folder, removed with it. The alternatives would leave shared memory
            // behind after a kill.
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
