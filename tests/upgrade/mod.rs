//! This version opens the data of earlier versions, and users notice no difference.
//!
//! `tests/upgrade/README.md` says what the fixtures contain and how they were made.

mod answers;
mod exported;
mod fixture;
mod formats;
mod side_by_side;
mod under_way;
