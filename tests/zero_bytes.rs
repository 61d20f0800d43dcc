//! PostgreSQL texts cannot hold a zero byte: whatever a request contains, none may reach a key. The
//! embedded engine accepts them, so these tests can fail only when they are run on PostgreSQL.

use pools::Asker;
use pools::user_pools::well_known::{self, NoDocument};
use serde_json::{Value, json};
use testkit::{
    PASSWORD, REGION, SrpClient, TestClient, TestPool, TestServer, Tokens, forge, merged, unsigned,
};
use wire::Service;

const SETTINGS: &str = r#"{ "AliasAttributes": ["email", "phone_number", "preferred_username"],
    "AutoVerifiedAttributes": ["email"], "UsernameConfiguration": { "CaseSensitive": false } }"#;

struct Scene {
    server: TestServer,
    pool: TestPool,
    client: TestClient,
    tokens: Tokens,
}

async fn scene() -> Scene {
    let server = TestServer::start();
    let pool = server.pool_with(serde_json::from_str(SETTINGS).unwrap()).await;
    let flows = [
        "ALLOW_USER_PASSWORD_AUTH",
        "ALLOW_USER_SRP_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH",
        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
    ];
    let client = pool.client_with(json!({ "ExplicitAuthFlows": flows })).await;
    pool.confirmed_user_with(
        "alice",
        &[("email", "alice@example.com"), ("email_verified", "true")],
    )
    .await;
    pool.confirmed_user("bob").await;
    pool.invited_user("carol", &[]).await;
    client.sign_up("dora", &[("email", "dora@example.com")]).await.ok();
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    let tokens = client.tokens("alice").await;
    Scene { server, pool, client, tokens }
}

impl Scene {
    /// A valid request of every operation.
    async fn requests(&self) -> Vec<(&'static str, Value)> {
        let mut requests = self.bearer_requests();
        requests.extend(self.client_requests().await);
        requests.extend(self.client_and_group_requests().await);
        requests.extend(self.pool_requests());
        let rotten = forge(
            &json!({ "alg": "RS256", "kid": "\0" }),
            &json!({ "iss": "http://a/eu-west-1_\0" }),
            unsigned,
        );
        requests.push(("GetUser", json!({ "AccessToken": rotten })));
        let change =
            json!({ "PreviousPassword": PASSWORD, "ProposedPassword": "Chosen-Password-1" });
        requests
            .push(("ChangePassword", merged(json!({ "AccessToken": self.tokens.access }), change)));
        let id = "tkn0123456789012345678901234";
        requests.push((
            "RevokeUserSession",
            json!({ "AccessToken": self.tokens.access, "SessionId": id }),
        ));
        for operation in ["ListUserSessions", "GetUser", "GlobalSignOut", "DeleteUser"] {
            requests.push((operation, json!({ "AccessToken": self.tokens.access })));
        }
        requests.push(("CreateUserPool", json!({ "PoolName": "a" })));
        let (pools, clients) = self.page_tokens().await;
        requests.push(("ListUserPools", json!({ "MaxResults": 1, "NextToken": pools })));
        let page = json!({ "UserPoolId": self.pool.id, "NextToken": clients });
        requests.push(("ListUserPoolClients", page));
        requests.push(("DeleteUserPool", json!({ "UserPoolId": self.pool.id })));
        requests
    }

    /// Tokens of ListUserPools and ListUserPoolClients.
    async fn page_tokens(&self) -> (Value, Value) {
        self.server.pool().await;
        self.pool.client().await;
        let page = json!({ "MaxResults": 1 });
        let pools = self.server.call("ListUserPools", page.clone()).await.ok();
        let clients = self.pool.call("ListUserPoolClients", page).await.ok();
        (pools["NextToken"].clone(), clients["NextToken"].clone())
    }

