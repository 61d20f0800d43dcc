//! `SetUserPoolSessionConfiguration`: turns session tracking on or off, and limits the token sessions of a user.

use store::{ConfigRev, Rev};
use wire::idp::{SetUserPoolSessionConfigurationRequest, SetUserPoolSessionConfigurationResponse};

use crate::config::{DELETING, opened};
use crate::ctx::Ctx;
use crate::error::Error;
use crate::settings::refused;
use crate::texts;

/// A lower limit ends no session by itself: the next sign-in of each user does. Turned off, what is recorded stays as it is.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: SetUserPoolSessionConfigurationRequest,
) -> Result<SetUserPoolSessionConfigurationResponse, Error> {
    let pool_id = &input.user_pool_id;
    let mut tries = ctx.tries();
    loop {
        let row = ctx.server.store.read(store::Pool::get(pool_id.as_str())).await?;
        let row = row.filter(|row| row.state != DELETING && ctx.is_in_region(pool_id));
        let row = row.ok_or_else(|| texts::pool_unknown(pool_id))?;
        let mut pool = opened(&row)?;
        pool.set_sessions(input.clone(), ctx.now).map_err(refused)?;
        let mut batch = ctx.batch();
        batch.update(&store::Pool { doc: pool.to_doc(), ..row });
        batch.replace(&ConfigRev { pool_id: pool_id.clone(), rev: Rev(0) });
        if tries.commit(batch).await? {
            ctx.server.config.forget(pool_id);
            return Ok(SetUserPoolSessionConfigurationResponse {
                user_session_tracking: Some(pool.session_tracking()),
                token_session: Some(pool.token_session_limits()),
                user_pool_id: Some(pool.id),
            });
        }
    }
}
