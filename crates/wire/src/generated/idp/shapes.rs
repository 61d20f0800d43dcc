// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Constraints of every shape.

use super::super::patterns;
use crate::rt;

pub(crate) static AWS_ACCOUNT_ID_TYPE: rt::Shape =
    rt::Shape::text("AWSAccountIdType").max(12).pattern(&patterns::AWS_ACCOUNT_ID_TYPE);

pub(crate) static ACCESS_TOKEN_VALIDITY_TYPE: rt::Shape =
    rt::Shape::integer("AccessTokenValidityType").min(1).max(86400);

pub(crate) static ACCOUNT_RECOVERY_SETTING_TYPE: rt::Shape = rt::Shape::structure(
    "AccountRecoverySettingType",
    &[rt::Member::optional("RecoveryMechanisms", &RECOVERY_MECHANISMS_TYPE)],
);

pub(crate) static ACCOUNT_TAKEOVER_ACTION_NOTIFY_TYPE: rt::Shape =
    rt::Shape::boolean("AccountTakeoverActionNotifyType");

pub(crate) static ACCOUNT_TAKEOVER_ACTION_TYPE: rt::Shape = rt::Shape::structure(
    "AccountTakeoverActionType",
    &[
        rt::Member::required("Notify", &ACCOUNT_TAKEOVER_ACTION_NOTIFY_TYPE),
        rt::Member::required("EventAction", &ACCOUNT_TAKEOVER_EVENT_ACTION_TYPE),
    ],
);

pub(crate) static ACCOUNT_TAKEOVER_ACTIONS_TYPE: rt::Shape = rt::Shape::structure(
    "AccountTakeoverActionsType",
    &[
        rt::Member::optional("LowAction", &ACCOUNT_TAKEOVER_ACTION_TYPE),
        rt::Member::optional("MediumAction", &ACCOUNT_TAKEOVER_ACTION_TYPE),
        rt::Member::optional("HighAction", &ACCOUNT_TAKEOVER_ACTION_TYPE),
    ],
);

pub(crate) static ACCOUNT_TAKEOVER_EVENT_ACTION_TYPE: rt::Shape = rt::Shape::enumeration(
    "AccountTakeoverEventActionType",
    super::AccountTakeoverEventActionType::TEXTS,
);

pub(crate) static ACCOUNT_TAKEOVER_RISK_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "AccountTakeoverRiskConfigurationType",
    &[
        rt::Member::optional("NotifyConfiguration", &NOTIFY_CONFIGURATION_TYPE),
        rt::Member::required("Actions", &ACCOUNT_TAKEOVER_ACTIONS_TYPE),
    ],
);

pub(crate) static ACR_CONFIGURATION_TYPE: rt::Shape =
    rt::Shape::map("AcrConfigurationType", &ACR_LEVEL_KEY_TYPE, &ACR_LEVEL_CONFIG_TYPE)
        .min(0)
        .max(4);

pub(crate) static ACR_LEVEL_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "AcrLevelConfigType",
    &[rt::Member::required("AcrValue", &ACR_VALUE_TYPE)],
);

pub(crate) static ACR_LEVEL_KEY_TYPE: rt::Shape =
    rt::Shape::text("AcrLevelKeyType").pattern(&patterns::ACR_LEVEL_KEY_TYPE);

pub(crate) static ACR_MAPPING_KEY_TYPE: rt::Shape =
    rt::Shape::text("AcrMappingKeyType").pattern(&patterns::ACR_LEVEL_KEY_TYPE);

pub(crate) static ACR_MAPPING_TYPE: rt::Shape =
    rt::Shape::map("AcrMappingType", &ACR_MAPPING_KEY_TYPE, &ACR_VALUE_TYPE).min(0).max(4);

pub(crate) static ACR_VALUE_TYPE: rt::Shape =
    rt::Shape::text("AcrValueType").min(1).max(64).pattern(&patterns::ACR_VALUE_TYPE);

pub(crate) static ADD_CUSTOM_ATTRIBUTES_REQUEST: rt::Shape = rt::Shape::structure(
    "AddCustomAttributesRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("CustomAttributes", &CUSTOM_ATTRIBUTES_LIST_TYPE),
    ],
);

pub(crate) static ADD_CUSTOM_ATTRIBUTES_RESPONSE: rt::Shape =
    rt::Shape::structure("AddCustomAttributesResponse", &[]);

pub(crate) static ADD_USER_POOL_CLIENT_SECRET_REQUEST: rt::Shape = rt::Shape::structure(
    "AddUserPoolClientSecretRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("ClientSecret", &CLIENT_SECRET_TYPE),
    ],
);

pub(crate) static ADD_USER_POOL_CLIENT_SECRET_RESPONSE: rt::Shape = rt::Shape::structure(
    "AddUserPoolClientSecretResponse",
    &[rt::Member::optional("ClientSecretDescriptor", &CLIENT_SECRET_DESCRIPTOR_TYPE)],
);

pub(crate) static ADMIN_ADD_USER_TO_GROUP_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminAddUserToGroupRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("GroupName", &GROUP_NAME_TYPE),
    ],
);

pub(crate) static ADMIN_CONFIRM_SIGN_UP_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminConfirmSignUpRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static ADMIN_CONFIRM_SIGN_UP_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminConfirmSignUpResponse", &[]);

pub(crate) static ADMIN_CREATE_USER_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "AdminCreateUserConfigType",
    &[
        rt::Member::optional("AllowAdminCreateUserOnly", &BOOLEAN_TYPE),
        rt::Member::optional(
            "UnusedAccountValidityDays",
            &ADMIN_CREATE_USER_UNUSED_ACCOUNT_VALIDITY_DAYS_TYPE,
        ),
        rt::Member::optional("InviteMessageTemplate", &MESSAGE_TEMPLATE_TYPE),
    ],
);

pub(crate) static ADMIN_CREATE_USER_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminCreateUserRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("UserAttributes", &ATTRIBUTE_LIST_TYPE),
        rt::Member::optional("ValidationData", &ATTRIBUTE_LIST_TYPE),
        rt::Member::optional("TemporaryPassword", &PASSWORD_TYPE),
        rt::Member::optional("ForceAliasCreation", &FORCE_ALIAS_CREATION),
        rt::Member::optional("MessageAction", &MESSAGE_ACTION_TYPE),
        rt::Member::optional("DesiredDeliveryMediums", &DELIVERY_MEDIUM_LIST_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static ADMIN_CREATE_USER_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminCreateUserResponse", &[rt::Member::optional("User", &USER_TYPE)]);

pub(crate) static ADMIN_CREATE_USER_UNUSED_ACCOUNT_VALIDITY_DAYS_TYPE: rt::Shape =
    rt::Shape::integer("AdminCreateUserUnusedAccountValidityDaysType").min(0).max(365);

pub(crate) static ADMIN_DELETE_SOFTWARE_TOKEN_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminDeleteSoftwareTokenRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
    ],
);

pub(crate) static ADMIN_DELETE_SOFTWARE_TOKEN_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminDeleteSoftwareTokenResponse", &[]);

pub(crate) static ADMIN_DELETE_USER_ATTRIBUTES_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminDeleteUserAttributesRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("UserAttributeNames", &ATTRIBUTE_NAME_LIST_TYPE),
    ],
);

pub(crate) static ADMIN_DELETE_USER_ATTRIBUTES_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminDeleteUserAttributesResponse", &[]);

pub(crate) static ADMIN_DELETE_USER_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminDeleteUserRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
    ],
);

pub(crate) static ADMIN_DISABLE_PROVIDER_FOR_USER_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminDisableProviderForUserRequest",
    &[
        rt::Member::required("UserPoolId", &STRING_TYPE),
        rt::Member::required("User", &PROVIDER_USER_IDENTIFIER_TYPE),
    ],
);

pub(crate) static ADMIN_DISABLE_PROVIDER_FOR_USER_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminDisableProviderForUserResponse", &[]);

pub(crate) static ADMIN_DISABLE_USER_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminDisableUserRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
    ],
);

pub(crate) static ADMIN_DISABLE_USER_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminDisableUserResponse", &[]);

pub(crate) static ADMIN_ENABLE_USER_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminEnableUserRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
    ],
);

pub(crate) static ADMIN_ENABLE_USER_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminEnableUserResponse", &[]);

pub(crate) static ADMIN_FORGET_DEVICE_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminForgetDeviceRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("DeviceKey", &DEVICE_KEY_TYPE),
    ],
);

pub(crate) static ADMIN_GET_DEVICE_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminGetDeviceRequest",
    &[
        rt::Member::required("DeviceKey", &DEVICE_KEY_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
    ],
);

pub(crate) static ADMIN_GET_DEVICE_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminGetDeviceResponse", &[rt::Member::required("Device", &DEVICE_TYPE)]);

pub(crate) static ADMIN_GET_USER_AUTH_FACTORS_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminGetUserAuthFactorsRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
    ],
);

pub(crate) static ADMIN_GET_USER_AUTH_FACTORS_RESPONSE: rt::Shape = rt::Shape::structure(
    "AdminGetUserAuthFactorsResponse",
    &[
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("PreferredMfaSetting", &STRING_TYPE),
        rt::Member::optional("UserMFASettingList", &USER_MFA_SETTING_LIST_TYPE),
        rt::Member::optional("ConfiguredUserAuthFactors", &CONFIGURED_USER_AUTH_FACTORS_LIST_TYPE),
    ],
);

pub(crate) static ADMIN_GET_USER_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminGetUserRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
    ],
);

pub(crate) static ADMIN_GET_USER_RESPONSE: rt::Shape = rt::Shape::structure(
    "AdminGetUserResponse",
    &[
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("UserAttributes", &ATTRIBUTE_LIST_TYPE),
        rt::Member::optional("UserCreateDate", &DATE_TYPE),
        rt::Member::optional("UserLastModifiedDate", &DATE_TYPE),
        rt::Member::optional("Enabled", &BOOLEAN_TYPE),
        rt::Member::optional("UserStatus", &USER_STATUS_TYPE),
        rt::Member::optional("MFAOptions", &MFA_OPTION_LIST_TYPE),
        rt::Member::optional("PreferredMfaSetting", &STRING_TYPE),
        rt::Member::optional("UserMFASettingList", &USER_MFA_SETTING_LIST_TYPE),
    ],
);

pub(crate) static ADMIN_INITIATE_AUTH_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminInitiateAuthRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::required("AuthFlow", &AUTH_FLOW_TYPE),
        rt::Member::optional("AuthParameters", &AUTH_PARAMETERS_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
        rt::Member::optional("AnalyticsMetadata", &ANALYTICS_METADATA_TYPE),
        rt::Member::optional("ContextData", &CONTEXT_DATA_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
    ],
);

pub(crate) static ADMIN_INITIATE_AUTH_RESPONSE: rt::Shape = rt::Shape::structure(
    "AdminInitiateAuthResponse",
    &[
        rt::Member::optional("ChallengeName", &CHALLENGE_NAME_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
        rt::Member::optional("ChallengeParameters", &CHALLENGE_PARAMETERS_TYPE),
        rt::Member::optional("AuthenticationResult", &AUTHENTICATION_RESULT_TYPE),
        rt::Member::optional("AvailableChallenges", &AVAILABLE_CHALLENGE_LIST_TYPE),
    ],
);

pub(crate) static ADMIN_LINK_PROVIDER_FOR_USER_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminLinkProviderForUserRequest",
    &[
        rt::Member::required("UserPoolId", &STRING_TYPE),
        rt::Member::required("DestinationUser", &PROVIDER_USER_IDENTIFIER_TYPE),
        rt::Member::required("SourceUser", &PROVIDER_USER_IDENTIFIER_TYPE),
    ],
);

pub(crate) static ADMIN_LINK_PROVIDER_FOR_USER_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminLinkProviderForUserResponse", &[]);

pub(crate) static ADMIN_LIST_DEVICES_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminListDevicesRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("Limit", &QUERY_LIMIT_TYPE),
        rt::Member::optional("PaginationToken", &SEARCH_PAGINATION_TOKEN_TYPE),
    ],
);

pub(crate) static ADMIN_LIST_DEVICES_RESPONSE: rt::Shape = rt::Shape::structure(
    "AdminListDevicesResponse",
    &[
        rt::Member::optional("Devices", &DEVICE_LIST_TYPE),
        rt::Member::optional("PaginationToken", &SEARCH_PAGINATION_TOKEN_TYPE),
    ],
);

