use domain::code::Medium;
use domain::credential::AtRest;
use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestPool, TestServer, merged, redacted};

const INVALID: &str = "InvalidParameterException";

async fn create(pool: &TestPool, name: &str, settings: Value) -> Answer {
    pool.call("AdminCreateUser", merged(json!({ "Username": name }), settings)).await
}

fn contacts() -> Value {
    json!([
        { "Name": "email", "Value": "alice@example.com" },
        { "Name": "phone_number", "Value": "+15555551234" },
    ])
}

#[tokio::test]
async fn the_user_must_choose_a_password() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let made = create(&pool, "alice", json!({ "UserAttributes": contacts() })).await.ok();
    let expected = json!({
        "User": {
            "Username": "alice",
            "Attributes": [
                { "Name": "sub", "Value": "<uuid>" },
                { "Name": "email", "Value": "alice@example.com" },
                { "Name": "email_verified", "Value": "false" },
                { "Name": "phone_number", "Value": "+15555551234" },
                { "Name": "phone_number_verified", "Value": "false" },
            ],
            "UserCreateDate": 1_772_600_767.089,
            "UserLastModifiedDate": 1_772_600_767.089,
            "Enabled": true,
            "UserStatus": "FORCE_CHANGE_PASSWORD",
        },
    });
    assert_eq!(redacted(&made, &[]), expected);
    // By SMS unless requested otherwise.
    let sent = server.messages().await;
    assert_eq!(sent.len(), 1);
    assert_eq!(
        (sent[0].message.medium, sent[0].message.destination.as_str()),
        (Medium::Sms, "+15555551234")
    );
    let password = sent[0].message.code.clone().unwrap();
    assert_eq!(
        sent[0].message.body,
        format!("Your username is alice and temporary password is {password}. ")
    );
    let answer = pool.client().await.password("alice", &password).await.ok();
    assert_eq!(answer["ChallengeName"], "NEW_PASSWORD_REQUIRED");
}

#[tokio::test]
async fn the_invitation_goes_by_the_desired_medium() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let invite = |name: &'static str, mediums: Value| {
        let wanted = json!({ "UserAttributes": contacts(), "DesiredDeliveryMediums": mediums, "TemporaryPassword": PASSWORD });
        create(&pool, name, wanted)
    };
    invite("both", json!(["EMAIL", "SMS"])).await.ok();
    let mut destinations: Vec<_> =
        server.messages().await.iter().map(|sent| sent.message.destination.clone()).collect();
    destinations.sort();
    assert_eq!(destinations, ["+15555551234", "alice@example.com"]);
    invite("mail", json!(["EMAIL"])).await.ok();
    server.advance_seconds(1);
    assert_eq!(server.messages().await.len(), 3);
    create(&pool, "quiet", json!({ "UserAttributes": contacts(), "MessageAction": "SUPPRESS" }))
        .await
        .ok();
    create(&pool, "nowhere", json!({})).await.ok();
    assert_eq!(server.messages().await.len(), 3);
    let unreachable = "User has no attribute matching desired delivery mediums";
    create(&pool, "bob", json!({ "DesiredDeliveryMediums": ["EMAIL"] }))
        .await
        .refused(INVALID, unreachable);
    create(&pool, "bob", json!({})).await.ok();
    let text = "1 validation error detected: Value '[PIGEON]' at 'desiredDeliveryMediums' failed to satisfy constraint: \
                Member must satisfy constraint: [Member must satisfy enum value set: [SMS, EMAIL]]";
    invite("odd", json!(["PIGEON"])).await.refused(INVALID, text);
}

/// Nobody would get to know a generated password, so none is made.
#[tokio::test]
async fn a_user_who_is_told_no_password_has_none() {
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        let server = TestServer::builder().at_rest(at_rest).start();
        let pool = server.pool().await;
        let client = pool.client().await;
        let quiet = json!({ "UserAttributes": contacts(), "MessageAction": "SUPPRESS" });
        let (made, work) = server.work_of(create(&pool, "quiet", quiet)).await;
        assert_eq!(made.ok()["User"]["UserStatus"], "FORCE_CHANGE_PASSWORD");
        assert_eq!((work.argon2, work.powers), (0, 0));
        let (made, work) = server.work_of(create(&pool, "nowhere", json!({}))).await;
        assert_eq!(made.ok()["User"]["UserStatus"], "FORCE_CHANGE_PASSWORD");
        assert_eq!((work.argon2, work.powers), (0, 0));
        for name in ["quiet", "nowhere"] {
            let wrong = ("NotAuthorizedException", "Incorrect username or password.");
            client.password(name, PASSWORD).await.refused(wrong.0, wrong.1);
        }
        // Either way to a password is open.
        create(&pool, "quiet", json!({ "MessageAction": "RESEND" })).await.ok();
        let sent = server.messages().await;
        let password = sent.last().unwrap().message.code.clone().unwrap();
        let answer = client.password("quiet", &password).await.ok();
        assert_eq!(answer["ChallengeName"], "NEW_PASSWORD_REQUIRED");
        pool.set_password("nowhere", PASSWORD).await;
        client.tokens("nowhere").await;
        server.deep_doctor().await;
    }
}

