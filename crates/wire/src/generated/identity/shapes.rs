// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Constraints of every shape.

use super::super::patterns;
use crate::rt;

pub(crate) static ARN_STRING: rt::Shape = rt::Shape::text("ARNString").min(20).max(2048);

pub(crate) static ACCESS_KEY_STRING: rt::Shape = rt::Shape::text("AccessKeyString");

pub(crate) static ACCOUNT_ID: rt::Shape =
    rt::Shape::text("AccountId").min(1).max(15).pattern(&patterns::ACCOUNT_ID);

pub(crate) static AMBIGUOUS_ROLE_RESOLUTION_TYPE: rt::Shape = rt::Shape::enumeration(
    "AmbiguousRoleResolutionType",
    super::AmbiguousRoleResolutionType::TEXTS,
);

pub(crate) static CLAIM_NAME: rt::Shape =
    rt::Shape::text("ClaimName").min(1).max(64).pattern(&patterns::CUSTOM_ATTRIBUTE_NAME_TYPE);

pub(crate) static CLAIM_VALUE: rt::Shape = rt::Shape::text("ClaimValue").min(1).max(128);

pub(crate) static CLASSIC_FLOW: rt::Shape = rt::Shape::boolean("ClassicFlow");

pub(crate) static COGNITO_IDENTITY_PROVIDER: rt::Shape = rt::Shape::structure(
    "CognitoIdentityProvider",
    &[
        rt::Member::optional("ProviderName", &COGNITO_IDENTITY_PROVIDER_NAME),
        rt::Member::optional("ClientId", &COGNITO_IDENTITY_PROVIDER_CLIENT_ID),
        rt::Member::optional("ServerSideTokenCheck", &COGNITO_IDENTITY_PROVIDER_TOKEN_CHECK),
    ],
);

pub(crate) static COGNITO_IDENTITY_PROVIDER_CLIENT_ID: rt::Shape =
    rt::Shape::text("CognitoIdentityProviderClientId")
        .min(1)
        .max(128)
        .pattern(&patterns::COGNITO_IDENTITY_PROVIDER_CLIENT_ID);

pub(crate) static COGNITO_IDENTITY_PROVIDER_LIST: rt::Shape =
    rt::Shape::list("CognitoIdentityProviderList", &COGNITO_IDENTITY_PROVIDER);

pub(crate) static COGNITO_IDENTITY_PROVIDER_NAME: rt::Shape =
    rt::Shape::text("CognitoIdentityProviderName")
        .min(1)
        .max(128)
        .pattern(&patterns::COGNITO_IDENTITY_PROVIDER_NAME);

pub(crate) static COGNITO_IDENTITY_PROVIDER_TOKEN_CHECK: rt::Shape =
    rt::Shape::boolean("CognitoIdentityProviderTokenCheck");

pub(crate) static CREATE_IDENTITY_POOL_INPUT: rt::Shape = rt::Shape::structure(
    "CreateIdentityPoolInput",
    &[
        rt::Member::required("IdentityPoolName", &IDENTITY_POOL_NAME),
        rt::Member::required("AllowUnauthenticatedIdentities", &IDENTITY_POOL_UNAUTHENTICATED),
        rt::Member::optional("AllowClassicFlow", &CLASSIC_FLOW),
        rt::Member::optional("SupportedLoginProviders", &IDENTITY_PROVIDERS),
        rt::Member::optional("DeveloperProviderName", &DEVELOPER_PROVIDER_NAME),
        rt::Member::optional("OpenIdConnectProviderARNs", &OIDC_PROVIDER_LIST),
        rt::Member::optional("CognitoIdentityProviders", &COGNITO_IDENTITY_PROVIDER_LIST),
        rt::Member::optional("SamlProviderARNs", &SAML_PROVIDER_LIST),
        rt::Member::optional("IdentityPoolTags", &IDENTITY_POOL_TAGS_TYPE),
    ],
);

pub(crate) static CREDENTIALS: rt::Shape = rt::Shape::structure(
    "Credentials",
    &[
        rt::Member::optional("AccessKeyId", &ACCESS_KEY_STRING),
        rt::Member::optional("SecretKey", &SECRET_KEY_STRING),
        rt::Member::optional("SessionToken", &SESSION_TOKEN_STRING),
        rt::Member::optional("Expiration", &DATE_TYPE),
    ],
);

