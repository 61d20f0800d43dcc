//! The wording of violations.

use serde_json::{Value, json};
use wire::idp::{
    AdminCreateUserRequest, AdminInitiateAuthRequest, AdminSetUserPasswordRequest,
    CreateIdentityProviderRequest, CreateManagedLoginBrandingRequest, CreateUserPoolClientRequest,
    CreateUserPoolRequest, InitiateAuthRequest, ListUsersRequest,
    SetLogDeliveryConfigurationRequest, SignUpRequest, TagResourceRequest,
    UpdateManagedLoginBrandingRequest, UpdateUserPoolClientRequest, UpdateUserPoolRequest,
    VerifySoftwareTokenRequest,
};

use wire::identity::GetIdInput;

use crate::refused;

const USERNAME: &str = r"Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+";

fn sign_up(change: impl FnOnce(&mut Value)) -> Value {
    let mut request =
        json!({"ClientId": "1example23456789", "Username": "ann", "Password": "S3cret-enough"});
    change(&mut request);
    request
}

#[test]
fn a_pattern_violation_reads_as_recorded() {
    let request = sign_up(|it| it["Username"] = json!("an n"));
    assert_eq!(
        refused::<SignUpRequest>(request),
        format!("1 validation error detected: {USERNAME}")
    );
}

#[test]
fn a_password_with_outer_white_space_is_refused_as_recorded() {
    for password in [" leading", "trailing ", "x", " "] {
        let request = sign_up(|it| it["Password"] = json!(password));
        assert_eq!(
            refused::<SignUpRequest>(request),
            "1 validation error detected: Value at 'password' failed to satisfy constraint: \
             Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$"
        );
    }
}

#[test]
fn inner_spaces_and_an_empty_password_are_valid() {
    for password in ["correct horse battery", ""] {
        let request = sign_up(|it| it["Password"] = json!(password));
        let decoded = wire::decode::<SignUpRequest>(request).unwrap();
        assert_eq!(decoded.password.as_deref().map(String::as_str), Some(password));
    }
}

#[test]
fn the_pattern_is_reported_before_the_length_as_recorded() {
    let request = json!({"UserCode": "Aaaa", "Session": "12345678901234567890"});
    assert_eq!(
        refused::<VerifySoftwareTokenRequest>(request),
        "2 validation errors detected: Value at 'userCode' failed to satisfy constraint: Member \
         must satisfy regular expression pattern: [0-9]+; Value at 'userCode' failed to satisfy \
         constraint: Member must have length greater than or equal to 6"
    );
}

#[test]
fn an_enum_violation_reads_as_recorded() {
    let request = json!({"AuthFlow": "user_srp_auth", "ClientId": "1example23456789"});
    assert_eq!(
        refused::<InitiateAuthRequest>(request),
        "1 validation error detected: Value 'user_srp_auth' at 'authFlow' failed to satisfy \
         constraint: Member must satisfy enum value set: [USER_SRP_AUTH, REFRESH_TOKEN_AUTH, \
         REFRESH_TOKEN, CUSTOM_AUTH, ADMIN_NO_SRP_AUTH, USER_PASSWORD_AUTH, \
         ADMIN_USER_PASSWORD_AUTH, USER_AUTH]"
    );
}

#[test]
fn an_enum_violation_in_a_list_reads_as_recorded() {
    let request = json!({
        "UserPoolId": "eu-west-1_Ab12Cd34E", "ClientName": "web",
        "AllowedOAuthFlows": ["code", "token"]
    });
    assert_eq!(
        refused::<CreateUserPoolClientRequest>(request),
        "1 validation error detected: Value '[code, token]' at 'allowedOAuthFlows' failed to \
         satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: \
         [implicit, client_credentials, code]]"
    );
}

#[test]
fn strings_in_a_list_are_reported_together() {
    let request = json!({
        "UserPoolId": "eu-west-1_Ab12Cd34E", "ClientName": "web",
        "CallbackURLs": ["", "a b", "https://ok/"]
    });
    assert_eq!(
        refused::<CreateUserPoolClientRequest>(request),
        "1 validation error detected: Value '[, a b, https://ok/]' at 'callbackURLs' failed to \
         satisfy constraint: Member must satisfy constraint: [Member must have length less than or \
         equal to 1024, Member must have length greater than or equal to 1, Member must satisfy \
         regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+]"
    );
}

