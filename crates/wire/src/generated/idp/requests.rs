// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Requests.

use super::shapes;
use crate::rt;

/// Structure `AddCustomAttributesRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AddCustomAttributesRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `CustomAttributes`, required.
    pub custom_attributes: Vec<super::SchemaAttributeType>,
}

impl rt::Decode for AddCustomAttributesRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            custom_attributes: at.required(
                &mut members,
                "CustomAttributes",
                &shapes::CUSTOM_ATTRIBUTES_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AddCustomAttributesRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("CustomAttributes", &self.custom_attributes);
        object.end();
    }
}

/// Structure `AddUserPoolClientSecretRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AddUserPoolClientSecretRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `ClientSecret`.
    pub client_secret: Option<rt::Sensitive<String>>,
}

impl rt::Decode for AddUserPoolClientSecretRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            client_secret: at.optional(
                &mut members,
                "ClientSecret",
                &shapes::CLIENT_SECRET_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AddUserPoolClientSecretRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.optional("ClientSecret", &self.client_secret);
        object.end();
    }
}

/// Structure `AdminAddUserToGroupRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminAddUserToGroupRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `GroupName`, required.
    pub group_name: String,
}

impl rt::Decode for AdminAddUserToGroupRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            group_name: at.required(&mut members, "GroupName", &shapes::GROUP_NAME_TYPE)?,
        })
    }
}

impl rt::Encode for AdminAddUserToGroupRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.required("GroupName", &self.group_name);
        object.end();
    }
}

/// Structure `AdminConfirmSignUpRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminConfirmSignUpRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for AdminConfirmSignUpRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminConfirmSignUpRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `AdminCreateUserRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminCreateUserRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `UserAttributes`.
    pub user_attributes: Option<Vec<super::AttributeType>>,
    /// Member `ValidationData`.
    pub validation_data: Option<Vec<super::AttributeType>>,
    /// Member `TemporaryPassword`.
    pub temporary_password: Option<rt::Sensitive<String>>,
    /// Member `ForceAliasCreation`.
    pub force_alias_creation: Option<bool>,
    /// Member `MessageAction`.
    pub message_action: Option<super::MessageActionType>,
    /// Member `DesiredDeliveryMediums`.
    pub desired_delivery_mediums: Option<Vec<super::DeliveryMediumType>>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for AdminCreateUserRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            user_attributes: at.optional(
                &mut members,
                "UserAttributes",
                &shapes::ATTRIBUTE_LIST_TYPE,
            )?,
            validation_data: at.optional(
                &mut members,
                "ValidationData",
                &shapes::ATTRIBUTE_LIST_TYPE,
            )?,
            temporary_password: at.optional(
                &mut members,
                "TemporaryPassword",
                &shapes::PASSWORD_TYPE,
            )?,
            force_alias_creation: at.optional(
                &mut members,
                "ForceAliasCreation",
                &shapes::FORCE_ALIAS_CREATION,
            )?,
            message_action: at.optional(
                &mut members,
                "MessageAction",
                &shapes::MESSAGE_ACTION_TYPE,
            )?,
            desired_delivery_mediums: at.optional(
                &mut members,
                "DesiredDeliveryMediums",
                &shapes::DELIVERY_MEDIUM_LIST_TYPE,
            )?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminCreateUserRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.optional("UserAttributes", &self.user_attributes);
        object.optional("ValidationData", &self.validation_data);
        object.optional("TemporaryPassword", &self.temporary_password);
        object.optional("ForceAliasCreation", &self.force_alias_creation);
        object.optional("MessageAction", &self.message_action);
        object.optional("DesiredDeliveryMediums", &self.desired_delivery_mediums);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `AdminDeleteSoftwareTokenRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminDeleteSoftwareTokenRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
}

impl rt::Decode for AdminDeleteSoftwareTokenRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
        })
    }
}

impl rt::Encode for AdminDeleteSoftwareTokenRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.end();
    }
}

/// Structure `AdminDeleteUserAttributesRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminDeleteUserAttributesRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `UserAttributeNames`, required.
    pub user_attribute_names: Vec<String>,
}

impl rt::Decode for AdminDeleteUserAttributesRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            user_attribute_names: at.required(
                &mut members,
                "UserAttributeNames",
                &shapes::ATTRIBUTE_NAME_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminDeleteUserAttributesRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.required("UserAttributeNames", &self.user_attribute_names);
        object.end();
    }
}

/// Structure `AdminDeleteUserRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminDeleteUserRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
}

impl rt::Decode for AdminDeleteUserRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
        })
    }
}

impl rt::Encode for AdminDeleteUserRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.end();
    }
}

/// Structure `AdminDisableProviderForUserRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminDisableProviderForUserRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `User`, required.
    pub user: super::ProviderUserIdentifierType,
}

impl rt::Decode for AdminDisableProviderForUserRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::STRING_TYPE)?,
            user: at.required(&mut members, "User", &shapes::PROVIDER_USER_IDENTIFIER_TYPE)?,
        })
    }
}

impl rt::Encode for AdminDisableProviderForUserRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("User", &self.user);
        object.end();
    }
}

/// Structure `AdminDisableUserRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminDisableUserRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
}

impl rt::Decode for AdminDisableUserRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
        })
    }
}

impl rt::Encode for AdminDisableUserRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.end();
    }
}

/// Structure `AdminEnableUserRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminEnableUserRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
}

impl rt::Decode for AdminEnableUserRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
        })
    }
}

impl rt::Encode for AdminEnableUserRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.end();
    }
}

/// Structure `AdminForgetDeviceRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminForgetDeviceRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `DeviceKey`, required.
    pub device_key: String,
}

impl rt::Decode for AdminForgetDeviceRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            device_key: at.required(&mut members, "DeviceKey", &shapes::DEVICE_KEY_TYPE)?,
        })
    }
}

impl rt::Encode for AdminForgetDeviceRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.required("DeviceKey", &self.device_key);
        object.end();
    }
}

/// Structure `AdminGetDeviceRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminGetDeviceRequest {
    /// Member `DeviceKey`, required.
    pub device_key: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
}

impl rt::Decode for AdminGetDeviceRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            device_key: at.required(&mut members, "DeviceKey", &shapes::DEVICE_KEY_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
        })
    }
}

impl rt::Encode for AdminGetDeviceRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("DeviceKey", &self.device_key);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.end();
    }
}

/// Structure `AdminGetUserAuthFactorsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminGetUserAuthFactorsRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
}

impl rt::Decode for AdminGetUserAuthFactorsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
        })
    }
}

impl rt::Encode for AdminGetUserAuthFactorsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.end();
    }
}

/// Structure `AdminGetUserRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminGetUserRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
}

impl rt::Decode for AdminGetUserRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
        })
    }
}

impl rt::Encode for AdminGetUserRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.end();
    }
}

/// Structure `AdminInitiateAuthRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminInitiateAuthRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `AuthFlow`, required.
    pub auth_flow: super::AuthFlowType,
    /// Member `AuthParameters`.
    pub auth_parameters: Option<rt::Sensitive<rt::BTreeMap<String, String>>>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
    /// Member `AnalyticsMetadata`.
    pub analytics_metadata: Option<super::AnalyticsMetadataType>,
    /// Member `ContextData`.
    pub context_data: Option<super::ContextDataType>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
}

impl rt::Decode for AdminInitiateAuthRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            auth_flow: at.required(&mut members, "AuthFlow", &shapes::AUTH_FLOW_TYPE)?,
            auth_parameters: at.optional(
                &mut members,
                "AuthParameters",
                &shapes::AUTH_PARAMETERS_TYPE,
            )?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
            analytics_metadata: at.optional(
                &mut members,
                "AnalyticsMetadata",
                &shapes::ANALYTICS_METADATA_TYPE,
            )?,
            context_data: at.optional(&mut members, "ContextData", &shapes::CONTEXT_DATA_TYPE)?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
        })
    }
}

impl rt::Encode for AdminInitiateAuthRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.required("AuthFlow", &self.auth_flow);
        object.optional("AuthParameters", &self.auth_parameters);
        object.optional("ClientMetadata", &self.client_metadata);
        object.optional("AnalyticsMetadata", &self.analytics_metadata);
        object.optional("ContextData", &self.context_data);
        object.optional("Session", &self.session);
        object.end();
    }
}

/// Structure `AdminLinkProviderForUserRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminLinkProviderForUserRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `DestinationUser`, required.
    pub destination_user: super::ProviderUserIdentifierType,
    /// Member `SourceUser`, required.
    pub source_user: super::ProviderUserIdentifierType,
}

impl rt::Decode for AdminLinkProviderForUserRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::STRING_TYPE)?,
            destination_user: at.required(
                &mut members,
                "DestinationUser",
                &shapes::PROVIDER_USER_IDENTIFIER_TYPE,
            )?,
            source_user: at.required(
                &mut members,
                "SourceUser",
                &shapes::PROVIDER_USER_IDENTIFIER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminLinkProviderForUserRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("DestinationUser", &self.destination_user);
        object.required("SourceUser", &self.source_user);
        object.end();
    }
}

/// Structure `AdminListDevicesRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminListDevicesRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `Limit`.
    pub limit: Option<i32>,
    /// Member `PaginationToken`.
    pub pagination_token: Option<String>,
}

impl rt::Decode for AdminListDevicesRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            limit: at.optional(&mut members, "Limit", &shapes::QUERY_LIMIT_TYPE)?,
            pagination_token: at.optional(
                &mut members,
                "PaginationToken",
                &shapes::SEARCH_PAGINATION_TOKEN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminListDevicesRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.optional("Limit", &self.limit);
        object.optional("PaginationToken", &self.pagination_token);
        object.end();
    }
}

/// Structure `AdminListGroupsForUserRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminListGroupsForUserRequest {
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Limit`.
    pub limit: Option<i32>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for AdminListGroupsForUserRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            limit: at.optional(&mut members, "Limit", &shapes::QUERY_LIMIT_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for AdminListGroupsForUserRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Username", &self.username);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("Limit", &self.limit);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `AdminListUserAuthEventsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminListUserAuthEventsRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `MaxResults`.
    pub max_results: Option<i32>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for AdminListUserAuthEventsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            max_results: at.optional(&mut members, "MaxResults", &shapes::QUERY_LIMIT_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for AdminListUserAuthEventsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.optional("MaxResults", &self.max_results);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `AdminListUserSessionsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminListUserSessionsRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for AdminListUserSessionsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for AdminListUserSessionsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `AdminRemoveUserFromGroupRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminRemoveUserFromGroupRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `GroupName`, required.
    pub group_name: String,
}

impl rt::Decode for AdminRemoveUserFromGroupRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            group_name: at.required(&mut members, "GroupName", &shapes::GROUP_NAME_TYPE)?,
        })
    }
}

impl rt::Encode for AdminRemoveUserFromGroupRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.required("GroupName", &self.group_name);
        object.end();
    }
}

/// Structure `AdminResetUserPasswordRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminResetUserPasswordRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for AdminResetUserPasswordRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminResetUserPasswordRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `AdminRespondToAuthChallengeRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminRespondToAuthChallengeRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `ChallengeName`, required.
    pub challenge_name: super::ChallengeNameType,
    /// Member `ChallengeResponses`.
    pub challenge_responses: Option<rt::Sensitive<rt::BTreeMap<String, String>>>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
    /// Member `AnalyticsMetadata`.
    pub analytics_metadata: Option<super::AnalyticsMetadataType>,
    /// Member `ContextData`.
    pub context_data: Option<super::ContextDataType>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for AdminRespondToAuthChallengeRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            challenge_name: at.required(
                &mut members,
                "ChallengeName",
                &shapes::CHALLENGE_NAME_TYPE,
            )?,
            challenge_responses: at.optional(
                &mut members,
                "ChallengeResponses",
                &shapes::CHALLENGE_RESPONSES_TYPE,
            )?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
            analytics_metadata: at.optional(
                &mut members,
                "AnalyticsMetadata",
                &shapes::ANALYTICS_METADATA_TYPE,
            )?,
            context_data: at.optional(&mut members, "ContextData", &shapes::CONTEXT_DATA_TYPE)?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminRespondToAuthChallengeRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.required("ChallengeName", &self.challenge_name);
        object.optional("ChallengeResponses", &self.challenge_responses);
        object.optional("Session", &self.session);
        object.optional("AnalyticsMetadata", &self.analytics_metadata);
        object.optional("ContextData", &self.context_data);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `AdminRevokeUserSessionRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminRevokeUserSessionRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `SessionId`, required.
    pub session_id: String,
    /// Member `RevokeAssociatedSessions`.
    pub revoke_associated_sessions: Option<super::RevokeAssociatedSessionsType>,
}

impl rt::Decode for AdminRevokeUserSessionRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            session_id: at.required(&mut members, "SessionId", &shapes::SESSION_ID_TYPE)?,
            revoke_associated_sessions: at.optional(
                &mut members,
                "RevokeAssociatedSessions",
                &shapes::REVOKE_ASSOCIATED_SESSIONS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminRevokeUserSessionRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.required("SessionId", &self.session_id);
        object.optional("RevokeAssociatedSessions", &self.revoke_associated_sessions);
        object.end();
    }
}

/// Structure `AdminSetUserMFAPreferenceRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminSetUserMFAPreferenceRequest {
    /// Member `SMSMfaSettings`.
    pub sms_mfa_settings: Option<super::SMSMfaSettingsType>,
    /// Member `SoftwareTokenMfaSettings`.
    pub software_token_mfa_settings: Option<super::SoftwareTokenMfaSettingsType>,
    /// Member `EmailMfaSettings`.
    pub email_mfa_settings: Option<super::EmailMfaSettingsType>,
    /// Member `WebAuthnMfaSettings`.
    pub web_authn_mfa_settings: Option<super::WebAuthnMfaSettingsType>,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for AdminSetUserMFAPreferenceRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            sms_mfa_settings: at.optional(
                &mut members,
                "SMSMfaSettings",
                &shapes::SMS_MFA_SETTINGS_TYPE,
            )?,
            software_token_mfa_settings: at.optional(
                &mut members,
                "SoftwareTokenMfaSettings",
                &shapes::SOFTWARE_TOKEN_MFA_SETTINGS_TYPE,
            )?,
            email_mfa_settings: at.optional(
                &mut members,
                "EmailMfaSettings",
                &shapes::EMAIL_MFA_SETTINGS_TYPE,
            )?,
            web_authn_mfa_settings: at.optional(
                &mut members,
                "WebAuthnMfaSettings",
                &shapes::WEB_AUTHN_MFA_SETTINGS_TYPE,
            )?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for AdminSetUserMFAPreferenceRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("SMSMfaSettings", &self.sms_mfa_settings);
        object.optional("SoftwareTokenMfaSettings", &self.software_token_mfa_settings);
        object.optional("EmailMfaSettings", &self.email_mfa_settings);
        object.optional("WebAuthnMfaSettings", &self.web_authn_mfa_settings);
        object.required("Username", &self.username);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `AdminSetUserPasswordRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminSetUserPasswordRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `Password`, required.
    pub password: rt::Sensitive<String>,
    /// Member `Permanent`.
    pub permanent: Option<bool>,
}

impl rt::Decode for AdminSetUserPasswordRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            password: at.required(&mut members, "Password", &shapes::PASSWORD_TYPE)?,
            permanent: at.optional(&mut members, "Permanent", &shapes::BOOLEAN_TYPE)?,
        })
    }
}

impl rt::Encode for AdminSetUserPasswordRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.required("Password", &self.password);
        object.optional("Permanent", &self.permanent);
        object.end();
    }
}

/// Structure `AdminSetUserSettingsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminSetUserSettingsRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `MFAOptions`, required.
    pub mfa_options: Vec<super::MFAOptionType>,
}

impl rt::Decode for AdminSetUserSettingsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            mfa_options: at.required(&mut members, "MFAOptions", &shapes::MFA_OPTION_LIST_TYPE)?,
        })
    }
}

impl rt::Encode for AdminSetUserSettingsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.required("MFAOptions", &self.mfa_options);
        object.end();
    }
}

