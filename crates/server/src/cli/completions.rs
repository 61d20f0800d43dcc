//! `poolkeeper completions`: shell completion scripts.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Arguments, Stop, terminal};

const NOTES: &str = "\
bash:  poolkeeper completions bash > ~/.local/share/bash-completion/completions/poolkeeper
zsh:   poolkeeper completions zsh > \"${fpath[1]}/_poolkeeper\"
fish:  poolkeeper completions fish > ~/.config/fish/completions/poolkeeper.fish";

/// Flags of `completions`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Completions {
    /// The shell to print completions for
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Prints the script.
    pub(super) fn run(self) -> Result<(), Stop> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "poolkeeper", &mut script);
        terminal::say(String::from_utf8_lossy(&script).trim_end());
        Ok(())
    }
}
