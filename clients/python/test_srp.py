"""boto3: USER_SRP_AUTH and PASSWORD_VERIFIER."""

import base64

import pytest

from expect import WRONG_CREDENTIALS, claims, refused
from pools import PASSWORD, Pool
from srp import Exchange


def test_a_sign_in_in_two_steps(pool, app):
    pool.user()
    exchange = Exchange(app)
    assert exchange.challenge["ChallengeName"] == "PASSWORD_VERIFIER"
    parameters = exchange.parameters
    assert set(parameters) == {"SALT", "SRP_B", "SECRET_BLOCK", "USERNAME", "USER_ID_FOR_SRP"}
    assert parameters["USERNAME"] == parameters["USER_ID_FOR_SRP"] == "alice"
    assert not parameters["SALT"].startswith("00")
    assert bytes.fromhex(parameters["SALT"])
    base64.b64decode(parameters["SECRET_BLOCK"], validate=True)
    done = exchange.finish()
    assert done["ChallengeParameters"] == {}
    assert claims(done["AuthenticationResult"]["AccessToken"])["username"] == "alice"
    assert "RefreshToken" in done["AuthenticationResult"]


def test_every_exchange_has_a_fresh_public_value_and_the_same_salt(pool, app):
    pool.user()
    first, second = Exchange(app).parameters, Exchange(app).parameters
    assert first["SALT"] == second["SALT"]
    assert first["SRP_B"] != second["SRP_B"]
    assert first["SECRET_BLOCK"] != second["SECRET_BLOCK"]


def test_a_wrong_password_is_refused(pool, app):
    pool.user()
    with refused(*WRONG_CREDENTIALS):
        Exchange(app, password="Wrong-horse-7").finish()


@pytest.mark.parametrize("key", ["PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK", "TIMESTAMP"])
def test_a_tampered_answer_is_refused(pool, app, key):
    pool.user()
    exchange = Exchange(app)
    answer = exchange.responses()
    other = Exchange(app).responses()
    answer[key] = other[key] if other[key] != answer[key] else "Thu Jan 1 00:00:00 UTC 2026"
    with refused(*WRONG_CREDENTIALS):
        exchange.finish(answer)


@pytest.mark.parametrize("key", ["PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK", "TIMESTAMP"])
def test_a_missing_part_is_named(pool, app, key):
    pool.user()
    exchange = Exchange(app)
    answer = exchange.responses()
    del answer[key]
    with refused("InvalidParameterException", f"Missing required parameter {key}"):
        exchange.finish(answer)


def test_an_answer_can_be_used_once(pool, app):
    pool.user()
    exchange = Exchange(app)
    answer = exchange.responses()
    exchange.finish(answer)
    with refused(*WRONG_CREDENTIALS):
        exchange.finish(answer)


def test_a_secret_block_ends_when_the_password_changes(idp, pool, app):
    pool.user()
    exchange = Exchange(app)
    idp.admin_set_user_password(UserPoolId=pool.id, Username="alice", Password="Another-horse-8", Permanent=True)
    with refused(*WRONG_CREDENTIALS):
        exchange.finish()


def test_a_secret_block_is_bound_to_its_client(pool, app):
    pool.user()
    exchange = Exchange(app)
    answer = exchange.responses()
    exchange.app = pool.app()
    with refused(*WRONG_CREDENTIALS):
        exchange.finish(answer)


@pytest.mark.parametrize("public", ["0", "00", "xyz"])
def test_an_unsafe_public_value_is_refused(idp, pool, app, public):
    pool.user()
    with refused("InvalidParameterException"):
        idp.initiate_auth(
            AuthFlow="USER_SRP_AUTH", ClientId=app.id, AuthParameters={"USERNAME": "alice", "SRP_A": public}
        )


def test_an_alias_works_for_srp_sign_in(idp):
    pool = Pool.create(idp, UsernameAttributes=["email"])
    app = pool.app(GenerateSecret=True)
    user = pool.user("alice@example.com")
    exchange = Exchange(app, "alice@example.com")
    assert exchange.parameters["USER_ID_FOR_SRP"] == user["Username"]
    tokens = exchange.finish()["AuthenticationResult"]
    assert claims(tokens["AccessToken"])["username"] == user["Username"]


def test_a_temporary_password_must_be_replaced(pool, app):
    pool.invited(TemporaryPassword="Temporary-1")
    challenge = Exchange(app, password="Temporary-1").finish()
    assert challenge["ChallengeName"] == "NEW_PASSWORD_REQUIRED"
    app.answer("NEW_PASSWORD_REQUIRED", challenge["Session"], "alice", NEW_PASSWORD=PASSWORD)
    Exchange(app).finish()


def test_only_the_right_password_reveals_the_status_unless_users_are_told(pool, app):
    app.sign_up("alice")
    with refused(*WRONG_CREDENTIALS):
        Exchange(pool.app(PreventUserExistenceErrors="ENABLED"), password="Wrong-horse-7").finish()
    with refused("UserNotConfirmedException", "User is not confirmed."):
        Exchange(app, password="Wrong-horse-7").finish()
    with refused("UserNotConfirmedException", "User is not confirmed."):
        Exchange(app).finish()
