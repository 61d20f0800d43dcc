//! `ListUserPools`: the pools in the order of their ids, page by page.

use pools::config::{DELETING, opened};
use pools::error::Error;
use pools::request::{Ctx, paging};
use serde_json::json;
use wire::idp::{ListUserPoolsRequest, ListUserPoolsResponse};

/// Pools read at a time.
const PAGE: u32 = 100;
const OPERATION: &str = "ListUserPools";

/// Only pools of the request's region. The token names the last pool of the page.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListUserPoolsRequest,
) -> Result<ListUserPoolsResponse, Error> {
    let wanted = usize::try_from(input.max_results).unwrap_or(1).max(1);
    let mut after = input.next_token.as_deref().map(|token| after_of(ctx, token)).transpose()?;
    let mut listed = Vec::with_capacity(wanted);
    // One more shows whether there is a next page.
    while listed.len() <= wanted {
        let page = ctx.server.store.read(store::Pool::page(after.as_deref(), PAGE)).await?;
        let is_last = page.len() < PAGE as usize;
        after = page.last().map(|row| row.pool_id.clone());
        listed.extend(page.into_iter().filter(|row| is_listed(ctx, row)));
        if is_last {
            break;
        }
    }
    let (page, last) = paging::cut(listed, wanted);
    let next_token = last.map(|row| paging::seal_in_region(ctx, OPERATION, &json!(row.pool_id)));
    let mut pools = Vec::with_capacity(page.len());
    for row in &page {
        pools.push(opened(row)?.summary());
    }
    Ok(ListUserPoolsResponse { user_pools: Some(pools), next_token })
}

fn is_listed(ctx: &Ctx, row: &store::Pool) -> bool {
    row.state != DELETING && ctx.is_in_region(&row.pool_id)
}

fn after_of(ctx: &Ctx, token: &str) -> Result<String, Error> {
    let at = paging::open_in_region(ctx, OPERATION, token)?;
    Ok(at.as_str().ok_or_else(paging::invalid)?.to_owned())
}
