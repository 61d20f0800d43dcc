//! `cargo xtask <command>`: the project's own build and test commands.

mod cargo;
mod codegen;
mod coverage;
mod layout;
mod model_import;
mod paths;
mod soak;
mod test;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.split_first() {
        Some((command, rest)) if command == "test" => test::test(rest),
        Some((command, rest)) if command == "layout" => layout::run(rest),
        Some((command, rest)) if command == "codegen" => codegen::run(rest),
        Some((command, rest)) if command == "coverage" => coverage::run(rest),
        Some((command, rest)) if command == "model-import" => model_import::run(rest),
        Some((command, rest)) if command == "soak" => soak::run(rest),
        _ => {
            let commands = [
                test::USAGE,
                layout::USAGE,
                soak::USAGE,
                codegen::USAGE,
                coverage::USAGE,
                model_import::USAGE,
            ]
            .join("\n  ");
            Err(format!("usage: cargo xtask COMMAND\n\n  {commands}"))
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            complain(&sentence);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "this is how a command reports a failure")]
fn complain(sentence: &str) {
    eprintln!("{sentence}");
}
