//! Patterns of string shapes, which always match the whole string.

use std::fmt;

/// A shape's pattern.
#[derive(Clone, Copy)]
pub struct Pattern {
    /// The pattern as violations print it: the model's own text unless the overlay replaces it.
    pub text: &'static str,
    /// Whether the whole value matches the pattern.
    pub matches: fn(&str) -> bool,
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.text).finish()
    }
}

/// A [`Pattern`] from its printed text and the `regex` expression, compiled on first use.
macro_rules! compiled {
    ($text:literal, $expression:literal $(, $or:ident)?) => {
        $crate::pattern::Pattern {
            text: $text,
            matches: {
                fn matches(value: &str) -> bool {
                    static COMPILED: ::std::sync::LazyLock<::regex::Regex> =
                        ::std::sync::LazyLock::new(|| $crate::pattern::compile($expression));
                    $(if $crate::pattern::$or(value) {
                        return true;
                    })?
                    COMPILED.is_match(value)
                }
                matches
            },
        }
    };
}
pub(crate) use compiled;

/// Compiles a generated expression.
#[expect(
    clippy::expect_used,
    reason = "INVARIANT: the generator emits only known constructs; a test compiles every pattern"
)]
pub(crate) fn compile(expression: &str) -> regex::Regex {
    regex::Regex::new(expression).expect("generated pattern")
}

/// For patterns that the overlay does not apply to an empty value.
pub(crate) fn empty(value: &str) -> bool {
    value.is_empty()
}

/// `^[0-9A-Za-z\.\-_]*(?<!\.)$`: the look-behind, which the `regex` crate lacks, only forbids a
/// full stop at the end.
pub(crate) fn s3_bucket_name(value: &str) -> bool {
    let legal = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    value.bytes().all(legal) && !value.ends_with('.')
}
