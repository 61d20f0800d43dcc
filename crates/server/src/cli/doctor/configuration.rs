//! What is unsafe or odd in a configuration that is accepted.

use std::path::Path;

use domain::seal::MasterKeys;
use server::admin::outcome::{Check, State};
use server::config::{Config, ConfigError};
use server::net::is_loopback;
use store::Engine;

use super::places::{is_beside, others_may_write};

/// The check of a configuration that is not accepted: its sentence says what to do.
pub(super) fn refused(error: &ConfigError) -> Check {
    Check {
        check: "configuration".to_owned(),
        state: State::Problem,
        says: error.to_string(),
        mend: None,
    }
}

/// Everything but the keys.
pub(super) fn checks(file: &Path, config: &Config) -> Vec<Check> {
    let mut checks = vec![match others_may_write(file) {
        true => Check::problem(
            "configuration",
            format!("others than its owner may change {}", file.display()),
            format!("Run: chmod go-w {}", file.display()),
        ),
        false => Check::ok("configuration", format!("{} is accepted", file.display())),
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
            format!("{} is reached from other machines, in clear", server.listen),
            "Put TLS in front, and let nobody but the proxy reach this address.",
        ));
    }
    if server.public_url.starts_with("http:") {
        let says = format!("{} is for this machine alone", server.public_url);
        let mend = "Give the https address of the proxy in front; before there are users, for it is part of every token's issuer.";
        checks.push(Check::warning("server.public_url", says, mend));
    } else if config.counts_a_proxy_as_one_client() {
        let says =
            "it is empty: all clients of the proxy that brings TLS are limited as one address";
        checks.push(Check::warning(
            "server.trusted_proxy",
            says,
            "List the addresses of the proxies.",
        ));
    }
    if server.trusted_proxy.iter().any(server::Network::is_everybody) {
        let says =
            "everybody is trusted to say which host was signed and where a request came from";
        checks.push(Check::warning(
            "server.trusted_proxy",
            says,
            "List the addresses of the proxies.",
        ));
    }
    if let Some(listen) = server.metrics_listen.filter(|listen| !is_loopback(listen.ip())) {
        let says = format!("{listen} shows metrics to other machines, without asking who they are");
        checks.push(Check::warning(
            "server.metrics_listen",
            says,
            "Let a firewall admit the collector alone.",
        ));
    }
    checks
}

fn of_database(config: &Config) -> Option<Check> {
    let Engine::Postgres(database) = &config.store.options.engine else { return None };
    database.is_in_clear().then(|| {
        let says = "the connection has no TLS: who can read the network reads profiles, and may change what is written";
        Check::warning("store.url", says, "Use sslmode=require, with store.tls_ca_file for a certificate of your own.")
    })
}

/// Which key is which, and where each lies.
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
                    "{} lies beside the data that it seals: a copy of the folder above has both",
                    file.display()
                ),
                "Keep the key elsewhere, or at least leave it out of the backups of the data.",
            ));
        }
    }
    checks
}
