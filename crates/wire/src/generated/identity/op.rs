// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Operations, each naming its request, its response and the exceptions it may answer.

use super::shapes;
use crate::rt;

/// Every operation, sorted by name.
pub(crate) static OPERATIONS: [rt::Operation; 23] = [
    *<CreateIdentityPool as rt::OperationShape>::OPERATION,
    *<DeleteIdentities as rt::OperationShape>::OPERATION,
    *<DeleteIdentityPool as rt::OperationShape>::OPERATION,
    *<DescribeIdentity as rt::OperationShape>::OPERATION,
    *<DescribeIdentityPool as rt::OperationShape>::OPERATION,
    *<GetCredentialsForIdentity as rt::OperationShape>::OPERATION,
    *<GetId as rt::OperationShape>::OPERATION,
    *<GetIdentityPoolRoles as rt::OperationShape>::OPERATION,
    *<GetOpenIdToken as rt::OperationShape>::OPERATION,
    *<GetOpenIdTokenForDeveloperIdentity as rt::OperationShape>::OPERATION,
    *<GetPrincipalTagAttributeMap as rt::OperationShape>::OPERATION,
    *<ListIdentities as rt::OperationShape>::OPERATION,
    *<ListIdentityPools as rt::OperationShape>::OPERATION,
    *<ListTagsForResource as rt::OperationShape>::OPERATION,
    *<LookupDeveloperIdentity as rt::OperationShape>::OPERATION,
    *<MergeDeveloperIdentities as rt::OperationShape>::OPERATION,
    *<SetIdentityPoolRoles as rt::OperationShape>::OPERATION,
    *<SetPrincipalTagAttributeMap as rt::OperationShape>::OPERATION,
    *<TagResource as rt::OperationShape>::OPERATION,
    *<UnlinkDeveloperIdentity as rt::OperationShape>::OPERATION,
    *<UnlinkIdentity as rt::OperationShape>::OPERATION,
    *<UntagResource as rt::OperationShape>::OPERATION,
    *<UpdateIdentityPool as rt::OperationShape>::OPERATION,
];

/// Operation `CreateIdentityPool`.
#[derive(Debug, Clone, Copy)]
pub struct CreateIdentityPool;

impl rt::OperationShape for CreateIdentityPool {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "CreateIdentityPool",
        snake: "create_identity_pool",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::LimitExceeded,
        ],
        has_output: true,
        input: &shapes::CREATE_IDENTITY_POOL_INPUT,
        output: Some(&shapes::IDENTITY_POOL),
    };
    type Input = super::CreateIdentityPoolInput;
    type Output = super::IdentityPool;
}

/// Operation `DeleteIdentities`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteIdentities;

impl rt::OperationShape for DeleteIdentities {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "DeleteIdentities",
        snake: "delete_identities",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DELETE_IDENTITIES_INPUT,
        output: Some(&shapes::DELETE_IDENTITIES_RESPONSE),
    };
    type Input = super::DeleteIdentitiesInput;
    type Output = super::DeleteIdentitiesResponse;
}

/// Operation `DeleteIdentityPool`.
#[derive(Debug, Clone, Copy)]
pub struct DeleteIdentityPool;

impl rt::OperationShape for DeleteIdentityPool {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "DeleteIdentityPool",
        snake: "delete_identity_pool",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::DELETE_IDENTITY_POOL_INPUT,
        output: None,
    };
    type Input = super::DeleteIdentityPoolInput;
    type Output = ();
}

/// Operation `DescribeIdentity`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeIdentity;

impl rt::OperationShape for DescribeIdentity {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "DescribeIdentity",
        snake: "describe_identity",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_IDENTITY_INPUT,
        output: Some(&shapes::IDENTITY_DESCRIPTION),
    };
    type Input = super::DescribeIdentityInput;
    type Output = super::IdentityDescription;
}

