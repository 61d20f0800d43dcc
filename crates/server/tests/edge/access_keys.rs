//! Access keys with restrictions.

use server::sigv4::AccessKey;

use crate::signer::Signing;
use crate::support::{Edge, example_key};

const POOL: &str = "eu-west-1_Ab12Cd34E";

fn edge(limit: impl Fn(AccessKey) -> AccessKey) -> Edge {
    Edge::serve_with(vec![limit(example_key())], &[])
}

fn texts(items: &[&str]) -> Option<Vec<String>> {
    Some(items.iter().map(|item| (*item).to_owned()).collect())
}

fn denied(action: &str, resource: &str) -> String {
    format!(
        "User: arn:aws:iam::111122223333:user/AKIDEXAMPLE is not authorized to perform: {action} on resource: {resource} \
         because no identity-based policy allows the {action} action"
    )
}

#[tokio::test]
async fn actions() {
    let edge = edge(|key| key.with_actions(texts(&["cognito-idp:List*"])));
    assert_eq!(
        edge.signed(&Signing::idp("ListUserPools", r#"{"MaxResults":1}"#)).await.status,
        200
    );
    let refused = edge.signed(&Signing::idp("CreateUserPool", r#"{"PoolName":"p"}"#)).await;
    refused.assert_error(400, "AccessDeniedException", &denied("cognito-idp:CreateUserPool", "*"));
}

#[tokio::test]
async fn pools() {
    let arn = format!("arn:aws:cognito-idp:eu-west-1:111122223333:userpool/{POOL}");
    let edge = edge(|key| key.with_pools(texts(&[&arn])));
    let own = Signing::idp("DescribeUserPool", &format!(r#"{{"UserPoolId":"{POOL}"}}"#));
    assert_eq!(edge.signed(&own).await.error().1, "ResourceNotFoundException");
    let other = Signing::idp("DescribeUserPool", r#"{"UserPoolId":"eu-west-1_Other1234"}"#);
    let resource = "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Other1234";
    let text = denied("cognito-idp:DescribeUserPool", resource);
    edge.signed(&other).await.assert_error(400, "AccessDeniedException", &text);
    let all =
        Signing::idp("ListUserPools", &format!(r#"{{"MaxResults":1,"UserPoolId":"{POOL}"}}"#));
    let text = denied("cognito-idp:ListUserPools", "*");
    edge.signed(&all).await.assert_error(400, "AccessDeniedException", &text);
    let tags = Signing::idp(
        "ListTagsForResource",
        &format!(r#"{{"UserPoolId":"{POOL}","ResourceArn":"{arn}x"}}"#),
    );
    let text = denied("cognito-idp:ListTagsForResource", &format!("{arn}x"));
    edge.signed(&tags).await.assert_error(400, "AccessDeniedException", &text);
}

#[tokio::test]
async fn restrictions_are_checked_before_the_shape() {
    let edge = edge(|key| key.with_actions(texts(&[])));
    let answer = edge.signed(&Signing::idp("ListUserPools", r#"{"MaxResults":1000}"#)).await;
    assert_eq!(answer.error().1, "AccessDeniedException");
}
