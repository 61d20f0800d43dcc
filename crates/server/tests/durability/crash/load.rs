//! Clients that act as users and administrators do, and record what was acknowledged.

use domain::Rng;
use serde_json::Value;

use super::Requests;
use super::account::{Account, Session, Status, Step};
use super::api::{Answer, Api, GROUPS, Lost, Scene, text};

/// Maximum number of sessions of a user.
const SESSIONS: usize = 3;
/// Maximum number of wrong passwords of a user: the fifth would lock the user out, and checking a
/// password change after a crash costs one.
const WRONG_PASSWORDS: u32 = 4;
/// Maximum number of deliberate wrong passwords of a user; checks may add more.
const WRONG_GUESSES: u32 = 2;
/// Maximum number of wrong codes of a user; fifteen attempts an hour are allowed.
const WRONG_CODES: u32 = 2;
/// How many users a client works on at once.
const AT_A_TIME: u32 = 4;

/// A client and its users, whom no other client touches.
pub(super) struct Worker {
    number: u32,
    rng: Rng,
    pub(super) accounts: Vec<Account>,
    /// The request in flight when the server crashed: index of its account, and the step.
    pub(super) under_way: Option<(usize, Step)>,
    acknowledged: u64,
    /// Code attempts since the last crash.
    pub(super) code_tries: i64,
    /// Code attempts and wrong passwords, at most, of users deleted since the last crash: the rows
    /// that count them go with the user.
    pub(super) forgotten: (i64, i64),
    /// Sign-ups in total.
    pub(super) sign_ups: i64,
    /// Wrong passwords since the last crash.
    pub(super) wrong_passwords: i64,
    pub(super) whole: u64,
    pub(super) absent: u64,
}

impl Worker {
    pub(super) fn new(number: u32, rng: Rng) -> Self {
        Self {
            number,
            rng,
            accounts: Vec::new(),
            under_way: None,
            acknowledged: 0,
            code_tries: 0,
            forgotten: (0, 0),
            sign_ups: 0,
            wrong_passwords: 0,
            whole: 0,
            absent: 0,
        }
    }

    /// Works until the server crashes.
    pub(super) fn run(&mut self, api: &mut impl Api, scene: &Scene, requests: &Requests) {
        loop {
            let (at, step) = self.choose();
            let account = &mut self.accounts[at];
            account.is_recent = true;
            let (operation, body) = account.request(step, scene);
            requests.sent();
            match api.call(operation, &body) {
                Ok(answer) => self.acknowledge(at, step, answer),
                Err(Lost) => {
                    self.under_way = Some((at, step));
                    return;
                }
            }
        }
    }

    /// Resets the counts at a crash, and returns how many writes were acknowledged before it.
    pub(super) fn take_acknowledged(&mut self) -> u64 {
        self.code_tries = 0;
        self.forgotten = (0, 0);
        std::mem::take(&mut self.acknowledged)
    }

    /// What may be forgotten, with a deletion that is under way.
    pub(super) fn forgotten(&self) -> (i64, i64) {
        let (codes, passwords) = self.forgotten;
        match self.under_way {
            Some((at, Step::Delete)) => {
                let (more_codes, more_passwords) = self.accounts[at].countable();
                (codes + more_codes, passwords + more_passwords)
            }
            _ => (codes, passwords),
        }
    }

    fn acknowledge(&mut self, at: usize, step: Step, answer: Answer) {
        let account = &mut self.accounts[at];
        let refused = |answer: Answer, kind: &str| {
            assert_eq!(
                answer.as_ref().map_err(|refusal| refusal.kind.as_str()),
                Err(kind),
                "{step:?}"
            );
        };
        match step {
            Step::WrongCode => {
                refused(answer, "CodeMismatchException");
                account.wrong_codes += 1;
            }
            Step::WrongPassword => {
                refused(answer, "NotAuthorizedException");
                account.wrong_passwords += 1;
                self.wrong_passwords += 1;
            }
            Step::SignIn => {
                account.sessions.push(session(&ok(step, answer)));
                account.facts.alive.push(true);
            }
            _ => drop(ok(step, answer)),
        }
        account.facts = account.facts.after(step);
        self.acknowledged += 1;
        self.count(at, step);
    }

    /// Counts a step that is known to have been done.
    pub(super) fn count(&mut self, at: usize, step: Step) {
        self.sign_ups += i64::from(matches!(step, Step::SignUp));
        self.code_tries += i64::from(matches!(step, Step::WrongCode | Step::Confirm));
        if matches!(step, Step::Delete) {
            // The next user of this name is a different one.
            let account = &mut self.accounts[at];
            let (codes, passwords) = account.countable();
            self.forgotten = (self.forgotten.0 + codes, self.forgotten.1 + passwords);
            account.wrong_passwords = 0;
            account.wrong_codes = 0;
        }
    }

    fn choose(&mut self) -> (usize, Step) {
        let oldest = self.accounts.len().saturating_sub(AT_A_TIME as usize);
        if self.accounts.len() < AT_A_TIME as usize || self.rng.below(8) == 0 {
            return self.newcomer();
        }
        let at = oldest + self.rng.below(AT_A_TIME) as usize;
        match self.accounts[at].facts.status {
            Status::Absent => (at, Step::SignUp),
            Status::Unconfirmed
                if self.accounts[at].wrong_codes < WRONG_CODES && self.rng.below(2) == 0 =>
            {
                (at, Step::WrongCode)
            }
            Status::Unconfirmed => (at, Step::Confirm),
            Status::Confirmed => (at, self.step_of_confirmed(at)),
        }
    }

    fn newcomer(&mut self) -> (usize, Step) {
        let at = self.accounts.len();
        self.accounts.push(Account::new(format!("user-{}-{at}", self.number)));
        (at, Step::SignUp)
    }

    fn step_of_confirmed(&self, at: usize) -> Step {
        let account = &self.accounts[at];
        let (groups, alive) =
            (&account.facts.groups, account.facts.alive.iter().rposition(|alive| *alive));
        let group = GROUPS[self.rng.below(2) as usize];
        match (self.rng.below(10), alive) {
            (0 | 1, _) if account.wrong_passwords < WRONG_GUESSES => Step::WrongPassword,
            (2..=4, _) if account.sessions.len() < SESSIONS => Step::SignIn,
            (5, Some(session)) => Step::Revoke(session),
            (6, Some(session)) => Step::SignOut(session),
            (7, _) if account.wrong_passwords < WRONG_PASSWORDS => {
                Step::SetPassword(account.facts.password + 1)
            }
            (8, _) => Step::Delete,
            _ if groups.contains(group) => Step::Leave(group),
            _ => Step::Join(group),
        }
    }
}

fn ok(step: Step, answer: Answer) -> Value {
    answer.unwrap_or_else(|refusal| panic!("{step:?}: {refusal}"))
}

fn session(answer: &Value) -> Session {
    let token = |name: &str| text(answer, &format!("/AuthenticationResult/{name}"));
    Session { access: token("AccessToken"), refresh: token("RefreshToken") }
}
