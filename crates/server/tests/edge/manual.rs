//! Help, completions and manual pages cover every command.

use std::collections::BTreeSet;
use std::fs;

use testkit::TempDir;

use crate::commands::{fails, succeeds};

const EXIT_CODES: &str = "\
Exit codes:
  0  success; for doctor: no problems
  1  failure; for doctor: problems were found
  2  invalid request: the flags, the configuration, or what they refer to
";

/// The commands that `--help` lists.
fn commands() -> Vec<String> {
    let help = succeeds(&["--help"]);
    let listed = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names: Vec<String> =
        listed.lines().map(|line| line.split_whitespace().next().unwrap().to_owned()).collect();
    assert!(names.len() >= 14 && names.contains(&"rotate-master-key".to_owned()), "{names:?}");
    names.into_iter().filter(|name| name != "help").collect()
}

#[test]
fn exit_codes_are_in_the_help_and_the_manual() {
    for help in ["-h", "--help"] {
        assert!(succeeds(&[help]).ends_with(EXIT_CODES), "{help}");
    }
    let page = succeeds(&["man"]);
    for line in EXIT_CODES.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let is_there =
            page.lines().any(|printed| printed.split_whitespace().collect::<Vec<_>>() == words);
        assert!(is_there, "{line}: {page}");
    }
}

#[test]
fn completions_name_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = succeeds(&["completions", shell]);
        for command in commands() {
            assert!(script.contains(&command), "{shell} {command}");
        }
        for flag in ["follow", "public-url", "json"] {
            assert!(script.contains(flag), "{shell} {flag}");
        }
    }
    let script = succeeds(&["completions", "bash"]);
    let folder = TempDir::new();
    let file = folder.path().join("completions");
    fs::write(&file, script).unwrap();
    let ask = format!(
        "source {}; COMP_WORDS=(poolkeeper mess); COMP_CWORD=1; _poolkeeper poolkeeper mess poolkeeper; echo \"${{COMPREPLY[*]}}\"",
        file.display()
    );
    let answer = std::process::Command::new("bash").args(["-c", &ask]).output().unwrap();
    assert_eq!(String::from_utf8(answer.stdout).unwrap(), "messages\n");
}

#[test]
fn every_command_has_a_page() {
    let folder = TempDir::new();
    let to = folder.path().join("man").display().to_string();
    let printed = succeeds(&["man", "--to", &to]);
    assert_eq!(
        printed,
        format!("Wrote the manual pages to {to}; read one with: man -l {to}/poolkeeper.1\n")
    );
    let written: BTreeSet<String> = fs::read_dir(&to)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut expected: BTreeSet<String> =
        commands().iter().map(|name| format!("poolkeeper-{name}.1")).collect();
    expected.extend(
        ["poolkeeper.1", "poolkeeper-keys-list.1", "poolkeeper-keys-rotate.1"].map(str::to_owned),
    );
    assert_eq!(written, expected);
    let page = fs::read_to_string(format!("{to}/poolkeeper.1")).unwrap();
    for command in commands() {
        assert!(
            page.contains(&format!("poolkeeper\\-{}(1)", command.replace('-', "\\-"))),
            "{command}: {page}"
        );
    }
    fs::write(folder.path().join("file"), "").unwrap();
    fails(
        &["man", "--to", folder.path().join("file").to_str().unwrap()],
        1,
        "The pages cannot be written to ",
    );
}
