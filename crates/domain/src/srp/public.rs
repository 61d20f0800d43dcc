use std::fmt;

use super::group::{Element, LEN, reduced};
use crypto_bigint::U3072;

/// A client's public value `A` (SRP_A), never 0 modulo `N`.
#[derive(Clone, PartialEq, Eq)]
pub struct ClientPublic(Box<Element>);

/// `SRP_A` is not hex, is longer than `N`, or is 0 modulo `N` (with which anybody could sign in
/// without a password).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidPublic;

impl ClientPublic {
    /// Reads SRP_A: hex in either case, any number of digits up to 768 besides leading zeros.
    pub fn parse(hex: &str) -> Result<ClientPublic, InvalidPublic> {
        let digits = hex.as_bytes();
        let leading_zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        let significant = &digits[leading_zeros..];
        if significant.len() > 2 * LEN {
            return Err(InvalidPublic);
        }
        let mut bytes = [0; LEN];
        for (position, digit) in significant.iter().rev().enumerate() {
            let nibble = char::from(*digit)
                .to_digit(16)
                .and_then(|nibble| u8::try_from(nibble).ok())
                .ok_or(InvalidPublic)?;
            bytes[LEN - 1 - position / 2] |= nibble << (4 * (position % 2));
        }
        ClientPublic::checked(bytes)
    }

    /// The value, 384 bytes, big-endian.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_vec()
    }

    /// Reads the form of [`ClientPublic::to_bytes`].
    pub fn from_bytes(bytes: &[u8]) -> Result<ClientPublic, InvalidPublic> {
        ClientPublic::checked(bytes.try_into().map_err(|_| InvalidPublic)?)
    }

    pub(super) fn element(&self) -> &Element {
        &self.0
    }

    fn checked(bytes: Element) -> Result<ClientPublic, InvalidPublic> {
        if reduced(&U3072::from_be_slice(&bytes)).is_zero_vartime() {
            return Err(InvalidPublic);
        }
        Ok(ClientPublic(Box::new(bytes)))
    }
}

impl fmt::Debug for ClientPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientPublic(..)")
    }
}

impl fmt::Display for InvalidPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the client's public value is not valid")
    }
}

impl std::error::Error for InvalidPublic {}