pub(crate) static DATE_TYPE: rt::Shape = rt::Shape::timestamp("DateType");

pub(crate) static DELETE_IDENTITIES_INPUT: rt::Shape = rt::Shape::structure(
    "DeleteIdentitiesInput",
    &[rt::Member::required("IdentityIdsToDelete", &IDENTITY_ID_LIST)],
);

pub(crate) static DELETE_IDENTITIES_RESPONSE: rt::Shape = rt::Shape::structure(
    "DeleteIdentitiesResponse",
    &[rt::Member::optional("UnprocessedIdentityIds", &UNPROCESSED_IDENTITY_ID_LIST)],
);

pub(crate) static DELETE_IDENTITY_POOL_INPUT: rt::Shape = rt::Shape::structure(
    "DeleteIdentityPoolInput",
    &[rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID)],
);

pub(crate) static DESCRIBE_IDENTITY_INPUT: rt::Shape = rt::Shape::structure(
    "DescribeIdentityInput",
    &[rt::Member::required("IdentityId", &IDENTITY_ID)],
);

pub(crate) static DESCRIBE_IDENTITY_POOL_INPUT: rt::Shape = rt::Shape::structure(
    "DescribeIdentityPoolInput",
    &[rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID)],
);

pub(crate) static DEVELOPER_PROVIDER_NAME: rt::Shape = rt::Shape::text("DeveloperProviderName")
    .min(1)
    .max(128)
    .pattern(&patterns::DEVELOPER_PROVIDER_NAME);

pub(crate) static DEVELOPER_USER_IDENTIFIER: rt::Shape =
    rt::Shape::text("DeveloperUserIdentifier").min(1).max(1024);

pub(crate) static DEVELOPER_USER_IDENTIFIER_LIST: rt::Shape =
    rt::Shape::list("DeveloperUserIdentifierList", &DEVELOPER_USER_IDENTIFIER);

pub(crate) static ERROR_CODE: rt::Shape =
    rt::Shape::enumeration("ErrorCode", super::ErrorCode::TEXTS);

pub(crate) static GET_CREDENTIALS_FOR_IDENTITY_INPUT: rt::Shape = rt::Shape::structure(
    "GetCredentialsForIdentityInput",
    &[
        rt::Member::required("IdentityId", &IDENTITY_ID),
        rt::Member::optional("Logins", &LOGINS_MAP),
        rt::Member::optional("CustomRoleArn", &ARN_STRING),
    ],
);

pub(crate) static GET_CREDENTIALS_FOR_IDENTITY_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetCredentialsForIdentityResponse",
    &[
        rt::Member::optional("IdentityId", &IDENTITY_ID),
        rt::Member::optional("Credentials", &CREDENTIALS),
    ],
);

pub(crate) static GET_ID_INPUT: rt::Shape = rt::Shape::structure(
    "GetIdInput",
    &[
        rt::Member::optional("AccountId", &ACCOUNT_ID),
        rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::optional("Logins", &LOGINS_MAP),
    ],
);

pub(crate) static GET_ID_RESPONSE: rt::Shape =
    rt::Shape::structure("GetIdResponse", &[rt::Member::optional("IdentityId", &IDENTITY_ID)]);

pub(crate) static GET_IDENTITY_POOL_ROLES_INPUT: rt::Shape = rt::Shape::structure(
    "GetIdentityPoolRolesInput",
    &[rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID)],
);

pub(crate) static GET_IDENTITY_POOL_ROLES_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetIdentityPoolRolesResponse",
    &[
        rt::Member::optional("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::optional("Roles", &ROLES_MAP),
        rt::Member::optional("RoleMappings", &ROLE_MAPPING_MAP),
    ],
);

pub(crate) static GET_OPEN_ID_TOKEN_FOR_DEVELOPER_IDENTITY_INPUT: rt::Shape = rt::Shape::structure(
    "GetOpenIdTokenForDeveloperIdentityInput",
    &[
        rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::optional("IdentityId", &IDENTITY_ID),
        rt::Member::required("Logins", &LOGINS_MAP),
        rt::Member::optional("PrincipalTags", &PRINCIPAL_TAGS),
        rt::Member::optional("TokenDuration", &TOKEN_DURATION),
    ],
);