pub(crate) static ADMIN_LIST_GROUPS_FOR_USER_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminListGroupsForUserRequest",
    &[
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("Limit", &QUERY_LIMIT_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static ADMIN_LIST_GROUPS_FOR_USER_RESPONSE: rt::Shape = rt::Shape::structure(
    "AdminListGroupsForUserResponse",
    &[
        rt::Member::optional("Groups", &GROUP_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static ADMIN_LIST_USER_AUTH_EVENTS_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminListUserAuthEventsRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("MaxResults", &QUERY_LIMIT_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static ADMIN_LIST_USER_AUTH_EVENTS_RESPONSE: rt::Shape = rt::Shape::structure(
    "AdminListUserAuthEventsResponse",
    &[
        rt::Member::optional("AuthEvents", &AUTH_EVENTS_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static ADMIN_LIST_USER_SESSIONS_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminListUserSessionsRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static ADMIN_LIST_USER_SESSIONS_RESPONSE: rt::Shape = rt::Shape::structure(
    "AdminListUserSessionsResponse",
    &[
        rt::Member::optional("Sessions", &SESSIONS_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static ADMIN_REMOVE_USER_FROM_GROUP_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminRemoveUserFromGroupRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("GroupName", &GROUP_NAME_TYPE),
    ],
);

pub(crate) static ADMIN_RESET_USER_PASSWORD_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminResetUserPasswordRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static ADMIN_RESET_USER_PASSWORD_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminResetUserPasswordResponse", &[]);

pub(crate) static ADMIN_RESPOND_TO_AUTH_CHALLENGE_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminRespondToAuthChallengeRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::required("ChallengeName", &CHALLENGE_NAME_TYPE),
        rt::Member::optional("ChallengeResponses", &CHALLENGE_RESPONSES_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
        rt::Member::optional("AnalyticsMetadata", &ANALYTICS_METADATA_TYPE),
        rt::Member::optional("ContextData", &CONTEXT_DATA_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static ADMIN_RESPOND_TO_AUTH_CHALLENGE_RESPONSE: rt::Shape = rt::Shape::structure(
    "AdminRespondToAuthChallengeResponse",
    &[
        rt::Member::optional("ChallengeName", &CHALLENGE_NAME_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
        rt::Member::optional("ChallengeParameters", &CHALLENGE_PARAMETERS_TYPE),
        rt::Member::optional("AuthenticationResult", &AUTHENTICATION_RESULT_TYPE),
        rt::Member::optional("AvailableChallenges", &AVAILABLE_CHALLENGE_LIST_TYPE),
    ],
);

pub(crate) static ADMIN_REVOKE_USER_SESSION_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminRevokeUserSessionRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("SessionId", &SESSION_ID_TYPE),
        rt::Member::optional("RevokeAssociatedSessions", &REVOKE_ASSOCIATED_SESSIONS_TYPE),
    ],
);

pub(crate) static ADMIN_REVOKE_USER_SESSION_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminRevokeUserSessionResponse", &[]);

pub(crate) static ADMIN_SET_USER_MFA_PREFERENCE_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminSetUserMFAPreferenceRequest",
    &[
        rt::Member::optional("SMSMfaSettings", &SMS_MFA_SETTINGS_TYPE),
        rt::Member::optional("SoftwareTokenMfaSettings", &SOFTWARE_TOKEN_MFA_SETTINGS_TYPE),
        rt::Member::optional("EmailMfaSettings", &EMAIL_MFA_SETTINGS_TYPE),
        rt::Member::optional("WebAuthnMfaSettings", &WEB_AUTHN_MFA_SETTINGS_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
    ],
);

pub(crate) static ADMIN_SET_USER_MFA_PREFERENCE_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminSetUserMFAPreferenceResponse", &[]);

pub(crate) static ADMIN_SET_USER_PASSWORD_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminSetUserPasswordRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("Password", &PASSWORD_TYPE),
        rt::Member::optional("Permanent", &BOOLEAN_TYPE),
    ],
);

pub(crate) static ADMIN_SET_USER_PASSWORD_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminSetUserPasswordResponse", &[]);

pub(crate) static ADMIN_SET_USER_SETTINGS_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminSetUserSettingsRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("MFAOptions", &MFA_OPTION_LIST_TYPE),
    ],
);

pub(crate) static ADMIN_SET_USER_SETTINGS_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminSetUserSettingsResponse", &[]);

pub(crate) static ADMIN_UPDATE_AUTH_EVENT_FEEDBACK_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminUpdateAuthEventFeedbackRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("EventId", &EVENT_ID_TYPE),
        rt::Member::required("FeedbackValue", &FEEDBACK_VALUE_TYPE),
    ],
);

pub(crate) static ADMIN_UPDATE_AUTH_EVENT_FEEDBACK_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminUpdateAuthEventFeedbackResponse", &[]);

pub(crate) static ADMIN_UPDATE_DEVICE_STATUS_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminUpdateDeviceStatusRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("DeviceKey", &DEVICE_KEY_TYPE),
        rt::Member::optional("DeviceRememberedStatus", &DEVICE_REMEMBERED_STATUS_TYPE),
    ],
);

pub(crate) static ADMIN_UPDATE_DEVICE_STATUS_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminUpdateDeviceStatusResponse", &[]);

pub(crate) static ADMIN_UPDATE_USER_ATTRIBUTES_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminUpdateUserAttributesRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("UserAttributes", &ATTRIBUTE_LIST_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static ADMIN_UPDATE_USER_ATTRIBUTES_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminUpdateUserAttributesResponse", &[]);

pub(crate) static ADMIN_USER_GLOBAL_SIGN_OUT_REQUEST: rt::Shape = rt::Shape::structure(
    "AdminUserGlobalSignOutRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
    ],
);

pub(crate) static ADMIN_USER_GLOBAL_SIGN_OUT_RESPONSE: rt::Shape =
    rt::Shape::structure("AdminUserGlobalSignOutResponse", &[]);

pub(crate) static ADVANCED_SECURITY_ADDITIONAL_FLOWS_TYPE: rt::Shape = rt::Shape::structure(
    "AdvancedSecurityAdditionalFlowsType",
    &[rt::Member::optional("CustomAuthMode", &ADVANCED_SECURITY_ENABLED_MODE_TYPE)],
);

pub(crate) static ADVANCED_SECURITY_ENABLED_MODE_TYPE: rt::Shape = rt::Shape::enumeration(
    "AdvancedSecurityEnabledModeType",
    super::AdvancedSecurityEnabledModeType::TEXTS,
);

pub(crate) static ADVANCED_SECURITY_MODE_TYPE: rt::Shape =
    rt::Shape::enumeration("AdvancedSecurityModeType", super::AdvancedSecurityModeType::TEXTS);

pub(crate) static ALIAS_ATTRIBUTE_TYPE: rt::Shape =
    rt::Shape::enumeration("AliasAttributeType", super::AliasAttributeType::TEXTS);

pub(crate) static ALIAS_ATTRIBUTES_LIST_TYPE: rt::Shape =
    rt::Shape::list("AliasAttributesListType", &ALIAS_ATTRIBUTE_TYPE);

pub(crate) static ALLOWED_FIRST_AUTH_FACTORS_LIST_TYPE: rt::Shape =
    rt::Shape::list("AllowedFirstAuthFactorsListType", &AUTH_FACTOR_TYPE).min(1).max(5);

pub(crate) static ANALYTICS_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "AnalyticsConfigurationType",
    &[
        rt::Member::optional("ApplicationId", &HEX_STRING_TYPE),
        rt::Member::optional("ApplicationArn", &ARN_TYPE),
        rt::Member::optional("RoleArn", &ARN_TYPE),
        rt::Member::optional("ExternalId", &STRING_TYPE),
        rt::Member::optional("UserDataShared", &BOOLEAN_TYPE),
    ],
);

pub(crate) static ANALYTICS_METADATA_TYPE: rt::Shape = rt::Shape::structure(
    "AnalyticsMetadataType",
    &[rt::Member::optional("AnalyticsEndpointId", &STRING_TYPE)],
);

pub(crate) static ARN_TYPE: rt::Shape =
    rt::Shape::text("ArnType").min(20).max(2048).pattern(&patterns::ARN_TYPE);

pub(crate) static ASSET_BYTES_TYPE: rt::Shape = rt::Shape::blob("AssetBytesType").max(1000000);

pub(crate) static ASSET_CATEGORY_TYPE: rt::Shape =
    rt::Shape::enumeration("AssetCategoryType", super::AssetCategoryType::TEXTS);

pub(crate) static ASSET_EXTENSION_TYPE: rt::Shape =
    rt::Shape::enumeration("AssetExtensionType", super::AssetExtensionType::TEXTS);

pub(crate) static ASSET_LIST_TYPE: rt::Shape =
    rt::Shape::list("AssetListType", &ASSET_TYPE).min(0).max(40);

pub(crate) static ASSET_TYPE: rt::Shape = rt::Shape::structure(
    "AssetType",
    &[
        rt::Member::required("Category", &ASSET_CATEGORY_TYPE),
        rt::Member::required("ColorMode", &COLOR_SCHEME_MODE_TYPE),
        rt::Member::required("Extension", &ASSET_EXTENSION_TYPE),
        rt::Member::optional("Bytes", &ASSET_BYTES_TYPE),
        rt::Member::optional("ResourceId", &RESOURCE_ID_TYPE),
    ],
);

pub(crate) static ASSOCIATE_SOFTWARE_TOKEN_REQUEST: rt::Shape = rt::Shape::structure(
    "AssociateSoftwareTokenRequest",
    &[
        rt::Member::optional("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
    ],
);

pub(crate) static ASSOCIATE_SOFTWARE_TOKEN_RESPONSE: rt::Shape = rt::Shape::structure(
    "AssociateSoftwareTokenResponse",
    &[
        rt::Member::optional("SecretCode", &SECRET_CODE_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
    ],
);

pub(crate) static ATTRIBUTE_DATA_TYPE: rt::Shape =
    rt::Shape::enumeration("AttributeDataType", super::AttributeDataType::TEXTS);

pub(crate) static ATTRIBUTE_LIST_TYPE: rt::Shape =
    rt::Shape::list("AttributeListType", &ATTRIBUTE_TYPE);

pub(crate) static ATTRIBUTE_MAPPING_KEY_TYPE: rt::Shape =
    rt::Shape::text("AttributeMappingKeyType").min(1).max(32);

pub(crate) static ATTRIBUTE_MAPPING_TYPE: rt::Shape =
    rt::Shape::map("AttributeMappingType", &ATTRIBUTE_MAPPING_KEY_TYPE, &STRING_TYPE);

pub(crate) static ATTRIBUTE_NAME_LIST_TYPE: rt::Shape =
    rt::Shape::list("AttributeNameListType", &ATTRIBUTE_NAME_TYPE);

pub(crate) static ATTRIBUTE_NAME_TYPE: rt::Shape =
    rt::Shape::text("AttributeNameType").min(1).max(32).pattern(&patterns::ATTRIBUTE_NAME_TYPE);

pub(crate) static ATTRIBUTE_TYPE: rt::Shape = rt::Shape::structure(
    "AttributeType",
    &[
        rt::Member::required("Name", &ATTRIBUTE_NAME_TYPE),
        rt::Member::optional("Value", &ATTRIBUTE_VALUE_TYPE),
    ],
);

pub(crate) static ATTRIBUTE_VALUE_TYPE: rt::Shape =
    rt::Shape::text("AttributeValueType").max(2048).sensitive();

pub(crate) static ATTRIBUTES_REQUIRE_VERIFICATION_BEFORE_UPDATE_TYPE: rt::Shape =
    rt::Shape::list("AttributesRequireVerificationBeforeUpdateType", &VERIFIED_ATTRIBUTE_TYPE);

pub(crate) static AUDIENCE_LIST_TYPE: rt::Shape =
    rt::Shape::list("AudienceListType", &AUDIENCE_TYPE).min(0).max(1);

pub(crate) static AUDIENCE_TYPE: rt::Shape =
    rt::Shape::text("AudienceType").min(1).max(256).pattern(&patterns::ACR_VALUE_TYPE);

pub(crate) static AUTH_EVENT_TYPE: rt::Shape = rt::Shape::structure(
    "AuthEventType",
    &[
        rt::Member::optional("EventId", &STRING_TYPE),
        rt::Member::optional("EventType", &EVENT_TYPE),
        rt::Member::optional("CreationDate", &DATE_TYPE),
        rt::Member::optional("EventResponse", &EVENT_RESPONSE_TYPE),
        rt::Member::optional("EventRisk", &EVENT_RISK_TYPE),
        rt::Member::optional("ChallengeResponses", &CHALLENGE_RESPONSE_LIST_TYPE),
        rt::Member::optional("EventContextData", &EVENT_CONTEXT_DATA_TYPE),
        rt::Member::optional("EventFeedback", &EVENT_FEEDBACK_TYPE),
    ],
);

pub(crate) static AUTH_EVENTS_TYPE: rt::Shape = rt::Shape::list("AuthEventsType", &AUTH_EVENT_TYPE);

pub(crate) static AUTH_FACTOR_TYPE: rt::Shape =
    rt::Shape::enumeration("AuthFactorType", super::AuthFactorType::TEXTS);

pub(crate) static AUTH_FLOW_TYPE: rt::Shape =
    rt::Shape::enumeration("AuthFlowType", super::AuthFlowType::TEXTS);

pub(crate) static AUTH_PARAMETERS_TYPE: rt::Shape =
    rt::Shape::map("AuthParametersType", &STRING_TYPE, &STRING_TYPE).sensitive();

pub(crate) static AUTH_SESSION_VALIDITY_TYPE: rt::Shape =
    rt::Shape::integer("AuthSessionValidityType").min(3).max(15);

pub(crate) static AUTHENTICATION_RESULT_TYPE: rt::Shape = rt::Shape::structure(
    "AuthenticationResultType",
    &[
        rt::Member::optional("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::optional("ExpiresIn", &INTEGER_TYPE),
        rt::Member::optional("TokenType", &STRING_TYPE),
        rt::Member::optional("RefreshToken", &TOKEN_MODEL_TYPE),
        rt::Member::optional("IdToken", &TOKEN_MODEL_TYPE),
        rt::Member::optional("NewDeviceMetadata", &NEW_DEVICE_METADATA_TYPE),
    ],
);

pub(crate) static AVAILABLE_CHALLENGE_LIST_TYPE: rt::Shape =
    rt::Shape::list("AvailableChallengeListType", &CHALLENGE_NAME_TYPE);

pub(crate) static BLOCKED_IP_RANGE_LIST_TYPE: rt::Shape =
    rt::Shape::list("BlockedIPRangeListType", &STRING_TYPE).max(200);

pub(crate) static BOOLEAN_TYPE: rt::Shape = rt::Shape::boolean("BooleanType");

pub(crate) static CSS_TYPE: rt::Shape = rt::Shape::text("CSSType").min(0).max(131072);

pub(crate) static CSS_VERSION_TYPE: rt::Shape = rt::Shape::text("CSSVersionType");

pub(crate) static CALLBACK_URLS_LIST_TYPE: rt::Shape =
    rt::Shape::list("CallbackURLsListType", &REDIRECT_URL_TYPE).min(0).max(100);

pub(crate) static CHALLENGE_NAME: rt::Shape =
    rt::Shape::enumeration("ChallengeName", super::ChallengeName::TEXTS);

pub(crate) static CHALLENGE_NAME_TYPE: rt::Shape =
    rt::Shape::enumeration("ChallengeNameType", super::ChallengeNameType::TEXTS);

pub(crate) static CHALLENGE_PARAMETERS_TYPE: rt::Shape =
    rt::Shape::map("ChallengeParametersType", &STRING_TYPE, &STRING_TYPE);

pub(crate) static CHALLENGE_RESPONSE: rt::Shape =
    rt::Shape::enumeration("ChallengeResponse", super::ChallengeResponse::TEXTS);

pub(crate) static CHALLENGE_RESPONSE_LIST_TYPE: rt::Shape =
    rt::Shape::list("ChallengeResponseListType", &CHALLENGE_RESPONSE_TYPE);

pub(crate) static CHALLENGE_RESPONSE_TYPE: rt::Shape = rt::Shape::structure(
    "ChallengeResponseType",
    &[
        rt::Member::optional("ChallengeName", &CHALLENGE_NAME),
        rt::Member::optional("ChallengeResponse", &CHALLENGE_RESPONSE),
    ],
);

pub(crate) static CHALLENGE_RESPONSES_TYPE: rt::Shape =
    rt::Shape::map("ChallengeResponsesType", &STRING_TYPE, &STRING_TYPE).sensitive();

pub(crate) static CHANGE_PASSWORD_REQUEST: rt::Shape = rt::Shape::structure(
    "ChangePasswordRequest",
    &[
        rt::Member::optional("PreviousPassword", &PASSWORD_TYPE),
        rt::Member::required("ProposedPassword", &PASSWORD_TYPE),
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
    ],
);

pub(crate) static CHANGE_PASSWORD_RESPONSE: rt::Shape =
    rt::Shape::structure("ChangePasswordResponse", &[]);

pub(crate) static CLIENT_AUTHENTICATION_RESULT_TYPE: rt::Shape = rt::Shape::structure(
    "ClientAuthenticationResultType",
    &[
        rt::Member::optional("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::optional("ExpiresIn", &INTEGER_TYPE),
        rt::Member::optional("TokenType", &STRING_TYPE),
    ],
);

pub(crate) static CLIENT_ID_TYPE: rt::Shape =
    rt::Shape::text("ClientIdType").min(1).max(128).pattern(&patterns::CLIENT_ID_TYPE).sensitive();

pub(crate) static CLIENT_METADATA_TYPE: rt::Shape =
    rt::Shape::map("ClientMetadataType", &STRING_TYPE, &STRING_TYPE);

pub(crate) static CLIENT_NAME_TYPE: rt::Shape =
    rt::Shape::text("ClientNameType").min(1).max(128).pattern(&patterns::CLIENT_NAME_TYPE);

pub(crate) static CLIENT_PERMISSION_LIST_TYPE: rt::Shape =
    rt::Shape::list("ClientPermissionListType", &CLIENT_PERMISSION_TYPE);

pub(crate) static CLIENT_PERMISSION_TYPE: rt::Shape =
    rt::Shape::text("ClientPermissionType").min(1).max(2048);

pub(crate) static CLIENT_SSO_SESSION_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "ClientSSOSessionConfigType",
    &[rt::Member::required("MaxValidityMinutes", &SSO_SESSION_MAX_VALIDITY_MINUTES_TYPE)],
);

pub(crate) static CLIENT_SECRET_DESCRIPTOR_LIST_TYPE: rt::Shape =
    rt::Shape::list("ClientSecretDescriptorListType", &CLIENT_SECRET_DESCRIPTOR_TYPE);

pub(crate) static CLIENT_SECRET_DESCRIPTOR_TYPE: rt::Shape = rt::Shape::structure(
    "ClientSecretDescriptorType",
    &[
        rt::Member::optional("ClientSecretId", &CLIENT_SECRET_ID_TYPE),
        rt::Member::optional("ClientSecretValue", &CLIENT_SECRET_TYPE),
        rt::Member::optional("ClientSecretCreateDate", &DATE_TYPE),
    ],
);

pub(crate) static CLIENT_SECRET_ID_TYPE: rt::Shape =
    rt::Shape::text("ClientSecretIdType").min(1).max(128);

pub(crate) static CLIENT_SECRET_TYPE: rt::Shape = rt::Shape::text("ClientSecretType")
    .min(24)
    .max(64)
    .pattern(&patterns::CLIENT_ID_TYPE)
    .sensitive();

pub(crate) static CLIENT_TYPE_TYPE: rt::Shape =
    rt::Shape::enumeration("ClientTypeType", super::ClientTypeType::TEXTS);

pub(crate) static CLOUD_WATCH_LOGS_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "CloudWatchLogsConfigurationType",
    &[rt::Member::optional("LogGroupArn", &ARN_TYPE)],
);

pub(crate) static CODE_DELIVERY_DETAILS_LIST_TYPE: rt::Shape =
    rt::Shape::list("CodeDeliveryDetailsListType", &CODE_DELIVERY_DETAILS_TYPE);

pub(crate) static CODE_DELIVERY_DETAILS_TYPE: rt::Shape = rt::Shape::structure(
    "CodeDeliveryDetailsType",
    &[
        rt::Member::optional("Destination", &STRING_TYPE),
        rt::Member::optional("DeliveryMedium", &DELIVERY_MEDIUM_TYPE),
        rt::Member::optional("AttributeName", &ATTRIBUTE_NAME_TYPE),
    ],
);

pub(crate) static COLOR_SCHEME_MODE_TYPE: rt::Shape =
    rt::Shape::enumeration("ColorSchemeModeType", super::ColorSchemeModeType::TEXTS);

pub(crate) static COMPLETE_WEB_AUTHN_REGISTRATION_REQUEST: rt::Shape = rt::Shape::structure(
    "CompleteWebAuthnRegistrationRequest",
    &[
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("Credential", &DOCUMENT),
    ],
);

pub(crate) static COMPLETE_WEB_AUTHN_REGISTRATION_RESPONSE: rt::Shape =
    rt::Shape::structure("CompleteWebAuthnRegistrationResponse", &[]);

pub(crate) static COMPLETION_MESSAGE_TYPE: rt::Shape = rt::Shape::text("CompletionMessageType")
    .min(1)
    .max(128)
    .pattern(&patterns::COMPLETION_MESSAGE_TYPE);

pub(crate) static COMPROMISED_CREDENTIALS_ACTIONS_TYPE: rt::Shape = rt::Shape::structure(
    "CompromisedCredentialsActionsType",
    &[rt::Member::required("EventAction", &COMPROMISED_CREDENTIALS_EVENT_ACTION_TYPE)],
);

pub(crate) static COMPROMISED_CREDENTIALS_EVENT_ACTION_TYPE: rt::Shape = rt::Shape::enumeration(
    "CompromisedCredentialsEventActionType",
    super::CompromisedCredentialsEventActionType::TEXTS,
);

pub(crate) static COMPROMISED_CREDENTIALS_RISK_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "CompromisedCredentialsRiskConfigurationType",
    &[
        rt::Member::optional("EventFilter", &EVENT_FILTERS_TYPE),
        rt::Member::required("Actions", &COMPROMISED_CREDENTIALS_ACTIONS_TYPE),
    ],
);

pub(crate) static CONFIGURED_USER_AUTH_FACTORS_LIST_TYPE: rt::Shape =
    rt::Shape::list("ConfiguredUserAuthFactorsListType", &AUTH_FACTOR_TYPE).min(0).max(8);

pub(crate) static CONFIRM_DEVICE_REQUEST: rt::Shape = rt::Shape::structure(
    "ConfirmDeviceRequest",
    &[
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("DeviceKey", &DEVICE_KEY_TYPE),
        rt::Member::optional("DeviceSecretVerifierConfig", &DEVICE_SECRET_VERIFIER_CONFIG_TYPE),
        rt::Member::optional("DeviceName", &DEVICE_NAME_TYPE),
    ],
);

pub(crate) static CONFIRM_DEVICE_RESPONSE: rt::Shape = rt::Shape::structure(
    "ConfirmDeviceResponse",
    &[rt::Member::optional("UserConfirmationNecessary", &BOOLEAN_TYPE)],
);

pub(crate) static CONFIRM_FORGOT_PASSWORD_REQUEST: rt::Shape = rt::Shape::structure(
    "ConfirmForgotPasswordRequest",
    &[
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("SecretHash", &SECRET_HASH_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("ConfirmationCode", &CONFIRMATION_CODE_TYPE),
        rt::Member::required("Password", &PASSWORD_TYPE),
        rt::Member::optional("AnalyticsMetadata", &ANALYTICS_METADATA_TYPE),
        rt::Member::optional("UserContextData", &USER_CONTEXT_DATA_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static CONFIRM_FORGOT_PASSWORD_RESPONSE: rt::Shape =
    rt::Shape::structure("ConfirmForgotPasswordResponse", &[]);

pub(crate) static CONFIRM_SIGN_UP_REQUEST: rt::Shape = rt::Shape::structure(
    "ConfirmSignUpRequest",
    &[
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("SecretHash", &SECRET_HASH_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("ConfirmationCode", &CONFIRMATION_CODE_TYPE),
        rt::Member::optional("ForceAliasCreation", &FORCE_ALIAS_CREATION),
        rt::Member::optional("AnalyticsMetadata", &ANALYTICS_METADATA_TYPE),
        rt::Member::optional("UserContextData", &USER_CONTEXT_DATA_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
    ],
);

pub(crate) static CONFIRM_SIGN_UP_RESPONSE: rt::Shape = rt::Shape::structure(
    "ConfirmSignUpResponse",
    &[rt::Member::optional("Session", &SESSION_TYPE)],
);

pub(crate) static CONFIRMATION_CODE_TYPE: rt::Shape = rt::Shape::text("ConfirmationCodeType")
    .min(1)
    .max(2048)
    .pattern(&patterns::CONFIRMATION_CODE_TYPE);

pub(crate) static CONTEXT_DATA_TYPE: rt::Shape = rt::Shape::structure(
    "ContextDataType",
    &[
        rt::Member::required("IpAddress", &STRING_TYPE),
        rt::Member::required("ServerName", &STRING_TYPE),
        rt::Member::required("ServerPath", &STRING_TYPE),
        rt::Member::required("HttpHeaders", &HTTP_HEADER_LIST),
        rt::Member::optional("EncodedData", &STRING_TYPE),
    ],
);

pub(crate) static CREATE_GROUP_REQUEST: rt::Shape = rt::Shape::structure(
    "CreateGroupRequest",
    &[
        rt::Member::required("GroupName", &GROUP_NAME_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("Description", &DESCRIPTION_TYPE),
        rt::Member::optional("RoleArn", &ARN_TYPE),
        rt::Member::optional("Precedence", &PRECEDENCE_TYPE),
    ],
);

pub(crate) static CREATE_GROUP_RESPONSE: rt::Shape =
    rt::Shape::structure("CreateGroupResponse", &[rt::Member::optional("Group", &GROUP_TYPE)]);

pub(crate) static CREATE_IDENTITY_PROVIDER_REQUEST: rt::Shape = rt::Shape::structure(
    "CreateIdentityProviderRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ProviderName", &PROVIDER_NAME_TYPE_V2),
        rt::Member::required("ProviderType", &IDENTITY_PROVIDER_TYPE_TYPE),
        rt::Member::required("ProviderDetails", &PROVIDER_DETAILS_TYPE),
        rt::Member::optional("AttributeMapping", &ATTRIBUTE_MAPPING_TYPE),
        rt::Member::optional("IdpIdentifiers", &IDP_IDENTIFIERS_LIST_TYPE),
        rt::Member::optional("AcrMapping", &ACR_MAPPING_TYPE),
    ],
);

pub(crate) static CREATE_IDENTITY_PROVIDER_RESPONSE: rt::Shape = rt::Shape::structure(
    "CreateIdentityProviderResponse",
    &[rt::Member::required("IdentityProvider", &IDENTITY_PROVIDER_TYPE)],
);

pub(crate) static CREATE_MANAGED_LOGIN_BRANDING_REQUEST: rt::Shape = rt::Shape::structure(
    "CreateManagedLoginBrandingRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("UseCognitoProvidedValues", &BOOLEAN_TYPE),
        rt::Member::optional("Settings", &DOCUMENT),
        rt::Member::optional("Assets", &ASSET_LIST_TYPE),
    ],
);

pub(crate) static CREATE_MANAGED_LOGIN_BRANDING_RESPONSE: rt::Shape = rt::Shape::structure(
    "CreateManagedLoginBrandingResponse",
    &[rt::Member::optional("ManagedLoginBranding", &MANAGED_LOGIN_BRANDING_TYPE)],
);

pub(crate) static CREATE_RESOURCE_SERVER_REQUEST: rt::Shape = rt::Shape::structure(
    "CreateResourceServerRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Identifier", &RESOURCE_SERVER_IDENTIFIER_TYPE),
        rt::Member::required("Name", &RESOURCE_SERVER_NAME_TYPE),
        rt::Member::optional("Scopes", &RESOURCE_SERVER_SCOPE_LIST_TYPE),
    ],
);

pub(crate) static CREATE_RESOURCE_SERVER_RESPONSE: rt::Shape = rt::Shape::structure(
    "CreateResourceServerResponse",
    &[rt::Member::required("ResourceServer", &RESOURCE_SERVER_TYPE)],
);

pub(crate) static CREATE_TERMS_REQUEST: rt::Shape = rt::Shape::structure(
    "CreateTermsRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::required("TermsName", &TERMS_NAME_TYPE),
        rt::Member::required("TermsSource", &TERMS_SOURCE_TYPE),
        rt::Member::required("Enforcement", &TERMS_ENFORCEMENT_TYPE),
        rt::Member::optional("Links", &LINKS_TYPE),
    ],
);

pub(crate) static CREATE_TERMS_RESPONSE: rt::Shape =
    rt::Shape::structure("CreateTermsResponse", &[rt::Member::optional("Terms", &TERMS_TYPE)]);

pub(crate) static CREATE_USER_IMPORT_JOB_REQUEST: rt::Shape = rt::Shape::structure(
    "CreateUserImportJobRequest",
    &[
        rt::Member::required("JobName", &USER_IMPORT_JOB_NAME_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("CloudWatchLogsRoleArn", &ARN_TYPE),
        rt::Member::optional("PasswordHashingAlgorithm", &PASSWORD_HASHING_ALGORITHM_TYPE),
    ],
);

pub(crate) static CREATE_USER_IMPORT_JOB_RESPONSE: rt::Shape = rt::Shape::structure(
    "CreateUserImportJobResponse",
    &[rt::Member::optional("UserImportJob", &USER_IMPORT_JOB_TYPE)],
);

pub(crate) static CREATE_USER_POOL_CLIENT_REQUEST: rt::Shape = rt::Shape::structure(
    "CreateUserPoolClientRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientName", &CLIENT_NAME_TYPE),
        rt::Member::optional("GenerateSecret", &GENERATE_SECRET),
        rt::Member::optional("ClientSecret", &CLIENT_SECRET_TYPE),
        rt::Member::optional("RefreshTokenValidity", &REFRESH_TOKEN_VALIDITY_TYPE),
        rt::Member::optional("AccessTokenValidity", &ACCESS_TOKEN_VALIDITY_TYPE),
        rt::Member::optional("IdTokenValidity", &ID_TOKEN_VALIDITY_TYPE),
        rt::Member::optional("TokenValidityUnits", &TOKEN_VALIDITY_UNITS_TYPE),
        rt::Member::optional("ReadAttributes", &CLIENT_PERMISSION_LIST_TYPE),
        rt::Member::optional("WriteAttributes", &CLIENT_PERMISSION_LIST_TYPE),
        rt::Member::optional("ExplicitAuthFlows", &EXPLICIT_AUTH_FLOWS_LIST_TYPE),
        rt::Member::optional("SupportedIdentityProviders", &SUPPORTED_IDENTITY_PROVIDERS_LIST_TYPE),
        rt::Member::optional("CallbackURLs", &CALLBACK_URLS_LIST_TYPE),
        rt::Member::optional("LogoutURLs", &LOGOUT_URLS_LIST_TYPE),
        rt::Member::optional("DefaultRedirectURI", &REDIRECT_URL_TYPE),
        rt::Member::optional("AllowedOAuthFlows", &OAUTH_FLOWS_TYPE),
        rt::Member::optional("AllowedOAuthScopes", &SCOPE_LIST_TYPE),
        rt::Member::optional("AllowedOAuthFlowsUserPoolClient", &BOOLEAN_TYPE),
        rt::Member::optional("AnalyticsConfiguration", &ANALYTICS_CONFIGURATION_TYPE),
        rt::Member::optional("PreventUserExistenceErrors", &PREVENT_USER_EXISTENCE_ERROR_TYPES),
        rt::Member::optional("EnableTokenRevocation", &WRAPPED_BOOLEAN_TYPE),
        rt::Member::optional("EnablePropagateAdditionalUserContextData", &WRAPPED_BOOLEAN_TYPE),
        rt::Member::optional("AuthSessionValidity", &AUTH_SESSION_VALIDITY_TYPE),
        rt::Member::optional("RefreshTokenRotation", &REFRESH_TOKEN_ROTATION_TYPE),
    ],
);

pub(crate) static CREATE_USER_POOL_CLIENT_RESPONSE: rt::Shape = rt::Shape::structure(
    "CreateUserPoolClientResponse",
    &[rt::Member::optional("UserPoolClient", &USER_POOL_CLIENT_TYPE)],
);

pub(crate) static CREATE_USER_POOL_DOMAIN_REQUEST: rt::Shape = rt::Shape::structure(
    "CreateUserPoolDomainRequest",
    &[
        rt::Member::required("Domain", &DOMAIN_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ManagedLoginVersion", &WRAPPED_INTEGER_TYPE),
        rt::Member::optional("CustomDomainConfig", &CUSTOM_DOMAIN_CONFIG_TYPE),
        rt::Member::optional("Routing", &ROUTING_TYPE),
    ],
);

pub(crate) static CREATE_USER_POOL_DOMAIN_RESPONSE: rt::Shape = rt::Shape::structure(
    "CreateUserPoolDomainResponse",
    &[
        rt::Member::optional("ManagedLoginVersion", &WRAPPED_INTEGER_TYPE),
        rt::Member::optional("CloudFrontDomain", &DOMAIN_TYPE),
        rt::Member::optional("Routing", &ROUTING_TYPE),
    ],
);

pub(crate) static CREATE_USER_POOL_REPLICA_REQUEST: rt::Shape = rt::Shape::structure(
    "CreateUserPoolReplicaRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("RegionName", &REGION_NAME_TYPE),
        rt::Member::optional("UserPoolTags", &USER_POOL_TAGS_TYPE),
    ],
);

pub(crate) static CREATE_USER_POOL_REPLICA_RESPONSE: rt::Shape = rt::Shape::structure(
    "CreateUserPoolReplicaResponse",
    &[rt::Member::optional("UserPoolReplica", &USER_POOL_REPLICA_TYPE)],
);

pub(crate) static CREATE_USER_POOL_REQUEST: rt::Shape = rt::Shape::structure(
    "CreateUserPoolRequest",
    &[
        rt::Member::required("PoolName", &USER_POOL_NAME_TYPE),
        rt::Member::optional("Policies", &USER_POOL_POLICY_TYPE),
        rt::Member::optional("DeletionProtection", &DELETION_PROTECTION_TYPE),
        rt::Member::optional("LambdaConfig", &LAMBDA_CONFIG_TYPE),
        rt::Member::optional("AutoVerifiedAttributes", &VERIFIED_ATTRIBUTES_LIST_TYPE),
        rt::Member::optional("AliasAttributes", &ALIAS_ATTRIBUTES_LIST_TYPE),
        rt::Member::optional("UsernameAttributes", &USERNAME_ATTRIBUTES_LIST_TYPE),
        rt::Member::optional("SmsVerificationMessage", &SMS_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("EmailVerificationMessage", &EMAIL_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("EmailVerificationSubject", &EMAIL_VERIFICATION_SUBJECT_TYPE),
        rt::Member::optional("VerificationMessageTemplate", &VERIFICATION_MESSAGE_TEMPLATE_TYPE),
        rt::Member::optional("SmsAuthenticationMessage", &SMS_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("MfaConfiguration", &USER_POOL_MFA_TYPE),
        rt::Member::optional("UserAttributeUpdateSettings", &USER_ATTRIBUTE_UPDATE_SETTINGS_TYPE),
        rt::Member::optional("DeviceConfiguration", &DEVICE_CONFIGURATION_TYPE),
        rt::Member::optional("EmailConfiguration", &EMAIL_CONFIGURATION_TYPE),
        rt::Member::optional("SmsConfiguration", &SMS_CONFIGURATION_TYPE),
        rt::Member::optional("UserPoolTags", &USER_POOL_TAGS_TYPE),
        rt::Member::optional("AdminCreateUserConfig", &ADMIN_CREATE_USER_CONFIG_TYPE),
        rt::Member::optional("Schema", &SCHEMA_ATTRIBUTES_LIST_TYPE),
        rt::Member::optional("UserPoolAddOns", &USER_POOL_ADD_ONS_TYPE),
        rt::Member::optional("DcrConfiguration", &DCR_CONFIGURATION_TYPE),
        rt::Member::optional("UsernameConfiguration", &USERNAME_CONFIGURATION_TYPE),
        rt::Member::optional("AccountRecoverySetting", &ACCOUNT_RECOVERY_SETTING_TYPE),
        rt::Member::optional("UserPoolTier", &USER_POOL_TIER_TYPE),
        rt::Member::optional("KeyConfiguration", &KEY_CONFIGURATION_TYPE),
        rt::Member::optional("IssuerConfiguration", &ISSUER_CONFIGURATION_TYPE),
        rt::Member::optional("AcrConfiguration", &ACR_CONFIGURATION_TYPE),
    ],
);

pub(crate) static CREATE_USER_POOL_RESPONSE: rt::Shape = rt::Shape::structure(
    "CreateUserPoolResponse",
    &[rt::Member::optional("UserPool", &USER_POOL_TYPE)],
);

pub(crate) static CUSTOM_ATTRIBUTE_NAME_TYPE: rt::Shape =
    rt::Shape::text("CustomAttributeNameType")
        .min(1)
        .max(20)
        .pattern(&patterns::CUSTOM_ATTRIBUTE_NAME_TYPE);

pub(crate) static CUSTOM_ATTRIBUTES_LIST_TYPE: rt::Shape =
    rt::Shape::list("CustomAttributesListType", &SCHEMA_ATTRIBUTE_TYPE).min(1).max(25);

pub(crate) static CUSTOM_DOMAIN_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "CustomDomainConfigType",
    &[
        rt::Member::required("CertificateArn", &ARN_TYPE),
        rt::Member::optional("SecurityPolicy", &SECURITY_POLICY_TYPE),
    ],
);

pub(crate) static CUSTOM_EMAIL_LAMBDA_VERSION_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "CustomEmailLambdaVersionConfigType",
    &[
        rt::Member::required("LambdaVersion", &CUSTOM_EMAIL_SENDER_LAMBDA_VERSION_TYPE),
        rt::Member::required("LambdaArn", &ARN_TYPE),
    ],
);

pub(crate) static CUSTOM_EMAIL_SENDER_LAMBDA_VERSION_TYPE: rt::Shape = rt::Shape::enumeration(
    "CustomEmailSenderLambdaVersionType",
    super::CustomEmailSenderLambdaVersionType::TEXTS,
);

pub(crate) static CUSTOM_SMS_LAMBDA_VERSION_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "CustomSMSLambdaVersionConfigType",
    &[
        rt::Member::required("LambdaVersion", &CUSTOM_SMS_SENDER_LAMBDA_VERSION_TYPE),
        rt::Member::required("LambdaArn", &ARN_TYPE),
    ],
);

pub(crate) static CUSTOM_SMS_SENDER_LAMBDA_VERSION_TYPE: rt::Shape = rt::Shape::enumeration(
    "CustomSMSSenderLambdaVersionType",
    super::CustomSMSSenderLambdaVersionType::TEXTS,
);

pub(crate) static DATE_TYPE: rt::Shape = rt::Shape::timestamp("DateType");

pub(crate) static DCR_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "DcrConfigurationType",
    &[
        rt::Member::optional("EnableStatus", &STATUS_TYPE),
        rt::Member::optional("OpenDcrEnabled", &BOOLEAN_TYPE),
        rt::Member::optional("AuthenticatedGrantTypes", &OAUTH_FLOWS_TYPE),
        rt::Member::optional("OpenDcrGrantTypes", &OAUTH_FLOWS_TYPE),
        rt::Member::optional("AllowedScopes", &SCOPE_LIST_TYPE),
    ],
);

pub(crate) static DEFAULT_EMAIL_OPTION_TYPE: rt::Shape =
    rt::Shape::enumeration("DefaultEmailOptionType", super::DefaultEmailOptionType::TEXTS);

pub(crate) static DELETE_GROUP_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteGroupRequest",
    &[
        rt::Member::required("GroupName", &GROUP_NAME_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
    ],
);

pub(crate) static DELETE_IDENTITY_PROVIDER_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteIdentityProviderRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ProviderName", &PROVIDER_NAME_TYPE),
    ],
);

