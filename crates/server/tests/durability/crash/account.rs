//! A user as its client knows it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::api::Scene;

/// What a server must remember about a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) status: Status,
    pub(super) groups: BTreeSet<String>,
    /// Number of the current password.
    pub(super) password: u32,
    /// For each session, whether its tokens are valid.
    pub(super) alive: Vec<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// Not signed up yet, or deleted.
    Absent,
    Unconfirmed,
    Confirmed,
}

/// A client's action.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    SignUp,
    WrongCode,
    Confirm,
    WrongPassword,
    SignIn,
    Join(&'static str),
    Leave(&'static str),
    SetPassword(u32),
    Revoke(usize),
    SignOut(usize),
    Delete,
}

/// The tokens of a sign-in.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) access: String,
    pub(super) refresh: String,
}

/// A user and what was acknowledged about it.
#[derive(Debug)]
pub(super) struct Account {
    pub(super) name: String,
    pub(super) facts: Facts,
    pub(super) sessions: Vec<Session>,
    /// Wrong passwords sent, including those whose answer was lost.
    pub(super) wrong_passwords: u32,
    pub(super) wrong_codes: u32,
    /// Whether anything was requested since the last check.
    pub(super) is_recent: bool,
}

impl Facts {
    /// The facts once a step is done.
    pub(super) fn after(&self, step: Step) -> Self {
        let mut facts = self.clone();
        match step {
            Step::SignUp => facts.status = Status::Unconfirmed,
            Step::Confirm => facts.status = Status::Confirmed,
            Step::Join(group) => drop(facts.groups.insert(group.to_owned())),
            Step::Leave(group) => drop(facts.groups.remove(group)),
            Step::SetPassword(password) => facts.password = password,
            Step::Revoke(session) => facts.alive[session] = false,
            Step::SignOut(_) => facts.alive.fill(false),
            Step::Delete => {
                facts.status = Status::Absent;
                facts.groups.clear();
                facts.alive.fill(false);
            }
            Step::WrongCode | Step::WrongPassword | Step::SignIn => {}
        }
        facts
    }
}

impl Account {
    pub(super) fn new(name: String) -> Self {
        let facts = Facts {
            status: Status::Absent,
            groups: BTreeSet::new(),
            password: 0,
            alive: Vec::new(),
        };
        Self {
            name,
            facts,
            sessions: Vec::new(),
            wrong_passwords: 0,
            wrong_codes: 0,
            is_recent: true,
        }
    }

    /// The code attempts and wrong passwords that can have been counted of the user: one of each
    /// without an answer, and the right code.
    pub(super) fn countable(&self) -> (i64, i64) {
        (i64::from(self.wrong_codes) + 2, i64::from(self.wrong_passwords) + 1)
    }

    /// The operation of a step and its input.
    pub(super) fn request(&self, step: Step, scene: &Scene) -> (&'static str, Value) {
        let Scene { pool_id, client_id } = scene;
        let name = &self.name;
        let admin = |operation, more: Value| {
            (operation, testkit::merged(json!({ "UserPoolId": pool_id, "Username": name }), more))
        };
        let code = |code: &str| {
            (
                "ConfirmSignUp",
                json!({ "ClientId": client_id, "Username": name, "ConfirmationCode": code }),
            )
        };
        match step {
            Step::SignUp => {
                let attributes =
                    json!([{ "Name": "email", "Value": format!("{name}@example.com") }]);
                let password = password(self.facts.password);
                let body = json!({ "ClientId": client_id, "Username": name, "Password": password, "UserAttributes": attributes });
                ("SignUp", body)
            }
            Step::WrongCode => code("000000"),
            Step::Confirm => code(crate::in_process::CODE),
            Step::WrongPassword => self.sign_in("Wrong-Horse-0", scene),
            Step::SignIn => self.sign_in(&password(self.facts.password), scene),
            Step::Join(group) => admin("AdminAddUserToGroup", json!({ "GroupName": group })),
            Step::Leave(group) => admin("AdminRemoveUserFromGroup", json!({ "GroupName": group })),
            Step::SetPassword(number) => admin(
                "AdminSetUserPassword",
                json!({ "Password": password(number), "Permanent": true }),
            ),
            Step::Revoke(session) => (
                "RevokeToken",
                json!({ "ClientId": client_id, "Token": self.sessions[session].refresh }),
            ),
            Step::SignOut(session) => {
                ("GlobalSignOut", json!({ "AccessToken": self.sessions[session].access }))
            }
            Step::Delete => admin("AdminDeleteUser", json!({})),
        }
    }

    /// A sign-in with a password.
    pub(super) fn sign_in(&self, password: &str, scene: &Scene) -> (&'static str, Value) {
        let parameters = json!({ "USERNAME": self.name, "PASSWORD": password });
        let body = json!({ "ClientId": scene.client_id, "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": parameters });
        ("InitiateAuth", body)
    }
}

/// A user's password by its number.
pub(super) fn password(number: u32) -> String {
    format!("Right-Horse-{number}")
}
