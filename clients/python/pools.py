"""User pools, app clients and users for a test, created through the public API."""

import base64
import hashlib
import hmac
from dataclasses import dataclass

PASSWORD = "Correct-horse-7"
CODE = "123456"
FLOWS = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]


@dataclass
class App:
    """An app client of a user pool."""

    idp: object
    pool_id: str
    id: str
    secret: str | None = None

    def hash(self, username: str) -> str:
        return secret_hash(self.secret, username, self.id)

    def named(self, username: str, **parameters: str) -> dict:
        """Authentication parameters or challenge responses of a user."""
        proof = {"SECRET_HASH": self.hash(username)} if self.secret else {}
        return {"USERNAME": username, **parameters, **proof}

    def sign_in(self, username: str, password: str = PASSWORD) -> dict:
        return self.idp.initiate_auth(
            AuthFlow="USER_PASSWORD_AUTH",
            ClientId=self.id,
            AuthParameters=self.named(username, PASSWORD=password),
        )

    def tokens(self, username: str = "alice", password: str = PASSWORD) -> dict:
        return self.sign_in(username, password)["AuthenticationResult"]

    def refresh(self, refresh_token: str, **parameters: str) -> dict:
        answer = self.idp.initiate_auth(
            AuthFlow="REFRESH_TOKEN_AUTH",
            ClientId=self.id,
            AuthParameters={"REFRESH_TOKEN": refresh_token, **parameters},
        )
        return answer["AuthenticationResult"]

    def answer(self, challenge: str, session: str, username: str, **responses: str) -> dict:
        return self.idp.respond_to_auth_challenge(
            ClientId=self.id,
            ChallengeName=challenge,
            Session=session,
            ChallengeResponses=self.named(username, **responses),
        )

    def sign_up(self, username: str, attributes: dict | None = None, password: str = PASSWORD) -> dict:
        return self.idp.sign_up(
            ClientId=self.id,
            Username=username,
            Password=password,
            UserAttributes=as_list(attributes or {}),
            **({"SecretHash": self.hash(username)} if self.secret else {}),
        )

    def confirm(self, username: str, code: str = CODE, **options) -> dict:
        return self.idp.confirm_sign_up(ClientId=self.id, Username=username, ConfirmationCode=code, **options)


@dataclass
class Pool:
    """A user pool."""

    idp: object
    id: str

    @classmethod
    def create(cls, idp, **settings) -> "Pool":
        created = idp.create_user_pool(**{"PoolName": "judge", **settings})
        return cls(idp, created["UserPool"]["Id"])

    def app(self, **settings) -> App:
        made = self.idp.create_user_pool_client(
            **{"UserPoolId": self.id, "ClientName": "app", "ExplicitAuthFlows": FLOWS, **settings}
        )["UserPoolClient"]
        return App(self.idp, self.id, made["ClientId"], made.get("ClientSecret"))

    def user(self, username: str = "alice", attributes: dict | None = None, password: str = PASSWORD) -> dict:
        """A confirmed user with a permanent password."""
        made = self.invited(username, attributes)
        self.idp.admin_set_user_password(UserPoolId=self.id, Username=username, Password=password, Permanent=True)
        return made

    def invited(self, username: str = "alice", attributes: dict | None = None, **options) -> dict:
        """A user as an administrator creates it: with a temporary password, and no message sent."""
        return self.idp.admin_create_user(
            **{
                "UserPoolId": self.id,
                "Username": username,
                "UserAttributes": as_list(attributes or {}),
                "MessageAction": "SUPPRESS",
                **options,
            }
        )["User"]

    def describe(self, username: str = "alice") -> dict:
        return self.idp.admin_get_user(UserPoolId=self.id, Username=username)

    def group(self, name: str, **settings) -> dict:
        return self.idp.create_group(UserPoolId=self.id, GroupName=name, **settings)["Group"]

    def join(self, username: str, group: str) -> None:
        self.idp.admin_add_user_to_group(UserPoolId=self.id, Username=username, GroupName=group)


def as_list(attributes: dict) -> list[dict]:
    return [{"Name": name, "Value": value} for name, value in attributes.items()]


def as_dict(attributes: list[dict]) -> dict:
    named = {attribute["Name"]: attribute["Value"] for attribute in attributes}
    assert len(named) == len(attributes), f"an attribute appears twice in {attributes}"
    return named


def secret_hash(secret: str, username: str, client_id: str) -> str:
    digest = hmac.new(secret.encode(), (username + client_id).encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()
