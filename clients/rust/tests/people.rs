//! What an application's users do: sign up, sign in with SRP and a password, refresh, sign out.

use std::collections::HashMap;

use aws_sdk_cognitoidentityprovider::Client;
use aws_sdk_cognitoidentityprovider::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_cognitoidentityprovider::operation::initiate_auth::InitiateAuthError;
use aws_sdk_cognitoidentityprovider::types::{
    AttributeType, AuthFlowType, AuthenticationResultType, ChallengeNameType,
    ExplicitAuthFlowsType, VerifiedAttributeType,
};
use cognito_srp::SrpClient;
use poolkeeper_rust_client::{PASSWORD, Server};

const EMAIL: &str = "alice@example.com";

/// A pool that verifies email addresses, and an app client that allows every sign-in flow.
async fn pool_and_client(idp: &Client) -> (String, String) {
    let pool = idp
        .create_user_pool()
        .pool_name("rust")
        .auto_verified_attributes(VerifiedAttributeType::Email);
    let pool_id = pool.send().await.unwrap().user_pool.unwrap().id.unwrap();
    let client = idp
        .create_user_pool_client()
        .user_pool_id(&pool_id)
        .client_name("rust")
        .explicit_auth_flows(ExplicitAuthFlowsType::AllowUserSrpAuth)
        .explicit_auth_flows(ExplicitAuthFlowsType::AllowUserPasswordAuth)
        .explicit_auth_flows(ExplicitAuthFlowsType::AllowRefreshTokenAuth);
    let client_id = client.send().await.unwrap().user_pool_client.unwrap().client_id.unwrap();
    (pool_id, client_id)
}

async fn sign_up(server: &Server, idp: &Client, client_id: &str, username: &str) {
    let email = AttributeType::builder().name("email").value(EMAIL).build().unwrap();
    let signing_up = idp
        .sign_up()
        .client_id(client_id)
        .username(username)
        .password(PASSWORD)
        .user_attributes(email);
    let signed_up = signing_up.send().await.unwrap();
    assert!(!signed_up.user_confirmed);
    let delivery = signed_up.code_delivery_details.unwrap();
    assert_eq!(delivery.destination.as_deref(), Some("a***@e***"));
    let code = server.last_code(username);
    idp.confirm_sign_up()
        .client_id(client_id)
        .username(username)
        .confirmation_code(code)
        .send()
        .await
        .unwrap();
}

async fn by_password(
    idp: &Client,
    client_id: &str,
    password: &str,
) -> Result<AuthenticationResultType, InitiateAuthError> {
    let signing_in = idp
        .initiate_auth()
        .client_id(client_id)
        .auth_flow(AuthFlowType::UserPasswordAuth)
        .auth_parameters("USERNAME", "alice")
        .auth_parameters("PASSWORD", password);
    let answer = signing_in.send().await.map_err(SdkError::into_service_error)?;
    Ok(answer.authentication_result.unwrap())
}

async fn by_srp(idp: &Client, pool_id: &str, client_id: &str) -> AuthenticationResultType {
    let srp = SrpClient::new("alice", PASSWORD, pool_id, client_id, None);
    let beginning = idp
        .initiate_auth()
        .client_id(client_id)
        .auth_flow(AuthFlowType::UserSrpAuth)
        .set_auth_parameters(Some(srp.get_auth_params().unwrap()));
    let challenge = beginning.send().await.unwrap();
    assert_eq!(challenge.challenge_name, Some(ChallengeNameType::PasswordVerifier));
    let responses: HashMap<String, String> =
        srp.process_challenge(challenge.challenge_parameters.unwrap()).unwrap();
    let answering = idp
        .respond_to_auth_challenge()
        .client_id(client_id)
        .challenge_name(ChallengeNameType::PasswordVerifier)
        .set_session(challenge.session)
        .set_challenge_responses(Some(responses));
    answering.send().await.unwrap().authentication_result.unwrap()
}

#[tokio::test]
async fn a_user_signs_up_signs_in_refreshes_and_signs_out() {
    let server = Server::start();
    let idp = server.client().await;
    let (pool_id, client_id) = pool_and_client(&idp).await;
    sign_up(&server, &idp, &client_id, "alice").await;
    for _ in 0..3 {
        by_srp(&idp, &pool_id, &client_id).await;
    }
    let tokens = by_srp(&idp, &pool_id, &client_id).await;
    assert_eq!((tokens.token_type.as_deref(), tokens.expires_in), (Some("Bearer"), 3_600));

    let refreshing = idp
        .initiate_auth()
        .client_id(&client_id)
        .auth_flow(AuthFlowType::RefreshTokenAuth)
        .auth_parameters("REFRESH_TOKEN", tokens.refresh_token.unwrap());
    let fresh = refreshing.send().await.unwrap().authentication_result.unwrap();
    let access_token = fresh.access_token.unwrap();
    let user = idp.get_user().access_token(&access_token).send().await.unwrap();
    assert_eq!(user.username, "alice");
    let attribute = |name: &str| {
        user.user_attributes.iter().find(|one| one.name == name).and_then(|one| one.value.clone())
    };
    assert_eq!(attribute("email").as_deref(), Some(EMAIL));
    assert_eq!(attribute("email_verified").as_deref(), Some("true"));

    idp.change_password()
        .access_token(&access_token)
        .previous_password(PASSWORD)
        .proposed_password("Another-horse-8")
        .send()
        .await
        .unwrap();
    by_password(&idp, &client_id, "Another-horse-8").await.unwrap();
    idp.global_sign_out().access_token(&access_token).send().await.unwrap();
    let refused =
        idp.get_user().access_token(&access_token).send().await.unwrap_err().into_service_error();
    assert!(refused.is_not_authorized_exception(), "{refused:?}");
    assert_eq!(refused.message(), Some("Access Token has been revoked"));
}

#[tokio::test]
async fn refusals_have_their_types() {
    let server = Server::start();
    let idp = server.client().await;
    let (_, client_id) = pool_and_client(&idp).await;
    let unknown = by_password(&idp, &client_id, PASSWORD).await.unwrap_err();
    assert!(matches!(&unknown, InitiateAuthError::UserNotFoundException(_)), "{unknown:?}");

    let email = AttributeType::builder().name("email").value(EMAIL).build().unwrap();
    let signing_up = idp
        .sign_up()
        .client_id(&client_id)
        .username("alice")
        .password(PASSWORD)
        .user_attributes(email);
    signing_up.clone().send().await.unwrap();
    let taken = signing_up.send().await.unwrap_err().into_service_error();
    assert!(taken.is_username_exists_exception(), "{taken:?}");
    let early = by_password(&idp, &client_id, PASSWORD).await.unwrap_err();
    assert!(matches!(&early, InitiateAuthError::UserNotConfirmedException(_)), "{early:?}");

    let confirming = idp.confirm_sign_up().client_id(&client_id).username("alice");
    let wrong = confirming
        .clone()
        .confirmation_code("000000")
        .send()
        .await
        .unwrap_err()
        .into_service_error();
    assert!(wrong.is_code_mismatch_exception(), "{wrong:?}");
    assert_eq!(wrong.message(), Some("Invalid verification code provided, please try again."));
    confirming.confirmation_code(server.last_code("alice")).send().await.unwrap();
    let weak = by_password(&idp, &client_id, "Wrong-horse-7").await.unwrap_err();
    let InitiateAuthError::NotAuthorizedException(weak) = weak else { panic!("{weak:?}") };
    assert_eq!(weak.message(), Some("Incorrect username or password."));
}
