"""boto3: AdminCreateUser, AdminGetUser, AdminSetUserPassword, AdminDisableUser, AdminEnableUser, AdminDeleteUser."""

import datetime
import re

import pytest

from expect import NO_USER, UUID, WRONG_CREDENTIALS, no_pool, refused
from pools import PASSWORD, Pool, as_dict


def test_a_created_user_is_described(pool):
    made = pool.invited(attributes={"email": "alice@example.com", "email_verified": "true"})
    assert (made["Username"], made["UserStatus"], made["Enabled"]) == ("alice", "FORCE_CHANGE_PASSWORD", True)
    shown = pool.describe()
    attributes = as_dict(shown["UserAttributes"])
    assert UUID.fullmatch(attributes.pop("sub"))
    assert attributes == {"email": "alice@example.com", "email_verified": "true"}
    assert as_dict(made["Attributes"]) == as_dict(shown["UserAttributes"])
    assert (shown["Username"], shown["UserStatus"], shown["Enabled"]) == ("alice", "FORCE_CHANGE_PASSWORD", True)
    assert shown["UserCreateDate"] == made["UserCreateDate"] == shown["UserLastModifiedDate"]
    age = datetime.datetime.now(datetime.timezone.utc) - shown["UserCreateDate"]
    assert abs(age) < datetime.timedelta(minutes=5)
    for absent in ("MFAOptions", "UserMFASettingList", "PreferredMfaSetting"):
        assert absent not in shown


def test_a_name_can_be_taken_once(pool):
    pool.invited()
    with refused("UsernameExistsException", "User account already exists"):
        pool.invited()


def test_a_user_is_found_by_sub(pool):
    sub = as_dict(pool.invited()["Attributes"])["sub"]
    assert pool.describe(sub)["Username"] == "alice"


@pytest.mark.parametrize("operation", ["get_user", "enable_user", "disable_user", "delete_user"])
def test_unknown_users_and_pools(idp, pool, operation):
    call = getattr(idp, f"admin_{operation}")
    with refused(*NO_USER):
        call(UserPoolId=pool.id, Username="nobody")
    with refused(*no_pool("eu-west-1_Nowhere00")):
        call(UserPoolId="eu-west-1_Nowhere00", Username="nobody")


def test_passwords_set_by_an_administrator(idp, pool, app):
    pool.invited()

    def set_password(password, **options):
        idp.admin_set_user_password(UserPoolId=pool.id, Username="alice", Password=password, **options)

    set_password(PASSWORD, Permanent=True)
    assert pool.describe()["UserStatus"] == "CONFIRMED"
    app.sign_in("alice")
    set_password("Temporary-1")
    assert pool.describe()["UserStatus"] == "FORCE_CHANGE_PASSWORD"
    assert app.sign_in("alice", "Temporary-1")["ChallengeName"] == "NEW_PASSWORD_REQUIRED"
    with refused(*WRONG_CREDENTIALS):
        app.sign_in("alice")
    with refused("InvalidPasswordException", "Password does not conform to policy: Password not long enough"):
        set_password("Sh0rt!", Permanent=True)
    with refused(*NO_USER):
        idp.admin_set_user_password(UserPoolId=pool.id, Username="nobody", Password=PASSWORD)


def test_a_temporary_password_obeys_the_policy(pool):
    with refused(
        "InvalidPasswordException",
        "Password did not conform with password policy: Password must have uppercase characters",
    ):
        pool.invited(TemporaryPassword="temporary-1")


def test_a_user_is_disabled_and_enabled(idp, pool, app):
    pool.user()
    for _ in range(2):
        idp.admin_disable_user(UserPoolId=pool.id, Username="alice")
        assert pool.describe()["Enabled"] is False
    with refused("NotAuthorizedException", "User is disabled."):
        app.sign_in("alice")
    assert pool.describe()["UserStatus"] == "CONFIRMED"
    for _ in range(2):
        idp.admin_enable_user(UserPoolId=pool.id, Username="alice")
        assert pool.describe()["Enabled"] is True
    app.sign_in("alice")


def test_a_deleted_user_is_gone_and_the_name_is_free(idp, pool, app):
    first = as_dict(pool.user(attributes={"email": "alice@example.com"})["Attributes"])["sub"]
    idp.admin_delete_user(UserPoolId=pool.id, Username="alice")
    with refused(*NO_USER):
        pool.describe()
    with refused(*NO_USER):
        app.sign_in("alice")
    second = as_dict(pool.user()["Attributes"])
    assert second["sub"] != first
    assert "email" not in second


def test_only_users_who_never_signed_in_are_invited_again(pool):
    with refused(*NO_USER):
        pool.invited(MessageAction="RESEND")
    pool.user()
    with refused("UnsupportedUserStateException", "Resend not possible. alice status is not FORCE_CHANGE_PASSWORD"):
        pool.invited(MessageAction="RESEND")


def test_attributes_follow_the_schema(pool):
    with refused("InvalidParameterException"):
        pool.invited(attributes={"custom:foo": "1"})
    with refused("InvalidParameterException", "Invalid email address format."):
        pool.invited(attributes={"email": "no address"})
    with refused(*NO_USER):
        pool.describe()


def test_an_invitation_contains_a_working_password(inbox_server):
    idp = inbox_server.client()
    pool = Pool.create(idp)
    app = pool.app()
    idp.admin_create_user(
        UserPoolId=pool.id,
        Username="invited-alice",
        UserAttributes=[{"Name": "email", "Value": "alice@example.com"}],
        DesiredDeliveryMediums=["EMAIL"],
    )
    (invitation,) = inbox_server.messages("invited-alice")
    assert invitation["destination"] == "alice@example.com"
    assert invitation["subject"] == "Your temporary password"
    found = re.fullmatch(r"Your username is invited-alice and temporary password is (\S+)\. ?", invitation["body"])
    challenge = app.sign_in("invited-alice", found[1])
    assert challenge["ChallengeName"] == "NEW_PASSWORD_REQUIRED"
