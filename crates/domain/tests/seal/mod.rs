mod data_keys;
mod master;
mod stable;
