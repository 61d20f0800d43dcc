//! The contract of every engine. Another engine needs one line in `main.rs`.

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

/// Runs the contract in a place.
macro_rules! keeps_contract {
    ($engine:ident, $place:expr) => {
        $crate::contract::tests! { $engine, $place;
            records { every_record_comes_back parameters_are_bound_by_number }
            commits {
                insert_expects_absence update_expects_the_rev_read delete_expects_the_rev_read
                put_inserts_or_updates replace_and_remove_expect_nothing rows_carry_the_batch_id
                an_empty_batch_commits_nothing a_failed_expectation_writes_nothing
                a_sweep_deletes_exactly_its_prefix dropping_the_future_does_not_stop_a_commit
                counts_calls_that_reach_the_database
            }
            groups { a_failed_batch_does_not_affect_its_neighbours }
            guards {
                unchanged_requires_the_same_rev present_requires_existence
                a_guard_on_a_deleted_row_fails a_guard_alone_writes_nothing
            }
            lost_answers {
                each_kind_of_batch_is_decided a_lost_request_can_end_in_a_conflict
                an_answer_lost_for_good_is_reported racing_updates_take_effect_once
                racing_inserts_take_effect_once racing_deletes_take_effect_once
            }
            races {
                one_updater_wins_each_rev one_of_many_inserts_wins
                members_and_groups_stay_consistent a_deleted_user_leaves_no_children
            }
            reads {
                tuples_options_and_lists a_prefix_is_ordered_and_complete
                pages_cover_everything_once an_unbounded_read_never_truncates ranges_end_where_asked
                a_snapshot_is_consistent
            }
            refused { a_row_named_twice a_row_swept_and_written a_sweep_of_a_page }
            expiry {
                only_expired_rows_are_removed a_limit_is_respected an_extended_row_stays
                marks_get_a_lifetime a_part_is_cleared
                the_clock_mark_is_one_row
            }
            reopening {
                a_closed_store_refuses commits_survive_reopening commits_in_progress_are_finished
            }
            doctor {
                sound_data_have_no_findings every_inconsistency_is_found
                pools_being_deleted_are_skipped
            }
        }
    };
}
pub(crate) use keeps_contract;

/// Generates one test for each function of the contract.
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
