//! Checks a valid configuration for unsafe or unusual settings.

use std::path::Path;

use domain::seal::MasterKeys;
use server::admin::outcome::{Check, State};
use server::config::{Config, ConfigError};
use server::net::is_loopback;
use store::Engine;

use super::places::{is_beside, others_may_write};

/// Reports an invalid configuration. The sentence itself says what to do.
pub(super) fn refused(error: &ConfigError) -> Check {
    Check {
        check: "configuration".to_owned(),
        state: State::Problem,
        says: error.to_string(),
        mend: None,
    }
}

/// All checks except those of the keys.
pub(super) fn checks(file: &Path, config: &Config) -> Vec<Check> {
    let mut checks = vec![match others_may_write(file) {
        true => Check::problem(
            "configuration",
            format!("users other than its owner can change {}", file.display()),
            format!("Run: chmod go-w {}", file.display()),
        ),
        false => Check::ok("configuration", format!("{} is valid", file.display())),
    }];
    checks.extend(of_server(config));
    checks.extend(of_database(config));
    checks
}

fn of_server(config: &Config) -> Vec<Check> {
    let server = &config.server;
    let mut checks = Vec::new();
    let is_near = is_loopback(server.listen.ip());
    if !is_near {
        checks.push(Check::warning(
            "server.listen",
            format!("{} is reachable from other machines without encryption", server.listen),
            "Put a TLS proxy in front, and let only the proxy reach this address.",
        ));
    }
    if server.public_url.starts_with("http:") {
        let says = format!("{} works on this machine only", server.public_url);
        let mend = "Set it to the https URL of the proxy in front, before there are users: it is \
            part of every token's issuer.";
        checks.push(Check::warning("server.public_url", says, mend));
    } else if config.counts_a_proxy_as_one_client() {
        let says =
            "it is empty: all clients behind the TLS proxy share the rate limits of one address";
        checks.push(Check::warning(
            "server.trusted_proxy",
            says,
            "List the addresses of the proxies.",
        ));
    }
    if server.trusted_proxy.iter().any(server::Network::is_everybody) {
        let says =
            "every client is trusted to state which host was signed and where a request came from";
        checks.push(Check::warning(
            "server.trusted_proxy",
            says,
            "List the addresses of the proxies.",
        ));
    }
    if let Some(listen) = server.metrics_listen.filter(|listen| !is_loopback(listen.ip())) {
        let says = format!("{listen} serves metrics to other machines without authentication");
        checks.push(Check::warning(
            "server.metrics_listen",
            says,
            "Restrict it to the metrics collector with a firewall.",
        ));
    }
    checks
}

fn of_database(config: &Config) -> Option<Check> {
    let Engine::Postgres(database) = &config.store.options.engine else { return None };
    database.is_in_clear().then(|| {
        let says = "the connection has no TLS: anyone on the network path can read profiles and \
            change data";
        Check::warning(
            "store.url",
            says,
            "Use sslmode=require, and store.tls_ca_file if you have your own CA.",
        )
    })
}

/// Lists the master keys and where each one comes from.
pub(super) fn keys(config: &Config, master: &MasterKeys) -> Vec<Check> {
    let sources = &config.keys.sources;
    let mut checks = Vec::new();
    for (at, (id, source)) in master.ids().zip(sources).enumerate() {
        let does = if at == 0 { "wraps and unwraps" } else { "unwraps" };
        checks.push(Check::ok("master keys", format!("{id} {does}, from {}", source.shown)));
        let folder = config.store.folder.as_deref();
        if let (Some(file), Some(folder)) = (&source.file, folder)
            && is_beside(file, folder)
        {
            checks.push(Check::warning(
                "master keys",
                format!(
                    "{} is stored next to the data it encrypts: a copy of the parent folder \
                     contains both",
                    file.display()
                ),
                "Keep the key elsewhere, or at least exclude it from backups of the data.",
            ));
        }
    }
    checks
}
