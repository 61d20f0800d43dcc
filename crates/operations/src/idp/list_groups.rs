//! `ListGroups`: a pool's groups in the order of their names, page by page.

use pools::config::opened_group;
use pools::error::Error;
use pools::request::{Ctx, paging};
use serde_json::json;
use store::Group;
use wire::idp::{ListGroupsRequest, ListGroupsResponse};

/// The token names the last group of the page.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListGroupsRequest,
) -> Result<ListGroupsResponse, Error> {
    const BOUND: [&str; 1] = ["ListGroups"];
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    let after = paging::after(ctx, &pool, &BOUND, input.next_token.as_deref())?;
    let (wanted, rows) = paging::with_one_more(input.limit);
    let rows = ctx.server.store.read(Group::page(pool.id(), after.as_deref(), rows)).await?;
    let (page, next) = paging::cut(rows, wanted);
    let next_token = next.map(|last| paging::seal(ctx, &pool, &BOUND, &json!(last.group_name)));
    let mut groups = Vec::with_capacity(page.len());
    for row in &page {
        groups.push(opened_group(row)?.describe());
    }
    Ok(ListGroupsResponse { groups: Some(groups), next_token })
}