/// The name is the address that the invitation goes to.
#[tokio::test]
async fn a_user_named_by_a_phone_number_is_invited_with_a_password() {
    for names in [json!(["phone_number"]), json!(["email", "phone_number"])] {
        let server = TestServer::start();
        let pool = server.pool_with(json!({ "UsernameAttributes": names })).await;
        create(&pool, "+15555551234", json!({})).await.ok();
        let sent = server.messages().await;
        let password = sent[0].message.code.clone().unwrap();
        let answer = pool.client().await.password("+15555551234", &password).await.ok();
        assert_eq!(answer["ChallengeName"], "NEW_PASSWORD_REQUIRED");
    }
}

#[tokio::test]
async fn a_temporary_password_must_meet_the_policy() {
    let pool = TestServer::start().pool().await;
    for (password, rule) in [
        ("Sh0rt-!", "Password not long enough"),
        ("lower-case-1", "Password must have uppercase characters"),
        ("UPPER-CASE-1", "Password must have lowercase characters"),
        ("No-Number", "Password must have numeric characters"),
        ("NoSymbol1", "Password must have symbol characters"),
    ] {
        let text = format!("Password did not conform with password policy: {rule}");
        let answer = create(&pool, "alice", json!({ "TemporaryPassword": password })).await;
        answer.refused("InvalidPasswordException", &text);
    }
    let spaced = "1 validation error detected: Value at 'temporaryPassword' failed to satisfy constraint: \
                  Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$";
    create(&pool, "alice", json!({ "TemporaryPassword": " Leading-1" }))
        .await
        .refused(INVALID, spaced);
    create(&pool, "alice", json!({ "TemporaryPassword": "Inner space-1" })).await.ok();
}

#[tokio::test]
async fn a_temporary_password_is_valid_for_its_configured_days() {
    let policy =
        json!({ "Policies": { "PasswordPolicy": { "TemporaryPasswordValidityDays": 2 } } });
    let pool = TestServer::start().pool_with(policy).await;
    let client = pool.client().await;
    pool.invited_user("alice", &[]).await;
    pool.server.advance_seconds(2 * 86_400);
    assert_eq!(
        client.password("alice", PASSWORD).await.ok()["ChallengeName"],
        "NEW_PASSWORD_REQUIRED"
    );
    pool.server.advance_seconds(1);
    let expired = "Temporary password has expired and must be reset by an administrator.";
    client.password("alice", PASSWORD).await.refused("NotAuthorizedException", expired);
    create(&pool, "alice", json!({ "MessageAction": "RESEND", "TemporaryPassword": PASSWORD }))
        .await
        .ok();
    assert_eq!(
        client.password("alice", PASSWORD).await.ok()["ChallengeName"],
        "NEW_PASSWORD_REQUIRED"
    );
}

#[tokio::test]
async fn an_invitation_is_resent_with_a_new_password() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let sub = pool.invited_user("alice", &[("phone_number", "+15555551234")]).await;
    server.advance_seconds(60);
    let again = create(&pool, "alice", json!({ "MessageAction": "RESEND" })).await.ok();
    let expected = json!({
        "User": {
            "Username": "alice",
            "Attributes": [
                { "Name": "sub", "Value": sub },
                { "Name": "phone_number", "Value": "+15555551234" },
                { "Name": "phone_number_verified", "Value": "false" },
            ],
            "UserCreateDate": 1_772_600_767.089,
            "UserLastModifiedDate": 1_772_600_827.089,
            "Enabled": true,
            "UserStatus": "FORCE_CHANGE_PASSWORD",
        },
    });
    assert_eq!(again, expected);
    let client = pool.client().await;
    client
        .password("alice", PASSWORD)
        .await
        .refused("NotAuthorizedException", "Incorrect username or password.");
    let sent = server.code_for("+15555551234").await;
    assert_eq!(
        client.password("alice", &sent).await.ok()["ChallengeName"],
        "NEW_PASSWORD_REQUIRED"
    );
}

