//! `ConfirmSignUp`: the code that was sent makes the account CONFIRMED and its address verified.

use domain::lockout::limit::CONFIRM_SIGN_UP;
use domain::names::AliasKind;
use domain::pool::Trigger;
use domain::user::{Attributes, UserStatus};
use store::{Attempts, Batch, Code, Get, User};
use wire::ExceptionType as Kind;
use wire::idp::{ConfirmSignUpRequest, ConfirmSignUpResponse};

use crate::aliases::Claim;
use crate::codes::{self, SIGN_UP};
use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::guesses::{Guesses, VERIFYING};
use crate::sign_in::{attributes_of, status_of};
use crate::subject::Named;
use crate::{aliases, gate, limits, secrets, texts, user_rows};

/// Every try is counted, 15 an hour, unknown names too; the count is committed with the verdict, so
/// that guesses sent at once are counted one by one. Wrong ones are counted by destination besides:
/// many accounts may be signed up with one address.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ConfirmSignUpRequest,
) -> Result<ConfirmSignUpResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    secrets::check_hash(
        &client,
        &input.username,
        input.secret_hash.as_ref().map(|hash| hash.as_str()),
    )?;
    gate::no_triggers(&pool.pool, &[Trigger::PostConfirmation])?;
    let hides = client.client.hides_existence();
    let force = input.force_alias_creation.unwrap_or(false);
    let mut tries = ctx.tries();
    loop {
        let (named, user, (code, tried)) =
            Named::read(ctx, &pool, &input.username, |named| also(&pool, named)).await?;
        let mut batch = ctx.batch();
        limits::count(ctx, &pool, &named.subject, &CONFIRM_SIGN_UP, tried.as_ref(), &mut batch)?;
        let verdict =
            judge(ctx, &pool, user.as_ref(), code.as_ref(), &input.confirmation_code, hides)?;
        let guesses =
            Guesses::read(ctx, &pool, &VERIFYING, &named.folded, verdict.sent_to()).await?;
        let refusal = match verdict {
            Verdict::Right(right) => {
                // The first try of an account is heard in any case: others must not be able to keep
                // somebody from confirming.
                if tried.is_some() {
                    guesses.hold(ctx, &mut batch)?;
                }
                let user = right.user;
                match confirm(ctx, &pool, right, force, &mut batch).await {
                    Ok(()) => None,
                    // That a name is taken tells that the code was right: it is counted first, like
                    // every verdict.
                    Err(taken @ Error::Exception(_)) => {
                        batch = ctx.batch();
                        limits::count(
                            ctx,
                            &pool,
                            &named.subject,
                            &CONFIRM_SIGN_UP,
                            tried.as_ref(),
                            &mut batch,
                        )?;
                        if tried.is_some() {
                            guesses.hold(ctx, &mut batch)?;
                        }
                        batch.unchanged(user);
                        Some(taken)
                    }
                    Err(fault) => return Err(fault),
                }
            }
            // Where the address has used up its guesses, that is told; the account's own try counts
            // all the same.
            Verdict::Wrong { refusal, .. } => {
                Some(guesses.count(ctx, &pool, &mut batch).err().unwrap_or(refusal))
            }
        };
        if tries.commit_outcome(batch, refusal.is_none()).await? {
            return refusal.map_or_else(|| Ok(ConfirmSignUpResponse::default()), Err);
        }
    }
}

fn also(pool: &PoolConfig, named: &Named) -> (Get<Code>, Get<Attempts>) {
    let counter = limits::counter(pool, &named.subject, &CONFIRM_SIGN_UP);
    (Code::get(&named.place.part, &named.place.user_id, SIGN_UP.kind), counter)
}

enum Verdict<'a> {
    Right(Right<'a>),
    /// Told after it is counted, under the address that the code was sent to where there is one.
    Wrong {
        refusal: Error,
        sent_to: Option<String>,
    },
}

impl Verdict<'_> {
    fn wrong(refusal: Error) -> Self {
        Self::Wrong { refusal, sent_to: None }
    }

    fn sent_to(&self) -> Option<&str> {
        match self {
            Self::Right(right) => right.verified.as_ref().map(|(_, address)| address.as_str()),
            Self::Wrong { sent_to, .. } => sent_to.as_deref(),
        }
    }
}

/// A user whose code was right, and the address that the code verifies.
struct Right<'a> {
    user: &'a User,
    code: &'a Code,
    attributes: Attributes,
    verified: Option<(AliasKind, String)>,
}

fn judge<'a>(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: Option<&'a User>,
    code: Option<&'a Code>,
    given: &str,
    hides: bool,
) -> Result<Verdict<'a>, Error> {
    let Some(user) = user else {
        return if hides {
            Ok(Verdict::wrong(texts::code_mismatch()))
        } else {
            Err(texts::user_client_unknown())
        };
    };
    let status = status_of(user)?;
    if status != UserStatus::Unconfirmed {
        let text = format!("User cannot be confirmed. Current status is {}", status.as_str());
        return Err(refuse(Kind::NotAuthorized, text));
    }
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    let Some(code) = code.filter(|code| code.expires > ctx.now.millis()) else {
        return Ok(Verdict::wrong(texts::code_expired()));
    };
    let attributes = attributes_of(user)?;
    let verified = codes::destination_of(pool, code, &attributes);
    let destination = verified.as_ref().map_or("", |(_, value)| value.as_str());
    if !codes::matches(pool, code, destination, given) {
        let sent_to = verified.map(|(_, address)| address);
        return Ok(Verdict::Wrong { refusal: texts::code_mismatch(), sent_to });
    }
    Ok(Verdict::Right(Right { user, code, attributes, verified }))
}

async fn confirm(
    ctx: &Ctx,
    pool: &PoolConfig,
    right: Right<'_>,
    force: bool,
    batch: &mut Batch,
) -> Result<(), Error> {
    let Right { user, code, mut attributes, verified } = right;
    if let Some((kind, _)) = verified {
        attributes.set_verified(kind, true);
    }
    let claim = Claim { confirmed: true, force };
    aliases::activate(ctx, pool, user, &attributes, claim, batch).await?;
    let before = user;
    let mut user = before.clone();
    user.status = UserStatus::Confirmed.as_str().to_owned();
    user.attributes = attributes.to_doc();
    user.modified = ctx.now.millis();
    user_rows::update(pool, before, &user, batch)?;
    batch.delete(code);
    Ok(())
}