    async fn client_requests(&self) -> Vec<(&'static str, Value)> {
        let srp = SrpClient::new([9; 32]);
        let begun = self.client.srp_begin(&srp, "bob").await.ok();
        let verifier = self.client.srp_responses(&srp, &begun, PASSWORD);
        let session = self.client.password("carol", PASSWORD).await.ok()["Session"].clone();
        let new_password = json!({ "USERNAME": "carol", "NEW_PASSWORD": "Chosen-Password-1", "userAttributes.name": "Carol" });
        let by_password = json!({ "USERNAME": "alice", "PASSWORD": PASSWORD, "SECRET_HASH": "a", "DEVICE_KEY": "a" });
        let by_email = json!({ "USERNAME": "alice@example.com", "PASSWORD": PASSWORD });
        let by_phone = json!({ "USERNAME": "+15555550100", "PASSWORD": PASSWORD });
        let by_srp = json!({ "USERNAME": "bob", "SRP_A": srp.public_hex() });
        let refresh = json!({ "REFRESH_TOKEN": self.tokens.refresh, "DEVICE_KEY": "a" });
        let admin_flow = json!({ "AuthFlow": "ADMIN_NO_SRP_AUTH", "AuthParameters": by_password, "ContextData": Self::context() });
        let flow = |flow: &str, parameters: Value| json!({ "AuthFlow": flow, "AuthParameters": parameters });
        let answer = |name: &str, session: &Value, responses: Value| {
            merged(
                json!({ "ChallengeName": name, "ChallengeResponses": responses }),
                json!({ "Session": session }),
            )
        };
        let with_pool = |body: Value| merged(json!({ "UserPoolId": self.pool.id }), body);
        let attributes = json!([
            { "Name": "email", "Value": "eve@example.com" },
            { "Name": "phone_number", "Value": "+15555550101" },
            { "Name": "name", "Value": "Eve" },
        ]);
        let sign_up =
            json!({ "Username": "eve", "Password": PASSWORD, "UserAttributes": attributes });
        let requests = vec![
            ("InitiateAuth", flow("USER_PASSWORD_AUTH", by_password)),
            ("InitiateAuth", flow("USER_PASSWORD_AUTH", by_email)),
            ("InitiateAuth", flow("USER_PASSWORD_AUTH", by_phone)),
            ("InitiateAuth", flow("USER_SRP_AUTH", by_srp)),
            ("InitiateAuth", flow("REFRESH_TOKEN_AUTH", refresh)),
            ("AdminInitiateAuth", with_pool(admin_flow)),
            (
                "AdminRespondToAuthChallenge",
                with_pool(answer("PASSWORD_VERIFIER", &Value::Null, verifier.clone())),
            ),
            (
                "AdminRespondToAuthChallenge",
                with_pool(answer("NEW_PASSWORD_REQUIRED", &session, new_password.clone())),
            ),
            (
                "GetTokensFromRefreshToken",
                json!({ "RefreshToken": self.tokens.refresh, "DeviceKey": "eu-west-1_0b6f2b1e", "ClientMetadata": { "a": "b" } }),
            ),
            ("RespondToAuthChallenge", answer("PASSWORD_VERIFIER", &Value::Null, verifier)),
            ("RespondToAuthChallenge", answer("NEW_PASSWORD_REQUIRED", &session, new_password)),
            ("ConfirmSignUp", json!({ "Username": "dora", "ConfirmationCode": "123456" })),
            ("ResendConfirmationCode", json!({ "Username": "dora" })),
            ("ForgotPassword", json!({ "Username": "alice", "SecretHash": "a" })),
            ("ForgotPassword", json!({ "Username": "nobody" })),
            (
                "ConfirmForgotPassword",
                json!({ "Username": "alice", "ConfirmationCode": "123456", "Password": PASSWORD }),
            ),
            (
                "RevokeToken",
                json!({ "Token": self.tokens.refresh, "ClientSecret": "a".repeat(24) }),
            ),
            ("SignUp", sign_up),
        ];
        let with_client = |body: Value| merged(json!({ "ClientId": self.client.id }), body);
        requests.into_iter().map(|(operation, body)| (operation, with_client(body))).collect()
    }

