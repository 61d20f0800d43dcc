//! One file per operation.

mod admin_add_user_to_group;
mod admin_create_user;
mod admin_delete_user;
mod admin_disable_user;
mod admin_enable_user;
mod admin_get_user;
mod admin_remove_user_from_group;
mod admin_set_user_password;
mod confirm_sign_up;
mod create_group;
mod create_user_pool;
mod create_user_pool_client;
mod delete_group;
mod delete_user_pool;
mod describe_user_pool;
mod describe_user_pool_client;
mod get_user;
mod global_sign_out;
mod initiate_auth;
mod list_user_pool_clients;
mod list_user_pools;
pub(crate) mod list_users;
mod resend_confirmation_code;
mod respond_to_auth_challenge;
mod revoke_token;
mod sign_up;
