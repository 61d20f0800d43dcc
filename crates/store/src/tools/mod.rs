//! What operators do with a store: copy it, check it, back it up, bring its schema up to date.

pub(crate) mod backup;
pub mod copy;
pub mod doctor;
pub(crate) mod migrate;
