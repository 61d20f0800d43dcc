// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Operations, each naming its request, its response and the exceptions it may answer.

use super::shapes;
use crate::rt;

/// Every operation, sorted by name.
pub(crate) static OPERATIONS: [rt::Operation; 141] = [
    *<AddCustomAttributes as rt::OperationShape>::OPERATION,
    *<AddUserPoolClientSecret as rt::OperationShape>::OPERATION,
    *<AdminAddUserToGroup as rt::OperationShape>::OPERATION,
    *<AdminConfirmSignUp as rt::OperationShape>::OPERATION,
    *<AdminCreateUser as rt::OperationShape>::OPERATION,
    *<AdminDeleteSoftwareToken as rt::OperationShape>::OPERATION,
    *<AdminDeleteUser as rt::OperationShape>::OPERATION,
    *<AdminDeleteUserAttributes as rt::OperationShape>::OPERATION,
    *<AdminDisableProviderForUser as rt::OperationShape>::OPERATION,
    *<AdminDisableUser as rt::OperationShape>::OPERATION,
    *<AdminEnableUser as rt::OperationShape>::OPERATION,
    *<AdminForgetDevice as rt::OperationShape>::OPERATION,
    *<AdminGetDevice as rt::OperationShape>::OPERATION,
    *<AdminGetUser as rt::OperationShape>::OPERATION,
    *<AdminGetUserAuthFactors as rt::OperationShape>::OPERATION,
    *<AdminInitiateAuth as rt::OperationShape>::OPERATION,
    *<AdminLinkProviderForUser as rt::OperationShape>::OPERATION,
    *<AdminListDevices as rt::OperationShape>::OPERATION,
    *<AdminListGroupsForUser as rt::OperationShape>::OPERATION,
    *<AdminListUserAuthEvents as rt::OperationShape>::OPERATION,
    *<AdminListUserSessions as rt::OperationShape>::OPERATION,
    *<AdminRemoveUserFromGroup as rt::OperationShape>::OPERATION,
    *<AdminResetUserPassword as rt::OperationShape>::OPERATION,
    *<AdminRespondToAuthChallenge as rt::OperationShape>::OPERATION,
    *<AdminRevokeUserSession as rt::OperationShape>::OPERATION,
    *<AdminSetUserMFAPreference as rt::OperationShape>::OPERATION,
    *<AdminSetUserPassword as rt::OperationShape>::OPERATION,
    *<AdminSetUserSettings as rt::OperationShape>::OPERATION,
    *<AdminUpdateAuthEventFeedback as rt::OperationShape>::OPERATION,
    *<AdminUpdateDeviceStatus as rt::OperationShape>::OPERATION,
    *<AdminUpdateUserAttributes as rt::OperationShape>::OPERATION,
    *<AdminUserGlobalSignOut as rt::OperationShape>::OPERATION,
    *<AssociateSoftwareToken as rt::OperationShape>::OPERATION,
    *<ChangePassword as rt::OperationShape>::OPERATION,
    *<CompleteWebAuthnRegistration as rt::OperationShape>::OPERATION,
    *<ConfirmDevice as rt::OperationShape>::OPERATION,
    *<ConfirmForgotPassword as rt::OperationShape>::OPERATION,
    *<ConfirmSignUp as rt::OperationShape>::OPERATION,
    *<CreateGroup as rt::OperationShape>::OPERATION,
    *<CreateIdentityProvider as rt::OperationShape>::OPERATION,
    *<CreateManagedLoginBranding as rt::OperationShape>::OPERATION,
    *<CreateResourceServer as rt::OperationShape>::OPERATION,
    *<CreateTerms as rt::OperationShape>::OPERATION,
    *<CreateUserImportJob as rt::OperationShape>::OPERATION,
    *<CreateUserPool as rt::OperationShape>::OPERATION,
    *<CreateUserPoolClient as rt::OperationShape>::OPERATION,
    *<CreateUserPoolDomain as rt::OperationShape>::OPERATION,
    *<CreateUserPoolReplica as rt::OperationShape>::OPERATION,
    *<DeleteGroup as rt::OperationShape>::OPERATION,
    *<DeleteIdentityProvider as rt::OperationShape>::OPERATION,
    *<DeleteManagedLoginBranding as rt::OperationShape>::OPERATION,
    *<DeleteResourceServer as rt::OperationShape>::OPERATION,
    *<DeleteTerms as rt::OperationShape>::OPERATION,
    *<DeleteUser as rt::OperationShape>::OPERATION,
    *<DeleteUserAttributes as rt::OperationShape>::OPERATION,
    *<DeleteUserPool as rt::OperationShape>::OPERATION,
    *<DeleteUserPoolClient as rt::OperationShape>::OPERATION,
    *<DeleteUserPoolClientSecret as rt::OperationShape>::OPERATION,
    *<DeleteUserPoolDomain as rt::OperationShape>::OPERATION,
    *<DeleteUserPoolReplica as rt::OperationShape>::OPERATION,
    *<DeleteWebAuthnCredential as rt::OperationShape>::OPERATION,
    *<DescribeIdentityProvider as rt::OperationShape>::OPERATION,
    *<DescribeManagedLoginBranding as rt::OperationShape>::OPERATION,
    *<DescribeManagedLoginBrandingByClient as rt::OperationShape>::OPERATION,
    *<DescribeResourceServer as rt::OperationShape>::OPERATION,
    *<DescribeRiskConfiguration as rt::OperationShape>::OPERATION,
    *<DescribeTerms as rt::OperationShape>::OPERATION,
    *<DescribeTermsByClient as rt::OperationShape>::OPERATION,
    *<DescribeUserImportJob as rt::OperationShape>::OPERATION,
    *<DescribeUserPool as rt::OperationShape>::OPERATION,
    *<DescribeUserPoolClient as rt::OperationShape>::OPERATION,
    *<DescribeUserPoolDomain as rt::OperationShape>::OPERATION,
    *<ForgetDevice as rt::OperationShape>::OPERATION,
    *<ForgotPassword as rt::OperationShape>::OPERATION,
    *<GetCSVHeader as rt::OperationShape>::OPERATION,
    *<GetClientToken as rt::OperationShape>::OPERATION,
    *<GetDerivedToken as rt::OperationShape>::OPERATION,
    *<GetDevice as rt::OperationShape>::OPERATION,
    *<GetGroup as rt::OperationShape>::OPERATION,
    *<GetIdentityProviderByIdentifier as rt::OperationShape>::OPERATION,
    *<GetLogDeliveryConfiguration as rt::OperationShape>::OPERATION,
    *<GetProvisionedLimit as rt::OperationShape>::OPERATION,
    *<GetSigningCertificate as rt::OperationShape>::OPERATION,
    *<GetTokensFromRefreshToken as rt::OperationShape>::OPERATION,
    *<GetUICustomization as rt::OperationShape>::OPERATION,
    *<GetUser as rt::OperationShape>::OPERATION,
    *<GetUserAttributeVerificationCode as rt::OperationShape>::OPERATION,
    *<GetUserAuthFactors as rt::OperationShape>::OPERATION,
    *<GetUserPoolClientSessionConfiguration as rt::OperationShape>::OPERATION,
    *<GetUserPoolMfaConfig as rt::OperationShape>::OPERATION,
    *<GetUserPoolSessionConfiguration as rt::OperationShape>::OPERATION,
    *<GlobalSignOut as rt::OperationShape>::OPERATION,
    *<InitiateAuth as rt::OperationShape>::OPERATION,
    *<ListDevices as rt::OperationShape>::OPERATION,
    *<ListGroups as rt::OperationShape>::OPERATION,
    *<ListIdentityProviders as rt::OperationShape>::OPERATION,
    *<ListResourceServers as rt::OperationShape>::OPERATION,
    *<ListTagsForResource as rt::OperationShape>::OPERATION,
    *<ListTerms as rt::OperationShape>::OPERATION,
    *<ListUserImportJobs as rt::OperationShape>::OPERATION,
    *<ListUserPoolClientSecrets as rt::OperationShape>::OPERATION,
    *<ListUserPoolClients as rt::OperationShape>::OPERATION,
    *<ListUserPoolReplicas as rt::OperationShape>::OPERATION,
    *<ListUserPools as rt::OperationShape>::OPERATION,
    *<ListUserSessions as rt::OperationShape>::OPERATION,
    *<ListUsers as rt::OperationShape>::OPERATION,
    *<ListUsersInGroup as rt::OperationShape>::OPERATION,
    *<ListWebAuthnCredentials as rt::OperationShape>::OPERATION,
    *<ResendConfirmationCode as rt::OperationShape>::OPERATION,
    *<RespondToAuthChallenge as rt::OperationShape>::OPERATION,
    *<RevokeToken as rt::OperationShape>::OPERATION,
    *<RevokeUserSession as rt::OperationShape>::OPERATION,
    *<SetLogDeliveryConfiguration as rt::OperationShape>::OPERATION,
    *<SetRiskConfiguration as rt::OperationShape>::OPERATION,
    *<SetUICustomization as rt::OperationShape>::OPERATION,
    *<SetUserMFAPreference as rt::OperationShape>::OPERATION,
    *<SetUserPoolClientSessionConfiguration as rt::OperationShape>::OPERATION,
    *<SetUserPoolMfaConfig as rt::OperationShape>::OPERATION,
    *<SetUserPoolSessionConfiguration as rt::OperationShape>::OPERATION,
    *<SetUserSettings as rt::OperationShape>::OPERATION,
    *<SignUp as rt::OperationShape>::OPERATION,
    *<StartUserImportJob as rt::OperationShape>::OPERATION,
    *<StartWebAuthnRegistration as rt::OperationShape>::OPERATION,
    *<StopUserImportJob as rt::OperationShape>::OPERATION,
    *<TagResource as rt::OperationShape>::OPERATION,
    *<UntagResource as rt::OperationShape>::OPERATION,
    *<UpdateAuthEventFeedback as rt::OperationShape>::OPERATION,
    *<UpdateDeviceStatus as rt::OperationShape>::OPERATION,
    *<UpdateGroup as rt::OperationShape>::OPERATION,
    *<UpdateIdentityProvider as rt::OperationShape>::OPERATION,
    *<UpdateManagedLoginBranding as rt::OperationShape>::OPERATION,
    *<UpdateProvisionedLimit as rt::OperationShape>::OPERATION,
    *<UpdateResourceServer as rt::OperationShape>::OPERATION,
    *<UpdateTerms as rt::OperationShape>::OPERATION,
    *<UpdateUserAttributes as rt::OperationShape>::OPERATION,
    *<UpdateUserPool as rt::OperationShape>::OPERATION,
    *<UpdateUserPoolClient as rt::OperationShape>::OPERATION,
    *<UpdateUserPoolDomain as rt::OperationShape>::OPERATION,
    *<UpdateUserPoolReplica as rt::OperationShape>::OPERATION,
    *<VerifySoftwareToken as rt::OperationShape>::OPERATION,
    *<VerifyUserAttribute as rt::OperationShape>::OPERATION,
];

/// Operation `AddCustomAttributes`.
#[derive(Debug, Clone, Copy)]
pub struct AddCustomAttributes;