pub(crate) static GET_OPEN_ID_TOKEN_FOR_DEVELOPER_IDENTITY_RESPONSE: rt::Shape =
    rt::Shape::structure(
        "GetOpenIdTokenForDeveloperIdentityResponse",
        &[
            rt::Member::optional("IdentityId", &IDENTITY_ID),
            rt::Member::optional("Token", &OIDC_TOKEN),
        ],
    );

pub(crate) static GET_OPEN_ID_TOKEN_INPUT: rt::Shape = rt::Shape::structure(
    "GetOpenIdTokenInput",
    &[
        rt::Member::required("IdentityId", &IDENTITY_ID),
        rt::Member::optional("Logins", &LOGINS_MAP),
    ],
);

pub(crate) static GET_OPEN_ID_TOKEN_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetOpenIdTokenResponse",
    &[rt::Member::optional("IdentityId", &IDENTITY_ID), rt::Member::optional("Token", &OIDC_TOKEN)],
);

pub(crate) static GET_PRINCIPAL_TAG_ATTRIBUTE_MAP_INPUT: rt::Shape = rt::Shape::structure(
    "GetPrincipalTagAttributeMapInput",
    &[
        rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::required("IdentityProviderName", &IDENTITY_PROVIDER_NAME),
    ],
);

pub(crate) static GET_PRINCIPAL_TAG_ATTRIBUTE_MAP_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetPrincipalTagAttributeMapResponse",
    &[
        rt::Member::optional("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::optional("IdentityProviderName", &IDENTITY_PROVIDER_NAME),
        rt::Member::optional("UseDefaults", &USE_DEFAULTS),
        rt::Member::optional("PrincipalTags", &PRINCIPAL_TAGS),
    ],
);

pub(crate) static HIDE_DISABLED: rt::Shape = rt::Shape::boolean("HideDisabled");

pub(crate) static IDENTITIES_LIST: rt::Shape =
    rt::Shape::list("IdentitiesList", &IDENTITY_DESCRIPTION);

pub(crate) static IDENTITY_DESCRIPTION: rt::Shape = rt::Shape::structure(
    "IdentityDescription",
    &[
        rt::Member::optional("IdentityId", &IDENTITY_ID),
        rt::Member::optional("Logins", &LOGINS_LIST),
        rt::Member::optional("CreationDate", &DATE_TYPE),
        rt::Member::optional("LastModifiedDate", &DATE_TYPE),
    ],
);

pub(crate) static IDENTITY_ID: rt::Shape =
    rt::Shape::text("IdentityId").min(1).max(55).pattern(&patterns::IDENTITY_ID);

pub(crate) static IDENTITY_ID_LIST: rt::Shape =
    rt::Shape::list("IdentityIdList", &IDENTITY_ID).min(1).max(60);

pub(crate) static IDENTITY_POOL: rt::Shape = rt::Shape::structure(
    "IdentityPool",
    &[
        rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::required("IdentityPoolName", &IDENTITY_POOL_NAME),
        rt::Member::required("AllowUnauthenticatedIdentities", &IDENTITY_POOL_UNAUTHENTICATED),
        rt::Member::optional("AllowClassicFlow", &CLASSIC_FLOW),
        rt::Member::optional("SupportedLoginProviders", &IDENTITY_PROVIDERS),
        rt::Member::optional("DeveloperProviderName", &DEVELOPER_PROVIDER_NAME),
        rt::Member::optional("OpenIdConnectProviderARNs", &OIDC_PROVIDER_LIST),
        rt::Member::optional("CognitoIdentityProviders", &COGNITO_IDENTITY_PROVIDER_LIST),
        rt::Member::optional("SamlProviderARNs", &SAML_PROVIDER_LIST),
        rt::Member::optional("IdentityPoolTags", &IDENTITY_POOL_TAGS_TYPE),
    ],
);

pub(crate) static IDENTITY_POOL_ID: rt::Shape =
    rt::Shape::text("IdentityPoolId").min(1).max(55).pattern(&patterns::IDENTITY_ID);

pub(crate) static IDENTITY_POOL_NAME: rt::Shape =
    rt::Shape::text("IdentityPoolName").min(1).max(128).pattern(&patterns::CLIENT_NAME_TYPE);

