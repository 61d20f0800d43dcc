// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Responses.

use super::shapes;
use crate::rt;

/// Structure `AddCustomAttributesResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AddCustomAttributesResponse {}

impl rt::Decode for AddCustomAttributesResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AddCustomAttributesResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AddUserPoolClientSecretResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AddUserPoolClientSecretResponse {
    /// Member `ClientSecretDescriptor`.
    pub client_secret_descriptor: Option<super::ClientSecretDescriptorType>,
}

impl rt::Decode for AddUserPoolClientSecretResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_secret_descriptor: at.optional(
                &mut members,
                "ClientSecretDescriptor",
                &shapes::CLIENT_SECRET_DESCRIPTOR_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AddUserPoolClientSecretResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ClientSecretDescriptor", &self.client_secret_descriptor);
        object.end();
    }
}

/// Structure `AdminConfirmSignUpResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminConfirmSignUpResponse {}

impl rt::Decode for AdminConfirmSignUpResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminConfirmSignUpResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminCreateUserResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminCreateUserResponse {
    /// Member `User`.
    pub user: Option<super::UserType>,
}

impl rt::Decode for AdminCreateUserResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { user: at.optional(&mut members, "User", &shapes::USER_TYPE)? })
    }
}

impl rt::Encode for AdminCreateUserResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("User", &self.user);
        object.end();
    }
}

/// Structure `AdminDeleteSoftwareTokenResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminDeleteSoftwareTokenResponse {}

impl rt::Decode for AdminDeleteSoftwareTokenResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminDeleteSoftwareTokenResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminDeleteUserAttributesResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminDeleteUserAttributesResponse {}

impl rt::Decode for AdminDeleteUserAttributesResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminDeleteUserAttributesResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminDisableProviderForUserResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminDisableProviderForUserResponse {}

impl rt::Decode for AdminDisableProviderForUserResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminDisableProviderForUserResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminDisableUserResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminDisableUserResponse {}

impl rt::Decode for AdminDisableUserResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminDisableUserResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminEnableUserResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminEnableUserResponse {}

impl rt::Decode for AdminEnableUserResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminEnableUserResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminGetDeviceResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminGetDeviceResponse {
    /// Member `Device`, required.
    pub device: super::DeviceType,
}

impl rt::Decode for AdminGetDeviceResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { device: at.required(&mut members, "Device", &shapes::DEVICE_TYPE)? })
    }
}

impl rt::Encode for AdminGetDeviceResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Device", &self.device);
        object.end();
    }
}

/// Structure `AdminGetUserAuthFactorsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminGetUserAuthFactorsResponse {
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `PreferredMfaSetting`.
    pub preferred_mfa_setting: Option<String>,
    /// Member `UserMFASettingList`.
    pub user_mfa_setting_list: Option<Vec<String>>,
    /// Member `ConfiguredUserAuthFactors`.
    pub configured_user_auth_factors: Option<Vec<super::AuthFactorType>>,
}

impl rt::Decode for AdminGetUserAuthFactorsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            preferred_mfa_setting: at.optional(
                &mut members,
                "PreferredMfaSetting",
                &shapes::STRING_TYPE,
            )?,
            user_mfa_setting_list: at.optional(
                &mut members,
                "UserMFASettingList",
                &shapes::USER_MFA_SETTING_LIST_TYPE,
            )?,
            configured_user_auth_factors: at.optional(
                &mut members,
                "ConfiguredUserAuthFactors",
                &shapes::CONFIGURED_USER_AUTH_FACTORS_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminGetUserAuthFactorsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Username", &self.username);
        object.optional("PreferredMfaSetting", &self.preferred_mfa_setting);
        object.optional("UserMFASettingList", &self.user_mfa_setting_list);
        object.optional("ConfiguredUserAuthFactors", &self.configured_user_auth_factors);
        object.end();
    }
}

/// Structure `AdminGetUserResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminGetUserResponse {
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `UserAttributes`.
    pub user_attributes: Option<Vec<super::AttributeType>>,
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
    /// Member `PreferredMfaSetting`.
    pub preferred_mfa_setting: Option<String>,
    /// Member `UserMFASettingList`.
    pub user_mfa_setting_list: Option<Vec<String>>,
}

impl rt::Decode for AdminGetUserResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            user_attributes: at.optional(
                &mut members,
                "UserAttributes",
                &shapes::ATTRIBUTE_LIST_TYPE,
            )?,
            user_create_date: at.optional(&mut members, "UserCreateDate", &shapes::DATE_TYPE)?,
            user_last_modified_date: at.optional(
                &mut members,
                "UserLastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
            enabled: at.optional(&mut members, "Enabled", &shapes::BOOLEAN_TYPE)?,
            user_status: at.optional(&mut members, "UserStatus", &shapes::USER_STATUS_TYPE)?,
            mfa_options: at.optional(&mut members, "MFAOptions", &shapes::MFA_OPTION_LIST_TYPE)?,
            preferred_mfa_setting: at.optional(
                &mut members,
                "PreferredMfaSetting",
                &shapes::STRING_TYPE,
            )?,
            user_mfa_setting_list: at.optional(
                &mut members,
                "UserMFASettingList",
                &shapes::USER_MFA_SETTING_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminGetUserResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Username", &self.username);
        object.optional("UserAttributes", &self.user_attributes);
        object.optional("UserCreateDate", &self.user_create_date);
        object.optional("UserLastModifiedDate", &self.user_last_modified_date);
        object.optional("Enabled", &self.enabled);
        object.optional("UserStatus", &self.user_status);
        object.optional("MFAOptions", &self.mfa_options);
        object.optional("PreferredMfaSetting", &self.preferred_mfa_setting);
        object.optional("UserMFASettingList", &self.user_mfa_setting_list);
        object.end();
    }
}

/// Structure `AdminInitiateAuthResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminInitiateAuthResponse {
    /// Member `ChallengeName`.
    pub challenge_name: Option<super::ChallengeNameType>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
    /// Member `ChallengeParameters`.
    pub challenge_parameters: Option<rt::BTreeMap<String, String>>,
    /// Member `AuthenticationResult`.
    pub authentication_result: Option<super::AuthenticationResultType>,
    /// Member `AvailableChallenges`.
    pub available_challenges: Option<Vec<super::ChallengeNameType>>,
}

impl rt::Decode for AdminInitiateAuthResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            challenge_name: at.optional(
                &mut members,
                "ChallengeName",
                &shapes::CHALLENGE_NAME_TYPE,
            )?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
            challenge_parameters: at.optional(
                &mut members,
                "ChallengeParameters",
                &shapes::CHALLENGE_PARAMETERS_TYPE,
            )?,
            authentication_result: at.optional(
                &mut members,
                "AuthenticationResult",
                &shapes::AUTHENTICATION_RESULT_TYPE,
            )?,
            available_challenges: at.optional(
                &mut members,
                "AvailableChallenges",
                &shapes::AVAILABLE_CHALLENGE_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminInitiateAuthResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ChallengeName", &self.challenge_name);
        object.optional("Session", &self.session);
        object.optional("ChallengeParameters", &self.challenge_parameters);
        object.optional("AuthenticationResult", &self.authentication_result);
        object.optional("AvailableChallenges", &self.available_challenges);
        object.end();
    }
}

/// Structure `AdminLinkProviderForUserResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminLinkProviderForUserResponse {}

impl rt::Decode for AdminLinkProviderForUserResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminLinkProviderForUserResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminListDevicesResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminListDevicesResponse {
    /// Member `Devices`.
    pub devices: Option<Vec<super::DeviceType>>,
    /// Member `PaginationToken`.
    pub pagination_token: Option<String>,
}

