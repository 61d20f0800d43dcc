// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Responses.

use super::shapes;
use crate::rt;

/// Structure `DeleteIdentitiesResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteIdentitiesResponse {
    /// Member `UnprocessedIdentityIds`.
    pub unprocessed_identity_ids: Option<Vec<super::UnprocessedIdentityId>>,
}

impl rt::Decode for DeleteIdentitiesResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            unprocessed_identity_ids: at.optional(
                &mut members,
                "UnprocessedIdentityIds",
                &shapes::UNPROCESSED_IDENTITY_ID_LIST,
            )?,
        })
    }
}

impl rt::Encode for DeleteIdentitiesResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("UnprocessedIdentityIds", &self.unprocessed_identity_ids);
        object.end();
    }
}

/// Structure `GetCredentialsForIdentityResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetCredentialsForIdentityResponse {
    /// Member `IdentityId`.
    pub identity_id: Option<String>,
    /// Member `Credentials`.
    pub credentials: Option<super::Credentials>,
}

impl rt::Decode for GetCredentialsForIdentityResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_id: at.optional(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            credentials: at.optional(&mut members, "Credentials", &shapes::CREDENTIALS)?,
        })
    }
}

impl rt::Encode for GetCredentialsForIdentityResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityId", &self.identity_id);
        object.optional("Credentials", &self.credentials);
        object.end();
    }
}

/// Structure `GetIdResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetIdResponse {
    /// Member `IdentityId`.
    pub identity_id: Option<String>,
}

impl rt::Decode for GetIdResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { identity_id: at.optional(&mut members, "IdentityId", &shapes::IDENTITY_ID)? })
    }
}

impl rt::Encode for GetIdResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityId", &self.identity_id);
        object.end();
    }
}

/// Structure `GetIdentityPoolRolesResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetIdentityPoolRolesResponse {
    /// Member `IdentityPoolId`.
    pub identity_pool_id: Option<String>,
    /// Member `Roles`.
    pub roles: Option<rt::BTreeMap<String, String>>,
    /// Member `RoleMappings`.
    pub role_mappings: Option<rt::BTreeMap<String, super::RoleMapping>>,
}

impl rt::Decode for GetIdentityPoolRolesResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.optional(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            roles: at.optional(&mut members, "Roles", &shapes::ROLES_MAP)?,
            role_mappings: at.optional(&mut members, "RoleMappings", &shapes::ROLE_MAPPING_MAP)?,
        })
    }
}

impl rt::Encode for GetIdentityPoolRolesResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityPoolId", &self.identity_pool_id);
        object.optional("Roles", &self.roles);
        object.optional("RoleMappings", &self.role_mappings);
        object.end();
    }
}

/// Structure `GetOpenIdTokenForDeveloperIdentityResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetOpenIdTokenForDeveloperIdentityResponse {
    /// Member `IdentityId`.
    pub identity_id: Option<String>,
    /// Member `Token`.
    pub token: Option<rt::Sensitive<String>>,
}

impl rt::Decode for GetOpenIdTokenForDeveloperIdentityResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_id: at.optional(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            token: at.optional(&mut members, "Token", &shapes::OIDC_TOKEN)?,
        })
    }
}

impl rt::Encode for GetOpenIdTokenForDeveloperIdentityResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityId", &self.identity_id);
        object.optional("Token", &self.token);
        object.end();
    }
}

/// Structure `GetOpenIdTokenResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetOpenIdTokenResponse {
    /// Member `IdentityId`.
    pub identity_id: Option<String>,
    /// Member `Token`.
    pub token: Option<rt::Sensitive<String>>,
}

impl rt::Decode for GetOpenIdTokenResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_id: at.optional(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            token: at.optional(&mut members, "Token", &shapes::OIDC_TOKEN)?,
        })
    }
}

impl rt::Encode for GetOpenIdTokenResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityId", &self.identity_id);
        object.optional("Token", &self.token);
        object.end();
    }
}

/// Structure `GetPrincipalTagAttributeMapResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GetPrincipalTagAttributeMapResponse {
    /// Member `IdentityPoolId`.
    pub identity_pool_id: Option<String>,
    /// Member `IdentityProviderName`.
    pub identity_provider_name: Option<String>,
    /// Member `UseDefaults`.
    pub use_defaults: Option<bool>,
    /// Member `PrincipalTags`.
    pub principal_tags: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for GetPrincipalTagAttributeMapResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.optional(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            identity_provider_name: at.optional(
                &mut members,
                "IdentityProviderName",
                &shapes::IDENTITY_PROVIDER_NAME,
            )?,
            use_defaults: at.optional(&mut members, "UseDefaults", &shapes::USE_DEFAULTS)?,
            principal_tags: at.optional(&mut members, "PrincipalTags", &shapes::PRINCIPAL_TAGS)?,
        })
    }
}

impl rt::Encode for GetPrincipalTagAttributeMapResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityPoolId", &self.identity_pool_id);
        object.optional("IdentityProviderName", &self.identity_provider_name);
        object.optional("UseDefaults", &self.use_defaults);
        object.optional("PrincipalTags", &self.principal_tags);
        object.end();
    }
}

