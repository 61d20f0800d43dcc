//! The answers of the four sign-in operations, which have the same members.

use std::collections::BTreeMap;

use pools::sign_in::{Challenge, Step};
use pools::tokens::Tokens;
use wire::Sensitive;
use wire::idp::{
    AdminInitiateAuthResponse, AdminRespondToAuthChallengeResponse, AuthenticationResultType,
    ChallengeNameType, InitiateAuthResponse, RespondToAuthChallengeResponse,
};

/// The answer to a step of a sign-in.
pub(crate) enum Answer {
    /// The user is signed in.
    Tokens(Box<AuthenticationResultType>),
    /// Another challenge.
    Challenge {
        name: ChallengeNameType,
        parameters: BTreeMap<String, String>,
        session: Option<String>,
    },
}

impl Answer {
    pub(super) fn of_tokens(tokens: Tokens) -> Self {
        Self::Tokens(Box::new(result(tokens)))
    }

    pub(super) fn of_step(step: Step) -> Self {
        match step {
            Step::SignedIn(signed_in) => Self::of_tokens(signed_in.tokens),
            Step::Challenge(Challenge::Srp { salt, public_b, secret_block, username }) => {
                Self::Challenge {
                    name: ChallengeNameType::PasswordVerifier,
                    parameters: map([
                        ("SALT", salt),
                        ("SECRET_BLOCK", secret_block),
                        ("SRP_B", public_b),
                        ("USERNAME", username.clone()),
                        ("USER_ID_FOR_SRP", username),
                    ]),
                    session: None,
                }
            }
            Step::Challenge(Challenge::NewPassword { username, shown, session }) => {
                Self::Challenge {
                    name: ChallengeNameType::NewPasswordRequired,
                    parameters: map([
                        ("USER_ID_FOR_SRP", username),
                        ("requiredAttributes", shown.required_attributes),
                        ("userAttributes", shown.user_attributes),
                    ]),
                    session: Some(session),
                }
            }
        }
    }
}

/// The tokens as the API returns them.
pub(crate) fn result(tokens: Tokens) -> AuthenticationResultType {
    AuthenticationResultType {
        access_token: tokens.access.map(Sensitive::from),
        expires_in: Some(i32::try_from(tokens.expires_in).unwrap_or(i32::MAX)),
        token_type: Some("Bearer".to_owned()),
        refresh_token: tokens.refresh.map(Sensitive::from),
        id_token: tokens.id.map(Sensitive::from),
        new_device_metadata: None,
    }
}

fn map<const N: usize>(entries: [(&str, String); N]) -> BTreeMap<String, String> {
    entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

macro_rules! from_answer {
    ($($response:ident)+) => {$(
        impl From<Answer> for $response {
            fn from(answer: Answer) -> Self {
                match answer {
                    Answer::Tokens(result) => Self {
                        authentication_result: Some(*result),
                        challenge_parameters: Some(BTreeMap::new()),
                        ..Self::default()
                    },
                    Answer::Challenge { name, parameters, session } => Self {
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

from_answer!(
    InitiateAuthResponse AdminInitiateAuthResponse
    RespondToAuthChallengeResponse AdminRespondToAuthChallengeResponse
);
