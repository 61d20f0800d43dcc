//! `ConfirmSignUp`: the code that was sent makes the account CONFIRMED and its address verified.

use domain::lockout::limit::CONFIRM_SIGN_UP;
use domain::names::AliasKind;
use domain::pool::Trigger;
use domain::user::{Attributes, UserStatus};
use store::{Attempts, Batch, Code, User};
use wire::ExceptionType as Kind;
use wire::idp::{ConfirmSignUpRequest, ConfirmSignUpResponse};

use crate::aliases::Claim;
use crate::codes::{self, SIGN_UP};
use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::sign_in::{attributes_of, status_of};
use crate::subject::Named;
use crate::users::Place;
use crate::{aliases, gate, limits, secrets, texts};

/// Every try is counted, 15 an hour, unknown names too; the count is committed with the verdict, so that guesses sent at once
/// are counted one by one.
pub(crate) async fn handle(ctx: &Ctx, input: ConfirmSignUpRequest) -> Result<ConfirmSignUpResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    secrets::check_hash(&client, &input.username, input.secret_hash.as_ref().map(|hash| hash.as_str()))?;
    gate::no_triggers(&pool.pool, &[Trigger::PostConfirmation])?;
    let hides = client.client.hides_existence();
    let force = input.force_alias_creation.unwrap_or(false);
    let mut tries = ctx.tries();
    loop {
        let named = Named::find(ctx, &pool, &input.username).await?;
        let (user, code, tried) = read(ctx, &pool, &named).await?;
        let mut batch = ctx.batch();
        limits::count(ctx, &pool, &named.subject, &CONFIRM_SIGN_UP, tried.as_ref(), &mut batch)?;
        let refusal = match judge(ctx, &pool, user.as_ref(), code.as_ref(), &input.confirmation_code, hides)? {
            Verdict::Right(right) => {
                confirm(ctx, &pool, right, force, &mut batch).await?;
                None
            }
            Verdict::Wrong(refusal) => Some(refusal),
        };
        if tries.commit(batch).await? {
            return refusal.map_or_else(|| Ok(ConfirmSignUpResponse::default()), Err);
        }
    }
}

async fn read(ctx: &Ctx, pool: &PoolConfig, named: &Named) -> Result<(Option<User>, Option<Code>, Option<Attempts>), Error> {
    let (part, user_id) = (&named.place.part, &named.place.user_id);
    let counter = limits::counter(pool, &named.subject, &CONFIRM_SIGN_UP);
    Ok(ctx.server.store.read((User::get(part, user_id), Code::get(part, user_id, SIGN_UP), counter)).await?)
}

enum Verdict<'a> {
    Right(Right<'a>),
    /// Told after it is counted.
    Wrong(Error),
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
        return if hides { Ok(Verdict::Wrong(texts::code_mismatch())) } else { Err(texts::user_client_unknown()) };
    };
    let status = status_of(user)?;
    if status != UserStatus::Unconfirmed {
        let text = format!("User cannot be confirmed. Current status is {}", status.as_str());
        return Err(refuse(Kind::NotAuthorized, text));
    }
    if !user.enabled {
        return if hides { Ok(Verdict::Wrong(texts::code_mismatch())) } else { Err(texts::user_disabled()) };
    }
    let Some(code) = code.filter(|code| code.expires > ctx.now.millis()) else {
        return Ok(Verdict::Wrong(texts::code_expired()));
    };
    let attributes = attributes_of(user)?;
    let verified = codes::destination_of(pool, code, &attributes);
    let destination = verified.as_ref().map_or("", |(_, value)| value.as_str());
    if !codes::matches(pool, code, destination, given) {
        return Ok(Verdict::Wrong(texts::code_mismatch()));
    }
    Ok(Verdict::Right(Right { user, code, attributes, verified }))
}

async fn confirm(ctx: &Ctx, pool: &PoolConfig, right: Right<'_>, force: bool, batch: &mut Batch) -> Result<(), Error> {
    let Right { user, code, mut attributes, verified } = right;
    if let Some((kind, _)) = verified {
        attributes.set_verified(kind, true);
    }
    let place = Place { user_id: user.user_id.clone(), part: user.part.clone() };
    let claim = Claim { confirmed: true, force };
    aliases::activate(ctx, pool, &place, &attributes, claim, batch).await?;
    let mut user = user.clone();
    user.status = UserStatus::Confirmed.as_str().to_owned();
    user.attributes = attributes.to_doc();
    user.modified = ctx.now.millis();
    batch.update(&user);
    batch.delete(code);
    Ok(())
}
