// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Exceptions of both services and of their front end.

/// An exception by its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExceptionType {
    /// `AccessDeniedException`.
    AccessDenied,
    /// `AliasExistsException`.
    AliasExists,
    /// `CodeDeliveryFailureException`.
    CodeDeliveryFailure,
    /// `CodeMismatchException`.
    CodeMismatch,
    /// `ConcurrentModificationException`.
    ConcurrentModification,
    /// `DeveloperUserAlreadyRegisteredException`.
    DeveloperUserAlreadyRegistered,
    /// `DeviceKeyExistsException`.
    DeviceKeyExists,
    /// `DuplicateProviderException`.
    DuplicateProvider,
    /// `EnableSoftwareTokenMFAException`.
    EnableSoftwareTokenMfa,
    /// `ExpiredCodeException`.
    ExpiredCode,
    /// `ExternalServiceException`.
    ExternalService,
    /// `FeatureUnavailableInTierException`.
    FeatureUnavailableInTier,
    /// `ForbiddenException`.
    Forbidden,
    /// `GroupExistsException`.
    GroupExists,
    /// `InternalErrorException`.
    InternalError,
    /// `InternalServerException`.
    InternalServer,
    /// `InvalidEmailRoleAccessPolicyException`.
    InvalidEmailRoleAccessPolicy,
    /// `InvalidIdentityPoolConfigurationException`.
    InvalidIdentityPoolConfiguration,
    /// `InvalidLambdaResponseException`.
    InvalidLambdaResponse,
    /// `InvalidOAuthFlowException`.
    InvalidOAuthFlow,
    /// `InvalidParameterException`.
    InvalidParameter,
    /// `InvalidPasswordException`.
    InvalidPassword,
    /// `InvalidSmsRoleAccessPolicyException`.
    InvalidSmsRoleAccessPolicy,
    /// `InvalidSmsRoleTrustRelationshipException`.
    InvalidSmsRoleTrustRelationship,
    /// `InvalidUserPoolConfigurationException`.
    InvalidUserPoolConfiguration,
    /// `LimitExceededException`.
    LimitExceeded,
    /// `MFAMethodNotFoundException`.
    MfaMethodNotFound,
    /// `ManagedLoginBrandingExistsException`.
    ManagedLoginBrandingExists,
    /// `NotAuthorizedException`.
    NotAuthorized,
    /// `OperationNotEnabledException`.
    OperationNotEnabled,
    /// `PasswordHistoryPolicyViolationException`.
    PasswordHistoryPolicyViolation,
    /// `PasswordResetRequiredException`.
    PasswordResetRequired,
    /// `PreconditionNotMetException`.
    PreconditionNotMet,
    /// `RefreshTokenReuseException`.
    RefreshTokenReuse,
    /// `ResourceConflictException`.
    ResourceConflict,
    /// `ResourceNotFoundException`.
    ResourceNotFound,
    /// `ScopeDoesNotExistException`.
    ScopeDoesNotExist,
    /// `ServiceQuotaExceededException`.
    ServiceQuotaExceeded,
    /// `SoftwareTokenMFANotFoundException`.
    SoftwareTokenMfaNotFound,
    /// `TermsExistsException`.
    TermsExists,
    /// `TierChangeNotAllowedException`.
    TierChangeNotAllowed,
    /// `TooManyFailedAttemptsException`.
    TooManyFailedAttempts,
    /// `TooManyRequestsException`.
    TooManyRequests,
    /// `UnauthorizedException`.
    Unauthorized,
    /// `UnexpectedLambdaException`.
    UnexpectedLambda,
    /// `UnsupportedIdentityProviderException`.
    UnsupportedIdentityProvider,
    /// `UnsupportedOperationException`.
    UnsupportedOperation,
    /// `UnsupportedTokenTypeException`.
    UnsupportedTokenType,
    /// `UnsupportedUserStateException`.
    UnsupportedUserState,
    /// `UserImportInProgressException`.
    UserImportInProgress,
    /// `UserLambdaValidationException`.
    UserLambdaValidation,
    /// `UserNotConfirmedException`.
    UserNotConfirmed,
    /// `UserNotFoundException`.
    UserNotFound,
    /// `UserPoolAddOnNotEnabledException`.
    UserPoolAddOnNotEnabled,
    /// `UserPoolTaggingException`.
    UserPoolTagging,
    /// `UsernameExistsException`.
    UsernameExists,
    /// `ValidationException`.
    Validation,
    /// `WebAuthnChallengeNotFoundException`.
    WebAuthnChallengeNotFound,
    /// `WebAuthnClientMismatchException`.
    WebAuthnClientMismatch,
    /// `WebAuthnConfigurationMissingException`.
    WebAuthnConfigurationMissing,
    /// `WebAuthnCredentialNotSupportedException`.
    WebAuthnCredentialNotSupported,
    /// `WebAuthnNotEnabledException`.
    WebAuthnNotEnabled,
    /// `WebAuthnOriginNotAllowedException`.
    WebAuthnOriginNotAllowed,
    /// `WebAuthnRelyingPartyMismatchException`.
    WebAuthnRelyingPartyMismatch,
}

