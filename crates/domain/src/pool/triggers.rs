//! Lambda triggers: `LambdaConfig`.

use wire::idp::{CreateUserPoolRequest, LambdaConfigType};

use super::{SettingsRefusal, UserPool, invalid};

/// A point at which a user pool calls a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trigger {
    /// Before a user is signed up or created; may refuse.
    PreSignUp,
    /// Before a message is sent; writes its text.
    CustomMessage,
    /// After a sign-up or a password reset was confirmed.
    PostConfirmation,
    /// Before the password is checked; may refuse.
    PreAuthentication,
    /// After sign-in, before the tokens are returned.
    PostAuthentication,
    /// Custom authentication: decides which challenge comes next.
    DefineAuthChallenge,
    /// Custom authentication: makes the challenge.
    CreateAuthChallenge,
    /// Custom authentication: checks the answer.
    VerifyAuthChallengeResponse,
    /// Before tokens are made; changes claims.
    PreTokenGeneration,
    /// An unknown user signs in or resets a password.
    UserMigration,
    /// Sends SMS messages instead of the service.
    CustomSmsSender,
    /// Sends email instead of the service.
    CustomEmailSender,
    /// A federated user's attributes arrive.
    InboundFederation,
}

impl Trigger {
    /// The name that the service puts into its error texts (`<Trigger> failed with error …`).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PreSignUp => "PreSignUp",
            Self::CustomMessage => "CustomMessage",
            Self::PostConfirmation => "PostConfirmation",
            Self::PreAuthentication => "PreAuthentication",
            Self::PostAuthentication => "PostAuthentication",
            Self::DefineAuthChallenge => "DefineAuthChallenge",
            Self::CreateAuthChallenge => "CreateAuthChallenge",
            Self::VerifyAuthChallengeResponse => "VerifyAuthChallengeResponse",
            Self::PreTokenGeneration => "PreTokenGeneration",
            Self::UserMigration => "UserMigration",
            Self::CustomSmsSender => "CustomSMSSender",
            Self::CustomEmailSender => "CustomEmailSender",
            Self::InboundFederation => "InboundFederation",
        }
    }
}

impl UserPool {
    /// The function that the pool calls at this point, if any.
    pub fn trigger(&self, trigger: Trigger) -> Option<&str> {
        let config = self.settings.lambda_config.as_ref()?;
        match trigger {
            Trigger::PreSignUp => config.pre_sign_up.as_deref(),
            Trigger::CustomMessage => config.custom_message.as_deref(),
            Trigger::PostConfirmation => config.post_confirmation.as_deref(),
            Trigger::PreAuthentication => config.pre_authentication.as_deref(),
            Trigger::PostAuthentication => config.post_authentication.as_deref(),
            Trigger::DefineAuthChallenge => config.define_auth_challenge.as_deref(),
            Trigger::CreateAuthChallenge => config.create_auth_challenge.as_deref(),
            Trigger::VerifyAuthChallengeResponse => {
                config.verify_auth_challenge_response.as_deref()
            }
            Trigger::PreTokenGeneration => {
                let versioned =
                    config.pre_token_generation_config.as_ref().map(|one| one.lambda_arn.as_str());
                versioned.or(config.pre_token_generation.as_deref())
            }
            Trigger::UserMigration => config.user_migration.as_deref(),
            Trigger::CustomSmsSender => {
                config.custom_sms_sender.as_ref().map(|one| one.lambda_arn.as_str())
            }
            Trigger::CustomEmailSender => {
                config.custom_email_sender.as_ref().map(|one| one.lambda_arn.as_str())
            }
            Trigger::InboundFederation => {
                config.inbound_federation.as_ref().map(|one| one.lambda_arn.as_str())
            }
        }
    }
}

/// Checks `LambdaConfig`.
pub(super) fn check_triggers(request: &CreateUserPoolRequest) -> Result<(), SettingsRefusal> {
    let Some(config) = &request.lambda_config else { return Ok(()) };
    if let (Some(legacy), Some(versioned)) =
        (&config.pre_token_generation, &config.pre_token_generation_config)
        && *legacy != versioned.lambda_arn
    {
        return invalid(
            "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's",
        );
    }
    if has_custom_sender(config) && config.kms_key_id.is_none() {
        return invalid(
            "KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.",
        );
    }
    Ok(())
}

fn has_custom_sender(config: &LambdaConfigType) -> bool {
    config.custom_sms_sender.is_some() || config.custom_email_sender.is_some()
}
