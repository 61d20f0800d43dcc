use std::time::Duration;

use domain::Time;
use domain::expiry::{Bound, Mark, Reading, Step, Stored};

const NOW: Time = Time(1_772_600_767_089);
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
const YEARS: i64 = 30 * 365 * DAY;

/// A server whose clocks are set by hand, and its store.
struct Scene {
    bound: Bound,
    wall: Time,
    monotonic: i64,
    database: Option<Time>,
    mark: Option<Mark>,
    /// Whether the mark was written by this run of the server.
    is_own: bool,
}

impl Scene {
    fn new() -> Self {
        Self::with(None, NOW)
    }

    fn with(mark: Option<Mark>, wall: Time) -> Self {
        let bound = Bound::new(wall, Duration::ZERO);
        Self { bound, wall, monotonic: 0, database: None, mark, is_own: false }
    }

    /// Lets time pass.
    fn pass(&mut self, seconds: i64) {
        self.monotonic += seconds;
        self.wall = self.wall.plus_seconds(seconds);
    }

    fn step_over(&mut self, newest: Option<Time>) -> Step {
        let reading = Reading {
            wall: self.wall,
            monotonic: Duration::from_secs(self.monotonic.unsigned_abs()),
            database: self.database,
        };
        let stored = match self.mark {
            None => Stored::Nothing(newest),
            Some(_) if self.is_own => Stored::Own,
            Some(mark) => Stored::Foreign(mark),
        };
        let step = self.bound.step(reading, stored);
        if let Some(mark) = step.mark {
            self.bound.stored();
            (self.mark, self.is_own) = (Some(mark), true);
        }
        step
    }

    fn step(&mut self) -> Step {
        self.step_over(None)
    }

    /// Steps once a minute.
    fn run(&mut self, seconds: i64) -> Step {
        for _ in 0..seconds / MINUTE {
            self.pass(MINUTE);
            self.step();
        }
        self.step()
    }

    /// The server stops, and starts after this long.
    fn restart(&mut self, seconds: i64) {
        *self = Self::with(self.mark, self.wall.plus_seconds(seconds));
    }
}

#[test]
fn the_bound_follows_the_time_that_passes() {
    let mut scene = Scene::new();
    assert_eq!(scene.step().until, NOW);
    for at in 1..100 {
        scene.pass(7);
        assert_eq!(scene.step().until, NOW.plus_seconds(7 * at));
    }
    assert_eq!(scene.run(3 * DAY).until, scene.wall);
}

#[test]
fn a_clock_that_is_ahead_for_a_minute_moves_nothing() {
    let mut scene = Scene::new();
    scene.run(HOUR);
    let right = scene.wall;
    scene.wall = right.plus_seconds(YEARS);
    let step = scene.step();
    assert_eq!((step.until, step.jump_millis), (right, Some(YEARS * 1_000)));
    let step = scene.run(MINUTE);
    assert_eq!((step.until, step.jump_millis), (right.plus_seconds(MINUTE), None), "logged once");
    scene.wall = right.plus_seconds(MINUTE);
    let step = scene.step();
    assert_eq!((step.until, step.jump_millis), (scene.wall, Some(-YEARS * 1_000)));
    assert_eq!(scene.run(3 * DAY).until, scene.wall);
}

/// Neither does one that is ahead when the server starts, however often.
#[test]
fn a_start_with_a_clock_that_is_ahead_moves_nothing() {
    let mut scene = Scene::new();
    scene.run(HOUR);
    for _ in 0..100 {
        let proven = scene.mark.expect("a mark").at;
        scene.restart(YEARS);
        assert_eq!(scene.step().until, proven);
        let ran = scene.run(30 * MINUTE);
        assert_eq!(ran.until, proven.plus_seconds(30 * MINUTE));
        scene.restart(-YEARS);
        assert!(scene.step().until <= scene.wall);
    }
}

#[test]
fn a_clock_behind_the_mark_removes_nothing_that_it_would_keep() {
    let mut scene = Scene::new();
    scene.run(HOUR);
    let mark = scene.mark.expect("a mark").at;
    scene.restart(-DAY);
    let step = scene.step();
    assert_eq!(step.until, scene.wall);
    assert!(step.jump_millis.is_some_and(|by| by < -22 * HOUR * 1_000), "{step:?}");
    assert!(scene.mark.expect("a mark").at >= mark, "the mark never goes back");
    assert_eq!(scene.run(MINUTE).jump_millis, None);
}

