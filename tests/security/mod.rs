//! What an attacker would try.

mod access_tokens;
mod at_rest;
mod challenges;
mod confirmation;
mod existence;
mod fail_closed;
mod guesses;
mod namesakes;
mod networks;
mod password_forms;
mod recovery;
mod refresh_tokens;
mod rotation;

const NOT_AUTHORIZED: &str = "NotAuthorizedException";
