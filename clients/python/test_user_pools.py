"""boto3: CreateUserPool, DescribeUserPool, ListUserPools, DeleteUserPool."""

import datetime
import re

from expect import no_pool, refused
from pools import Pool

STANDARD_ATTRIBUTES = (
    "profile address birthdate gender preferred_username updated_at website picture identities sub phone_number "
    "phone_number_verified zoneinfo locale email email_verified given_name family_name middle_name name nickname"
).split()
NEWEST = {"AcrConfiguration", "DcrConfiguration", "IssuerConfiguration", "KeyConfiguration"}


def test_a_pool_without_settings_has_the_services_defaults(idp):
    made = idp.create_user_pool(PoolName="p")["UserPool"]
    assert re.fullmatch(r"eu-west-1_[0-9A-Za-z]{9}", made["Id"])
    for date in ("CreationDate", "LastModifiedDate"):
        age = datetime.datetime.now(datetime.timezone.utc) - made.pop(date)
        assert abs(age) < datetime.timedelta(minutes=5)
    attributes = made.pop("SchemaAttributes")
    assert {name: value for name, value in made.items() if name not in NEWEST} == {
        "Id": made["Id"],
        "Name": "p",
        "Arn": f"arn:aws:cognito-idp:eu-west-1:000000000000:userpool/{made['Id']}",
        "Policies": {
            "PasswordPolicy": {
                "MinimumLength": 8,
                "RequireUppercase": True,
                "RequireLowercase": True,
                "RequireNumbers": True,
                "RequireSymbols": True,
                "TemporaryPasswordValidityDays": 7,
            },
            "SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD"]},
        },
        "DeletionProtection": "INACTIVE",
        "LambdaConfig": {},
        "VerificationMessageTemplate": {"DefaultEmailOption": "CONFIRM_WITH_CODE"},
        "UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": []},
        "MfaConfiguration": "OFF",
        "EstimatedNumberOfUsers": 0,
        "EmailConfiguration": {"EmailSendingAccount": "COGNITO_DEFAULT"},
        "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": False, "UnusedAccountValidityDays": 7},
        "UserPoolTags": {},
        "AccountRecoverySetting": {
            "RecoveryMechanisms": [
                {"Priority": 1, "Name": "verified_email"},
                {"Priority": 2, "Name": "verified_phone_number"},
            ]
        },
        "UserPoolTier": "ESSENTIALS",
    }
    assert [entry["Name"] for entry in attributes] == STANDARD_ATTRIBUTES
    assert attributes[STANDARD_ATTRIBUTES.index("email")] == {
        "Name": "email",
        "AttributeDataType": "String",
        "DeveloperOnlyAttribute": False,
        "Mutable": True,
        "Required": False,
        "StringAttributeConstraints": {"MinLength": "0", "MaxLength": "2048"},
    }


