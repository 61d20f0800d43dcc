//! `poolkeeper dev`: the server on a developer's machine or in a CI job.

use std::net::{SocketAddr, ToSocketAddrs};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use clap::{Args, ValueEnum};
use domain::client::UnsetAttributes;
use domain::credential::AtRest;
use domain::{Clock, Rng};
use pools::{IssuerForm, Parts, Server, Settings};
use server::admin::Audience;
use server::admin::Socket;
use server::config::aws::{DEFAULT_ACCOUNT_ID, account_id};
use server::config::server::{MAX_CONNECTIONS, public_url};
use server::config::store::Place;
use server::dev::Pair;
use server::dev::first_pool::{self, Reached};
use server::host_rules::is_host;
use server::net::is_loopback;
use server::net::open_files;
use server::seed::{self, NotApplied, SeedFile, Seeded};
use server::sigv4::AccessKeys;
use server::{App, EdgeMode};
use tokio::net::TcpListener;

use super::signals::Signals;
use super::{Stop, access_key, data_folder, place, terminal};

/// Flags of `dev`.
#[derive(Debug, Args)]
pub(super) struct Dev {
    /// The address to listen on; port 0 picks a free port
    #[arg(long, default_value = "127.0.0.1:7665", value_name = "ADDRESS")]
    listen: String,
    /// The data folder, created if missing
    #[arg(long, default_value = "./poolkeeper-data", value_name = "FOLDER")]
    data: PathBuf,
    /// The URL at which clients reach the server, part of every token's issuer [default: http://
    /// and the address]
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// Verify every request signature against this access key; may be repeated
    #[arg(
        long,
        value_name = "ID:SECRET",
        env = "POOLKEEPER_ACCESS_KEY",
        hide_env_values = true,
        value_delimiter = ','
    )]
    access_key: Vec<String>,
    /// Do not create a first user pool
    #[arg(long)]
    empty: bool,
    /// Apply this seed file (YAML or JSON) instead of creating a first user pool; may be repeated
    #[arg(long, value_name = "FILE")]
    seed: Vec<PathBuf>,
    /// Use this code instead of random ones, for tests
    #[arg(long, value_name = "SIX_DIGITS")]
    fixed_code: Option<String>,
    /// The AWS account ID in ARNs
    #[arg(long, default_value = DEFAULT_ACCOUNT_ID, value_name = "TWELVE_DIGITS")]
    account_id: String,
    /// The issuer in tokens: this server's URL, or one in AWS's form
    #[arg(long, value_enum, default_value = "own")]
    issuer: Issuer,
    /// What app clients without ReadAttributes or WriteAttributes may read or write: the standard
    /// attributes, or all
    #[arg(long, value_enum, default_value = "standard")]
    unset_attributes: Unset,
    /// A host name to serve in addition to localhost; may be repeated
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,
    /// Bring the data of an older version up to date without a backup
    #[arg(long)]
    no_backup: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Unset {
    Standard,
    All,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Issuer {
    Aws,
    Own,
}

impl Dev {
    /// Runs the server until a signal.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let seeds = self.seeds()?;
        let signals = Signals::listen()?;
        let (listener, address) = bind(&self.listen).await?;
        let settings = self.settings(address)?;
        let rng = Rng::system();
        data_folder::require_of_dev(&self.data)?;
        data_folder::make(&self.data)?;
        let pairs = self.pairs(address, &rng)?;
        let app = self.app(settings, address, &pairs, rng).await?;
        let mend = format!(
            "put the right master.key into {}, or choose another folder with --data",
            self.data.display()
        );
        super::require_master_keys(&app, &mend).await?;
        let seeded = self.seeded(&app, &seeds).await?;
        let jobs = pools::jobs::spawn(&app.server);
        let socket = Socket::open(&self.data, &app.server, Audience::Developer);
        let reached =
            Reached { address, pair: pairs.first(), generated: self.access_key.is_empty() };
        let connections = open_files::room_for(MAX_CONNECTIONS);
        let served = server::serve_on(listener, Arc::clone(&app), connections, signals.stop());
        tokio::join!(served, self.welcome(&app, &reached, seeded));
        if let Some(socket) = socket {
            socket.close().await;
        }
        jobs.stop().await;
        app.server.shutdown().await;
        Ok(())
    }

    /// Reads and checks the seeds before anything is created.
    fn seeds(&self) -> Result<Vec<SeedFile>, Stop> {
        let seeds = self
            .seed
            .iter()
            .map(|path| seed::read(path))
            .collect::<Result<Vec<_>, _>>()
            .map_err(Stop::refused)?;
        seed::check(&seeds).map_err(Stop::refused)?;
        Ok(seeds)
    }

    /// Applies the seeds before the first client is served; `None` if there are none.
    async fn seeded(&self, app: &Arc<App>, seeds: &[SeedFile]) -> Result<Option<Seeded>, Stop> {
        if seeds.is_empty() {
            return Ok(None);
        }
        let is_stopped = Arc::new(AtomicBool::new(false));
        let listening = place::stop_at_signal(&is_stopped)?;
        let applied = seed::apply(&app.server, &self.data, seeds, &is_stopped).await;
        listening.abort();
        if applied.is_err() {
            app.server.shutdown().await;
        }
        applied.map(Some).map_err(|why| match why {
            NotApplied::Changed(_) => Stop::refused(why),
            _ => Stop::failed(why),
        })
    }

    /// Prints how to reach the server, and the pools of the seeds or the first pool, which is
    /// created unless `--empty` is set.
    async fn welcome(&self, app: &Arc<App>, reached: &Reached<'_>, seeded: Option<Seeded>) {
        if let Some(seeded) = seeded {
            return terminal::say(&seed::welcome(app, reached, &seeded).await);
        }
        let pool = if self.empty { Ok(None) } else { first_pool::find_or_create(app).await };
        match pool {
            Ok(pool) => terminal::say(&first_pool::welcome(app, reached, pool.as_ref())),
            Err(error) => {
                terminal::say(&first_pool::welcome(app, reached, None));
                terminal::complain(&format!("The first user pool could not be created: {error}."));
            }
        }
    }

    async fn app(
        &self,
        settings: Settings,
        address: SocketAddr,
        pairs: &[Pair],
        rng: Rng,
    ) -> Result<Arc<App>, Stop> {
        // The key comes first: opening the store creates a database, and the next start refuses a
        // database without its key.
        let master = data_folder::master_key(&self.data, &rng)?;
        let mut place = Place::folder(self.data.clone());
        place.options.sqlite.backup_before_migration = !self.no_backup;
        let store = super::opened(&place).await?;
        let parts = Parts {
            clock: Clock::system(),
            rng,
            store,
            master,
            settings,
            key_pairs: None,
            hashing_threads: super::place::hashing_threads(),
        };
        let server = Server::start(parts).map_err(|error| Stop::failed(format!("{error}.")))?;
        let keys = AccessKeys::new(pairs.iter().map(Pair::access_key).collect());
        Ok(App::new(server, EdgeMode::Dev { hosts: self.hosts(address) }, keys))
    }

    fn settings(&self, address: SocketAddr) -> Result<Settings, Stop> {
        let is_code =
            |code: &String| code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
        if self.fixed_code.as_ref().is_some_and(|code| !is_code(code)) {
            return Err(Stop::refused("--fixed-code must be six digits, such as 123456."));
        }
        if let Some(host) = self.host.iter().find(|host| !is_host(host)) {
            let shown = host.escape_debug();
            return Err(Stop::refused(format!(
                "--host '{shown}' is not a host name; give it without scheme or port, such as \
                 auth.test."
            )));
        }
        let public_url = match &self.public_url {
            Some(url) => development_url(url)?,
            None => own_url(address),
        };
        Ok(Settings {
            account_id: account_id(&self.account_id)?,
            public_url,
            issuer: match self.issuer {
                Issuer::Aws => IssuerForm::Aws,
                Issuer::Own => IssuerForm::Own,
            },
            at_rest: AtRest::Srp,
            revoke_on_reuse: true,
            unset_attributes: match self.unset_attributes {
                Unset::Standard => UnsetAttributes::Standard,
                Unset::All => UnsetAttributes::All,
            },
            may_be_mixed: false,
            fixed_code: self.fixed_code.clone(),
            regions: None,
            // A CI job sends requests from one address as fast as it can.
            limits: pools::RateLimits::default(),
            n_parts: 1,
        })
    }

    /// The access keys to verify signatures with: those given, or a generated one if other machines
    /// can reach the server, or none.
    fn pairs(&self, address: SocketAddr, rng: &Rng) -> Result<Vec<Pair>, Stop> {
        let given: Vec<Pair> =
            self.access_key.iter().map(|text| access_key::parse(text)).collect::<Result<_, _>>()?;
        if given.is_empty() && !is_loopback(address.ip()) {
            return Ok(vec![access_key::of_folder(&self.data, rng)?]);
        }
        Ok(given)
    }

    /// Hosts to serve: the names given, the host of the public URL, and the listening address,
    /// which DNS rebinding cannot affect.
    fn hosts(&self, address: SocketAddr) -> Vec<String> {
        let mut hosts: Vec<String> =
            self.host.iter().map(|host| host.to_ascii_lowercase()).collect();
        let public: Option<http::Uri> = self.public_url.as_ref().and_then(|url| url.parse().ok());
        if let Some(host) = public.as_ref().and_then(http::Uri::host) {
            hosts.push(host.trim_matches(['[', ']']).to_ascii_lowercase());
        }
        if !address.ip().is_unspecified() {
            hosts.push(address.ip().to_string());
        }
        hosts
    }
}

/// Binds the address and returns the listener with its actual address.
async fn bind(text: &str) -> Result<(TcpListener, SocketAddr), Stop> {
    let wanted =
        text.to_socket_addrs().ok().and_then(|mut addresses| addresses.next()).ok_or_else(
            || {
                Stop::refused(format!(
                    "--listen '{text}' is not an address with a port, such as 127.0.0.1:7665."
                ))
            },
        )?;
    let listener = super::listen_on(wanted, "--listen").await?;
    let address = listener
        .local_addr()
        .map_err(|error| Stop::failed(format!("Cannot listen on {wanted}: {error}.")))?;
    Ok((listener, address))
}

/// Checks a public URL. In development plain http is accepted for any host.
fn development_url(text: &str) -> Result<String, Stop> {
    match text.strip_prefix("http://") {
        Some(rest) => {
            public_url(&format!("https://{rest}"))?;
            Ok(text.trim_end_matches('/').to_owned())
        }
        None => Ok(public_url(text)?),
    }
}

fn own_url(address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        return format!("http://localhost:{}", address.port());
    }
    format!("http://{address}")
}
