"""boto3: CreateUserPoolClient, DescribeUserPoolClient."""

import re

from expect import claims, no_client, no_pool, refused
from pools import Pool


def test_a_client_without_settings_has_the_services_defaults(idp, pool):
    made = idp.create_user_pool_client(UserPoolId=pool.id, ClientName="web")["UserPoolClient"]
    assert idp.describe_user_pool_client(UserPoolId=pool.id, ClientId=made["ClientId"])["UserPoolClient"] == made
    assert re.fullmatch(r"[a-z0-9]{26}", made["ClientId"])
    assert made.pop("CreationDate") == made.pop("LastModifiedDate")
    assert made == {
        "UserPoolId": pool.id,
        "ClientName": "web",
        "ClientId": made["ClientId"],
        "RefreshTokenValidity": 30,
        "TokenValidityUnits": {},
        "AllowedOAuthFlowsUserPoolClient": False,
        "EnableTokenRevocation": True,
        "EnablePropagateAdditionalUserContextData": False,
        "AuthSessionValidity": 3,
    }


def test_a_secret_is_generated_and_shown(idp, pool):
    made = idp.create_user_pool_client(UserPoolId=pool.id, ClientName="api", GenerateSecret=True)["UserPoolClient"]
    assert re.fullmatch(r"[a-z0-9]{51,52}", made["ClientSecret"])
    described = idp.describe_user_pool_client(UserPoolId=pool.id, ClientId=made["ClientId"])["UserPoolClient"]
    assert described["ClientSecret"] == made["ClientSecret"]
    other = idp.create_user_pool_client(UserPoolId=pool.id, ClientName="api", GenerateSecret=True)["UserPoolClient"]
    assert other["ClientSecret"] != made["ClientSecret"]


def test_settings_are_described_as_they_were_set(idp, pool):
    settings = {
        "ClientName": "tuned",
        "RefreshTokenValidity": 2,
        "AccessTokenValidity": 10,
        "IdTokenValidity": 20,
        "TokenValidityUnits": {"AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "hours"},
        "ReadAttributes": ["email"],
        "WriteAttributes": ["email"],
        "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        "PreventUserExistenceErrors": "ENABLED",
        "EnableTokenRevocation": False,
        "AuthSessionValidity": 5,
    }
    made = idp.create_user_pool_client(UserPoolId=pool.id, **settings)["UserPoolClient"]
    for name, value in settings.items():
        shown = sorted(made[name]) if isinstance(value, list) else made[name]
        assert shown == (sorted(value) if isinstance(value, list) else value), name


def test_validity_settings_reach_the_tokens(pool):
    app = pool.app(
        AccessTokenValidity=10,
        IdTokenValidity=20,
        TokenValidityUnits={"AccessToken": "minutes", "IdToken": "minutes"},
    )
    pool.user()
    tokens = app.tokens()
    assert tokens["ExpiresIn"] == 600
    access, identity = claims(tokens["AccessToken"]), claims(tokens["IdToken"])
    assert access["exp"] - access["auth_time"] in (600, 601)
    assert identity["exp"] - identity["auth_time"] in (1200, 1201)


def test_unknown_names_are_reported(idp, pool):
    with refused(*no_client("nosuchclient")):
        idp.describe_user_pool_client(UserPoolId=pool.id, ClientId="nosuchclient")
    with refused(*no_pool("eu-west-1_Nowhere00")):
        idp.create_user_pool_client(UserPoolId="eu-west-1_Nowhere00", ClientName="web")
    stranger = Pool.create(idp).app()
    with refused(*no_client(stranger.id)):
        idp.describe_user_pool_client(UserPoolId=pool.id, ClientId=stranger.id)


def test_legacy_and_allow_flows_do_not_mix(pool):
    with refused("InvalidParameterException"):
        pool.app(ExplicitAuthFlows=["USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"])
