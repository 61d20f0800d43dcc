"""boto3 as terraform uses it: UpdateUserPool gets back what DescribeUserPool returned, and nothing drifts."""

import pytest

from described import describe_pool, holds, timeless, update_pool, writable
from pools import Pool
from settings import MFA, POOL, POOL_FOR_GOOD, POOL_OTHERWISE


@pytest.fixture(scope="module")
def whole(idp):
    """A pool with every setting."""
    return idp.create_user_pool(**POOL, **POOL_FOR_GOOD)["UserPool"]


def test_a_pool_with_every_setting(idp, whole):
    described = describe_pool(idp, whole["Id"])
    assert described == timeless(whole)
    given = {name: value for name, value in POOL.items() if name != "PoolName"}
    holds(described, given | {"Name": "whole", "AliasAttributes": POOL_FOR_GOOD["AliasAttributes"]})
    assert described["UsernameConfiguration"] == {"CaseSensitive": False}
    update_pool(idp, described)
    assert describe_pool(idp, whole["Id"]) == described


@pytest.mark.parametrize("tier", ["LITE", "ESSENTIALS", "PLUS"])
def test_a_pool_with_minimal_settings(idp, tier):
    made = idp.create_user_pool(PoolName="least", UserPoolTier=tier)["UserPool"]
    described = describe_pool(idp, made["Id"])
    assert described == timeless(made)
    idp.update_user_pool(UserPoolId=made["Id"])
    assert describe_pool(idp, made["Id"]) == described
    update_pool(idp, described)
    assert describe_pool(idp, made["Id"]) == described


def test_a_pool_with_the_other_settings(idp):
    made = idp.create_user_pool(**POOL_OTHERWISE)["UserPool"]
    described = describe_pool(idp, made["Id"])
    holds(described, {name: value for name, value in POOL_OTHERWISE.items() if name != "PoolName"})
    assert described["Policies"]["PasswordPolicy"]["TemporaryPasswordValidityDays"] == 9
    update_pool(idp, described)
    assert describe_pool(idp, made["Id"]) == described


def test_a_pool_reset_to_the_minimum_keeps_what_the_service_keeps(idp):
    least = describe_pool(idp, idp.create_user_pool(PoolName="whole", UserPoolTier="PLUS")["UserPool"]["Id"])
    pool_id = idp.create_user_pool(**POOL)["UserPool"]["Id"]
    before = describe_pool(idp, pool_id)
    idp.update_user_pool(UserPoolId=pool_id)
    reset = {"LambdaConfig", "AutoVerifiedAttributes", "DeviceConfiguration", "UserPoolAddOns", "AcrConfiguration"}
    kept = {name: value for name, value in before.items() if name not in reset}
    assert describe_pool(idp, pool_id) == kept | {name: least[name] for name in reset if name in least}


def test_a_pool_moves_between_tiers_with_its_description(idp):
    made = idp.create_user_pool(PoolName="moving")["UserPool"]
    described = describe_pool(idp, made["Id"])
    for tier in ("LITE", "PLUS", "ESSENTIALS"):
        update_pool(idp, described, UserPoolTier=tier)
        assert describe_pool(idp, made["Id"]) == described | {"UserPoolTier": tier}


def test_a_pool_is_recreated_from_its_description(idp, whole):
    described = describe_pool(idp, whole["Id"])
    # A schema accepts names of at most 20 characters. One of the service's own is longer and cannot be changed.
    schema = [
        attribute | {"Name": attribute["Name"].removeprefix("custom:")}
        for attribute in described["SchemaAttributes"]
        if attribute["Name"] != "phone_number_verified"
    ]
    request = writable(idp, "CreateUserPool", described) | {"PoolName": described["Name"], "Schema": schema}
    request["AdminCreateUserConfig"] = POOL["AdminCreateUserConfig"]
    again = describe_pool(idp, idp.create_user_pool(**request)["UserPool"]["Id"])
    own = {name: again[name] for name in ("Id", "Arn", "CreationDate")}
    assert again == described | own


def test_tags_and_settings_do_not_affect_each_other(idp):
    made = idp.create_user_pool(PoolName="tagged", UserPoolTags={"team": "a"})["UserPool"]
    described = describe_pool(idp, made["Id"])
    idp.tag_resource(ResourceArn=made["Arn"], Tags={"stage": "test", "team": "b"})
    tags = {"stage": "test", "team": "b"}
    assert idp.list_tags_for_resource(ResourceArn=made["Arn"])["Tags"] == tags
    assert describe_pool(idp, made["Id"]) == described | {"UserPoolTags": tags}
    idp.update_user_pool(UserPoolId=made["Id"])
    assert describe_pool(idp, made["Id"]) == described | {"UserPoolTags": tags}
    update_pool(idp, described)
    assert idp.list_tags_for_resource(ResourceArn=made["Arn"])["Tags"] == {"team": "a"}
    idp.untag_resource(ResourceArn=made["Arn"], TagKeys=["team", "never"])
    assert idp.list_tags_for_resource(ResourceArn=made["Arn"])["Tags"] == {}
    assert not describe_pool(idp, made["Id"]).get("UserPoolTags")


def test_second_factors_do_not_drift(idp):
    pool = Pool.create(idp, EmailConfiguration=POOL["EmailConfiguration"])
    untouched = second_factors(idp, pool)
    idp.set_user_pool_mfa_config(UserPoolId=pool.id, **untouched)
    assert second_factors(idp, pool) == untouched
    answered = idp.set_user_pool_mfa_config(UserPoolId=pool.id, **MFA)
    answered.pop("ResponseMetadata")
    assert answered == second_factors(idp, pool) == MFA
    idp.set_user_pool_mfa_config(UserPoolId=pool.id, **MFA)
    assert second_factors(idp, pool) == MFA
    # UpdateUserPool with the description does not change them.
    update_pool(idp, describe_pool(idp, pool.id))
    assert second_factors(idp, pool) == MFA


def second_factors(idp, pool) -> dict:
    answer = idp.get_user_pool_mfa_config(UserPoolId=pool.id)
    answer.pop("ResponseMetadata")
    return answer