pub(crate) static DELETE_MANAGED_LOGIN_BRANDING_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteManagedLoginBrandingRequest",
    &[
        rt::Member::required("ManagedLoginBrandingId", &MANAGED_LOGIN_BRANDING_ID_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
    ],
);

pub(crate) static DELETE_RESOURCE_SERVER_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteResourceServerRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Identifier", &RESOURCE_SERVER_IDENTIFIER_TYPE),
    ],
);

pub(crate) static DELETE_TERMS_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteTermsRequest",
    &[
        rt::Member::required("TermsId", &TERMS_ID_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
    ],
);

pub(crate) static DELETE_USER_ATTRIBUTES_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteUserAttributesRequest",
    &[
        rt::Member::required("UserAttributeNames", &ATTRIBUTE_NAME_LIST_TYPE),
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
    ],
);

pub(crate) static DELETE_USER_ATTRIBUTES_RESPONSE: rt::Shape =
    rt::Shape::structure("DeleteUserAttributesResponse", &[]);

pub(crate) static DELETE_USER_POOL_CLIENT_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteUserPoolClientRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
    ],
);

pub(crate) static DELETE_USER_POOL_CLIENT_SECRET_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteUserPoolClientSecretRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::required("ClientSecretId", &CLIENT_SECRET_ID_TYPE),
    ],
);

pub(crate) static DELETE_USER_POOL_CLIENT_SECRET_RESPONSE: rt::Shape =
    rt::Shape::structure("DeleteUserPoolClientSecretResponse", &[]);

pub(crate) static DELETE_USER_POOL_DOMAIN_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteUserPoolDomainRequest",
    &[
        rt::Member::required("Domain", &DOMAIN_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
    ],
);

pub(crate) static DELETE_USER_POOL_DOMAIN_RESPONSE: rt::Shape =
    rt::Shape::structure("DeleteUserPoolDomainResponse", &[]);

pub(crate) static DELETE_USER_POOL_REPLICA_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteUserPoolReplicaRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("RegionName", &REGION_NAME_TYPE),
    ],
);

pub(crate) static DELETE_USER_POOL_REPLICA_RESPONSE: rt::Shape = rt::Shape::structure(
    "DeleteUserPoolReplicaResponse",
    &[rt::Member::optional("UserPoolReplica", &USER_POOL_REPLICA_TYPE)],
);

pub(crate) static DELETE_USER_POOL_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteUserPoolRequest",
    &[rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE)],
);

pub(crate) static DELETE_USER_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteUserRequest",
    &[rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE)],
);

pub(crate) static DELETE_WEB_AUTHN_CREDENTIAL_REQUEST: rt::Shape = rt::Shape::structure(
    "DeleteWebAuthnCredentialRequest",
    &[
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("CredentialId", &STRING_TYPE),
    ],
);

pub(crate) static DELETE_WEB_AUTHN_CREDENTIAL_RESPONSE: rt::Shape =
    rt::Shape::structure("DeleteWebAuthnCredentialResponse", &[]);

pub(crate) static DELETION_PROTECTION_TYPE: rt::Shape =
    rt::Shape::enumeration("DeletionProtectionType", super::DeletionProtectionType::TEXTS);

pub(crate) static DELIVERY_MEDIUM_LIST_TYPE: rt::Shape =
    rt::Shape::list("DeliveryMediumListType", &DELIVERY_MEDIUM_TYPE);

pub(crate) static DELIVERY_MEDIUM_TYPE: rt::Shape =
    rt::Shape::enumeration("DeliveryMediumType", super::DeliveryMediumType::TEXTS);

pub(crate) static DESCRIBE_IDENTITY_PROVIDER_REQUEST: rt::Shape = rt::Shape::structure(
    "DescribeIdentityProviderRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ProviderName", &PROVIDER_NAME_TYPE),
    ],
);

pub(crate) static DESCRIBE_IDENTITY_PROVIDER_RESPONSE: rt::Shape = rt::Shape::structure(
    "DescribeIdentityProviderResponse",
    &[rt::Member::required("IdentityProvider", &IDENTITY_PROVIDER_TYPE)],
);

pub(crate) static DESCRIBE_MANAGED_LOGIN_BRANDING_BY_CLIENT_REQUEST: rt::Shape =
    rt::Shape::structure(
        "DescribeManagedLoginBrandingByClientRequest",
        &[
            rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
            rt::Member::required("ClientId", &CLIENT_ID_TYPE),
            rt::Member::optional("ReturnMergedResources", &BOOLEAN_TYPE),
        ],
    );

pub(crate) static DESCRIBE_MANAGED_LOGIN_BRANDING_BY_CLIENT_RESPONSE: rt::Shape =
    rt::Shape::structure(
        "DescribeManagedLoginBrandingByClientResponse",
        &[rt::Member::optional("ManagedLoginBranding", &MANAGED_LOGIN_BRANDING_TYPE)],
    );

pub(crate) static DESCRIBE_MANAGED_LOGIN_BRANDING_REQUEST: rt::Shape = rt::Shape::structure(
    "DescribeManagedLoginBrandingRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ManagedLoginBrandingId", &MANAGED_LOGIN_BRANDING_ID_TYPE),
        rt::Member::optional("ReturnMergedResources", &BOOLEAN_TYPE),
    ],
);

pub(crate) static DESCRIBE_MANAGED_LOGIN_BRANDING_RESPONSE: rt::Shape = rt::Shape::structure(
    "DescribeManagedLoginBrandingResponse",
    &[rt::Member::optional("ManagedLoginBranding", &MANAGED_LOGIN_BRANDING_TYPE)],
);

pub(crate) static DESCRIBE_RESOURCE_SERVER_REQUEST: rt::Shape = rt::Shape::structure(
    "DescribeResourceServerRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Identifier", &RESOURCE_SERVER_IDENTIFIER_TYPE),
    ],
);

pub(crate) static DESCRIBE_RESOURCE_SERVER_RESPONSE: rt::Shape = rt::Shape::structure(
    "DescribeResourceServerResponse",
    &[rt::Member::required("ResourceServer", &RESOURCE_SERVER_TYPE)],
);

pub(crate) static DESCRIBE_RISK_CONFIGURATION_REQUEST: rt::Shape = rt::Shape::structure(
    "DescribeRiskConfigurationRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ClientId", &CLIENT_ID_TYPE),
    ],
);

pub(crate) static DESCRIBE_RISK_CONFIGURATION_RESPONSE: rt::Shape = rt::Shape::structure(
    "DescribeRiskConfigurationResponse",
    &[rt::Member::required("RiskConfiguration", &RISK_CONFIGURATION_TYPE)],
);

pub(crate) static DESCRIBE_TERMS_BY_CLIENT_REQUEST: rt::Shape = rt::Shape::structure(
    "DescribeTermsByClientRequest",
    &[
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("TermsName", &TERMS_NAME_TYPE),
    ],
);

pub(crate) static DESCRIBE_TERMS_BY_CLIENT_RESPONSE: rt::Shape = rt::Shape::structure(
    "DescribeTermsByClientResponse",
    &[rt::Member::optional("Terms", &TERMS_TYPE)],
);

pub(crate) static DESCRIBE_TERMS_REQUEST: rt::Shape = rt::Shape::structure(
    "DescribeTermsRequest",
    &[
        rt::Member::required("TermsId", &TERMS_ID_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
    ],
);

pub(crate) static DESCRIBE_TERMS_RESPONSE: rt::Shape =
    rt::Shape::structure("DescribeTermsResponse", &[rt::Member::optional("Terms", &TERMS_TYPE)]);

pub(crate) static DESCRIBE_USER_IMPORT_JOB_REQUEST: rt::Shape = rt::Shape::structure(
    "DescribeUserImportJobRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("JobId", &USER_IMPORT_JOB_ID_TYPE),
    ],
);

pub(crate) static DESCRIBE_USER_IMPORT_JOB_RESPONSE: rt::Shape = rt::Shape::structure(
    "DescribeUserImportJobResponse",
    &[rt::Member::optional("UserImportJob", &USER_IMPORT_JOB_TYPE)],
);

pub(crate) static DESCRIBE_USER_POOL_CLIENT_REQUEST: rt::Shape = rt::Shape::structure(
    "DescribeUserPoolClientRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
    ],
);

pub(crate) static DESCRIBE_USER_POOL_CLIENT_RESPONSE: rt::Shape = rt::Shape::structure(
    "DescribeUserPoolClientResponse",
    &[rt::Member::optional("UserPoolClient", &USER_POOL_CLIENT_TYPE)],
);

pub(crate) static DESCRIBE_USER_POOL_DOMAIN_REQUEST: rt::Shape = rt::Shape::structure(
    "DescribeUserPoolDomainRequest",
    &[rt::Member::required("Domain", &DOMAIN_TYPE)],
);

pub(crate) static DESCRIBE_USER_POOL_DOMAIN_RESPONSE: rt::Shape = rt::Shape::structure(
    "DescribeUserPoolDomainResponse",
    &[rt::Member::optional("DomainDescription", &DOMAIN_DESCRIPTION_TYPE)],
);

pub(crate) static DESCRIBE_USER_POOL_REQUEST: rt::Shape = rt::Shape::structure(
    "DescribeUserPoolRequest",
    &[rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE)],
);

pub(crate) static DESCRIBE_USER_POOL_RESPONSE: rt::Shape = rt::Shape::structure(
    "DescribeUserPoolResponse",
    &[rt::Member::optional("UserPool", &USER_POOL_TYPE)],
);

pub(crate) static DESCRIPTION_TYPE: rt::Shape = rt::Shape::text("DescriptionType").max(2048);

pub(crate) static DEVICE_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "DeviceConfigurationType",
    &[
        rt::Member::optional("ChallengeRequiredOnNewDevice", &BOOLEAN_TYPE),
        rt::Member::optional("DeviceOnlyRememberedOnUserPrompt", &BOOLEAN_TYPE),
    ],
);

pub(crate) static DEVICE_KEY_TYPE: rt::Shape =
    rt::Shape::text("DeviceKeyType").min(1).max(55).pattern(&patterns::DEVICE_KEY_TYPE);

pub(crate) static DEVICE_LIST_TYPE: rt::Shape = rt::Shape::list("DeviceListType", &DEVICE_TYPE);

pub(crate) static DEVICE_NAME_TYPE: rt::Shape = rt::Shape::text("DeviceNameType").min(1).max(1024);

pub(crate) static DEVICE_REMEMBERED_STATUS_TYPE: rt::Shape =
    rt::Shape::enumeration("DeviceRememberedStatusType", super::DeviceRememberedStatusType::TEXTS);

pub(crate) static DEVICE_SECRET_VERIFIER_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "DeviceSecretVerifierConfigType",
    &[
        rt::Member::optional("PasswordVerifier", &STRING_TYPE),
        rt::Member::optional("Salt", &STRING_TYPE),
    ],
);

pub(crate) static DEVICE_TYPE: rt::Shape = rt::Shape::structure(
    "DeviceType",
    &[
        rt::Member::optional("DeviceKey", &DEVICE_KEY_TYPE),
        rt::Member::optional("DeviceAttributes", &ATTRIBUTE_LIST_TYPE),
        rt::Member::optional("DeviceCreateDate", &DATE_TYPE),
        rt::Member::optional("DeviceLastModifiedDate", &DATE_TYPE),
        rt::Member::optional("DeviceLastAuthenticatedDate", &DATE_TYPE),
    ],
);

pub(crate) static DOCUMENT: rt::Shape = rt::Shape::document("Document");

pub(crate) static DOMAIN_DESCRIPTION_TYPE: rt::Shape = rt::Shape::structure(
    "DomainDescriptionType",
    &[
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("AWSAccountId", &AWS_ACCOUNT_ID_TYPE),
        rt::Member::optional("Domain", &DOMAIN_TYPE),
        rt::Member::optional("S3Bucket", &S3_BUCKET_TYPE),
        rt::Member::optional("CloudFrontDistribution", &STRING_TYPE),
        rt::Member::optional("Version", &DOMAIN_VERSION_TYPE),
        rt::Member::optional("Status", &DOMAIN_STATUS_TYPE),
        rt::Member::optional("CustomDomainConfig", &CUSTOM_DOMAIN_CONFIG_TYPE),
        rt::Member::optional("ManagedLoginVersion", &WRAPPED_INTEGER_TYPE),
        rt::Member::optional("Routing", &ROUTING_TYPE),
    ],
);

pub(crate) static DOMAIN_STATUS_TYPE: rt::Shape =
    rt::Shape::enumeration("DomainStatusType", super::DomainStatusType::TEXTS);

pub(crate) static DOMAIN_TYPE: rt::Shape = rt::Shape::text("DomainType").min(1).max(63);

pub(crate) static DOMAIN_VERSION_TYPE: rt::Shape =
    rt::Shape::text("DomainVersionType").min(1).max(20);

pub(crate) static EMAIL_ADDRESS_TYPE: rt::Shape =
    rt::Shape::text("EmailAddressType").pattern(&patterns::EMAIL_ADDRESS_TYPE);

pub(crate) static EMAIL_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "EmailConfigurationType",
    &[
        rt::Member::optional("SourceArn", &ARN_TYPE),
        rt::Member::optional("ReplyToEmailAddress", &EMAIL_ADDRESS_TYPE),
        rt::Member::optional("EmailSendingAccount", &EMAIL_SENDING_ACCOUNT_TYPE),
        rt::Member::optional("From", &STRING_TYPE),
        rt::Member::optional("ConfigurationSet", &SES_CONFIGURATION_SET),
    ],
);

pub(crate) static EMAIL_INVITE_MESSAGE_TYPE: rt::Shape = rt::Shape::text("EmailInviteMessageType")
    .min(6)
    .max(20000)
    .pattern(&patterns::EMAIL_INVITE_MESSAGE_TYPE);

pub(crate) static EMAIL_MFA_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "EmailMfaConfigType",
    &[
        rt::Member::optional("Message", &EMAIL_MFA_MESSAGE_TYPE),
        rt::Member::optional("Subject", &EMAIL_MFA_SUBJECT_TYPE),
    ],
);

pub(crate) static EMAIL_MFA_MESSAGE_TYPE: rt::Shape = rt::Shape::text("EmailMfaMessageType")
    .min(6)
    .max(20000)
    .pattern(&patterns::EMAIL_MFA_MESSAGE_TYPE);

pub(crate) static EMAIL_MFA_SETTINGS_TYPE: rt::Shape = rt::Shape::structure(
    "EmailMfaSettingsType",
    &[
        rt::Member::optional("Enabled", &BOOLEAN_TYPE),
        rt::Member::optional("PreferredMfa", &BOOLEAN_TYPE),
    ],
);

pub(crate) static EMAIL_MFA_SUBJECT_TYPE: rt::Shape =
    rt::Shape::text("EmailMfaSubjectType").pattern(&patterns::EMAIL_MFA_SUBJECT_TYPE);

pub(crate) static EMAIL_NOTIFICATION_BODY_TYPE: rt::Shape =
    rt::Shape::text("EmailNotificationBodyType")
        .min(6)
        .max(20000)
        .pattern(&patterns::EMAIL_NOTIFICATION_BODY_TYPE);

pub(crate) static EMAIL_NOTIFICATION_SUBJECT_TYPE: rt::Shape =
    rt::Shape::text("EmailNotificationSubjectType")
        .min(1)
        .max(140)
        .pattern(&patterns::EMAIL_MFA_SUBJECT_TYPE);

