//! Splits a connection string by host.

use tokio_postgres::Config;
use tokio_postgres::config::Host;

/// One configuration per host, so that each gets its own time limit: a host that accepts
/// connections but never answers must not block the next one.
pub(super) fn per_host(config: &Config) -> Vec<Config> {
    let (hosts, addresses, ports) =
        (config.get_hosts(), config.get_hostaddrs(), config.get_ports());
    let count = hosts.len().max(addresses.len());
    let fits = |len: usize| len == 0 || len == count;
    if count < 2
        || !fits(hosts.len())
        || !fits(addresses.len())
        || !(fits(ports.len()) || ports.len() == 1)
    {
        // Connecting reports what is wrong with it.
        return vec![config.clone()];
    }
    let one = |at: usize| {
        let mut one = without_hosts(config);
        match hosts.get(at) {
            Some(Host::Tcp(name)) => drop(one.host(name.as_str())),
            Some(Host::Unix(path)) => drop(one.host_path(path)),
            None => {}
        }
        if let Some(address) = addresses.get(at) {
            one.hostaddr(*address);
        }
        if let Some(port) = ports.get(at).or(ports.first()) {
            one.port(*port);
        }
        one
    };
    (0..count).map(one).collect()
}

/// A copy of everything else, because hosts cannot be removed from a configuration.
fn without_hosts(config: &Config) -> Config {
    let mut other = Config::new();
    other
        .ssl_mode(config.get_ssl_mode())
        .ssl_negotiation(config.get_ssl_negotiation())
        .channel_binding(config.get_channel_binding())
        .target_session_attrs(config.get_target_session_attrs())
        .load_balance_hosts(config.get_load_balance_hosts())
        .keepalives(config.get_keepalives())
        .keepalives_idle(config.get_keepalives_idle());
    config.get_user().map(|user| other.user(user));
    config.get_password().map(|password| other.password(password));
    config.get_dbname().map(|name| other.dbname(name));
    config.get_options().map(|options| other.options(options));
    config.get_application_name().map(|name| other.application_name(name));
    config.get_connect_timeout().map(|timeout| other.connect_timeout(*timeout));
    config.get_tcp_user_timeout().map(|timeout| other.tcp_user_timeout(*timeout));
    config.get_keepalives_interval().map(|interval| other.keepalives_interval(interval));
    config.get_keepalives_retries().map(|retries| other.keepalives_retries(retries));
    other
}

#[cfg(test)]
mod tests {
    use super::{Config, Host, per_host};

    #[test]
    fn each_host_keeps_its_port_and_all_other_settings() {
        let url = "postgres://me:secret@one:1,two:2/data?sslmode=require&application_name=a\
                   &options=-cx%3Dy&connect_timeout=3&tcp_user_timeout=4&keepalives=0\
                   &keepalives_idle=5&keepalives_interval=6&keepalives_retries=7\
                   &channel_binding=require&target_session_attrs=read-write\
                   &load_balance_hosts=random";
        let config: Config = url.parse().expect("a connection string");
        for (at, one) in per_host(&config).into_iter().enumerate() {
            let (name, port) = [("one", 1), ("two", 2)][at];
            assert_eq!(
                (one.get_hosts(), one.get_ports()),
                (&[Host::Tcp(name.to_owned())][..], &[port][..])
            );
            let expected: Config = url
                .replace("one:1,two:2", &format!("{name}:{port}"))
                .parse()
                .expect("a connection string");
            assert_eq!(one, expected);
        }
        let shared: Config = "host=one,two port=7 user=u".parse().expect("a connection string");
        assert!(per_host(&shared).iter().all(|one| one.get_ports() == [7]));
        assert_eq!(
            per_host(
                &"host=one,two hostaddr=127.0.0.1 user=u".parse().expect("a connection string")
            )
            .len(),
            1
        );
    }
}
