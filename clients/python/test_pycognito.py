"""pycognito, which signs in with SRP and verifies each token against the published keys."""

import jwt
import pytest
from pycognito import Cognito
from pycognito.exceptions import ForceChangePasswordException, TokenVerificationException

from expect import REVOKED_ACCESS, REVOKED_REFRESH, WRONG_CREDENTIALS, refused, tampered
from pools import CODE, PASSWORD, Pool
from server import REGION


@pytest.fixture
def pool(idp):
    return Pool.create(idp, AutoVerifiedAttributes=["email"])


@pytest.fixture(params=[False, True], ids=["public", "secret"])
def person(request, server, pool):
    """Creates a pycognito user of an app client, first without a secret, then with one."""
    app = pool.app(GenerateSecret=request.param)

    def named(username="alice", **options):
        return Cognito(
            pool.id,
            app.id,
            user_pool_region=REGION,
            username=username,
            client_secret=app.secret,
            access_key="any",
            secret_key="any",
            boto3_client_kwargs={"endpoint_url": server.url},
            **options,
        )

    return named


def test_from_registration_to_logout(person):
    alice = person()
    alice.set_base_attributes(email="alice@example.com")
    answer = alice.register("alice", PASSWORD)
    assert answer["UserConfirmed"] is False
    assert answer["CodeDeliveryDetails"]["Destination"] == "a***@e***"
    alice.resend_confirmation_code("alice")
    alice.confirm_sign_up(CODE)

    alice = person()
    alice.authenticate(PASSWORD)
    assert alice.id_claims["cognito:username"] == "alice"
    assert alice.access_claims["username"] == "alice"
    assert alice.check_token() is False
    shown = alice.get_user()
    assert (shown.email, shown.email_verified) == ("alice@example.com", True)

    first = alice.access_token
    alice.renew_access_token()
    assert alice.access_token != first
    kept = person(refresh_token=alice.refresh_token, access_token=alice.access_token)
    alice.logout()
    with refused(*REVOKED_ACCESS):
        kept.get_user()
    with refused(*REVOKED_REFRESH):
        kept.renew_access_token()


def test_wrong_passwords_are_refused(pool, person):
    pool.user()
    with refused(*WRONG_CREDENTIALS):
        person().authenticate("Wrong-horse-7")


def test_the_client_verifies_the_tokens_too(pool, person):
    pool.user()
    alice = person()
    alice.authenticate(PASSWORD)
    alice.verify_tokens()
    alice.id_token = tampered(alice.id_token)
    with pytest.raises(TokenVerificationException, match="Signature verification failed"):
        alice.verify_tokens()
    header = jwt.get_unverified_header(alice.access_token)
    assert set(header) == {"kid", "alg"}


def test_a_temporary_password_is_replaced(pool, person):
    pool.invited(attributes={"email": "alice@example.com"}, TemporaryPassword="Temporary-1")
    with pytest.raises(ForceChangePasswordException):
        person().authenticate("Temporary-1")
    alice = person()
    alice.new_password_challenge("Temporary-1", PASSWORD)
    assert alice.id_claims["email"] == "alice@example.com"
    person().authenticate(PASSWORD)


def test_the_administrators_side(pool, person):
    admin = person()
    admin.admin_create_user("alice", "Temporary-1", {"MessageAction": "SUPPRESS"}, email="alice@example.com")
    shown = admin.admin_get_user()
    assert (shown.user_status, shown.enabled) == ("FORCE_CHANGE_PASSWORD", True)
    assert shown.email == "alice@example.com"
    admin.admin_disable_user("alice")
    assert admin.admin_get_user().enabled is False
    admin.admin_enable_user("alice")
    pool.group("staff")
    admin.admin_add_user_to_group("alice", "staff")
    alice = person()
    alice.new_password_challenge("Temporary-1", PASSWORD)
    assert alice.access_claims["cognito:groups"] == ["staff"]
    admin.admin_remove_user_from_group("alice", "staff")
    alice.renew_access_token()
    assert "cognito:groups" not in alice.access_claims
    admin.admin_delete_user()
    with refused("UserNotFoundException", "User does not exist."):
        admin.admin_get_user()
