//! The rows of every table: what writes, checks and removes them agrees, whatever they hold.

mod every_table;
mod leftovers;
mod orphans;
mod strange_names;
