//! What all lists have in common: where a list ends, and for what a page token is good.

use domain::Rng;
use domain::seal::MasterKeys;
use serde_json::{Value, json};
use testkit::{TestPool, TestServer, merged};

const INVALID: &str = "InvalidParameterException";
const BAD_TOKEN: &str = "Invalid pagination token.";

/// A list: the operation, the members that limit a page, continue a list and hold the items, and
/// the rest of the request.
#[derive(Clone)]
struct List {
    operation: &'static str,
    limit: &'static str,
    token: &'static str,
    items: &'static str,
    body: Value,
}

impl List {
    async fn page(
        &self,
        server: &TestServer,
        limit: usize,
        token: Option<&str>,
    ) -> testkit::Answer {
        let mut body = merged(self.body.clone(), json!({ self.limit: limit }));
        if let Some(token) = token {
            body = merged(body, json!({ self.token: token }));
        }
        server.call(self.operation, body).await
    }

    /// How many items the pages have.
    async fn lengths(&self, server: &TestServer, limit: usize) -> Vec<usize> {
        let mut lengths = Vec::new();
        let mut token: Option<String> = None;
        loop {
            let page = self.page(server, limit, token.as_deref()).await.ok();
            lengths.push(page[self.items].as_array().unwrap().len());
            match page.get(self.token) {
                None => return lengths,
                Some(next) => token = Some(next.as_str().unwrap().to_owned()),
            }
        }
    }

    async fn token(&self, server: &TestServer) -> String {
        let page = self.page(server, 1, None).await.ok();
        page[self.token].as_str().unwrap_or_else(|| panic!("{}", self.operation)).to_owned()
    }
}

/// Every list of a pool that has pages.
fn lists_of(pool: &TestPool) -> Vec<List> {
    let list = |operation, limit, token, items, body: Value| {
        let body = merged(json!({ "UserPoolId": pool.id }), body);
        List { operation, limit, token, items, body }
    };
    let users = |body| list("ListUsers", "Limit", "PaginationToken", "Users", body);
    vec![
        list("ListUserPoolClients", "MaxResults", "NextToken", "UserPoolClients", json!({})),
        list("ListGroups", "Limit", "NextToken", "Groups", json!({})),
        list("ListUsersInGroup", "Limit", "NextToken", "Users", json!({ "GroupName": "group-0" })),
        list(
            "AdminListGroupsForUser",
            "Limit",
            "NextToken",
            "Groups",
            json!({ "Username": "user-0" }),
        ),
        users(json!({})),
        users(json!({ "Filter": "username ^= \"user\"" })),
        users(json!({ "Filter": "name = \"Same\"" })),
        users(json!({ "Filter": "status = \"Enabled\"" })),
        users(json!({ "Filter": "sub ^= \"\"" })),
        users(json!({ "AttributesToGet": ["sub"] })),
    ]
}

fn pools_list() -> List {
    let (operation, items) = ("ListUserPools", "UserPools");
    List { operation, limit: "MaxResults", token: "NextToken", items, body: json!({}) }
}

/// This many clients, groups, users in the first group, and groups of the first user.
async fn filled(pool: &TestPool, count: usize) {
    for number in 0..count {
        let (group, user) = (format!("group-{number}"), format!("user-{number}"));
        pool.client().await;
        pool.call("CreateGroup", json!({ "GroupName": group })).await.ok();
        pool.invited_user(&user, &[("name", "Same")]).await;
        for member in [
            json!({ "GroupName": group, "Username": "user-0" }),
            json!({ "GroupName": "group-0", "Username": user }),
        ] {
            pool.call("AdminAddUserToGroup", member).await.ok();
        }
    }
}

#[tokio::test]
async fn a_token_means_that_something_follows() {
    let server = TestServer::start();
    let pool = server.pool().await;
    filled(&pool, 4).await;
    for list in lists_of(&pool) {
        for (limit, lengths) in
            [(1, vec![1, 1, 1, 1]), (2, vec![2, 2]), (3, vec![3, 1]), (4, vec![4]), (5, vec![4])]
        {
            let found = list.lengths(&server, limit).await;
            assert_eq!(found, lengths, "{} {} by {limit}", list.operation, list.body);
        }
    }
    let empty = server.pool().await;
    for list in lists_of(&empty).into_iter().filter(|list| !list.body.to_string().contains("-0")) {
        assert_eq!(list.lengths(&server, 1).await, [0], "{}", list.operation);
    }
}

/// What is being deleted is not listed, and is not what follows either.
#[tokio::test]
async fn no_page_leads_to_what_is_not_listed() {
    let server = TestServer::start();
    let mut pools = Vec::new();
    for _ in 0..4 {
        pools.push(server.pool().await.id);
    }
    server.call_in("us-east-1", "CreateUserPool", json!({ "PoolName": "elsewhere" })).await.ok();
    pools.sort();
    for gone in &pools[2..] {
        server.call("DeleteUserPool", json!({ "UserPoolId": gone })).await.ok();
    }
    assert_eq!(pools_list().lengths(&server, 2).await, [2]);
    assert_eq!(pools_list().lengths(&server, 1).await, [1, 1]);
    let pool = server.pool().await;
    filled(&pool, 6).await;
    for gone in ["group-1", "group-3", "group-4", "group-5"] {
        pool.call("DeleteGroup", json!({ "GroupName": gone })).await.ok();
    }
    let groups = lists_of(&pool).swap_remove(3);
    assert_eq!(groups.lengths(&server, 2).await, [2]);
    assert_eq!(groups.lengths(&server, 1).await, [1, 1]);
}