/// Structure `AdminUpdateAuthEventFeedbackRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminUpdateAuthEventFeedbackRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `EventId`, required.
    pub event_id: String,
    /// Member `FeedbackValue`, required.
    pub feedback_value: super::FeedbackValueType,
}

impl rt::Decode for AdminUpdateAuthEventFeedbackRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            event_id: at.required(&mut members, "EventId", &shapes::EVENT_ID_TYPE)?,
            feedback_value: at.required(
                &mut members,
                "FeedbackValue",
                &shapes::FEEDBACK_VALUE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminUpdateAuthEventFeedbackRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.required("EventId", &self.event_id);
        object.required("FeedbackValue", &self.feedback_value);
        object.end();
    }
}

/// Structure `AdminUpdateDeviceStatusRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminUpdateDeviceStatusRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `DeviceKey`, required.
    pub device_key: String,
    /// Member `DeviceRememberedStatus`.
    pub device_remembered_status: Option<super::DeviceRememberedStatusType>,
}

impl rt::Decode for AdminUpdateDeviceStatusRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            device_key: at.required(&mut members, "DeviceKey", &shapes::DEVICE_KEY_TYPE)?,
            device_remembered_status: at.optional(
                &mut members,
                "DeviceRememberedStatus",
                &shapes::DEVICE_REMEMBERED_STATUS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminUpdateDeviceStatusRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.required("DeviceKey", &self.device_key);
        object.optional("DeviceRememberedStatus", &self.device_remembered_status);
        object.end();
    }
}

/// Structure `AdminUpdateUserAttributesRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminUpdateUserAttributesRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `UserAttributes`, required.
    pub user_attributes: Vec<super::AttributeType>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for AdminUpdateUserAttributesRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            user_attributes: at.required(
                &mut members,
                "UserAttributes",
                &shapes::ATTRIBUTE_LIST_TYPE,
            )?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminUpdateUserAttributesRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.required("UserAttributes", &self.user_attributes);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `AdminUserGlobalSignOutRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminUserGlobalSignOutRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
}

impl rt::Decode for AdminUserGlobalSignOutRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
        })
    }
}

impl rt::Encode for AdminUserGlobalSignOutRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.end();
    }
}

/// Structure `AssociateSoftwareTokenRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AssociateSoftwareTokenRequest {
    /// Member `AccessToken`.
    pub access_token: Option<rt::Sensitive<String>>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
}

impl rt::Decode for AssociateSoftwareTokenRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.optional(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
        })
    }
}

impl rt::Encode for AssociateSoftwareTokenRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AccessToken", &self.access_token);
        object.optional("Session", &self.session);
        object.end();
    }
}

/// Structure `ChangePasswordRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ChangePasswordRequest {
    /// Member `PreviousPassword`.
    pub previous_password: Option<rt::Sensitive<String>>,
    /// Member `ProposedPassword`, required.
    pub proposed_password: rt::Sensitive<String>,
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
}

impl rt::Decode for ChangePasswordRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            previous_password: at.optional(
                &mut members,
                "PreviousPassword",
                &shapes::PASSWORD_TYPE,
            )?,
            proposed_password: at.required(
                &mut members,
                "ProposedPassword",
                &shapes::PASSWORD_TYPE,
            )?,
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
        })
    }
}

impl rt::Encode for ChangePasswordRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("PreviousPassword", &self.previous_password);
        object.required("ProposedPassword", &self.proposed_password);
        object.required("AccessToken", &self.access_token);
        object.end();
    }
}

/// Structure `CompleteWebAuthnRegistrationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CompleteWebAuthnRegistrationRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `Credential`, required.
    pub credential: rt::Document,
}

impl rt::Decode for CompleteWebAuthnRegistrationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            credential: at.required(&mut members, "Credential", &shapes::DOCUMENT)?,
        })
    }
}

impl rt::Encode for CompleteWebAuthnRegistrationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.required("Credential", &self.credential);
        object.end();
    }
}

/// Structure `ConfirmDeviceRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ConfirmDeviceRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `DeviceKey`, required.
    pub device_key: String,
    /// Member `DeviceSecretVerifierConfig`.
    pub device_secret_verifier_config: Option<super::DeviceSecretVerifierConfigType>,
    /// Member `DeviceName`.
    pub device_name: Option<String>,
}

impl rt::Decode for ConfirmDeviceRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            device_key: at.required(&mut members, "DeviceKey", &shapes::DEVICE_KEY_TYPE)?,
            device_secret_verifier_config: at.optional(
                &mut members,
                "DeviceSecretVerifierConfig",
                &shapes::DEVICE_SECRET_VERIFIER_CONFIG_TYPE,
            )?,
            device_name: at.optional(&mut members, "DeviceName", &shapes::DEVICE_NAME_TYPE)?,
        })
    }
}

impl rt::Encode for ConfirmDeviceRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.required("DeviceKey", &self.device_key);
        object.optional("DeviceSecretVerifierConfig", &self.device_secret_verifier_config);
        object.optional("DeviceName", &self.device_name);
        object.end();
    }
}

/// Structure `ConfirmForgotPasswordRequest`.
#[derive(Clone, Default, PartialEq)]
pub struct ConfirmForgotPasswordRequest {
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `SecretHash`.
    pub secret_hash: Option<rt::Sensitive<String>>,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `ConfirmationCode`, required.
    pub confirmation_code: String,
    /// Member `Password`, required.
    pub password: rt::Sensitive<String>,
    /// Member `AnalyticsMetadata`.
    pub analytics_metadata: Option<super::AnalyticsMetadataType>,
    /// Member `UserContextData`.
    pub user_context_data: Option<rt::Sensitive<super::UserContextDataType>>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::fmt::Debug for ConfirmForgotPasswordRequest {
    fn fmt(&self, f: &mut rt::fmt::Formatter<'_>) -> rt::fmt::Result {
        f.debug_struct("ConfirmForgotPasswordRequest")
            .field("client_id", &self.client_id)
            .field("secret_hash", &self.secret_hash)
            .field("username", &self.username)
            .field("confirmation_code", &rt::Hidden)
            .field("password", &self.password)
            .field("analytics_metadata", &self.analytics_metadata)
            .field("user_context_data", &self.user_context_data)
            .field("client_metadata", &self.client_metadata)
            .finish()
    }
}

impl rt::Decode for ConfirmForgotPasswordRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            secret_hash: at.optional(&mut members, "SecretHash", &shapes::SECRET_HASH_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            confirmation_code: at.required(
                &mut members,
                "ConfirmationCode",
                &shapes::CONFIRMATION_CODE_TYPE,
            )?,
            password: at.required(&mut members, "Password", &shapes::PASSWORD_TYPE)?,
            analytics_metadata: at.optional(
                &mut members,
                "AnalyticsMetadata",
                &shapes::ANALYTICS_METADATA_TYPE,
            )?,
            user_context_data: at.optional(
                &mut members,
                "UserContextData",
                &shapes::USER_CONTEXT_DATA_TYPE,
            )?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ConfirmForgotPasswordRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ClientId", &self.client_id);
        object.optional("SecretHash", &self.secret_hash);
        object.required("Username", &self.username);
        object.required("ConfirmationCode", &self.confirmation_code);
        object.required("Password", &self.password);
        object.optional("AnalyticsMetadata", &self.analytics_metadata);
        object.optional("UserContextData", &self.user_context_data);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `ConfirmSignUpRequest`.
#[derive(Clone, Default, PartialEq)]
pub struct ConfirmSignUpRequest {
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `SecretHash`.
    pub secret_hash: Option<rt::Sensitive<String>>,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `ConfirmationCode`, required.
    pub confirmation_code: String,
    /// Member `ForceAliasCreation`.
    pub force_alias_creation: Option<bool>,
    /// Member `AnalyticsMetadata`.
    pub analytics_metadata: Option<super::AnalyticsMetadataType>,
    /// Member `UserContextData`.
    pub user_context_data: Option<rt::Sensitive<super::UserContextDataType>>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
}

impl rt::fmt::Debug for ConfirmSignUpRequest {
    fn fmt(&self, f: &mut rt::fmt::Formatter<'_>) -> rt::fmt::Result {
        f.debug_struct("ConfirmSignUpRequest")
            .field("client_id", &self.client_id)
            .field("secret_hash", &self.secret_hash)
            .field("username", &self.username)
            .field("confirmation_code", &rt::Hidden)
            .field("force_alias_creation", &self.force_alias_creation)
            .field("analytics_metadata", &self.analytics_metadata)
            .field("user_context_data", &self.user_context_data)
            .field("client_metadata", &self.client_metadata)
            .field("session", &self.session)
            .finish()
    }
}

impl rt::Decode for ConfirmSignUpRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            secret_hash: at.optional(&mut members, "SecretHash", &shapes::SECRET_HASH_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            confirmation_code: at.required(
                &mut members,
                "ConfirmationCode",
                &shapes::CONFIRMATION_CODE_TYPE,
            )?,
            force_alias_creation: at.optional(
                &mut members,
                "ForceAliasCreation",
                &shapes::FORCE_ALIAS_CREATION,
            )?,
            analytics_metadata: at.optional(
                &mut members,
                "AnalyticsMetadata",
                &shapes::ANALYTICS_METADATA_TYPE,
            )?,
            user_context_data: at.optional(
                &mut members,
                "UserContextData",
                &shapes::USER_CONTEXT_DATA_TYPE,
            )?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
        })
    }
}

impl rt::Encode for ConfirmSignUpRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ClientId", &self.client_id);
        object.optional("SecretHash", &self.secret_hash);
        object.required("Username", &self.username);
        object.required("ConfirmationCode", &self.confirmation_code);
        object.optional("ForceAliasCreation", &self.force_alias_creation);
        object.optional("AnalyticsMetadata", &self.analytics_metadata);
        object.optional("UserContextData", &self.user_context_data);
        object.optional("ClientMetadata", &self.client_metadata);
        object.optional("Session", &self.session);
        object.end();
    }
}

/// Structure `CreateGroupRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateGroupRequest {
    /// Member `GroupName`, required.
    pub group_name: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Description`.
    pub description: Option<String>,
    /// Member `RoleArn`.
    pub role_arn: Option<String>,
    /// Member `Precedence`.
    pub precedence: Option<i32>,
}

impl rt::Decode for CreateGroupRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            group_name: at.required(&mut members, "GroupName", &shapes::GROUP_NAME_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            description: at.optional(&mut members, "Description", &shapes::DESCRIPTION_TYPE)?,
            role_arn: at.optional(&mut members, "RoleArn", &shapes::ARN_TYPE)?,
            precedence: at.optional(&mut members, "Precedence", &shapes::PRECEDENCE_TYPE)?,
        })
    }
}

impl rt::Encode for CreateGroupRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("GroupName", &self.group_name);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("Description", &self.description);
        object.optional("RoleArn", &self.role_arn);
        object.optional("Precedence", &self.precedence);
        object.end();
    }
}

/// Structure `CreateIdentityProviderRequest`.
#[derive(Clone, Default, PartialEq)]
pub struct CreateIdentityProviderRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ProviderName`, required.
    pub provider_name: String,
    /// Member `ProviderType`, required.
    pub provider_type: super::IdentityProviderTypeType,
    /// Member `ProviderDetails`, required.
    pub provider_details: rt::BTreeMap<String, String>,
    /// Member `AttributeMapping`.
    pub attribute_mapping: Option<rt::BTreeMap<String, String>>,
    /// Member `IdpIdentifiers`.
    pub idp_identifiers: Option<Vec<String>>,
    /// Member `AcrMapping`.
    pub acr_mapping: Option<rt::BTreeMap<String, String>>,
}

impl rt::fmt::Debug for CreateIdentityProviderRequest {
    fn fmt(&self, f: &mut rt::fmt::Formatter<'_>) -> rt::fmt::Result {
        f.debug_struct("CreateIdentityProviderRequest")
            .field("user_pool_id", &self.user_pool_id)
            .field("provider_name", &self.provider_name)
            .field("provider_type", &self.provider_type)
            .field("provider_details", &rt::Hidden)
            .field("attribute_mapping", &self.attribute_mapping)
            .field("idp_identifiers", &self.idp_identifiers)
            .field("acr_mapping", &self.acr_mapping)
            .finish()
    }
}

impl rt::Decode for CreateIdentityProviderRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            provider_name: at.required(
                &mut members,
                "ProviderName",
                &shapes::PROVIDER_NAME_TYPE_V2,
            )?,
            provider_type: at.required(
                &mut members,
                "ProviderType",
                &shapes::IDENTITY_PROVIDER_TYPE_TYPE,
            )?,
            provider_details: at.required(
                &mut members,
                "ProviderDetails",
                &shapes::PROVIDER_DETAILS_TYPE,
            )?,
            attribute_mapping: at.optional(
                &mut members,
                "AttributeMapping",
                &shapes::ATTRIBUTE_MAPPING_TYPE,
            )?,
            idp_identifiers: at.optional(
                &mut members,
                "IdpIdentifiers",
                &shapes::IDP_IDENTIFIERS_LIST_TYPE,
            )?,
            acr_mapping: at.optional(&mut members, "AcrMapping", &shapes::ACR_MAPPING_TYPE)?,
        })
    }
}

impl rt::Encode for CreateIdentityProviderRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ProviderName", &self.provider_name);
        object.required("ProviderType", &self.provider_type);
        object.required("ProviderDetails", &self.provider_details);
        object.optional("AttributeMapping", &self.attribute_mapping);
        object.optional("IdpIdentifiers", &self.idp_identifiers);
        object.optional("AcrMapping", &self.acr_mapping);
        object.end();
    }
}

/// Structure `CreateManagedLoginBrandingRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateManagedLoginBrandingRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `UseCognitoProvidedValues`.
    pub use_cognito_provided_values: Option<bool>,
    /// Member `Settings`.
    pub settings: Option<rt::Document>,
    /// Member `Assets`.
    pub assets: Option<Vec<super::AssetType>>,
}

impl rt::Decode for CreateManagedLoginBrandingRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            use_cognito_provided_values: at.optional(
                &mut members,
                "UseCognitoProvidedValues",
                &shapes::BOOLEAN_TYPE,
            )?,
            settings: at.optional(&mut members, "Settings", &shapes::DOCUMENT)?,
            assets: at.optional(&mut members, "Assets", &shapes::ASSET_LIST_TYPE)?,
        })
    }
}

impl rt::Encode for CreateManagedLoginBrandingRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.optional("UseCognitoProvidedValues", &self.use_cognito_provided_values);
        object.optional("Settings", &self.settings);
        object.optional("Assets", &self.assets);
        object.end();
    }
}

/// Structure `CreateResourceServerRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateResourceServerRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Identifier`, required.
    pub identifier: String,
    /// Member `Name`, required.
    pub name: String,
    /// Member `Scopes`.
    pub scopes: Option<Vec<super::ResourceServerScopeType>>,
}

impl rt::Decode for CreateResourceServerRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            identifier: at.required(
                &mut members,
                "Identifier",
                &shapes::RESOURCE_SERVER_IDENTIFIER_TYPE,
            )?,
            name: at.required(&mut members, "Name", &shapes::RESOURCE_SERVER_NAME_TYPE)?,
            scopes: at.optional(
                &mut members,
                "Scopes",
                &shapes::RESOURCE_SERVER_SCOPE_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CreateResourceServerRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Identifier", &self.identifier);
        object.required("Name", &self.name);
        object.optional("Scopes", &self.scopes);
        object.end();
    }
}

/// Structure `CreateTermsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateTermsRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `TermsName`, required.
    pub terms_name: String,
    /// Member `TermsSource`, required.
    pub terms_source: super::TermsSourceType,
    /// Member `Enforcement`, required.
    pub enforcement: super::TermsEnforcementType,
    /// Member `Links`.
    pub links: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for CreateTermsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            terms_name: at.required(&mut members, "TermsName", &shapes::TERMS_NAME_TYPE)?,
            terms_source: at.required(&mut members, "TermsSource", &shapes::TERMS_SOURCE_TYPE)?,
            enforcement: at.required(
                &mut members,
                "Enforcement",
                &shapes::TERMS_ENFORCEMENT_TYPE,
            )?,
            links: at.optional(&mut members, "Links", &shapes::LINKS_TYPE)?,
        })
    }
}

