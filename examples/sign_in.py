"""Signs a user up, confirms the code from the inbox, signs in, and verifies the access token.

    poolkeeper dev --seed examples/seed.yaml     # in another terminal
    pip install boto3 'PyJWT[crypto]'
    python3 examples/sign_in.py
"""

import json
import os
import secrets
from urllib.request import Request, urlopen

import boto3
import jwt
from botocore import UNSIGNED
from botocore.config import Config

URL = os.environ.get("POOLKEEPER_URL", "http://127.0.0.1:7665")
# The user pool and the app client of examples/seed.yaml.
POOL_ID = "eu-west-1_Shop00001"
CLIENT_ID = "shop0browser0client00000001"
PASSWORD = "Development1"


def main() -> None:
    # Nothing here needs AWS credentials: these are operations for users, not for administrators.
    config = Config(signature_version=UNSIGNED)
    idp = boto3.client("cognito-idp", endpoint_url=URL, region_name="eu-west-1", config=config)

    email = f"user-{secrets.token_hex(4)}@example.com"
    idp.sign_up(ClientId=CLIENT_ID, Username=email, Password=PASSWORD)
    idp.confirm_sign_up(ClientId=CLIENT_ID, Username=email, ConfirmationCode=last_code(email))
    print(f"Signed up as {email}.")

    answer = idp.initiate_auth(
        ClientId=CLIENT_ID,
        AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": email, "PASSWORD": PASSWORD},
    )
    claims = verified(answer["AuthenticationResult"]["AccessToken"])
    print(f"Signed in: the access token is valid and belongs to user {claims['sub']}.")


def last_code(email: str) -> str:
    """The code in the newest message to an address. Only `poolkeeper dev` has an inbox."""
    request = Request(f"{URL}/_poolkeeper/inbox", headers={"Accept": "application/json"})
    with urlopen(request) as answer:
        messages = json.load(answer)["messages"]
    return next(message["code"] for message in messages if message["destination"] == email)


def verified(token: str) -> dict:
    """The claims of an access token, after the checks that every API has to make."""
    issuer = f"{URL}/{POOL_ID}"
    key = jwt.PyJWKClient(f"{issuer}/.well-known/jwks.json").get_signing_key_from_jwt(token)
    required = {"require": ["exp", "iat", "sub", "token_use", "client_id"]}
    claims = jwt.decode(token, key, algorithms=["RS256"], issuer=issuer, options=required)
    # An access token has no audience: it names its app client in `client_id`.
    if claims["token_use"] != "access" or claims["client_id"] != CLIENT_ID:
        raise jwt.InvalidTokenError("not an access token of this app client")
    return claims


if __name__ == "__main__":
    main()
