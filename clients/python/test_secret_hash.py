"""boto3: app clients with a secret must send its hash in every public operation."""

import pytest

from expect import claims, refused
from pools import CODE, PASSWORD, Pool, secret_hash


@pytest.fixture
def pool(idp):
    return Pool.create(idp, AutoVerifiedAttributes=["email"])


@pytest.fixture
def app(pool):
    return pool.app(GenerateSecret=True)


def missing(app):
    return ("NotAuthorizedException", f"Client {app.id} is configured for secret but secret was not received")


def wrong(app):
    return ("NotAuthorizedException", f"Unable to verify secret hash for client {app.id}")


def test_the_published_example():
    secret = "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdef"
    expected = "fXjc+dvHWkmjh0g3xRedONLPDOmJ3veQEGykjgi/pAA="
    assert secret_hash(secret, "alice", "1example23456789abcdefghij") == expected


def test_sign_up_confirmation_and_resending_need_the_hash(idp, app):
    calls = (
        lambda **proof: idp.sign_up(ClientId=app.id, Username="alice", Password=PASSWORD, **proof),
        lambda **proof: idp.confirm_sign_up(ClientId=app.id, Username="alice", ConfirmationCode=CODE, **proof),
        lambda **proof: idp.resend_confirmation_code(ClientId=app.id, Username="alice", **proof),
    )
    for call in calls:
        with refused(*missing(app)):
            call()
        with refused(*wrong(app)):
            call(SecretHash=app.hash("bob"))
    app.sign_up("alice", {"email": "alice@example.com"})
    app.confirm("alice", SecretHash=app.hash("alice"))
    app.sign_in("alice")


def test_sign_in_needs_the_hash(idp, pool, app):
    pool.user()
    given = {"USERNAME": "alice", "PASSWORD": PASSWORD}
    for proof, refusal in (({}, missing(app)), ({"SECRET_HASH": app.hash("bob")}, wrong(app))):
        with refused(*refusal):
            idp.initiate_auth(AuthFlow="USER_PASSWORD_AUTH", ClientId=app.id, AuthParameters={**given, **proof})
    app.sign_in("alice")


def test_challenges_need_the_hash(idp, pool, app):
    pool.invited(TemporaryPassword="Temporary-1")
    session = app.sign_in("alice", "Temporary-1")["Session"]
    given = {"USERNAME": "alice", "NEW_PASSWORD": PASSWORD}
    for proof, refusal in (({}, missing(app)), ({"SECRET_HASH": app.hash("bob")}, wrong(app))):
        with refused(*refusal):
            idp.respond_to_auth_challenge(
                ClientId=app.id,
                ChallengeName="NEW_PASSWORD_REQUIRED",
                Session=session,
                ChallengeResponses={**given, **proof},
            )
    app.answer("NEW_PASSWORD_REQUIRED", session, "alice", NEW_PASSWORD=PASSWORD)


def test_the_hash_covers_the_name_as_sent_and_the_real_name_on_refresh(idp):
    pool = Pool.create(idp, UsernameAttributes=["email"])
    app = pool.app(GenerateSecret=True)
    pool.user("alice@example.com")
    tokens = app.tokens("alice@example.com")
    real = claims(tokens["AccessToken"])["username"]
    with refused("NotAuthorizedException", f"SecretHash does not match for the client: {app.id}"):
        app.refresh(tokens["RefreshToken"], SECRET_HASH=app.hash("alice@example.com"))
    with refused(*missing(app)):
        app.refresh(tokens["RefreshToken"])
    app.refresh(tokens["RefreshToken"], SECRET_HASH=app.hash(real))


def test_revocation_takes_the_plain_secret(idp, pool, app):
    pool.user()
    tokens = app.tokens()
    for proof in ({}, {"ClientSecret": "x" * 52}):
        with refused("UnauthorizedException"):
            idp.revoke_token(Token=tokens["RefreshToken"], ClientId=app.id, **proof)
    idp.get_user(AccessToken=tokens["AccessToken"])
    idp.revoke_token(Token=tokens["RefreshToken"], ClientId=app.id, ClientSecret=app.secret)
    with refused("NotAuthorizedException", "Access Token has been revoked"):
        idp.get_user(AccessToken=tokens["AccessToken"])


def test_a_public_client_ignores_a_hash(idp, pool):
    pool.user()
    public = pool.app()
    idp.initiate_auth(
        AuthFlow="USER_PASSWORD_AUTH",
        ClientId=public.id,
        AuthParameters={"USERNAME": "alice", "PASSWORD": PASSWORD, "SECRET_HASH": "bm90aGluZw=="},
    )
