"""The programs in examples/, run as their pages say, against a server with the seed they share."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import aws_cli
from server import Server

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
RUN_SECONDS = 300
API_BINARY = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug/poolkeeper-example-axum-api"
# What the examples call the server and the API that the reader has started.
SERVER_ADDRESS = "http://127.0.0.1:7665"
API_ADDRESS = "http://127.0.0.1:3000"


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """`poolkeeper dev --seed examples/seed.yaml`."""
    server = Server.dev(tmp_path_factory.mktemp("shop"), "--seed", str(EXAMPLES / "seed.yaml"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def api(shop, tmp_path_factory):
    """The address of the axum API, which verifies the tokens of that server."""
    if not API_BINARY.is_file():
        raise RuntimeError(f"{API_BINARY} is missing: run `cargo xtask test --only build` first")
    environment = os.environ | {"POOLKEEPER_URL": shop.url, "LISTEN": "127.0.0.1:0"}
    process = subprocess.Popen(
        [API_BINARY], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    )
    try:
        line = process.stdout.readline()
        assert line.startswith("Listening on http://"), line
        yield line.removeprefix("Listening on ").strip()
    finally:
        process.kill()
        process.wait()


def test_the_python_script_signs_up_signs_in_and_verifies(shop, tmp_path):
    environment = aws_cli.environment(tmp_path) | {"POOLKEEPER_URL": shop.url}
    done = run([sys.executable, EXAMPLES / "sign_in.py"], environment)
    assert done.returncode == 0, done.stderr
    signed_up, signed_in = done.stdout.splitlines()
    email = re.fullmatch(r"Signed up as (user-\w+@example\.com)\.", signed_up)[1]
    user = shop.client().admin_get_user(UserPoolId="eu-west-1_Shop00001", Username=email)
    assert signed_in == f"Signed in: the access token is valid and belongs to user {user['Username']}."


def test_the_api_serves_the_token_of_its_page(shop, api, tmp_path):
    done = commands_of_the_page(shop, api, tmp_path)
    assert done.returncode == 0, done.stderr
    me, orders = done.stdout.splitlines()
    assert me == 'You are 5a000000-0000-4000-8000-000000000001, in the groups ["staff"].'
    assert orders == "One pair of shoes for Ben."


def test_the_api_refuses_a_customer_the_orders(shop, api, tmp_path):
    done = commands_of_the_page(shop, api, tmp_path, user="ben@example.com")
    assert done.returncode == 0, done.stderr
    me, orders = done.stdout.splitlines()
    assert me.endswith('in the groups ["customers"].')
    assert orders == '{"message":"Forbidden"}'


@pytest.mark.parametrize("path", ["me", "orders"])
def test_the_api_refuses_callers_without_a_token(api, tmp_path, path):
    done = run(["curl", "-s", f"{api}/{path}"], aws_cli.environment(tmp_path))
    assert done.stdout == '{"message":"Unauthorized"}'


def commands_of_the_page(
    shop: Server, api: str, folder: Path, user: str = "ada@example.com"
) -> subprocess.CompletedProcess:
    """Runs the shell block of the API's page, for one of the seed's users."""
    page = (EXAMPLES / "axum-api/README.md").read_text()
    commands = re.search(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[1]
    for written, here in [(SERVER_ADDRESS, shop.url), (API_ADDRESS, api), ("ada@example.com", user)]:
        assert written in commands
        commands = commands.replace(written, here)
    (folder / "aws").symlink_to(aws_cli.program("v2"))
    environment = aws_cli.environment(folder)
    environment["PATH"] = f"{folder}:{environment['PATH']}"
    return run(["sh", "-e", "-c", commands], environment)


def run(command: list, environment: dict) -> subprocess.CompletedProcess:
    return subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=RUN_SECONDS,
        check=False,
    )