#[tokio::test]
async fn only_an_invited_user_can_be_invited_again() {
    let pool = TestServer::start().pool().await;
    let resend = |name| create(&pool, name, json!({ "MessageAction": "RESEND" }));
    resend("alice").await.refused("UserNotFoundException", "User does not exist.");
    pool.confirmed_user("alice").await;
    let text = "Resend not possible. alice status is not FORCE_CHANGE_PASSWORD";
    resend("alice").await.refused("UnsupportedUserStateException", text);
}

#[tokio::test]
async fn a_name_can_be_taken_only_once() {
    let server = TestServer::start();
    let pool =
        server.pool_with(json!({ "UsernameConfiguration": { "CaseSensitive": false } })).await;
    create(&pool, "alice", json!({})).await.ok();
    for name in ["alice", "ALICE"] {
        create(&pool, name, json!({}))
            .await
            .refused("UsernameExistsException", "User account already exists");
    }
    create(&server.pool().await, "alice", json!({})).await.ok();
}

#[tokio::test]
async fn a_verified_alias_is_moved_only_by_force() {
    let pool = TestServer::start().pool_with(json!({ "AliasAttributes": ["email"] })).await;
    let verified = json!([
        { "Name": "email", "Value": "shared@example.com" },
        { "Name": "email_verified", "Value": "true" },
    ]);
    create(&pool, "alice", json!({ "UserAttributes": verified })).await.ok();
    let taken = "An account with the given email already exists.";
    let answer = create(&pool, "bob", json!({ "UserAttributes": verified })).await;
    answer.refused("AliasExistsException", taken);
    let unverified = json!([{ "Name": "email", "Value": "shared@example.com" }]);
    create(&pool, "carol", json!({ "UserAttributes": unverified })).await.ok();
    create(&pool, "bob", json!({ "UserAttributes": verified, "ForceAliasCreation": true }))
        .await
        .ok();
    assert_eq!(pool.user("shared@example.com").await["Username"], "bob");
    let like_email =
        "Username cannot be of email format, since user pool is configured for email alias.";
    create(&pool, "dave@example.com", json!({})).await.refused(INVALID, like_email);
    pool.server.deep_doctor().await;
}

#[tokio::test]
async fn an_email_pool_generates_the_username() {
    let pool = TestServer::start().pool_with(json!({ "UsernameAttributes": ["email"] })).await;
    let made = create(&pool, "alice@example.com", json!({})).await.ok();
    let user = &made["User"];
    assert_eq!(user["Username"], user["Attributes"][0]["Value"]);
    assert_eq!(user["Attributes"][1], json!({ "Name": "email", "Value": "alice@example.com" }));
    let again = create(&pool, "alice@example.com", json!({})).await;
    again.refused("UsernameExistsException", "An account with the given email already exists.");
    create(&pool, "alice", json!({})).await.refused(INVALID, "Username should be an email.");
    let contradiction =
        json!({ "UserAttributes": [{ "Name": "email", "Value": "eve@example.com" }] });
    assert_eq!(create(&pool, "bob@example.com", contradiction).await.kind(), INVALID);
    for (attributes, text) in [
        (json!(["phone_number"]), "Username should be a phone number."),
        (json!(["email", "phone_number"]), "Username should be either an email or a phone number."),
    ] {
        let pool = pool.server.pool_with(json!({ "UsernameAttributes": attributes })).await;
        create(&pool, "alice", json!({})).await.refused(INVALID, text);
        create(&pool, "+15555551234", json!({})).await.ok();
    }
}

