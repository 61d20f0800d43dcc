//! The pool and the app client that a request names: for its region, for the restrictions of an
//! access key, and for the log.

use domain::ids;
use serde_json::Value;
use wire::{Kind, Operation, Service};

/// The resource of operations that name no pool.
pub(super) const NO_POOL: &str = "*";

/// What a request is about, according to the members of the operation's input. Other members are
/// ignored: naming a permitted pool in one must not let a restricted key in.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) operation: &'static Operation,
    input: &'a Value,
}

impl<'a> Subject<'a> {
    pub(super) fn of(operation: &'static Operation, input: &'a Value) -> Self {
        Self { operation, input }
    }

    /// The id of the user pool or identity pool.
    pub(super) fn pool_id(self) -> Option<&'a str> {
        self.member(match self.operation.service {
            Service::Idp => "UserPoolId",
            Service::Identity => "IdentityPoolId",
        })
    }

    /// Like [`Subject::pool_id`], but also finds a pool named by its ARN.
    pub(super) fn any_pool_id(self) -> Option<&'a str> {
        self.pool_id().or_else(|| self.member("ResourceArn").and_then(ids::pool_of_arn))
    }

    /// The id of the app client.
    pub(super) fn client_id(self) -> Option<&'a str> {
        self.member("ClientId")
    }

    /// The ARN of the pool, or `*` for an operation that names none.
    pub(super) fn arn(self, region: &str, account_id: &str) -> String {
        if let Some(arn) = self.member("ResourceArn") {
            return arn.to_owned();
        }
        let Some(id) = self.pool_id() else { return NO_POOL.to_owned() };
        let (kind, separator) = match self.operation.service {
            Service::Idp => ("userpool", '_'),
            Service::Identity => ("identitypool", ':'),
        };
        // A pool is found by its id alone, so its own region counts, not that of the signature.
        let region = id.split_once(separator).map_or(region, |(region, _)| region);
        let service = self.operation.service.signing_name();
        format!("arn:aws:{service}:{region}:{account_id}:{kind}/{id}")
    }

    fn member(self, name: &str) -> Option<&'a str> {
        let Kind::Structure(members) = self.operation.input.kind else { return None };
        if !members.iter().any(|member| member.name == name) {
            return None;
        }
        self.input.get(name)?.as_str()
    }
}

/// An id for the log, which must show nothing else of a body.
pub(super) fn shown_id(id: &str) -> Option<String> {
    let is_id = id.len() <= 64
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-:".contains(&byte));
    is_id.then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn arn_of(service: Service, operation: &str, input: &Value) -> String {
        let operation = wire::operation(service, operation).unwrap();
        Subject::of(operation, input).arn("us-east-1", "111122223333")
    }

    #[test]
    fn the_pool_named_in_the_body() {
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
    fn undeclared_members_do_not_count() {
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
    fn only_strings_name_a_pool() {
        assert_eq!(arn_of(Service::Idp, "AdminGetUser", &json!({"UserPoolId": ["a"]})), NO_POOL);
        assert_eq!(arn_of(Service::Idp, "AdminGetUser", &json!({})), NO_POOL);
        assert!(
            arn_of(Service::Idp, "AdminGetUser", &json!({"UserPoolId": "x"}))
                .ends_with(":userpool/x")
        );
    }
}
