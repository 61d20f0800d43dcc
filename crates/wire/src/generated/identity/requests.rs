// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Requests.

use super::shapes;
use crate::rt;

/// Structure `CreateIdentityPoolInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CreateIdentityPoolInput {
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

impl rt::Decode for CreateIdentityPoolInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
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

impl rt::Encode for CreateIdentityPoolInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
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

/// Structure `DeleteIdentitiesInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteIdentitiesInput {
    /// Member `IdentityIdsToDelete`, required.
    pub identity_ids_to_delete: Vec<String>,
}

impl rt::Decode for DeleteIdentitiesInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_ids_to_delete: at.required(
                &mut members,
                "IdentityIdsToDelete",
                &shapes::IDENTITY_ID_LIST,
            )?,
        })
    }
}

impl rt::Encode for DeleteIdentitiesInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityIdsToDelete", &self.identity_ids_to_delete);
        object.end();
    }
}

/// Structure `DeleteIdentityPoolInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteIdentityPoolInput {
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
}

impl rt::Decode for DeleteIdentityPoolInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
        })
    }
}

impl rt::Encode for DeleteIdentityPoolInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.end();
    }
}

/// Structure `DescribeIdentityInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeIdentityInput {
    /// Member `IdentityId`, required.
    pub identity_id: String,
}

impl rt::Decode for DescribeIdentityInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { identity_id: at.required(&mut members, "IdentityId", &shapes::IDENTITY_ID)? })
    }
}

impl rt::Encode for DescribeIdentityInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityId", &self.identity_id);
        object.end();
    }
}

/// Structure `DescribeIdentityPoolInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DescribeIdentityPoolInput {
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
}

impl rt::Decode for DescribeIdentityPoolInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
        })
    }
}

impl rt::Encode for DescribeIdentityPoolInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.end();
    }
}

/// Structure `GetCredentialsForIdentityInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetCredentialsForIdentityInput {
    /// Member `IdentityId`, required.
    pub identity_id: String,
    /// Member `Logins`.
    pub logins: Option<rt::BTreeMap<String, rt::Sensitive<String>>>,
    /// Member `CustomRoleArn`.
    pub custom_role_arn: Option<String>,
}

impl rt::Decode for GetCredentialsForIdentityInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_id: at.required(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            logins: at.optional(&mut members, "Logins", &shapes::LOGINS_MAP)?,
            custom_role_arn: at.optional(&mut members, "CustomRoleArn", &shapes::ARN_STRING)?,
        })
    }
}

impl rt::Encode for GetCredentialsForIdentityInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityId", &self.identity_id);
        object.optional("Logins", &self.logins);
        object.optional("CustomRoleArn", &self.custom_role_arn);
        object.end();
    }
}

/// Structure `GetIdInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetIdInput {
    /// Member `AccountId`.
    pub account_id: Option<String>,
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
    /// Member `Logins`.
    pub logins: Option<rt::BTreeMap<String, rt::Sensitive<String>>>,
}

impl rt::Decode for GetIdInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            account_id: at.optional(&mut members, "AccountId", &shapes::ACCOUNT_ID)?,
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            logins: at.optional(&mut members, "Logins", &shapes::LOGINS_MAP)?,
        })
    }
}

impl rt::Encode for GetIdInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("AccountId", &self.account_id);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.optional("Logins", &self.logins);
        object.end();
    }
}

/// Structure `GetIdentityPoolRolesInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetIdentityPoolRolesInput {
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
}

impl rt::Decode for GetIdentityPoolRolesInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
        })
    }
}

impl rt::Encode for GetIdentityPoolRolesInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.end();
    }
}

/// Structure `GetOpenIdTokenForDeveloperIdentityInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetOpenIdTokenForDeveloperIdentityInput {
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
    /// Member `IdentityId`.
    pub identity_id: Option<String>,
    /// Member `Logins`, required.
    pub logins: rt::BTreeMap<String, rt::Sensitive<String>>,
    /// Member `PrincipalTags`.
    pub principal_tags: Option<rt::BTreeMap<String, String>>,
    /// Member `TokenDuration`.
    pub token_duration: Option<i64>,
}

impl rt::Decode for GetOpenIdTokenForDeveloperIdentityInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            identity_id: at.optional(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            logins: at.required(&mut members, "Logins", &shapes::LOGINS_MAP)?,
            principal_tags: at.optional(&mut members, "PrincipalTags", &shapes::PRINCIPAL_TAGS)?,
            token_duration: at.optional(&mut members, "TokenDuration", &shapes::TOKEN_DURATION)?,
        })
    }
}

impl rt::Encode for GetOpenIdTokenForDeveloperIdentityInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.optional("IdentityId", &self.identity_id);
        object.required("Logins", &self.logins);
        object.optional("PrincipalTags", &self.principal_tags);
        object.optional("TokenDuration", &self.token_duration);
        object.end();
    }
}

