//! The identity pool API (AWSCognitoIdentityService): one file per operation; the module list and
//! the table are made by the build script from this folder.

include!(concat!(env!("OUT_DIR"), "/identity.rs"));
