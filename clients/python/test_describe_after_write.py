"""boto3 as terraform and its like use it: what Describe answers is given back by Update, and nothing drifts."""

import pytest

from expect import refused
from pools import Pool, as_dict
from settings import CLIENT, CLIENT_OTHERWISE, GROUP, MFA, POOL, POOL_FOR_GOOD, POOL_OTHERWISE, covered, members

SUPERSEDED = "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays"
# Described beside its successor, and refused beside it: the service's own trap, which terraform knows.
TRAP = ("AdminCreateUserConfig", "UnusedAccountValidityDays")


def shape(idp, operation: str):
    return idp.meta.service_model.operation_model(operation).input_shape


def timeless(described: dict) -> dict:
    """What is described, without what every change moves."""
    return {name: value for name, value in described.items() if name not in ("LastModifiedDate", "UserLastModifiedDate")}


def writable(idp, operation: str, described: dict) -> dict:
    """What of a description the operation takes."""
    return {name: value for name, value in described.items() if name in shape(idp, operation).members}


def holds(described, given) -> None:
    """All that was given is described as it was given; Describe may add defaults."""
    if isinstance(given, dict):
        for name, value in given.items():
            assert name in described, name
            holds(described[name], value)
    else:
        assert described == given


def describe_pool(idp, pool_id: str) -> dict:
    return timeless(idp.describe_user_pool(UserPoolId=pool_id)["UserPool"])


def update_pool(idp, described: dict, **changes) -> None:
    """As terraform does: all that is described, and once more without the trap when that is refused."""
    request = {"UserPoolId": described["Id"], "PoolName": described["Name"]}
    request |= writable(idp, "UpdateUserPool", described) | changes
    with refused("InvalidParameterException", SUPERSEDED):
        idp.update_user_pool(**request)
    group, member = TRAP
    request[group] = {name: value for name, value in request[group].items() if name != member}
    idp.update_user_pool(**request)


def describe_client(idp, made: dict) -> dict:
    return timeless(
        idp.describe_user_pool_client(UserPoolId=made["UserPoolId"], ClientId=made["ClientId"])["UserPoolClient"]
    )


@pytest.fixture(scope="module")
def whole(idp):
    """A pool with every setting."""
    made = idp.create_user_pool(**POOL, **POOL_FOR_GOOD)["UserPool"]
    yield made
    idp.update_user_pool(UserPoolId=made["Id"])


def test_the_settings_below_are_all_there_are(idp):
    for operation, requests, named in [
        ("UpdateUserPool", [POOL, POOL_OTHERWISE], {"UserPoolId"}),
        ("UpdateUserPoolClient", [CLIENT, CLIENT_OTHERWISE], {"UserPoolId", "ClientId"}),
        ("UpdateGroup", [GROUP], {"UserPoolId", "GroupName"}),
    ]:
        wanted = members(shape(idp, operation)) - named
        given = set().union(*(covered(request, shape(idp, operation)) for request in requests))
        assert given == wanted, operation
    # The one other way to send SMS is covered by POOL_OTHERWISE.
    other = {name for name in members(shape(idp, "SetUserPoolMfaConfig")) if ".EumsSms." in name}
    wanted = members(shape(idp, "SetUserPoolMfaConfig")) - {"UserPoolId"} - other
    assert covered(MFA, shape(idp, "SetUserPoolMfaConfig")) == wanted


def test_all_that_can_be_updated_is_described(idp):
    for update, describe, answer in [
        ("UpdateUserPool", "DescribeUserPool", "UserPool"),
        ("UpdateUserPoolClient", "DescribeUserPoolClient", "UserPoolClient"),
        ("UpdateGroup", "GetGroup", "Group"),
    ]:
        described = idp.meta.service_model.operation_model(describe).output_shape.members[answer].members
        hidden = set(shape(idp, update).members) - set(described)
        # The answer calls these two Id and Name.
        assert hidden == ({"UserPoolId", "PoolName"} if update == "UpdateUserPool" else set())


