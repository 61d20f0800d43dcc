"""`poolkeeper serve` with the configuration of docs/PRODUCTION.md: signed administration only, and none of what `dev` opens."""

import base64
import os
import re
from pathlib import Path

import pytest
import requests

from expect import refused
from pools import CODE, Pool
from server import Server, free_port

GUIDE = Path(__file__).resolve().parents[2] / "docs/PRODUCTION.md"
SECRETS = {
    "master.key": base64.b64encode(bytes(range(32))).decode(),
    "operator.secret": "operator-secret-of-the-test",
    "support.secret": "support-secret-of-the-test",
}


@pytest.fixture
def configured(tmp_path):
    """A server with the guide's configuration, its paths moved below the test's folder; not started."""
    port = free_port()
    text = re.search(r"```toml\n(.*?)```", GUIDE.read_text(), re.DOTALL)[1]
    moved = {
        "127.0.0.1:7665": f"127.0.0.1:{port}",
        "/var/lib/poolkeeper": str(tmp_path / "data"),
        "/etc/poolkeeper": str(tmp_path / "etc"),
    }
    for written, here in moved.items():
        assert written in text
        text = text.replace(written, here)
    keys = tmp_path / "etc/keys"
    keys.mkdir(parents=True)
    for name, secret in SECRETS.items():
        path = keys / name
        path.write_text(secret + "\n")
        path.chmod(0o600)
    config = tmp_path / "poolkeeper.toml"
    config.write_text(text)
    return Server(tmp_path, port, ["serve", "--config", config])


@pytest.fixture
def serving(configured):
    configured.start()
    yield configured
    configured.stop()


def test_administration_needs_a_configured_key(serving):
    operator = serving.client("operator", SECRETS["operator.secret"])
    pool = Pool.create(operator)
    pool.user()
    app = pool.app()
    assert app.tokens()["TokenType"] == "Bearer"
    with refused("UnrecognizedClientException"):
        serving.client().list_user_pools(MaxResults=1)
    with refused("InvalidSignatureException"):
        serving.client("operator", "a guess").list_user_pools(MaxResults=1)
    with refused("InvalidSignatureException"):
        serving.client("operator", SECRETS["operator.secret"], region="us-east-1").list_user_pools(MaxResults=1)

    support = serving.client("AKIASUPPORT", SECRETS["support.secret"])
    assert support.admin_get_user(UserPoolId=pool.id, Username="alice")["Username"] == "alice"
    with refused("AccessDeniedException") as caught:
        support.admin_delete_user(UserPoolId=pool.id, Username="alice")
    assert "is not authorized to perform: cognito-idp:AdminDeleteUser" in caught.value.response["Error"]["Message"]
    pool.describe()


def test_the_features_of_dev_are_off(serving):
    assert requests.get(f"{serving.url}/_poolkeeper/inbox", timeout=30).status_code == 404
    operator = serving.client("operator", SECRETS["operator.secret"])
    app = Pool.create(operator, AutoVerifiedAttributes=["email"]).app()
    app.sign_up("alice", {"email": "alice@example.com"})
    with refused("CodeMismatchException"):
        app.confirm("alice", CODE)


def test_the_issuer_is_the_public_address(serving):
    pool = Pool.create(serving.client("operator", SECRETS["operator.secret"]))
    found = requests.get(f"{serving.url}/{pool.id}/.well-known/openid-configuration", timeout=30).json()
    assert found["issuer"] == f"https://auth.example.com/{pool.id}"


def test_a_key_file_that_others_can_read_is_refused(configured, tmp_path):
    key = tmp_path / "etc/keys/master.key"
    key.chmod(0o644)
    with pytest.raises(RuntimeError, match=re.escape(f"chmod 600 {key}")):
        configured.start()
    assert configured.process.returncode != 0
    assert not os.path.exists(tmp_path / "data")


def test_a_second_server_on_the_same_data_is_refused(serving, tmp_path):
    (tmp_path / "second").mkdir()
    config = (tmp_path / "poolkeeper.toml").read_text()
    other_port = free_port()
    second = tmp_path / "second" / "poolkeeper.toml"
    second.write_text(config.replace(str(serving.port), str(other_port)))
    with pytest.raises(RuntimeError, match="the server ended with"):
        Server(tmp_path / "second", other_port, ["serve", "--config", second]).start()