def test_settings_are_described_as_they_were_set(idp):
    made = idp.create_user_pool(
        PoolName="settings",
        Policies={"PasswordPolicy": {"MinimumLength": 12, "RequireSymbols": False}},
        AutoVerifiedAttributes=["email"],
        AliasAttributes=["email", "preferred_username"],
        UsernameConfiguration={"CaseSensitive": False},
        AdminCreateUserConfig={"AllowAdminCreateUserOnly": True},
        Schema=[{"Name": "tenant", "AttributeDataType": "String", "Mutable": True}],
        UserPoolTags={"team": "identity"},
    )["UserPool"]
    described = idp.describe_user_pool(UserPoolId=made["Id"])["UserPool"]
    assert described == made
    assert described["Policies"]["PasswordPolicy"]["MinimumLength"] == 12
    assert described["Policies"]["PasswordPolicy"]["RequireSymbols"] is False
    assert described["AutoVerifiedAttributes"] == ["email"]
    assert sorted(described["AliasAttributes"]) == ["email", "preferred_username"]
    assert described["UsernameConfiguration"] == {"CaseSensitive": False}
    assert described["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is True
    assert described["UserPoolTags"] == {"team": "identity"}
    names = [entry["Name"] for entry in described["SchemaAttributes"]]
    assert names[-1] == "custom:tenant"


def test_a_pool_gets_the_region_of_the_caller(server):
    made = server.client(region="ap-south-1").create_user_pool(PoolName="far")["UserPool"]
    assert made["Id"].startswith("ap-south-1_")
    assert made["Arn"].startswith("arn:aws:cognito-idp:ap-south-1:")


def test_pages_list_each_pool_once(idp):
    mine = {Pool.create(idp, PoolName=f"page-{number}").id for number in range(5)}
    seen, token, pages = [], {}, 0
    while True:
        page = idp.list_user_pools(MaxResults=2, **token)
        pages += 1
        assert len(page["UserPools"]) <= 2
        seen += page["UserPools"]
        if "NextToken" not in page:
            break
        token = {"NextToken": page["NextToken"]}
    ids = [entry["Id"] for entry in seen]
    assert len(ids) == len(set(ids))
    assert mine <= set(ids)
    assert pages >= 3
    entry = next(entry for entry in seen if entry["Name"] == "page-3")
    assert entry["LambdaConfig"] == {}
    assert entry["CreationDate"] <= entry["LastModifiedDate"]


def test_a_deleted_pool_is_gone(idp, pool):
    app = pool.app()
    pool.user()
    idp.delete_user_pool(UserPoolId=pool.id)
    with refused(*no_pool(pool.id)):
        idp.describe_user_pool(UserPoolId=pool.id)
    with refused(*no_pool(pool.id)):
        idp.delete_user_pool(UserPoolId=pool.id)
    with refused(*no_pool(pool.id)):
        pool.describe()
    with refused("ResourceNotFoundException"):
        app.sign_in("alice")
    pages = idp.get_paginator("list_user_pools").paginate(MaxResults=60)
    assert pool.id not in [entry["Id"] for page in pages for entry in page["UserPools"]]


def test_a_protected_pool_stays(idp):
    pool = Pool.create(idp, DeletionProtection="ACTIVE")
    with refused(
        "InvalidParameterException",
        "The user pool cannot be deleted because deletion protection is activated. "
        "Deletion protection must be inactivated first.",
    ):
        idp.delete_user_pool(UserPoolId=pool.id)
    assert idp.describe_user_pool(UserPoolId=pool.id)["UserPool"]["DeletionProtection"] == "ACTIVE"


def test_unknown_pools_are_named(idp):
    for call in (idp.describe_user_pool, idp.delete_user_pool):
        with refused(*no_pool("eu-west-1_Nowhere00")):
            call(UserPoolId="eu-west-1_Nowhere00")


def test_all_violated_constraints_are_reported(unchecked):
    with refused(
        "InvalidParameterException",
        "1 validation error detected: Value '61' at 'maxResults' failed to satisfy constraint: "
        "Member must have value less than or equal to 60",
    ):
        unchecked.list_user_pools(MaxResults=61)
    with refused(
        "InvalidParameterException",
        "1 validation error detected: Value null at 'poolName' failed to satisfy constraint: Member must not be null",
    ):
        unchecked.create_user_pool()
    with refused("InvalidParameterException") as caught:
        unchecked.create_user_pool(PoolName="", MfaConfiguration="MAYBE")
    message = caught.value.response["Error"]["Message"]
    assert message.startswith("3 validation errors detected: "), message
    for part in (
        "Value '' at 'poolName' failed to satisfy constraint: Member must have length greater than or equal to 1",
        "Value '' at 'poolName' failed to satisfy constraint: Member must satisfy regular expression pattern: "
        r"[\w\s+=,.@-]+",
        "Value 'MAYBE' at 'mfaConfiguration' failed to satisfy constraint: Member must satisfy enum value set: "
        "[OPTIONAL, OFF, ON]",
    ):
        assert part in message