impl rt::Decode for AdminListDevicesResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            devices: at.optional(&mut members, "Devices", &shapes::DEVICE_LIST_TYPE)?,
            pagination_token: at.optional(
                &mut members,
                "PaginationToken",
                &shapes::SEARCH_PAGINATION_TOKEN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminListDevicesResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Devices", &self.devices);
        object.optional("PaginationToken", &self.pagination_token);
        object.end();
    }
}

/// Structure `AdminListGroupsForUserResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminListGroupsForUserResponse {
    /// Member `Groups`.
    pub groups: Option<Vec<super::GroupType>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for AdminListGroupsForUserResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            groups: at.optional(&mut members, "Groups", &shapes::GROUP_LIST_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for AdminListGroupsForUserResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Groups", &self.groups);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `AdminListUserAuthEventsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminListUserAuthEventsResponse {
    /// Member `AuthEvents`.
    pub auth_events: Option<Vec<super::AuthEventType>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for AdminListUserAuthEventsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            auth_events: at.optional(&mut members, "AuthEvents", &shapes::AUTH_EVENTS_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for AdminListUserAuthEventsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AuthEvents", &self.auth_events);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `AdminListUserSessionsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminListUserSessionsResponse {
    /// Member `Sessions`.
    pub sessions: Option<Vec<super::SessionDescriptionType>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for AdminListUserSessionsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            sessions: at.optional(&mut members, "Sessions", &shapes::SESSIONS_LIST_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for AdminListUserSessionsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Sessions", &self.sessions);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `AdminResetUserPasswordResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminResetUserPasswordResponse {}

impl rt::Decode for AdminResetUserPasswordResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminResetUserPasswordResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminRespondToAuthChallengeResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminRespondToAuthChallengeResponse {
    /// Member `ChallengeName`.
    pub challenge_name: Option<super::ChallengeNameType>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
    /// Member `ChallengeParameters`.
    pub challenge_parameters: Option<rt::BTreeMap<String, String>>,
    /// Member `AuthenticationResult`.
    pub authentication_result: Option<super::AuthenticationResultType>,
    /// Member `AvailableChallenges`.
    pub available_challenges: Option<Vec<super::ChallengeNameType>>,
}

impl rt::Decode for AdminRespondToAuthChallengeResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            challenge_name: at.optional(
                &mut members,
                "ChallengeName",
                &shapes::CHALLENGE_NAME_TYPE,
            )?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
            challenge_parameters: at.optional(
                &mut members,
                "ChallengeParameters",
                &shapes::CHALLENGE_PARAMETERS_TYPE,
            )?,
            authentication_result: at.optional(
                &mut members,
                "AuthenticationResult",
                &shapes::AUTHENTICATION_RESULT_TYPE,
            )?,
            available_challenges: at.optional(
                &mut members,
                "AvailableChallenges",
                &shapes::AVAILABLE_CHALLENGE_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for AdminRespondToAuthChallengeResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ChallengeName", &self.challenge_name);
        object.optional("Session", &self.session);
        object.optional("ChallengeParameters", &self.challenge_parameters);
        object.optional("AuthenticationResult", &self.authentication_result);
        object.optional("AvailableChallenges", &self.available_challenges);
        object.end();
    }
}

/// Structure `AdminRevokeUserSessionResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminRevokeUserSessionResponse {}

impl rt::Decode for AdminRevokeUserSessionResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminRevokeUserSessionResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminSetUserMFAPreferenceResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminSetUserMFAPreferenceResponse {}

impl rt::Decode for AdminSetUserMFAPreferenceResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminSetUserMFAPreferenceResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminSetUserPasswordResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminSetUserPasswordResponse {}

impl rt::Decode for AdminSetUserPasswordResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminSetUserPasswordResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminSetUserSettingsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminSetUserSettingsResponse {}

impl rt::Decode for AdminSetUserSettingsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminSetUserSettingsResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminUpdateAuthEventFeedbackResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminUpdateAuthEventFeedbackResponse {}

impl rt::Decode for AdminUpdateAuthEventFeedbackResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminUpdateAuthEventFeedbackResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminUpdateDeviceStatusResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminUpdateDeviceStatusResponse {}

impl rt::Decode for AdminUpdateDeviceStatusResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminUpdateDeviceStatusResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminUpdateUserAttributesResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminUpdateUserAttributesResponse {}

impl rt::Decode for AdminUpdateUserAttributesResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminUpdateUserAttributesResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AdminUserGlobalSignOutResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdminUserGlobalSignOutResponse {}

impl rt::Decode for AdminUserGlobalSignOutResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for AdminUserGlobalSignOutResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `AssociateSoftwareTokenResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AssociateSoftwareTokenResponse {
    /// Member `SecretCode`.
    pub secret_code: Option<rt::Sensitive<String>>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
}

impl rt::Decode for AssociateSoftwareTokenResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            secret_code: at.optional(&mut members, "SecretCode", &shapes::SECRET_CODE_TYPE)?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
        })
    }
}

impl rt::Encode for AssociateSoftwareTokenResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("SecretCode", &self.secret_code);
        object.optional("Session", &self.session);
        object.end();
    }
}

/// Structure `ChangePasswordResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ChangePasswordResponse {}

impl rt::Decode for ChangePasswordResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for ChangePasswordResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `CompleteWebAuthnRegistrationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CompleteWebAuthnRegistrationResponse {}

impl rt::Decode for CompleteWebAuthnRegistrationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for CompleteWebAuthnRegistrationResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `ConfirmDeviceResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ConfirmDeviceResponse {
    /// Member `UserConfirmationNecessary`.
    pub user_confirmation_necessary: Option<bool>,
}

impl rt::Decode for ConfirmDeviceResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_confirmation_necessary: at.optional(
                &mut members,
                "UserConfirmationNecessary",
                &shapes::BOOLEAN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ConfirmDeviceResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserConfirmationNecessary", &self.user_confirmation_necessary);
        object.end();
    }
}

/// Structure `ConfirmForgotPasswordResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ConfirmForgotPasswordResponse {}

impl rt::Decode for ConfirmForgotPasswordResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for ConfirmForgotPasswordResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `ConfirmSignUpResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ConfirmSignUpResponse {
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
}

impl rt::Decode for ConfirmSignUpResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)? })
    }
}

impl rt::Encode for ConfirmSignUpResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Session", &self.session);
        object.end();
    }
}

/// Structure `CreateGroupResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateGroupResponse {
    /// Member `Group`.
    pub group: Option<super::GroupType>,
}

impl rt::Decode for CreateGroupResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { group: at.optional(&mut members, "Group", &shapes::GROUP_TYPE)? })
    }
}

impl rt::Encode for CreateGroupResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Group", &self.group);
        object.end();
    }
}

/// Structure `CreateIdentityProviderResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateIdentityProviderResponse {
    /// Member `IdentityProvider`, required.
    pub identity_provider: super::IdentityProviderType,
}

impl rt::Decode for CreateIdentityProviderResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_provider: at.required(
                &mut members,
                "IdentityProvider",
                &shapes::IDENTITY_PROVIDER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CreateIdentityProviderResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityProvider", &self.identity_provider);
        object.end();
    }
}

/// Structure `CreateManagedLoginBrandingResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateManagedLoginBrandingResponse {
    /// Member `ManagedLoginBranding`.
    pub managed_login_branding: Option<super::ManagedLoginBrandingType>,
}

impl rt::Decode for CreateManagedLoginBrandingResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            managed_login_branding: at.optional(
                &mut members,
                "ManagedLoginBranding",
                &shapes::MANAGED_LOGIN_BRANDING_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CreateManagedLoginBrandingResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ManagedLoginBranding", &self.managed_login_branding);
        object.end();
    }
}

/// Structure `CreateResourceServerResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateResourceServerResponse {
    /// Member `ResourceServer`, required.
    pub resource_server: super::ResourceServerType,
}

