"""boto3: SignUp, ConfirmSignUp, ResendConfirmationCode."""

import re

import pytest

from expect import NO_USER, STALE_CODE, UUID, WRONG_CODE, WRONG_CREDENTIALS, refused
from pools import PASSWORD, Pool, as_dict

EMAIL = {"email": "alice@example.com"}
DELIVERY = {"Destination": "a***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email"}


@pytest.fixture
def pool(idp):
    return Pool.create(idp, AutoVerifiedAttributes=["email"])


def test_from_sign_up_to_tokens(pool, app):
    signed_up = app.sign_up("alice", EMAIL)
    assert signed_up["UserConfirmed"] is False
    assert UUID.fullmatch(signed_up["UserSub"])
    assert signed_up["CodeDeliveryDetails"] == DELIVERY
    before = pool.describe()
    assert before["UserStatus"] == "UNCONFIRMED"
    assert as_dict(before["UserAttributes"])["email_verified"] == "false"
    app.confirm("alice")
    after = pool.describe()
    assert after["UserStatus"] == "CONFIRMED"
    assert as_dict(after["UserAttributes"]) == {"sub": signed_up["UserSub"], **EMAIL, "email_verified": "true"}
    assert app.sign_in("alice")["AuthenticationResult"]["TokenType"] == "Bearer"


def test_nothing_is_sent_if_the_pool_verifies_nothing(idp):
    app = Pool.create(idp).app()
    assert "CodeDeliveryDetails" not in app.sign_up("alice", EMAIL)
    app = Pool.create(idp, AutoVerifiedAttributes=["email"]).app()
    assert "CodeDeliveryDetails" not in app.sign_up("alice")


def test_only_the_right_password_reveals_that_a_user_is_unconfirmed_unless_users_are_told(pool, app):
    app.sign_up("alice", EMAIL)
    with refused(*WRONG_CREDENTIALS):
        pool.app(PreventUserExistenceErrors="ENABLED").sign_in("alice", "Wrong-horse-7")
    with refused("UserNotConfirmedException", "User is not confirmed."):
        app.sign_in("alice", "Wrong-horse-7")
    with refused("UserNotConfirmedException", "User is not confirmed."):
        app.sign_in("alice")


def test_a_wrong_code_confirms_nobody(pool, app):
    app.sign_up("alice", EMAIL)
    with refused(*WRONG_CODE):
        app.confirm("alice", "000000")
    assert pool.describe()["UserStatus"] == "UNCONFIRMED"
    app.confirm("alice")
    with refused("NotAuthorizedException", "User cannot be confirmed. Current status is CONFIRMED"):
        app.confirm("alice")


def test_a_user_without_an_outstanding_code(app):
    app.sign_up("alice")
    with refused(*STALE_CODE):
        app.confirm("alice")


def test_a_name_can_be_taken_once(app):
    app.sign_up("alice", EMAIL)
    with refused("UsernameExistsException", "User already exists"):
        app.sign_up("alice")
    app.sign_up("Alice")  # a pool made through the API is case sensitive


@pytest.mark.parametrize(
    ("password", "rule"),
    [
        ("Aa1!", "Password not long enough"),
        ("lower-case-7", "Password must have uppercase characters"),
        ("UPPER-CASE-7", "Password must have lowercase characters"),
        ("No-numbers", "Password must have numeric characters"),
        ("NoSymbols7", "Password must have symbol characters"),
    ],
)
def test_the_first_broken_password_rule_is_named(app, password, rule):
    with refused("InvalidPasswordException", f"Password did not conform with policy: {rule}"):
        app.sign_up("alice", EMAIL, password)


def test_attributes_follow_the_schema(idp, app):
    schema = "Attributes did not conform to the schema: "
    with refused("InvalidParameterException", schema + "Type for attribute {custom:foo} could not be determined"):
        app.sign_up("alice", {"custom:foo": "1"})
    with refused("InvalidParameterException", "Invalid email address format."):
        app.sign_up("alice", {"email": "no address"})
    with refused("InvalidParameterException", "Invalid phone number format."):
        app.sign_up("alice", {"phone_number": "0123"})
    strict = Pool.create(
        idp,
        Schema=[
            {"Name": "email", "AttributeDataType": "String", "Required": True},
            {"Name": "family_name", "AttributeDataType": "String", "Required": True},
        ],
    ).app()
    with refused("InvalidParameterException", schema + "email: The attribute is required"):
        strict.sign_up("alice", {"family_name": "Ho"})
    with refused(
        "InvalidParameterException",
        schema + "email: The attribute is required family_name: The attribute is required",
    ):
        strict.sign_up("alice")


def test_a_client_may_write_only_its_attributes(pool):
    app = pool.app(WriteAttributes=["email"])
    with refused("NotAuthorizedException", "A client attempted to write unauthorized attribute"):
        app.sign_up("alice", {**EMAIL, "nickname": "al"})


def test_self_sign_up_can_be_disabled(idp):
    app = Pool.create(idp, AdminCreateUserConfig={"AllowAdminCreateUserOnly": True}).app()
    with refused("NotAuthorizedException", "SignUp is not permitted for this user pool"):
        app.sign_up("alice")


def test_a_code_is_resent(idp, app):
    app.sign_up("alice", EMAIL)
    assert idp.resend_confirmation_code(ClientId=app.id, Username="alice")["CodeDeliveryDetails"] == DELIVERY
    app.confirm("alice")
    with refused("InvalidParameterException", "User is already confirmed."):
        idp.resend_confirmation_code(ClientId=app.id, Username="alice")
    with refused("UserNotFoundException", "Username/client id combination not found."):
        idp.resend_confirmation_code(ClientId=app.id, Username="nobody")


def test_no_code_is_resent_if_the_pool_verifies_nothing(idp):
    app = Pool.create(idp).app()
    app.sign_up("alice", EMAIL)
    with refused("InvalidParameterException", "Cannot resend codes. Auto verification not turned on."):
        idp.resend_confirmation_code(ClientId=app.id, Username="alice")


def test_confirming_an_unknown_user(app):
    with refused("UserNotFoundException") as caught:
        app.confirm("nobody")
    assert caught.value.response["Error"]["Message"] in (
        "Username/client id combination not found.",
        NO_USER[1],
    )


def test_violations_hide_sensitive_values(unchecked, app):
    with refused(
        "InvalidParameterException",
        "1 validation error detected: Value at 'username' failed to satisfy constraint: "
        r"Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+",
    ):
        unchecked.sign_up(ClientId=app.id, Username="two words", Password=PASSWORD)


def test_random_codes_are_sent_and_a_new_one_replaces_the_old(inbox_server):
    idp = inbox_server.client()
    app = Pool.create(idp, AutoVerifiedAttributes=["email"]).app()
    app.sign_up("inbox-alice", EMAIL)
    (first,) = inbox_server.messages("inbox-alice")
    assert first["destination"] == EMAIL["email"]
    assert re.fullmatch(r"[0-9]{6}", first["code"])
    assert first["code"] in first["body"]
    codes = [first["code"]]
    while codes[-1] == first["code"]:
        idp.resend_confirmation_code(ClientId=app.id, Username="inbox-alice")
        codes.append(inbox_server.messages("inbox-alice")[0]["code"])
    with refused(*WRONG_CODE):
        app.confirm("inbox-alice", first["code"])
    app.confirm("inbox-alice", codes[-1])
    app.sign_in("inbox-alice")
