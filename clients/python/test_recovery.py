"""boto3: ForgotPassword, ConfirmForgotPassword, ChangePassword, AdminResetUserPassword, AdminConfirmSignUp, DeleteUser."""

import pytest

from expect import NO_USER, REVOKED_ACCESS, WRONG_CODE, WRONG_CREDENTIALS, refused
from pools import CODE, PASSWORD

NEW = "Another-horse-8"
NO_PAIR = ("UserNotFoundException", "Username/client id combination not found.")
VERIFIED = {"email": "alice@example.com", "email_verified": "true"}
MUST_RESET = ("PasswordResetRequiredException", "Password reset required for the user")
DELIVERY = {"Destination": "a***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email"}


@pytest.fixture
def alice(pool):
    return pool.user("alice", VERIFIED)


def confirm(idp, app, code=CODE, password=NEW, username="alice"):
    return idp.confirm_forgot_password(ClientId=app.id, Username=username, ConfirmationCode=code, Password=password)


def test_a_forgotten_password_is_replaced(idp, app, alice):
    before = app.tokens()
    assert idp.forgot_password(ClientId=app.id, Username="alice")["CodeDeliveryDetails"] == DELIVERY
    with refused(*WRONG_CODE):
        confirm(idp, app, "000000")
    with refused("InvalidPasswordException", "Password does not conform to policy: Password not long enough"):
        confirm(idp, app, password="Sh0rt-!")
    confirm(idp, app)
    with refused("ExpiredCodeException", "Invalid code provided, please request a code again."):
        confirm(idp, app)
    with refused(*WRONG_CREDENTIALS):
        app.sign_in("alice")
    assert app.tokens(password=NEW)["AccessToken"]
    with refused("NotAuthorizedException", "Refresh Token has been revoked"):
        app.refresh(before["RefreshToken"])


def test_unknown_users_are_not_revealed_where_the_client_hides_them(idp, pool, alice):
    app = pool.app(PreventUserExistenceErrors="ENABLED")
    delivery = idp.forgot_password(ClientId=app.id, Username="nobody@example.com")["CodeDeliveryDetails"]
    assert delivery == {"Destination": "n***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email"}
    with refused(*WRONG_CODE):
        confirm(idp, app, username="nobody@example.com")
    legacy = pool.app()
    with refused(*NO_PAIR):
        idp.forgot_password(ClientId=legacy.id, Username="nobody@example.com")


def test_nothing_can_be_sent_without_a_verified_address(idp, pool, app):
    pool.user("bob", {"email": "bob@example.com"})
    words = "Cannot reset password for the user as there is no registered/verified email or phone_number"
    with refused("InvalidParameterException", words):
        idp.forgot_password(ClientId=app.id, Username="bob")


def test_an_administrator_resets_a_password(idp, pool, app, alice):
    access = app.tokens()["AccessToken"]
    idp.admin_reset_user_password(UserPoolId=pool.id, Username="alice")
    assert pool.describe()["UserStatus"] == "RESET_REQUIRED"
    with refused(*MUST_RESET):
        app.sign_in("alice")
    with refused(*MUST_RESET):
        idp.get_user(AccessToken=access)
    confirm(idp, app)
    assert pool.describe()["UserStatus"] == "CONFIRMED"
    assert app.tokens(password=NEW)["IdToken"]


def test_a_user_changes_its_password(idp, app, alice):
    tokens = app.tokens()
    with refused(*WRONG_CREDENTIALS):
        idp.change_password(PreviousPassword="Wrong-horse-7", ProposedPassword=NEW, AccessToken=tokens["AccessToken"])
    idp.change_password(PreviousPassword=PASSWORD, ProposedPassword=NEW, AccessToken=tokens["AccessToken"])
    assert idp.get_user(AccessToken=tokens["AccessToken"])["Username"] == "alice"
    assert app.refresh(tokens["RefreshToken"])["AccessToken"]
    assert app.tokens(password=NEW)


def test_an_administrator_confirms_a_sign_up(idp, pool, app):
    app.sign_up("dora", {"email": "dora@example.com"})
    idp.admin_confirm_sign_up(UserPoolId=pool.id, Username="dora")
    assert pool.describe("dora")["UserStatus"] == "CONFIRMED"
    assert app.tokens("dora")
    with refused("NotAuthorizedException", "User cannot be confirmed. Current status is CONFIRMED"):
        idp.admin_confirm_sign_up(UserPoolId=pool.id, Username="dora")


def test_a_user_deletes_itself(idp, pool, app, alice):
    access = app.tokens()["AccessToken"]
    idp.delete_user(AccessToken=access)
    with refused(*NO_USER):
        idp.get_user(AccessToken=access)
    with refused(*NO_USER):
        pool.describe()
    pool.user("alice", VERIFIED)


def test_an_administrator_signs_a_user_out(idp, pool, app, alice):
    tokens = app.tokens()
    idp.admin_user_global_sign_out(UserPoolId=pool.id, Username="alice")
    with refused(*REVOKED_ACCESS):
        idp.get_user(AccessToken=tokens["AccessToken"])
    with refused("NotAuthorizedException", "Refresh Token has been revoked"):
        app.refresh(tokens["RefreshToken"])
