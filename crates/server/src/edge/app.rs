//! State shared by all requests of the edge.

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use domain::Uuids;
use pools::Asker;

use super::access_keys::AccessKeys;
use super::metrics::Metrics;
use super::per_thread::PerThread;
use super::readiness::Readiness;
use super::waits::Waits;
use super::wrong_signatures::WrongSignatures;
use crate::net::Budget;
use crate::net::Network;

/// The region of unauthenticated operations in a server that serves any region.
pub const DEFAULT_REGION: &str = "us-east-1";

/// The rules that apply at the edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EdgeMode {
    /// A developer's machine or a CI job: Host and Origin rules, the inbox; any AWS credentials are
    /// accepted while the server has no access keys.
    Dev {
        /// Host names accepted besides the loopback ones, lower case, without a port.
        hosts: Vec<String>,
    },
    /// Production: every signature is verified, no inbox.
    Serve {
        /// Proxies trusted to report the host that the client signed (`X-Forwarded-Host`) and the
        /// client's address (`X-Forwarded-For`).
        trusted_proxies: Vec<Network>,
        /// Client addresses exempt from rate limits: servers that sign their users in themselves.
        unlimited: Vec<Network>,
    },
}

impl EdgeMode {
    /// Whether requests from this address are exempt from rate limits.
    pub(crate) fn is_unlimited(&self, address: IpAddr) -> bool {
        match self {
            Self::Dev { .. } => false,
            // A proxy's own address represents clients that it did not report.
            Self::Serve { unlimited, trusted_proxies } => {
                let is_in =
                    |networks: &[Network]| networks.iter().any(|network| network.contains(address));
                is_in(unlimited) && !is_in(trusted_proxies)
            }
        }
    }
}

/// Memory for all request bodies that arrive in pieces, in bytes.
const BODY_BYTES: usize = 64 * 1024 * 1024;

/// The state behind the router.
pub struct App {
    /// The identity server.
    pub server: Arc<pools::Server>,
    /// The rules that apply at the edge.
    pub mode: EdgeMode,
    /// The access keys whose signatures are accepted.
    pub access_keys: AccessKeys,
    /// Counts of requests.
    pub metrics: Metrics,
    /// The memory of request bodies.
    pub(crate) bodies: Budget,
    /// Counts of wrong signatures.
    pub(crate) wrong_signatures: WrongSignatures,
    /// Whether the store answers.
    pub(crate) readiness: Readiness,
    waits: RwLock<Waits>,
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
            wrong_signatures: WrongSignatures::default(),
            readiness: Readiness::default(),
            waits: RwLock::default(),
            request_ids,
            stopping,
        })
    }

    /// A new request id.
    pub(crate) fn new_request_id(&self) -> String {
        self.request_ids.own().next(&self.server.rng)
    }

    /// Limits what waits for the store, so that some of this many connections stay free.
    pub(crate) fn limit_waits(&self, connections: usize) {
        *self.waits.write().unwrap_or_else(PoisonError::into_inner) = Waits::new(connections);
    }

    /// How many requests may wait for the store.
    pub(crate) fn waits(&self) -> RwLockReadGuard<'_, Waits> {
        self.waits.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the rules of `dev` apply.
    pub fn is_dev(&self) -> bool {
        matches!(self.mode, EdgeMode::Dev { .. })
    }

    /// Who has ids looked up in a request from this address: one that the operator exempts from
    /// rates counts for nothing.
    pub(crate) fn asker(&self, address: Option<IpAddr>) -> Asker {
        Asker::Client(address.filter(|address| !self.mode.is_unlimited(*address)))
    }

    /// Whether signatures are not verified at all: `dev` without an access key, never `serve`.
    pub fn accepts_any_credentials(&self) -> bool {
        self.is_dev() && self.access_keys.is_empty()
    }

    /// The regions served; `None` for any.
    pub fn regions(&self) -> Option<&[String]> {
        self.server.settings.regions.as_deref()
    }

    /// The region of operations that name none.
    pub fn default_region(&self) -> &str {
        self.regions().and_then(<[String]>::first).map_or(DEFAULT_REGION, String::as_str)
    }

    /// From now on `/_poolkeeper/ready` answers 503, so that a load balancer sends nothing more.
    pub fn begin_stop(&self) {
        self.stopping.store(true, Ordering::Release);
    }

    /// Whether the server is stopping.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Acquire)
    }
}
