//! Checks that everything acknowledged is present, and nothing else.

use serde_json::{Value, json};

use super::Seen;
use super::account::{Account, Change};
use super::actions::{password_input, refresh_input, tokens};
use super::caller::{Caller, Outcome};
use super::stage::Stage;

/// Checks every user of a client, recording the calls like the client's others.
pub(super) fn run(stage: &Stage<'_>, seen: &mut Seen) {
    let mut check = Check { stage, caller: stage.caller(), node: 0 };
    for account in &seen.accounts {
        if let Err(breach) = check.account(account) {
            seen.breaches
                .push(format!("{} at the end: {breach}; it was {account:?}", account.name));
        }
    }
    seen.calls.append(&mut check.caller.calls);
}

struct Check<'s> {
    stage: &'s Stage<'s>,
    caller: Caller,
    node: usize,
}

impl Check<'_> {
    fn account(&mut self, account: &Account) -> Result<(), String> {
        let named = json!({ "UserPoolId": self.stage.pool_id, "Username": account.name });
        let found = match self.ask("AdminGetUser", &named) {
            Outcome::Done(user) => Some(user),
            outcome if outcome.is("UserNotFoundException") => None,
            outcome => return Err(format!("AdminGetUser: {outcome:?}")),
        };
        if !account.allows_existing(found.is_some()) {
            return Err(if found.is_some() {
                "a deleted user exists"
            } else {
                "it does not exist"
            }
            .to_owned());
        }
        let Some(user) = found else { return self.tokens(account, false) };
        self.is_taken(account)?;
        let is_enabled = user.get("Enabled").and_then(Value::as_bool).unwrap_or_default();
        if !account.allows_enabled(is_enabled) {
            return Err(format!("its enabled flag is {is_enabled}"));
        }
        let status = user.get("UserStatus").and_then(Value::as_str).unwrap_or_default();
        let is_confirmed = status == "CONFIRMED";
        if is_confirmed != account.confirmed
            && !matches!(account.pending, Some(Change::Password(_)))
        {
            return Err(format!("its status is {status}"));
        }
        if is_enabled && is_confirmed {
            self.passwords(account)?;
        }
        self.tokens(account, is_enabled && !is_uncertain(account))
    }

    /// The name exists, so it cannot be created again.
    fn is_taken(&mut self, account: &Account) -> Result<(), String> {
        let input = json!({
            "UserPoolId": self.stage.pool_id, "Username": account.name, "MessageAction": "SUPPRESS",
            "TemporaryPassword": account.password,
        });
        match self.ask("AdminCreateUser", &input) {
            outcome if outcome.is("UsernameExistsException") => Ok(()),
            outcome => Err(format!("AdminCreateUser again: {outcome:?}")),
        }
    }

    /// The last password works and the previous one does not; with an unanswered change, exactly
    /// one of the two works.
    fn passwords(&mut self, account: &Account) -> Result<(), String> {
        let mut good = vec![account.password.clone()];
        if let Some(Change::Password(new)) = &account.pending {
            good.push(new.clone());
        }
        let mut answer = None;
        for password in &good {
            match self.sign_in(account, password) {
                Outcome::Done(done) => answer = Some(done),
                outcome if outcome.is("NotAuthorizedException") => {}
                outcome => return Err(format!("signing in: {outcome:?}")),
            }
        }
        let answer = answer.ok_or("its password does not work")?;
        let (_, groups) = tokens(&answer)?;
        let lasting = groups.into_iter().filter(|group| !group.starts_with("passing-")).collect();
        if !account.allows_groups(&lasting) {
            return Err(format!("its groups are {lasting:?}"));
        }
        let Some(old) = account.old_password.as_ref().filter(|_| account.pending.is_none()) else {
            return Ok(());
        };
        match self.sign_in(account, old) {
            outcome if outcome.is("NotAuthorizedException") => Ok(()),
            outcome => Err(format!("a replaced password: {outcome:?}")),
        }
    }

    /// Revoked tokens are refused, and the others accepted if the user is valid.
    fn tokens(&mut self, account: &Account, is_good: bool) -> Result<(), String> {
        for token in &account.revoked {
            let outcome = self.refresh(token);
            // The latter if the user was deleted.
            if !outcome.is("NotAuthorizedException") && !outcome.is("UserNotFoundException") {
                return Err(format!("a revoked token: {outcome:?}"));
            }
        }
        match account
            .tokens
            .as_ref()
            .filter(|_| is_good)
            .map(|tokens| self.refresh(&tokens.refresh))
        {
            None | Some(Outcome::Done(_)) => Ok(()),
            Some(outcome) => Err(format!("a valid token: {outcome:?}")),
        }
    }

    fn sign_in(&mut self, account: &Account, password: &str) -> Outcome {
        self.ask("InitiateAuth", &password_input(&self.stage.client_id, &account.name, password))
    }

    fn refresh(&mut self, token: &str) -> Outcome {
        self.ask("InitiateAuth", &refresh_input(&self.stage.client_id, token))
    }

    /// Calls the nodes in turn.
    fn ask(&mut self, operation: &'static str, input: &Value) -> Outcome {
        self.node += 1;
        self.caller.ask(self.node, operation, input)
    }
}

/// Whether its tokens may or may not be valid.
fn is_uncertain(account: &Account) -> bool {
    matches!(account.pending, Some(Change::Revoke | Change::SignOut | Change::Enabled(_)))
}