/// Operation `DescribeIdentityPool`.
#[derive(Debug, Clone, Copy)]
pub struct DescribeIdentityPool;

impl rt::OperationShape for DescribeIdentityPool {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "DescribeIdentityPool",
        snake: "describe_identity_pool",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::DESCRIBE_IDENTITY_POOL_INPUT,
        output: Some(&shapes::IDENTITY_POOL),
    };
    type Input = super::DescribeIdentityPoolInput;
    type Output = super::IdentityPool;
}

/// Operation `GetCredentialsForIdentity`.
#[derive(Debug, Clone, Copy)]
pub struct GetCredentialsForIdentity;

impl rt::OperationShape for GetCredentialsForIdentity {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "GetCredentialsForIdentity",
        snake: "get_credentials_for_identity",
        auth: rt::Auth::None,
        class: rt::Class::IdentityFederation,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InvalidIdentityPoolConfiguration,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::ExternalService,
        ],
        has_output: true,
        input: &shapes::GET_CREDENTIALS_FOR_IDENTITY_INPUT,
        output: Some(&shapes::GET_CREDENTIALS_FOR_IDENTITY_RESPONSE),
    };
    type Input = super::GetCredentialsForIdentityInput;
    type Output = super::GetCredentialsForIdentityResponse;
}

/// Operation `GetId`.
#[derive(Debug, Clone, Copy)]
pub struct GetId;

impl rt::OperationShape for GetId {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "GetId",
        snake: "get_id",
        auth: rt::Auth::None,
        class: rt::Class::IdentityFederation,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::LimitExceeded,
            rt::ExceptionType::ExternalService,
        ],
        has_output: true,
        input: &shapes::GET_ID_INPUT,
        output: Some(&shapes::GET_ID_RESPONSE),
    };
    type Input = super::GetIdInput;
    type Output = super::GetIdResponse;
}

/// Operation `GetIdentityPoolRoles`.
#[derive(Debug, Clone, Copy)]
pub struct GetIdentityPoolRoles;

impl rt::OperationShape for GetIdentityPoolRoles {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "GetIdentityPoolRoles",
        snake: "get_identity_pool_roles",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::GET_IDENTITY_POOL_ROLES_INPUT,
        output: Some(&shapes::GET_IDENTITY_POOL_ROLES_RESPONSE),
    };
    type Input = super::GetIdentityPoolRolesInput;
    type Output = super::GetIdentityPoolRolesResponse;
}

/// Operation `GetOpenIdToken`.
#[derive(Debug, Clone, Copy)]
pub struct GetOpenIdToken;

impl rt::OperationShape for GetOpenIdToken {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "GetOpenIdToken",
        snake: "get_open_id_token",
        auth: rt::Auth::None,
        class: rt::Class::IdentityFederation,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::ExternalService,
        ],
        has_output: true,
        input: &shapes::GET_OPEN_ID_TOKEN_INPUT,
        output: Some(&shapes::GET_OPEN_ID_TOKEN_RESPONSE),
    };
    type Input = super::GetOpenIdTokenInput;
    type Output = super::GetOpenIdTokenResponse;
}

/// Operation `GetOpenIdTokenForDeveloperIdentity`.
#[derive(Debug, Clone, Copy)]
pub struct GetOpenIdTokenForDeveloperIdentity;

impl rt::OperationShape for GetOpenIdTokenForDeveloperIdentity {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "GetOpenIdTokenForDeveloperIdentity",
        snake: "get_open_id_token_for_developer_identity",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::DeveloperUserAlreadyRegistered,
        ],
        has_output: true,
        input: &shapes::GET_OPEN_ID_TOKEN_FOR_DEVELOPER_IDENTITY_INPUT,
        output: Some(&shapes::GET_OPEN_ID_TOKEN_FOR_DEVELOPER_IDENTITY_RESPONSE),
    };
    type Input = super::GetOpenIdTokenForDeveloperIdentityInput;
    type Output = super::GetOpenIdTokenForDeveloperIdentityResponse;
}