/// A machine that is off at night, and never runs for a day without a pause.
#[test]
fn removal_catches_up_after_a_day_of_running_in_all() {
    let mut scene = Scene::new();
    scene.run(HOUR);
    for _ in 0..60 {
        scene.restart(16 * HOUR);
        scene.run(8 * HOUR);
        let until = scene.step().until;
        assert!(until <= scene.wall);
    }
    let behind = scene.wall.millis() - scene.step().until.millis();
    assert!(behind < 5 * DAY * 1_000, "{behind}");
    assert_eq!(scene.run(2 * DAY + HOUR).until, scene.wall);
}

/// A day of running with the right clock does not vouch for a wrong one afterwards.
#[test]
fn a_claim_is_believed_only_as_it_was_made() {
    let mut scene = Scene::new();
    scene.run(HOUR);
    scene.restart(10 * DAY);
    scene.run(23 * HOUR + 50 * MINUTE);
    scene.restart(YEARS);
    let step = scene.run(2 * HOUR);
    assert!(step.until < scene.wall.plus_seconds(-YEARS + DAY), "{step:?}");
    let step = scene.run(20 * HOUR);
    assert!(step.until < scene.wall.plus_seconds(-YEARS + DAY), "{step:?}");
}

#[test]
fn the_database_bounds_the_time_too() {
    let mut scene = Scene::new();
    scene.step();
    scene.database = Some(NOW.plus_seconds(5));
    scene.pass(10);
    assert_eq!(scene.step().until, NOW.plus_seconds(5));
    scene.database = Some(NOW.plus_seconds(YEARS));
    assert_eq!(scene.step().until, scene.wall);
}

#[test]
fn the_first_mark_is_the_newest_time_of_the_data_if_the_clock_is_not_behind_it() {
    for (newest, expected) in [(-DAY, NOW.plus_seconds(-DAY)), (DAY, NOW)] {
        let mut scene = Scene::new();
        let step = scene.step_over(Some(NOW.plus_seconds(newest)));
        assert_eq!(step.until, expected);
        assert_eq!(step.mark.map(|mark| mark.at), Some(expected));
    }
}

#[test]
fn the_mark_of_another_server_counts_if_it_is_newer() {
    let mut scene = Scene::new();
    scene.step();
    let newer = Mark { at: NOW.plus_seconds(HOUR), ..Mark::default() };
    (scene.mark, scene.is_own) = (Some(newer), false);
    scene.pass(2 * HOUR);
    assert_eq!(scene.step().until, NOW.plus_seconds(2 * HOUR), "this one has proven more");
    let newest = Mark { at: NOW.plus_seconds(5 * HOUR), ..Mark::default() };
    (scene.mark, scene.is_own) = (Some(newest), false);
    scene.wall = NOW.plus_seconds(6 * HOUR);
    assert_eq!(scene.step().until, newest.at);
    scene.pass(MINUTE);
    assert_eq!(scene.step().until, newest.at.plus_seconds(MINUTE));
}

#[test]
fn an_idle_server_seldom_writes() {
    let mut scene = Scene::new();
    scene.step();
    let mut writes = 0;
    for _ in 0..60 {
        scene.pass(MINUTE);
        writes += i32::from(scene.step().mark.is_some());
    }
    assert_eq!(writes, 12);
}

#[test]
fn extremes_do_not_overflow() {
    for wall in [i64::MIN, -1, 0, i64::MAX] {
        for at in [i64::MIN, 0, i64::MAX] {
            let mark = Mark { at: Time(at), claimed: Time(at), ran_millis: at, ..Mark::default() };
            let mut bound = Bound::new(Time(0), Duration::MAX);
            for stored in [Stored::Foreign(mark), Stored::Own, Stored::Nothing(Some(Time(at)))] {
                let reading =
                    Reading { wall: Time(wall), monotonic: Duration::MAX, database: None };
                assert!(bound.step(reading, stored).until <= Time(wall));
            }
        }
    }
}

/// How long servers run before a claim is believed, with room for the last step.
const BELIEVED: i64 = DAY + 2 * MINUTE;

/// A clock that was ahead moves nothing any more once it has been right for a day: neither what a
/// later jump of it removes, nor what is reported.
fn require_back(scene: &mut Scene) {
    let mark = scene.mark.expect("a mark");
    assert!(mark.at <= scene.wall, "{mark:?}");
    assert!(mark.jumped <= scene.wall, "{mark:?}");
    let right = scene.wall;
    for ahead in [2 * MINUTE, DAY, YEARS / 2, YEARS, 2 * YEARS] {
        scene.wall = right.plus_seconds(ahead);
        assert!(scene.step().until <= right, "{ahead}");
        scene.wall = right;
        assert!(scene.step().until <= right);
    }
}