/// A token continues the list that it was issued for, and no other.
#[tokio::test]
async fn a_token_is_good_for_its_own_list_only() {
    let server = TestServer::start();
    let (pool, other) = (server.pool().await, server.pool().await);
    for pool in [&pool, &other] {
        filled(pool, 2).await;
    }
    let mut lists = lists_of(&pool);
    lists.push(pools_list());
    let others = lists_of(&other);
    for (number, list) in lists.iter().enumerate() {
        let token = list.token(&server).await;
        list.page(&server, 1, Some(&token)).await.ok();
        let foreign =
            lists.iter().enumerate().filter(|(at, _)| *at != number).map(|(_, list)| list);
        for foreign in foreign.chain(&others) {
            foreign.page(&server, 1, Some(&token)).await.refused(INVALID, BAD_TOKEN);
        }
    }
    let regular = merged(lists[0].body.clone(), json!({ "ClientType": "REGULAR" }));
    let regular = List { body: regular, ..lists[0].clone() };
    let token = lists[0].token(&server).await;
    regular.page(&server, 1, Some(&token)).await.refused(INVALID, BAD_TOKEN);
    // The id of what it would begin after is no token.
    let client =
        lists[0].page(&server, 1, None).await.ok()["UserPoolClients"][0]["ClientId"].clone();
    lists[0].page(&server, 1, client.as_str()).await.refused(INVALID, BAD_TOKEN);
    pools_list().page(&server, 1, Some(&pool.id)).await.refused(INVALID, BAD_TOKEN);
    let token = pools_list().token(&server).await;
    let body = json!({ "MaxResults": 1, "NextToken": token });
    server.call_in("us-east-1", "ListUserPools", body).await.refused(INVALID, BAD_TOKEN);
}

/// Nor does it outlive what it was issued for.
#[tokio::test]
async fn a_token_is_not_good_for_a_later_namesake() {
    let server = TestServer::start();
    let pool = server.pool().await;
    filled(&pool, 3).await;
    let lists = lists_of(&pool);
    let (members, groups) = (&lists[2], &lists[3]);
    let (of_group, of_user) = (members.token(&server).await, groups.token(&server).await);
    pool.call("AdminDeleteUser", json!({ "Username": "user-0" })).await.ok();
    pool.call("DeleteGroup", json!({ "GroupName": "group-0" })).await.ok();
    pool.call("CreateGroup", json!({ "GroupName": "group-0" })).await.ok();
    pool.invited_user("user-0", &[]).await;
    for number in 0..3 {
        for (group, user) in [(0, number), (number, 0)] {
            let member = json!({ "GroupName": format!("group-{group}"), "Username": format!("user-{user}") });
            pool.call("AdminAddUserToGroup", member).await.ok();
        }
    }
    members.page(&server, 1, Some(&of_group)).await.refused(INVALID, BAD_TOKEN);
    groups.page(&server, 1, Some(&of_user)).await.refused(INVALID, BAD_TOKEN);
}

#[tokio::test]
async fn a_token_expires_after_an_hour() {
    let server = TestServer::start();
    let pool = server.pool().await;
    filled(&pool, 2).await;
    server.pool().await;
    let mut lists = lists_of(&pool);
    lists.push(pools_list());
    let mut tokens = Vec::new();
    for list in &lists {
        tokens.push(list.token(&server).await);
    }
    server.advance_seconds(3_599);
    for (list, token) in lists.iter().zip(&tokens) {
        list.page(&server, 1, Some(token)).await.ok();
    }
    server.advance_seconds(1);
    for (list, token) in lists.iter().zip(&tokens) {
        list.page(&server, 1, Some(token)).await.refused(INVALID, BAD_TOKEN);
    }
}

/// The list of pools has no pool's keys: its tokens are sealed under the master key.
#[tokio::test]
async fn a_token_is_lost_with_the_master_key() {
    let [old, new] =
        [101, 102].map(|seed| MasterKeys::generate_one(&Rng::seeded(seed)).to_string());
    let server = TestServer::builder().master_keys(&[&old]).start();
    server.pool().await;
    server.pool().await;
    let token = pools_list().token(&server).await;
    let both = server.restarted_as(|builder| builder.master_keys(&[&new, &old])).await;
    pools_list().page(&both, 1, Some(&token)).await.ok();
    pools::keys::rotate_master(both.inner()).await.unwrap();
    let rotated = both.restarted_as(|builder| builder.master_keys(&[&new])).await;
    pools_list().page(&rotated, 1, Some(&token)).await.refused(INVALID, BAD_TOKEN);
}

#[tokio::test]
async fn the_page_size_of_list_users_is_bounded() {
    let pool = TestServer::start().pool().await;
    for (limit, bound) in [(-1, "greater than or equal to 0"), (61, "less than or equal to 60")] {
        let text = format!(
            "1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: Member must have value {bound}"
        );
        let answer = pool.call("ListUsers", json!({ "Limit": limit })).await;
        answer.refused("InvalidParameterException", &text);
    }
}
