//! Composing messages from a pool's templates.

use wire::idp::{CodeDeliveryDetailsType, DeliveryMediumType};

use super::template::{self, render};
use super::{Medium, Message, MessageKind};
use crate::Time;
use crate::names::AliasKind;
use crate::pool::UserPool;

/// The recipient of a message. `Debug` hides the name and the destination.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Recipient<'a> {
    /// The user's real name.
    pub username: &'a str,
    /// The user's `sub`.
    pub user_id: &'a str,
    /// The contact attribute: `email` goes by email, anything else by SMS.
    pub contact: AliasKind,
    /// The value of that attribute.
    pub destination: &'a str,
}

impl std::fmt::Debug for Recipient<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recipient")
            .field("user_id", &self.user_id)
            .field("contact", &self.contact)
            .finish_non_exhaustive()
    }
}

impl Recipient<'_> {
    fn message(
        &self,
        kind: MessageKind,
        now: Time,
        text: &Text<'_>,
        name: Option<&str>,
        code: Option<&str>,
    ) -> Message {
        Message {
            kind,
            medium: medium(self.contact),
            destination: self.destination.to_owned(),
            username: self.username.to_owned(),
            user_id: self.user_id.to_owned(),
            subject: text.subject.map(str::to_owned),
            body: render(text.body, code, name),
            code: code.map(str::to_owned),
            created: now,
        }
    }
}

/// A template with its subject.
struct Text<'a> {
    subject: Option<&'a str>,
    body: &'a str,
}

/// A message that carries a code. Even a pool that verifies by link sends a code: a link needs a
/// domain.
pub fn verification(
    pool: &UserPool,
    kind: MessageKind,
    to: &Recipient<'_>,
    code: &str,
    now: Time,
) -> Message {
    let given = pool.verification_template();
    let factor = kind == MessageKind::Authentication;
    let sms = given.sms_message.as_deref().unwrap_or(template::VERIFICATION);
    let text = match (medium(to.contact), factor) {
        (Medium::Sms, false) => Text { subject: None, body: sms },
        (Medium::Sms, true) => {
            let own = pool.settings.sms_authentication_message.as_deref();
            Text { subject: None, body: own.unwrap_or(template::AUTHENTICATION) }
        }
        (Medium::Email, false) => Text {
            subject: Some(given.email_subject.as_deref().unwrap_or(template::VERIFICATION_SUBJECT)),
            body: given.email_message.as_deref().unwrap_or(template::VERIFICATION),
        },
        (Medium::Email, true) => {
            Text { subject: Some(template::AUTHENTICATION_SUBJECT), body: template::AUTHENTICATION }
        }
    };
    to.message(kind, now, &text, None, Some(code))
}

/// The invitation of a user that an administrator created, with the temporary password if the user
/// has one.
///
/// `None` if the pool's own template has no placeholder for the password: the service does not
/// deliver such an invitation.
pub fn invitation(
    pool: &UserPool,
    to: &Recipient<'_>,
    password: Option<&str>,
    now: Time,
) -> Option<Message> {
    let config = pool.settings.admin_create_user_config.as_ref();
    let given = config.and_then(|config| config.invite_message_template.as_ref());
    let (body, subject) = match password {
        Some(_) => (template::INVITATION, template::INVITATION_SUBJECT),
        None => (template::WELCOME, template::WELCOME_SUBJECT),
    };
    let text = match medium(to.contact) {
        Medium::Sms => Text {
            subject: None,
            body: given.and_then(|one| one.sms_message.as_deref()).unwrap_or(body),
        },
        Medium::Email => Text {
            subject: Some(given.and_then(|one| one.email_subject.as_deref()).unwrap_or(subject)),
            body: given.and_then(|one| one.email_message.as_deref()).unwrap_or(body),
        },
    };
    if password.is_some() && !text.body.contains(template::CODE) {
        return None;
    }
    Some(to.message(MessageKind::AdminCreateUser, now, &text, Some(to.username), password))
}

/// How a response describes a code that was sent: the masked destination, the medium, the
/// attribute.
pub fn delivery_details(contact: AliasKind, destination: &str) -> CodeDeliveryDetailsType {
    let medium = medium(contact);
    CodeDeliveryDetailsType {
        destination: Some(medium.mask(destination)),
        delivery_medium: DeliveryMediumType::parse(medium.as_str()),
        attribute_name: Some(contact.as_str().to_owned()),
    }
}

fn medium(contact: AliasKind) -> Medium {
    if contact == AliasKind::Email { Medium::Email } else { Medium::Sms }
}