#[test]
fn a_first_mark_that_was_ahead_comes_back_after_a_day() {
    let mut scene = Scene::with(None, NOW.plus_seconds(YEARS));
    assert_eq!(scene.step().until, NOW.plus_seconds(YEARS), "nothing says that it is wrong");
    scene.wall = NOW;
    scene.run(DAY - HOUR);
    assert!(scene.mark.expect("a mark").at > scene.wall, "not yet believed");
    scene.run(HOUR + 2 * MINUTE);
    require_back(&mut scene);
    assert_eq!(scene.run(HOUR).until, scene.wall);
}

#[test]
fn a_believed_clock_that_was_ahead_comes_back_after_a_day() {
    let mut scene = Scene::new();
    scene.run(HOUR);
    scene.wall = scene.wall.plus_seconds(YEARS);
    scene.run(DAY + HOUR);
    assert_eq!(scene.step().until, scene.wall, "it is believed");
    scene.wall = scene.wall.plus_seconds(-YEARS);
    scene.run(BELIEVED);
    require_back(&mut scene);
}

/// Also if it takes several runs, and by another server that had believed the wrong clock.
#[test]
fn a_mark_that_was_ahead_comes_back_over_restarts_and_for_other_servers() {
    let mut scene = Scene::with(None, NOW.plus_seconds(YEARS));
    scene.step();
    let mut other = Scene::with(scene.mark, NOW.plus_seconds(YEARS));
    other.step();
    scene.restart(-YEARS);
    for _ in 0..4 {
        scene.run(8 * HOUR);
        scene.restart(16 * HOUR);
    }
    scene.step();
    let mark = scene.mark.expect("a mark");
    assert!(mark.at <= scene.wall, "{mark:?}");
    // The other one has only its memory of a later time.
    other.wall = scene.wall;
    (other.mark, other.is_own) = (scene.mark, false);
    other.pass(MINUTE);
    other.step();
    require_back(&mut other);
}

/// What a server saw come true itself is as good as a mark.
#[test]
fn a_clock_that_is_set_back_does_not_leave_its_lead_behind() {
    let mut scene = Scene::new();
    scene.run(HOUR);
    scene.wall = scene.wall.plus_seconds(-HOUR);
    scene.run(BELIEVED);
    let right = scene.wall;
    scene.wall = right.plus_seconds(HOUR);
    assert_eq!(scene.step().until, right);
}

/// A clock that falls behind further, or comes back, starts the day again.
#[test]
fn a_clock_that_is_behind_for_less_than_a_day_moves_nothing() {
    let mut scene = Scene::new();
    scene.run(HOUR);
    let mark = scene.mark.expect("a mark").at;
    for _ in 0..5 {
        scene.wall = scene.wall.plus_seconds(-30 * DAY);
        scene.run(20 * HOUR);
        assert!(scene.mark.expect("a mark").at >= mark);
    }
    scene.wall = NOW.plus_seconds(HOUR + 5 * 20 * HOUR);
    assert_eq!(scene.step().until, scene.wall);
}

/// A server that starts with the right time ends the report of a jump into the far future.
#[test]
fn a_jump_ahead_is_not_reported_for_longer_than_it_lasted() {
    let mut scene = Scene::new();
    scene.run(HOUR);
    scene.wall = scene.wall.plus_seconds(YEARS);
    scene.run(MINUTE);
    assert!(scene.mark.expect("a mark").jumped > NOW.plus_seconds(YEARS));
    scene.restart(-YEARS);
    scene.step();
    let mark = scene.mark.expect("a mark");
    assert_eq!(mark.jumped, scene.wall, "{mark:?}");
    assert!(mark.jump_millis < -YEARS * 999, "{mark:?}");
}

#[test]
fn a_jump_is_reported_even_if_another_server_writes_its_mark_first() {
    let mut scene = Scene::new();
    scene.run(HOUR);
    scene.wall = scene.wall.plus_seconds(DAY);
    let monotonic = Duration::from_secs(scene.monotonic.unsigned_abs());
    let reading = Reading { wall: scene.wall, monotonic, database: None };
    let jumped = scene.wall;
    let step = scene.bound.step(reading, Stored::Own);
    assert_eq!(step.mark.map(|mark| mark.jump_millis), Some(DAY * 1_000));
    // It was not stored.
    scene.is_own = false;
    scene.pass(MINUTE);
    let step = scene.step();
    assert_eq!(step.jump_millis, None, "logged once");
    let mark = scene.mark.expect("a mark");
    assert_eq!((mark.jumped, mark.jump_millis), (jumped, DAY * 1_000));
}
