"""The README's blocks for Python and the aws CLI, run unchanged against their own server."""

import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import aws_cli
from server import Server

README = Path(__file__).resolve().parents[2] / "README.md"
# The address of the reader's server in the README.
ADDRESS = "http://127.0.0.1:7665"
RUN_SECONDS = 300


@pytest.fixture
def fresh(tmp_path):
    """`poolkeeper dev` as a reader starts it."""
    server = Server.dev(tmp_path)
    server.start()
    yield server
    server.stop()


def test_the_python_blocks(fresh, tmp_path):
    code = "\n".join(block for language, block in blocks() if language == "python")
    done = run([sys.executable, "-c", local(code, fresh)], aws_cli.environment(tmp_path))
    assert done.returncode == 0, done.stderr
    assert_every_request_succeeded(fresh)


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_the_aws_cli_blocks(fresh, tmp_path, version):
    commands = "\n".join(block for _, block in blocks() if is_aws_cli(block))
    # Every CLI has the option; the environment variable that the README may name came with 2.13.
    commands = commands.replace("aws cognito-idp ", f"aws --endpoint-url {ADDRESS} cognito-idp ")
    (tmp_path / "aws").symlink_to(aws_cli.program(version))
    environment = aws_cli.environment(tmp_path)
    environment["PATH"] = f"{tmp_path}:{environment['PATH']}"
    done = run(["sh", "-e", "-c", local(commands, fresh)], environment)
    assert done.returncode == 0, done.stderr
    assert_every_request_succeeded(fresh)


FORMS = """Some words.

```python
x = 1
```

    aws cognito-idp one \\
        --more

    aws cognito-idp two

More words.

```sh
$ aws cognito-idp three
```
"""


def test_code_is_found_in_every_form():
    assert list(blocks(FORMS)) == [
        ("", "aws cognito-idp one \\\n    --more\n\naws cognito-idp two"),
        ("python", "x = 1"),
        ("sh", "aws cognito-idp three"),
    ]
    assert not is_aws_cli("aws cognito-idp sign-up --client-id ...")


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


def local(text: str, server: Server) -> str:
    """The same text with the address of the test's own server, which must be the only one called."""
    assert ADDRESS in text, f"no block of README.md for this client names {ADDRESS}"
    return text.replace(ADDRESS, server.url)


def assert_every_request_succeeded(server: Server) -> None:
    outcomes = re.findall(r'outcome="([^"]+)"', server.said())
    assert outcomes, "the server received no request"
    assert set(outcomes) == {"ok"}


def blocks(text: str | None = None):
    """The language and the code of each block, fenced or indented, without shell prompts."""
    text = README.read_text() if text is None else text
    fenced = re.compile(r"^```(\w*)\n((?:.*\n)*?)```$", re.MULTILINE)
    indented = re.compile(r"(?:^ {4}.*\n)+(?:\n+(?:^ {4}.*\n)+)*", re.MULTILINE)
    for prose in fenced.split(text)[::3]:
        for block in indented.findall(prose):
            yield "", pasted(textwrap.dedent(block))
    for language, code in fenced.findall(text):
        yield language, pasted(code)


def pasted(code: str) -> str:
    return re.sub(r"^\$ ", "", code, flags=re.MULTILINE).rstrip("\n")


def is_aws_cli(block: str) -> bool:
    """Whether a reader can paste the block unchanged. Output of a server has dots in place of ids."""
    return bool(re.search(r"^aws ", block, re.MULTILINE)) and "..." not in block
