//! Everything is copied.

use std::collections::BTreeMap;

use store::copy::{self, Report, Stage};
use store::{Prefix, User, placement};

use super::{Places, copied, copied_while, rows};
use crate::fixtures::POOL;

fn counts(report: &Report) -> BTreeMap<&'static str, u64> {
    report.tables.iter().copied().filter(|(_, rows)| *rows > 0).collect()
}

pub(crate) async fn every_row_is_placed_again(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 1, 100).await;
    let report = copied(&source, &target, Some(16)).await.expect("a copy");
    let there = rows::require(&target, 16, 100).await;
    assert_eq!(counts(&report), there, "every row, and no others");
    assert_eq!(there.len(), 23, "every table but two");
    assert_eq!(rows::revs(&target, 16, 100).await, rows::revs(&source, 1, 100).await);
    let mut used = 0;
    for part in placement::parts(POOL, 16) {
        used += usize::from(
            !target.read(Prefix::<User>::in_part(&part)).await.expect("a read").is_empty(),
        );
    }
    assert!(used > 8, "{used} parts");
    let findings = store::doctor::deep(&target).await;
    assert!(findings.iter().all(|finding| finding.check != "placements"), "{findings:?}");
}

pub(crate) async fn a_store_survives_a_round_trip(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 16, 100).await;
    copied(&source, &target, Some(1)).await.expect("a copy");
    rows::require(&target, 1, 100).await;
    source.close().await;
    let (another, yet_another) = places.both();
    let back = another.open();
    copied(&target, &back, Some(16)).await.expect("a copy");
    rows::require(&back, 16, 100).await;
    let again = yet_another.open();
    copied(&back, &again, Some(1)).await.expect("a copy");
    assert_eq!(rows::revs(&again, 1, 100).await, rows::revs(&target, 1, 100).await);
}

pub(crate) async fn the_number_of_parts_may_stay(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 4, 20).await;
    copied(&source, &target, None).await.expect("a copy");
    rows::require(&target, 4, 20).await;
}

pub(crate) async fn an_empty_store(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    let report = copied(&source, &target, Some(16)).await.expect("a copy");
    assert!(counts(&report).is_empty());
    assert!(!copy::is_unfinished(&target).await.expect("a read"));
    rows::fill(&target, 16, 1).await;
}

pub(crate) async fn rows_are_committed_in_bounded_batches(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 4, 300).await;
    let (mut seen, mut reports) = (target.counts(), Vec::new());
    let report = copied_while(&source, &target, Some(16), |progress| {
        let now = target.counts();
        assert!(
            now.changes - seen.changes <= (now.commits - seen.commits) * 502,
            "{seen:?} {now:?}"
        );
        seen = now;
        reports.push(progress);
        true
    });
    let all: u64 = report.await.expect("a copy").tables.iter().map(|(_, rows)| rows).sum();
    assert!(target.counts().commits <= all.div_ceil(500) + 2, "no small commits");
    for stage in [Stage::Copying, Stage::Verifying] {
        let mut of_stage = reports.iter().filter(|progress| progress.stage == stage).peekable();
        assert!(of_stage.peek().is_some());
        assert!(of_stage.all(|progress| progress.done < progress.all));
    }
    assert!(
        reports.is_sorted_by_key(|progress| (progress.stage == Stage::Verifying, progress.done))
    );
}
