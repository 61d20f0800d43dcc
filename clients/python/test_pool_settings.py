"""boto3: UpdateUserPool, AddCustomAttributes, tags, SetUserPoolMfaConfig."""

from expect import no_pool, refused
from pools import Pool


def test_an_update_resets_some_settings_and_keeps_those_that_restrict(idp):
    policy = {"PasswordPolicy": {"MinimumLength": 12}}
    pool = Pool.create(idp, AutoVerifiedAttributes=["email"], Policies=policy, UserPoolTags={"team": "a"})
    idp.update_user_pool(UserPoolId=pool.id, DeletionProtection="ACTIVE")
    described = idp.describe_user_pool(UserPoolId=pool.id)["UserPool"]
    assert "AutoVerifiedAttributes" not in described
    assert described["DeletionProtection"] == "ACTIVE"
    assert described["Policies"]["PasswordPolicy"]["MinimumLength"] == 12
    assert (described["Name"], described["UserPoolTags"]) == ("judge", {"team": "a"})
    words = (
        "The user pool cannot be deleted because deletion protection is activated. "
        "Deletion protection must be inactivated first."
    )
    with refused("InvalidParameterException", words):
        idp.delete_user_pool(UserPoolId=pool.id)
    idp.update_user_pool(UserPoolId=pool.id)
    with refused("InvalidParameterException", words):
        idp.delete_user_pool(UserPoolId=pool.id)
    idp.update_user_pool(UserPoolId=pool.id, DeletionProtection="INACTIVE")
    idp.delete_user_pool(UserPoolId=pool.id)
    with refused(*no_pool(pool.id)):
        idp.update_user_pool(UserPoolId=pool.id)


def test_an_added_attribute_can_be_used_at_once(idp, pool):
    idp.add_custom_attributes(
        UserPoolId=pool.id, CustomAttributes=[{"Name": "plan", "AttributeDataType": "String", "Mutable": True}]
    )
    pool.app(WriteAttributes=["custom:plan"]).sign_up("alice", {"custom:plan": "gold"})
    [user] = idp.list_users(UserPoolId=pool.id, Filter='custom:plan = "GOLD"')["Users"]
    assert user["Username"] == "alice"
    with refused("InvalidParameterException"):
        idp.add_custom_attributes(
            UserPoolId=pool.id, CustomAttributes=[{"Name": "plan", "AttributeDataType": "String"}]
        )


def test_tags(idp, pool):
    arn = idp.describe_user_pool(UserPoolId=pool.id)["UserPool"]["Arn"]
    idp.tag_resource(ResourceArn=arn, Tags={"team": "a", "stage": "test"})
    idp.untag_resource(ResourceArn=arn, TagKeys=["team"])
    assert idp.list_tags_for_resource(ResourceArn=arn)["Tags"] == {"stage": "test"}
    assert idp.describe_user_pool(UserPoolId=pool.id)["UserPool"]["UserPoolTags"] == {"stage": "test"}


def test_a_required_second_factor_blocks_sign_in(idp, pool, app):
    pool.user()
    assert app.tokens()
    untouched = idp.get_user_pool_mfa_config(UserPoolId=pool.id)
    assert untouched["MfaConfiguration"] == "OFF"
    idp.set_user_pool_mfa_config(
        UserPoolId=pool.id, SoftwareTokenMfaConfiguration={"Enabled": True}, MfaConfiguration="ON"
    )
    # An unrelated update leaves it required.
    idp.update_user_pool(UserPoolId=pool.id, UserPoolTags={"team": "a"})
    with refused("InvalidUserPoolConfigurationException"):
        app.sign_in("alice")
    idp.set_user_pool_mfa_config(UserPoolId=pool.id, MfaConfiguration="OFF")
    assert app.tokens()
