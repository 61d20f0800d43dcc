// Made by `cargo xtask codegen` from model/. Do not edit: change the model, the overlay or the generator.
//! Strings out of closed sets.

use crate::rt;

rt::string_enum! {
    /// Enum `AmbiguousRoleResolutionType`.
    AmbiguousRoleResolutionType {
        /// `AuthenticatedRole`.
        AuthenticatedRole = "AuthenticatedRole",
        /// `Deny`.
        Deny = "Deny",
    }
}

rt::string_enum! {
    /// Enum `ErrorCode`.
    ErrorCode {
        /// `AccessDenied`.
        AccessDenied = "AccessDenied",
        /// `InternalServerError`.
        InternalServerError = "InternalServerError",
    }
}

rt::string_enum! {
    /// Enum `MappingRuleMatchType`.
    MappingRuleMatchType {
        /// `Equals`.
        Equals = "Equals",
        /// `Contains`.
        Contains = "Contains",
        /// `StartsWith`.
        StartsWith = "StartsWith",
        /// `NotEqual`.
        NotEqual = "NotEqual",
    }
}

rt::string_enum! {
    /// Enum `RoleMappingType`.
    RoleMappingType {
        /// `Token`.
        Token = "Token",
        /// `Rules`.
        Rules = "Rules",
    }
}
