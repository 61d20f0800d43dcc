// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Strings out of closed sets.

use crate::rt;

rt::string_enum! {
    /// Enum `AccountTakeoverEventActionType`.
    AccountTakeoverEventActionType {
        /// `BLOCK`.
        Block = "BLOCK",
        /// `MFA_IF_CONFIGURED`.
        MfaIfConfigured = "MFA_IF_CONFIGURED",
        /// `MFA_REQUIRED`.
        MfaRequired = "MFA_REQUIRED",
        /// `NO_ACTION`.
        NoAction = "NO_ACTION",
    }
}

rt::string_enum! {
    /// Enum `AdvancedSecurityEnabledModeType`.
    AdvancedSecurityEnabledModeType {
        /// `AUDIT`.
        Audit = "AUDIT",
        /// `ENFORCED`.
        Enforced = "ENFORCED",
    }
}

rt::string_enum! {
    /// Enum `AdvancedSecurityModeType`.
    AdvancedSecurityModeType {
        /// `OFF`.
        Off = "OFF",
        /// `AUDIT`.
        Audit = "AUDIT",
        /// `ENFORCED`.
        Enforced = "ENFORCED",
    }
}

rt::string_enum! {
    /// Enum `AliasAttributeType`.
    AliasAttributeType {
        /// `phone_number`.
        PhoneNumber = "phone_number",
        /// `email`.
        Email = "email",
        /// `preferred_username`.
        PreferredUsername = "preferred_username",
    }
}

rt::string_enum! {
    /// Enum `AssetCategoryType`.
    AssetCategoryType {
        /// `FAVICON_ICO`.
        FaviconIco = "FAVICON_ICO",
        /// `FAVICON_SVG`.
        FaviconSvg = "FAVICON_SVG",
        /// `EMAIL_GRAPHIC`.
        EmailGraphic = "EMAIL_GRAPHIC",
        /// `SMS_GRAPHIC`.
        SmsGraphic = "SMS_GRAPHIC",
        /// `AUTH_APP_GRAPHIC`.
        AuthAppGraphic = "AUTH_APP_GRAPHIC",
        /// `PASSWORD_GRAPHIC`.
        PasswordGraphic = "PASSWORD_GRAPHIC",
        /// `PASSKEY_GRAPHIC`.
        PasskeyGraphic = "PASSKEY_GRAPHIC",
        /// `PAGE_HEADER_LOGO`.
        PageHeaderLogo = "PAGE_HEADER_LOGO",
        /// `PAGE_HEADER_BACKGROUND`.
        PageHeaderBackground = "PAGE_HEADER_BACKGROUND",
        /// `PAGE_FOOTER_LOGO`.
        PageFooterLogo = "PAGE_FOOTER_LOGO",
        /// `PAGE_FOOTER_BACKGROUND`.
        PageFooterBackground = "PAGE_FOOTER_BACKGROUND",
        /// `PAGE_BACKGROUND`.
        PageBackground = "PAGE_BACKGROUND",
        /// `FORM_BACKGROUND`.
        FormBackground = "FORM_BACKGROUND",
        /// `FORM_LOGO`.
        FormLogo = "FORM_LOGO",
        /// `IDP_BUTTON_ICON`.
        IdpButtonIcon = "IDP_BUTTON_ICON",
    }
}

rt::string_enum! {
    /// Enum `AssetExtensionType`.
    AssetExtensionType {
        /// `ICO`.
        Ico = "ICO",
        /// `JPEG`.
        Jpeg = "JPEG",
        /// `PNG`.
        Png = "PNG",
        /// `SVG`.
        Svg = "SVG",
        /// `WEBP`.
        Webp = "WEBP",
    }
}

rt::string_enum! {
    /// Enum `AttributeDataType`.
    AttributeDataType {
        /// `String`.
        String = "String",
        /// `Number`.
        Number = "Number",
        /// `DateTime`.
        DateTime = "DateTime",
        /// `Boolean`.
        Boolean = "Boolean",
    }
}

rt::string_enum! {
    /// Enum `AuthFactorType`.
    AuthFactorType {
        /// `PASSWORD`.
        Password = "PASSWORD",
        /// `EMAIL_OTP`.
        EmailOtp = "EMAIL_OTP",
        /// `SMS_OTP`.
        SmsOtp = "SMS_OTP",
        /// `WEB_AUTHN`.
        WebAuthn = "WEB_AUTHN",
        /// `SOFTWARE_TOKEN`.
        SoftwareToken = "SOFTWARE_TOKEN",
    }
}

