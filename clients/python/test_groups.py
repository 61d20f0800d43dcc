"""boto3: CreateGroup, DeleteGroup, AdminAddUserToGroup, AdminRemoveUserFromGroup; groups in tokens."""

import pytest

from expect import NO_USER, claims, no_pool, refused

NO_GROUP = ("ResourceNotFoundException", "Group not found.")
ROLE = "arn:aws:iam::000000000000:role/"


@pytest.fixture
def tokens(pool, app):
    """Signs a user in at each call and returns the claims of the tokens."""
    pool.user()
    refresh_token = app.tokens()["RefreshToken"]

    def fresh():
        result = app.refresh(refresh_token)
        return claims(result["IdToken"]), claims(result["AccessToken"])

    return fresh


def test_a_group_is_described(pool):
    made = pool.group("admins", Description="All of them", Precedence=0, RoleArn=ROLE + "admin")
    assert made.pop("CreationDate") == made.pop("LastModifiedDate")
    assert made == {
        "GroupName": "admins",
        "UserPoolId": pool.id,
        "Description": "All of them",
        "Precedence": 0,
        "RoleArn": ROLE + "admin",
    }
    assert set(pool.group("plain")) == {"GroupName", "UserPoolId", "CreationDate", "LastModifiedDate"}


def test_a_name_can_be_taken_once(pool):
    pool.group("admins")
    with refused("GroupExistsException", "A group with the name already exists"):
        pool.group("admins")
    pool.group("Admins")


def test_membership_appears_in_tokens(idp, pool, tokens):
    pool.group("second", Precedence=2)
    pool.group("first", Precedence=1)
    pool.group("last")
    assert all("cognito:groups" not in token for token in tokens())
    for name in ("last", "second", "first", "first"):
        pool.join("alice", name)
    identity, access = tokens()
    assert identity["cognito:groups"] == access["cognito:groups"] == ["first", "second", "last"]
    assert "cognito:roles" not in identity
    for _ in range(2):
        idp.admin_remove_user_from_group(UserPoolId=pool.id, Username="alice", GroupName="second")
    assert tokens()[0]["cognito:groups"] == ["first", "last"]


def test_roles_are_only_in_the_id_token(pool, tokens):
    for name, precedence in (("low", 5), ("high", 1)):
        pool.group(name, Precedence=precedence, RoleArn=ROLE + name)
        pool.join("alice", name)
    identity, access = tokens()
    assert sorted(identity["cognito:roles"]) == [ROLE + "high", ROLE + "low"]
    assert identity["cognito:preferred_role"] == ROLE + "high"
    assert "cognito:roles" not in access
    assert "cognito:preferred_role" not in access
    pool.group("equal", Precedence=1, RoleArn=ROLE + "other")
    pool.join("alice", "equal")
    assert "cognito:preferred_role" not in tokens()[0]


def test_a_deleted_group_disappears_from_tokens(idp, pool, tokens):
    pool.group("admins")
    pool.join("alice", "admins")
    idp.delete_group(UserPoolId=pool.id, GroupName="admins")
    assert "cognito:groups" not in tokens()[0]
    pool.group("admins")  # a new group of the same name has no members
    assert "cognito:groups" not in tokens()[0]


def test_unknown_groups_users_and_pools(idp, pool):
    pool.user()
    pool.group("admins")
    for call in (idp.admin_add_user_to_group, idp.admin_remove_user_from_group):
        with refused(*NO_GROUP):
            call(UserPoolId=pool.id, Username="alice", GroupName="nosuchgroup")
        with refused(*NO_USER):
            call(UserPoolId=pool.id, Username="nobody", GroupName="admins")
        with refused(*no_pool("eu-west-1_Nowhere00")):
            call(UserPoolId="eu-west-1_Nowhere00", Username="alice", GroupName="admins")
    with refused(*NO_GROUP):
        idp.delete_group(UserPoolId=pool.id, GroupName="nosuchgroup")
    with refused(*no_pool("eu-west-1_Nowhere00")):
        idp.create_group(UserPoolId="eu-west-1_Nowhere00", GroupName="admins")
