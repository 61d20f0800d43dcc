//! What clients and tools made for the service rely on, across operations.

mod accounts;
mod pages;
mod sent_back;
mod verified_flags;
