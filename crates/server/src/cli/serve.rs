//! `poolkeeper serve`: the server in production.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use server::admin::Audience;
use server::admin::Socket;
use server::config::Config;
use server::config::keys::KeySource;
use server::net::is_loopback;
use server::net::open_files;
use server::{App, EdgeMode};
use store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::place::server_of;
use super::signals::Signals;
use super::{Stop, data_folder};

/// Flags of `serve`.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The configuration file
    #[arg(long, value_name = "FILE", env = "POOLKEEPER_CONFIG")]
    config: PathBuf,
}

impl Serve {
    /// Runs the server until a signal.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let signals = Signals::listen()?;
        let config = Config::load(&self.config)?;
        let api = super::listen_on(config.server.listen, "server.listen").await?;
        let metrics = match config.server.metrics_listen {
            Some(address) => Some(super::listen_on(address, "server.metrics_listen").await?),
            None => None,
        };
        if let Some(folder) = &config.store.folder {
            data_folder::require_of_serve(folder)?;
            data_folder::make(folder)?;
        }
        let store = super::opened(&config.store).await?;
        let (folder, keys) = (config.store.folder.clone(), config.keys.sources.clone());
        let counts_a_proxy_as_one_client = config.counts_a_proxy_as_one_client();
        let connections = open_files::room_for(config.server.max_connections);
        let app = app(config, store)?;
        super::require_master_keys(
            &app,
            "add the right one to the master keys of the configuration",
        )
        .await?;
        let jobs = pools::jobs::spawn(&app.server);
        let socket =
            folder.and_then(|folder| Socket::open(&folder, &app.server, Audience::Operator));
        let address = |listener: &TcpListener| {
            listener.local_addr().map(|address| address.to_string()).unwrap_or_default()
        };
        tracing::info!(
            address = address(&api),
            metrics = metrics.as_ref().map(address),
            public_url = app.server.settings.public_url,
            version = env!("CARGO_PKG_VERSION"),
            "serving"
        );
        log_start(&app, &keys, &api);
        if counts_a_proxy_as_one_client {
            tracing::warn!(
                "server.trusted_proxy is empty: all clients behind a proxy, such as one for TLS, \
                 share the rate limits of one address; list the proxy in server.trusted_proxy"
            );
        }
        tracing::warn!(
            "messages are not delivered yet: codes and invitations stay in the database and \
             expire there"
        );
        serve_all(&app, (api, connections), metrics, signals).await;
        if let Some(socket) = socket {
            socket.close().await;
        }
        jobs.stop().await;
        app.server.shutdown().await;
        tracing::info!("stopped");
        Ok(())
    }
}

/// Logs the master keys, and warns if the listening address is unsafe.
fn log_start(app: &App, sources: &[KeySource], api: &TcpListener) {
    let uses = ["wraps and unwraps"].into_iter().chain(std::iter::repeat("unwraps"));
    for ((id, KeySource { shown, .. }), does) in app.server.master_key_ids().zip(sources).zip(uses)
    {
        tracing::info!(id, from = shown, does, "master key");
    }
    if api.local_addr().is_ok_and(|address| !is_loopback(address.ip())) {
        tracing::warn!(
            "other machines can reach the listening address without encryption: put a TLS proxy \
             in front, and let only the proxy reach it"
        );
    }
}

/// Serves the API, and metrics until the API has drained, so that draining can be observed.
async fn serve_all(
    app: &Arc<App>,
    (api, connections): (TcpListener, usize),
    metrics: Option<TcpListener>,
    signals: Signals,
) {
    let (done, mut is_done) = watch::channel(());
    let serve_api = async {
        server::serve_on(api, Arc::clone(app), connections, signals.stop()).await;
        drop(done);
    };
    let serve_metrics = async {
        if let Some(listener) = metrics {
            let stop = async {
                // Completes when the sender is dropped.
                let _ = is_done.changed().await;
            };
            server::serve_metrics_on(listener, Arc::clone(app), stop).await;
        }
    };
    tokio::join!(serve_api, serve_metrics);
}

fn app(config: Config, store: Store) -> Result<Arc<App>, Stop> {
    let server = server_of(&config, store)?;
    let mode = EdgeMode::Serve {
        trusted_proxies: config.server.trusted_proxy,
        unlimited: config.limits.unlimited_address,
    };
    Ok(App::new(server, mode, config.aws.access_keys))
}
