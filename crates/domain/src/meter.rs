use std::ops::Sub;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts cryptographic work. Clones count into the same totals: metrics show them, and tests
/// compare the work done for known and unknown users.
#[derive(Clone, Debug, Default)]
pub struct Meter(Arc<Totals>);

#[derive(Debug, Default)]
struct Totals {
    seals: AtomicU64,
    unseals: AtomicU64,
    powers: AtomicU64,
    argon2: AtomicU64,
    signatures: AtomicU64,
    macs: AtomicU64,
}

/// The totals of a [`Meter`] at one moment; the difference of two is the work done between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Values sealed with a data key.
    pub seals: u64,
    /// Values unsealed, or tried, with a data key.
    pub unseals: u64,
    /// Modular powers in the SRP group, fixed-base ones included.
    pub powers: u64,
    /// Argon2 computations.
    pub argon2: u64,
    /// RSA signatures made.
    pub signatures: u64,
    /// Message authentication codes made.
    pub macs: u64,
}

impl Meter {
    /// A meter at zero.
    #[must_use]
    pub fn new() -> Meter {
        Meter::default()
    }

    /// Counts one sealed value.
    pub fn count_seal(&self) {
        add(&self.0.seals, 1);
    }

    /// Counts one attempt to unseal a value.
    pub fn count_unseal(&self) {
        add(&self.0.unseals, 1);
    }

    /// Counts `n` modular powers.
    pub fn count_powers(&self, n: u64) {
        add(&self.0.powers, n);
    }

    /// Counts one Argon2 computation.
    pub fn count_argon2(&self) {
        add(&self.0.argon2, 1);
    }

    /// Counts one signature.
    pub fn count_signature(&self) {
        add(&self.0.signatures, 1);
    }

    /// Counts one message authentication code.
    pub fn count_mac(&self) {
        add(&self.0.macs, 1);
    }

    /// The current totals.
    #[must_use]
    pub fn snapshot(&self) -> Counts {
        let read = |total: &AtomicU64| total.load(Ordering::Relaxed);
        Counts {
            seals: read(&self.0.seals),
            unseals: read(&self.0.unseals),
            powers: read(&self.0.powers),
            argon2: read(&self.0.argon2),
            signatures: read(&self.0.signatures),
            macs: read(&self.0.macs),
        }
    }
}

impl Sub for Counts {
    type Output = Counts;

    fn sub(self, earlier: Counts) -> Counts {
        Counts {
            seals: self.seals.saturating_sub(earlier.seals),
            unseals: self.unseals.saturating_sub(earlier.unseals),
            powers: self.powers.saturating_sub(earlier.powers),
            argon2: self.argon2.saturating_sub(earlier.argon2),
            signatures: self.signatures.saturating_sub(earlier.signatures),
            macs: self.macs.saturating_sub(earlier.macs),
        }
    }
}

fn add(total: &AtomicU64, n: u64) {
    total.fetch_add(n, Ordering::Relaxed);
}
