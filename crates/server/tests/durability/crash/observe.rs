//! Compares what a server reports about a user after a crash with what was acknowledged.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use testkit::{Jwt, Refusal};

use super::account::{Account, Facts, Session, Status, Step, password};
use super::api::{Answer, Api, Scene, text};
use super::load::Worker;

impl Worker {
    /// Checks the users touched since the last crash, and finds out what became of the last
    /// request.
    pub(super) fn check_recent(&mut self, api: &mut impl Api, scene: &Scene) {
        let under_way = self.under_way.take();
        self.wrong_passwords = 0;
        let recent: Vec<usize> =
            (0..self.accounts.len()).filter(|at| self.accounts[*at].is_recent).collect();
        for at in recent {
            let step = under_way.filter(|(of, _)| *of == at).map(|(_, step)| step);
            self.check(at, step, api, scene);
        }
    }

    /// Checks all users.
    pub(super) fn check_all(&mut self, api: &mut impl Api, scene: &Scene) {
        for at in 0..self.accounts.len() {
            self.check(at, None, api, scene);
        }
    }

    /// The facts must be those acknowledged, or those with the whole effect of the last request.
    fn check(&mut self, at: usize, under_way: Option<Step>, api: &mut impl Api, scene: &Scene) {
        let account = &mut self.accounts[at];
        let after = under_way.map(|step| account.facts.after(step));
        let (found, wrong) = account.observe(after.as_ref(), api, scene);
        account.is_recent = false;
        account.wrong_passwords +=
            wrong + u32::from(matches!(under_way, Some(Step::WrongPassword)));
        self.wrong_passwords += i64::from(wrong);
        let is_before = found == account.facts;
        let is_after = Some(&found) == after.as_ref();
        assert!(
            is_before || is_after,
            "{}: {found:?}, after {:?} and perhaps {under_way:?}",
            account.name,
            account.facts
        );
        account.facts = found;
        match under_way {
            Some(step) if is_after && !is_before => {
                self.whole += 1;
                self.count(at, step);
            }
            Some(_) => self.absent += 1,
            None => {}
        }
    }
}

impl Account {
    /// Asks the server for the facts, and returns how many wrong passwords that took. `after`: the
    /// facts if the request in flight was done.
    fn observe(&self, after: Option<&Facts>, api: &mut impl Api, scene: &Scene) -> (Facts, u32) {
        let status = self.status(api, scene);
        let alive = self.sessions.iter().map(|session| is_alive(session, api, scene)).collect();
        let known = &self.facts;
        if status == Status::Absent {
            return (Facts { status, groups: BTreeSet::new(), password: known.password, alive }, 0);
        }
        let mut candidates = vec![known.password];
        candidates.extend(
            after.map(|after| after.password).filter(|password| *password != known.password),
        );
        let tried = candidates.len();
        let sign_in =
            |number: u32| Some((number, self.groups_of_sign_in(number, status, api, scene)?));
        let mut right: Vec<(u32, BTreeSet<String>)> =
            candidates.into_iter().filter_map(sign_in).collect();
        let (Some((password, groups)), true) = (right.pop(), right.is_empty()) else {
            panic!("{}: not one right password of {tried}", self.name)
        };
        (Facts { status, groups, password, alive }, u32::from(tried > 1))
    }

    fn status(&self, api: &mut impl Api, scene: &Scene) -> Status {
        let answer =
            api.ask("AdminGetUser", &json!({ "UserPoolId": scene.pool_id, "Username": self.name }));
        let user = match answer {
            Err(refusal) if refusal.kind == "UserNotFoundException" => return Status::Absent,
            answer => answer.unwrap_or_else(|refusal| panic!("{}: {refusal}", self.name)),
        };
        let is_verified =
            user["UserAttributes"].as_array().expect("attributes").iter().any(|attribute| {
                attribute["Name"] == "email_verified" && attribute["Value"] == "true"
            });
        let status = match text(&user, "/UserStatus").as_str() {
            "UNCONFIRMED" => Status::Unconfirmed,
            "CONFIRMED" => Status::Confirmed,
            other => panic!("{}: {other}", self.name),
        };
        assert_eq!(is_verified, status == Status::Confirmed, "{}: half a confirmation", self.name);
        status
    }

    /// The groups in the tokens of a sign-in; `None` if the password is wrong.
    fn groups_of_sign_in(
        &self,
        number: u32,
        status: Status,
        api: &mut impl Api,
        scene: &Scene,
    ) -> Option<BTreeSet<String>> {
        let (operation, body) = self.sign_in(&password(number), scene);
        match (status, api.ask(operation, &body)) {
            (Status::Confirmed, Ok(answer)) => Some(groups_in(&answer)),
            (Status::Unconfirmed, Err(refusal)) if refusal.kind == "UserNotConfirmedException" => {
                Some(BTreeSet::new())
            }
            (_, Err(refusal)) if refusal.message == "Incorrect username or password." => None,
            (_, other) => panic!("{}: {other:?}", self.name),
        }
    }
}

fn groups_in(answer: &Value) -> BTreeSet<String> {
    let token = Jwt::decode(&text(answer, "/AuthenticationResult/IdToken"));
    let groups =
        token.claims.get("cognito:groups").and_then(Value::as_array).cloned().unwrap_or_default();
    groups.iter().map(|group| group.as_str().expect("a name").to_owned()).collect()
}

/// Requires that both tokens of a session are valid, or neither is.
fn is_alive(session: &Session, api: &mut impl Api, scene: &Scene) -> bool {
    let parameters = json!({ "REFRESH_TOKEN": session.refresh });
    let refresh = json!({ "ClientId": scene.client_id, "AuthFlow": "REFRESH_TOKEN_AUTH", "AuthParameters": parameters });
    let refreshed = is_good(api.ask("InitiateAuth", &refresh));
    let accepted = is_good(api.ask("GetUser", &json!({ "AccessToken": session.access })));
    assert_eq!(refreshed, accepted, "half a revocation");
    accepted
}

fn is_good(answer: Answer) -> bool {
    const CUT_OFF: [&str; 3] =
        ["Refresh Token has been revoked", "Access Token has been revoked", "User does not exist."];
    match answer {
        Ok(_) => true,
        Err(Refusal { message, .. }) if CUT_OFF.contains(&message.as_str()) => false,
        Err(refusal) => panic!("{refusal}"),
    }
}
