//! A server's folder.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::account::Account;

/// Creates an empty folder with a unique name, owned by the account. The supervisor removes it.
pub(crate) fn create(account: Option<Account>) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let name = format!(
            "poolkeeper-postgres-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        match fs::create_dir(&path) {
            Ok(()) => {
                if let Some(account) = account {
                    account.give(&path);
                }
                return path;
            }
            // Left over from a killed supervisor of a process with the same id.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => panic!("cannot make the folder {}: {error}", path.display()),
        }
    }
}
