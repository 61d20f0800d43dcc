"""Every setting that the model knows, as whole requests."""


ACCOUNT = "000000000000"
LAMBDA = f"arn:aws:lambda:eu-west-1:{ACCOUNT}:function:judge"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/judge"
KEY = f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/00000000-0000-4000-8000-000000000000"
IDENTITY = f"arn:aws:ses:eu-west-1:{ACCOUNT}:identity/example.com"
APPLICATION = f"arn:aws:mobiletargeting:eu-west-1:{ACCOUNT}:apps/0123456789abcdef"
TRIGGERS = (
    "PreSignUp CustomMessage PostConfirmation PreAuthentication PostAuthentication DefineAuthChallenge "
    "CreateAuthChallenge VerifyAuthChallengeResponse PreTokenGeneration UserMigration"
).split()

# Everything that UpdateUserPool can set. Of two members that exclude each other, the second is in POOL_OTHERWISE.
POOL = {
    "PoolName": "whole",
    "Policies": {
        "PasswordPolicy": {
            "MinimumLength": 11,
            "RequireUppercase": False,
            "RequireLowercase": True,
            "RequireNumbers": False,
            "RequireSymbols": True,
            "PasswordHistorySize": 3,
            "TemporaryPasswordValidityDays": 5,
        },
        "SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]},
    },
    "DeletionProtection": "ACTIVE",
    "LambdaConfig": {
        **{name: LAMBDA for name in TRIGGERS},
        "PreTokenGenerationConfig": {"LambdaVersion": "V2_0", "LambdaArn": LAMBDA},
        "CustomSMSSender": {"LambdaVersion": "V1_0", "LambdaArn": LAMBDA},
        "CustomEmailSender": {"LambdaVersion": "V1_0", "LambdaArn": LAMBDA},
        "KMSKeyID": KEY,
        "InboundFederation": {"LambdaVersion": "V1_0", "LambdaArn": LAMBDA},
    },
    "AutoVerifiedAttributes": ["phone_number", "email"],
    "SmsVerificationMessage": "Your code is {####}.",
    "EmailVerificationMessage": "Here is your code: {####}",
    "EmailVerificationSubject": "Your code",
    "VerificationMessageTemplate": {
        "SmsMessage": "Your code is {####}.",
        "EmailMessage": "Here is your code: {####}",
        "EmailSubject": "Your code",
        "DefaultEmailOption": "CONFIRM_WITH_CODE",
    },
    "SmsAuthenticationMessage": "Sign in with {####}.",
    "UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]},
    "MfaConfiguration": "OPTIONAL",
    "DeviceConfiguration": {"ChallengeRequiredOnNewDevice": True, "DeviceOnlyRememberedOnUserPrompt": False},
    "EmailConfiguration": {
        "SourceArn": IDENTITY,
        "ReplyToEmailAddress": "help@example.com",
        "EmailSendingAccount": "DEVELOPER",
        "From": "Shop <shop@example.com>",
        "ConfigurationSet": "shop",
    },
    "SmsConfiguration": {"SnsCallerArn": ROLE, "ExternalId": "shop", "SnsRegion": "eu-west-1"},
    "UserPoolTags": {"team": "identity", "stage": "test"},
    "AdminCreateUserConfig": {
        "AllowAdminCreateUserOnly": True,
        "InviteMessageTemplate": {
            "SMSMessage": "{username}, your password is {####}.",
            "EmailMessage": "{username}, your password is {####}.",
            "EmailSubject": "Welcome",
        },
    },
    "UserPoolAddOns": {
        "AdvancedSecurityMode": "AUDIT",
        "AdvancedSecurityAdditionalFlows": {"CustomAuthMode": "AUDIT"},
    },
    "DcrConfiguration": {
        "EnableStatus": "Enabled",
        "OpenDcrEnabled": False,
        "AuthenticatedGrantTypes": ["code"],
        "OpenDcrGrantTypes": ["code"],
        "AllowedScopes": ["openid"],
    },
    "AccountRecoverySetting": {
        "RecoveryMechanisms": [
            {"Priority": 1, "Name": "verified_email"},
            {"Priority": 2, "Name": "verified_phone_number"},
        ]
    },
    "UserPoolTier": "PLUS",
    "KeyConfiguration": {"KeyType": "CUSTOMER_MANAGED_KEY", "KmsKeyArn": KEY},
    "IssuerConfiguration": {"Type": "UPDATED"},
    "AcrConfiguration": {"Level2": {"AcrValue": "urn:example:2"}},
}

