"""Handwritten requests: the protocol below the SDKs, and what `dev` refuses."""

import json

import pytest
import requests

from expect import UUID

PREFIX = "AWSCognitoIdentityProviderService."
EXPOSED = {"x-amzn-requestid", "x-amzn-errortype", "x-amzn-errormessage", "date"}
SIGNED = (
    "AWS4-HMAC-SHA256 Credential=any/20260101/eu-west-1/cognito-idp/aws4_request, "
    "SignedHeaders=host;x-amz-date;x-amz-target, Signature=" + "0" * 64
)


def test_the_form_of_an_error_on_the_wire(server):
    answer = server.post("GetUser", json.dumps({"AccessToken": "not.a.token"}))
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/x-amz-json-1.1"
    assert answer.headers["x-amzn-ErrorType"] == "NotAuthorizedException:"
    assert UUID.fullmatch(answer.headers["x-amzn-RequestId"])
    assert set(answer.json()) == {"__type", "message"}
    assert answer.json()["__type"] == "NotAuthorizedException"
    assert answer.headers["x-amzn-ErrorMessage"] == answer.json()["message"]


def test_unknown_operations(server):
    for target in (PREFIX + "NoSuchOperation", PREFIX + "getUser", "Other.GetUser", ""):
        answer = server.post("", "{}", X_Amz_Target=target)
        assert (answer.status_code, answer.json()) == (400, {"__type": "UnknownOperationException"}), target


@pytest.mark.parametrize("body", ["", "nonsense", '{"AccessToken":"a",}', '{"AccessToken":', "null", '"text"'])
def test_bodies_that_are_not_an_object(server, body):
    answer = server.post("GetUser", body)
    assert (answer.status_code, answer.json()) == (400, {"__type": "SerializationException"})


@pytest.mark.parametrize("body", ["[]", '{"AccessToken":7}', '{"AccessToken":{}}'])
def test_wrong_json_types(server, body):
    answer = server.post("GetUser", body)
    assert (answer.status_code, answer.json()["__type"]) == (400, "SerializationException")


def test_nulls_count_as_absent_and_unknown_members_are_ignored(server):
    answer = server.post("GetUser", '{"AccessToken":null,"Surprise":1}')
    assert answer.json() == {
        "__type": "InvalidParameterException",
        "message": "1 validation error detected: Value at 'accessToken' failed to satisfy constraint: "
        "Member must not be null",
    }


@pytest.mark.parametrize("kind", ["application/x-amz-json-1.0", "application/x-amz-json-1.1; charset=utf-8"])
def test_content_types_that_sdks_send(server, kind):
    answer = server.post("GetUser", '{"AccessToken":"a.b.c"}', Content_Type=kind)
    assert answer.json()["__type"] == "NotAuthorizedException"


def test_browsers_may_call_and_may_read_the_headers(server):
    wanted = "content-type,x-amz-target,x-amz-user-agent"
    preflight = requests.options(
        server.url + "/",
        headers={
            "Origin": "https://app.example.com",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": wanted,
        },
        timeout=30,
    )
    assert preflight.status_code == 200
    assert preflight.headers["Access-Control-Allow-Origin"] == "*"
    assert preflight.headers["Access-Control-Allow-Headers"] == wanted
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]
    answer = server.post("GetUser", '{"AccessToken":"a.b.c"}', Origin="https://app.example.com")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    exposed = {name.strip().lower() for name in answer.headers["Access-Control-Expose-Headers"].split(",")}
    assert exposed >= EXPOSED


def test_a_foreign_page_reaches_neither_administration_nor_the_inbox(server):
    """`dev` accepts any credentials, so a page in the developer's browser must not be able to call it."""
    foreign = {"Origin": "https://evil.example"}
    answer = server.post("ListUserPools", '{"MaxResults":1}', Authorization=SIGNED, **foreign)
    assert answer.status_code in (400, 403)
    assert "UserPools" not in answer.text
    inbox = requests.get(f"{server.url}/_poolkeeper/inbox", headers=foreign, timeout=30)
    assert inbox.status_code == 403
    assert "Access-Control-Allow-Origin" not in inbox.headers
    assert "Access-Control-Allow-Origin" not in requests.get(f"{server.url}/_poolkeeper/inbox", timeout=30).headers
    local = server.post("ListUserPools", '{"MaxResults":1}', Authorization=SIGNED, Origin="http://localhost:3000")
    assert "UserPools" in local.json()


def test_a_foreign_host_name_is_refused(server):
    """DNS rebinding: a foreign name that resolves to this machine would let a page bypass the same-origin rule."""
    for host, allowed in (("evil.example", False), ("localhost", True), ("pool.localhost", True)):
        answer = server.post("GetUser", '{"AccessToken":"a.b.c"}', Host=f"{host}:{server.port}")
        assert (answer.status_code != 403) == allowed, host