pub(crate) static EMAIL_SENDING_ACCOUNT_TYPE: rt::Shape =
    rt::Shape::enumeration("EmailSendingAccountType", super::EmailSendingAccountType::TEXTS);

pub(crate) static EMAIL_VERIFICATION_MESSAGE_BY_LINK_TYPE: rt::Shape =
    rt::Shape::text("EmailVerificationMessageByLinkType")
        .min(6)
        .max(20000)
        .pattern(&patterns::EMAIL_VERIFICATION_MESSAGE_BY_LINK_TYPE);

pub(crate) static EMAIL_VERIFICATION_MESSAGE_TYPE: rt::Shape =
    rt::Shape::text("EmailVerificationMessageType")
        .min(6)
        .max(20000)
        .pattern(&patterns::EMAIL_MFA_MESSAGE_TYPE);

pub(crate) static EMAIL_VERIFICATION_SUBJECT_BY_LINK_TYPE: rt::Shape =
    rt::Shape::text("EmailVerificationSubjectByLinkType")
        .min(1)
        .max(140)
        .pattern(&patterns::EMAIL_MFA_SUBJECT_TYPE);

pub(crate) static EMAIL_VERIFICATION_SUBJECT_TYPE: rt::Shape =
    rt::Shape::text("EmailVerificationSubjectType")
        .min(1)
        .max(140)
        .pattern(&patterns::EMAIL_MFA_SUBJECT_TYPE);

pub(crate) static ENCRYPTION_KEY_ARN_TYPE: rt::Shape =
    rt::Shape::text("EncryptionKeyArnType").min(20).max(2048).pattern(&patterns::ARN_TYPE);

pub(crate) static ENCRYPTION_KEY_TYPE: rt::Shape =
    rt::Shape::enumeration("EncryptionKeyType", super::EncryptionKeyType::TEXTS);

pub(crate) static EUMS_SMS_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "EumsSmsConfigurationType",
    &[
        rt::Member::required("CallerArn", &ARN_TYPE),
        rt::Member::optional("ExternalId", &STRING_TYPE),
        rt::Member::optional("OriginationIdentity", &STRING_TYPE),
        rt::Member::optional("ConfigurationSetName", &STRING_TYPE),
        rt::Member::optional("InEntityId", &STRING_TYPE),
        rt::Member::optional("InTemplateId", &STRING_TYPE),
        rt::Member::optional("Region", &REGION_CODE_TYPE),
    ],
);

pub(crate) static EVENT_CONTEXT_DATA_TYPE: rt::Shape = rt::Shape::structure(
    "EventContextDataType",
    &[
        rt::Member::optional("IpAddress", &STRING_TYPE),
        rt::Member::optional("DeviceName", &STRING_TYPE),
        rt::Member::optional("Timezone", &STRING_TYPE),
        rt::Member::optional("City", &STRING_TYPE),
        rt::Member::optional("Country", &STRING_TYPE),
    ],
);

pub(crate) static EVENT_FEEDBACK_TYPE: rt::Shape = rt::Shape::structure(
    "EventFeedbackType",
    &[
        rt::Member::required("FeedbackValue", &FEEDBACK_VALUE_TYPE),
        rt::Member::required("Provider", &STRING_TYPE),
        rt::Member::optional("FeedbackDate", &DATE_TYPE),
    ],
);

pub(crate) static EVENT_FILTER_TYPE: rt::Shape =
    rt::Shape::enumeration("EventFilterType", super::EventFilterType::TEXTS);

pub(crate) static EVENT_FILTERS_TYPE: rt::Shape =
    rt::Shape::list("EventFiltersType", &EVENT_FILTER_TYPE);

pub(crate) static EVENT_ID_TYPE: rt::Shape =
    rt::Shape::text("EventIdType").min(1).max(50).pattern(&patterns::EVENT_ID_TYPE);

pub(crate) static EVENT_RESPONSE_TYPE: rt::Shape =
    rt::Shape::enumeration("EventResponseType", super::EventResponseType::TEXTS);

pub(crate) static EVENT_RISK_TYPE: rt::Shape = rt::Shape::structure(
    "EventRiskType",
    &[
        rt::Member::optional("RiskDecision", &RISK_DECISION_TYPE),
        rt::Member::optional("RiskLevel", &RISK_LEVEL_TYPE),
        rt::Member::optional("CompromisedCredentialsDetected", &WRAPPED_BOOLEAN_TYPE),
    ],
);

pub(crate) static EVENT_SOURCE_NAME: rt::Shape =
    rt::Shape::enumeration("EventSourceName", super::EventSourceName::TEXTS);

pub(crate) static EVENT_TYPE: rt::Shape =
    rt::Shape::enumeration("EventType", super::EventType::TEXTS);

pub(crate) static EXPLICIT_AUTH_FLOWS_LIST_TYPE: rt::Shape =
    rt::Shape::list("ExplicitAuthFlowsListType", &EXPLICIT_AUTH_FLOWS_TYPE);

pub(crate) static EXPLICIT_AUTH_FLOWS_TYPE: rt::Shape =
    rt::Shape::enumeration("ExplicitAuthFlowsType", super::ExplicitAuthFlowsType::TEXTS);

pub(crate) static FAILOVER_TYPE: rt::Shape = rt::Shape::structure(
    "FailoverType",
    &[
        rt::Member::required("SecondaryRegion", &REGION_NAME_TYPE),
        rt::Member::required("PrimaryRoute53HealthCheckId", &HEALTH_CHECK_ID_TYPE),
    ],
);

pub(crate) static FEATURE_TYPE: rt::Shape =
    rt::Shape::enumeration("FeatureType", super::FeatureType::TEXTS);

pub(crate) static FEEDBACK_VALUE_TYPE: rt::Shape =
    rt::Shape::enumeration("FeedbackValueType", super::FeedbackValueType::TEXTS);

pub(crate) static FIREHOSE_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "FirehoseConfigurationType",
    &[rt::Member::optional("StreamArn", &ARN_TYPE)],
);

pub(crate) static FORCE_ALIAS_CREATION: rt::Shape = rt::Shape::boolean("ForceAliasCreation");

pub(crate) static FORGET_DEVICE_REQUEST: rt::Shape = rt::Shape::structure(
    "ForgetDeviceRequest",
    &[
        rt::Member::optional("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("DeviceKey", &DEVICE_KEY_TYPE),
    ],
);

pub(crate) static FORGOT_PASSWORD_REQUEST: rt::Shape = rt::Shape::structure(
    "ForgotPasswordRequest",
    &[
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("SecretHash", &SECRET_HASH_TYPE),
        rt::Member::optional("UserContextData", &USER_CONTEXT_DATA_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("AnalyticsMetadata", &ANALYTICS_METADATA_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static FORGOT_PASSWORD_RESPONSE: rt::Shape = rt::Shape::structure(
    "ForgotPasswordResponse",
    &[rt::Member::optional("CodeDeliveryDetails", &CODE_DELIVERY_DETAILS_TYPE)],
);

pub(crate) static GENERATE_SECRET: rt::Shape = rt::Shape::boolean("GenerateSecret");

pub(crate) static GET_CSV_HEADER_REQUEST: rt::Shape = rt::Shape::structure(
    "GetCSVHeaderRequest",
    &[rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE)],
);

pub(crate) static GET_CSV_HEADER_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetCSVHeaderResponse",
    &[
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("CSVHeader", &LIST_OF_STRING_TYPES),
    ],
);

pub(crate) static GET_CLIENT_TOKEN_REQUEST: rt::Shape = rt::Shape::structure(
    "GetClientTokenRequest",
    &[
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::required("Secret", &CLIENT_SECRET_TYPE),
        rt::Member::optional("Scopes", &SCOPE_LIST_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static GET_CLIENT_TOKEN_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetClientTokenResponse",
    &[rt::Member::optional("ClientAuthenticationResult", &CLIENT_AUTHENTICATION_RESULT_TYPE)],
);

pub(crate) static GET_DERIVED_TOKEN_REQUEST: rt::Shape = rt::Shape::structure(
    "GetDerivedTokenRequest",
    &[
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("ClientSecret", &CLIENT_SECRET_TYPE),
        rt::Member::required("SubjectToken", &GET_DERIVED_TOKEN_TOKEN_MODEL_TYPE),
        rt::Member::required("SubjectTokenType", &TOKEN_TYPE_IDENTIFIER_TYPE),
        rt::Member::optional("SubjectTokenProviderName", &PROVIDER_NAME_TYPE),
        rt::Member::optional("ActorToken", &GET_DERIVED_TOKEN_TOKEN_MODEL_TYPE),
        rt::Member::optional("ActorTokenType", &TOKEN_TYPE_IDENTIFIER_TYPE),
        rt::Member::optional("ActorTokenProviderName", &PROVIDER_NAME_TYPE),
        rt::Member::optional("Scopes", &SCOPE_LIST_TYPE),
        rt::Member::optional("Audiences", &AUDIENCE_LIST_TYPE),
        rt::Member::optional("Resources", &RESOURCE_LIST_TYPE),
        rt::Member::optional("RequestedTokenType", &ISSUED_TOKEN_TYPE_IDENTIFIER_TYPE),
    ],
);

pub(crate) static GET_DERIVED_TOKEN_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetDerivedTokenResponse",
    &[
        rt::Member::required("IssuedToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("IssuedTokenType", &ISSUED_TOKEN_TYPE_IDENTIFIER_TYPE),
        rt::Member::required("TokenType", &OAUTH_TOKEN_TYPE_TYPE),
        rt::Member::optional("ExpiresIn", &INTEGER_TYPE),
        rt::Member::optional("Scopes", &SCOPE_LIST_TYPE),
    ],
);

pub(crate) static GET_DERIVED_TOKEN_TOKEN_MODEL_TYPE: rt::Shape =
    rt::Shape::text("GetDerivedTokenTokenModelType")
        .min(0)
        .max(131072)
        .pattern(&patterns::GET_DERIVED_TOKEN_TOKEN_MODEL_TYPE)
        .sensitive();

pub(crate) static GET_DEVICE_REQUEST: rt::Shape = rt::Shape::structure(
    "GetDeviceRequest",
    &[
        rt::Member::required("DeviceKey", &DEVICE_KEY_TYPE),
        rt::Member::optional("AccessToken", &TOKEN_MODEL_TYPE),
    ],
);

pub(crate) static GET_DEVICE_RESPONSE: rt::Shape =
    rt::Shape::structure("GetDeviceResponse", &[rt::Member::required("Device", &DEVICE_TYPE)]);

pub(crate) static GET_GROUP_REQUEST: rt::Shape = rt::Shape::structure(
    "GetGroupRequest",
    &[
        rt::Member::required("GroupName", &GROUP_NAME_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
    ],
);

pub(crate) static GET_GROUP_RESPONSE: rt::Shape =
    rt::Shape::structure("GetGroupResponse", &[rt::Member::optional("Group", &GROUP_TYPE)]);

pub(crate) static GET_IDENTITY_PROVIDER_BY_IDENTIFIER_REQUEST: rt::Shape = rt::Shape::structure(
    "GetIdentityProviderByIdentifierRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("IdpIdentifier", &IDP_IDENTIFIER_TYPE),
    ],
);

pub(crate) static GET_IDENTITY_PROVIDER_BY_IDENTIFIER_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetIdentityProviderByIdentifierResponse",
    &[rt::Member::required("IdentityProvider", &IDENTITY_PROVIDER_TYPE)],
);

pub(crate) static GET_LOG_DELIVERY_CONFIGURATION_REQUEST: rt::Shape = rt::Shape::structure(
    "GetLogDeliveryConfigurationRequest",
    &[rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE)],
);

pub(crate) static GET_LOG_DELIVERY_CONFIGURATION_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetLogDeliveryConfigurationResponse",
    &[rt::Member::optional("LogDeliveryConfiguration", &LOG_DELIVERY_CONFIGURATION_TYPE)],
);

pub(crate) static GET_PROVISIONED_LIMIT_REQUEST: rt::Shape = rt::Shape::structure(
    "GetProvisionedLimitRequest",
    &[rt::Member::required("LimitDefinition", &LIMIT_DEFINITION_TYPE)],
);

pub(crate) static GET_PROVISIONED_LIMIT_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetProvisionedLimitResponse",
    &[rt::Member::required("Limit", &LIMIT_TYPE)],
);

pub(crate) static GET_SIGNING_CERTIFICATE_REQUEST: rt::Shape = rt::Shape::structure(
    "GetSigningCertificateRequest",
    &[rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE)],
);

pub(crate) static GET_SIGNING_CERTIFICATE_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetSigningCertificateResponse",
    &[rt::Member::optional("Certificate", &STRING_TYPE)],
);

pub(crate) static GET_TOKENS_FROM_REFRESH_TOKEN_REQUEST: rt::Shape = rt::Shape::structure(
    "GetTokensFromRefreshTokenRequest",
    &[
        rt::Member::required("RefreshToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("ClientSecret", &CLIENT_SECRET_TYPE),
        rt::Member::optional("DeviceKey", &DEVICE_KEY_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static GET_TOKENS_FROM_REFRESH_TOKEN_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetTokensFromRefreshTokenResponse",
    &[rt::Member::optional("AuthenticationResult", &AUTHENTICATION_RESULT_TYPE)],
);

pub(crate) static GET_UI_CUSTOMIZATION_REQUEST: rt::Shape = rt::Shape::structure(
    "GetUICustomizationRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ClientId", &CLIENT_ID_TYPE),
    ],
);

pub(crate) static GET_UI_CUSTOMIZATION_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetUICustomizationResponse",
    &[rt::Member::required("UICustomization", &UI_CUSTOMIZATION_TYPE)],
);

pub(crate) static GET_USER_ATTRIBUTE_VERIFICATION_CODE_REQUEST: rt::Shape = rt::Shape::structure(
    "GetUserAttributeVerificationCodeRequest",
    &[
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("AttributeName", &ATTRIBUTE_NAME_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static GET_USER_ATTRIBUTE_VERIFICATION_CODE_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetUserAttributeVerificationCodeResponse",
    &[rt::Member::optional("CodeDeliveryDetails", &CODE_DELIVERY_DETAILS_TYPE)],
);

pub(crate) static GET_USER_AUTH_FACTORS_REQUEST: rt::Shape = rt::Shape::structure(
    "GetUserAuthFactorsRequest",
    &[rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE)],
);

pub(crate) static GET_USER_AUTH_FACTORS_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetUserAuthFactorsResponse",
    &[
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("PreferredMfaSetting", &STRING_TYPE),
        rt::Member::optional("UserMFASettingList", &USER_MFA_SETTING_LIST_TYPE),
        rt::Member::optional("ConfiguredUserAuthFactors", &CONFIGURED_USER_AUTH_FACTORS_LIST_TYPE),
    ],
);

pub(crate) static GET_USER_POOL_CLIENT_SESSION_CONFIGURATION_REQUEST: rt::Shape =
    rt::Shape::structure(
        "GetUserPoolClientSessionConfigurationRequest",
        &[
            rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
            rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        ],
    );

pub(crate) static GET_USER_POOL_CLIENT_SESSION_CONFIGURATION_RESPONSE: rt::Shape =
    rt::Shape::structure(
        "GetUserPoolClientSessionConfigurationResponse",
        &[
            rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
            rt::Member::optional("ClientId", &CLIENT_ID_TYPE),
            rt::Member::optional("SSOSession", &CLIENT_SSO_SESSION_CONFIG_TYPE),
        ],
    );

pub(crate) static GET_USER_POOL_MFA_CONFIG_REQUEST: rt::Shape = rt::Shape::structure(
    "GetUserPoolMfaConfigRequest",
    &[rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE)],
);

pub(crate) static GET_USER_POOL_MFA_CONFIG_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetUserPoolMfaConfigResponse",
    &[
        rt::Member::optional("SmsMfaConfiguration", &SMS_MFA_CONFIG_TYPE),
        rt::Member::optional("SoftwareTokenMfaConfiguration", &SOFTWARE_TOKEN_MFA_CONFIG_TYPE),
        rt::Member::optional("EmailMfaConfiguration", &EMAIL_MFA_CONFIG_TYPE),
        rt::Member::optional("MfaConfiguration", &USER_POOL_MFA_TYPE),
        rt::Member::optional("WebAuthnConfiguration", &WEB_AUTHN_CONFIGURATION_TYPE),
    ],
);

pub(crate) static GET_USER_POOL_SESSION_CONFIGURATION_REQUEST: rt::Shape = rt::Shape::structure(
    "GetUserPoolSessionConfigurationRequest",
    &[rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE)],
);

pub(crate) static GET_USER_POOL_SESSION_CONFIGURATION_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetUserPoolSessionConfigurationResponse",
    &[
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("UserSessionTracking", &USER_SESSION_TRACKING_TYPE),
        rt::Member::optional("TokenSession", &USER_POOL_TOKEN_SESSION_CONFIG_TYPE),
    ],
);

pub(crate) static GET_USER_REQUEST: rt::Shape = rt::Shape::structure(
    "GetUserRequest",
    &[rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE)],
);

pub(crate) static GET_USER_RESPONSE: rt::Shape = rt::Shape::structure(
    "GetUserResponse",
    &[
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("UserAttributes", &ATTRIBUTE_LIST_TYPE),
        rt::Member::optional("MFAOptions", &MFA_OPTION_LIST_TYPE),
        rt::Member::optional("PreferredMfaSetting", &STRING_TYPE),
        rt::Member::optional("UserMFASettingList", &USER_MFA_SETTING_LIST_TYPE),
    ],
);

pub(crate) static GLOBAL_SIGN_OUT_REQUEST: rt::Shape = rt::Shape::structure(
    "GlobalSignOutRequest",
    &[rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE)],
);

pub(crate) static GLOBAL_SIGN_OUT_RESPONSE: rt::Shape =
    rt::Shape::structure("GlobalSignOutResponse", &[]);

pub(crate) static GROUP_LIST_TYPE: rt::Shape = rt::Shape::list("GroupListType", &GROUP_TYPE);

pub(crate) static GROUP_NAME_TYPE: rt::Shape =
    rt::Shape::text("GroupNameType").min(1).max(128).pattern(&patterns::CUSTOM_ATTRIBUTE_NAME_TYPE);

pub(crate) static GROUP_TYPE: rt::Shape = rt::Shape::structure(
    "GroupType",
    &[
        rt::Member::optional("GroupName", &GROUP_NAME_TYPE),
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("Description", &DESCRIPTION_TYPE),
        rt::Member::optional("RoleArn", &ARN_TYPE),
        rt::Member::optional("Precedence", &PRECEDENCE_TYPE),
        rt::Member::optional("LastModifiedDate", &DATE_TYPE),
        rt::Member::optional("CreationDate", &DATE_TYPE),
    ],
);

pub(crate) static HEALTH_CHECK_ID_TYPE: rt::Shape = rt::Shape::text("HealthCheckIdType").max(64);

pub(crate) static HEX_STRING_TYPE: rt::Shape =
    rt::Shape::text("HexStringType").pattern(&patterns::HEX_STRING_TYPE);

pub(crate) static HTTP_HEADER: rt::Shape = rt::Shape::structure(
    "HttpHeader",
    &[
        rt::Member::optional("headerName", &STRING_TYPE),
        rt::Member::optional("headerValue", &STRING_TYPE),
    ],
);

pub(crate) static HTTP_HEADER_LIST: rt::Shape = rt::Shape::list("HttpHeaderList", &HTTP_HEADER);

pub(crate) static ID_TOKEN_VALIDITY_TYPE: rt::Shape =
    rt::Shape::integer("IdTokenValidityType").min(1).max(86400);

pub(crate) static IDENTITY_PROVIDER_TYPE: rt::Shape = rt::Shape::structure(
    "IdentityProviderType",
    &[
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ProviderName", &PROVIDER_NAME_TYPE),
        rt::Member::optional("ProviderType", &IDENTITY_PROVIDER_TYPE_TYPE),
        rt::Member::optional("ProviderDetails", &PROVIDER_DETAILS_TYPE),
        rt::Member::optional("AttributeMapping", &ATTRIBUTE_MAPPING_TYPE),
        rt::Member::optional("IdpIdentifiers", &IDP_IDENTIFIERS_LIST_TYPE),
        rt::Member::optional("AcrMapping", &ACR_MAPPING_TYPE),
        rt::Member::optional("LastModifiedDate", &DATE_TYPE),
        rt::Member::optional("CreationDate", &DATE_TYPE),
    ],
);

pub(crate) static IDENTITY_PROVIDER_TYPE_TYPE: rt::Shape =
    rt::Shape::enumeration("IdentityProviderTypeType", super::IdentityProviderTypeType::TEXTS);

pub(crate) static IDP_IDENTIFIER_TYPE: rt::Shape =
    rt::Shape::text("IdpIdentifierType").min(1).max(40).pattern(&patterns::IDP_IDENTIFIER_TYPE);

pub(crate) static IDP_IDENTIFIERS_LIST_TYPE: rt::Shape =
    rt::Shape::list("IdpIdentifiersListType", &IDP_IDENTIFIER_TYPE).min(0).max(50);

pub(crate) static IMAGE_FILE_TYPE: rt::Shape = rt::Shape::blob("ImageFileType").min(0).max(131072);

pub(crate) static IMAGE_URL_TYPE: rt::Shape = rt::Shape::text("ImageUrlType");

pub(crate) static INBOUND_FEDERATION_LAMBDA_TYPE: rt::Shape = rt::Shape::structure(
    "InboundFederationLambdaType",
    &[
        rt::Member::required("LambdaVersion", &INBOUND_FEDERATION_LAMBDA_VERSION_TYPE),
        rt::Member::required("LambdaArn", &ARN_TYPE),
    ],
);

pub(crate) static INBOUND_FEDERATION_LAMBDA_VERSION_TYPE: rt::Shape = rt::Shape::enumeration(
    "InboundFederationLambdaVersionType",
    super::InboundFederationLambdaVersionType::TEXTS,
);

