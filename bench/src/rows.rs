//! The measured operations, with the primitives each needs and its design goals.

use std::sync::Arc;
use std::time::Duration;

use crate::clients::{Creator, SrpClient};
use crate::load::{self, Amount, Client, Request, Run, Waiting};
use crate::primitives::Primitives;
use crate::scene::{Scene, USERS};

/// An operation.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) amount: Amount,
    /// Whether each request reads the database.
    pub(crate) reads: bool,
    /// The parts of the limit, by the names of the primitives' rows.
    pub(crate) formula: &'static str,
    /// The sum of the parts.
    pub(crate) limit: fn(&Primitives) -> Duration,
    /// Percentages of the limit: the goal, and the minimum.
    pub(crate) goal: u32,
    pub(crate) minimum: u32,
    /// The client with this index.
    pub(crate) client: fn(&Arc<Scene>, usize) -> Box<dyn Client>,
}

/// Number of runs per row for the median.
pub(crate) const RUNS: usize = 3;
const CLIENTS: usize = 8;

impl Row {
    /// One run of the row, without errors.
    pub(crate) fn run(
        &self,
        waiting: Waiting,
        scene: &Arc<Scene>,
        cpu: impl FnMut() -> Result<Duration, String>,
    ) -> Result<Run, String> {
        let address =
            scene.host.parse().map_err(|_| format!("{} is not an address", scene.host))?;
        let run = load::run(address, self.amount, waiting, |at| (self.client)(scene, at), cpu)?;
        match &run.error {
            Some(error) => Err(format!("{}: {} errors, the first: {error}", self.name, run.errors)),
            None => Ok(run),
        }
    }
}

/// All rows, in the order of the report.
pub(crate) const ROWS: [Row; 8] = [
    Row {
        name: "REFRESH_TOKEN_AUTH",
        amount: Amount { clients: CLIENTS, rounds: 4_000 },
        reads: true,
        formula: "post + read + open + 2 sign",
        limit: |all| all.http_post + all.read + all.open + all.sign * 2,
        goal: 80,
        minimum: 60,
        client: |scene, index| {
            Box::new(Request::every(&scene.refreshes, index, CLIENTS, "IdToken"))
        },
    },
    Row {
        name: "USER_PASSWORD_AUTH",
        amount: Amount { clients: CLIENTS, rounds: 4_000 },
        reads: true,
        formula: "post + read + fixed + 2 sign",
        limit: |all| all.http_post + all.read + all.fixed_power + all.sign * 2,
        goal: 75,
        minimum: 60,
        client: |scene, index| {
            Box::new(Request::every(&scene.passwords, index, CLIENTS, "IdToken"))
        },
    },
    Row {
        name: "USER_SRP_AUTH, both requests",
        amount: Amount { clients: CLIENTS, rounds: 1_600 },
        reads: true,
        formula: "2 post + 2 read + fixed + 2 power + commit + 2 sign",
        limit: |all| {
            (all.http_post + all.read + all.power + all.sign) * 2
                + all.fixed_power
                + all.commit_grouped
        },
        goal: 75,
        minimum: 50,
        client: |scene, index| match SrpClient::new(scene, index, CLIENTS) {
            Ok(client) => Box::new(client),
            // Cannot happen: 1 is a public value. With an empty list of requests every round fails.
            Err(_) => Box::new(Request::every(&Arc::from([]), 0, 1, "")),
        },
    },
    Row {
        name: "GetUser",
        amount: Amount { clients: CLIENTS, rounds: 60_000 },
        reads: true,
        formula: "post + verify + 2 read",
        limit: |all| all.http_post + all.verify + all.read * 2,
        goal: 60,
        minimum: 40,
        client: |scene, index| {
            Box::new(Request::every(&scene.profiles, index, CLIENTS, "UserAttributes"))
        },
    },
    Row {
        name: "JWKS",
        amount: Amount { clients: CLIENTS, rounds: 120_000 },
        reads: false,
        formula: "get",
        limit: |all| all.http_get,
        goal: 60,
        minimum: 40,
        client: |scene, _| Box::new(Request::every(&scene.jwks, 0, 1, "\"keys\":[")),
    },
    Row {
        name: "discovery",
        amount: Amount { clients: CLIENTS, rounds: 120_000 },
        reads: false,
        formula: "get",
        limit: |all| all.http_get,
        goal: 60,
        minimum: 40,
        client: |scene, _| Box::new(Request::every(&scene.discovery, 0, 1, "jwks_uri")),
    },
    Row {
        name: "AdminCreateUser, 16 connections",
        amount: Amount { clients: 16, rounds: 16_000 },
        reads: true,
        formula: "post + read + create 16",
        limit: |all| all.http_post + all.read + all.create_16,
        goal: 50,
        minimum: 30,
        client: |scene, _| Box::new(Creator::new(scene)),
    },
    Row {
        name: "AdminCreateUser, 64 connections",
        amount: Amount { clients: 64, rounds: 32_000 },
        reads: true,
        formula: "post + read + create 64",
        limit: |all| all.http_post + all.read + all.create_64,
        goal: 50,
        minimum: 30,
        client: |scene, _| Box::new(Creator::new(scene)),
    },
];

// Each client signs in users of its own.
const _: () = assert!(USERS.is_multiple_of(CLIENTS));
