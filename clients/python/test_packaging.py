"""What ships with the program: the container image as far as it can be tested without an engine, the Compose file, the systemd unit."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from pools import CODE, Pool
from server import BINARY, Server, free_port
from test_postgres import poolkeeper, private, url  # noqa: F401 (a fixture)

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
COMPOSE = PACKAGING / "compose"


def ended(*command, **options) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60, **options)


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    """The image's root folder, as the Dockerfile's build stage assembles it."""
    folder = tmp_path_factory.mktemp("image")
    done = ended(PACKAGING / "container/assemble.sh", BINARY, folder)
    assert done.returncode == 0, done.stderr
    return folder


def in_image(image, *command) -> list:
    return ["unshare", "--user", "--map-root-user", "chroot", image, "/usr/bin/poolkeeper", *command]


def test_the_dockerfile_has_no_findings():
    done = ended(Path(sys.executable).with_name("hadolint"), PACKAGING / "container/Dockerfile")
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_program_serves_from_the_image_alone(image):
    port = free_port()
    address = f"127.0.0.1:{port}"
    unhealthy = ended(*in_image(image, "health", "--address", address))
    assert (unhealthy.returncode, unhealthy.stdout) == (1, "")
    options = ["dev", "--listen", address, "--data", "/var/lib/poolkeeper/data", "--empty", "--fixed-code", CODE]
    server = Server(image, port, in_image(image, *options), program=None)
    server.start()
    healthy = ended(*in_image(image, "health", "--address", address))
    assert (healthy.returncode, healthy.stdout, healthy.stderr) == (0, "ready\n", "")
    pool = Pool.create(server.client())
    pool.user()
    assert pool.app().tokens()["TokenType"] == "Bearer"
    server.stop()


def test_the_images_health_check_is_a_command_of_the_program():
    text = (PACKAGING / "container/Dockerfile").read_text()
    command = re.search(r'^HEALTHCHECK .* CMD \["/usr/bin/poolkeeper", "(\w+)"\]$', text, re.MULTILINE)[1]
    assert ended(BINARY, command, "--help").returncode == 0


def test_the_compose_file_is_consistent():
    composition = yaml.safe_load((COMPOSE / "compose.yaml").read_text())
    config = (COMPOSE / "poolkeeper.toml").read_text()
    for service in composition["services"].values():
        assert set(service["secrets"]) <= set(composition["secrets"])
        assert set(service.get("depends_on", {})) <= set(composition["services"])
    used = set(re.findall(r"/run/secrets/([\w.]+)", config))
    assert used == set(composition["services"]["poolkeeper"]["secrets"])
    made = (COMPOSE / "prepare.sh").read_text()
    assert all(name in made for name in composition["secrets"])
    for source in [COMPOSE / "poolkeeper.toml", COMPOSE / composition["services"]["poolkeeper"]["build"]["context"]]:
        assert source.exists()


def test_the_configuration_of_the_compose_file_serves(url, tmp_path):  # noqa: F811 (the fixture)
    for name in ["master.key", "database.password", "operator.secret"]:
        private(tmp_path / name, ended("openssl", "rand", "-base64", "32").stdout)
    port = free_port()
    text = (COMPOSE / "poolkeeper.toml").read_text()
    for written, here in {
        "0.0.0.0:7665": f"127.0.0.1:{port}",
        "postgres://poolkeeper@database/poolkeeper?sslmode=disable": url,
        "/run/secrets": str(tmp_path),
    }.items():
        assert written in text
        text = text.replace(written, here)
    config = private(tmp_path / "poolkeeper.toml", text)
    poolkeeper("migrate", "--config", config)
    server = Server(tmp_path, port, ["serve", "--config", config])
    server.start()
    secret = (tmp_path / "operator.secret").read_text().strip()
    Pool.create(server.client("AKIAOPERATOR", secret))
    server.stop()


def test_the_unit_is_valid_and_hardened(tmp_path):
    text = (PACKAGING / "systemd/poolkeeper.service").read_text()
    unit = tmp_path / "poolkeeper.service"
    unit.write_text(text.replace("/usr/bin/poolkeeper", str(BINARY)))
    checked = ended("systemd-analyze", "verify", "--man=no", unit)
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")
    # 20 means an exposure of 2.0 out of 10; a unit without hardening has 9.6.
    rated = ended("systemd-analyze", "security", "--offline=true", "--threshold=20", unit)
    assert rated.returncode == 0, rated.stdout
