"""What a client sees of an answer: the type and message of a refusal, the parts of a token."""

import base64
import json
import re
from contextlib import contextmanager

import pytest
from botocore.exceptions import ClientError

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

WRONG_CREDENTIALS = ("NotAuthorizedException", "Incorrect username or password.")
NO_USER = ("UserNotFoundException", "User does not exist.")
WRONG_CODE = ("CodeMismatchException", "Invalid verification code provided, please try again.")
STALE_CODE = ("ExpiredCodeException", "Invalid code provided, please request a code again.")
REVOKED_ACCESS = ("NotAuthorizedException", "Access Token has been revoked")
REVOKED_REFRESH = ("NotAuthorizedException", "Refresh Token has been revoked")
INVALID_REFRESH = ("NotAuthorizedException", "Invalid Refresh Token.")


def no_pool(pool_id: str) -> tuple[str, str]:
    return ("ResourceNotFoundException", f"User pool {pool_id} does not exist.")


def no_client(client_id: str) -> tuple[str, str]:
    return ("ResourceNotFoundException", f"User pool client {client_id} does not exist.")


@contextmanager
def refused(kind: str, message: str | None = None):
    """Expects the call inside to be refused with this exception and, unless None, exactly this message."""
    with pytest.raises(ClientError) as caught:
        yield caught
    answer = caught.value.response
    assert answer["Error"]["Code"] == kind, answer["Error"]
    if message is not None:
        assert answer["Error"]["Message"] == message
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 400


def header(token: str) -> dict:
    return _part(token, 0)


def claims(token: str) -> dict:
    return _part(token, 1)


def tampered(token: str) -> str:
    """The same token with one character of its signature changed."""
    signed, _, signature = token.rpartition(".")
    middle = len(signature) // 2
    other = "A" if signature[middle] != "A" else "B"
    return f"{signed}.{signature[:middle]}{other}{signature[middle + 1 :]}"


def _part(token: str, index: int) -> dict:
    part = token.split(".")[index]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
