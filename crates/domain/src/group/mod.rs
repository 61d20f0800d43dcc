//! Groups of a user pool.
//!
//! API reference: CreateGroup, `GroupType`; developer guide: "Adding groups to a user pool".

mod doc;
mod precedence;

pub use precedence::in_precedence_order;
use wire::idp::{CreateGroupRequest, GroupType, UpdateGroupRequest};

use crate::Time;

/// Maximum number of groups of a user.
pub const MOST_GROUPS_OF_USER: usize = 100;

/// A group of a user pool. Neither its name nor the id that memberships are keyed by ever changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The name, unique in the pool; case-sensitive.
    pub name: String,
    /// A random id: a later group of the same name has a different one.
    pub group_id: String,
    /// The pool that it belongs to.
    pub pool_id: String,
    /// What it is for.
    pub description: Option<String>,
    /// The IAM role that its members may assume.
    pub role_arn: Option<String>,
    /// The lowest number wins; a group without one comes last.
    pub precedence: Option<i32>,
    /// When it was created.
    pub created: Time,
    /// When it was last changed.
    pub modified: Time,
}

impl Group {
    /// A new group with the settings of a CreateGroup request whose members have been validated one
    /// by one.
    pub fn create(group_id: &str, now: Time, request: CreateGroupRequest) -> Self {
        Self {
            name: request.group_name,
            group_id: group_id.to_owned(),
            pool_id: request.user_pool_id,
            description: request.description,
            role_arn: request.role_arn,
            precedence: request.precedence,
            created: now,
            modified: now,
        }
    }

    /// The group with the settings of an `UpdateGroup` request; those it omits stay.
    #[must_use]
    pub fn update(&self, now: Time, request: UpdateGroupRequest) -> Self {
        let before = self.clone();
        Self {
            description: request.description.or(before.description),
            role_arn: request.role_arn.or(before.role_arn),
            precedence: request.precedence.or(before.precedence),
            modified: now,
            ..before
        }
    }

    /// The group as GetGroup returns it.
    pub fn describe(&self) -> GroupType {
        GroupType {
            group_name: Some(self.name.clone()),
            user_pool_id: Some(self.pool_id.clone()),
            description: self.description.clone(),
            role_arn: self.role_arn.clone(),
            precedence: self.precedence,
            creation_date: Some(self.created.into()),
            last_modified_date: Some(self.modified.into()),
        }
    }
}
