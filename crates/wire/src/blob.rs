//! Binary values.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use base64::engine::{DecodePaddingMode, general_purpose};
use serde_json::Value;

use crate::{Decode, Decoder, Encode, Malformed};

/// Bytes; standard Base64 on the wire. Decoding accepts missing padding.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Blob(pub Vec<u8>);

impl Decode for Blob {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, Malformed> {
        let bytes = match &value {
            Value::String(text) => LENIENT.decode(text).ok(),
            _ => None,
        };
        let bytes = bytes.ok_or_else(|| at.mismatch(&value, "a Blob"))?;
        at.check_length(bytes.len(), || None);
        Ok(Self(bytes))
    }
}

impl Encode for Blob {
    fn encode(&self, out: &mut String) {
        out.push('"');
        general_purpose::STANDARD.encode_string(&self.0, out);
        out.push('"');
    }
}

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);
