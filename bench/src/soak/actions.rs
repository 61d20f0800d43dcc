//! Actions on users, and checks that other nodes see them immediately.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::account::{Account, Change, Tokens};
use super::caller::Outcome;
use super::stage::GROUPS;
use super::worker::Worker;
use crate::scene::text;

impl Worker<'_> {
    /// Performs one random action.
    pub(super) fn act(&mut self, mut account: Account) -> Account {
        if account.pending.is_some() {
            return account;
        }
        if !account.confirmed {
            self.set_password(&mut account);
            return account;
        }
        if !account.enabled {
            self.change(&mut account, "AdminEnableUser", Value::Null, Change::Enabled(true));
            return account;
        }
        match self.rng.below(100) {
            0..5 => self.set_password(&mut account),
            5..13 => self.regroup(&mut account),
            13..15 => self.group_life(&mut account),
            15..16 => self.new_client(&mut account),
            16..18 => self.delete(&mut account),
            draw => {
                if account.tokens.is_some() || self.sign_in(&mut account) {
                    self.act_with_tokens(&mut account, draw);
                }
            }
        }
        account
    }

    fn act_with_tokens(&mut self, account: &mut Account, draw: u32) {
        let Some(tokens) = account.tokens.clone() else { return };
        match draw {
            18..25 => {
                let input = json!({ "Token": tokens.refresh, "ClientId": self.stage.client_id });
                self.revoke_tokens(account, "RevokeToken", &input, Change::Revoke);
            }
            25..31 => self.revoke_tokens(
                account,
                "GlobalSignOut",
                &json!({ "AccessToken": tokens.access }),
                Change::SignOut,
            ),
            31..36 => {
                let input = json!({ "UserPoolId": self.stage.pool_id, "Username": account.name });
                self.revoke_tokens(account, "AdminDisableUser", &input, Change::Enabled(false));
            }
            36..46 => drop(self.sign_in(account)),
            46..72 => {
                let refreshed = self.refresh(&tokens.refresh);
                if !matches!(refreshed, Outcome::Done(_)) && !refreshed.is_inconclusive() {
                    self.breach(
                        account,
                        format_args!("a valid refresh token was refused: {refreshed:?}"),
                    );
                }
            }
            _ => self.look(account, &tokens.access),
        }
    }

    /// Creates a user.
    pub(super) fn create(&mut self, mut account: Account) -> Account {
        let more = json!({ "MessageAction": "SUPPRESS", "TemporaryPassword": account.password });
        if !self.change(&mut account, "AdminCreateUser", more, Change::Create)
            && account.pending.is_none()
        {
            // The user does not exist, and nothing records that the creation was requested.
            account.deleted = true;
            account.pending = Some(Change::Other);
        }
        account
    }

    /// The new password works immediately on every node, and the old one does not.
    fn set_password(&mut self, account: &mut Account) {
        let new = self.password();
        let more = json!({ "Password": new, "Permanent": true });
        let was_confirmed = account.confirmed;
        if !self.change(account, "AdminSetUserPassword", more, Change::Password(new)) {
            return;
        }
        if let Some(old) =
            account.old_password.clone().filter(|_| was_confirmed && account.wrong < 3)
        {
            account.wrong += 1;
            let outcome = self.try_password(account, &old);
            if !outcome.is("NotAuthorizedException") && !outcome.is_inconclusive() {
                self.breach(account, format_args!("a replaced password got {outcome:?}"));
            }
        }
        self.sign_in(account);
    }

    /// Adds the user to a group or removes it, and checks that the next token shows it.
    fn regroup(&mut self, account: &mut Account) {
        let at = self.rng.below(4) as usize;
        let Some(group) = GROUPS.get(at).map(|group| (*group).to_owned()) else { return };
        let more = json!({ "GroupName": group });
        let done = if account.groups.contains(&group) {
            self.change(account, "AdminRemoveUserFromGroup", more, Change::Leave(group))
        } else {
            self.change(account, "AdminAddUserToGroup", more, Change::Join(group))
        };
        if done {
            self.sign_in(account);
        }
    }

    fn delete(&mut self, account: &mut Account) {
        let tokens = account.tokens.clone();
        if self.change(account, "AdminDeleteUser", Value::Null, Change::Delete)
            && let Some(tokens) = tokens
        {
            self.refused(account, &tokens, "UserNotFoundException");
        }
    }

    /// Revokes the tokens, which every node must refuse from then on.
    fn revoke_tokens(
        &mut self,
        account: &mut Account,
        operation: &'static str,
        input: &Value,
        change: Change,
    ) {
        let Some(tokens) = account.tokens.clone() else { return };
        let node = self.node();
        if self.decide(account, node, operation, input, change) {
            self.refused(account, &tokens, "NotAuthorizedException");
        }
        // Unless acknowledged, they may or may not be valid.
        account.tokens = None;
    }

    /// Checks that both tokens are refused with `kind`.
    fn refused(&mut self, account: &Account, tokens: &Tokens, kind: &str) {
        let node = self.node();
        let looked = self.caller.ask(node, "GetUser", &json!({ "AccessToken": tokens.access }));
        let refreshed = self.refresh(&tokens.refresh);
        for outcome in [looked, refreshed] {
            if !outcome.is(kind) && !outcome.is_inconclusive() {
                self.breach(account, format_args!("a revoked token got {outcome:?}"));
            }
        }
    }

    /// Signs in with the password and compares the groups; returns whether it got tokens.
    pub(super) fn sign_in(&mut self, account: &mut Account) -> bool {
        let password = account.password.clone();
        match self.try_password(account, &password) {
            Outcome::Done(answer) => match tokens(&answer) {
                Ok((tokens, groups)) => {
                    let lasting: BTreeSet<String> = groups
                        .into_iter()
                        .filter(|group| GROUPS.contains(&group.as_str()))
                        .collect();
                    if lasting != account.groups {
                        self.breach(
                            account,
                            format_args!("its groups are {lasting:?}, not {:?}", account.groups),
                        );
                    }
                    account.tokens = Some(tokens);
                    return true;
                }
                Err(error) => self.breach(account, error),
            },
            outcome if outcome.is_inconclusive() => {}
            outcome => self.breach(account, format_args!("its password got {outcome:?}")),
        }
        false
    }

    pub(super) fn try_password(&mut self, account: &Account, password: &str) -> Outcome {
        let node = self.node();
        self.caller.ask(
            node,
            "InitiateAuth",
            &password_input(&self.stage.client_id, &account.name, password),
        )
    }

    fn refresh(&mut self, token: &str) -> Outcome {
        let node = self.node();
        self.caller.ask(node, "InitiateAuth", &refresh_input(&self.stage.client_id, token))
    }

    fn look(&mut self, account: &Account, access: &str) {
        let node = self.node();
        match self.caller.ask(node, "GetUser", &json!({ "AccessToken": access })) {
            Outcome::Done(answer) if text(&answer, "/Username").as_ref() == Ok(&account.name) => {}
            outcome if outcome.is_inconclusive() => {}
            outcome => {
                self.breach(account, format_args!("GetUser with a valid token: {outcome:?}"));
            }
        }
    }
}

