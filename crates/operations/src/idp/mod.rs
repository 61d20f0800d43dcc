//! The user pool API (AWSCognitoIdentityProviderService): one file per operation; the module list
//! and the table are made by the build script from this folder.

include!(concat!(env!("OUT_DIR"), "/idp.rs"));
