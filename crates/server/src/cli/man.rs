//! `poolkeeper man`: manual pages.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory};

use super::{Arguments, Stop, terminal};

/// Flags of `man`.
#[derive(Debug, Args)]
pub(super) struct Man {
    /// Write the pages of all commands (poolkeeper.1, poolkeeper-serve.1 and so on) to this folder,
    /// created if missing
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
}

impl Man {
    /// Prints the main page, or writes all pages and prints where they are.
    pub(super) fn run(self) -> Result<(), Stop> {
        let Some(folder) = self.to else {
            let mut page = Vec::new();
            clap_mangen::Man::new(Arguments::command())
                .render(&mut page)
                .map_err(|error| Stop::failed(format!("The page cannot be generated: {error}.")))?;
            terminal::say(String::from_utf8_lossy(&page).trim_end());
            return Ok(());
        };
        write(&folder).map_err(|error| {
            Stop::failed(format!("The pages cannot be written to {}: {error}.", folder.display()))
        })?;
        terminal::say(&format!(
            "Wrote the manual pages to {0}; read one with: man -l {0}/poolkeeper.1",
            folder.display()
        ));
        Ok(())
    }
}

fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(Arguments::command(), folder)
}
