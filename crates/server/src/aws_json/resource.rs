//! What a request acts on, as the ARN that an access key may be limited to.

use serde_json::Value;
use wire::{Kind, Operation, Service};

/// Stands for the resource of operations that name no pool.
pub(super) const NO_POOL: &str = "*";

/// The ARN of the pool named in `input`, or `*`.
///
/// Only members that the operation's input has are looked at: an operation that names no pool
/// ignores the others, so naming a permitted pool there must not open it to a limited key.
pub(super) fn arn(operation: &Operation, input: &Value, region: &str, account_id: &str) -> String {
    let named = |member: &str| {
        has_member(operation, member).then(|| input.get(member)).flatten().and_then(Value::as_str)
    };
    if let Some(arn) = named("ResourceArn") {
        return arn.to_owned();
    }
    let (kind, id, separator) = match operation.service {
        Service::Idp => ("userpool", named("UserPoolId"), '_'),
        Service::Identity => ("identitypool", named("IdentityPoolId"), ':'),
    };
    let Some(id) = id else { return NO_POOL.to_owned() };
    // A pool is found by its id alone, so its own region counts, not the one of the signature.
    let region = id.split_once(separator).map_or(region, |(region, _)| region);
    let service = operation.service.signing_name();
    format!("arn:aws:{service}:{region}:{account_id}:{kind}/{id}")
}

fn has_member(operation: &Operation, name: &str) -> bool {
    match operation.input.kind {
        Kind::Structure(members) => members.iter().any(|member| member.name == name),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn arn_of(service: Service, operation: &str, input: &Value) -> String {
        arn(wire::operation(service, operation).unwrap(), input, "us-east-1", "111122223333")
    }

    #[test]
    fn the_pool_of_the_body() {
        let input = json!({"UserPoolId": "eu-west-1_Ab12Cd34E", "Username": "jo"});
        assert_eq!(
            arn_of(Service::Idp, "AdminGetUser", &input),
            "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Ab12Cd34E"
        );
        let input =
            json!({"ResourceArn": "arn:aws:cognito-idp:eu-west-1:1:userpool/x", "UserPoolId": "y"});
        assert_eq!(
            arn_of(Service::Idp, "TagResource", &input),
            "arn:aws:cognito-idp:eu-west-1:1:userpool/x"
        );
        let input = json!({"IdentityPoolId": "eu-west-1:11111111-2222-3333-4444-555555555555"});
        assert_eq!(
            arn_of(Service::Identity, "DescribeIdentityPool", &input),
            "arn:aws:cognito-identity:eu-west-1:111122223333:identitypool/\
             eu-west-1:11111111-2222-3333-4444-555555555555"
        );
    }

    #[test]
    fn a_member_that_the_operation_does_not_have_does_not_count() {
        let input =
            json!({"UserPoolId": "eu-west-1_Ab12Cd34E", "ResourceArn": "arn:x", "MaxResults": 5});
        for operation in ["ListUserPools", "CreateUserPool", "DescribeUserPoolDomain"] {
            assert_eq!(arn_of(Service::Idp, operation, &input), NO_POOL, "{operation}");
        }
        assert_eq!(
            arn_of(Service::Idp, "ListUsers", &input),
            "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Ab12Cd34E"
        );
    }

    #[test]
    fn what_is_not_text_names_no_pool() {
        assert_eq!(arn_of(Service::Idp, "AdminGetUser", &json!({"UserPoolId": ["a"]})), NO_POOL);
        assert_eq!(arn_of(Service::Idp, "AdminGetUser", &json!({})), NO_POOL);
        assert!(
            arn_of(Service::Idp, "AdminGetUser", &json!({"UserPoolId": "x"}))
                .ends_with(":userpool/x")
        );
    }
}
