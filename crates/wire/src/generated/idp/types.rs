// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Structures inside requests and responses.

use super::shapes;
use crate::rt;

/// Structure `AccountRecoverySettingType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccountRecoverySettingType {
    /// Member `RecoveryMechanisms`.
    pub recovery_mechanisms: Option<Vec<super::RecoveryOptionType>>,
}

impl rt::Decode for AccountRecoverySettingType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            recovery_mechanisms: at.optional(
                &mut members,
                "RecoveryMechanisms",
                &shapes::RECOVERY_MECHANISMS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AccountRecoverySettingType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("RecoveryMechanisms", &self.recovery_mechanisms);
        object.end();
    }
}

/// Structure `AccountTakeoverActionType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccountTakeoverActionType {
    /// Member `Notify`, required.
    pub notify: bool,
    /// Member `EventAction`, required.
    pub event_action: super::AccountTakeoverEventActionType,
}

impl rt::Decode for AccountTakeoverActionType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            notify: at.required(
                &mut members,
                "Notify",
                &shapes::ACCOUNT_TAKEOVER_ACTION_NOTIFY_TYPE,
            )?,
            event_action: at.required(
                &mut members,
                "EventAction",
                &shapes::ACCOUNT_TAKEOVER_EVENT_ACTION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AccountTakeoverActionType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Notify", &self.notify);
        object.required("EventAction", &self.event_action);
        object.end();
    }
}

/// Structure `AccountTakeoverActionsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccountTakeoverActionsType {
    /// Member `LowAction`.
    pub low_action: Option<super::AccountTakeoverActionType>,
    /// Member `MediumAction`.
    pub medium_action: Option<super::AccountTakeoverActionType>,
    /// Member `HighAction`.
    pub high_action: Option<super::AccountTakeoverActionType>,
}

impl rt::Decode for AccountTakeoverActionsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            low_action: at.optional(
                &mut members,
                "LowAction",
                &shapes::ACCOUNT_TAKEOVER_ACTION_TYPE,
            )?,
            medium_action: at.optional(
                &mut members,
                "MediumAction",
                &shapes::ACCOUNT_TAKEOVER_ACTION_TYPE,
            )?,
            high_action: at.optional(
                &mut members,
                "HighAction",
                &shapes::ACCOUNT_TAKEOVER_ACTION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AccountTakeoverActionsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("LowAction", &self.low_action);
        object.optional("MediumAction", &self.medium_action);
        object.optional("HighAction", &self.high_action);
        object.end();
    }
}

/// Structure `AccountTakeoverRiskConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccountTakeoverRiskConfigurationType {
    /// Member `NotifyConfiguration`.
    pub notify_configuration: Option<super::NotifyConfigurationType>,
    /// Member `Actions`, required.
    pub actions: super::AccountTakeoverActionsType,
}

impl rt::Decode for AccountTakeoverRiskConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            notify_configuration: at.optional(
                &mut members,
                "NotifyConfiguration",
                &shapes::NOTIFY_CONFIGURATION_TYPE,
            )?,
            actions: at.required(
                &mut members,
                "Actions",
                &shapes::ACCOUNT_TAKEOVER_ACTIONS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AccountTakeoverRiskConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("NotifyConfiguration", &self.notify_configuration);
        object.required("Actions", &self.actions);
        object.end();
    }
}

/// Structure `AcrLevelConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AcrLevelConfigType {
    /// Member `AcrValue`, required.
    pub acr_value: String,
}

impl rt::Decode for AcrLevelConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { acr_value: at.required(&mut members, "AcrValue", &shapes::ACR_VALUE_TYPE)? })
    }
}

impl rt::Encode for AcrLevelConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AcrValue", &self.acr_value);
        object.end();
    }
}

/// Structure `AdminCreateUserConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminCreateUserConfigType {
    /// Member `AllowAdminCreateUserOnly`.
    pub allow_admin_create_user_only: Option<bool>,
    /// Member `UnusedAccountValidityDays`.
    pub unused_account_validity_days: Option<i32>,
    /// Member `InviteMessageTemplate`.
    pub invite_message_template: Option<super::MessageTemplateType>,
}

impl rt::Decode for AdminCreateUserConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            allow_admin_create_user_only: at.optional(
                &mut members,
                "AllowAdminCreateUserOnly",
                &shapes::BOOLEAN_TYPE,
            )?,
            unused_account_validity_days: at.optional(
                &mut members,
                "UnusedAccountValidityDays",
                &shapes::ADMIN_CREATE_USER_UNUSED_ACCOUNT_VALIDITY_DAYS_TYPE,
            )?,
            invite_message_template: at.optional(
                &mut members,
                "InviteMessageTemplate",
                &shapes::MESSAGE_TEMPLATE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminCreateUserConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AllowAdminCreateUserOnly", &self.allow_admin_create_user_only);
        object.optional("UnusedAccountValidityDays", &self.unused_account_validity_days);
        object.optional("InviteMessageTemplate", &self.invite_message_template);
        object.end();
    }
}

/// Structure `AdvancedSecurityAdditionalFlowsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdvancedSecurityAdditionalFlowsType {
    /// Member `CustomAuthMode`.
    pub custom_auth_mode: Option<super::AdvancedSecurityEnabledModeType>,
}

impl rt::Decode for AdvancedSecurityAdditionalFlowsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            custom_auth_mode: at.optional(
                &mut members,
                "CustomAuthMode",
                &shapes::ADVANCED_SECURITY_ENABLED_MODE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdvancedSecurityAdditionalFlowsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("CustomAuthMode", &self.custom_auth_mode);
        object.end();
    }
}

/// Structure `AnalyticsConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AnalyticsConfigurationType {
    /// Member `ApplicationId`.
    pub application_id: Option<String>,
    /// Member `ApplicationArn`.
    pub application_arn: Option<String>,
    /// Member `RoleArn`.
    pub role_arn: Option<String>,
    /// Member `ExternalId`.
    pub external_id: Option<String>,
    /// Member `UserDataShared`.
    pub user_data_shared: Option<bool>,
}

impl rt::Decode for AnalyticsConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            application_id: at.optional(&mut members, "ApplicationId", &shapes::HEX_STRING_TYPE)?,
            application_arn: at.optional(&mut members, "ApplicationArn", &shapes::ARN_TYPE)?,
            role_arn: at.optional(&mut members, "RoleArn", &shapes::ARN_TYPE)?,
            external_id: at.optional(&mut members, "ExternalId", &shapes::STRING_TYPE)?,
            user_data_shared: at.optional(&mut members, "UserDataShared", &shapes::BOOLEAN_TYPE)?,
        })
    }
}

impl rt::Encode for AnalyticsConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ApplicationId", &self.application_id);
        object.optional("ApplicationArn", &self.application_arn);
        object.optional("RoleArn", &self.role_arn);
        object.optional("ExternalId", &self.external_id);
        object.optional("UserDataShared", &self.user_data_shared);
        object.end();
    }
}

/// Structure `AnalyticsMetadataType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AnalyticsMetadataType {
    /// Member `AnalyticsEndpointId`.
    pub analytics_endpoint_id: Option<String>,
}

impl rt::Decode for AnalyticsMetadataType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            analytics_endpoint_id: at.optional(
                &mut members,
                "AnalyticsEndpointId",
                &shapes::STRING_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AnalyticsMetadataType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AnalyticsEndpointId", &self.analytics_endpoint_id);
        object.end();
    }
}

/// Structure `AssetType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AssetType {
    /// Member `Category`, required.
    pub category: super::AssetCategoryType,
    /// Member `ColorMode`, required.
    pub color_mode: super::ColorSchemeModeType,
    /// Member `Extension`, required.
    pub extension: super::AssetExtensionType,
    /// Member `Bytes`.
    pub bytes: Option<rt::Blob>,
    /// Member `ResourceId`.
    pub resource_id: Option<String>,
}

impl rt::Decode for AssetType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            category: at.required(&mut members, "Category", &shapes::ASSET_CATEGORY_TYPE)?,
            color_mode: at.required(&mut members, "ColorMode", &shapes::COLOR_SCHEME_MODE_TYPE)?,
            extension: at.required(&mut members, "Extension", &shapes::ASSET_EXTENSION_TYPE)?,
            bytes: at.optional(&mut members, "Bytes", &shapes::ASSET_BYTES_TYPE)?,
            resource_id: at.optional(&mut members, "ResourceId", &shapes::RESOURCE_ID_TYPE)?,
        })
    }
}

impl rt::Encode for AssetType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Category", &self.category);
        object.required("ColorMode", &self.color_mode);
        object.required("Extension", &self.extension);
        object.optional("Bytes", &self.bytes);
        object.optional("ResourceId", &self.resource_id);
        object.end();
    }
}

/// Structure `AttributeType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AttributeType {
    /// Member `Name`, required.
    pub name: String,
    /// Member `Value`.
    pub value: Option<rt::Sensitive<String>>,
}

impl rt::Decode for AttributeType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            name: at.required(&mut members, "Name", &shapes::ATTRIBUTE_NAME_TYPE)?,
            value: at.optional(&mut members, "Value", &shapes::ATTRIBUTE_VALUE_TYPE)?,
        })
    }
}

impl rt::Encode for AttributeType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Name", &self.name);
        object.optional("Value", &self.value);
        object.end();
    }
}

/// Structure `AuthEventType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AuthEventType {
    /// Member `EventId`.
    pub event_id: Option<String>,
    /// Member `EventType`.
    pub event_type: Option<super::EventType>,
    /// Member `CreationDate`.
    pub creation_date: Option<rt::Timestamp>,
    /// Member `EventResponse`.
    pub event_response: Option<super::EventResponseType>,
    /// Member `EventRisk`.
    pub event_risk: Option<super::EventRiskType>,
    /// Member `ChallengeResponses`.
    pub challenge_responses: Option<Vec<super::ChallengeResponseType>>,
    /// Member `EventContextData`.
    pub event_context_data: Option<super::EventContextDataType>,
    /// Member `EventFeedback`.
    pub event_feedback: Option<super::EventFeedbackType>,
}

impl rt::Decode for AuthEventType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            event_id: at.optional(&mut members, "EventId", &shapes::STRING_TYPE)?,
            event_type: at.optional(&mut members, "EventType", &shapes::EVENT_TYPE)?,
            creation_date: at.optional(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
            event_response: at.optional(
                &mut members,
                "EventResponse",
                &shapes::EVENT_RESPONSE_TYPE,
            )?,
            event_risk: at.optional(&mut members, "EventRisk", &shapes::EVENT_RISK_TYPE)?,
            challenge_responses: at.optional(
                &mut members,
                "ChallengeResponses",
                &shapes::CHALLENGE_RESPONSE_LIST_TYPE,
            )?,
            event_context_data: at.optional(
                &mut members,
                "EventContextData",
                &shapes::EVENT_CONTEXT_DATA_TYPE,
            )?,
            event_feedback: at.optional(
                &mut members,
                "EventFeedback",
                &shapes::EVENT_FEEDBACK_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AuthEventType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("EventId", &self.event_id);
        object.optional("EventType", &self.event_type);
        object.optional("CreationDate", &self.creation_date);
        object.optional("EventResponse", &self.event_response);
        object.optional("EventRisk", &self.event_risk);
        object.optional("ChallengeResponses", &self.challenge_responses);
        object.optional("EventContextData", &self.event_context_data);
        object.optional("EventFeedback", &self.event_feedback);
        object.end();
    }
}

/// Structure `AuthenticationResultType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AuthenticationResultType {
    /// Member `AccessToken`.
    pub access_token: Option<rt::Sensitive<String>>,
    /// Member `ExpiresIn`.
    pub expires_in: Option<i32>,
    /// Member `TokenType`.
    pub token_type: Option<String>,
    /// Member `RefreshToken`.
    pub refresh_token: Option<rt::Sensitive<String>>,
    /// Member `IdToken`.
    pub id_token: Option<rt::Sensitive<String>>,
    /// Member `NewDeviceMetadata`.
    pub new_device_metadata: Option<super::NewDeviceMetadataType>,
}

impl rt::Decode for AuthenticationResultType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.optional(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            expires_in: at.optional(&mut members, "ExpiresIn", &shapes::INTEGER_TYPE)?,
            token_type: at.optional(&mut members, "TokenType", &shapes::STRING_TYPE)?,
            refresh_token: at.optional(&mut members, "RefreshToken", &shapes::TOKEN_MODEL_TYPE)?,
            id_token: at.optional(&mut members, "IdToken", &shapes::TOKEN_MODEL_TYPE)?,
            new_device_metadata: at.optional(
                &mut members,
                "NewDeviceMetadata",
                &shapes::NEW_DEVICE_METADATA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AuthenticationResultType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AccessToken", &self.access_token);
        object.optional("ExpiresIn", &self.expires_in);
        object.optional("TokenType", &self.token_type);
        object.optional("RefreshToken", &self.refresh_token);
        object.optional("IdToken", &self.id_token);
        object.optional("NewDeviceMetadata", &self.new_device_metadata);
        object.end();
    }
}

/// Structure `ChallengeResponseType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ChallengeResponseType {
    /// Member `ChallengeName`.
    pub challenge_name: Option<super::ChallengeName>,
    /// Member `ChallengeResponse`.
    pub challenge_response: Option<super::ChallengeResponse>,
}

impl rt::Decode for ChallengeResponseType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            challenge_name: at.optional(&mut members, "ChallengeName", &shapes::CHALLENGE_NAME)?,
            challenge_response: at.optional(
                &mut members,
                "ChallengeResponse",
                &shapes::CHALLENGE_RESPONSE,
            )?,
        })
    }
}

impl rt::Encode for ChallengeResponseType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ChallengeName", &self.challenge_name);
        object.optional("ChallengeResponse", &self.challenge_response);
        object.end();
    }
}

/// Structure `ClientAuthenticationResultType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ClientAuthenticationResultType {
    /// Member `AccessToken`.
    pub access_token: Option<rt::Sensitive<String>>,
    /// Member `ExpiresIn`.
    pub expires_in: Option<i32>,
    /// Member `TokenType`.
    pub token_type: Option<String>,
}