pub(crate) static INITIATE_AUTH_REQUEST: rt::Shape = rt::Shape::structure(
    "InitiateAuthRequest",
    &[
        rt::Member::required("AuthFlow", &AUTH_FLOW_TYPE),
        rt::Member::optional("AuthParameters", &AUTH_PARAMETERS_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("AnalyticsMetadata", &ANALYTICS_METADATA_TYPE),
        rt::Member::optional("UserContextData", &USER_CONTEXT_DATA_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
    ],
);

pub(crate) static INITIATE_AUTH_RESPONSE: rt::Shape = rt::Shape::structure(
    "InitiateAuthResponse",
    &[
        rt::Member::optional("ChallengeName", &CHALLENGE_NAME_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
        rt::Member::optional("ChallengeParameters", &CHALLENGE_PARAMETERS_TYPE),
        rt::Member::optional("AuthenticationResult", &AUTHENTICATION_RESULT_TYPE),
        rt::Member::optional("AvailableChallenges", &AVAILABLE_CHALLENGE_LIST_TYPE),
    ],
);

pub(crate) static INTEGER_TYPE: rt::Shape = rt::Shape::integer("IntegerType");

pub(crate) static ISSUED_TOKEN_TYPE_IDENTIFIER_TYPE: rt::Shape = rt::Shape::enumeration(
    "IssuedTokenTypeIdentifierType",
    super::IssuedTokenTypeIdentifierType::TEXTS,
);

pub(crate) static ISSUER_CONFIGURATION_TYPE: rt::Shape =
    rt::Shape::structure("IssuerConfigurationType", &[rt::Member::optional("Type", &ISSUER_TYPE)]);

pub(crate) static ISSUER_TYPE: rt::Shape =
    rt::Shape::enumeration("IssuerType", super::IssuerType::TEXTS);

pub(crate) static KEY_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "KeyConfigurationType",
    &[
        rt::Member::optional("KeyType", &ENCRYPTION_KEY_TYPE),
        rt::Member::optional("KmsKeyArn", &ENCRYPTION_KEY_ARN_TYPE),
    ],
);

pub(crate) static LAMBDA_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "LambdaConfigType",
    &[
        rt::Member::optional("PreSignUp", &ARN_TYPE),
        rt::Member::optional("CustomMessage", &ARN_TYPE),
        rt::Member::optional("PostConfirmation", &ARN_TYPE),
        rt::Member::optional("PreAuthentication", &ARN_TYPE),
        rt::Member::optional("PostAuthentication", &ARN_TYPE),
        rt::Member::optional("DefineAuthChallenge", &ARN_TYPE),
        rt::Member::optional("CreateAuthChallenge", &ARN_TYPE),
        rt::Member::optional("VerifyAuthChallengeResponse", &ARN_TYPE),
        rt::Member::optional("PreTokenGeneration", &ARN_TYPE),
        rt::Member::optional("UserMigration", &ARN_TYPE),
        rt::Member::optional("PreTokenGenerationConfig", &PRE_TOKEN_GENERATION_VERSION_CONFIG_TYPE),
        rt::Member::optional("CustomSMSSender", &CUSTOM_SMS_LAMBDA_VERSION_CONFIG_TYPE),
        rt::Member::optional("CustomEmailSender", &CUSTOM_EMAIL_LAMBDA_VERSION_CONFIG_TYPE),
        rt::Member::optional("KMSKeyID", &ARN_TYPE),
        rt::Member::optional("InboundFederation", &INBOUND_FEDERATION_LAMBDA_TYPE),
    ],
);

pub(crate) static LANGUAGE_ID_TYPE: rt::Shape =
    rt::Shape::text("LanguageIdType").pattern(&patterns::LANGUAGE_ID_TYPE);

pub(crate) static LIMIT_CLASS: rt::Shape =
    rt::Shape::enumeration("LimitClass", super::LimitClass::TEXTS);

pub(crate) static LIMIT_DEFINITION_TYPE: rt::Shape = rt::Shape::structure(
    "LimitDefinitionType",
    &[
        rt::Member::required("LimitClass", &LIMIT_CLASS),
        rt::Member::required("Attributes", &STRING_TO_STRING_MAP_TYPE),
    ],
);

pub(crate) static LIMIT_TYPE: rt::Shape = rt::Shape::structure(
    "LimitType",
    &[
        rt::Member::required("LimitDefinition", &LIMIT_DEFINITION_TYPE),
        rt::Member::required("ProvisionedLimitValue", &INTEGER_TYPE),
        rt::Member::required("FreeLimitValue", &INTEGER_TYPE),
    ],
);

pub(crate) static LINK_URL_TYPE: rt::Shape =
    rt::Shape::text("LinkUrlType").min(1).max(1024).pattern(&patterns::LINK_URL_TYPE);

pub(crate) static LINKS_TYPE: rt::Shape =
    rt::Shape::map("LinksType", &LANGUAGE_ID_TYPE, &LINK_URL_TYPE).min(1).max(13);

pub(crate) static LIST_DEVICES_REQUEST: rt::Shape = rt::Shape::structure(
    "ListDevicesRequest",
    &[
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::optional("Limit", &QUERY_LIMIT_TYPE),
        rt::Member::optional("PaginationToken", &SEARCH_PAGINATION_TOKEN_TYPE),
    ],
);

pub(crate) static LIST_DEVICES_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListDevicesResponse",
    &[
        rt::Member::optional("Devices", &DEVICE_LIST_TYPE),
        rt::Member::optional("PaginationToken", &SEARCH_PAGINATION_TOKEN_TYPE),
    ],
);

pub(crate) static LIST_GROUPS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListGroupsRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("Limit", &QUERY_LIMIT_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_GROUPS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListGroupsResponse",
    &[
        rt::Member::optional("Groups", &GROUP_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_IDENTITY_PROVIDERS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListIdentityProvidersRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("MaxResults", &LIST_PROVIDERS_LIMIT_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY_TYPE),
    ],
);

pub(crate) static LIST_IDENTITY_PROVIDERS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListIdentityProvidersResponse",
    &[
        rt::Member::required("Providers", &PROVIDERS_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY_TYPE),
    ],
);

pub(crate) static LIST_OF_STRING_TYPES: rt::Shape =
    rt::Shape::list("ListOfStringTypes", &STRING_TYPE);

pub(crate) static LIST_PROVIDERS_LIMIT_TYPE: rt::Shape =
    rt::Shape::integer("ListProvidersLimitType").min(0).max(60);

pub(crate) static LIST_RESOURCE_SERVERS_LIMIT_TYPE: rt::Shape =
    rt::Shape::integer("ListResourceServersLimitType").min(1).max(50);

pub(crate) static LIST_RESOURCE_SERVERS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListResourceServersRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("MaxResults", &LIST_RESOURCE_SERVERS_LIMIT_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY_TYPE),
    ],
);

pub(crate) static LIST_RESOURCE_SERVERS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListResourceServersResponse",
    &[
        rt::Member::required("ResourceServers", &RESOURCE_SERVERS_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY_TYPE),
    ],
);

pub(crate) static LIST_TAGS_FOR_RESOURCE_REQUEST: rt::Shape = rt::Shape::structure(
    "ListTagsForResourceRequest",
    &[rt::Member::required("ResourceArn", &ARN_TYPE)],
);

pub(crate) static LIST_TAGS_FOR_RESOURCE_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListTagsForResourceResponse",
    &[rt::Member::optional("Tags", &USER_POOL_TAGS_TYPE)],
);

pub(crate) static LIST_TERMS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListTermsRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("MaxResults", &LIST_TERMS_REQUEST_MAX_RESULTS_INTEGER),
        rt::Member::optional("NextToken", &STRING_TYPE),
    ],
);

pub(crate) static LIST_TERMS_REQUEST_MAX_RESULTS_INTEGER: rt::Shape =
    rt::Shape::integer("ListTermsRequestMaxResultsInteger").min(1).max(60);

pub(crate) static LIST_TERMS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListTermsResponse",
    &[
        rt::Member::required("Terms", &TERMS_DESCRIPTION_LIST_TYPE),
        rt::Member::optional("NextToken", &STRING_TYPE),
    ],
);

pub(crate) static LIST_USER_IMPORT_JOBS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListUserImportJobsRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("MaxResults", &POOL_QUERY_LIMIT_TYPE),
        rt::Member::optional("PaginationToken", &PAGINATION_KEY_TYPE),
    ],
);

pub(crate) static LIST_USER_IMPORT_JOBS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListUserImportJobsResponse",
    &[
        rt::Member::optional("UserImportJobs", &USER_IMPORT_JOBS_LIST_TYPE),
        rt::Member::optional("PaginationToken", &PAGINATION_KEY_TYPE),
    ],
);

pub(crate) static LIST_USER_POOL_CLIENT_SECRETS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListUserPoolClientSecretsRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_USER_POOL_CLIENT_SECRETS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListUserPoolClientSecretsResponse",
    &[
        rt::Member::optional("ClientSecrets", &CLIENT_SECRET_DESCRIPTOR_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_USER_POOL_CLIENTS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListUserPoolClientsRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("MaxResults", &QUERY_LIMIT),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
        rt::Member::optional("ClientType", &CLIENT_TYPE_TYPE),
    ],
);

pub(crate) static LIST_USER_POOL_CLIENTS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListUserPoolClientsResponse",
    &[
        rt::Member::optional("UserPoolClients", &USER_POOL_CLIENT_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_USER_POOL_REPLICAS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListUserPoolReplicasRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY_TYPE),
    ],
);

pub(crate) static LIST_USER_POOL_REPLICAS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListUserPoolReplicasResponse",
    &[
        rt::Member::optional("UserPoolReplicas", &USER_POOL_REPLICA_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY_TYPE),
    ],
);

pub(crate) static LIST_USER_POOLS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListUserPoolsRequest",
    &[
        rt::Member::optional("NextToken", &PAGINATION_KEY_TYPE),
        rt::Member::required("MaxResults", &POOL_QUERY_LIMIT_TYPE),
    ],
);

pub(crate) static LIST_USER_POOLS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListUserPoolsResponse",
    &[
        rt::Member::optional("UserPools", &USER_POOL_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY_TYPE),
    ],
);

pub(crate) static LIST_USER_SESSIONS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListUserSessionsRequest",
    &[
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_USER_SESSIONS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListUserSessionsResponse",
    &[
        rt::Member::optional("Sessions", &SESSIONS_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_USERS_IN_GROUP_REQUEST: rt::Shape = rt::Shape::structure(
    "ListUsersInGroupRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("GroupName", &GROUP_NAME_TYPE),
        rt::Member::optional("Limit", &QUERY_LIMIT_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_USERS_IN_GROUP_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListUsersInGroupResponse",
    &[
        rt::Member::optional("Users", &USERS_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LIST_USERS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListUsersRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("AttributesToGet", &SEARCHED_ATTRIBUTE_NAMES_LIST_TYPE),
        rt::Member::optional("Limit", &QUERY_LIMIT_TYPE),
        rt::Member::optional("PaginationToken", &SEARCH_PAGINATION_TOKEN_TYPE),
        rt::Member::optional("Filter", &USER_FILTER_TYPE),
    ],
);

pub(crate) static LIST_USERS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListUsersResponse",
    &[
        rt::Member::optional("Users", &USERS_LIST_TYPE),
        rt::Member::optional("PaginationToken", &SEARCH_PAGINATION_TOKEN_TYPE),
    ],
);

pub(crate) static LIST_WEB_AUTHN_CREDENTIALS_REQUEST: rt::Shape = rt::Shape::structure(
    "ListWebAuthnCredentialsRequest",
    &[
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
        rt::Member::optional("MaxResults", &WEB_AUTHN_CREDENTIALS_QUERY_LIMIT_TYPE),
    ],
);

pub(crate) static LIST_WEB_AUTHN_CREDENTIALS_RESPONSE: rt::Shape = rt::Shape::structure(
    "ListWebAuthnCredentialsResponse",
    &[
        rt::Member::required("Credentials", &WEB_AUTHN_CREDENTIAL_DESCRIPTION_LIST_TYPE),
        rt::Member::optional("NextToken", &PAGINATION_KEY),
    ],
);

pub(crate) static LOG_CONFIGURATION_LIST_TYPE: rt::Shape =
    rt::Shape::list("LogConfigurationListType", &LOG_CONFIGURATION_TYPE).min(0).max(2);

pub(crate) static LOG_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "LogConfigurationType",
    &[
        rt::Member::required("LogLevel", &LOG_LEVEL),
        rt::Member::required("EventSource", &EVENT_SOURCE_NAME),
        rt::Member::optional("CloudWatchLogsConfiguration", &CLOUD_WATCH_LOGS_CONFIGURATION_TYPE),
        rt::Member::optional("S3Configuration", &S3_CONFIGURATION_TYPE),
        rt::Member::optional("FirehoseConfiguration", &FIREHOSE_CONFIGURATION_TYPE),
    ],
);

pub(crate) static LOG_DELIVERY_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "LogDeliveryConfigurationType",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("LogConfigurations", &LOG_CONFIGURATION_LIST_TYPE),
    ],
);

pub(crate) static LOG_LEVEL: rt::Shape = rt::Shape::enumeration("LogLevel", super::LogLevel::TEXTS);

pub(crate) static LOGOUT_URLS_LIST_TYPE: rt::Shape =
    rt::Shape::list("LogoutURLsListType", &REDIRECT_URL_TYPE).min(0).max(100);

pub(crate) static LONG_TYPE: rt::Shape = rt::Shape::long("LongType");

pub(crate) static MFA_OPTION_LIST_TYPE: rt::Shape =
    rt::Shape::list("MFAOptionListType", &MFA_OPTION_TYPE);

pub(crate) static MFA_OPTION_TYPE: rt::Shape = rt::Shape::structure(
    "MFAOptionType",
    &[
        rt::Member::optional("DeliveryMedium", &DELIVERY_MEDIUM_TYPE),
        rt::Member::optional("AttributeName", &ATTRIBUTE_NAME_TYPE),
    ],
);

pub(crate) static MANAGED_LOGIN_BRANDING_ID_TYPE: rt::Shape =
    rt::Shape::text("ManagedLoginBrandingIdType")
        .pattern(&patterns::MANAGED_LOGIN_BRANDING_ID_TYPE);

pub(crate) static MANAGED_LOGIN_BRANDING_TYPE: rt::Shape = rt::Shape::structure(
    "ManagedLoginBrandingType",
    &[
        rt::Member::optional("ManagedLoginBrandingId", &MANAGED_LOGIN_BRANDING_ID_TYPE),
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("UseCognitoProvidedValues", &BOOLEAN_TYPE),
        rt::Member::optional("Settings", &DOCUMENT),
        rt::Member::optional("Assets", &ASSET_LIST_TYPE),
        rt::Member::optional("CreationDate", &DATE_TYPE),
        rt::Member::optional("LastModifiedDate", &DATE_TYPE),
    ],
);

pub(crate) static MAX_SESSIONS_PER_USER_TYPE: rt::Shape =
    rt::Shape::integer("MaxSessionsPerUserType").min(1).max(100);

pub(crate) static MESSAGE_ACTION_TYPE: rt::Shape =
    rt::Shape::enumeration("MessageActionType", super::MessageActionType::TEXTS);

pub(crate) static MESSAGE_TEMPLATE_TYPE: rt::Shape = rt::Shape::structure(
    "MessageTemplateType",
    &[
        rt::Member::optional("SMSMessage", &SMS_INVITE_MESSAGE_TYPE),
        rt::Member::optional("EmailMessage", &EMAIL_INVITE_MESSAGE_TYPE),
        rt::Member::optional("EmailSubject", &EMAIL_VERIFICATION_SUBJECT_TYPE),
    ],
);

pub(crate) static NEW_DEVICE_METADATA_TYPE: rt::Shape = rt::Shape::structure(
    "NewDeviceMetadataType",
    &[
        rt::Member::optional("DeviceKey", &DEVICE_KEY_TYPE),
        rt::Member::optional("DeviceGroupKey", &STRING_TYPE),
    ],
);

pub(crate) static NOTIFY_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "NotifyConfigurationType",
    &[
        rt::Member::optional("From", &STRING_TYPE),
        rt::Member::optional("ReplyTo", &STRING_TYPE),
        rt::Member::required("SourceArn", &ARN_TYPE),
        rt::Member::optional("BlockEmail", &NOTIFY_EMAIL_TYPE),
        rt::Member::optional("NoActionEmail", &NOTIFY_EMAIL_TYPE),
        rt::Member::optional("MfaEmail", &NOTIFY_EMAIL_TYPE),
    ],
);

pub(crate) static NOTIFY_EMAIL_TYPE: rt::Shape = rt::Shape::structure(
    "NotifyEmailType",
    &[
        rt::Member::required("Subject", &EMAIL_NOTIFICATION_SUBJECT_TYPE),
        rt::Member::optional("HtmlBody", &EMAIL_NOTIFICATION_BODY_TYPE),
        rt::Member::optional("TextBody", &EMAIL_NOTIFICATION_BODY_TYPE),
    ],
);

pub(crate) static NUMBER_ATTRIBUTE_CONSTRAINTS_TYPE: rt::Shape = rt::Shape::structure(
    "NumberAttributeConstraintsType",
    &[
        rt::Member::optional("MinValue", &STRING_TYPE),
        rt::Member::optional("MaxValue", &STRING_TYPE),
    ],
);

pub(crate) static OAUTH_FLOW_TYPE: rt::Shape =
    rt::Shape::enumeration("OAuthFlowType", super::OAuthFlowType::TEXTS);

pub(crate) static OAUTH_FLOWS_TYPE: rt::Shape =
    rt::Shape::list("OAuthFlowsType", &OAUTH_FLOW_TYPE).min(0).max(3);

pub(crate) static OAUTH_TOKEN_TYPE_TYPE: rt::Shape =
    rt::Shape::enumeration("OAuthTokenTypeType", super::OAuthTokenTypeType::TEXTS);

pub(crate) static OPTIONAL_ARN_TYPE: rt::Shape =
    rt::Shape::text("OptionalArnType").min(0).max(2048).pattern(&patterns::OPTIONAL_ARN_TYPE);

pub(crate) static PAGINATION_KEY: rt::Shape =
    rt::Shape::text("PaginationKey").min(1).max(131072).pattern(&patterns::CONFIRMATION_CODE_TYPE);

pub(crate) static PAGINATION_KEY_TYPE: rt::Shape =
    rt::Shape::text("PaginationKeyType").min(1).pattern(&patterns::CONFIRMATION_CODE_TYPE);

pub(crate) static PASSWORD_HASHING_ALGORITHM_TYPE: rt::Shape = rt::Shape::enumeration(
    "PasswordHashingAlgorithmType",
    super::PasswordHashingAlgorithmType::TEXTS,
);

pub(crate) static PASSWORD_HISTORY_SIZE_TYPE: rt::Shape =
    rt::Shape::integer("PasswordHistorySizeType").min(0).max(24);

pub(crate) static PASSWORD_POLICY_MIN_LENGTH_TYPE: rt::Shape =
    rt::Shape::integer("PasswordPolicyMinLengthType").min(6).max(99);

pub(crate) static PASSWORD_POLICY_TYPE: rt::Shape = rt::Shape::structure(
    "PasswordPolicyType",
    &[
        rt::Member::optional("MinimumLength", &PASSWORD_POLICY_MIN_LENGTH_TYPE),
        rt::Member::optional("RequireUppercase", &BOOLEAN_TYPE),
        rt::Member::optional("RequireLowercase", &BOOLEAN_TYPE),
        rt::Member::optional("RequireNumbers", &BOOLEAN_TYPE),
        rt::Member::optional("RequireSymbols", &BOOLEAN_TYPE),
        rt::Member::optional("PasswordHistorySize", &PASSWORD_HISTORY_SIZE_TYPE),
        rt::Member::optional(
            "TemporaryPasswordValidityDays",
            &TEMPORARY_PASSWORD_VALIDITY_DAYS_TYPE,
        ),
    ],
);

pub(crate) static PASSWORD_TYPE: rt::Shape =
    rt::Shape::text("PasswordType").max(256).pattern(&patterns::PASSWORD_TYPE).sensitive();

pub(crate) static POOL_QUERY_LIMIT_TYPE: rt::Shape =
    rt::Shape::integer("PoolQueryLimitType").min(1).max(60);

pub(crate) static PRE_SIGNED_URL_TYPE: rt::Shape =
    rt::Shape::text("PreSignedUrlType").min(0).max(2048);

pub(crate) static PRE_TOKEN_GENERATION_LAMBDA_VERSION_TYPE: rt::Shape = rt::Shape::enumeration(
    "PreTokenGenerationLambdaVersionType",
    super::PreTokenGenerationLambdaVersionType::TEXTS,
);

pub(crate) static PRE_TOKEN_GENERATION_VERSION_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "PreTokenGenerationVersionConfigType",
    &[
        rt::Member::required("LambdaVersion", &PRE_TOKEN_GENERATION_LAMBDA_VERSION_TYPE),
        rt::Member::required("LambdaArn", &ARN_TYPE),
    ],
);

pub(crate) static PRECEDENCE_TYPE: rt::Shape = rt::Shape::integer("PrecedenceType").min(0);

pub(crate) static PREVENT_USER_EXISTENCE_ERROR_TYPES: rt::Shape = rt::Shape::enumeration(
    "PreventUserExistenceErrorTypes",
    super::PreventUserExistenceErrorTypes::TEXTS,
);

pub(crate) static PRIORITY_TYPE: rt::Shape = rt::Shape::integer("PriorityType").min(1).max(2);

pub(crate) static PROVIDER_DESCRIPTION: rt::Shape = rt::Shape::structure(
    "ProviderDescription",
    &[
        rt::Member::optional("ProviderName", &PROVIDER_NAME_TYPE),
        rt::Member::optional("ProviderType", &IDENTITY_PROVIDER_TYPE_TYPE),
        rt::Member::optional("LastModifiedDate", &DATE_TYPE),
        rt::Member::optional("CreationDate", &DATE_TYPE),
    ],
);

pub(crate) static PROVIDER_DETAILS_TYPE: rt::Shape =
    rt::Shape::map("ProviderDetailsType", &STRING_TYPE, &STRING_TYPE);

pub(crate) static PROVIDER_NAME_TYPE: rt::Shape =
    rt::Shape::text("ProviderNameType").min(1).max(32).pattern(&patterns::PROVIDER_NAME_TYPE);

pub(crate) static PROVIDER_NAME_TYPE_V2: rt::Shape =
    rt::Shape::text("ProviderNameTypeV2").min(1).max(32).pattern(&patterns::PROVIDER_NAME_TYPE_V2);

pub(crate) static PROVIDER_USER_IDENTIFIER_TYPE: rt::Shape = rt::Shape::structure(
    "ProviderUserIdentifierType",
    &[
        rt::Member::optional("ProviderName", &PROVIDER_NAME_TYPE),
        rt::Member::optional("ProviderAttributeName", &STRING_TYPE),
        rt::Member::optional("ProviderAttributeValue", &STRING_TYPE),
    ],
);

pub(crate) static PROVIDERS_LIST_TYPE: rt::Shape =
    rt::Shape::list("ProvidersListType", &PROVIDER_DESCRIPTION).min(0).max(50);

pub(crate) static QUERY_LIMIT: rt::Shape = rt::Shape::integer("QueryLimit").min(1).max(60);

