//! A client that performs one action after another on users of its own, each call on a random node.

use std::time::Instant;

use domain::Rng;
use serde_json::{Value, json};

use super::account::{Account, Change};
use super::caller::{Caller, Outcome};
use super::stage::Stage;
use super::{NODES, Seen};
use crate::clock;

/// Maximum number of breaches reported; further ones would repeat them.
const MAX_BREACHES: usize = 20;
/// Minimum number of users it keeps.
const MIN_USERS: usize = 4;

/// A client of the soak.
pub(super) struct Worker<'s> {
    pub(super) stage: &'s Stage<'s>,
    pub(super) caller: Caller,
    pub(super) rng: Rng,
    pub(super) index: usize,
    /// Makes names unique.
    pub(super) count: u64,
    breaches: Vec<String>,
    /// Users available for actions.
    live: Vec<Account>,
    gone: Vec<Account>,
}

impl<'s> Worker<'s> {
    pub(super) fn new(stage: &'s Stage<'s>, rng: Rng, index: usize) -> Self {
        let caller = stage.caller();
        Self {
            stage,
            caller,
            rng,
            index,
            count: 0,
            breaches: Vec::new(),
            live: Vec::new(),
            gone: Vec::new(),
        }
    }

    /// Performs actions until the deadline.
    pub(super) fn run(mut self, deadline: Instant) -> Seen {
        while clock::now() < deadline && self.breaches.len() < MAX_BREACHES {
            let account = self.take();
            let account = self.act(account);
            let is_over = account.deleted || account.pending.is_some();
            if is_over { &mut self.gone } else { &mut self.live }.push(account);
        }
        self.gone.append(&mut self.live);
        Seen { calls: self.caller.calls, breaches: self.breaches, accounts: self.gone }
    }

    /// One of its users at random, or a new one.
    fn take(&mut self) -> Account {
        let count = self.live.len();
        if count < MIN_USERS || self.chance(4) {
            self.count += 1;
            let name = format!("user-{}-{}", self.index, self.count);
            return self.create(Account::new(name, self.password()));
        }
        let at = self.rng.below(u32::try_from(count).unwrap_or(u32::MAX));
        self.live.swap_remove(usize::try_from(at).unwrap_or_default())
    }

    /// Returns true in `percent` of a hundred cases.
    pub(super) fn chance(&self, percent: u32) -> bool {
        self.rng.below(100) < percent
    }

    /// A random node.
    pub(super) fn node(&self) -> usize {
        self.rng.below(u32::try_from(NODES).unwrap_or(1)) as usize
    }

    /// A new password.
    pub(super) fn password(&self) -> String {
        format!("Aa1-{}", self.rng.uuid())
    }

    /// Records a broken promise.
    pub(super) fn breach(&mut self, account: &Account, what: impl std::fmt::Display) {
        self.breaches.push(format!("{}: {what}", account.name));
    }

    /// Requests a change of a user by name; returns whether it was acknowledged.
    pub(super) fn change(
        &mut self,
        account: &mut Account,
        operation: &'static str,
        more: Value,
        change: Change,
    ) -> bool {
        let mut input = json!({ "UserPoolId": self.stage.pool_id, "Username": account.name });
        if let (Some(input), Value::Object(more)) = (input.as_object_mut(), more) {
            input.extend(more);
        }
        let node = self.node();
        self.decide(account, node, operation, &input, change)
    }

    /// Requests any change; returns whether it was acknowledged.
    pub(super) fn decide(
        &mut self,
        account: &mut Account,
        node: usize,
        operation: &'static str,
        input: &Value,
        change: Change,
    ) -> bool {
        let outcome = self.caller.ask(node, operation, input);
        match outcome {
            Outcome::Done(_) => {
                account.apply(change);
                return true;
            }
            Outcome::Unknown => account.pending = Some(change),
            Outcome::Refused { .. } if outcome.is_busy() => {}
            Outcome::Refused { kind, message } => {
                self.breach(
                    account,
                    format_args!("{operation} at node {node} was refused: {kind}: {message}"),
                );
                account.pending = Some(change);
            }
        }
        false
    }
}