impl rt::Decode for ClientAuthenticationResultType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.optional(&mut members, "AccessToken", &shapes::TOKEN_MODEL_TYPE)?,
            expires_in: at.optional(&mut members, "ExpiresIn", &shapes::INTEGER_TYPE)?,
            token_type: at.optional(&mut members, "TokenType", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for ClientAuthenticationResultType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AccessToken", &self.access_token);
        object.optional("ExpiresIn", &self.expires_in);
        object.optional("TokenType", &self.token_type);
        object.end();
    }
}

/// Structure `ClientSSOSessionConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ClientSSOSessionConfigType {
    /// Member `MaxValidityMinutes`, required.
    pub max_validity_minutes: i32,
}

impl rt::Decode for ClientSSOSessionConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            max_validity_minutes: at.required(
                &mut members,
                "MaxValidityMinutes",
                &shapes::SSO_SESSION_MAX_VALIDITY_MINUTES_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ClientSSOSessionConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("MaxValidityMinutes", &self.max_validity_minutes);
        object.end();
    }
}

/// Structure `ClientSecretDescriptorType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ClientSecretDescriptorType {
    /// Member `ClientSecretId`.
    pub client_secret_id: Option<String>,
    /// Member `ClientSecretValue`.
    pub client_secret_value: Option<rt::Sensitive<String>>,
    /// Member `ClientSecretCreateDate`.
    pub client_secret_create_date: Option<rt::Timestamp>,
}

impl rt::Decode for ClientSecretDescriptorType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_secret_id: at.optional(
                &mut members,
                "ClientSecretId",
                &shapes::CLIENT_SECRET_ID_TYPE,
            )?,
            client_secret_value: at.optional(
                &mut members,
                "ClientSecretValue",
                &shapes::CLIENT_SECRET_TYPE,
            )?,
            client_secret_create_date: at.optional(
                &mut members,
                "ClientSecretCreateDate",
                &shapes::DATE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ClientSecretDescriptorType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ClientSecretId", &self.client_secret_id);
        object.optional("ClientSecretValue", &self.client_secret_value);
        object.optional("ClientSecretCreateDate", &self.client_secret_create_date);
        object.end();
    }
}

/// Structure `CloudWatchLogsConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CloudWatchLogsConfigurationType {
    /// Member `LogGroupArn`.
    pub log_group_arn: Option<String>,
}

impl rt::Decode for CloudWatchLogsConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { log_group_arn: at.optional(&mut members, "LogGroupArn", &shapes::ARN_TYPE)? })
    }
}

impl rt::Encode for CloudWatchLogsConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("LogGroupArn", &self.log_group_arn);
        object.end();
    }
}

/// Structure `CodeDeliveryDetailsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CodeDeliveryDetailsType {
    /// Member `Destination`.
    pub destination: Option<String>,
    /// Member `DeliveryMedium`.
    pub delivery_medium: Option<super::DeliveryMediumType>,
    /// Member `AttributeName`.
    pub attribute_name: Option<String>,
}

impl rt::Decode for CodeDeliveryDetailsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            destination: at.optional(&mut members, "Destination", &shapes::STRING_TYPE)?,
            delivery_medium: at.optional(
                &mut members,
                "DeliveryMedium",
                &shapes::DELIVERY_MEDIUM_TYPE,
            )?,
            attribute_name: at.optional(
                &mut members,
                "AttributeName",
                &shapes::ATTRIBUTE_NAME_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CodeDeliveryDetailsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Destination", &self.destination);
        object.optional("DeliveryMedium", &self.delivery_medium);
        object.optional("AttributeName", &self.attribute_name);
        object.end();
    }
}

/// Structure `CompromisedCredentialsActionsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CompromisedCredentialsActionsType {
    /// Member `EventAction`, required.
    pub event_action: super::CompromisedCredentialsEventActionType,
}

impl rt::Decode for CompromisedCredentialsActionsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            event_action: at.required(
                &mut members,
                "EventAction",
                &shapes::COMPROMISED_CREDENTIALS_EVENT_ACTION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CompromisedCredentialsActionsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("EventAction", &self.event_action);
        object.end();
    }
}

/// Structure `CompromisedCredentialsRiskConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CompromisedCredentialsRiskConfigurationType {
    /// Member `EventFilter`.
    pub event_filter: Option<Vec<super::EventFilterType>>,
    /// Member `Actions`, required.
    pub actions: super::CompromisedCredentialsActionsType,
}

impl rt::Decode for CompromisedCredentialsRiskConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            event_filter: at.optional(&mut members, "EventFilter", &shapes::EVENT_FILTERS_TYPE)?,
            actions: at.required(
                &mut members,
                "Actions",
                &shapes::COMPROMISED_CREDENTIALS_ACTIONS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CompromisedCredentialsRiskConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("EventFilter", &self.event_filter);
        object.required("Actions", &self.actions);
        object.end();
    }
}

/// Structure `ContextDataType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContextDataType {
    /// Member `IpAddress`, required.
    pub ip_address: String,
    /// Member `ServerName`, required.
    pub server_name: String,
    /// Member `ServerPath`, required.
    pub server_path: String,
    /// Member `HttpHeaders`, required.
    pub http_headers: Vec<super::HttpHeader>,
    /// Member `EncodedData`.
    pub encoded_data: Option<String>,
}

impl rt::Decode for ContextDataType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            ip_address: at.required(&mut members, "IpAddress", &shapes::STRING_TYPE)?,
            server_name: at.required(&mut members, "ServerName", &shapes::STRING_TYPE)?,
            server_path: at.required(&mut members, "ServerPath", &shapes::STRING_TYPE)?,
            http_headers: at.required(&mut members, "HttpHeaders", &shapes::HTTP_HEADER_LIST)?,
            encoded_data: at.optional(&mut members, "EncodedData", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for ContextDataType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IpAddress", &self.ip_address);
        object.required("ServerName", &self.server_name);
        object.required("ServerPath", &self.server_path);
        object.required("HttpHeaders", &self.http_headers);
        object.optional("EncodedData", &self.encoded_data);
        object.end();
    }
}

/// Structure `CustomDomainConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CustomDomainConfigType {
    /// Member `CertificateArn`, required.
    pub certificate_arn: String,
    /// Member `SecurityPolicy`.
    pub security_policy: Option<super::SecurityPolicyType>,
}

impl rt::Decode for CustomDomainConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            certificate_arn: at.required(&mut members, "CertificateArn", &shapes::ARN_TYPE)?,
            security_policy: at.optional(
                &mut members,
                "SecurityPolicy",
                &shapes::SECURITY_POLICY_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CustomDomainConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("CertificateArn", &self.certificate_arn);
        object.optional("SecurityPolicy", &self.security_policy);
        object.end();
    }
}

/// Structure `CustomEmailLambdaVersionConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CustomEmailLambdaVersionConfigType {
    /// Member `LambdaVersion`, required.
    pub lambda_version: super::CustomEmailSenderLambdaVersionType,
    /// Member `LambdaArn`, required.
    pub lambda_arn: String,
}

impl rt::Decode for CustomEmailLambdaVersionConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            lambda_version: at.required(
                &mut members,
                "LambdaVersion",
                &shapes::CUSTOM_EMAIL_SENDER_LAMBDA_VERSION_TYPE,
            )?,
            lambda_arn: at.required(&mut members, "LambdaArn", &shapes::ARN_TYPE)?,
        })
    }
}

impl rt::Encode for CustomEmailLambdaVersionConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("LambdaVersion", &self.lambda_version);
        object.required("LambdaArn", &self.lambda_arn);
        object.end();
    }
}

/// Structure `CustomSMSLambdaVersionConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CustomSMSLambdaVersionConfigType {
    /// Member `LambdaVersion`, required.
    pub lambda_version: super::CustomSMSSenderLambdaVersionType,
    /// Member `LambdaArn`, required.
    pub lambda_arn: String,
}

impl rt::Decode for CustomSMSLambdaVersionConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            lambda_version: at.required(
                &mut members,
                "LambdaVersion",
                &shapes::CUSTOM_SMS_SENDER_LAMBDA_VERSION_TYPE,
            )?,
            lambda_arn: at.required(&mut members, "LambdaArn", &shapes::ARN_TYPE)?,
        })
    }
}

impl rt::Encode for CustomSMSLambdaVersionConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("LambdaVersion", &self.lambda_version);
        object.required("LambdaArn", &self.lambda_arn);
        object.end();
    }
}

/// Structure `DcrConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DcrConfigurationType {
    /// Member `EnableStatus`.
    pub enable_status: Option<super::StatusType>,
    /// Member `OpenDcrEnabled`.
    pub open_dcr_enabled: Option<bool>,
    /// Member `AuthenticatedGrantTypes`.
    pub authenticated_grant_types: Option<Vec<super::OAuthFlowType>>,
    /// Member `OpenDcrGrantTypes`.
    pub open_dcr_grant_types: Option<Vec<super::OAuthFlowType>>,
    /// Member `AllowedScopes`.
    pub allowed_scopes: Option<Vec<String>>,
}

impl rt::Decode for DcrConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            enable_status: at.optional(&mut members, "EnableStatus", &shapes::STATUS_TYPE)?,
            open_dcr_enabled: at.optional(&mut members, "OpenDcrEnabled", &shapes::BOOLEAN_TYPE)?,
            authenticated_grant_types: at.optional(
                &mut members,
                "AuthenticatedGrantTypes",
                &shapes::OAUTH_FLOWS_TYPE,
            )?,
            open_dcr_grant_types: at.optional(
                &mut members,
                "OpenDcrGrantTypes",
                &shapes::OAUTH_FLOWS_TYPE,
            )?,
            allowed_scopes: at.optional(&mut members, "AllowedScopes", &shapes::SCOPE_LIST_TYPE)?,
        })
    }
}

impl rt::Encode for DcrConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("EnableStatus", &self.enable_status);
        object.optional("OpenDcrEnabled", &self.open_dcr_enabled);
        object.optional("AuthenticatedGrantTypes", &self.authenticated_grant_types);
        object.optional("OpenDcrGrantTypes", &self.open_dcr_grant_types);
        object.optional("AllowedScopes", &self.allowed_scopes);
        object.end();
    }
}

/// Structure `DeviceConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeviceConfigurationType {
    /// Member `ChallengeRequiredOnNewDevice`.
    pub challenge_required_on_new_device: Option<bool>,
    /// Member `DeviceOnlyRememberedOnUserPrompt`.
    pub device_only_remembered_on_user_prompt: Option<bool>,
}

impl rt::Decode for DeviceConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            challenge_required_on_new_device: at.optional(
                &mut members,
                "ChallengeRequiredOnNewDevice",
                &shapes::BOOLEAN_TYPE,
            )?,
            device_only_remembered_on_user_prompt: at.optional(
                &mut members,
                "DeviceOnlyRememberedOnUserPrompt",
                &shapes::BOOLEAN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DeviceConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ChallengeRequiredOnNewDevice", &self.challenge_required_on_new_device);
        object.optional(
            "DeviceOnlyRememberedOnUserPrompt",
            &self.device_only_remembered_on_user_prompt,
        );
        object.end();
    }
}

/// Structure `DeviceSecretVerifierConfigType`.
#[derive(Clone, Default, PartialEq)]
pub struct DeviceSecretVerifierConfigType {
    /// Member `PasswordVerifier`.
    pub password_verifier: Option<String>,
    /// Member `Salt`.
    pub salt: Option<String>,
}

impl rt::fmt::Debug for DeviceSecretVerifierConfigType {
    fn fmt(&self, f: &mut rt::fmt::Formatter<'_>) -> rt::fmt::Result {
        f.debug_struct("DeviceSecretVerifierConfigType")
            .field("password_verifier", &self.password_verifier.as_ref().map(|_| rt::Hidden))
            .field("salt", &self.salt)
            .finish()
    }
}

impl rt::Decode for DeviceSecretVerifierConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            password_verifier: at.optional(
                &mut members,
                "PasswordVerifier",
                &shapes::STRING_TYPE,
            )?,
            salt: at.optional(&mut members, "Salt", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for DeviceSecretVerifierConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("PasswordVerifier", &self.password_verifier);
        object.optional("Salt", &self.salt);
        object.end();
    }
}

/// Structure `DeviceType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeviceType {
    /// Member `DeviceKey`.
    pub device_key: Option<String>,
    /// Member `DeviceAttributes`.
    pub device_attributes: Option<Vec<super::AttributeType>>,
    /// Member `DeviceCreateDate`.
    pub device_create_date: Option<rt::Timestamp>,
    /// Member `DeviceLastModifiedDate`.
    pub device_last_modified_date: Option<rt::Timestamp>,
    /// Member `DeviceLastAuthenticatedDate`.
    pub device_last_authenticated_date: Option<rt::Timestamp>,
}

impl rt::Decode for DeviceType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            device_key: at.optional(&mut members, "DeviceKey", &shapes::DEVICE_KEY_TYPE)?,
            device_attributes: at.optional(
                &mut members,
                "DeviceAttributes",
                &shapes::ATTRIBUTE_LIST_TYPE,
            )?,
            device_create_date: at.optional(
                &mut members,
                "DeviceCreateDate",
                &shapes::DATE_TYPE,
            )?,
            device_last_modified_date: at.optional(
                &mut members,
                "DeviceLastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
            device_last_authenticated_date: at.optional(
                &mut members,
                "DeviceLastAuthenticatedDate",
                &shapes::DATE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DeviceType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("DeviceKey", &self.device_key);
        object.optional("DeviceAttributes", &self.device_attributes);
        object.optional("DeviceCreateDate", &self.device_create_date);
        object.optional("DeviceLastModifiedDate", &self.device_last_modified_date);
        object.optional("DeviceLastAuthenticatedDate", &self.device_last_authenticated_date);
        object.end();
    }
}

/// Structure `DomainDescriptionType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DomainDescriptionType {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `AWSAccountId`.
    pub aws_account_id: Option<String>,
    /// Member `Domain`.
    pub domain: Option<String>,
    /// Member `S3Bucket`.
    pub s3_bucket: Option<String>,
    /// Member `CloudFrontDistribution`.
    pub cloud_front_distribution: Option<String>,
    /// Member `Version`.
    pub version: Option<String>,
    /// Member `Status`.
    pub status: Option<super::DomainStatusType>,
    /// Member `CustomDomainConfig`.
    pub custom_domain_config: Option<super::CustomDomainConfigType>,
    /// Member `ManagedLoginVersion`.
    pub managed_login_version: Option<i32>,
    /// Member `Routing`.
    pub routing: Option<super::RoutingType>,
}

