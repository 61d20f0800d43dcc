//! `ListUsersInGroup`: the members of a group in the order of their ids, page by page.

use pools::error::Error;
use pools::groups::require_group;
use pools::request::{Ctx, paging};
use serde_json::json;
use store::{GroupMember, User};
use wire::idp::{ListUsersInGroupRequest, ListUsersInGroupResponse};

use crate::shown;

/// Reads the members of one page, then their users. A user that was deleted in between is left out,
/// so a page may be short and still have a next one. A token is valid for this group, not for a
/// later one of the same name.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListUsersInGroupRequest,
) -> Result<ListUsersInGroupResponse, Error> {
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    let group = require_group(ctx, &pool, &input.group_name).await?;
    let bound = ["ListUsersInGroup", group.group_id.as_str()];
    let after = paging::after(ctx, &pool, &bound, input.next_token.as_deref())?;
    let (wanted, rows) = paging::with_one_more(input.limit);
    let part = pool.group_part(&group.group_id);
    let members = ctx
        .server
        .store
        .read(GroupMember::page(&part, &group.group_id, after.as_deref(), rows))
        .await?;
    let (page, next) = paging::cut(members, wanted);
    let next_token = next.map(|last| paging::seal(ctx, &pool, &bound, &json!(last.user_id)));
    let reads: Vec<_> =
        page.iter().map(|member| User::get(&member.user_part, &member.user_id)).collect();
    let found = ctx.server.store.read(reads).await?;
    let listed = found.iter().flatten().map(shown::user).collect::<Result<_, _>>()?;
    Ok(ListUsersInGroupResponse { users: Some(listed), next_token })
}