impl rt::Encode for CreateTermsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.required("TermsName", &self.terms_name);
        object.required("TermsSource", &self.terms_source);
        object.required("Enforcement", &self.enforcement);
        object.optional("Links", &self.links);
        object.end();
    }
}

/// Structure `CreateUserImportJobRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateUserImportJobRequest {
    /// Member `JobName`, required.
    pub job_name: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `CloudWatchLogsRoleArn`, required.
    pub cloud_watch_logs_role_arn: String,
    /// Member `PasswordHashingAlgorithm`.
    pub password_hashing_algorithm: Option<super::PasswordHashingAlgorithmType>,
}

impl rt::Decode for CreateUserImportJobRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            job_name: at.required(&mut members, "JobName", &shapes::USER_IMPORT_JOB_NAME_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            cloud_watch_logs_role_arn: at.required(
                &mut members,
                "CloudWatchLogsRoleArn",
                &shapes::ARN_TYPE,
            )?,
            password_hashing_algorithm: at.optional(
                &mut members,
                "PasswordHashingAlgorithm",
                &shapes::PASSWORD_HASHING_ALGORITHM_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CreateUserImportJobRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("JobName", &self.job_name);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("CloudWatchLogsRoleArn", &self.cloud_watch_logs_role_arn);
        object.optional("PasswordHashingAlgorithm", &self.password_hashing_algorithm);
        object.end();
    }
}

/// Structure `CreateUserPoolClientRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateUserPoolClientRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientName`, required.
    pub client_name: String,
    /// Member `GenerateSecret`.
    pub generate_secret: Option<bool>,
    /// Member `ClientSecret`.
    pub client_secret: Option<rt::Sensitive<String>>,
    /// Member `RefreshTokenValidity`.
    pub refresh_token_validity: Option<i32>,
    /// Member `AccessTokenValidity`.
    pub access_token_validity: Option<i32>,
    /// Member `IdTokenValidity`.
    pub id_token_validity: Option<i32>,
    /// Member `TokenValidityUnits`.
    pub token_validity_units: Option<super::TokenValidityUnitsType>,
    /// Member `ReadAttributes`.
    pub read_attributes: Option<Vec<String>>,
    /// Member `WriteAttributes`.
    pub write_attributes: Option<Vec<String>>,
    /// Member `ExplicitAuthFlows`.
    pub explicit_auth_flows: Option<Vec<super::ExplicitAuthFlowsType>>,
    /// Member `SupportedIdentityProviders`.
    pub supported_identity_providers: Option<Vec<String>>,
    /// Member `CallbackURLs`.
    pub callback_urls: Option<Vec<String>>,
    /// Member `LogoutURLs`.
    pub logout_urls: Option<Vec<String>>,
    /// Member `DefaultRedirectURI`.
    pub default_redirect_uri: Option<String>,
    /// Member `AllowedOAuthFlows`.
    pub allowed_oauth_flows: Option<Vec<super::OAuthFlowType>>,
    /// Member `AllowedOAuthScopes`.
    pub allowed_oauth_scopes: Option<Vec<String>>,
    /// Member `AllowedOAuthFlowsUserPoolClient`.
    pub allowed_oauth_flows_user_pool_client: Option<bool>,
    /// Member `AnalyticsConfiguration`.
    pub analytics_configuration: Option<super::AnalyticsConfigurationType>,
    /// Member `PreventUserExistenceErrors`.
    pub prevent_user_existence_errors: Option<super::PreventUserExistenceErrorTypes>,
    /// Member `EnableTokenRevocation`.
    pub enable_token_revocation: Option<bool>,
    /// Member `EnablePropagateAdditionalUserContextData`.
    pub enable_propagate_additional_user_context_data: Option<bool>,
    /// Member `AuthSessionValidity`.
    pub auth_session_validity: Option<i32>,
    /// Member `RefreshTokenRotation`.
    pub refresh_token_rotation: Option<super::RefreshTokenRotationType>,
}

impl rt::Decode for CreateUserPoolClientRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_name: at.required(&mut members, "ClientName", &shapes::CLIENT_NAME_TYPE)?,
            generate_secret: at.optional(
                &mut members,
                "GenerateSecret",
                &shapes::GENERATE_SECRET,
            )?,
            client_secret: at.optional(
                &mut members,
                "ClientSecret",
                &shapes::CLIENT_SECRET_TYPE,
            )?,
            refresh_token_validity: at.optional(
                &mut members,
                "RefreshTokenValidity",
                &shapes::REFRESH_TOKEN_VALIDITY_TYPE,
            )?,
            access_token_validity: at.optional(
                &mut members,
                "AccessTokenValidity",
                &shapes::ACCESS_TOKEN_VALIDITY_TYPE,
            )?,
            id_token_validity: at.optional(
                &mut members,
                "IdTokenValidity",
                &shapes::ID_TOKEN_VALIDITY_TYPE,
            )?,
            token_validity_units: at.optional(
                &mut members,
                "TokenValidityUnits",
                &shapes::TOKEN_VALIDITY_UNITS_TYPE,
            )?,
            read_attributes: at.optional(
                &mut members,
                "ReadAttributes",
                &shapes::CLIENT_PERMISSION_LIST_TYPE,
            )?,
            write_attributes: at.optional(
                &mut members,
                "WriteAttributes",
                &shapes::CLIENT_PERMISSION_LIST_TYPE,
            )?,
            explicit_auth_flows: at.optional(
                &mut members,
                "ExplicitAuthFlows",
                &shapes::EXPLICIT_AUTH_FLOWS_LIST_TYPE,
            )?,
            supported_identity_providers: at.optional(
                &mut members,
                "SupportedIdentityProviders",
                &shapes::SUPPORTED_IDENTITY_PROVIDERS_LIST_TYPE,
            )?,
            callback_urls: at.optional(
                &mut members,
                "CallbackURLs",
                &shapes::CALLBACK_URLS_LIST_TYPE,
            )?,
            logout_urls: at.optional(&mut members, "LogoutURLs", &shapes::LOGOUT_URLS_LIST_TYPE)?,
            default_redirect_uri: at.optional(
                &mut members,
                "DefaultRedirectURI",
                &shapes::REDIRECT_URL_TYPE,
            )?,
            allowed_oauth_flows: at.optional(
                &mut members,
                "AllowedOAuthFlows",
                &shapes::OAUTH_FLOWS_TYPE,
            )?,
            allowed_oauth_scopes: at.optional(
                &mut members,
                "AllowedOAuthScopes",
                &shapes::SCOPE_LIST_TYPE,
            )?,
            allowed_oauth_flows_user_pool_client: at.optional(
                &mut members,
                "AllowedOAuthFlowsUserPoolClient",
                &shapes::BOOLEAN_TYPE,
            )?,
            analytics_configuration: at.optional(
                &mut members,
                "AnalyticsConfiguration",
                &shapes::ANALYTICS_CONFIGURATION_TYPE,
            )?,
            prevent_user_existence_errors: at.optional(
                &mut members,
                "PreventUserExistenceErrors",
                &shapes::PREVENT_USER_EXISTENCE_ERROR_TYPES,
            )?,
            enable_token_revocation: at.optional(
                &mut members,
                "EnableTokenRevocation",
                &shapes::WRAPPED_BOOLEAN_TYPE,
            )?,
            enable_propagate_additional_user_context_data: at.optional(
                &mut members,
                "EnablePropagateAdditionalUserContextData",
                &shapes::WRAPPED_BOOLEAN_TYPE,
            )?,
            auth_session_validity: at.optional(
                &mut members,
                "AuthSessionValidity",
                &shapes::AUTH_SESSION_VALIDITY_TYPE,
            )?,
            refresh_token_rotation: at.optional(
                &mut members,
                "RefreshTokenRotation",
                &shapes::REFRESH_TOKEN_ROTATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CreateUserPoolClientRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientName", &self.client_name);
        object.optional("GenerateSecret", &self.generate_secret);
        object.optional("ClientSecret", &self.client_secret);
        object.optional("RefreshTokenValidity", &self.refresh_token_validity);
        object.optional("AccessTokenValidity", &self.access_token_validity);
        object.optional("IdTokenValidity", &self.id_token_validity);
        object.optional("TokenValidityUnits", &self.token_validity_units);
        object.optional("ReadAttributes", &self.read_attributes);
        object.optional("WriteAttributes", &self.write_attributes);
        object.optional("ExplicitAuthFlows", &self.explicit_auth_flows);
        object.optional("SupportedIdentityProviders", &self.supported_identity_providers);
        object.optional("CallbackURLs", &self.callback_urls);
        object.optional("LogoutURLs", &self.logout_urls);
        object.optional("DefaultRedirectURI", &self.default_redirect_uri);
        object.optional("AllowedOAuthFlows", &self.allowed_oauth_flows);
        object.optional("AllowedOAuthScopes", &self.allowed_oauth_scopes);
        object.optional(
            "AllowedOAuthFlowsUserPoolClient",
            &self.allowed_oauth_flows_user_pool_client,
        );
        object.optional("AnalyticsConfiguration", &self.analytics_configuration);
        object.optional("PreventUserExistenceErrors", &self.prevent_user_existence_errors);
        object.optional("EnableTokenRevocation", &self.enable_token_revocation);
        object.optional(
            "EnablePropagateAdditionalUserContextData",
            &self.enable_propagate_additional_user_context_data,
        );
        object.optional("AuthSessionValidity", &self.auth_session_validity);
        object.optional("RefreshTokenRotation", &self.refresh_token_rotation);
        object.end();
    }
}

/// Structure `CreateUserPoolDomainRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateUserPoolDomainRequest {
    /// Member `Domain`, required.
    pub domain: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ManagedLoginVersion`.
    pub managed_login_version: Option<i32>,
    /// Member `CustomDomainConfig`.
    pub custom_domain_config: Option<super::CustomDomainConfigType>,
    /// Member `Routing`.
    pub routing: Option<super::RoutingType>,
}

impl rt::Decode for CreateUserPoolDomainRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            domain: at.required(&mut members, "Domain", &shapes::DOMAIN_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            managed_login_version: at.optional(
                &mut members,
                "ManagedLoginVersion",
                &shapes::WRAPPED_INTEGER_TYPE,
            )?,
            custom_domain_config: at.optional(
                &mut members,
                "CustomDomainConfig",
                &shapes::CUSTOM_DOMAIN_CONFIG_TYPE,
            )?,
            routing: at.optional(&mut members, "Routing", &shapes::ROUTING_TYPE)?,
        })
    }
}

impl rt::Encode for CreateUserPoolDomainRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Domain", &self.domain);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("ManagedLoginVersion", &self.managed_login_version);
        object.optional("CustomDomainConfig", &self.custom_domain_config);
        object.optional("Routing", &self.routing);
        object.end();
    }
}

/// Structure `CreateUserPoolReplicaRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateUserPoolReplicaRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `RegionName`, required.
    pub region_name: String,
    /// Member `UserPoolTags`.
    pub user_pool_tags: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for CreateUserPoolReplicaRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            region_name: at.required(&mut members, "RegionName", &shapes::REGION_NAME_TYPE)?,
            user_pool_tags: at.optional(
                &mut members,
                "UserPoolTags",
                &shapes::USER_POOL_TAGS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CreateUserPoolReplicaRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("RegionName", &self.region_name);
        object.optional("UserPoolTags", &self.user_pool_tags);
        object.end();
    }
}

/// Structure `CreateUserPoolRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateUserPoolRequest {
    /// Member `PoolName`, required.
    pub pool_name: String,
    /// Member `Policies`.
    pub policies: Option<super::UserPoolPolicyType>,
    /// Member `DeletionProtection`.
    pub deletion_protection: Option<super::DeletionProtectionType>,
    /// Member `LambdaConfig`.
    pub lambda_config: Option<super::LambdaConfigType>,
    /// Member `AutoVerifiedAttributes`.
    pub auto_verified_attributes: Option<Vec<super::VerifiedAttributeType>>,
    /// Member `AliasAttributes`.
    pub alias_attributes: Option<Vec<super::AliasAttributeType>>,
    /// Member `UsernameAttributes`.
    pub username_attributes: Option<Vec<super::UsernameAttributeType>>,
    /// Member `SmsVerificationMessage`.
    pub sms_verification_message: Option<String>,
    /// Member `EmailVerificationMessage`.
    pub email_verification_message: Option<String>,
    /// Member `EmailVerificationSubject`.
    pub email_verification_subject: Option<String>,
    /// Member `VerificationMessageTemplate`.
    pub verification_message_template: Option<super::VerificationMessageTemplateType>,
    /// Member `SmsAuthenticationMessage`.
    pub sms_authentication_message: Option<String>,
    /// Member `MfaConfiguration`.
    pub mfa_configuration: Option<super::UserPoolMfaType>,
    /// Member `UserAttributeUpdateSettings`.
    pub user_attribute_update_settings: Option<super::UserAttributeUpdateSettingsType>,
    /// Member `DeviceConfiguration`.
    pub device_configuration: Option<super::DeviceConfigurationType>,
    /// Member `EmailConfiguration`.
    pub email_configuration: Option<super::EmailConfigurationType>,
    /// Member `SmsConfiguration`.
    pub sms_configuration: Option<super::SmsConfigurationType>,
    /// Member `UserPoolTags`.
    pub user_pool_tags: Option<rt::BTreeMap<String, String>>,
    /// Member `AdminCreateUserConfig`.
    pub admin_create_user_config: Option<super::AdminCreateUserConfigType>,
    /// Member `Schema`.
    pub schema: Option<Vec<super::SchemaAttributeType>>,
    /// Member `UserPoolAddOns`.
    pub user_pool_add_ons: Option<super::UserPoolAddOnsType>,
    /// Member `DcrConfiguration`.
    pub dcr_configuration: Option<super::DcrConfigurationType>,
    /// Member `UsernameConfiguration`.
    pub username_configuration: Option<super::UsernameConfigurationType>,
    /// Member `AccountRecoverySetting`.
    pub account_recovery_setting: Option<super::AccountRecoverySettingType>,
    /// Member `UserPoolTier`.
    pub user_pool_tier: Option<super::UserPoolTierType>,
    /// Member `KeyConfiguration`.
    pub key_configuration: Option<super::KeyConfigurationType>,
    /// Member `IssuerConfiguration`.
    pub issuer_configuration: Option<super::IssuerConfigurationType>,
    /// Member `AcrConfiguration`.
    pub acr_configuration: Option<rt::BTreeMap<String, super::AcrLevelConfigType>>,
}

