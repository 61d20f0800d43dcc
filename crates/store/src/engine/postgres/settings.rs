//! Settings of connections and sessions.

use std::time::Duration;

use tokio_postgres::Config;
use tokio_postgres::config::{SslMode, TargetSessionAttrs};

use crate::error::{Cause, OpenError};
use crate::options::{Postgres, is_near};

/// Time limit for connecting to one host, including everything sent before first use.
pub(super) const CONNECT: Duration = Duration::from_secs(5);
/// How long sent data may stay unacknowledged before the connection is given up.
const UNACKNOWLEDGED: Duration = Duration::from_secs(10);

/// The parsed connection string, with the settings of every connection.
pub(super) fn parse(settings: &Postgres) -> Result<Config, OpenError> {
    // The parser's error may quote the connection string, which may hold a password.
    let mut config: Config = settings.url.parse().map_err(|_| {
        OpenError::Database(Cause::new(
            "the connection string is not valid for PostgreSQL; it looks like \
             postgres://user@host/database?sslmode=require; sslmode is disable or require, \
             which verifies the certificate, and certificates are named by tls_ca_file",
        ))
    })?;
    require_tls(&mut config)?;
    // Behind a pooler, another client may have set the connection to read-only.
    let attributes = if settings.named_statements {
        TargetSessionAttrs::ReadWrite
    } else {
        TargetSessionAttrs::Any
    };
    config.target_session_attrs(attributes);
    config.connect_timeout(CONNECT / 3).tcp_user_timeout(UNACKNOWLEDGED);
    config.keepalives_idle(UNACKNOWLEDGED).keepalives_interval(CONNECT).keepalives_retries(3);
    if config.get_application_name().is_none() {
        config.application_name("poolkeeper");
    }
    Ok(config)
}

/// Connections to other machines need TLS, unless the connection string explicitly disables it.
fn require_tls(config: &mut Config) -> Result<(), OpenError> {
    if config.get_ssl_mode() != SslMode::Prefer {
        return Ok(());
    }
    if is_near(config) {
        // A server on this machine may have a self-signed certificate.
        config.ssl_mode(SslMode::Disable);
        return Ok(());
    }
    Err(OpenError::Database(Cause::new(
        "the connection string does not set sslmode=require; on a network that you trust, \
         sslmode=disable is enough",
    )))
}

/// The statements that set up a session.
///
/// Transactions write only if they say so: a change that was pipelined after a failed BEGIN is
/// refused. No statement timeout, because it would end the wait for a standby and acknowledge data
/// that only one server has; the server reports that in a warning. Each statement is planned once:
/// all of them use the primary key, and planning a range for every value costs more than reading
/// it.
pub(super) fn of_session(settings: &Postgres) -> String {
    format!(
        "SET client_min_messages = warning; SET statement_timeout = 0; SET lock_timeout = {}; \
         SET idle_in_transaction_session_timeout = 10000; \
         SET client_connection_check_interval = 5000; \
         SET default_transaction_isolation = 'read committed'; \
         SET standard_conforming_strings = on; SET plan_cache_mode = force_generic_plan; \
         SELECT set_config('synchronous_commit', 'on', false) \
         WHERE current_setting('synchronous_commit') IN ('off', 'local'); \
         SET default_transaction_read_only = on",
        settings.lock_timeout.as_millis()
    )
}
