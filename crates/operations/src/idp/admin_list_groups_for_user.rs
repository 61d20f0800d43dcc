//! `AdminListGroupsForUser`: the groups that a user is a member of, page by page.

use domain::group::Group;
use pools::config::PoolConfig;
use pools::error::Error;
use pools::groups::live_groups;
use pools::request::{Ctx, paging};
use pools::users::{Place, require_user_with};
use serde_json::json;
use store::{Membership, User};
use wire::idp::{AdminListGroupsForUserRequest, AdminListGroupsForUserResponse};

/// A token is valid for this user, not for a later one of the same name.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminListGroupsForUserRequest,
) -> Result<AdminListGroupsForUserResponse, Error> {
    let bound = ["AdminListGroupsForUser", input.username.as_str()];
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    let begin = input.next_token.as_deref();
    let begin = begin.map(|token| paging::open(ctx, &pool, &bound, token)).transpose()?;
    let after = match &begin {
        None => None,
        Some(begin) => Some(begin["group"].as_str().ok_or_else(paging::invalid)?),
    };
    let (wanted, rows) = paging::with_one_more(input.limit);
    let page = |place: &Place| Membership::page(&place.part, &place.user_id, after, rows);
    let (user, memberships) = require_user_with(ctx, &pool, &input.username, page).await?;
    if begin.as_ref().is_some_and(|begin| begin["user"] != user.user_id.as_str()) {
        return Err(paging::invalid());
    }
    let live = live(ctx, &pool, &user, memberships, rows).await?;
    let (page, last) = paging::cut(live, wanted);
    let next_token = last.map(|group| {
        let at = json!({ "user": user.user_id, "group": group.group_id });
        paging::seal(ctx, &pool, &bound, &at)
    });
    let groups = page.iter().map(Group::describe).collect();
    Ok(AdminListGroupsForUserResponse { groups: Some(groups), next_token })
}

/// The groups of a page of memberships, and of those after it until the page is full. Memberships
/// of deleted groups, which last until a job removes them, do not count.
async fn live(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: &User,
    mut memberships: Vec<Membership>,
    rows: u32,
) -> Result<Vec<Group>, Error> {
    let (wanted, place) = (rows as usize, Place::from(user));
    let mut live = Vec::with_capacity(wanted);
    loop {
        live.extend(live_groups(ctx, pool, &memberships).await?);
        let Some(last) = memberships.last().filter(|_| memberships.len() == wanted) else {
            return Ok(live);
        };
        if live.len() >= wanted {
            return Ok(live);
        }
        let page = Membership::page(&place.part, &place.user_id, Some(&last.group_id), rows);
        memberships = ctx.server.store.read(page).await?;
    }
}