impl rt::Decode for CreateUserPoolRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            pool_name: at.required(&mut members, "PoolName", &shapes::USER_POOL_NAME_TYPE)?,
            policies: at.optional(&mut members, "Policies", &shapes::USER_POOL_POLICY_TYPE)?,
            deletion_protection: at.optional(
                &mut members,
                "DeletionProtection",
                &shapes::DELETION_PROTECTION_TYPE,
            )?,
            lambda_config: at.optional(
                &mut members,
                "LambdaConfig",
                &shapes::LAMBDA_CONFIG_TYPE,
            )?,
            auto_verified_attributes: at.optional(
                &mut members,
                "AutoVerifiedAttributes",
                &shapes::VERIFIED_ATTRIBUTES_LIST_TYPE,
            )?,
            alias_attributes: at.optional(
                &mut members,
                "AliasAttributes",
                &shapes::ALIAS_ATTRIBUTES_LIST_TYPE,
            )?,
            username_attributes: at.optional(
                &mut members,
                "UsernameAttributes",
                &shapes::USERNAME_ATTRIBUTES_LIST_TYPE,
            )?,
            sms_verification_message: at.optional(
                &mut members,
                "SmsVerificationMessage",
                &shapes::SMS_VERIFICATION_MESSAGE_TYPE,
            )?,
            email_verification_message: at.optional(
                &mut members,
                "EmailVerificationMessage",
                &shapes::EMAIL_VERIFICATION_MESSAGE_TYPE,
            )?,
            email_verification_subject: at.optional(
                &mut members,
                "EmailVerificationSubject",
                &shapes::EMAIL_VERIFICATION_SUBJECT_TYPE,
            )?,
            verification_message_template: at.optional(
                &mut members,
                "VerificationMessageTemplate",
                &shapes::VERIFICATION_MESSAGE_TEMPLATE_TYPE,
            )?,
            sms_authentication_message: at.optional(
                &mut members,
                "SmsAuthenticationMessage",
                &shapes::SMS_VERIFICATION_MESSAGE_TYPE,
            )?,
            mfa_configuration: at.optional(
                &mut members,
                "MfaConfiguration",
                &shapes::USER_POOL_MFA_TYPE,
            )?,
            user_attribute_update_settings: at.optional(
                &mut members,
                "UserAttributeUpdateSettings",
                &shapes::USER_ATTRIBUTE_UPDATE_SETTINGS_TYPE,
            )?,
            device_configuration: at.optional(
                &mut members,
                "DeviceConfiguration",
                &shapes::DEVICE_CONFIGURATION_TYPE,
            )?,
            email_configuration: at.optional(
                &mut members,
                "EmailConfiguration",
                &shapes::EMAIL_CONFIGURATION_TYPE,
            )?,
            sms_configuration: at.optional(
                &mut members,
                "SmsConfiguration",
                &shapes::SMS_CONFIGURATION_TYPE,
            )?,
            user_pool_tags: at.optional(
                &mut members,
                "UserPoolTags",
                &shapes::USER_POOL_TAGS_TYPE,
            )?,
            admin_create_user_config: at.optional(
                &mut members,
                "AdminCreateUserConfig",
                &shapes::ADMIN_CREATE_USER_CONFIG_TYPE,
            )?,
            schema: at.optional(&mut members, "Schema", &shapes::SCHEMA_ATTRIBUTES_LIST_TYPE)?,
            user_pool_add_ons: at.optional(
                &mut members,
                "UserPoolAddOns",
                &shapes::USER_POOL_ADD_ONS_TYPE,
            )?,
            dcr_configuration: at.optional(
                &mut members,
                "DcrConfiguration",
                &shapes::DCR_CONFIGURATION_TYPE,
            )?,
            username_configuration: at.optional(
                &mut members,
                "UsernameConfiguration",
                &shapes::USERNAME_CONFIGURATION_TYPE,
            )?,
            account_recovery_setting: at.optional(
                &mut members,
                "AccountRecoverySetting",
                &shapes::ACCOUNT_RECOVERY_SETTING_TYPE,
            )?,
            user_pool_tier: at.optional(
                &mut members,
                "UserPoolTier",
                &shapes::USER_POOL_TIER_TYPE,
            )?,
            key_configuration: at.optional(
                &mut members,
                "KeyConfiguration",
                &shapes::KEY_CONFIGURATION_TYPE,
            )?,
            issuer_configuration: at.optional(
                &mut members,
                "IssuerConfiguration",
                &shapes::ISSUER_CONFIGURATION_TYPE,
            )?,
            acr_configuration: at.optional(
                &mut members,
                "AcrConfiguration",
                &shapes::ACR_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CreateUserPoolRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("PoolName", &self.pool_name);
        object.optional("Policies", &self.policies);
        object.optional("DeletionProtection", &self.deletion_protection);
        object.optional("LambdaConfig", &self.lambda_config);
        object.optional("AutoVerifiedAttributes", &self.auto_verified_attributes);
        object.optional("AliasAttributes", &self.alias_attributes);
        object.optional("UsernameAttributes", &self.username_attributes);
        object.optional("SmsVerificationMessage", &self.sms_verification_message);
        object.optional("EmailVerificationMessage", &self.email_verification_message);
        object.optional("EmailVerificationSubject", &self.email_verification_subject);
        object.optional("VerificationMessageTemplate", &self.verification_message_template);
        object.optional("SmsAuthenticationMessage", &self.sms_authentication_message);
        object.optional("MfaConfiguration", &self.mfa_configuration);
        object.optional("UserAttributeUpdateSettings", &self.user_attribute_update_settings);
        object.optional("DeviceConfiguration", &self.device_configuration);
        object.optional("EmailConfiguration", &self.email_configuration);
        object.optional("SmsConfiguration", &self.sms_configuration);
        object.optional("UserPoolTags", &self.user_pool_tags);
        object.optional("AdminCreateUserConfig", &self.admin_create_user_config);
        object.optional("Schema", &self.schema);
        object.optional("UserPoolAddOns", &self.user_pool_add_ons);
        object.optional("DcrConfiguration", &self.dcr_configuration);
        object.optional("UsernameConfiguration", &self.username_configuration);
        object.optional("AccountRecoverySetting", &self.account_recovery_setting);
        object.optional("UserPoolTier", &self.user_pool_tier);
        object.optional("KeyConfiguration", &self.key_configuration);
        object.optional("IssuerConfiguration", &self.issuer_configuration);
        object.optional("AcrConfiguration", &self.acr_configuration);
        object.end();
    }
}

/// Structure `DeleteGroupRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteGroupRequest {
    /// Member `GroupName`, required.
    pub group_name: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for DeleteGroupRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            group_name: at.required(&mut members, "GroupName", &shapes::GROUP_NAME_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for DeleteGroupRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("GroupName", &self.group_name);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `DeleteIdentityProviderRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteIdentityProviderRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ProviderName`, required.
    pub provider_name: String,
}

impl rt::Decode for DeleteIdentityProviderRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            provider_name: at.required(
                &mut members,
                "ProviderName",
                &shapes::PROVIDER_NAME_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DeleteIdentityProviderRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ProviderName", &self.provider_name);
        object.end();
    }
}

/// Structure `DeleteManagedLoginBrandingRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteManagedLoginBrandingRequest {
    /// Member `ManagedLoginBrandingId`, required.
    pub managed_login_branding_id: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for DeleteManagedLoginBrandingRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            managed_login_branding_id: at.required(
                &mut members,
                "ManagedLoginBrandingId",
                &shapes::MANAGED_LOGIN_BRANDING_ID_TYPE,
            )?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for DeleteManagedLoginBrandingRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ManagedLoginBrandingId", &self.managed_login_branding_id);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `DeleteResourceServerRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteResourceServerRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Identifier`, required.
    pub identifier: String,
}

impl rt::Decode for DeleteResourceServerRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            identifier: at.required(
                &mut members,
                "Identifier",
                &shapes::RESOURCE_SERVER_IDENTIFIER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DeleteResourceServerRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Identifier", &self.identifier);
        object.end();
    }
}

/// Structure `DeleteTermsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteTermsRequest {
    /// Member `TermsId`, required.
    pub terms_id: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for DeleteTermsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            terms_id: at.required(&mut members, "TermsId", &shapes::TERMS_ID_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for DeleteTermsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("TermsId", &self.terms_id);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `DeleteUserAttributesRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteUserAttributesRequest {
    /// Member `UserAttributeNames`, required.
    pub user_attribute_names: Vec<String>,
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
}

impl rt::Decode for DeleteUserAttributesRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_attribute_names: at.required(
                &mut members,
                "UserAttributeNames",
                &shapes::ATTRIBUTE_NAME_LIST_TYPE,
            )?,
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
        })
    }
}

impl rt::Encode for DeleteUserAttributesRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserAttributeNames", &self.user_attribute_names);
        object.required("AccessToken", &self.access_token);
        object.end();
    }
}

/// Structure `DeleteUserPoolClientRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteUserPoolClientRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
}

impl rt::Decode for DeleteUserPoolClientRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
        })
    }
}

impl rt::Encode for DeleteUserPoolClientRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.end();
    }
}

/// Structure `DeleteUserPoolClientSecretRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteUserPoolClientSecretRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `ClientSecretId`, required.
    pub client_secret_id: String,
}

impl rt::Decode for DeleteUserPoolClientSecretRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            client_secret_id: at.required(
                &mut members,
                "ClientSecretId",
                &shapes::CLIENT_SECRET_ID_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DeleteUserPoolClientSecretRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.required("ClientSecretId", &self.client_secret_id);
        object.end();
    }
}

/// Structure `DeleteUserPoolDomainRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteUserPoolDomainRequest {
    /// Member `Domain`, required.
    pub domain: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for DeleteUserPoolDomainRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            domain: at.required(&mut members, "Domain", &shapes::DOMAIN_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for DeleteUserPoolDomainRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Domain", &self.domain);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `DeleteUserPoolReplicaRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteUserPoolReplicaRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `RegionName`, required.
    pub region_name: String,
}

impl rt::Decode for DeleteUserPoolReplicaRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            region_name: at.required(&mut members, "RegionName", &shapes::REGION_NAME_TYPE)?,
        })
    }
}

impl rt::Encode for DeleteUserPoolReplicaRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("RegionName", &self.region_name);
        object.end();
    }
}

/// Structure `DeleteUserPoolRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteUserPoolRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for DeleteUserPoolRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for DeleteUserPoolRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `DeleteUserRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteUserRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
}

impl rt::Decode for DeleteUserRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
        })
    }
}

impl rt::Encode for DeleteUserRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.end();
    }
}

/// Structure `DeleteWebAuthnCredentialRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteWebAuthnCredentialRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `CredentialId`, required.
    pub credential_id: String,
}

impl rt::Decode for DeleteWebAuthnCredentialRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            credential_id: at.required(&mut members, "CredentialId", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for DeleteWebAuthnCredentialRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.required("CredentialId", &self.credential_id);
        object.end();
    }
}

/// Structure `DescribeIdentityProviderRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeIdentityProviderRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ProviderName`, required.
    pub provider_name: String,
}

impl rt::Decode for DescribeIdentityProviderRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            provider_name: at.required(
                &mut members,
                "ProviderName",
                &shapes::PROVIDER_NAME_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeIdentityProviderRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ProviderName", &self.provider_name);
        object.end();
    }
}

/// Structure `DescribeManagedLoginBrandingByClientRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeManagedLoginBrandingByClientRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `ReturnMergedResources`.
    pub return_merged_resources: Option<bool>,
}

impl rt::Decode for DescribeManagedLoginBrandingByClientRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            return_merged_resources: at.optional(
                &mut members,
                "ReturnMergedResources",
                &shapes::BOOLEAN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeManagedLoginBrandingByClientRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.optional("ReturnMergedResources", &self.return_merged_resources);
        object.end();
    }
}

/// Structure `DescribeManagedLoginBrandingRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeManagedLoginBrandingRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ManagedLoginBrandingId`, required.
    pub managed_login_branding_id: String,
    /// Member `ReturnMergedResources`.
    pub return_merged_resources: Option<bool>,
}

impl rt::Decode for DescribeManagedLoginBrandingRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            managed_login_branding_id: at.required(
                &mut members,
                "ManagedLoginBrandingId",
                &shapes::MANAGED_LOGIN_BRANDING_ID_TYPE,
            )?,
            return_merged_resources: at.optional(
                &mut members,
                "ReturnMergedResources",
                &shapes::BOOLEAN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeManagedLoginBrandingRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ManagedLoginBrandingId", &self.managed_login_branding_id);
        object.optional("ReturnMergedResources", &self.return_merged_resources);
        object.end();
    }
}

/// Structure `DescribeResourceServerRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeResourceServerRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Identifier`, required.
    pub identifier: String,
}

impl rt::Decode for DescribeResourceServerRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            identifier: at.required(
                &mut members,
                "Identifier",
                &shapes::RESOURCE_SERVER_IDENTIFIER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeResourceServerRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Identifier", &self.identifier);
        object.end();
    }
}

/// Structure `DescribeRiskConfigurationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeRiskConfigurationRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`.
    pub client_id: Option<rt::Sensitive<String>>,
}

impl rt::Decode for DescribeRiskConfigurationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.optional(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
        })
    }
}

impl rt::Encode for DescribeRiskConfigurationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("ClientId", &self.client_id);
        object.end();
    }
}

/// Structure `DescribeTermsByClientRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeTermsByClientRequest {
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `TermsName`, required.
    pub terms_name: String,
}

impl rt::Decode for DescribeTermsByClientRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            terms_name: at.required(&mut members, "TermsName", &shapes::TERMS_NAME_TYPE)?,
        })
    }
}

impl rt::Encode for DescribeTermsByClientRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ClientId", &self.client_id);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("TermsName", &self.terms_name);
        object.end();
    }
}

/// Structure `DescribeTermsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeTermsRequest {
    /// Member `TermsId`, required.
    pub terms_id: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for DescribeTermsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            terms_id: at.required(&mut members, "TermsId", &shapes::TERMS_ID_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for DescribeTermsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("TermsId", &self.terms_id);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `DescribeUserImportJobRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeUserImportJobRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `JobId`, required.
    pub job_id: String,
}

impl rt::Decode for DescribeUserImportJobRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            job_id: at.required(&mut members, "JobId", &shapes::USER_IMPORT_JOB_ID_TYPE)?,
        })
    }
}

impl rt::Encode for DescribeUserImportJobRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("JobId", &self.job_id);
        object.end();
    }
}

/// Structure `DescribeUserPoolClientRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeUserPoolClientRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
}

impl rt::Decode for DescribeUserPoolClientRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
        })
    }
}

impl rt::Encode for DescribeUserPoolClientRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.end();
    }
}

/// Structure `DescribeUserPoolDomainRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeUserPoolDomainRequest {
    /// Member `Domain`, required.
    pub domain: String,
}

impl rt::Decode for DescribeUserPoolDomainRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { domain: at.required(&mut members, "Domain", &shapes::DOMAIN_TYPE)? })
    }
}

impl rt::Encode for DescribeUserPoolDomainRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Domain", &self.domain);
        object.end();
    }
}

/// Structure `DescribeUserPoolRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeUserPoolRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for DescribeUserPoolRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for DescribeUserPoolRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `ForgetDeviceRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ForgetDeviceRequest {
    /// Member `AccessToken`.
    pub access_token: Option<rt::Sensitive<String>>,
    /// Member `DeviceKey`, required.
    pub device_key: String,
}

impl rt::Decode for ForgetDeviceRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.optional(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            device_key: at.required(&mut members, "DeviceKey", &shapes::DEVICE_KEY_TYPE)?,
        })
    }
}

impl rt::Encode for ForgetDeviceRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AccessToken", &self.access_token);
        object.required("DeviceKey", &self.device_key);
        object.end();
    }
}

