//! Lists a pool's users page by page: by id, by the value of an attribute, or by a key.

mod by_id;
mod by_value;
mod reader;

use domain::listing::{Filter, Match, Range, Searched};
use domain::user::Attributes;
use store::User;

use crate::config::PoolConfig;
use crate::request::{Ctx, paging};
use crate::users::rows::listed;
use crate::users::{self, attributes_of};
use reader::Reader;
pub use reader::Stop;

/// `kind` of the job that indexes a pool's existing users by attribute values; its id is the
/// pool's. A migration queues it. Until it is done, users cannot be listed by value.
pub(crate) const INDEX_USERS: &str = "index-users";
/// Most rows examined for a page; past that, the page ends short, with a token.
const MOST_EXAMINED: usize = 2_000;
/// Most parts read in one store call.
const MOST_PARTS: usize = 64;

/// What to list.
pub struct Query<'a> {
    /// Filter that the users must match; `None` for all users.
    pub filter: Option<&'a Filter>,
    /// Users per page.
    pub users: usize,
    /// Where the page begins; `None` for the first one.
    pub begin: Option<Begin>,
}

/// Where a page begins, as its token records it.
#[derive(Clone)]
pub struct Begin {
    /// Order of the chain of pages; it never changes within a chain.
    pub by: By,
    /// Where the walk continues.
    pub position: Position,
    /// When the first page of the chain was requested, in milliseconds since the epoch.
    pub began: i64,
}

/// The order of a chain of pages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// By the users' ids: every user is examined.
    Id,
    /// By the values of an attribute.
    Value,
}

/// A position after a row.
#[derive(Clone, Default)]
pub struct Position {
    /// Index of the part.
    pub part: usize,
    /// Value (empty in a list by id) and user id of the last row; `None` at the start of the part.
    pub after: Option<(String, String)>,
}

/// A page of users, and where the next one begins.
pub struct Page {
    /// The users, with their attributes.
    pub users: Vec<(User, Attributes)>,
    /// Where the next page begins; `None` if this is the last one.
    pub next: Option<Begin>,
}

/// Reads a page. Nothing is guarded: each user is shown as one read found it. `is_sure` means that
/// the configuration was just read from the store.
pub async fn page(
    ctx: &Ctx,
    pool: &PoolConfig,
    wanted: &Query<'_>,
    is_sure: bool,
) -> Result<Page, Stop> {
    let mut reader = Reader::new(ctx, pool, is_sure);
    let began = wanted.begin.as_ref().map_or(ctx.now.millis(), |begin| begin.began);
    let walk = match wanted.filter {
        None => by_id::walk(&mut reader, wanted, None, &("", None)).await?,
        Some(filter) => match (&filter.searched, filter.how) {
            (Searched::Username, Match::Equal) => {
                Walk::whole(by_username(&mut reader, filter).await?)
            }
            (Searched::Sub, _) => by_sub(&mut reader, wanted, filter).await?,
            _ => by_value_or_id(&mut reader, wanted, filter).await?,
        },
    };
    let next = walk.next.map(|position| Begin { by: walk.by, position, began });
    Ok(Page { users: walk.found, next })
}

/// The result of a walk.
struct Walk {
    by: By,
    found: Vec<(User, Attributes)>,
    next: Option<Position>,
}

impl Walk {
    fn whole(user: Option<(User, Attributes)>) -> Self {
        Self { by: By::Id, found: user.into_iter().collect(), next: None }
    }
}

/// By the look-up row. It may lead to nobody, or to a user whose preferred username it is: neither
/// matches.
async fn by_username(
    reader: &mut Reader<'_>,
    filter: &Filter,
) -> Result<Option<(User, Attributes)>, Stop> {
    let lookup = users::username_lookup(reader.pool, filter.wanted());
    let Some(lookup) = reader.read(lookup).await? else { return Ok(None) };
    let user = reader.read(User::get(&lookup.user_part, &lookup.user_id)).await?;
    matching(user, Some(filter))
}

async fn by_sub(
    reader: &mut Reader<'_>,
    wanted: &Query<'_>,
    filter: &Filter,
) -> Result<Walk, Stop> {
    let id = match filter.sub_range() {
        Range::One(id) => id,
        // No id is longer than a complete one.
        Range::From(id, _) if id.len() >= WHOLE_ID => id,
        Range::From(from, below) => {
            return by_id::walk(reader, wanted, None, &(&from, below.as_deref())).await;
        }
    };
    let user = reader.read(users::user_get(reader.pool, &id)).await?;
    Ok(Walk::whole(matching(user, Some(filter))?))
}

/// Length of a user's id.
const WHOLE_ID: usize = 36;

/// By value if all users are indexed by it. A chain that began before goes on by id, and examines every
/// user.
async fn by_value_or_id(
    reader: &mut Reader<'_>,
    wanted: &Query<'_>,
    filter: &Filter,
) -> Result<Walk, Stop> {
    let by = wanted.begin.as_ref().map(|begin| begin.by);
    let is_by_value = by == Some(By::Value) || (by.is_none() && !filter.is_without_index());
    if is_by_value {
        match by_value::walk(reader, wanted, filter).await {
            Err(Stop::NotIndexed) if by.is_none() => {}
            outcome => return outcome,
        }
    }
    by_id::walk(reader, wanted, Some(filter), &("", None)).await
}

/// The user, if it exists and matches.
fn matching(
    user: Option<User>,
    filter: Option<&Filter>,
) -> Result<Option<(User, Attributes)>, Stop> {
    let Some(user) = user else { return Ok(None) };
    let attributes = attributes_of(&user)?;
    let matches = filter.is_none_or(|filter| filter.matches(&listed(&user, &attributes)));
    Ok(matches.then_some((user, attributes)))
}

/// The most users that a page may ask for: one more than it shows, to see whether there is a next
/// page.
const _: () = assert!(paging::PAGE < MOST_EXAMINED, "a page without a filter is never short");