impl rt::OperationShape for AddCustomAttributes {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AddCustomAttributes",
        snake: "add_custom_attributes",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::UserImportInProgress,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADD_CUSTOM_ATTRIBUTES_REQUEST,
        output: Some(&shapes::ADD_CUSTOM_ATTRIBUTES_RESPONSE),
    };
    type Input = super::AddCustomAttributesRequest;
    type Output = super::AddCustomAttributesResponse;
}

/// Operation `AddUserPoolClientSecret`.
#[derive(Debug, Clone, Copy)]
pub struct AddUserPoolClientSecret;

impl rt::OperationShape for AddUserPoolClientSecret {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AddUserPoolClientSecret",
        snake: "add_user_pool_client_secret",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolClientUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::InternalServer,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::AccessDenied,
            rt::ExceptionType::ResourceNotFound,
        ],
        has_output: true,
        input: &shapes::ADD_USER_POOL_CLIENT_SECRET_REQUEST,
        output: Some(&shapes::ADD_USER_POOL_CLIENT_SECRET_RESPONSE),
    };
    type Input = super::AddUserPoolClientSecretRequest;
    type Output = super::AddUserPoolClientSecretResponse;
}

/// Operation `AdminAddUserToGroup`.
#[derive(Debug, Clone, Copy)]
pub struct AdminAddUserToGroup;

impl rt::OperationShape for AdminAddUserToGroup {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminAddUserToGroup",
        snake: "admin_add_user_to_group",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::ADMIN_ADD_USER_TO_GROUP_REQUEST,
        output: None,
    };
    type Input = super::AdminAddUserToGroupRequest;
    type Output = ();
}

/// Operation `AdminConfirmSignUp`.
#[derive(Debug, Clone, Copy)]
pub struct AdminConfirmSignUp;

impl rt::OperationShape for AdminConfirmSignUp {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminConfirmSignUp",
        snake: "admin_confirm_sign_up",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserCreation,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyFailedAttempts,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_CONFIRM_SIGN_UP_REQUEST,
        output: Some(&shapes::ADMIN_CONFIRM_SIGN_UP_RESPONSE),
    };
    type Input = super::AdminConfirmSignUpRequest;
    type Output = super::AdminConfirmSignUpResponse;
}

/// Operation `AdminCreateUser`.
#[derive(Debug, Clone, Copy)]
pub struct AdminCreateUser;

impl rt::OperationShape for AdminCreateUser {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminCreateUser",
        snake: "admin_create_user",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserCreation,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UsernameExists,
            rt::ExceptionType::InvalidPassword,
            rt::ExceptionType::CodeDeliveryFailure,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::PreconditionNotMet,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UnsupportedUserState,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::AliasExists,
        ],
        has_output: true,
        input: &shapes::ADMIN_CREATE_USER_REQUEST,
        output: Some(&shapes::ADMIN_CREATE_USER_RESPONSE),
    };
    type Input = super::AdminCreateUserRequest;
    type Output = super::AdminCreateUserResponse;
}

/// Operation `AdminDeleteSoftwareToken`.
#[derive(Debug, Clone, Copy)]
pub struct AdminDeleteSoftwareToken;

impl rt::OperationShape for AdminDeleteSoftwareToken {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminDeleteSoftwareToken",
        snake: "admin_delete_software_token",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_DELETE_SOFTWARE_TOKEN_REQUEST,
        output: Some(&shapes::ADMIN_DELETE_SOFTWARE_TOKEN_RESPONSE),
    };
    type Input = super::AdminDeleteSoftwareTokenRequest;
    type Output = super::AdminDeleteSoftwareTokenResponse;
}

/// Operation `AdminDeleteUser`.
#[derive(Debug, Clone, Copy)]
pub struct AdminDeleteUser;

impl rt::OperationShape for AdminDeleteUser {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminDeleteUser",
        snake: "admin_delete_user",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::ADMIN_DELETE_USER_REQUEST,
        output: None,
    };
    type Input = super::AdminDeleteUserRequest;
    type Output = ();
}

/// Operation `AdminDeleteUserAttributes`.
#[derive(Debug, Clone, Copy)]
pub struct AdminDeleteUserAttributes;

impl rt::OperationShape for AdminDeleteUserAttributes {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminDeleteUserAttributes",
        snake: "admin_delete_user_attributes",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_DELETE_USER_ATTRIBUTES_REQUEST,
        output: Some(&shapes::ADMIN_DELETE_USER_ATTRIBUTES_RESPONSE),
    };
    type Input = super::AdminDeleteUserAttributesRequest;
    type Output = super::AdminDeleteUserAttributesResponse;
}

/// Operation `AdminDisableProviderForUser`.
#[derive(Debug, Clone, Copy)]
pub struct AdminDisableProviderForUser;

impl rt::OperationShape for AdminDisableProviderForUser {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminDisableProviderForUser",
        snake: "admin_disable_provider_for_user",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::AliasExists,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_DISABLE_PROVIDER_FOR_USER_REQUEST,
        output: Some(&shapes::ADMIN_DISABLE_PROVIDER_FOR_USER_RESPONSE),
    };
    type Input = super::AdminDisableProviderForUserRequest;
    type Output = super::AdminDisableProviderForUserResponse;
}

/// Operation `AdminDisableUser`.
#[derive(Debug, Clone, Copy)]
pub struct AdminDisableUser;

impl rt::OperationShape for AdminDisableUser {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminDisableUser",
        snake: "admin_disable_user",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_DISABLE_USER_REQUEST,
        output: Some(&shapes::ADMIN_DISABLE_USER_RESPONSE),
    };
    type Input = super::AdminDisableUserRequest;
    type Output = super::AdminDisableUserResponse;
}

/// Operation `AdminEnableUser`.
#[derive(Debug, Clone, Copy)]
pub struct AdminEnableUser;

impl rt::OperationShape for AdminEnableUser {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminEnableUser",
        snake: "admin_enable_user",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_ENABLE_USER_REQUEST,
        output: Some(&shapes::ADMIN_ENABLE_USER_RESPONSE),
    };
    type Input = super::AdminEnableUserRequest;
    type Output = super::AdminEnableUserResponse;
}

/// Operation `AdminForgetDevice`.
#[derive(Debug, Clone, Copy)]
pub struct AdminForgetDevice;

impl rt::OperationShape for AdminForgetDevice {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminForgetDevice",
        snake: "admin_forget_device",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::ADMIN_FORGET_DEVICE_REQUEST,
        output: None,
    };
    type Input = super::AdminForgetDeviceRequest;
    type Output = ();
}

/// Operation `AdminGetDevice`.
#[derive(Debug, Clone, Copy)]
pub struct AdminGetDevice;

impl rt::OperationShape for AdminGetDevice {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminGetDevice",
        snake: "admin_get_device",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::NotAuthorized,
        ],
        has_output: true,
        input: &shapes::ADMIN_GET_DEVICE_REQUEST,
        output: Some(&shapes::ADMIN_GET_DEVICE_RESPONSE),
    };
    type Input = super::AdminGetDeviceRequest;
    type Output = super::AdminGetDeviceResponse;
}

/// Operation `AdminGetUser`.
#[derive(Debug, Clone, Copy)]
pub struct AdminGetUser;

impl rt::OperationShape for AdminGetUser {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminGetUser",
        snake: "admin_get_user",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_GET_USER_REQUEST,
        output: Some(&shapes::ADMIN_GET_USER_RESPONSE),
    };
    type Input = super::AdminGetUserRequest;
    type Output = super::AdminGetUserResponse;
}

/// Operation `AdminGetUserAuthFactors`.
#[derive(Debug, Clone, Copy)]
pub struct AdminGetUserAuthFactors;

impl rt::OperationShape for AdminGetUserAuthFactors {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminGetUserAuthFactors",
        snake: "admin_get_user_auth_factors",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_GET_USER_AUTH_FACTORS_REQUEST,
        output: Some(&shapes::ADMIN_GET_USER_AUTH_FACTORS_RESPONSE),
    };
    type Input = super::AdminGetUserAuthFactorsRequest;
    type Output = super::AdminGetUserAuthFactorsResponse;
}

/// Operation `AdminInitiateAuth`.
#[derive(Debug, Clone, Copy)]
pub struct AdminInitiateAuth;

impl rt::OperationShape for AdminInitiateAuth {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminInitiateAuth",
        snake: "admin_initiate_auth",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserAuthentication,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::UnsupportedOperation,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::MfaMethodNotFound,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::FeatureUnavailableInTier,
        ],
        has_output: true,
        input: &shapes::ADMIN_INITIATE_AUTH_REQUEST,
        output: Some(&shapes::ADMIN_INITIATE_AUTH_RESPONSE),
    };
    type Input = super::AdminInitiateAuthRequest;
    type Output = super::AdminInitiateAuthResponse;
}

/// Operation `AdminLinkProviderForUser`.
#[derive(Debug, Clone, Copy)]
pub struct AdminLinkProviderForUser;

impl rt::OperationShape for AdminLinkProviderForUser {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminLinkProviderForUser",
        snake: "admin_link_provider_for_user",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::AliasExists,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_LINK_PROVIDER_FOR_USER_REQUEST,
        output: Some(&shapes::ADMIN_LINK_PROVIDER_FOR_USER_RESPONSE),
    };
    type Input = super::AdminLinkProviderForUserRequest;
    type Output = super::AdminLinkProviderForUserResponse;
}

/// Operation `AdminListDevices`.
#[derive(Debug, Clone, Copy)]
pub struct AdminListDevices;

impl rt::OperationShape for AdminListDevices {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminListDevices",
        snake: "admin_list_devices",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::NotAuthorized,
        ],
        has_output: true,
        input: &shapes::ADMIN_LIST_DEVICES_REQUEST,
        output: Some(&shapes::ADMIN_LIST_DEVICES_RESPONSE),
    };
    type Input = super::AdminListDevicesRequest;
    type Output = super::AdminListDevicesResponse;
}

/// Operation `AdminListGroupsForUser`.
#[derive(Debug, Clone, Copy)]
pub struct AdminListGroupsForUser;

impl rt::OperationShape for AdminListGroupsForUser {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminListGroupsForUser",
        snake: "admin_list_groups_for_user",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_LIST_GROUPS_FOR_USER_REQUEST,
        output: Some(&shapes::ADMIN_LIST_GROUPS_FOR_USER_RESPONSE),
    };
    type Input = super::AdminListGroupsForUserRequest;
    type Output = super::AdminListGroupsForUserResponse;
}

/// Operation `AdminListUserAuthEvents`.
#[derive(Debug, Clone, Copy)]
pub struct AdminListUserAuthEvents;

impl rt::OperationShape for AdminListUserAuthEvents {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminListUserAuthEvents",
        snake: "admin_list_user_auth_events",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::UserPoolAddOnNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_LIST_USER_AUTH_EVENTS_REQUEST,
        output: Some(&shapes::ADMIN_LIST_USER_AUTH_EVENTS_RESPONSE),
    };
    type Input = super::AdminListUserAuthEventsRequest;
    type Output = super::AdminListUserAuthEventsResponse;
}

/// Operation `AdminListUserSessions`.
#[derive(Debug, Clone, Copy)]
pub struct AdminListUserSessions;

impl rt::OperationShape for AdminListUserSessions {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminListUserSessions",
        snake: "admin_list_user_sessions",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_LIST_USER_SESSIONS_REQUEST,
        output: Some(&shapes::ADMIN_LIST_USER_SESSIONS_RESPONSE),
    };
    type Input = super::AdminListUserSessionsRequest;
    type Output = super::AdminListUserSessionsResponse;
}