/// Structure `ForgotPasswordRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ForgotPasswordRequest {
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `SecretHash`.
    pub secret_hash: Option<rt::Sensitive<String>>,
    /// Member `UserContextData`.
    pub user_context_data: Option<rt::Sensitive<super::UserContextDataType>>,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `AnalyticsMetadata`.
    pub analytics_metadata: Option<super::AnalyticsMetadataType>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for ForgotPasswordRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            secret_hash: at.optional(&mut members, "SecretHash", &shapes::SECRET_HASH_TYPE)?,
            user_context_data: at.optional(
                &mut members,
                "UserContextData",
                &shapes::USER_CONTEXT_DATA_TYPE,
            )?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            analytics_metadata: at.optional(
                &mut members,
                "AnalyticsMetadata",
                &shapes::ANALYTICS_METADATA_TYPE,
            )?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ForgotPasswordRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ClientId", &self.client_id);
        object.optional("SecretHash", &self.secret_hash);
        object.optional("UserContextData", &self.user_context_data);
        object.required("Username", &self.username);
        object.optional("AnalyticsMetadata", &self.analytics_metadata);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `GetCSVHeaderRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetCSVHeaderRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for GetCSVHeaderRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for GetCSVHeaderRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `GetClientTokenRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetClientTokenRequest {
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `Secret`, required.
    pub secret: rt::Sensitive<String>,
    /// Member `Scopes`.
    pub scopes: Option<Vec<String>>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for GetClientTokenRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            secret: at.required(&mut members, "Secret", &shapes::CLIENT_SECRET_TYPE)?,
            scopes: at.optional(&mut members, "Scopes", &shapes::SCOPE_LIST_TYPE)?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetClientTokenRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ClientId", &self.client_id);
        object.required("Secret", &self.secret);
        object.optional("Scopes", &self.scopes);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `GetDerivedTokenRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetDerivedTokenRequest {
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `ClientSecret`.
    pub client_secret: Option<rt::Sensitive<String>>,
    /// Member `SubjectToken`, required.
    pub subject_token: rt::Sensitive<String>,
    /// Member `SubjectTokenType`, required.
    pub subject_token_type: super::TokenTypeIdentifierType,
    /// Member `SubjectTokenProviderName`.
    pub subject_token_provider_name: Option<String>,
    /// Member `ActorToken`.
    pub actor_token: Option<rt::Sensitive<String>>,
    /// Member `ActorTokenType`.
    pub actor_token_type: Option<super::TokenTypeIdentifierType>,
    /// Member `ActorTokenProviderName`.
    pub actor_token_provider_name: Option<String>,
    /// Member `Scopes`.
    pub scopes: Option<Vec<String>>,
    /// Member `Audiences`.
    pub audiences: Option<Vec<String>>,
    /// Member `Resources`.
    pub resources: Option<Vec<String>>,
    /// Member `RequestedTokenType`.
    pub requested_token_type: Option<super::IssuedTokenTypeIdentifierType>,
}

impl rt::Decode for GetDerivedTokenRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            client_secret: at.optional(
                &mut members,
                "ClientSecret",
                &shapes::CLIENT_SECRET_TYPE,
            )?,
            subject_token: at.required(
                &mut members,
                "SubjectToken",
                &shapes::GET_DERIVED_TOKEN_TOKEN_MODEL_TYPE,
            )?,
            subject_token_type: at.required(
                &mut members,
                "SubjectTokenType",
                &shapes::TOKEN_TYPE_IDENTIFIER_TYPE,
            )?,
            subject_token_provider_name: at.optional(
                &mut members,
                "SubjectTokenProviderName",
                &shapes::PROVIDER_NAME_TYPE,
            )?,
            actor_token: at.optional(
                &mut members,
                "ActorToken",
                &shapes::GET_DERIVED_TOKEN_TOKEN_MODEL_TYPE,
            )?,
            actor_token_type: at.optional(
                &mut members,
                "ActorTokenType",
                &shapes::TOKEN_TYPE_IDENTIFIER_TYPE,
            )?,
            actor_token_provider_name: at.optional(
                &mut members,
                "ActorTokenProviderName",
                &shapes::PROVIDER_NAME_TYPE,
            )?,
            scopes: at.optional(&mut members, "Scopes", &shapes::SCOPE_LIST_TYPE)?,
            audiences: at.optional(&mut members, "Audiences", &shapes::AUDIENCE_LIST_TYPE)?,
            resources: at.optional(&mut members, "Resources", &shapes::RESOURCE_LIST_TYPE)?,
            requested_token_type: at.optional(
                &mut members,
                "RequestedTokenType",
                &shapes::ISSUED_TOKEN_TYPE_IDENTIFIER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetDerivedTokenRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ClientId", &self.client_id);
        object.optional("ClientSecret", &self.client_secret);
        object.required("SubjectToken", &self.subject_token);
        object.required("SubjectTokenType", &self.subject_token_type);
        object.optional("SubjectTokenProviderName", &self.subject_token_provider_name);
        object.optional("ActorToken", &self.actor_token);
        object.optional("ActorTokenType", &self.actor_token_type);
        object.optional("ActorTokenProviderName", &self.actor_token_provider_name);
        object.optional("Scopes", &self.scopes);
        object.optional("Audiences", &self.audiences);
        object.optional("Resources", &self.resources);
        object.optional("RequestedTokenType", &self.requested_token_type);
        object.end();
    }
}

/// Structure `GetDeviceRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetDeviceRequest {
    /// Member `DeviceKey`, required.
    pub device_key: String,
    /// Member `AccessToken`.
    pub access_token: Option<rt::Sensitive<String>>,
}

impl rt::Decode for GetDeviceRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            device_key: at.required(&mut members, "DeviceKey", &shapes::DEVICE_KEY_TYPE)?,
            access_token: at.optional(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
        })
    }
}

impl rt::Encode for GetDeviceRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("DeviceKey", &self.device_key);
        object.optional("AccessToken", &self.access_token);
        object.end();
    }
}

/// Structure `GetGroupRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetGroupRequest {
    /// Member `GroupName`, required.
    pub group_name: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for GetGroupRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            group_name: at.required(&mut members, "GroupName", &shapes::GROUP_NAME_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for GetGroupRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("GroupName", &self.group_name);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `GetIdentityProviderByIdentifierRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetIdentityProviderByIdentifierRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `IdpIdentifier`, required.
    pub idp_identifier: String,
}

impl rt::Decode for GetIdentityProviderByIdentifierRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            idp_identifier: at.required(
                &mut members,
                "IdpIdentifier",
                &shapes::IDP_IDENTIFIER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetIdentityProviderByIdentifierRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("IdpIdentifier", &self.idp_identifier);
        object.end();
    }
}

/// Structure `GetLogDeliveryConfigurationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetLogDeliveryConfigurationRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for GetLogDeliveryConfigurationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for GetLogDeliveryConfigurationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `GetProvisionedLimitRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetProvisionedLimitRequest {
    /// Member `LimitDefinition`, required.
    pub limit_definition: super::LimitDefinitionType,
}

impl rt::Decode for GetProvisionedLimitRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            limit_definition: at.required(
                &mut members,
                "LimitDefinition",
                &shapes::LIMIT_DEFINITION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetProvisionedLimitRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("LimitDefinition", &self.limit_definition);
        object.end();
    }
}

/// Structure `GetSigningCertificateRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetSigningCertificateRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for GetSigningCertificateRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for GetSigningCertificateRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `GetTokensFromRefreshTokenRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetTokensFromRefreshTokenRequest {
    /// Member `RefreshToken`, required.
    pub refresh_token: rt::Sensitive<String>,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `ClientSecret`.
    pub client_secret: Option<rt::Sensitive<String>>,
    /// Member `DeviceKey`.
    pub device_key: Option<String>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for GetTokensFromRefreshTokenRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            refresh_token: at.required(&mut members, "RefreshToken", &shapes::TOKEN_MODEL_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            client_secret: at.optional(
                &mut members,
                "ClientSecret",
                &shapes::CLIENT_SECRET_TYPE,
            )?,
            device_key: at.optional(&mut members, "DeviceKey", &shapes::DEVICE_KEY_TYPE)?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetTokensFromRefreshTokenRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("RefreshToken", &self.refresh_token);
        object.required("ClientId", &self.client_id);
        object.optional("ClientSecret", &self.client_secret);
        object.optional("DeviceKey", &self.device_key);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `GetUICustomizationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUICustomizationRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`.
    pub client_id: Option<rt::Sensitive<String>>,
}

impl rt::Decode for GetUICustomizationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.optional(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
        })
    }
}

impl rt::Encode for GetUICustomizationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("ClientId", &self.client_id);
        object.end();
    }
}

/// Structure `GetUserAttributeVerificationCodeRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserAttributeVerificationCodeRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `AttributeName`, required.
    pub attribute_name: String,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for GetUserAttributeVerificationCodeRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            attribute_name: at.required(
                &mut members,
                "AttributeName",
                &shapes::ATTRIBUTE_NAME_TYPE,
            )?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetUserAttributeVerificationCodeRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.required("AttributeName", &self.attribute_name);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `GetUserAuthFactorsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserAuthFactorsRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
}

impl rt::Decode for GetUserAuthFactorsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
        })
    }
}

impl rt::Encode for GetUserAuthFactorsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.end();
    }
}

/// Structure `GetUserPoolClientSessionConfigurationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserPoolClientSessionConfigurationRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
}

impl rt::Decode for GetUserPoolClientSessionConfigurationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
        })
    }
}

impl rt::Encode for GetUserPoolClientSessionConfigurationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.end();
    }
}

/// Structure `GetUserPoolMfaConfigRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserPoolMfaConfigRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for GetUserPoolMfaConfigRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for GetUserPoolMfaConfigRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `GetUserPoolSessionConfigurationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserPoolSessionConfigurationRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
}

impl rt::Decode for GetUserPoolSessionConfigurationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
        })
    }
}

impl rt::Encode for GetUserPoolSessionConfigurationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.end();
    }
}

/// Structure `GetUserRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
}

impl rt::Decode for GetUserRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
        })
    }
}

impl rt::Encode for GetUserRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.end();
    }
}

/// Structure `GlobalSignOutRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GlobalSignOutRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
}

impl rt::Decode for GlobalSignOutRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
        })
    }
}

impl rt::Encode for GlobalSignOutRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.end();
    }
}

/// Structure `InitiateAuthRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InitiateAuthRequest {
    /// Member `AuthFlow`, required.
    pub auth_flow: super::AuthFlowType,
    /// Member `AuthParameters`.
    pub auth_parameters: Option<rt::Sensitive<rt::BTreeMap<String, String>>>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `AnalyticsMetadata`.
    pub analytics_metadata: Option<super::AnalyticsMetadataType>,
    /// Member `UserContextData`.
    pub user_context_data: Option<rt::Sensitive<super::UserContextDataType>>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
}

impl rt::Decode for InitiateAuthRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            auth_flow: at.required(&mut members, "AuthFlow", &shapes::AUTH_FLOW_TYPE)?,
            auth_parameters: at.optional(
                &mut members,
                "AuthParameters",
                &shapes::AUTH_PARAMETERS_TYPE,
            )?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            analytics_metadata: at.optional(
                &mut members,
                "AnalyticsMetadata",
                &shapes::ANALYTICS_METADATA_TYPE,
            )?,
            user_context_data: at.optional(
                &mut members,
                "UserContextData",
                &shapes::USER_CONTEXT_DATA_TYPE,
            )?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
        })
    }
}

impl rt::Encode for InitiateAuthRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AuthFlow", &self.auth_flow);
        object.optional("AuthParameters", &self.auth_parameters);
        object.optional("ClientMetadata", &self.client_metadata);
        object.required("ClientId", &self.client_id);
        object.optional("AnalyticsMetadata", &self.analytics_metadata);
        object.optional("UserContextData", &self.user_context_data);
        object.optional("Session", &self.session);
        object.end();
    }
}

/// Structure `ListDevicesRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListDevicesRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `Limit`.
    pub limit: Option<i32>,
    /// Member `PaginationToken`.
    pub pagination_token: Option<String>,
}

impl rt::Decode for ListDevicesRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            limit: at.optional(&mut members, "Limit", &shapes::QUERY_LIMIT_TYPE)?,
            pagination_token: at.optional(
                &mut members,
                "PaginationToken",
                &shapes::SEARCH_PAGINATION_TOKEN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ListDevicesRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.optional("Limit", &self.limit);
        object.optional("PaginationToken", &self.pagination_token);
        object.end();
    }
}

/// Structure `ListGroupsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListGroupsRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Limit`.
    pub limit: Option<i32>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListGroupsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            limit: at.optional(&mut members, "Limit", &shapes::QUERY_LIMIT_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListGroupsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("Limit", &self.limit);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListIdentityProvidersRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListIdentityProvidersRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `MaxResults`.
    pub max_results: Option<i32>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListIdentityProvidersRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            max_results: at.optional(
                &mut members,
                "MaxResults",
                &shapes::LIST_PROVIDERS_LIMIT_TYPE,
            )?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY_TYPE)?,
        })
    }
}

impl rt::Encode for ListIdentityProvidersRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("MaxResults", &self.max_results);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListResourceServersRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListResourceServersRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `MaxResults`.
    pub max_results: Option<i32>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListResourceServersRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            max_results: at.optional(
                &mut members,
                "MaxResults",
                &shapes::LIST_RESOURCE_SERVERS_LIMIT_TYPE,
            )?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY_TYPE)?,
        })
    }
}

impl rt::Encode for ListResourceServersRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("MaxResults", &self.max_results);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListTagsForResourceRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListTagsForResourceRequest {
    /// Member `ResourceArn`, required.
    pub resource_arn: String,
}

impl rt::Decode for ListTagsForResourceRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { resource_arn: at.required(&mut members, "ResourceArn", &shapes::ARN_TYPE)? })
    }
}

impl rt::Encode for ListTagsForResourceRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ResourceArn", &self.resource_arn);
        object.end();
    }
}

/// Structure `ListTermsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListTermsRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `MaxResults`.
    pub max_results: Option<i32>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListTermsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            max_results: at.optional(
                &mut members,
                "MaxResults",
                &shapes::LIST_TERMS_REQUEST_MAX_RESULTS_INTEGER,
            )?,
            next_token: at.optional(&mut members, "NextToken", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for ListTermsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("MaxResults", &self.max_results);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUserImportJobsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserImportJobsRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `MaxResults`, required.
    pub max_results: i32,
    /// Member `PaginationToken`.
    pub pagination_token: Option<String>,
}

impl rt::Decode for ListUserImportJobsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            max_results: at.required(&mut members, "MaxResults", &shapes::POOL_QUERY_LIMIT_TYPE)?,
            pagination_token: at.optional(
                &mut members,
                "PaginationToken",
                &shapes::PAGINATION_KEY_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ListUserImportJobsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("MaxResults", &self.max_results);
        object.optional("PaginationToken", &self.pagination_token);
        object.end();
    }
}

/// Structure `ListUserPoolClientSecretsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserPoolClientSecretsRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListUserPoolClientSecretsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListUserPoolClientSecretsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUserPoolClientsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserPoolClientsRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `MaxResults`.
    pub max_results: Option<i32>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
    /// Member `ClientType`.
    pub client_type: Option<super::ClientTypeType>,
}

impl rt::Decode for ListUserPoolClientsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            max_results: at.optional(&mut members, "MaxResults", &shapes::QUERY_LIMIT)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
            client_type: at.optional(&mut members, "ClientType", &shapes::CLIENT_TYPE_TYPE)?,
        })
    }
}

impl rt::Encode for ListUserPoolClientsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("MaxResults", &self.max_results);
        object.optional("NextToken", &self.next_token);
        object.optional("ClientType", &self.client_type);
        object.end();
    }
}

/// Structure `ListUserPoolReplicasRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserPoolReplicasRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListUserPoolReplicasRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY_TYPE)?,
        })
    }
}

impl rt::Encode for ListUserPoolReplicasRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUserPoolsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserPoolsRequest {
    /// Member `NextToken`.
    pub next_token: Option<String>,
    /// Member `MaxResults`, required.
    pub max_results: i32,
}

impl rt::Decode for ListUserPoolsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY_TYPE)?,
            max_results: at.required(&mut members, "MaxResults", &shapes::POOL_QUERY_LIMIT_TYPE)?,
        })
    }
}

impl rt::Encode for ListUserPoolsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("NextToken", &self.next_token);
        object.required("MaxResults", &self.max_results);
        object.end();
    }
}

/// Structure `ListUserSessionsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserSessionsRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListUserSessionsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListUserSessionsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUsersInGroupRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUsersInGroupRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `GroupName`, required.
    pub group_name: String,
    /// Member `Limit`.
    pub limit: Option<i32>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListUsersInGroupRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            group_name: at.required(&mut members, "GroupName", &shapes::GROUP_NAME_TYPE)?,
            limit: at.optional(&mut members, "Limit", &shapes::QUERY_LIMIT_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListUsersInGroupRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("GroupName", &self.group_name);
        object.optional("Limit", &self.limit);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUsersRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUsersRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `AttributesToGet`.
    pub attributes_to_get: Option<Vec<String>>,
    /// Member `Limit`.
    pub limit: Option<i32>,
    /// Member `PaginationToken`.
    pub pagination_token: Option<String>,
    /// Member `Filter`.
    pub filter: Option<String>,
}

impl rt::Decode for ListUsersRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            attributes_to_get: at.optional(
                &mut members,
                "AttributesToGet",
                &shapes::SEARCHED_ATTRIBUTE_NAMES_LIST_TYPE,
            )?,
            limit: at.optional(&mut members, "Limit", &shapes::QUERY_LIMIT_TYPE)?,
            pagination_token: at.optional(
                &mut members,
                "PaginationToken",
                &shapes::SEARCH_PAGINATION_TOKEN_TYPE,
            )?,
            filter: at.optional(&mut members, "Filter", &shapes::USER_FILTER_TYPE)?,
        })
    }
}

