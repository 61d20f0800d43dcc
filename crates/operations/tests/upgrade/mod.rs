//! Data made by earlier versions: this version opens them, and users notice nothing.
//!
//! `tests/upgrade/README.md` says what the fixtures are and how they were made.

mod answers;
mod fixture;
mod formats;
mod side_by_side;
mod under_way;
