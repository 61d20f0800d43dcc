//! What clients and tools made for the service rely on, across operations.

mod accounts;
mod pages;
mod sent_back;
mod unset_attributes;
mod verified_flags;
