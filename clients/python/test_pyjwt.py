"""PyJWT as a resource server uses it: keys fetched by PyJWKClient, claims checked by decode."""

import jwt
import pytest

from expect import tampered
from pools import Pool


@pytest.fixture(scope="module")
def shop(server):
    pool = Pool.create(server.client())
    pool.user()
    return pool.app()


@pytest.fixture(scope="module")
def verify(server, shop):
    issuer = f"{server.url}/{shop.pool_id}"
    keys = jwt.PyJWKClient(f"{issuer}/.well-known/jwks.json")

    def verify(token: str, **checks) -> dict:
        key = keys.get_signing_key_from_jwt(token)
        required = {"require": ["exp", "iat", "sub", "jti", "token_use"]}
        return jwt.decode(token, key, algorithms=["RS256"], issuer=issuer, options=required, **checks)

    return verify


def test_both_tokens_verify(verify, shop):
    tokens = shop.tokens()
    access = verify(tokens["AccessToken"])
    assert (access["token_use"], access["client_id"], access["username"]) == ("access", shop.id, "alice")
    identity = verify(tokens["IdToken"], audience=shop.id)
    assert (identity["token_use"], identity["cognito:username"], identity["sub"]) == ("id", "alice", access["sub"])


def test_other_tokens_do_not_verify(verify, shop, idp):
    tokens = shop.tokens()
    with pytest.raises(jwt.InvalidSignatureError):
        verify(tampered(tokens["AccessToken"]))
    with pytest.raises(jwt.MissingRequiredClaimError, match="aud"):
        verify(tokens["AccessToken"], audience=shop.id)
    with pytest.raises(jwt.InvalidAudienceError):
        verify(tokens["IdToken"], audience="another")
    stranger = Pool.create(idp)
    stranger.user()
    with pytest.raises(jwt.PyJWKClientError, match="Unable to find a signing key"):
        verify(stranger.app().tokens()["AccessToken"])
