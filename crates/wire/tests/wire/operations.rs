//! The tables of operations and exceptions.

use wire::{Auth, ExceptionType, OperationShape, Service, idp};

#[test]
fn target_headers_are_split() {
    assert_eq!(
        Service::from_target("AWSCognitoIdentityProviderService.SignUp"),
        Some((Service::Idp, "SignUp"))
    );
    assert_eq!(
        Service::from_target("AWSCognitoIdentityService.GetId"),
        Some((Service::Identity, "GetId"))
    );
    for target in [
        "",
        "SignUp",
        "awscognitoidentityproviderservice.SignUp",
        "AWSCognitoIdentityProviderService",
        ".SignUp",
    ] {
        assert_eq!(Service::from_target(target), None, "{target}");
    }
    assert_eq!(Service::Idp.signing_name(), "cognito-idp");
    assert_eq!(Service::Identity.signing_name(), "cognito-identity");
}

#[test]
fn operations_are_found_by_exact_name() {
    for service in Service::ALL {
        for operation in wire::operations(service) {
            assert_eq!(wire::operation(service, operation.name).unwrap().name, operation.name);
        }
    }
    assert_eq!(wire::operations(Service::Idp).len(), 141);
    assert_eq!(wire::operations(Service::Identity).len(), 23);
    for name in ["signup", "SignUp ", "", "GetId", "ZZZ"] {
        assert!(wire::operation(Service::Idp, name).is_none(), "{name}");
    }
}

#[test]
fn authentication_follows_model_and_overlay() {
    let count = |auth| {
        wire::operations(Service::Idp).iter().filter(|operation| operation.auth == auth).count()
    };
    assert_eq!((count(Auth::None), count(Auth::Optional)), (34, 2));
    let auth = |name| wire::operation(Service::Idp, name).unwrap().auth;
    assert_eq!(auth("SignUp"), Auth::None);
    assert_eq!(auth("GetClientToken"), Auth::Optional);
    assert_eq!(auth("GetDerivedToken"), Auth::Optional);
    assert_eq!(auth("AdminCreateUser"), Auth::SigV4);
}

#[test]
fn classes_follow_the_rules_and_the_overlay() {
    use wire::Class;
    for (service, name, class) in [
        (Service::Idp, "InitiateAuth", Class::UserAuthentication),
        (Service::Idp, "AdminRespondToAuthChallenge", Class::UserAuthentication),
        (Service::Idp, "AdminConfirmSignUp", Class::UserCreation),
        (Service::Idp, "AdminCreateUser", Class::UserCreation),
        (Service::Idp, "ChangePassword", Class::UserAccountRecovery),
        (Service::Idp, "ResendConfirmationCode", Class::UserAccountRecovery),
        (Service::Idp, "GetTokensFromRefreshToken", Class::UserToken),
        (Service::Idp, "AdminGetUser", Class::UserRead),
        (Service::Idp, "GlobalSignOut", Class::UserUpdate),
        (Service::Idp, "ListUsersInGroup", Class::UserList),
        (Service::Idp, "GetUserAttributeVerificationCode", Class::UserResourceRead),
        (Service::Idp, "VerifySoftwareToken", Class::UserResourceUpdate),
        (Service::Idp, "ListUserPools", Class::UserPoolRead),
        (Service::Idp, "CreateUserPool", Class::UserPoolUpdate),
        (Service::Idp, "DescribeUserPoolDomain", Class::UserPoolResourceRead),
        (Service::Idp, "CreateGroup", Class::UserPoolResourceUpdate),
        (Service::Idp, "ListUserPoolClientSecrets", Class::UserPoolClientRead),
        (Service::Idp, "AddUserPoolClientSecret", Class::UserPoolClientUpdate),
        (Service::Idp, "GetClientToken", Class::ClientAuthentication),
        (Service::Identity, "GetId", Class::IdentityFederation),
        (Service::Identity, "LookupDeveloperIdentity", Class::IdentityPoolRead),
        (Service::Identity, "DeleteIdentities", Class::IdentityPoolUpdate),
    ] {
        assert_eq!(wire::operation(service, name).unwrap().class, class, "{name}");
    }
    for class in Class::ALL {
        assert_eq!(Class::parse(class.name()), Some(class));
        assert!(Service::ALL.iter().any(|service| {
            wire::operations(*service).iter().any(|operation| operation.class == class)
        }));
    }
    assert_eq!(Class::parse("userread"), None);
}

#[test]
fn declared_exceptions_follow_model_and_overlay() {
    let declares =
        |name, exception| wire::operation(Service::Idp, name).unwrap().declares(exception);
    assert!(declares("AdminCreateUser", ExceptionType::AliasExists));
    assert!(declares("SignUp", ExceptionType::UsernameExists));
    assert!(!declares("GlobalSignOut", ExceptionType::UserNotFound));
    assert!(!declares("RevokeToken", ExceptionType::NotAuthorized));
}

#[test]
fn exceptions_keep_their_names_and_statuses() {
    for (exception, name, status) in [
        (ExceptionType::NotAuthorized, "NotAuthorizedException", 400),
        (ExceptionType::EnableSoftwareTokenMfa, "EnableSoftwareTokenMFAException", 400),
        (ExceptionType::MfaMethodNotFound, "MFAMethodNotFoundException", 400),
        (ExceptionType::InvalidOAuthFlow, "InvalidOAuthFlowException", 400),
        (ExceptionType::Validation, "ValidationException", 400),
        (ExceptionType::InternalError, "InternalErrorException", 500),
        (ExceptionType::InternalServer, "InternalServerException", 500),
        (ExceptionType::ExternalService, "ExternalServiceException", 400),
    ] {
        assert_eq!((exception.name(), exception.status()), (name, status));
    }
}

#[test]
fn thirteen_operations_have_an_empty_response_body() {
    let mut names: Vec<&str> = wire::operations(Service::Idp)
        .iter()
        .filter(|operation| !operation.has_output)
        .map(|operation| operation.name)
        .collect();
    names.sort_unstable();
    assert_eq!(names.len(), 13);
    assert!(names.contains(&"DeleteUser") && names.contains(&"ForgetDevice"));
    fn output<O: OperationShape<Output = ()>>() {}
    output::<idp::op::DeleteUserPool>();
}

#[test]
fn the_overlay_can_add_an_enum_value() {
    assert_eq!(
        idp::ExplicitAuthFlowsType::parse("ALLOW_CLIENT_TOKEN_AUTH"),
        Some(idp::ExplicitAuthFlowsType::AllowClientTokenAuth)
    );
    assert_eq!(
        idp::ExplicitAuthFlowsType::AllowClientTokenAuth.as_str(),
        "ALLOW_CLIENT_TOKEN_AUTH"
    );
}