impl rt::Decode for DomainDescriptionType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            aws_account_id: at.optional(
                &mut members,
                "AWSAccountId",
                &shapes::AWS_ACCOUNT_ID_TYPE,
            )?,
            domain: at.optional(&mut members, "Domain", &shapes::DOMAIN_TYPE)?,
            s3_bucket: at.optional(&mut members, "S3Bucket", &shapes::S3_BUCKET_TYPE)?,
            cloud_front_distribution: at.optional(
                &mut members,
                "CloudFrontDistribution",
                &shapes::STRING_TYPE,
            )?,
            version: at.optional(&mut members, "Version", &shapes::DOMAIN_VERSION_TYPE)?,
            status: at.optional(&mut members, "Status", &shapes::DOMAIN_STATUS_TYPE)?,
            custom_domain_config: at.optional(
                &mut members,
                "CustomDomainConfig",
                &shapes::CUSTOM_DOMAIN_CONFIG_TYPE,
            )?,
            managed_login_version: at.optional(
                &mut members,
                "ManagedLoginVersion",
                &shapes::WRAPPED_INTEGER_TYPE,
            )?,
            routing: at.optional(&mut members, "Routing", &shapes::ROUTING_TYPE)?,
        })
    }
}

impl rt::Encode for DomainDescriptionType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("AWSAccountId", &self.aws_account_id);
        object.optional("Domain", &self.domain);
        object.optional("S3Bucket", &self.s3_bucket);
        object.optional("CloudFrontDistribution", &self.cloud_front_distribution);
        object.optional("Version", &self.version);
        object.optional("Status", &self.status);
        object.optional("CustomDomainConfig", &self.custom_domain_config);
        object.optional("ManagedLoginVersion", &self.managed_login_version);
        object.optional("Routing", &self.routing);
        object.end();
    }
}

/// Structure `EmailConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EmailConfigurationType {
    /// Member `SourceArn`.
    pub source_arn: Option<String>,
    /// Member `ReplyToEmailAddress`.
    pub reply_to_email_address: Option<String>,
    /// Member `EmailSendingAccount`.
    pub email_sending_account: Option<super::EmailSendingAccountType>,
    /// Member `From`.
    pub from: Option<String>,
    /// Member `ConfigurationSet`.
    pub configuration_set: Option<String>,
}

impl rt::Decode for EmailConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            source_arn: at.optional(&mut members, "SourceArn", &shapes::ARN_TYPE)?,
            reply_to_email_address: at.optional(
                &mut members,
                "ReplyToEmailAddress",
                &shapes::EMAIL_ADDRESS_TYPE,
            )?,
            email_sending_account: at.optional(
                &mut members,
                "EmailSendingAccount",
                &shapes::EMAIL_SENDING_ACCOUNT_TYPE,
            )?,
            from: at.optional(&mut members, "From", &shapes::STRING_TYPE)?,
            configuration_set: at.optional(
                &mut members,
                "ConfigurationSet",
                &shapes::SES_CONFIGURATION_SET,
            )?,
        })
    }
}

impl rt::Encode for EmailConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("SourceArn", &self.source_arn);
        object.optional("ReplyToEmailAddress", &self.reply_to_email_address);
        object.optional("EmailSendingAccount", &self.email_sending_account);
        object.optional("From", &self.from);
        object.optional("ConfigurationSet", &self.configuration_set);
        object.end();
    }
}

/// Structure `EmailMfaConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EmailMfaConfigType {
    /// Member `Message`.
    pub message: Option<String>,
    /// Member `Subject`.
    pub subject: Option<String>,
}

impl rt::Decode for EmailMfaConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            message: at.optional(&mut members, "Message", &shapes::EMAIL_MFA_MESSAGE_TYPE)?,
            subject: at.optional(&mut members, "Subject", &shapes::EMAIL_MFA_SUBJECT_TYPE)?,
        })
    }
}

impl rt::Encode for EmailMfaConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Message", &self.message);
        object.optional("Subject", &self.subject);
        object.end();
    }
}

/// Structure `EmailMfaSettingsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EmailMfaSettingsType {
    /// Member `Enabled`.
    pub enabled: Option<bool>,
    /// Member `PreferredMfa`.
    pub preferred_mfa: Option<bool>,
}

impl rt::Decode for EmailMfaSettingsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            enabled: at.optional(&mut members, "Enabled", &shapes::BOOLEAN_TYPE)?,
            preferred_mfa: at.optional(&mut members, "PreferredMfa", &shapes::BOOLEAN_TYPE)?,
        })
    }
}

impl rt::Encode for EmailMfaSettingsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Enabled", &self.enabled);
        object.optional("PreferredMfa", &self.preferred_mfa);
        object.end();
    }
}

/// Structure `EumsSmsConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EumsSmsConfigurationType {
    /// Member `CallerArn`, required.
    pub caller_arn: String,
    /// Member `ExternalId`.
    pub external_id: Option<String>,
    /// Member `OriginationIdentity`.
    pub origination_identity: Option<String>,
    /// Member `ConfigurationSetName`.
    pub configuration_set_name: Option<String>,
    /// Member `InEntityId`.
    pub in_entity_id: Option<String>,
    /// Member `InTemplateId`.
    pub in_template_id: Option<String>,
    /// Member `Region`.
    pub region: Option<String>,
}

impl rt::Decode for EumsSmsConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            caller_arn: at.required(&mut members, "CallerArn", &shapes::ARN_TYPE)?,
            external_id: at.optional(&mut members, "ExternalId", &shapes::STRING_TYPE)?,
            origination_identity: at.optional(
                &mut members,
                "OriginationIdentity",
                &shapes::STRING_TYPE,
            )?,
            configuration_set_name: at.optional(
                &mut members,
                "ConfigurationSetName",
                &shapes::STRING_TYPE,
            )?,
            in_entity_id: at.optional(&mut members, "InEntityId", &shapes::STRING_TYPE)?,
            in_template_id: at.optional(&mut members, "InTemplateId", &shapes::STRING_TYPE)?,
            region: at.optional(&mut members, "Region", &shapes::REGION_CODE_TYPE)?,
        })
    }
}

impl rt::Encode for EumsSmsConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("CallerArn", &self.caller_arn);
        object.optional("ExternalId", &self.external_id);
        object.optional("OriginationIdentity", &self.origination_identity);
        object.optional("ConfigurationSetName", &self.configuration_set_name);
        object.optional("InEntityId", &self.in_entity_id);
        object.optional("InTemplateId", &self.in_template_id);
        object.optional("Region", &self.region);
        object.end();
    }
}

/// Structure `EventContextDataType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EventContextDataType {
    /// Member `IpAddress`.
    pub ip_address: Option<String>,
    /// Member `DeviceName`.
    pub device_name: Option<String>,
    /// Member `Timezone`.
    pub timezone: Option<String>,
    /// Member `City`.
    pub city: Option<String>,
    /// Member `Country`.
    pub country: Option<String>,
}

impl rt::Decode for EventContextDataType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            ip_address: at.optional(&mut members, "IpAddress", &shapes::STRING_TYPE)?,
            device_name: at.optional(&mut members, "DeviceName", &shapes::STRING_TYPE)?,
            timezone: at.optional(&mut members, "Timezone", &shapes::STRING_TYPE)?,
            city: at.optional(&mut members, "City", &shapes::STRING_TYPE)?,
            country: at.optional(&mut members, "Country", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for EventContextDataType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IpAddress", &self.ip_address);
        object.optional("DeviceName", &self.device_name);
        object.optional("Timezone", &self.timezone);
        object.optional("City", &self.city);
        object.optional("Country", &self.country);
        object.end();
    }
}

/// Structure `EventFeedbackType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EventFeedbackType {
    /// Member `FeedbackValue`, required.
    pub feedback_value: super::FeedbackValueType,
    /// Member `Provider`, required.
    pub provider: String,
    /// Member `FeedbackDate`.
    pub feedback_date: Option<rt::Timestamp>,
}

impl rt::Decode for EventFeedbackType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            feedback_value: at.required(
                &mut members,
                "FeedbackValue",
                &shapes::FEEDBACK_VALUE_TYPE,
            )?,
            provider: at.required(&mut members, "Provider", &shapes::STRING_TYPE)?,
            feedback_date: at.optional(&mut members, "FeedbackDate", &shapes::DATE_TYPE)?,
        })
    }
}

impl rt::Encode for EventFeedbackType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("FeedbackValue", &self.feedback_value);
        object.required("Provider", &self.provider);
        object.optional("FeedbackDate", &self.feedback_date);
        object.end();
    }
}

/// Structure `EventRiskType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EventRiskType {
    /// Member `RiskDecision`.
    pub risk_decision: Option<super::RiskDecisionType>,
    /// Member `RiskLevel`.
    pub risk_level: Option<super::RiskLevelType>,
    /// Member `CompromisedCredentialsDetected`.
    pub compromised_credentials_detected: Option<bool>,
}

impl rt::Decode for EventRiskType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            risk_decision: at.optional(
                &mut members,
                "RiskDecision",
                &shapes::RISK_DECISION_TYPE,
            )?,
            risk_level: at.optional(&mut members, "RiskLevel", &shapes::RISK_LEVEL_TYPE)?,
            compromised_credentials_detected: at.optional(
                &mut members,
                "CompromisedCredentialsDetected",
                &shapes::WRAPPED_BOOLEAN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for EventRiskType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("RiskDecision", &self.risk_decision);
        object.optional("RiskLevel", &self.risk_level);
        object.optional("CompromisedCredentialsDetected", &self.compromised_credentials_detected);
        object.end();
    }
}

/// Structure `FailoverType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FailoverType {
    /// Member `SecondaryRegion`, required.
    pub secondary_region: String,
    /// Member `PrimaryRoute53HealthCheckId`, required.
    pub primary_route53_health_check_id: String,
}

impl rt::Decode for FailoverType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            secondary_region: at.required(
                &mut members,
                "SecondaryRegion",
                &shapes::REGION_NAME_TYPE,
            )?,
            primary_route53_health_check_id: at.required(
                &mut members,
                "PrimaryRoute53HealthCheckId",
                &shapes::HEALTH_CHECK_ID_TYPE,
            )?,
        })
    }
}

impl rt::Encode for FailoverType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("SecondaryRegion", &self.secondary_region);
        object.required("PrimaryRoute53HealthCheckId", &self.primary_route53_health_check_id);
        object.end();
    }
}

/// Structure `FirehoseConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FirehoseConfigurationType {
    /// Member `StreamArn`.
    pub stream_arn: Option<String>,
}

impl rt::Decode for FirehoseConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { stream_arn: at.optional(&mut members, "StreamArn", &shapes::ARN_TYPE)? })
    }
}

impl rt::Encode for FirehoseConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("StreamArn", &self.stream_arn);
        object.end();
    }
}

/// Structure `GroupType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GroupType {
    /// Member `GroupName`.
    pub group_name: Option<String>,
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `Description`.
    pub description: Option<String>,
    /// Member `RoleArn`.
    pub role_arn: Option<String>,
    /// Member `Precedence`.
    pub precedence: Option<i32>,
    /// Member `LastModifiedDate`.
    pub last_modified_date: Option<rt::Timestamp>,
    /// Member `CreationDate`.
    pub creation_date: Option<rt::Timestamp>,
}

impl rt::Decode for GroupType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            group_name: at.optional(&mut members, "GroupName", &shapes::GROUP_NAME_TYPE)?,
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            description: at.optional(&mut members, "Description", &shapes::DESCRIPTION_TYPE)?,
            role_arn: at.optional(&mut members, "RoleArn", &shapes::ARN_TYPE)?,
            precedence: at.optional(&mut members, "Precedence", &shapes::PRECEDENCE_TYPE)?,
            last_modified_date: at.optional(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
            creation_date: at.optional(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
        })
    }
}

impl rt::Encode for GroupType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("GroupName", &self.group_name);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("Description", &self.description);
        object.optional("RoleArn", &self.role_arn);
        object.optional("Precedence", &self.precedence);
        object.optional("LastModifiedDate", &self.last_modified_date);
        object.optional("CreationDate", &self.creation_date);
        object.end();
    }
}

/// Structure `HttpHeader`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HttpHeader {
    /// Member `headerName`.
    pub header_name: Option<String>,
    /// Member `headerValue`.
    pub header_value: Option<String>,
}

impl rt::Decode for HttpHeader {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            header_name: at.optional(&mut members, "headerName", &shapes::STRING_TYPE)?,
            header_value: at.optional(&mut members, "headerValue", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for HttpHeader {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("headerName", &self.header_name);
        object.optional("headerValue", &self.header_value);
        object.end();
    }
}

/// Structure `IdentityProviderType`.
#[derive(Clone, Default, PartialEq)]
pub struct IdentityProviderType {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `ProviderName`.
    pub provider_name: Option<String>,
    /// Member `ProviderType`.
    pub provider_type: Option<super::IdentityProviderTypeType>,
    /// Member `ProviderDetails`.
    pub provider_details: Option<rt::BTreeMap<String, String>>,
    /// Member `AttributeMapping`.
    pub attribute_mapping: Option<rt::BTreeMap<String, String>>,
    /// Member `IdpIdentifiers`.
    pub idp_identifiers: Option<Vec<String>>,
    /// Member `AcrMapping`.
    pub acr_mapping: Option<rt::BTreeMap<String, String>>,
    /// Member `LastModifiedDate`.
    pub last_modified_date: Option<rt::Timestamp>,
    /// Member `CreationDate`.
    pub creation_date: Option<rt::Timestamp>,
}

impl rt::fmt::Debug for IdentityProviderType {
    fn fmt(&self, f: &mut rt::fmt::Formatter<'_>) -> rt::fmt::Result {
        f.debug_struct("IdentityProviderType")
            .field("user_pool_id", &self.user_pool_id)
            .field("provider_name", &self.provider_name)
            .field("provider_type", &self.provider_type)
            .field("provider_details", &self.provider_details.as_ref().map(|_| rt::Hidden))
            .field("attribute_mapping", &self.attribute_mapping)
            .field("idp_identifiers", &self.idp_identifiers)
            .field("acr_mapping", &self.acr_mapping)
            .field("last_modified_date", &self.last_modified_date)
            .field("creation_date", &self.creation_date)
            .finish()
    }
}

impl rt::Decode for IdentityProviderType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            provider_name: at.optional(
                &mut members,
                "ProviderName",
                &shapes::PROVIDER_NAME_TYPE,
            )?,
            provider_type: at.optional(
                &mut members,
                "ProviderType",
                &shapes::IDENTITY_PROVIDER_TYPE_TYPE,
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
            last_modified_date: at.optional(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
            creation_date: at.optional(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
        })
    }
}

