//! What counts as an email address, a phone number or a `sub`.

use super::normalise;
use crate::hex::from_uuid_form;

/// Maximum number of digits of an E.164 number.
const MAX_DIGITS: usize = 15;

/// Whether `value` has the form of an email address: a local part, one `@` and a domain.
///
/// Quoted local parts, comments and address literals are refused, and so is anything that could
/// address a second mailbox (comma, semicolon, angle brackets) or is invisible. Letters beyond
/// ASCII are allowed on both sides.
pub fn looks_like_email(value: &str) -> bool {
    let Some((local, domain)) = value.rsplit_once('@') else { return false };
    !local.is_empty() && local.chars().all(is_local) && domain.split('.').all(is_label)
}

/// Whether `value` is a phone number in E.164 form: `+` and 1 to 15 digits.
pub fn looks_like_phone(value: &str) -> bool {
    let Some(digits) = value.strip_prefix('+') else { return false };
    (1..=MAX_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The `sub` that a name spells, if it has the form of one: a UUID as 8-4-4-4-12 hex. Names are
/// compared in their normal form, so it is the normal form that counts and is returned, in lower
/// case.
pub fn sub_of(name: &str) -> Option<String> {
    let normal = normalise(name, false);
    from_uuid_form(&normal).is_some().then_some(normal)
}

fn is_local(c: char) -> bool {
    is_visible(c)
        && !matches!(c, '"' | '(' | ')' | ',' | ':' | ';' | '<' | '>' | '@' | '[' | ']' | '\\')
}

fn is_label(label: &str) -> bool {
    let letter = |c: char| {
        if c.is_ascii() {
            c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
        } else {
            is_visible(c)
        }
    };
    !label.is_empty() && label.chars().all(letter)
}

/// Neither white space nor a control character, nor a format character that reorders or hides text.
fn is_visible(c: char) -> bool {
    let format = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    );
    !c.is_whitespace() && !c.is_control() && !format
}
