//! The password for all users of a seed. It is never an argument, because other users of the
//! machine could see it.

use std::io::{IsTerminal, Read};
use std::path::Path;

use domain::password::{PasswordPolicy, shape_ok};
use serde_json::{Value, json};
use server::config::secret_file;
use server::seed::{Seed, Step, escaped};
use wire::idp::PasswordPolicyType;
use zeroize::Zeroizing;

use crate::cli::{Stop, terminal};

/// How much standard input is read, in bytes: more than any password has.
const MOST_BYTES: u64 = 4_096;

/// Reads the password from a file that only its owner can read, or from standard input (`-`).
pub(super) fn read(place: &Path) -> Result<Zeroizing<String>, Stop> {
    let password = if place == Path::new("-") { read_stdin()? } else { secret_file::read(place)? };
    let place = if place == Path::new("-") {
        "Standard input".to_owned()
    } else {
        place.display().to_string()
    };
    if password.is_empty() {
        return Err(Stop::refused(format!("{place} is empty; it must contain the password.")));
    }
    if password.contains(char::is_control) || !shape_ok(&password) {
        return Err(Stop::refused(format!(
            "{place} does not contain a password: one line of at most 256 characters."
        )));
    }
    Ok(password)
}

fn read_stdin() -> Result<Zeroizing<String>, Stop> {
    let stdin = std::io::stdin().lock();
    if stdin.is_terminal() {
        terminal::complain("Type the password (it is visible), press Enter, then Ctrl-D.");
    }
    let mut text = Zeroizing::new(String::new());
    let failed =
        |error| Stop::failed(format!("The password cannot be read from standard input: {error}."));
    stdin.take(MOST_BYTES).read_to_string(&mut text).map_err(failed)?;
    Ok(Zeroizing::new(text.trim().to_owned()))
}

/// Refuses a password that `dev` would refuse when it creates the users.
pub(super) fn require_good(password: &str, seed: &Seed) -> Result<(), Stop> {
    let pool = seed.steps.iter().find(|step| step.operation == "CreateUserPool");
    let given = pool.and_then(|pool| pool.input.get("Policies")?.get("PasswordPolicy").cloned());
    let given = wire::decode::<PasswordPolicyType>(given.unwrap_or_else(|| json!({})));
    let given = given.map_err(|_| {
        Stop::failed("The exported pool cannot be read: its password policy is malformed.")
    })?;
    PasswordPolicy::from(&given).check(password).map_err(|breach| {
        Stop::refused(format!(
            "The password in --password-file does not meet the pool's password policy: {breach}; \
             choose another one."
        ))
    })
}

/// Adds a step after each user that sets a permanent password.
pub(super) fn given_to_users(steps: Vec<Step>, password: &str) -> Vec<Step> {
    let mut with = Vec::with_capacity(steps.len());
    for step in steps {
        let user = (step.operation == "AdminCreateUser").then(|| step.input.clone());
        with.push(step);
        if let Some(mut input) = user {
            input.retain(|name, _| matches!(name.as_str(), "UserPoolId" | "Username"));
            input.insert("Password".to_owned(), Value::from(escaped(password)));
            input.insert("Permanent".to_owned(), json!(true));
            with.push(Step {
                operation: "AdminSetUserPassword".to_owned(),
                name: None,
                id: None,
                input,
            });
        }
    }
    with
}