/// Structure `GetOpenIdTokenInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetOpenIdTokenInput {
    /// Member `IdentityId`, required.
    pub identity_id: String,
    /// Member `Logins`.
    pub logins: Option<rt::BTreeMap<String, rt::Sensitive<String>>>,
}

impl rt::Decode for GetOpenIdTokenInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_id: at.required(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            logins: at.optional(&mut members, "Logins", &shapes::LOGINS_MAP)?,
        })
    }
}

impl rt::Encode for GetOpenIdTokenInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityId", &self.identity_id);
        object.optional("Logins", &self.logins);
        object.end();
    }
}

/// Structure `GetPrincipalTagAttributeMapInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetPrincipalTagAttributeMapInput {
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
    /// Member `IdentityProviderName`, required.
    pub identity_provider_name: String,
}

impl rt::Decode for GetPrincipalTagAttributeMapInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            identity_provider_name: at.required(
                &mut members,
                "IdentityProviderName",
                &shapes::IDENTITY_PROVIDER_NAME,
            )?,
        })
    }
}

impl rt::Encode for GetPrincipalTagAttributeMapInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.required("IdentityProviderName", &self.identity_provider_name);
        object.end();
    }
}

/// Structure `ListIdentitiesInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListIdentitiesInput {
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
    /// Member `MaxResults`, required.
    pub max_results: i32,
    /// Member `NextToken`.
    pub next_token: Option<String>,
    /// Member `HideDisabled`.
    pub hide_disabled: Option<bool>,
}

impl rt::Decode for ListIdentitiesInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            max_results: at.required(&mut members, "MaxResults", &shapes::QUERY_LIMIT)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
            hide_disabled: at.optional(&mut members, "HideDisabled", &shapes::HIDE_DISABLED)?,
        })
    }
}

impl rt::Encode for ListIdentitiesInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.required("MaxResults", &self.max_results);
        object.optional("NextToken", &self.next_token);
        object.optional("HideDisabled", &self.hide_disabled);
        object.end();
    }
}

/// Structure `ListIdentityPoolsInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListIdentityPoolsInput {
    /// Member `MaxResults`, required.
    pub max_results: i32,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListIdentityPoolsInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            max_results: at.required(&mut members, "MaxResults", &shapes::QUERY_LIMIT)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListIdentityPoolsInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("MaxResults", &self.max_results);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListTagsForResourceInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListTagsForResourceInput {
    /// Member `ResourceArn`, required.
    pub resource_arn: String,
}

impl rt::Decode for ListTagsForResourceInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { resource_arn: at.required(&mut members, "ResourceArn", &shapes::ARN_STRING)? })
    }
}

impl rt::Encode for ListTagsForResourceInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ResourceArn", &self.resource_arn);
        object.end();
    }
}

/// Structure `LookupDeveloperIdentityInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LookupDeveloperIdentityInput {
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
    /// Member `IdentityId`.
    pub identity_id: Option<String>,
    /// Member `DeveloperUserIdentifier`.
    pub developer_user_identifier: Option<String>,
    /// Member `MaxResults`.
    pub max_results: Option<i32>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for LookupDeveloperIdentityInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            identity_id: at.optional(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            developer_user_identifier: at.optional(
                &mut members,
                "DeveloperUserIdentifier",
                &shapes::DEVELOPER_USER_IDENTIFIER,
            )?,
            max_results: at.optional(&mut members, "MaxResults", &shapes::QUERY_LIMIT)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for LookupDeveloperIdentityInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.optional("IdentityId", &self.identity_id);
        object.optional("DeveloperUserIdentifier", &self.developer_user_identifier);
        object.optional("MaxResults", &self.max_results);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `MergeDeveloperIdentitiesInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergeDeveloperIdentitiesInput {
    /// Member `SourceUserIdentifier`, required.
    pub source_user_identifier: String,
    /// Member `DestinationUserIdentifier`, required.
    pub destination_user_identifier: String,
    /// Member `DeveloperProviderName`, required.
    pub developer_provider_name: String,
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
}

impl rt::Decode for MergeDeveloperIdentitiesInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            source_user_identifier: at.required(
                &mut members,
                "SourceUserIdentifier",
                &shapes::DEVELOPER_USER_IDENTIFIER,
            )?,
            destination_user_identifier: at.required(
                &mut members,
                "DestinationUserIdentifier",
                &shapes::DEVELOPER_USER_IDENTIFIER,
            )?,
            developer_provider_name: at.required(
                &mut members,
                "DeveloperProviderName",
                &shapes::DEVELOPER_PROVIDER_NAME,
            )?,
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
        })
    }
}

impl rt::Encode for MergeDeveloperIdentitiesInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("SourceUserIdentifier", &self.source_user_identifier);
        object.required("DestinationUserIdentifier", &self.destination_user_identifier);
        object.required("DeveloperProviderName", &self.developer_provider_name);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.end();
    }
}

/// Structure `SetIdentityPoolRolesInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetIdentityPoolRolesInput {
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
    /// Member `Roles`, required.
    pub roles: rt::BTreeMap<String, String>,
    /// Member `RoleMappings`.
    pub role_mappings: Option<rt::BTreeMap<String, super::RoleMapping>>,
}

impl rt::Decode for SetIdentityPoolRolesInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            roles: at.required(&mut members, "Roles", &shapes::ROLES_MAP)?,
            role_mappings: at.optional(&mut members, "RoleMappings", &shapes::ROLE_MAPPING_MAP)?,
        })
    }
}

