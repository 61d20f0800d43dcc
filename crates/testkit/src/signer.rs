//! A Signature Version 4 client, written from Amazon's general reference and sharing no code with
//! the server.

use aws_lc_rs::{digest, hmac};
use domain::Time;

use crate::calendar::amz_date;

/// An access key.
#[derive(Debug, Clone, Copy)]
pub struct Credentials<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its secret.
    pub secret: &'a str,
    /// The region of the scope.
    pub region: &'a str,
    /// The service of the scope.
    pub service: &'a str,
}

/// The `Authorization` and `X-Amz-Date` headers of `POST /` with this host, target and body.
pub fn authorization(
    credentials: &Credentials<'_>,
    now: Time,
    host: &str,
    target: &str,
    body: &[u8],
) -> (String, String) {
    let Credentials { id, secret, region, service } = credentials;
    let date = amz_date(now);
    let day = date.get(..8).expect("a date");
    let signed_headers = "host;x-amz-date;x-amz-target";
    let headers = format!("host:{host}\nx-amz-date:{date}\nx-amz-target:{target}\n");
    let canonical = format!("POST\n/\n\n{headers}\n{signed_headers}\n{}", sha256(body));
    let scope = format!("{day}/{region}/{service}/aws4_request");
    let to_sign = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{}", sha256(canonical.as_bytes()));
    let key = [day, *region, *service, "aws4_request"]
        .iter()
        .fold(format!("AWS4{secret}").into_bytes(), |key, part| mac(&key, part.as_bytes()));
    let signature = hex(&mac(&key, to_sign.as_bytes()));
    let header = format!(
        "AWS4-HMAC-SHA256 Credential={id}/{scope}, SignedHeaders={signed_headers}, \
         Signature={signature}"
    );
    (header, date)
}

fn sha256(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

fn mac(key: &[u8], data: &[u8]) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), data).as_ref().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
