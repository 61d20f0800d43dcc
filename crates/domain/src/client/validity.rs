//! Lifetimes of tokens and challenge sessions.

use wire::idp::{CreateUserPoolClientRequest, TimeUnitsType as Unit};

use super::AppClient;
use crate::pool::{SettingsRefusal, invalid};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Access and ID tokens: one hour unless set.
const DEFAULT_TOKEN_SECONDS: i64 = HOUR;
/// Refresh tokens: 30 days if unset or set to 0.
const DEFAULT_REFRESH_SECONDS: i64 = 30 * DAY;
/// Challenge sessions: 3 minutes unless set.
const DEFAULT_SESSION_SECONDS: i64 = 3 * MINUTE;

impl AppClient {
    /// Lifetime of an access token, in seconds.
    pub fn access_seconds(&self) -> i64 {
        Validity::of(&self.settings).access
    }

    /// Lifetime of an ID token, in seconds.
    pub fn id_seconds(&self) -> i64 {
        Validity::of(&self.settings).id
    }

    /// Lifetime of a refresh token, in seconds.
    pub fn refresh_seconds(&self) -> i64 {
        Validity::of(&self.settings).refresh
    }

    /// Lifetime of a challenge session, in seconds.
    pub fn session_seconds(&self) -> i64 {
        self.settings
            .auth_session_validity
            .map_or(DEFAULT_SESSION_SECONDS, |minutes| i64::from(minutes) * MINUTE)
    }

    /// `RefreshTokenValidity` as described: in its unit, with the default filled in.
    pub(super) fn refresh_validity(&self) -> i32 {
        let unit = unit_seconds(refresh_unit(&self.settings));
        i32::try_from(self.refresh_seconds() / unit).unwrap_or(i32::MAX)
    }
}

/// Checks the lifetimes of tokens: access and ID tokens from 5 minutes to a day, refresh tokens
/// from an hour to ten years, and neither of the former longer than the latter.
pub(super) fn check_token_lifetimes(
    request: &CreateUserPoolClientRequest,
) -> Result<(), SettingsRefusal> {
    let lifetimes = Validity::of(request);
    let token = 5 * MINUTE..=DAY;
    let refresh = HOUR..=3650 * DAY;
    if !token.contains(&lifetimes.access)
        || !token.contains(&lifetimes.id)
        || !refresh.contains(&lifetimes.refresh)
    {
        return invalid("Invalid range for token validity.");
    }
    if lifetimes.access.max(lifetimes.id) > lifetimes.refresh {
        return invalid(
            "Access and Id Token expiration times must be less than or equal to refresh token expiration times.",
        );
    }
    Ok(())
}

/// Lifetimes in seconds, defaults filled in.
struct Validity {
    access: i64,
    id: i64,
    refresh: i64,
}

impl Validity {
    fn of(settings: &CreateUserPoolClientRequest) -> Self {
        let units = settings.token_validity_units.as_ref();
        let seconds = |number: i32, unit: Option<Unit>, default: Unit| {
            i64::from(number).saturating_mul(unit_seconds(unit.unwrap_or(default)))
        };
        let token = |number: Option<i32>, unit| {
            number.map_or(DEFAULT_TOKEN_SECONDS, |number| seconds(number, unit, Unit::Hours))
        };
        let refresh = settings.refresh_token_validity.filter(|number| *number != 0);
        Self {
            access: token(
                settings.access_token_validity,
                units.and_then(|units| units.access_token),
            ),
            id: token(settings.id_token_validity, units.and_then(|units| units.id_token)),
            refresh: refresh.map_or(DEFAULT_REFRESH_SECONDS, |number| {
                seconds(number, Some(refresh_unit(settings)), Unit::Days)
            }),
        }
    }
}

fn refresh_unit(settings: &CreateUserPoolClientRequest) -> Unit {
    settings
        .token_validity_units
        .as_ref()
        .and_then(|units| units.refresh_token)
        .unwrap_or(Unit::Days)
}

fn unit_seconds(unit: Unit) -> i64 {
    match unit {
        Unit::Seconds => 1,
        Unit::Minutes => MINUTE,
        Unit::Hours => HOUR,
        Unit::Days => DAY,
    }
}