def test_a_pool_with_every_setting(idp, whole):
    described = describe_pool(idp, whole["Id"])
    assert described == timeless(whole)
    given = {name: value for name, value in POOL.items() if name != "PoolName"}
    holds(described, given | {"Name": "whole", "AliasAttributes": POOL_FOR_GOOD["AliasAttributes"]})
    assert described["UsernameConfiguration"] == {"CaseSensitive": False}
    update_pool(idp, described)
    assert describe_pool(idp, whole["Id"]) == described


@pytest.mark.parametrize("tier", ["LITE", "ESSENTIALS", "PLUS"])
def test_a_pool_with_the_least(idp, tier):
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


def test_a_pool_taken_back_to_the_least_keeps_what_the_service_keeps(idp):
    least = describe_pool(idp, idp.create_user_pool(PoolName="whole", UserPoolTier="PLUS")["UserPool"]["Id"])
    pool_id = idp.create_user_pool(**POOL)["UserPool"]["Id"]
    idp.update_user_pool(UserPoolId=pool_id)
    described = describe_pool(idp, pool_id)
    kept = {name: POOL[name] for name in ("Policies", "UserPoolTags", "DcrConfiguration")}
    days = {"AdminCreateUserConfig": {"AllowAdminCreateUserOnly": False, "UnusedAccountValidityDays": 5}}
    own = {name: described[name] for name in ("Id", "Arn", "CreationDate")}
    assert described == least | kept | days | own


def test_a_pool_is_moved_between_tiers_with_what_is_described(idp):
    made = idp.create_user_pool(PoolName="moving")["UserPool"]
    described = describe_pool(idp, made["Id"])
    for tier in ("LITE", "PLUS", "ESSENTIALS"):
        update_pool(idp, described, UserPoolTier=tier)
        assert describe_pool(idp, made["Id"]) == described | {"UserPoolTier": tier}


def test_a_pool_made_anew_from_what_is_described(idp, whole):
    described = describe_pool(idp, whole["Id"])
    # A schema takes names of 20 characters at most: one of the service's own is longer, and cannot be changed.
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


def test_tags_and_settings_leave_each_other_alone(idp):
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


@pytest.mark.parametrize(
    "settings",
    [
        CLIENT,
        CLIENT_OTHERWISE | {"GenerateSecret": True},
        {"ClientName": "least"},
        {"ClientName": "least", "GenerateSecret": True},
        {"ClientName": "unlimited", "RefreshTokenValidity": 0, "TokenValidityUnits": {"RefreshToken": "minutes"}},
        {"ClientName": "legacy", "ExplicitAuthFlows": ["ADMIN_NO_SRP_AUTH"], "ReadAttributes": [], "CallbackURLs": []},
    ],
    ids=["whole", "machine", "least", "least-secret", "zero", "legacy"],
)
def test_a_client(idp, whole, settings):
    made = idp.create_user_pool_client(UserPoolId=whole["Id"], **settings)["UserPoolClient"]
    described = describe_client(idp, made)
    assert described == timeless(made)
    if settings in (CLIENT, CLIENT_OTHERWISE | {"GenerateSecret": True}):
        holds(described, {name: value for name, value in settings.items() if name != "GenerateSecret"})
    updated = idp.update_user_pool_client(**writable(idp, "UpdateUserPoolClient", described))["UserPoolClient"]
    assert timeless(updated) == described
    assert describe_client(idp, made) == described


def test_a_client_taken_back_to_the_least(idp, whole):
    least = idp.create_user_pool_client(UserPoolId=whole["Id"], ClientName="whole")["UserPoolClient"]
    made = idp.create_user_pool_client(UserPoolId=whole["Id"], **CLIENT)["UserPoolClient"]
    idp.update_user_pool_client(UserPoolId=whole["Id"], ClientId=made["ClientId"])
    own = {name: made[name] for name in ("ClientId", "CreationDate")}
    assert describe_client(idp, made) == timeless(least) | own


@pytest.mark.parametrize("settings", [GROUP, {}], ids=["whole", "least"])
def test_a_group(idp, pool, settings):
    made = pool.group("staff", **settings)
    described = idp.get_group(UserPoolId=pool.id, GroupName="staff")["Group"]
    assert described == made
    holds(described, settings)
    answered = idp.update_group(**writable(idp, "UpdateGroup", described))["Group"]
    assert timeless(answered) == timeless(described)
    idp.update_group(UserPoolId=pool.id, GroupName="staff")
    assert timeless(idp.get_group(UserPoolId=pool.id, GroupName="staff")["Group"]) == timeless(described)