impl rt::Encode for IdentityProviderType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("ProviderName", &self.provider_name);
        object.optional("ProviderType", &self.provider_type);
        object.optional("ProviderDetails", &self.provider_details);
        object.optional("AttributeMapping", &self.attribute_mapping);
        object.optional("IdpIdentifiers", &self.idp_identifiers);
        object.optional("AcrMapping", &self.acr_mapping);
        object.optional("LastModifiedDate", &self.last_modified_date);
        object.optional("CreationDate", &self.creation_date);
        object.end();
    }
}

/// Structure `InboundFederationLambdaType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InboundFederationLambdaType {
    /// Member `LambdaVersion`, required.
    pub lambda_version: super::InboundFederationLambdaVersionType,
    /// Member `LambdaArn`, required.
    pub lambda_arn: String,
}

impl rt::Decode for InboundFederationLambdaType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            lambda_version: at.required(
                &mut members,
                "LambdaVersion",
                &shapes::INBOUND_FEDERATION_LAMBDA_VERSION_TYPE,
            )?,
            lambda_arn: at.required(&mut members, "LambdaArn", &shapes::ARN_TYPE)?,
        })
    }
}

impl rt::Encode for InboundFederationLambdaType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("LambdaVersion", &self.lambda_version);
        object.required("LambdaArn", &self.lambda_arn);
        object.end();
    }
}

/// Structure `IssuerConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IssuerConfigurationType {
    /// Member `Type`.
    pub r#type: Option<super::IssuerType>,
}

impl rt::Decode for IssuerConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { r#type: at.optional(&mut members, "Type", &shapes::ISSUER_TYPE)? })
    }
}

impl rt::Encode for IssuerConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Type", &self.r#type);
        object.end();
    }
}

/// Structure `KeyConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KeyConfigurationType {
    /// Member `KeyType`.
    pub key_type: Option<super::EncryptionKeyType>,
    /// Member `KmsKeyArn`.
    pub kms_key_arn: Option<String>,
}

impl rt::Decode for KeyConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            key_type: at.optional(&mut members, "KeyType", &shapes::ENCRYPTION_KEY_TYPE)?,
            kms_key_arn: at.optional(
                &mut members,
                "KmsKeyArn",
                &shapes::ENCRYPTION_KEY_ARN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for KeyConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("KeyType", &self.key_type);
        object.optional("KmsKeyArn", &self.kms_key_arn);
        object.end();
    }
}

/// Structure `LambdaConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LambdaConfigType {
    /// Member `PreSignUp`.
    pub pre_sign_up: Option<String>,
    /// Member `CustomMessage`.
    pub custom_message: Option<String>,
    /// Member `PostConfirmation`.
    pub post_confirmation: Option<String>,
    /// Member `PreAuthentication`.
    pub pre_authentication: Option<String>,
    /// Member `PostAuthentication`.
    pub post_authentication: Option<String>,
    /// Member `DefineAuthChallenge`.
    pub define_auth_challenge: Option<String>,
    /// Member `CreateAuthChallenge`.
    pub create_auth_challenge: Option<String>,
    /// Member `VerifyAuthChallengeResponse`.
    pub verify_auth_challenge_response: Option<String>,
    /// Member `PreTokenGeneration`.
    pub pre_token_generation: Option<String>,
    /// Member `UserMigration`.
    pub user_migration: Option<String>,
    /// Member `PreTokenGenerationConfig`.
    pub pre_token_generation_config: Option<super::PreTokenGenerationVersionConfigType>,
    /// Member `CustomSMSSender`.
    pub custom_sms_sender: Option<super::CustomSMSLambdaVersionConfigType>,
    /// Member `CustomEmailSender`.
    pub custom_email_sender: Option<super::CustomEmailLambdaVersionConfigType>,
    /// Member `KMSKeyID`.
    pub kms_key_id: Option<String>,
    /// Member `InboundFederation`.
    pub inbound_federation: Option<super::InboundFederationLambdaType>,
}

impl rt::Decode for LambdaConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            pre_sign_up: at.optional(&mut members, "PreSignUp", &shapes::ARN_TYPE)?,
            custom_message: at.optional(&mut members, "CustomMessage", &shapes::ARN_TYPE)?,
            post_confirmation: at.optional(&mut members, "PostConfirmation", &shapes::ARN_TYPE)?,
            pre_authentication: at.optional(
                &mut members,
                "PreAuthentication",
                &shapes::ARN_TYPE,
            )?,
            post_authentication: at.optional(
                &mut members,
                "PostAuthentication",
                &shapes::ARN_TYPE,
            )?,
            define_auth_challenge: at.optional(
                &mut members,
                "DefineAuthChallenge",
                &shapes::ARN_TYPE,
            )?,
            create_auth_challenge: at.optional(
                &mut members,
                "CreateAuthChallenge",
                &shapes::ARN_TYPE,
            )?,
            verify_auth_challenge_response: at.optional(
                &mut members,
                "VerifyAuthChallengeResponse",
                &shapes::ARN_TYPE,
            )?,
            pre_token_generation: at.optional(
                &mut members,
                "PreTokenGeneration",
                &shapes::ARN_TYPE,
            )?,
            user_migration: at.optional(&mut members, "UserMigration", &shapes::ARN_TYPE)?,
            pre_token_generation_config: at.optional(
                &mut members,
                "PreTokenGenerationConfig",
                &shapes::PRE_TOKEN_GENERATION_VERSION_CONFIG_TYPE,
            )?,
            custom_sms_sender: at.optional(
                &mut members,
                "CustomSMSSender",
                &shapes::CUSTOM_SMS_LAMBDA_VERSION_CONFIG_TYPE,
            )?,
            custom_email_sender: at.optional(
                &mut members,
                "CustomEmailSender",
                &shapes::CUSTOM_EMAIL_LAMBDA_VERSION_CONFIG_TYPE,
            )?,
            kms_key_id: at.optional(&mut members, "KMSKeyID", &shapes::ARN_TYPE)?,
            inbound_federation: at.optional(
                &mut members,
                "InboundFederation",
                &shapes::INBOUND_FEDERATION_LAMBDA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for LambdaConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("PreSignUp", &self.pre_sign_up);
        object.optional("CustomMessage", &self.custom_message);
        object.optional("PostConfirmation", &self.post_confirmation);
        object.optional("PreAuthentication", &self.pre_authentication);
        object.optional("PostAuthentication", &self.post_authentication);
        object.optional("DefineAuthChallenge", &self.define_auth_challenge);
        object.optional("CreateAuthChallenge", &self.create_auth_challenge);
        object.optional("VerifyAuthChallengeResponse", &self.verify_auth_challenge_response);
        object.optional("PreTokenGeneration", &self.pre_token_generation);
        object.optional("UserMigration", &self.user_migration);
        object.optional("PreTokenGenerationConfig", &self.pre_token_generation_config);
        object.optional("CustomSMSSender", &self.custom_sms_sender);
        object.optional("CustomEmailSender", &self.custom_email_sender);
        object.optional("KMSKeyID", &self.kms_key_id);
        object.optional("InboundFederation", &self.inbound_federation);
        object.end();
    }
}

/// Structure `LimitDefinitionType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LimitDefinitionType {
    /// Member `LimitClass`, required.
    pub limit_class: super::LimitClass,
    /// Member `Attributes`, required.
    pub attributes: rt::BTreeMap<String, String>,
}

impl rt::Decode for LimitDefinitionType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            limit_class: at.required(&mut members, "LimitClass", &shapes::LIMIT_CLASS)?,
            attributes: at.required(
                &mut members,
                "Attributes",
                &shapes::STRING_TO_STRING_MAP_TYPE,
            )?,
        })
    }
}

impl rt::Encode for LimitDefinitionType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("LimitClass", &self.limit_class);
        object.required("Attributes", &self.attributes);
        object.end();
    }
}

/// Structure `LimitType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LimitType {
    /// Member `LimitDefinition`, required.
    pub limit_definition: super::LimitDefinitionType,
    /// Member `ProvisionedLimitValue`, required.
    pub provisioned_limit_value: i32,
    /// Member `FreeLimitValue`, required.
    pub free_limit_value: i32,
}

impl rt::Decode for LimitType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            limit_definition: at.required(
                &mut members,
                "LimitDefinition",
                &shapes::LIMIT_DEFINITION_TYPE,
            )?,
            provisioned_limit_value: at.required(
                &mut members,
                "ProvisionedLimitValue",
                &shapes::INTEGER_TYPE,
            )?,
            free_limit_value: at.required(&mut members, "FreeLimitValue", &shapes::INTEGER_TYPE)?,
        })
    }
}

impl rt::Encode for LimitType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("LimitDefinition", &self.limit_definition);
        object.required("ProvisionedLimitValue", &self.provisioned_limit_value);
        object.required("FreeLimitValue", &self.free_limit_value);
        object.end();
    }
}

/// Structure `LogConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LogConfigurationType {
    /// Member `LogLevel`, required.
    pub log_level: super::LogLevel,
    /// Member `EventSource`, required.
    pub event_source: super::EventSourceName,
    /// Member `CloudWatchLogsConfiguration`.
    pub cloud_watch_logs_configuration: Option<super::CloudWatchLogsConfigurationType>,
    /// Member `S3Configuration`.
    pub s3_configuration: Option<super::S3ConfigurationType>,
    /// Member `FirehoseConfiguration`.
    pub firehose_configuration: Option<super::FirehoseConfigurationType>,
}

impl rt::Decode for LogConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            log_level: at.required(&mut members, "LogLevel", &shapes::LOG_LEVEL)?,
            event_source: at.required(&mut members, "EventSource", &shapes::EVENT_SOURCE_NAME)?,
            cloud_watch_logs_configuration: at.optional(
                &mut members,
                "CloudWatchLogsConfiguration",
                &shapes::CLOUD_WATCH_LOGS_CONFIGURATION_TYPE,
            )?,
            s3_configuration: at.optional(
                &mut members,
                "S3Configuration",
                &shapes::S3_CONFIGURATION_TYPE,
            )?,
            firehose_configuration: at.optional(
                &mut members,
                "FirehoseConfiguration",
                &shapes::FIREHOSE_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for LogConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("LogLevel", &self.log_level);
        object.required("EventSource", &self.event_source);
        object.optional("CloudWatchLogsConfiguration", &self.cloud_watch_logs_configuration);
        object.optional("S3Configuration", &self.s3_configuration);
        object.optional("FirehoseConfiguration", &self.firehose_configuration);
        object.end();
    }
}

/// Structure `LogDeliveryConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LogDeliveryConfigurationType {
    /// Member `UserPoolId`, required.
    pub user_pool_id: String,
    /// Member `LogConfigurations`, required.
    pub log_configurations: Vec<super::LogConfigurationType>,
}

impl rt::Decode for LogDeliveryConfigurationType {
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

impl rt::Encode for LogDeliveryConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("LogConfigurations", &self.log_configurations);
        object.end();
    }
}

/// Structure `MFAOptionType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MFAOptionType {
    /// Member `DeliveryMedium`.
    pub delivery_medium: Option<super::DeliveryMediumType>,
    /// Member `AttributeName`.
    pub attribute_name: Option<String>,
}

impl rt::Decode for MFAOptionType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            delivery_medium: at.optional(
                &mut members,
                "DeliveryMedium",
                &shapes::DELIVERY_MEDIUM_TYPE,
            )?,
            attribute_name: at.optional(
                &mut members,
                "AttributeName",
                &shapes::ATTRIBUTE_NAME_TYPE,
            )?,
        })
    }
}

impl rt::Encode for MFAOptionType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("DeliveryMedium", &self.delivery_medium);
        object.optional("AttributeName", &self.attribute_name);
        object.end();
    }
}

/// Structure `ManagedLoginBrandingType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ManagedLoginBrandingType {
    /// Member `ManagedLoginBrandingId`.
    pub managed_login_branding_id: Option<String>,
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `UseCognitoProvidedValues`.
    pub use_cognito_provided_values: Option<bool>,
    /// Member `Settings`.
    pub settings: Option<rt::Document>,
    /// Member `Assets`.
    pub assets: Option<Vec<super::AssetType>>,
    /// Member `CreationDate`.
    pub creation_date: Option<rt::Timestamp>,
    /// Member `LastModifiedDate`.
    pub last_modified_date: Option<rt::Timestamp>,
}

impl rt::Decode for ManagedLoginBrandingType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            managed_login_branding_id: at.optional(
                &mut members,
                "ManagedLoginBrandingId",
                &shapes::MANAGED_LOGIN_BRANDING_ID_TYPE,
            )?,
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            use_cognito_provided_values: at.optional(
                &mut members,
                "UseCognitoProvidedValues",
                &shapes::BOOLEAN_TYPE,
            )?,
            settings: at.optional(&mut members, "Settings", &shapes::DOCUMENT)?,
            assets: at.optional(&mut members, "Assets", &shapes::ASSET_LIST_TYPE)?,
            creation_date: at.optional(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
            last_modified_date: at.optional(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ManagedLoginBrandingType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ManagedLoginBrandingId", &self.managed_login_branding_id);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("UseCognitoProvidedValues", &self.use_cognito_provided_values);
        object.optional("Settings", &self.settings);
        object.optional("Assets", &self.assets);
        object.optional("CreationDate", &self.creation_date);
        object.optional("LastModifiedDate", &self.last_modified_date);
        object.end();
    }
}

/// Structure `MessageTemplateType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MessageTemplateType {
    /// Member `SMSMessage`.
    pub sms_message: Option<String>,
    /// Member `EmailMessage`.
    pub email_message: Option<String>,
    /// Member `EmailSubject`.
    pub email_subject: Option<String>,
}