/// Operation `AdminRemoveUserFromGroup`.
#[derive(Debug, Clone, Copy)]
pub struct AdminRemoveUserFromGroup;

impl rt::OperationShape for AdminRemoveUserFromGroup {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminRemoveUserFromGroup",
        snake: "admin_remove_user_from_group",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::ADMIN_REMOVE_USER_FROM_GROUP_REQUEST,
        output: None,
    };
    type Input = super::AdminRemoveUserFromGroupRequest;
    type Output = ();
}

/// Operation `AdminResetUserPassword`.
#[derive(Debug, Clone, Copy)]
pub struct AdminResetUserPassword;

impl rt::OperationShape for AdminResetUserPassword {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminResetUserPassword",
        snake: "admin_reset_user_password",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserAccountRecovery,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_RESET_USER_PASSWORD_REQUEST,
        output: Some(&shapes::ADMIN_RESET_USER_PASSWORD_RESPONSE),
    };
    type Input = super::AdminResetUserPasswordRequest;
    type Output = super::AdminResetUserPasswordResponse;
}

/// Operation `AdminRespondToAuthChallenge`.
#[derive(Debug, Clone, Copy)]
pub struct AdminRespondToAuthChallenge;

impl rt::OperationShape for AdminRespondToAuthChallenge {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminRespondToAuthChallenge",
        snake: "admin_respond_to_auth_challenge",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserAuthentication,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::CodeMismatch,
            rt::ExceptionType::ExpiredCode,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::InvalidPassword,
            rt::ExceptionType::PasswordHistoryPolicyViolation,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::MfaMethodNotFound,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::AliasExists,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::SoftwareTokenMfaNotFound,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::ADMIN_RESPOND_TO_AUTH_CHALLENGE_REQUEST,
        output: Some(&shapes::ADMIN_RESPOND_TO_AUTH_CHALLENGE_RESPONSE),
    };
    type Input = super::AdminRespondToAuthChallengeRequest;
    type Output = super::AdminRespondToAuthChallengeResponse;
}

/// Operation `AdminRevokeUserSession`.
#[derive(Debug, Clone, Copy)]
pub struct AdminRevokeUserSession;

impl rt::OperationShape for AdminRevokeUserSession {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminRevokeUserSession",
        snake: "admin_revoke_user_session",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_REVOKE_USER_SESSION_REQUEST,
        output: Some(&shapes::ADMIN_REVOKE_USER_SESSION_RESPONSE),
    };
    type Input = super::AdminRevokeUserSessionRequest;
    type Output = super::AdminRevokeUserSessionResponse;
}

/// Operation `AdminSetUserMFAPreference`.
#[derive(Debug, Clone, Copy)]
pub struct AdminSetUserMFAPreference;

impl rt::OperationShape for AdminSetUserMFAPreference {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminSetUserMFAPreference",
        snake: "admin_set_user_mfa_preference",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_SET_USER_MFA_PREFERENCE_REQUEST,
        output: Some(&shapes::ADMIN_SET_USER_MFA_PREFERENCE_RESPONSE),
    };
    type Input = super::AdminSetUserMFAPreferenceRequest;
    type Output = super::AdminSetUserMFAPreferenceResponse;
}

/// Operation `AdminSetUserPassword`.
#[derive(Debug, Clone, Copy)]
pub struct AdminSetUserPassword;

impl rt::OperationShape for AdminSetUserPassword {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminSetUserPassword",
        snake: "admin_set_user_password",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserAccountRecovery,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::InvalidPassword,
            rt::ExceptionType::PasswordHistoryPolicyViolation,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::ADMIN_SET_USER_PASSWORD_REQUEST,
        output: Some(&shapes::ADMIN_SET_USER_PASSWORD_RESPONSE),
    };
    type Input = super::AdminSetUserPasswordRequest;
    type Output = super::AdminSetUserPasswordResponse;
}

/// Operation `AdminSetUserSettings`.
#[derive(Debug, Clone, Copy)]
pub struct AdminSetUserSettings;

impl rt::OperationShape for AdminSetUserSettings {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminSetUserSettings",
        snake: "admin_set_user_settings",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_SET_USER_SETTINGS_REQUEST,
        output: Some(&shapes::ADMIN_SET_USER_SETTINGS_RESPONSE),
    };
    type Input = super::AdminSetUserSettingsRequest;
    type Output = super::AdminSetUserSettingsResponse;
}

/// Operation `AdminUpdateAuthEventFeedback`.
#[derive(Debug, Clone, Copy)]
pub struct AdminUpdateAuthEventFeedback;

impl rt::OperationShape for AdminUpdateAuthEventFeedback {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminUpdateAuthEventFeedback",
        snake: "admin_update_auth_event_feedback",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserPoolAddOnNotEnabled,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_UPDATE_AUTH_EVENT_FEEDBACK_REQUEST,
        output: Some(&shapes::ADMIN_UPDATE_AUTH_EVENT_FEEDBACK_RESPONSE),
    };
    type Input = super::AdminUpdateAuthEventFeedbackRequest;
    type Output = super::AdminUpdateAuthEventFeedbackResponse;
}

/// Operation `AdminUpdateDeviceStatus`.
#[derive(Debug, Clone, Copy)]
pub struct AdminUpdateDeviceStatus;

impl rt::OperationShape for AdminUpdateDeviceStatus {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminUpdateDeviceStatus",
        snake: "admin_update_device_status",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_UPDATE_DEVICE_STATUS_REQUEST,
        output: Some(&shapes::ADMIN_UPDATE_DEVICE_STATUS_RESPONSE),
    };
    type Input = super::AdminUpdateDeviceStatusRequest;
    type Output = super::AdminUpdateDeviceStatusResponse;
}

/// Operation `AdminUpdateUserAttributes`.
#[derive(Debug, Clone, Copy)]
pub struct AdminUpdateUserAttributes;

impl rt::OperationShape for AdminUpdateUserAttributes {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminUpdateUserAttributes",
        snake: "admin_update_user_attributes",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::AliasExists,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::ADMIN_UPDATE_USER_ATTRIBUTES_REQUEST,
        output: Some(&shapes::ADMIN_UPDATE_USER_ATTRIBUTES_RESPONSE),
    };
    type Input = super::AdminUpdateUserAttributesRequest;
    type Output = super::AdminUpdateUserAttributesResponse;
}

/// Operation `AdminUserGlobalSignOut`.
#[derive(Debug, Clone, Copy)]
pub struct AdminUserGlobalSignOut;

impl rt::OperationShape for AdminUserGlobalSignOut {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AdminUserGlobalSignOut",
        snake: "admin_user_global_sign_out",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::ADMIN_USER_GLOBAL_SIGN_OUT_REQUEST,
        output: Some(&shapes::ADMIN_USER_GLOBAL_SIGN_OUT_RESPONSE),
    };
    type Input = super::AdminUserGlobalSignOutRequest;
    type Output = super::AdminUserGlobalSignOutResponse;
}

/// Operation `AssociateSoftwareToken`.
#[derive(Debug, Clone, Copy)]
pub struct AssociateSoftwareToken;

impl rt::OperationShape for AssociateSoftwareToken {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "AssociateSoftwareToken",
        snake: "associate_software_token",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::SoftwareTokenMfaNotFound,
            rt::ExceptionType::Forbidden,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::ASSOCIATE_SOFTWARE_TOKEN_REQUEST,
        output: Some(&shapes::ASSOCIATE_SOFTWARE_TOKEN_RESPONSE),
    };
    type Input = super::AssociateSoftwareTokenRequest;
    type Output = super::AssociateSoftwareTokenResponse;
}

/// Operation `ChangePassword`.
#[derive(Debug, Clone, Copy)]
pub struct ChangePassword;

impl rt::OperationShape for ChangePassword {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ChangePassword",
        snake: "change_password",
        auth: rt::Auth::None,
        class: rt::Class::UserAccountRecovery,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::InvalidPassword,
            rt::ExceptionType::PasswordHistoryPolicyViolation,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::CHANGE_PASSWORD_REQUEST,
        output: Some(&shapes::CHANGE_PASSWORD_RESPONSE),
    };
    type Input = super::ChangePasswordRequest;
    type Output = super::ChangePasswordResponse;
}

/// Operation `CompleteWebAuthnRegistration`.
#[derive(Debug, Clone, Copy)]
pub struct CompleteWebAuthnRegistration;

impl rt::OperationShape for CompleteWebAuthnRegistration {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "CompleteWebAuthnRegistration",
        snake: "complete_web_authn_registration",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::Forbidden,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::WebAuthnNotEnabled,
            rt::ExceptionType::WebAuthnChallengeNotFound,
            rt::ExceptionType::WebAuthnRelyingPartyMismatch,
            rt::ExceptionType::WebAuthnClientMismatch,
            rt::ExceptionType::WebAuthnOriginNotAllowed,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::WebAuthnCredentialNotSupported,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::COMPLETE_WEB_AUTHN_REGISTRATION_REQUEST,
        output: Some(&shapes::COMPLETE_WEB_AUTHN_REGISTRATION_RESPONSE),
    };
    type Input = super::CompleteWebAuthnRegistrationRequest;
    type Output = super::CompleteWebAuthnRegistrationResponse;
}

/// Operation `ConfirmDevice`.
#[derive(Debug, Clone, Copy)]
pub struct ConfirmDevice;

impl rt::OperationShape for ConfirmDevice {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ConfirmDevice",
        snake: "confirm_device",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InvalidPassword,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::UsernameExists,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::DeviceKeyExists,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::CONFIRM_DEVICE_REQUEST,
        output: Some(&shapes::CONFIRM_DEVICE_RESPONSE),
    };
    type Input = super::ConfirmDeviceRequest;
    type Output = super::ConfirmDeviceResponse;
}

/// Operation `ConfirmForgotPassword`.
#[derive(Debug, Clone, Copy)]
pub struct ConfirmForgotPassword;

impl rt::OperationShape for ConfirmForgotPassword {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ConfirmForgotPassword",
        snake: "confirm_forgot_password",
        auth: rt::Auth::None,
        class: rt::Class::UserAccountRecovery,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::InvalidPassword,
            rt::ExceptionType::PasswordHistoryPolicyViolation,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::CodeMismatch,
            rt::ExceptionType::ExpiredCode,
            rt::ExceptionType::TooManyFailedAttempts,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::CONFIRM_FORGOT_PASSWORD_REQUEST,
        output: Some(&shapes::CONFIRM_FORGOT_PASSWORD_RESPONSE),
    };
    type Input = super::ConfirmForgotPasswordRequest;
    type Output = super::ConfirmForgotPasswordResponse;
}

/// Operation `ConfirmSignUp`.
#[derive(Debug, Clone, Copy)]
pub struct ConfirmSignUp;

impl rt::OperationShape for ConfirmSignUp {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ConfirmSignUp",
        snake: "confirm_sign_up",
        auth: rt::Auth::None,
        class: rt::Class::UserCreation,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyFailedAttempts,
            rt::ExceptionType::CodeMismatch,
            rt::ExceptionType::ExpiredCode,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::AliasExists,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::CONFIRM_SIGN_UP_REQUEST,
        output: Some(&shapes::CONFIRM_SIGN_UP_RESPONSE),
    };
    type Input = super::ConfirmSignUpRequest;
    type Output = super::ConfirmSignUpResponse;
}