/// Where a code may be the first factor, no user needs a password.
#[tokio::test]
async fn a_user_without_a_password_is_confirmed() {
    let factors =
        json!({ "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] } });
    let pool = TestServer::start().pool_with(json!({ "Policies": factors })).await;
    let made = create(&pool, "alice", json!({ "UserAttributes": contacts() })).await.ok();
    assert_eq!(made["User"]["UserStatus"], "CONFIRMED");
    let client = pool.client().await;
    for password in ["anything", PASSWORD] {
        client
            .password("alice", password)
            .await
            .refused("NotAuthorizedException", "Incorrect username or password.");
    }
    let with_password = create(&pool, "bob", json!({ "TemporaryPassword": PASSWORD })).await.ok();
    assert_eq!(with_password["User"]["UserStatus"], "FORCE_CHANGE_PASSWORD");
}

#[tokio::test]
async fn attributes_must_conform_to_the_schema() {
    let schema = json!([{ "Name": "tenant", "AttributeDataType": "String" }, { "Name": "email", "Required": true }]);
    let pool = TestServer::start().pool_with(json!({ "Schema": schema })).await;
    let with = |name: &str, value: Value| {
        create(
            &pool,
            "alice",
            json!({ "UserAttributes": [{ "Name": name, "Value": value }], "MessageAction": "SUPPRESS" }),
        )
    };
    for (name, value, text) in [
        ("email", json!("alice"), "Invalid email address format."),
        ("phone_number", json!("0555"), "Invalid phone number format."),
        ("sub", json!("me"), "Cannot modify the non-mutable attribute sub"),
        ("email_verified", json!("true"), "Email is required to verify/un-verify an email"),
        ("name", Value::Null, "Attribute value for name must not be null"),
        (
            "custom:none",
            json!("x"),
            "Attributes did not conform to the schema: Type for attribute {custom:none} could not be determined",
        ),
        (
            "birthdate",
            json!("1990-01-011"),
            "Attributes did not conform to the schema: birthdate: String attributes cannot have a length of more than 10",
        ),
    ] {
        with(name, value).await.refused(INVALID, text);
    }
    // A required attribute may be missing: the first sign-in asks for it.
    with("custom:tenant", json!("42")).await.ok();
}

#[tokio::test]
async fn an_unknown_pool_is_named() {
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "Username": "alice" });
    let answer = TestServer::start().call("AdminCreateUser", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

/// By default a user with only an email address is sent nothing. Every desired medium that reaches
/// the user is used.
#[tokio::test]
async fn one_of_the_desired_media_is_enough() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let email = json!([{ "Name": "email", "Value": "alice@example.com" }]);
    create(&pool, "quiet", json!({ "UserAttributes": email })).await.ok();
    assert!(server.messages().await.is_empty());
    let both = json!({ "UserAttributes": email, "DesiredDeliveryMediums": ["SMS", "EMAIL"] });
    create(&pool, "alice", both.clone()).await.ok();
    let sent = server.messages().await;
    assert_eq!(sent.len(), 1);
    let password = sent[0].message.code.clone().unwrap();
    assert_eq!(sent[0].message.destination, "alice@example.com");
    assert_eq!(sent[0].message.subject.as_deref(), Some("Your temporary password"));
    assert_eq!(
        pool.client().await.password("alice", &password).await.ok()["ChallengeName"],
        "NEW_PASSWORD_REQUIRED"
    );
    // A resend goes by the media desired at that time.
    server.advance_seconds(1);
    let again = json!({ "MessageAction": "RESEND", "DesiredDeliveryMediums": ["SMS"] });
    let unreachable = "User has no attribute matching desired delivery mediums";
    create(&pool, "alice", again).await.refused(INVALID, unreachable);
    pool.client().await.password("alice", &password).await.ok();
    create(&pool, "alice", merged(both, json!({ "MessageAction": "RESEND" }))).await.ok();
    assert_ne!(server.code_for("alice@example.com").await, password);
}

/// A password that nobody gets to know must not replace one that the administrator knows.
#[tokio::test]
async fn a_resend_that_reaches_nobody_changes_nothing() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    let unreachable = "User has no attribute matching desired delivery mediums";
    pool.invited_user("alice", &[]).await;
    pool.invited_user("bob", &[("email", "bob@example.com")]).await;
    for name in ["alice", "bob"] {
        let before = pool.user(name).await;
        server.advance_seconds(1);
        let again = json!({ "MessageAction": "RESEND" });
        create(&pool, name, again).await.refused(INVALID, unreachable);
        assert_eq!(pool.user(name).await, before);
        client.password(name, PASSWORD).await.ok();
    }
    // One that the administrator chooses is known.
    let chosen = "Second-Horse-2";
    let again = json!({ "MessageAction": "RESEND", "TemporaryPassword": chosen });
    create(&pool, "alice", again).await.ok();
    client.password("alice", chosen).await.ok();
    assert!(server.messages().await.is_empty());
    server.deep_doctor().await;
}

/// Data meant for triggers is accepted and not stored.
#[tokio::test]
async fn data_for_triggers_is_accepted() {
    let pool = TestServer::start().pool().await;
    let data = json!([{ "Name": "invitedBy", "Value": "bob" }]);
    let made =
        create(&pool, "alice", json!({ "ValidationData": data, "ClientMetadata": { "a": "b" } }))
            .await
            .ok();
    assert_eq!(made["User"]["Attributes"].as_array().unwrap().len(), 1, "{made}");
}

