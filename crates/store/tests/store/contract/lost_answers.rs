//! Commits whose answer is lost are decided correctly and take effect once.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use store::{Attempts, Batch, CommitError, Fault, Faults, Rev, Spent, Store, StoreError, User};

use crate::fixtures::*;
use crate::place::Place;

/// More tries than any task in a race needs.
const ENDLESS: u32 = 100_000;

/// What another client does between the first and the second sending.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Meanwhile {
    Nothing,
    Overwrites,
    Deletes,
}

/// The kind of the only change in the batch under test.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Insert,
    InsertOwnKey,
    InsertFinal,
    Update,
    Delete,
    Replace,
    Remove,
    Sweep,
}

/// Injects a fault into a batch's first sending, and lets another client act before the second.
#[derive(Default)]
struct Scene {
    store: OnceLock<Store>,
    act: Mutex<Option<(Rev, Fault, Meanwhile, Row)>>,
}

/// The row that the batch under test changes.
#[derive(Clone)]
enum Row {
    Contended(Attempts),
    OwnKey(User),
    Final(Spent),
}

impl Faults for Scene {
    fn on_send(&self, rev: Rev, send: u32) -> Fault {
        let act = self.act.lock().expect("the scene").clone();
        match act {
            Some((of, fault, _, _)) if of == rev && send == 0 => fault,
            Some((of, _, meanwhile, row)) if of == rev && send == 1 => {
                let store = self.store.get().expect("the store").clone();
                let other = std::thread::spawn(move || {
                    let runtime = tokio::runtime::Builder::new_current_thread()
                        .enable_all()
                        .build()
                        .expect("a runtime");
                    runtime.block_on(meanwhile.act(&store, row));
                });
                other.join().expect("the other client");
                Fault::Deliver
            }
            _ => Fault::Deliver,
        }
    }
}

impl Meanwhile {
    async fn act(self, store: &Store, row: Row) {
        let mut batch = batch();
        match (self, row) {
            (Meanwhile::Nothing, _) => &mut batch,
            (Meanwhile::Overwrites, Row::Contended(row)) => {
                batch.replace(&Attempts { count: 77, ..row })
            }
            (Meanwhile::Overwrites, Row::OwnKey(row)) => {
                batch.replace(&User { token_gen: 77, ..row })
            }
            (Meanwhile::Overwrites, Row::Final(row)) => {
                batch.replace(&Spent { expires: 77, ..row })
            }
            (Meanwhile::Deletes, Row::Contended(row)) => batch.remove(store::Record::to_key(&row)),
            (Meanwhile::Deletes, _) => unreachable!("these are not deleted before they expire"),
        };
        store.commit(batch).await.expect("the other client's commit");
    }
}

/// Every kind of batch, with every fault, against everything that another client may do meanwhile.
pub(crate) async fn each_kind_of_batch_is_decided(place: &dyn Place) {
    let scene = Arc::new(Scene::default());
    let store = place.open_with(scene.clone());
    let _ = scene.store.set(store.clone());
    use Kind::{Delete, Insert, InsertFinal, InsertOwnKey, Remove, Replace, Sweep, Update};
    let mut number = 0;
    for kind in [Insert, InsertOwnKey, InsertFinal, Update, Delete, Replace, Remove, Sweep] {
        for fault in [Fault::LoseRequest, Fault::LoseAnswer, Fault::Late] {
            for meanwhile in [Meanwhile::Nothing, Meanwhile::Overwrites, Meanwhile::Deletes] {
                if can_happen(kind, fault, meanwhile) {
                    number += 1;
                    play(&scene, &store, &format!("row {number}"), (kind, fault, meanwhile)).await;
                }
            }
        }
    }
    *scene.act.lock().expect("the scene") = None;
    drop(scene);
    store.close().await;
}

/// No other client inserts a random key or rewrites a final row, and both outlive a lost answer.
fn can_happen(kind: Kind, fault: Fault, meanwhile: Meanwhile) -> bool {
    let is_there = fault == Fault::LoseAnswer;
    match (kind, meanwhile) {
        (Kind::InsertOwnKey | Kind::InsertFinal, Meanwhile::Deletes) => false,
        (Kind::InsertOwnKey, Meanwhile::Overwrites) => is_there,
        (Kind::InsertFinal, Meanwhile::Overwrites) => !is_there,
        _ => true,
    }
}

