"""boto3: REFRESH_TOKEN_AUTH, GetUser, RevokeToken, GlobalSignOut; the published keys."""

import jwt
import pytest
import requests

from expect import INVALID_REFRESH, NO_USER, REVOKED_ACCESS, REVOKED_REFRESH, claims, header, refused, tampered


@pytest.fixture
def tokens(pool, app):
    pool.user(attributes={"email": "alice@example.com"})
    return app.tokens()


def still_good(idp, app, tokens):
    idp.get_user(AccessToken=tokens["AccessToken"])
    app.refresh(tokens["RefreshToken"])


def test_refresh_gives_new_tokens_of_the_same_family(idp, app, tokens):
    fresh = app.refresh(tokens["RefreshToken"])
    assert set(fresh) == {"AccessToken", "IdToken", "ExpiresIn", "TokenType"}
    for name in ("AccessToken", "IdToken"):
        old, new = claims(tokens[name]), claims(fresh[name])
        for kept in ("sub", "auth_time", "origin_jti", "iss", "token_use"):
            assert new[kept] == old[kept], kept
        assert new["jti"] != old["jti"]
    assert claims(fresh["AccessToken"])["scope"] == "aws.cognito.signin.user.admin"
    idp.get_user(AccessToken=fresh["AccessToken"])
    still_good(idp, app, tokens)


def test_both_names_of_the_refresh_flow(idp, app, tokens):
    answer = idp.initiate_auth(
        AuthFlow="REFRESH_TOKEN", ClientId=app.id, AuthParameters={"REFRESH_TOKEN": tokens["RefreshToken"]}
    )
    assert "RefreshToken" not in answer["AuthenticationResult"]


def test_a_refresh_token_is_bound_to_its_client(pool, app, tokens):
    with refused(*INVALID_REFRESH):
        pool.app().refresh(tokens["RefreshToken"])
    for wrong in ("garbage", "a.b.c.d.e", tampered(tokens["RefreshToken"]), tokens["AccessToken"]):
        with refused(*INVALID_REFRESH):
            app.refresh(wrong)


def test_wrong_access_tokens_are_refused(idp, tokens):
    for wrong in (tokens["IdToken"], tokens["RefreshToken"]):
        with refused("NotAuthorizedException", "Invalid Access Token"):
            idp.get_user(AccessToken=wrong)
    with refused("NotAuthorizedException") as caught:
        idp.get_user(AccessToken="garbage")
    assert caught.value.response["Error"]["Message"] in (
        "Invalid Access Token",
        "Could not verify signature for Access Token",
    )
    with refused("NotAuthorizedException", "Could not verify signature for Access Token"):
        idp.get_user(AccessToken=tampered(tokens["AccessToken"]))
    unsigned = jwt.encode(claims(tokens["AccessToken"]), "", algorithm="none", headers={"kid": "x"})
    with refused("NotAuthorizedException"):
        idp.get_user(AccessToken=unsigned + "x")


def test_revoking_a_family_leaves_the_others_valid(idp, app, tokens):
    other = app.tokens()
    fresh = app.refresh(tokens["RefreshToken"])
    assert idp.revoke_token(Token=tokens["RefreshToken"], ClientId=app.id)["ResponseMetadata"]["HTTPStatusCode"] == 200
    for access in (tokens["AccessToken"], fresh["AccessToken"]):
        with refused(*REVOKED_ACCESS):
            idp.get_user(AccessToken=access)
    with refused(*REVOKED_REFRESH):
        app.refresh(tokens["RefreshToken"])
    idp.revoke_token(Token=tokens["RefreshToken"], ClientId=app.id)  # repeating it is not an error
    still_good(idp, app, other)


def test_not_every_token_can_be_revoked(idp, pool, app, tokens):
    for wrong in (tokens["AccessToken"], tokens["IdToken"]):
        with refused("UnsupportedTokenTypeException"):
            idp.revoke_token(Token=wrong, ClientId=app.id)
    idp.revoke_token(Token="garbage", ClientId=app.id)
    with refused("UnauthorizedException"):
        idp.revoke_token(Token=tokens["RefreshToken"], ClientId="nosuchclient")
    still_good(idp, app, tokens)
    lasting = pool.app(EnableTokenRevocation=False)
    kept = lasting.tokens()
    assert "origin_jti" not in claims(kept["AccessToken"])
    with refused("UnsupportedOperationException"):
        idp.revoke_token(Token=kept["RefreshToken"], ClientId=lasting.id)
    still_good(idp, lasting, kept)


