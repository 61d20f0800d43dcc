"""Both aws CLIs as a person runs them: version 1 from the tests' own environment, version 2 from the system."""

import json
import os
import subprocess
import sys
from pathlib import Path

from server import REGION

OWN = Path(sys.executable).parent
# Exit codes of the two when the service refuses, and when their own arguments are wrong.
EXIT = {"v1": {"refused": 255, "usage": 2}, "v2": {"refused": 254, "usage": 252}}
RUN_SECONDS = 120


def program(version: str) -> Path:
    """The `aws` of a version: "v1" or "v2"."""
    if version == "v1":
        return OWN / "aws"
    folders = [*os.environ["PATH"].split(os.pathsep), "/usr/bin"]
    found = [Path(folder) / "aws" for folder in folders if Path(folder) != OWN]
    for candidate in found:
        if candidate.is_file() and _says(candidate).startswith("aws-cli/2."):
            return candidate
    raise RuntimeError("aws CLI v2 is missing: run `apt-get install awscli` first")


def _says(candidate: Path) -> str:
    done = subprocess.run(
        [candidate, "--version"], capture_output=True, text=True, timeout=RUN_SECONDS, check=False
    )
    return done.stdout


def environment(home: Path) -> dict[str, str]:
    """An environment without any of the tester's own settings that an aws CLI would read."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return clean | {"HOME": str(home), "AWS_EC2_METADATA_DISABLED": "true"}


class AwsCli:
    """Runs `aws cognito-idp …` against one server."""

    def __init__(self, version: str, url: str, home: Path):
        self.version = version
        self.program = program(version)
        self.url = url
        own = {"AWS_ACCESS_KEY_ID": "any", "AWS_SECRET_ACCESS_KEY": "any", "AWS_DEFAULT_REGION": REGION}
        self.environment = environment(home) | own

    def __call__(self, operation: str, *arguments: str) -> dict:
        done = self.run(operation, *arguments)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def error(self, operation: str, *arguments: str) -> str:
        """The line in which the CLI reports why the server refused."""
        done = self.run(operation, *arguments)
        assert done.returncode == EXIT[self.version]["refused"], (done.returncode, done.stdout, done.stderr)
        assert done.stdout == ""
        return done.stderr.strip()

    def run(self, operation: str, *arguments: str) -> subprocess.CompletedProcess:
        command = [self.program, "cognito-idp", operation, "--endpoint-url", self.url, "--output", "json", *arguments]
        return subprocess.run(
            command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=RUN_SECONDS,
            check=False,
        )
