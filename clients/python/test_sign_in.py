"""boto3: InitiateAuth USER_PASSWORD_AUTH and RespondToAuthChallenge NEW_PASSWORD_REQUIRED."""

import json

import pytest

from expect import NO_USER, UUID, WRONG_CREDENTIALS, claims, header, no_client, refused
from pools import PASSWORD, Pool, as_dict

TEMPORARY = "Temporary-1"
SPENT = "Invalid session for the user, session can only be used once."


def test_the_answer_and_both_tokens(server, pool, app):
    user = as_dict(pool.user(attributes={"email": "alice@example.com", "email_verified": "true"})["Attributes"])
    answer = app.sign_in("alice")
    assert answer["ChallengeParameters"] == {}
    assert "ChallengeName" not in answer
    assert "Session" not in answer
    tokens = answer["AuthenticationResult"]
    assert set(tokens) == {"AccessToken", "ExpiresIn", "TokenType", "RefreshToken", "IdToken"}
    assert (tokens["ExpiresIn"], tokens["TokenType"]) == (3600, "Bearer")

    identity, access = claims(tokens["IdToken"]), claims(tokens["AccessToken"])
    for token in (identity, access):
        assert token["sub"] == user["sub"]
        assert token["iss"] == f"{server.url}/{pool.id}"
        assert token["exp"] - token["auth_time"] in (3600, 3601)
        for name in ("jti", "origin_jti", "event_id"):
            assert UUID.fullmatch(token[name]), name
    assert identity["origin_jti"] == access["origin_jti"]
    assert identity["event_id"] == access["event_id"]
    assert identity["jti"] != access["jti"]

    assert (identity["token_use"], identity["aud"]) == ("id", app.id)
    assert (identity["cognito:username"], identity["email"]) == ("alice", "alice@example.com")
    assert identity["email_verified"] is True
    for absent in ("client_id", "scope", "username", "version", "cognito:groups", "cognito:roles", "at_hash"):
        assert absent not in identity

    assert (access["token_use"], access["client_id"]) == ("access", app.id)
    assert (access["username"], access["scope"]) == ("alice", "aws.cognito.signin.user.admin")
    for absent in ("aud", "email", "cognito:username", "version", "cognito:groups"):
        assert absent not in access

    kids = {name: header(tokens[name]) for name in ("IdToken", "AccessToken")}
    for one in kids.values():
        assert set(one) == {"kid", "alg"}
        assert one["alg"] == "RS256"
        assert len(one["kid"]) == 44
    assert kids["IdToken"]["kid"] != kids["AccessToken"]["kid"]
    assert [bool(part) for part in tokens["RefreshToken"].split(".")] == [True] * 5
    assert tokens["RefreshToken"].startswith("eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ.")


def test_get_user_shows_only_what_the_client_may_read(idp, pool):
    pool.user(attributes={"email": "alice@example.com", "nickname": "al"})
    everything = idp.get_user(AccessToken=pool.app().tokens()["AccessToken"])
    assert everything["Username"] == "alice"
    shown = as_dict(everything["UserAttributes"])
    assert (shown["email"], shown["nickname"]) == ("alice@example.com", "al")
    assert UUID.fullmatch(shown["sub"])
    little = idp.get_user(AccessToken=pool.app(ReadAttributes=["nickname"]).tokens()["AccessToken"])
    assert set(as_dict(little["UserAttributes"])) == {"sub", "nickname"}


def test_wrong_names_and_passwords_are_refused(pool, app):
    pool.user()
    with refused(*WRONG_CREDENTIALS):
        app.sign_in("alice", "Wrong-horse-7")
    with refused(*NO_USER):
        app.sign_in("nobody")
    app.id = "nosuchclient"
    with refused(*no_client("nosuchclient")):
        app.sign_in("alice")


def test_a_flow_must_be_allowed(idp, pool):
    pool.user()
    refresh_only = pool.app(ExplicitAuthFlows=["ALLOW_REFRESH_TOKEN_AUTH"])
    with refused("InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client"):
        refresh_only.sign_in("alice")
    with refused("InvalidParameterException", "USER_SRP_AUTH is not enabled for the client."):
        idp.initiate_auth(
            AuthFlow="USER_SRP_AUTH", ClientId=refresh_only.id, AuthParameters={"USERNAME": "alice", "SRP_A": "2"}
        )
    with refused("InvalidParameterException", "CUSTOM_AUTH is not enabled for the client."):
        idp.initiate_auth(AuthFlow="CUSTOM_AUTH", ClientId=refresh_only.id, AuthParameters={"USERNAME": "alice"})
    with refused("InvalidParameterException", "Initiate Auth method not supported."):
        idp.initiate_auth(
            AuthFlow="ADMIN_USER_PASSWORD_AUTH",
            ClientId=refresh_only.id,
            AuthParameters={"USERNAME": "alice", "PASSWORD": PASSWORD},
        )


@pytest.mark.parametrize(
    ("flow", "given", "missing"),
    [
        ("USER_PASSWORD_AUTH", {}, "USERNAME"),
        ("USER_PASSWORD_AUTH", {"USERNAME": "alice"}, "PASSWORD"),
        ("USER_PASSWORD_AUTH", {"USERNAME": "alice", "PASSWORD": ""}, "PASSWORD"),
        ("USER_SRP_AUTH", {"USERNAME": "alice"}, "SRP_A"),
        ("REFRESH_TOKEN_AUTH", {}, "REFRESH_TOKEN"),
    ],
)
def test_missing_parameters_are_named(idp, app, flow, given, missing):
    with refused("InvalidParameterException", f"Missing required parameter {missing}"):
        idp.initiate_auth(AuthFlow=flow, ClientId=app.id, AuthParameters=given)


