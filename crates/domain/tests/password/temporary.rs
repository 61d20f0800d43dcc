use std::collections::{BTreeMap, BTreeSet};

use domain::Rng;
use domain::password::{PasswordPolicy, generate_temporary, shape_ok};

fn policies() -> impl Iterator<Item = PasswordPolicy> {
    (0..16_u32).flat_map(|bits| {
        [6, 8, 13, 99].map(|minimum_length| PasswordPolicy {
            minimum_length,
            upper: bits & 1 != 0,
            lower: bits & 2 != 0,
            number: bits & 4 != 0,
            symbol: bits & 8 != 0,
        })
    })
}

#[test]
fn satisfies_every_policy() {
    let rng = Rng::seeded(1);
    for policy in policies() {
        for _ in 0..20 {
            let password = generate_temporary(&policy, &rng);
            assert_eq!(policy.check(&password), Ok(()), "{policy:?}");
            assert!(shape_ok(&password));
            assert_eq!(password.len(), usize::try_from(policy.minimum_length).unwrap().max(12));
        }
    }
}

#[test]
fn does_not_repeat_itself() {
    let rng = Rng::seeded(2);
    let made: BTreeSet<String> = (0..1_000)
        .map(|_| generate_temporary(&PasswordPolicy::default(), &rng).to_string())
        .collect();
    assert_eq!(made.len(), 1_000);
}

#[test]
fn every_position_takes_every_character() {
    let rng = Rng::seeded(3);
    let mut seen = vec![BTreeMap::new(); 12];
    for _ in 0..4_000 {
        for (position, c) in
            generate_temporary(&PasswordPolicy::default(), &rng).chars().enumerate()
        {
            *seen[position].entry(c).or_insert(0_u32) += 1;
        }
    }
    // 62 letters and digits and 9 symbols, each about 56 times in each position.
    for (position, counts) in seen.iter().enumerate() {
        assert_eq!(counts.len(), 71, "position {position}");
        assert!(
            counts.values().all(|count| (20..150).contains(count)),
            "position {position}: {counts:?}"
        );
    }
}