rt::string_enum! {
    /// Enum `AuthFlowType`.
    AuthFlowType {
        /// `USER_SRP_AUTH`.
        UserSrpAuth = "USER_SRP_AUTH",
        /// `REFRESH_TOKEN_AUTH`.
        RefreshTokenAuth = "REFRESH_TOKEN_AUTH",
        /// `REFRESH_TOKEN`.
        RefreshToken = "REFRESH_TOKEN",
        /// `CUSTOM_AUTH`.
        CustomAuth = "CUSTOM_AUTH",
        /// `ADMIN_NO_SRP_AUTH`.
        AdminNoSrpAuth = "ADMIN_NO_SRP_AUTH",
        /// `USER_PASSWORD_AUTH`.
        UserPasswordAuth = "USER_PASSWORD_AUTH",
        /// `ADMIN_USER_PASSWORD_AUTH`.
        AdminUserPasswordAuth = "ADMIN_USER_PASSWORD_AUTH",
        /// `USER_AUTH`.
        UserAuth = "USER_AUTH",
    }
}

rt::string_enum! {
    /// Enum `ChallengeName`.
    ChallengeName {
        /// `Password`.
        Password = "Password",
        /// `Mfa`.
        Mfa = "Mfa",
    }
}

rt::string_enum! {
    /// Enum `ChallengeNameType`.
    ChallengeNameType {
        /// `SMS_MFA`.
        SmsMfa = "SMS_MFA",
        /// `EMAIL_OTP`.
        EmailOtp = "EMAIL_OTP",
        /// `SOFTWARE_TOKEN_MFA`.
        SoftwareTokenMfa = "SOFTWARE_TOKEN_MFA",
        /// `SELECT_MFA_TYPE`.
        SelectMfaType = "SELECT_MFA_TYPE",
        /// `MFA_SETUP`.
        MfaSetup = "MFA_SETUP",
        /// `PASSWORD_VERIFIER`.
        PasswordVerifier = "PASSWORD_VERIFIER",
        /// `CUSTOM_CHALLENGE`.
        CustomChallenge = "CUSTOM_CHALLENGE",
        /// `SELECT_CHALLENGE`.
        SelectChallenge = "SELECT_CHALLENGE",
        /// `DEVICE_SRP_AUTH`.
        DeviceSrpAuth = "DEVICE_SRP_AUTH",
        /// `DEVICE_PASSWORD_VERIFIER`.
        DevicePasswordVerifier = "DEVICE_PASSWORD_VERIFIER",
        /// `ADMIN_NO_SRP_AUTH`.
        AdminNoSrpAuth = "ADMIN_NO_SRP_AUTH",
        /// `NEW_PASSWORD_REQUIRED`.
        NewPasswordRequired = "NEW_PASSWORD_REQUIRED",
        /// `SMS_OTP`.
        SmsOtp = "SMS_OTP",
        /// `PASSWORD`.
        Password = "PASSWORD",
        /// `WEB_AUTHN`.
        WebAuthn = "WEB_AUTHN",
        /// `PASSWORD_SRP`.
        PasswordSrp = "PASSWORD_SRP",
    }
}

rt::string_enum! {
    /// Enum `ChallengeResponse`.
    ChallengeResponse {
        /// `Success`.
        Success = "Success",
        /// `Failure`.
        Failure = "Failure",
    }
}

rt::string_enum! {
    /// Enum `ClientTypeType`.
    ClientTypeType {
        /// `REGULAR`.
        Regular = "REGULAR",
        /// `DCR`.
        Dcr = "DCR",
    }
}

rt::string_enum! {
    /// Enum `ColorSchemeModeType`.
    ColorSchemeModeType {
        /// `LIGHT`.
        Light = "LIGHT",
        /// `DARK`.
        Dark = "DARK",
        /// `DYNAMIC`.
        Dynamic = "DYNAMIC",
    }
}

rt::string_enum! {
    /// Enum `CompromisedCredentialsEventActionType`.
    CompromisedCredentialsEventActionType {
        /// `BLOCK`.
        Block = "BLOCK",
        /// `NO_ACTION`.
        NoAction = "NO_ACTION",
    }
}

