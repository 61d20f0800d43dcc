//! Random faults, reproducible by seed.

use std::time::Duration;

use crate::proxy::faults::Fault;

/// Draws a fault, or none, for each writing transaction.
#[derive(Debug, Clone)]
pub(crate) struct Chaos {
    state: u64,
    per_thousand: u32,
}

impl Chaos {
    pub(crate) fn new(seed: u64, per_thousand: u32) -> Self {
        Self { state: seed, per_thousand }
    }

    pub(crate) fn draw(&mut self) -> Option<Fault> {
        if self.below(1_000) >= u64::from(self.per_thousand) {
            return None;
        }
        Some(match self.below(7) {
            0 => Fault::Reset,
            1 => Fault::LoseRequest,
            2 => Fault::LoseAnswer,
            3 => Fault::LateRequest(Duration::from_millis(1 + self.below(30))),
            4 => Fault::FailCommit("40001"),
            5 => Fault::FailCommit("40P01"),
            _ => Fault::ReadOnly,
        })
    }

    /// Close enough to uniform. The generator is splitmix64 (Steele, Lea, Flood: Fast splittable
    /// pseudorandom number generators, 2014).
    fn below(&mut self, bound: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_reproduces_its_faults_at_about_the_chosen_rate() {
        let draws = |seed| {
            let mut chaos = Chaos::new(seed, 100);
            (0..10_000).map(|_| chaos.draw()).collect::<Vec<_>>()
        };
        assert_eq!(draws(7), draws(7));
        assert_ne!(draws(7), draws(8));
        let faults = draws(7).iter().flatten().count();
        assert!((800..1_200).contains(&faults), "{faults} of 10,000");
    }
}