impl rt::Encode for ListUsersRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("AttributesToGet", &self.attributes_to_get);
        object.optional("Limit", &self.limit);
        object.optional("PaginationToken", &self.pagination_token);
        object.optional("Filter", &self.filter);
        object.end();
    }
}

/// Structure `ListWebAuthnCredentialsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListWebAuthnCredentialsRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
    /// Member `MaxResults`.
    pub max_results: Option<i32>,
}

impl rt::Decode for ListWebAuthnCredentialsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
            max_results: at.optional(
                &mut members,
                "MaxResults",
                &shapes::WEB_AUTHN_CREDENTIALS_QUERY_LIMIT_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ListWebAuthnCredentialsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.optional("NextToken", &self.next_token);
        object.optional("MaxResults", &self.max_results);
        object.end();
    }
}

/// Structure `ResendConfirmationCodeRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResendConfirmationCodeRequest {
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `SecretHash`.
    pub secret_hash: Option<rt::Sensitive<String>>,
    /// Member `UserContextData`.
    pub user_context_data: Option<rt::Sensitive<super::UserContextDataType>>,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `AnalyticsMetadata`.
    pub analytics_metadata: Option<super::AnalyticsMetadataType>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for ResendConfirmationCodeRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            secret_hash: at.optional(&mut members, "SecretHash", &shapes::SECRET_HASH_TYPE)?,
            user_context_data: at.optional(
                &mut members,
                "UserContextData",
                &shapes::USER_CONTEXT_DATA_TYPE,
            )?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            analytics_metadata: at.optional(
                &mut members,
                "AnalyticsMetadata",
                &shapes::ANALYTICS_METADATA_TYPE,
            )?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ResendConfirmationCodeRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ClientId", &self.client_id);
        object.optional("SecretHash", &self.secret_hash);
        object.optional("UserContextData", &self.user_context_data);
        object.required("Username", &self.username);
        object.optional("AnalyticsMetadata", &self.analytics_metadata);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `RespondToAuthChallengeRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RespondToAuthChallengeRequest {
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `ChallengeName`, required.
    pub challenge_name: super::ChallengeNameType,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
    /// Member `ChallengeResponses`.
    pub challenge_responses: Option<rt::Sensitive<rt::BTreeMap<String, String>>>,
    /// Member `AnalyticsMetadata`.
    pub analytics_metadata: Option<super::AnalyticsMetadataType>,
    /// Member `UserContextData`.
    pub user_context_data: Option<rt::Sensitive<super::UserContextDataType>>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for RespondToAuthChallengeRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            challenge_name: at.required(
                &mut members,
                "ChallengeName",
                &shapes::CHALLENGE_NAME_TYPE,
            )?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
            challenge_responses: at.optional(
                &mut members,
                "ChallengeResponses",
                &shapes::CHALLENGE_RESPONSES_TYPE,
            )?,
            analytics_metadata: at.optional(
                &mut members,
                "AnalyticsMetadata",
                &shapes::ANALYTICS_METADATA_TYPE,
            )?,
            user_context_data: at.optional(
                &mut members,
                "UserContextData",
                &shapes::USER_CONTEXT_DATA_TYPE,
            )?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for RespondToAuthChallengeRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ClientId", &self.client_id);
        object.required("ChallengeName", &self.challenge_name);
        object.optional("Session", &self.session);
        object.optional("ChallengeResponses", &self.challenge_responses);
        object.optional("AnalyticsMetadata", &self.analytics_metadata);
        object.optional("UserContextData", &self.user_context_data);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `RevokeTokenRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RevokeTokenRequest {
    /// Member `Token`, required.
    pub token: rt::Sensitive<String>,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `ClientSecret`.
    pub client_secret: Option<rt::Sensitive<String>>,
    /// Member `RevokeAssociatedSessions`.
    pub revoke_associated_sessions: Option<super::RevokeAssociatedSessionsType>,
}

impl rt::Decode for RevokeTokenRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            token: at.required(&mut members, "Token", &shapes::TOKEN_MODEL_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            client_secret: at.optional(
                &mut members,
                "ClientSecret",
                &shapes::CLIENT_SECRET_TYPE,
            )?,
            revoke_associated_sessions: at.optional(
                &mut members,
                "RevokeAssociatedSessions",
                &shapes::REVOKE_ASSOCIATED_SESSIONS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for RevokeTokenRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Token", &self.token);
        object.required("ClientId", &self.client_id);
        object.optional("ClientSecret", &self.client_secret);
        object.optional("RevokeAssociatedSessions", &self.revoke_associated_sessions);
        object.end();
    }
}

/// Structure `RevokeUserSessionRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RevokeUserSessionRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `SessionId`, required.
    pub session_id: String,
    /// Member `RevokeAssociatedSessions`.
    pub revoke_associated_sessions: Option<super::RevokeAssociatedSessionsType>,
}

impl rt::Decode for RevokeUserSessionRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            session_id: at.required(&mut members, "SessionId", &shapes::SESSION_ID_TYPE)?,
            revoke_associated_sessions: at.optional(
                &mut members,
                "RevokeAssociatedSessions",
                &shapes::REVOKE_ASSOCIATED_SESSIONS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for RevokeUserSessionRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.required("SessionId", &self.session_id);
        object.optional("RevokeAssociatedSessions", &self.revoke_associated_sessions);
        object.end();
    }
}

/// Structure `SetLogDeliveryConfigurationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetLogDeliveryConfigurationRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `LogConfigurations`, required.
    pub log_configurations: Vec<super::LogConfigurationType>,
}

impl rt::Decode for SetLogDeliveryConfigurationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            log_configurations: at.required(
                &mut members,
                "LogConfigurations",
                &shapes::LOG_CONFIGURATION_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SetLogDeliveryConfigurationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("LogConfigurations", &self.log_configurations);
        object.end();
    }
}

/// Structure `SetRiskConfigurationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetRiskConfigurationRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`.
    pub client_id: Option<rt::Sensitive<String>>,
    /// Member `CompromisedCredentialsRiskConfiguration`.
    pub compromised_credentials_risk_configuration:
        Option<super::CompromisedCredentialsRiskConfigurationType>,
    /// Member `AccountTakeoverRiskConfiguration`.
    pub account_takeover_risk_configuration: Option<super::AccountTakeoverRiskConfigurationType>,
    /// Member `RiskExceptionConfiguration`.
    pub risk_exception_configuration: Option<super::RiskExceptionConfigurationType>,
}

impl rt::Decode for SetRiskConfigurationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.optional(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            compromised_credentials_risk_configuration: at.optional(
                &mut members,
                "CompromisedCredentialsRiskConfiguration",
                &shapes::COMPROMISED_CREDENTIALS_RISK_CONFIGURATION_TYPE,
            )?,
            account_takeover_risk_configuration: at.optional(
                &mut members,
                "AccountTakeoverRiskConfiguration",
                &shapes::ACCOUNT_TAKEOVER_RISK_CONFIGURATION_TYPE,
            )?,
            risk_exception_configuration: at.optional(
                &mut members,
                "RiskExceptionConfiguration",
                &shapes::RISK_EXCEPTION_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SetRiskConfigurationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("ClientId", &self.client_id);
        object.optional(
            "CompromisedCredentialsRiskConfiguration",
            &self.compromised_credentials_risk_configuration,
        );
        object.optional(
            "AccountTakeoverRiskConfiguration",
            &self.account_takeover_risk_configuration,
        );
        object.optional("RiskExceptionConfiguration", &self.risk_exception_configuration);
        object.end();
    }
}

/// Structure `SetUICustomizationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUICustomizationRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`.
    pub client_id: Option<rt::Sensitive<String>>,
    /// Member `CSS`.
    pub css: Option<String>,
    /// Member `ImageFile`.
    pub image_file: Option<rt::Blob>,
}

impl rt::Decode for SetUICustomizationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.optional(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            css: at.optional(&mut members, "CSS", &shapes::CSS_TYPE)?,
            image_file: at.optional(&mut members, "ImageFile", &shapes::IMAGE_FILE_TYPE)?,
        })
    }
}

impl rt::Encode for SetUICustomizationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("ClientId", &self.client_id);
        object.optional("CSS", &self.css);
        object.optional("ImageFile", &self.image_file);
        object.end();
    }
}

/// Structure `SetUserMFAPreferenceRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUserMFAPreferenceRequest {
    /// Member `SMSMfaSettings`.
    pub sms_mfa_settings: Option<super::SMSMfaSettingsType>,
    /// Member `SoftwareTokenMfaSettings`.
    pub software_token_mfa_settings: Option<super::SoftwareTokenMfaSettingsType>,
    /// Member `EmailMfaSettings`.
    pub email_mfa_settings: Option<super::EmailMfaSettingsType>,
    /// Member `WebAuthnMfaSettings`.
    pub web_authn_mfa_settings: Option<super::WebAuthnMfaSettingsType>,
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
}

impl rt::Decode for SetUserMFAPreferenceRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            sms_mfa_settings: at.optional(
                &mut members,
                "SMSMfaSettings",
                &shapes::SMS_MFA_SETTINGS_TYPE,
            )?,
            software_token_mfa_settings: at.optional(
                &mut members,
                "SoftwareTokenMfaSettings",
                &shapes::SOFTWARE_TOKEN_MFA_SETTINGS_TYPE,
            )?,
            email_mfa_settings: at.optional(
                &mut members,
                "EmailMfaSettings",
                &shapes::EMAIL_MFA_SETTINGS_TYPE,
            )?,
            web_authn_mfa_settings: at.optional(
                &mut members,
                "WebAuthnMfaSettings",
                &shapes::WEB_AUTHN_MFA_SETTINGS_TYPE,
            )?,
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
        })
    }
}

impl rt::Encode for SetUserMFAPreferenceRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("SMSMfaSettings", &self.sms_mfa_settings);
        object.optional("SoftwareTokenMfaSettings", &self.software_token_mfa_settings);
        object.optional("EmailMfaSettings", &self.email_mfa_settings);
        object.optional("WebAuthnMfaSettings", &self.web_authn_mfa_settings);
        object.required("AccessToken", &self.access_token);
        object.end();
    }
}

/// Structure `SetUserPoolClientSessionConfigurationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUserPoolClientSessionConfigurationRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `SSOSession`, required.
    pub sso_session: super::ClientSSOSessionConfigType,
}

impl rt::Decode for SetUserPoolClientSessionConfigurationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            sso_session: at.required(
                &mut members,
                "SSOSession",
                &shapes::CLIENT_SSO_SESSION_CONFIG_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SetUserPoolClientSessionConfigurationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.required("SSOSession", &self.sso_session);
        object.end();
    }
}

/// Structure `SetUserPoolMfaConfigRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUserPoolMfaConfigRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `SmsMfaConfiguration`.
    pub sms_mfa_configuration: Option<super::SmsMfaConfigType>,
    /// Member `SoftwareTokenMfaConfiguration`.
    pub software_token_mfa_configuration: Option<super::SoftwareTokenMfaConfigType>,
    /// Member `EmailMfaConfiguration`.
    pub email_mfa_configuration: Option<super::EmailMfaConfigType>,
    /// Member `MfaConfiguration`.
    pub mfa_configuration: Option<super::UserPoolMfaType>,
    /// Member `WebAuthnConfiguration`.
    pub web_authn_configuration: Option<super::WebAuthnConfigurationType>,
}

impl rt::Decode for SetUserPoolMfaConfigRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            sms_mfa_configuration: at.optional(
                &mut members,
                "SmsMfaConfiguration",
                &shapes::SMS_MFA_CONFIG_TYPE,
            )?,
            software_token_mfa_configuration: at.optional(
                &mut members,
                "SoftwareTokenMfaConfiguration",
                &shapes::SOFTWARE_TOKEN_MFA_CONFIG_TYPE,
            )?,
            email_mfa_configuration: at.optional(
                &mut members,
                "EmailMfaConfiguration",
                &shapes::EMAIL_MFA_CONFIG_TYPE,
            )?,
            mfa_configuration: at.optional(
                &mut members,
                "MfaConfiguration",
                &shapes::USER_POOL_MFA_TYPE,
            )?,
            web_authn_configuration: at.optional(
                &mut members,
                "WebAuthnConfiguration",
                &shapes::WEB_AUTHN_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SetUserPoolMfaConfigRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("SmsMfaConfiguration", &self.sms_mfa_configuration);
        object.optional("SoftwareTokenMfaConfiguration", &self.software_token_mfa_configuration);
        object.optional("EmailMfaConfiguration", &self.email_mfa_configuration);
        object.optional("MfaConfiguration", &self.mfa_configuration);
        object.optional("WebAuthnConfiguration", &self.web_authn_configuration);
        object.end();
    }
}

/// Structure `SetUserPoolSessionConfigurationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUserPoolSessionConfigurationRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `UserSessionTracking`, required.
    pub user_session_tracking: super::UserSessionTrackingType,
    /// Member `TokenSession`, required.
    pub token_session: super::UserPoolTokenSessionConfigType,
}

impl rt::Decode for SetUserPoolSessionConfigurationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            user_session_tracking: at.required(
                &mut members,
                "UserSessionTracking",
                &shapes::USER_SESSION_TRACKING_TYPE,
            )?,
            token_session: at.required(
                &mut members,
                "TokenSession",
                &shapes::USER_POOL_TOKEN_SESSION_CONFIG_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SetUserPoolSessionConfigurationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("UserSessionTracking", &self.user_session_tracking);
        object.required("TokenSession", &self.token_session);
        object.end();
    }
}

/// Structure `SetUserSettingsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUserSettingsRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `MFAOptions`, required.
    pub mfa_options: Vec<super::MFAOptionType>,
}

impl rt::Decode for SetUserSettingsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            mfa_options: at.required(&mut members, "MFAOptions", &shapes::MFA_OPTION_LIST_TYPE)?,
        })
    }
}

impl rt::Encode for SetUserSettingsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.required("MFAOptions", &self.mfa_options);
        object.end();
    }
}

/// Structure `SignUpRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SignUpRequest {
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `SecretHash`.
    pub secret_hash: Option<rt::Sensitive<String>>,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `Password`.
    pub password: Option<rt::Sensitive<String>>,
    /// Member `UserAttributes`.
    pub user_attributes: Option<Vec<super::AttributeType>>,
    /// Member `ValidationData`.
    pub validation_data: Option<Vec<super::AttributeType>>,
    /// Member `AnalyticsMetadata`.
    pub analytics_metadata: Option<super::AnalyticsMetadataType>,
    /// Member `UserContextData`.
    pub user_context_data: Option<rt::Sensitive<super::UserContextDataType>>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for SignUpRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            secret_hash: at.optional(&mut members, "SecretHash", &shapes::SECRET_HASH_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            password: at.optional(&mut members, "Password", &shapes::PASSWORD_TYPE)?,
            user_attributes: at.optional(
                &mut members,
                "UserAttributes",
                &shapes::ATTRIBUTE_LIST_TYPE,
            )?,
            validation_data: at.optional(
                &mut members,
                "ValidationData",
                &shapes::ATTRIBUTE_LIST_TYPE,
            )?,
            analytics_metadata: at.optional(
                &mut members,
                "AnalyticsMetadata",
                &shapes::ANALYTICS_METADATA_TYPE,
            )?,
            user_context_data: at.optional(
                &mut members,
                "UserContextData",
                &shapes::USER_CONTEXT_DATA_TYPE,
            )?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SignUpRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ClientId", &self.client_id);
        object.optional("SecretHash", &self.secret_hash);
        object.required("Username", &self.username);
        object.optional("Password", &self.password);
        object.optional("UserAttributes", &self.user_attributes);
        object.optional("ValidationData", &self.validation_data);
        object.optional("AnalyticsMetadata", &self.analytics_metadata);
        object.optional("UserContextData", &self.user_context_data);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `StartUserImportJobRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StartUserImportJobRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `JobId`, required.
    pub job_id: String,
}

impl rt::Decode for StartUserImportJobRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            job_id: at.required(&mut members, "JobId", &shapes::USER_IMPORT_JOB_ID_TYPE)?,
        })
    }
}

impl rt::Encode for StartUserImportJobRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("JobId", &self.job_id);
        object.end();
    }
}

/// Structure `StartWebAuthnRegistrationRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StartWebAuthnRegistrationRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
}