rt::string_enum! {
    /// Enum `CustomEmailSenderLambdaVersionType`.
    CustomEmailSenderLambdaVersionType {
        /// `V1_0`.
        V1_0 = "V1_0",
    }
}

rt::string_enum! {
    /// Enum `CustomSMSSenderLambdaVersionType`.
    CustomSMSSenderLambdaVersionType {
        /// `V1_0`.
        V1_0 = "V1_0",
    }
}

rt::string_enum! {
    /// Enum `DefaultEmailOptionType`.
    DefaultEmailOptionType {
        /// `CONFIRM_WITH_LINK`.
        ConfirmWithLink = "CONFIRM_WITH_LINK",
        /// `CONFIRM_WITH_CODE`.
        ConfirmWithCode = "CONFIRM_WITH_CODE",
    }
}

rt::string_enum! {
    /// Enum `DeletionProtectionType`.
    DeletionProtectionType {
        /// `ACTIVE`.
        Active = "ACTIVE",
        /// `INACTIVE`.
        Inactive = "INACTIVE",
    }
}

rt::string_enum! {
    /// Enum `DeliveryMediumType`.
    DeliveryMediumType {
        /// `SMS`.
        Sms = "SMS",
        /// `EMAIL`.
        Email = "EMAIL",
    }
}

rt::string_enum! {
    /// Enum `DeviceRememberedStatusType`.
    DeviceRememberedStatusType {
        /// `remembered`.
        Remembered = "remembered",
        /// `not_remembered`.
        NotRemembered = "not_remembered",
    }
}

rt::string_enum! {
    /// Enum `DomainStatusType`.
    DomainStatusType {
        /// `CREATING`.
        Creating = "CREATING",
        /// `DELETING`.
        Deleting = "DELETING",
        /// `UPDATING`.
        Updating = "UPDATING",
        /// `ACTIVE`.
        Active = "ACTIVE",
        /// `FAILED`.
        Failed = "FAILED",
    }
}

rt::string_enum! {
    /// Enum `EmailSendingAccountType`.
    EmailSendingAccountType {
        /// `COGNITO_DEFAULT`.
        CognitoDefault = "COGNITO_DEFAULT",
        /// `DEVELOPER`.
        Developer = "DEVELOPER",
    }
}

rt::string_enum! {
    /// Enum `EncryptionKeyType`.
    EncryptionKeyType {
        /// `AWS_OWNED_KEY`.
        AwsOwnedKey = "AWS_OWNED_KEY",
        /// `CUSTOMER_MANAGED_KEY`.
        CustomerManagedKey = "CUSTOMER_MANAGED_KEY",
    }
}

rt::string_enum! {
    /// Enum `EventFilterType`.
    EventFilterType {
        /// `SIGN_IN`.
        SignIn = "SIGN_IN",
        /// `PASSWORD_CHANGE`.
        PasswordChange = "PASSWORD_CHANGE",
        /// `SIGN_UP`.
        SignUp = "SIGN_UP",
    }
}

rt::string_enum! {
    /// Enum `EventResponseType`.
    EventResponseType {
        /// `Pass`.
        Pass = "Pass",
        /// `Fail`.
        Fail = "Fail",
        /// `InProgress`.
        InProgress = "InProgress",
    }
}

rt::string_enum! {
    /// Enum `EventSourceName`.
    EventSourceName {
        /// `userNotification`.
        UserNotification = "userNotification",
        /// `userAuthEvents`.
        UserAuthEvents = "userAuthEvents",
    }
}

rt::string_enum! {
    /// Enum `EventType`.
    EventType {
        /// `SignIn`.
        SignIn = "SignIn",
        /// `SignUp`.
        SignUp = "SignUp",
        /// `ForgotPassword`.
        ForgotPassword = "ForgotPassword",
        /// `PasswordChange`.
        PasswordChange = "PasswordChange",
        /// `ResendCode`.
        ResendCode = "ResendCode",
    }
}

