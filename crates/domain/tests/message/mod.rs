use domain::Rng;
use domain::message::{
    Medium, Message, MessageKind, Recipient, delivery_details, invitation, verification,
};
use domain::names::AliasKind::{self, Email, PhoneNumber};
use serde_json::json;

use crate::fixture::{NOW, encoded, odd_text, pool};

const CODE: &str = "123456";

fn to(contact: AliasKind) -> Recipient<'static> {
    let destination = if contact == Email { "ada@example.com" } else { "+15555550100" };
    Recipient { username: "ada", user_id: "the-sub", contact, destination }
}

#[test]
fn unconfigured_pools_send_the_services_texts() {
    let pool = pool(&json!({}));
    let code = |contact, kind| verification(&pool, kind, &to(contact), CODE, NOW);
    let text = "Your verification code is 123456. ";
    let mail = code(Email, MessageKind::SignUp);
    assert_eq!(
        (mail.subject.as_deref(), mail.body.as_str(), mail.medium),
        (Some("Your verification code"), text, Medium::Email)
    );
    assert_eq!(
        (mail.destination.as_str(), mail.username.as_str(), mail.user_id.as_str()),
        ("ada@example.com", "ada", "the-sub")
    );
    assert_eq!(
        (mail.code.as_deref(), mail.created, mail.kind),
        (Some(CODE), NOW, MessageKind::SignUp)
    );
    let sms = code(PhoneNumber, MessageKind::ForgotPassword);
    assert_eq!((sms.subject.as_deref(), sms.body.as_str(), sms.medium), (None, text, Medium::Sms));
    assert_eq!(
        code(PhoneNumber, MessageKind::Authentication).body,
        "Your authentication code is 123456. "
    );
    assert_eq!(
        code(Email, MessageKind::Authentication).body,
        "Your authentication code is 123456. "
    );
    let invited = invitation(&pool, &to(Email), Some("Pass#1"), NOW).unwrap();
    assert_eq!(invited.body, "Your username is ada and temporary password is Pass#1. ");
    assert_eq!(
        (invited.subject.as_deref(), invited.code.as_deref()),
        (Some("Your temporary password"), Some("Pass#1"))
    );
    let welcomed = invitation(&pool, &to(PhoneNumber), None, NOW).unwrap();
    assert_eq!(
        (welcomed.body.as_str(), welcomed.code.as_deref()),
        ("Your username is ada. ", None)
    );
}

#[test]
fn pools_send_their_own_texts() {
    let pool = pool(&json!({
        "VerificationMessageTemplate": { "SmsMessage": "S {####}", "EmailMessage": "E {####} {####}", "EmailSubject": "T" },
        "SmsAuthenticationMessage": "A {####}",
        "AdminCreateUserConfig": { "InviteMessageTemplate":
            { "SMSMessage": "Hi {username}: {####}", "EmailMessage": "Dear {username}, {####}", "EmailSubject": "Hello" } },
    }));
    let body = |contact, kind| verification(&pool, kind, &to(contact), CODE, NOW).body.clone();
    assert_eq!(body(Email, MessageKind::ResendCode), "E 123456 123456");
    assert_eq!(body(PhoneNumber, MessageKind::VerifyUserAttribute), "S 123456");
    assert_eq!(body(PhoneNumber, MessageKind::Authentication), "A 123456");
    assert_eq!(
        verification(&pool, MessageKind::SignUp, &to(Email), CODE, NOW).subject.as_deref(),
        Some("T")
    );
    let invited = |contact| invitation(&pool, &to(contact), Some("pw"), NOW).unwrap();
    assert_eq!(
        (invited(Email).body.as_str(), invited(Email).subject.as_deref()),
        ("Dear ada, pw", Some("Hello"))
    );
    assert_eq!(
        (invited(PhoneNumber).body.as_str(), invited(PhoneNumber).subject.as_deref()),
        ("Hi ada: pw", None)
    );
}

