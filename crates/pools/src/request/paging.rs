//! Page tokens: where the next page begins, sealed, so that callers can neither read nor forge one.
//! A token is valid for an hour, for the operation and the parameters that it was issued for.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::seal::Purpose;
use serde_json::{Value, json};
use wire::ExceptionType as Kind;

use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::request::Ctx;

/// Longest page of most lists, and the default when `Limit` is absent or 0.
pub const PAGE: usize = 60;

/// Validity of a token, in seconds.
const GOOD_FOR_SECONDS: i64 = 3_600;

/// The number of rows on a page: `Limit` if it is given and not 0, otherwise [`PAGE`].
pub fn page_length(limit: Option<i32>) -> usize {
    limit
        .and_then(|limit| usize::try_from(limit).ok())
        .filter(|limit| *limit > 0)
        .map_or(PAGE, |limit| limit.min(PAGE))
}

/// Issues the token of the page that begins at `at`. `bound` names the operation and the parameters
/// that must not change from page to page.
pub fn seal(ctx: &Ctx, pool: &PoolConfig, bound: &[&str], at: &Value) -> String {
    let plain = plain(ctx, at);
    URL_SAFE_NO_PAD.encode(pool.keys.data.seal(
        &ctx.server.rng,
        Purpose::PageToken,
        bound,
        plain.as_bytes(),
    ))
}

fn plain(ctx: &Ctx, at: &Value) -> String {
    json!({ "expires": ctx.now.plus_seconds(GOOD_FOR_SECONDS).millis(), "at": at }).to_string()
}

/// Opens a token and returns where its page begins.
///
/// # Errors
/// `InvalidParameterException` for a token that is forged, expired, or issued for other parameters.
pub fn open(ctx: &Ctx, pool: &PoolConfig, bound: &[&str], token: &str) -> Result<Value, Error> {
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| invalid())?;
    let plain = pool.keys.data.unseal(Purpose::PageToken, bound, &bytes).map_err(|_| invalid())?;
    begin(ctx, &plain)
}

fn begin(ctx: &Ctx, plain: &[u8]) -> Result<Value, Error> {
    let mut sealed: Value = serde_json::from_slice(plain).map_err(|_| invalid())?;
    let is_good = sealed["expires"].as_i64().is_some_and(|expires| ctx.now.millis() < expires);
    if is_good { Ok(sealed["at"].take()) } else { Err(invalid()) }
}

/// Like [`seal`], for a list that belongs to no pool but to the request's region: sealed under the
/// master key.
pub fn seal_in_region(ctx: &Ctx, operation: &str, at: &Value) -> String {
    let context = region_context(ctx, operation);
    let sealed = ctx.server.master.wrap(&ctx.server.rng, &context, plain(ctx, at).as_bytes());
    format!("{}.{}", sealed.master_key_id, URL_SAFE_NO_PAD.encode(sealed.bytes))
}

/// Opens a token of [`seal_in_region`]. Once the master key it is sealed under is no longer given,
/// a token is invalid.
///
/// # Errors
/// Like [`open`].
pub fn open_in_region(ctx: &Ctx, operation: &str, token: &str) -> Result<Value, Error> {
    let (key, sealed) = token.split_once('.').ok_or_else(invalid)?;
    let bytes = URL_SAFE_NO_PAD.decode(sealed).map_err(|_| invalid())?;
    let context = region_context(ctx, operation);
    let plain = ctx.server.master.unwrap(&context, key, &bytes).map_err(|_| invalid())?;
    begin(ctx, &plain)
}

fn region_context(ctx: &Ctx, operation: &str) -> String {
    format!("page of {operation} in {}", ctx.call.region)
}

/// Every token that is not, or no longer, valid for the request.
pub fn invalid() -> Error {
    refuse(Kind::InvalidParameter, "Invalid pagination token.")
}

/// The last row before the page of a token; `None` for the first page.
///
/// # Errors
/// Like [`open`].
pub fn after(
    ctx: &Ctx,
    pool: &PoolConfig,
    bound: &[&str],
    token: Option<&str>,
) -> Result<Option<String>, Error> {
    let Some(token) = token else { return Ok(None) };
    let at = open(ctx, pool, bound, token)?;
    Ok(Some(at.as_str().ok_or_else(invalid)?.to_owned()))
}

/// The rows of a page, and how many to read for it: one more shows whether there is a next page.
pub fn with_one_more(limit: Option<i32>) -> (usize, u32) {
    let wanted = page_length(limit);
    (wanted, u32::try_from(wanted).unwrap_or(u32::MAX).saturating_add(1))
}

/// Cuts the rows to one page, and returns the page's last row if there is a next page.
pub fn cut<R: Clone>(mut rows: Vec<R>, wanted: usize) -> (Vec<R>, Option<R>) {
    let has_next = rows.len() > wanted;
    rows.truncate(wanted);
    let last = rows.last().filter(|_| has_next).cloned();
    (rows, last)
}
