//! One file per challenge of `RespondToAuthChallenge`.

mod new_password_required;
mod password_verifier;
