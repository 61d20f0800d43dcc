"""Compares what Describe returns with what was set, and sends it back in an update, as terraform does."""

from expect import refused

SUPERSEDED = "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays"
# Described together with its successor, but refused together with it: a trap of the service that terraform knows.
TRAP = ("AdminCreateUserConfig", "UnusedAccountValidityDays")


def shape(idp, operation: str):
    return idp.meta.service_model.operation_model(operation).input_shape


def timeless(described: dict) -> dict:
    """A description without the dates that every change moves."""
    return {name: value for name, value in described.items() if name not in ("LastModifiedDate", "UserLastModifiedDate")}


def writable(idp, operation: str, described: dict) -> dict:
    """The members of a description that the operation accepts."""
    return {name: value for name, value in described.items() if name in shape(idp, operation).members}


def holds(described, given) -> None:
    """Everything given is described unchanged; Describe may add defaults."""
    if isinstance(given, dict):
        for name, value in given.items():
            assert name in described, name
            holds(described[name], value)
    else:
        assert described == given


def describe_pool(idp, pool_id: str) -> dict:
    return timeless(idp.describe_user_pool(UserPoolId=pool_id)["UserPool"])


def update_pool(idp, described: dict, **changes) -> None:
    """Sends back the whole description, and again without the trap once that is refused, as terraform does."""
    request = {"UserPoolId": described["Id"], "PoolName": described["Name"]}
    request |= writable(idp, "UpdateUserPool", described) | changes
    with refused("InvalidParameterException", SUPERSEDED):
        idp.update_user_pool(**request)
    group, member = TRAP
    request[group] = {name: value for name, value in request[group].items() if name != member}
    idp.update_user_pool(**request)


def members(shape, above: str = "") -> set[str]:
    """The dotted names of everything that can be set in a shape of botocore's model, nested members included."""
    if shape.type_name == "structure":
        names = {f"{above}.{name}".lstrip("."): member for name, member in shape.members.items()}
        return set().union(*(members(member, name) for name, member in names.items()))
    if shape.type_name == "list" and shape.member.type_name == "structure":
        return members(shape.member, above)
    if shape.type_name == "map" and shape.value.type_name == "structure":
        return members(shape.value, above)
    return {above}


def covered(value, shape, above: str = "") -> set[str]:
    """The dotted names of everything that a request sets."""
    if shape.type_name == "structure":
        parts = ((f"{above}.{name}".lstrip("."), part, shape.members[name]) for name, part in value.items())
        return set().union(*(covered(part, member, name) for name, part, member in parts))
    if shape.type_name == "list" and shape.member.type_name == "structure":
        return set().union(*(covered(part, shape.member, above) for part in value))
    if shape.type_name == "map" and shape.value.type_name == "structure":
        return set().union(*(covered(part, shape.value, above) for part in value.values()))
    return {above}
