use std::fmt;

/// The longest password, in characters.
const MAX_CHARACTERS: usize = 256;

/// The symbols that count for RequireSymbols (developer guide, "Adding user pool password
/// requirements"). An inner space counts too.
const SYMBOLS: &str = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";

/// A user pool's password policy (PasswordPolicyType). The default is the API's: eight characters
/// of all four kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordPolicy {
    /// MinimumLength, in characters.
    pub minimum_length: u32,
    /// RequireUppercase.
    pub upper: bool,
    /// RequireLowercase.
    pub lower: bool,
    /// RequireNumbers.
    pub number: bool,
    /// RequireSymbols.
    pub symbol: bool,
}

/// The first rule that a password breaks. Its text follows the operation's own prefix, such as
/// `Password did not conform with policy: `.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyBreach {
    /// Fewer characters than MinimumLength.
    Length,
    /// No upper-case Basic Latin letter.
    Upper,
    /// No lower-case Basic Latin letter.
    Lower,
    /// No digit.
    Number,
    /// No symbol.
    Symbol,
}

impl PasswordPolicy {
    /// Checks a password and returns the first broken rule, in the order length, upper case, lower
    /// case, number, symbol.
    pub fn check(&self, password: &str) -> Result<(), PolicyBreach> {
        let length = password.chars().count();
        let misses =
            |required: bool, kind: fn(char) -> bool| required && !password.chars().any(kind);
        if u32::try_from(length).is_ok_and(|length| length < self.minimum_length) {
            Err(PolicyBreach::Length)
        } else if misses(self.upper, |c| c.is_ascii_uppercase()) {
            Err(PolicyBreach::Upper)
        } else if misses(self.lower, |c| c.is_ascii_lowercase()) {
            Err(PolicyBreach::Lower)
        } else if misses(self.number, |c| c.is_ascii_digit()) {
            Err(PolicyBreach::Number)
        } else if self.symbol && !has_symbol(password) {
            Err(PolicyBreach::Symbol)
        } else {
            Ok(())
        }
    }
}

impl Default for PasswordPolicy {
    fn default() -> PasswordPolicy {
        PasswordPolicy { minimum_length: 8, upper: true, lower: true, number: true, symbol: true }
    }
}

impl From<&wire::idp::PasswordPolicyType> for PasswordPolicy {
    /// Absent and invalid members get the API's default.
    fn from(policy: &wire::idp::PasswordPolicyType) -> PasswordPolicy {
        let default = PasswordPolicy::default();
        let minimum_length = policy.minimum_length.and_then(|length| u32::try_from(length).ok());
        PasswordPolicy {
            minimum_length: minimum_length.unwrap_or(default.minimum_length),
            upper: policy.require_uppercase.unwrap_or(default.upper),
            lower: policy.require_lowercase.unwrap_or(default.lower),
            number: policy.require_numbers.unwrap_or(default.number),
            symbol: policy.require_symbols.unwrap_or(default.symbol),
        }
    }
}

impl fmt::Display for PolicyBreach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PolicyBreach::Length => "Password not long enough",
            PolicyBreach::Upper => "Password must have uppercase characters",
            PolicyBreach::Lower => "Password must have lowercase characters",
            PolicyBreach::Number => "Password must have numeric characters",
            PolicyBreach::Symbol => "Password must have symbol characters",
        })
    }
}

impl std::error::Error for PolicyBreach {}

/// Whether a text can be a password under any policy: not empty, at most 256 characters, no white
/// space at either end. Anything else violates the model's pattern or length.
#[must_use]
pub fn shape_ok(password: &str) -> bool {
    !password.is_empty()
        && !password.starts_with(char::is_whitespace)
        && !password.ends_with(char::is_whitespace)
        && password.chars().count() <= MAX_CHARACTERS
}

fn has_symbol(password: &str) -> bool {
    password.chars().any(|c| SYMBOLS.contains(c)) || password.trim_matches(' ').contains(' ')
}
