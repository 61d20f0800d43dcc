//! `PASSWORD_VERIFIER`: the second half of SRP-6a. Answered with or without a challenge session:
//! the secret block carries all state.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::Time;
use domain::challenge::{SrpBlock, secret_block_bytes};
use domain::code;
use domain::srp::{self, ClientPublic, Verifier};
use store::Attempts;
use wire::ExceptionType as Kind;

use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::sign_in::{
    Account, ChallengeOf, Lock, Respond, Step, after_password, failed, reread_lock, spend,
    succeeded,
};
use crate::{gate, texts, users};

/// How far a client's clock may be from ours.
const CLOCKS_DIFFER_SECONDS: i64 = 300;

/// Checks the signature over the secret block and counts the failure when it is wrong. An attempt
/// ends with its first answer.
pub(crate) async fn handle(ctx: &Ctx, request: &Respond<'_>) -> Result<Step, Error> {
    let (pool, client) = (request.pool, request.client);
    let answer = Answer::parse(request)?;
    request.check_secret_hash(answer.username)?;
    gate::sign_in(&pool.pool)?;
    let block = SrpBlock::open(answer.secret_block, &pool.keys.data, &client.client.id, ctx.now);
    let block = block.map_err(|_| texts::incorrect_password())?;
    if !answer.is_timely(ctx.now)
        || !users::means(ctx, pool, answer.username, &block.username, &block.user_id).await?
    {
        return Err(texts::incorrect_password());
    }
    let turn = ctx.server.password_checks.enter(&block.subject).await?;
    let mut verdict = None;
    let mut tries = ctx.tries();
    loop {
        let account = account_of(ctx, request, &block).await?;
        Lock::of(account.attempts.as_ref()).require_open(ctx)?;
        if account.spent.is_some() {
            return Err(texts::incorrect_password());
        }
        let credential = account.password(ctx, pool)?;
        let is_current = account.token_gen() == block.token_gen
            && account.credential_rev() == block.credential_rev;
        let matches = match verdict.filter(|(rev, _)| *rev == account.credential_rev()) {
            Some((_, known)) => known,
            None => credential
                .verifier()
                .is_some_and(|verifier| answer.proves(ctx, request, verifier, &block)),
        };
        verdict = Some((account.credential_rev(), matches));
        let mut batch = ctx.batch();
        spend(pool, &block.id, block.expires, &mut batch);
        if !(matches && is_current && !block.simulated && account.user.is_some()) {
            failed(ctx, pool, &account, &mut batch);
            if tries.commit_outcome(batch, false).await? {
                return Err(texts::incorrect_password());
            }
            continue;
        }
        let attempts: Option<Attempts> = reread_lock(ctx, pool, &account).await?;
        succeeded(attempts.as_ref(), &mut batch);
        let outcome = after_password(ctx, pool, client, &account, &credential, &mut batch).await;
        if tries.commit_outcome(batch, outcome.is_ok()).await? {
            drop(turn);
            return outcome;
        }
    }
}

async fn account_of(ctx: &Ctx, request: &Respond<'_>, block: &SrpBlock) -> Result<Account, Error> {
    let of = ChallengeOf {
        user_id: &block.user_id,
        username: &block.username,
        subject: &block.subject,
        spent_id: &block.id,
    };
    Account::of_challenge(ctx, request.pool, of).await
}

/// The client's answer, as sent.
struct Answer<'a> {
    username: &'a str,
    secret_block: &'a str,
    signature: Vec<u8>,
    timestamp: &'a str,
}

impl<'a> Answer<'a> {
    fn parse(request: &'a Respond<'_>) -> Result<Self, Error> {
        let username = request.require("USERNAME")?;
        let secret_block = request.require("PASSWORD_CLAIM_SECRET_BLOCK")?;
        let signature = request.require("PASSWORD_CLAIM_SIGNATURE")?;
        let timestamp = request.require("TIMESTAMP")?;
        // A signature that is not Base64 is a wrong one.
        let signature = STANDARD.decode(signature).unwrap_or_default();
        if srp::parse_timestamp(timestamp).is_none() {
            return Err(refuse(
                Kind::InvalidParameter,
                "TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.",
            ));
        }
        Ok(Self { username, secret_block, signature, timestamp })
    }

    fn is_timely(&self, now: Time) -> bool {
        srp::parse_timestamp(self.timestamp).is_some_and(|sent| {
            sent.millis().abs_diff(now.millis()) <= CLOCKS_DIFFER_SECONDS.unsigned_abs() * 1_000
        })
    }

    /// Whether whoever made the signature knows the password. The work is the same for a simulated
    /// user.
    fn proves(
        &self,
        ctx: &Ctx,
        request: &Respond<'_>,
        verifier: &Verifier,
        block: &SrpBlock,
    ) -> bool {
        let Ok(a) = ClientPublic::from_bytes(&block.a) else { return false };
        ctx.server.meter.count_powers(2);
        let Some(key) = srp::session_key(verifier, &a, &block.b, &block.public_b) else {
            return false;
        };
        let pool_name = domain::ids::pool_name(request.pool.id());
        let raw_block = secret_block_bytes(self.secret_block).unwrap_or_default();
        let expected = srp::signature(&key, pool_name, &block.username, &raw_block, self.timestamp);
        code::matches(&self.signature, &expected)
    }
}
