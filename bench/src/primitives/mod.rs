//! The primitives that any such server needs, each measured alone: CPU time on one core, medians.

mod creation;
mod crypto;
mod http;
mod sqlite;

use std::path::Path;
use std::time::Duration;

use crate::clock;
use crate::load::Neighbour;
use crate::machine::{Cores, pin_this_thread};

/// Number of samples for the median.
const SAMPLES: usize = 15;
/// Minimum duration of a sample.
const SAMPLE: Duration = Duration::from_millis(20);

/// CPU time of each primitive.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Primitives {
    /// RSA-2048 signature (PKCS#1 v1.5) over the SHA-256 of 1,000 bytes, with a parsed key.
    pub(crate) sign: Duration,
    /// Its verification.
    pub(crate) verify: Duration,
    /// Exponentiation of any base in the 3072-bit group, 256-bit exponent.
    pub(crate) power: Duration,
    /// Exponentiation of the group's generator.
    pub(crate) fixed_power: Duration,
    /// argon2id, m=19456, t=2, p=1, reusing memory.
    pub(crate) argon2: Duration,
    /// Sealing a refresh token.
    pub(crate) seal: Duration,
    /// Opening one.
    pub(crate) open: Duration,
    /// Reading a row by its key with a prepared statement.
    pub(crate) read: Duration,
    /// The same through the store crate.
    pub(crate) store_read: Duration,
    /// A durable commit of one row.
    pub(crate) commit_alone: Duration,
    /// One of 64 rows in a transaction, each in a savepoint.
    pub(crate) commit_grouped: Duration,
    /// A user's seven rows, one of 16 users in a durable transaction, each in a savepoint.
    pub(crate) create_16: Duration,
    /// The same, one of 64 users.
    pub(crate) create_64: Duration,
    /// `POST` with 1 KB of JSON each way, parsed and written.
    pub(crate) http_post: Duration,
    /// `GET` of 1 KB from memory.
    pub(crate) http_get: Duration,
}

impl Primitives {
    /// Measures all primitives on the server's core, next to a load; `dir` is an empty folder on
    /// the disk that the server will use.
    ///
    /// # Errors
    /// A failed setup.
    pub(crate) fn measure(dir: &Path, cores: Option<&Cores>) -> Result<Self, String> {
        let mut all = Self::default();
        if let Some(cores) = cores {
            pin_this_thread(&cores.server);
        }
        {
            let _neighbour = cores.map(|cores| Neighbour::start(&cores.load)).transpose()?;
            crypto::measure(&mut all)?;
            sqlite::measure(&mut all, dir)?;
            creation::measure(&mut all, &dir.join("creation.db"))?;
        }
        if let Some(cores) = cores {
            pin_this_thread(&cores.load);
        }
        http::measure(&mut all, cores)?;
        Ok(all)
    }

    /// The smaller values of two measurements, since disturbances only ever add time.
    pub(crate) fn least(&self, other: &Self) -> Self {
        let mut least = *self;
        for ((value, _), (_, other)) in least.fields().into_iter().zip(other.rows()) {
            *value = (*value).min(other);
        }
        least
    }

    /// Name and value of each, in the order of the report.
    pub(crate) fn rows(&self) -> Vec<(&'static str, Duration)> {
        let mut copy = *self;
        copy.fields().into_iter().map(|(value, name)| (name, *value)).collect()
    }

    fn fields(&mut self) -> [(&mut Duration, &'static str); 15] {
        [
            (&mut self.sign, "RS256 sign, RSA-2048, parsed key (`sign`)"),
            (&mut self.verify, "RS256 verify (`verify`)"),
            (&mut self.power, "3072-bit exponentiation, 256-bit exponent (`power`)"),
            (&mut self.fixed_power, "fixed-base g^b, 256-bit exponent (`fixed`)"),
            (&mut self.argon2, "argon2id m=19456 t=2 p=1, memory reused"),
            (&mut self.seal, "refresh token: seal"),
            (&mut self.open, "refresh token: open (`open`)"),
            (&mut self.read, "SQLite read by key, prepared (`read`)"),
            (&mut self.store_read, "the same through the store crate"),
            (&mut self.commit_alone, "SQLite durable commit alone"),
            (&mut self.commit_grouped, "SQLite durable commit, one of 64 (`commit`)"),
            (&mut self.create_16, "SQLite durable insert of a user, one of 16 (`create 16`)"),
            (&mut self.create_64, "SQLite durable insert of a user, one of 64 (`create 64`)"),
            (&mut self.http_post, "HTTP POST, 1 KB of JSON each way, one hyper thread (`post`)"),
            (&mut self.http_get, "HTTP GET of 1 KB from memory, one hyper thread (`get`)"),
        ]
    }
}

/// The CPU time of one call of `work`: the median of samples of many calls.
fn median_of(mut work: impl FnMut() -> Result<(), String>) -> Result<Duration, String> {
    let mut times = 1_u32;
    let mut samples = Vec::with_capacity(SAMPLES);
    while samples.len() < SAMPLES {
        let before = clock::thread_cpu()?;
        for _ in 0..times {
            work()?;
        }
        let took = clock::thread_cpu()?.saturating_sub(before);
        if took < SAMPLE && samples.is_empty() {
            times = times.saturating_mul(2);
        } else {
            samples.push(took / times);
        }
    }
    Ok(median(&mut samples))
}

/// The median.
pub(crate) fn median(values: &mut [Duration]) -> Duration {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or_default()
}
