//! The second half of SRP-6a. The secret block carries all state, so no challenge session is
//! needed.

use domain::Time;
use domain::challenge::{SrpBlock, secret_block_bytes};
use domain::code;
use domain::srp::{self, ClientPublic, Verifier};

use super::after_password::spend;
use super::srp::{require_srp, simulated, verifier_of};
use super::verdict::take_turn;
use super::{Account, ChallengeOf, Count, SignIn, Step, reread_lock};
use crate::config::PoolConfig;
use crate::error::Error;
use crate::request::{Ctx, Once};
use crate::{texts, users};

/// Most that a client's clock may differ from ours, in seconds.
const CLOCKS_DIFFER_SECONDS: i64 = 300;

/// The client's answer, as sent.
pub struct SrpAnswer<'a> {
    /// The user's name as sent: the real username, or the alias that the exchange began with.
    pub name: &'a str,
    /// The secret block of the challenge.
    pub secret_block: &'a str,
    /// The signature over pool, user, secret block and timestamp.
    pub signature: Vec<u8>,
    /// When the client answered, as `EEE MMM d HH:mm:ss z yyyy`.
    pub timestamp: &'a str,
}

impl SignIn<'_> {
    /// Checks the signature over the secret block, and counts a failure. An exchange ends with the
    /// first answer whose signature is looked at.
    pub(super) async fn answer_srp(&self, ctx: &Ctx, answer: SrpAnswer<'_>) -> Result<Step, Error> {
        let pool = self.pool;
        require_srp(ctx)?;
        let block = self.open_block(ctx, &answer).await?;
        let mut turn = None;
        let (mut proven, mut count) = (Once::default(), Count::default());
        let mut tries = ctx.tries();
        loop {
            let account = account_of(ctx, pool, &block).await?;
            if !take_turn(ctx, &account, &mut turn).await? {
                continue;
            }
            count.require_open(ctx, &account, account.counter.row.as_ref())?;
            if account.spent.is_some() {
                return Err(texts::incorrect_password());
            }
            if !self.client.settings.hides_existence() {
                account.require_usable()?;
            }
            let mut batch = ctx.batch();
            if let Some(first) = count.first(ctx, pool, &account) {
                tries.commit_outcome(first, false).await?;
                continue;
            }
            let credential = account.password(ctx, pool)?;
            let is_current = account.token_gen() == block.token_gen
                && account.credential_rev() == block.credential_rev;
            let prove = async {
                let simulated = simulated(pool, &account);
                let proves =
                    answer.proves(ctx, pool, verifier_of(&credential, &simulated)?, &block);
                Ok::<_, Error>(proves && credential.verifier().is_some())
            };
            let matches = *proven.get(account.credential_rev(), prove).await?;
            spend(pool, &block.id, block.expires, &mut batch);
            if !(matches && is_current && !block.simulated && account.user.is_some()) {
                count.failed(ctx, pool, &account, &mut batch);
                if tries.commit_outcome(batch, false).await? {
                    return Err(texts::incorrect_password());
                }
                continue;
            }
            let lock = reread_lock(ctx, pool, &account, &count).await?;
            count.succeeded(pool, lock.as_ref(), &mut batch);
            let outcome = self.after_password(ctx, &account, &credential, &mut batch).await;
            if tries.commit_sign_in(batch, &outcome, |batch| account.learn(ctx, batch)).await? {
                return outcome;
            }
        }
    }

    /// The exchange that is answered, if the answer is in time and from its user.
    async fn open_block(&self, ctx: &Ctx, answer: &SrpAnswer<'_>) -> Result<SrpBlock, Error> {
        let pool = self.pool;
        let block = SrpBlock::open(answer.secret_block, &pool.keys.data, &self.bound_to(), ctx.now)
            .map_err(|_| texts::incorrect_password())?;
        let is_its_user = answer.is_timely(ctx.now)
            && users::means(ctx, pool, answer.name, &block.username, &block.user_id).await?;
        if is_its_user { Ok(block) } else { Err(texts::incorrect_password()) }
    }
}

async fn account_of(ctx: &Ctx, pool: &PoolConfig, block: &SrpBlock) -> Result<Account, Error> {
    let of = ChallengeOf {
        user_id: &block.user_id,
        username: &block.username,
        subject: &block.subject,
        spent_id: &block.id,
    };
    Account::of_challenge(ctx, pool, of).await
}

impl SrpAnswer<'_> {
    fn is_timely(&self, now: Time) -> bool {
        srp::parse_timestamp(self.timestamp).is_some_and(|sent| {
            sent.millis().abs_diff(now.millis()) <= CLOCKS_DIFFER_SECONDS.unsigned_abs() * 1_000
        })
    }

    /// Whether the signer knows the password. A simulated user causes the same work.
    fn proves(&self, ctx: &Ctx, pool: &PoolConfig, verifier: &Verifier, block: &SrpBlock) -> bool {
        let Ok(a) = ClientPublic::from_bytes(&block.a) else { return false };
        ctx.server.meter.count_powers(2);
        let Some(key) = srp::session_key(verifier, &a, &block.b, &block.public_b) else {
            return false;
        };
        let pool_name = domain::ids::pool_name(pool.id());
        let raw_block = secret_block_bytes(self.secret_block).unwrap_or_default();
        let expected = srp::signature(&key, pool_name, &block.username, &raw_block, self.timestamp);
        code::matches(&self.signature, &expected)
    }
}
