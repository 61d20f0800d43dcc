//! `ListUserPoolClients`: a pool's app clients in the order of their ids, page by page.

use domain::ids;
use pools::error::{Error, refuse};
use pools::request::Ctx;
use pools::user_pools::require_stored_pool;
use store::PoolClient;
use wire::ExceptionType as Kind;
use wire::idp::{ClientTypeType, ListUserPoolClientsRequest, ListUserPoolClientsResponse};

/// Length of a page without `MaxResults`.
const PAGE: i32 = 60;

/// The token names the last client of the page. Dynamically registered clients do not exist yet.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListUserPoolClientsRequest,
) -> Result<ListUserPoolClientsResponse, Error> {
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    require_stored_pool(ctx, pool.id()).await?;
    if input.client_type == Some(ClientTypeType::Dcr) {
        return Ok(ListUserPoolClientsResponse {
            user_pool_clients: Some(Vec::new()),
            next_token: None,
        });
    }
    let after = input.next_token.as_deref();
    if after.is_some_and(|token| !ids::is_client_id(token)) {
        return Err(refuse(Kind::InvalidParameter, "Invalid pagination token."));
    }
    let wanted = usize::try_from(input.max_results.unwrap_or(PAGE)).unwrap_or(1);
    let limit = u32::try_from(wanted + 1).unwrap_or(u32::MAX);
    let mut rows = ctx.server.store.read(PoolClient::page(pool.id(), after, limit)).await?;
    let is_last = rows.len() <= wanted;
    rows.truncate(wanted);
    let next_token = rows.last().filter(|_| !is_last).map(|row| row.client_id.clone());
    let mut clients = Vec::with_capacity(rows.len());
    for row in &rows {
        clients.push(pool.open_client(&row.client_id, row)?.settings.summary());
    }
    Ok(ListUserPoolClientsResponse { user_pool_clients: Some(clients), next_token })
}