impl rt::Decode for MessageTemplateType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            sms_message: at.optional(
                &mut members,
                "SMSMessage",
                &shapes::SMS_INVITE_MESSAGE_TYPE,
            )?,
            email_message: at.optional(
                &mut members,
                "EmailMessage",
                &shapes::EMAIL_INVITE_MESSAGE_TYPE,
            )?,
            email_subject: at.optional(
                &mut members,
                "EmailSubject",
                &shapes::EMAIL_VERIFICATION_SUBJECT_TYPE,
            )?,
        })
    }
}

impl rt::Encode for MessageTemplateType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("SMSMessage", &self.sms_message);
        object.optional("EmailMessage", &self.email_message);
        object.optional("EmailSubject", &self.email_subject);
        object.end();
    }
}

/// Structure `NewDeviceMetadataType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewDeviceMetadataType {
    /// Member `DeviceKey`.
    pub device_key: Option<String>,
    /// Member `DeviceGroupKey`.
    pub device_group_key: Option<String>,
}

impl rt::Decode for NewDeviceMetadataType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            device_key: at.optional(&mut members, "DeviceKey", &shapes::DEVICE_KEY_TYPE)?,
            device_group_key: at.optional(&mut members, "DeviceGroupKey", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for NewDeviceMetadataType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("DeviceKey", &self.device_key);
        object.optional("DeviceGroupKey", &self.device_group_key);
        object.end();
    }
}

/// Structure `NotifyConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NotifyConfigurationType {
    /// Member `From`.
    pub from: Option<String>,
    /// Member `ReplyTo`.
    pub reply_to: Option<String>,
    /// Member `SourceArn`, required.
    pub source_arn: String,
    /// Member `BlockEmail`.
    pub block_email: Option<super::NotifyEmailType>,
    /// Member `NoActionEmail`.
    pub no_action_email: Option<super::NotifyEmailType>,
    /// Member `MfaEmail`.
    pub mfa_email: Option<super::NotifyEmailType>,
}

impl rt::Decode for NotifyConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            from: at.optional(&mut members, "From", &shapes::STRING_TYPE)?,
            reply_to: at.optional(&mut members, "ReplyTo", &shapes::STRING_TYPE)?,
            source_arn: at.required(&mut members, "SourceArn", &shapes::ARN_TYPE)?,
            block_email: at.optional(&mut members, "BlockEmail", &shapes::NOTIFY_EMAIL_TYPE)?,
            no_action_email: at.optional(
                &mut members,
                "NoActionEmail",
                &shapes::NOTIFY_EMAIL_TYPE,
            )?,
            mfa_email: at.optional(&mut members, "MfaEmail", &shapes::NOTIFY_EMAIL_TYPE)?,
        })
    }
}

impl rt::Encode for NotifyConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("From", &self.from);
        object.optional("ReplyTo", &self.reply_to);
        object.required("SourceArn", &self.source_arn);
        object.optional("BlockEmail", &self.block_email);
        object.optional("NoActionEmail", &self.no_action_email);
        object.optional("MfaEmail", &self.mfa_email);
        object.end();
    }
}

/// Structure `NotifyEmailType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NotifyEmailType {
    /// Member `Subject`, required.
    pub subject: String,
    /// Member `HtmlBody`.
    pub html_body: Option<String>,
    /// Member `TextBody`.
    pub text_body: Option<String>,
}

impl rt::Decode for NotifyEmailType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            subject: at.required(
                &mut members,
                "Subject",
                &shapes::EMAIL_NOTIFICATION_SUBJECT_TYPE,
            )?,
            html_body: at.optional(
                &mut members,
                "HtmlBody",
                &shapes::EMAIL_NOTIFICATION_BODY_TYPE,
            )?,
            text_body: at.optional(
                &mut members,
                "TextBody",
                &shapes::EMAIL_NOTIFICATION_BODY_TYPE,
            )?,
        })
    }
}

impl rt::Encode for NotifyEmailType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Subject", &self.subject);
        object.optional("HtmlBody", &self.html_body);
        object.optional("TextBody", &self.text_body);
        object.end();
    }
}

/// Structure `NumberAttributeConstraintsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NumberAttributeConstraintsType {
    /// Member `MinValue`.
    pub min_value: Option<String>,
    /// Member `MaxValue`.
    pub max_value: Option<String>,
}

impl rt::Decode for NumberAttributeConstraintsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            min_value: at.optional(&mut members, "MinValue", &shapes::STRING_TYPE)?,
            max_value: at.optional(&mut members, "MaxValue", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for NumberAttributeConstraintsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("MinValue", &self.min_value);
        object.optional("MaxValue", &self.max_value);
        object.end();
    }
}

/// Structure `PasswordPolicyType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PasswordPolicyType {
    /// Member `MinimumLength`.
    pub minimum_length: Option<i32>,
    /// Member `RequireUppercase`.
    pub require_uppercase: Option<bool>,
    /// Member `RequireLowercase`.
    pub require_lowercase: Option<bool>,
    /// Member `RequireNumbers`.
    pub require_numbers: Option<bool>,
    /// Member `RequireSymbols`.
    pub require_symbols: Option<bool>,
    /// Member `PasswordHistorySize`.
    pub password_history_size: Option<i32>,
    /// Member `TemporaryPasswordValidityDays`.
    pub temporary_password_validity_days: Option<i32>,
}

impl rt::Decode for PasswordPolicyType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            minimum_length: at.optional(
                &mut members,
                "MinimumLength",
                &shapes::PASSWORD_POLICY_MIN_LENGTH_TYPE,
            )?,
            require_uppercase: at.optional(
                &mut members,
                "RequireUppercase",
                &shapes::BOOLEAN_TYPE,
            )?,
            require_lowercase: at.optional(
                &mut members,
                "RequireLowercase",
                &shapes::BOOLEAN_TYPE,
            )?,
            require_numbers: at.optional(&mut members, "RequireNumbers", &shapes::BOOLEAN_TYPE)?,
            require_symbols: at.optional(&mut members, "RequireSymbols", &shapes::BOOLEAN_TYPE)?,
            password_history_size: at.optional(
                &mut members,
                "PasswordHistorySize",
                &shapes::PASSWORD_HISTORY_SIZE_TYPE,
            )?,
            temporary_password_validity_days: at.optional(
                &mut members,
                "TemporaryPasswordValidityDays",
                &shapes::TEMPORARY_PASSWORD_VALIDITY_DAYS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for PasswordPolicyType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("MinimumLength", &self.minimum_length);
        object.optional("RequireUppercase", &self.require_uppercase);
        object.optional("RequireLowercase", &self.require_lowercase);
        object.optional("RequireNumbers", &self.require_numbers);
        object.optional("RequireSymbols", &self.require_symbols);
        object.optional("PasswordHistorySize", &self.password_history_size);
        object.optional("TemporaryPasswordValidityDays", &self.temporary_password_validity_days);
        object.end();
    }
}

/// Structure `PreTokenGenerationVersionConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PreTokenGenerationVersionConfigType {
    /// Member `LambdaVersion`, required.
    pub lambda_version: super::PreTokenGenerationLambdaVersionType,
    /// Member `LambdaArn`, required.
    pub lambda_arn: String,
}

impl rt::Decode for PreTokenGenerationVersionConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            lambda_version: at.required(
                &mut members,
                "LambdaVersion",
                &shapes::PRE_TOKEN_GENERATION_LAMBDA_VERSION_TYPE,
            )?,
            lambda_arn: at.required(&mut members, "LambdaArn", &shapes::ARN_TYPE)?,
        })
    }
}

impl rt::Encode for PreTokenGenerationVersionConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("LambdaVersion", &self.lambda_version);
        object.required("LambdaArn", &self.lambda_arn);
        object.end();
    }
}

/// Structure `ProviderDescription`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProviderDescription {
    /// Member `ProviderName`.
    pub provider_name: Option<String>,
    /// Member `ProviderType`.
    pub provider_type: Option<super::IdentityProviderTypeType>,
    /// Member `LastModifiedDate`.
    pub last_modified_date: Option<rt::Timestamp>,
    /// Member `CreationDate`.
    pub creation_date: Option<rt::Timestamp>,
}

impl rt::Decode for ProviderDescription {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            provider_name: at.optional(
                &mut members,
                "ProviderName",
                &shapes::PROVIDER_NAME_TYPE,
            )?,
            provider_type: at.optional(
                &mut members,
                "ProviderType",
                &shapes::IDENTITY_PROVIDER_TYPE_TYPE,
            )?,
            last_modified_date: at.optional(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
            creation_date: at.optional(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
        })
    }
}

impl rt::Encode for ProviderDescription {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ProviderName", &self.provider_name);
        object.optional("ProviderType", &self.provider_type);
        object.optional("LastModifiedDate", &self.last_modified_date);
        object.optional("CreationDate", &self.creation_date);
        object.end();
    }
}

/// Structure `ProviderUserIdentifierType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProviderUserIdentifierType {
    /// Member `ProviderName`.
    pub provider_name: Option<String>,
    /// Member `ProviderAttributeName`.
    pub provider_attribute_name: Option<String>,
    /// Member `ProviderAttributeValue`.
    pub provider_attribute_value: Option<String>,
}

impl rt::Decode for ProviderUserIdentifierType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            provider_name: at.optional(
                &mut members,
                "ProviderName",
                &shapes::PROVIDER_NAME_TYPE,
            )?,
            provider_attribute_name: at.optional(
                &mut members,
                "ProviderAttributeName",
                &shapes::STRING_TYPE,
            )?,
            provider_attribute_value: at.optional(
                &mut members,
                "ProviderAttributeValue",
                &shapes::STRING_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ProviderUserIdentifierType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ProviderName", &self.provider_name);
        object.optional("ProviderAttributeName", &self.provider_attribute_name);
        object.optional("ProviderAttributeValue", &self.provider_attribute_value);
        object.end();
    }
}

/// Structure `RecoveryOptionType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecoveryOptionType {
    /// Member `Priority`, required.
    pub priority: i32,
    /// Member `Name`, required.
    pub name: super::RecoveryOptionNameType,
}

impl rt::Decode for RecoveryOptionType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            priority: at.required(&mut members, "Priority", &shapes::PRIORITY_TYPE)?,
            name: at.required(&mut members, "Name", &shapes::RECOVERY_OPTION_NAME_TYPE)?,
        })
    }
}

impl rt::Encode for RecoveryOptionType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Priority", &self.priority);
        object.required("Name", &self.name);
        object.end();
    }
}

/// Structure `RefreshTokenRotationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RefreshTokenRotationType {
    /// Member `Feature`, required.
    pub feature: super::FeatureType,
    /// Member `RetryGracePeriodSeconds`.
    pub retry_grace_period_seconds: Option<i32>,
}

impl rt::Decode for RefreshTokenRotationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            feature: at.required(&mut members, "Feature", &shapes::FEATURE_TYPE)?,
            retry_grace_period_seconds: at.optional(
                &mut members,
                "RetryGracePeriodSeconds",
                &shapes::RETRY_GRACE_PERIOD_SECONDS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for RefreshTokenRotationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Feature", &self.feature);
        object.optional("RetryGracePeriodSeconds", &self.retry_grace_period_seconds);
        object.end();
    }
}

/// Structure `ResourceServerScopeType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceServerScopeType {
    /// Member `ScopeName`, required.
    pub scope_name: String,
    /// Member `ScopeDescription`, required.
    pub scope_description: String,
}

impl rt::Decode for ResourceServerScopeType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            scope_name: at.required(
                &mut members,
                "ScopeName",
                &shapes::RESOURCE_SERVER_SCOPE_NAME_TYPE,
            )?,
            scope_description: at.required(
                &mut members,
                "ScopeDescription",
                &shapes::RESOURCE_SERVER_SCOPE_DESCRIPTION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ResourceServerScopeType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ScopeName", &self.scope_name);
        object.required("ScopeDescription", &self.scope_description);
        object.end();
    }
}

/// Structure `ResourceServerType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceServerType {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `Identifier`.
    pub identifier: Option<String>,
    /// Member `Name`.
    pub name: Option<String>,
    /// Member `Scopes`.
    pub scopes: Option<Vec<super::ResourceServerScopeType>>,
    /// Member `ManagedBy`.
    pub managed_by: Option<super::ResourceServerManagedByType>,
}

impl rt::Decode for ResourceServerType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            identifier: at.optional(
                &mut members,
                "Identifier",
                &shapes::RESOURCE_SERVER_IDENTIFIER_TYPE,
            )?,
            name: at.optional(&mut members, "Name", &shapes::RESOURCE_SERVER_NAME_TYPE)?,
            scopes: at.optional(
                &mut members,
                "Scopes",
                &shapes::RESOURCE_SERVER_SCOPE_LIST_TYPE,
            )?,
            managed_by: at.optional(
                &mut members,
                "ManagedBy",
                &shapes::RESOURCE_SERVER_MANAGED_BY_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ResourceServerType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("Identifier", &self.identifier);
        object.optional("Name", &self.name);
        object.optional("Scopes", &self.scopes);
        object.optional("ManagedBy", &self.managed_by);
        object.end();
    }
}

/// Structure `RiskConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RiskConfigurationType {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `ClientId`.
    pub client_id: Option<rt::Sensitive<String>>,
    /// Member `CompromisedCredentialsRiskConfiguration`.
    pub compromised_credentials_risk_configuration:
        Option<super::CompromisedCredentialsRiskConfigurationType>,
    /// Member `AccountTakeoverRiskConfiguration`.
    pub account_takeover_risk_configuration: Option<super::AccountTakeoverRiskConfigurationType>,
    /// Member `RiskExceptionConfiguration`.
    pub risk_exception_configuration: Option<super::RiskExceptionConfigurationType>,
    /// Member `LastModifiedDate`.
    pub last_modified_date: Option<rt::Timestamp>,
}

impl rt::Decode for RiskConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
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
            last_modified_date: at.optional(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for RiskConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
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
        object.optional("LastModifiedDate", &self.last_modified_date);
        object.end();
    }
}

/// Structure `RiskExceptionConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RiskExceptionConfigurationType {
    /// Member `BlockedIPRangeList`.
    pub blocked_ip_range_list: Option<Vec<String>>,
    /// Member `SkippedIPRangeList`.
    pub skipped_ip_range_list: Option<Vec<String>>,
}