    /// Requests on attributes come first: others end the token.
    fn bearer_requests(&self) -> Vec<(&'static str, Value)> {
        let attributes = json!([
            { "Name": "phone_number", "Value": "+15555550102" },
            { "Name": "preferred_username", "Value": "Ally" },
            { "Name": "name", "Value": "Alice" },
        ]);
        let requests = vec![
            (
                "UpdateUserAttributes",
                json!({ "UserAttributes": attributes, "ClientMetadata": { "a": "b" } }),
            ),
            ("GetUserAttributeVerificationCode", json!({ "AttributeName": "email" })),
            ("VerifyUserAttribute", json!({ "AttributeName": "email", "Code": "000000" })),
            (
                "DeleteUserAttributes",
                json!({ "UserAttributeNames": ["locale", "preferred_username"] }),
            ),
        ];
        let with_token = |body: Value| merged(json!({ "AccessToken": self.tokens.access }), body);
        requests.into_iter().map(|(operation, body)| (operation, with_token(body))).collect()
    }

    fn context() -> Value {
        let headers = json!([{ "headerName": "accept", "headerValue": "*/*" }]);
        json!({ "IpAddress": "192.0.2.1", "ServerName": "a", "ServerPath": "/", "HttpHeaders": headers, "EncodedData": "a" })
    }

    /// Requests that change clients and groups, or list groups.
    async fn client_and_group_requests(&self) -> Vec<(&'static str, Value)> {
        let client = self.pool.client_with(json!({ "GenerateSecret": true })).await;
        let listed = self
            .pool
            .call("ListUserPoolClientSecrets", json!({ "ClientId": client.id }))
            .await
            .ok();
        let of_client = || json!({ "ClientId": client.id });
        let secret_id = json!({ "ClientSecretId": listed["ClientSecrets"][0]["ClientSecretId"] });
        let crew = || json!({ "GroupName": "crew" });
        let update = json!({ "ClientName": "b", "CallbackURLs": ["https://app.example"], "ReadAttributes": ["name"] });
        let requests = vec![
            (
                "AddUserPoolClientSecret",
                merged(of_client(), json!({ "ClientSecret": "a".repeat(24) })),
            ),
            ("ListUserPoolClientSecrets", of_client()),
            ("DeleteUserPoolClientSecret", merged(of_client(), secret_id)),
            ("UpdateUserPoolClient", merged(of_client(), update)),
            ("DeleteUserPoolClient", of_client()),
            ("GetGroup", crew()),
            ("UpdateGroup", merged(crew(), json!({ "Description": "All hands" }))),
            ("ListGroups", json!({})),
            ("ListUsersInGroup", crew()),
            ("AdminListGroupsForUser", json!({ "Username": "alice" })),
        ];
        let with_pool = |body: Value| merged(json!({ "UserPoolId": self.pool.id }), body);
        requests.into_iter().map(|(operation, body)| (operation, with_pool(body))).collect()
    }