impl ExceptionType {
    /// The name on the wire, `__type`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AccessDenied => "AccessDeniedException",
            Self::AliasExists => "AliasExistsException",
            Self::CodeDeliveryFailure => "CodeDeliveryFailureException",
            Self::CodeMismatch => "CodeMismatchException",
            Self::ConcurrentModification => "ConcurrentModificationException",
            Self::DeveloperUserAlreadyRegistered => "DeveloperUserAlreadyRegisteredException",
            Self::DeviceKeyExists => "DeviceKeyExistsException",
            Self::DuplicateProvider => "DuplicateProviderException",
            Self::EnableSoftwareTokenMfa => "EnableSoftwareTokenMFAException",
            Self::ExpiredCode => "ExpiredCodeException",
            Self::ExternalService => "ExternalServiceException",
            Self::FeatureUnavailableInTier => "FeatureUnavailableInTierException",
            Self::Forbidden => "ForbiddenException",
            Self::GroupExists => "GroupExistsException",
            Self::InternalError => "InternalErrorException",
            Self::InternalServer => "InternalServerException",
            Self::InvalidEmailRoleAccessPolicy => "InvalidEmailRoleAccessPolicyException",
            Self::InvalidIdentityPoolConfiguration => "InvalidIdentityPoolConfigurationException",
            Self::InvalidLambdaResponse => "InvalidLambdaResponseException",
            Self::InvalidOAuthFlow => "InvalidOAuthFlowException",
            Self::InvalidParameter => "InvalidParameterException",
            Self::InvalidPassword => "InvalidPasswordException",
            Self::InvalidSmsRoleAccessPolicy => "InvalidSmsRoleAccessPolicyException",
            Self::InvalidSmsRoleTrustRelationship => "InvalidSmsRoleTrustRelationshipException",
            Self::InvalidUserPoolConfiguration => "InvalidUserPoolConfigurationException",
            Self::LimitExceeded => "LimitExceededException",
            Self::MfaMethodNotFound => "MFAMethodNotFoundException",
            Self::ManagedLoginBrandingExists => "ManagedLoginBrandingExistsException",
            Self::NotAuthorized => "NotAuthorizedException",
            Self::OperationNotEnabled => "OperationNotEnabledException",
            Self::PasswordHistoryPolicyViolation => "PasswordHistoryPolicyViolationException",
            Self::PasswordResetRequired => "PasswordResetRequiredException",
            Self::PreconditionNotMet => "PreconditionNotMetException",
            Self::RefreshTokenReuse => "RefreshTokenReuseException",
            Self::ResourceConflict => "ResourceConflictException",
            Self::ResourceNotFound => "ResourceNotFoundException",
            Self::ScopeDoesNotExist => "ScopeDoesNotExistException",
            Self::ServiceQuotaExceeded => "ServiceQuotaExceededException",
            Self::SoftwareTokenMfaNotFound => "SoftwareTokenMFANotFoundException",
            Self::TermsExists => "TermsExistsException",
            Self::TierChangeNotAllowed => "TierChangeNotAllowedException",
            Self::TooManyFailedAttempts => "TooManyFailedAttemptsException",
            Self::TooManyRequests => "TooManyRequestsException",
            Self::Unauthorized => "UnauthorizedException",
            Self::UnexpectedLambda => "UnexpectedLambdaException",
            Self::UnsupportedIdentityProvider => "UnsupportedIdentityProviderException",
            Self::UnsupportedOperation => "UnsupportedOperationException",
            Self::UnsupportedTokenType => "UnsupportedTokenTypeException",
            Self::UnsupportedUserState => "UnsupportedUserStateException",
            Self::UserImportInProgress => "UserImportInProgressException",
            Self::UserLambdaValidation => "UserLambdaValidationException",
            Self::UserNotConfirmed => "UserNotConfirmedException",
            Self::UserNotFound => "UserNotFoundException",
            Self::UserPoolAddOnNotEnabled => "UserPoolAddOnNotEnabledException",
            Self::UserPoolTagging => "UserPoolTaggingException",
            Self::UsernameExists => "UsernameExistsException",
            Self::Validation => "ValidationException",
            Self::WebAuthnChallengeNotFound => "WebAuthnChallengeNotFoundException",
            Self::WebAuthnClientMismatch => "WebAuthnClientMismatchException",
            Self::WebAuthnConfigurationMissing => "WebAuthnConfigurationMissingException",
            Self::WebAuthnCredentialNotSupported => "WebAuthnCredentialNotSupportedException",
            Self::WebAuthnNotEnabled => "WebAuthnNotEnabledException",
            Self::WebAuthnOriginNotAllowed => "WebAuthnOriginNotAllowedException",
            Self::WebAuthnRelyingPartyMismatch => "WebAuthnRelyingPartyMismatchException",
        }
    }

    /// The HTTP status.
    pub const fn status(self) -> u16 {
        match self {
            Self::InternalError | Self::InternalServer => 500,
            _ => 400,
        }
    }
}
