//! The second factors of a user pool: SetUserPoolMfaConfig and GetUserPoolMfaConfig.
//!
//! `MfaConfiguration` and what SMS needs are the pool's own settings, which CreateUserPool and
//! UpdateUserPool set as well. The other methods are set only here, and stay when the pool is
//! updated.

use wire::idp::{
    CreateUserPoolRequest, EmailMfaConfigType, GetUserPoolMfaConfigResponse,
    SetUserPoolMfaConfigRequest, SmsMfaConfigType, SoftwareTokenMfaConfigType, UserPoolMfaType,
    WebAuthnConfigurationType, WebAuthnFactorConfigurationType,
};

use super::{SettingsRefusal, UserPool, create, invalid};
use crate::Time;
use crate::document::{BadDocument, Document};

/// The settings that only SetUserPoolMfaConfig sets, as given.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct SecondFactors {
    software_token: Option<SoftwareTokenMfaConfigType>,
    email: Option<EmailMfaConfigType>,
    web_authn: Option<WebAuthnConfigurationType>,
}

impl UserPool {
    /// The pool's MFA settings; unset parts stay absent.
    pub fn mfa_config(&self) -> GetUserPoolMfaConfigResponse {
        let given = &self.settings;
        let sms = SmsMfaConfigType {
            sms_authentication_message: given.sms_authentication_message.clone(),
            sms_configuration: given.sms_configuration.clone(),
        };
        GetUserPoolMfaConfigResponse {
            sms_mfa_configuration: Some(sms).filter(|sms| *sms != SmsMfaConfigType::default()),
            mfa_configuration: Some(given.mfa_configuration.unwrap_or(UserPoolMfaType::Off)),
            ..self.second_factors.to_shape()
        }
    }

    /// The pool with new MFA settings. Settings the request omits stay.
    ///
    /// # Errors
    /// The first rule that the settings break: MFA without a method, or what [`UserPool::create`]
    /// refuses.
    pub fn set_mfa_config(
        &self,
        now: Time,
        request: SetUserPoolMfaConfigRequest,
    ) -> Result<Self, SettingsRefusal> {
        let mut pool = Self { modified: now, ..self.clone() };
        let settings = &mut pool.settings;
        let sms = request.sms_mfa_configuration.unwrap_or_default();
        replace(&mut settings.sms_authentication_message, sms.sms_authentication_message);
        replace(&mut settings.sms_configuration, sms.sms_configuration);
        replace(&mut settings.mfa_configuration, request.mfa_configuration);
        replace(&mut pool.second_factors.software_token, request.software_token_mfa_configuration);
        replace(&mut pool.second_factors.email, request.email_mfa_configuration);
        replace(&mut pool.second_factors.web_authn, request.web_authn_configuration);
        let is_on = settings.mfa_configuration.is_some_and(|mfa| mfa != UserPoolMfaType::Off);
        if is_on && !pool.second_factors.has_method(settings) {
            return invalid(
                "Invalid MFA configuration given, can't turn on MFA and configure an MFA together.",
            );
        }
        create::check_settings(&pool.settings, &pool.second_factors)?;
        Ok(pool)
    }
}

impl SecondFactors {
    /// Whether the pool has any method for a second factor.
    pub(super) fn has_method(&self, settings: &CreateUserPoolRequest) -> bool {
        settings.sms_configuration.is_some() || self.has_method_beside_sms()
    }

    /// Whether an authenticator app or email can be the second factor.
    pub(super) fn has_method_beside_sms(&self) -> bool {
        let by_app = self.software_token.as_ref().and_then(|token| token.enabled) == Some(true);
        by_app || self.email.is_some()
    }

    /// Whether a passkey whose user was verified counts as two factors.
    pub(super) fn passkeys_are_mfa(&self) -> bool {
        let factor = self.web_authn.as_ref().and_then(|passkeys| passkeys.factor_configuration);
        factor == Some(WebAuthnFactorConfigurationType::MultiFactorWithUserVerification)
    }

    /// Which of these features the LITE plan lacks.
    pub(super) fn beyond_lite(&self) -> impl Iterator<Item = &'static str> {
        let email = self.email.is_some().then_some("Email MFA");
        let passkeys = self.passkeys_are_mfa().then_some("Passkey MFA");
        email.into_iter().chain(passkeys)
    }

    /// The service's shape, which is also the stored form.
    pub(super) fn to_shape(&self) -> GetUserPoolMfaConfigResponse {
        GetUserPoolMfaConfigResponse {
            software_token_mfa_configuration: self.software_token.clone(),
            email_mfa_configuration: self.email.clone(),
            web_authn_configuration: self.web_authn.clone(),
            ..GetUserPoolMfaConfigResponse::default()
        }
    }

    /// Reads the settings from a stored document; older documents have none.
    pub(super) fn from_doc(doc: &mut Document) -> Result<Self, BadDocument> {
        let Some(value) = doc.take("mfa") else { return Ok(Self::default()) };
        let stored: GetUserPoolMfaConfigResponse = doc.shape("mfa", &value)?;
        Ok(Self {
            software_token: stored.software_token_mfa_configuration,
            email: stored.email_mfa_configuration,
            web_authn: stored.web_authn_configuration,
        })
    }
}

fn replace<T>(setting: &mut Option<T>, given: Option<T>) {
    if given.is_some() {
        *setting = given;
    }
}
