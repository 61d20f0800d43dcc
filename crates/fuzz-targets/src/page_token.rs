//! Page tokens and filters of lists, through the router. Input: a byte that selects the list, a
//! byte that selects the token to edit, the edits; or, if the first byte is above 127, any text as
//! the token.

use std::cell::RefCell;

use serde_json::{Value, json};
use testkit::{TestServer, merged};

use crate::edits::{edited, nth, pick};
use crate::fixture::Fixture;

thread_local! {
    static LISTS: RefCell<Option<Lists>> = const { RefCell::new(None) };
}

/// A list: the operation, its parameters, and the member that holds its token.
struct List {
    operation: &'static str,
    body: Value,
    member: &'static str,
    token: String,
    /// Whether the token is sealed; other tokens are a plain id, and any id is accepted.
    sealed: bool,
}

struct Lists {
    fixture: Option<Fixture>,
    lists: Vec<List>,
}

/// A sealed token is only accepted if it was issued for this list; no other text causes an internal
/// error.
pub fn page_token(data: &[u8]) {
    let Some((list, rest)) = pick(data) else { return };
    LISTS.with_borrow_mut(|place| {
        let lists = place.get_or_insert_with(Lists::new);
        let list_of = nth(&lists.lists, list);
        let token = match pick(rest) {
            Some((source, edits)) if list < 128 => edited(&nth(&lists.lists, source).token, edits),
            _ => String::from_utf8_lossy(rest).into_owned(),
        };
        let fixture = Fixture::of(&mut lists.fixture);
        let body = merged(list_of.body.clone(), json!({ list_of.member: token }));
        let answer = fixture.block_on(fixture.server.call(list_of.operation, body));
        match answer.result {
            Ok(_) => assert!(
                token == list_of.token || !list_of.sealed,
                "{} accepted {token}",
                list_of.operation
            ),
            Err(refusal) => assert_eq!(
                (refusal.status, refusal.kind.as_str()),
                (400, "InvalidParameterException"),
                "{refusal}"
            ),
        }
    });
}

impl Lists {
    fn new() -> Self {
        let mut place = None;
        let fixture = Fixture::of(&mut place);
        let lists = fixture.block_on(lists(&fixture.server, &fixture.pool.id));
        // The tokens are only valid on this server.
        fixture.keep();
        Self { fixture: place, lists }
    }
}

async fn lists(server: &TestServer, pool: &str) -> Vec<List> {
    let of_pool = |body: Value| merged(json!({ "UserPoolId": pool }), body);
    for group in ["a", "b", "c"] {
        server.call("CreateGroup", of_pool(json!({ "GroupName": group }))).await.ok();
        for name in ["alice", "bob"] {
            server
                .call(
                    "AdminAddUserToGroup",
                    of_pool(json!({ "GroupName": group, "Username": name })),
                )
                .await
                .ok();
        }
    }
    let asked = [
        ("ListUsers", json!({ "Limit": 1 }), "PaginationToken", true),
        (
            "ListUsers",
            json!({ "Limit": 1, "Filter": "status = \"Enabled\"" }),
            "PaginationToken",
            true,
        ),
        ("ListUsersInGroup", json!({ "GroupName": "a", "Limit": 1 }), "NextToken", true),
        ("ListGroups", json!({ "Limit": 1 }), "NextToken", true),
        ("AdminListGroupsForUser", json!({ "Username": "alice", "Limit": 1 }), "NextToken", true),
        ("ListUserPoolClients", json!({ "MaxResults": 1 }), "NextToken", false),
    ];
    let mut lists = Vec::new();
    for (operation, body, member, sealed) in asked {
        let body = of_pool(body);
        let first = server.call(operation, body.clone()).await.ok();
        let token = first
            .get(member)
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("{operation} has one page"))
            .to_owned();
        lists.push(List { operation, body, member, token, sealed });
    }
    lists
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let own = (0..6).map(|list| vec![list, list]);
    let others = (0..6).map(|list| vec![list, list + 1, 5, 0, 30, b'x']);
    own.chain(others)
        .chain([vec![200], b"\xc8AAAA_-".to_vec(), b"\xcb1example23456789abcdefghij".to_vec()])
        .collect()
}
