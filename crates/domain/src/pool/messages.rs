//! Messages: whether the sender is complete. One template may hold a text with a code and one with a
//! link.

use wire::idp::{CreateUserPoolRequest, EmailSendingAccountType};

use super::{SettingsRefusal, invalid};

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
