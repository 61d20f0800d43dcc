//! Configuration changes on one node, as other nodes see them: within a second, or immediately for
//! new objects.

use std::thread;
use std::time::Duration;

use serde_json::json;

use super::account::{Account, Change};
use super::actions::{password_input, tokens};
use super::caller::Outcome;
use super::stage::client_input;
use super::worker::Worker;
use crate::clock;
use crate::scene::text;

/// How long a node may use an older configuration, plus a margin for the answer's latency.
const STALE: Duration = Duration::from_millis(1_100);
/// Interval between checks.
const LOOK_EVERY: Duration = Duration::from_millis(100);

impl Worker<'_> {
    /// A group is created and deleted, then recreated with the same name; its former members do not
    /// belong to the new group.
    pub(super) fn group_life(&mut self, account: &mut Account) {
        self.count += 1;
        let group = format!("passing-{}-{}", self.index, self.count);
        let pool_id = self.stage.pool_id.clone();
        let named = json!({ "UserPoolId": pool_id, "GroupName": group });
        let member = json!({ "UserPoolId": pool_id, "GroupName": group, "Username": account.name });
        let mut step = |worker: &mut Self, operation, input| {
            let node = worker.node();
            worker.decide(account, node, operation, input, Change::Other)
        };
        if !(step(self, "CreateGroup", &named) && step(self, "AdminAddUserToGroup", &member)) {
            return;
        }
        let is_member = self.node();
        if self.names_group(account, is_member, &group) == Some(false) {
            self.breach(account, format_args!("a token lacks the new group {group}"));
        }
        let node = self.node();
        if !self.decide(account, node, "DeleteGroup", &named, Change::Other) {
            return;
        }
        self.is_dropped_in_time(account, &group, "is deleted");
        let node = self.node();
        if self.decide(account, node, "CreateGroup", &named, Change::Other) {
            self.is_dropped_in_time(account, &group, "was replaced by another of the same name");
            self.decide(account, node, "DeleteGroup", &named, Change::Other);
        }
    }

    /// A node may still name a deleted group for a limited time.
    fn is_dropped_in_time(&mut self, account: &Account, group: &str, why: &str) {
        let (since, node) = (clock::now(), self.node());
        loop {
            let is_late = since.elapsed() > STALE;
            match self.names_group(account, node, group) {
                Some(true) if is_late => {
                    return self.breach(
                        account,
                        format_args!("node {node} still names {group}, which {why}"),
                    );
                }
                Some(true) => thread::sleep(LOOK_EVERY),
                Some(false) | None => return,
            }
        }
    }

    /// Whether a token issued by this node names the group; `None` without a token.
    fn names_group(&mut self, account: &Account, node: usize, group: &str) -> Option<bool> {
        let input = password_input(&self.stage.client_id, &account.name, &account.password);
        let Outcome::Done(answer) = self.caller.ask(node, "InitiateAuth", &input) else {
            return None;
        };
        tokens(&answer).ok().map(|(_, groups)| groups.contains(group))
    }

    /// A new app client is immediately known to all nodes.
    pub(super) fn new_client(&mut self, account: &mut Account) {
        self.count += 1;
        let node = self.node();
        let input =
            client_input(&self.stage.pool_id, &format!("client-{}-{}", self.index, self.count));
        let outcome = self.caller.ask(node, "CreateUserPoolClient", &input);
        let Outcome::Done(answer) = &outcome else {
            if !outcome.is_inconclusive() {
                self.breach(account, format_args!("CreateUserPoolClient: {outcome:?}"));
            }
            return;
        };
        let client_id = text(answer, "/UserPoolClient/ClientId").unwrap_or_default();
        let outcome = self.caller.ask(
            node + 1,
            "InitiateAuth",
            &password_input(&client_id, &account.name, &account.password),
        );
        if !matches!(outcome, Outcome::Done(_)) && !outcome.is_inconclusive() {
            self.breach(account, format_args!("a client created on another node got {outcome:?}"));
        }
    }
}