/// Operation `CreateGroup`.
#[derive(Debug, Clone, Copy)]
pub struct CreateGroup;

impl rt::OperationShape for CreateGroup {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "CreateGroup",
        snake: "create_group",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::GroupExists,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::CREATE_GROUP_REQUEST,
        output: Some(&shapes::CREATE_GROUP_RESPONSE),
    };
    type Input = super::CreateGroupRequest;
    type Output = super::CreateGroupResponse;
}

/// Operation `CreateIdentityProvider`.
#[derive(Debug, Clone, Copy)]
pub struct CreateIdentityProvider;

impl rt::OperationShape for CreateIdentityProvider {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "CreateIdentityProvider",
        snake: "create_identity_provider",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::DuplicateProvider,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::CREATE_IDENTITY_PROVIDER_REQUEST,
        output: Some(&shapes::CREATE_IDENTITY_PROVIDER_RESPONSE),
    };
    type Input = super::CreateIdentityProviderRequest;
    type Output = super::CreateIdentityProviderResponse;
}

/// Operation `CreateManagedLoginBranding`.
#[derive(Debug, Clone, Copy)]
pub struct CreateManagedLoginBranding;

impl rt::OperationShape for CreateManagedLoginBranding {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "CreateManagedLoginBranding",
        snake: "create_managed_login_branding",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::ManagedLoginBrandingExists,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::CREATE_MANAGED_LOGIN_BRANDING_REQUEST,
        output: Some(&shapes::CREATE_MANAGED_LOGIN_BRANDING_RESPONSE),
    };
    type Input = super::CreateManagedLoginBrandingRequest;
    type Output = super::CreateManagedLoginBrandingResponse;
}

/// Operation `CreateResourceServer`.
#[derive(Debug, Clone, Copy)]
pub struct CreateResourceServer;

impl rt::OperationShape for CreateResourceServer {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "CreateResourceServer",
        snake: "create_resource_server",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::CREATE_RESOURCE_SERVER_REQUEST,
        output: Some(&shapes::CREATE_RESOURCE_SERVER_RESPONSE),
    };
    type Input = super::CreateResourceServerRequest;
    type Output = super::CreateResourceServerResponse;
}

/// Operation `CreateTerms`.
#[derive(Debug, Clone, Copy)]
pub struct CreateTerms;

impl rt::OperationShape for CreateTerms {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "CreateTerms",
        snake: "create_terms",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::TermsExists,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::CREATE_TERMS_REQUEST,
        output: Some(&shapes::CREATE_TERMS_RESPONSE),
    };
    type Input = super::CreateTermsRequest;
    type Output = super::CreateTermsResponse;
}

/// Operation `CreateUserImportJob`.
#[derive(Debug, Clone, Copy)]
pub struct CreateUserImportJob;

impl rt::OperationShape for CreateUserImportJob {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "CreateUserImportJob",
        snake: "create_user_import_job",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::PreconditionNotMet,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::CREATE_USER_IMPORT_JOB_REQUEST,
        output: Some(&shapes::CREATE_USER_IMPORT_JOB_RESPONSE),
    };
    type Input = super::CreateUserImportJobRequest;
    type Output = super::CreateUserImportJobResponse;
}

/// Operation `CreateUserPool`.
#[derive(Debug, Clone, Copy)]
pub struct CreateUserPool;

impl rt::OperationShape for CreateUserPool {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "CreateUserPool",
        snake: "create_user_pool",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserPoolTagging,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::TierChangeNotAllowed,
            rt::ExceptionType::FeatureUnavailableInTier,
        ],
        has_output: true,
        input: &shapes::CREATE_USER_POOL_REQUEST,
        output: Some(&shapes::CREATE_USER_POOL_RESPONSE),
    };
    type Input = super::CreateUserPoolRequest;
    type Output = super::CreateUserPoolResponse;
}

/// Operation `CreateUserPoolClient`.
#[derive(Debug, Clone, Copy)]
pub struct CreateUserPoolClient;

impl rt::OperationShape for CreateUserPoolClient {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "CreateUserPoolClient",
        snake: "create_user_pool_client",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolClientUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ScopeDoesNotExist,
            rt::ExceptionType::InvalidOAuthFlow,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::FeatureUnavailableInTier,
        ],
        has_output: true,
        input: &shapes::CREATE_USER_POOL_CLIENT_REQUEST,
        output: Some(&shapes::CREATE_USER_POOL_CLIENT_RESPONSE),
    };
    type Input = super::CreateUserPoolClientRequest;
    type Output = super::CreateUserPoolClientResponse;
}

/// Operation `CreateUserPoolDomain`.
#[derive(Debug, Clone, Copy)]
pub struct CreateUserPoolDomain;

impl rt::OperationShape for CreateUserPoolDomain {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "CreateUserPoolDomain",
        snake: "create_user_pool_domain",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::FeatureUnavailableInTier,
        ],
        has_output: true,
        input: &shapes::CREATE_USER_POOL_DOMAIN_REQUEST,
        output: Some(&shapes::CREATE_USER_POOL_DOMAIN_RESPONSE),
    };
    type Input = super::CreateUserPoolDomainRequest;
    type Output = super::CreateUserPoolDomainResponse;
}

/// Operation `CreateUserPoolReplica`.
#[derive(Debug, Clone, Copy)]
pub struct CreateUserPoolReplica;

impl rt::OperationShape for CreateUserPoolReplica {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "CreateUserPoolReplica",
        snake: "create_user_pool_replica",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserPoolTagging,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::FeatureUnavailableInTier,
        ],
        has_output: true,
        input: &shapes::CREATE_USER_POOL_REPLICA_REQUEST,
        output: Some(&shapes::CREATE_USER_POOL_REPLICA_RESPONSE),
    };
    type Input = super::CreateUserPoolReplicaRequest;
    type Output = super::CreateUserPoolReplicaResponse;
}

/// Operation `DeleteGroup`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteGroup;

impl rt::OperationShape for DeleteGroup {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteGroup",
        snake: "delete_group",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::DELETE_GROUP_REQUEST,
        output: None,
    };
    type Input = super::DeleteGroupRequest;
    type Output = ();
}

/// Operation `DeleteIdentityProvider`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteIdentityProvider;

impl rt::OperationShape for DeleteIdentityProvider {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteIdentityProvider",
        snake: "delete_identity_provider",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::UnsupportedIdentityProvider,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::DELETE_IDENTITY_PROVIDER_REQUEST,
        output: None,
    };
    type Input = super::DeleteIdentityProviderRequest;
    type Output = ();
}

/// Operation `DeleteManagedLoginBranding`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteManagedLoginBranding;

impl rt::OperationShape for DeleteManagedLoginBranding {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteManagedLoginBranding",
        snake: "delete_managed_login_branding",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::DELETE_MANAGED_LOGIN_BRANDING_REQUEST,
        output: None,
    };
    type Input = super::DeleteManagedLoginBrandingRequest;
    type Output = ();
}

/// Operation `DeleteResourceServer`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteResourceServer;

impl rt::OperationShape for DeleteResourceServer {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteResourceServer",
        snake: "delete_resource_server",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::DELETE_RESOURCE_SERVER_REQUEST,
        output: None,
    };
    type Input = super::DeleteResourceServerRequest;
    type Output = ();
}

/// Operation `DeleteTerms`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteTerms;

impl rt::OperationShape for DeleteTerms {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteTerms",
        snake: "delete_terms",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::DELETE_TERMS_REQUEST,
        output: None,
    };
    type Input = super::DeleteTermsRequest;
    type Output = ();
}

/// Operation `DeleteUser`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteUser;

impl rt::OperationShape for DeleteUser {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteUser",
        snake: "delete_user",
        auth: rt::Auth::None,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: false,
        input: &shapes::DELETE_USER_REQUEST,
        output: None,
    };
    type Input = super::DeleteUserRequest;
    type Output = ();
}

/// Operation `DeleteUserAttributes`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteUserAttributes;

impl rt::OperationShape for DeleteUserAttributes {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteUserAttributes",
        snake: "delete_user_attributes",
        auth: rt::Auth::None,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::DELETE_USER_ATTRIBUTES_REQUEST,
        output: Some(&shapes::DELETE_USER_ATTRIBUTES_RESPONSE),
    };
    type Input = super::DeleteUserAttributesRequest;
    type Output = super::DeleteUserAttributesResponse;
}

/// Operation `DeleteUserPool`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteUserPool;

impl rt::OperationShape for DeleteUserPool {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteUserPool",
        snake: "delete_user_pool",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserImportInProgress,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::DELETE_USER_POOL_REQUEST,
        output: None,
    };
    type Input = super::DeleteUserPoolRequest;
    type Output = ();
}

/// Operation `DeleteUserPoolClient`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteUserPoolClient;

impl rt::OperationShape for DeleteUserPoolClient {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteUserPoolClient",
        snake: "delete_user_pool_client",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolClientUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::DELETE_USER_POOL_CLIENT_REQUEST,
        output: None,
    };
    type Input = super::DeleteUserPoolClientRequest;
    type Output = ();
}

/// Operation `DeleteUserPoolClientSecret`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteUserPoolClientSecret;

impl rt::OperationShape for DeleteUserPoolClientSecret {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteUserPoolClientSecret",
        snake: "delete_user_pool_client_secret",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolClientUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::InternalServer,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::ResourceNotFound,
        ],
        has_output: true,
        input: &shapes::DELETE_USER_POOL_CLIENT_SECRET_REQUEST,
        output: Some(&shapes::DELETE_USER_POOL_CLIENT_SECRET_RESPONSE),
    };
    type Input = super::DeleteUserPoolClientSecretRequest;
    type Output = super::DeleteUserPoolClientSecretResponse;
}

/// Operation `DeleteUserPoolDomain`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteUserPoolDomain;

impl rt::OperationShape for DeleteUserPoolDomain {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteUserPoolDomain",
        snake: "delete_user_pool_domain",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DELETE_USER_POOL_DOMAIN_REQUEST,
        output: Some(&shapes::DELETE_USER_POOL_DOMAIN_RESPONSE),
    };
    type Input = super::DeleteUserPoolDomainRequest;
    type Output = super::DeleteUserPoolDomainResponse;
}

/// Operation `DeleteUserPoolReplica`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteUserPoolReplica;

impl rt::OperationShape for DeleteUserPoolReplica {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteUserPoolReplica",
        snake: "delete_user_pool_replica",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::ResourceNotFound,
        ],
        has_output: true,
        input: &shapes::DELETE_USER_POOL_REPLICA_REQUEST,
        output: Some(&shapes::DELETE_USER_POOL_REPLICA_RESPONSE),
    };
    type Input = super::DeleteUserPoolReplicaRequest;
    type Output = super::DeleteUserPoolReplicaResponse;
}

/// Operation `DeleteWebAuthnCredential`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteWebAuthnCredential;

impl rt::OperationShape for DeleteWebAuthnCredential {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DeleteWebAuthnCredential",
        snake: "delete_web_authn_credential",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::Forbidden,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::DELETE_WEB_AUTHN_CREDENTIAL_REQUEST,
        output: Some(&shapes::DELETE_WEB_AUTHN_CREDENTIAL_RESPONSE),
    };
    type Input = super::DeleteWebAuthnCredentialRequest;
    type Output = super::DeleteWebAuthnCredentialResponse;
}

