//! Sign-in in the form of InitiateAuth, RespondToAuthChallenge and their administrators' variants:
//! string maps in, `AuthenticationResultType` or the next challenge out.

mod answer;
mod challenges;
mod flows;

pub(crate) use answer::{Answer, result};
pub(crate) use challenges::respond;
pub(crate) use flows::{Api, begin, require_refresh};

use std::collections::BTreeMap;

use domain::session::Caller;
use pools::config::{ClientConfig, PoolConfig};
use pools::error::Error;
use pools::texts;
use wire::idp::ContextDataType;

/// The string map of a request, for the app client it names.
pub(crate) struct Parameters<'a> {
    pub(crate) pool: &'a PoolConfig,
    pub(crate) client: &'a ClientConfig,
    pub(crate) map: &'a BTreeMap<String, String>,
}

impl Parameters<'_> {
    fn find(&self, name: &str) -> Option<&str> {
        self.map.get(name).map(String::as_str)
    }

    /// A parameter that the flow or challenge requires; an empty one counts as missing.
    fn require(&self, name: &str) -> Result<&str, Error> {
        let given = self.find(name).filter(|value| !value.is_empty());
        given.ok_or_else(|| texts::missing_parameter(name))
    }
}

/// The end user on whose behalf a server calls, as far as `ContextData` describes it.
pub(crate) fn end_user(context: Option<&ContextDataType>) -> Caller {
    let Some(context) = context else { return Caller::default() };
    let is_agent = |name: &str| name.eq_ignore_ascii_case("user-agent");
    let mut headers = context.http_headers.iter();
    let agent = headers.find(|header| header.header_name.as_deref().is_some_and(is_agent));
    let agent = agent.and_then(|header| header.header_value.as_deref());
    Caller::new(agent, context.ip_address.parse().ok())
}
