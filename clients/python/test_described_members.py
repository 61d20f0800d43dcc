"""boto3 as terraform uses it: app clients, groups, users and session settings; and a check that no setting is left out."""

import pytest

from described import covered, describe_pool, holds, members, shape, timeless, writable
from pools import Pool, as_dict
from settings import CLIENT, CLIENT_OTHERWISE, GROUP, MFA, POOL, POOL_FOR_GOOD, POOL_OTHERWISE


@pytest.fixture(scope="module")
def whole(idp):
    """A pool whose tier and schema allow every setting of a client."""
    return idp.create_user_pool(**POOL, **POOL_FOR_GOOD)["UserPool"]


def describe_client(idp, made: dict) -> dict:
    return timeless(
        idp.describe_user_pool_client(UserPoolId=made["UserPoolId"], ClientId=made["ClientId"])["UserPoolClient"]
    )


def test_every_setting_of_the_model_is_tried(idp):
    for operation, requests, named in [
        ("UpdateUserPool", [POOL, POOL_OTHERWISE], {"UserPoolId"}),
        ("UpdateUserPoolClient", [CLIENT, CLIENT_OTHERWISE], {"UserPoolId", "ClientId"}),
        ("UpdateGroup", [GROUP], {"UserPoolId", "GroupName"}),
    ]:
        wanted = members(shape(idp, operation)) - named
        given = set().union(*(covered(request, shape(idp, operation)) for request in requests))
        assert given == wanted, operation
    # POOL_OTHERWISE covers the other way to send SMS.
    other = {name for name in members(shape(idp, "SetUserPoolMfaConfig")) if ".EumsSms." in name}
    wanted = members(shape(idp, "SetUserPoolMfaConfig")) - {"UserPoolId"} - other
    assert covered(MFA, shape(idp, "SetUserPoolMfaConfig")) == wanted


def test_everything_that_can_be_updated_is_described(idp):
    for update, describe, answer in [
        ("UpdateUserPool", "DescribeUserPool", "UserPool"),
        ("UpdateUserPoolClient", "DescribeUserPoolClient", "UserPoolClient"),
        ("UpdateGroup", "GetGroup", "Group"),
    ]:
        described = idp.meta.service_model.operation_model(describe).output_shape.members[answer].members
        hidden = set(shape(idp, update).members) - set(described)
        # The answer calls these two Id and Name.
        assert hidden == ({"UserPoolId", "PoolName"} if update == "UpdateUserPool" else set())


@pytest.mark.parametrize(
    "settings",
    [
        CLIENT,
        CLIENT_OTHERWISE | {"GenerateSecret": True},
        {"ClientName": "minimal"},
        {"ClientName": "minimal", "GenerateSecret": True},
        {"ClientName": "unlimited", "RefreshTokenValidity": 0, "TokenValidityUnits": {"RefreshToken": "minutes"}},
        {"ClientName": "rotating", "RefreshTokenRotation": {"Feature": "ENABLED"}},
        {"ClientName": "not-rotating", "RefreshTokenRotation": {"Feature": "DISABLED"}},
        {"ClientName": "legacy", "ExplicitAuthFlows": ["ADMIN_NO_SRP_AUTH"], "ReadAttributes": [], "CallbackURLs": []},
    ],
    ids=["whole", "machine", "minimal", "minimal-secret", "zero", "rotating", "not-rotating", "legacy"],
)
def test_a_client_does_not_drift(idp, whole, settings):
    made = idp.create_user_pool_client(UserPoolId=whole["Id"], **settings)["UserPoolClient"]
    described = describe_client(idp, made)
    assert described == timeless(made)
    if settings in (CLIENT, CLIENT_OTHERWISE | {"GenerateSecret": True}):
        holds(described, {name: value for name, value in settings.items() if name != "GenerateSecret"})
    updated = idp.update_user_pool_client(**writable(idp, "UpdateUserPoolClient", described))["UserPoolClient"]
    assert timeless(updated) == described
    assert describe_client(idp, made) == described


# What UpdateUserPoolClient keeps when it is omitted.
KEPT = {
    "ClientName",
    "RefreshTokenValidity",
    "PreventUserExistenceErrors",
    "EnableTokenRevocation",
    "AuthSessionValidity",
    "RefreshTokenRotation",
}


def test_a_client_reset_to_the_minimum_keeps_what_the_service_keeps(idp, whole):
    least = idp.create_user_pool_client(UserPoolId=whole["Id"], ClientName="whole")["UserPoolClient"]
    made = idp.create_user_pool_client(UserPoolId=whole["Id"], **CLIENT)["UserPoolClient"]
    idp.update_user_pool_client(UserPoolId=whole["Id"], ClientId=made["ClientId"])
    own = {name: made[name] for name in KEPT | {"ClientId", "CreationDate"}}
    units = {"TokenValidityUnits": {"RefreshToken": "hours"}}
    assert describe_client(idp, made) == timeless(least) | own | units


def test_lists_of_a_client_are_described_sorted(idp, pool):
    lists = {
        "ReadAttributes": ["name", "email"],
        "WriteAttributes": ["name", "email"],
        "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        "CallbackURLs": ["https://b.example.com/", "https://a.example.com/"],
        "LogoutURLs": ["https://b.example.com/", "https://a.example.com/"],
        "AllowedOAuthFlows": ["implicit", "code"],
        "AllowedOAuthScopes": ["openid", "email"],
    }
    made = idp.create_user_pool_client(UserPoolId=pool.id, ClientName="web", **lists)["UserPoolClient"]
    for name, value in lists.items():
        assert made[name] == sorted(value), name


@pytest.mark.parametrize("settings", [GROUP, {}], ids=["whole", "minimal"])
def test_a_group_does_not_drift(idp, pool, settings):
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


@pytest.mark.parametrize("attributes", [ATTRIBUTES, {}], ids=["whole", "minimal"])
def test_a_user_does_not_drift(idp, attributes):
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


def test_session_settings_do_not_drift(idp, pool, app):
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
