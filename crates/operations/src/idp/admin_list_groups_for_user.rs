//! `AdminListGroupsForUser`: the groups that a user is a member of, page by page.

use domain::group::Group;
use pools::error::Error;
use pools::groups::live_groups;
use pools::request::{Ctx, paging};
use pools::users::{Place, require_user_with};
use serde_json::json;
use store::Membership;
use wire::idp::{AdminListGroupsForUserRequest, AdminListGroupsForUserResponse};

/// Memberships of deleted groups do not count, so a page may be short and still have a next one.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminListGroupsForUserRequest,
) -> Result<AdminListGroupsForUserResponse, Error> {
    let bound = ["AdminListGroupsForUser", input.username.as_str()];
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    let after = paging::after(ctx, &pool, &bound, input.next_token.as_deref())?;
    let (wanted, rows) = paging::with_one_more(input.limit);
    let page =
        |place: &Place| Membership::page(&place.part, &place.user_id, after.as_deref(), rows);
    let (_, memberships) = require_user_with(ctx, &pool, &input.username, page).await?;
    let (page, next) = paging::cut(memberships, wanted);
    let groups = live_groups(ctx, &pool, &page).await?.iter().map(Group::describe).collect();
    let next_token = next.map(|last| paging::seal(ctx, &pool, &bound, &json!(last.group_id)));
    Ok(AdminListGroupsForUserResponse { groups: Some(groups), next_token })
}
