//! `DeleteUserPoolClient`: deletes the app client; its tokens are no longer accepted here.

use pools::clients::StoredClient;
use pools::config::CLIENT;
use pools::error::Error;
use pools::request::Ctx;
use store::{ConfigRev, Directory, Rev};
use wire::idp::DeleteUserPoolClientRequest;

/// Without the client, its users' refresh tokens, access tokens and challenge sessions are useless.
/// Revoked families stay in the store until they expire.
pub(crate) async fn handle(ctx: &Ctx, input: DeleteUserPoolClientRequest) -> Result<(), Error> {
    let client_id = input.client_id.as_str();
    let mut tries = ctx.tries();
    loop {
        let StoredClient { pool, row, .. } =
            StoredClient::require(ctx, &input.user_pool_id, client_id).await?;
        let mut batch = ctx.batch();
        batch.replace(&ConfigRev { pool_id: pool.id().to_owned(), rev: Rev(0) });
        batch.delete(&row);
        batch.remove(Directory::key(CLIENT, client_id));
        if tries.commit(batch).await? {
            ctx.server.config.forget(pool.id());
            ctx.server.config.forget_client(client_id);
            return Ok(());
        }
    }
}
