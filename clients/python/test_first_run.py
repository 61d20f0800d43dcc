"""A newcomer's first run: the commands that the server prints are pasted into a shell and sign in."""

import json
import os
import subprocess
import time
from pathlib import Path

import pytest

import aws_cli
from expect import claims
from server import Server

PASTE = "Paste this to sign up and sign in:\n\n"
PRINT_SECONDS = 30


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_the_printed_commands_sign_in(tmp_path, version):
    server = Server.dev(tmp_path)
    server.start()
    try:
        printed = welcome(server)
        assert server.url in printed
        commands = printed.split(PASTE)[1]
        done = pasted(commands, tmp_path, version)
        assert done.returncode == 0, done.stderr
        tokens = documents(done.stdout)[-1]["AuthenticationResult"]
        assert claims(tokens["AccessToken"])["token_use"] == "access"
    finally:
        server.stop()


def test_the_next_start_prints_the_same_pool(tmp_path):
    server = Server.dev(tmp_path)
    ids = []
    for _ in range(2):
        server.start()
        printed = welcome(server)
        ids.append([line for line in printed.splitlines() if line.startswith(("User pool:", "App client:"))])
        server.stop()
        server.output.unlink()
    assert len(ids[0]) == 2
    assert ids[0] == ids[1]


def pasted(commands: str, folder: Path, version: str) -> subprocess.CompletedProcess:
    """Runs the commands in a shell whose `aws` has this version."""
    (folder / "home").mkdir()
    (folder / "bin").mkdir()
    (folder / "bin" / "aws").symlink_to(aws_cli.program(version))
    environment = aws_cli.environment(folder / "home")
    environment["PATH"] = f"{folder / 'bin'}:{os.environ['PATH']}"
    return subprocess.run(
        ["sh", "-e", "-c", commands], env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def welcome(server) -> str:
    """What the server prints when it starts. It may answer requests before that."""
    deadline = time.monotonic() + PRINT_SECONDS
    while "initiate-auth" not in (printed := server.output.read_text()):
        assert time.monotonic() < deadline, f"no sign-in was printed:\n{server.said()}"
        time.sleep(0.02)
    return printed


def documents(text: str) -> list:
    """The JSON documents in the output of several commands, in order."""
    found, decoder = [], json.JSONDecoder()
    while text := text.lstrip():
        document, end = decoder.raw_decode(text)
        found.append(document)
        text = text[end:]
    return found