rt::string_enum! {
    /// Enum `ExplicitAuthFlowsType`.
    ExplicitAuthFlowsType {
        /// `ADMIN_NO_SRP_AUTH`.
        AdminNoSrpAuth = "ADMIN_NO_SRP_AUTH",
        /// `CUSTOM_AUTH_FLOW_ONLY`.
        CustomAuthFlowOnly = "CUSTOM_AUTH_FLOW_ONLY",
        /// `USER_PASSWORD_AUTH`.
        UserPasswordAuth = "USER_PASSWORD_AUTH",
        /// `ALLOW_ADMIN_USER_PASSWORD_AUTH`.
        AllowAdminUserPasswordAuth = "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        /// `ALLOW_CUSTOM_AUTH`.
        AllowCustomAuth = "ALLOW_CUSTOM_AUTH",
        /// `ALLOW_USER_PASSWORD_AUTH`.
        AllowUserPasswordAuth = "ALLOW_USER_PASSWORD_AUTH",
        /// `ALLOW_USER_SRP_AUTH`.
        AllowUserSrpAuth = "ALLOW_USER_SRP_AUTH",
        /// `ALLOW_REFRESH_TOKEN_AUTH`.
        AllowRefreshTokenAuth = "ALLOW_REFRESH_TOKEN_AUTH",
        /// `ALLOW_USER_AUTH`.
        AllowUserAuth = "ALLOW_USER_AUTH",
        /// `ALLOW_TOKEN_EXCHANGE_DELEGATION`.
        AllowTokenExchangeDelegation = "ALLOW_TOKEN_EXCHANGE_DELEGATION",
        /// `ALLOW_TOKEN_EXCHANGE_IMPERSONATION`.
        AllowTokenExchangeImpersonation = "ALLOW_TOKEN_EXCHANGE_IMPERSONATION",
        /// `ALLOW_CLIENT_TOKEN_AUTH`.
        AllowClientTokenAuth = "ALLOW_CLIENT_TOKEN_AUTH",
    }
}

rt::string_enum! {
    /// Enum `FeatureType`.
    FeatureType {
        /// `ENABLED`.
        Enabled = "ENABLED",
        /// `DISABLED`.
        Disabled = "DISABLED",
    }
}

rt::string_enum! {
    /// Enum `FeedbackValueType`.
    FeedbackValueType {
        /// `Valid`.
        Valid = "Valid",
        /// `Invalid`.
        Invalid = "Invalid",
    }
}

rt::string_enum! {
    /// Enum `IdentityProviderTypeType`.
    IdentityProviderTypeType {
        /// `SAML`.
        Saml = "SAML",
        /// `Facebook`.
        Facebook = "Facebook",
        /// `Google`.
        Google = "Google",
        /// `LoginWithAmazon`.
        LoginWithAmazon = "LoginWithAmazon",
        /// `SignInWithApple`.
        SignInWithApple = "SignInWithApple",
        /// `OIDC`.
        Oidc = "OIDC",
    }
}

rt::string_enum! {
    /// Enum `InboundFederationLambdaVersionType`.
    InboundFederationLambdaVersionType {
        /// `V1_0`.
        V1_0 = "V1_0",
    }
}

rt::string_enum! {
    /// Enum `IssuedTokenTypeIdentifierType`.
    IssuedTokenTypeIdentifierType {
        /// `ACCESS_TOKEN`.
        AccessToken = "ACCESS_TOKEN",
        /// `ID_TOKEN`.
        IdToken = "ID_TOKEN",
    }
}

rt::string_enum! {
    /// Enum `IssuerType`.
    IssuerType {
        /// `ORIGINAL`.
        Original = "ORIGINAL",
        /// `UPDATED`.
        Updated = "UPDATED",
    }
}

rt::string_enum! {
    /// Enum `LimitClass`.
    LimitClass {
        /// `API_CATEGORY`.
        ApiCategory = "API_CATEGORY",
    }
}

rt::string_enum! {
    /// Enum `LogLevel`.
    LogLevel {
        /// `ERROR`.
        Error = "ERROR",
        /// `INFO`.
        Info = "INFO",
    }
}

rt::string_enum! {
    /// Enum `MessageActionType`.
    MessageActionType {
        /// `RESEND`.
        Resend = "RESEND",
        /// `SUPPRESS`.
        Suppress = "SUPPRESS",
    }
}

rt::string_enum! {
    /// Enum `OAuthFlowType`.
    OAuthFlowType {
        /// `code`.
        Code = "code",
        /// `implicit`.
        Implicit = "implicit",
        /// `client_credentials`.
        ClientCredentials = "client_credentials",
    }
}

rt::string_enum! {
    /// Enum `OAuthTokenTypeType`.
    OAuthTokenTypeType {
        /// `Bearer`.
        Bearer = "Bearer",
        /// `N_A`.
        NA = "N_A",
    }
}

