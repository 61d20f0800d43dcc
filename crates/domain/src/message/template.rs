//! Templates: `{####}` stands for the code or the temporary password, `{username}` for the name.

/// The place of the code or the temporary password.
pub(super) const CODE: &str = "{####}";
/// The place of the username.
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

/// The template with its places filled in one pass: what is filled in is never looked through for
/// places. A place whose value is not given is left empty.
pub(super) fn render(template: &str, code: Option<&str>, username: Option<&str>) -> String {
    // Room for everything from the start, so that no copy with the code is left behind by growth.
    let places = template.matches(CODE).count() * code.map_or(0, str::len)
        + template.matches(USERNAME).count() * username.map_or(0, str::len);
    let mut text = String::with_capacity(template.len() + places);
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