ATTRIBUTES = {
    "name": "Jo Doe",
    "given_name": "Jo",
    "family_name": "Doe",
    "middle_name": "M.",
    "nickname": "J",
    "preferred_username": "jo-d",
    "profile": "https://example.com/jo",
    "picture": "https://example.com/jo.png",
    "website": "https://example.com",
    "email": "Jo@example.com",
    "email_verified": "true",
    "gender": "other",
    "birthdate": "2000-02-29",
    "zoneinfo": "Europe/Zurich",
    "locale": "de-CH",
    "phone_number": "+41790000000",
    "phone_number_verified": "false",
    "address": "Main Street 1",
    "updated_at": "1767225600",
    "custom:plan": "gold",
    "custom:level": "3",
}


@pytest.mark.parametrize("attributes", [ATTRIBUTES, {}], ids=["whole", "least"])
def test_a_user(idp, attributes):
    schema = [entry for entry in POOL_FOR_GOOD["Schema"] if entry["Name"] in ("plan", "level")]
    pool = Pool.create(idp, Schema=schema)
    standard = {entry["Name"] for entry in describe_pool(idp, pool.id)["SchemaAttributes"]}
    assert set(ATTRIBUTES) == standard - {"sub", "identities"}
    made = pool.invited("jo", attributes)
    described = timeless(pool.describe("jo"))
    described.pop("ResponseMetadata")
    holds(as_dict(described["UserAttributes"]), attributes)
    assert as_dict(made["Attributes"]) == as_dict(described["UserAttributes"])
    given_back = [entry for entry in described["UserAttributes"] if entry["Name"] != "sub"]
    idp.admin_update_user_attributes(UserPoolId=pool.id, Username="jo", UserAttributes=given_back)
    again = timeless(pool.describe("jo"))
    again.pop("ResponseMetadata")
    assert again == described


def test_second_factors(idp):
    pool = Pool.create(idp)
    untouched = second_factors(idp, pool)
    idp.set_user_pool_mfa_config(UserPoolId=pool.id, **untouched)
    assert second_factors(idp, pool) == untouched
    answered = idp.set_user_pool_mfa_config(UserPoolId=pool.id, **MFA)
    answered.pop("ResponseMetadata")
    assert answered == second_factors(idp, pool) == MFA
    idp.set_user_pool_mfa_config(UserPoolId=pool.id, **MFA)
    assert second_factors(idp, pool) == MFA
    # UpdateUserPool with what is described leaves them alone.
    update_pool(idp, describe_pool(idp, pool.id))
    assert second_factors(idp, pool) == MFA


def second_factors(idp, pool) -> dict:
    answer = idp.get_user_pool_mfa_config(UserPoolId=pool.id)
    answer.pop("ResponseMetadata")
    return answer


def test_session_settings(idp, pool, app):
    sessions = {"UserSessionTracking": "ENABLED", "TokenSession": {"MaxPerUser": 3}}
    idp.set_user_pool_session_configuration(UserPoolId=pool.id, **sessions)
    described = idp.get_user_pool_session_configuration(UserPoolId=pool.id)
    holds(described, sessions)
    idp.set_user_pool_session_configuration(**writable(idp, "SetUserPoolSessionConfiguration", described))
    idp.update_user_pool(UserPoolId=pool.id)
    again = idp.get_user_pool_session_configuration(UserPoolId=pool.id)
    assert again | {"ResponseMetadata": None} == described | {"ResponseMetadata": None}
    own = {"UserPoolId": pool.id, "ClientId": app.id}
    idp.set_user_pool_client_session_configuration(**own, SSOSession={"MaxValidityMinutes": 90})
    described = idp.get_user_pool_client_session_configuration(**own)
    idp.set_user_pool_client_session_configuration(
        **writable(idp, "SetUserPoolClientSessionConfiguration", described)
    )
    again = idp.get_user_pool_client_session_configuration(**own)
    assert again["SSOSession"] == described["SSOSession"] == {"MaxValidityMinutes": 90}
