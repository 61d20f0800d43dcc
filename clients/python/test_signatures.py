"""boto3 and handwritten requests: who may call what, with and without configured access keys."""

import json

import pytest
import requests
from botocore import UNSIGNED
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from conftest import ACCESS_KEY
from expect import NO_USER, refused
from pools import Pool

KEY, SECRET = ACCESS_KEY
MISMATCH = (
    "InvalidSignatureException",
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access "
    "Key and signing method. Consult the service documentation for details.",
)
JSON = "application/x-amz-json-1.1"
TARGET = "AWSCognitoIdentityProviderService.ListUserPools"
LIST = json.dumps({"MaxResults": 1})


@pytest.fixture
def admin(keyed_server):
    return keyed_server.client(KEY, SECRET)


def test_the_right_key_works(admin):
    pool = Pool.create(admin)
    pool.user()
    assert pool.describe()["Username"] == "alice"


def test_a_wrong_secret_is_refused(keyed_server):
    with refused(*MISMATCH):
        keyed_server.client(KEY, "another secret").list_user_pools(MaxResults=1)


def test_an_unknown_key_is_refused(keyed_server):
    with refused("UnrecognizedClientException", "The security token included in the request is invalid."):
        keyed_server.client("AKIANOBODY", SECRET).list_user_pools(MaxResults=1)


def test_a_body_changed_after_signing_is_refused(keyed_server):
    client = keyed_server.client(KEY, SECRET)

    def change(request, **_):
        request.body = request.body.replace(b"honest", b"forged")

    client.meta.events.register("before-send.cognito-identity-provider.CreateUserPool", change)
    with refused("InvalidSignatureException"):
        client.create_user_pool(PoolName="honest")


def test_a_target_changed_after_signing_is_refused(keyed_server):
    client = keyed_server.client(KEY, SECRET)

    def change(request, **_):
        request.headers["X-Amz-Target"] = "AWSCognitoIdentityProviderService.DeleteUserPool"

    client.meta.events.register("before-send.cognito-identity-provider.DescribeUserPool", change)
    pool = Pool.create(client)
    with refused(*MISMATCH):
        client.describe_user_pool(UserPoolId=pool.id)
    keyed_server.client(KEY, SECRET).describe_user_pool(UserPoolId=pool.id)


@pytest.mark.parametrize(
    ("service", "region", "words"),
    [
        ("cognito-identity", "eu-west-1", "Credential should be scoped to correct service: 'cognito-idp'."),
        ("cognito-idp", "eu-west-1", None),
    ],
)
def test_the_scope_names_the_service(keyed_server, service, region, words):
    request = AWSRequest("POST", keyed_server.url + "/", {"X-Amz-Target": TARGET, "Content-Type": JSON}, LIST)
    SigV4Auth(Credentials(KEY, SECRET), service, region).add_auth(request)
    answer = requests.post(request.url, data=LIST, headers=dict(request.headers), timeout=30)
    if words is None:
        assert answer.status_code == 200, answer.text
    else:
        assert answer.json() == {"__type": "InvalidSignatureException", "message": words}


@pytest.mark.parametrize("name", ["server", "keyed_server"])
def test_administration_needs_a_signature_and_users_do_not(request, name):
    server = request.getfixturevalue(name)
    answer = server.post("ListUserPools", LIST)
    assert answer.status_code in (400, 403)
    assert answer.json() == {
        "__type": "MissingAuthenticationTokenException",
        "message": "Missing Authentication Token",
    }
    app = Pool.create(server.client(KEY, SECRET)).app()
    app.idp = server.client(signature_version=UNSIGNED)
    with refused(*NO_USER):
        app.sign_in("nobody")


def test_a_header_that_cannot_be_parsed_is_refused(server):
    answer = server.post("ListUserPools", LIST, Authorization="AWS4-HMAC-SHA256 nonsense")
    assert answer.json()["__type"] == "IncompleteSignatureException"


def test_operations_without_authentication_ignore_the_header(keyed_server):
    answer = keyed_server.post("GetUser", json.dumps({"AccessToken": "a.b.c"}), Authorization="Bearer a.b.c")
    assert answer.json()["__type"] == "NotAuthorizedException"
