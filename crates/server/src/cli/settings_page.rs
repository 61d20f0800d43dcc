//! Generates docs/settings.md from the table of settings and the definition of the command line. A
//! test writes and compares it; it is not part of the program.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use clap::{Command, CommandFactory};
use server::config::settings_text;

use super::Arguments;

const BEGINNING: &str = "\
<!-- Made from the sections in crates/server/src/config. Do not edit: UPDATE=1 cargo test -p \
poolkeeper --bin poolkeeper settings_page -->

# Settings

The configuration file of `poolkeeper serve` is TOML. `poolkeeper init` writes one with every setting
as a comment, and `poolkeeper doctor --config FILE` checks one. Unknown settings are refused, and so
are values that would make the server unsafe.

The environment overrides no setting; settings whose names end in `env` name a variable that holds a
secret. Paths are absolute. `poolkeeper dev` has no configuration file: `poolkeeper dev --help` lists
its flags.
";

const ENVIRONMENT: &str = "
## Environment

| Variable | Flag | Commands | Meaning |
|---|---|---|---|
";

/// Renders the page.
fn settings_page() -> String {
    let mut out = format!("{BEGINNING}{}{ENVIRONMENT}", settings_text::markdown());
    let mut variables = BTreeMap::new();
    let program = Arguments::command();
    note(&program, "all", &mut variables);
    for command in program.get_subcommands() {
        note(command, command.get_name(), &mut variables);
        for part in command.get_subcommands() {
            note(part, &format!("{} {}", command.get_name(), part.get_name()), &mut variables);
        }
    }
    for (variable, Variable { flag, commands, meaning }) in variables {
        // Writing to a String does not fail.
        let _ =
            writeln!(out, "| `{variable}` | `--{flag}` | {} | {meaning} |", commands.join(", "));
    }
    out.push_str("| `NO_COLOR` | | all | Set to anything: no colours on a terminal |\n");
    out
}

/// An environment variable and what it sets.
struct Variable {
    flag: String,
    commands: Vec<String>,
    meaning: String,
}

fn note(command: &Command, name: &str, variables: &mut BTreeMap<String, Variable>) {
    for argument in command.get_arguments() {
        let (Some(variable), Some(flag)) = (argument.get_env(), argument.get_long()) else {
            continue;
        };
        let meaning = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let first = || Variable { flag: flag.to_owned(), commands: Vec::new(), meaning };
        let found = variables.entry(variable.to_string_lossy().into_owned()).or_insert_with(first);
        found.commands.push(if name == "all" { name.to_owned() } else { format!("`{name}`") });
    }
}

#[test]
fn the_settings_page_is_up_to_date() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/settings.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&page, settings_page()).unwrap();
    }
    let written = fs::read_to_string(&page).unwrap_or_default();
    assert!(
        written == settings_page(),
        "docs/settings.md is out of date; run: UPDATE=1 cargo test -p poolkeeper --bin poolkeeper \
         settings_page"
    );
    for variable in
        ["`POOLKEEPER_CONFIG`", "`POOLKEEPER_LOG`", "`POOLKEEPER_ACCESS_KEY`", "`NO_COLOR`"]
    {
        assert!(written.contains(&format!("\n| {variable} | ")), "{variable}");
    }
}