/// Operation `DescribeIdentityProvider`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeIdentityProvider;

impl rt::OperationShape for DescribeIdentityProvider {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DescribeIdentityProvider",
        snake: "describe_identity_provider",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_IDENTITY_PROVIDER_REQUEST,
        output: Some(&shapes::DESCRIBE_IDENTITY_PROVIDER_RESPONSE),
    };
    type Input = super::DescribeIdentityProviderRequest;
    type Output = super::DescribeIdentityProviderResponse;
}

/// Operation `DescribeManagedLoginBranding`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeManagedLoginBranding;

impl rt::OperationShape for DescribeManagedLoginBranding {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DescribeManagedLoginBranding",
        snake: "describe_managed_login_branding",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_MANAGED_LOGIN_BRANDING_REQUEST,
        output: Some(&shapes::DESCRIBE_MANAGED_LOGIN_BRANDING_RESPONSE),
    };
    type Input = super::DescribeManagedLoginBrandingRequest;
    type Output = super::DescribeManagedLoginBrandingResponse;
}

/// Operation `DescribeManagedLoginBrandingByClient`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeManagedLoginBrandingByClient;

impl rt::OperationShape for DescribeManagedLoginBrandingByClient {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DescribeManagedLoginBrandingByClient",
        snake: "describe_managed_login_branding_by_client",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_MANAGED_LOGIN_BRANDING_BY_CLIENT_REQUEST,
        output: Some(&shapes::DESCRIBE_MANAGED_LOGIN_BRANDING_BY_CLIENT_RESPONSE),
    };
    type Input = super::DescribeManagedLoginBrandingByClientRequest;
    type Output = super::DescribeManagedLoginBrandingByClientResponse;
}

/// Operation `DescribeResourceServer`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeResourceServer;

impl rt::OperationShape for DescribeResourceServer {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DescribeResourceServer",
        snake: "describe_resource_server",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_RESOURCE_SERVER_REQUEST,
        output: Some(&shapes::DESCRIBE_RESOURCE_SERVER_RESPONSE),
    };
    type Input = super::DescribeResourceServerRequest;
    type Output = super::DescribeResourceServerResponse;
}

/// Operation `DescribeRiskConfiguration`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeRiskConfiguration;

impl rt::OperationShape for DescribeRiskConfiguration {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DescribeRiskConfiguration",
        snake: "describe_risk_configuration",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserPoolAddOnNotEnabled,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_RISK_CONFIGURATION_REQUEST,
        output: Some(&shapes::DESCRIBE_RISK_CONFIGURATION_RESPONSE),
    };
    type Input = super::DescribeRiskConfigurationRequest;
    type Output = super::DescribeRiskConfigurationResponse;
}

/// Operation `DescribeTerms`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeTerms;

impl rt::OperationShape for DescribeTerms {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DescribeTerms",
        snake: "describe_terms",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_TERMS_REQUEST,
        output: Some(&shapes::DESCRIBE_TERMS_RESPONSE),
    };
    type Input = super::DescribeTermsRequest;
    type Output = super::DescribeTermsResponse;
}

/// Operation `DescribeTermsByClient`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeTermsByClient;

impl rt::OperationShape for DescribeTermsByClient {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DescribeTermsByClient",
        snake: "describe_terms_by_client",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_TERMS_BY_CLIENT_REQUEST,
        output: Some(&shapes::DESCRIBE_TERMS_BY_CLIENT_RESPONSE),
    };
    type Input = super::DescribeTermsByClientRequest;
    type Output = super::DescribeTermsByClientResponse;
}

/// Operation `DescribeUserImportJob`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeUserImportJob;

impl rt::OperationShape for DescribeUserImportJob {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DescribeUserImportJob",
        snake: "describe_user_import_job",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_USER_IMPORT_JOB_REQUEST,
        output: Some(&shapes::DESCRIBE_USER_IMPORT_JOB_RESPONSE),
    };
    type Input = super::DescribeUserImportJobRequest;
    type Output = super::DescribeUserImportJobResponse;
}

/// Operation `DescribeUserPool`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeUserPool;

impl rt::OperationShape for DescribeUserPool {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DescribeUserPool",
        snake: "describe_user_pool",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserPoolTagging,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_USER_POOL_REQUEST,
        output: Some(&shapes::DESCRIBE_USER_POOL_RESPONSE),
    };
    type Input = super::DescribeUserPoolRequest;
    type Output = super::DescribeUserPoolResponse;
}

/// Operation `DescribeUserPoolClient`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeUserPoolClient;

impl rt::OperationShape for DescribeUserPoolClient {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DescribeUserPoolClient",
        snake: "describe_user_pool_client",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolClientRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_USER_POOL_CLIENT_REQUEST,
        output: Some(&shapes::DESCRIBE_USER_POOL_CLIENT_RESPONSE),
    };
    type Input = super::DescribeUserPoolClientRequest;
    type Output = super::DescribeUserPoolClientResponse;
}

/// Operation `DescribeUserPoolDomain`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeUserPoolDomain;

impl rt::OperationShape for DescribeUserPoolDomain {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "DescribeUserPoolDomain",
        snake: "describe_user_pool_domain",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_USER_POOL_DOMAIN_REQUEST,
        output: Some(&shapes::DESCRIBE_USER_POOL_DOMAIN_RESPONSE),
    };
    type Input = super::DescribeUserPoolDomainRequest;
    type Output = super::DescribeUserPoolDomainResponse;
}

/// Operation `ForgetDevice`.
#[derive(Debug, Clone, Copy)]
pub struct ForgetDevice;

impl rt::OperationShape for ForgetDevice {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ForgetDevice",
        snake: "forget_device",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: false,
        input: &shapes::FORGET_DEVICE_REQUEST,
        output: None,
    };
    type Input = super::ForgetDeviceRequest;
    type Output = ();
}

/// Operation `ForgotPassword`.
#[derive(Debug, Clone, Copy)]
pub struct ForgotPassword;

impl rt::OperationShape for ForgotPassword {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ForgotPassword",
        snake: "forgot_password",
        auth: rt::Auth::None,
        class: rt::Class::UserAccountRecovery,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::CodeDeliveryFailure,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::FORGOT_PASSWORD_REQUEST,
        output: Some(&shapes::FORGOT_PASSWORD_RESPONSE),
    };
    type Input = super::ForgotPasswordRequest;
    type Output = super::ForgotPasswordResponse;
}

/// Operation `GetCSVHeader`.
#[derive(Debug, Clone, Copy)]
pub struct GetCSVHeader;

impl rt::OperationShape for GetCSVHeader {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetCSVHeader",
        snake: "get_csv_header",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::GET_CSV_HEADER_REQUEST,
        output: Some(&shapes::GET_CSV_HEADER_RESPONSE),
    };
    type Input = super::GetCSVHeaderRequest;
    type Output = super::GetCSVHeaderResponse;
}

/// Operation `GetClientToken`.
#[derive(Debug, Clone, Copy)]
pub struct GetClientToken;

impl rt::OperationShape for GetClientToken {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetClientToken",
        snake: "get_client_token",
        auth: rt::Auth::Optional,
        class: rt::Class::ClientAuthentication,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::GET_CLIENT_TOKEN_REQUEST,
        output: Some(&shapes::GET_CLIENT_TOKEN_RESPONSE),
    };
    type Input = super::GetClientTokenRequest;
    type Output = super::GetClientTokenResponse;
}

/// Operation `GetDerivedToken`.
#[derive(Debug, Clone, Copy)]
pub struct GetDerivedToken;

impl rt::OperationShape for GetDerivedToken {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetDerivedToken",
        snake: "get_derived_token",
        auth: rt::Auth::Optional,
        class: rt::Class::UserToken,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::GET_DERIVED_TOKEN_REQUEST,
        output: Some(&shapes::GET_DERIVED_TOKEN_RESPONSE),
    };
    type Input = super::GetDerivedTokenRequest;
    type Output = super::GetDerivedTokenResponse;
}

/// Operation `GetDevice`.
#[derive(Debug, Clone, Copy)]
pub struct GetDevice;

impl rt::OperationShape for GetDevice {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetDevice",
        snake: "get_device",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::GET_DEVICE_REQUEST,
        output: Some(&shapes::GET_DEVICE_RESPONSE),
    };
    type Input = super::GetDeviceRequest;
    type Output = super::GetDeviceResponse;
}

/// Operation `GetGroup`.
#[derive(Debug, Clone, Copy)]
pub struct GetGroup;

impl rt::OperationShape for GetGroup {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetGroup",
        snake: "get_group",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::GET_GROUP_REQUEST,
        output: Some(&shapes::GET_GROUP_RESPONSE),
    };
    type Input = super::GetGroupRequest;
    type Output = super::GetGroupResponse;
}

/// Operation `GetIdentityProviderByIdentifier`.
#[derive(Debug, Clone, Copy)]
pub struct GetIdentityProviderByIdentifier;

impl rt::OperationShape for GetIdentityProviderByIdentifier {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetIdentityProviderByIdentifier",
        snake: "get_identity_provider_by_identifier",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::GET_IDENTITY_PROVIDER_BY_IDENTIFIER_REQUEST,
        output: Some(&shapes::GET_IDENTITY_PROVIDER_BY_IDENTIFIER_RESPONSE),
    };
    type Input = super::GetIdentityProviderByIdentifierRequest;
    type Output = super::GetIdentityProviderByIdentifierResponse;
}

/// Operation `GetLogDeliveryConfiguration`.
#[derive(Debug, Clone, Copy)]
pub struct GetLogDeliveryConfiguration;

impl rt::OperationShape for GetLogDeliveryConfiguration {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetLogDeliveryConfiguration",
        snake: "get_log_delivery_configuration",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceNotFound,
        ],
        has_output: true,
        input: &shapes::GET_LOG_DELIVERY_CONFIGURATION_REQUEST,
        output: Some(&shapes::GET_LOG_DELIVERY_CONFIGURATION_RESPONSE),
    };
    type Input = super::GetLogDeliveryConfigurationRequest;
    type Output = super::GetLogDeliveryConfigurationResponse;
}

/// Operation `GetProvisionedLimit`.
#[derive(Debug, Clone, Copy)]
pub struct GetProvisionedLimit;

impl rt::OperationShape for GetProvisionedLimit {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetProvisionedLimit",
        snake: "get_provisioned_limit",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::GET_PROVISIONED_LIMIT_REQUEST,
        output: Some(&shapes::GET_PROVISIONED_LIMIT_RESPONSE),
    };
    type Input = super::GetProvisionedLimitRequest;
    type Output = super::GetProvisionedLimitResponse;
}

/// Operation `GetSigningCertificate`.
#[derive(Debug, Clone, Copy)]
pub struct GetSigningCertificate;

impl rt::OperationShape for GetSigningCertificate {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetSigningCertificate",
        snake: "get_signing_certificate",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InternalError,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::GET_SIGNING_CERTIFICATE_REQUEST,
        output: Some(&shapes::GET_SIGNING_CERTIFICATE_RESPONSE),
    };
    type Input = super::GetSigningCertificateRequest;
    type Output = super::GetSigningCertificateResponse;
}

