//! `ListUserPoolClients`: a pool's app clients in the order of their ids, page by page.

use pools::error::Error;
use pools::request::{Ctx, paging};
use pools::user_pools::require_stored_pool;
use serde_json::json;
use store::PoolClient;
use wire::idp::{ClientTypeType, ListUserPoolClientsRequest, ListUserPoolClientsResponse};

/// The token names the last client of the page. Dynamically registered clients do not exist yet.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListUserPoolClientsRequest,
) -> Result<ListUserPoolClientsResponse, Error> {
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    require_stored_pool(ctx, pool.id()).await?;
    let kind = input.client_type.map(ClientTypeType::as_str).unwrap_or_default();
    let bound = ["ListUserPoolClients", kind];
    let after = paging::after(ctx, &pool, &bound, input.next_token.as_deref())?;
    if input.client_type == Some(ClientTypeType::Dcr) {
        return Ok(ListUserPoolClientsResponse {
            user_pool_clients: Some(Vec::new()),
            next_token: None,
        });
    }
    let (wanted, rows) = paging::with_one_more(input.max_results);
    let rows = ctx.server.store.read(PoolClient::page(pool.id(), after.as_deref(), rows)).await?;
    let (page, last) = paging::cut(rows, wanted);
    let next_token = last.map(|row| paging::seal(ctx, &pool, &bound, &json!(row.client_id)));
    let mut clients = Vec::with_capacity(page.len());
    for row in &page {
        clients.push(pool.open_client(&row.client_id, row)?.settings.summary());
    }
    Ok(ListUserPoolClientsResponse { user_pool_clients: Some(clients), next_token })
}
