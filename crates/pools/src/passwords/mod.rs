//! Checks new passwords against the policy, and makes and verifies stored credentials.

mod check;
mod history;
mod made;

use std::sync::Arc;

use domain::credential::{Argon2Memory, AtRest, NewPassword, PasswordCredential};
use domain::password;
use domain::pool::UserPool;
use domain::seal::Purpose;
use store::{Credential, Rev};
use wire::ExceptionType as Kind;
use wire::idp::AuthFactorType;
use zeroize::Zeroizing;

use crate::config::PoolConfig;
use crate::error::{Error, Fault, refuse};
use crate::request::Ctx;
use crate::users::Place;

pub(crate) use check::{RightPassword, check};
pub(crate) use history::{HISTORY_KIND, update_history};
pub(crate) use made::NewCredential;

/// `kind` of a password's credential row; a user has at most one.
pub(crate) const PASSWORD_KIND: &str = "password";
/// Credential id of a password.
pub(crate) const PASSWORD_ID: &str = "password";

/// How the text of a refused password begins: the service words it differently per operation.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Prefix {
    /// SignUp.
    SignUp,
    /// AdminCreateUser.
    AdminCreate,
    /// ConfirmForgotPassword, NEW_PASSWORD_REQUIRED, ChangePassword, AdminSetUserPassword.
    NotConform,
}

impl Prefix {
    fn text(self) -> &'static str {
        match self {
            Self::SignUp => "Password did not conform with policy: ",
            Self::AdminCreate => "Password did not conform with password policy: ",
            Self::NotConform => "Password does not conform to policy: ",
        }
    }
}

/// Refuses a password that breaks the pool's policy, naming the first broken rule.
pub(crate) fn check_policy(
    pool: &UserPool,
    prefix: Prefix,
    new_password: &str,
) -> Result<(), Error> {
    let refused =
        |breach: String| refuse(Kind::InvalidPassword, format!("{}{breach}", prefix.text()));
    // An empty password breaks the length rule, which says so.
    if !new_password.is_empty() && !password::shape_ok(new_password) {
        return Err(refused(
            "Password must not begin or end with white space, and have at most 256 characters"
                .to_owned(),
        ));
    }
    pool.password_policy().check(new_password).map_err(|breach| refused(breach.to_string()))
}

/// Whether users of the pool may have no password: a code can be the first factor.
pub(crate) fn allows_passwordless(pool: &UserPool) -> bool {
    pool.first_factors()
        .iter()
        .any(|factor| matches!(factor, AuthFactorType::EmailOtp | AuthFactorType::SmsOtp))
}

/// Makes the credential of a new password, in the form set for this server.
pub(crate) async fn make(
    ctx: &Ctx,
    pool: &PoolConfig,
    username: &str,
    password: &Zeroizing<String>,
    temporary: bool,
) -> Result<PasswordCredential, Error> {
    let at_rest = ctx.server.settings.at_rest;
    let pool_name = domain::ids::pool_name(pool.id()).to_owned();
    let (user_id, password) = (username.to_owned(), password.clone());
    let (rng, issued, meter) = (ctx.server.rng.clone(), ctx.now, ctx.server.meter.clone());
    let make = move |memory: &mut Argon2Memory| {
        let new = NewPassword {
            at_rest,
            pool_name: &pool_name,
            user_id: &user_id,
            password: &password,
            issued,
            temporary,
        };
        PasswordCredential::make(&new, &rng, memory, &meter)
    };
    match at_rest {
        AtRest::Srp => Ok(make(&mut Argon2Memory::new())),
        AtRest::Argon2id => run_argon2(ctx, make).await,
    }
}

/// Opens the credential in a user's row.
pub(crate) fn open(
    pool: &PoolConfig,
    place: &Place,
    row: &Credential,
) -> Result<PasswordCredential, Error> {
    let opened =
        pool.keys.data.unseal(Purpose::Password, &password_bound(&place.user_id), &row.sealed);
    let opened = opened.map_err(|_| Fault::new("a password credential cannot be unsealed"))?;
    PasswordCredential::from_bytes(&opened)
        .map_err(|_| Fault::new("a password credential cannot be read").into())
}

/// Whether the password matches the credential: computed inline for an SRP verifier, on the
/// dedicated threads for argon2id. Only for users who are known to exist: for others the time must
/// not depend on the form, see [`check()`].
pub(crate) async fn verify(
    ctx: &Ctx,
    pool: &PoolConfig,
    username: &str,
    credential: &Arc<PasswordCredential>,
    password: &str,
) -> Result<bool, Error> {
    let pool_name = domain::ids::pool_name(pool.id());
    if credential.at_rest() == AtRest::Srp {
        return Ok(credential.verify(
            pool_name,
            username,
            password,
            &mut Argon2Memory::new(),
            &ctx.server.meter,
        ));
    }
    let (pool_name, username) = (pool_name.to_owned(), username.to_owned());
    let (credential, password) = (Arc::clone(credential), Zeroizing::new(password.to_owned()));
    let meter = ctx.server.meter.clone();
    let work =
        move |memory: &mut _| credential.verify(&pool_name, &username, &password, memory, &meter);
    run_argon2(ctx, work).await
}

/// Runs memory-hard work for the request's client.
async fn run_argon2<T: Send + 'static>(
    ctx: &Ctx,
    work: impl FnOnce(&mut Argon2Memory) -> T + Send + 'static,
) -> Result<T, Error> {
    ctx.server.password_hashing.run(ctx.caller().address, work).await
}

/// The credential's row, sealed for its user.
pub(crate) fn row(
    ctx: &Ctx,
    pool: &PoolConfig,
    place: &Place,
    credential: &PasswordCredential,
) -> Credential {
    let bound = password_bound(&place.user_id);
    Credential {
        part: place.part.clone(),
        user_id: place.user_id.clone(),
        kind: PASSWORD_KIND.to_owned(),
        credential_id: PASSWORD_ID.to_owned(),
        sealed: pool.keys.data.seal(
            &ctx.server.rng,
            Purpose::Password,
            &bound,
            &credential.to_bytes(),
        ),
        rev: Rev(0),
    }
}

/// The values that a sealed password is bound to.
pub(crate) fn password_bound(user_id: &str) -> [&str; 2] {
    [user_id, PASSWORD_KIND]
}