/// The input of `InitiateAuth` with a password.
pub(super) fn password_input(client_id: &str, name: &str, password: &str) -> Value {
    let parameters = json!({ "USERNAME": name, "PASSWORD": password });
    json!({ "AuthFlow": "USER_PASSWORD_AUTH", "ClientId": client_id, "AuthParameters": parameters })
}

/// The input of `InitiateAuth` with a refresh token.
pub(super) fn refresh_input(client_id: &str, token: &str) -> Value {
    let parameters = json!({ "REFRESH_TOKEN": token });
    json!({ "AuthFlow": "REFRESH_TOKEN_AUTH", "ClientId": client_id, "AuthParameters": parameters })
}

/// The tokens of a sign-in, and the groups that they contain.
pub(super) fn tokens(answer: &Value) -> Result<(Tokens, BTreeSet<String>), String> {
    let access = text(answer, "/AuthenticationResult/AccessToken")?;
    let refresh = text(answer, "/AuthenticationResult/RefreshToken")?;
    let payload = access
        .split('.')
        .nth(1)
        .and_then(|part| URL_SAFE_NO_PAD.decode(part).ok())
        .ok_or("no JWT")?;
    let payload: Value = serde_json::from_slice(&payload).map_err(|error| error.to_string())?;
    let groups = payload
        .get("cognito:groups")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let groups = groups.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    Ok((Tokens { access, refresh }, groups))
}
