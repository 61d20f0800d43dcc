//! Lists users part by part in the order of their ids, which never change: a chain of pages lists
//! nobody twice, and misses nobody who exists from its first page to its last.

use domain::listing::Filter;
use domain::user::Attributes;
use store::User;

use super::reader::{Reader, Stop};
use super::{By, MOST_EXAMINED, MOST_PARTS, Position, Query, Walk, matching};

/// Most users read from one part in one call.
const SLICE: usize = 500;

/// The first users in the range of ids that match.
pub(super) async fn walk(
    reader: &mut Reader<'_>,
    wanted: &Query<'_>,
    filter: Option<&Filter>,
    range: &(&str, Option<&str>),
) -> Result<Walk, Stop> {
    let parts = reader.parts();
    let mut at = wanted.begin.as_ref().map(|begin| begin.position.clone()).unwrap_or_default();
    let mut found: Vec<((User, Attributes), Position)> = Vec::new();
    let (mut left, mut width) = (MOST_EXAMINED, 1);
    while at.part < parts.len() && left > 0 {
        let these: Vec<&String> = parts.iter().skip(at.part).take(width.min(left)).collect();
        let most = if filter.is_some() { SLICE } else { wanted.users + 1 - found.len() };
        let limit = most.min(left / these.len()).max(1);
        let after = at.after.as_ref().map(|(_, user_id)| user_id.clone());
        let reads = these.iter().enumerate().map(|(nth, part)| {
            let after = after.as_deref().filter(|_| nth == 0);
            User::between(part, *range, after, u32::try_from(limit).unwrap_or(u32::MAX))
        });
        for rows in reader.read(reads.collect::<Vec<_>>()).await? {
            let is_cut = rows.len() == limit;
            for user in rows {
                at.after = Some((String::new(), user.user_id.clone()));
                left = left.saturating_sub(1);
                found.extend(matching(Some(user), filter)?.map(|user| (user, at.clone())));
                if found.len() > wanted.users {
                    return Ok(cut(found, wanted.users));
                }
            }
            if is_cut {
                break;
            }
            at = Position { part: at.part + 1, after: None };
        }
        width = MOST_PARTS;
    }
    let next = (at.part < parts.len()).then_some(at);
    Ok(Walk { by: By::Id, found: found.into_iter().map(|(user, _)| user).collect(), next })
}

/// A full page; the next one begins after its last user.
fn cut(mut found: Vec<((User, Attributes), Position)>, users: usize) -> Walk {
    found.truncate(users);
    let next = found.last().map(|(_, position)| position.clone());
    Walk { by: By::Id, found: found.into_iter().map(|(user, _)| user).collect(), next }
}
