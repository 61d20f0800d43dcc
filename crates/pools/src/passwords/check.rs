//! Checks a password so that its time does not tell which form is stored, and converts a right one
//! to the form of new passwords.

use domain::credential::{Argon2Memory, AtRest, Checked, GivenPassword, PasswordCredential};
use store::Credential;
use zeroize::Zeroizing;

use super::{row, run_argon2};
use crate::config::PoolConfig;
use crate::error::Error;
use crate::request::Ctx;
use crate::users::Place;

/// A right password.
pub(crate) struct RightPassword {
    /// The credential that it matches.
    pub(crate) credential: PasswordCredential,
    /// The same password in the form of new ones; `None` if it has that form.
    converted: Option<PasswordCredential>,
}

impl RightPassword {
    /// The credential's row in the form of new passwords, with the revision of the row that it is
    /// to replace; `None` if that has this form.
    pub(crate) fn converted(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        place: &Place,
        replaced: &Credential,
    ) -> Option<Credential> {
        let converted = self.converted.as_ref()?;
        Some(Credential { rev: replaced.rev, ..row(ctx, pool, place, converted) })
    }
}

/// Whether the password matches the credential, which may be a simulated one.
///
/// Where both forms may be stored, every check is one modular power and one argon2 computation, on
/// the dedicated threads. Otherwise it is one modular power, computed inline.
///
/// # Errors
/// `TooManyRequestsException` when too many passwords are waiting to be hashed.
pub(crate) async fn check(
    ctx: &Ctx,
    pool: &PoolConfig,
    username: &str,
    credential: PasswordCredential,
    password: &str,
) -> Result<Option<RightPassword>, Error> {
    let at_rest = ctx.server.settings.at_rest;
    let may_be_mixed = may_be_mixed(ctx, pool, &credential);
    let pool_name = domain::ids::pool_name(pool.id()).to_owned();
    let (username, password) = (username.to_owned(), Zeroizing::new(password.to_owned()));
    let (rng, meter) = (ctx.server.rng.clone(), ctx.server.meter.clone());
    let check = move |memory: &mut Argon2Memory| {
        let given = GivenPassword {
            at_rest,
            may_be_mixed,
            pool_name: &pool_name,
            user_id: &username,
            password: &password,
        };
        let converted = match credential.check(&given, &rng, memory, &meter) {
            Checked::Wrong => return None,
            Checked::Right => None,
            Checked::Convertible(converted) => Some(converted),
        };
        Some(RightPassword { credential, converted })
    };
    if may_be_mixed { run_argon2(ctx, check).await } else { Ok(check(&mut Argon2Memory::new())) }
}

/// A server that stores argon2id hashes cannot know whether older verifiers are left, and an extra
/// modular power costs it little. One that stores verifiers computes argon2id, which is costly,
/// only where there is a reason.
fn may_be_mixed(ctx: &Ctx, pool: &PoolConfig, credential: &PasswordCredential) -> bool {
    let settings = &ctx.server.settings;
    if settings.may_be_mixed || settings.at_rest == AtRest::Argon2id {
        return true;
    }
    if credential.at_rest() == AtRest::Argon2id {
        ctx.server.mixed_pools.insert(pool.id());
        return true;
    }
    ctx.server.mixed_pools.contains(pool.id())
}
