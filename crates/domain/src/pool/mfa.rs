//! The second factors of a user pool: SetUserPoolMfaConfig and GetUserPoolMfaConfig.
//!
//! `MfaConfiguration` and what SMS needs are the pool's own settings, which CreateUserPool and
//! UpdateUserPool set as well. The other methods are set only here, and stay when the pool is
//! updated, unless the update turns MFA off.

use wire::idp::{
    AuthFactorType, CreateUserPoolRequest, EmailMfaConfigType, EmailSendingAccountType,
    GetUserPoolMfaConfigResponse, SetUserPoolMfaConfigRequest, SmsMfaConfigType,
    SoftwareTokenMfaConfigType, UserPoolMfaType, WebAuthnConfigurationType,
    WebAuthnFactorConfigurationType,
};

use super::{SettingsRefusal, UserPool, create, factors, invalid};
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

    /// The pool's MFA settings as [`UserPool::set_mfa_config`] accepts them. An earlier version
    /// accepted MFA by email where no sender of one's own can send it. If that was the only method,
    /// an authenticator app takes its place: the pool must not ask for less than before.
    pub fn settable_mfa_config(&self) -> GetUserPoolMfaConfigResponse {
        let mut config = self.mfa_config();
        let without_email = SecondFactors { email: None, ..self.second_factors.clone() };
        if self.second_factors.email_lacks_sender(&self.settings) {
            config.email_mfa_configuration = None;
            if !is_off(self.settings.mfa_configuration) && !without_email.has_method(&self.settings)
            {
                config.software_token_mfa_configuration =
                    Some(SoftwareTokenMfaConfigType { enabled: Some(true) });
            }
        }
        config
    }

    /// The pool with new MFA settings: the request replaces the whole configuration, and without
    /// `MfaConfiguration` it turns MFA off. Only the SMS configuration stays when it is omitted,
    /// for it is the pool's own.
    ///
    /// # Errors
    /// The first rule that the request breaks: MFA without a method or methods without MFA, email
    /// without a sender of one's own, first factors that required MFA excludes, or what
    /// [`UserPool::create`] refuses.
    pub fn set_mfa_config(
        &self,
        now: Time,
        request: SetUserPoolMfaConfigRequest,
    ) -> Result<Self, SettingsRefusal> {
        check_methods(&request, &self.settings)?;
        let mut pool = Self { modified: now, ..self.clone() };
        pool.settings.mfa_configuration = request.mfa_configuration;
        pool.second_factors = SecondFactors {
            software_token: request.software_token_mfa_configuration,
            email: request.email_mfa_configuration,
            web_authn: request.web_authn_configuration,
        };
        if let Some(sms) = request.sms_mfa_configuration {
            pool.settings.sms_authentication_message = sms.sms_authentication_message;
            if sms.sms_configuration.is_some() {
                pool.settings.sms_configuration = sms.sms_configuration;
            }
        }
        check_first_factors(&pool)?;
        create::check_settings(&pool.settings, &pool.second_factors)?;
        Ok(pool)
    }
}

/// Methods are named exactly when MFA is on or optional. It is their presence that counts: a
/// disabled one is accepted.
fn check_methods(
    request: &SetUserPoolMfaConfigRequest,
    settings: &CreateUserPoolRequest,
) -> Result<(), SettingsRefusal> {
    let sms = request.sms_mfa_configuration.as_ref();
    let by_app = request.software_token_mfa_configuration.is_some();
    let by_email = request.email_mfa_configuration.is_some();
    if is_off(request.mfa_configuration) {
        if sms.is_some() || by_app || by_email {
            return invalid(
                "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
            );
        }
        return Ok(());
    }
    let can_send = |sms: &SmsMfaConfigType| {
        sms.sms_configuration.is_some() || settings.sms_configuration.is_some()
    };
    if !sms.is_some_and(can_send) && !by_app && !by_email {
        return invalid(
            "Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.",
        );
    }
    if by_email && !has_own_sender(settings) {
        return no_own_sender();
    }
    Ok(())
}

/// MFA is off unless it is set.
pub(super) fn is_off(mode: Option<UserPoolMfaType>) -> bool {
    mode.is_none_or(|mode| mode == UserPoolMfaType::Off)
}

fn has_own_sender(settings: &CreateUserPoolRequest) -> bool {
    let email = settings.email_configuration.as_ref();
    email.and_then(|email| email.email_sending_account) == Some(EmailSendingAccountType::Developer)
}

/// MFA by email without a sender of one's own.
pub(super) fn no_own_sender() -> Result<(), SettingsRefusal> {
    invalid(
        "Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT",
    )
}

/// Required MFA excludes first factors that are not one of two.
fn check_first_factors(pool: &UserPool) -> Result<(), SettingsRefusal> {
    if !pool.mfa_required() {
        return Ok(());
    }
    factors::check_codes(pool.first_factors())?;
    if pool.first_factors().contains(&AuthFactorType::WebAuthn)
        && !pool.second_factors.passkeys_are_mfa()
    {
        return invalid(
            "Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor",
        );
    }
    Ok(())
}

impl SecondFactors {
    /// Whether the pool has any method for a second factor, even a disabled one.
    pub(super) fn has_method(&self, settings: &CreateUserPoolRequest) -> bool {
        settings.sms_configuration.is_some()
            || self.software_token.is_some()
            || self.email.is_some()
    }

    /// With MFA off there are no methods but SMS.
    pub(super) fn drop_if_off(&mut self, settings: &CreateUserPoolRequest) {
        if is_off(settings.mfa_configuration) {
            (self.software_token, self.email) = (None, None);
        }
    }

    /// Whether MFA by email lacks the sender of one's own that it demands.
    pub(super) fn email_lacks_sender(&self, settings: &CreateUserPoolRequest) -> bool {
        self.email.is_some() && !has_own_sender(settings)
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
