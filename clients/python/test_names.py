"""boto3: pools that sign in by email or phone, pools with aliases, and the case of names."""

import pytest

from expect import NO_USER, claims, refused
from pools import PASSWORD, Pool, as_dict

EMAIL = "alice@example.com"
VERIFIED = {"email": EMAIL, "email_verified": "true"}
TAKEN = "An account with the given email already exists."


class TestUsernameAttributes:
    @pytest.fixture
    def pool(self, idp):
        return Pool.create(idp, UsernameAttributes=["email"], AutoVerifiedAttributes=["email"])

    def test_the_real_name_is_a_uuid_and_the_address_works_for_sign_in(self, pool, app):
        signed_up = app.sign_up(EMAIL)
        assert signed_up["CodeDeliveryDetails"]["Destination"] == "a***@e***"
        user = pool.describe(EMAIL)
        assert user["Username"] == signed_up["UserSub"]
        assert as_dict(user["UserAttributes"])["email"] == EMAIL
        with refused("UserNotConfirmedException", "User is not confirmed."):
            app.sign_in(EMAIL)
        app.confirm(EMAIL)
        tokens = app.tokens(EMAIL)
        assert claims(tokens["AccessToken"])["username"] == signed_up["UserSub"]
        assert claims(tokens["IdToken"])["cognito:username"] == signed_up["UserSub"]
        app.sign_in(signed_up["UserSub"])

    def test_an_address_can_be_taken_once(self, pool, app):
        app.sign_up(EMAIL)
        with refused("UsernameExistsException", TAKEN):
            app.sign_up(EMAIL)
        with refused("UsernameExistsException"):
            pool.invited(EMAIL)

    def test_other_forms_are_refused(self, idp, app):
        with refused("InvalidParameterException", "Username should be an email."):
            app.sign_up("alice")
        both = Pool.create(idp, UsernameAttributes=["email", "phone_number"]).app()
        with refused("InvalidParameterException", "Username should be either an email or a phone number."):
            both.sign_up("alice")
        both.sign_up("+15555550100")
        with refused("UsernameExistsException", "An account with the given phone_number already exists."):
            both.sign_up("+15555550100")

    def test_an_administrator_may_use_the_address(self, idp, pool, app):
        made = pool.user(EMAIL)
        assert made["Username"] != EMAIL
        assert as_dict(made["Attributes"])["email"] == EMAIL
        app.sign_in(EMAIL)
        idp.admin_delete_user(UserPoolId=pool.id, Username=EMAIL)
        with refused(*NO_USER):
            app.sign_in(EMAIL)
        assert pool.user(EMAIL)["Username"] != made["Username"]


class TestAliases:
    @pytest.fixture
    def pool(self, idp):
        return Pool.create(
            idp, AliasAttributes=["email", "phone_number", "preferred_username"], AutoVerifiedAttributes=["email"]
        )

    def test_an_alias_works_for_sign_in_once_verified(self, app):
        app.sign_up("alice", {"email": EMAIL})
        with refused(*NO_USER):
            app.sign_in(EMAIL)
        app.confirm("alice")
        tokens = app.tokens(EMAIL)
        assert claims(tokens["AccessToken"])["username"] == "alice"
        app.sign_in("alice")

    def test_a_name_must_not_look_like_an_alias(self, app):
        with refused(
            "InvalidParameterException",
            "Username cannot be of email format, since user pool is configured for email alias.",
        ):
            app.sign_up(EMAIL)

    def test_the_first_to_verify_holds_the_alias(self, app):
        app.sign_up("alice", {"email": EMAIL})
        app.confirm("alice")
        app.sign_up("bob", {"email": EMAIL})
        with refused("AliasExistsException", TAKEN):
            app.confirm("bob")
        assert claims(app.tokens(EMAIL)["AccessToken"])["username"] == "alice"

    def test_a_forced_creation_moves_the_alias(self, pool, app):
        app.sign_up("alice", {"email": EMAIL})
        app.confirm("alice")
        app.sign_up("bob", {"email": EMAIL})
        app.confirm("bob", ForceAliasCreation=True)
        assert claims(app.tokens(EMAIL)["AccessToken"])["username"] == "bob"
        assert as_dict(pool.describe("bob")["UserAttributes"])["email_verified"] == "true"
        app.sign_in("alice")

    def test_the_same_rule_applies_to_administrators(self, pool, app):
        pool.user("alice", VERIFIED)
        with refused("AliasExistsException", TAKEN):
            pool.invited("bob", VERIFIED)
        with refused(*NO_USER):
            pool.describe("bob")
        pool.user("carol", {"email": EMAIL})
        assert claims(app.tokens(EMAIL)["AccessToken"])["username"] == "alice"

    def test_an_administrator_may_force_it_too(self, idp, pool, app):
        pool.user("alice", VERIFIED)
        pool.invited("bob", VERIFIED, ForceAliasCreation=True)
        idp.admin_set_user_password(UserPoolId=pool.id, Username="bob", Password=PASSWORD, Permanent=True)
        assert claims(app.tokens(EMAIL)["AccessToken"])["username"] == "bob"

    def test_a_deleted_user_frees_the_alias(self, idp, pool, app):
        pool.user("alice", VERIFIED)
        idp.admin_delete_user(UserPoolId=pool.id, Username=EMAIL)
        pool.user("bob", VERIFIED)
        assert claims(app.tokens(EMAIL)["AccessToken"])["username"] == "bob"


class TestCase:
    def test_a_pool_created_by_the_api_is_case_sensitive(self, pool, app):
        pool.user("alice")
        with refused(*NO_USER):
            app.sign_in("Alice")

    def test_a_case_insensitive_pool_folds_names(self, idp):
        pool = Pool.create(idp, UsernameConfiguration={"CaseSensitive": False}, AliasAttributes=["email"])
        app = pool.app()
        pool.user("alice", VERIFIED)
        app.sign_in("ALICE")
        app.sign_in("Alice@Example.COM")
        with refused("UsernameExistsException", "User already exists"):
            app.sign_up("Alice")
