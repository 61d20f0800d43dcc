"""Runs a poolkeeper binary and calls its API."""

import json
import re
import subprocess
import urllib.error
import urllib.request

REGION = "eu-west-1"
ACCOUNT = "111122223333"
PUBLIC_URL = "http://localhost:7665"


class Refused(Exception):
    """An exception of the API, as `Type: message`."""

    def __init__(self, body):
        self.kind, self.message = body["__type"], body.get("message", "")
        super().__init__(f"{self.kind}: {self.message}")


class Program:
    """A poolkeeper binary."""

    def __init__(self, path):
        self.path = path

    def run(self, *arguments):
        """Standard output of a command that succeeds."""
        command = [self.path, "--log", "error", *map(str, arguments)]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout

    def dev(self, data, *flags, cwd=None):
        """A `dev` server on a data folder."""
        return Server(
            self.path, "dev", "--data", data, "--listen", "127.0.0.1:0",
            "--public-url", PUBLIC_URL, "--account-id", ACCOUNT, *flags, cwd=cwd,
        )

    def serve(self, config):
        """A `serve` server."""
        return Server(self.path, "serve", "--config", config)


class Server:
    """A running server; a context manager that ends it with SIGTERM."""

    def __init__(self, *command, cwd=None):
        self.process = subprocess.Popen(
            [str(part) for part in command], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.url = None
        # `dev` prints its address, `serve` logs it.
        stream = self.process.stdout if "dev" in command else self.process.stderr
        for line in stream:
            if found := re.search(r"127\.0\.0\.1:\d+", line):
                self.url = f"http://{found.group()}"
                return
        raise RuntimeError(f"{command} did not start: {self.process.stderr.read()}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate()

    def call(self, operation, body, region=REGION):
        """The answer of an operation; raises `Refused`."""
        request = urllib.request.Request(self.url, json.dumps(body).encode(), {
            "Host": "localhost",
            "Content-Type": "application/x-amz-json-1.1",
            "X-Amz-Target": f"AWSCognitoIdentityProviderService.{operation}",
            "Authorization": f"AWS4-HMAC-SHA256 Credential=any/20260101/{region}/cognito-idp/aws4_request, "
                             "SignedHeaders=x, Signature=y",
        })
        try:
            with urllib.request.urlopen(request) as answer:
                return json.loads(answer.read() or "null")
        except urllib.error.HTTPError as error:
            raise Refused(json.loads(error.read())) from None

    def document(self, path):
        """A public document."""
        with urllib.request.urlopen(self.url + path) as answer:
            return json.loads(answer.read())


def write_config(path, store, key, more=""):
    """A configuration of `serve`."""
    path.write_text(
        f'[server]\nlisten = "127.0.0.1:0"\npublic_url = "{PUBLIC_URL}"\n[store]\n{store}\n'
        f'[keys]\nmaster_key_file = "{key}"\n[aws]\nregions = ["{REGION}"]\naccount_id = "{ACCOUNT}"\n'
        '[[aws.access_keys]]\nid = "AKIAFIXTURE"\nsecret = "a secret of the fixture alone"\n' + more)
    path.chmod(0o600)
    return path
