//! Message templates: which settings are compatible.

use wire::idp::{CreateUserPoolRequest, EmailSendingAccountType};

use super::{SettingsRefusal, invalid};

/// Checks the verification templates and the email sender.
pub(super) fn check_message_templates(
    request: &CreateUserPoolRequest,
) -> Result<(), SettingsRefusal> {
    let template = request.verification_message_template.as_ref();
    let by_code = template
        .and_then(|one| one.email_message.as_ref())
        .or(request.email_verification_message.as_ref());
    let by_link = template.and_then(|one| one.email_message_by_link.as_ref());
    // A message with a code and one with a link cannot both be set, whichever of them is chosen.
    if by_code.is_some() && by_link.is_some() {
        return invalid("The message is invalid.");
    }
    let Some(email) = &request.email_configuration else { return Ok(()) };
    if email.email_sending_account == Some(EmailSendingAccountType::Developer)
        && email.source_arn.is_none()
    {
        return invalid("SourceArn is required when EmailSendingAccount is DEVELOPER.");
    }
    Ok(())
}