impl rt::Decode for CreateResourceServerResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            resource_server: at.required(
                &mut members,
                "ResourceServer",
                &shapes::RESOURCE_SERVER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CreateResourceServerResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ResourceServer", &self.resource_server);
        object.end();
    }
}

/// Structure `CreateTermsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateTermsResponse {
    /// Member `Terms`.
    pub terms: Option<super::TermsType>,
}

impl rt::Decode for CreateTermsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { terms: at.optional(&mut members, "Terms", &shapes::TERMS_TYPE)? })
    }
}

impl rt::Encode for CreateTermsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Terms", &self.terms);
        object.end();
    }
}

/// Structure `CreateUserImportJobResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateUserImportJobResponse {
    /// Member `UserImportJob`.
    pub user_import_job: Option<super::UserImportJobType>,
}

impl rt::Decode for CreateUserImportJobResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_import_job: at.optional(
                &mut members,
                "UserImportJob",
                &shapes::USER_IMPORT_JOB_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CreateUserImportJobResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserImportJob", &self.user_import_job);
        object.end();
    }
}

/// Structure `CreateUserPoolClientResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateUserPoolClientResponse {
    /// Member `UserPoolClient`.
    pub user_pool_client: Option<super::UserPoolClientType>,
}

impl rt::Decode for CreateUserPoolClientResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_client: at.optional(
                &mut members,
                "UserPoolClient",
                &shapes::USER_POOL_CLIENT_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CreateUserPoolClientResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolClient", &self.user_pool_client);
        object.end();
    }
}

/// Structure `CreateUserPoolDomainResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateUserPoolDomainResponse {
    /// Member `ManagedLoginVersion`.
    pub managed_login_version: Option<i32>,
    /// Member `CloudFrontDomain`.
    pub cloud_front_domain: Option<String>,
    /// Member `Routing`.
    pub routing: Option<super::RoutingType>,
}

impl rt::Decode for CreateUserPoolDomainResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            managed_login_version: at.optional(
                &mut members,
                "ManagedLoginVersion",
                &shapes::WRAPPED_INTEGER_TYPE,
            )?,
            cloud_front_domain: at.optional(
                &mut members,
                "CloudFrontDomain",
                &shapes::DOMAIN_TYPE,
            )?,
            routing: at.optional(&mut members, "Routing", &shapes::ROUTING_TYPE)?,
        })
    }
}

impl rt::Encode for CreateUserPoolDomainResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ManagedLoginVersion", &self.managed_login_version);
        object.optional("CloudFrontDomain", &self.cloud_front_domain);
        object.optional("Routing", &self.routing);
        object.end();
    }
}

/// Structure `CreateUserPoolReplicaResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateUserPoolReplicaResponse {
    /// Member `UserPoolReplica`.
    pub user_pool_replica: Option<super::UserPoolReplicaType>,
}

impl rt::Decode for CreateUserPoolReplicaResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_replica: at.optional(
                &mut members,
                "UserPoolReplica",
                &shapes::USER_POOL_REPLICA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for CreateUserPoolReplicaResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolReplica", &self.user_pool_replica);
        object.end();
    }
}

/// Structure `CreateUserPoolResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateUserPoolResponse {
    /// Member `UserPool`.
    pub user_pool: Option<super::UserPoolType>,
}

impl rt::Decode for CreateUserPoolResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { user_pool: at.optional(&mut members, "UserPool", &shapes::USER_POOL_TYPE)? })
    }
}

impl rt::Encode for CreateUserPoolResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPool", &self.user_pool);
        object.end();
    }
}

/// Structure `DeleteUserAttributesResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteUserAttributesResponse {}

impl rt::Decode for DeleteUserAttributesResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for DeleteUserAttributesResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `DeleteUserPoolClientSecretResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteUserPoolClientSecretResponse {}

impl rt::Decode for DeleteUserPoolClientSecretResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for DeleteUserPoolClientSecretResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `DeleteUserPoolDomainResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteUserPoolDomainResponse {}

impl rt::Decode for DeleteUserPoolDomainResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for DeleteUserPoolDomainResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `DeleteUserPoolReplicaResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteUserPoolReplicaResponse {
    /// Member `UserPoolReplica`.
    pub user_pool_replica: Option<super::UserPoolReplicaType>,
}

impl rt::Decode for DeleteUserPoolReplicaResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_replica: at.optional(
                &mut members,
                "UserPoolReplica",
                &shapes::USER_POOL_REPLICA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DeleteUserPoolReplicaResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolReplica", &self.user_pool_replica);
        object.end();
    }
}

/// Structure `DeleteWebAuthnCredentialResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteWebAuthnCredentialResponse {}

impl rt::Decode for DeleteWebAuthnCredentialResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for DeleteWebAuthnCredentialResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `DescribeIdentityProviderResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeIdentityProviderResponse {
    /// Member `IdentityProvider`, required.
    pub identity_provider: super::IdentityProviderType,
}

impl rt::Decode for DescribeIdentityProviderResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_provider: at.required(
                &mut members,
                "IdentityProvider",
                &shapes::IDENTITY_PROVIDER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeIdentityProviderResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityProvider", &self.identity_provider);
        object.end();
    }
}

/// Structure `DescribeManagedLoginBrandingByClientResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeManagedLoginBrandingByClientResponse {
    /// Member `ManagedLoginBranding`.
    pub managed_login_branding: Option<super::ManagedLoginBrandingType>,
}

impl rt::Decode for DescribeManagedLoginBrandingByClientResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            managed_login_branding: at.optional(
                &mut members,
                "ManagedLoginBranding",
                &shapes::MANAGED_LOGIN_BRANDING_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeManagedLoginBrandingByClientResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ManagedLoginBranding", &self.managed_login_branding);
        object.end();
    }
}

/// Structure `DescribeManagedLoginBrandingResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeManagedLoginBrandingResponse {
    /// Member `ManagedLoginBranding`.
    pub managed_login_branding: Option<super::ManagedLoginBrandingType>,
}

impl rt::Decode for DescribeManagedLoginBrandingResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            managed_login_branding: at.optional(
                &mut members,
                "ManagedLoginBranding",
                &shapes::MANAGED_LOGIN_BRANDING_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeManagedLoginBrandingResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ManagedLoginBranding", &self.managed_login_branding);
        object.end();
    }
}

/// Structure `DescribeResourceServerResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeResourceServerResponse {
    /// Member `ResourceServer`, required.
    pub resource_server: super::ResourceServerType,
}

impl rt::Decode for DescribeResourceServerResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            resource_server: at.required(
                &mut members,
                "ResourceServer",
                &shapes::RESOURCE_SERVER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeResourceServerResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ResourceServer", &self.resource_server);
        object.end();
    }
}

/// Structure `DescribeRiskConfigurationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeRiskConfigurationResponse {
    /// Member `RiskConfiguration`, required.
    pub risk_configuration: super::RiskConfigurationType,
}

impl rt::Decode for DescribeRiskConfigurationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            risk_configuration: at.required(
                &mut members,
                "RiskConfiguration",
                &shapes::RISK_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeRiskConfigurationResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("RiskConfiguration", &self.risk_configuration);
        object.end();
    }
}

/// Structure `DescribeTermsByClientResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeTermsByClientResponse {
    /// Member `Terms`.
    pub terms: Option<super::TermsType>,
}

impl rt::Decode for DescribeTermsByClientResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { terms: at.optional(&mut members, "Terms", &shapes::TERMS_TYPE)? })
    }
}

impl rt::Encode for DescribeTermsByClientResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Terms", &self.terms);
        object.end();
    }
}

/// Structure `DescribeTermsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeTermsResponse {
    /// Member `Terms`.
    pub terms: Option<super::TermsType>,
}