rt::string_enum! {
    /// Enum `PasswordHashingAlgorithmType`.
    PasswordHashingAlgorithmType {
        /// `BCRYPT`.
        Bcrypt = "BCRYPT",
        /// `SCRYPT`.
        Scrypt = "SCRYPT",
        /// `ARGON2ID`.
        Argon2id = "ARGON2ID",
        /// `PBKDF2_SHA256`.
        Pbkdf2Sha256 = "PBKDF2_SHA256",
    }
}

rt::string_enum! {
    /// Enum `PreTokenGenerationLambdaVersionType`.
    PreTokenGenerationLambdaVersionType {
        /// `V1_0`.
        V1_0 = "V1_0",
        /// `V2_0`.
        V2_0 = "V2_0",
        /// `V3_0`.
        V3_0 = "V3_0",
    }
}

rt::string_enum! {
    /// Enum `PreventUserExistenceErrorTypes`.
    PreventUserExistenceErrorTypes {
        /// `LEGACY`.
        Legacy = "LEGACY",
        /// `ENABLED`.
        Enabled = "ENABLED",
    }
}

rt::string_enum! {
    /// Enum `RecoveryOptionNameType`.
    RecoveryOptionNameType {
        /// `verified_email`.
        VerifiedEmail = "verified_email",
        /// `verified_phone_number`.
        VerifiedPhoneNumber = "verified_phone_number",
        /// `admin_only`.
        AdminOnly = "admin_only",
    }
}

rt::string_enum! {
    /// Enum `ReplicaRoleType`.
    ReplicaRoleType {
        /// `PRIMARY`.
        Primary = "PRIMARY",
        /// `SECONDARY`.
        Secondary = "SECONDARY",
    }
}

rt::string_enum! {
    /// Enum `ReplicaStatusType`.
    ReplicaStatusType {
        /// `CREATING`.
        Creating = "CREATING",
        /// `ACTIVE`.
        Active = "ACTIVE",
        /// `INACTIVE`.
        Inactive = "INACTIVE",
        /// `DELETING`.
        Deleting = "DELETING",
    }
}

rt::string_enum! {
    /// Enum `ResourceServerManagedByType`.
    ResourceServerManagedByType {
        /// `COGNITO`.
        Cognito = "COGNITO",
    }
}

rt::string_enum! {
    /// Enum `RevokeAssociatedSessionsType`.
    RevokeAssociatedSessionsType {
        /// `NONE`.
        None = "NONE",
        /// `LINKED`.
        Linked = "LINKED",
    }
}

rt::string_enum! {
    /// Enum `RiskDecisionType`.
    RiskDecisionType {
        /// `NoRisk`.
        NoRisk = "NoRisk",
        /// `AccountTakeover`.
        AccountTakeover = "AccountTakeover",
        /// `Block`.
        Block = "Block",
    }
}

rt::string_enum! {
    /// Enum `RiskLevelType`.
    RiskLevelType {
        /// `Low`.
        Low = "Low",
        /// `Medium`.
        Medium = "Medium",
        /// `High`.
        High = "High",
    }
}

rt::string_enum! {
    /// Enum `SecurityPolicyType`.
    SecurityPolicyType {
        /// `TLS_V1`.
        TlsV1 = "TLS_V1",
        /// `TLS_V1_2_2021`.
        TlsV1_2_2021 = "TLS_V1_2_2021",
        /// `TLS_V1_3_2025`.
        TlsV1_3_2025 = "TLS_V1_3_2025",
    }
}

rt::string_enum! {
    /// Enum `SessionTypeType`.
    SessionTypeType {
        /// `TOKEN`.
        Token = "TOKEN",
        /// `SSO`.
        Sso = "SSO",
    }
}

rt::string_enum! {
    /// Enum `StatusType`.
    StatusType {
        /// `Enabled`.
        Enabled = "Enabled",
        /// `Disabled`.
        Disabled = "Disabled",
    }
}

rt::string_enum! {
    /// Enum `TermsEnforcementType`.
    TermsEnforcementType {
        /// `NONE`.
        None = "NONE",
    }
}

rt::string_enum! {
    /// Enum `TermsSourceType`.
    TermsSourceType {
        /// `LINK`.
        Link = "LINK",
    }
}

rt::string_enum! {
    /// Enum `TimeUnitsType`.
    TimeUnitsType {
        /// `seconds`.
        Seconds = "seconds",
        /// `minutes`.
        Minutes = "minutes",
        /// `hours`.
        Hours = "hours",
        /// `days`.
        Days = "days",
    }
}