pub(crate) static QUERY_LIMIT_TYPE: rt::Shape = rt::Shape::integer("QueryLimitType").min(0).max(60);

pub(crate) static RECOVERY_MECHANISMS_TYPE: rt::Shape =
    rt::Shape::list("RecoveryMechanismsType", &RECOVERY_OPTION_TYPE).min(1).max(2);

pub(crate) static RECOVERY_OPTION_NAME_TYPE: rt::Shape =
    rt::Shape::enumeration("RecoveryOptionNameType", super::RecoveryOptionNameType::TEXTS);

pub(crate) static RECOVERY_OPTION_TYPE: rt::Shape = rt::Shape::structure(
    "RecoveryOptionType",
    &[
        rt::Member::required("Priority", &PRIORITY_TYPE),
        rt::Member::required("Name", &RECOVERY_OPTION_NAME_TYPE),
    ],
);

pub(crate) static REDIRECT_URL_TYPE: rt::Shape = rt::Shape::text("RedirectUrlType")
    .min(1)
    .max(1024)
    .pattern(&patterns::CUSTOM_ATTRIBUTE_NAME_TYPE);

pub(crate) static REFRESH_TOKEN_ROTATION_TYPE: rt::Shape = rt::Shape::structure(
    "RefreshTokenRotationType",
    &[
        rt::Member::required("Feature", &FEATURE_TYPE),
        rt::Member::optional("RetryGracePeriodSeconds", &RETRY_GRACE_PERIOD_SECONDS_TYPE),
    ],
);

pub(crate) static REFRESH_TOKEN_VALIDITY_TYPE: rt::Shape =
    rt::Shape::integer("RefreshTokenValidityType").min(0).max(315360000);

pub(crate) static REGION_CODE_TYPE: rt::Shape = rt::Shape::text("RegionCodeType").min(5).max(32);

pub(crate) static REGION_NAME_TYPE: rt::Shape = rt::Shape::text("RegionNameType").min(5).max(32);

pub(crate) static RELYING_PARTY_ID_TYPE: rt::Shape =
    rt::Shape::text("RelyingPartyIdType").min(1).max(127);

pub(crate) static REPLICA_REGIONS_TYPE: rt::Shape =
    rt::Shape::list("ReplicaRegionsType", &STRING_TYPE);

pub(crate) static REPLICA_ROLE_TYPE: rt::Shape =
    rt::Shape::enumeration("ReplicaRoleType", super::ReplicaRoleType::TEXTS);

pub(crate) static REPLICA_STATUS_TYPE: rt::Shape =
    rt::Shape::enumeration("ReplicaStatusType", super::ReplicaStatusType::TEXTS);

pub(crate) static RESEND_CONFIRMATION_CODE_REQUEST: rt::Shape = rt::Shape::structure(
    "ResendConfirmationCodeRequest",
    &[
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("SecretHash", &SECRET_HASH_TYPE),
        rt::Member::optional("UserContextData", &USER_CONTEXT_DATA_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("AnalyticsMetadata", &ANALYTICS_METADATA_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static RESEND_CONFIRMATION_CODE_RESPONSE: rt::Shape = rt::Shape::structure(
    "ResendConfirmationCodeResponse",
    &[rt::Member::optional("CodeDeliveryDetails", &CODE_DELIVERY_DETAILS_TYPE)],
);

pub(crate) static RESOURCE_ID_TYPE: rt::Shape =
    rt::Shape::text("ResourceIdType").min(1).max(40).pattern(&patterns::RESOURCE_ID_TYPE);

pub(crate) static RESOURCE_LIST_TYPE: rt::Shape =
    rt::Shape::list("ResourceListType", &RESOURCE_SERVER_IDENTIFIER_TYPE).min(0).max(1);

pub(crate) static RESOURCE_SERVER_IDENTIFIER_TYPE: rt::Shape =
    rt::Shape::text("ResourceServerIdentifierType")
        .min(1)
        .max(256)
        .pattern(&patterns::ACR_VALUE_TYPE);

pub(crate) static RESOURCE_SERVER_MANAGED_BY_TYPE: rt::Shape = rt::Shape::enumeration(
    "ResourceServerManagedByType",
    super::ResourceServerManagedByType::TEXTS,
);

pub(crate) static RESOURCE_SERVER_NAME_TYPE: rt::Shape =
    rt::Shape::text("ResourceServerNameType").min(1).max(256).pattern(&patterns::CLIENT_NAME_TYPE);

pub(crate) static RESOURCE_SERVER_SCOPE_DESCRIPTION_TYPE: rt::Shape =
    rt::Shape::text("ResourceServerScopeDescriptionType").min(1).max(256);

pub(crate) static RESOURCE_SERVER_SCOPE_LIST_TYPE: rt::Shape =
    rt::Shape::list("ResourceServerScopeListType", &RESOURCE_SERVER_SCOPE_TYPE).max(100);

pub(crate) static RESOURCE_SERVER_SCOPE_NAME_TYPE: rt::Shape =
    rt::Shape::text("ResourceServerScopeNameType")
        .min(1)
        .max(256)
        .pattern(&patterns::RESOURCE_SERVER_SCOPE_NAME_TYPE);

pub(crate) static RESOURCE_SERVER_SCOPE_TYPE: rt::Shape = rt::Shape::structure(
    "ResourceServerScopeType",
    &[
        rt::Member::required("ScopeName", &RESOURCE_SERVER_SCOPE_NAME_TYPE),
        rt::Member::required("ScopeDescription", &RESOURCE_SERVER_SCOPE_DESCRIPTION_TYPE),
    ],
);

pub(crate) static RESOURCE_SERVER_TYPE: rt::Shape = rt::Shape::structure(
    "ResourceServerType",
    &[
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("Identifier", &RESOURCE_SERVER_IDENTIFIER_TYPE),
        rt::Member::optional("Name", &RESOURCE_SERVER_NAME_TYPE),
        rt::Member::optional("Scopes", &RESOURCE_SERVER_SCOPE_LIST_TYPE),
        rt::Member::optional("ManagedBy", &RESOURCE_SERVER_MANAGED_BY_TYPE),
    ],
);

pub(crate) static RESOURCE_SERVERS_LIST_TYPE: rt::Shape =
    rt::Shape::list("ResourceServersListType", &RESOURCE_SERVER_TYPE);

pub(crate) static RESPOND_TO_AUTH_CHALLENGE_REQUEST: rt::Shape = rt::Shape::structure(
    "RespondToAuthChallengeRequest",
    &[
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::required("ChallengeName", &CHALLENGE_NAME_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
        rt::Member::optional("ChallengeResponses", &CHALLENGE_RESPONSES_TYPE),
        rt::Member::optional("AnalyticsMetadata", &ANALYTICS_METADATA_TYPE),
        rt::Member::optional("UserContextData", &USER_CONTEXT_DATA_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static RESPOND_TO_AUTH_CHALLENGE_RESPONSE: rt::Shape = rt::Shape::structure(
    "RespondToAuthChallengeResponse",
    &[
        rt::Member::optional("ChallengeName", &CHALLENGE_NAME_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
        rt::Member::optional("ChallengeParameters", &CHALLENGE_PARAMETERS_TYPE),
        rt::Member::optional("AuthenticationResult", &AUTHENTICATION_RESULT_TYPE),
        rt::Member::optional("AvailableChallenges", &AVAILABLE_CHALLENGE_LIST_TYPE),
    ],
);

pub(crate) static RETRY_GRACE_PERIOD_SECONDS_TYPE: rt::Shape =
    rt::Shape::integer("RetryGracePeriodSecondsType").min(0).max(60);

pub(crate) static REVOKE_ASSOCIATED_SESSIONS_TYPE: rt::Shape = rt::Shape::enumeration(
    "RevokeAssociatedSessionsType",
    super::RevokeAssociatedSessionsType::TEXTS,
);

pub(crate) static REVOKE_TOKEN_REQUEST: rt::Shape = rt::Shape::structure(
    "RevokeTokenRequest",
    &[
        rt::Member::required("Token", &TOKEN_MODEL_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("ClientSecret", &CLIENT_SECRET_TYPE),
        rt::Member::optional("RevokeAssociatedSessions", &REVOKE_ASSOCIATED_SESSIONS_TYPE),
    ],
);

pub(crate) static REVOKE_TOKEN_RESPONSE: rt::Shape =
    rt::Shape::structure("RevokeTokenResponse", &[]);

pub(crate) static REVOKE_USER_SESSION_REQUEST: rt::Shape = rt::Shape::structure(
    "RevokeUserSessionRequest",
    &[
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("SessionId", &SESSION_ID_TYPE),
        rt::Member::optional("RevokeAssociatedSessions", &REVOKE_ASSOCIATED_SESSIONS_TYPE),
    ],
);

pub(crate) static REVOKE_USER_SESSION_RESPONSE: rt::Shape =
    rt::Shape::structure("RevokeUserSessionResponse", &[]);

pub(crate) static RISK_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "RiskConfigurationType",
    &[
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional(
            "CompromisedCredentialsRiskConfiguration",
            &COMPROMISED_CREDENTIALS_RISK_CONFIGURATION_TYPE,
        ),
        rt::Member::optional(
            "AccountTakeoverRiskConfiguration",
            &ACCOUNT_TAKEOVER_RISK_CONFIGURATION_TYPE,
        ),
        rt::Member::optional("RiskExceptionConfiguration", &RISK_EXCEPTION_CONFIGURATION_TYPE),
        rt::Member::optional("LastModifiedDate", &DATE_TYPE),
    ],
);

pub(crate) static RISK_DECISION_TYPE: rt::Shape =
    rt::Shape::enumeration("RiskDecisionType", super::RiskDecisionType::TEXTS);

pub(crate) static RISK_EXCEPTION_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "RiskExceptionConfigurationType",
    &[
        rt::Member::optional("BlockedIPRangeList", &BLOCKED_IP_RANGE_LIST_TYPE),
        rt::Member::optional("SkippedIPRangeList", &SKIPPED_IP_RANGE_LIST_TYPE),
    ],
);

pub(crate) static RISK_LEVEL_TYPE: rt::Shape =
    rt::Shape::enumeration("RiskLevelType", super::RiskLevelType::TEXTS);

pub(crate) static ROUTING_TYPE: rt::Shape =
    rt::Shape::structure("RoutingType", &[rt::Member::optional("Failover", &FAILOVER_TYPE)]);

pub(crate) static S3_ARN_TYPE: rt::Shape =
    rt::Shape::text("S3ArnType").min(3).max(1024).pattern(&patterns::S3_ARN_TYPE);

pub(crate) static S3_BUCKET_TYPE: rt::Shape =
    rt::Shape::text("S3BucketType").min(3).max(1024).pattern(&patterns::S3_BUCKET_TYPE);

pub(crate) static S3_CONFIGURATION_TYPE: rt::Shape =
    rt::Shape::structure("S3ConfigurationType", &[rt::Member::optional("BucketArn", &S3_ARN_TYPE)]);

pub(crate) static SES_CONFIGURATION_SET: rt::Shape =
    rt::Shape::text("SESConfigurationSet").min(1).max(64).pattern(&patterns::SES_CONFIGURATION_SET);

pub(crate) static SMS_MFA_SETTINGS_TYPE: rt::Shape = rt::Shape::structure(
    "SMSMfaSettingsType",
    &[
        rt::Member::optional("Enabled", &BOOLEAN_TYPE),
        rt::Member::optional("PreferredMfa", &BOOLEAN_TYPE),
    ],
);

pub(crate) static SSO_SESSION_MAX_VALIDITY_MINUTES_TYPE: rt::Shape =
    rt::Shape::integer("SSOSessionMaxValidityMinutesType").min(0).max(129600);

pub(crate) static SCHEMA_ATTRIBUTE_TYPE: rt::Shape = rt::Shape::structure(
    "SchemaAttributeType",
    &[
        rt::Member::optional("Name", &CUSTOM_ATTRIBUTE_NAME_TYPE),
        rt::Member::optional("AttributeDataType", &ATTRIBUTE_DATA_TYPE),
        rt::Member::optional("DeveloperOnlyAttribute", &BOOLEAN_TYPE),
        rt::Member::optional("Mutable", &BOOLEAN_TYPE),
        rt::Member::optional("Required", &BOOLEAN_TYPE),
        rt::Member::optional("NumberAttributeConstraints", &NUMBER_ATTRIBUTE_CONSTRAINTS_TYPE),
        rt::Member::optional("StringAttributeConstraints", &STRING_ATTRIBUTE_CONSTRAINTS_TYPE),
    ],
);

pub(crate) static SCHEMA_ATTRIBUTES_LIST_TYPE: rt::Shape =
    rt::Shape::list("SchemaAttributesListType", &SCHEMA_ATTRIBUTE_TYPE).min(1).max(50);

pub(crate) static SCOPE_LIST_TYPE: rt::Shape =
    rt::Shape::list("ScopeListType", &SCOPE_TYPE).max(50);

pub(crate) static SCOPE_TYPE: rt::Shape =
    rt::Shape::text("ScopeType").min(1).max(256).pattern(&patterns::ACR_VALUE_TYPE);

pub(crate) static SEARCH_PAGINATION_TOKEN_TYPE: rt::Shape =
    rt::Shape::text("SearchPaginationTokenType").min(1).pattern(&patterns::CONFIRMATION_CODE_TYPE);

pub(crate) static SEARCHED_ATTRIBUTE_NAMES_LIST_TYPE: rt::Shape =
    rt::Shape::list("SearchedAttributeNamesListType", &ATTRIBUTE_NAME_TYPE);

pub(crate) static SECRET_CODE_TYPE: rt::Shape =
    rt::Shape::text("SecretCodeType").min(16).pattern(&patterns::SECRET_CODE_TYPE).sensitive();

pub(crate) static SECRET_HASH_TYPE: rt::Shape = rt::Shape::text("SecretHashType")
    .min(1)
    .max(128)
    .pattern(&patterns::SECRET_HASH_TYPE)
    .sensitive();

pub(crate) static SECURITY_POLICY_TYPE: rt::Shape =
    rt::Shape::enumeration("SecurityPolicyType", super::SecurityPolicyType::TEXTS);

pub(crate) static SESSION_DESCRIPTION_TYPE: rt::Shape = rt::Shape::structure(
    "SessionDescriptionType",
    &[
        rt::Member::optional("SessionId", &SESSION_ID_TYPE),
        rt::Member::optional("SessionType", &SESSION_TYPE_TYPE),
        rt::Member::optional("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("CreateDate", &DATE_TYPE),
        rt::Member::optional("LastActiveDate", &DATE_TYPE),
        rt::Member::optional("DeviceType", &SESSION_DEVICE_TYPE),
        rt::Member::optional("LastIPAddress", &SESSION_IP_ADDRESS_TYPE),
        rt::Member::optional("LastLocation", &SESSION_LOCATION_TYPE),
        rt::Member::optional("OriginSessionId", &SESSION_ID_TYPE),
        rt::Member::optional("IsCurrentSession", &WRAPPED_BOOLEAN_TYPE),
    ],
);

pub(crate) static SESSION_DEVICE_TYPE: rt::Shape =
    rt::Shape::text("SessionDeviceType").min(0).max(1024);

pub(crate) static SESSION_ID_TYPE: rt::Shape =
    rt::Shape::text("SessionIdType").min(28).max(28).pattern(&patterns::SESSION_ID_TYPE);

pub(crate) static SESSION_IP_ADDRESS_TYPE: rt::Shape =
    rt::Shape::text("SessionIpAddressType").min(0).max(128).sensitive();

pub(crate) static SESSION_LOCATION_CITY_TYPE: rt::Shape =
    rt::Shape::text("SessionLocationCityType").min(0).max(256);

pub(crate) static SESSION_LOCATION_COUNTRY_TYPE: rt::Shape =
    rt::Shape::text("SessionLocationCountryType").min(0).max(256);

pub(crate) static SESSION_LOCATION_TYPE: rt::Shape = rt::Shape::structure(
    "SessionLocationType",
    &[
        rt::Member::optional("City", &SESSION_LOCATION_CITY_TYPE),
        rt::Member::optional("Country", &SESSION_LOCATION_COUNTRY_TYPE),
    ],
);

pub(crate) static SESSION_TYPE: rt::Shape =
    rt::Shape::text("SessionType").min(20).max(4096).sensitive();

pub(crate) static SESSION_TYPE_TYPE: rt::Shape =
    rt::Shape::enumeration("SessionTypeType", super::SessionTypeType::TEXTS);

pub(crate) static SESSIONS_LIST_TYPE: rt::Shape =
    rt::Shape::list("SessionsListType", &SESSION_DESCRIPTION_TYPE).min(0).max(125);

pub(crate) static SET_LOG_DELIVERY_CONFIGURATION_REQUEST: rt::Shape = rt::Shape::structure(
    "SetLogDeliveryConfigurationRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("LogConfigurations", &LOG_CONFIGURATION_LIST_TYPE),
    ],
);

pub(crate) static SET_LOG_DELIVERY_CONFIGURATION_RESPONSE: rt::Shape = rt::Shape::structure(
    "SetLogDeliveryConfigurationResponse",
    &[rt::Member::optional("LogDeliveryConfiguration", &LOG_DELIVERY_CONFIGURATION_TYPE)],
);

pub(crate) static SET_RISK_CONFIGURATION_REQUEST: rt::Shape = rt::Shape::structure(
    "SetRiskConfigurationRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional(
            "CompromisedCredentialsRiskConfiguration",
            &COMPROMISED_CREDENTIALS_RISK_CONFIGURATION_TYPE,
        ),
        rt::Member::optional(
            "AccountTakeoverRiskConfiguration",
            &ACCOUNT_TAKEOVER_RISK_CONFIGURATION_TYPE,
        ),
        rt::Member::optional("RiskExceptionConfiguration", &RISK_EXCEPTION_CONFIGURATION_TYPE),
    ],
);

pub(crate) static SET_RISK_CONFIGURATION_RESPONSE: rt::Shape = rt::Shape::structure(
    "SetRiskConfigurationResponse",
    &[rt::Member::required("RiskConfiguration", &RISK_CONFIGURATION_TYPE)],
);

pub(crate) static SET_UI_CUSTOMIZATION_REQUEST: rt::Shape = rt::Shape::structure(
    "SetUICustomizationRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("CSS", &CSS_TYPE),
        rt::Member::optional("ImageFile", &IMAGE_FILE_TYPE),
    ],
);

pub(crate) static SET_UI_CUSTOMIZATION_RESPONSE: rt::Shape = rt::Shape::structure(
    "SetUICustomizationResponse",
    &[rt::Member::required("UICustomization", &UI_CUSTOMIZATION_TYPE)],
);

pub(crate) static SET_USER_MFA_PREFERENCE_REQUEST: rt::Shape = rt::Shape::structure(
    "SetUserMFAPreferenceRequest",
    &[
        rt::Member::optional("SMSMfaSettings", &SMS_MFA_SETTINGS_TYPE),
        rt::Member::optional("SoftwareTokenMfaSettings", &SOFTWARE_TOKEN_MFA_SETTINGS_TYPE),
        rt::Member::optional("EmailMfaSettings", &EMAIL_MFA_SETTINGS_TYPE),
        rt::Member::optional("WebAuthnMfaSettings", &WEB_AUTHN_MFA_SETTINGS_TYPE),
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
    ],
);

pub(crate) static SET_USER_MFA_PREFERENCE_RESPONSE: rt::Shape =
    rt::Shape::structure("SetUserMFAPreferenceResponse", &[]);

pub(crate) static SET_USER_POOL_CLIENT_SESSION_CONFIGURATION_REQUEST: rt::Shape =
    rt::Shape::structure(
        "SetUserPoolClientSessionConfigurationRequest",
        &[
            rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
            rt::Member::required("ClientId", &CLIENT_ID_TYPE),
            rt::Member::required("SSOSession", &CLIENT_SSO_SESSION_CONFIG_TYPE),
        ],
    );

pub(crate) static SET_USER_POOL_CLIENT_SESSION_CONFIGURATION_RESPONSE: rt::Shape =
    rt::Shape::structure(
        "SetUserPoolClientSessionConfigurationResponse",
        &[
            rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
            rt::Member::optional("ClientId", &CLIENT_ID_TYPE),
            rt::Member::optional("SSOSession", &CLIENT_SSO_SESSION_CONFIG_TYPE),
        ],
    );

pub(crate) static SET_USER_POOL_MFA_CONFIG_REQUEST: rt::Shape = rt::Shape::structure(
    "SetUserPoolMfaConfigRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("SmsMfaConfiguration", &SMS_MFA_CONFIG_TYPE),
        rt::Member::optional("SoftwareTokenMfaConfiguration", &SOFTWARE_TOKEN_MFA_CONFIG_TYPE),
        rt::Member::optional("EmailMfaConfiguration", &EMAIL_MFA_CONFIG_TYPE),
        rt::Member::optional("MfaConfiguration", &USER_POOL_MFA_TYPE),
        rt::Member::optional("WebAuthnConfiguration", &WEB_AUTHN_CONFIGURATION_TYPE),
    ],
);

pub(crate) static SET_USER_POOL_MFA_CONFIG_RESPONSE: rt::Shape = rt::Shape::structure(
    "SetUserPoolMfaConfigResponse",
    &[
        rt::Member::optional("SmsMfaConfiguration", &SMS_MFA_CONFIG_TYPE),
        rt::Member::optional("SoftwareTokenMfaConfiguration", &SOFTWARE_TOKEN_MFA_CONFIG_TYPE),
        rt::Member::optional("EmailMfaConfiguration", &EMAIL_MFA_CONFIG_TYPE),
        rt::Member::optional("MfaConfiguration", &USER_POOL_MFA_TYPE),
        rt::Member::optional("WebAuthnConfiguration", &WEB_AUTHN_CONFIGURATION_TYPE),
    ],
);

pub(crate) static SET_USER_POOL_SESSION_CONFIGURATION_REQUEST: rt::Shape = rt::Shape::structure(
    "SetUserPoolSessionConfigurationRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("UserSessionTracking", &USER_SESSION_TRACKING_TYPE),
        rt::Member::required("TokenSession", &USER_POOL_TOKEN_SESSION_CONFIG_TYPE),
    ],
);

pub(crate) static SET_USER_POOL_SESSION_CONFIGURATION_RESPONSE: rt::Shape = rt::Shape::structure(
    "SetUserPoolSessionConfigurationResponse",
    &[
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("UserSessionTracking", &USER_SESSION_TRACKING_TYPE),
        rt::Member::optional("TokenSession", &USER_POOL_TOKEN_SESSION_CONFIG_TYPE),
    ],
);

pub(crate) static SET_USER_SETTINGS_REQUEST: rt::Shape = rt::Shape::structure(
    "SetUserSettingsRequest",
    &[
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("MFAOptions", &MFA_OPTION_LIST_TYPE),
    ],
);

pub(crate) static SET_USER_SETTINGS_RESPONSE: rt::Shape =
    rt::Shape::structure("SetUserSettingsResponse", &[]);

pub(crate) static SIGN_IN_POLICY_TYPE: rt::Shape = rt::Shape::structure(
    "SignInPolicyType",
    &[rt::Member::optional("AllowedFirstAuthFactors", &ALLOWED_FIRST_AUTH_FACTORS_LIST_TYPE)],
);

pub(crate) static SIGN_UP_REQUEST: rt::Shape = rt::Shape::structure(
    "SignUpRequest",
    &[
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("SecretHash", &SECRET_HASH_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::optional("Password", &PASSWORD_TYPE),
        rt::Member::optional("UserAttributes", &ATTRIBUTE_LIST_TYPE),
        rt::Member::optional("ValidationData", &ATTRIBUTE_LIST_TYPE),
        rt::Member::optional("AnalyticsMetadata", &ANALYTICS_METADATA_TYPE),
        rt::Member::optional("UserContextData", &USER_CONTEXT_DATA_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static SIGN_UP_RESPONSE: rt::Shape = rt::Shape::structure(
    "SignUpResponse",
    &[
        rt::Member::required("UserConfirmed", &BOOLEAN_TYPE),
        rt::Member::optional("CodeDeliveryDetails", &CODE_DELIVERY_DETAILS_TYPE),
        rt::Member::required("UserSub", &STRING_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
    ],
);

pub(crate) static SKIPPED_IP_RANGE_LIST_TYPE: rt::Shape =
    rt::Shape::list("SkippedIPRangeListType", &STRING_TYPE).max(200);

pub(crate) static SMS_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "SmsConfigurationType",
    &[
        rt::Member::optional("SnsCallerArn", &OPTIONAL_ARN_TYPE),
        rt::Member::optional("ExternalId", &STRING_TYPE),
        rt::Member::optional("SnsRegion", &REGION_CODE_TYPE),
        rt::Member::optional("EumsSms", &EUMS_SMS_CONFIGURATION_TYPE),
    ],
);

pub(crate) static SMS_INVITE_MESSAGE_TYPE: rt::Shape = rt::Shape::text("SmsInviteMessageType")
    .min(6)
    .max(140)
    .pattern(&patterns::SMS_INVITE_MESSAGE_TYPE);

pub(crate) static SMS_MFA_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "SmsMfaConfigType",
    &[
        rt::Member::optional("SmsAuthenticationMessage", &SMS_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("SmsConfiguration", &SMS_CONFIGURATION_TYPE),
    ],
);

pub(crate) static SMS_VERIFICATION_MESSAGE_TYPE: rt::Shape =
    rt::Shape::text("SmsVerificationMessageType")
        .min(6)
        .max(140)
        .pattern(&patterns::SMS_VERIFICATION_MESSAGE_TYPE);

pub(crate) static SOFTWARE_TOKEN_MFA_USER_CODE_TYPE: rt::Shape =
    rt::Shape::text("SoftwareTokenMFAUserCodeType")
        .min(6)
        .max(6)
        .pattern(&patterns::AWS_ACCOUNT_ID_TYPE)
        .sensitive();

pub(crate) static SOFTWARE_TOKEN_MFA_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "SoftwareTokenMfaConfigType",
    &[rt::Member::optional("Enabled", &BOOLEAN_TYPE)],
);

pub(crate) static SOFTWARE_TOKEN_MFA_SETTINGS_TYPE: rt::Shape = rt::Shape::structure(
    "SoftwareTokenMfaSettingsType",
    &[
        rt::Member::optional("Enabled", &BOOLEAN_TYPE),
        rt::Member::optional("PreferredMfa", &BOOLEAN_TYPE),
    ],
);

pub(crate) static START_USER_IMPORT_JOB_REQUEST: rt::Shape = rt::Shape::structure(
    "StartUserImportJobRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("JobId", &USER_IMPORT_JOB_ID_TYPE),
    ],
);

pub(crate) static START_USER_IMPORT_JOB_RESPONSE: rt::Shape = rt::Shape::structure(
    "StartUserImportJobResponse",
    &[rt::Member::optional("UserImportJob", &USER_IMPORT_JOB_TYPE)],
);

pub(crate) static START_WEB_AUTHN_REGISTRATION_REQUEST: rt::Shape = rt::Shape::structure(
    "StartWebAuthnRegistrationRequest",
    &[rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE)],
);

pub(crate) static START_WEB_AUTHN_REGISTRATION_RESPONSE: rt::Shape = rt::Shape::structure(
    "StartWebAuthnRegistrationResponse",
    &[rt::Member::required("CredentialCreationOptions", &DOCUMENT)],
);

pub(crate) static STATUS_TYPE: rt::Shape =
    rt::Shape::enumeration("StatusType", super::StatusType::TEXTS);

pub(crate) static STOP_USER_IMPORT_JOB_REQUEST: rt::Shape = rt::Shape::structure(
    "StopUserImportJobRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("JobId", &USER_IMPORT_JOB_ID_TYPE),
    ],
);

pub(crate) static STOP_USER_IMPORT_JOB_RESPONSE: rt::Shape = rt::Shape::structure(
    "StopUserImportJobResponse",
    &[rt::Member::optional("UserImportJob", &USER_IMPORT_JOB_TYPE)],
);

pub(crate) static STRING_ATTRIBUTE_CONSTRAINTS_TYPE: rt::Shape = rt::Shape::structure(
    "StringAttributeConstraintsType",
    &[
        rt::Member::optional("MinLength", &STRING_TYPE),
        rt::Member::optional("MaxLength", &STRING_TYPE),
    ],
);

pub(crate) static STRING_TO_STRING_MAP_TYPE: rt::Shape =
    rt::Shape::map("StringToStringMapType", &STRING_TYPE, &STRING_TYPE);

pub(crate) static STRING_TYPE: rt::Shape = rt::Shape::text("StringType").min(0).max(131072);

pub(crate) static SUPPORTED_IDENTITY_PROVIDERS_LIST_TYPE: rt::Shape =
    rt::Shape::list("SupportedIdentityProvidersListType", &PROVIDER_NAME_TYPE);

pub(crate) static TAG_KEYS_TYPE: rt::Shape = rt::Shape::text("TagKeysType").min(1).max(128);

pub(crate) static TAG_RESOURCE_REQUEST: rt::Shape = rt::Shape::structure(
    "TagResourceRequest",
    &[
        rt::Member::required("ResourceArn", &ARN_TYPE),
        rt::Member::required("Tags", &USER_POOL_TAGS_TYPE),
    ],
);

pub(crate) static TAG_RESOURCE_RESPONSE: rt::Shape =
    rt::Shape::structure("TagResourceResponse", &[]);

pub(crate) static TAG_VALUE_TYPE: rt::Shape = rt::Shape::text("TagValueType").min(0).max(256);

pub(crate) static TEMPORARY_PASSWORD_VALIDITY_DAYS_TYPE: rt::Shape =
    rt::Shape::integer("TemporaryPasswordValidityDaysType").min(0).max(365);

pub(crate) static TERMS_DESCRIPTION_LIST_TYPE: rt::Shape =
    rt::Shape::list("TermsDescriptionListType", &TERMS_DESCRIPTION_TYPE);

pub(crate) static TERMS_DESCRIPTION_TYPE: rt::Shape = rt::Shape::structure(
    "TermsDescriptionType",
    &[
        rt::Member::required("TermsId", &TERMS_ID_TYPE),
        rt::Member::required("TermsName", &TERMS_NAME_TYPE),
        rt::Member::required("Enforcement", &TERMS_ENFORCEMENT_TYPE),
        rt::Member::required("CreationDate", &DATE_TYPE),
        rt::Member::required("LastModifiedDate", &DATE_TYPE),
    ],
);

pub(crate) static TERMS_ENFORCEMENT_TYPE: rt::Shape =
    rt::Shape::enumeration("TermsEnforcementType", super::TermsEnforcementType::TEXTS);

pub(crate) static TERMS_ID_TYPE: rt::Shape =
    rt::Shape::text("TermsIdType").pattern(&patterns::MANAGED_LOGIN_BRANDING_ID_TYPE);

pub(crate) static TERMS_NAME_TYPE: rt::Shape =
    rt::Shape::text("TermsNameType").pattern(&patterns::TERMS_NAME_TYPE);

pub(crate) static TERMS_SOURCE_TYPE: rt::Shape =
    rt::Shape::enumeration("TermsSourceType", super::TermsSourceType::TEXTS);

pub(crate) static TERMS_TYPE: rt::Shape = rt::Shape::structure(
    "TermsType",
    &[
        rt::Member::required("TermsId", &TERMS_ID_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::required("TermsName", &TERMS_NAME_TYPE),
        rt::Member::required("TermsSource", &TERMS_SOURCE_TYPE),
        rt::Member::required("Enforcement", &TERMS_ENFORCEMENT_TYPE),
        rt::Member::required("Links", &LINKS_TYPE),
        rt::Member::required("CreationDate", &DATE_TYPE),
        rt::Member::required("LastModifiedDate", &DATE_TYPE),
    ],
);

pub(crate) static TIME_UNITS_TYPE: rt::Shape =
    rt::Shape::enumeration("TimeUnitsType", super::TimeUnitsType::TEXTS);

pub(crate) static TOKEN_MODEL_TYPE: rt::Shape =
    rt::Shape::text("TokenModelType").pattern(&patterns::TOKEN_MODEL_TYPE).sensitive();

pub(crate) static TOKEN_TYPE_IDENTIFIER_TYPE: rt::Shape =
    rt::Shape::enumeration("TokenTypeIdentifierType", super::TokenTypeIdentifierType::TEXTS);

pub(crate) static TOKEN_VALIDITY_UNITS_TYPE: rt::Shape = rt::Shape::structure(
    "TokenValidityUnitsType",
    &[
        rt::Member::optional("AccessToken", &TIME_UNITS_TYPE),
        rt::Member::optional("IdToken", &TIME_UNITS_TYPE),
        rt::Member::optional("RefreshToken", &TIME_UNITS_TYPE),
    ],
);

pub(crate) static UI_CUSTOMIZATION_TYPE: rt::Shape = rt::Shape::structure(
    "UICustomizationType",
    &[
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("ImageUrl", &IMAGE_URL_TYPE),
        rt::Member::optional("CSS", &CSS_TYPE),
        rt::Member::optional("CSSVersion", &CSS_VERSION_TYPE),
        rt::Member::optional("LastModifiedDate", &DATE_TYPE),
        rt::Member::optional("CreationDate", &DATE_TYPE),
    ],
);

pub(crate) static UNTAG_RESOURCE_REQUEST: rt::Shape = rt::Shape::structure(
    "UntagResourceRequest",
    &[
        rt::Member::required("ResourceArn", &ARN_TYPE),
        rt::Member::required("TagKeys", &USER_POOL_TAGS_LIST_TYPE),
    ],
);

pub(crate) static UNTAG_RESOURCE_RESPONSE: rt::Shape =
    rt::Shape::structure("UntagResourceResponse", &[]);

pub(crate) static UPDATE_AUTH_EVENT_FEEDBACK_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateAuthEventFeedbackRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Username", &USERNAME_TYPE),
        rt::Member::required("EventId", &EVENT_ID_TYPE),
        rt::Member::required("FeedbackToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("FeedbackValue", &FEEDBACK_VALUE_TYPE),
    ],
);

pub(crate) static UPDATE_AUTH_EVENT_FEEDBACK_RESPONSE: rt::Shape =
    rt::Shape::structure("UpdateAuthEventFeedbackResponse", &[]);

pub(crate) static UPDATE_DEVICE_STATUS_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateDeviceStatusRequest",
    &[
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("DeviceKey", &DEVICE_KEY_TYPE),
        rt::Member::optional("DeviceRememberedStatus", &DEVICE_REMEMBERED_STATUS_TYPE),
    ],
);

pub(crate) static UPDATE_DEVICE_STATUS_RESPONSE: rt::Shape =
    rt::Shape::structure("UpdateDeviceStatusResponse", &[]);

pub(crate) static UPDATE_GROUP_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateGroupRequest",
    &[
        rt::Member::required("GroupName", &GROUP_NAME_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("Description", &DESCRIPTION_TYPE),
        rt::Member::optional("RoleArn", &ARN_TYPE),
        rt::Member::optional("Precedence", &PRECEDENCE_TYPE),
    ],
);

pub(crate) static UPDATE_GROUP_RESPONSE: rt::Shape =
    rt::Shape::structure("UpdateGroupResponse", &[rt::Member::optional("Group", &GROUP_TYPE)]);

pub(crate) static UPDATE_IDENTITY_PROVIDER_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateIdentityProviderRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ProviderName", &PROVIDER_NAME_TYPE),
        rt::Member::optional("ProviderDetails", &PROVIDER_DETAILS_TYPE),
        rt::Member::optional("AttributeMapping", &ATTRIBUTE_MAPPING_TYPE),
        rt::Member::optional("IdpIdentifiers", &IDP_IDENTIFIERS_LIST_TYPE),
        rt::Member::optional("AcrMapping", &ACR_MAPPING_TYPE),
    ],
);

