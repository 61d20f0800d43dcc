"""fastapi-cognito: a resource server that verifies access and ID tokens with the keys it fetches."""

from typing import Any, Literal

import pytest
from fastapi import Depends, FastAPI
from fastapi_cognito import CognitoAuth, CognitoSettings
from pydantic import BaseModel, Field
from starlette.testclient import TestClient

from expect import tampered
from pools import Pool, as_dict


class Identity(BaseModel):
    """What this application requires of an ID token. The library's own model is for access tokens."""

    token_use: Literal["id"]
    sub: str
    username: str = Field(alias="cognito:username")
    groups: list[str] = Field(default=[], alias="cognito:groups")
    email: str
    email_verified: bool
    aud: str
    iss: str


@pytest.fixture(scope="module")
def ours(server):
    return Pool.create(server.client())


@pytest.fixture(scope="module")
def shop(ours):
    """An app client of the pool that the resource server trusts, and a user to sign in."""
    ours.user(attributes={"email": "alice@example.com", "email_verified": "true"})
    ours.group("staff")
    ours.join("alice", "staff")
    return ours.app()


@pytest.fixture(scope="module")
def resources(server, shop):
    settings = CognitoSettings(
        check_expiration=True,
        jwt_header_name="Authorization",
        jwt_header_prefix="Bearer",
        userpools={
            "shop": {
                "region": "eu-west-1",
                "userpool_id": shop.pool_id,
                "app_client_id": shop.id,
                "jwks_url": f"{server.url}/{shop.pool_id}/.well-known/jwks.json",
            }
        },
    )
    access, identity = CognitoAuth(settings=settings), CognitoAuth(settings=settings, custom_model=Identity)
    app = FastAPI()

    @app.get("/access")
    def by_access_token(token: Any = Depends(access.auth_required)):
        return {"sub": token.cognito_id, "name": token.username, "iss": str(token.iss), "scope": token.scope}

    @app.get("/identity")
    def by_id_token(token: Any = Depends(identity.auth_required)):
        return token.model_dump()

    # One event loop for all requests: the library ties the fetched keys to it.
    with TestClient(app) as client:
        yield lambda path, token: client.get(path, headers={"Authorization": f"Bearer {token}"})


def test_an_access_token_is_accepted(resources, server, ours, shop):
    answer = resources("/access", shop.tokens()["AccessToken"])
    assert answer.status_code == 200, answer.text
    assert answer.json() == {
        "sub": as_dict(ours.describe()["UserAttributes"])["sub"],
        "name": "alice",
        "iss": f"{server.url}/{shop.pool_id}",
        "scope": "aws.cognito.signin.user.admin",
    }


def test_an_id_token_is_accepted(resources, server, ours, shop):
    answer = resources("/identity", shop.tokens()["IdToken"])
    assert answer.status_code == 200, answer.text
    assert answer.json() == {
        "token_use": "id",
        "sub": as_dict(ours.describe()["UserAttributes"])["sub"],
        "username": "alice",
        "groups": ["staff"],
        "email": "alice@example.com",
        "email_verified": True,
        "aud": shop.id,
        "iss": f"{server.url}/{shop.pool_id}",
    }


def test_tokens_are_accepted_after_a_refresh(resources, shop):
    fresh = shop.refresh(shop.tokens()["RefreshToken"])
    assert resources("/access", fresh["AccessToken"]).status_code == 200
    assert resources("/identity", fresh["IdToken"]).status_code == 200


def test_other_tokens_are_refused(resources, idp, ours, shop):
    stranger = Pool.create(idp)
    stranger.user()
    for token in (
        tampered(shop.tokens()["AccessToken"]),
        stranger.app().tokens()["AccessToken"],
        ours.app().tokens()["AccessToken"],
        ours.app().tokens()["IdToken"],
        shop.tokens()["RefreshToken"],
    ):
        answer = resources("/access", token)
        assert answer.status_code == 401
        assert answer.json()["detail"] in ("Error decoding JWT token.", "Malformed authentication token")
