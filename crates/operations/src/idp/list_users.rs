//! `ListUsers`: a pool's users, page by page, optionally filtered.

use domain::listing::{Filter, FilterFault, parse};
use domain::schema::Schema;
use domain::user::Attributes;
use pools::config::PoolConfig;
use pools::error::{Error, Fault, refuse};
use pools::request::{Ctx, paging};
use pools::users::listing::{Begin, By, Page, Position, Query, Stop, page};
use serde_json::{Value, json};
use store::User;
use wire::ExceptionType as Kind;
use wire::idp::{ListUsersRequest, ListUsersResponse, UserType};

use crate::shown;

/// Based on the store: if the pool was changed or deleted elsewhere, the read that finds the users
/// notices.
pub(crate) async fn handle(ctx: &Ctx, input: ListUsersRequest) -> Result<ListUsersResponse, Error> {
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    match list(ctx, &pool, &input, false).await {
        Err(Stop::Changed) => {}
        outcome => return settled(outcome),
    }
    ctx.server.config.forget(pool.id());
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    settled(list(ctx, &pool, &input, true).await)
}

fn settled(outcome: Result<ListUsersResponse, Stop>) -> Result<ListUsersResponse, Error> {
    outcome.map_err(|stop| match stop {
        Stop::Error(error) => error,
        // A chain of pages by value is only issued once all users are indexed.
        Stop::NotIndexed => paging::invalid(),
        Stop::Changed => {
            Fault::new("a configuration that was just read from the store has changed").into()
        }
    })
}

async fn list(
    ctx: &Ctx,
    pool: &PoolConfig,
    input: &ListUsersRequest,
    is_sure: bool,
) -> Result<ListUsersResponse, Stop> {
    let schema = pool.settings.schema();
    let text = input.filter.as_deref().unwrap_or_default();
    let filter = filter_of(schema, text)
        .map_err(|fault| refuse(Kind::InvalidParameter, fault.to_string()))?;
    let shown = shown_attributes(schema, input.attributes_to_get.as_deref().unwrap_or_default())?;
    // A position is meaningless once the pool's users are spread over another number of parts.
    let (n_parts, names) = (pool.row.n_parts.to_string(), json!(shown).to_string());
    let bound = ["ListUsers", n_parts.as_str(), text, names.as_str()];
    let token = input.pagination_token.as_deref();
    let begin =
        token.map(|token| begin_of(&paging::open(ctx, pool, &bound, token)?)).transpose()?;
    let wanted = Query { filter: filter.as_ref(), users: paging::page_length(input.limit), begin };
    let Page { users, next } = page(ctx, pool, &wanted, is_sure).await?;
    let users: Result<Vec<UserType>, Error> =
        users.iter().map(|(user, all)| shown_user(user, all, &shown)).collect();
    let token = next.map(|next| paging::seal(ctx, pool, &bound, &sealed(&next)));
    Ok(ListUsersResponse { users: Some(users?), pagination_token: token })
}

fn filter_of(schema: &Schema, text: &str) -> Result<Option<Filter>, FilterFault> {
    parse(text)?.map(|condition| Filter::of(schema, condition)).transpose()
}

/// The full names of the attributes to show; empty means all. They must exist in the schema; not
/// every user needs a value (inferred).
fn shown_attributes<'a>(schema: &'a Schema, names: &[String]) -> Result<Vec<&'a str>, Error> {
    let known = |name: &String| match schema.find(name) {
        Some(attribute) => Ok(attribute.name.as_str()),
        None => {
            Err(refuse(Kind::InvalidParameter, "One or more requested attributes do not exist."))
        }
    };
    names.iter().map(known).collect()
}

fn shown_user(user: &User, attributes: &Attributes, names: &[&str]) -> Result<UserType, Error> {
    let is_shown = |name: &str| names.is_empty() || names.contains(&name);
    shown::user_with(user, attributes.to_wire_where(&user.user_id, is_shown))
}

/// The next page's start, as a token records it.
fn sealed(begin: &Begin) -> Value {
    let Position { part, after } = &begin.position;
    json!({ "by_value": begin.by == By::Value, "part": part, "after": after, "began": begin.began })
}

fn begin_of(sealed: &Value) -> Result<Begin, Error> {
    let by = if sealed["by_value"] == true { By::Value } else { By::Id };
    let part = sealed["part"]
        .as_u64()
        .and_then(|part| usize::try_from(part).ok())
        .ok_or_else(paging::invalid)?;
    let after = serde_json::from_value(sealed["after"].clone()).map_err(|_| paging::invalid())?;
    let began = sealed["began"].as_i64().ok_or_else(paging::invalid)?;
    Ok(Begin { by, position: Position { part, after }, began })
}
