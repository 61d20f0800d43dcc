// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Structures inside requests and responses.

use super::shapes;
use crate::rt;

/// Structure `CognitoIdentityProvider`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CognitoIdentityProvider {
    /// Member `ProviderName`.
    pub provider_name: Option<String>,
    /// Member `ClientId`.
    pub client_id: Option<String>,
    /// Member `ServerSideTokenCheck`.
    pub server_side_token_check: Option<bool>,
}

impl rt::Decode for CognitoIdentityProvider {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            provider_name: at.optional(
                &mut members,
                "ProviderName",
                &shapes::COGNITO_IDENTITY_PROVIDER_NAME,
            )?,
            client_id: at.optional(
                &mut members,
                "ClientId",
                &shapes::COGNITO_IDENTITY_PROVIDER_CLIENT_ID,
            )?,
            server_side_token_check: at.optional(
                &mut members,
                "ServerSideTokenCheck",
                &shapes::COGNITO_IDENTITY_PROVIDER_TOKEN_CHECK,
            )?,
        })
    }
}

impl rt::Encode for CognitoIdentityProvider {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("ProviderName", &self.provider_name);
        object.optional("ClientId", &self.client_id);
        object.optional("ServerSideTokenCheck", &self.server_side_token_check);
        object.end();
    }
}

/// Structure `Credentials`.
#[derive(Clone, Default, PartialEq)]
pub struct Credentials {
    /// Member `AccessKeyId`.
    pub access_key_id: Option<String>,
    /// Member `SecretKey`.
    pub secret_key: Option<rt::Sensitive<String>>,
    /// Member `SessionToken`.
    pub session_token: Option<String>,
    /// Member `Expiration`.
    pub expiration: Option<rt::Timestamp>,
}

impl rt::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut rt::fmt::Formatter<'_>) -> rt::fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key_id", &self.access_key_id)
            .field("secret_key", &self.secret_key)
            .field("session_token", &self.session_token.as_ref().map(|_| rt::Hidden))
            .field("expiration", &self.expiration)
            .finish()
    }
}

impl rt::Decode for Credentials {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            access_key_id: at.optional(&mut members, "AccessKeyId", &shapes::ACCESS_KEY_STRING)?,
            secret_key: at.optional(&mut members, "SecretKey", &shapes::SECRET_KEY_STRING)?,
            session_token: at.optional(
                &mut members,
                "SessionToken",
                &shapes::SESSION_TOKEN_STRING,
            )?,
            expiration: at.optional(&mut members, "Expiration", &shapes::DATE_TYPE)?,
        })
    }
}

impl rt::Encode for Credentials {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AccessKeyId", &self.access_key_id);
        object.optional("SecretKey", &self.secret_key);
        object.optional("SessionToken", &self.session_token);
        object.optional("Expiration", &self.expiration);
        object.end();
    }
}

/// Structure `IdentityPool`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IdentityPool {
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
    /// Member `IdentityPoolName`, required.
    pub identity_pool_name: String,
    /// Member `AllowUnauthenticatedIdentities`, required.
    pub allow_unauthenticated_identities: bool,
    /// Member `AllowClassicFlow`.
    pub allow_classic_flow: Option<bool>,
    /// Member `SupportedLoginProviders`.
    pub supported_login_providers: Option<rt::BTreeMap<String, String>>,
    /// Member `DeveloperProviderName`.
    pub developer_provider_name: Option<String>,
    /// Member `OpenIdConnectProviderARNs`.
    pub open_id_connect_provider_arns: Option<Vec<String>>,
    /// Member `CognitoIdentityProviders`.
    pub cognito_identity_providers: Option<Vec<super::CognitoIdentityProvider>>,
    /// Member `SamlProviderARNs`.
    pub saml_provider_arns: Option<Vec<String>>,
    /// Member `IdentityPoolTags`.
    pub identity_pool_tags: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for IdentityPool {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            identity_pool_name: at.required(
                &mut members,
                "IdentityPoolName",
                &shapes::IDENTITY_POOL_NAME,
            )?,
            allow_unauthenticated_identities: at.required(
                &mut members,
                "AllowUnauthenticatedIdentities",
                &shapes::IDENTITY_POOL_UNAUTHENTICATED,
            )?,
            allow_classic_flow: at.optional(
                &mut members,
                "AllowClassicFlow",
                &shapes::CLASSIC_FLOW,
            )?,
            supported_login_providers: at.optional(
                &mut members,
                "SupportedLoginProviders",
                &shapes::IDENTITY_PROVIDERS,
            )?,
            developer_provider_name: at.optional(
                &mut members,
                "DeveloperProviderName",
                &shapes::DEVELOPER_PROVIDER_NAME,
            )?,
            open_id_connect_provider_arns: at.optional(
                &mut members,
                "OpenIdConnectProviderARNs",
                &shapes::OIDC_PROVIDER_LIST,
            )?,
            cognito_identity_providers: at.optional(
                &mut members,
                "CognitoIdentityProviders",
                &shapes::COGNITO_IDENTITY_PROVIDER_LIST,
            )?,
            saml_provider_arns: at.optional(
                &mut members,
                "SamlProviderARNs",
                &shapes::SAML_PROVIDER_LIST,
            )?,
            identity_pool_tags: at.optional(
                &mut members,
                "IdentityPoolTags",
                &shapes::IDENTITY_POOL_TAGS_TYPE,
            )?,
        })
    }
}

