//! The clocks of a measurement: wall time, a thread's CPU time, and another process's.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use std::{fs, thread};

/// Linux reports the CPU time of processes in hundredths of a second, whatever the kernel's own
/// tick.
const TICK: Duration = Duration::from_millis(10);

/// The current time, for differences.
#[expect(clippy::disallowed_methods, reason = "measuring time is what this program is for")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// Seconds since 1970.
#[expect(clippy::disallowed_methods, reason = "dates_are_formatted of reports and of sign-ins")]
pub(crate) fn epoch_seconds() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

/// The CPU time of this thread.
pub(crate) fn thread_cpu() -> Result<Duration, String> {
    // The kernel updates the count when the thread yields, otherwise only at its next tick.
    thread::yield_now();
    let text = read("/proc/thread-self/schedstat")?;
    let nanos = text.split_whitespace().next().and_then(|nanos| nanos.parse().ok());
    nanos
        .map(Duration::from_nanos)
        .ok_or_else(|| "/proc/thread-self/schedstat has no CPU time".to_owned())
}

/// User and system time of a process, all threads together, in steps of 10 ms.
pub(crate) fn process_cpu(pid: u32) -> Result<Duration, String> {
    let text = read(&format!("/proc/{pid}/stat"))?;
    cpu_fields(&text, 2).ok_or_else(|| format!("/proc/{pid}/stat has no CPU time"))
}

/// CPU time of a process and all its children, both reaped and running ones.
pub(crate) fn process_tree_cpu(pid: u32) -> Result<Duration, String> {
    let with_ended = cpu_fields(&read(&format!("/proc/{pid}/stat"))?, 4)
        .ok_or_else(|| format!("process {pid} has no CPU time"))?;
    let entries = fs::read_dir("/proc").map_err(|error| format!("/proc: {error}"))?;
    // A process may end in between; from then on its time is included in the parent's, at the next
    // reading.
    let stats =
        entries.flatten().filter_map(|entry| fs::read_to_string(entry.path().join("stat")).ok());
    let children =
        stats.filter(|stat| parent(stat) == Some(pid)).filter_map(|stat| cpu_fields(&stat, 2));
    Ok(with_ended + children.sum::<Duration>())
}

/// A point in time as calendar date and time in UTC.
pub(crate) struct Utc {
    pub(crate) year: u64,
    pub(crate) month: u64,
    pub(crate) day: u64,
    pub(crate) weekday: u64,
    pub(crate) second_of_day: u64,
}

impl Utc {
    /// From seconds since 1970, by the civil calendar, counted from March in eras of 400 years.
    pub(crate) fn of(seconds: u64) -> Self {
        let days = seconds / 86_400;
        let shifted = days + 719_468;
        let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        Self {
            year: era * 400 + year_of_era + u64::from(month <= 2),
            month,
            day: day_of_year - (153 * from_march + 2) / 5 + 1,
            weekday: (days + 4) % 7,
            second_of_day: seconds % 86_400,
        }
    }

    /// The date and time of a signature: `20260131T010203Z`.
    pub(crate) fn basic(&self) -> String {
        let (hour, minute, second) = self.time();
        format!("{}{:02}{:02}T{hour:02}{minute:02}{second:02}Z", self.year, self.month, self.day)
    }

    /// `2026-01-31`
    pub(crate) fn date(&self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The TIMESTAMP of a password claim: `Sat Jan 31 01:02:03 UTC 2026`.
    pub(crate) fn claim(&self) -> String {
        const WEEKDAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let name = |names: &[&'static str], at: u64| {
            usize::try_from(at).ok().and_then(|at| names.get(at).copied()).unwrap_or("")
        };
        let (weekday, month) = (name(&WEEKDAYS, self.weekday), name(&MONTHS, self.month - 1));
        let (hour, minute, second) = self.time();
        format!(
            "{weekday} {month} {} {hour:02}:{minute:02}:{second:02} UTC {}",
            self.day, self.year
        )
    }

    fn time(&self) -> (u64, u64, u64) {
        (self.second_of_day / 3_600, self.second_of_day / 60 % 60, self.second_of_day % 60)
    }
}

/// The sum of this many fields of `/proc/PID/stat` from the 14th on: utime, stime, and both of
/// reaped children.
fn cpu_fields(stat: &str, count: usize) -> Option<Duration> {
    let ticks: u32 = fields(stat)?
        .skip(11)
        .take(count)
        .map(|field| field.parse::<u32>().ok())
        .sum::<Option<_>>()?;
    Some(TICK * ticks)
}

/// The 4th field.
fn parent(stat: &str) -> Option<u32> {
    fields(stat)?.nth(1)?.parse().ok()
}

/// The fields from the 3rd on. The second is the program's name in parentheses and may contain
/// anything.
fn fields(stat: &str) -> Option<impl Iterator<Item = &str>> {
    stat.rsplit_once(')').map(|(_, rest)| rest.split_whitespace())
}

fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_formatted() {
        assert_eq!(Utc::of(0).claim(), "Thu Jan 1 00:00:00 UTC 1970");
        assert_eq!(Utc::of(951_782_399).claim(), "Mon Feb 28 23:59:59 UTC 2000");
        assert_eq!(Utc::of(951_782_400).date(), "2000-02-29");
        assert_eq!(Utc::of(951_782_399).basic(), "20000228T235959Z");
        assert_eq!(Utc::of(1_735_689_599).claim(), "Tue Dec 31 23:59:59 UTC 2024");
    }

    #[test]
    fn the_clocks_are_readable() {
        assert!(thread_cpu().is_ok());
        assert!(process_cpu(std::process::id()).is_ok());
        assert!(process_tree_cpu(std::process::id()).is_ok());
    }

    #[test]
    fn cpu_times_include_reaped_children() {
        let stat = "7 (a) b) S 3 7 7 0 -1 4194560 1 2 3 4 10 20 300 400 20 0 1 0";
        assert_eq!((cpu_fields(stat, 2), cpu_fields(stat, 4)), (Some(TICK * 30), Some(TICK * 730)));
        assert_eq!(parent(stat), Some(3));
    }
}
