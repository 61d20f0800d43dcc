"""aws CLI v1 and v2 as a person uses them: commands, their output and their error messages."""

import pytest

from aws_cli import EXIT, AwsCli
from expect import claims
from pools import CODE, PASSWORD


@pytest.fixture(scope="module", params=["v1", "v2"])
def aws(request, server, tmp_path_factory):
    """Runs `aws cognito-idp …`; `aws.error` returns the message of a refusal."""
    return AwsCli(request.param, server.url, tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def pool_id(aws):
    made = aws("create-user-pool", "--pool-name", "cli", "--auto-verified-attributes", "email")
    return made["UserPool"]["Id"]


@pytest.fixture(scope="module")
def client_id(aws, pool_id):
    made = aws(
        "create-user-pool-client",
        "--user-pool-id", pool_id,
        "--client-name", "cli",
        "--explicit-auth-flows", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH",
    )  # fmt: skip
    return made["UserPoolClient"]["ClientId"]


def sign_in(client_id: str, username: str, password: str = PASSWORD) -> list[str]:
    parameters = f"USERNAME={username},PASSWORD={password}"
    return ["--client-id", client_id, "--auth-flow", "USER_PASSWORD_AUTH", "--auth-parameters", parameters]


def error_text(kind: str, operation: str, message: str) -> str:
    return f"An error occurred ({kind}) when calling the {operation} operation: {message}"


def test_from_sign_up_to_sign_out(aws, client_id):
    person = ["--client-id", client_id, "--username", "alice"]
    signed_up = aws(
        "sign-up", *person, "--password", PASSWORD, "--user-attributes", "Name=email,Value=alice@example.com"
    )
    assert signed_up["UserConfirmed"] is False
    assert signed_up["CodeDeliveryDetails"]["Destination"] == "a***@e***"

    not_confirmed = error_text("UserNotConfirmedException", "InitiateAuth", "User is not confirmed.")
    assert not_confirmed in aws.error("initiate-auth", *sign_in(client_id, "alice"))
    wrong_code = error_text(
        "CodeMismatchException", "ConfirmSignUp", "Invalid verification code provided, please try again."
    )
    assert wrong_code in aws.error("confirm-sign-up", *person, "--confirmation-code", "000000")
    aws("confirm-sign-up", *person, "--confirmation-code", CODE)

    first = aws("initiate-auth", *sign_in(client_id, "alice"))["AuthenticationResult"]
    second = aws("initiate-auth", *sign_in(client_id, "alice"))["AuthenticationResult"]
    user = aws("get-user", "--access-token", first["AccessToken"])
    assert user["Username"] == "alice"
    assert {"Name": "email_verified", "Value": "true"} in user["UserAttributes"]

    aws("revoke-token", "--token", first["RefreshToken"], "--client-id", client_id)
    revoked = error_text("NotAuthorizedException", "GetUser", "Access Token has been revoked")
    assert revoked in aws.error("get-user", "--access-token", first["AccessToken"])
    aws("get-user", "--access-token", second["AccessToken"])

    aws("global-sign-out", "--access-token", second["AccessToken"])
    assert revoked in aws.error("get-user", "--access-token", second["AccessToken"])
    refresh = ["--client-id", client_id, "--auth-flow", "REFRESH_TOKEN_AUTH"]
    ended = error_text("NotAuthorizedException", "InitiateAuth", "Refresh Token has been revoked")
    assert ended in aws.error("initiate-auth", *refresh, "--auth-parameters", f"REFRESH_TOKEN={second['RefreshToken']}")


def test_an_administrators_day(aws, pool_id, client_id):
    bob = ["--user-pool-id", pool_id, "--username", "bob"]
    made = aws("admin-create-user", *bob, "--temporary-password", "Temporary-1", "--message-action", "SUPPRESS")
    assert made["User"]["UserStatus"] == "FORCE_CHANGE_PASSWORD"

    challenge = aws("initiate-auth", *sign_in(client_id, "bob", "Temporary-1"))
    assert challenge["ChallengeName"] == "NEW_PASSWORD_REQUIRED"
    answered = aws(
        "respond-to-auth-challenge",
        "--client-id", client_id,
        "--challenge-name", "NEW_PASSWORD_REQUIRED",
        "--session", challenge["Session"],
        "--challenge-responses", f"USERNAME=bob,NEW_PASSWORD={PASSWORD}",
    )  # fmt: skip
    refresh_token = answered["AuthenticationResult"]["RefreshToken"]

    group = ["--user-pool-id", pool_id, "--group-name", "staff"]
    assert aws("create-group", *group, "--precedence", "1")["Group"]["Precedence"] == 1
    exists = error_text("GroupExistsException", "CreateGroup", "A group with the name already exists")
    assert exists in aws.error("create-group", *group)
    aws("admin-add-user-to-group", *bob, "--group-name", "staff")
    refreshed = aws(
        "initiate-auth",
        "--client-id", client_id,
        "--auth-flow", "REFRESH_TOKEN_AUTH",
        "--auth-parameters", f"REFRESH_TOKEN={refresh_token}",
    )["AuthenticationResult"]  # fmt: skip
    assert claims(refreshed["IdToken"])["cognito:groups"] == ["staff"]
    aws("admin-remove-user-from-group", *bob, "--group-name", "staff")
    aws("delete-group", *group)

    aws("admin-disable-user", *bob)
    assert aws("admin-get-user", *bob)["Enabled"] is False
    disabled = error_text("NotAuthorizedException", "InitiateAuth", "User is disabled.")
    assert disabled in aws.error("initiate-auth", *sign_in(client_id, "bob"))
    aws("admin-enable-user", *bob)
    aws("admin-set-user-password", *bob, "--password", "Another-horse-8", "--permanent")
    aws("initiate-auth", *sign_in(client_id, "bob", "Another-horse-8"))
    aws("admin-delete-user", *bob)
    gone = error_text("UserNotFoundException", "AdminGetUser", "User does not exist.")
    assert gone in aws.error("admin-get-user", *bob)


def test_pools_and_clients_are_managed(aws, pool_id, client_id):
    described = aws("describe-user-pool", "--user-pool-id", pool_id)["UserPool"]
    assert described["AutoVerifiedAttributes"] == ["email"]
    shown = aws("describe-user-pool-client", "--user-pool-id", pool_id, "--client-id", client_id)
    assert shown["UserPoolClient"]["ClientName"] == "cli"
    short_lived = aws("create-user-pool", "--pool-name", "short-lived")["UserPool"]["Id"]
    listed = aws("list-user-pools", "--max-results", "60")["UserPools"]
    assert short_lived in [entry["Id"] for entry in listed]
    aws("delete-user-pool", "--user-pool-id", short_lived)
    gone = error_text("ResourceNotFoundException", "DescribeUserPool", f"User pool {short_lived} does not exist.")
    assert aws.error("describe-user-pool", "--user-pool-id", short_lived) == gone


def test_users_are_listed_by_pages(aws):
    """The CLI walks all pages itself, or returns its own token to continue with."""
    crowd = aws("create-user-pool", "--pool-name", "crowd")["UserPool"]["Id"]
    for name in ("ann", "ben", "cat"):
        aws("admin-create-user", "--user-pool-id", crowd, "--username", name, "--message-action", "SUPPRESS")
    users = ["list-users", "--user-pool-id", crowd]
    assert names(aws(*users, "--page-size", "1")) == ["ann", "ben", "cat"]
    first = aws(*users, "--max-items", "2")
    rest = aws(*users, "--starting-token", first["NextToken"])
    assert "NextToken" not in rest
    assert len(first["Users"]) == 2
    assert names({"Users": first["Users"] + rest["Users"]}) == ["ann", "ben", "cat"]
    assert names(aws(*users, "--filter", 'username ^= "b"')) == ["ben"]
    assert aws(*users, "--query", "length(Users)") == 3


def names(page: dict) -> list[str]:
    return sorted(user["Username"] for user in page["Users"])


def test_the_cli_itself_refuses_wrong_arguments(aws):
    done = aws.run("describe-user-pool")
    assert done.returncode == EXIT[aws.version]["usage"]
    assert "the following arguments are required: --user-pool-id" in done.stderr


def test_a_violated_constraint_is_reported(aws, client_id):
    text = aws.error("sign-up", "--client-id", client_id, "--username", "two words", "--password", PASSWORD)
    assert (
        error_text(
            "InvalidParameterException",
            "SignUp",
            "1 validation error detected: Value at 'username' failed to satisfy constraint: "
            r"Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}]+",
        )
        in text
    )
