#!/usr/bin/env python3
"""Runs nodes of two versions on one PostgreSQL database, starting each flow at one and finishing it at the other.

README.md in this folder says how to run this. Needs the standard library and `psql`.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import record
import srp
from folder import PASSWORD
from program import Program, write_config

FIXTURE = pathlib.Path(__file__).parent / "fixtures/v1"
SCHEMA = "poolkeeper_side_by_side"


class Pair:
    """Two servers; calls go to `first` or `second`."""

    def __init__(self, recorded, first, second):
        self.recorded, self.first, self.second = recorded, first, second

    def client(self, name):
        return self.recorded["clients"][name]["id"]

    def sign_in(self, server, name, password=PASSWORD, client="public"):
        parameters = {"USERNAME": name, "PASSWORD": password}
        return record.answer(server, "InitiateAuth", {
            "ClientId": self.client(client), "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": parameters})

    def tokens(self, server, name, password=PASSWORD, client="public"):
        return self.sign_in(server, name, password, client)["output"]["AuthenticationResult"]

    def refresh(self, server, token, client="public"):
        return record.answer(server, "GetTokensFromRefreshToken", {
            "ClientId": self.client(client), "RefreshToken": token})

    def get_user(self, server, access):
        return record.answer(server, "GetUser", {"AccessToken": access})

    def run(self, invited, changed):
        """Yields each check and whether it passed."""
        first, second = self.first, self.second
        tokens = self.tokens(first, "alice")
        yield "refresh at the other node", "output" in self.refresh(second, tokens["RefreshToken"])
        yield "access token at the other node", "output" in self.get_user(second, tokens["AccessToken"])
        first.call("RevokeToken", {"ClientId": self.client("public"), "Token": tokens["RefreshToken"]})
        yield "revoked token at the other node", refused(self.refresh(second, tokens["RefreshToken"]), "revoked")
        yield "its access token there", refused(self.get_user(second, tokens["AccessToken"]), "revoked")

        rotating = self.tokens(first, "ivan", client="rotating")["RefreshToken"]
        successor = self.refresh(second, rotating, "rotating")["output"]["AuthenticationResult"]["RefreshToken"]
        yield "rotated out token", refused(self.refresh(first, rotating, "rotating"), "already been used")
        yield "its successor", "output" in self.refresh(first, successor, "rotating")

        challenge = self.sign_in(first, invited[0], client=invited[1])["output"]
        answer = record.answer(second, "RespondToAuthChallenge", {
            "ClientId": self.client(invited[1]), "ChallengeName": challenge["ChallengeName"],
            "Session": challenge["Session"],
            "ChallengeResponses": {"USERNAME": invited[0], "NEW_PASSWORD": PASSWORD + "2"}})
        yield "challenge session", "AuthenticationResult" in answer.get("output", {})
        yield "SRP exchange", "AuthenticationResult" in self.srp(first, second, "alice").get("output", {})

        access = self.tokens(first, changed)["AccessToken"]
        first.call("ChangePassword", {"AccessToken": access, "PreviousPassword": PASSWORD,
                                      "ProposedPassword": PASSWORD + "3"})
        yield "old password at the other node", refused(self.sign_in(second, changed), "Incorrect")
        other = self.tokens(second, changed, PASSWORD + "3")
        yield "new password at the other node", bool(other)
        first.call("GlobalSignOut", {"AccessToken": access})
        yield "global sign-out at the other node", refused(self.get_user(second, other["AccessToken"]), "revoked")

        path = f"/{self.recorded['pools']['staff']}/.well-known/jwks.json"
        yield "key sets", first.document(path) == second.document(path)

    def srp(self, first, second, name):
        begun = first.call("InitiateAuth", {
            "ClientId": self.client("public"), "AuthFlow": "USER_SRP_AUTH",
            "AuthParameters": {"USERNAME": name, "SRP_A": srp.PUBLIC}})
        responses = srp.responses(self.recorded["pools"]["staff"], begun["ChallengeParameters"], PASSWORD)
        return record.answer(second, "RespondToAuthChallenge", {
            "ClientId": self.client("public"), "ChallengeName": "PASSWORD_VERIFIER",
            "ChallengeResponses": responses})


def refused(answer, text):
    return text in answer.get("refusal", {}).get("message", "")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=pathlib.Path, help="the program of the last release")
    parser.add_argument("new", type=pathlib.Path, help="the program of this version")
    parser.add_argument("--postgres", required=True, metavar="URL", help="a database to work in, postgres://...")
    arguments = parser.parse_args()
    old, new = Program(arguments.old), Program(arguments.new)
    url = f"{arguments.postgres}?sslmode=disable&options=-csearch_path%3D{SCHEMA}"
    sql = ["psql", "-q", arguments.postgres, "-c"]
    subprocess.run([*sql, f"CREATE SCHEMA {SCHEMA}"], check=True)
    try:
        with tempfile.TemporaryDirectory() as temporary:
            are_well = list(outcomes(old, new, pathlib.Path(temporary), url))
    finally:
        quietly = "SET client_min_messages = warning"
        subprocess.run([*sql, f"{quietly}; DROP SCHEMA {SCHEMA} CASCADE"], check=True)
    sys.exit(0 if all(are_well) else 1)


def outcomes(old, new, folder, url):
    """Prints and yields the outcome of each check, with either node first."""
    key = folder / "key"
    shutil.copy(FIXTURE / "master.key", key)
    key.chmod(0o600)
    config = write_config(folder / "poolkeeper.toml", f'url = "{url}"', key)
    old.run("restore", "--from", FIXTURE / "backup.db", "--data", folder / "data")
    old.run("migrate", "--config", config)
    old.run("copy", "--from", f"sqlite:{folder / 'data'}", "--to", url)
    recorded = json.loads((FIXTURE / "recorded.json").read_text())
    trials = [(("dave", "public"), "heidi"), (("walter@example.com", "shop"), "judy")]
    with old.serve(config) as first, new.serve(config) as second:
        for names, (one, other), trial in zip(["old, new", "new, old"], [(first, second), (second, first)], trials):
            for what, is_well in Pair(recorded, one, other).run(*trial):
                print(f"{names}: {what}: {'ok' if is_well else 'FAILED'}")
                yield is_well
    for name, program in [("old", old), ("new", new)]:
        program.run("doctor", "--deep", "--config", config)
        print(f"{name}: doctor --deep: no problems")


if __name__ == "__main__":
    main()
