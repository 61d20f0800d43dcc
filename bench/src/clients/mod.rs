//! Clients whose requests differ from round to round.

mod creation;
mod srp;

pub(crate) use creation::Creator;
pub(crate) use srp::SrpClient;
