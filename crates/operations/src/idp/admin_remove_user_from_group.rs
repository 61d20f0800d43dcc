//! `AdminRemoveUserFromGroup`: the user's next tokens no longer name the group.

use pools::error::Error;
use pools::groups::{self, GroupUser};
use pools::request::Ctx;
use wire::idp::AdminRemoveUserFromGroupRequest;

/// Idempotent. Tokens already issued keep the group until they expire.
pub(crate) async fn handle(ctx: &Ctx, input: AdminRemoveUserFromGroupRequest) -> Result<(), Error> {
    let AdminRemoveUserFromGroupRequest { user_pool_id, group_name, username } = &input;
    groups::remove_user(ctx, GroupUser { pool_id: user_pool_id, group_name, username }).await
}
