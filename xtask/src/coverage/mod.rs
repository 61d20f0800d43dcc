//! `cargo xtask coverage`: for every implemented operation and every exception that it declares,
//! the test that provokes it or the reason why none does; and for every known fact about the
//! service's behaviour, the test that holds it. A missing entry fails.

mod facts;
mod reasons;
mod suite;

use std::collections::BTreeMap;

use crate::codegen::{self, Declared};
use crate::paths::{OPERATION_TESTS, root};
use facts::Facts;
use reasons::Reasons;
use suite::Suite;

/// How the command is called.
pub(crate) const USAGE: &str = "coverage [--list]   \
     require a test or a reason for each declared exception; --list prints all of them";

/// # Errors
/// The missing entries, and the entries of docs/coverage.toml that nothing needs.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let is_listed = match arguments {
        [] => false,
        [only] if only == "--list" => true,
        _ => return Err(format!("usage: cargo xtask {USAGE}")),
    };
    let root = root();
    let reasons = Reasons::read(&root.join("docs/coverage.toml"))?;
    let tests = root.join(OPERATION_TESTS);
    let mut rows = Vec::new();
    for operation in codegen::built_operations(&root)? {
        let suite = Suite::read(&tests, &operation, &reasons)?;
        rows.extend(operation.errors.iter().map(|error| Row {
            operation: operation.name.clone(),
            exception: error.clone(),
            proof: proof(&suite, &reasons, &operation, error),
        }));
    }
    if is_listed {
        print(&rows);
    }
    let mut complaints: Vec<String> = rows.iter().filter_map(Row::complaint).collect();
    complaints.extend(reasons.useless(&used(&rows)));
    complaints.extend(Facts::read(&root.join("docs/behaviour.toml"))?.complaints(&root));
    if complaints.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{}\nWrite a test whose body names the exception, or a reason in docs/coverage.toml; \
         a test that holds the fact, named in docs/behaviour.toml.",
        complaints.join("\n")
    ))
}

/// What covers an exception of an operation.
enum Proof {
    Test(String),
    Reason(String),
    Missing,
}

struct Row {
    operation: String,
    exception: String,
    proof: Proof,
}

impl Row {
    fn complaint(&self) -> Option<String> {
        matches!(self.proof, Proof::Missing)
            .then(|| format!("{} × {}: neither test nor reason", self.operation, self.exception))
    }
}

/// A test takes precedence over a reason.
fn proof(suite: &Suite, reasons: &Reasons, operation: &Declared, exception: &str) -> Proof {
    if let Some(test) = suite.provokes(exception) {
        return Proof::Test(test);
    }
    reasons
        .of(operation, exception)
        .map_or(Proof::Missing, |reason| Proof::Reason(reason.to_owned()))
}

/// The operations that need a reason, by exception.
fn used(rows: &[Row]) -> BTreeMap<&str, Vec<&str>> {
    let mut used: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows.iter().filter(|row| matches!(row.proof, Proof::Reason(_))) {
        used.entry(&row.exception).or_default().push(&row.operation);
    }
    used
}

#[expect(clippy::print_stdout, reason = "this is the output of the command")]
fn print(rows: &[Row]) {
    for Row { operation, exception, proof } in rows {
        match proof {
            Proof::Test(test) => println!("{operation} × {exception}: {test}"),
            Proof::Reason(reason) => println!("{operation} × {exception}: ({reason})"),
            Proof::Missing => println!("{operation} × {exception}: -"),
        }
    }
}
