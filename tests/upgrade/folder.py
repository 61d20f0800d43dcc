"""The data folder of the fixtures."""

import json
import pathlib

import record
import srp
from program import ACCOUNT, write_config

PASSWORD = "Correct-Horse-1"
FLOWS = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
LIFETIMES = {
    "RefreshTokenValidity": 3650,
    "AccessTokenValidity": 24,
    "IdTokenValidity": 24,
    "TokenValidityUnits": {"RefreshToken": "days", "AccessToken": "hours", "IdToken": "hours"},
    "AuthSessionValidity": 15,
}
SEED_STEPS_DONE = 5


class Maker:
    """Fills a data folder and remembers what tests need to know about it."""

    def __init__(self, program, folder):
        self.program, self.folder, self.data = program, folder, folder / "data"
        self.server = None
        self.pools, self.clients, self.users = {}, {}, {}
        self.tokens, self.codes, self.challenges = {}, {}, {}

    def all(self):
        """Makes everything; the data folder is closed afterwards."""
        self.kill_a_seed()
        with self.program.dev(self.data, "--empty") as self.server:
            self.make_pools()
        self.make_argon2id_user()
        with self.program.dev(self.data, "--empty") as self.server:
            self.make_users()
            self.make_families()
            self.make_outstanding()
            self.delete_a_pool()

    def call(self, operation, **body):
        return self.server.call(operation, body)

    # Seed

    def kill_a_seed(self):
        """Applies five steps of a seed; the journal ends as if the process had died right after the last commit."""
        head, *steps = (pathlib.Path(__file__).parent / "seed.yaml").read_text().split("- operation:")
        done = head + "".join(f"- operation:{step}" for step in steps[:SEED_STEPS_DONE])
        (self.folder / "seed.yaml").write_text(done)
        server = self.program.dev(self.data, "--seed", "seed.yaml", cwd=self.folder)
        server.process.kill()
        server.process.wait()
        journal = self.data / "seeds.journal"
        *before, last = journal.read_text().splitlines()
        assert last.startswith('{"step":') and before[-1].startswith('{"begun":')
        journal.write_text("\n".join(before) + "\n" + last[: len(last) // 2])

    # Pools and app clients

    def make_pools(self):
        attribute = {"Name": "team", "AttributeDataType": "String", "Mutable": True}
        self.pool("staff", AutoVerifiedAttributes=["email"], Schema=[attribute],
                  UserAttributeUpdateSettings={"AttributesRequireVerificationBeforeUpdate": ["email"]},
                  UserPoolTags={"stage": "fixture"})
        self.pool("customers", UsernameAttributes=["email"], AutoVerifiedAttributes=["email"],
                  UsernameConfiguration={"CaseSensitive": False}, DeletionProtection="ACTIVE")
        self.pool("gone")
        self.call("SetUserPoolSessionConfiguration", UserPoolId=self.pools["customers"],
                  UserSessionTracking="ENABLED", TokenSession={"MaxPerUser": 20})
        self.client("public", "staff", ExplicitAuthFlows=FLOWS)
        self.client("secret", "staff", ExplicitAuthFlows=FLOWS, GenerateSecret=True)
        second = self.call("AddUserPoolClientSecret", UserPoolId=self.pools["staff"],
                           ClientId=self.clients["secret"]["id"])
        self.clients["secret"]["second_secret"] = second["ClientSecretDescriptor"]["ClientSecretValue"]
        self.client("rotating", "staff", ExplicitAuthFlows=FLOWS[:2],
                    RefreshTokenRotation={"Feature": "ENABLED", "RetryGracePeriodSeconds": 0})
        self.client("shop", "customers", ExplicitAuthFlows=FLOWS)
        self.client("gone", "gone", ExplicitAuthFlows=FLOWS)
        groups = [("staff", "admins", 1), ("staff", "auditors", 2), ("customers", "gold", 5)]
        for pool, name, precedence in groups:
            self.call("CreateGroup", UserPoolId=self.pools[pool], GroupName=name, Precedence=precedence,
                      Description=f"{name} of the fixture", RoleArn=f"arn:aws:iam::{ACCOUNT}:role/{name}")
        self.program.run("keys", "rotate", "--data", self.data, self.pools["staff"])

    def pool(self, name, **settings):
        self.pools[name] = self.call("CreateUserPool", PoolName=name, **settings)["UserPool"]["Id"]

    def client(self, name, pool, **settings):
        made = self.call("CreateUserPoolClient", UserPoolId=self.pools[pool], ClientName=name,
                         PreventUserExistenceErrors="ENABLED", **LIFETIMES, **settings)["UserPoolClient"]
        self.clients[name] = {"pool": pool, "id": made["ClientId"], "secret": made.get("ClientSecret")}

    # Users

    def make_argon2id_user(self):
        """Signs up `grace` at a server that keeps passwords as argon2id."""
        key = self.data / "master.key"
        moved = self.folder / "master.key"
        key.rename(moved)
        config = write_config(self.folder / "serve.toml", f'path = "{self.data}"', moved,
                              '[passwords]\nat_rest = "argon2id"\n')
        with self.program.serve(config) as self.server:
            self.sign_up("grace")
        moved.rename(key)

    def make_users(self):
        self.admin("AdminConfirmSignUp", "grace")
        self.user("alice", **{"email": "alice@example.com", "email_verified": "true", "name": "Alice Müller",
                              "custom:team": "north"})
        for group in ["admins", "auditors"]:
            self.admin("AdminAddUserToGroup", "alice", GroupName=group)
        self.sign_up("bob")
        self.call("ConfirmSignUp", ClientId=self.clients["public"]["id"], Username="bob",
                  ConfirmationCode=self.code("bob@example.com"))
        self.admin("AdminAddUserToGroup", "bob", GroupName="auditors")
        self.sign_up("carol")
        self.codes["carol"] = self.code("carol@example.com")
        # Queues an invitation.
        self.invite("dave", email="dave@example.com", email_verified="true")
        self.user("erin", email="erin@example.com", email_verified="true")
        self.user("frank", email="frank@example.com", email_verified="true")
        self.admin("AdminDisableUser", "frank")
        self.user("victor@example.com", "customers", email_verified="true", given_name="Victor")
        self.admin("AdminAddUserToGroup", "victor@example.com", "customers", GroupName="gold")
        self.invite("walter@example.com", "customers", email_verified="true")
        self.user("sybil", "gone")

    def invite(self, name, pool="staff", /, **attributes):
        message = {} if "email" in attributes else {"MessageAction": "SUPPRESS"}
        made = self.call("AdminCreateUser", UserPoolId=self.pools[pool], Username=name, TemporaryPassword=PASSWORD,
                         UserAttributes=[{"Name": key, "Value": value} for key, value in attributes.items()],
                         DesiredDeliveryMediums=["EMAIL"], **message)
        self.users[name] = {"pool": pool, "username": made["User"]["Username"]}

    def user(self, name, pool="staff", /, **attributes):
        self.invite(name, pool, **attributes)
        self.admin("AdminSetUserPassword", name, pool, Password=PASSWORD, Permanent=True)

    def sign_up(self, name):
        email = [{"Name": "email", "Value": f"{name}@example.com"}]
        self.call("SignUp", ClientId=self.clients["public"]["id"], Username=name, Password=PASSWORD,
                  UserAttributes=email)
        self.users[name] = {"pool": "staff", "username": name}

    def admin(self, operation, name, pool="staff", **body):
        return self.call(operation, UserPoolId=self.pools[pool], Username=name, **body)

    def code(self, destination):
        """The newest code sent to an address."""
        listed = json.loads(self.program.run("messages", "--data", self.data, "--json"))["messages"]
        return next(one["code"] for one in listed if one["destination"] == destination)

    # Tokens

    def sign_in(self, name, client="public"):
        parameters = {"USERNAME": name, "PASSWORD": PASSWORD}
        return self.call("InitiateAuth", ClientId=self.clients[client]["id"], AuthFlow="USER_PASSWORD_AUTH",
                         AuthParameters=parameters)

    def keep_tokens(self, key, answer, client="public"):
        result = answer["AuthenticationResult"]
        self.tokens[key] = {"client": client, "access": result["AccessToken"], "refresh": result["RefreshToken"]}

    def make_families(self):
        self.keep_tokens("alice", self.sign_in("alice"))
        self.user("heidi")
        self.keep_tokens("revoked", self.sign_in("heidi"))
        self.keep_tokens("kept", self.sign_in("heidi"))
        self.call("RevokeToken", ClientId=self.clients["public"]["id"], Token=self.tokens["revoked"]["refresh"])
        self.user("ivan")
        self.keep_tokens("rotated out", self.sign_in("ivan", "rotating"), "rotating")
        successor = self.call("GetTokensFromRefreshToken", ClientId=self.clients["rotating"]["id"],
                              RefreshToken=self.tokens["rotated out"]["refresh"])
        self.keep_tokens("rotated in", successor, "rotating")
        self.user("judy")
        self.keep_tokens("signed out", self.sign_in("judy"))
        self.admin("AdminUserGlobalSignOut", "judy")
        self.keep_tokens("tracked", self.sign_in("victor@example.com", "shop"), "shop")
        self.keep_tokens("tracked, revoked", self.sign_in("victor@example.com", "shop"), "shop")
        listed = self.call("ListUserSessions", AccessToken=self.tokens["tracked, revoked"]["access"])["Sessions"]
        session = next(one["SessionId"] for one in listed if one["IsCurrentSession"])
        self.admin("AdminRevokeUserSession", "victor@example.com", "customers", SessionId=session)
        self.keep_tokens("of the deleted pool", self.sign_in("sybil", "gone"), "gone")

    # Outstanding work

    def make_outstanding(self):
        self.user("mallory")
        for _ in range(4):
            self.refused("InitiateAuth", ClientId=self.clients["public"]["id"], AuthFlow="USER_PASSWORD_AUTH",
                         AuthParameters={"USERNAME": "mallory", "PASSWORD": "wrong"})
        self.admin("AdminResetUserPassword", "erin")
        self.codes["erin"] = self.code("erin@example.com")
        self.user("peggy", email="peggy@example.com", email_verified="true")
        self.call("ForgotPassword", ClientId=self.clients["public"]["id"], Username="peggy")
        self.codes["peggy"] = self.code("peggy@example.com")
        self.user("olivia", email="olivia@example.com", email_verified="true")
        self.keep_tokens("olivia", self.sign_in("olivia"))
        self.call("UpdateUserAttributes", AccessToken=self.tokens["olivia"]["access"],
                  UserAttributes=[{"Name": "email", "Value": "new@example.com"}])
        self.codes["olivia"] = self.code("new@example.com")
        self.invite("niaj")
        spent = self.sign_in("niaj")
        self.challenges["spent"] = spent
        self.call("RespondToAuthChallenge", ClientId=self.clients["public"]["id"], Session=spent["Session"],
                  ChallengeName="NEW_PASSWORD_REQUIRED",
                  ChallengeResponses={"USERNAME": "niaj", "NEW_PASSWORD": PASSWORD + "!"})
        self.challenges["new password"] = self.sign_in("dave")
        page = self.call("ListUsers", UserPoolId=self.pools["staff"], Limit=5)
        self.challenges["next page"] = page["PaginationToken"]
        # Last, because an exchange must be completed within a minute.
        self.challenges["srp"] = self.call(
            "InitiateAuth", ClientId=self.clients["public"]["id"], AuthFlow="USER_SRP_AUTH",
            AuthParameters={"USERNAME": "alice", "SRP_A": srp.PUBLIC})

    def refused(self, operation, **body):
        answer = record.answer(self.server, operation, body)
        assert "refusal" in answer, answer

    def delete_a_pool(self):
        """The job takes at least 15 seconds, so it stays outstanding."""
        self.call("DeleteUserPool", UserPoolId=self.pools["gone"])
