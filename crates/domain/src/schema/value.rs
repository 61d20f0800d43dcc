//! Validating attribute values.

use wire::idp::AttributeDataType as Type;

use super::{Bounds, LONGEST_VALUE, SchemaAttribute};
use crate::names::AliasKind;

/// Why a text is not a valid value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueFault {
    /// `email` is not an email address, or `phone_number` not a phone number: the service returns
    /// this text alone.
    Format(&'static str),
    /// The value is outside the attribute's type or limits. The text follows `<name>: ` in the
    /// operation's message.
    Constraint(String),
}

impl SchemaAttribute {
    /// Checks a value and returns its stored form: the value as sent.
    ///
    /// # Errors
    /// What is wrong with the value.
    pub fn check_value(&self, value: &str) -> Result<String, ValueFault> {
        match AliasKind::parse(&self.name) {
            Some(AliasKind::Email) if !AliasKind::Email.fits(value) => {
                return Err(ValueFault::Format("Invalid email address format."));
            }
            Some(AliasKind::PhoneNumber) if !AliasKind::PhoneNumber.fits(value) => {
                return Err(ValueFault::Format("Invalid phone number format."));
            }
            _ => {}
        }
        if value.len() > LONGEST_VALUE {
            return Err(too_long(LONGEST_VALUE));
        }
        match self.data_type {
            Type::String => self.check_length(value).map(|()| value.to_owned()),
            Type::Number => self.check_range(value).map(|()| value.to_owned()),
            Type::Boolean if is_boolean(value) => Ok(value.to_owned()),
            Type::Boolean => {
                Err(ValueFault::Constraint("Attribute value is not true or false.".to_owned()))
            }
            Type::DateTime if is_date_time(value) => Ok(value.to_owned()),
            Type::DateTime => {
                Err(ValueFault::Constraint("Attribute value is not a date and time.".to_owned()))
            }
        }
    }

    fn check_length(&self, value: &str) -> Result<(), ValueFault> {
        let Bounds::Length { min, max } = self.bounds else { return Ok(()) };
        let length = value.chars().count();
        let in_usize = |bound: u32| usize::try_from(bound).unwrap_or(usize::MAX);
        match (min.map(in_usize), max.map(in_usize)) {
            (_, Some(max)) if length > max => Err(too_long(max)),
            (Some(min), _) if length < min => {
                let text = format!("String attributes cannot have a length of less than {min}");
                Err(ValueFault::Constraint(text))
            }
            _ => Ok(()),
        }
    }

    fn check_range(&self, value: &str) -> Result<(), ValueFault> {
        let Some(number) = number(value) else {
            return Err(ValueFault::Constraint("Attribute value is not a number.".to_owned()));
        };
        let Bounds::Range { min, max } = self.bounds else { return Ok(()) };
        // Limits are whole numbers of a few digits in practice; a double compares them exactly up
        // to 2^53.
        #[expect(
            clippy::cast_precision_loss,
            reason = "a limit beyond 2^53 is rounded to the nearest double"
        )]
        match (min.map(|min| min as f64), max.map(|max| max as f64)) {
            (_, Some(max)) if number > max => Err(ValueFault::Constraint(format!(
                "Number attributes cannot have a value of more than {max}"
            ))),
            (Some(min), _) if number < min => Err(ValueFault::Constraint(format!(
                "Number attributes cannot have a value of less than {min}"
            ))),
            _ => Ok(()),
        }
    }
}

fn too_long(max: usize) -> ValueFault {
    ValueFault::Constraint(format!("String attributes cannot have a length of more than {max}"))
}

fn is_boolean(value: &str) -> bool {
    ["true", "false"].into_iter().any(|known| value.eq_ignore_ascii_case(known))
}

/// Digits with an optional minus sign and fraction: no exponent and no `inf`, which JSON numbers
/// cannot express.
fn number(value: &str) -> Option<f64> {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole.strip_prefix('-').unwrap_or(whole)) || !digits(fraction) {
        return None;
    }
    value.parse().ok().filter(|number: &f64| number.is_finite())
}

/// ISO 8601 (`2026-01-31`, `2026-01-31T10:20:30.5Z`, `…+01:00`) or seconds since the epoch.
fn is_date_time(value: &str) -> bool {
    if number(value).is_some() {
        return true;
    }
    let (date, time) =
        value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    is_date(date) && time.is_none_or(is_time)
}

fn is_date(date: &str) -> bool {
    let mut parts = date.split('-');
    let fields = (parts.next(), parts.next(), parts.next(), parts.next());
    let (Some(year), Some(month), Some(day), None) = fields else { return false };
    field(year, 4, 0..=9999) && field(month, 2, 1..=12) && field(day, 2, 1..=31)
}

fn is_time(time: &str) -> bool {
    let clock = match time.strip_suffix('Z') {
        Some(clock) => clock,
        None => match time.rsplit_once(['+', '-']) {
            Some((clock, offset)) if is_clock(offset, 2) => clock,
            Some(_) => return false,
            None => time,
        },
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    !fraction.is_empty()
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
        && (is_clock(clock, 2) || is_clock(clock, 3))
}

/// `hh:mm` or `hh:mm:ss`; leap seconds are accepted.
fn is_clock(clock: &str, parts: usize) -> bool {
    let most = [23, 59, 60];
    clock.split(':').count() == parts
        && clock.split(':').zip(most).all(|(text, most)| field(text, 2, 0..=most))
}

fn field(text: &str, digits: usize, range: std::ops::RangeInclusive<u32>) -> bool {
    let all_digits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits && text.parse().is_ok_and(|number| range.contains(&number))
}
