//! The user pool API. The table below is the map of what is implemented: one file and one row per
//! operation.

mod add_custom_attributes;
mod add_user_pool_client_secret;
mod admin_add_user_to_group;
mod admin_confirm_sign_up;
mod admin_create_user;
mod admin_delete_user;
mod admin_delete_user_attributes;
mod admin_disable_user;
mod admin_enable_user;
mod admin_get_user;
mod admin_initiate_auth;
mod admin_list_groups_for_user;
mod admin_list_user_sessions;
mod admin_remove_user_from_group;
mod admin_reset_user_password;
mod admin_respond_to_auth_challenge;
mod admin_revoke_user_session;
mod admin_set_user_password;
mod admin_update_user_attributes;
mod admin_user_global_sign_out;
mod change_password;
mod confirm_forgot_password;
mod confirm_sign_up;
mod create_group;
mod create_user_pool;
mod create_user_pool_client;
mod delete_group;
mod delete_user;
mod delete_user_attributes;
mod delete_user_pool;
mod delete_user_pool_client;
mod delete_user_pool_client_secret;
mod describe_user_pool;
mod describe_user_pool_client;
mod forgot_password;
mod get_group;
mod get_tokens_from_refresh_token;
mod get_user;
mod get_user_attribute_verification_code;
mod get_user_pool_client_session_configuration;
mod get_user_pool_mfa_config;
mod get_user_pool_session_configuration;
mod global_sign_out;
mod initiate_auth;
mod list_groups;
mod list_tags_for_resource;
mod list_user_pool_client_secrets;
mod list_user_pool_clients;
mod list_user_pools;
mod list_user_sessions;
mod list_users;
mod list_users_in_group;
mod resend_confirmation_code;
mod respond_to_auth_challenge;
mod revoke_token;
mod revoke_user_session;
mod set_user_pool_client_session_configuration;
mod set_user_pool_mfa_config;
mod set_user_pool_session_configuration;
mod sign_up;
mod tag_resource;
mod untag_resource;
mod update_group;
mod update_user_attributes;
mod update_user_pool;
mod update_user_pool_client;
mod verify_user_attribute;

use wire::idp::op;

use crate::handler::{Handler, run};

/// Looks up the handler of an operation by its name.
macro_rules! operations {
    ($($shape:ident => $file:ident,)+) => {
        pub(crate) fn find(name: &str) -> Option<Handler> {
            match name {
                $(stringify!($shape) => {
                    Some(|ctx, body| Box::pin(run::<op::$shape, _, _>(ctx, body, $file::handle)))
                })+
                _ => None,
            }
        }
    };
}

operations! {
    AddCustomAttributes => add_custom_attributes,
    AddUserPoolClientSecret => add_user_pool_client_secret,
    AdminAddUserToGroup => admin_add_user_to_group,
    AdminConfirmSignUp => admin_confirm_sign_up,
    AdminCreateUser => admin_create_user,
    AdminDeleteUser => admin_delete_user,
    AdminDeleteUserAttributes => admin_delete_user_attributes,
    AdminDisableUser => admin_disable_user,
    AdminEnableUser => admin_enable_user,
    AdminGetUser => admin_get_user,
    AdminInitiateAuth => admin_initiate_auth,
    AdminListGroupsForUser => admin_list_groups_for_user,
    AdminListUserSessions => admin_list_user_sessions,
    AdminRemoveUserFromGroup => admin_remove_user_from_group,
    AdminResetUserPassword => admin_reset_user_password,
    AdminRespondToAuthChallenge => admin_respond_to_auth_challenge,
    AdminRevokeUserSession => admin_revoke_user_session,
    AdminSetUserPassword => admin_set_user_password,
    AdminUpdateUserAttributes => admin_update_user_attributes,
    AdminUserGlobalSignOut => admin_user_global_sign_out,
    ChangePassword => change_password,
    ConfirmForgotPassword => confirm_forgot_password,
    ConfirmSignUp => confirm_sign_up,
    CreateGroup => create_group,
    CreateUserPool => create_user_pool,
    CreateUserPoolClient => create_user_pool_client,
    DeleteGroup => delete_group,
    DeleteUser => delete_user,
    DeleteUserAttributes => delete_user_attributes,
    DeleteUserPool => delete_user_pool,
    DeleteUserPoolClient => delete_user_pool_client,
    DeleteUserPoolClientSecret => delete_user_pool_client_secret,
    DescribeUserPool => describe_user_pool,
    DescribeUserPoolClient => describe_user_pool_client,
    ForgotPassword => forgot_password,
    GetGroup => get_group,
    GetTokensFromRefreshToken => get_tokens_from_refresh_token,
    GetUser => get_user,
    GetUserAttributeVerificationCode => get_user_attribute_verification_code,
    GetUserPoolClientSessionConfiguration => get_user_pool_client_session_configuration,
    GetUserPoolMfaConfig => get_user_pool_mfa_config,
    GetUserPoolSessionConfiguration => get_user_pool_session_configuration,
    GlobalSignOut => global_sign_out,
    InitiateAuth => initiate_auth,
    ListGroups => list_groups,
    ListTagsForResource => list_tags_for_resource,
    ListUserPoolClientSecrets => list_user_pool_client_secrets,
    ListUserPoolClients => list_user_pool_clients,
    ListUserPools => list_user_pools,
    ListUserSessions => list_user_sessions,
    ListUsers => list_users,
    ListUsersInGroup => list_users_in_group,
    ResendConfirmationCode => resend_confirmation_code,
    RespondToAuthChallenge => respond_to_auth_challenge,
    RevokeToken => revoke_token,
    RevokeUserSession => revoke_user_session,
    SetUserPoolClientSessionConfiguration => set_user_pool_client_session_configuration,
    SetUserPoolMfaConfig => set_user_pool_mfa_config,
    SetUserPoolSessionConfiguration => set_user_pool_session_configuration,
    SignUp => sign_up,
    TagResource => tag_resource,
    UntagResource => untag_resource,
    UpdateGroup => update_group,
    UpdateUserAttributes => update_user_attributes,
    UpdateUserPool => update_user_pool,
    UpdateUserPoolClient => update_user_pool_client,
    VerifyUserAttribute => verify_user_attribute,
}
