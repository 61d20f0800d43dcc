//! What every request of the edge shares.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::Uuids;

use super::access_keys::AccessKeys;
use super::metrics::Metrics;
use super::per_thread::PerThread;
use crate::net::Budget;
use crate::net::Network;

/// The region of operations without authentication in a server that serves any.
pub const DEFAULT_REGION: &str = "us-east-1";

/// Which rules hold at the edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EdgeMode {
    /// A developer's machine or a CI job: Host and Origin rules, the inbox; any AWS credentials are
    /// good while the server has no access keys.
    Dev {
        /// Host names accepted beside the loopback ones, lower case, without a port.
        hosts: Vec<String>,
    },
    /// Production: every signature is verified, no inbox.
    Serve {
        /// Proxies whose `X-Forwarded-Host` is believed to be the host the client signed, and whose
        /// `X-Forwarded-For` the client's address.
        trusted_proxies: Vec<Network>,
        /// Client addresses whose requests are not counted: servers that sign their users in
        /// themselves.
        unlimited: Vec<Network>,
    },
}

impl EdgeMode {
    /// Whether requests from this address are not counted.
    pub(crate) fn is_unlimited(&self, address: IpAddr) -> bool {
        match self {
            Self::Dev { .. } => false,
            // A proxy's own address stands for clients that it did not tell of.
            Self::Serve { unlimited, trusted_proxies } => {
                let is_in =
                    |networks: &[Network]| networks.iter().any(|network| network.contains(address));
                is_in(unlimited) && !is_in(trusted_proxies)
            }
        }
    }
}

/// What request bodies that come in piece by piece may take together.
const BODY_BYTES: usize = 64 * 1024 * 1024;

/// The state behind the router.
pub struct App {
    /// The identity server.
    pub server: Arc<pools::Server>,
    /// The rules of the edge.
    pub mode: EdgeMode,
    /// The access keys whose signatures are good.
    pub access_keys: AccessKeys,
    /// Counts of requests.
    pub metrics: Metrics,
    /// What request bodies take together.
    pub(crate) bodies: Budget,
    request_ids: PerThread<Uuids>,
    stopping: AtomicBool,
}

impl App {
    /// An app around a running server.
    pub fn new(server: Arc<pools::Server>, mode: EdgeMode, access_keys: AccessKeys) -> Arc<Self> {
        let (metrics, request_ids, stopping) =
            (Metrics::default(), PerThread::default(), AtomicBool::new(false));
        Arc::new(Self {
            server,
            mode,
            access_keys,
            metrics,
            bodies: Budget::new(BODY_BYTES),
            request_ids,
            stopping,
        })
    }

    /// An id for a request.
    pub(crate) fn new_request_id(&self) -> String {
        self.request_ids.own().next(&self.server.rng)
    }

    /// Whether the developer's rules hold.
    pub fn is_dev(&self) -> bool {
        matches!(self.mode, EdgeMode::Dev { .. })
    }

    /// Whether signatures are not verified at all: `dev` without an access key, never `serve`.
    pub fn accepts_any_credentials(&self) -> bool {
        self.is_dev() && self.access_keys.is_empty()
    }

    /// The regions served; `None`: any.
    pub fn regions(&self) -> Option<&[String]> {
        self.server.settings.regions.as_deref()
    }

    /// The region of operations that carry none.
    pub fn default_region(&self) -> &str {
        self.regions().and_then(<[String]>::first).map_or(DEFAULT_REGION, String::as_str)
    }

    /// From now on `/_poolkeeper/ready` answers 503, so that a balancer sends nothing more.
    pub fn begin_stop(&self) {
        self.stopping.store(true, Ordering::Release);
    }

    /// Whether the server is about to stop.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Acquire)
    }
}
