//! One file per operation.

mod create_user_pool;
mod create_user_pool_client;
mod delete_user_pool;
mod describe_user_pool;
mod describe_user_pool_client;
mod get_user;
mod list_user_pool_clients;
mod list_user_pools;
mod sign_up;
