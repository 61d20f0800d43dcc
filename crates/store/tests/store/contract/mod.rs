//! What every engine keeps. A second engine needs one line in `main.rs`.

pub(crate) mod commits;
pub(crate) mod doctor;
pub(crate) mod expiry;
pub(crate) mod groups;
pub(crate) mod guards;
pub(crate) mod lost_answers;
pub(crate) mod races;
pub(crate) mod reads;
pub(crate) mod records;
pub(crate) mod refused;
pub(crate) mod reopening;

/// Runs the contract on a place.
macro_rules! keeps_contract {
    ($engine:ident, $place:expr) => {
        $crate::contract::tests! { $engine, $place;
            records { every_record_comes_back parameters_are_bound_by_number }
            commits {
                insert_expects_absence update_expects_what_was_read delete_expects_what_was_read put_inserts_or_updates
                replace_and_remove_expect_nothing rev_is_the_batchs an_empty_batch_commits_nothing
                a_failed_expectation_leaves_nothing sweep_takes_all_below_the_prefix_and_nothing_else
                a_departed_caller_does_not_stop_a_commit counts_what_reaches_the_database
            }
            groups { a_failed_batch_leaves_its_neighbours }
            guards {
                unchanged_holds_the_rev present_holds_existence a_guard_on_a_deleted_row_fails a_guard_alone_writes_nothing
            }
            lost_answers {
                each_kind_of_batch_is_decided a_lost_request_that_lost_is_a_conflict an_answer_lost_for_good_is_reported
                updates_race_exactly_once inserts_race_exactly_once deletes_race_exactly_once
            }
            races {
                one_updater_wins_each_rev one_of_many_inserts_wins members_and_groups_never_part
                a_deleted_user_leaves_no_children
            }
            reads {
                tuples_options_and_lists a_prefix_is_ordered_and_complete pages_cover_everything_once
                an_unbounded_read_never_truncates a_range_ends a_snapshot_is_consistent
            }
            refused { a_row_named_twice a_row_swept_and_written a_sweep_of_a_page }
            expiry { only_what_expired_goes a_limit_is_kept a_prolonged_row_stays marks_get_a_lifetime a_part_is_cleared }
            reopening { a_closed_store_refuses what_was_committed_is_there_again commits_under_way_are_finished }
            doctor { sound_data_have_no_findings every_break_is_found pools_under_deletion_are_left_out }
        }
    };
}
pub(crate) use keeps_contract;

/// One test for each function of the contract.
macro_rules! tests {
    ($engine:ident, $place:expr; $($module:ident { $($test:ident)+ })+) => {
        mod $engine {
            $(mod $module {
                $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    let place = $place;
                    $crate::contract::$module::$test(&place).await;
                })+
            })+
        }
    };
}
pub(crate) use tests;