/// Operation `GetTokensFromRefreshToken`.
#[derive(Debug, Clone, Copy)]
pub struct GetTokensFromRefreshToken;

impl rt::OperationShape for GetTokensFromRefreshToken {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetTokensFromRefreshToken",
        snake: "get_tokens_from_refresh_token",
        auth: rt::Auth::None,
        class: rt::Class::UserToken,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::Forbidden,
            rt::ExceptionType::RefreshTokenReuse,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::GET_TOKENS_FROM_REFRESH_TOKEN_REQUEST,
        output: Some(&shapes::GET_TOKENS_FROM_REFRESH_TOKEN_RESPONSE),
    };
    type Input = super::GetTokensFromRefreshTokenRequest;
    type Output = super::GetTokensFromRefreshTokenResponse;
}

/// Operation `GetUICustomization`.
#[derive(Debug, Clone, Copy)]
pub struct GetUICustomization;

impl rt::OperationShape for GetUICustomization {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetUICustomization",
        snake: "get_ui_customization",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::GET_UI_CUSTOMIZATION_REQUEST,
        output: Some(&shapes::GET_UI_CUSTOMIZATION_RESPONSE),
    };
    type Input = super::GetUICustomizationRequest;
    type Output = super::GetUICustomizationResponse;
}

/// Operation `GetUser`.
#[derive(Debug, Clone, Copy)]
pub struct GetUser;

impl rt::OperationShape for GetUser {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetUser",
        snake: "get_user",
        auth: rt::Auth::None,
        class: rt::Class::UserRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::GET_USER_REQUEST,
        output: Some(&shapes::GET_USER_RESPONSE),
    };
    type Input = super::GetUserRequest;
    type Output = super::GetUserResponse;
}

/// Operation `GetUserAttributeVerificationCode`.
#[derive(Debug, Clone, Copy)]
pub struct GetUserAttributeVerificationCode;

impl rt::OperationShape for GetUserAttributeVerificationCode {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetUserAttributeVerificationCode",
        snake: "get_user_attribute_verification_code",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::CodeDeliveryFailure,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::GET_USER_ATTRIBUTE_VERIFICATION_CODE_REQUEST,
        output: Some(&shapes::GET_USER_ATTRIBUTE_VERIFICATION_CODE_RESPONSE),
    };
    type Input = super::GetUserAttributeVerificationCodeRequest;
    type Output = super::GetUserAttributeVerificationCodeResponse;
}

/// Operation `GetUserAuthFactors`.
#[derive(Debug, Clone, Copy)]
pub struct GetUserAuthFactors;

impl rt::OperationShape for GetUserAuthFactors {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetUserAuthFactors",
        snake: "get_user_auth_factors",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::GET_USER_AUTH_FACTORS_REQUEST,
        output: Some(&shapes::GET_USER_AUTH_FACTORS_RESPONSE),
    };
    type Input = super::GetUserAuthFactorsRequest;
    type Output = super::GetUserAuthFactorsResponse;
}

/// Operation `GetUserPoolClientSessionConfiguration`.
#[derive(Debug, Clone, Copy)]
pub struct GetUserPoolClientSessionConfiguration;

impl rt::OperationShape for GetUserPoolClientSessionConfiguration {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetUserPoolClientSessionConfiguration",
        snake: "get_user_pool_client_session_configuration",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolClientRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::GET_USER_POOL_CLIENT_SESSION_CONFIGURATION_REQUEST,
        output: Some(&shapes::GET_USER_POOL_CLIENT_SESSION_CONFIGURATION_RESPONSE),
    };
    type Input = super::GetUserPoolClientSessionConfigurationRequest;
    type Output = super::GetUserPoolClientSessionConfigurationResponse;
}

/// Operation `GetUserPoolMfaConfig`.
#[derive(Debug, Clone, Copy)]
pub struct GetUserPoolMfaConfig;

impl rt::OperationShape for GetUserPoolMfaConfig {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetUserPoolMfaConfig",
        snake: "get_user_pool_mfa_config",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::GET_USER_POOL_MFA_CONFIG_REQUEST,
        output: Some(&shapes::GET_USER_POOL_MFA_CONFIG_RESPONSE),
    };
    type Input = super::GetUserPoolMfaConfigRequest;
    type Output = super::GetUserPoolMfaConfigResponse;
}

/// Operation `GetUserPoolSessionConfiguration`.
#[derive(Debug, Clone, Copy)]
pub struct GetUserPoolSessionConfiguration;

impl rt::OperationShape for GetUserPoolSessionConfiguration {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GetUserPoolSessionConfiguration",
        snake: "get_user_pool_session_configuration",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::GET_USER_POOL_SESSION_CONFIGURATION_REQUEST,
        output: Some(&shapes::GET_USER_POOL_SESSION_CONFIGURATION_RESPONSE),
    };
    type Input = super::GetUserPoolSessionConfigurationRequest;
    type Output = super::GetUserPoolSessionConfigurationResponse;
}

/// Operation `GlobalSignOut`.
#[derive(Debug, Clone, Copy)]
pub struct GlobalSignOut;

impl rt::OperationShape for GlobalSignOut {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "GlobalSignOut",
        snake: "global_sign_out",
        auth: rt::Auth::None,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::GLOBAL_SIGN_OUT_REQUEST,
        output: Some(&shapes::GLOBAL_SIGN_OUT_RESPONSE),
    };
    type Input = super::GlobalSignOutRequest;
    type Output = super::GlobalSignOutResponse;
}

/// Operation `InitiateAuth`.
#[derive(Debug, Clone, Copy)]
pub struct InitiateAuth;

impl rt::OperationShape for InitiateAuth {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "InitiateAuth",
        snake: "initiate_auth",
        auth: rt::Auth::None,
        class: rt::Class::UserAuthentication,
        errors: &[
            rt::ExceptionType::UnsupportedOperation,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::FeatureUnavailableInTier,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::INITIATE_AUTH_REQUEST,
        output: Some(&shapes::INITIATE_AUTH_RESPONSE),
    };
    type Input = super::InitiateAuthRequest;
    type Output = super::InitiateAuthResponse;
}

/// Operation `ListDevices`.
#[derive(Debug, Clone, Copy)]
pub struct ListDevices;

impl rt::OperationShape for ListDevices {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListDevices",
        snake: "list_devices",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::LIST_DEVICES_REQUEST,
        output: Some(&shapes::LIST_DEVICES_RESPONSE),
    };
    type Input = super::ListDevicesRequest;
    type Output = super::ListDevicesResponse;
}

/// Operation `ListGroups`.
#[derive(Debug, Clone, Copy)]
pub struct ListGroups;

impl rt::OperationShape for ListGroups {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListGroups",
        snake: "list_groups",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_GROUPS_REQUEST,
        output: Some(&shapes::LIST_GROUPS_RESPONSE),
    };
    type Input = super::ListGroupsRequest;
    type Output = super::ListGroupsResponse;
}

/// Operation `ListIdentityProviders`.
#[derive(Debug, Clone, Copy)]
pub struct ListIdentityProviders;

impl rt::OperationShape for ListIdentityProviders {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListIdentityProviders",
        snake: "list_identity_providers",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_IDENTITY_PROVIDERS_REQUEST,
        output: Some(&shapes::LIST_IDENTITY_PROVIDERS_RESPONSE),
    };
    type Input = super::ListIdentityProvidersRequest;
    type Output = super::ListIdentityProvidersResponse;
}

/// Operation `ListResourceServers`.
#[derive(Debug, Clone, Copy)]
pub struct ListResourceServers;

impl rt::OperationShape for ListResourceServers {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListResourceServers",
        snake: "list_resource_servers",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_RESOURCE_SERVERS_REQUEST,
        output: Some(&shapes::LIST_RESOURCE_SERVERS_RESPONSE),
    };
    type Input = super::ListResourceServersRequest;
    type Output = super::ListResourceServersResponse;
}

/// Operation `ListTagsForResource`.
#[derive(Debug, Clone, Copy)]
pub struct ListTagsForResource;

impl rt::OperationShape for ListTagsForResource {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListTagsForResource",
        snake: "list_tags_for_resource",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_TAGS_FOR_RESOURCE_REQUEST,
        output: Some(&shapes::LIST_TAGS_FOR_RESOURCE_RESPONSE),
    };
    type Input = super::ListTagsForResourceRequest;
    type Output = super::ListTagsForResourceResponse;
}

/// Operation `ListTerms`.
#[derive(Debug, Clone, Copy)]
pub struct ListTerms;

impl rt::OperationShape for ListTerms {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListTerms",
        snake: "list_terms",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_TERMS_REQUEST,
        output: Some(&shapes::LIST_TERMS_RESPONSE),
    };
    type Input = super::ListTermsRequest;
    type Output = super::ListTermsResponse;
}

/// Operation `ListUserImportJobs`.
#[derive(Debug, Clone, Copy)]
pub struct ListUserImportJobs;

impl rt::OperationShape for ListUserImportJobs {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListUserImportJobs",
        snake: "list_user_import_jobs",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_USER_IMPORT_JOBS_REQUEST,
        output: Some(&shapes::LIST_USER_IMPORT_JOBS_RESPONSE),
    };
    type Input = super::ListUserImportJobsRequest;
    type Output = super::ListUserImportJobsResponse;
}

/// Operation `ListUserPoolClientSecrets`.
#[derive(Debug, Clone, Copy)]
pub struct ListUserPoolClientSecrets;

impl rt::OperationShape for ListUserPoolClientSecrets {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListUserPoolClientSecrets",
        snake: "list_user_pool_client_secrets",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolClientRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::InternalServer,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::ResourceNotFound,
        ],
        has_output: true,
        input: &shapes::LIST_USER_POOL_CLIENT_SECRETS_REQUEST,
        output: Some(&shapes::LIST_USER_POOL_CLIENT_SECRETS_RESPONSE),
    };
    type Input = super::ListUserPoolClientSecretsRequest;
    type Output = super::ListUserPoolClientSecretsResponse;
}

/// Operation `ListUserPoolClients`.
#[derive(Debug, Clone, Copy)]
pub struct ListUserPoolClients;

impl rt::OperationShape for ListUserPoolClients {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListUserPoolClients",
        snake: "list_user_pool_clients",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolClientRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_USER_POOL_CLIENTS_REQUEST,
        output: Some(&shapes::LIST_USER_POOL_CLIENTS_RESPONSE),
    };
    type Input = super::ListUserPoolClientsRequest;
    type Output = super::ListUserPoolClientsResponse;
}

/// Operation `ListUserPoolReplicas`.
#[derive(Debug, Clone, Copy)]
pub struct ListUserPoolReplicas;

impl rt::OperationShape for ListUserPoolReplicas {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListUserPoolReplicas",
        snake: "list_user_pool_replicas",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::ResourceNotFound,
        ],
        has_output: true,
        input: &shapes::LIST_USER_POOL_REPLICAS_REQUEST,
        output: Some(&shapes::LIST_USER_POOL_REPLICAS_RESPONSE),
    };
    type Input = super::ListUserPoolReplicasRequest;
    type Output = super::ListUserPoolReplicasResponse;
}

/// Operation `ListUserPools`.
#[derive(Debug, Clone, Copy)]
pub struct ListUserPools;