impl rt::Encode for IdentityPool {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.required("IdentityPoolName", &self.identity_pool_name);
        object.required("AllowUnauthenticatedIdentities", &self.allow_unauthenticated_identities);
        object.optional("AllowClassicFlow", &self.allow_classic_flow);
        object.optional("SupportedLoginProviders", &self.supported_login_providers);
        object.optional("DeveloperProviderName", &self.developer_provider_name);
        object.optional("OpenIdConnectProviderARNs", &self.open_id_connect_provider_arns);
        object.optional("CognitoIdentityProviders", &self.cognito_identity_providers);
        object.optional("SamlProviderARNs", &self.saml_provider_arns);
        object.optional("IdentityPoolTags", &self.identity_pool_tags);
        object.end();
    }
}

/// Structure `IdentityPoolShortDescription`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IdentityPoolShortDescription {
    /// Member `IdentityPoolId`.
    pub identity_pool_id: Option<String>,
    /// Member `IdentityPoolName`.
    pub identity_pool_name: Option<String>,
}

impl rt::Decode for IdentityPoolShortDescription {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.optional(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            identity_pool_name: at.optional(
                &mut members,
                "IdentityPoolName",
                &shapes::IDENTITY_POOL_NAME,
            )?,
        })
    }
}

impl rt::Encode for IdentityPoolShortDescription {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityPoolId", &self.identity_pool_id);
        object.optional("IdentityPoolName", &self.identity_pool_name);
        object.end();
    }
}

/// Structure `MappingRule`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MappingRule {
    /// Member `Claim`, required.
    pub claim: String,
    /// Member `MatchType`, required.
    pub match_type: super::MappingRuleMatchType,
    /// Member `Value`, required.
    pub value: String,
    /// Member `RoleARN`, required.
    pub role_arn: String,
}

impl rt::Decode for MappingRule {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            claim: at.required(&mut members, "Claim", &shapes::CLAIM_NAME)?,
            match_type: at.required(&mut members, "MatchType", &shapes::MAPPING_RULE_MATCH_TYPE)?,
            value: at.required(&mut members, "Value", &shapes::CLAIM_VALUE)?,
            role_arn: at.required(&mut members, "RoleARN", &shapes::ARN_STRING)?,
        })
    }
}

impl rt::Encode for MappingRule {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Claim", &self.claim);
        object.required("MatchType", &self.match_type);
        object.required("Value", &self.value);
        object.required("RoleARN", &self.role_arn);
        object.end();
    }
}

/// Structure `RoleMapping`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RoleMapping {
    /// Member `Type`, required.
    pub r#type: super::RoleMappingType,
    /// Member `AmbiguousRoleResolution`.
    pub ambiguous_role_resolution: Option<super::AmbiguousRoleResolutionType>,
    /// Member `RulesConfiguration`.
    pub rules_configuration: Option<super::RulesConfigurationType>,
}

impl rt::Decode for RoleMapping {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            r#type: at.required(&mut members, "Type", &shapes::ROLE_MAPPING_TYPE)?,
            ambiguous_role_resolution: at.optional(
                &mut members,
                "AmbiguousRoleResolution",
                &shapes::AMBIGUOUS_ROLE_RESOLUTION_TYPE,
            )?,
            rules_configuration: at.optional(
                &mut members,
                "RulesConfiguration",
                &shapes::RULES_CONFIGURATION_TYPE,
            )?,
        })
    }
}

impl rt::Encode for RoleMapping {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Type", &self.r#type);
        object.optional("AmbiguousRoleResolution", &self.ambiguous_role_resolution);
        object.optional("RulesConfiguration", &self.rules_configuration);
        object.end();
    }
}

/// Structure `RulesConfigurationType`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RulesConfigurationType {
    /// Member `Rules`, required.
    pub rules: Vec<super::MappingRule>,
}

impl rt::Decode for RulesConfigurationType {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { rules: at.required(&mut members, "Rules", &shapes::MAPPING_RULES_LIST)? })
    }
}

impl rt::Encode for RulesConfigurationType {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("Rules", &self.rules);
        object.end();
    }
}

/// Structure `UnprocessedIdentityId`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UnprocessedIdentityId {
    /// Member `IdentityId`.
    pub identity_id: Option<String>,
    /// Member `ErrorCode`.
    pub error_code: Option<super::ErrorCode>,
}

impl rt::Decode for UnprocessedIdentityId {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_id: at.optional(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            error_code: at.optional(&mut members, "ErrorCode", &shapes::ERROR_CODE)?,
        })
    }
}

impl rt::Encode for UnprocessedIdentityId {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityId", &self.identity_id);
        object.optional("ErrorCode", &self.error_code);
        object.end();
    }
}