async fn play(
    scene: &Scene,
    store: &Store,
    name: &str,
    (kind, fault, meanwhile): (Kind, Fault, Meanwhile),
) {
    let mut row = attempts("p", name, 9);
    let existed =
        matches!(kind, Kind::Update | Kind::Delete | Kind::Replace | Kind::Remove | Kind::Sweep);
    if existed {
        commit(store, |batch| batch.insert(&row)).await.expect("a commit");
        row = stored(store, &row).await.expect("the row");
    }
    row.count = 1;
    let mut batch = batch();
    let subject = match kind {
        Kind::InsertOwnKey => Row::OwnKey(user(name)),
        Kind::InsertFinal => Row::Final(spent("p", name, 9)),
        _ => Row::Contended(row.clone()),
    };
    match &subject {
        Row::OwnKey(user) => {
            batch.insert(user);
        }
        Row::Final(spent) => {
            batch.insert(spent);
        }
        Row::Contended(row) => fill(&mut batch, kind, row),
    }
    *scene.act.lock().expect("the scene") = Some((batch.rev(), fault, meanwhile, subject.clone()));
    let verdict = store.commit(batch).await;

    // If the answer was lost, the batch took effect before the other client acted; otherwise after.
    let first = fault == Fault::LoseAnswer;
    let holds = match kind {
        Kind::Insert | Kind::InsertOwnKey | Kind::InsertFinal => meanwhile != Meanwhile::Overwrites,
        Kind::Update | Kind::Delete => meanwhile == Meanwhile::Nothing,
        Kind::Replace | Kind::Remove | Kind::Sweep => true,
    };
    let what = format!("{kind:?}, {fault:?}, meanwhile {meanwhile:?}");
    assert_eq!(verdict.is_ok(), first || holds, "{what}: {verdict:?}");
    assert_eq!(is_conflict(&verdict), !(first || holds), "{what}: {verdict:?}");

    let others = match meanwhile {
        Meanwhile::Nothing => existed.then_some(0),
        Meanwhile::Overwrites => Some(77),
        Meanwhile::Deletes => None,
    };
    let ours = (!matches!(kind, Kind::Delete | Kind::Remove | Kind::Sweep)).then_some(1);
    // A batch that only removes is simply sent again, so it also removes what was written in
    // between.
    let again = matches!(kind, Kind::Remove | Kind::Sweep);
    let last_is_ours = (!first && holds) || (first && (again || meanwhile == Meanwhile::Nothing));
    if let Row::Contended(row) = &subject {
        let count = stored(store, row).await.map(|row| row.count);
        assert_eq!(count, if last_is_ours { ours } else { others }, "{what}");
    }
}

fn fill(batch: &mut Batch, kind: Kind, row: &Attempts) {
    match kind {
        Kind::Update => batch.update(row),
        Kind::Delete => batch.delete(row),
        Kind::Replace => batch.replace(row),
        Kind::Remove => batch.remove(store::Record::to_key(row)),
        Kind::Sweep => batch.sweep(Attempts::of(&row.part, &row.subject)),
        Kind::Insert | Kind::InsertOwnKey | Kind::InsertFinal => batch.insert(row),
    };
}

/// Faults determined by the batch and the sending alone; later sendings arrive.
struct Lossy {
    late: bool,
}

