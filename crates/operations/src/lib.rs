//! The AWS operations: one thin file each, wire in, pools, wire out. [`dispatch()`] reaches them
//! through the table in `idp/mod.rs`.

mod auth;
mod chosen;
mod dispatch;
pub mod export;
mod handler;
mod idp;
mod rate;
mod shown;

pub use dispatch::{Call, dispatch, dispatch_chosen, endpoint};
pub use handler::Failure;