/// The older setting of the number of days applies too.
#[tokio::test]
async fn the_older_validity_setting_applies() {
    let policy = json!({ "AdminCreateUserConfig": { "UnusedAccountValidityDays": 1 } });
    let pool = TestServer::start().pool_with(policy).await;
    let client = pool.client().await;
    pool.invited_user("alice", &[]).await;
    pool.server.advance_seconds(86_400);
    let session = client.password("alice", PASSWORD).await.ok()["Session"].clone();
    assert!(session.is_string());
    pool.server.advance_seconds(1);
    let expired = "Temporary password has expired and must be reset by an administrator.";
    client.password("alice", PASSWORD).await.refused("NotAuthorizedException", expired);
}

/// RESEND checks the password history and adds to it. The operation does not declare
/// PasswordHistoryPolicyViolationException.
#[tokio::test]
async fn a_resent_password_must_be_new() {
    let policy = json!({ "Policies": { "PasswordPolicy": { "PasswordHistorySize": 2 } } });
    let pool = TestServer::start().pool_with(policy).await;
    pool.invited_user("alice", &[]).await;
    let resend = |password: &'static str| {
        create(&pool, "alice", json!({ "MessageAction": "RESEND", "TemporaryPassword": password }))
    };
    let used = ("InvalidPasswordException", "Password has previously been used.");
    resend(PASSWORD).await.refused(used.0, used.1);
    resend("Second-Horse-2").await.ok();
    pool.server.advance_seconds(1);
    for old in [PASSWORD, "Second-Horse-2"] {
        resend(old).await.refused(used.0, used.1);
    }
    resend("Third-Horse-3").await.ok();
    pool.server.advance_seconds(1);
    resend(PASSWORD).await.ok();
    assert_eq!(
        pool.client().await.password("alice", PASSWORD).await.ok()["ChallengeName"],
        "NEW_PASSWORD_REQUIRED"
    );
    pool.server.deep_doctor().await;
}

/// A user who loses an address to another by force keeps it, unverified, and can no longer sign in
/// with it.
#[tokio::test]
async fn an_alias_taken_by_force_is_unverified_for_its_former_holder() {
    let pool = TestServer::start()
        .pool_with(json!({ "AliasAttributes": ["email", "phone_number"] }))
        .await;
    let contacts = json!([
        { "Name": "email", "Value": "shared@example.com" },
        { "Name": "email_verified", "Value": "true" },
        { "Name": "phone_number", "Value": "+15555551234" },
        { "Name": "phone_number_verified", "Value": "true" },
    ]);
    create(&pool, "alice", json!({ "UserAttributes": contacts, "MessageAction": "SUPPRESS" }))
        .await
        .ok();
    let force = json!({ "UserAttributes": contacts, "MessageAction": "SUPPRESS", "ForceAliasCreation": true });
    create(&pool, "bob", force).await.ok();
    for name in ["shared@example.com", "+15555551234"] {
        assert_eq!(pool.user(name).await["Username"], "bob");
    }
    let attributes = pool.user("alice").await["UserAttributes"].clone();
    for flag in ["email_verified", "phone_number_verified"] {
        assert!(
            attributes.as_array().unwrap().contains(&json!({ "Name": flag, "Value": "false" })),
            "{attributes}"
        );
    }
    pool.server.deep_doctor().await;
}

/// A user who needs no password is welcomed without one.
#[tokio::test]
async fn a_user_without_a_password_is_welcomed() {
    let factors =
        json!({ "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] } });
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "Policies": factors })).await;
    let wanted = json!({ "UserAttributes": contacts(), "DesiredDeliveryMediums": ["EMAIL"] });
    create(&pool, "alice", wanted.clone()).await.ok();
    create(&pool, "bob", merged(wanted, json!({ "MessageAction": "SUPPRESS" }))).await.ok();
    let sent = server.messages().await;
    assert_eq!(sent.len(), 1);
    assert_eq!(
        (sent[0].message.body.as_str(), &sent[0].message.code),
        ("Your username is alice. ", &None)
    );
    let text = "Resend not possible. alice status is not FORCE_CHANGE_PASSWORD";
    create(&pool, "alice", json!({ "MessageAction": "RESEND" }))
        .await
        .refused("UnsupportedUserStateException", text);
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_trigger_that_cannot_run_creates_nobody() {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";
    for (trigger, extra) in
        [("PreSignUp", json!({})), ("CustomMessage", json!({ "UserAttributes": contacts() }))]
    {
        let pool = TestServer::start().pool_with(json!({ "LambdaConfig": { trigger: arn } })).await;
        let text =
            format!("{trigger} invocation failed due to error not supported by this server.");
        create(&pool, "alice", extra).await.refused("UnexpectedLambdaException", &text);
        let gone = pool.call("AdminGetUser", json!({ "Username": "alice" })).await;
        gone.refused("UserNotFoundException", "User does not exist.");
    }
}