def test_global_sign_out_ends_every_session_of_the_user(idp, pool, app, tokens):
    elsewhere = pool.app(EnableTokenRevocation=False)
    also = elsewhere.tokens()
    pool.user("bob")
    neighbour = app.tokens("bob")
    idp.global_sign_out(AccessToken=tokens["AccessToken"])
    for client, ended in ((app, tokens), (elsewhere, also)):
        with refused(*REVOKED_ACCESS):
            idp.get_user(AccessToken=ended["AccessToken"])
        with refused(*REVOKED_REFRESH):
            client.refresh(ended["RefreshToken"])
    with refused(*REVOKED_ACCESS):
        idp.global_sign_out(AccessToken=tokens["AccessToken"])
    still_good(idp, app, neighbour)
    still_good(idp, app, app.tokens())


def test_disabling_revokes_tokens_and_enabling_does_not_restore_them(idp, pool, app, tokens):
    idp.admin_disable_user(UserPoolId=pool.id, Username="alice")
    with refused(*REVOKED_ACCESS):
        idp.get_user(AccessToken=tokens["AccessToken"])
    with refused("NotAuthorizedException"):
        app.refresh(tokens["RefreshToken"])
    idp.admin_enable_user(UserPoolId=pool.id, Username="alice")
    with refused(*REVOKED_ACCESS):
        idp.get_user(AccessToken=tokens["AccessToken"])
    with refused(*REVOKED_REFRESH):
        app.refresh(tokens["RefreshToken"])
    still_good(idp, app, app.tokens())


def test_tokens_of_a_deleted_user_are_refused(idp, pool, tokens):
    idp.admin_delete_user(UserPoolId=pool.id, Username="alice")
    with refused(*NO_USER):
        idp.get_user(AccessToken=tokens["AccessToken"])
    with refused("NotAuthorizedException"):
        idp.global_sign_out(AccessToken=tokens["AccessToken"])
    pool.user()  # the name is free again, but the new user is another one
    with refused(*NO_USER):
        idp.get_user(AccessToken=tokens["AccessToken"])


def test_a_password_change_does_not_revoke_tokens(idp, pool, app, tokens):
    idp.admin_set_user_password(UserPoolId=pool.id, Username="alice", Password="Another-horse-8", Permanent=True)
    still_good(idp, app, tokens)


def test_published_keys_verify_the_tokens(server, pool, tokens):
    answer = requests.get(f"{server.url}/{pool.id}/.well-known/jwks.json", timeout=30)
    assert answer.headers["Content-Type"].startswith("application/json")
    keys = answer.json()["keys"]
    assert len(keys) == 2
    for key in keys:
        assert set(key) == {"alg", "e", "kid", "kty", "n", "use"}
        assert (key["alg"], key["kty"], key["use"], key["e"]) == ("RS256", "RSA", "sig", "AQAB")
    known = {key["kid"]: jwt.PyJWK(key).key for key in keys}
    used = set()
    for token in (tokens["IdToken"], tokens["AccessToken"]):
        kid = header(token)["kid"]
        used.add(kid)
        jwt.decode(
            token, known[kid], algorithms=["RS256"], issuer=f"{server.url}/{pool.id}", options={"verify_aud": False}
        )
    assert used == set(known)


def test_discovery_names_the_issuer_and_the_keys(server, pool):
    answer = requests.get(f"{server.url}/{pool.id}/.well-known/openid-configuration", timeout=30).json()
    assert answer["issuer"] == f"{server.url}/{pool.id}"
    assert answer["jwks_uri"] == f"{server.url}/{pool.id}/.well-known/jwks.json"


def test_keys_of_an_unknown_pool(server):
    answer = requests.get(f"{server.url}/eu-west-1_Nowhere00/.well-known/jwks.json", timeout=30)
    assert answer.status_code in (400, 404)
    assert answer.json() == {"message": "User pool eu-west-1_Nowhere00 does not exist."}
