"""The servers that the tests share, each with its own data, and the pools they work in."""

import pytest

from pools import CODE, Pool
from server import Server

ACCESS_KEY = ("AKIAJUDGE", "judge-secret-access-key")


def running(folder, *options):
    server = Server.dev(folder, "--empty", *options)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A server that accepts any AWS credentials and sends the same code every time."""
    yield from running(tmp_path_factory.mktemp("dev"), "--fixed-code", CODE)


@pytest.fixture(scope="session")
def inbox_server(tmp_path_factory):
    """A server with random codes, which tests read from the inbox."""
    yield from running(tmp_path_factory.mktemp("inbox"))


@pytest.fixture(scope="session")
def keyed_server(tmp_path_factory):
    """A server that verifies signatures."""
    key = ":".join(ACCESS_KEY)
    yield from running(tmp_path_factory.mktemp("keyed"), "--access-key", key, "--fixed-code", CODE)


@pytest.fixture(scope="session")
def idp(server):
    return server.client()


@pytest.fixture(scope="session")
def unchecked(server):
    """A client that leaves validation to the server."""
    return server.client(parameter_validation=False)


@pytest.fixture
def pool(idp):
    """A user pool with the API's defaults."""
    return Pool.create(idp)


@pytest.fixture
def app(pool):
    """An app client without a secret that allows password, SRP and refresh."""
    return pool.app()
