//! Messages: whether the sender is complete and a link has its place. One template may hold a text
//! with a code and one with a link.

use wire::idp::{CreateUserPoolRequest, EmailSendingAccountType};

use super::{SettingsRefusal, invalid};

/// Checks that an email with a link has a place for it, `{##`, the words to click, `##}`, and that
/// it is plain text.
pub(super) fn check_link(request: &CreateUserPoolRequest) -> Result<(), SettingsRefusal> {
    let template = request.verification_message_template.as_ref();
    let Some(text) = template.and_then(|template| template.email_message_by_link.as_ref()) else {
        return Ok(());
    };
    let has_link = text.split_once("{##").is_some_and(|(_, rest)| rest.contains("##}"));
    if !has_link || text.chars().any(|one| one.is_control() && !one.is_ascii_whitespace()) {
        return invalid("The message is invalid.");
    }
    Ok(())
}

/// Checks the email sender.
pub(super) fn check_sender(request: &CreateUserPoolRequest) -> Result<(), SettingsRefusal> {
    let Some(email) = &request.email_configuration else { return Ok(()) };
    if email.email_sending_account == Some(EmailSendingAccountType::Developer)
        && email.source_arn.is_none()
    {
        return invalid("SourceArn is required when EmailSendingAccount is DEVELOPER.");
    }
    Ok(())
}
