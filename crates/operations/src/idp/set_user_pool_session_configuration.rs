//! `SetUserPoolSessionConfiguration`: turns session tracking on or off, and limits the token
//! sessions of a user.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools;
use wire::idp::{SetUserPoolSessionConfigurationRequest, SetUserPoolSessionConfigurationResponse};

/// A lower limit does not end sessions by itself: the next sign-in of each user does. When tracking
/// is turned off, recorded sessions stay as they are.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: SetUserPoolSessionConfigurationRequest,
) -> Result<SetUserPoolSessionConfigurationResponse, Error> {
    let pool = user_pools::change(ctx, &input.user_pool_id, |pool, now| {
        let mut pool = pool.clone();
        pool.set_sessions(input.clone(), now).map_err(Error::from)?;
        Ok(pool)
    });
    let pool = pool.await?;
    Ok(SetUserPoolSessionConfigurationResponse {
        user_session_tracking: Some(pool.session_tracking()),
        token_session: Some(pool.token_session_limits()),
        user_pool_id: Some(pool.id),
    })
}