    fn pool_requests(&self) -> Vec<(&'static str, Value)> {
        let alice = || json!({ "Username": "alice" });
        let crew = || json!({ "Username": "alice", "GroupName": "crew" });
        let attributes = json!([{ "Name": "email", "Value": "fay@example.com" }, { "Name": "preferred_username", "Value": "Fay" }]);
        let create =
            json!({ "Username": "fay", "MessageAction": "SUPPRESS", "UserAttributes": attributes });
        let create =
            merged(create, json!({ "ValidationData": attributes, "ClientMetadata": { "a": "a" } }));
        let session = json!({ "SessionId": "tkn0123456789012345678901234" });
        let sso = json!({ "SSOSession": { "MaxValidityMinutes": 1 } });
        let tracking =
            json!({ "UserSessionTracking": "ENABLED", "TokenSession": { "MaxPerUser": 1 } });
        let mut requests = vec![
            ("AdminListUserSessions", alice()),
            ("AdminRevokeUserSession", merged(alice(), session)),
            ("AdminGetUser", alice()),
            ("AdminGetUser", json!({ "Username": "alice@example.com" })),
            ("AdminCreateUser", create),
            ("AdminSetUserPassword", merged(alice(), json!({ "Password": PASSWORD }))),
            ("AdminUpdateUserAttributes", merged(alice(), json!({ "UserAttributes": attributes }))),
            (
                "AdminDeleteUserAttributes",
                merged(alice(), json!({ "UserAttributeNames": ["preferred_username"] })),
            ),
            ("AdminDisableUser", alice()),
            ("AdminEnableUser", alice()),
            ("AdminAddUserToGroup", crew()),
            ("AdminRemoveUserFromGroup", crew()),
            ("AdminConfirmSignUp", json!({ "Username": "bob", "ClientMetadata": { "a": "a" } })),
            ("AdminResetUserPassword", alice()),
            ("AdminUserGlobalSignOut", alice()),
            ("AdminDeleteUser", alice()),
            ("CreateGroup", json!({ "GroupName": "band", "Description": "A band" })),
            ("DeleteGroup", json!({ "GroupName": "crew" })),
            ("CreateUserPoolClient", json!({ "ClientName": "a", "ReadAttributes": ["name"] })),
            ("DescribeUserPool", json!({})),
            ("DescribeUserPoolClient", json!({ "ClientId": self.client.id })),
            ("ListUsers", json!({ "AttributesToGet": ["name"] })),
            ("ListUsers", json!({ "Filter": "name = \"a\"" })),
            ("ListUsers", json!({ "Filter": "username ^= \"a\"" })),
            ("ListUsers", json!({ "Filter": "username = \"a\"" })),
            ("ListUsers", json!({ "Filter": "sub = \"a\"" })),
            ("ListUsers", json!({ "Filter": "sub ^= \"a\"" })),
            ("GetUserPoolSessionConfiguration", json!({})),
            ("GetUserPoolClientSessionConfiguration", json!({ "ClientId": self.client.id })),
            (
                "SetUserPoolClientSessionConfiguration",
                merged(json!({ "ClientId": self.client.id }), sso),
            ),
            ("SetUserPoolSessionConfiguration", tracking),
        ];
        requests.extend(self.settings_requests());
        let with_pool = |body: Value| merged(json!({ "UserPoolId": self.pool.id }), body);
        requests.into_iter().map(|(operation, body)| (operation, with_pool(body))).collect()
    }

    fn settings_requests(&self) -> Vec<(&'static str, Value)> {
        let arn = format!("arn:aws:cognito-idp:{REGION}:111122223333:userpool/{}", self.pool.id);
        let sms =
            json!({ "SnsCallerArn": "arn:aws:iam::111122223333:role/sms", "ExternalId": "a" });
        let update = json!({ "PoolName": "a", "AutoVerifiedAttributes": ["email"], "SmsConfiguration": sms, "UserPoolTags": { "a": "b" }, "EmailConfiguration": { "From": "a" } });
        let mfa = json!({ "MfaConfiguration": "OPTIONAL", "SmsMfaConfiguration": { "SmsConfiguration": sms }, "WebAuthnConfiguration": { "RelyingPartyId": "a" } });
        let numbers = json!({ "MinValue": "1" });
        let attribute = json!({ "Name": "a", "AttributeDataType": "Number", "NumberAttributeConstraints": numbers });
        vec![
            ("UpdateUserPool", update),
            ("AddCustomAttributes", json!({ "CustomAttributes": [attribute] })),
            ("SetUserPoolMfaConfig", mfa),
            ("GetUserPoolMfaConfig", json!({})),
            ("TagResource", json!({ "ResourceArn": arn, "Tags": { "a": "c" } })),
            ("UntagResource", json!({ "ResourceArn": arn, "TagKeys": ["a"] })),
            ("ListTagsForResource", json!({ "ResourceArn": arn })),
        ]
    }