impl rt::Decode for DescribeTermsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { terms: at.optional(&mut members, "Terms", &shapes::TERMS_TYPE)? })
    }
}

impl rt::Encode for DescribeTermsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Terms", &self.terms);
        object.end();
    }
}

/// Structure `DescribeUserImportJobResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeUserImportJobResponse {
    /// Member `UserImportJob`.
    pub user_import_job: Option<super::UserImportJobType>,
}

impl rt::Decode for DescribeUserImportJobResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_import_job: at.optional(
                &mut members,
                "UserImportJob",
                &shapes::USER_IMPORT_JOB_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeUserImportJobResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserImportJob", &self.user_import_job);
        object.end();
    }
}

/// Structure `DescribeUserPoolClientResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeUserPoolClientResponse {
    /// Member `UserPoolClient`.
    pub user_pool_client: Option<super::UserPoolClientType>,
}

impl rt::Decode for DescribeUserPoolClientResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_client: at.optional(
                &mut members,
                "UserPoolClient",
                &shapes::USER_POOL_CLIENT_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeUserPoolClientResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolClient", &self.user_pool_client);
        object.end();
    }
}

/// Structure `DescribeUserPoolDomainResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeUserPoolDomainResponse {
    /// Member `DomainDescription`.
    pub domain_description: Option<super::DomainDescriptionType>,
}

impl rt::Decode for DescribeUserPoolDomainResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            domain_description: at.optional(
                &mut members,
                "DomainDescription",
                &shapes::DOMAIN_DESCRIPTION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for DescribeUserPoolDomainResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("DomainDescription", &self.domain_description);
        object.end();
    }
}

/// Structure `DescribeUserPoolResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeUserPoolResponse {
    /// Member `UserPool`.
    pub user_pool: Option<super::UserPoolType>,
}

impl rt::Decode for DescribeUserPoolResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { user_pool: at.optional(&mut members, "UserPool", &shapes::USER_POOL_TYPE)? })
    }
}

impl rt::Encode for DescribeUserPoolResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPool", &self.user_pool);
        object.end();
    }
}

/// Structure `ForgotPasswordResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ForgotPasswordResponse {
    /// Member `CodeDeliveryDetails`.
    pub code_delivery_details: Option<super::CodeDeliveryDetailsType>,
}

impl rt::Decode for ForgotPasswordResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            code_delivery_details: at.optional(
                &mut members,
                "CodeDeliveryDetails",
                &shapes::CODE_DELIVERY_DETAILS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ForgotPasswordResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("CodeDeliveryDetails", &self.code_delivery_details);
        object.end();
    }
}

/// Structure `GetCSVHeaderResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetCSVHeaderResponse {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `CSVHeader`.
    pub csv_header: Option<Vec<String>>,
}

impl rt::Decode for GetCSVHeaderResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            csv_header: at.optional(&mut members, "CSVHeader", &shapes::LIST_OF_STRING_TYPES)?,
        })
    }
}

impl rt::Encode for GetCSVHeaderResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("CSVHeader", &self.csv_header);
        object.end();
    }
}

/// Structure `GetClientTokenResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetClientTokenResponse {
    /// Member `ClientAuthenticationResult`.
    pub client_authentication_result: Option<super::ClientAuthenticationResultType>,
}

impl rt::Decode for GetClientTokenResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_authentication_result: at.optional(
                &mut members,
                "ClientAuthenticationResult",
                &shapes::CLIENT_AUTHENTICATION_RESULT_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetClientTokenResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ClientAuthenticationResult", &self.client_authentication_result);
        object.end();
    }
}

/// Structure `GetDerivedTokenResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetDerivedTokenResponse {
    /// Member `IssuedToken`, required.
    pub issued_token: rt::Sensitive<String>,
    /// Member `IssuedTokenType`, required.
    pub issued_token_type: super::IssuedTokenTypeIdentifierType,
    /// Member `TokenType`, required.
    pub token_type: super::OAuthTokenTypeType,
    /// Member `ExpiresIn`.
    pub expires_in: Option<i32>,
    /// Member `Scopes`.
    pub scopes: Option<Vec<String>>,
}

impl rt::Decode for GetDerivedTokenResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            issued_token: at.required(&mut members, "IssuedToken", &shapes::TOKEN_MODEL_TYPE)?,
            issued_token_type: at.required(
                &mut members,
                "IssuedTokenType",
                &shapes::ISSUED_TOKEN_TYPE_IDENTIFIER_TYPE,
            )?,
            token_type: at.required(&mut members, "TokenType", &shapes::OAUTH_TOKEN_TYPE_TYPE)?,
            expires_in: at.optional(&mut members, "ExpiresIn", &shapes::INTEGER_TYPE)?,
            scopes: at.optional(&mut members, "Scopes", &shapes::SCOPE_LIST_TYPE)?,
        })
    }
}

impl rt::Encode for GetDerivedTokenResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IssuedToken", &self.issued_token);
        object.required("IssuedTokenType", &self.issued_token_type);
        object.required("TokenType", &self.token_type);
        object.optional("ExpiresIn", &self.expires_in);
        object.optional("Scopes", &self.scopes);
        object.end();
    }
}

/// Structure `GetDeviceResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetDeviceResponse {
    /// Member `Device`, required.
    pub device: super::DeviceType,
}

impl rt::Decode for GetDeviceResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { device: at.required(&mut members, "Device", &shapes::DEVICE_TYPE)? })
    }
}

impl rt::Encode for GetDeviceResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Device", &self.device);
        object.end();
    }
}

/// Structure `GetGroupResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetGroupResponse {
    /// Member `Group`.
    pub group: Option<super::GroupType>,
}

impl rt::Decode for GetGroupResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { group: at.optional(&mut members, "Group", &shapes::GROUP_TYPE)? })
    }
}

impl rt::Encode for GetGroupResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Group", &self.group);
        object.end();
    }
}

/// Structure `GetIdentityProviderByIdentifierResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetIdentityProviderByIdentifierResponse {
    /// Member `IdentityProvider`, required.
    pub identity_provider: super::IdentityProviderType,
}

impl rt::Decode for GetIdentityProviderByIdentifierResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_provider: at.required(
                &mut members,
                "IdentityProvider",
                &shapes::IDENTITY_PROVIDER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetIdentityProviderByIdentifierResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityProvider", &self.identity_provider);
        object.end();
    }
}

/// Structure `GetLogDeliveryConfigurationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetLogDeliveryConfigurationResponse {
    /// Member `LogDeliveryConfiguration`.
    pub log_delivery_configuration: Option<super::LogDeliveryConfigurationType>,
}

impl rt::Decode for GetLogDeliveryConfigurationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            log_delivery_configuration: at.optional(
                &mut members,
                "LogDeliveryConfiguration",
                &shapes::LOG_DELIVERY_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetLogDeliveryConfigurationResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("LogDeliveryConfiguration", &self.log_delivery_configuration);
        object.end();
    }
}

/// Structure `GetProvisionedLimitResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetProvisionedLimitResponse {
    /// Member `Limit`, required.
    pub limit: super::LimitType,
}

impl rt::Decode for GetProvisionedLimitResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { limit: at.required(&mut members, "Limit", &shapes::LIMIT_TYPE)? })
    }
}

impl rt::Encode for GetProvisionedLimitResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Limit", &self.limit);
        object.end();
    }
}

/// Structure `GetSigningCertificateResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetSigningCertificateResponse {
    /// Member `Certificate`.
    pub certificate: Option<String>,
}

impl rt::Decode for GetSigningCertificateResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { certificate: at.optional(&mut members, "Certificate", &shapes::STRING_TYPE)? })
    }
}

impl rt::Encode for GetSigningCertificateResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Certificate", &self.certificate);
        object.end();
    }
}

/// Structure `GetTokensFromRefreshTokenResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetTokensFromRefreshTokenResponse {
    /// Member `AuthenticationResult`.
    pub authentication_result: Option<super::AuthenticationResultType>,
}

impl rt::Decode for GetTokensFromRefreshTokenResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            authentication_result: at.optional(
                &mut members,
                "AuthenticationResult",
                &shapes::AUTHENTICATION_RESULT_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetTokensFromRefreshTokenResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AuthenticationResult", &self.authentication_result);
        object.end();
    }
}

/// Structure `GetUICustomizationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUICustomizationResponse {
    /// Member `UICustomization`, required.
    pub ui_customization: super::UICustomizationType,
}

impl rt::Decode for GetUICustomizationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            ui_customization: at.required(
                &mut members,
                "UICustomization",
                &shapes::UI_CUSTOMIZATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetUICustomizationResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UICustomization", &self.ui_customization);
        object.end();
    }
}

/// Structure `GetUserAttributeVerificationCodeResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserAttributeVerificationCodeResponse {
    /// Member `CodeDeliveryDetails`.
    pub code_delivery_details: Option<super::CodeDeliveryDetailsType>,
}

impl rt::Decode for GetUserAttributeVerificationCodeResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            code_delivery_details: at.optional(
                &mut members,
                "CodeDeliveryDetails",
                &shapes::CODE_DELIVERY_DETAILS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetUserAttributeVerificationCodeResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("CodeDeliveryDetails", &self.code_delivery_details);
        object.end();
    }
}

/// Structure `GetUserAuthFactorsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserAuthFactorsResponse {
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `PreferredMfaSetting`.
    pub preferred_mfa_setting: Option<String>,
    /// Member `UserMFASettingList`.
    pub user_mfa_setting_list: Option<Vec<String>>,
    /// Member `ConfiguredUserAuthFactors`.
    pub configured_user_auth_factors: Option<Vec<super::AuthFactorType>>,
}

impl rt::Decode for GetUserAuthFactorsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            preferred_mfa_setting: at.optional(
                &mut members,
                "PreferredMfaSetting",
                &shapes::STRING_TYPE,
            )?,
            user_mfa_setting_list: at.optional(
                &mut members,
                "UserMFASettingList",
                &shapes::USER_MFA_SETTING_LIST_TYPE,
            )?,
            configured_user_auth_factors: at.optional(
                &mut members,
                "ConfiguredUserAuthFactors",
                &shapes::CONFIGURED_USER_AUTH_FACTORS_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetUserAuthFactorsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Username", &self.username);
        object.optional("PreferredMfaSetting", &self.preferred_mfa_setting);
        object.optional("UserMFASettingList", &self.user_mfa_setting_list);
        object.optional("ConfiguredUserAuthFactors", &self.configured_user_auth_factors);
        object.end();
    }
}

/// Structure `GetUserPoolClientSessionConfigurationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserPoolClientSessionConfigurationResponse {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `ClientId`.
    pub client_id: Option<rt::Sensitive<String>>,
    /// Member `SSOSession`.
    pub sso_session: Option<super::ClientSSOSessionConfigType>,
}

impl rt::Decode for GetUserPoolClientSessionConfigurationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.optional(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            sso_session: at.optional(
                &mut members,
                "SSOSession",
                &shapes::CLIENT_SSO_SESSION_CONFIG_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetUserPoolClientSessionConfigurationResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("ClientId", &self.client_id);
        object.optional("SSOSession", &self.sso_session);
        object.end();
    }
}

/// Structure `GetUserPoolMfaConfigResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserPoolMfaConfigResponse {
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

impl rt::Decode for GetUserPoolMfaConfigResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
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

impl rt::Encode for GetUserPoolMfaConfigResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("SmsMfaConfiguration", &self.sms_mfa_configuration);
        object.optional("SoftwareTokenMfaConfiguration", &self.software_token_mfa_configuration);
        object.optional("EmailMfaConfiguration", &self.email_mfa_configuration);
        object.optional("MfaConfiguration", &self.mfa_configuration);
        object.optional("WebAuthnConfiguration", &self.web_authn_configuration);
        object.end();
    }
}

/// Structure `GetUserPoolSessionConfigurationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserPoolSessionConfigurationResponse {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `UserSessionTracking`.
    pub user_session_tracking: Option<super::UserSessionTrackingType>,
    /// Member `TokenSession`.
    pub token_session: Option<super::UserPoolTokenSessionConfigType>,
}

impl rt::Decode for GetUserPoolSessionConfigurationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            user_session_tracking: at.optional(
                &mut members,
                "UserSessionTracking",
                &shapes::USER_SESSION_TRACKING_TYPE,
            )?,
            token_session: at.optional(
                &mut members,
                "TokenSession",
                &shapes::USER_POOL_TOKEN_SESSION_CONFIG_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetUserPoolSessionConfigurationResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("UserSessionTracking", &self.user_session_tracking);
        object.optional("TokenSession", &self.token_session);
        object.end();
    }
}

/// Structure `GetUserResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetUserResponse {
    /// Member `Username`, required.
    pub username: rt::Sensitive<String>,
    /// Member `UserAttributes`, required.
    pub user_attributes: Vec<super::AttributeType>,
    /// Member `MFAOptions`.
    pub mfa_options: Option<Vec<super::MFAOptionType>>,
    /// Member `PreferredMfaSetting`.
    pub preferred_mfa_setting: Option<String>,
    /// Member `UserMFASettingList`.
    pub user_mfa_setting_list: Option<Vec<String>>,
}

impl rt::Decode for GetUserResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            username: at.required(&mut members, "Username", &shapes::USERNAME_TYPE)?,
            user_attributes: at.required(
                &mut members,
                "UserAttributes",
                &shapes::ATTRIBUTE_LIST_TYPE,
            )?,
            mfa_options: at.optional(&mut members, "MFAOptions", &shapes::MFA_OPTION_LIST_TYPE)?,
            preferred_mfa_setting: at.optional(
                &mut members,
                "PreferredMfaSetting",
                &shapes::STRING_TYPE,
            )?,
            user_mfa_setting_list: at.optional(
                &mut members,
                "UserMFASettingList",
                &shapes::USER_MFA_SETTING_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for GetUserResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Username", &self.username);
        object.required("UserAttributes", &self.user_attributes);
        object.optional("MFAOptions", &self.mfa_options);
        object.optional("PreferredMfaSetting", &self.preferred_mfa_setting);
        object.optional("UserMFASettingList", &self.user_mfa_setting_list);
        object.end();
    }
}

/// Structure `GlobalSignOutResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GlobalSignOutResponse {}

impl rt::Decode for GlobalSignOutResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for GlobalSignOutResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `InitiateAuthResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InitiateAuthResponse {
    /// Member `ChallengeName`.
    pub challenge_name: Option<super::ChallengeNameType>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
    /// Member `ChallengeParameters`.
    pub challenge_parameters: Option<rt::BTreeMap<String, String>>,
    /// Member `AuthenticationResult`.
    pub authentication_result: Option<super::AuthenticationResultType>,
    /// Member `AvailableChallenges`.
    pub available_challenges: Option<Vec<super::ChallengeNameType>>,
}

impl rt::Decode for InitiateAuthResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            challenge_name: at.optional(
                &mut members,
                "ChallengeName",
                &shapes::CHALLENGE_NAME_TYPE,
            )?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
            challenge_parameters: at.optional(
                &mut members,
                "ChallengeParameters",
                &shapes::CHALLENGE_PARAMETERS_TYPE,
            )?,
            authentication_result: at.optional(
                &mut members,
                "AuthenticationResult",
                &shapes::AUTHENTICATION_RESULT_TYPE,
            )?,
            available_challenges: at.optional(
                &mut members,
                "AvailableChallenges",
                &shapes::AVAILABLE_CHALLENGE_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for InitiateAuthResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ChallengeName", &self.challenge_name);
        object.optional("Session", &self.session);
        object.optional("ChallengeParameters", &self.challenge_parameters);
        object.optional("AuthenticationResult", &self.authentication_result);
        object.optional("AvailableChallenges", &self.available_challenges);
        object.end();
    }
}

/// Structure `ListDevicesResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListDevicesResponse {
    /// Member `Devices`.
    pub devices: Option<Vec<super::DeviceType>>,
    /// Member `PaginationToken`.
    pub pagination_token: Option<String>,
}

