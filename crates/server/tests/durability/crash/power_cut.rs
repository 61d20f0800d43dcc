//! An in-process server that loses power: the next one starts on what was synced, plus an arbitrary
//! part of the rest.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::seal::MasterKeys;
use domain::{Clock, Rng};
use operations::Failure;
use pools::Server;
use serde_json::Value;
use testkit::vfs::{FileKind, Recording, Unsynced};
use testkit::{Refusal, TempDir};
use tokio::runtime::{Handle, Runtime};

use super::api::{Answer, Api, Lost};
use super::{Host, survive};
use crate::in_process;

const CUTS: u32 = 8;

/// A server on a recording VFS.
struct Powered {
    runtime: Runtime,
    master: String,
    running: Option<Running>,
    cuts: u64,
    /// The disk acknowledges syncs of the log without doing them.
    lies: bool,
    dir: TempDir,
    /// The folder of a server that lost power but runs until its clients have noticed.
    previous: Option<TempDir>,
}

struct Running {
    server: Arc<Server>,
    recording: Recording,
    /// Set when the power goes: answers from then on are not acknowledgements.
    cut: Arc<AtomicBool>,
}

impl Powered {
    fn new(lies: bool) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime");
        let master = MasterKeys::generate_one(&Rng::system()).to_string();
        Self { runtime, master, running: None, cuts: 0, lies, dir: TempDir::new(), previous: None }
    }

    fn running(&self) -> &Running {
        self.running.as_ref().expect("a running server")
    }

    fn shut_down(&mut self) {
        if let Some(running) = self.running.take() {
            self.runtime.block_on(running.server.shutdown());
        }
        self.previous = None;
    }
}

impl Host for Powered {
    type Client = Direct;

    fn start(&mut self) {
        self.shut_down();
        let recording = Recording::register();
        if self.lies {
            recording.lose_syncs(FileKind::Log);
        }
        let _runtime = self.runtime.enter();
        let server =
            in_process::start(self.dir.path(), &recording, None, Clock::system(), &self.master);
        self.running = Some(Running { server, recording, cut: Arc::default() });
    }

    fn connect(&self) -> Direct {
        let Running { server, cut, .. } = self.running();
        Direct {
            handle: self.runtime.handle().clone(),
            server: Arc::clone(server),
            cut: Arc::clone(cut),
        }
    }

    fn crash(&mut self) {
        let next = TempDir::new();
        let Running { recording, cut, .. } = self.running();
        // In this order, so that an answer still taken for an acknowledgement came before the power
        // loss.
        cut.store(true, Ordering::SeqCst);
        let unsynced =
            if self.cuts.is_multiple_of(2) { Unsynced::Lost } else { Unsynced::Torn(self.cuts) };
        recording.power_loss(recording.now(), unsynced, next.path());
        self.cuts += 1;
        self.previous = Some(std::mem::replace(&mut self.dir, next));
    }

    fn folder(&self) -> &Path {
        self.dir.path()
    }
}

/// Calls operations without a network.
struct Direct {
    handle: Handle,
    server: Arc<Server>,
    cut: Arc<AtomicBool>,
}

impl Api for Direct {
    fn call(&mut self, operation: &str, body: &Value) -> Result<Answer, Lost> {
        let answer =
            self.handle.block_on(in_process::dispatch(&self.server, operation, body.clone()));
        if self.cut.load(Ordering::SeqCst) {
            return Err(Lost);
        }
        match answer {
            Ok(output) => Ok(Ok(output)),
            Err(Failure::Exception(exception)) => {
                let (status, kind) = (exception.kind.status(), exception.kind.name().to_owned());
                Ok(Err(Refusal { status, kind, message: exception.message }))
            }
            Err(failure) => panic!("{operation}: {failure:?}"),
        }
    }
}

#[test]
fn acknowledged_writes_survive_a_power_loss() {
    let mut powered = Powered::new(false);
    let report = survive(&mut powered, CUTS, 30);
    powered.shut_down();
    assert_eq!(report.crashes, CUTS);
    assert!(
        report.acknowledged > 20 * u64::from(CUTS),
        "{} writes are too few to tell",
        report.acknowledged
    );
    println!(
        "{} power losses, {} acknowledged writes found; of those under way {} whole, {} absent; {} accounts",
        report.crashes, report.acknowledged, report.whole, report.absent, report.accounts
    );
}

/// Proves that the check can fail.
#[test]
#[should_panic(expected = "a scoped thread panicked")]
fn a_lying_disk_is_detected() {
    survive(&mut Powered::new(true), 1, 40);
}
