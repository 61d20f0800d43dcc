//! Signature Version 4 of a request (Amazon's general reference).

use aws_lc_rs::{digest, hmac};

use crate::clock::{self, Utc};
use crate::load::{self, TARGET};

/// The region of the measured servers.
pub(crate) const REGION: &str = "eu-west-1";

/// A key that the server knows.
#[derive(Clone)]
pub(crate) struct AccessKey {
    pub(crate) id: String,
    pub(crate) secret: String,
}

impl AccessKey {
    /// `POST /` for a user pool operation, freshly signed.
    pub(crate) fn post(&self, host: &str, operation: &str, body: &str) -> Vec<u8> {
        let date = Utc::of(clock::epoch_seconds()).basic();
        let authorization = self.authorization(&date, host, operation, body);
        load::post_authorized(host, operation, body, &authorization, &date)
    }

    fn authorization(&self, date: &str, host: &str, operation: &str, body: &str) -> String {
        let headers =
            format!("host:{host}\nx-amz-date:{date}\nx-amz-target:{TARGET}.{operation}\n");
        let signed = "host;x-amz-date;x-amz-target";
        let canonical = format!("POST\n/\n\n{headers}\n{signed}\n{}", sha256(body));
        let day = date.split('T').next().unwrap_or_default();
        let scope = format!("{day}/{REGION}/cognito-idp/aws4_request");
        let to_sign = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{}", sha256(&canonical));
        let first = format!("AWS4{}", self.secret).into_bytes();
        let key = scope.split('/').fold(first, |key, part| mac(&key, part));
        let signature = hex(&mac(&key, &to_sign));
        format!(
            "AWS4-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={signed}, Signature={signature}",
            self.id
        )
    }
}

fn sha256(text: &str) -> String {
    hex(digest::digest(&digest::SHA256, text.as_bytes()).as_ref())
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes()).as_ref().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
