"""boto3: ListUsers with its filters, ListUsersInGroup, ListGroups, AdminListGroupsForUser, through all their pages."""

import pytest

from expect import refused
from pools import Pool, as_dict

COUNT = 25


@pytest.fixture(scope="module")
def crowd(server):
    """Users u00 … u24: every fifth is disabled, every second has a plan, all have an address."""
    idp = server.client()
    custom = {"Name": "plan", "AttributeDataType": "String", "Mutable": True}
    pool = Pool.create(idp, Schema=[custom])
    pool.group("even")
    for at in range(COUNT):
        name = f"u{at:02}"
        plan = {"custom:plan": "Gold" if at % 4 else "silver"} if at % 2 == 0 else {}
        pool.invited(name, {"email": f"U{at:02}@example.com", "given_name": "Ada" if at == 7 else "Bob", **plan})
        if at % 5 == 0:
            idp.admin_disable_user(UserPoolId=pool.id, Username=name)
        if at % 2 == 0:
            pool.join(name, "even")
    idp.admin_set_user_password(UserPoolId=pool.id, Username="u03", Password="Correct-horse-7", Permanent=True)
    return pool


def names(pool, condition=None, limit=None):
    """All pages of a filter as one sorted list without duplicates."""
    options = {"UserPoolId": pool.id}
    options |= {"Filter": condition} if condition is not None else {}
    options |= {"Limit": limit} if limit else {}
    found = []
    for _ in range(1_000):
        page = pool.idp.list_users(**options)
        found += [user["Username"] for user in page["Users"]]
        assert limit is None or len(page["Users"]) <= limit
        if "PaginationToken" not in page:
            assert len(set(found)) == len(found)
            return sorted(found)
        options["PaginationToken"] = page["PaginationToken"]
    raise AssertionError("the pages do not end")


EVERYBODY = [f"u{at:02}" for at in range(COUNT)]


@pytest.mark.parametrize("limit", [None, 1, 7])
@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, EVERYBODY),
        ("", EVERYBODY),
        ('username = "u03"', ["u03"]),
        ('username = "U03"', []),
        ('username ^= "u1"', [f"u{at}" for at in range(10, 20)]),
        ('email = "u04@EXAMPLE.com"', ["u04"]),
        ('email ^= "u2"', ["u20", "u21", "u22", "u23", "u24"]),
        ('given_name="ada"', ["u07"]),
        ('status = "Disabled"', ["u00", "u05", "u10", "u15", "u20"]),
        ('status = "disabled"', []),
        ('cognito:user_status = "confirmed"', ["u03"]),
        ('custom:plan ^= "go"', ["u02", "u06", "u10", "u14", "u18", "u22"]),
        ('custom:plan = "silver"', ["u00", "u04", "u08", "u12", "u16", "u20", "u24"]),
        ('family_name ^= ""', []),
    ],
)
def test_filters_select_users(crowd, condition, expected, limit):
    assert names(crowd, condition, limit) == expected


def test_a_user_is_found_by_its_sub(crowd):
    [user] = crowd.idp.list_users(UserPoolId=crowd.id, Filter='username = "u09"')["Users"]
    sub = as_dict(user["Attributes"])["sub"]
    assert names(crowd, f'sub = "{sub}"') == names(crowd, f'sub ^= "{sub[:30]}"') == ["u09"]


def test_the_members_of_a_listed_user(crowd):
    [user] = crowd.idp.list_users(UserPoolId=crowd.id, Filter='username = "u07"')["Users"]
    assert set(user) == {"Username", "Attributes", "UserCreateDate", "UserLastModifiedDate", "Enabled", "UserStatus"}
    assert (user["Enabled"], user["UserStatus"]) == (True, "FORCE_CHANGE_PASSWORD")
    assert as_dict(user["Attributes"]).keys() == {"sub", "email", "email_verified", "given_name"}
    found = crowd.idp.list_users(UserPoolId=crowd.id, Filter='username = "u07"', AttributesToGet=["email"])["Users"]
    assert found[0]["Attributes"] == [{"Name": "email", "Value": "U07@example.com"}]


def test_wrong_filters_are_refused(crowd):
    with refused("InvalidParameterException", "Invalid search attribute: custom:none"):
        names(crowd, 'custom:none = "x"')
    for wrong in ("email", 'email = "x', 'email == "x"', "email = x", 'email = "x" and name = "y"'):
        with refused("InvalidParameterException", "Error while parsing filter."):
            names(crowd, wrong)
    with refused("InvalidParameterException", "Invalid pagination token."):
        crowd.idp.list_users(UserPoolId=crowd.id, PaginationToken="nonsense")


def test_members_of_a_group_are_listed(crowd):
    found, options = [], {}
    while True:
        page = crowd.idp.list_users_in_group(UserPoolId=crowd.id, GroupName="even", Limit=4, **options)
        found += [user["Username"] for user in page["Users"]]
        if "NextToken" not in page:
            break
        options = {"NextToken": page["NextToken"]}
    assert sorted(found) == EVERYBODY[::2]


def test_groups_are_listed_and_changed(idp, pool):
    for name in ("b", "a", "c"):
        pool.group(name, Description=name)
    first = idp.list_groups(UserPoolId=pool.id, Limit=2)
    rest = idp.list_groups(UserPoolId=pool.id, NextToken=first["NextToken"])
    assert [group["GroupName"] for group in first["Groups"] + rest["Groups"]] == ["a", "b", "c"]
    assert "NextToken" not in rest
    changed = idp.update_group(UserPoolId=pool.id, GroupName="a", Precedence=3)["Group"]
    assert (changed["Description"], changed["Precedence"]) == ("a", 3)
    assert idp.get_group(UserPoolId=pool.id, GroupName="a")["Group"] == changed
    pool.user()
    pool.join("alice", "a")
    [group] = idp.admin_list_groups_for_user(UserPoolId=pool.id, Username="alice")["Groups"]
    assert group == changed