pub(crate) static UPDATE_IDENTITY_PROVIDER_RESPONSE: rt::Shape = rt::Shape::structure(
    "UpdateIdentityProviderResponse",
    &[rt::Member::required("IdentityProvider", &IDENTITY_PROVIDER_TYPE)],
);

pub(crate) static UPDATE_MANAGED_LOGIN_BRANDING_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateManagedLoginBrandingRequest",
    &[
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ManagedLoginBrandingId", &MANAGED_LOGIN_BRANDING_ID_TYPE),
        rt::Member::optional("UseCognitoProvidedValues", &BOOLEAN_TYPE),
        rt::Member::optional("Settings", &DOCUMENT),
        rt::Member::optional("Assets", &ASSET_LIST_TYPE),
    ],
);

pub(crate) static UPDATE_MANAGED_LOGIN_BRANDING_RESPONSE: rt::Shape = rt::Shape::structure(
    "UpdateManagedLoginBrandingResponse",
    &[rt::Member::optional("ManagedLoginBranding", &MANAGED_LOGIN_BRANDING_TYPE)],
);

pub(crate) static UPDATE_PROVISIONED_LIMIT_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateProvisionedLimitRequest",
    &[
        rt::Member::required("LimitDefinition", &LIMIT_DEFINITION_TYPE),
        rt::Member::required("RequestedLimitValue", &INTEGER_TYPE),
    ],
);

pub(crate) static UPDATE_PROVISIONED_LIMIT_RESPONSE: rt::Shape = rt::Shape::structure(
    "UpdateProvisionedLimitResponse",
    &[rt::Member::required("Limit", &LIMIT_TYPE)],
);

pub(crate) static UPDATE_REPLICA_STATUS_TYPE: rt::Shape =
    rt::Shape::enumeration("UpdateReplicaStatusType", super::UpdateReplicaStatusType::TEXTS);

pub(crate) static UPDATE_RESOURCE_SERVER_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateResourceServerRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("Identifier", &RESOURCE_SERVER_IDENTIFIER_TYPE),
        rt::Member::required("Name", &RESOURCE_SERVER_NAME_TYPE),
        rt::Member::optional("Scopes", &RESOURCE_SERVER_SCOPE_LIST_TYPE),
    ],
);

pub(crate) static UPDATE_RESOURCE_SERVER_RESPONSE: rt::Shape = rt::Shape::structure(
    "UpdateResourceServerResponse",
    &[rt::Member::required("ResourceServer", &RESOURCE_SERVER_TYPE)],
);

pub(crate) static UPDATE_TERMS_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateTermsRequest",
    &[
        rt::Member::required("TermsId", &TERMS_ID_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("TermsName", &TERMS_NAME_TYPE),
        rt::Member::optional("TermsSource", &TERMS_SOURCE_TYPE),
        rt::Member::optional("Enforcement", &TERMS_ENFORCEMENT_TYPE),
        rt::Member::optional("Links", &LINKS_TYPE),
    ],
);

pub(crate) static UPDATE_TERMS_RESPONSE: rt::Shape =
    rt::Shape::structure("UpdateTermsResponse", &[rt::Member::optional("Terms", &TERMS_TYPE)]);

pub(crate) static UPDATE_USER_ATTRIBUTES_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateUserAttributesRequest",
    &[
        rt::Member::required("UserAttributes", &ATTRIBUTE_LIST_TYPE),
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::optional("ClientMetadata", &CLIENT_METADATA_TYPE),
    ],
);

pub(crate) static UPDATE_USER_ATTRIBUTES_RESPONSE: rt::Shape = rt::Shape::structure(
    "UpdateUserAttributesResponse",
    &[rt::Member::optional("CodeDeliveryDetailsList", &CODE_DELIVERY_DETAILS_LIST_TYPE)],
);

pub(crate) static UPDATE_USER_POOL_CLIENT_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateUserPoolClientRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("ClientName", &CLIENT_NAME_TYPE),
        rt::Member::optional("RefreshTokenValidity", &REFRESH_TOKEN_VALIDITY_TYPE),
        rt::Member::optional("AccessTokenValidity", &ACCESS_TOKEN_VALIDITY_TYPE),
        rt::Member::optional("IdTokenValidity", &ID_TOKEN_VALIDITY_TYPE),
        rt::Member::optional("TokenValidityUnits", &TOKEN_VALIDITY_UNITS_TYPE),
        rt::Member::optional("ReadAttributes", &CLIENT_PERMISSION_LIST_TYPE),
        rt::Member::optional("WriteAttributes", &CLIENT_PERMISSION_LIST_TYPE),
        rt::Member::optional("ExplicitAuthFlows", &EXPLICIT_AUTH_FLOWS_LIST_TYPE),
        rt::Member::optional("SupportedIdentityProviders", &SUPPORTED_IDENTITY_PROVIDERS_LIST_TYPE),
        rt::Member::optional("CallbackURLs", &CALLBACK_URLS_LIST_TYPE),
        rt::Member::optional("LogoutURLs", &LOGOUT_URLS_LIST_TYPE),
        rt::Member::optional("DefaultRedirectURI", &REDIRECT_URL_TYPE),
        rt::Member::optional("AllowedOAuthFlows", &OAUTH_FLOWS_TYPE),
        rt::Member::optional("AllowedOAuthScopes", &SCOPE_LIST_TYPE),
        rt::Member::optional("AllowedOAuthFlowsUserPoolClient", &BOOLEAN_TYPE),
        rt::Member::optional("AnalyticsConfiguration", &ANALYTICS_CONFIGURATION_TYPE),
        rt::Member::optional("PreventUserExistenceErrors", &PREVENT_USER_EXISTENCE_ERROR_TYPES),
        rt::Member::optional("EnableTokenRevocation", &WRAPPED_BOOLEAN_TYPE),
        rt::Member::optional("EnablePropagateAdditionalUserContextData", &WRAPPED_BOOLEAN_TYPE),
        rt::Member::optional("AuthSessionValidity", &AUTH_SESSION_VALIDITY_TYPE),
        rt::Member::optional("RefreshTokenRotation", &REFRESH_TOKEN_ROTATION_TYPE),
    ],
);

pub(crate) static UPDATE_USER_POOL_CLIENT_RESPONSE: rt::Shape = rt::Shape::structure(
    "UpdateUserPoolClientResponse",
    &[rt::Member::optional("UserPoolClient", &USER_POOL_CLIENT_TYPE)],
);

pub(crate) static UPDATE_USER_POOL_DOMAIN_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateUserPoolDomainRequest",
    &[
        rt::Member::required("Domain", &DOMAIN_TYPE),
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ManagedLoginVersion", &WRAPPED_INTEGER_TYPE),
        rt::Member::optional("CustomDomainConfig", &CUSTOM_DOMAIN_CONFIG_TYPE),
        rt::Member::optional("Routing", &ROUTING_TYPE),
    ],
);

pub(crate) static UPDATE_USER_POOL_DOMAIN_RESPONSE: rt::Shape = rt::Shape::structure(
    "UpdateUserPoolDomainResponse",
    &[
        rt::Member::optional("ManagedLoginVersion", &WRAPPED_INTEGER_TYPE),
        rt::Member::optional("CloudFrontDomain", &DOMAIN_TYPE),
        rt::Member::optional("Routing", &ROUTING_TYPE),
    ],
);

pub(crate) static UPDATE_USER_POOL_REPLICA_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateUserPoolReplicaRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::required("RegionName", &REGION_NAME_TYPE),
        rt::Member::required("Status", &UPDATE_REPLICA_STATUS_TYPE),
    ],
);

pub(crate) static UPDATE_USER_POOL_REPLICA_RESPONSE: rt::Shape = rt::Shape::structure(
    "UpdateUserPoolReplicaResponse",
    &[rt::Member::optional("UserPoolReplica", &USER_POOL_REPLICA_TYPE)],
);