/// Operation `GetPrincipalTagAttributeMap`.
#[derive(Debug, Clone, Copy)]
pub struct GetPrincipalTagAttributeMap;

impl rt::OperationShape for GetPrincipalTagAttributeMap {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "GetPrincipalTagAttributeMap",
        snake: "get_principal_tag_attribute_map",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::GET_PRINCIPAL_TAG_ATTRIBUTE_MAP_INPUT,
        output: Some(&shapes::GET_PRINCIPAL_TAG_ATTRIBUTE_MAP_RESPONSE),
    };
    type Input = super::GetPrincipalTagAttributeMapInput;
    type Output = super::GetPrincipalTagAttributeMapResponse;
}

/// Operation `ListIdentities`.
#[derive(Debug, Clone, Copy)]
pub struct ListIdentities;

impl rt::OperationShape for ListIdentities {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "ListIdentities",
        snake: "list_identities",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_IDENTITIES_INPUT,
        output: Some(&shapes::LIST_IDENTITIES_RESPONSE),
    };
    type Input = super::ListIdentitiesInput;
    type Output = super::ListIdentitiesResponse;
}

/// Operation `ListIdentityPools`.
#[derive(Debug, Clone, Copy)]
pub struct ListIdentityPools;

impl rt::OperationShape for ListIdentityPools {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "ListIdentityPools",
        snake: "list_identity_pools",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_IDENTITY_POOLS_INPUT,
        output: Some(&shapes::LIST_IDENTITY_POOLS_RESPONSE),
    };
    type Input = super::ListIdentityPoolsInput;
    type Output = super::ListIdentityPoolsResponse;
}

/// Operation `ListTagsForResource`.
#[derive(Debug, Clone, Copy)]
pub struct ListTagsForResource;

impl rt::OperationShape for ListTagsForResource {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "ListTagsForResource",
        snake: "list_tags_for_resource",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LIST_TAGS_FOR_RESOURCE_INPUT,
        output: Some(&shapes::LIST_TAGS_FOR_RESOURCE_RESPONSE),
    };
    type Input = super::ListTagsForResourceInput;
    type Output = super::ListTagsForResourceResponse;
}

/// Operation `LookupDeveloperIdentity`.
#[derive(Debug, Clone, Copy)]
pub struct LookupDeveloperIdentity;

impl rt::OperationShape for LookupDeveloperIdentity {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "LookupDeveloperIdentity",
        snake: "lookup_developer_identity",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolRead,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::LOOKUP_DEVELOPER_IDENTITY_INPUT,
        output: Some(&shapes::LOOKUP_DEVELOPER_IDENTITY_RESPONSE),
    };
    type Input = super::LookupDeveloperIdentityInput;
    type Output = super::LookupDeveloperIdentityResponse;
}

/// Operation `MergeDeveloperIdentities`.
#[derive(Debug, Clone, Copy)]
pub struct MergeDeveloperIdentities;

impl rt::OperationShape for MergeDeveloperIdentities {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "MergeDeveloperIdentities",
        snake: "merge_developer_identities",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::MERGE_DEVELOPER_IDENTITIES_INPUT,
        output: Some(&shapes::MERGE_DEVELOPER_IDENTITIES_RESPONSE),
    };
    type Input = super::MergeDeveloperIdentitiesInput;
    type Output = super::MergeDeveloperIdentitiesResponse;
}

/// Operation `SetIdentityPoolRoles`.
#[derive(Debug, Clone, Copy)]
pub struct SetIdentityPoolRoles;

impl rt::OperationShape for SetIdentityPoolRoles {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "SetIdentityPoolRoles",
        snake: "set_identity_pool_roles",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::ConcurrentModification,
        ],
        has_output: false,
        input: &shapes::SET_IDENTITY_POOL_ROLES_INPUT,
        output: None,
    };
    type Input = super::SetIdentityPoolRolesInput;
    type Output = ();
}