impl rt::Decode for RiskExceptionConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            blocked_ip_range_list: at.optional(
                &mut members,
                "BlockedIPRangeList",
                &shapes::BLOCKED_IP_RANGE_LIST_TYPE,
            )?,
            skipped_ip_range_list: at.optional(
                &mut members,
                "SkippedIPRangeList",
                &shapes::SKIPPED_IP_RANGE_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for RiskExceptionConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("BlockedIPRangeList", &self.blocked_ip_range_list);
        object.optional("SkippedIPRangeList", &self.skipped_ip_range_list);
        object.end();
    }
}

/// Structure `RoutingType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RoutingType {
    /// Member `Failover`.
    pub failover: Option<super::FailoverType>,
}

impl rt::Decode for RoutingType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { failover: at.optional(&mut members, "Failover", &shapes::FAILOVER_TYPE)? })
    }
}

impl rt::Encode for RoutingType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Failover", &self.failover);
        object.end();
    }
}

/// Structure `S3ConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct S3ConfigurationType {
    /// Member `BucketArn`.
    pub bucket_arn: Option<String>,
}

impl rt::Decode for S3ConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { bucket_arn: at.optional(&mut members, "BucketArn", &shapes::S3_ARN_TYPE)? })
    }
}

impl rt::Encode for S3ConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("BucketArn", &self.bucket_arn);
        object.end();
    }
}

/// Structure `SMSMfaSettingsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SMSMfaSettingsType {
    /// Member `Enabled`.
    pub enabled: Option<bool>,
    /// Member `PreferredMfa`.
    pub preferred_mfa: Option<bool>,
}

impl rt::Decode for SMSMfaSettingsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            enabled: at.optional(&mut members, "Enabled", &shapes::BOOLEAN_TYPE)?,
            preferred_mfa: at.optional(&mut members, "PreferredMfa", &shapes::BOOLEAN_TYPE)?,
        })
    }
}

impl rt::Encode for SMSMfaSettingsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Enabled", &self.enabled);
        object.optional("PreferredMfa", &self.preferred_mfa);
        object.end();
    }
}

/// Structure `SchemaAttributeType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SchemaAttributeType {
    /// Member `Name`.
    pub name: Option<String>,
    /// Member `AttributeDataType`.
    pub attribute_data_type: Option<super::AttributeDataType>,
    /// Member `DeveloperOnlyAttribute`.
    pub developer_only_attribute: Option<bool>,
    /// Member `Mutable`.
    pub mutable: Option<bool>,
    /// Member `Required`.
    pub required: Option<bool>,
    /// Member `NumberAttributeConstraints`.
    pub number_attribute_constraints: Option<super::NumberAttributeConstraintsType>,
    /// Member `StringAttributeConstraints`.
    pub string_attribute_constraints: Option<super::StringAttributeConstraintsType>,
}

impl rt::Decode for SchemaAttributeType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            name: at.optional(&mut members, "Name", &shapes::CUSTOM_ATTRIBUTE_NAME_TYPE)?,
            attribute_data_type: at.optional(
                &mut members,
                "AttributeDataType",
                &shapes::ATTRIBUTE_DATA_TYPE,
            )?,
            developer_only_attribute: at.optional(
                &mut members,
                "DeveloperOnlyAttribute",
                &shapes::BOOLEAN_TYPE,
            )?,
            mutable: at.optional(&mut members, "Mutable", &shapes::BOOLEAN_TYPE)?,
            required: at.optional(&mut members, "Required", &shapes::BOOLEAN_TYPE)?,
            number_attribute_constraints: at.optional(
                &mut members,
                "NumberAttributeConstraints",
                &shapes::NUMBER_ATTRIBUTE_CONSTRAINTS_TYPE,
            )?,
            string_attribute_constraints: at.optional(
                &mut members,
                "StringAttributeConstraints",
                &shapes::STRING_ATTRIBUTE_CONSTRAINTS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SchemaAttributeType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Name", &self.name);
        object.optional("AttributeDataType", &self.attribute_data_type);
        object.optional("DeveloperOnlyAttribute", &self.developer_only_attribute);
        object.optional("Mutable", &self.mutable);
        object.optional("Required", &self.required);
        object.optional("NumberAttributeConstraints", &self.number_attribute_constraints);
        object.optional("StringAttributeConstraints", &self.string_attribute_constraints);
        object.end();
    }
}

/// Structure `SessionDescriptionType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SessionDescriptionType {
    /// Member `SessionId`.
    pub session_id: Option<String>,
    /// Member `SessionType`.
    pub session_type: Option<super::SessionTypeType>,
    /// Member `ClientId`.
    pub client_id: Option<rt::Sensitive<String>>,
    /// Member `CreateDate`.
    pub create_date: Option<rt::Timestamp>,
    /// Member `LastActiveDate`.
    pub last_active_date: Option<rt::Timestamp>,
    /// Member `DeviceType`.
    pub device_type: Option<String>,
    /// Member `LastIPAddress`.
    pub last_ip_address: Option<rt::Sensitive<String>>,
    /// Member `LastLocation`.
    pub last_location: Option<super::SessionLocationType>,
    /// Member `OriginSessionId`.
    pub origin_session_id: Option<String>,
    /// Member `IsCurrentSession`.
    pub is_current_session: Option<bool>,
}

impl rt::Decode for SessionDescriptionType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            session_id: at.optional(&mut members, "SessionId", &shapes::SESSION_ID_TYPE)?,
            session_type: at.optional(&mut members, "SessionType", &shapes::SESSION_TYPE_TYPE)?,
            client_id: at.optional(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            create_date: at.optional(&mut members, "CreateDate", &shapes::DATE_TYPE)?,
            last_active_date: at.optional(&mut members, "LastActiveDate", &shapes::DATE_TYPE)?,
            device_type: at.optional(&mut members, "DeviceType", &shapes::SESSION_DEVICE_TYPE)?,
            last_ip_address: at.optional(
                &mut members,
                "LastIPAddress",
                &shapes::SESSION_IP_ADDRESS_TYPE,
            )?,
            last_location: at.optional(
                &mut members,
                "LastLocation",
                &shapes::SESSION_LOCATION_TYPE,
            )?,
            origin_session_id: at.optional(
                &mut members,
                "OriginSessionId",
                &shapes::SESSION_ID_TYPE,
            )?,
            is_current_session: at.optional(
                &mut members,
                "IsCurrentSession",
                &shapes::WRAPPED_BOOLEAN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SessionDescriptionType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("SessionId", &self.session_id);
        object.optional("SessionType", &self.session_type);
        object.optional("ClientId", &self.client_id);
        object.optional("CreateDate", &self.create_date);
        object.optional("LastActiveDate", &self.last_active_date);
        object.optional("DeviceType", &self.device_type);
        object.optional("LastIPAddress", &self.last_ip_address);
        object.optional("LastLocation", &self.last_location);
        object.optional("OriginSessionId", &self.origin_session_id);
        object.optional("IsCurrentSession", &self.is_current_session);
        object.end();
    }
}

/// Structure `SessionLocationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SessionLocationType {
    /// Member `City`.
    pub city: Option<String>,
    /// Member `Country`.
    pub country: Option<String>,
}

impl rt::Decode for SessionLocationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            city: at.optional(&mut members, "City", &shapes::SESSION_LOCATION_CITY_TYPE)?,
            country: at.optional(
                &mut members,
                "Country",
                &shapes::SESSION_LOCATION_COUNTRY_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SessionLocationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("City", &self.city);
        object.optional("Country", &self.country);
        object.end();
    }
}

/// Structure `SignInPolicyType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SignInPolicyType {
    /// Member `AllowedFirstAuthFactors`.
    pub allowed_first_auth_factors: Option<Vec<super::AuthFactorType>>,
}

impl rt::Decode for SignInPolicyType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            allowed_first_auth_factors: at.optional(
                &mut members,
                "AllowedFirstAuthFactors",
                &shapes::ALLOWED_FIRST_AUTH_FACTORS_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SignInPolicyType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AllowedFirstAuthFactors", &self.allowed_first_auth_factors);
        object.end();
    }
}

/// Structure `SmsConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SmsConfigurationType {
    /// Member `SnsCallerArn`.
    pub sns_caller_arn: Option<String>,
    /// Member `ExternalId`.
    pub external_id: Option<String>,
    /// Member `SnsRegion`.
    pub sns_region: Option<String>,
    /// Member `EumsSms`.
    pub eums_sms: Option<super::EumsSmsConfigurationType>,
}

impl rt::Decode for SmsConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            sns_caller_arn: at.optional(
                &mut members,
                "SnsCallerArn",
                &shapes::OPTIONAL_ARN_TYPE,
            )?,
            external_id: at.optional(&mut members, "ExternalId", &shapes::STRING_TYPE)?,
            sns_region: at.optional(&mut members, "SnsRegion", &shapes::REGION_CODE_TYPE)?,
            eums_sms: at.optional(&mut members, "EumsSms", &shapes::EUMS_SMS_CONFIGURATION_TYPE)?,
        })
    }
}

impl rt::Encode for SmsConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("SnsCallerArn", &self.sns_caller_arn);
        object.optional("ExternalId", &self.external_id);
        object.optional("SnsRegion", &self.sns_region);
        object.optional("EumsSms", &self.eums_sms);
        object.end();
    }
}

/// Structure `SmsMfaConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SmsMfaConfigType {
    /// Member `SmsAuthenticationMessage`.
    pub sms_authentication_message: Option<String>,
    /// Member `SmsConfiguration`.
    pub sms_configuration: Option<super::SmsConfigurationType>,
}

impl rt::Decode for SmsMfaConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            sms_authentication_message: at.optional(
                &mut members,
                "SmsAuthenticationMessage",
                &shapes::SMS_VERIFICATION_MESSAGE_TYPE,
            )?,
            sms_configuration: at.optional(
                &mut members,
                "SmsConfiguration",
                &shapes::SMS_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SmsMfaConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("SmsAuthenticationMessage", &self.sms_authentication_message);
        object.optional("SmsConfiguration", &self.sms_configuration);
        object.end();
    }
}

/// Structure `SoftwareTokenMfaConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SoftwareTokenMfaConfigType {
    /// Member `Enabled`.
    pub enabled: Option<bool>,
}

impl rt::Decode for SoftwareTokenMfaConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { enabled: at.optional(&mut members, "Enabled", &shapes::BOOLEAN_TYPE)? })
    }
}

impl rt::Encode for SoftwareTokenMfaConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Enabled", &self.enabled);
        object.end();
    }
}

/// Structure `SoftwareTokenMfaSettingsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SoftwareTokenMfaSettingsType {
    /// Member `Enabled`.
    pub enabled: Option<bool>,
    /// Member `PreferredMfa`.
    pub preferred_mfa: Option<bool>,
}

impl rt::Decode for SoftwareTokenMfaSettingsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            enabled: at.optional(&mut members, "Enabled", &shapes::BOOLEAN_TYPE)?,
            preferred_mfa: at.optional(&mut members, "PreferredMfa", &shapes::BOOLEAN_TYPE)?,
        })
    }
}

impl rt::Encode for SoftwareTokenMfaSettingsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Enabled", &self.enabled);
        object.optional("PreferredMfa", &self.preferred_mfa);
        object.end();
    }
}

/// Structure `StringAttributeConstraintsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StringAttributeConstraintsType {
    /// Member `MinLength`.
    pub min_length: Option<String>,
    /// Member `MaxLength`.
    pub max_length: Option<String>,
}

impl rt::Decode for StringAttributeConstraintsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            min_length: at.optional(&mut members, "MinLength", &shapes::STRING_TYPE)?,
            max_length: at.optional(&mut members, "MaxLength", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for StringAttributeConstraintsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("MinLength", &self.min_length);
        object.optional("MaxLength", &self.max_length);
        object.end();
    }
}

/// Structure `TermsDescriptionType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TermsDescriptionType {
    /// Member `TermsId`, required.
    pub terms_id: String,
    /// Member `TermsName`, required.
    pub terms_name: String,
    /// Member `Enforcement`, required.
    pub enforcement: super::TermsEnforcementType,
    /// Member `CreationDate`, required.
    pub creation_date: rt::Timestamp,
    /// Member `LastModifiedDate`, required.
    pub last_modified_date: rt::Timestamp,
}

impl rt::Decode for TermsDescriptionType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            terms_id: at.required(&mut members, "TermsId", &shapes::TERMS_ID_TYPE)?,
            terms_name: at.required(&mut members, "TermsName", &shapes::TERMS_NAME_TYPE)?,
            enforcement: at.required(
                &mut members,
                "Enforcement",
                &shapes::TERMS_ENFORCEMENT_TYPE,
            )?,
            creation_date: at.required(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
            last_modified_date: at.required(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for TermsDescriptionType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("TermsId", &self.terms_id);
        object.required("TermsName", &self.terms_name);
        object.required("Enforcement", &self.enforcement);
        object.required("CreationDate", &self.creation_date);
        object.required("LastModifiedDate", &self.last_modified_date);
        object.end();
    }
}

/// Structure `TermsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TermsType {
    /// Member `TermsId`, required.
    pub terms_id: String,
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
    /// Member `Links`, required.
    pub links: rt::BTreeMap<String, String>,
    /// Member `CreationDate`, required.
    pub creation_date: rt::Timestamp,
    /// Member `LastModifiedDate`, required.
    pub last_modified_date: rt::Timestamp,
}

impl rt::Decode for TermsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            terms_id: at.required(&mut members, "TermsId", &shapes::TERMS_ID_TYPE)?,
            user_pool_id: at.required(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.required(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            terms_name: at.required(&mut members, "TermsName", &shapes::TERMS_NAME_TYPE)?,
            terms_source: at.required(&mut members, "TermsSource", &shapes::TERMS_SOURCE_TYPE)?,
            enforcement: at.required(
                &mut members,
                "Enforcement",
                &shapes::TERMS_ENFORCEMENT_TYPE,
            )?,
            links: at.required(&mut members, "Links", &shapes::LINKS_TYPE)?,
            creation_date: at.required(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
            last_modified_date: at.required(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for TermsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("TermsId", &self.terms_id);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("ClientId", &self.client_id);
        object.required("TermsName", &self.terms_name);
        object.required("TermsSource", &self.terms_source);
        object.required("Enforcement", &self.enforcement);
        object.required("Links", &self.links);
        object.required("CreationDate", &self.creation_date);
        object.required("LastModifiedDate", &self.last_modified_date);
        object.end();
    }
}

/// Structure `TokenValidityUnitsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TokenValidityUnitsType {
    /// Member `AccessToken`.
    pub access_token: Option<super::TimeUnitsType>,
    /// Member `IdToken`.
    pub id_token: Option<super::TimeUnitsType>,
    /// Member `RefreshToken`.
    pub refresh_token: Option<super::TimeUnitsType>,
}

impl rt::Decode for TokenValidityUnitsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_token: at.optional(&mut members, "AccessToken", &shapes::TIME_UNITS_TYPE)?,
            id_token: at.optional(&mut members, "IdToken", &shapes::TIME_UNITS_TYPE)?,
            refresh_token: at.optional(&mut members, "RefreshToken", &shapes::TIME_UNITS_TYPE)?,
        })
    }
}

