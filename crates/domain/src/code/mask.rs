//! Masked destinations, real and simulated (developer guide, CodeDeliveryDetails).

use crate::names::{looks_like_email, looks_like_phone};
use crate::seal::StableSecret;

/// How a message reaches a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// To the user's email address.
    Email,
    /// To the user's phone number.
    Sms,
}

impl Medium {
    /// The API's name for it: the value of `DeliveryMedium`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "EMAIL",
            Self::Sms => "SMS",
        }
    }

    /// The attribute that holds the destination: the value of `AttributeName`.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "phone_number",
        }
    }

    /// The masked form of a destination.
    #[must_use]
    pub fn mask(self, destination: &str) -> String {
        match self {
            Self::Email => mask_email(destination),
            Self::Sms => mask_phone(destination),
        }
    }
}

/// `fixture@example.com` as `f***@e***`: the first character of the local part and of the domain, in
/// small letters. Who types an address in other letters than the user did must not see a difference
/// to an unknown address, which is masked as typed.
#[must_use]
pub fn mask_email(email: &str) -> String {
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    let mut masked = String::with_capacity(16);
    masked.extend(local.chars().next().into_iter().flat_map(char::to_lowercase));
    masked.push_str("***@");
    masked.extend(domain.chars().next().into_iter().flat_map(char::to_lowercase));
    masked.push_str("***");
    masked
}

/// `+15555551234` as `+*******1234`: seven asterisks whatever the length, and the last four digits.
#[must_use]
pub fn mask_phone(phone: &str) -> String {
    let from_last: Vec<char> = phone.chars().rev().filter(|c| *c != '+').take(4).collect();
    let mut masked = String::from("+*******");
    masked.extend(from_last.iter().rev());
    masked
}

/// Where a code for an unknown user appears to have been sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimulatedDelivery {
    /// The medium.
    pub medium: Medium,
    /// The masked destination.
    pub destination: String,
}

/// The delivery reported for a name that belongs to no user: to the name itself if it looks like an
/// email address or a phone number, otherwise to a made-up destination by `fallback`, the medium
/// that the pool would use. The same name always gives the same answer.
#[must_use]
pub fn simulated_destination(
    stable: &StableSecret,
    name: &str,
    fallback: Medium,
) -> SimulatedDelivery {
    if looks_like_phone(name) {
        return SimulatedDelivery { medium: Medium::Sms, destination: mask_phone(name) };
    }
    if looks_like_email(name) {
        return SimulatedDelivery { medium: Medium::Email, destination: mask_email(name) };
    }
    let [first, second, third, fourth, ..] =
        stable.mac("simulate", &[b"destination", name.as_bytes()]);
    let destination = match fallback {
        Medium::Email => format!("{}***@{}***", letter(first), domain_letter(second)),
        Medium::Sms => {
            let number = u32::from_be_bytes([first, second, third, fourth]) % 10_000;
            format!("+*******{number:04}")
        }
    };
    SimulatedDelivery { medium: fallback, destination }
}

fn letter(byte: u8) -> char {
    char::from(b'a' + byte % 26)
}

/// Initials of common mail domains, so that made-up answers do not stand out.
fn domain_letter(byte: u8) -> char {
    ['g', 'h', 'o', 'y', 'm', 'i', 'c', 'a'][usize::from(byte % 8)]
}
