//! `USER_SRP_AUTH`: the first half of SRP-6a. The answer is a `PASSWORD_VERIFIER` challenge whose
//! secret block carries all state.

use std::collections::BTreeMap;

use domain::challenge::SrpBlock;
use domain::credential::{AtRest, PasswordCredential};
use domain::srp::ClientPublic;
use wire::ExceptionType as Kind;
use wire::idp::ChallengeNameType;

use crate::ctx::Ctx;
use crate::error::{Error, Fault, refuse};
use crate::sign_in::{Account, Initiate, Step};
use crate::{gate, texts};

/// The service asks for an answer "within a few seconds"; people type slower on test machines.
const ANSWER_WITHIN_SECONDS: i64 = 60;

/// Gives salt, B and secret block; for an unknown name simulated ones that are stable for the name.
pub(crate) async fn handle(ctx: &Ctx, request: &Initiate<'_>) -> Result<Step, Error> {
    let (pool, client) = (request.pool, request.client);
    let name = request.require("USERNAME")?;
    let a = request.require("SRP_A")?;
    request.check_secret_hash(name)?;
    gate::sign_in(&pool.pool)?;
    if ctx.server.settings.at_rest == AtRest::Argon2id {
        return Err(refuse(
            Kind::InvalidParameter,
            "USER_SRP_AUTH is not possible: this server keeps passwords as argon2id hashes.",
        ));
    }
    let a = ClientPublic::parse(a)
        .map_err(|_| refuse(Kind::InvalidParameter, "Invalid SRP_A value."))?;
    let account = Account::by_name(ctx, request, name).await?;
    if !client.client.hides_existence() {
        let user = account.user.as_ref().ok_or_else(texts::user_unknown)?;
        if !user.enabled {
            return Err(texts::user_disabled());
        }
    }
    let kept = account.password(ctx, pool)?;
    let pool_name = domain::ids::pool_name(pool.id());
    // A hash kept from before the server's setting was changed has no verifier: such a user cannot
    // be told from an unknown one.
    let simulated =
        PasswordCredential::simulated(&pool.keys.stable, AtRest::Srp, pool_name, &account.username);
    let verifier = kept.verifier().or_else(|| simulated.verifier());
    let verifier =
        verifier.ok_or_else(|| Fault::new("a simulated credential without a verifier"))?;
    ctx.server.meter.count_powers(1);
    let exchange = verifier.exchange(&ctx.server.rng);
    let block = SrpBlock {
        id: ctx.server.rng.uuid(),
        client_id: client.client.id.clone(),
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
    let secret_block = block.seal(&pool.keys.data, &ctx.server.rng);
    let parameters = BTreeMap::from([
        ("SALT".to_owned(), verifier.salt_hex()),
        ("SECRET_BLOCK".to_owned(), secret_block),
        ("SRP_B".to_owned(), exchange.public_hex()),
        ("USERNAME".to_owned(), account.username.clone()),
        ("USER_ID_FOR_SRP".to_owned(), account.username),
    ]);
    Ok(Step::Challenge { name: ChallengeNameType::PasswordVerifier, parameters, session: None })
}
