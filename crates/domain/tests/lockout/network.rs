//! Known networks.

use domain::Time;
use domain::lockout::State;
use domain::lockout::network::{
    KnownNetworks, MOST_PER_USER, Network, NetworkMac, subject_for_network,
};
use domain::seal::StableSecret;

const NOW: Time = Time(1_760_000_000_000);
const DAY: i64 = 86_400;

fn stable() -> StableSecret {
    StableSecret::new([1; 32])
}

fn network(address: &str) -> Network {
    Network::of(address.parse().unwrap())
}

fn mac(address: &str) -> NetworkMac {
    NetworkMac::of(&stable(), "a user", network(address))
}

#[test]
fn a_network_is_24_bits_of_ipv4_or_64_of_ipv6() {
    for (address, expected) in [
        ("203.0.113.9", "203.0.113.0/24"),
        ("::ffff:203.0.113.200", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::1", "::/64"),
    ] {
        assert_eq!(network(address).to_string(), expected);
    }
    assert_ne!(network("203.0.113.9"), network("203.0.114.9"));
    assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
}

#[test]
fn a_mac_is_bound_to_pool_user_network_and_purpose() {
    let home = network("203.0.113.9");
    let here = NetworkMac::of(&stable(), "a user", home);
    assert_eq!(here, mac("203.0.113.10"));
    assert_ne!(here, mac("203.0.114.9"));
    assert_ne!(here, NetworkMac::of(&stable(), "another user", home));
    assert_ne!(here, NetworkMac::of(&StableSecret::new([2; 32]), "a user", home));
    let subject = subject_for_network(&stable(), "a user", home);
    let mut networks = KnownNetworks::default();
    networks.note(here, NOW);
    let doc = networks.to_doc();
    assert!(!doc.contains(&subject) && !doc.contains("203.0.113"), "{doc}");
}

#[test]
fn a_network_is_written_once_a_week_and_forgotten_after_ninety_unused() {
    let mut networks = KnownNetworks::default();
    assert!(networks.is_empty(NOW) && !networks.knows(&mac("203.0.113.9"), NOW));
    assert!(networks.note(mac("203.0.113.9"), NOW));
    assert!(!networks.note(mac("203.0.113.9"), NOW.plus_seconds(60)));
    assert!(!networks.note(mac("203.0.113.9"), NOW.plus_seconds(6 * DAY)));
    assert!(!networks.note(mac("203.0.113.9"), NOW.plus_seconds(-DAY)), "another node's clock");
    let later = NOW.plus_seconds(90 * DAY);
    assert!(networks.knows(&mac("203.0.113.9"), later));
    assert!(networks.note(mac("203.0.113.9"), later) && networks.count() == 1);
    let end = networks.expires();
    assert!(networks.knows(&mac("203.0.113.9"), end.plus_millis(-1)));
    assert!(!networks.knows(&mac("203.0.113.9"), end) && networks.is_empty(end));
    assert!(end <= later.plus_seconds(91 * DAY));
    assert!(networks.note(mac("203.0.114.9"), end) && networks.count() == 1);
}

#[test]
fn the_network_unused_for_longest_makes_room() {
    let address = |number: usize| format!("203.0.{number}.9");
    let mut networks = KnownNetworks::default();
    let mut now = NOW;
    for number in 0..MOST_PER_USER {
        assert!(networks.note(mac(&address(number)), now));
        now = now.plus_seconds(DAY);
    }
    assert!(networks.note(mac(&address(0)), now));
    assert!(networks.note(mac(&address(100)), now));
    assert_eq!(networks.count(), MOST_PER_USER);
    let known = |number: usize| networks.knows(&mac(&address(number)), now);
    assert!(known(0) && known(100) && !known(1) && known(2));
}

#[test]
fn the_stored_form_comes_back_and_anything_else_is_refused() {
    let mut networks = KnownNetworks::default();
    networks.note(mac("203.0.113.9"), NOW);
    networks.note(mac("2001:db8::1"), NOW.plus_seconds(DAY));
    assert_eq!(KnownNetworks::from_doc(&networks.to_doc()), Ok(networks.clone()));
    for bad in [
        "",
        "{}",
        r#"{"v":2,"networks":[]}"#,
        r#"{"v":1}"#,
        r#"{"v":1,"networks":[{"mac":"00","day":1}]}"#,
        r#"{"v":1,"networks":[{"day":1}]}"#,
    ] {
        assert!(KnownNetworks::from_doc(bad).is_err(), "{bad}");
    }
    let shown = format!("{networks:?}");
    assert!(shown.contains("NetworkMac(..)"), "{shown}");
}

/// Most guesses at one counter in a day, which docs/SECURITY.md states: runs of eleven guesses, each
/// followed by the fifteen minutes after which the failures are forgotten.
#[test]
fn a_counter_hears_936_guesses_a_day() {
    let end = NOW.plus_seconds(DAY);
    let runs = |length: i64| {
        let (mut now, mut state, mut heard) = (NOW, State::default(), 0);
        while now < end {
            // In the last run nothing is gained by waiting.
            let is_last = now.plus_seconds(1_027) >= end;
            state = state.failed(now);
            heard += 1;
            let is_over = state.count >= length && !is_last;
            now = if is_over { state.expires } else { state.until.max(now) };
        }
        heard
    };
    assert_eq!((1..40).map(runs).max(), Some(936));
    assert_eq!(runs(11), 936);
    assert_eq!(runs(i64::MAX), 109, "guesses without a pause");
}