/// Operation `SetPrincipalTagAttributeMap`.
#[derive(Debug, Clone, Copy)]
pub struct SetPrincipalTagAttributeMap;

impl rt::OperationShape for SetPrincipalTagAttributeMap {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "SetPrincipalTagAttributeMap",
        snake: "set_principal_tag_attribute_map",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::SET_PRINCIPAL_TAG_ATTRIBUTE_MAP_INPUT,
        output: Some(&shapes::SET_PRINCIPAL_TAG_ATTRIBUTE_MAP_RESPONSE),
    };
    type Input = super::SetPrincipalTagAttributeMapInput;
    type Output = super::SetPrincipalTagAttributeMapResponse;
}

/// Operation `TagResource`.
#[derive(Debug, Clone, Copy)]
pub struct TagResource;

impl rt::OperationShape for TagResource {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "TagResource",
        snake: "tag_resource",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::TAG_RESOURCE_INPUT,
        output: Some(&shapes::TAG_RESOURCE_RESPONSE),
    };
    type Input = super::TagResourceInput;
    type Output = super::TagResourceResponse;
}

/// Operation `UnlinkDeveloperIdentity`.
#[derive(Debug, Clone, Copy)]
pub struct UnlinkDeveloperIdentity;

impl rt::OperationShape for UnlinkDeveloperIdentity {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "UnlinkDeveloperIdentity",
        snake: "unlink_developer_identity",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: false,
        input: &shapes::UNLINK_DEVELOPER_IDENTITY_INPUT,
        output: None,
    };
    type Input = super::UnlinkDeveloperIdentityInput;
    type Output = ();
}

/// Operation `UnlinkIdentity`.
#[derive(Debug, Clone, Copy)]
pub struct UnlinkIdentity;

impl rt::OperationShape for UnlinkIdentity {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "UnlinkIdentity",
        snake: "unlink_identity",
        auth: rt::Auth::None,
        class: rt::Class::IdentityFederation,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::ExternalService,
        ],
        has_output: false,
        input: &shapes::UNLINK_IDENTITY_INPUT,
        output: None,
    };
    type Input = super::UnlinkIdentityInput;
    type Output = ();
}

/// Operation `UntagResource`.
#[derive(Debug, Clone, Copy)]
pub struct UntagResource;

impl rt::OperationShape for UntagResource {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "UntagResource",
        snake: "untag_resource",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
        ],
        has_output: true,
        input: &shapes::UNTAG_RESOURCE_INPUT,
        output: Some(&shapes::UNTAG_RESOURCE_RESPONSE),
    };
    type Input = super::UntagResourceInput;
    type Output = super::UntagResourceResponse;
}

/// Operation `UpdateIdentityPool`.
#[derive(Debug, Clone, Copy)]
pub struct UpdateIdentityPool;

impl rt::OperationShape for UpdateIdentityPool {
    const OPERATION: &'static rt::Operation = &rt::Operation {
        service: rt::Service::Identity,
        name: "UpdateIdentityPool",
        snake: "update_identity_pool",
        auth: rt::Auth::SigV4,
        class: rt::Class::IdentityPoolUpdate,
        errors: &[
            rt::ExceptionType::InvalidParameter,
            rt::ExceptionType::ResourceNotFound,
            rt::ExceptionType::NotAuthorized,
            rt::ExceptionType::ResourceConflict,
            rt::ExceptionType::TooManyRequests,
            rt::ExceptionType::InternalError,
            rt::ExceptionType::ConcurrentModification,
            rt::ExceptionType::LimitExceeded,
        ],
        has_output: true,
        input: &shapes::IDENTITY_POOL,
        output: Some(&shapes::IDENTITY_POOL),
    };
    type Input = super::IdentityPool;
    type Output = super::IdentityPool;
}
