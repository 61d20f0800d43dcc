//! The records, one file each.

mod attempts;
mod attribute_value;
mod challenge_state;
mod clock_mark;
mod code;
mod commit_mark;
mod config_rev;
mod credential;
mod data_key;
mod directory;
mod family;
mod group;
mod group_member;
mod job;
mod lease;
mod lookup;
mod membership;
mod message;
mod pool;
mod pool_client;
mod record_macro;
mod signing_key;
mod spent;
mod user;
mod user_networks;
mod user_sessions;

pub(crate) use record_macro::{bare, bare_pattern};

pub use attempts::Attempts;
pub use attribute_value::AttributeValue;
pub use challenge_state::ChallengeState;
pub use clock_mark::ClockMark;
pub use code::Code;
pub use commit_mark::CommitMark;
pub use config_rev::ConfigRev;
pub use credential::Credential;
pub use data_key::DataKey;
pub use directory::Directory;
pub use family::Family;
pub use group::Group;
pub use group_member::GroupMember;
pub use job::Job;
pub use lease::Lease;
pub use lookup::Lookup;
pub use membership::Membership;
pub use message::Message;
pub use pool::Pool;
pub use pool_client::PoolClient;
pub use signing_key::SigningKey;
pub use spent::Spent;
pub use user::User;
pub use user_networks::UserNetworks;
pub use user_sessions::UserSessions;

use crate::schema::{Record, Table};

/// Every table, in the order of their ranks.
pub fn tables() -> [&'static Table; 25] {
    [
        Pool::table(),
        ConfigRev::table(),
        PoolClient::table(),
        Group::table(),
        SigningKey::table(),
        DataKey::table(),
        Directory::table(),
        User::table(),
        Lookup::table(),
        Credential::table(),
        Membership::table(),
        GroupMember::table(),
        Family::table(),
        Code::table(),
        Attempts::table(),
        Spent::table(),
        ChallengeState::table(),
        Message::table(),
        Job::table(),
        Lease::table(),
        CommitMark::table(),
        AttributeValue::table(),
        UserSessions::table(),
        ClockMark::table(),
        UserNetworks::table(),
    ]
}

/// Every SQL text that the store can send for a record, for tests that check them against the
/// rules.
pub fn all_statements() -> Vec<&'static str> {
    tables().iter().flat_map(|table| table.texts().all()).collect()
}
