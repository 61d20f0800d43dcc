//! What users do for themselves: sign up, confirm, recover a forgotten password, and use their
//! access token. See [`crate::administration`] for what administrators do on their behalf.

mod change_password;
mod confirm_sign_up;
mod forgot_password;
mod resend_code;
mod reset_password;
mod send_attribute_code;
mod sign_up;
mod verify_attribute;

pub use change_password::change_password;
pub use confirm_sign_up::confirm_sign_up;
pub use forgot_password::forgot_password;
pub use resend_code::resend_code;
pub use reset_password::reset_password;
pub use send_attribute_code::send_attribute_code;
pub use sign_up::{SignUp, SignedUp, sign_up};
pub use verify_attribute::verify_attribute;

use std::sync::Arc;

use crate::clients::ClientProof;
use crate::config::{ClientConfig, PoolConfig};
use crate::error::Error;
use crate::request::Ctx;

/// A user as an app client names it.
#[derive(Clone, Copy)]
pub struct ByName<'a> {
    /// The app client.
    pub client_id: &'a str,
    /// How the client authenticates.
    pub proof: ClientProof<'a>,
    /// The name as sent.
    pub username: &'a str,
}

impl ByName<'_> {
    /// The pool and the client, once the client has authenticated.
    async fn require_client(
        &self,
        ctx: &Ctx,
    ) -> Result<(Arc<PoolConfig>, Arc<ClientConfig>), Error> {
        let (pool, client) = ctx.require_client(self.client_id).await?;
        self.proof.check(&client, self.username)?;
        Ok((pool, client))
    }
}