rt::string_enum! {
    /// Enum `TokenTypeIdentifierType`.
    TokenTypeIdentifierType {
        /// `ACCESS_TOKEN`.
        AccessToken = "ACCESS_TOKEN",
        /// `ID_TOKEN`.
        IdToken = "ID_TOKEN",
        /// `SAML2`.
        Saml2 = "SAML2",
    }
}

rt::string_enum! {
    /// Enum `UpdateReplicaStatusType`.
    UpdateReplicaStatusType {
        /// `ACTIVE`.
        Active = "ACTIVE",
        /// `INACTIVE`.
        Inactive = "INACTIVE",
    }
}

rt::string_enum! {
    /// Enum `UserImportJobStatusType`.
    UserImportJobStatusType {
        /// `Created`.
        Created = "Created",
        /// `Pending`.
        Pending = "Pending",
        /// `InProgress`.
        InProgress = "InProgress",
        /// `Stopping`.
        Stopping = "Stopping",
        /// `Expired`.
        Expired = "Expired",
        /// `Stopped`.
        Stopped = "Stopped",
        /// `Failed`.
        Failed = "Failed",
        /// `Succeeded`.
        Succeeded = "Succeeded",
    }
}

rt::string_enum! {
    /// Enum `UserPoolMfaType`.
    UserPoolMfaType {
        /// `OFF`.
        Off = "OFF",
        /// `ON`.
        On = "ON",
        /// `OPTIONAL`.
        Optional = "OPTIONAL",
    }
}

rt::string_enum! {
    /// Enum `UserPoolTierType`.
    UserPoolTierType {
        /// `LITE`.
        Lite = "LITE",
        /// `ESSENTIALS`.
        Essentials = "ESSENTIALS",
        /// `PLUS`.
        Plus = "PLUS",
    }
}

rt::string_enum! {
    /// Enum `UserSessionTrackingType`.
    UserSessionTrackingType {
        /// `ENABLED`.
        Enabled = "ENABLED",
        /// `DISABLED`.
        Disabled = "DISABLED",
    }
}

rt::string_enum! {
    /// Enum `UserStatusType`.
    UserStatusType {
        /// `UNCONFIRMED`.
        Unconfirmed = "UNCONFIRMED",
        /// `CONFIRMED`.
        Confirmed = "CONFIRMED",
        /// `ARCHIVED`.
        Archived = "ARCHIVED",
        /// `COMPROMISED`.
        Compromised = "COMPROMISED",
        /// `UNKNOWN`.
        Unknown = "UNKNOWN",
        /// `RESET_REQUIRED`.
        ResetRequired = "RESET_REQUIRED",
        /// `FORCE_CHANGE_PASSWORD`.
        ForceChangePassword = "FORCE_CHANGE_PASSWORD",
        /// `EXTERNAL_PROVIDER`.
        ExternalProvider = "EXTERNAL_PROVIDER",
    }
}

rt::string_enum! {
    /// Enum `UserVerificationType`.
    UserVerificationType {
        /// `required`.
        Required = "required",
        /// `preferred`.
        Preferred = "preferred",
    }
}

rt::string_enum! {
    /// Enum `UsernameAttributeType`.
    UsernameAttributeType {
        /// `phone_number`.
        PhoneNumber = "phone_number",
        /// `email`.
        Email = "email",
    }
}

rt::string_enum! {
    /// Enum `VerifiedAttributeType`.
    VerifiedAttributeType {
        /// `phone_number`.
        PhoneNumber = "phone_number",
        /// `email`.
        Email = "email",
    }
}

rt::string_enum! {
    /// Enum `VerifySoftwareTokenResponseType`.
    VerifySoftwareTokenResponseType {
        /// `SUCCESS`.
        Success = "SUCCESS",
        /// `ERROR`.
        Error = "ERROR",
    }
}

rt::string_enum! {
    /// Enum `WebAuthnFactorConfigurationType`.
    WebAuthnFactorConfigurationType {
        /// `SINGLE_FACTOR`.
        SingleFactor = "SINGLE_FACTOR",
        /// `MULTI_FACTOR_WITH_USER_VERIFICATION`.
        MultiFactorWithUserVerification = "MULTI_FACTOR_WITH_USER_VERIFICATION",
    }
}