impl rt::Decode for ListDevicesResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            devices: at.optional(&mut members, "Devices", &shapes::DEVICE_LIST_TYPE)?,
            pagination_token: at.optional(
                &mut members,
                "PaginationToken",
                &shapes::SEARCH_PAGINATION_TOKEN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ListDevicesResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Devices", &self.devices);
        object.optional("PaginationToken", &self.pagination_token);
        object.end();
    }
}

/// Structure `ListGroupsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListGroupsResponse {
    /// Member `Groups`.
    pub groups: Option<Vec<super::GroupType>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListGroupsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            groups: at.optional(&mut members, "Groups", &shapes::GROUP_LIST_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListGroupsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Groups", &self.groups);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListIdentityProvidersResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListIdentityProvidersResponse {
    /// Member `Providers`, required.
    pub providers: Vec<super::ProviderDescription>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListIdentityProvidersResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            providers: at.required(&mut members, "Providers", &shapes::PROVIDERS_LIST_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY_TYPE)?,
        })
    }
}

impl rt::Encode for ListIdentityProvidersResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Providers", &self.providers);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListResourceServersResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListResourceServersResponse {
    /// Member `ResourceServers`, required.
    pub resource_servers: Vec<super::ResourceServerType>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListResourceServersResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            resource_servers: at.required(
                &mut members,
                "ResourceServers",
                &shapes::RESOURCE_SERVERS_LIST_TYPE,
            )?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY_TYPE)?,
        })
    }
}

impl rt::Encode for ListResourceServersResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ResourceServers", &self.resource_servers);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListTagsForResourceResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListTagsForResourceResponse {
    /// Member `Tags`.
    pub tags: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for ListTagsForResourceResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { tags: at.optional(&mut members, "Tags", &shapes::USER_POOL_TAGS_TYPE)? })
    }
}

impl rt::Encode for ListTagsForResourceResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Tags", &self.tags);
        object.end();
    }
}

/// Structure `ListTermsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListTermsResponse {
    /// Member `Terms`, required.
    pub terms: Vec<super::TermsDescriptionType>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListTermsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            terms: at.required(&mut members, "Terms", &shapes::TERMS_DESCRIPTION_LIST_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::STRING_TYPE)?,
        })
    }
}

impl rt::Encode for ListTermsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Terms", &self.terms);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUserImportJobsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserImportJobsResponse {
    /// Member `UserImportJobs`.
    pub user_import_jobs: Option<Vec<super::UserImportJobType>>,
    /// Member `PaginationToken`.
    pub pagination_token: Option<String>,
}

impl rt::Decode for ListUserImportJobsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_import_jobs: at.optional(
                &mut members,
                "UserImportJobs",
                &shapes::USER_IMPORT_JOBS_LIST_TYPE,
            )?,
            pagination_token: at.optional(
                &mut members,
                "PaginationToken",
                &shapes::PAGINATION_KEY_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ListUserImportJobsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserImportJobs", &self.user_import_jobs);
        object.optional("PaginationToken", &self.pagination_token);
        object.end();
    }
}

/// Structure `ListUserPoolClientSecretsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserPoolClientSecretsResponse {
    /// Member `ClientSecrets`.
    pub client_secrets: Option<Vec<super::ClientSecretDescriptorType>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListUserPoolClientSecretsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            client_secrets: at.optional(
                &mut members,
                "ClientSecrets",
                &shapes::CLIENT_SECRET_DESCRIPTOR_LIST_TYPE,
            )?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListUserPoolClientSecretsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ClientSecrets", &self.client_secrets);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUserPoolClientsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserPoolClientsResponse {
    /// Member `UserPoolClients`.
    pub user_pool_clients: Option<Vec<super::UserPoolClientDescription>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListUserPoolClientsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_clients: at.optional(
                &mut members,
                "UserPoolClients",
                &shapes::USER_POOL_CLIENT_LIST_TYPE,
            )?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListUserPoolClientsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolClients", &self.user_pool_clients);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUserPoolReplicasResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserPoolReplicasResponse {
    /// Member `UserPoolReplicas`.
    pub user_pool_replicas: Option<Vec<super::UserPoolReplicaType>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListUserPoolReplicasResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_replicas: at.optional(
                &mut members,
                "UserPoolReplicas",
                &shapes::USER_POOL_REPLICA_LIST_TYPE,
            )?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY_TYPE)?,
        })
    }
}

impl rt::Encode for ListUserPoolReplicasResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolReplicas", &self.user_pool_replicas);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUserPoolsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserPoolsResponse {
    /// Member `UserPools`.
    pub user_pools: Option<Vec<super::UserPoolDescriptionType>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListUserPoolsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pools: at.optional(&mut members, "UserPools", &shapes::USER_POOL_LIST_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY_TYPE)?,
        })
    }
}

impl rt::Encode for ListUserPoolsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPools", &self.user_pools);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUserSessionsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUserSessionsResponse {
    /// Member `Sessions`.
    pub sessions: Option<Vec<super::SessionDescriptionType>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListUserSessionsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            sessions: at.optional(&mut members, "Sessions", &shapes::SESSIONS_LIST_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListUserSessionsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Sessions", &self.sessions);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUsersInGroupResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUsersInGroupResponse {
    /// Member `Users`.
    pub users: Option<Vec<super::UserType>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListUsersInGroupResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            users: at.optional(&mut members, "Users", &shapes::USERS_LIST_TYPE)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListUsersInGroupResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Users", &self.users);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListUsersResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListUsersResponse {
    /// Member `Users`.
    pub users: Option<Vec<super::UserType>>,
    /// Member `PaginationToken`.
    pub pagination_token: Option<String>,
}

impl rt::Decode for ListUsersResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            users: at.optional(&mut members, "Users", &shapes::USERS_LIST_TYPE)?,
            pagination_token: at.optional(
                &mut members,
                "PaginationToken",
                &shapes::SEARCH_PAGINATION_TOKEN_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ListUsersResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Users", &self.users);
        object.optional("PaginationToken", &self.pagination_token);
        object.end();
    }
}

/// Structure `ListWebAuthnCredentialsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListWebAuthnCredentialsResponse {
    /// Member `Credentials`, required.
    pub credentials: Vec<super::WebAuthnCredentialDescription>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListWebAuthnCredentialsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            credentials: at.required(
                &mut members,
                "Credentials",
                &shapes::WEB_AUTHN_CREDENTIAL_DESCRIPTION_LIST_TYPE,
            )?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListWebAuthnCredentialsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Credentials", &self.credentials);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ResendConfirmationCodeResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResendConfirmationCodeResponse {
    /// Member `CodeDeliveryDetails`.
    pub code_delivery_details: Option<super::CodeDeliveryDetailsType>,
}

impl rt::Decode for ResendConfirmationCodeResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            code_delivery_details: at.optional(
                &mut members,
                "CodeDeliveryDetails",
                &shapes::CODE_DELIVERY_DETAILS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for ResendConfirmationCodeResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("CodeDeliveryDetails", &self.code_delivery_details);
        object.end();
    }
}

/// Structure `RespondToAuthChallengeResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RespondToAuthChallengeResponse {
    /// Member `ChallengeName`.
    pub challenge_name: Option<super::ChallengeNameType>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
    /// Member `ChallengeParameters`.
    pub challenge_parameters: Option<rt::BTreeMap<String, String>>,
    /// Member `AuthenticationResult`.
    pub authentication_result: Option<super::AuthenticationResultType>,
    /// Member `AvailableChallenges`.
    pub available_challenges: Option<Vec<super::ChallengeNameType>>,
}

