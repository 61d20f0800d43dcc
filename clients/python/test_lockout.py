"""boto3: after five wrong passwords a name is locked for a time that doubles."""

import time

import pytest
from botocore.exceptions import ClientError

from expect import NO_USER, WRONG_CREDENTIALS, refused
from pools import PASSWORD, Pool
from srp import Exchange

LOCKED = ("NotAuthorizedException", "Password attempts exceeded")
FIRST_LOCK_SECONDS = 1.0
TRIES = 5


def wrong_password(app, username):
    app.sign_in(username, "Wrong-horse-7")


def wrong_signature(app, username):
    Exchange(app, username, "Wrong-horse-7").finish()


def locked_out(fail, attempt):
    """Fails until the name is locked, then makes the attempt while it must still be locked.

    The lock lasts one second of the server's clock. A machine that stalls for longer proves nothing, so the
    attempt counts only if it ended within that time. Each round uses a new name.
    """
    for number in range(TRIES):
        username = f"user-{number}"
        for _ in range(4):
            fail(username)
        before = time.monotonic()
        fail(username)
        outcome = attempt(username)
        if time.monotonic() - before < FIRST_LOCK_SECONDS:
            return outcome
    pytest.fail(f"this machine stalled for a second in each of {TRIES} tries")


def outcome_of(call):
    """The outcome of a sign-in: the type and message of the refusal, or that it succeeded."""
    try:
        call()
    except ClientError as refusal:
        error = refusal.response["Error"]
        return error["Code"], error["Message"]
    return "signed in"


@pytest.mark.parametrize("failing", [wrong_password, wrong_signature])
def test_the_right_password_is_refused_while_locked(pool, app, failing):
    for number in range(TRIES):
        pool.user(f"user-{number}")

    def fail(username):
        with refused(*WRONG_CREDENTIALS):
            failing(app, username)

    assert locked_out(fail, lambda username: outcome_of(lambda: app.sign_in(username, PASSWORD))) == LOCKED


def test_four_failures_do_not_lock(pool, app):
    pool.user()
    for _ in range(4):
        with refused(*WRONG_CREDENTIALS):
            wrong_password(app, "alice")
    app.sign_in("alice")
    app.sign_in("alice")


def test_an_unknown_name_is_locked_like_a_known_one(pool):
    silent = pool.app(PreventUserExistenceErrors="ENABLED")

    def fail(username):
        with refused(*WRONG_CREDENTIALS):
            wrong_password(silent, username)

    assert locked_out(fail, lambda username: outcome_of(lambda: wrong_password(silent, username))) == LOCKED


def test_aliases_do_not_allow_more_guesses(idp):
    pool = Pool.create(idp, UsernameAttributes=["email"])
    app = pool.app()
    real = {f"user-{number}": pool.user(f"user-{number}@example.com")["Username"] for number in range(TRIES)}

    def fail(username):
        with refused(*WRONG_CREDENTIALS):
            wrong_password(app, f"{username}@example.com")

    assert locked_out(fail, lambda username: outcome_of(lambda: wrong_password(app, real[username]))) == LOCKED


def test_another_user_is_not_affected(pool, app):
    pool.user("alice")
    pool.user("bob")
    for _ in range(5):
        with refused(*WRONG_CREDENTIALS):
            wrong_password(app, "alice")
    app.sign_in("bob")
    with refused(*NO_USER):
        app.sign_in("nobody")
