//! `AdminAddUserToGroup`: the user's next tokens name the group.

use pools::error::Error;
use pools::groups::{self, GroupUser};
use pools::request::Ctx;
use wire::idp::AdminAddUserToGroupRequest;

/// Idempotent.
pub(crate) async fn handle(ctx: &Ctx, input: AdminAddUserToGroupRequest) -> Result<(), Error> {
    let AdminAddUserToGroupRequest { user_pool_id, group_name, username } = &input;
    groups::add_user(ctx, GroupUser { pool_id: user_pool_id, group_name, username }).await
}