impl rt::Decode for RespondToAuthChallengeResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            challenge_name: at.optional(
                &mut members,
                "ChallengeName",
                &shapes::CHALLENGE_NAME_TYPE,
            )?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
            challenge_parameters: at.optional(
                &mut members,
                "ChallengeParameters",
                &shapes::CHALLENGE_PARAMETERS_TYPE,
            )?,
            authentication_result: at.optional(
                &mut members,
                "AuthenticationResult",
                &shapes::AUTHENTICATION_RESULT_TYPE,
            )?,
            available_challenges: at.optional(
                &mut members,
                "AvailableChallenges",
                &shapes::AVAILABLE_CHALLENGE_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for RespondToAuthChallengeResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ChallengeName", &self.challenge_name);
        object.optional("Session", &self.session);
        object.optional("ChallengeParameters", &self.challenge_parameters);
        object.optional("AuthenticationResult", &self.authentication_result);
        object.optional("AvailableChallenges", &self.available_challenges);
        object.end();
    }
}

/// Structure `RevokeTokenResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RevokeTokenResponse {}

impl rt::Decode for RevokeTokenResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for RevokeTokenResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `RevokeUserSessionResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RevokeUserSessionResponse {}

impl rt::Decode for RevokeUserSessionResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for RevokeUserSessionResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `SetLogDeliveryConfigurationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetLogDeliveryConfigurationResponse {
    /// Member `LogDeliveryConfiguration`.
    pub log_delivery_configuration: Option<super::LogDeliveryConfigurationType>,
}

impl rt::Decode for SetLogDeliveryConfigurationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            log_delivery_configuration: at.optional(
                &mut members,
                "LogDeliveryConfiguration",
                &shapes::LOG_DELIVERY_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SetLogDeliveryConfigurationResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("LogDeliveryConfiguration", &self.log_delivery_configuration);
        object.end();
    }
}

/// Structure `SetRiskConfigurationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetRiskConfigurationResponse {
    /// Member `RiskConfiguration`, required.
    pub risk_configuration: super::RiskConfigurationType,
}

impl rt::Decode for SetRiskConfigurationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            risk_configuration: at.required(
                &mut members,
                "RiskConfiguration",
                &shapes::RISK_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SetRiskConfigurationResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("RiskConfiguration", &self.risk_configuration);
        object.end();
    }
}

/// Structure `SetUICustomizationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUICustomizationResponse {
    /// Member `UICustomization`, required.
    pub ui_customization: super::UICustomizationType,
}

impl rt::Decode for SetUICustomizationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            ui_customization: at.required(
                &mut members,
                "UICustomization",
                &shapes::UI_CUSTOMIZATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SetUICustomizationResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UICustomization", &self.ui_customization);
        object.end();
    }
}

/// Structure `SetUserMFAPreferenceResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUserMFAPreferenceResponse {}

impl rt::Decode for SetUserMFAPreferenceResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for SetUserMFAPreferenceResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `SetUserPoolClientSessionConfigurationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUserPoolClientSessionConfigurationResponse {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `ClientId`.
    pub client_id: Option<rt::Sensitive<String>>,
    /// Member `SSOSession`.
    pub sso_session: Option<super::ClientSSOSessionConfigType>,
}

impl rt::Decode for SetUserPoolClientSessionConfigurationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            client_id: at.optional(&mut members, "ClientId", &shapes::CLIENT_ID_TYPE)?,
            sso_session: at.optional(
                &mut members,
                "SSOSession",
                &shapes::CLIENT_SSO_SESSION_CONFIG_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SetUserPoolClientSessionConfigurationResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("ClientId", &self.client_id);
        object.optional("SSOSession", &self.sso_session);
        object.end();
    }
}

/// Structure `SetUserPoolMfaConfigResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUserPoolMfaConfigResponse {
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

impl rt::Decode for SetUserPoolMfaConfigResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
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

impl rt::Encode for SetUserPoolMfaConfigResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("SmsMfaConfiguration", &self.sms_mfa_configuration);
        object.optional("SoftwareTokenMfaConfiguration", &self.software_token_mfa_configuration);
        object.optional("EmailMfaConfiguration", &self.email_mfa_configuration);
        object.optional("MfaConfiguration", &self.mfa_configuration);
        object.optional("WebAuthnConfiguration", &self.web_authn_configuration);
        object.end();
    }
}

/// Structure `SetUserPoolSessionConfigurationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUserPoolSessionConfigurationResponse {
    /// Member `UserPoolId`.
    pub user_pool_id: Option<String>,
    /// Member `UserSessionTracking`.
    pub user_session_tracking: Option<super::UserSessionTrackingType>,
    /// Member `TokenSession`.
    pub token_session: Option<super::UserPoolTokenSessionConfigType>,
}

impl rt::Decode for SetUserPoolSessionConfigurationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_id: at.optional(&mut members, "UserPoolId", &shapes::USER_POOL_ID_TYPE)?,
            user_session_tracking: at.optional(
                &mut members,
                "UserSessionTracking",
                &shapes::USER_SESSION_TRACKING_TYPE,
            )?,
            token_session: at.optional(
                &mut members,
                "TokenSession",
                &shapes::USER_POOL_TOKEN_SESSION_CONFIG_TYPE,
            )?,
        })
    }
}

impl rt::Encode for SetUserPoolSessionConfigurationResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolId", &self.user_pool_id);
        object.optional("UserSessionTracking", &self.user_session_tracking);
        object.optional("TokenSession", &self.token_session);
        object.end();
    }
}

/// Structure `SetUserSettingsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUserSettingsResponse {}

impl rt::Decode for SetUserSettingsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for SetUserSettingsResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `SignUpResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SignUpResponse {
    /// Member `UserConfirmed`, required.
    pub user_confirmed: bool,
    /// Member `CodeDeliveryDetails`.
    pub code_delivery_details: Option<super::CodeDeliveryDetailsType>,
    /// Member `UserSub`, required.
    pub user_sub: String,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
}

impl rt::Decode for SignUpResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_confirmed: at.required(&mut members, "UserConfirmed", &shapes::BOOLEAN_TYPE)?,
            code_delivery_details: at.optional(
                &mut members,
                "CodeDeliveryDetails",
                &shapes::CODE_DELIVERY_DETAILS_TYPE,
            )?,
            user_sub: at.required(&mut members, "UserSub", &shapes::STRING_TYPE)?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
        })
    }
}

impl rt::Encode for SignUpResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("UserConfirmed", &self.user_confirmed);
        object.optional("CodeDeliveryDetails", &self.code_delivery_details);
        object.required("UserSub", &self.user_sub);
        object.optional("Session", &self.session);
        object.end();
    }
}

/// Structure `StartUserImportJobResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StartUserImportJobResponse {
    /// Member `UserImportJob`.
    pub user_import_job: Option<super::UserImportJobType>,
}

impl rt::Decode for StartUserImportJobResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_import_job: at.optional(
                &mut members,
                "UserImportJob",
                &shapes::USER_IMPORT_JOB_TYPE,
            )?,
        })
    }
}

impl rt::Encode for StartUserImportJobResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserImportJob", &self.user_import_job);
        object.end();
    }
}

/// Structure `StartWebAuthnRegistrationResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StartWebAuthnRegistrationResponse {
    /// Member `CredentialCreationOptions`, required.
    pub credential_creation_options: rt::Document,
}

impl rt::Decode for StartWebAuthnRegistrationResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            credential_creation_options: at.required(
                &mut members,
                "CredentialCreationOptions",
                &shapes::DOCUMENT,
            )?,
        })
    }
}

