"""The release binary as a process: started for a test, polled until it is live, stopped again."""

import random
import signal
import socket
import subprocess
import time
from pathlib import Path

import boto3
import requests
from botocore.config import Config

BINARY = Path(__file__).resolve().parents[2] / "target" / "release" / "poolkeeper"
REGION = "eu-west-1"
START_SECONDS = 30
STOP_SECONDS = 30


class Server:
    """One server process on its own port; `start` it, and `stop` or `kill` it."""

    def __init__(self, folder: Path, port: int, arguments: list, program: Path | None = BINARY):
        self.output = folder / "output.txt"
        self.log = folder / "log.txt"
        self.port = port
        self.command = arguments if program is None else [program, *arguments]
        self.process = None

    @classmethod
    def dev(cls, folder: Path, *options: str) -> "Server":
        """A `poolkeeper dev` with its data in the folder."""
        port = free_port()
        return cls(folder, port, ["dev", "--listen", f"127.0.0.1:{port}", "--data", folder / "data", *options])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Returns once the server answers; otherwise raises with what it printed."""
        if not BINARY.is_file():
            raise RuntimeError(f"{BINARY} is missing: run `cargo build --release` first")
        with self.output.open("ab") as output, self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=output, stderr=log
            )
        self._wait_until_live()

    def stop(self) -> None:
        """Stops the server with SIGTERM: it finishes its work and exits with 0."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(STOP_SECONDS)
        assert code == 0, f"the server exited with {code} on SIGTERM:\n{self.said()}"

    def kill(self) -> None:
        """Ends the server as a power cut would."""
        self.process.kill()
        self.process.wait(STOP_SECONDS)

    def said(self) -> str:
        """Everything that the server has printed and logged so far."""
        return self.output.read_text() + self.log.read_text()

    def client(self, key: str = "any", secret: str = "any", region: str = REGION, **options):
        """A boto3 client that talks only to this server and does not retry."""
        config = Config(retries={"total_max_attempts": 1}, connect_timeout=5, read_timeout=30, **options)
        return boto3.client(
            "cognito-idp",
            endpoint_url=self.url,
            region_name=region,
            aws_access_key_id=key,
            aws_secret_access_key=secret,
            config=config,
        )

    def post(self, operation: str, body: str, **headers: str) -> requests.Response:
        """An API request written by hand, for what an SDK would never send."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        headers.setdefault("Content-Type", "application/x-amz-json-1.1")
        headers.setdefault("X-Amz-Target", f"AWSCognitoIdentityProviderService.{operation}")
        return requests.post(self.url + "/", data=body, headers=headers, timeout=30)

    def messages(self, username: str) -> list[dict]:
        """The messages sent to a user, newest first, from the inbox of `dev`."""
        answer = requests.get(f"{self.url}/_poolkeeper/inbox", headers={"Accept": "application/json"}, timeout=30)
        answer.raise_for_status()
        return [message for message in answer.json()["messages"] if message["username"] == username]

    def _wait_until_live(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with {self.process.returncode}:\n{self.said()}")
            try:
                if requests.get(f"{self.url}/_poolkeeper/live", timeout=5).ok:
                    return
            except requests.ConnectionError:
                pass
            time.sleep(0.02)
        self.process.kill()
        raise RuntimeError(f"the server was not live within {START_SECONDS} s:\n{self.said()}")


def free_port() -> int:
    """A port below the range from which the system picks ports for outgoing connections."""
    for port in random.sample(range(20000, 32000), 200):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no free port between 20000 and 32000")
