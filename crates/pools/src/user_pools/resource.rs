//! Resources named by their Amazon resource name (ARN): user pools.

use domain::ids;
use wire::ExceptionType as Kind;

use crate::error::{Error, refuse};
use crate::request::Ctx;
use crate::texts;

/// The id of the user pool that an ARN names. The pool is not looked up.
///
/// # Errors
/// `InvalidParameterException` if the ARN is not that of a user pool; `ResourceNotFoundException`
/// for a pool that cannot exist here, because account, partition or region differ.
pub fn require_pool_id<'a>(ctx: &Ctx, arn: &'a str) -> Result<&'a str, Error> {
    let named = ids::pool_of_arn(arn);
    let pool_id = named.ok_or_else(|| {
        refuse(Kind::InvalidParameter, format!("{arn} is not the ARN of a user pool."))
    })?;
    if ids::pool_arn(&ctx.server.settings.account_id, pool_id) == arn {
        Ok(pool_id)
    } else {
        Err(texts::pool_unknown(pool_id))
    }
}
