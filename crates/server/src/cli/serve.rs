//! `poolkeeper serve`: production.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::Stop;
use super::place::server_of;
use super::signals::Signals;
use crate::admin::socket::Socket;
use crate::app::{App, EdgeMode};
use crate::config::Config;
use crate::listen::serve_metrics;
use crate::open_files;
use crate::router::metrics_router;

/// Flags of `serve`.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The configuration file
    #[arg(long, value_name = "FILE", env = "POOLKEEPER_CONFIG")]
    config: PathBuf,
}

impl Serve {
    /// Runs until a signal.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let signals = Signals::listen()?;
        let config = Config::load(&self.config)?;
        let api = super::listen_on(config.server.listen).await?;
        let metrics = match config.server.metrics_listen {
            Some(address) => Some(super::listen_on(address).await?),
            None => None,
        };
        if let Some(folder) = &config.store.folder {
            super::data_folder::make(folder)?;
        }
        let store = super::opened(&config.store).await?;
        let folder = config.store.folder.clone();
        let connections = open_files::room_for(config.server.max_connections);
        let app = app(config, store)?;
        super::require_master_keys(&app).await?;
        let jobs = operations::spawn_jobs(&app.server);
        let socket = folder.and_then(|folder| Socket::open(&folder, &app.server));
        let address = |listener: &TcpListener| listener.local_addr().map(|address| address.to_string()).unwrap_or_default();
        tracing::info!(
            address = address(&api),
            metrics = metrics.as_ref().map(address),
            public_url = app.server.settings.public_url,
            version = env!("CARGO_PKG_VERSION"),
            "serving"
        );
        tracing::warn!("no message is delivered yet: codes and invitations wait in the database and are forgotten there");
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

/// Serves the API, and metrics until the API is done, so that draining can be watched.
async fn serve_all(app: &Arc<App>, (api, connections): (TcpListener, usize), metrics: Option<TcpListener>, signals: Signals) {
    let (done, mut is_done) = watch::channel(());
    let serve_api = async {
        crate::serve_on(api, Arc::clone(app), connections, signals.stop()).await;
        drop(done);
    };
    let serve_metrics = async {
        if let Some(listener) = metrics {
            let stop = async {
                // Ready when the sender is gone.
                let _ = is_done.changed().await;
            };
            serve_metrics(listener, metrics_router(Arc::clone(app)), stop).await;
        }
    };
    tokio::join!(serve_api, serve_metrics);
}

fn app(config: Config, store: Store) -> Result<Arc<App>, Stop> {
    let server = server_of(&config, store)?;
    let mode = EdgeMode::Serve { trusted_proxies: config.server.trusted_proxies };
    Ok(App::new(server, mode, config.aws.access_keys))
}