#[test]
fn keys_and_values_of_a_map_are_reported_at_the_map() {
    let request = json!({
        "ResourceArn": "arn:aws:cognito-idp:eu-west-1:000000000000:userpool/eu-west-1_Ab12Cd34E",
        "Tags": {"": "v"}
    });
    assert_eq!(
        refused::<TagResourceRequest>(request),
        "1 validation error detected: Value '{=v}' at 'tags' failed to satisfy constraint: Map \
         keys must satisfy constraint: [Member must have length less than or equal to 128, Member \
         must have length greater than or equal to 1]"
    );
    let request = json!({
        "ResourceArn": "arn:aws:cognito-idp:eu-west-1:000000000000:userpool/eu-west-1_Ab12Cd34E",
        "Tags": {"k": "v".repeat(257)}
    });
    let message = refused::<TagResourceRequest>(request);
    assert!(message.ends_with(
        "Map value must satisfy constraint: [Member must have length less than or equal to 256, \
         Member must have length greater than or equal to 0]"
    ));
}

#[test]
fn everything_missing_or_null_is_reported_in_one_message() {
    let expected = "2 validation errors detected: Value at 'clientId' failed to satisfy \
                    constraint: Member must not be null; Value at 'username' failed to satisfy \
                    constraint: Member must not be null";
    assert_eq!(refused::<SignUpRequest>(json!({})), expected);
    assert_eq!(
        refused::<SignUpRequest>(json!({"ClientId": null, "Username": null, "Password": null})),
        expected
    );
}

#[test]
fn violations_of_several_members_share_one_message() {
    let request = sign_up(|it| {
        it["Username"] = json!("an n");
        it["UserAttributes"] = json!([
            {"Name": "email", "Value": "a@example.com"}, {"Name": "", "Value": "x".repeat(2049)}
        ]);
    });
    assert_eq!(
        refused::<SignUpRequest>(request),
        format!(
            "4 validation errors detected: {USERNAME}; \
             Value '' at 'userAttributes.2.member.name' failed to satisfy constraint: Member must \
             satisfy regular expression pattern: \
             [\\p{{L}}\\p{{M}}\\p{{S}}\\p{{N}}\\p{{P}}\\t\\n\\r ]+; Value '' at \
             'userAttributes.2.member.name' failed to satisfy constraint: Member must have length \
             greater than or equal to 1; Value at 'userAttributes.2.member.value' failed to \
             satisfy constraint: Member must have length less than or equal to 2048"
        )
    );
}

#[test]
fn a_missing_member_of_an_element_has_the_elements_path() {
    let request = sign_up(|it| it["UserAttributes"] = json!([{}, null]));
    assert_eq!(
        refused::<SignUpRequest>(request),
        "2 validation errors detected: Value '[AttributeType(name=null, value=null), null]' at \
         'userAttributes' failed to satisfy constraint: Member must satisfy constraint: [Member \
         must not be null]; Value null at 'userAttributes.1.member.name' failed to satisfy \
         constraint: Member must not be null"
    );
}

#[test]
fn number_violations_have_values_and_nested_paths() {
    let request = json!({
        "PoolName": "p", "Policies": {"PasswordPolicy": {"MinimumLength": 5}}, "Schema": []
    });
    assert_eq!(
        refused::<CreateUserPoolRequest>(request),
        "2 validation errors detected: Value '5' at 'policies.passwordPolicy.minimumLength' failed \
         to satisfy constraint: Member must have value greater than or equal to 6; Value '[]' at \
         'schema' failed to satisfy constraint: Member must have length greater than or equal to 1"
    );
    let request = json!({"UserPoolId": "eu-west-1_Ab12Cd34E", "Limit": 61});
    assert_eq!(
        refused::<ListUsersRequest>(request),
        "1 validation error detected: Value '61' at 'limit' failed to satisfy constraint: Member \
         must have value less than or equal to 60"
    );
}

#[test]
fn map_entries_of_structures_are_named_by_key() {
    let request = json!({"UserPoolId": "eu-west-1_Ab12Cd34E", "AcrConfiguration": {"Level9": {}}});
    let message = refused::<UpdateUserPoolRequest>(request);
    assert!(
        message.contains(
            "at 'acrConfiguration' failed to satisfy constraint: Map keys must \
                          satisfy constraint: ["
        ),
        "{message}"
    );
}

#[test]
fn values_inside_sensitive_shapes_are_never_quoted() {
    let secret = "hunter 2";
    let request = json!({
        "ClientId": secret, "Username": secret, "SecretHash": secret,
        "Password": format!(" {secret}"),
        "UserAttributes": [{"Name": "email", "Value": secret.repeat(300)}],
    });
    let message = refused::<SignUpRequest>(request);
    assert!(message.starts_with("5 validation errors detected: "), "{message}");
    assert!(!message.contains("hunter"), "{message}");
}