impl rt::Decode for StartWebAuthnRegistrationRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
        })
    }
}

impl rt::Encode for StartWebAuthnRegistrationRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.end();
    }
}

/// Structure `StopUserImportJobRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StopUserImportJobRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `JobId`, required.
    pub job_id: String,
}

impl rt::Decode for StopUserImportJobRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            job_id: at.required(&mut members, "JobId", &shapes::USER_IMPORT_JOB_ID_TYPE)?,
        })
    }
}

impl rt::Encode for StopUserImportJobRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("JobId", &self.job_id);
        object.end();
    }
}

/// Structure `TagResourceRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TagResourceRequest {
    /// Member `ResourceArn`, required.
    pub resource_arn: String,
    /// Member `Tags`, required.
    pub tags: rt::BTreeMap<String, String>,
}

impl rt::Decode for TagResourceRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            resource_arn: at.required(&mut members, "ResourceArn", &shapes::ARN_TYPE)?,
            tags: at.required(&mut members, "Tags", &shapes::USER_POOL_TAGS_TYPE)?,
        })
    }
}

impl rt::Encode for TagResourceRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ResourceArn", &self.resource_arn);
        object.required("Tags", &self.tags);
        object.end();
    }
}

/// Structure `UntagResourceRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UntagResourceRequest {
    /// Member `ResourceArn`, required.
    pub resource_arn: String,
    /// Member `TagKeys`, required.
    pub tag_keys: Vec<String>,
}

impl rt::Decode for UntagResourceRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            resource_arn: at.required(&mut members, "ResourceArn", &shapes::ARN_TYPE)?,
            tag_keys: at.required(&mut members, "TagKeys", &shapes::USER_POOL_TAGS_LIST_TYPE)?,
        })
    }
}

impl rt::Encode for UntagResourceRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ResourceArn", &self.resource_arn);
        object.required("TagKeys", &self.tag_keys);
        object.end();
    }
}

/// Structure `UpdateAuthEventFeedbackRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateAuthEventFeedbackRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `EventId`, required.
    pub event_id: String,
    /// Member `FeedbackToken`, required.
    pub feedback_token: rt::Sensitive<String>,
    /// Member `FeedbackValue`, required.
    pub feedback_value: super::FeedbackValueType,
}

impl rt::Decode for UpdateAuthEventFeedbackRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            event_id: at.required(&mut members, "EventId", &shapes::EVENT_ID_TYPE)?,
            feedback_token: at.required(
                &mut members,
                "FeedbackToken",
                &shapes::TOKEN_MODEL_TYPE,
            )?,
            feedback_value: at.required(
                &mut members,
                "FeedbackValue",
                &shapes::FEEDBACK_VALUE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateAuthEventFeedbackRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.required("EventId", &self.event_id);
        object.required("FeedbackToken", &self.feedback_token);
        object.required("FeedbackValue", &self.feedback_value);
        object.end();
    }
}

/// Structure `UpdateDeviceStatusRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateDeviceStatusRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `DeviceKey`, required.
    pub device_key: String,
    /// Member `DeviceRememberedStatus`.
    pub device_remembered_status: Option<super::DeviceRememberedStatusType>,
}

impl rt::Decode for UpdateDeviceStatusRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            device_key: at.required(&mut members, "DeviceKey", &shapes::DEVICE_KEY_TYPE)?,
            device_remembered_status: at.optional(
                &mut members,
                "DeviceRememberedStatus",
                &shapes::DEVICE_REMEMBERED_STATUS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateDeviceStatusRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.required("DeviceKey", &self.device_key);
        object.optional("DeviceRememberedStatus", &self.device_remembered_status);
        object.end();
    }
}

/// Structure `UpdateGroupRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateGroupRequest {
    /// Member `GroupName`, required.
    pub group_name: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Description`.
    pub description: Option<String>,
    /// Member `RoleArn`.
    pub role_arn: Option<String>,
    /// Member `Precedence`.
    pub precedence: Option<i32>,
}

impl rt::Decode for UpdateGroupRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            group_name: at.required(&mut members, "GroupName", &shapes::GROUP_NAME_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            description: at.optional(&mut members, "Description", &shapes::DESCRIPTION_TYPE)?,
            role_arn: at.optional(&mut members, "RoleArn", &shapes::ARN_TYPE)?,
            precedence: at.optional(&mut members, "Precedence", &shapes::PRECEDENCE_TYPE)?,
        })
    }
}

impl rt::Encode for UpdateGroupRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("GroupName", &self.group_name);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("Description", &self.description);
        object.optional("RoleArn", &self.role_arn);
        object.optional("Precedence", &self.precedence);
        object.end();
    }
}

/// Structure `UpdateIdentityProviderRequest`.
#[derive(Clone, Default, PartialEq)]
pub struct UpdateIdentityProviderRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ProviderName`, required.
    pub provider_name: String,
    /// Member `ProviderDetails`.
    pub provider_details: Option<rt::BTreeMap<String, String>>,
    /// Member `AttributeMapping`.
    pub attribute_mapping: Option<rt::BTreeMap<String, String>>,
    /// Member `IdpIdentifiers`.
    pub idp_identifiers: Option<Vec<String>>,
    /// Member `AcrMapping`.
    pub acr_mapping: Option<rt::BTreeMap<String, String>>,
}

impl rt::fmt::Debug for UpdateIdentityProviderRequest {
    fn fmt(&self, f: &mut rt::fmt::Formatter<'_>) -> rt::fmt::Result {
        f.debug_struct("UpdateIdentityProviderRequest")
            .field("user_pool_id", &self.user_pool_id)
            .field("provider_name", &self.provider_name)
            .field("provider_details", &self.provider_details.as_ref().map(|_| rt::Hidden))
            .field("attribute_mapping", &self.attribute_mapping)
            .field("idp_identifiers", &self.idp_identifiers)
            .field("acr_mapping", &self.acr_mapping)
            .finish()
    }
}

impl rt::Decode for UpdateIdentityProviderRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            provider_name: at.required(
                &mut members,
                "ProviderName",
                &shapes::PROVIDER_NAME_TYPE,
            )?,
            provider_details: at.optional(
                &mut members,
                "ProviderDetails",
                &shapes::PROVIDER_DETAILS_TYPE,
            )?,
            attribute_mapping: at.optional(
                &mut members,
                "AttributeMapping",
                &shapes::ATTRIBUTE_MAPPING_TYPE,
            )?,
            idp_identifiers: at.optional(
                &mut members,
                "IdpIdentifiers",
                &shapes::IDP_IDENTIFIERS_LIST_TYPE,
            )?,
            acr_mapping: at.optional(&mut members, "AcrMapping", &shapes::ACR_MAPPING_TYPE)?,
        })
    }
}

impl rt::Encode for UpdateIdentityProviderRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ProviderName", &self.provider_name);
        object.optional("ProviderDetails", &self.provider_details);
        object.optional("AttributeMapping", &self.attribute_mapping);
        object.optional("IdpIdentifiers", &self.idp_identifiers);
        object.optional("AcrMapping", &self.acr_mapping);
        object.end();
    }
}

/// Structure `UpdateManagedLoginBrandingRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateManagedLoginBrandingRequest {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `ManagedLoginBrandingId`.
    pub managed_login_branding_id: Option<String>,
    /// Member `UseCognitoProvidedValues`.
    pub use_cognito_provided_values: Option<bool>,
    /// Member `Settings`.
    pub settings: Option<rt::Document>,
    /// Member `Assets`.
    pub assets: Option<Vec<super::AssetType>>,
}

impl rt::Decode for UpdateManagedLoginBrandingRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            managed_login_branding_id: at.optional(
                &mut members,
                "ManagedLoginBrandingId",
                &shapes::MANAGED_LOGIN_BRANDING_ID_TYPE,
            )?,
            use_cognito_provided_values: at.optional(
                &mut members,
                "UseCognitoProvidedValues",
                &shapes::BOOLEAN_TYPE,
            )?,
            settings: at.optional(&mut members, "Settings", &shapes::DOCUMENT)?,
            assets: at.optional(&mut members, "Assets", &shapes::ASSET_LIST_TYPE)?,
        })
    }
}

impl rt::Encode for UpdateManagedLoginBrandingRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("ManagedLoginBrandingId", &self.managed_login_branding_id);
        object.optional("UseCognitoProvidedValues", &self.use_cognito_provided_values);
        object.optional("Settings", &self.settings);
        object.optional("Assets", &self.assets);
        object.end();
    }
}

/// Structure `UpdateProvisionedLimitRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateProvisionedLimitRequest {
    /// Member `LimitDefinition`, required.
    pub limit_definition: super::LimitDefinitionType,
    /// Member `RequestedLimitValue`, required.
    pub requested_limit_value: i32,
}

impl rt::Decode for UpdateProvisionedLimitRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            limit_definition: at.required(
                &mut members,
                "LimitDefinition",
                &shapes::LIMIT_DEFINITION_TYPE,
            )?,
            requested_limit_value: at.required(
                &mut members,
                "RequestedLimitValue",
                &shapes::INTEGER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateProvisionedLimitRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("LimitDefinition", &self.limit_definition);
        object.required("RequestedLimitValue", &self.requested_limit_value);
        object.end();
    }
}

/// Structure `UpdateResourceServerRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateResourceServerRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Identifier`, required.
    pub identifier: String,
    /// Member `Name`, required.
    pub name: String,
    /// Member `Scopes`.
    pub scopes: Option<Vec<super::ResourceServerScopeType>>,
}

impl rt::Decode for UpdateResourceServerRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            identifier: at.required(
                &mut members,
                "Identifier",
                &shapes::RESOURCE_SERVER_IDENTIFIER_TYPE,
            )?,
            name: at.required(&mut members, "Name", &shapes::RESOURCE_SERVER_NAME_TYPE)?,
            scopes: at.optional(
                &mut members,
                "Scopes",
                &shapes::RESOURCE_SERVER_SCOPE_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateResourceServerRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Identifier", &self.identifier);
        object.required("Name", &self.name);
        object.optional("Scopes", &self.scopes);
        object.end();
    }
}

/// Structure `UpdateTermsRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateTermsRequest {
    /// Member `TermsId`, required.
    pub terms_id: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `TermsName`.
    pub terms_name: Option<String>,
    /// Member `TermsSource`.
    pub terms_source: Option<super::TermsSourceType>,
    /// Member `Enforcement`.
    pub enforcement: Option<super::TermsEnforcementType>,
    /// Member `Links`.
    pub links: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for UpdateTermsRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            terms_id: at.required(&mut members, "TermsId", &shapes::TERMS_ID_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            terms_name: at.optional(&mut members, "TermsName", &shapes::TERMS_NAME_TYPE)?,
            terms_source: at.optional(&mut members, "TermsSource", &shapes::TERMS_SOURCE_TYPE)?,
            enforcement: at.optional(
                &mut members,
                "Enforcement",
                &shapes::TERMS_ENFORCEMENT_TYPE,
            )?,
            links: at.optional(&mut members, "Links", &shapes::LINKS_TYPE)?,
        })
    }
}

impl rt::Encode for UpdateTermsRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("TermsId", &self.terms_id);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("TermsName", &self.terms_name);
        object.optional("TermsSource", &self.terms_source);
        object.optional("Enforcement", &self.enforcement);
        object.optional("Links", &self.links);
        object.end();
    }
}

/// Structure `UpdateUserAttributesRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateUserAttributesRequest {
    /// Member `UserAttributes`, required.
    pub user_attributes: Vec<super::AttributeType>,
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `ClientMetadata`.
    pub client_metadata: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for UpdateUserAttributesRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_attributes: at.required(
                &mut members,
                "UserAttributes",
                &shapes::ATTRIBUTE_LIST_TYPE,
            )?,
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            client_metadata: at.optional(
                &mut members,
                "ClientMetadata",
                &shapes::CLIENT_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateUserAttributesRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserAttributes", &self.user_attributes);
        object.required("AccessToken", &self.access_token);
        object.optional("ClientMetadata", &self.client_metadata);
        object.end();
    }
}

/// Structure `UpdateUserPoolClientRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateUserPoolClientRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ClientId`, required.
    pub client_id: rt::Sensitive<String>,
    /// Member `ClientName`.
    pub client_name: Option<String>,
    /// Member `RefreshTokenValidity`.
    pub refresh_token_validity: Option<i32>,
    /// Member `AccessTokenValidity`.
    pub access_token_validity: Option<i32>,
    /// Member `IdTokenValidity`.
    pub id_token_validity: Option<i32>,
    /// Member `TokenValidityUnits`.
    pub token_validity_units: Option<super::TokenValidityUnitsType>,
    /// Member `ReadAttributes`.
    pub read_attributes: Option<Vec<String>>,
    /// Member `WriteAttributes`.
    pub write_attributes: Option<Vec<String>>,
    /// Member `ExplicitAuthFlows`.
    pub explicit_auth_flows: Option<Vec<super::ExplicitAuthFlowsType>>,
    /// Member `SupportedIdentityProviders`.
    pub supported_identity_providers: Option<Vec<String>>,
    /// Member `CallbackURLs`.
    pub callback_urls: Option<Vec<String>>,
    /// Member `LogoutURLs`.
    pub logout_urls: Option<Vec<String>>,
    /// Member `DefaultRedirectURI`.
    pub default_redirect_uri: Option<String>,
    /// Member `AllowedOAuthFlows`.
    pub allowed_oauth_flows: Option<Vec<super::OAuthFlowType>>,
    /// Member `AllowedOAuthScopes`.
    pub allowed_oauth_scopes: Option<Vec<String>>,
    /// Member `AllowedOAuthFlowsUserPoolClient`.
    pub allowed_oauth_flows_user_pool_client: Option<bool>,
    /// Member `AnalyticsConfiguration`.
    pub analytics_configuration: Option<super::AnalyticsConfigurationType>,
    /// Member `PreventUserExistenceErrors`.
    pub prevent_user_existence_errors: Option<super::PreventUserExistenceErrorTypes>,
    /// Member `EnableTokenRevocation`.
    pub enable_token_revocation: Option<bool>,
    /// Member `EnablePropagateAdditionalUserContextData`.
    pub enable_propagate_additional_user_context_data: Option<bool>,
    /// Member `AuthSessionValidity`.
    pub auth_session_validity: Option<i32>,
    /// Member `RefreshTokenRotation`.
    pub refresh_token_rotation: Option<super::RefreshTokenRotationType>,
}

