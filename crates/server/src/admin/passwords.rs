//! What `doctor --deep` says about the forms of stored passwords.

use domain::credential::AtRest;
use domain::seal::MasterKeys;
use pools::Settings;
use pools::doctor::{PasswordForms, password_forms};
use store::Store;

use super::outcome::Check;
use crate::config::passwords::Passwords;

const CHECK: &str = "passwords";

/// How the server stores passwords.
#[derive(Debug, Clone, Copy, Default)]
pub struct KeptAs {
    at_rest: AtRest,
    may_be_mixed: bool,
}

impl From<&Settings> for KeptAs {
    fn from(settings: &Settings) -> Self {
        Self { at_rest: settings.at_rest, may_be_mixed: settings.may_be_mixed }
    }
}

impl From<&Passwords> for KeptAs {
    fn from(passwords: &Passwords) -> Self {
        Self { at_rest: passwords.at_rest, may_be_mixed: passwords.may_be_mixed() }
    }
}

/// Counts the stored passwords that have another form than new ones get, by pool.
pub(super) async fn checks(store: &Store, master: &MasterKeys, kept: KeptAs) -> Vec<Check> {
    match password_forms(store, master).await {
        Ok(pools) => of_pools(&pools, kept),
        Err(why) => vec![Check::problem(
            CHECK,
            format!("they cannot be read: {}", why.0),
            "See the other findings; repair those first.",
        )],
    }
}

fn of_pools(pools: &[PasswordForms], kept: KeptAs) -> Vec<Check> {
    let found: Vec<Check> = pools.iter().flat_map(|pool| of_pool(pool, kept)).collect();
    if !found.is_empty() {
        return found;
    }
    let says = match pools.iter().map(|pool| pool.of(kept.at_rest).0).sum::<u64>() {
        0 => "there are none yet".to_owned(),
        1 => format!("the only one is stored as {}", one(kept.at_rest)),
        all => format!("all {all} are stored as {}", many(kept.at_rest)),
    };
    vec![Check::ok(CHECK, says)]
}

fn of_pool(pool: &PasswordForms, kept: KeptAs) -> Vec<Check> {
    let (KeptAs { at_rest, .. }, id) = (kept, &pool.pool_id);
    let mut found = Vec::new();
    if pool.unreadable > 0 {
        found.push(Check::problem(
            CHECK,
            format!("user pool {id}: stored passwords that cannot be opened: {}", pool.unreadable),
            "The rows are damaged or were moved; restore an earlier backup.",
        ));
    }
    let (other, earlier) = pool.of(at_rest.other());
    let all = pool.srp + pool.argon2id;
    let form = many(at_rest.other());
    // An earlier password that is expensive to guess is no worse than those kept now.
    if other > 0 {
        let earlier = match earlier {
            0 => String::new(),
            1 => ", and 1 earlier one,".to_owned(),
            more => format!(", and {more} earlier ones,"),
        };
        let says = format!("user pool {id}: {other} of {all} passwords{earlier} are {form}");
        found.push(Check::warning(CHECK, says, advice(kept)));
    } else if earlier > 0 && at_rest == AtRest::Argon2id {
        found.push(Check::warning(
            CHECK,
            format!("user pool {id}: earlier passwords, kept for the history, that are {form}: {earlier}"),
            "They go as their users change passwords; PasswordHistorySize says after how many.",
        ));
    }
    found
}

fn advice(kept: KeptAs) -> String {
    let next = "Each is converted at the user's next sign-in with USER_PASSWORD_AUTH";
    match kept {
        KeptAs { at_rest: AtRest::Argon2id, .. } => format!(
            "{next}. If some users do not sign in, set new passwords for them with \
             AdminSetUserPassword."
        ),
        KeptAs { may_be_mixed: true, .. } => {
            format!("{next}; until then, the user cannot sign in with USER_SRP_AUTH.")
        }
        KeptAs { .. } => format!(
            "{next}. Until then set passwords.earlier = \"argon2id\", or the time of a sign-in \
             shows that these users exist."
        ),
    }
}

fn one(form: AtRest) -> &'static str {
    match form {
        AtRest::Srp => "an SRP verifier",
        AtRest::Argon2id => "an argon2id hash",
    }
}

fn many(form: AtRest) -> &'static str {
    match form {
        AtRest::Srp => "SRP verifiers",
        AtRest::Argon2id => "argon2id hashes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::admin::outcome::State;

    fn pool(srp: u64, argon2id: u64) -> PasswordForms {
        PasswordForms { pool_id: "eu-west-1_A".to_owned(), srp, argon2id, ..Default::default() }
    }

    fn said(pools: &[PasswordForms], at_rest: AtRest) -> Vec<(State, String)> {
        let kept = KeptAs { at_rest, may_be_mixed: false };
        of_pools(pools, kept).into_iter().map(|check| (check.state, check.says)).collect()
    }

    #[test]
    fn the_other_form_is_counted_by_pool() {
        let mixed = PasswordForms { earlier_srp: 2, ..pool(3, 7) };
        for (pools, at_rest, state, says) in [
            (vec![], AtRest::Srp, State::Ok, "there are none yet"),
            (vec![pool(1, 0)], AtRest::Srp, State::Ok, "the only one is stored as an SRP verifier"),
            (
                vec![pool(0, 2), pool(0, 3)],
                AtRest::Argon2id,
                State::Ok,
                "all 5 are stored as argon2id hashes",
            ),
            (
                vec![pool(0, 2), mixed.clone()],
                AtRest::Argon2id,
                State::Warning,
                "user pool eu-west-1_A: 3 of 10 passwords, and 2 earlier ones, are SRP verifiers",
            ),
            (
                vec![mixed],
                AtRest::Srp,
                State::Warning,
                "user pool eu-west-1_A: 7 of 10 passwords are argon2id hashes",
            ),
            (
                vec![PasswordForms { earlier_srp: 4, ..pool(0, 1) }],
                AtRest::Argon2id,
                State::Warning,
                "user pool eu-west-1_A: earlier passwords, kept for the history, that are SRP \
                 verifiers: 4",
            ),
            (
                vec![PasswordForms { unreadable: 1, ..pool(1, 0) }],
                AtRest::Srp,
                State::Problem,
                "user pool eu-west-1_A: stored passwords that cannot be opened: 1",
            ),
        ] {
            assert_eq!(said(&pools, at_rest), [(state, says.to_owned())]);
        }
    }
}
