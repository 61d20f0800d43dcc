//! One-time codes sent to a user: stored as a MAC bound to the user, the purpose and the
//! destination; sent as a row of `messages`.

mod guesses;
pub mod inbox;
mod made_up;
pub(crate) mod recovery;
pub mod verification;

pub(crate) use guesses::{Guess, Guesses, VERIFYING};
pub(crate) use made_up::unsent_details;

use domain::code;
use domain::lockout;
use domain::lockout::network::Network;
use domain::message::{self, Message, MessageKind, Recipient};
use domain::names::{self, AliasKind};
use domain::seal::Purpose;
use domain::user::Attributes;
use store::{Batch, Code, Rev, Spent, User};
use wire::idp::CodeDeliveryDetailsType;
use zeroize::Zeroizing;

use crate::config::PoolConfig;
use crate::error::{Error, Fault};
use crate::request::{Ctx, SENDING};
use crate::users::Place;

/// What a code is for, and how long it lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodePurpose {
    /// The `kind` of the code's row, and part of its MAC.
    pub kind: &'static str,
    seconds: i64,
}

/// Confirms an account.
pub(crate) const SIGN_UP: CodePurpose = CodePurpose { kind: "sign_up", seconds: 86_400 };
/// Sets a new password to replace a forgotten one.
pub(crate) const FORGOT_PASSWORD: CodePurpose =
    CodePurpose { kind: "forgot_password", seconds: 3_600 };
/// Verifies an email address.
pub(crate) const VERIFY_EMAIL: CodePurpose = CodePurpose { kind: "verify_email", seconds: 86_400 };
/// Verifies a phone number.
pub(crate) const VERIFY_PHONE_NUMBER: CodePurpose =
    CodePurpose { kind: "verify_phone_number", seconds: 86_400 };

/// Longest validity of any code.
const LONGEST_CODE_SECONDS: i64 = 86_400;
/// How long an undelivered message is kept after its code has expired.
const KEEP_MESSAGE_SECONDS: i64 = 86_400;
/// Digits of a sign-up code.
const DIGITS: usize = code::DIGITS;

/// A code, made once per request and kept across retries.
pub(crate) struct NewCode(Zeroizing<String>);

impl NewCode {
    /// A random code, or the fixed code of a development server.
    pub(crate) fn make(ctx: &Ctx) -> Self {
        Self(Zeroizing::new(code::generate(
            &ctx.server.rng,
            DIGITS,
            ctx.server.settings.fixed_code.as_deref(),
        )))
    }
}

/// The address that confirms a sign-up: of the attributes that the pool verifies and the user
/// supplied, the phone number first.
pub(crate) fn sign_up_destination(
    pool: &PoolConfig,
    attributes: &Attributes,
) -> Option<(AliasKind, String)> {
    let verified = pool.settings.auto_verified();
    [AliasKind::PhoneNumber, AliasKind::Email]
        .into_iter()
        .filter(|kind| verified.contains(kind))
        .find_map(|kind| attributes.get(kind.as_str()).map(|value| (kind, value.to_owned())))
}

/// Adds a code and its message to the batch; an earlier code for the same purpose is replaced.
pub(crate) async fn send(
    ctx: &Ctx,
    pool: &PoolConfig,
    purpose: CodePurpose,
    to: &SendTo<'_>,
    new: &NewCode,
    earlier: Option<&Code>,
    batch: &mut Batch,
) -> Result<CodeDeliveryDetailsType, Error> {
    let SendTo { place, username, kind, destination, .. } = to;
    let occasion = format!("{:?} by {kind} to {}", to.message, place.user_id);
    ctx.fire(&pool.settings, &SENDING, &occasion).await?;
    let stable = &pool.keys.stable;
    let expires = ctx.now.plus_seconds(purpose.seconds);
    let row = Code {
        part: place.part.clone(),
        user_id: place.user_id.clone(),
        kind: purpose.kind.to_owned(),
        mac: code::mac(stable, &place.user_id, purpose.kind, destination, &new.0).to_vec(),
        destination_mac: code::destination_mac(stable, &place.user_id, kind.as_str(), destination)
            .to_vec(),
        pending_value: to.is_pending.then(|| seal_pending(ctx, pool, place, purpose, destination)),
        attempts: 0,
        expires: expires.millis(),
        rev: Rev(0),
    };
    batch.put(&row, earlier.map(|earlier| earlier.rev));
    let recipient = Recipient { contact: *kind, destination, username, user_id: &place.user_id };
    let text = message::verification(&pool.settings, to.message, &recipient, &new.0, ctx.now);
    put_message(ctx, pool, place, &text, batch);
    Ok(message::delivery_details(*kind, destination))
}

/// Does the work of [`send`] and its user guard, for a user that does not exist: the writes must
/// not reveal who exists. Adds as many meaningless rows, which expire soon.
pub(crate) fn send_to_nobody(
    ctx: &Ctx,
    pool: &PoolConfig,
    purpose: CodePurpose,
    place: &Place,
    new: &NewCode,
    batch: &mut Batch,
) {
    // One each for the guard, the code, the message, and the mark that the store adds to such a
    // batch.
    const ROWS: usize = 4;
    let stable = &pool.keys.stable;
    let mac = code::mac(stable, &place.user_id, purpose.kind, &place.user_id, &new.0);
    let decoy =
        [code::destination_mac(stable, &place.user_id, purpose.kind, &place.user_id), mac].concat();
    let _ = pool.keys.data.seal(&ctx.server.rng, Purpose::Message, &[&place.user_id], &decoy);
    for _ in 0..ROWS {
        let id = ctx.server.rng.uuid();
        let expires = ctx.now.plus_seconds(purpose.seconds).millis();
        batch.insert(&Spent { part: pool.subject_part(&id), id, expires, rev: Rev(0) });
    }
}

