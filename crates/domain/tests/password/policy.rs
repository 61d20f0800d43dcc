use domain::password::{PasswordPolicy, PolicyBreach, shape_ok};
use wire::idp::PasswordPolicyType;

const NONE: PasswordPolicy =
    PasswordPolicy { minimum_length: 6, upper: false, lower: false, number: false, symbol: false };

#[test]
fn the_first_broken_rule_is_returned() {
    let all = PasswordPolicy::default();
    for (password, told) in [
        ("", Some("Password not long enough")),
        ("aA1!aA1", Some("Password not long enough")),
        ("aaaaaaaa", Some("Password must have uppercase characters")),
        ("AAAAAAAA", Some("Password must have lowercase characters")),
        ("aAaAaAaA", Some("Password must have numeric characters")),
        ("aA1aA1aA", Some("Password must have symbol characters")),
        ("aA1!aA1!", None),
    ] {
        assert_eq!(
            all.check(password).err().map(|breach| breach.to_string()).as_deref(),
            told,
            "{password}"
        );
    }
}

#[test]
fn each_rule_works_alone() {
    for (policy, breach) in [
        (PasswordPolicy { upper: true, ..NONE }, PolicyBreach::Upper),
        (PasswordPolicy { lower: true, ..NONE }, PolicyBreach::Lower),
        (PasswordPolicy { number: true, ..NONE }, PolicyBreach::Number),
        (PasswordPolicy { symbol: true, ..NONE }, PolicyBreach::Symbol),
        (PasswordPolicy { minimum_length: 7, ..NONE }, PolicyBreach::Length),
    ] {
        assert_eq!(policy.check("éééééé"), Err(breach));
        assert_eq!(NONE.check("éééééé"), Ok(()));
    }
}

#[test]
fn length_counts_characters() {
    assert_eq!(NONE.check("ééééé"), Err(PolicyBreach::Length));
    assert_eq!(NONE.check("🔑🔑🔑🔑🔑🔑"), Ok(()));
    assert_eq!(
        PasswordPolicy { minimum_length: 99, ..NONE }.check(&"a".repeat(98)),
        Err(PolicyBreach::Length)
    );
    assert_eq!(PasswordPolicy { minimum_length: 99, ..NONE }.check(&"a".repeat(99)), Ok(()));
}

#[test]
fn letters_and_digits_are_basic_latin() {
    let policy = |upper, lower, number| PasswordPolicy { upper, lower, number, ..NONE };
    assert_eq!(policy(true, false, false).check("ÀÉÎÕÜÝ"), Err(PolicyBreach::Upper));
    assert_eq!(policy(false, true, false).check("àéîõüý"), Err(PolicyBreach::Lower));
    assert_eq!(policy(false, false, true).check("١٢٣٤٥٦"), Err(PolicyBreach::Number));
}

#[test]
fn symbols_are_those_of_the_list() {
    let policy = PasswordPolicy { symbol: true, ..NONE };
    for symbol in "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-".chars() {
        assert_eq!(policy.check(&format!("abcde{symbol}")), Ok(()), "{symbol}");
    }
    for other in ['§', '€', '¡', '\t', '\u{a0}', '’', 'é'] {
        assert_eq!(policy.check(&format!("abc{other}de")), Err(PolicyBreach::Symbol), "{other}");
    }
}

#[test]
fn an_inner_space_counts_as_a_symbol() {
    let policy = PasswordPolicy { symbol: true, ..NONE };
    assert_eq!(policy.check("abc def"), Ok(()));
    assert_eq!(policy.check(" abcdef"), Err(PolicyBreach::Symbol));
    assert_eq!(policy.check("abcdef "), Err(PolicyBreach::Symbol));
    assert_eq!(policy.check("       "), Err(PolicyBreach::Symbol));
}

#[test]
fn a_password_has_a_valid_shape() {
    for fine in ["a", "a b", "é", &"a".repeat(256), &"🔑".repeat(256)] {
        assert!(shape_ok(fine), "{fine}");
    }
    for bad in ["", " ", " a", "a ", "\ta", "a\n", "a\u{a0}", "\u{3000}a", &"a".repeat(257)] {
        assert!(!shape_ok(bad), "{bad:?}");
    }
}

#[test]
fn the_policy_is_read_from_the_settings() {
    let given = PasswordPolicyType {
        minimum_length: Some(12),
        require_uppercase: Some(false),
        require_lowercase: Some(true),
        require_numbers: Some(false),
        require_symbols: Some(true),
        ..PasswordPolicyType::default()
    };
    let policy = PasswordPolicy {
        minimum_length: 12,
        upper: false,
        lower: true,
        number: false,
        symbol: true,
    };
    assert_eq!(PasswordPolicy::from(&given), policy);
    assert_eq!(PasswordPolicy::from(&PasswordPolicyType::default()), PasswordPolicy::default());
}