POOL_OTHERWISE = {
    "PoolName": "otherwise",
    "VerificationMessageTemplate": {
        "DefaultEmailOption": "CONFIRM_WITH_LINK",
        "EmailMessageByLink": "Press {##here##}.",
        "EmailSubjectByLink": "Your link",
    },
    "SmsConfiguration": {
        "EumsSms": {
            "CallerArn": ROLE,
            "ExternalId": "shop",
            "OriginationIdentity": "shop",
            "ConfigurationSetName": "shop",
            "InEntityId": "1",
            "InTemplateId": "2",
            "Region": "eu-west-1",
        },
    },
    "AdminCreateUserConfig": {"UnusedAccountValidityDays": 9},
}

# What only CreateUserPool sets.
POOL_FOR_GOOD = {
    "AliasAttributes": ["email", "preferred_username"],
    "UsernameConfiguration": {"CaseSensitive": False},
    "Schema": [
        {"Name": "email", "AttributeDataType": "String", "Mutable": True, "Required": True},
        {"Name": "plan", "AttributeDataType": "String", "Mutable": True},
        {
            "Name": "level",
            "AttributeDataType": "Number",
            "DeveloperOnlyAttribute": False,
            "Mutable": True,
            "NumberAttributeConstraints": {"MinValue": "1", "MaxValue": "9"},
        },
        {
            "Name": "tenant",
            "AttributeDataType": "String",
            "Mutable": False,
            "StringAttributeConstraints": {"MinLength": "1", "MaxLength": "40"},
        },
    ],
}

# Everything that UpdateUserPoolClient can set, for a client without a secret and one with. Lists are in the order in
# which they are described.
CLIENT = {
    "ClientName": "whole",
    "RefreshTokenValidity": 36,
    "AccessTokenValidity": 10,
    "IdTokenValidity": 20,
    "TokenValidityUnits": {"AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "hours"},
    "ReadAttributes": ["custom:plan", "email"],
    "WriteAttributes": ["custom:plan", "email"],
    "ExplicitAuthFlows": ["ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH"],
    "SupportedIdentityProviders": ["COGNITO"],
    "CallbackURLs": ["https://shop.example.com/", "https://shop.example.com/signed-in"],
    "LogoutURLs": ["https://shop.example.com/bye"],
    "DefaultRedirectURI": "https://shop.example.com/",
    "AllowedOAuthFlows": ["code", "implicit"],
    "AllowedOAuthScopes": ["email", "openid"],
    "AllowedOAuthFlowsUserPoolClient": True,
    "AnalyticsConfiguration": {
        "ApplicationId": "0123456789abcdef",
        "RoleArn": ROLE,
        "ExternalId": "shop",
        "UserDataShared": True,
    },
    "PreventUserExistenceErrors": "ENABLED",
    "EnableTokenRevocation": False,
    "EnablePropagateAdditionalUserContextData": False,
    "AuthSessionValidity": 5,
    "RefreshTokenRotation": {"Feature": "ENABLED", "RetryGracePeriodSeconds": 10},
}

CLIENT_OTHERWISE = {
    "ClientName": "machine",
    "AllowedOAuthFlows": ["client_credentials"],
    "AllowedOAuthScopes": ["email"],
    "AllowedOAuthFlowsUserPoolClient": True,
    "AnalyticsConfiguration": {"ApplicationArn": APPLICATION},
    "EnablePropagateAdditionalUserContextData": True,
}

GROUP = {"Description": "who may fix things", "RoleArn": ROLE, "Precedence": 3}

MFA = {
    "SmsMfaConfiguration": {
        "SmsAuthenticationMessage": "Sign in with {####}.",
        "SmsConfiguration": {"SnsCallerArn": ROLE, "ExternalId": "shop", "SnsRegion": "eu-west-1"},
    },
    "SoftwareTokenMfaConfiguration": {"Enabled": True},
    "EmailMfaConfiguration": {"Message": "Sign in with {####}", "Subject": "Your code"},
    "MfaConfiguration": "OPTIONAL",
    "WebAuthnConfiguration": {
        "RelyingPartyId": "example.com",
        "UserVerification": "required",
        "FactorConfiguration": "SINGLE_FACTOR",
    },
}