#[test]
fn the_older_members_set_texts_too() {
    let pool = pool(
        &json!({ "EmailVerificationMessage": "old {####}", "SmsVerificationMessage": "older {####}" }),
    );
    assert_eq!(verification(&pool, MessageKind::SignUp, &to(Email), CODE, NOW).body, "old 123456");
    assert_eq!(
        verification(&pool, MessageKind::SignUp, &to(PhoneNumber), CODE, NOW).body,
        "older 123456"
    );
}

#[test]
fn a_pool_that_confirms_with_a_link_still_sends_a_code() {
    let template = json!({ "DefaultEmailOption": "CONFIRM_WITH_LINK", "EmailMessageByLink": "{##here##}", "EmailSubjectByLink": "L" });
    let pool = pool(&json!({ "VerificationMessageTemplate": template }));
    let mail = verification(&pool, MessageKind::SignUp, &to(Email), CODE, NOW);
    assert_eq!(mail.body, "Your verification code is 123456. ");
}

#[test]
fn an_invitation_without_a_password_placeholder_is_not_sent() {
    let pool = pool(
        &json!({ "AdminCreateUserConfig": { "InviteMessageTemplate": { "EmailMessage": "Dear {username}" } } }),
    );
    assert!(invitation(&pool, &to(Email), Some("pw"), NOW).is_none());
    assert!(
        invitation(&pool, &to(PhoneNumber), Some("pw"), NOW).is_some(),
        "the SMS text is the default"
    );
    assert_eq!(invitation(&pool, &to(Email), None, NOW).unwrap().body, "Dear ada");
}

#[test]
fn inserted_values_are_not_searched_for_placeholders() {
    let template = json!({ "SMSMessage": "{username}/{####}/{###}/{{####}}/{user" });
    let pool = pool(&json!({ "AdminCreateUserConfig": { "InviteMessageTemplate": template } }));
    let mut tricky = to(PhoneNumber);
    tricky.username = "{####}{username}";
    let message = invitation(&pool, &tricky, Some("{username}"), NOW).unwrap();
    assert_eq!(message.body, "{####}{username}/{username}/{###}/{{username}}/{user");
}

#[test]
fn stored_messages_are_read_back_unchanged() {
    let rng = Rng::seeded(5);
    for contact in [Email, PhoneNumber] {
        let mut message =
            verification(&pool(&json!({})), MessageKind::ForgotPassword, &to(contact), CODE, NOW);
        message.body = odd_text(&rng);
        assert_eq!(Message::from_bytes(&message.to_bytes()), Ok(message));
    }
    for kind in [
        "SignUp",
        "ResendCode",
        "ForgotPassword",
        "Authentication",
        "UpdateUserAttribute",
        "VerifyUserAttribute",
        "AdminCreateUser",
    ] {
        assert_eq!(MessageKind::parse(kind).map(MessageKind::as_str), Some(kind));
    }
    let text = String::from_utf8(
        verification(&pool(&json!({})), MessageKind::SignUp, &to(Email), CODE, NOW)
            .to_bytes()
            .to_vec(),
    )
    .unwrap();
    for (from, into) in
        [("\"v\":1", "\"v\":2"), ("SignUp", "Signup"), ("EMAIL", "FAX"), ("body", "b")]
    {
        assert!(Message::from_bytes(text.replace(from, into).as_bytes()).is_err(), "{from}");
    }
}

#[test]
fn debug_shows_nothing_secret_or_personal() {
    let message = invitation(&pool(&json!({})), &to(Email), Some("Pass#1"), NOW).unwrap();
    let shown = format!("{message:?} {:?}", to(Email));
    for hidden in ["Pass#1", "ada", "example", "temporary"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
}

#[test]
fn delivery_details_show_a_masked_destination() {
    let mail =
        json!({ "Destination": "f***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email" });
    assert_eq!(encoded(&delivery_details(Email, "fixture@example.com")), mail);
    let sms = json!({ "Destination": "+*******1234", "DeliveryMedium": "SMS", "AttributeName": "phone_number" });
    assert_eq!(encoded(&delivery_details(PhoneNumber, "+15555551234")), sms);
}