impl rt::Encode for SetIdentityPoolRolesInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.required("Roles", &self.roles);
        object.optional("RoleMappings", &self.role_mappings);
        object.end();
    }
}

/// Structure `SetPrincipalTagAttributeMapInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetPrincipalTagAttributeMapInput {
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
    /// Member `IdentityProviderName`, required.
    pub identity_provider_name: String,
    /// Member `UseDefaults`.
    pub use_defaults: Option<bool>,
    /// Member `PrincipalTags`.
    pub principal_tags: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for SetPrincipalTagAttributeMapInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            identity_provider_name: at.required(
                &mut members,
                "IdentityProviderName",
                &shapes::IDENTITY_PROVIDER_NAME,
            )?,
            use_defaults: at.optional(&mut members, "UseDefaults", &shapes::USE_DEFAULTS)?,
            principal_tags: at.optional(&mut members, "PrincipalTags", &shapes::PRINCIPAL_TAGS)?,
        })
    }
}

impl rt::Encode for SetPrincipalTagAttributeMapInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.required("IdentityProviderName", &self.identity_provider_name);
        object.optional("UseDefaults", &self.use_defaults);
        object.optional("PrincipalTags", &self.principal_tags);
        object.end();
    }
}

/// Structure `TagResourceInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TagResourceInput {
    /// Member `ResourceArn`, required.
    pub resource_arn: String,
    /// Member `Tags`, required.
    pub tags: rt::BTreeMap<String, String>,
}

impl rt::Decode for TagResourceInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            resource_arn: at.required(&mut members, "ResourceArn", &shapes::ARN_STRING)?,
            tags: at.required(&mut members, "Tags", &shapes::IDENTITY_POOL_TAGS_TYPE)?,
        })
    }
}

impl rt::Encode for TagResourceInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ResourceArn", &self.resource_arn);
        object.required("Tags", &self.tags);
        object.end();
    }
}

/// Structure `UnlinkDeveloperIdentityInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UnlinkDeveloperIdentityInput {
    /// Member `IdentityId`, required.
    pub identity_id: String,
    /// Member `IdentityPoolId`, required.
    pub identity_pool_id: String,
    /// Member `DeveloperProviderName`, required.
    pub developer_provider_name: String,
    /// Member `DeveloperUserIdentifier`, required.
    pub developer_user_identifier: String,
}

impl rt::Decode for UnlinkDeveloperIdentityInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_id: at.required(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            identity_pool_id: at.required(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            developer_provider_name: at.required(
                &mut members,
                "DeveloperProviderName",
                &shapes::DEVELOPER_PROVIDER_NAME,
            )?,
            developer_user_identifier: at.required(
                &mut members,
                "DeveloperUserIdentifier",
                &shapes::DEVELOPER_USER_IDENTIFIER,
            )?,
        })
    }
}

impl rt::Encode for UnlinkDeveloperIdentityInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityId", &self.identity_id);
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.required("DeveloperProviderName", &self.developer_provider_name);
        object.required("DeveloperUserIdentifier", &self.developer_user_identifier);
        object.end();
    }
}

/// Structure `UnlinkIdentityInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UnlinkIdentityInput {
    /// Member `IdentityId`, required.
    pub identity_id: String,
    /// Member `Logins`, required.
    pub logins: rt::BTreeMap<String, rt::Sensitive<String>>,
    /// Member `LoginsToRemove`, required.
    pub logins_to_remove: Vec<String>,
}

impl rt::Decode for UnlinkIdentityInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_id: at.required(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            logins: at.required(&mut members, "Logins", &shapes::LOGINS_MAP)?,
            logins_to_remove: at.required(&mut members, "LoginsToRemove", &shapes::LOGINS_LIST)?,
        })
    }
}

impl rt::Encode for UnlinkIdentityInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("IdentityId", &self.identity_id);
        object.required("Logins", &self.logins);
        object.required("LoginsToRemove", &self.logins_to_remove);
        object.end();
    }
}

/// Structure `UntagResourceInput`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UntagResourceInput {
    /// Member `ResourceArn`, required.
    pub resource_arn: String,
    /// Member `TagKeys`, required.
    pub tag_keys: Vec<String>,
}

impl rt::Decode for UntagResourceInput {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            resource_arn: at.required(&mut members, "ResourceArn", &shapes::ARN_STRING)?,
            tag_keys: at.required(
                &mut members,
                "TagKeys",
                &shapes::IDENTITY_POOL_TAGS_LIST_TYPE,
            )?,
        })
    }
}

impl rt::Encode for UntagResourceInput {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.required("ResourceArn", &self.resource_arn);
        object.required("TagKeys", &self.tag_keys);
        object.end();
    }
}