/// What a structure holds is not printed with the list that it is in.
#[test]
fn secrets_in_structures_are_not_quoted_with_their_list() {
    let secret = "hunter2";
    let sign_up = sign_up(|it| {
        it["UserAttributes"] = json!([{"Name": "email", "Value": secret}, null]);
    });
    let message = refused::<SignUpRequest>(sign_up);
    assert!(
        message.starts_with("1 validation error detected: Value at 'userAttributes'"),
        "{message}"
    );
    let headers = json!([{"headerName": "Cookie", "headerValue": secret}, null]);
    let admin = json!({
        "UserPoolId": "eu-west-1_Ab12Cd34E", "ClientId": "c", "AuthFlow": "USER_AUTH",
        "ContextData": {
            "IpAddress": "192.0.2.1", "ServerName": "s", "ServerPath": "/", "HttpHeaders": headers
        }
    });
    let message = refused::<AdminInitiateAuthRequest>(admin);
    assert!(
        message.starts_with("1 validation error detected: Value at 'contextData.httpHeaders'"),
        "{message}"
    );
}

#[test]
fn tokens_in_a_map_are_not_quoted_with_the_map() {
    let request =
        |logins: Value| json!({"IdentityPoolId": "eu-west-1:5d0f4b0e-8a35", "Logins": logins});
    assert_eq!(
        refused::<GetIdInput>(request(json!({"": "hunter2", "b": ""}))),
        "2 validation errors detected: Value at 'logins' failed to satisfy constraint: Map keys \
         must satisfy constraint: [Member must have length less than or equal to 128, Member must \
         have length greater than or equal to 1]; Value at 'logins' failed to satisfy constraint: \
         Map value must satisfy constraint: [Member must have length less than or equal to 50000, \
         Member must have length greater than or equal to 1]"
    );
    let many: serde_json::Map<String, Value> =
        (0..11).map(|index| (format!("p{index}"), json!("hunter2"))).collect();
    assert_eq!(
        refused::<GetIdInput>(request(Value::Object(many))),
        "1 validation error detected: Value at 'logins' failed to satisfy constraint: Member must \
         have length less than or equal to 10"
    );
}

#[test]
fn lengths_are_counted_in_characters() {
    let request = |letters: usize| sign_up(|it| it["Username"] = json!("é".repeat(letters)));
    assert!(wire::decode::<SignUpRequest>(request(128)).is_ok());
    assert!(
        refused::<SignUpRequest>(request(129))
            .ends_with("Member must have length less than or equal to 128")
    );
    let request = |letters: usize| {
        json!({
            "UserPoolId": "eu-west-1_Ab12Cd34E", "Username": "ann", "Password": "é".repeat(letters)
        })
    };
    assert!(wire::decode::<AdminSetUserPasswordRequest>(request(256)).is_ok());
    assert!(
        refused::<AdminSetUserPasswordRequest>(request(257))
            .ends_with("Member must have length less than or equal to 256")
    );
}

#[test]
fn unknown_members_are_ignored_and_nulls_are_absent() {
    let request = sign_up(|it| {
        it["NoSuchMember"] = json!({"deep": [1, 2, 3]});
        it["UserAttributes"] = Value::Null;
        it["ClientMetadata"] = json!({"kept": "yes", "left out": null});
    });
    let decoded = wire::decode::<SignUpRequest>(request).unwrap();
    assert_eq!(decoded.user_attributes, None);
    assert_eq!(decoded.client_metadata.unwrap().into_keys().collect::<Vec<_>>(), ["kept"]);
}

#[test]
fn a_null_in_a_list_is_a_violation() {
    let request = json!({
        "UserPoolId": "eu-west-1_Ab12Cd34E", "Username": "ann",
        "DesiredDeliveryMediums": ["SMS", null]
    });
    assert_eq!(
        refused::<AdminCreateUserRequest>(request),
        "1 validation error detected: Value '[SMS, null]' at 'desiredDeliveryMediums' failed to \
         satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: \
         [SMS, EMAIL]]"
    );
}

/// The values of enums in the order in which the service prints them.
#[test]
fn enum_sets_are_printed_in_the_services_order() {
    let pool = json!({"PoolName": "p", "MfaConfiguration": "MAYBE"});
    let logs = json!({
        "UserPoolId": "eu-west-1_Ab12Cd34E",
        "LogConfigurations": [{"LogLevel": "X", "EventSource": "X"}]
    });
    let provider = json!({
        "UserPoolId": "eu-west-1_Ab12Cd34E", "ProviderName": "x", "ProviderType": "X",
        "ProviderDetails": {}
    });
    for (message, sets) in [
        (refused::<CreateUserPoolRequest>(pool), vec!["[OPTIONAL, OFF, ON]"]),
        (
            refused::<SetLogDeliveryConfigurationRequest>(logs),
            vec!["[ERROR, INFO]", "[userAuthEvents, userNotification]"],
        ),
        (
            refused::<CreateIdentityProviderRequest>(provider),
            vec!["[Facebook, SAML, SignInWithApple, LoginWithAmazon, OIDC, Google]"],
        ),
    ] {
        for set in sets {
            assert!(message.contains(&format!("enum value set: {set}")), "{message}");
        }
    }
}

