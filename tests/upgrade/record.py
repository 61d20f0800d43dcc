"""Records the answers of the version that made a fixture, which later versions must repeat."""

import shutil

import srp
from program import Refused


def answers(program, maker, folder, out):
    """Starts the program on a copy of the fixture and records its answers and key sets."""
    data = folder / "copy"
    program.run("restore", "--from", out / "backup.db", "--data", data)
    shutil.copy(out / "master.key", data / "master.key")
    (data / "master.key").chmod(0o600)
    with program.dev(data, "--empty") as server:
        recorded = {
            "key_sets": {name: server.document(f"/{maker.pools[name]}/.well-known/jwks.json")
                         for name in ["staff", "customers"]},
            "reads": [answer(server, operation, body) for operation, body in reads(maker)],
            "srp_sign_ins": {name: shortened(srp_sign_in(server, maker, name)) for name, user in maker.users.items()
                             if user["pool"] == "staff"},
            "sign_ins": {name: shortened(answer(server, "InitiateAuth", body)) for name, body in sign_ins(maker)},
            "refreshes": {name: answer_of_tokens(server, "GetTokensFromRefreshToken", body)
                          for name, body in refreshes(maker)},
            "get_users": {name: answer_of_tokens(server, "GetUser", {"AccessToken": tokens["access"]})
                          for name, tokens in maker.tokens.items()},
        }
    return recorded | {"seed": finished_seed(program, data, out)}


def finished_seed(program, data, out):
    """What the seed has made after the killed start is resumed."""
    shutil.copy(out / "seeds.journal", data / "seeds.journal")
    (data / "seeds.journal").chmod(0o600)
    with program.dev(data, "--seed", "seed.yaml", cwd=out) as server:
        pool = {"UserPoolId": "eu-west-1_Notes0001"}
        clients = server.call("ListUserPoolClients", pool)["UserPoolClients"]
        return {
            "pool": pool["UserPoolId"],
            "clients": [describe(server, pool | {"ClientId": client["ClientId"]}) for client in clients],
            "members": server.call("ListUsersInGroup", pool | {"GroupName": "editors"})["Users"],
        }


def describe(server, client):
    return server.call("DescribeUserPoolClient", client)["UserPoolClient"]


def answer(server, operation, body):
    """An operation, its input, and its output or refusal."""
    recorded = {"operation": operation, "input": body}
    try:
        return recorded | {"output": server.call(operation, body)}
    except Refused as refusal:
        return recorded | {"refusal": {"kind": refusal.kind, "message": refusal.message}}


def answer_of_tokens(server, operation, body):
    """As `answer`, without the input, which is a token that is recorded elsewhere."""
    recorded = shortened(answer(server, operation, body))
    del recorded["input"]
    return recorded


def shortened(recorded):
    """Without tokens and challenge sessions, which differ in every run."""
    output = recorded.get("output", {})
    output.pop("Session", None)
    for name in ["AccessToken", "IdToken", "RefreshToken"]:
        if name in output.get("AuthenticationResult", {}):
            output["AuthenticationResult"][name] = "<token>"
    return recorded


def reads(maker):
    """Lists and descriptions."""
    staff, customers, gone = (maker.pools[name] for name in ["staff", "customers", "gone"])
    yield "ListUserPools", {"MaxResults": 10}
    yield "DescribeUserPool", {"UserPoolId": gone}
    for pool in [staff, customers]:
        for operation in ["DescribeUserPool", "ListUsers", "ListGroups", "GetUserPoolMfaConfig",
                          "GetUserPoolSessionConfiguration"]:
            yield operation, {"UserPoolId": pool}
        yield "ListUserPoolClients", {"UserPoolId": pool, "MaxResults": 60}
    for client in maker.clients.values():
        named = {"UserPoolId": maker.pools[client["pool"]], "ClientId": client["id"]}
        yield "DescribeUserPoolClient", named
    yield "ListUserPoolClientSecrets", {"UserPoolId": staff, "ClientId": maker.clients["secret"]["id"]}
    for name, user in maker.users.items():
        named = {"UserPoolId": maker.pools[user["pool"]], "Username": user["username"]}
        yield "AdminGetUser", named
        if name in ["alice", "bob", "carol", "victor@example.com"]:
            yield "AdminListGroupsForUser", named
    # A user name in other letters.
    yield "AdminGetUser", {"UserPoolId": customers, "Username": "VICTOR@Example.com"}
    yield "AdminListUserSessions", {"UserPoolId": customers, "Username": "victor@example.com"}
    for group in ["admins", "auditors", "none"]:
        yield "ListUsersInGroup", {"UserPoolId": staff, "GroupName": group}
    for text in ['email = "alice@example.com"', 'name ^= "Alice"', 'status = "Disabled"',
                 'cognito:user_status = "UNCONFIRMED"', 'username = "bob"', 'email ^= "nobody"']:
        yield "ListUsers", {"UserPoolId": staff, "Filter": text}
    yield "ListUsers", {"UserPoolId": staff, "Limit": 5, "PaginationToken": maker.challenges["next page"]}


def sign_ins(maker):
    """Each user by password, and some refusals."""
    for name, user in maker.users.items():
        client = {"staff": "public", "customers": "shop", "gone": "gone"}[user["pool"]]
        yield name, sign_in(maker, client, name, password_of(name))
    yield "alice, wrong password", sign_in(maker, "public", "alice", "wrong")
    yield "nobody", sign_in(maker, "public", "nobody", "Correct-Horse-1")
    yield "without the client's secret", sign_in(maker, "secret", "alice", "Correct-Horse-1")
    for name in ["mallory, fifth failure", "mallory, locked"]:
        password = "wrong" if "failure" in name else "Correct-Horse-1"
        yield name, sign_in(maker, "public", "mallory", password)


def password_of(name):
    """`niaj` has answered the challenge."""
    return "Correct-Horse-1!" if name == "niaj" else "Correct-Horse-1"


def srp_sign_in(server, maker, name):
    """The last answer of an SRP exchange; its input is the password alone."""
    client = {"ClientId": maker.clients["public"]["id"]}
    recorded = answer(server, "InitiateAuth", client | {
        "AuthFlow": "USER_SRP_AUTH", "AuthParameters": {"USERNAME": name, "SRP_A": srp.PUBLIC}})
    if "output" in recorded:
        parameters = recorded["output"]["ChallengeParameters"]
        responses = srp.responses(maker.pools["staff"], parameters, password_of(name))
        recorded = answer(server, "RespondToAuthChallenge", client | {
            "ChallengeName": "PASSWORD_VERIFIER", "ChallengeResponses": responses})
    return recorded | {"input": {"password": password_of(name)}}


def sign_in(maker, client, username, password):
    return {"ClientId": maker.clients[client]["id"], "AuthFlow": "USER_PASSWORD_AUTH",
            "AuthParameters": {"USERNAME": username, "PASSWORD": password}}


def refreshes(maker):
    """Every kept refresh token, used once."""
    for name, tokens in maker.tokens.items():
        yield name, {"ClientId": maker.clients[tokens["client"]]["id"], "RefreshToken": tokens["refresh"]}