impl rt::Encode for TokenValidityUnitsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AccessToken", &self.access_token);
        object.optional("IdToken", &self.id_token);
        object.optional("RefreshToken", &self.refresh_token);
        object.end();
    }
}

/// Structure `UICustomizationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UICustomizationType {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `ClientId`.
    pub client_id: Option<rt::Sensitive<String>>,
    /// Member `ImageUrl`.
    pub image_url: Option<String>,
    /// Member `CSS`.
    pub css: Option<String>,
    /// Member `CSSVersion`.
    pub css_version: Option<String>,
    /// Member `LastModifiedDate`.
    pub last_modified_date: Option<rt::Timestamp>,
    /// Member `CreationDate`.
    pub creation_date: Option<rt::Timestamp>,
}

impl rt::Decode for UICustomizationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.optional(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            image_url: at.optional(&mut members, "ImageUrl", &shapes::IMAGE_URL_TYPE)?,
            css: at.optional(&mut members, "CSS", &shapes::CSS_TYPE)?,
            css_version: at.optional(&mut members, "CSSVersion", &shapes::CSS_VERSION_TYPE)?,
            last_modified_date: at.optional(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
            creation_date: at.optional(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
        })
    }
}

impl rt::Encode for UICustomizationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("ClientId", &self.client_id);
        object.optional("ImageUrl", &self.image_url);
        object.optional("CSS", &self.css);
        object.optional("CSSVersion", &self.css_version);
        object.optional("LastModifiedDate", &self.last_modified_date);
        object.optional("CreationDate", &self.creation_date);
        object.end();
    }
}

/// Structure `UserAttributeUpdateSettingsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserAttributeUpdateSettingsType {
    /// Member `AttributesRequireVerificationBeforeUpdate`.
    pub attributes_require_verification_before_update: Option<Vec<super::VerifiedAttributeType>>,
}

impl rt::Decode for UserAttributeUpdateSettingsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            attributes_require_verification_before_update: at.optional(
                &mut members,
                "AttributesRequireVerificationBeforeUpdate",
                &shapes::ATTRIBUTES_REQUIRE_VERIFICATION_BEFORE_UPDATE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UserAttributeUpdateSettingsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional(
            "AttributesRequireVerificationBeforeUpdate",
            &self.attributes_require_verification_before_update,
        );
        object.end();
    }
}

/// Structure `UserContextDataType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserContextDataType {
    /// Member `IpAddress`.
    pub ip_address: Option<String>,
    /// Member `EncodedData`.
    pub encoded_data: Option<String>,
}

impl rt::Decode for UserContextDataType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            ip_address: at.optional(&mut members, "IpAddress", &shapes::STRING_TYPE)?,
            encoded_data: at.optional(&mut members, "EncodedData", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for UserContextDataType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IpAddress", &self.ip_address);
        object.optional("EncodedData", &self.encoded_data);
        object.end();
    }
}

/// Structure `UserImportJobType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserImportJobType {
    /// Member `JobName`.
    pub job_name: Option<String>,
    /// Member `JobId`.
    pub job_id: Option<String>,
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `PreSignedUrl`.
    pub pre_signed_url: Option<String>,
    /// Member `CreationDate`.
    pub creation_date: Option<rt::Timestamp>,
    /// Member `StartDate`.
    pub start_date: Option<rt::Timestamp>,
    /// Member `CompletionDate`.
    pub completion_date: Option<rt::Timestamp>,
    /// Member `Status`.
    pub status: Option<super::UserImportJobStatusType>,
    /// Member `CloudWatchLogsRoleArn`.
    pub cloud_watch_logs_role_arn: Option<String>,
    /// Member `ImportedUsers`.
    pub imported_users: Option<i64>,
    /// Member `SkippedUsers`.
    pub skipped_users: Option<i64>,
    /// Member `FailedUsers`.
    pub failed_users: Option<i64>,
    /// Member `CompletionMessage`.
    pub completion_message: Option<String>,
    /// Member `PasswordHashingAlgorithm`.
    pub password_hashing_algorithm: Option<super::PasswordHashingAlgorithmType>,
}

impl rt::Decode for UserImportJobType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            job_name: at.optional(&mut members, "JobName", &shapes::USER_IMPORT_JOB_NAME_TYPE)?,
            job_id: at.optional(&mut members, "JobId", &shapes::USER_IMPORT_JOB_ID_TYPE)?,
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            pre_signed_url: at.optional(
                &mut members,
                "PreSignedUrl",
                &shapes::PRE_SIGNED_URL_TYPE,
            )?,
            creation_date: at.optional(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
            start_date: at.optional(&mut members, "StartDate", &shapes::DATE_TYPE)?,
            completion_date: at.optional(&mut members, "CompletionDate", &shapes::DATE_TYPE)?,
            status: at.optional(&mut members, "Status", &shapes::USER_IMPORT_JOB_STATUS_TYPE)?,
            cloud_watch_logs_role_arn: at.optional(
                &mut members,
                "CloudWatchLogsRoleArn",
                &shapes::ARN_TYPE,
            )?,
            imported_users: at.optional(&mut members, "ImportedUsers", &shapes::LONG_TYPE)?,
            skipped_users: at.optional(&mut members, "SkippedUsers", &shapes::LONG_TYPE)?,
            failed_users: at.optional(&mut members, "FailedUsers", &shapes::LONG_TYPE)?,
            completion_message: at.optional(
                &mut members,
                "CompletionMessage",
                &shapes::COMPLETION_MESSAGE_TYPE,
            )?,
            password_hashing_algorithm: at.optional(
                &mut members,
                "PasswordHashingAlgorithm",
                &shapes::PASSWORD_HASHING_ALGORITHM_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UserImportJobType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("JobName", &self.job_name);
        object.optional("JobId", &self.job_id);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("PreSignedUrl", &self.pre_signed_url);
        object.optional("CreationDate", &self.creation_date);
        object.optional("StartDate", &self.start_date);
        object.optional("CompletionDate", &self.completion_date);
        object.optional("Status", &self.status);
        object.optional("CloudWatchLogsRoleArn", &self.cloud_watch_logs_role_arn);
        object.optional("ImportedUsers", &self.imported_users);
        object.optional("SkippedUsers", &self.skipped_users);
        object.optional("FailedUsers", &self.failed_users);
        object.optional("CompletionMessage", &self.completion_message);
        object.optional("PasswordHashingAlgorithm", &self.password_hashing_algorithm);
        object.end();
    }
}

/// Structure `UserPoolAddOnsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserPoolAddOnsType {
    /// Member `AdvancedSecurityMode`, required.
    pub advanced_security_mode: super::AdvancedSecurityModeType,
    /// Member `AdvancedSecurityAdditionalFlows`.
    pub advanced_security_additional_flows: Option<super::AdvancedSecurityAdditionalFlowsType>,
}

impl rt::Decode for UserPoolAddOnsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            advanced_security_mode: at.required(
                &mut members,
                "AdvancedSecurityMode",
                &shapes::ADVANCED_SECURITY_MODE_TYPE,
            )?,
            advanced_security_additional_flows: at.optional(
                &mut members,
                "AdvancedSecurityAdditionalFlows",
                &shapes::ADVANCED_SECURITY_ADDITIONAL_FLOWS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UserPoolAddOnsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("AdvancedSecurityMode", &self.advanced_security_mode);
        object
            .optional("AdvancedSecurityAdditionalFlows", &self.advanced_security_additional_flows);
        object.end();
    }
}

/// Structure `UserPoolClientDescription`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserPoolClientDescription {
    /// Member `ClientId`.
    pub client_id: Option<rt::Sensitive<String>>,
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `ClientName`.
    pub client_name: Option<String>,
}

impl rt::Decode for UserPoolClientDescription {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_id: at.optional(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_name: at.optional(&mut members, "ClientName", &shapes::CLIENT_NAME_TYPE)?,
        })
    }
}

impl rt::Encode for UserPoolClientDescription {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ClientId", &self.client_id);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("ClientName", &self.client_name);
        object.end();
    }
}

/// Structure `UserPoolClientType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserPoolClientType {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `ClientName`.
    pub client_name: Option<String>,
    /// Member `ClientId`.
    pub client_id: Option<rt::Sensitive<String>>,
    /// Member `ClientSecret`.
    pub client_secret: Option<rt::Sensitive<String>>,
    /// Member `LastModifiedDate`.
    pub last_modified_date: Option<rt::Timestamp>,
    /// Member `CreationDate`.
    pub creation_date: Option<rt::Timestamp>,
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
    /// Member `ClientType`.
    pub client_type: Option<super::ClientTypeType>,
}

impl rt::Decode for UserPoolClientType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_name: at.optional(&mut members, "ClientName", &shapes::CLIENT_NAME_TYPE)?,
            client_id: at.optional(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            client_secret: at.optional(
                &mut members,
                "ClientSecret",
                &shapes::CLIENT_SECRET_TYPE,
            )?,
            last_modified_date: at.optional(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
            creation_date: at.optional(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
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
            client_type: at.optional(&mut members, "ClientType", &shapes::CLIENT_TYPE_TYPE)?,
        })
    }
}

impl rt::Encode for UserPoolClientType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("ClientName", &self.client_name);
        object.optional("ClientId", &self.client_id);
        object.optional("ClientSecret", &self.client_secret);
        object.optional("LastModifiedDate", &self.last_modified_date);
        object.optional("CreationDate", &self.creation_date);
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
        object.optional("ClientType", &self.client_type);
        object.end();
    }
}

/// Structure `UserPoolDescriptionType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserPoolDescriptionType {
    /// Member `Id`.
    pub id: Option<String>,
    /// Member `Name`.
    pub name: Option<String>,
    /// Member `LambdaConfig`.
    pub lambda_config: Option<super::LambdaConfigType>,
    /// Member `Status`.
    pub status: Option<super::StatusType>,
    /// Member `LastModifiedDate`.
    pub last_modified_date: Option<rt::Timestamp>,
    /// Member `CreationDate`.
    pub creation_date: Option<rt::Timestamp>,
    /// Member `ReplicaRegions`.
    pub replica_regions: Option<Vec<String>>,
}

impl rt::Decode for UserPoolDescriptionType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            id: at.optional(&mut members, "Id", &shapes::USER_POOL_ID_TYPE)?,
            name: at.optional(&mut members, "Name", &shapes::USER_POOL_NAME_TYPE)?,
            lambda_config: at.optional(
                &mut members,
                "LambdaConfig",
                &shapes::LAMBDA_CONFIG_TYPE,
            )?,
            status: at.optional(&mut members, "Status", &shapes::STATUS_TYPE)?,
            last_modified_date: at.optional(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
            creation_date: at.optional(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
            replica_regions: at.optional(
                &mut members,
                "ReplicaRegions",
                &shapes::REPLICA_REGIONS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UserPoolDescriptionType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Id", &self.id);
        object.optional("Name", &self.name);
        object.optional("LambdaConfig", &self.lambda_config);
        object.optional("Status", &self.status);
        object.optional("LastModifiedDate", &self.last_modified_date);
        object.optional("CreationDate", &self.creation_date);
        object.optional("ReplicaRegions", &self.replica_regions);
        object.end();
    }
}

/// Structure `UserPoolPolicyType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserPoolPolicyType {
    /// Member `PasswordPolicy`.
    pub password_policy: Option<super::PasswordPolicyType>,
    /// Member `SignInPolicy`.
    pub sign_in_policy: Option<super::SignInPolicyType>,
}

impl rt::Decode for UserPoolPolicyType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            password_policy: at.optional(
                &mut members,
                "PasswordPolicy",
                &shapes::PASSWORD_POLICY_TYPE,
            )?,
            sign_in_policy: at.optional(
                &mut members,
                "SignInPolicy",
                &shapes::SIGN_IN_POLICY_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UserPoolPolicyType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("PasswordPolicy", &self.password_policy);
        object.optional("SignInPolicy", &self.sign_in_policy);
        object.end();
    }
}

/// Structure `UserPoolReplicaType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserPoolReplicaType {
    /// Member `RegionName`.
    pub region_name: Option<String>,
    /// Member `Status`.
    pub status: Option<super::ReplicaStatusType>,
    /// Member `Role`.
    pub role: Option<super::ReplicaRoleType>,
    /// Member `UserPoolArn`.
    pub user_pool_arn: Option<String>,
}

impl rt::Decode for UserPoolReplicaType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            region_name: at.optional(&mut members, "RegionName", &shapes::REGION_NAME_TYPE)?,
            status: at.optional(&mut members, "Status", &shapes::REPLICA_STATUS_TYPE)?,
            role: at.optional(&mut members, "Role", &shapes::REPLICA_ROLE_TYPE)?,
            user_pool_arn: at.optional(&mut members, "UserPoolArn", &shapes::ARN_TYPE)?,
        })
    }
}

impl rt::Encode for UserPoolReplicaType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("RegionName", &self.region_name);
        object.optional("Status", &self.status);
        object.optional("Role", &self.role);
        object.optional("UserPoolArn", &self.user_pool_arn);
        object.end();
    }
}

/// Structure `UserPoolTokenSessionConfigType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserPoolTokenSessionConfigType {
    /// Member `MaxPerUser`, required.
    pub max_per_user: i32,
}

impl rt::Decode for UserPoolTokenSessionConfigType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            max_per_user: at.required(
                &mut members,
                "MaxPerUser",
                &shapes::MAX_SESSIONS_PER_USER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UserPoolTokenSessionConfigType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("MaxPerUser", &self.max_per_user);
        object.end();
    }
}