impl rt::Encode for StartWebAuthnRegistrationResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("CredentialCreationOptions", &self.credential_creation_options);
        object.end();
    }
}

/// Structure `StopUserImportJobResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StopUserImportJobResponse {
    /// Member `UserImportJob`.
    pub user_import_job: Option<super::UserImportJobType>,
}

impl rt::Decode for StopUserImportJobResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_import_job: at.optional(
                &mut members,
                "UserImportJob",
                &shapes::USER_IMPORT_JOB_TYPE,
            )?,
        })
    }
}

impl rt::Encode for StopUserImportJobResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserImportJob", &self.user_import_job);
        object.end();
    }
}

/// Structure `TagResourceResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TagResourceResponse {}

impl rt::Decode for TagResourceResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for TagResourceResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `UntagResourceResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UntagResourceResponse {}

impl rt::Decode for UntagResourceResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for UntagResourceResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `UpdateAuthEventFeedbackResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateAuthEventFeedbackResponse {}

impl rt::Decode for UpdateAuthEventFeedbackResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for UpdateAuthEventFeedbackResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `UpdateDeviceStatusResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateDeviceStatusResponse {}

impl rt::Decode for UpdateDeviceStatusResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for UpdateDeviceStatusResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `UpdateGroupResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateGroupResponse {
    /// Member `Group`.
    pub group: Option<super::GroupType>,
}

impl rt::Decode for UpdateGroupResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { group: at.optional(&mut members, "Group", &shapes::GROUP_TYPE)? })
    }
}

impl rt::Encode for UpdateGroupResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Group", &self.group);
        object.end();
    }
}

/// Structure `UpdateIdentityProviderResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateIdentityProviderResponse {
    /// Member `IdentityProvider`, required.
    pub identity_provider: super::IdentityProviderType,
}

impl rt::Decode for UpdateIdentityProviderResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_provider: at.required(
                &mut members,
                "IdentityProvider",
                &shapes::IDENTITY_PROVIDER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateIdentityProviderResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityProvider", &self.identity_provider);
        object.end();
    }
}

/// Structure `UpdateManagedLoginBrandingResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateManagedLoginBrandingResponse {
    /// Member `ManagedLoginBranding`.
    pub managed_login_branding: Option<super::ManagedLoginBrandingType>,
}

impl rt::Decode for UpdateManagedLoginBrandingResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            managed_login_branding: at.optional(
                &mut members,
                "ManagedLoginBranding",
                &shapes::MANAGED_LOGIN_BRANDING_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateManagedLoginBrandingResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ManagedLoginBranding", &self.managed_login_branding);
        object.end();
    }
}

/// Structure `UpdateProvisionedLimitResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateProvisionedLimitResponse {
    /// Member `Limit`, required.
    pub limit: super::LimitType,
}

impl rt::Decode for UpdateProvisionedLimitResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { limit: at.required(&mut members, "Limit", &shapes::LIMIT_TYPE)? })
    }
}

impl rt::Encode for UpdateProvisionedLimitResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Limit", &self.limit);
        object.end();
    }
}

/// Structure `UpdateResourceServerResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateResourceServerResponse {
    /// Member `ResourceServer`, required.
    pub resource_server: super::ResourceServerType,
}

impl rt::Decode for UpdateResourceServerResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            resource_server: at.required(
                &mut members,
                "ResourceServer",
                &shapes::RESOURCE_SERVER_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateResourceServerResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ResourceServer", &self.resource_server);
        object.end();
    }
}

/// Structure `UpdateTermsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateTermsResponse {
    /// Member `Terms`.
    pub terms: Option<super::TermsType>,
}

impl rt::Decode for UpdateTermsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { terms: at.optional(&mut members, "Terms", &shapes::TERMS_TYPE)? })
    }
}

impl rt::Encode for UpdateTermsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Terms", &self.terms);
        object.end();
    }
}

/// Structure `UpdateUserAttributesResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateUserAttributesResponse {
    /// Member `CodeDeliveryDetailsList`.
    pub code_delivery_details_list: Option<Vec<super::CodeDeliveryDetailsType>>,
}

impl rt::Decode for UpdateUserAttributesResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            code_delivery_details_list: at.optional(
                &mut members,
                "CodeDeliveryDetailsList",
                &shapes::CODE_DELIVERY_DETAILS_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateUserAttributesResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("CodeDeliveryDetailsList", &self.code_delivery_details_list);
        object.end();
    }
}

/// Structure `UpdateUserPoolClientResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateUserPoolClientResponse {
    /// Member `UserPoolClient`.
    pub user_pool_client: Option<super::UserPoolClientType>,
}

impl rt::Decode for UpdateUserPoolClientResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_client: at.optional(
                &mut members,
                "UserPoolClient",
                &shapes::USER_POOL_CLIENT_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateUserPoolClientResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolClient", &self.user_pool_client);
        object.end();
    }
}

/// Structure `UpdateUserPoolDomainResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateUserPoolDomainResponse {
    /// Member `ManagedLoginVersion`.
    pub managed_login_version: Option<i32>,
    /// Member `CloudFrontDomain`.
    pub cloud_front_domain: Option<String>,
    /// Member `Routing`.
    pub routing: Option<super::RoutingType>,
}

impl rt::Decode for UpdateUserPoolDomainResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            managed_login_version: at.optional(
                &mut members,
                "ManagedLoginVersion",
                &shapes::WRAPPED_INTEGER_TYPE,
            )?,
            cloud_front_domain: at.optional(
                &mut members,
                "CloudFrontDomain",
                &shapes::DOMAIN_TYPE,
            )?,
            routing: at.optional(&mut members, "Routing", &shapes::ROUTING_TYPE)?,
        })
    }
}

impl rt::Encode for UpdateUserPoolDomainResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ManagedLoginVersion", &self.managed_login_version);
        object.optional("CloudFrontDomain", &self.cloud_front_domain);
        object.optional("Routing", &self.routing);
        object.end();
    }
}

/// Structure `UpdateUserPoolReplicaResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateUserPoolReplicaResponse {
    /// Member `UserPoolReplica`.
    pub user_pool_replica: Option<super::UserPoolReplicaType>,
}

impl rt::Decode for UpdateUserPoolReplicaResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            user_pool_replica: at.optional(
                &mut members,
                "UserPoolReplica",
                &shapes::USER_POOL_REPLICA_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UpdateUserPoolReplicaResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UserPoolReplica", &self.user_pool_replica);
        object.end();
    }
}

/// Structure `UpdateUserPoolResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UpdateUserPoolResponse {}

impl rt::Decode for UpdateUserPoolResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for UpdateUserPoolResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}

/// Structure `VerifySoftwareTokenResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct VerifySoftwareTokenResponse {
    /// Member `Status`.
    pub status: Option<super::VerifySoftwareTokenResponseType>,
    /// Member `Session`.
    pub session: Option<rt::Sensitive<String>>,
}

impl rt::Decode for VerifySoftwareTokenResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            status: at.optional(
                &mut members,
                "Status",
                &shapes::VERIFY_SOFTWARE_TOKEN_RESPONSE_TYPE,
            )?,
            session: at.optional(&mut members, "Session", &shapes::SESSION_TYPE)?,
        })
    }
}

impl rt::Encode for VerifySoftwareTokenResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Status", &self.status);
        object.optional("Session", &self.session);
        object.end();
    }
}

/// Structure `VerifyUserAttributeResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct VerifyUserAttributeResponse {}

impl rt::Decode for VerifyUserAttributeResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        at.structure(value)?;
        Ok(Self {})
    }
}

impl rt::Encode for VerifyUserAttributeResponse {
    fn encode(&self, out: &mut String) {
        let object = rt::Object::new(out);
        object.end();
    }
}