def test_an_unknown_flow_is_refused(unchecked, app):
    with refused("InvalidParameterException") as caught:
        unchecked.initiate_auth(AuthFlow="TELEPATHY", ClientId=app.id)
    assert caught.value.response["Error"]["Message"].startswith(
        "1 validation error detected: Value 'TELEPATHY' at 'authFlow' failed to satisfy constraint: "
        "Member must satisfy enum value set: ["
    )


def test_a_temporary_password_must_be_replaced(pool, app):
    pool.invited(attributes={"email": "alice@example.com"}, TemporaryPassword=TEMPORARY)
    challenge = app.sign_in("alice", TEMPORARY)
    assert challenge["ChallengeName"] == "NEW_PASSWORD_REQUIRED"
    assert challenge["ChallengeParameters"]["USER_ID_FOR_SRP"] == "alice"
    assert json.loads(challenge["ChallengeParameters"]["requiredAttributes"]) == []
    shown = {"email": "alice@example.com", "email_verified": "false"}
    assert json.loads(challenge["ChallengeParameters"]["userAttributes"]) == shown
    session = challenge["Session"]
    assert 20 <= len(session) <= 4096
    assert session.startswith("AYABe")

    with refused("InvalidPasswordException", "Password does not conform to policy: Password not long enough"):
        app.answer("NEW_PASSWORD_REQUIRED", session, "alice", NEW_PASSWORD="Sh0rt!")
    with refused("InvalidParameterException", "Missing required parameter NEW_PASSWORD"):
        app.answer("NEW_PASSWORD_REQUIRED", session, "alice")
    done = app.answer("NEW_PASSWORD_REQUIRED", session, "alice", NEW_PASSWORD=PASSWORD)
    assert claims(done["AuthenticationResult"]["IdToken"])["cognito:username"] == "alice"
    assert pool.describe()["UserStatus"] == "CONFIRMED"
    app.sign_in("alice")
    with refused(*WRONG_CREDENTIALS):
        app.sign_in("alice", TEMPORARY)


def test_a_session_can_be_answered_once(pool, app):
    pool.invited(TemporaryPassword=TEMPORARY)
    session = app.sign_in("alice", TEMPORARY)["Session"]
    app.answer("NEW_PASSWORD_REQUIRED", session, "alice", NEW_PASSWORD=PASSWORD)
    with refused("NotAuthorizedException") as caught:
        app.answer("NEW_PASSWORD_REQUIRED", session, "alice", NEW_PASSWORD="Another-horse-8")
    assert caught.value.response["Error"]["Message"] == SPENT
    app.sign_in("alice")


def test_a_session_is_bound_to_user_client_and_challenge(pool, app):
    pool.invited(TemporaryPassword=TEMPORARY)
    pool.invited("bob", TemporaryPassword=TEMPORARY)
    session = app.sign_in("alice", TEMPORARY)["Session"]
    other = pool.app()
    for attempt in (
        lambda: app.answer("NEW_PASSWORD_REQUIRED", session, "bob", NEW_PASSWORD=PASSWORD),
        lambda: other.answer("NEW_PASSWORD_REQUIRED", session, "alice", NEW_PASSWORD=PASSWORD),
        lambda: app.answer("NEW_PASSWORD_REQUIRED", "AYABe" + "x" * 900, "alice", NEW_PASSWORD=PASSWORD),
        lambda: app.answer("NEW_PASSWORD_REQUIRED", session[:-8] + "AAAAAAAA", "alice", NEW_PASSWORD=PASSWORD),
    ):
        with refused("NotAuthorizedException", "Invalid session for the user."):
            attempt()
    app.answer("NEW_PASSWORD_REQUIRED", session, "alice", NEW_PASSWORD=PASSWORD)


def test_a_session_ends_when_the_password_changes(idp, pool, app):
    pool.invited(TemporaryPassword=TEMPORARY)
    session = app.sign_in("alice", TEMPORARY)["Session"]
    idp.admin_set_user_password(UserPoolId=pool.id, Username="alice", Password="Temporary-2")
    with refused("NotAuthorizedException", "Invalid session for the user."):
        app.answer("NEW_PASSWORD_REQUIRED", session, "alice", NEW_PASSWORD=PASSWORD)


def test_required_attributes_are_sent_with_the_new_password(idp):
    pool = Pool.create(idp, Schema=[{"Name": "email", "AttributeDataType": "String", "Required": True}])
    app = pool.app()
    pool.invited(TemporaryPassword=TEMPORARY)
    challenge = app.sign_in("alice", TEMPORARY)
    assert json.loads(challenge["ChallengeParameters"]["requiredAttributes"]) == ["userAttributes.email"]
    new_password = {"NEW_PASSWORD": PASSWORD}
    with refused("InvalidParameterException", "Invalid attributes given, email is missing"):
        app.answer("NEW_PASSWORD_REQUIRED", challenge["Session"], "alice", **new_password)
    with refused("InvalidParameterException", "Cannot modify the non-mutable attribute email_verified"):
        app.answer(
            "NEW_PASSWORD_REQUIRED",
            challenge["Session"],
            "alice",
            **new_password,
            **{"userAttributes.email": "alice@example.com", "userAttributes.email_verified": "true"},
        )
    done = app.answer(
        "NEW_PASSWORD_REQUIRED",
        challenge["Session"],
        "alice",
        **new_password,
        **{"userAttributes.email": "alice@example.com"},
    )
    assert claims(done["AuthenticationResult"]["IdToken"])["email"] == "alice@example.com"
