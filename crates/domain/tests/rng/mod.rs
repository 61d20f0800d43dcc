use std::collections::BTreeSet;

use domain::Rng;

#[test]
fn a_seed_repeats_its_stream_but_no_value() {
    let draw = |seed| {
        let rng = Rng::seeded(seed);
        (0..100).map(|_| rng.bytes::<40>()).collect::<BTreeSet<_>>()
    };
    assert_eq!(draw(1), draw(1));
    assert_eq!(draw(1).len(), 100);
    assert!(draw(1).is_disjoint(&draw(2)));
}

#[test]
fn clones_share_one_stream() {
    let rng = Rng::seeded(1);
    let copy = rng.clone();
    let first: [u8; 16] = rng.bytes();
    assert_ne!(first, copy.bytes());
    assert_eq!(first, Rng::seeded(1).bytes());
}

#[test]
fn the_system_fills_whole_buffers() {
    let rng = Rng::system();
    let mut seen = [0_u8; 4_096];
    rng.fill(&mut seen);
    assert!(seen.chunks(32).all(|chunk| chunk.iter().any(|byte| *byte != 0)));
    assert_ne!(rng.bytes::<32>(), rng.clone().bytes::<32>());
    rng.fill(&mut []);
}

#[test]
fn below_is_within_its_bound_and_uniform() {
    let rng = Rng::seeded(2);
    assert_eq!((rng.below(0), rng.below(1)), (0, 0));
    let mut counts = [0_u32; 71];
    for _ in 0..71_000 {
        counts[rng.below(71) as usize] += 1;
    }
    assert!(counts.iter().all(|count| (850..1_150).contains(count)), "{counts:?}");
    // Three quarters of the range: without redrawing, every third value would occur half of the
    // time.
    let thirds = (0..30_000).filter(|_| rng.below(3 << 30).is_multiple_of(3)).count();
    assert!((9_500..10_500).contains(&thirds), "{thirds}");
}

#[test]
fn i63_is_positive() {
    let rng = Rng::seeded(3);
    let values: BTreeSet<i64> = (0..1_000).map(|_| rng.positive_i63()).collect();
    assert_eq!(values.len(), 1_000);
    assert!(values.iter().all(|value| *value > 0));
    assert!(values.iter().any(|value| *value > i64::MAX / 2));
}

#[test]
fn uuids_are_version_4() {
    let rng = Rng::seeded(4);
    for _ in 0..100 {
        let uuid = rng.uuid();
        let groups: Vec<usize> = uuid.split('-').map(str::len).collect();
        assert_eq!(groups, [8, 4, 4, 4, 12]);
        assert_eq!(uuid.as_bytes()[14], b'4');
        assert!(b"89ab".contains(&uuid.as_bytes()[19]), "{uuid}");
        assert!(
            uuid.bytes().all(|c| c == b'-' || c.is_ascii_digit() || (b'a'..=b'f').contains(&c)),
            "{uuid}"
        );
    }
}
