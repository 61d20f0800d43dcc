//! Templates: `{####}` is the placeholder for the code or the temporary password, `{username}` the
//! one for the name.

/// The placeholder for the code or the temporary password.
pub(super) const CODE: &str = "{####}";
/// The placeholder for the username.
const USERNAME: &str = "{username}";

/// Verification by code.
pub(super) const VERIFICATION: &str = "Your verification code is {####}. ";
pub(super) const VERIFICATION_SUBJECT: &str = "Your verification code";
/// A code that is a factor of a sign-in.
pub(super) const AUTHENTICATION: &str = "Your authentication code is {####}. ";
pub(super) const AUTHENTICATION_SUBJECT: &str = "Your authentication code";
/// Invitation of a user with a temporary password.
pub(super) const INVITATION: &str =
    "Your username is {username} and temporary password is {####}. ";
pub(super) const INVITATION_SUBJECT: &str = "Your temporary password";
/// Invitation of a user without a password.
pub(super) const WELCOME: &str = "Your username is {username}. ";
pub(super) const WELCOME_SUBJECT: &str = "Your new account";

/// Fills in a template in one pass: inserted values are not searched for placeholders. Without a
/// code its placeholder becomes empty; without a username its placeholder stays.
pub(super) fn render(template: &str, code: Option<&str>, username: Option<&str>) -> String {
    // Reserves the full length up front: growing would leave a copy of the code behind.
    let inserted = template.matches(CODE).count() * code.map_or(0, str::len)
        + template.matches(USERNAME).count() * username.map_or(0, str::len);
    let mut text = String::with_capacity(template.len() + inserted);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, at) = rest.split_at(open);
        text.push_str(before);
        rest = if let Some(after) = at.strip_prefix(CODE) {
            text.push_str(code.unwrap_or_default());
            after
        } else if let Some(after) = at.strip_prefix(USERNAME).filter(|_| username.is_some()) {
            text.push_str(username.unwrap_or_default());
            after
        } else {
            text.push('{');
            at.strip_prefix('{').unwrap_or_default()
        };
    }
    text.push_str(rest);
    text
}