impl rt::Decode for UpdateUserPoolClientRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            client_name: at.optional(&mut members, "ClientName", &shapes::CLIENT_NAME_TYPE)?,
            refresh_token_validity: at.optional(
                &mut members,
                "RefreshTokenValidity",
                &shapes::REFRESH_TOKEN_VALIDITY_TYPE,
            )?,
            access_token_validity: at.optional(
                &mut members,
                "AccessTokenValidity",
                &shapes::ACCESS_TOKEN_VALIDITY_TYPE,
            )?,
            id_token_validity: at.optional(
                &mut members,
                "IdTokenValidity",
                &shapes::ID_TOKEN_VALIDITY_TYPE,
            )?,
            token_validity_units: at.optional(
                &mut members,
                "TokenValidityUnits",
                &shapes::TOKEN_VALIDITY_UNITS_TYPE,
            )?,
            read_attributes: at.optional(
                &mut members,
                "ReadAttributes",
                &shapes::CLIENT_PERMISSION_LIST_TYPE,
            )?,
            write_attributes: at.optional(
                &mut members,
                "WriteAttributes",
                &shapes::CLIENT_PERMISSION_LIST_TYPE,
            )?,
            explicit_auth_flows: at.optional(
                &mut members,
                "ExplicitAuthFlows",
                &shapes::EXPLICIT_AUTH_FLOWS_LIST_TYPE,
            )?,
            supported_identity_providers: at.optional(
                &mut members,
                "SupportedIdentityProviders",
                &shapes::SUPPORTED_IDENTITY_PROVIDERS_LIST_TYPE,
            )?,
            callback_urls: at.optional(
                &mut members,
                "CallbackURLs",
                &shapes::CALLBACK_URLS_LIST_TYPE,
            )?,
            logout_urls: at.optional(&mut members, "LogoutURLs", &shapes::LOGOUT_URLS_LIST_TYPE)?,
            default_redirect_uri: at.optional(
                &mut members,
                "DefaultRedirectURI",
                &shapes::REDIRECT_URL_TYPE,
            )?,
            allowed_oauth_flows: at.optional(
                &mut members,
                "AllowedOAuthFlows",
                &shapes::OAUTH_FLOWS_TYPE,
            )?,
            allowed_oauth_scopes: at.optional(
                &mut members,
                "AllowedOAuthScopes",
                &shapes::SCOPE_LIST_TYPE,
            )?,
            allowed_oauth_flows_user_pool_client: at.optional(
                &mut members,
                "AllowedOAuthFlowsUserPoolClient",
                &shapes::BOOLEAN_TYPE,
            )?,
            analytics_configuration: at.optional(
                &mut members,
                "AnalyticsConfiguration",
                &shapes::ANALYTICS_CONFIGURATION_TYPE,
            )?,
            prevent_user_existence_errors: at.optional(
                &mut members,
                "PreventUserExistenceErrors",
                &shapes::PREVENT_USER_EXISTENCE_ERROR_TYPES,
            )?,
            enable_token_revocation: at.optional(
                &mut members,
                "EnableTokenRevocation",
                &shapes::WRAPPED_BOOLEAN_TYPE,
            )?,
            enable_propagate_additional_user_context_data: at.optional(
                &mut members,
                "EnablePropagateAdditionalUserContextData",
                &shapes::WRAPPED_BOOLEAN_TYPE,
            )?,
            auth_session_validity: at.optional(
                &mut members,
                "AuthSessionValidity",
                &shapes::AUTH_SESSION_VALIDITY_TYPE,
            )?,
            refresh_token_rotation: at.optional(
                &mut members,
                "RefreshTokenRotation",
                &shapes::REFRESH_TOKEN_ROTATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateUserPoolClientRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.optional("ClientName", &self.client_name);
        object.optional("RefreshTokenValidity", &self.refresh_token_validity);
        object.optional("AccessTokenValidity", &self.access_token_validity);
        object.optional("IdTokenValidity", &self.id_token_validity);
        object.optional("TokenValidityUnits", &self.token_validity_units);
        object.optional("ReadAttributes", &self.read_attributes);
        object.optional("WriteAttributes", &self.write_attributes);
        object.optional("ExplicitAuthFlows", &self.explicit_auth_flows);
        object.optional("SupportedIdentityProviders", &self.supported_identity_providers);
        object.optional("CallbackURLs", &self.callback_urls);
        object.optional("LogoutURLs", &self.logout_urls);
        object.optional("DefaultRedirectURI", &self.default_redirect_uri);
        object.optional("AllowedOAuthFlows", &self.allowed_oauth_flows);
        object.optional("AllowedOAuthScopes", &self.allowed_oauth_scopes);
        object.optional(
            "AllowedOAuthFlowsUserPoolClient",
            &self.allowed_oauth_flows_user_pool_client,
        );
        object.optional("AnalyticsConfiguration", &self.analytics_configuration);
        object.optional("PreventUserExistenceErrors", &self.prevent_user_existence_errors);
        object.optional("EnableTokenRevocation", &self.enable_token_revocation);
        object.optional(
            "EnablePropagateAdditionalUserContextData",
            &self.enable_propagate_additional_user_context_data,
        );
        object.optional("AuthSessionValidity", &self.auth_session_validity);
        object.optional("RefreshTokenRotation", &self.refresh_token_rotation);
        object.end();
    }
}

/// Structure `UpdateUserPoolDomainRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateUserPoolDomainRequest {
    /// Member `Domain`, required.
    pub domain: String,
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `ManagedLoginVersion`.
    pub managed_login_version: Option<i32>,
    /// Member `CustomDomainConfig`.
    pub custom_domain_config: Option<super::CustomDomainConfigType>,
    /// Member `Routing`.
    pub routing: Option<super::RoutingType>,
}

impl rt::Decode for UpdateUserPoolDomainRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            domain: at.required(&mut members, "Domain", &shapes::DOMAIN_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            managed_login_version: at.optional(
                &mut members,
                "ManagedLoginVersion",
                &shapes::WRAPPED_INTEGER_TYPE,
            )?,
            custom_domain_config: at.optional(
                &mut members,
                "CustomDomainConfig",
                &shapes::CUSTOM_DOMAIN_CONFIG_TYPE,
            )?,
            routing: at.optional(&mut members, "Routing", &shapes::ROUTING_TYPE)?,
        })
    }
}

impl rt::Encode for UpdateUserPoolDomainRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Domain", &self.domain);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("ManagedLoginVersion", &self.managed_login_version);
        object.optional("CustomDomainConfig", &self.custom_domain_config);
        object.optional("Routing", &self.routing);
        object.end();
    }
}

/// Structure `UpdateUserPoolReplicaRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateUserPoolReplicaRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `RegionName`, required.
    pub region_name: String,
    /// Member `Status`, required.
    pub status: super::UpdateReplicaStatusType,
}

impl rt::Decode for UpdateUserPoolReplicaRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            region_name: at.required(&mut members, "RegionName", &shapes::REGION_NAME_TYPE)?,
            status: at.required(&mut members, "Status", &shapes::UPDATE_REPLICA_STATUS_TYPE)?,
        })
    }
}

impl rt::Encode for UpdateUserPoolReplicaRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("RegionName", &self.region_name);
        object.required("Status", &self.status);
        object.end();
    }
}

/// Structure `UpdateUserPoolRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateUserPoolRequest {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `Policies`.
    pub policies: Option<super::UserPoolPolicyType>,
    /// Member `DeletionProtection`.
    pub deletion_protection: Option<super::DeletionProtectionType>,
    /// Member `LambdaConfig`.
    pub lambda_config: Option<super::LambdaConfigType>,
    /// Member `AutoVerifiedAttributes`.
    pub auto_verified_attributes: Option<Vec<super::VerifiedAttributeType>>,
    /// Member `SmsVerificationMessage`.
    pub sms_verification_message: Option<String>,
    /// Member `EmailVerificationMessage`.
    pub email_verification_message: Option<String>,
    /// Member `EmailVerificationSubject`.
    pub email_verification_subject: Option<String>,
    /// Member `VerificationMessageTemplate`.
    pub verification_message_template: Option<super::VerificationMessageTemplateType>,
    /// Member `SmsAuthenticationMessage`.
    pub sms_authentication_message: Option<String>,
    /// Member `UserAttributeUpdateSettings`.
    pub user_attribute_update_settings: Option<super::UserAttributeUpdateSettingsType>,
    /// Member `MfaConfiguration`.
    pub mfa_configuration: Option<super::UserPoolMfaType>,
    /// Member `DeviceConfiguration`.
    pub device_configuration: Option<super::DeviceConfigurationType>,
    /// Member `EmailConfiguration`.
    pub email_configuration: Option<super::EmailConfigurationType>,
    /// Member `SmsConfiguration`.
    pub sms_configuration: Option<super::SmsConfigurationType>,
    /// Member `UserPoolTags`.
    pub user_pool_tags: Option<rt::BTreeMap<String, String>>,
    /// Member `AdminCreateUserConfig`.
    pub admin_create_user_config: Option<super::AdminCreateUserConfigType>,
    /// Member `UserPoolAddOns`.
    pub user_pool_add_ons: Option<super::UserPoolAddOnsType>,
    /// Member `DcrConfiguration`.
    pub dcr_configuration: Option<super::DcrConfigurationType>,
    /// Member `AccountRecoverySetting`.
    pub account_recovery_setting: Option<super::AccountRecoverySettingType>,
    /// Member `PoolName`.
    pub pool_name: Option<String>,
    /// Member `UserPoolTier`.
    pub user_pool_tier: Option<super::UserPoolTierType>,
    /// Member `KeyConfiguration`.
    pub key_configuration: Option<super::KeyConfigurationType>,
    /// Member `IssuerConfiguration`.
    pub issuer_configuration: Option<super::IssuerConfigurationType>,
    /// Member `AcrConfiguration`.
    pub acr_configuration: Option<rt::BTreeMap<String, super::AcrLevelConfigType>>,
}

impl rt::Decode for UpdateUserPoolRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            policies: at.optional(&mut members, "Policies", &shapes::USER_POOL_POLICY_TYPE)?,
            deletion_protection: at.optional(
                &mut members,
                "DeletionProtection",
                &shapes::DELETION_PROTECTION_TYPE,
            )?,
            lambda_config: at.optional(
                &mut members,
                "LambdaConfig",
                &shapes::LAMBDA_CONFIG_TYPE,
            )?,
            auto_verified_attributes: at.optional(
                &mut members,
                "AutoVerifiedAttributes",
                &shapes::VERIFIED_ATTRIBUTES_LIST_TYPE,
            )?,
            sms_verification_message: at.optional(
                &mut members,
                "SmsVerificationMessage",
                &shapes::SMS_VERIFICATION_MESSAGE_TYPE,
            )?,
            email_verification_message: at.optional(
                &mut members,
                "EmailVerificationMessage",
                &shapes::EMAIL_VERIFICATION_MESSAGE_TYPE,
            )?,
            email_verification_subject: at.optional(
                &mut members,
                "EmailVerificationSubject",
                &shapes::EMAIL_VERIFICATION_SUBJECT_TYPE,
            )?,
            verification_message_template: at.optional(
                &mut members,
                "VerificationMessageTemplate",
                &shapes::VERIFICATION_MESSAGE_TEMPLATE_TYPE,
            )?,
            sms_authentication_message: at.optional(
                &mut members,
                "SmsAuthenticationMessage",
                &shapes::SMS_VERIFICATION_MESSAGE_TYPE,
            )?,
            user_attribute_update_settings: at.optional(
                &mut members,
                "UserAttributeUpdateSettings",
                &shapes::USER_ATTRIBUTE_UPDATE_SETTINGS_TYPE,
            )?,
            mfa_configuration: at.optional(
                &mut members,
                "MfaConfiguration",
                &shapes::USER_POOL_MFA_TYPE,
            )?,
            device_configuration: at.optional(
                &mut members,
                "DeviceConfiguration",
                &shapes::DEVICE_CONFIGURATION_TYPE,
            )?,
            email_configuration: at.optional(
                &mut members,
                "EmailConfiguration",
                &shapes::EMAIL_CONFIGURATION_TYPE,
            )?,
            sms_configuration: at.optional(
                &mut members,
                "SmsConfiguration",
                &shapes::SMS_CONFIGURATION_TYPE,
            )?,
            user_pool_tags: at.optional(
                &mut members,
                "UserPoolTags",
                &shapes::USER_POOL_TAGS_TYPE,
            )?,
            admin_create_user_config: at.optional(
                &mut members,
                "AdminCreateUserConfig",
                &shapes::ADMIN_CREATE_USER_CONFIG_TYPE,
            )?,
            user_pool_add_ons: at.optional(
                &mut members,
                "UserPoolAddOns",
                &shapes::USER_POOL_ADD_ONS_TYPE,
            )?,
            dcr_configuration: at.optional(
                &mut members,
                "DcrConfiguration",
                &shapes::DCR_CONFIGURATION_TYPE,
            )?,
            account_recovery_setting: at.optional(
                &mut members,
                "AccountRecoverySetting",
                &shapes::ACCOUNT_RECOVERY_SETTING_TYPE,
            )?,
            pool_name: at.optional(&mut members, "PoolName", &shapes::USER_POOL_NAME_TYPE)?,
            user_pool_tier: at.optional(
                &mut members,
                "UserPoolTier",
                &shapes::USER_POOL_TIER_TYPE,
            )?,
            key_configuration: at.optional(
                &mut members,
                "KeyConfiguration",
                &shapes::KEY_CONFIGURATION_TYPE,
            )?,
            issuer_configuration: at.optional(
                &mut members,
                "IssuerConfiguration",
                &shapes::ISSUER_CONFIGURATION_TYPE,
            )?,
            acr_configuration: at.optional(
                &mut members,
                "AcrConfiguration",
                &shapes::ACR_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateUserPoolRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("Policies", &self.policies);
        object.optional("DeletionProtection", &self.deletion_protection);
        object.optional("LambdaConfig", &self.lambda_config);
        object.optional("AutoVerifiedAttributes", &self.auto_verified_attributes);
        object.optional("SmsVerificationMessage", &self.sms_verification_message);
        object.optional("EmailVerificationMessage", &self.email_verification_message);
        object.optional("EmailVerificationSubject", &self.email_verification_subject);
        object.optional("VerificationMessageTemplate", &self.verification_message_template);
        object.optional("SmsAuthenticationMessage", &self.sms_authentication_message);
        object.optional("UserAttributeUpdateSettings", &self.user_attribute_update_settings);
        object.optional("MfaConfiguration", &self.mfa_configuration);
        object.optional("DeviceConfiguration", &self.device_configuration);
        object.optional("EmailConfiguration", &self.email_configuration);
        object.optional("SmsConfiguration", &self.sms_configuration);
        object.optional("UserPoolTags", &self.user_pool_tags);
        object.optional("AdminCreateUserConfig", &self.admin_create_user_config);
        object.optional("UserPoolAddOns", &self.user_pool_add_ons);
        object.optional("DcrConfiguration", &self.dcr_configuration);
        object.optional("AccountRecoverySetting", &self.account_recovery_setting);
        object.optional("PoolName", &self.pool_name);
        object.optional("UserPoolTier", &self.user_pool_tier);
        object.optional("KeyConfiguration", &self.key_configuration);
        object.optional("IssuerConfiguration", &self.issuer_configuration);
        object.optional("AcrConfiguration", &self.acr_configuration);
        object.end();
    }
}

/// Structure `VerifySoftwareTokenRequest`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct VerifySoftwareTokenRequest {
    /// Member `AccessToken`.
    pub access_token: Option<rt::Sensitive<String>>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
    /// Member `UserCode`, required.
    pub user_code: rt::Sensitive<String>,
    /// Member `FriendlyDeviceName`.
    pub friendly_device_name: Option<String>,
}

impl rt::Decode for VerifySoftwareTokenRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.optional(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
            user_code: at.required(
                &mut members,
                "UserCode",
                &shapes::SOFTWARE_TOKEN_MFA_USER_CODE_TYPE,
            )?,
            friendly_device_name: at.optional(
                &mut members,
                "FriendlyDeviceName",
                &shapes::STRING_TYPE,
            )?,
        })
    }
}

impl rt::Encode for VerifySoftwareTokenRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AccessToken", &self.access_token);
        object.optional("Session", &self.session);
        object.required("UserCode", &self.user_code);
        object.optional("FriendlyDeviceName", &self.friendly_device_name);
        object.end();
    }
}

/// Structure `VerifyUserAttributeRequest`.
#[derive(Clone, Default, PartialEq)]
pub struct VerifyUserAttributeRequest {
    /// Member `AccessToken`, required.
    pub access_token: rt::Sensitive<String>,
    /// Member `AttributeName`, required.
    pub attribute_name: String,
    /// Member `Code`, required.
    pub code: String,
}

impl rt::fmt::Debug for VerifyUserAttributeRequest {
    fn fmt(&self, f: &mut rt::fmt::Formatter<'_>) -> rt::fmt::Result {
        f.debug_struct("VerifyUserAttributeRequest")
            .field("access_token", &self.access_token)
            .field("attribute_name", &self.attribute_name)
            .field("code", &rt::Hidden)
            .finish()
    }
}

impl rt::Decode for VerifyUserAttributeRequest {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.required(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            attribute_name: at.required(
                &mut members,
                "AttributeName",
                &shapes::ATTRIBUTE_NAME_TYPE,
            )?,
            code: at.required(&mut members, "Code", &shapes::CONFIRMATION_CODE_TYPE)?,
        })
    }
}

impl rt::Encode for VerifyUserAttributeRequest {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AccessToken", &self.access_token);
        object.required("AttributeName", &self.attribute_name);
        object.required("Code", &self.code);
        object.end();
    }
}