pub(crate) static UPDATE_USER_POOL_REQUEST: rt::Shape = rt::Shape::structure(
    "UpdateUserPoolRequest",
    &[
        rt::Member::required("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("Policies", &USER_POOL_POLICY_TYPE),
        rt::Member::optional("DeletionProtection", &DELETION_PROTECTION_TYPE),
        rt::Member::optional("LambdaConfig", &LAMBDA_CONFIG_TYPE),
        rt::Member::optional("AutoVerifiedAttributes", &VERIFIED_ATTRIBUTES_LIST_TYPE),
        rt::Member::optional("SmsVerificationMessage", &SMS_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("EmailVerificationMessage", &EMAIL_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("EmailVerificationSubject", &EMAIL_VERIFICATION_SUBJECT_TYPE),
        rt::Member::optional("VerificationMessageTemplate", &VERIFICATION_MESSAGE_TEMPLATE_TYPE),
        rt::Member::optional("SmsAuthenticationMessage", &SMS_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("UserAttributeUpdateSettings", &USER_ATTRIBUTE_UPDATE_SETTINGS_TYPE),
        rt::Member::optional("MfaConfiguration", &USER_POOL_MFA_TYPE),
        rt::Member::optional("DeviceConfiguration", &DEVICE_CONFIGURATION_TYPE),
        rt::Member::optional("EmailConfiguration", &EMAIL_CONFIGURATION_TYPE),
        rt::Member::optional("SmsConfiguration", &SMS_CONFIGURATION_TYPE),
        rt::Member::optional("UserPoolTags", &USER_POOL_TAGS_TYPE),
        rt::Member::optional("AdminCreateUserConfig", &ADMIN_CREATE_USER_CONFIG_TYPE),
        rt::Member::optional("UserPoolAddOns", &USER_POOL_ADD_ONS_TYPE),
        rt::Member::optional("DcrConfiguration", &DCR_CONFIGURATION_TYPE),
        rt::Member::optional("AccountRecoverySetting", &ACCOUNT_RECOVERY_SETTING_TYPE),
        rt::Member::optional("PoolName", &USER_POOL_NAME_TYPE),
        rt::Member::optional("UserPoolTier", &USER_POOL_TIER_TYPE),
        rt::Member::optional("KeyConfiguration", &KEY_CONFIGURATION_TYPE),
        rt::Member::optional("IssuerConfiguration", &ISSUER_CONFIGURATION_TYPE),
        rt::Member::optional("AcrConfiguration", &ACR_CONFIGURATION_TYPE),
    ],
);

pub(crate) static UPDATE_USER_POOL_RESPONSE: rt::Shape =
    rt::Shape::structure("UpdateUserPoolResponse", &[]);

pub(crate) static USER_ATTRIBUTE_UPDATE_SETTINGS_TYPE: rt::Shape = rt::Shape::structure(
    "UserAttributeUpdateSettingsType",
    &[rt::Member::optional(
        "AttributesRequireVerificationBeforeUpdate",
        &ATTRIBUTES_REQUIRE_VERIFICATION_BEFORE_UPDATE_TYPE,
    )],
);

pub(crate) static USER_CONTEXT_DATA_TYPE: rt::Shape = rt::Shape::structure(
    "UserContextDataType",
    &[
        rt::Member::optional("IpAddress", &STRING_TYPE),
        rt::Member::optional("EncodedData", &STRING_TYPE),
    ],
)
.sensitive();

pub(crate) static USER_FILTER_TYPE: rt::Shape = rt::Shape::text("UserFilterType").max(256);

pub(crate) static USER_IMPORT_JOB_ID_TYPE: rt::Shape = rt::Shape::text("UserImportJobIdType")
    .min(1)
    .max(55)
    .pattern(&patterns::USER_IMPORT_JOB_ID_TYPE);

pub(crate) static USER_IMPORT_JOB_NAME_TYPE: rt::Shape =
    rt::Shape::text("UserImportJobNameType").min(1).max(128).pattern(&patterns::CLIENT_NAME_TYPE);

pub(crate) static USER_IMPORT_JOB_STATUS_TYPE: rt::Shape =
    rt::Shape::enumeration("UserImportJobStatusType", super::UserImportJobStatusType::TEXTS);

pub(crate) static USER_IMPORT_JOB_TYPE: rt::Shape = rt::Shape::structure(
    "UserImportJobType",
    &[
        rt::Member::optional("JobName", &USER_IMPORT_JOB_NAME_TYPE),
        rt::Member::optional("JobId", &USER_IMPORT_JOB_ID_TYPE),
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("PreSignedUrl", &PRE_SIGNED_URL_TYPE),
        rt::Member::optional("CreationDate", &DATE_TYPE),
        rt::Member::optional("StartDate", &DATE_TYPE),
        rt::Member::optional("CompletionDate", &DATE_TYPE),
        rt::Member::optional("Status", &USER_IMPORT_JOB_STATUS_TYPE),
        rt::Member::optional("CloudWatchLogsRoleArn", &ARN_TYPE),
        rt::Member::optional("ImportedUsers", &LONG_TYPE),
        rt::Member::optional("SkippedUsers", &LONG_TYPE),
        rt::Member::optional("FailedUsers", &LONG_TYPE),
        rt::Member::optional("CompletionMessage", &COMPLETION_MESSAGE_TYPE),
        rt::Member::optional("PasswordHashingAlgorithm", &PASSWORD_HASHING_ALGORITHM_TYPE),
    ],
);

pub(crate) static USER_IMPORT_JOBS_LIST_TYPE: rt::Shape =
    rt::Shape::list("UserImportJobsListType", &USER_IMPORT_JOB_TYPE).min(1).max(50);

pub(crate) static USER_MFA_SETTING_LIST_TYPE: rt::Shape =
    rt::Shape::list("UserMFASettingListType", &STRING_TYPE);

pub(crate) static USER_POOL_ADD_ONS_TYPE: rt::Shape = rt::Shape::structure(
    "UserPoolAddOnsType",
    &[
        rt::Member::required("AdvancedSecurityMode", &ADVANCED_SECURITY_MODE_TYPE),
        rt::Member::optional(
            "AdvancedSecurityAdditionalFlows",
            &ADVANCED_SECURITY_ADDITIONAL_FLOWS_TYPE,
        ),
    ],
);

pub(crate) static USER_POOL_CLIENT_DESCRIPTION: rt::Shape = rt::Shape::structure(
    "UserPoolClientDescription",
    &[
        rt::Member::optional("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ClientName", &CLIENT_NAME_TYPE),
    ],
);

pub(crate) static USER_POOL_CLIENT_LIST_TYPE: rt::Shape =
    rt::Shape::list("UserPoolClientListType", &USER_POOL_CLIENT_DESCRIPTION);

pub(crate) static USER_POOL_CLIENT_TYPE: rt::Shape = rt::Shape::structure(
    "UserPoolClientType",
    &[
        rt::Member::optional("UserPoolId", &USER_POOL_ID_TYPE),
        rt::Member::optional("ClientName", &CLIENT_NAME_TYPE),
        rt::Member::optional("ClientId", &CLIENT_ID_TYPE),
        rt::Member::optional("ClientSecret", &CLIENT_SECRET_TYPE),
        rt::Member::optional("LastModifiedDate", &DATE_TYPE),
        rt::Member::optional("CreationDate", &DATE_TYPE),
        rt::Member::optional("RefreshTokenValidity", &REFRESH_TOKEN_VALIDITY_TYPE),
        rt::Member::optional("AccessTokenValidity", &ACCESS_TOKEN_VALIDITY_TYPE),
        rt::Member::optional("IdTokenValidity", &ID_TOKEN_VALIDITY_TYPE),
        rt::Member::optional("TokenValidityUnits", &TOKEN_VALIDITY_UNITS_TYPE),
        rt::Member::optional("ReadAttributes", &CLIENT_PERMISSION_LIST_TYPE),
        rt::Member::optional("WriteAttributes", &CLIENT_PERMISSION_LIST_TYPE),
        rt::Member::optional("ExplicitAuthFlows", &EXPLICIT_AUTH_FLOWS_LIST_TYPE),
        rt::Member::optional("SupportedIdentityProviders", &SUPPORTED_IDENTITY_PROVIDERS_LIST_TYPE),
        rt::Member::optional("CallbackURLs", &CALLBACK_URLS_LIST_TYPE),
        rt::Member::optional("LogoutURLs", &LOGOUT_URLS_LIST_TYPE),
        rt::Member::optional("DefaultRedirectURI", &REDIRECT_URL_TYPE),
        rt::Member::optional("AllowedOAuthFlows", &OAUTH_FLOWS_TYPE),
        rt::Member::optional("AllowedOAuthScopes", &SCOPE_LIST_TYPE),
        rt::Member::optional("AllowedOAuthFlowsUserPoolClient", &BOOLEAN_TYPE),
        rt::Member::optional("AnalyticsConfiguration", &ANALYTICS_CONFIGURATION_TYPE),
        rt::Member::optional("PreventUserExistenceErrors", &PREVENT_USER_EXISTENCE_ERROR_TYPES),
        rt::Member::optional("EnableTokenRevocation", &WRAPPED_BOOLEAN_TYPE),
        rt::Member::optional("EnablePropagateAdditionalUserContextData", &WRAPPED_BOOLEAN_TYPE),
        rt::Member::optional("AuthSessionValidity", &AUTH_SESSION_VALIDITY_TYPE),
        rt::Member::optional("RefreshTokenRotation", &REFRESH_TOKEN_ROTATION_TYPE),
        rt::Member::optional("ClientType", &CLIENT_TYPE_TYPE),
    ],
);

pub(crate) static USER_POOL_DESCRIPTION_TYPE: rt::Shape = rt::Shape::structure(
    "UserPoolDescriptionType",
    &[
        rt::Member::optional("Id", &USER_POOL_ID_TYPE),
        rt::Member::optional("Name", &USER_POOL_NAME_TYPE),
        rt::Member::optional("LambdaConfig", &LAMBDA_CONFIG_TYPE),
        rt::Member::optional("Status", &STATUS_TYPE),
        rt::Member::optional("LastModifiedDate", &DATE_TYPE),
        rt::Member::optional("CreationDate", &DATE_TYPE),
        rt::Member::optional("ReplicaRegions", &REPLICA_REGIONS_TYPE),
    ],
);

pub(crate) static USER_POOL_ID_TYPE: rt::Shape =
    rt::Shape::text("UserPoolIdType").min(1).max(55).pattern(&patterns::USER_POOL_ID_TYPE);

pub(crate) static USER_POOL_LIST_TYPE: rt::Shape =
    rt::Shape::list("UserPoolListType", &USER_POOL_DESCRIPTION_TYPE);

pub(crate) static USER_POOL_MFA_TYPE: rt::Shape =
    rt::Shape::enumeration("UserPoolMfaType", super::UserPoolMfaType::TEXTS);

pub(crate) static USER_POOL_NAME_TYPE: rt::Shape =
    rt::Shape::text("UserPoolNameType").min(1).max(128).pattern(&patterns::CLIENT_NAME_TYPE);

pub(crate) static USER_POOL_POLICY_TYPE: rt::Shape = rt::Shape::structure(
    "UserPoolPolicyType",
    &[
        rt::Member::optional("PasswordPolicy", &PASSWORD_POLICY_TYPE),
        rt::Member::optional("SignInPolicy", &SIGN_IN_POLICY_TYPE),
    ],
);

pub(crate) static USER_POOL_REPLICA_LIST_TYPE: rt::Shape =
    rt::Shape::list("UserPoolReplicaListType", &USER_POOL_REPLICA_TYPE);

pub(crate) static USER_POOL_REPLICA_TYPE: rt::Shape = rt::Shape::structure(
    "UserPoolReplicaType",
    &[
        rt::Member::optional("RegionName", &REGION_NAME_TYPE),
        rt::Member::optional("Status", &REPLICA_STATUS_TYPE),
        rt::Member::optional("Role", &REPLICA_ROLE_TYPE),
        rt::Member::optional("UserPoolArn", &ARN_TYPE),
    ],
);

pub(crate) static USER_POOL_TAGS_LIST_TYPE: rt::Shape =
    rt::Shape::list("UserPoolTagsListType", &TAG_KEYS_TYPE);

pub(crate) static USER_POOL_TAGS_TYPE: rt::Shape =
    rt::Shape::map("UserPoolTagsType", &TAG_KEYS_TYPE, &TAG_VALUE_TYPE);

pub(crate) static USER_POOL_TIER_TYPE: rt::Shape =
    rt::Shape::enumeration("UserPoolTierType", super::UserPoolTierType::TEXTS);

pub(crate) static USER_POOL_TOKEN_SESSION_CONFIG_TYPE: rt::Shape = rt::Shape::structure(
    "UserPoolTokenSessionConfigType",
    &[rt::Member::required("MaxPerUser", &MAX_SESSIONS_PER_USER_TYPE)],
);

pub(crate) static USER_POOL_TYPE: rt::Shape = rt::Shape::structure(
    "UserPoolType",
    &[
        rt::Member::optional("Id", &USER_POOL_ID_TYPE),
        rt::Member::optional("Name", &USER_POOL_NAME_TYPE),
        rt::Member::optional("Policies", &USER_POOL_POLICY_TYPE),
        rt::Member::optional("DeletionProtection", &DELETION_PROTECTION_TYPE),
        rt::Member::optional("LambdaConfig", &LAMBDA_CONFIG_TYPE),
        rt::Member::optional("Status", &STATUS_TYPE),
        rt::Member::optional("LastModifiedDate", &DATE_TYPE),
        rt::Member::optional("CreationDate", &DATE_TYPE),
        rt::Member::optional("SchemaAttributes", &SCHEMA_ATTRIBUTES_LIST_TYPE),
        rt::Member::optional("AutoVerifiedAttributes", &VERIFIED_ATTRIBUTES_LIST_TYPE),
        rt::Member::optional("AliasAttributes", &ALIAS_ATTRIBUTES_LIST_TYPE),
        rt::Member::optional("UsernameAttributes", &USERNAME_ATTRIBUTES_LIST_TYPE),
        rt::Member::optional("SmsVerificationMessage", &SMS_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("EmailVerificationMessage", &EMAIL_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("EmailVerificationSubject", &EMAIL_VERIFICATION_SUBJECT_TYPE),
        rt::Member::optional("VerificationMessageTemplate", &VERIFICATION_MESSAGE_TEMPLATE_TYPE),
        rt::Member::optional("SmsAuthenticationMessage", &SMS_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("UserAttributeUpdateSettings", &USER_ATTRIBUTE_UPDATE_SETTINGS_TYPE),
        rt::Member::optional("MfaConfiguration", &USER_POOL_MFA_TYPE),
        rt::Member::optional("DeviceConfiguration", &DEVICE_CONFIGURATION_TYPE),
        rt::Member::optional("EstimatedNumberOfUsers", &INTEGER_TYPE),
        rt::Member::optional("EmailConfiguration", &EMAIL_CONFIGURATION_TYPE),
        rt::Member::optional("SmsConfiguration", &SMS_CONFIGURATION_TYPE),
        rt::Member::optional("UserPoolTags", &USER_POOL_TAGS_TYPE),
        rt::Member::optional("SmsConfigurationFailure", &STRING_TYPE),
        rt::Member::optional("EmailConfigurationFailure", &STRING_TYPE),
        rt::Member::optional("Domain", &DOMAIN_TYPE),
        rt::Member::optional("CustomDomain", &DOMAIN_TYPE),
        rt::Member::optional("AdminCreateUserConfig", &ADMIN_CREATE_USER_CONFIG_TYPE),
        rt::Member::optional("UserPoolAddOns", &USER_POOL_ADD_ONS_TYPE),
        rt::Member::optional("DcrConfiguration", &DCR_CONFIGURATION_TYPE),
        rt::Member::optional("UsernameConfiguration", &USERNAME_CONFIGURATION_TYPE),
        rt::Member::optional("Arn", &ARN_TYPE),
        rt::Member::optional("AccountRecoverySetting", &ACCOUNT_RECOVERY_SETTING_TYPE),
        rt::Member::optional("UserPoolTier", &USER_POOL_TIER_TYPE),
        rt::Member::optional("KeyConfiguration", &KEY_CONFIGURATION_TYPE),
        rt::Member::optional("IssuerConfiguration", &ISSUER_CONFIGURATION_TYPE),
        rt::Member::optional("AcrConfiguration", &ACR_CONFIGURATION_TYPE),
    ],
);

pub(crate) static USER_SESSION_TRACKING_TYPE: rt::Shape =
    rt::Shape::enumeration("UserSessionTrackingType", super::UserSessionTrackingType::TEXTS);

pub(crate) static USER_STATUS_TYPE: rt::Shape =
    rt::Shape::enumeration("UserStatusType", super::UserStatusType::TEXTS);

pub(crate) static USER_TYPE: rt::Shape = rt::Shape::structure(
    "UserType",
    &[
        rt::Member::optional("Username", &USERNAME_TYPE),
        rt::Member::optional("Attributes", &ATTRIBUTE_LIST_TYPE),
        rt::Member::optional("UserCreateDate", &DATE_TYPE),
        rt::Member::optional("UserLastModifiedDate", &DATE_TYPE),
        rt::Member::optional("Enabled", &BOOLEAN_TYPE),
        rt::Member::optional("UserStatus", &USER_STATUS_TYPE),
        rt::Member::optional("MFAOptions", &MFA_OPTION_LIST_TYPE),
    ],
);

pub(crate) static USER_VERIFICATION_TYPE: rt::Shape =
    rt::Shape::enumeration("UserVerificationType", super::UserVerificationType::TEXTS);

pub(crate) static USERNAME_ATTRIBUTE_TYPE: rt::Shape =
    rt::Shape::enumeration("UsernameAttributeType", super::UsernameAttributeType::TEXTS);

pub(crate) static USERNAME_ATTRIBUTES_LIST_TYPE: rt::Shape =
    rt::Shape::list("UsernameAttributesListType", &USERNAME_ATTRIBUTE_TYPE);

pub(crate) static USERNAME_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "UsernameConfigurationType",
    &[rt::Member::required("CaseSensitive", &WRAPPED_BOOLEAN_TYPE)],
);

pub(crate) static USERNAME_TYPE: rt::Shape = rt::Shape::text("UsernameType")
    .min(1)
    .max(128)
    .pattern(&patterns::CUSTOM_ATTRIBUTE_NAME_TYPE)
    .sensitive();

pub(crate) static USERS_LIST_TYPE: rt::Shape = rt::Shape::list("UsersListType", &USER_TYPE);

pub(crate) static VERIFICATION_MESSAGE_TEMPLATE_TYPE: rt::Shape = rt::Shape::structure(
    "VerificationMessageTemplateType",
    &[
        rt::Member::optional("SmsMessage", &SMS_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("EmailMessage", &EMAIL_VERIFICATION_MESSAGE_TYPE),
        rt::Member::optional("EmailSubject", &EMAIL_VERIFICATION_SUBJECT_TYPE),
        rt::Member::optional("EmailMessageByLink", &EMAIL_VERIFICATION_MESSAGE_BY_LINK_TYPE),
        rt::Member::optional("EmailSubjectByLink", &EMAIL_VERIFICATION_SUBJECT_BY_LINK_TYPE),
        rt::Member::optional("DefaultEmailOption", &DEFAULT_EMAIL_OPTION_TYPE),
    ],
);

pub(crate) static VERIFIED_ATTRIBUTE_TYPE: rt::Shape =
    rt::Shape::enumeration("VerifiedAttributeType", super::VerifiedAttributeType::TEXTS);

pub(crate) static VERIFIED_ATTRIBUTES_LIST_TYPE: rt::Shape =
    rt::Shape::list("VerifiedAttributesListType", &VERIFIED_ATTRIBUTE_TYPE);

pub(crate) static VERIFY_SOFTWARE_TOKEN_REQUEST: rt::Shape = rt::Shape::structure(
    "VerifySoftwareTokenRequest",
    &[
        rt::Member::optional("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
        rt::Member::required("UserCode", &SOFTWARE_TOKEN_MFA_USER_CODE_TYPE),
        rt::Member::optional("FriendlyDeviceName", &STRING_TYPE),
    ],
);

pub(crate) static VERIFY_SOFTWARE_TOKEN_RESPONSE: rt::Shape = rt::Shape::structure(
    "VerifySoftwareTokenResponse",
    &[
        rt::Member::optional("Status", &VERIFY_SOFTWARE_TOKEN_RESPONSE_TYPE),
        rt::Member::optional("Session", &SESSION_TYPE),
    ],
);

pub(crate) static VERIFY_SOFTWARE_TOKEN_RESPONSE_TYPE: rt::Shape = rt::Shape::enumeration(
    "VerifySoftwareTokenResponseType",
    super::VerifySoftwareTokenResponseType::TEXTS,
);

pub(crate) static VERIFY_USER_ATTRIBUTE_REQUEST: rt::Shape = rt::Shape::structure(
    "VerifyUserAttributeRequest",
    &[
        rt::Member::required("AccessToken", &TOKEN_MODEL_TYPE),
        rt::Member::required("AttributeName", &ATTRIBUTE_NAME_TYPE),
        rt::Member::required("Code", &CONFIRMATION_CODE_TYPE),
    ],
);

pub(crate) static VERIFY_USER_ATTRIBUTE_RESPONSE: rt::Shape =
    rt::Shape::structure("VerifyUserAttributeResponse", &[]);

pub(crate) static WEB_AUTHN_AUTHENTICATOR_ATTACHMENT_TYPE: rt::Shape =
    rt::Shape::text("WebAuthnAuthenticatorAttachmentType");

pub(crate) static WEB_AUTHN_AUTHENTICATOR_TRANSPORT_TYPE: rt::Shape =
    rt::Shape::text("WebAuthnAuthenticatorTransportType");

pub(crate) static WEB_AUTHN_AUTHENTICATOR_TRANSPORTS_LIST: rt::Shape =
    rt::Shape::list("WebAuthnAuthenticatorTransportsList", &WEB_AUTHN_AUTHENTICATOR_TRANSPORT_TYPE);

pub(crate) static WEB_AUTHN_CONFIGURATION_TYPE: rt::Shape = rt::Shape::structure(
    "WebAuthnConfigurationType",
    &[
        rt::Member::optional("RelyingPartyId", &RELYING_PARTY_ID_TYPE),
        rt::Member::optional("UserVerification", &USER_VERIFICATION_TYPE),
        rt::Member::optional("FactorConfiguration", &WEB_AUTHN_FACTOR_CONFIGURATION_TYPE),
    ],
);

pub(crate) static WEB_AUTHN_CREDENTIAL_DESCRIPTION: rt::Shape = rt::Shape::structure(
    "WebAuthnCredentialDescription",
    &[
        rt::Member::required("CredentialId", &STRING_TYPE),
        rt::Member::required("FriendlyCredentialName", &STRING_TYPE),
        rt::Member::required("RelyingPartyId", &STRING_TYPE),
        rt::Member::optional("AuthenticatorAttachment", &WEB_AUTHN_AUTHENTICATOR_ATTACHMENT_TYPE),
        rt::Member::required("AuthenticatorTransports", &WEB_AUTHN_AUTHENTICATOR_TRANSPORTS_LIST),
        rt::Member::required("CreatedAt", &DATE_TYPE),
    ],
);

pub(crate) static WEB_AUTHN_CREDENTIAL_DESCRIPTION_LIST_TYPE: rt::Shape =
    rt::Shape::list("WebAuthnCredentialDescriptionListType", &WEB_AUTHN_CREDENTIAL_DESCRIPTION);

pub(crate) static WEB_AUTHN_CREDENTIALS_QUERY_LIMIT_TYPE: rt::Shape =
    rt::Shape::integer("WebAuthnCredentialsQueryLimitType").min(0).max(20);

pub(crate) static WEB_AUTHN_FACTOR_CONFIGURATION_TYPE: rt::Shape = rt::Shape::enumeration(
    "WebAuthnFactorConfigurationType",
    super::WebAuthnFactorConfigurationType::TEXTS,
);

pub(crate) static WEB_AUTHN_MFA_SETTINGS_TYPE: rt::Shape = rt::Shape::structure(
    "WebAuthnMfaSettingsType",
    &[rt::Member::optional("Enabled", &BOOLEAN_TYPE)],
);

pub(crate) static WRAPPED_BOOLEAN_TYPE: rt::Shape = rt::Shape::boolean("WrappedBooleanType");

pub(crate) static WRAPPED_INTEGER_TYPE: rt::Shape = rt::Shape::integer("WrappedIntegerType");
