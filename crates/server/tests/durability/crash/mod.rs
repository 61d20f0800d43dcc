//! Clients work against a server until it crashes at an arbitrary moment. The server restarts on
//! what the crash left: everything it acknowledged must be there, and every other write must be
//! there entirely or not at all.

mod account;
mod api;
mod http;
mod killed;
mod load;
mod observe;
mod power_cut;
mod rows;

use std::fs;
use std::path::Path;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use domain::Rng;
use testkit::TempDir;

use api::{Api, Scene};
use load::Worker;
use rows::Expected;

const WORKERS: u32 = 4;

/// A server that can crash.
trait Host {
    /// A client's connection.
    type Client: Api + Send + 'static;
    /// Starts the server on the folder.
    fn start(&mut self);
    /// Connects a client.
    fn connect(&self) -> Self::Client;
    /// Ends the server at once and leaves the folder as the crash left it.
    fn crash(&mut self);
    /// The data folder.
    fn folder(&self) -> &Path;
}

/// What the run observed.
#[derive(Default)]
struct Report {
    crashes: u32,
    /// Writes acknowledged before a crash, all of them found after it.
    acknowledged: u64,
    /// Writes in flight at a crash: found complete, and found absent.
    whole: u64,
    absent: u64,
    accounts: usize,
}

/// Crashes the server repeatedly under load, and checks the data after each crash.
fn survive(host: &mut impl Host, crashes: u32, seed: u64) -> Report {
    host.start();
    let scene = Scene::make(&mut host.connect());
    let rng = Rng::seeded(seed);
    let mut workers: Vec<Worker> = (0..WORKERS)
        .map(|number| Worker::new(number, Rng::seeded(seed + 1 + u64::from(number))))
        .collect();
    let mut expected = Expected::default();
    let mut report = Report::default();
    for _ in 0..crashes {
        run_until_crash(host, &scene, &mut workers, &rng);
        let left = copy(host.folder());
        expected.add_before_resolution(&workers);
        host.start();
        on_all(host, &mut workers, |worker, client| worker.check_recent(client, &scene));
        rows::check(&left, &scene, &mut expected, &workers);
        for worker in &mut workers {
            report.acknowledged += worker.take_acknowledged();
        }
        report.crashes += 1;
    }
    on_all(host, &mut workers, |worker, client| worker.check_all(client, &scene));
    for worker in &workers {
        report.whole += worker.whole;
        report.absent += worker.absent;
        report.accounts += worker.accounts.len();
    }
    report
}

fn run_until_crash(host: &mut impl Host, scene: &Scene, workers: &mut [Worker], rng: &Rng) {
    let requests = Requests::new(workers.len());
    thread::scope(|scope| {
        for worker in &mut *workers {
            let (mut client, requests) = (host.connect(), &requests);
            scope.spawn(move || {
                let _leaving = Leaving(requests);
                worker.run(&mut client, scene, requests);
            });
        }
        requests.wait_for(15 + u64::from(rng.below(90)));
        // Varies the moment after a request was sent.
        for _ in 0..rng.below(1_000_000) {
            std::hint::spin_loop();
        }
        host.crash();
    });
}

/// Runs `work` for all workers at once, each on its own connection.
fn on_all<H: Host>(
    host: &H,
    workers: &mut [Worker],
    work: impl Fn(&mut Worker, &mut H::Client) + Sync,
) {
    thread::scope(|scope| {
        for worker in workers {
            let (mut client, work) = (host.connect(), &work);
            scope.spawn(move || work(worker, &mut client));
        }
    });
}

/// Copies a folder's files while no server runs, without the socket that a killed server left.
fn copy(from: &Path) -> TempDir {
    let to = TempDir::new();
    for entry in fs::read_dir(from).expect("the folder") {
        let entry = entry.expect("an entry");
        if !entry.file_type().expect("its type").is_file() {
            continue;
        }
        fs::copy(entry.path(), to.path().join(entry.file_name())).expect("a copy");
    }
    to
}

/// Counts requests, so that a crash comes while some are in flight.
struct Requests {
    state: Mutex<Sent>,
    changed: Condvar,
}

struct Sent {
    count: u64,
    workers: usize,
}

impl Requests {
    fn new(workers: usize) -> Self {
        Self { state: Mutex::new(Sent { count: 0, workers }), changed: Condvar::new() }
    }

    /// A request is about to be sent.
    fn sent(&self) {
        self.state().count += 1;
        self.changed.notify_all();
    }

    /// Waits until this many were sent, or no worker is left.
    fn wait_for(&self, count: u64) {
        let early = |sent: &mut Sent| sent.count < count && sent.workers > 0;
        drop(self.changed.wait_while(self.state(), early).unwrap_or_else(PoisonError::into_inner));
    }

    fn state(&self) -> MutexGuard<'_, Sent> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Counts a worker out when dropped, even by a panic.
struct Leaving<'a>(&'a Requests);

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        self.0.state().workers -= 1;
        self.0.changed.notify_all();
    }
}