/// The recipient of a code.
pub(crate) struct SendTo<'a> {
    /// Which message carries it.
    pub(crate) message: MessageKind,
    /// Where the user's rows are.
    pub(crate) place: &'a Place,
    /// The real username.
    pub(crate) username: &'a str,
    /// The kind of address.
    pub(crate) kind: AliasKind,
    /// The address.
    pub(crate) destination: &'a str,
    /// Whether the address becomes the user's only when the code is confirmed. Until then it is
    /// kept, sealed, with the code.
    pub(crate) is_pending: bool,
}

/// The address that becomes the user's with this code, if it is pending.
pub(crate) fn pending_of(pool: &PoolConfig, row: &Code) -> Result<Option<String>, Error> {
    let Some(sealed) = &row.pending_value else { return Ok(None) };
    let opened = pool.keys.data.unseal(Purpose::PendingValue, &[&row.user_id, &row.kind], sealed);
    let opened = opened.map_err(|_| Fault::new("a pending address cannot be unsealed"))?;
    let text =
        std::str::from_utf8(&opened).map_err(|_| Fault::new("a pending address is not text"))?;
    Ok(Some(text.to_owned()))
}

fn seal_pending(
    ctx: &Ctx,
    pool: &PoolConfig,
    place: &Place,
    purpose: CodePurpose,
    destination: &str,
) -> Vec<u8> {
    let bound = [place.user_id.as_str(), purpose.kind];
    pool.keys.data.seal(&ctx.server.rng, Purpose::PendingValue, &bound, destination.as_bytes())
}

/// Queues a message, sealed, in the batch of the change that it announces.
pub(crate) fn put_message(
    ctx: &Ctx,
    pool: &PoolConfig,
    place: &Place,
    text: &Message,
    batch: &mut Batch,
) {
    let message_id = ctx.server.rng.uuid();
    let sealed =
        pool.keys.data.seal(&ctx.server.rng, Purpose::Message, &[&message_id], &text.to_bytes());
    batch.insert(&store::Message {
        part: place.part.clone(),
        message_id,
        pool_id: pool.id().to_owned(),
        state: "queued".to_owned(),
        attempts: 0,
        next_try: ctx.now.millis(),
        created: ctx.now.millis(),
        expires: ctx.now.plus_seconds(LONGEST_CODE_SECONDS + KEEP_MESSAGE_SECONDS).millis(),
        sealed,
        rev: Rev(0),
    });
}

/// Withdraws a user's outstanding code for a forgotten password, unless the batch does so already.
pub fn cancel_reset(user: &User, batch: &mut Batch) {
    let code = Code::key(&user.part, &user.user_id, FORGOT_PASSWORD.kind);
    if !batch.names(&code) {
        batch.remove(code);
    }
}

/// The row of a code that was used, which is kept until it expires: a second use is answered as
/// such.
pub(crate) fn used(row: &Code) -> Code {
    Code { attempts: 1, ..row.clone() }
}

/// Whether a code was used.
pub(crate) fn is_used(row: &Code) -> bool {
    row.attempts > 0
}

/// Whether a code is the one sent for this purpose and destination. Constant time.
pub(crate) fn matches(pool: &PoolConfig, row: &Code, destination: &str, given: &str) -> bool {
    let expected = code::mac(&pool.keys.stable, &row.user_id, &row.kind, destination, given);
    code::matches(&row.mac, &expected)
}

/// Does the work of [`matches()`] when no code is outstanding.
pub(crate) fn matches_none(pool: &PoolConfig, place: &Place, given: &str) {
    let _ = code::matches(&[0; 32], &code::mac(&pool.keys.stable, &place.user_id, "", "", given));
}

/// The attribute that a code was sent to, if the user still has the same value.
pub(crate) fn destination_of(
    pool: &PoolConfig,
    row: &Code,
    attributes: &Attributes,
) -> Option<(AliasKind, String)> {
    [AliasKind::PhoneNumber, AliasKind::Email].into_iter().find_map(|kind| {
        let value = attributes.get(kind.as_str())?;
        let mac = code::destination_mac(&pool.keys.stable, &row.user_id, kind.as_str(), value);
        code::matches(&row.destination_mac, &mac).then(|| (kind, value.to_owned()))
    })
}

/// Subject for counting wrong codes for an address, those from a network apart from all others.
pub(crate) fn destination_subject(
    pool: &PoolConfig,
    address: &str,
    network: Option<Network>,
) -> String {
    let folded = names::normalise(address, false);
    let counted = match network {
        Some(network) => format!("destination from {network}:{folded}"),
        None => format!("destination:{folded}"),
    };
    lockout::subject_for_name(&pool.keys.stable, &counted)
}

/// Subject for counting wrong codes when there is no address.
pub(crate) fn no_destination_subject(pool: &PoolConfig, folded_name: &str) -> String {
    lockout::subject_for_name(&pool.keys.stable, &format!("no destination:{folded_name}"))
}
