//! Random faults.

use std::collections::BTreeSet;

use super::Scene;

/// Nothing acknowledged is missing, nothing refused is present, and every kind of fault struck.
#[tokio::test]
async fn a_client_that_distinguishes_outcomes_is_never_wrong() {
    let scene = Scene::new().await;
    scene.faults.chaos(1, 300);
    let (mut certain, mut possible) = (BTreeSet::new(), BTreeSet::new());
    let mut writer = scene.writer().await;
    for a in (0..600).step_by(2) {
        let outcome = writer.transact(a).await;
        if outcome.succeeded() {
            certain.extend([a, a + 1]);
        } else if writer.client.is_closed() {
            possible.extend([a, a + 1]);
            writer = scene.writer().await;
        }
    }
    let injected = scene.faults.injected();
    drop(scene.proxy);
    let url = scene.schema.url();
    let rows = testpg::connect(&url).await.query("SELECT a FROM t", &[]).await.unwrap();
    let rows: BTreeSet<i64> = rows.iter().map(|row| row.get(0)).collect();
    assert!(certain.is_subset(&rows), "acknowledged rows are missing");
    assert!(
        rows.is_subset(&certain.union(&possible).copied().collect()),
        "refused rows are present"
    );
    let kinds =
        [injected.resets, injected.lost_requests, injected.lost_answers, injected.late_requests];
    assert!(
        kinds.iter().chain(&[injected.failed_commits, injected.read_only]).all(|count| *count > 0),
        "{injected:?}"
    );
    assert!((60..120).contains(&injected.total()), "{injected:?}");
}
