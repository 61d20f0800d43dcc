//! Lists users part by part in the order of an attribute's values.
//!
//! Users with the same value are ordered by id, so a chain of pages for one value lists nobody
//! twice. In a chain for values with a common prefix a user may move ahead. From the second page
//! on, users who took their value after the chain began are therefore skipped, unless they have
//! existed since before it: such a user may have been listed already. Only this rule depends on the
//! nodes' clocks, with a margin; a later page may miss what changed just before the chain began.

use std::collections::BTreeSet;

use domain::listing::{Filter, Match, Range, Searched};
use domain::user::Attributes;
use store::{AttributeValue, Prefix, User};

use super::reader::{Reader, Stop};
use super::{By, MOST_EXAMINED, MOST_PARTS, Position, Query, Walk, matching};
use crate::error::Fault;

/// Most that the clocks of nodes may differ, and that an update may take, in milliseconds.
const MARGIN_MILLIS: i64 = 2_000;
/// Rows examined per call once many of them turned out not to match.
const MANY: usize = 500;
/// Rows read per part where few are expected.
const FEW: usize = 4;

/// The users who match.
pub(super) async fn walk(
    reader: &mut Reader<'_>,
    wanted: &Query<'_>,
    filter: &Filter,
) -> Result<Walk, Stop> {
    let (attribute, range) = filter.range().ok_or_else(|| Fault::new("a filter without values"))?;
    let at = wanted.begin.as_ref().map(|begin| begin.position.clone()).unwrap_or_default();
    let expects_few =
        filter.how == Match::Equal && matches!(filter.searched, Searched::Attribute(_));
    let parts = reader.parts();
    let mut rows =
        Rows { attribute, range, parts, at, left: MOST_EXAMINED, wave: usize::from(!expects_few) };
    let mut found: Vec<((User, Attributes), Position)> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut need = wanted.users + 1;
    loop {
        let candidates = rows.next(reader, need).await?;
        need = MANY;
        let reads: Vec<_> =
            candidates.iter().map(|(row, _)| User::get(&row.part, &row.user_id)).collect();
        let users = if reads.is_empty() { Vec::new() } else { reader.read(reads).await? };
        for (user, (row, position)) in users.into_iter().zip(candidates) {
            let Some(user) = matching(user, Some(filter))? else { continue };
            if !may_be_listed_already(wanted, filter, &row, &user.0) && seen.insert(row.user_id) {
                found.push((user, position));
            }
        }
        let is_full = found.len() > wanted.users;
        if is_full || rows.is_at_end() || rows.left == 0 {
            found.truncate(wanted.users);
            let next = if is_full {
                found.last().map(|(_, at)| at.clone())
            } else {
                (!rows.is_at_end()).then_some(rows.at)
            };
            return Ok(Walk {
                by: By::Value,
                found: found.into_iter().map(|(user, _)| user).collect(),
                next,
            });
        }
    }
}

fn may_be_listed_already(
    wanted: &Query<'_>,
    filter: &Filter,
    row: &AttributeValue,
    user: &User,
) -> bool {
    let Some(begin) = &wanted.begin else { return false };
    let is_late =
        row.since >= begin.began.saturating_sub(MARGIN_MILLIS) && row.since != user.created;
    filter.how == Match::Prefix && is_late
}

/// The rows of the index in a range of values.
struct Rows<'a> {
    attribute: &'a str,
    range: Range,
    parts: Vec<String>,
    at: Position,
    /// Rows that may still be examined.
    left: usize,
    /// Number of calls so far. The first one reads every part if few rows are expected, otherwise
    /// the first part only.
    wave: usize,
}

impl Rows<'_> {
    fn is_at_end(&self) -> bool {
        self.at.part >= self.parts.len()
    }

    /// Reads at most `need` rows, fewer at the end or when the limit on examined rows is reached.
    async fn next(
        &mut self,
        reader: &mut Reader<'_>,
        need: usize,
    ) -> Result<Vec<(AttributeValue, Position)>, Stop> {
        let mut found = Vec::new();
        while found.len() < need && !self.is_at_end() && self.left > 0 {
            let (reads, limit) = self.wave(need - found.len());
            for rows in reader.read_index(reads).await? {
                let is_cut = rows.len() == limit;
                for row in rows {
                    if found.len() == need {
                        return Ok(found);
                    }
                    self.at.after = Some((row.folded_value.clone(), row.user_id.clone()));
                    self.left = self.left.saturating_sub(1);
                    found.push((row, self.at.clone()));
                }
                if is_cut {
                    break;
                }
                self.at = Position { part: self.at.part + 1, after: None };
            }
        }
        Ok(found)
    }

    /// The next reads, and the most rows that each may return.
    fn wave(&mut self, need: usize) -> (Vec<Prefix<AttributeValue>>, usize) {
        let width = if self.wave == 1 { 1 } else { MOST_PARTS };
        let these: Vec<&String> =
            self.parts.iter().skip(self.at.part).take(width.min(self.left)).collect();
        let most = if self.wave == 0 { need.div_ceil(these.len()).max(FEW) } else { need };
        let limit = most.min(self.left / these.len()).max(1);
        self.wave += 1;
        let after = |nth| self.at.after.as_ref().filter(|_| nth == 0);
        let rows = u32::try_from(limit).unwrap_or(u32::MAX);
        let read = |(nth, part): (usize, &&String)| match &self.range {
            Range::One(value) => {
                let after = after(nth).map(|(_, user_id)| user_id.as_str());
                AttributeValue::having(part, self.attribute, value, after, rows)
            }
            Range::From(from, below) => {
                let after = after(nth).map(|(value, user_id)| (value.as_str(), user_id.as_str()));
                AttributeValue::between(part, self.attribute, (from, below.as_deref()), after, rows)
            }
        };
        (these.iter().enumerate().map(read).collect(), limit)
    }
}