pub(crate) static IDENTITY_POOL_SHORT_DESCRIPTION: rt::Shape = rt::Shape::structure(
    "IdentityPoolShortDescription",
    &[
        rt::Member::optional("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::optional("IdentityPoolName", &IDENTITY_POOL_NAME),
    ],
);

pub(crate) static IDENTITY_POOL_TAGS_LIST_TYPE: rt::Shape =
    rt::Shape::list("IdentityPoolTagsListType", &TAG_KEYS_TYPE);

pub(crate) static IDENTITY_POOL_TAGS_TYPE: rt::Shape =
    rt::Shape::map("IdentityPoolTagsType", &TAG_KEYS_TYPE, &TAG_VALUE_TYPE);

pub(crate) static IDENTITY_POOL_UNAUTHENTICATED: rt::Shape =
    rt::Shape::boolean("IdentityPoolUnauthenticated");

pub(crate) static IDENTITY_POOLS_LIST: rt::Shape =
    rt::Shape::list("IdentityPoolsList", &IDENTITY_POOL_SHORT_DESCRIPTION);

pub(crate) static IDENTITY_PROVIDER_ID: rt::Shape =
    rt::Shape::text("IdentityProviderId").min(1).max(128).pattern(&patterns::IDENTITY_PROVIDER_ID);

pub(crate) static IDENTITY_PROVIDER_NAME: rt::Shape =
    rt::Shape::text("IdentityProviderName").min(1).max(128);

pub(crate) static IDENTITY_PROVIDER_TOKEN: rt::Shape =
    rt::Shape::text("IdentityProviderToken").min(1).max(50000).sensitive();

pub(crate) static IDENTITY_PROVIDERS: rt::Shape =
    rt::Shape::map("IdentityProviders", &IDENTITY_PROVIDER_NAME, &IDENTITY_PROVIDER_ID).max(10);

pub(crate) static LIST_IDENTITIES_INPUT: rt::Shape = rt::Shape::structure(
    "ListIdentitiesInput",
    &[
        rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::required("MaxResults", &QUERY_LIMIT),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
        rt::Member::optional("HideDisabled", &HIDE_DISABLED),
    ],
);

pub(crate) static LIST_IDENTITIES_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListIdentitiesResponse",
    &[
        rt::Member::optional("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::optional("Identities", &IDENTITIES_LIST),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_IDENTITY_POOLS_INPUT: rt::Shape = rt::Shape::structure(
    "ListIdentityPoolsInput",
    &[
        rt::Member::required("MaxResults", &QUERY_LIMIT),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_IDENTITY_POOLS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListIdentityPoolsResponse",
    &[
        rt::Member::optional("IdentityPools", &IDENTITY_POOLS_LIST),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_TAGS_FOR_RESOURCE_INPUT: rt::Shape = rt::Shape::structure(
    "ListTagsForResourceInput",
    &[rt::Member::required("ResourceArn", &ARN_STRING)],
);

pub(crate) static LIST_TAGS_FOR_RESOURCE_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListTagsForResourceResponse",
    &[rt::Member::optional("Tags", &IDENTITY_POOL_TAGS_TYPE)],
);

pub(crate) static LOGINS_LIST: rt::Shape = rt::Shape::list("LoginsList", &IDENTITY_PROVIDER_NAME);

pub(crate) static LOGINS_MAP: rt::Shape =
    rt::Shape::map("LoginsMap", &IDENTITY_PROVIDER_NAME, &IDENTITY_PROVIDER_TOKEN).max(10);

pub(crate) static LOOKUP_DEVELOPER_IDENTITY_INPUT: rt::Shape = rt::Shape::structure(
    "LookupDeveloperIdentityInput",
    &[
        rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::optional("IdentityId", &IDENTITY_ID),
        rt::Member::optional("DeveloperUserIdentifier", &DEVELOPER_USER_IDENTIFIER),
        rt::Member::optional("MaxResults", &QUERY_LIMIT),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LOOKUP_DEVELOPER_IDENTITY_RESPONSE: rt::Shape = rt::Shape::structure(
    "LookupDeveloperIdentityResponse",
    &[
        rt::Member::optional("IdentityId", &IDENTITY_ID),
        rt::Member::optional("DeveloperUserIdentifierList", &DEVELOPER_USER_IDENTIFIER_LIST),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static MAPPING_RULE: rt::Shape = rt::Shape::structure(
    "MappingRule",
    &[
        rt::Member::required("Claim", &CLAIM_NAME),
        rt::Member::required("MatchType", &MAPPING_RULE_MATCH_TYPE),
        rt::Member::required("Value", &CLAIM_VALUE),
        rt::Member::required("RoleARN", &ARN_STRING),
    ],
);

pub(crate) static MAPPING_RULE_MATCH_TYPE: rt::Shape =
    rt::Shape::enumeration("MappingRuleMatchType", super::MappingRuleMatchType::TEXTS);

pub(crate) static MAPPING_RULES_LIST: rt::Shape =
    rt::Shape::list("MappingRulesList", &MAPPING_RULE).min(1).max(400);

pub(crate) static MERGE_DEVELOPER_IDENTITIES_INPUT: rt::Shape = rt::Shape::structure(
    "MergeDeveloperIdentitiesInput",
    &[
        rt::Member::required("SourceUserIdentifier", &DEVELOPER_USER_IDENTIFIER),
        rt::Member::required("DestinationUserIdentifier", &DEVELOPER_USER_IDENTIFIER),
        rt::Member::required("DeveloperProviderName", &DEVELOPER_PROVIDER_NAME),
        rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID),
    ],
);

pub(crate) static MERGE_DEVELOPER_IDENTITIES_RESPONSE: rt::Shape = rt::Shape::structure(
    "MergeDeveloperIdentitiesResponse",
    &[rt::Member::optional("IdentityId", &IDENTITY_ID)],
);

pub(crate) static OIDC_PROVIDER_LIST: rt::Shape = rt::Shape::list("OIDCProviderList", &ARN_STRING);

pub(crate) static OIDC_TOKEN: rt::Shape = rt::Shape::text("OIDCToken").sensitive();

pub(crate) static PAGINATION_KEY: rt::Shape =
    rt::Shape::text("PaginationKey").min(1).max(65535).pattern(&patterns::CONFIRMATION_CODE_TYPE);

pub(crate) static PRINCIPAL_TAG_ID: rt::Shape = rt::Shape::text("PrincipalTagID").min(1).max(128);

pub(crate) static PRINCIPAL_TAG_VALUE: rt::Shape =
    rt::Shape::text("PrincipalTagValue").min(1).max(256);

pub(crate) static PRINCIPAL_TAGS: rt::Shape =
    rt::Shape::map("PrincipalTags", &PRINCIPAL_TAG_ID, &PRINCIPAL_TAG_VALUE).max(50);

pub(crate) static QUERY_LIMIT: rt::Shape = rt::Shape::integer("QueryLimit").min(1).max(60);

pub(crate) static ROLE_MAPPING: rt::Shape = rt::Shape::structure(
    "RoleMapping",
    &[
        rt::Member::required("Type", &ROLE_MAPPING_TYPE),
        rt::Member::optional("AmbiguousRoleResolution", &AMBIGUOUS_ROLE_RESOLUTION_TYPE),
        rt::Member::optional("RulesConfiguration", &RULES_CONFIGURATION_TYPE),
    ],
);

pub(crate) static ROLE_MAPPING_MAP: rt::Shape =
    rt::Shape::map("RoleMappingMap", &IDENTITY_PROVIDER_NAME, &ROLE_MAPPING).max(10);

pub(crate) static ROLE_MAPPING_TYPE: rt::Shape =
    rt::Shape::enumeration("RoleMappingType", super::RoleMappingType::TEXTS);

pub(crate) static ROLE_TYPE: rt::Shape =
    rt::Shape::text("RoleType").min(1).max(128).pattern(&patterns::ROLE_TYPE);

pub(crate) static ROLES_MAP: rt::Shape = rt::Shape::map("RolesMap", &ROLE_TYPE, &ARN_STRING).max(2);

pub(crate) static RULES_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "RulesConfigurationType",
    &[rt::Member::required("Rules", &MAPPING_RULES_LIST)],
);

pub(crate) static SAML_PROVIDER_LIST: rt::Shape = rt::Shape::list("SAMLProviderList", &ARN_STRING);

pub(crate) static SECRET_KEY_STRING: rt::Shape = rt::Shape::text("SecretKeyString").sensitive();

pub(crate) static SESSION_TOKEN_STRING: rt::Shape = rt::Shape::text("SessionTokenString");

pub(crate) static SET_IDENTITY_POOL_ROLES_INPUT: rt::Shape = rt::Shape::structure(
    "SetIdentityPoolRolesInput",
    &[
        rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::required("Roles", &ROLES_MAP),
        rt::Member::optional("RoleMappings", &ROLE_MAPPING_MAP),
    ],
);

pub(crate) static SET_PRINCIPAL_TAG_ATTRIBUTE_MAP_INPUT: rt::Shape = rt::Shape::structure(
    "SetPrincipalTagAttributeMapInput",
    &[
        rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::required("IdentityProviderName", &IDENTITY_PROVIDER_NAME),
        rt::Member::optional("UseDefaults", &USE_DEFAULTS),
        rt::Member::optional("PrincipalTags", &PRINCIPAL_TAGS),
    ],
);

pub(crate) static SET_PRINCIPAL_TAG_ATTRIBUTE_MAP_RESPONSE: rt::Shape = rt::Shape::structure(
    "SetPrincipalTagAttributeMapResponse",
    &[
        rt::Member::optional("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::optional("IdentityProviderName", &IDENTITY_PROVIDER_NAME),
        rt::Member::optional("UseDefaults", &USE_DEFAULTS),
        rt::Member::optional("PrincipalTags", &PRINCIPAL_TAGS),
    ],
);

pub(crate) static TAG_KEYS_TYPE: rt::Shape = rt::Shape::text("TagKeysType").min(1).max(128);

pub(crate) static TAG_RESOURCE_INPUT: rt::Shape = rt::Shape::structure(
    "TagResourceInput",
    &[
        rt::Member::required("ResourceArn", &ARN_STRING),
        rt::Member::required("Tags", &IDENTITY_POOL_TAGS_TYPE),
    ],
);

pub(crate) static TAG_RESOURCE_RESPONSE: rt::Shape =
    rt::Shape::structure("TagResourceResponse", &[]);

pub(crate) static TAG_VALUE_TYPE: rt::Shape = rt::Shape::text("TagValueType").min(0).max(256);

pub(crate) static TOKEN_DURATION: rt::Shape = rt::Shape::long("TokenDuration").min(1).max(86400);

pub(crate) static UNLINK_DEVELOPER_IDENTITY_INPUT: rt::Shape = rt::Shape::structure(
    "UnlinkDeveloperIdentityInput",
    &[
        rt::Member::required("IdentityId", &IDENTITY_ID),
        rt::Member::required("IdentityPoolId", &IDENTITY_POOL_ID),
        rt::Member::required("DeveloperProviderName", &DEVELOPER_PROVIDER_NAME),
        rt::Member::required("DeveloperUserIdentifier", &DEVELOPER_USER_IDENTIFIER),
    ],
);

pub(crate) static UNLINK_IDENTITY_INPUT: rt::Shape = rt::Shape::structure(
    "UnlinkIdentityInput",
    &[
        rt::Member::required("IdentityId", &IDENTITY_ID),
        rt::Member::required("Logins", &LOGINS_MAP),
        rt::Member::required("LoginsToRemove", &LOGINS_LIST),
    ],
);

pub(crate) static UNPROCESSED_IDENTITY_ID: rt::Shape = rt::Shape::structure(
    "UnprocessedIdentityId",
    &[
        rt::Member::optional("IdentityId", &IDENTITY_ID),
        rt::Member::optional("ErrorCode", &ERROR_CODE),
    ],
);

pub(crate) static UNPROCESSED_IDENTITY_ID_LIST: rt::Shape =
    rt::Shape::list("UnprocessedIdentityIdList", &UNPROCESSED_IDENTITY_ID).max(60);

pub(crate) static UNTAG_RESOURCE_INPUT: rt::Shape = rt::Shape::structure(
    "UntagResourceInput",
    &[
        rt::Member::required("ResourceArn", &ARN_STRING),
        rt::Member::required("TagKeys", &IDENTITY_POOL_TAGS_LIST_TYPE),
    ],
);

pub(crate) static UNTAG_RESOURCE_RESPONSE: rt::Shape =
    rt::Shape::structure("UntagResourceResponse", &[]);

pub(crate) static USE_DEFAULTS: rt::Shape = rt::Shape::boolean("UseDefaults");