    /// Sends a request with a zero byte in each of its texts in turn, and requires that none causes
    /// a fault.
    async fn require_no_fault(&self, operation: &str, body: &Value) {
        for pointer in texts(body, "") {
            let text = body.pointer(&pointer).and_then(Value::as_str).unwrap();
            // In a filter, also within its value.
            let within = if text.contains("\"a\"") {
                text.replace("\"a\"", "\"\0a\0\"")
            } else {
                "\0".to_owned()
            };
            for zeroed in ["\0".to_owned(), format!("\0{text}"), format!("{text}\0"), within] {
                let mut body = body.clone();
                *body.pointer_mut(&pointer).unwrap() = json!(zeroed);
                let answer = self.server.call(operation, body).await;
                let is_fault = answer.result.as_ref().is_err_and(|refusal| refusal.status >= 500);
                assert!(!is_fault, "{operation} {pointer} {zeroed:?}: {answer:?}");
            }
        }
    }
}

/// The JSON pointers of all texts in a value.
fn texts(value: &Value, at: &str) -> Vec<String> {
    match value {
        Value::String(_) => vec![at.to_owned()],
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(place, item)| texts(item, &format!("{at}/{place}")))
            .collect(),
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, member)| texts(member, &format!("{at}/{name}")))
            .collect(),
        _ => Vec::new(),
    }
}

#[tokio::test]
async fn no_zero_byte_causes_a_fault() {
    let scene = scene().await;
    let requests = scene.requests().await;
    for operation in wire::operations(Service::Idp) {
        let is_built = scene.server.call(operation.name, json!({})).await.kind()
            != "UnsupportedOperationException";
        assert!(
            !is_built || requests.iter().any(|(name, _)| *name == operation.name),
            "{} is to be walked",
            operation.name
        );
    }
    for (operation, body) in &requests {
        scene.require_no_fault(operation, body).await;
    }
    for pool_id in ["\0", "eu-west-1_\0", "eu-west-1_a\0"] {
        let server = scene.server.inner();
        assert_eq!(
            well_known::jwks(server, pool_id, || Asker::Client(None), || Some(())).await,
            Err(NoDocument::UnknownPool)
        );
        assert_eq!(
            well_known::discovery(server, pool_id, || Asker::Client(None), || Some(())).await,
            Err(NoDocument::UnknownPool)
        );
    }
    // Without zero bytes all of them pass the checks of their shape.
    for (operation, body) in requests {
        let answer = scene.server.call(operation, body).await;
        assert!(
            !["InvalidParameterException", "ResourceNotFoundException"].contains(&answer.kind()),
            "{answer:?}"
        );
    }
    pools::jobs::run_once(scene.server.inner()).await.unwrap();
}

/// The preferred username takes any text; its key is then a hash.
#[tokio::test]
async fn only_the_preferred_username_may_hold_zero_bytes() {
    let Scene { server, pool, client, .. } = scene().await;
    for name in ["\0", "eve\0"] {
        let body = json!({ "Username": name, "MessageAction": "SUPPRESS" });
        pool.call("AdminCreateUser", body).await.refusal();
        assert_eq!(client.sign_up(name, &[]).await.kind(), "InvalidParameterException");
    }
    for (attribute, value) in [("email", "eve\0@example.com"), ("phone_number", "+1555\0")] {
        assert_eq!(
            client.sign_up("eve", &[(attribute, value)]).await.kind(),
            "InvalidParameterException"
        );
    }
    pool.confirmed_user_with("eve", &[("preferred_username", "Eve\0"), ("name", "\0")]).await;
    Tokens::of(&client.password("eve\0", PASSWORD).await.ok());
    client.password("eve\0\0", PASSWORD).await.refusal();
    server.deep_doctor().await;
}
