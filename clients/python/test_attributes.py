"""boto3: UpdateUserAttributes, DeleteUserAttributes, their Admin forms, GetUserAttributeVerificationCode, VerifyUserAttribute."""

import pytest

from expect import WRONG_CODE, WRONG_CREDENTIALS, refused
from pools import CODE, Pool, as_dict, as_list

ALIAS = {"AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"]}
VERIFIED = {"email": "alice@example.com", "email_verified": "true"}
TAKEN = ("AliasExistsException", "An account with the given email already exists.")


def attributes(pool, username="alice"):
    found = as_dict(pool.describe(username)["UserAttributes"])
    found.pop("sub")
    return found


def update(idp, access, **values):
    return idp.update_user_attributes(AccessToken=access, UserAttributes=as_list(values))["CodeDeliveryDetailsList"]


@pytest.fixture
def pool(idp):
    return Pool.create(idp, **ALIAS)


@pytest.fixture
def access(pool, app):
    pool.user("alice", VERIFIED)
    return app.tokens()["AccessToken"]


def test_a_new_address_works_for_sign_in_once_verified(idp, pool, app, access):
    [sent] = update(idp, access, email="new@example.com", name="Alice")
    assert sent == {"Destination": "n***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email"}
    assert attributes(pool) == {"email": "new@example.com", "email_verified": "false", "name": "Alice"}
    for name in ("alice@example.com", "new@example.com"):
        with refused("UserNotFoundException"):
            app.sign_in(name)
    with refused(*WRONG_CODE):
        idp.verify_user_attribute(AccessToken=access, AttributeName="email", Code="000000")
    idp.verify_user_attribute(AccessToken=access, AttributeName="email", Code=CODE)
    assert attributes(pool)["email_verified"] == "true"
    assert app.tokens("new@example.com")


def test_the_old_address_stays_until_then_if_the_pool_says_so(idp):
    settings = {"UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]}}
    pool = Pool.create(idp, **ALIAS, **settings)
    app = pool.app()
    pool.user("alice", VERIFIED)
    access = app.tokens("alice@example.com")["AccessToken"]
    assert len(update(idp, access, email="new@example.com")) == 1
    assert attributes(pool) == VERIFIED
    assert app.tokens("alice@example.com")
    idp.verify_user_attribute(AccessToken=access, AttributeName="email", Code=CODE)
    assert attributes(pool)["email"] == "new@example.com"
    assert app.tokens("new@example.com")


def test_an_address_belongs_to_one_user(idp, pool, app, access):
    pool.user("bob", {"email": "bob@example.com", "email_verified": "true"})
    update(idp, access, email="bob@example.com")
    with refused(*TAKEN):
        idp.verify_user_attribute(AccessToken=access, AttributeName="email", Code=CODE)
    with refused(*TAKEN):
        idp.admin_update_user_attributes(
            UserPoolId=pool.id,
            Username="alice",
            UserAttributes=as_list({"email": "bob@example.com", "email_verified": "true"}),
        )
    assert app.tokens("bob@example.com")


def test_a_code_can_be_requested_again(idp, access):
    update(idp, access, email="new@example.com")
    delivery = idp.get_user_attribute_verification_code(AccessToken=access, AttributeName="email")["CodeDeliveryDetails"]
    assert delivery == {"Destination": "n***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email"}
    idp.verify_user_attribute(AccessToken=access, AttributeName="email", Code=CODE)


def test_a_user_may_not_write_every_attribute(idp, pool, access):
    with refused("InvalidParameterException", "Cannot modify the non-mutable attribute sub"):
        update(idp, access, sub="other")
    with refused("InvalidParameterException", "Cannot modify the non-mutable attribute email_verified"):
        update(idp, access, email_verified="true")
    narrow = pool.app(WriteAttributes=["name"])
    with refused("NotAuthorizedException", "A client attempted to write unauthorized attribute"):
        update(idp, narrow.tokens()["AccessToken"], nickname="Al")


def test_attributes_are_deleted(idp, pool, app, access):
    update(idp, access, name="Alice", nickname="Al")
    idp.delete_user_attributes(AccessToken=access, UserAttributeNames=["nickname"])
    idp.admin_delete_user_attributes(UserPoolId=pool.id, Username="alice", UserAttributeNames=["email"])
    assert attributes(pool) == {"name": "Alice"}
    with refused("UserNotFoundException"):
        app.sign_in("alice@example.com")
    with refused(
        "InvalidParameterException",
        "Invalid user attributes: user.custom:no: Attribute does not exist in the schema.\n",
    ):
        idp.admin_delete_user_attributes(UserPoolId=pool.id, Username="alice", UserAttributeNames=["custom:no"])


def test_an_administrators_change_takes_effect_at_once(idp, pool, app, access):
    idp.admin_update_user_attributes(
        UserPoolId=pool.id,
        Username="alice",
        UserAttributes=as_list({"email": "given@example.com", "email_verified": "true"}),
    )
    assert app.tokens("given@example.com")
    with refused(*WRONG_CREDENTIALS):
        app.sign_in("given@example.com", "Wrong-horse-7")
