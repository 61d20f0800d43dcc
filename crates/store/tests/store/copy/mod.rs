//! Copying between places: the same for every pair of engines.

mod rows;

pub(crate) mod interrupted;
pub(crate) mod refused;
pub(crate) mod whole;

use std::ops::ControlFlow;

use store::copy::{self, CopyError, Progress, Report, Settings};
use store::{Rev, Store};

use crate::fixtures::rev;
use crate::place::Place;

/// Runs the tests of copying from places of one kind to places of another.
macro_rules! copies {
    ($engines:ident, $from:expr, $to:expr) => {
        $crate::copy::tests! { $engines, $from, $to;
            whole {
                every_row_is_placed_again a_store_survives_a_round_trip the_number_of_parts_may_stay
                an_empty_store rows_are_committed_in_bounded_batches
            }
            interrupted {
                a_stopped_copy_resumes a_copy_resumes_within_a_part lost_answers_do_no_harm
                a_second_copy_takes_over an_unfinished_copy_is_recognized
            }
            refused {
                a_target_with_data another_source another_number_of_parts
                a_source_that_is_unfinished a_store_in_use an_invalid_number_of_parts
                a_changed_row_is_found an_extra_row_is_found a_source_is_claimed
            }
        }
    };
}
pub(crate) use copies;

/// Generates one test for each function.
macro_rules! tests {
    ($engines:ident, $from:expr, $to:expr; $($module:ident { $($test:ident)+ })+) => {
        mod $engines {
            $(mod $module {
                $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    let (from, to) = (|| Box::new($from) as _, || Box::new($to) as _);
                    let places = $crate::copy::Places { from, to };
                    $crate::copy::$module::$test(&places).await;
                })+
            })+
        }
    };
}
pub(crate) use tests;

/// Creates places of the two kinds.
pub(crate) struct Places {
    pub(crate) from: fn() -> Box<dyn Place>,
    pub(crate) to: fn() -> Box<dyn Place>,
}

impl Places {
    /// A new one of each.
    fn both(&self) -> (Box<dyn Place>, Box<dyn Place>) {
        ((self.from)(), (self.to)())
    }
}

/// The current time of these tests' copies.
const NOW: i64 = 1_700_000_000_000;

/// Copies to the end.
async fn copied(from: &Store, to: &Store, n_parts: Option<i64>) -> Result<Report, CopyError> {
    copied_while(from, to, n_parts, |_| true).await
}

/// Copies for as long as `goes_on` returns true.
async fn copied_while(
    from: &Store,
    to: &Store,
    n_parts: Option<i64>,
    mut goes_on: impl FnMut(Progress) -> bool + Send,
) -> Result<Report, CopyError> {
    let mut progress = |progress: Progress| {
        if goes_on(progress) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let mut new_rev = || -> Rev { rev() };
    copy::run(
        from,
        to,
        Settings { n_parts, now: NOW, new_rev: &mut new_rev, progress: &mut progress },
    )
    .await
}