impl rt::OperationShape for ListUserPools {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListUserPools",
        snake: "list_user_pools",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_USER_POOLS_REQUEST,
        output: Some(&shapes::LIST_USER_POOLS_RESPONSE),
    };
    type Input = super::ListUserPoolsRequest;
    type Output = super::ListUserPoolsResponse;
}

/// Operation `ListUserSessions`.
#[derive(Debug, Clone, Copy)]
pub struct ListUserSessions;

impl rt::OperationShape for ListUserSessions {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListUserSessions",
        snake: "list_user_sessions",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::LIST_USER_SESSIONS_REQUEST,
        output: Some(&shapes::LIST_USER_SESSIONS_RESPONSE),
    };
    type Input = super::ListUserSessionsRequest;
    type Output = super::ListUserSessionsResponse;
}

/// Operation `ListUsers`.
#[derive(Debug, Clone, Copy)]
pub struct ListUsers;

impl rt::OperationShape for ListUsers {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListUsers",
        snake: "list_users",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserList,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_USERS_REQUEST,
        output: Some(&shapes::LIST_USERS_RESPONSE),
    };
    type Input = super::ListUsersRequest;
    type Output = super::ListUsersResponse;
}

/// Operation `ListUsersInGroup`.
#[derive(Debug, Clone, Copy)]
pub struct ListUsersInGroup;

impl rt::OperationShape for ListUsersInGroup {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListUsersInGroup",
        snake: "list_users_in_group",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserList,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_USERS_IN_GROUP_REQUEST,
        output: Some(&shapes::LIST_USERS_IN_GROUP_RESPONSE),
    };
    type Input = super::ListUsersInGroupRequest;
    type Output = super::ListUsersInGroupResponse;
}

/// Operation `ListWebAuthnCredentials`.
#[derive(Debug, Clone, Copy)]
pub struct ListWebAuthnCredentials;

impl rt::OperationShape for ListWebAuthnCredentials {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ListWebAuthnCredentials",
        snake: "list_web_authn_credentials",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceRead,
        errors: &[
            rt::ExceptionType::Forbidden,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::LIST_WEB_AUTHN_CREDENTIALS_REQUEST,
        output: Some(&shapes::LIST_WEB_AUTHN_CREDENTIALS_RESPONSE),
    };
    type Input = super::ListWebAuthnCredentialsRequest;
    type Output = super::ListWebAuthnCredentialsResponse;
}

/// Operation `ResendConfirmationCode`.
#[derive(Debug, Clone, Copy)]
pub struct ResendConfirmationCode;

impl rt::OperationShape for ResendConfirmationCode {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "ResendConfirmationCode",
        snake: "resend_confirmation_code",
        auth: rt::Auth::None,
        class: rt::Class::UserAccountRecovery,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::CodeDeliveryFailure,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::RESEND_CONFIRMATION_CODE_REQUEST,
        output: Some(&shapes::RESEND_CONFIRMATION_CODE_RESPONSE),
    };
    type Input = super::ResendConfirmationCodeRequest;
    type Output = super::ResendConfirmationCodeResponse;
}

/// Operation `RespondToAuthChallenge`.
#[derive(Debug, Clone, Copy)]
pub struct RespondToAuthChallenge;

impl rt::OperationShape for RespondToAuthChallenge {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "RespondToAuthChallenge",
        snake: "respond_to_auth_challenge",
        auth: rt::Auth::None,
        class: rt::Class::UserAuthentication,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::CodeMismatch,
            rt::ExceptionType::ExpiredCode,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::InvalidPassword,
            rt::ExceptionType::PasswordHistoryPolicyViolation,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::MfaMethodNotFound,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::AliasExists,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::SoftwareTokenMfaNotFound,
            rt::ExceptionType::Forbidden,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::RESPOND_TO_AUTH_CHALLENGE_REQUEST,
        output: Some(&shapes::RESPOND_TO_AUTH_CHALLENGE_RESPONSE),
    };
    type Input = super::RespondToAuthChallengeRequest;
    type Output = super::RespondToAuthChallengeResponse;
}

/// Operation `RevokeToken`.
#[derive(Debug, Clone, Copy)]
pub struct RevokeToken;

impl rt::OperationShape for RevokeToken {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "RevokeToken",
        snake: "revoke_token",
        auth: rt::Auth::None,
        class: rt::Class::UserToken,
        errors: &[
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Unauthorized,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::UnsupportedOperation,
            rt::ExceptionType::UnsupportedTokenType,
            rt::ExceptionType::Forbidden,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::REVOKE_TOKEN_REQUEST,
        output: Some(&shapes::REVOKE_TOKEN_RESPONSE),
    };
    type Input = super::RevokeTokenRequest;
    type Output = super::RevokeTokenResponse;
}

/// Operation `RevokeUserSession`.
#[derive(Debug, Clone, Copy)]
pub struct RevokeUserSession;

impl rt::OperationShape for RevokeUserSession {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "RevokeUserSession",
        snake: "revoke_user_session",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::REVOKE_USER_SESSION_REQUEST,
        output: Some(&shapes::REVOKE_USER_SESSION_RESPONSE),
    };
    type Input = super::RevokeUserSessionRequest;
    type Output = super::RevokeUserSessionResponse;
}

/// Operation `SetLogDeliveryConfiguration`.
#[derive(Debug, Clone, Copy)]
pub struct SetLogDeliveryConfiguration;

impl rt::OperationShape for SetLogDeliveryConfiguration {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "SetLogDeliveryConfiguration",
        snake: "set_log_delivery_configuration",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::FeatureUnavailableInTier,
        ],
        has_output: true,
        input: &shapes::SET_LOG_DELIVERY_CONFIGURATION_REQUEST,
        output: Some(&shapes::SET_LOG_DELIVERY_CONFIGURATION_RESPONSE),
    };
    type Input = super::SetLogDeliveryConfigurationRequest;
    type Output = super::SetLogDeliveryConfigurationResponse;
}

/// Operation `SetRiskConfiguration`.
#[derive(Debug, Clone, Copy)]
pub struct SetRiskConfiguration;

impl rt::OperationShape for SetRiskConfiguration {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "SetRiskConfiguration",
        snake: "set_risk_configuration",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserPoolAddOnNotEnabled,
            rt::ExceptionType::CodeDeliveryFailure,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::SET_RISK_CONFIGURATION_REQUEST,
        output: Some(&shapes::SET_RISK_CONFIGURATION_RESPONSE),
    };
    type Input = super::SetRiskConfigurationRequest;
    type Output = super::SetRiskConfigurationResponse;
}

/// Operation `SetUICustomization`.
#[derive(Debug, Clone, Copy)]
pub struct SetUICustomization;

impl rt::OperationShape for SetUICustomization {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "SetUICustomization",
        snake: "set_ui_customization",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::SET_UI_CUSTOMIZATION_REQUEST,
        output: Some(&shapes::SET_UI_CUSTOMIZATION_RESPONSE),
    };
    type Input = super::SetUICustomizationRequest;
    type Output = super::SetUICustomizationResponse;
}

/// Operation `SetUserMFAPreference`.
#[derive(Debug, Clone, Copy)]
pub struct SetUserMFAPreference;

impl rt::OperationShape for SetUserMFAPreference {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "SetUserMFAPreference",
        snake: "set_user_mfa_preference",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::SET_USER_MFA_PREFERENCE_REQUEST,
        output: Some(&shapes::SET_USER_MFA_PREFERENCE_RESPONSE),
    };
    type Input = super::SetUserMFAPreferenceRequest;
    type Output = super::SetUserMFAPreferenceResponse;
}

/// Operation `SetUserPoolClientSessionConfiguration`.
#[derive(Debug, Clone, Copy)]
pub struct SetUserPoolClientSessionConfiguration;

impl rt::OperationShape for SetUserPoolClientSessionConfiguration {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "SetUserPoolClientSessionConfiguration",
        snake: "set_user_pool_client_session_configuration",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolClientUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::FeatureUnavailableInTier,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::SET_USER_POOL_CLIENT_SESSION_CONFIGURATION_REQUEST,
        output: Some(&shapes::SET_USER_POOL_CLIENT_SESSION_CONFIGURATION_RESPONSE),
    };
    type Input = super::SetUserPoolClientSessionConfigurationRequest;
    type Output = super::SetUserPoolClientSessionConfigurationResponse;
}

/// Operation `SetUserPoolMfaConfig`.
#[derive(Debug, Clone, Copy)]
pub struct SetUserPoolMfaConfig;

impl rt::OperationShape for SetUserPoolMfaConfig {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "SetUserPoolMfaConfig",
        snake: "set_user_pool_mfa_config",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::FeatureUnavailableInTier,
        ],
        has_output: true,
        input: &shapes::SET_USER_POOL_MFA_CONFIG_REQUEST,
        output: Some(&shapes::SET_USER_POOL_MFA_CONFIG_RESPONSE),
    };
    type Input = super::SetUserPoolMfaConfigRequest;
    type Output = super::SetUserPoolMfaConfigResponse;
}

/// Operation `SetUserPoolSessionConfiguration`.
#[derive(Debug, Clone, Copy)]
pub struct SetUserPoolSessionConfiguration;

impl rt::OperationShape for SetUserPoolSessionConfiguration {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "SetUserPoolSessionConfiguration",
        snake: "set_user_pool_session_configuration",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::FeatureUnavailableInTier,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::SET_USER_POOL_SESSION_CONFIGURATION_REQUEST,
        output: Some(&shapes::SET_USER_POOL_SESSION_CONFIGURATION_RESPONSE),
    };
    type Input = super::SetUserPoolSessionConfigurationRequest;
    type Output = super::SetUserPoolSessionConfigurationResponse;
}

/// Operation `SetUserSettings`.
#[derive(Debug, Clone, Copy)]
pub struct SetUserSettings;

impl rt::OperationShape for SetUserSettings {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "SetUserSettings",
        snake: "set_user_settings",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::SET_USER_SETTINGS_REQUEST,
        output: Some(&shapes::SET_USER_SETTINGS_RESPONSE),
    };
    type Input = super::SetUserSettingsRequest;
    type Output = super::SetUserSettingsResponse;
}

/// Operation `SignUp`.
#[derive(Debug, Clone, Copy)]
pub struct SignUp;

impl rt::OperationShape for SignUp {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "SignUp",
        snake: "sign_up",
        auth: rt::Auth::None,
        class: rt::Class::UserCreation,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InvalidPassword,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::UsernameExists,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::CodeDeliveryFailure,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::SIGN_UP_REQUEST,
        output: Some(&shapes::SIGN_UP_RESPONSE),
    };
    type Input = super::SignUpRequest;
    type Output = super::SignUpResponse;
}

/// Operation `StartUserImportJob`.
#[derive(Debug, Clone, Copy)]
pub struct StartUserImportJob;

impl rt::OperationShape for StartUserImportJob {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "StartUserImportJob",
        snake: "start_user_import_job",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::PreconditionNotMet,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::NotAuthorized,
        ],
        has_output: true,
        input: &shapes::START_USER_IMPORT_JOB_REQUEST,
        output: Some(&shapes::START_USER_IMPORT_JOB_RESPONSE),
    };
    type Input = super::StartUserImportJobRequest;
    type Output = super::StartUserImportJobResponse;
}

/// Operation `StartWebAuthnRegistration`.
#[derive(Debug, Clone, Copy)]
pub struct StartWebAuthnRegistration;