/// Structure `IdentityDescription`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IdentityDescription {
    /// Member `IdentityId`.
    pub identity_id: Option<String>,
    /// Member `Logins`.
    pub logins: Option<Vec<String>>,
    /// Member `CreationDate`.
    pub creation_date: Option<rt::Timestamp>,
    /// Member `LastModifiedDate`.
    pub last_modified_date: Option<rt::Timestamp>,
}

impl rt::Decode for IdentityDescription {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_id: at.optional(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            logins: at.optional(&mut members, "Logins", &shapes::LOGINS_LIST)?,
            creation_date: at.optional(&mut members, "CreationDate", &shapes::DATE_TYPE)?,
            last_modified_date: at.optional(
                &mut members,
                "LastModifiedDate",
                &shapes::DATE_TYPE,
            )?,
        })
    }
}

impl rt::Encode for IdentityDescription {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityId", &self.identity_id);
        object.optional("Logins", &self.logins);
        object.optional("CreationDate", &self.creation_date);
        object.optional("LastModifiedDate", &self.last_modified_date);
        object.end();
    }
}

/// Structure `ListIdentitiesResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListIdentitiesResponse {
    /// Member `IdentityPoolId`.
    pub identity_pool_id: Option<String>,
    /// Member `Identities`.
    pub identities: Option<Vec<super::IdentityDescription>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListIdentitiesResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.optional(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            identities: at.optional(&mut members, "Identities", &shapes::IDENTITIES_LIST)?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListIdentitiesResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityPoolId", &self.identity_pool_id);
        object.optional("Identities", &self.identities);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `ListIdentityPoolsResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListIdentityPoolsResponse {
    /// Member `IdentityPools`.
    pub identity_pools: Option<Vec<super::IdentityPoolShortDescription>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for ListIdentityPoolsResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pools: at.optional(
                &mut members,
                "IdentityPools",
                &shapes::IDENTITY_POOLS_LIST,
            )?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for ListIdentityPoolsResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityPools", &self.identity_pools);
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
        Ok(Self { tags: at.optional(&mut members, "Tags", &shapes::IDENTITY_POOL_TAGS_TYPE)? })
    }
}

impl rt::Encode for ListTagsForResourceResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("Tags", &self.tags);
        object.end();
    }
}

/// Structure `LookupDeveloperIdentityResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LookupDeveloperIdentityResponse {
    /// Member `IdentityId`.
    pub identity_id: Option<String>,
    /// Member `DeveloperUserIdentifierList`.
    pub developer_user_identifier_list: Option<Vec<String>>,
    /// Member `NextToken`.
    pub next_token: Option<String>,
}

impl rt::Decode for LookupDeveloperIdentityResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_id: at.optional(&mut members, "IdentityId", &shapes::IDENTITY_ID)?,
            developer_user_identifier_list: at.optional(
                &mut members,
                "DeveloperUserIdentifierList",
                &shapes::DEVELOPER_USER_IDENTIFIER_LIST,
            )?,
            next_token: at.optional(&mut members, "NextToken", &shapes::PAGINATION_KEY)?,
        })
    }
}

impl rt::Encode for LookupDeveloperIdentityResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityId", &self.identity_id);
        object.optional("DeveloperUserIdentifierList", &self.developer_user_identifier_list);
        object.optional("NextToken", &self.next_token);
        object.end();
    }
}

/// Structure `MergeDeveloperIdentitiesResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergeDeveloperIdentitiesResponse {
    /// Member `IdentityId`.
    pub identity_id: Option<String>,
}

impl rt::Decode for MergeDeveloperIdentitiesResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self { identity_id: at.optional(&mut members, "IdentityId", &shapes::IDENTITY_ID)? })
    }
}

impl rt::Encode for MergeDeveloperIdentitiesResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityId", &self.identity_id);
        object.end();
    }
}

/// Structure `SetPrincipalTagAttributeMapResponse`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetPrincipalTagAttributeMapResponse {
    /// Member `IdentityPoolId`.
    pub identity_pool_id: Option<String>,
    /// Member `IdentityProviderName`.
    pub identity_provider_name: Option<String>,
    /// Member `UseDefaults`.
    pub use_defaults: Option<bool>,
    /// Member `PrincipalTags`.
    pub principal_tags: Option<rt::BTreeMap<String, String>>,
}

impl rt::Decode for SetPrincipalTagAttributeMapResponse {
    fn decode(value: rt::Value, at: &mut rt::Decoder) -> Result<Self, rt::Malformed> {
        let mut members = at.structure(value)?;
        Ok(Self {
            identity_pool_id: at.optional(
                &mut members,
                "IdentityPoolId",
                &shapes::IDENTITY_POOL_ID,
            )?,
            identity_provider_name: at.optional(
                &mut members,
                "IdentityProviderName",
                &shapes::IDENTITY_PROVIDER_NAME,
            )?,
            use_defaults: at.optional(&mut members, "UseDefaults", &shapes::USE_DEFAULTS)?,
            principal_tags: at.optional(&mut members, "PrincipalTags", &shapes::PRINCIPAL_TAGS)?,
        })
    }
}

impl rt::Encode for SetPrincipalTagAttributeMapResponse {
    fn encode(&self, out: &mut String) {
        let mut object = rt::Object::new(out);
        object.optional("IdentityPoolId", &self.identity_pool_id);
        object.optional("IdentityProviderName", &self.identity_provider_name);
        object.optional("UseDefaults", &self.use_defaults);
        object.optional("PrincipalTags", &self.principal_tags);
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
