mod data_keys;
mod jti;
mod master;
mod stable;