#[test]
fn an_empty_url_reads_as_recorded() {
    let url = "Member must satisfy constraint: [Member must have length less than or equal to \
               1024, Member must have length greater than or equal to 1, Member must satisfy \
               regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+]";
    let request = json!({
        "UserPoolId": "eu-west-1_Ab12Cd34E", "ClientName": "web", "ClientId": "c",
        "CallbackURLs": [""], "LogoutURLs": [""]
    });
    let expected = format!(
        "2 validation errors detected: Value '[]' at 'logoutURLs' failed to satisfy constraint: \
         {url}; Value '[]' at 'callbackURLs' failed to satisfy constraint: {url}"
    );
    assert_eq!(refused::<CreateUserPoolClientRequest>(request.clone()), expected);
    assert_eq!(refused::<UpdateUserPoolClientRequest>(request), expected);
}

#[test]
fn structures_are_printed_as_java_prints_them() {
    let logs = json!({
        "UserPoolId": "eu-west-1_Ab12Cd34E",
        "LogConfigurations": [
            {"LogLevel": "ERROR", "EventSource": "userNotification"},
            {"LogLevel": "INFO", "EventSource": "userNotification"},
            {"LogLevel": "INFO", "EventSource": "userAuthEvents", "CloudWatchLogsConfiguration": {}}
        ]
    });
    assert_eq!(
        refused::<SetLogDeliveryConfigurationRequest>(logs),
        "1 validation error detected: Value '[LogConfigurationType(logLevel=ERROR, \
         eventSource=userNotification, cloudWatchLogsConfiguration=null, s3Configuration=null, \
         firehoseConfiguration=null), LogConfigurationType(logLevel=INFO, \
         eventSource=userNotification, cloudWatchLogsConfiguration=null, s3Configuration=null, \
         firehoseConfiguration=null), LogConfigurationType(logLevel=INFO, \
         eventSource=userAuthEvents, \
         cloudWatchLogsConfiguration=CloudWatchLogsConfigurationType(logGroupArn=null), \
         s3Configuration=null, firehoseConfiguration=null)]' at 'logConfigurations' failed to \
         satisfy constraint: Member must have length less than or equal to 2"
    );
    let asset = json!({
        "Category": "FORM_LOGO", "ColorMode": "LIGHT", "Extension": "PNG", "Bytes": "AA=="
    });
    let branding = json!({
        "ManagedLoginBrandingId": "x", "Assets": vec![asset; 41]
    });
    let message = refused::<UpdateManagedLoginBrandingRequest>(branding);
    assert!(
        message.starts_with(
            "2 validation errors detected: Value '[AssetType(category=FORM_LOGO, colorMode=LIGHT, \
             extension=PNG, bytes=java.nio.HeapByteBuffer[pos=0 lim=1 cap=1], resourceId=null), "
        ),
        "{message}"
    );
    let (assets, id) = (
        message.find("at 'assets'").unwrap(),
        message.find("at 'managedLoginBrandingId'").unwrap(),
    );
    assert!(assets < id, "{message}");
}

#[test]
fn a_null_in_a_list_of_structures_is_refused_or_left_out() {
    let branding = json!({"UserPoolId": "eu-west-1_Ab12Cd34E", "ClientId": "c", "Assets": [null]});
    assert_eq!(
        refused::<CreateManagedLoginBrandingRequest>(branding),
        "1 validation error detected: Value '[null]' at 'assets' failed to satisfy constraint: \
         Member must satisfy constraint: [Member must not be null]"
    );
    let logs = json!({"UserPoolId": "eu-west-1_Ab12Cd34E", "LogConfigurations": [null]});
    let decoded = wire::decode::<SetLogDeliveryConfigurationRequest>(logs).unwrap();
    assert_eq!(decoded.log_configurations, []);
}

#[test]
fn a_missing_member_prints_its_null() {
    assert_eq!(
        refused::<SetLogDeliveryConfigurationRequest>(json!({})),
        "2 validation errors detected: Value null at 'userPoolId' failed to satisfy constraint: \
         Member must not be null; Value null at 'logConfigurations' failed to satisfy constraint: \
         Member must not be null"
    );
}

#[test]
fn one_body_cannot_produce_an_unbounded_message() {
    let request = sign_up(|it| it["UserAttributes"] = Value::Array(vec![json!({}); 100_000]));
    assert!(refused::<SignUpRequest>(request).starts_with("1000 validation errors detected: "));
}
