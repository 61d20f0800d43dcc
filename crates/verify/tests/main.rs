//! The verifier as a resource server meets it: each check, hostile tokens, the keys, and a real server's tokens.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod checks;
mod fixture;
mod hostile;
