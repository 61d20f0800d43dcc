"""boto3: what app clients with and without PreventUserExistenceErrors reveal about unknown users."""

import json
import re

import pytest

from expect import NO_USER, UUID, WRONG_CODE, WRONG_CREDENTIALS, refused
from pools import PASSWORD, Pool
from srp import Exchange


@pytest.fixture
def pool(idp):
    return Pool.create(idp, AutoVerifiedAttributes=["email"])


@pytest.fixture
def silent(pool):
    return pool.app(PreventUserExistenceErrors="ENABLED")


def test_a_legacy_client_reveals_unknown_users(pool):
    talkative = pool.app(PreventUserExistenceErrors="LEGACY")
    with refused(*NO_USER):
        talkative.sign_in("nobody")
    with refused(*NO_USER):
        Exchange(talkative, "nobody")


def test_a_silent_sign_in_answers_with_identical_bytes(server, pool, silent):
    pool.user()
    answers = []
    for name in ("alice", "nobody"):
        body = {
            "AuthFlow": "USER_PASSWORD_AUTH",
            "ClientId": silent.id,
            "AuthParameters": {"USERNAME": name, "PASSWORD": "Wrong-horse-7"},
        }
        answer = server.post("InitiateAuth", json.dumps(body))
        varying = ("date", "x-amzn-requestid")
        headers = {key.lower(): value for key, value in answer.headers.items() if key.lower() not in varying}
        answers.append((answer.status_code, answer.content, headers))
    assert answers[0] == answers[1]
    assert json.loads(answers[0][1]) == {"__type": WRONG_CREDENTIALS[0], "message": WRONG_CREDENTIALS[1]}


def test_an_unknown_user_gets_a_stable_simulated_exchange(pool, silent):
    pool.user()
    first, second = Exchange(silent, "nobody"), Exchange(silent, "nobody")
    real = Exchange(silent, "alice").parameters
    for parameters in (first.parameters, second.parameters):
        assert set(parameters) == set(real)
        assert UUID.fullmatch(parameters["USER_ID_FOR_SRP"])
        assert parameters["USERNAME"] == parameters["USER_ID_FOR_SRP"]
        assert len(parameters["SALT"]) == len(real["SALT"])
        assert len(parameters["SECRET_BLOCK"]) == pytest.approx(len(real["SECRET_BLOCK"]), rel=0.2)
    for stable in ("SALT", "USER_ID_FOR_SRP"):
        assert first.parameters[stable] == second.parameters[stable]
    assert first.parameters["SRP_B"] != second.parameters["SRP_B"]
    assert Exchange(silent, "somebody").parameters["SALT"] != first.parameters["SALT"]
    with refused(*WRONG_CREDENTIALS):
        first.finish()


def test_a_disabled_user_with_a_wrong_password_is_not_revealed(idp, pool, silent):
    pool.user()
    idp.admin_disable_user(UserPoolId=pool.id, Username="alice")
    with refused(*WRONG_CREDENTIALS):
        silent.sign_in("alice", "Wrong-horse-7")


def test_codes_for_unknown_users(idp, silent):
    with refused(*WRONG_CODE):
        silent.confirm("nobody")
    # The pool sends sign-up codes by email only.
    for name, destination in (("nobody@example.com", r"n\*\*\*@e\*\*\*"), ("+15555550134", r"[a-z]\*\*\*@[a-z]\*\*\*")):
        details = [
            idp.resend_confirmation_code(ClientId=silent.id, Username=name)["CodeDeliveryDetails"] for _ in range(2)
        ]
        assert details[0] == details[1]
        assert re.fullmatch(destination, details[0]["Destination"])


def test_sign_up_always_reveals_taken_names(silent):
    silent.sign_up("alice")
    with refused("UsernameExistsException", "User already exists"):
        silent.sign_up("alice", password=PASSWORD)