/// Structure `UserPoolType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserPoolType {
    /// Member `Id`.
    pub id: Option<String>,
    /// Member `Name`.
    pub name: Option<String>,
    /// Member `Policies`.
    pub policies: Option<super::UserPoolPolicyType>,
    /// Member `DeletionProtection`.
    pub deletion_protection: Option<super::DeletionProtectionType>,
    /// Member `LambdaConfig`.
    pub lambda_config: Option<super::LambdaConfigType>,
    /// Member `Status`.
    pub status: Option<super::StatusType>,
    /// Member `LastModifiedDate`.
    pub last_modified_date: Option<rt::Timestamp>,
    /// Member `CreationDate`.
    pub creation_date: Option<rt::Timestamp>,
    /// Member `SchemaAttributes`.
    pub schema_attributes: Option<Vec<super::SchemaAttributeType>>,
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
    /// Member `UserAttributeUpdateSettings`.
    pub user_attribute_update_settings: Option<super::UserAttributeUpdateSettingsType>,
    /// Member `MfaConfiguration`.
    pub mfa_configuration: Option<super::UserPoolMfaType>,
    /// Member `DeviceConfiguration`.
    pub device_configuration: Option<super::DeviceConfigurationType>,
    /// Member `EstimatedNumberOfUsers`.
    pub estimated_number_of_users: Option<i32>,
    /// Member `EmailConfiguration`.
    pub email_configuration: Option<super::EmailConfigurationType>,
    /// Member `SmsConfiguration`.
    pub sms_configuration: Option<super::SmsConfigurationType>,
    /// Member `UserPoolTags`.
    pub user_pool_tags: Option<rt::BTreeMap<String, String>>,
    /// Member `SmsConfigurationFailure`.
    pub sms_configuration_failure: Option<String>,
    /// Member `EmailConfigurationFailure`.
    pub email_configuration_failure: Option<String>,
    /// Member `Domain`.
    pub domain: Option<String>,
    /// Member `CustomDomain`.
    pub custom_domain: Option<String>,
    /// Member `AdminCreateUserConfig`.
    pub admin_create_user_config: Option<super::AdminCreateUserConfigType>,
    /// Member `UserPoolAddOns`.
    pub user_pool_add_ons: Option<super::UserPoolAddOnsType>,
    /// Member `DcrConfiguration`.
    pub dcr_configuration: Option<super::DcrConfigurationType>,
    /// Member `UsernameConfiguration`.
    pub username_configuration: Option<super::UsernameConfigurationType>,
    /// Member `Arn`.
    pub arn: Option<String>,
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

impl rt::Decode for UserPoolType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            id: at.optional(&mut members, "Id", &shapes::USER_POOL_ID_TYPE)?,
            name: at.optional(&mut members, "Name", &shapes::USER_POOL_NAME_TYPE)?,
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
            status: at.optional(&mut members, "Status", &shapes::STATUS_TYPE)?,
            last_modified_date: at.optional(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
            creation_date: at.optional(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
            schema_attributes: at.optional(
                &mut members,
                "SchemaAttributes",
                &shapes::SCHEMA_ATTRIBUTES_LIST_TYPE,
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
            estimated_number_of_users: at.optional(
                &mut members,
                "EstimatedNumberOfUsers",
                &shapes::INTEGER_TYPE,
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
            sms_configuration_failure: at.optional(
                &mut members,
                "SmsConfigurationFailure",
                &shapes::STRING_TYPE,
            )?,
            email_configuration_failure: at.optional(
                &mut members,
                "EmailConfigurationFailure",
                &shapes::STRING_TYPE,
            )?,
            domain: at.optional(&mut members, "Domain", &shapes::DOMAIN_TYPE)?,
            custom_domain: at.optional(&mut members, "CustomDomain", &shapes::DOMAIN_TYPE)?,
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
            username_configuration: at.optional(
                &mut members,
                "UsernameConfiguration",
                &shapes::USERNAME_CONFIGURATION_TYPE,
            )?,
            arn: at.optional(&mut members, "Arn", &shapes::ARN_TYPE)?,
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

impl rt::Encode for UserPoolType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Id", &self.id);
        object.optional("Name", &self.name);
        object.optional("Policies", &self.policies);
        object.optional("DeletionProtection", &self.deletion_protection);
        object.optional("LambdaConfig", &self.lambda_config);
        object.optional("Status", &self.status);
        object.optional("LastModifiedDate", &self.last_modified_date);
        object.optional("CreationDate", &self.creation_date);
        object.optional("SchemaAttributes", &self.schema_attributes);
        object.optional("AutoVerifiedAttributes", &self.auto_verified_attributes);
        object.optional("AliasAttributes", &self.alias_attributes);
        object.optional("UsernameAttributes", &self.username_attributes);
        object.optional("SmsVerificationMessage", &self.sms_verification_message);
        object.optional("EmailVerificationMessage", &self.email_verification_message);
        object.optional("EmailVerificationSubject", &self.email_verification_subject);
        object.optional("VerificationMessageTemplate", &self.verification_message_template);
        object.optional("SmsAuthenticationMessage", &self.sms_authentication_message);
        object.optional("UserAttributeUpdateSettings", &self.user_attribute_update_settings);
        object.optional("MfaConfiguration", &self.mfa_configuration);
        object.optional("DeviceConfiguration", &self.device_configuration);
        object.optional("EstimatedNumberOfUsers", &self.estimated_number_of_users);
        object.optional("EmailConfiguration", &self.email_configuration);
        object.optional("SmsConfiguration", &self.sms_configuration);
        object.optional("UserPoolTags", &self.user_pool_tags);
        object.optional("SmsConfigurationFailure", &self.sms_configuration_failure);
        object.optional("EmailConfigurationFailure", &self.email_configuration_failure);
        object.optional("Domain", &self.domain);
        object.optional("CustomDomain", &self.custom_domain);
        object.optional("AdminCreateUserConfig", &self.admin_create_user_config);
        object.optional("UserPoolAddOns", &self.user_pool_add_ons);
        object.optional("DcrConfiguration", &self.dcr_configuration);
        object.optional("UsernameConfiguration", &self.username_configuration);
        object.optional("Arn", &self.arn);
        object.optional("AccountRecoverySetting", &self.account_recovery_setting);
        object.optional("UserPoolTier", &self.user_pool_tier);
        object.optional("KeyConfiguration", &self.key_configuration);
        object.optional("IssuerConfiguration", &self.issuer_configuration);
        object.optional("AcrConfiguration", &self.acr_configuration);
        object.end();
    }
}

/// Structure `UserType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UserType {
    /// Member `Username`.
    pub username: Option<rt::Sensitive<String>>,
    /// Member `Attributes`.
    pub attributes: Option<Vec<super::AttributeType>>,
    /// Member `UserCreateDate`.
    pub user_create_date: Option<rt::Timestamp>,
    /// Member `UserLastModifiedDate`.
    pub user_last_modified_date: Option<rt::Timestamp>,
    /// Member `Enabled`.
    pub enabled: Option<bool>,
    /// Member `UserStatus`.
    pub user_status: Option<super::UserStatusType>,
    /// Member `MFAOptions`.
    pub mfa_options: Option<Vec<super::MFAOptionType>>,
}

impl rt::Decode for UserType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            username: at.optional(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            attributes: at.optional(&mut members, "Attributes", &shapes::ATTRIBUTE_LIST_TYPE)?,
            user_create_date: at.optional(&mut members, "UserCreateDate", &shapes::DATE_TYPE)?,
            user_last_modified_date: at.optional(
                &mut members,
                "UserLastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
            enabled: at.optional(&mut members, "Enabled", &shapes::BOOLEAN_TYPE)?,
            user_status: at.optional(&mut members, "UserStatus", &shapes::USER_STATUS_TYPE)?,
            mfa_options: at.optional(&mut members, "MFAOptions", &shapes::MFA_OPTION_LIST_TYPE)?,
        })
    }
}

impl rt::Encode for UserType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Username", &self.username);
        object.optional("Attributes", &self.attributes);
        object.optional("UserCreateDate", &self.user_create_date);
        object.optional("UserLastModifiedDate", &self.user_last_modified_date);
        object.optional("Enabled", &self.enabled);
        object.optional("UserStatus", &self.user_status);
        object.optional("MFAOptions", &self.mfa_options);
        object.end();
    }
}

/// Structure `UsernameConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UsernameConfigurationType {
    /// Member `CaseSensitive`, required.
    pub case_sensitive: bool,
}

impl rt::Decode for UsernameConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            case_sensitive: at.required(
                &mut members,
                "CaseSensitive",
                &shapes::WRAPPED_BOOLEAN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UsernameConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("CaseSensitive", &self.case_sensitive);
        object.end();
    }
}

/// Structure `VerificationMessageTemplateType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct VerificationMessageTemplateType {
    /// Member `SmsMessage`.
    pub sms_message: Option<String>,
    /// Member `EmailMessage`.
    pub email_message: Option<String>,
    /// Member `EmailSubject`.
    pub email_subject: Option<String>,
    /// Member `EmailMessageByLink`.
    pub email_message_by_link: Option<String>,
    /// Member `EmailSubjectByLink`.
    pub email_subject_by_link: Option<String>,
    /// Member `DefaultEmailOption`.
    pub default_email_option: Option<super::DefaultEmailOptionType>,
}

impl rt::Decode for VerificationMessageTemplateType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            sms_message: at.optional(
                &mut members,
                "SmsMessage",
                &shapes::SMS_VERIFICATION_MESSAGE_TYPE,
            )?,
            email_message: at.optional(
                &mut members,
                "EmailMessage",
                &shapes::EMAIL_VERIFICATION_MESSAGE_TYPE,
            )?,
            email_subject: at.optional(
                &mut members,
                "EmailSubject",
                &shapes::EMAIL_VERIFICATION_SUBJECT_TYPE,
            )?,
            email_message_by_link: at.optional(
                &mut members,
                "EmailMessageByLink",
                &shapes::EMAIL_VERIFICATION_MESSAGE_BY_LINK_TYPE,
            )?,
            email_subject_by_link: at.optional(
                &mut members,
                "EmailSubjectByLink",
                &shapes::EMAIL_VERIFICATION_SUBJECT_BY_LINK_TYPE,
            )?,
            default_email_option: at.optional(
                &mut members,
                "DefaultEmailOption",
                &shapes::DEFAULT_EMAIL_OPTION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for VerificationMessageTemplateType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("SmsMessage", &self.sms_message);
        object.optional("EmailMessage", &self.email_message);
        object.optional("EmailSubject", &self.email_subject);
        object.optional("EmailMessageByLink", &self.email_message_by_link);
        object.optional("EmailSubjectByLink", &self.email_subject_by_link);
        object.optional("DefaultEmailOption", &self.default_email_option);
        object.end();
    }
}

/// Structure `WebAuthnConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WebAuthnConfigurationType {
    /// Member `RelyingPartyId`.
    pub relying_party_id: Option<String>,
    /// Member `UserVerification`.
    pub user_verification: Option<super::UserVerificationType>,
    /// Member `FactorConfiguration`.
    pub factor_configuration: Option<super::WebAuthnFactorConfigurationType>,
}

impl rt::Decode for WebAuthnConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            relying_party_id: at.optional(
                &mut members,
                "RelyingPartyId",
                &shapes::RELYING_PARTY_ID_TYPE,
            )?,
            user_verification: at.optional(
                &mut members,
                "UserVerification",
                &shapes::USER_VERIFICATION_TYPE,
            )?,
            factor_configuration: at.optional(
                &mut members,
                "FactorConfiguration",
                &shapes::WEB_AUTHN_FACTOR_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for WebAuthnConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("RelyingPartyId", &self.relying_party_id);
        object.optional("UserVerification", &self.user_verification);
        object.optional("FactorConfiguration", &self.factor_configuration);
        object.end();
    }
}

/// Structure `WebAuthnCredentialDescription`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WebAuthnCredentialDescription {
    /// Member `CredentialId`, required.
    pub credential_id: String,
    /// Member `FriendlyCredentialName`, required.
    pub friendly_credential_name: String,
    /// Member `RelyingPartyId`, required.
    pub relying_party_id: String,
    /// Member `AuthenticatorAttachment`.
    pub authenticator_attachment: Option<String>,
    /// Member `AuthenticatorTransports`, required.
    pub authenticator_transports: Vec<String>,
    /// Member `CreatedAt`, required.
    pub created_at: rt::Timestamp,
}

impl rt::Decode for WebAuthnCredentialDescription {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            credential_id: at.required(&mut members, "CredentialId", &shapes::STRING_TYPE)?,
            friendly_credential_name: at.required(
                &mut members,
                "FriendlyCredentialName",
                &shapes::STRING_TYPE,
            )?,
            relying_party_id: at.required(&mut members, "RelyingPartyId", &shapes::STRING_TYPE)?,
            authenticator_attachment: at.optional(
                &mut members,
                "AuthenticatorAttachment",
                &shapes::WEB_AUTHN_AUTHENTICATOR_ATTACHMENT_TYPE,
            )?,
            authenticator_transports: at.required(
                &mut members,
                "AuthenticatorTransports",
                &shapes::WEB_AUTHN_AUTHENTICATOR_TRANSPORTS_LIST,
            )?,
            created_at: at.required(&mut members, "CreatedAt", &shapes::DATE_TYPE)?,
        })
    }
}

impl rt::Encode for WebAuthnCredentialDescription {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("CredentialId", &self.credential_id);
        object.required("FriendlyCredentialName", &self.friendly_credential_name);
        object.required("RelyingPartyId", &self.relying_party_id);
        object.optional("AuthenticatorAttachment", &self.authenticator_attachment);
        object.required("AuthenticatorTransports", &self.authenticator_transports);
        object.required("CreatedAt", &self.created_at);
        object.end();
    }
}

/// Structure `WebAuthnMfaSettingsType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WebAuthnMfaSettingsType {
    /// Member `Enabled`.
    pub enabled: Option<bool>,
}

impl rt::Decode for WebAuthnMfaSettingsType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { enabled: at.optional(&mut members, "Enabled", &shapes::BOOLEAN_TYPE)? })
    }
}

impl rt::Encode for WebAuthnMfaSettingsType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Enabled", &self.enabled);
        object.end();
    }
}
