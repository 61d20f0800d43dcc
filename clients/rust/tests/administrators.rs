//! What administrators do: users, groups, pages, settings.

use aws_sdk_cognitoidentityprovider::error::ProvideErrorMetadata;
use aws_sdk_cognitoidentityprovider::types::{MessageActionType, UserPoolTierType, UserStatusType};
use poolkeeper_rust_client::{PASSWORD, Server};

#[tokio::test]
async fn users_and_groups_are_managed() {
    let server = Server::start();
    let idp = server.client().await;
    let pool_id = idp
        .create_user_pool()
        .pool_name("rust")
        .send()
        .await
        .unwrap()
        .user_pool
        .unwrap()
        .id
        .unwrap();
    let names = ["ann", "ben", "cat", "dan", "eve"];
    for name in names {
        let creating = idp.admin_create_user().user_pool_id(&pool_id).username(name);
        let made = creating
            .message_action(MessageActionType::Suppress)
            .send()
            .await
            .unwrap()
            .user
            .unwrap();
        assert_eq!(made.user_status, Some(UserStatusType::ForceChangePassword));
    }
    let setting =
        idp.admin_set_user_password().user_pool_id(&pool_id).username("ann").password(PASSWORD);
    setting.permanent(true).send().await.unwrap();
    let ann = idp.admin_get_user().user_pool_id(&pool_id).username("ann").send().await.unwrap();
    assert_eq!((ann.user_status, ann.enabled), (Some(UserStatusType::Confirmed), true));
    assert!(ann.user_create_date.unwrap() <= ann.user_last_modified_date.unwrap());

    let mut listed = Vec::new();
    let mut pages = idp.list_users().user_pool_id(&pool_id).limit(2).into_paginator().send();
    while let Some(page) = pages.next().await {
        listed.extend(page.unwrap().users.unwrap().into_iter().filter_map(|user| user.username));
    }
    listed.sort();
    assert_eq!(listed, names);

    idp.create_group()
        .user_pool_id(&pool_id)
        .group_name("staff")
        .precedence(1)
        .send()
        .await
        .unwrap();
    idp.admin_add_user_to_group()
        .user_pool_id(&pool_id)
        .group_name("staff")
        .username("ann")
        .send()
        .await
        .unwrap();
    let groups = idp
        .admin_list_groups_for_user()
        .user_pool_id(&pool_id)
        .username("ann")
        .into_paginator()
        .items()
        .send();
    let groups = groups.try_collect().await.unwrap();
    assert_eq!(groups.iter().map(|group| group.precedence).collect::<Vec<_>>(), [Some(1)]);

    idp.admin_delete_user().user_pool_id(&pool_id).username("ann").send().await.unwrap();
    let gone = idp
        .admin_get_user()
        .user_pool_id(&pool_id)
        .username("ann")
        .send()
        .await
        .unwrap_err()
        .into_service_error();
    assert!(gone.is_user_not_found_exception(), "{gone:?}");
    assert_eq!(gone.message(), Some("User does not exist."));
}

#[tokio::test]
async fn a_pool_is_described_and_deleted() {
    let server = Server::start();
    let idp = server.client().await;
    let pool_id = idp
        .create_user_pool()
        .pool_name("rust")
        .send()
        .await
        .unwrap()
        .user_pool
        .unwrap()
        .id
        .unwrap();
    let described =
        idp.describe_user_pool().user_pool_id(&pool_id).send().await.unwrap().user_pool.unwrap();
    assert_eq!(described.name.as_deref(), Some("rust"));
    assert_eq!(described.user_pool_tier, Some(UserPoolTierType::Essentials));
    let policy = described.policies.unwrap().password_policy.unwrap();
    assert_eq!((policy.minimum_length, policy.require_symbols), (Some(8), true));
    idp.delete_user_pool().user_pool_id(&pool_id).send().await.unwrap();
    let gone = idp
        .describe_user_pool()
        .user_pool_id(&pool_id)
        .send()
        .await
        .unwrap_err()
        .into_service_error();
    assert!(gone.is_resource_not_found_exception(), "{gone:?}");
    assert_eq!(gone.message(), Some(format!("User pool {pool_id} does not exist.").as_str()));
}
