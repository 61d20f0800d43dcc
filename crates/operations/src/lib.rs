//! The operations of the user pool and identity pool APIs: one file each, reached through [`dispatch`].

mod access;
mod aliases;
mod attributes;
mod challenges;
mod codes;
mod config;
mod ctx;
mod dispatch;
pub mod doctor;
mod error;
mod flows;
mod gate;
mod identity;
mod idp;
pub mod inbox;
mod jobs;
mod key_stock;
mod limits;
mod membership;
mod password_checks;
mod passwords;
mod removal;
mod reread;
mod retry;
mod secrets;
mod server;
mod settings;
mod sign_in;
mod subject;
mod texts;
mod users;
pub mod well_known;

pub use dispatch::{Failure, dispatch};
pub use jobs::{Jobs, Runner as JobRunner, run_once as run_jobs_once, spawn as spawn_jobs};
pub use server::{Call, IssuerForm, Parts, Server, Settings, StartError};
