//! `ListUserPools`: the pools in the order of their ids, page by page.

use domain::ids;
use pools::config::{DELETING, opened};
use pools::error::{Error, refuse};
use pools::request::Ctx;
use wire::ExceptionType as Kind;
use wire::idp::{ListUserPoolsRequest, ListUserPoolsResponse};

/// Only pools of the request's region. A page may be short and still have a next one; the token
/// names the last pool examined.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListUserPoolsRequest,
) -> Result<ListUserPoolsResponse, Error> {
    let wanted = usize::try_from(input.max_results).unwrap_or(1).max(1);
    let mut after = input.next_token.as_deref().map(|token| after_of(ctx, token)).transpose()?;
    let mut listed = Vec::with_capacity(wanted);
    let next = loop {
        let page = ctx.server.store.read(store::Pool::page(after.as_deref(), PAGE)).await?;
        let is_last = page.len() < PAGE as usize;
        for row in page {
            after = Some(row.pool_id.clone());
            if is_listed(ctx, &row) {
                listed.push(opened(&row)?.summary());
            }
            if listed.len() == wanted {
                break;
            }
        }
        if listed.len() == wanted {
            let rest = ctx.server.store.read(store::Pool::page(after.as_deref(), 1)).await?;
            break after.filter(|_| !rest.is_empty());
        }
        if is_last {
            break None;
        }
    };
    Ok(ListUserPoolsResponse { user_pools: Some(listed), next_token: next })
}

/// Pools read at a time.
const PAGE: u32 = 100;

fn is_listed(ctx: &Ctx, row: &store::Pool) -> bool {
    row.state != DELETING && ctx.is_in_region(&row.pool_id)
}

/// The token is the id of the last pool examined. It is not secret, but only pool ids are accepted.
fn after_of(ctx: &Ctx, token: &str) -> Result<String, Error> {
    if ids::is_pool_id(token) && ctx.is_in_region(token) {
        Ok(token.to_owned())
    } else {
        Err(refuse(Kind::InvalidParameter, "Invalid pagination token."))
    }
}
