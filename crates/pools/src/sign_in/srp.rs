//! The first half of SRP-6a. It answers with a challenge whose secret block carries all state.

use domain::challenge::SrpBlock;
use domain::credential::{AtRest, PasswordCredential};
use domain::srp::{ClientPublic, Verifier};
use wire::ExceptionType as Kind;

use super::{Account, Challenge, SignIn, Step};
use crate::config::PoolConfig;
use crate::error::{Error, Fault, refuse};
use crate::request::Ctx;
use crate::texts;

/// Seconds. The service wants an answer "within a few seconds"; people on test machines type
/// slower.
const ANSWER_WITHIN_SECONDS: i64 = 60;

/// Refuses both halves of an exchange on a server that keeps no new verifiers, whatever is stored.
pub(super) fn require_srp(ctx: &Ctx) -> Result<(), Error> {
    match ctx.server.settings.at_rest {
        AtRest::Srp => Ok(()),
        AtRest::Argon2id => Err(refuse(
            Kind::InvalidParameter,
            "USER_SRP_AUTH is not available: this server stores passwords as argon2id hashes.",
        )),
    }
}

/// A credential with a verifier, for the name of an account without one.
pub(super) fn simulated(pool: &PoolConfig, account: &Account) -> PasswordCredential {
    let pool_name = domain::ids::pool_name(pool.id());
    PasswordCredential::simulated(&pool.keys.stable, AtRest::Srp, pool_name, &account.username)
}

/// The verifier of the exchange. A password stored as argon2id before the server's setting changed
/// has none: such a user looks like an unknown one, and causes the same work.
pub(super) fn verifier_of<'a>(
    kept: &'a PasswordCredential,
    simulated: &'a PasswordCredential,
) -> Result<&'a Verifier, Error> {
    let verifier = kept.verifier().or_else(|| simulated.verifier());
    verifier.ok_or_else(|| Fault::new("a simulated credential without a verifier").into())
}

impl SignIn<'_> {
    /// Returns salt, B and secret block; for an unknown name simulated ones, stable per name.
    pub(super) async fn start_srp(
        &self,
        ctx: &Ctx,
        name: &str,
        public_a: &str,
    ) -> Result<Step, Error> {
        let pool = self.pool;
        require_srp(ctx)?;
        let a = ClientPublic::parse(public_a)
            .map_err(|_| refuse(Kind::InvalidParameter, "Invalid SRP_A value."))?;
        let account = Account::by_name(ctx, pool, name, self.names).await?;
        if !self.client.settings.hides_existence() {
            let user = account.user.as_ref().ok_or_else(texts::user_unknown)?;
            if !user.enabled {
                return Err(texts::user_disabled());
            }
        }
        let kept = account.password(ctx, pool)?;
        let simulated = simulated(pool, &account);
        let verifier = verifier_of(&kept, &simulated)?;
        ctx.server.meter.count_powers(1);
        let exchange = verifier.exchange(&ctx.server.rng);
        let block = SrpBlock {
            id: ctx.server.rng.uuid(),
            client_id: self.bound_to(),
            user_id: account.place.user_id.clone(),
            username: account.username.clone(),
            subject: account.subject.clone(),
            token_gen: account.token_gen(),
            credential_rev: account.credential_rev(),
            issued: ctx.now,
            expires: ctx.now.plus_seconds(ANSWER_WITHIN_SECONDS),
            a: a.to_bytes(),
            b: exchange.b.clone(),
            public_b: exchange.public.clone(),
            simulated: kept.verifier().is_none() || account.credential.is_none(),
        };
        Ok(Step::Challenge(Challenge::Srp {
            salt: verifier.salt_hex(),
            public_b: exchange.public_hex(),
            secret_block: block.seal(&pool.keys.data, &ctx.server.rng),
            username: account.username,
        }))
    }
}
