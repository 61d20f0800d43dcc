//! A second implementation of Signature Version 4, from the client's side: strings and primitives
//! only, none of the server's own modules.

use aws_lc_rs::{digest, hmac};

/// Everything that goes into a signature. Tests change one field and sign, or sign and change one
/// field.
#[derive(Debug, Clone)]
pub(crate) struct Signing {
    pub(crate) key_id: String,
    pub(crate) secret: String,
    pub(crate) date: String,
    /// The day of the credential scope, if it differs from that of `date`.
    pub(crate) day: Option<String>,
    /// The canonical query.
    pub(crate) query: String,
    pub(crate) region: String,
    pub(crate) service: String,
    /// Signed headers besides `x-amz-date`, in any order.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Signing {
    /// A request for an operation of the user pool API.
    pub(crate) fn idp(operation: &str, body: &str) -> Self {
        Self {
            key_id: "AKIDEXAMPLE".into(),
            secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".into(),
            date: "20260131T235930Z".into(),
            day: None,
            query: String::new(),
            region: "eu-west-1".into(),
            service: "cognito-idp".into(),
            headers: vec![
                ("content-type".into(), "application/x-amz-json-1.1".into()),
                ("host".into(), "localhost".into()),
                ("x-amz-target".into(), format!("AWSCognitoIdentityProviderService.{operation}")),
            ],
            body: body.into(),
        }
    }

    /// The value of `Authorization`.
    pub(crate) fn authorization(&self) -> String {
        let mut headers: Vec<(String, String)> =
            self.headers.iter().map(|(name, value)| (name.to_lowercase(), value.clone())).collect();
        headers.push(("x-amz-date".into(), self.date.clone()));
        headers.sort();
        let names = headers.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(";");
        let lines: String =
            headers.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
        let canonical = format!("POST\n/\n{}\n{lines}\n{names}\n{}", self.query, hash(&self.body));
        let day = self.day.as_deref().unwrap_or(&self.date[..8]);
        let scope = format!("{day}/{}/{}/aws4_request", self.region, self.service);
        let to_sign =
            format!("AWS4-HMAC-SHA256\n{}\n{scope}\n{}", self.date, hash(canonical.as_bytes()));
        let mut key = format!("AWS4{}", self.secret).into_bytes();
        for part in [day, &self.region, &self.service, "aws4_request"] {
            key = mac(&key, part);
        }
        let signature: String =
            mac(&key, &to_sign).iter().map(|byte| format!("{byte:02x}")).collect();
        format!(
            "AWS4-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={names}, Signature={signature}",
            self.key_id
        )
    }

    /// All headers of the signed request.
    pub(crate) fn signed(&self) -> Vec<(String, String)> {
        let mut headers = self.headers.clone();
        headers.push(("x-amz-date".into(), self.date.clone()));
        headers.push(("authorization".into(), self.authorization()));
        headers
    }
}

pub(crate) fn hash(bytes: &[u8]) -> String {
    digest::digest(&digest::SHA256, bytes)
        .as_ref()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes()).as_ref().to_vec()
}
