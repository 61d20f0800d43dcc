//! Limits of an attribute's value.

use wire::idp::{NumberAttributeConstraintsType, StringAttributeConstraintsType};

use super::LONGEST_VALUE;
use crate::settings_refusal::SettingsRefusal;

/// Limits of an attribute's value, by its type. Boolean and DateTime attributes have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bounds {
    /// No limits apply.
    None,
    /// A String: minimum and maximum length in characters.
    Length {
        /// Minimum length.
        min: Option<u32>,
        /// Maximum length.
        max: Option<u32>,
    },
    /// A Number: minimum and maximum value.
    Range {
        /// Minimum value.
        min: Option<i64>,
        /// Maximum value.
        max: Option<i64>,
    },
}

impl Bounds {
    /// These bounds overridden by those the request sets; a bound it omits stays.
    pub(super) fn overridden(
        self,
        name: &str,
        text: Option<&StringAttributeConstraintsType>,
        number: Option<&NumberAttributeConstraintsType>,
    ) -> Result<Self, SettingsRefusal> {
        match (self, text, number) {
            (Self::Length { min, max }, Some(given), _) => {
                let min = length(name, "StringMinLength", given.min_length.as_deref())?.or(min);
                let max = length(name, "StringMaxLength", given.max_length.as_deref())?.or(max);
                ordered(min, max, || {
                    format!("user.{name}: Max length cannot be less than min length.")
                })?;
                Ok(Self::Length { min, max })
            }
            (Self::Range { min, max }, _, Some(given)) => {
                let min = parsed(name, "NumberMinValue", given.min_value.as_deref())?.or(min);
                let max = parsed(name, "NumberMaxValue", given.max_value.as_deref())?.or(max);
                ordered(min, max, || {
                    format!("user.{name}: Max value cannot be less than min value.")
                })?;
                Ok(Self::Range { min, max })
            }
            _ => Ok(self),
        }
    }
}

fn length(
    name: &str,
    constraint: &str,
    text: Option<&str>,
) -> Result<Option<u32>, SettingsRefusal> {
    let parsed: Option<u32> = parsed(name, constraint, text)?;
    if parsed
        .is_some_and(|length| usize::try_from(length).is_ok_and(|length| length > LONGEST_VALUE))
    {
        let text = format!(
            "user.{name}: String attributes cannot have a length of more than {LONGEST_VALUE}"
        );
        return Err(SettingsRefusal::InvalidParameter(text));
    }
    Ok(parsed)
}

fn parsed<T: std::str::FromStr>(
    name: &str,
    constraint: &str,
    text: Option<&str>,
) -> Result<Option<T>, SettingsRefusal> {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(None) };
    let invalid = || {
        SettingsRefusal::InvalidParameter(format!(
            "Invalid {constraint} for schema attribute {name}"
        ))
    };
    text.parse().map(Some).map_err(|_| invalid())
}

fn ordered<T: PartialOrd>(
    min: Option<T>,
    max: Option<T>,
    text: impl FnOnce() -> String,
) -> Result<(), SettingsRefusal> {
    match (min, max) {
        (Some(min), Some(max)) if min > max => Err(SettingsRefusal::InvalidParameter(text())),
        _ => Ok(()),
    }
}