impl rt::OperationShape for StartWebAuthnRegistration {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "StartWebAuthnRegistration",
        snake: "start_web_authn_registration",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::Forbidden,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::WebAuthnNotEnabled,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::WebAuthnConfigurationMissing,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::START_WEB_AUTHN_REGISTRATION_REQUEST,
        output: Some(&shapes::START_WEB_AUTHN_REGISTRATION_RESPONSE),
    };
    type Input = super::StartWebAuthnRegistrationRequest;
    type Output = super::StartWebAuthnRegistrationResponse;
}

/// Operation `StopUserImportJob`.
#[derive(Debug, Clone, Copy)]
pub struct StopUserImportJob;

impl rt::OperationShape for StopUserImportJob {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "StopUserImportJob",
        snake: "stop_user_import_job",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::PreconditionNotMet,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::NotAuthorized,
        ],
        has_output: true,
        input: &shapes::STOP_USER_IMPORT_JOB_REQUEST,
        output: Some(&shapes::STOP_USER_IMPORT_JOB_RESPONSE),
    };
    type Input = super::StopUserImportJobRequest;
    type Output = super::StopUserImportJobResponse;
}

/// Operation `TagResource`.
#[derive(Debug, Clone, Copy)]
pub struct TagResource;

impl rt::OperationShape for TagResource {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "TagResource",
        snake: "tag_resource",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::TAG_RESOURCE_REQUEST,
        output: Some(&shapes::TAG_RESOURCE_RESPONSE),
    };
    type Input = super::TagResourceRequest;
    type Output = super::TagResourceResponse;
}

/// Operation `UntagResource`.
#[derive(Debug, Clone, Copy)]
pub struct UntagResource;

impl rt::OperationShape for UntagResource {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UntagResource",
        snake: "untag_resource",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::UNTAG_RESOURCE_REQUEST,
        output: Some(&shapes::UNTAG_RESOURCE_RESPONSE),
    };
    type Input = super::UntagResourceRequest;
    type Output = super::UntagResourceResponse;
}

/// Operation `UpdateAuthEventFeedback`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateAuthEventFeedback;

impl rt::OperationShape for UpdateAuthEventFeedback {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateAuthEventFeedback",
        snake: "update_auth_event_feedback",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserPoolAddOnNotEnabled,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::UPDATE_AUTH_EVENT_FEEDBACK_REQUEST,
        output: Some(&shapes::UPDATE_AUTH_EVENT_FEEDBACK_RESPONSE),
    };
    type Input = super::UpdateAuthEventFeedbackRequest;
    type Output = super::UpdateAuthEventFeedbackResponse;
}

/// Operation `UpdateDeviceStatus`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateDeviceStatus;

impl rt::OperationShape for UpdateDeviceStatus {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateDeviceStatus",
        snake: "update_device_status",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::UPDATE_DEVICE_STATUS_REQUEST,
        output: Some(&shapes::UPDATE_DEVICE_STATUS_RESPONSE),
    };
    type Input = super::UpdateDeviceStatusRequest;
    type Output = super::UpdateDeviceStatusResponse;
}

/// Operation `UpdateGroup`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateGroup;

impl rt::OperationShape for UpdateGroup {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateGroup",
        snake: "update_group",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::UPDATE_GROUP_REQUEST,
        output: Some(&shapes::UPDATE_GROUP_RESPONSE),
    };
    type Input = super::UpdateGroupRequest;
    type Output = super::UpdateGroupResponse;
}

/// Operation `UpdateIdentityProvider`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateIdentityProvider;

impl rt::OperationShape for UpdateIdentityProvider {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateIdentityProvider",
        snake: "update_identity_provider",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::UnsupportedIdentityProvider,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::UPDATE_IDENTITY_PROVIDER_REQUEST,
        output: Some(&shapes::UPDATE_IDENTITY_PROVIDER_RESPONSE),
    };
    type Input = super::UpdateIdentityProviderRequest;
    type Output = super::UpdateIdentityProviderResponse;
}

/// Operation `UpdateManagedLoginBranding`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateManagedLoginBranding;

impl rt::OperationShape for UpdateManagedLoginBranding {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateManagedLoginBranding",
        snake: "update_managed_login_branding",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::UPDATE_MANAGED_LOGIN_BRANDING_REQUEST,
        output: Some(&shapes::UPDATE_MANAGED_LOGIN_BRANDING_RESPONSE),
    };
    type Input = super::UpdateManagedLoginBrandingRequest;
    type Output = super::UpdateManagedLoginBrandingResponse;
}

/// Operation `UpdateProvisionedLimit`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateProvisionedLimit;

impl rt::OperationShape for UpdateProvisionedLimit {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateProvisionedLimit",
        snake: "update_provisioned_limit",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::ServiceQuotaExceeded,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::UPDATE_PROVISIONED_LIMIT_REQUEST,
        output: Some(&shapes::UPDATE_PROVISIONED_LIMIT_RESPONSE),
    };
    type Input = super::UpdateProvisionedLimitRequest;
    type Output = super::UpdateProvisionedLimitResponse;
}

/// Operation `UpdateResourceServer`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateResourceServer;

impl rt::OperationShape for UpdateResourceServer {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateResourceServer",
        snake: "update_resource_server",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::UPDATE_RESOURCE_SERVER_REQUEST,
        output: Some(&shapes::UPDATE_RESOURCE_SERVER_RESPONSE),
    };
    type Input = super::UpdateResourceServerRequest;
    type Output = super::UpdateResourceServerResponse;
}

/// Operation `UpdateTerms`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateTerms;

impl rt::OperationShape for UpdateTerms {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateTerms",
        snake: "update_terms",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::TermsExists,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::UPDATE_TERMS_REQUEST,
        output: Some(&shapes::UPDATE_TERMS_RESPONSE),
    };
    type Input = super::UpdateTermsRequest;
    type Output = super::UpdateTermsResponse;
}

/// Operation `UpdateUserAttributes`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateUserAttributes;

impl rt::OperationShape for UpdateUserAttributes {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateUserAttributes",
        snake: "update_user_attributes",
        auth: rt::Auth::None,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::CodeMismatch,
            rt::ExceptionType::ExpiredCode,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UnexpectedLambda,
            rt::ExceptionType::UserLambdaValidation,
            rt::ExceptionType::InvalidLambdaResponse,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::AliasExists,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::CodeDeliveryFailure,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::UPDATE_USER_ATTRIBUTES_REQUEST,
        output: Some(&shapes::UPDATE_USER_ATTRIBUTES_RESPONSE),
    };
    type Input = super::UpdateUserAttributesRequest;
    type Output = super::UpdateUserAttributesResponse;
}

/// Operation `UpdateUserPool`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateUserPool;

impl rt::OperationShape for UpdateUserPool {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateUserPool",
        snake: "update_user_pool",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::UserImportInProgress,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::InvalidSmsRoleAccessPolicy,
            rt::ExceptionType::InvalidSmsRoleTrustRelationship,
            rt::ExceptionType::UserPoolTagging,
            rt::ExceptionType::InvalidEmailRoleAccessPolicy,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::TierChangeNotAllowed,
            rt::ExceptionType::FeatureUnavailableInTier,
        ],
        has_output: true,
        input: &shapes::UPDATE_USER_POOL_REQUEST,
        output: Some(&shapes::UPDATE_USER_POOL_RESPONSE),
    };
    type Input = super::UpdateUserPoolRequest;
    type Output = super::UpdateUserPoolResponse;
}

/// Operation `UpdateUserPoolClient`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateUserPoolClient;

impl rt::OperationShape for UpdateUserPoolClient {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateUserPoolClient",
        snake: "update_user_pool_client",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolClientUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ScopeDoesNotExist,
            rt::ExceptionType::InvalidOAuthFlow,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::FeatureUnavailableInTier,
        ],
        has_output: true,
        input: &shapes::UPDATE_USER_POOL_CLIENT_REQUEST,
        output: Some(&shapes::UPDATE_USER_POOL_CLIENT_RESPONSE),
    };
    type Input = super::UpdateUserPoolClientRequest;
    type Output = super::UpdateUserPoolClientResponse;
}

/// Operation `UpdateUserPoolDomain`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateUserPoolDomain;

impl rt::OperationShape for UpdateUserPoolDomain {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateUserPoolDomain",
        snake: "update_user_pool_domain",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::FeatureUnavailableInTier,
        ],
        has_output: true,
        input: &shapes::UPDATE_USER_POOL_DOMAIN_REQUEST,
        output: Some(&shapes::UPDATE_USER_POOL_DOMAIN_RESPONSE),
    };
    type Input = super::UpdateUserPoolDomainRequest;
    type Output = super::UpdateUserPoolDomainResponse;
}

/// Operation `UpdateUserPoolReplica`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateUserPoolReplica;

impl rt::OperationShape for UpdateUserPoolReplica {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "UpdateUserPoolReplica",
        snake: "update_user_pool_replica",
        auth: rt::Auth::SigV4,
        class: rt::Class::UserPoolResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::ResourceNotFound,
        ],
        has_output: true,
        input: &shapes::UPDATE_USER_POOL_REPLICA_REQUEST,
        output: Some(&shapes::UPDATE_USER_POOL_REPLICA_RESPONSE),
    };
    type Input = super::UpdateUserPoolReplicaRequest;
    type Output = super::UpdateUserPoolReplicaResponse;
}

/// Operation `VerifySoftwareToken`.
#[derive(Debug, Clone, Copy)]
pub struct VerifySoftwareToken;

impl rt::OperationShape for VerifySoftwareToken {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "VerifySoftwareToken",
        snake: "verify_software_token",
        auth: rt::Auth::None,
        class: rt::Class::UserResourceUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidUserPoolConfiguration,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::EnableSoftwareTokenMfa,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::SoftwareTokenMfaNotFound,
            rt::ExceptionType::CodeMismatch,
            rt::ExceptionType::Forbidden,
            rt::ExceptionType::OperationNotEnabled,
        ],
        has_output: true,
        input: &shapes::VERIFY_SOFTWARE_TOKEN_REQUEST,
        output: Some(&shapes::VERIFY_SOFTWARE_TOKEN_RESPONSE),
    };
    type Input = super::VerifySoftwareTokenRequest;
    type Output = super::VerifySoftwareTokenResponse;
}

/// Operation `VerifyUserAttribute`.
#[derive(Debug, Clone, Copy)]
pub struct VerifyUserAttribute;

impl rt::OperationShape for VerifyUserAttribute {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Idp,
        name: "VerifyUserAttribute",
        snake: "verify_user_attribute",
        auth: rt::Auth::None,
        class: rt::Class::UserUpdate,
        errors: &[
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::CodeMismatch,
            rt::ExceptionType::ExpiredCode,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::PasswordResetRequired,
            rt::ExceptionType::UserNotFound,
            rt::ExceptionType::UserNotConfirmed,
            rt::ExceptionType::OperationNotEnabled,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::AliasExists,
            rt::ExceptionType::Forbidden,
        ],
        has_output: true,
        input: &shapes::VERIFY_USER_ATTRIBUTE_REQUEST,
        output: Some(&shapes::VERIFY_USER_ATTRIBUTE_RESPONSE),
    };
    type Input = super::VerifyUserAttributeRequest;
    type Output = super::VerifyUserAttributeResponse;
}
