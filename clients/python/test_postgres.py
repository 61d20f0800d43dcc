"""boto3 against two servers over one PostgreSQL database."""

import subprocess
from pathlib import Path

import pytest

from expect import refused
from pools import App, Pool
from server import BINARY, REGION, Server, free_port

DATABASE = BINARY.parents[1] / "debug" / "poolkeeper-testpg"
KEY = ("AKIANODES", "a-secret-key-for-two-nodes")
CONFIG = """
[server]
listen = "127.0.0.1:{port}"
public_url = "https://auth.example.com"
[store]
url = "{url}"
[keys]
master_key_file = "{folder}/master.key"
[aws]
regions = ["{region}"]
[[aws.access_keys]]
id = "{key[0]}"
secret = "{key[1]}"
"""


def private(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o600)
    return path


def poolkeeper(*arguments) -> str:
    done = subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def url():
    """A PostgreSQL server that stops when its standard input closes."""
    process = subprocess.Popen([DATABASE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    yield process.stdout.readline().strip()
    process.stdin.close()
    process.wait(60)


@pytest.fixture(scope="module")
def nodes(url, tmp_path_factory):
    folder = tmp_path_factory.mktemp("nodes")
    private(folder / "master.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
    servers = []
    for number in range(2):
        port, own = free_port(), folder / str(number)
        own.mkdir()
        text = CONFIG.format(port=port, url=url, folder=folder, region=REGION, key=KEY)
        config = private(own / "poolkeeper.toml", text)
        servers.append((Server(own, port, ["serve", "--config", config]), config))
    config = servers[0][1]
    without_schema = subprocess.run([BINARY, "serve", "--config", config], capture_output=True, text=True, timeout=60)
    assert without_schema.returncode == 1 and "run: poolkeeper migrate" in without_schema.stderr
    assert "was migrated from schema 0 to" in poolkeeper("migrate", "--config", config)
    assert "the newest" in poolkeeper("migrate", "--config", config)
    for server, _ in servers:
        server.start()
    yield [server for server, _ in servers]
    for server, _ in servers:
        server.stop()
    assert "no findings" in poolkeeper("doctor", "--deep", "--config", config)


@pytest.fixture(scope="module")
def clients(nodes):
    return [node.client(*KEY) for node in nodes]


def test_tokens_of_one_node_work_on_the_other(clients):
    here, there = clients
    pool = Pool.create(here)
    app = pool.app()
    pool.user("alice")
    tokens = app.tokens("alice")
    assert there.get_user(AccessToken=tokens["AccessToken"])["Username"] == "alice"
    elsewhere = App(there, pool.id, app.id)
    assert elsewhere.tokens("alice")["AccessToken"]
    assert elsewhere.refresh(tokens["RefreshToken"])["AccessToken"]


def test_a_revocation_on_one_node_takes_effect_at_once_on_the_other(clients):
    here, there = clients
    pool = Pool.create(here)
    app = pool.app()
    pool.user("bob")
    tokens = app.tokens("bob")
    there.revoke_token(Token=tokens["RefreshToken"], ClientId=app.id)
    with refused("NotAuthorizedException", "Access Token has been revoked"):
        here.get_user(AccessToken=tokens["AccessToken"])
    tokens = app.tokens("bob")
    there.global_sign_out(AccessToken=tokens["AccessToken"])
    with refused("NotAuthorizedException", "Access Token has been revoked"):
        here.get_user(AccessToken=tokens["AccessToken"])
    with refused("NotAuthorizedException", "Refresh Token has been revoked"):
        app.refresh(tokens["RefreshToken"])
