//! Sign-in: a typed proof of who the user is leads to a typed next step.
//!
//! Protocols decode their requests into a [`Proof`] and encode the [`Step`]: AWS operations from
//! string maps, OAuth endpoints and login pages from forms. A new factor adds a file, a proof and,
//! if it asks for something first, a challenge.

mod account;
mod after_password;
mod commit;
mod new_password;
mod password;
mod srp;
mod srp_answer;
mod supported;
mod verdict;

pub(crate) use account::{Account, ChallengeOf};
pub use new_password::NewPassword;
pub use srp_answer::SrpAnswer;
pub(crate) use supported::require_supported;
pub(crate) use verdict::{Count, PasswordVerdict, reread_lock};

use domain::user::NewPasswordParameters;

use crate::clients::ClientProof;
use crate::config::{ClientConfig, PoolConfig};
use crate::error::Error;
use crate::request::Ctx;
use crate::tokens::{Grant, Tokens, Wanted};
use crate::users::Names;

/// Who presents the proofs: a challenge is answered only through the operations that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presenter {
    /// The user's application.
    Application,
    /// A server, which signs its requests as an administrator.
    Administrator,
}

/// Where a user signs in, and what for.
#[derive(Clone, Copy)]
pub struct SignIn<'a> {
    /// The pool.
    pub pool: &'a PoolConfig,
    /// The app client.
    pub client: &'a ClientConfig,
    /// How the client authenticates.
    pub client_proof: ClientProof<'a>,
    /// Who presents the proofs.
    pub presenter: Presenter,
    /// Which names it may begin with.
    pub names: Names,
    /// What the application requests.
    pub wanted: &'a Wanted,
}

/// What a user presents.
pub enum Proof<'a> {
    /// Username and password.
    Password {
        /// The name as sent.
        name: &'a str,
        /// The password as sent.
        password: &'a str,
    },
    /// The first half of SRP-6a.
    SrpStart {
        /// The name as sent.
        name: &'a str,
        /// A, in hexadecimal.
        public_a: &'a str,
    },
    /// The second half of SRP-6a.
    SrpAnswer(SrpAnswer<'a>),
    /// A new password in exchange for a temporary one.
    NewPassword(NewPassword<'a>),
}

impl<'a> Proof<'a> {
    /// The name as sent, which SECRET_HASH is over.
    fn name(&self) -> &'a str {
        match self {
            Self::Password { name, .. } | Self::SrpStart { name, .. } => name,
            Self::SrpAnswer(answer) => answer.name,
            Self::NewPassword(answer) => answer.name,
        }
    }
}

/// Where a proof leads.
#[derive(Debug)]
pub enum Step {
    /// The user is signed in.
    SignedIn(Box<SignedIn>),
    /// Something else is required first.
    Challenge(Challenge),
}

/// A completed sign-in.
#[derive(Debug)]
pub struct SignedIn {
    /// What was granted.
    pub grant: Grant,
    /// The tokens of the grant that the application wants now.
    pub tokens: Tokens,
}

/// What is required before a sign-in is complete.
pub enum Challenge {
    /// The answer to an SRP exchange; see [`SrpAnswer`].
    Srp {
        /// The salt, in hexadecimal.
        salt: String,
        /// B, in hexadecimal.
        public_b: String,
        /// The sealed state of the exchange.
        secret_block: String,
        /// The real username, or a simulated one.
        username: String,
    },
    /// A new password; see [`NewPassword`].
    NewPassword {
        /// The real username.
        username: String,
        /// The attributes that must be supplied, and those that the user has.
        shown: NewPasswordParameters,
        /// The challenge session.
        session: String,
    },
}

impl std::fmt::Debug for Challenge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Srp { .. } => "Srp(..)",
            Self::NewPassword { .. } => "NewPassword(..)",
        })
    }
}

impl SignIn<'_> {
    /// What challenges are bound to: the app client and the presenter. No client id has a space.
    fn bound_to(&self) -> String {
        let client_id = &self.client.settings.id;
        match self.presenter {
            Presenter::Application => client_id.clone(),
            Presenter::Administrator => format!("admin {client_id}"),
        }
    }

    /// Checks a proof and returns the next step.
    ///
    /// If the client hides which users exist, known and unknown names cause the same reads, writes
    /// and work.
    ///
    /// # Errors
    /// `NotAuthorizedException` for a wrong proof, a lock-out, or an invalid challenge session;
    /// `UserNotFoundException` if the client shows which users exist; the exceptions of the user's
    /// status; `InvalidUserPoolConfigurationException` or `UnexpectedLambdaException` if the pool's
    /// settings require something that this server does not have.
    pub async fn prove(&self, ctx: &Ctx, proof: Proof<'_>) -> Result<Step, Error> {
        self.client_proof.check(self.client, proof.name())?;
        require_supported(&self.pool.settings)?;
        // Boxed: each caller would otherwise reserve room for the largest future.
        match proof {
            Proof::Password { name, password } => {
                Box::pin(self.by_password(ctx, name, password)).await
            }
            Proof::SrpStart { name, public_a } => {
                Box::pin(self.start_srp(ctx, name, public_a)).await
            }
            Proof::SrpAnswer(answer) => Box::pin(self.answer_srp(ctx, answer)).await,
            Proof::NewPassword(answer) => Box::pin(self.set_new_password(ctx, answer)).await,
        }
    }
}
