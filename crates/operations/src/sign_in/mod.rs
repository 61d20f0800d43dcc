//! Sign-in: what the flows of `InitiateAuth`, the challenges of `RespondToAuthChallenge` and their
//! twins for administrators share.

mod account;
mod after_password;
mod begin;
mod by_password;
mod refresh;
mod tokens;
mod verdict;

use std::collections::BTreeMap;

pub(crate) use account::{Account, ChallengeOf, PASSWORD_ID, PASSWORD_KIND, password_bound};
pub(crate) use after_password::{
    NEW_PASSWORD_REQUIRED, USERNAME, after_password, attributes_of, spend, status_of, tokens,
};
pub(crate) use begin::{Caller, begin, respond};
pub(crate) use by_password::password_sign_in;
pub(crate) use refresh::{By, Refresh, refresh_tokens};
pub(crate) use verdict::{Checked, Lock, failed, reread_lock, succeeded};
use wire::Sensitive;
use wire::idp::{
    AdminInitiateAuthResponse, AdminRespondToAuthChallengeResponse, AuthenticationResultType,
    ChallengeNameType, InitiateAuthResponse, RespondToAuthChallengeResponse,
};

use crate::config::{ClientConfig, PoolConfig};
use crate::error::Error;
use crate::{secrets, texts};

/// The one scope of an API sign-in.
pub(crate) const API_SCOPE: &str = "aws.cognito.signin.user.admin";

/// A request to begin a flow.
pub(crate) struct Initiate<'a> {
    pub(crate) pool: &'a PoolConfig,
    pub(crate) client: &'a ClientConfig,
    pub(crate) parameters: &'a BTreeMap<String, String>,
}

/// An answer to a challenge.
pub(crate) struct Respond<'a> {
    pub(crate) pool: &'a PoolConfig,
    pub(crate) client: &'a ClientConfig,
    pub(crate) session: Option<&'a str>,
    pub(crate) responses: &'a BTreeMap<String, String>,
}

/// What a step of a sign-in leads to.
#[derive(Debug)]
pub(crate) enum Step {
    /// The user is signed in.
    Tokens(Box<AuthenticationResultType>),
    /// Another challenge.
    Challenge {
        name: ChallengeNameType,
        parameters: BTreeMap<String, String>,
        session: Option<String>,
    },
}

impl Initiate<'_> {
    /// A parameter that the flow needs; an empty one counts as missing.
    pub(crate) fn require(&self, name: &str) -> Result<&str, Error> {
        require(self.parameters, name)
    }

    /// Checks SECRET_HASH over the name as sent.
    pub(crate) fn check_secret_hash(&self, username: &str) -> Result<(), Error> {
        secrets::check_hash(
            self.client,
            username,
            self.parameters.get("SECRET_HASH").map(String::as_str),
        )
    }
}

impl Respond<'_> {
    /// A response that the challenge needs; an empty one counts as missing.
    pub(crate) fn require(&self, name: &str) -> Result<&str, Error> {
        require(self.responses, name)
    }

    /// Checks SECRET_HASH over the name as sent.
    pub(crate) fn check_secret_hash(&self, username: &str) -> Result<(), Error> {
        secrets::check_hash(
            self.client,
            username,
            self.responses.get("SECRET_HASH").map(String::as_str),
        )
    }
}

/// The responses of the four operations have the same members.
macro_rules! from_step {
    ($($response:ident)+) => {$(
        impl From<Step> for $response {
            fn from(step: Step) -> Self {
                match step {
                    Step::Tokens(result) => Self {
                        authentication_result: Some(*result),
                        challenge_parameters: Some(BTreeMap::new()),
                        ..Self::default()
                    },
                    Step::Challenge { name, parameters, session } => Self {
                        challenge_name: Some(name),
                        challenge_parameters: Some(parameters),
                        session: session.map(Sensitive::from),
                        ..Self::default()
                    },
                }
            }
        }
    )+};
}

from_step!(InitiateAuthResponse AdminInitiateAuthResponse RespondToAuthChallengeResponse AdminRespondToAuthChallengeResponse);

fn require<'a>(map: &'a BTreeMap<String, String>, name: &str) -> Result<&'a str, Error> {
    map.get(name)
        .map(String::as_str)
        .filter(|value| !value.is_empty())
        .ok_or_else(|| texts::missing_parameter(name))
}