impl Faults for Lossy {
    fn on_send(&self, rev: Rev, send: u32) -> Fault {
        let mixed =
            (rev.0 as u64 ^ (u64::from(send) << 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 60;
        match (send, mixed % 4) {
            (3.., _) | (_, 0) => Fault::Deliver,
            (_, 1) => Fault::LoseRequest,
            (_, 2) if self.late => Fault::Late,
            _ => Fault::LoseAnswer,
        }
    }
}

pub(crate) async fn a_lost_request_can_end_in_a_conflict(place: &dyn Place) {
    struct LoseFirst;
    impl Faults for LoseFirst {
        fn on_send(&self, _: Rev, send: u32) -> Fault {
            if send == 0 { Fault::LoseRequest } else { Fault::Deliver }
        }
    }
    let store = place.open_with(Arc::new(LoseFirst));
    let mut row = attempts("p", "s", 9);
    assert!(commit(&store, |batch| batch.insert(&row)).await.is_ok());
    assert!(is_conflict(&commit(&store, |batch| batch.insert(&row)).await));
    assert!(is_conflict(&commit(&store, |batch| batch.update(&row)).await));
    row = stored(&store, &row).await.expect("the row");
    assert!(commit(&store, |batch| batch.update(&row)).await.is_ok());
    assert!(is_conflict(&commit(&store, |batch| batch.unchanged(&row)).await));
}

pub(crate) async fn an_answer_lost_for_good_is_reported(place: &dyn Place) {
    struct LoseAll;
    impl Faults for LoseAll {
        fn on_send(&self, _: Rev, _: u32) -> Fault {
            Fault::LoseAnswer
        }
    }
    let store = place.open_with(Arc::new(LoseAll));
    let outcome = commit(&store, |batch| batch.insert(&user("u"))).await;
    assert!(
        matches!(outcome, Err(CommitError::Store(StoreError::OutcomeUnknown(_)))),
        "{outcome:?}"
    );
}

/// Each success adds one to the row, so the row's count equals the number of reported successes.
pub(crate) async fn racing_updates_take_effect_once(place: &dyn Place) {
    let store = place.open_with(Arc::new(Lossy { late: true }));
    let row = attempts("p", "s", 9);
    let created = commit(&store, |batch| batch.insert(&row)).await;
    created.expect("a commit");
    let successes = Arc::new(AtomicI64::new(0));
    let tasks: Vec<_> = (0..4)
        .map(|_| {
            let (store, successes, row) = (store.clone(), successes.clone(), row.clone());
            tokio::spawn(async move {
                for tries in 0.. {
                    assert!(tries < ENDLESS, "no task makes progress");
                    if successes.load(Ordering::SeqCst) >= 500 {
                        break;
                    }
                    let mut row = stored(&store, &row).await.expect("the row");
                    row.count += 1;
                    match commit(&store, |batch| batch.update(&row)).await {
                        Ok(()) => drop(successes.fetch_add(1, Ordering::SeqCst)),
                        Err(CommitError::Conflict) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("the task");
    }
    assert_eq!(
        stored(&store, &row).await.expect("the row").count,
        successes.load(Ordering::SeqCst)
    );
}

/// Several tasks want each name; one is told that it got the name, and has it.
pub(crate) async fn racing_inserts_take_effect_once(place: &dyn Place) {
    let store = place.open_with(Arc::new(Lossy { late: true }));
    for round in 0..500 {
        let tasks: Vec<_> = (0..3)
            .map(|task| {
                let store = store.clone();
                tokio::spawn(async move {
                    let id = format!("user {task} of round {round}");
                    // Batches decided by a random key, by a row that is never rewritten, and by a
                    // mark.
                    let spent = spent("p", &format!("round {round}"), 9);
                    let name = lookup(&format!("round {round}"), &id);
                    commit(&store, |batch| match round % 3 {
                        0 => batch.insert(&user(&id)).insert(&name),
                        1 => batch.insert(&spent).insert(&name),
                        _ => batch.insert(&name),
                    })
                    .await
                })
            })
            .collect();
        let mut winners = Vec::new();
        for (task, verdict) in tasks.into_iter().enumerate() {
            let verdict = verdict.await.expect("the task");
            assert!(verdict.is_ok() || is_conflict(&verdict), "{verdict:?}");
            if verdict.is_ok() {
                winners.push(format!("user {task} of round {round}"));
            }
        }
        let holder =
            stored(&store, &lookup(&format!("round {round}"), "")).await.map(|row| row.user_id);
        assert_eq!(winners, holder.into_iter().collect::<Vec<_>>(), "round {round}");
    }
}

/// The row is a lock: a task whose insert succeeded holds it alone, until its delete succeeds.
pub(crate) async fn racing_deletes_take_effect_once(place: &dyn Place) {
    let store = place.open_with(Arc::new(Lossy { late: false }));
    let held = Arc::new(AtomicBool::new(false));
    let rounds = Arc::new(AtomicI64::new(0));
    let tasks: Vec<_> = (0..4)
        .map(|_| {
            let (store, held, rounds) = (store.clone(), held.clone(), rounds.clone());
            tokio::spawn(async move {
                for tries in 0.. {
                    assert!(tries < ENDLESS, "no task gets the lock");
                    if rounds.load(Ordering::SeqCst) >= 500 {
                        break;
                    }
                    let mut row = attempts("p", "lock", 9);
                    let mut taking = batch();
                    row.rev = taking.rev();
                    taking.insert(&row);
                    match store.commit(taking).await {
                        Ok(()) => {}
                        Err(CommitError::Conflict) => continue,
                        Err(error) => panic!("{error}"),
                    }
                    assert!(!held.swap(true, Ordering::SeqCst), "two tasks hold the lock");
                    rounds.fetch_add(1, Ordering::SeqCst);
                    held.store(false, Ordering::SeqCst);
                    commit(&store, |batch| batch.delete(&row))
                        .await
                        .expect("only the holder releases it");
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("the task");
    }
}
