"""boto3: refresh token rotation, AdminInitiateAuth, client secrets, token sessions."""

import re

import pytest

from expect import REVOKED_ACCESS, REVOKED_REFRESH, claims, no_client, refused
from pools import PASSWORD, secret_hash

ROTATING = {
    "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"],
    "RefreshTokenRotation": {"Feature": "ENABLED", "RetryGracePeriodSeconds": 0},
}


def test_a_rotated_token_works_once(idp, pool):
    pool.user()
    app = pool.app(**ROTATING)
    first = app.tokens()

    def refresh(token):
        return idp.get_tokens_from_refresh_token(RefreshToken=token, ClientId=app.id)["AuthenticationResult"]

    second = refresh(first["RefreshToken"])
    assert second["RefreshToken"] != first["RefreshToken"]
    assert claims(second["AccessToken"])["origin_jti"] == claims(first["AccessToken"])["origin_jti"]
    with refused("RefreshTokenReuseException"):
        refresh(first["RefreshToken"])
    third = refresh(second["RefreshToken"])
    idp.revoke_token(Token=third["RefreshToken"], ClientId=app.id)
    with refused(*REVOKED_REFRESH):
        refresh(third["RefreshToken"])


def test_the_token_stays_without_rotation(idp, pool, app):
    pool.user()
    token = app.tokens()["RefreshToken"]
    for _ in range(2):
        result = idp.get_tokens_from_refresh_token(RefreshToken=token, ClientId=app.id)["AuthenticationResult"]
        assert "RefreshToken" not in result
        assert claims(result["IdToken"])["cognito:username"] == "alice"


def test_an_administrator_signs_in_for_a_user(idp, pool):
    pool.user()
    app = pool.app(ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"])
    parameters = {"USERNAME": "alice", "PASSWORD": PASSWORD}
    for flow in ("ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"):
        answer = idp.admin_initiate_auth(
            UserPoolId=pool.id, ClientId=app.id, AuthFlow=flow, AuthParameters=parameters
        )
        assert answer["AuthenticationResult"]["RefreshToken"]
        with refused("InvalidParameterException", "Initiate Auth method not supported."):
            idp.initiate_auth(ClientId=app.id, AuthFlow=flow, AuthParameters=parameters)


def test_an_administrator_answers_for_a_user(idp, pool):
    pool.invited("bob", TemporaryPassword=PASSWORD)
    app = pool.app(ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"])
    asked = idp.admin_initiate_auth(
        UserPoolId=pool.id,
        ClientId=app.id,
        AuthFlow="ADMIN_USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": "bob", "PASSWORD": PASSWORD},
    )
    assert asked["ChallengeName"] == "NEW_PASSWORD_REQUIRED"
    answer = idp.admin_respond_to_auth_challenge(
        UserPoolId=pool.id,
        ClientId=app.id,
        ChallengeName="NEW_PASSWORD_REQUIRED",
        Session=asked["Session"],
        ChallengeResponses={"USERNAME": "bob", "NEW_PASSWORD": "Chosen-horse-9"},
    )
    assert answer["AuthenticationResult"]["IdToken"]


def test_a_secret_is_replaced_without_downtime(idp, pool):
    pool.user()
    app = pool.app(GenerateSecret=True)
    made = idp.add_user_pool_client_secret(UserPoolId=pool.id, ClientId=app.id)["ClientSecretDescriptor"]
    assert re.fullmatch(re.escape(app.id) + r"--\d+", made["ClientSecretId"])

    def sign_in(secret):
        proof = secret_hash(secret, "alice", app.id)
        parameters = {"USERNAME": "alice", "PASSWORD": PASSWORD, "SECRET_HASH": proof}
        return idp.initiate_auth(AuthFlow="USER_PASSWORD_AUTH", ClientId=app.id, AuthParameters=parameters)

    old, new = app.secret, made["ClientSecretValue"]
    assert sign_in(old) and sign_in(new)
    with refused("LimitExceededException"):
        idp.add_user_pool_client_secret(UserPoolId=pool.id, ClientId=app.id)
    listed = idp.list_user_pool_client_secrets(UserPoolId=pool.id, ClientId=app.id)["ClientSecrets"]
    [first] = [secret["ClientSecretId"] for secret in listed if secret["ClientSecretId"] != made["ClientSecretId"]]
    assert all("ClientSecretValue" not in secret for secret in listed)
    idp.delete_user_pool_client_secret(UserPoolId=pool.id, ClientId=app.id, ClientSecretId=first)
    with refused("NotAuthorizedException", f"Unable to verify secret hash for client {app.id}"):
        sign_in(old)
    assert sign_in(new)
    with refused("InvalidParameterException"):
        idp.delete_user_pool_client_secret(UserPoolId=pool.id, ClientId=app.id, ClientSecretId=made["ClientSecretId"])


def test_a_client_is_changed_and_deleted(idp, pool, app):
    pool.user()
    tokens = app.tokens()
    changed = idp.update_user_pool_client(
        UserPoolId=pool.id, ClientId=app.id, ClientName="other", ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"]
    )["UserPoolClient"]
    assert changed["ClientName"] == "other"
    with refused("InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client"):
        app.sign_in("alice")
    idp.delete_user_pool_client(UserPoolId=pool.id, ClientId=app.id)
    with refused(*no_client(app.id)):
        app.refresh(tokens["RefreshToken"])
    with refused(*no_client(app.id)):
        idp.get_user(AccessToken=tokens["AccessToken"])


@pytest.fixture
def tracked(idp, pool):
    idp.set_user_pool_session_configuration(
        UserPoolId=pool.id, UserSessionTracking="ENABLED", TokenSession={"MaxPerUser": 2}
    )
    pool.user()
    return pool


def test_the_oldest_session_is_ended_at_the_limit(idp, tracked, app):
    first, second, third = app.tokens(), app.tokens(), app.tokens()
    with refused(*REVOKED_ACCESS):
        idp.get_user(AccessToken=first["AccessToken"])
    with refused(*REVOKED_REFRESH):
        app.refresh(first["RefreshToken"])
    sessions = idp.list_user_sessions(AccessToken=third["AccessToken"])["Sessions"]
    assert len(sessions) == 2
    assert [session["IsCurrentSession"] for session in sessions].count(True) == 1
    for session in sessions:
        assert re.fullmatch(r"tkn[a-z0-9]{25}", session["SessionId"])
        assert (session["SessionType"], session["ClientId"]) == ("TOKEN", app.id)
    [other] = [session["SessionId"] for session in sessions if not session["IsCurrentSession"]]
    idp.revoke_user_session(AccessToken=third["AccessToken"], SessionId=other)
    with refused(*REVOKED_ACCESS):
        idp.get_user(AccessToken=second["AccessToken"])
    [left] = idp.admin_list_user_sessions(UserPoolId=tracked.id, Username="alice")["Sessions"]
    assert left["IsCurrentSession"] is False
    idp.admin_revoke_user_session(UserPoolId=tracked.id, Username="alice", SessionId=left["SessionId"])
    with refused(*REVOKED_REFRESH):
        app.refresh(third["RefreshToken"])


def test_session_settings(idp, pool):
    pool_id = pool.id
    untouched = idp.get_user_pool_session_configuration(UserPoolId=pool_id)
    assert (untouched["UserSessionTracking"], untouched["TokenSession"]) == ("DISABLED", {"MaxPerUser": 20})
