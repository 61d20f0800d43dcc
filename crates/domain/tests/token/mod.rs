mod access;
mod claims;
mod keys;
mod refresh;
mod rotation;
mod trigger;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Time;
use domain::client::{AllowedAttributes, UnsetAttributes};
use domain::token::{GroupClaim, Mint, SigningKey};
use serde_json::Value;

const NOW: Time = Time(1_760_000_123_987);
const AUTH_TIME: Time = Time(1_760_000_000_001);
const ISSUER: &str = "http://localhost:7665/eu-west-1_AbCdEf123";

static ID_KEY: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::generate().unwrap());
static ACCESS_KEY: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::generate().unwrap());

/// The data that a `Mint` borrows.
#[derive(Default)]
struct SignIn {
    attributes: BTreeMap<String, String>,
    read_attributes: Option<Vec<String>>,
    groups: Vec<GroupClaim>,
    scopes: Vec<String>,
}

impl SignIn {
    fn api() -> Self {
        Self { scopes: strings(&["aws.cognito.signin.user.admin"]), ..Self::default() }
    }

    fn attribute(mut self, name: &str, value: &str) -> Self {
        self.attributes.insert(name.to_owned(), value.to_owned());
        self
    }

    fn group(mut self, name: &str, precedence: Option<i64>, role_arn: Option<&str>) -> Self {
        self.groups.push(GroupClaim {
            name: name.to_owned(),
            precedence,
            role_arn: role_arn.map(str::to_owned),
        });
        self
    }

    fn mint(&self) -> Mint<'_> {
        Mint {
            issuer: ISSUER,
            client_id: "4kq1example7client",
            user_id: "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c",
            username: "alice",
            attributes: &self.attributes,
            read_attributes: match &self.read_attributes {
                Some(listed) => AllowedAttributes::Listed(listed),
                None => AllowedAttributes::Unset(UnsetAttributes::All),
            },
            groups: &self.groups,
            scopes: &self.scopes,
            auth_time: AUTH_TIME,
            now: NOW,
            id_seconds: 300,
            access_seconds: 3600,
            origin_jti: None,
            event_id: "f0c1f7f2-2c2f-4a1e-9b3e-1d7c0f4a5b6c",
            jti_id: "6a1d4c2e-8e1b-4f0f-8f2e-8a5b0c7d9e10",
            jti_access: "c2a5b0f1-0000-4f0f-8f2e-8a5b0c7d9e10",
            amr: &[],
            acr: None,
            device_key: None,
            nonce: None,
            oauth: false,
            aud: None,
        }
    }
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Header and payload of a token, decoded.
fn parts(token: &str) -> (String, Value) {
    let decode = |part: &str| String::from_utf8(URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
    let parts: Vec<&str> = token.split('.').collect();
    assert_eq!(parts.len(), 3);
    (decode(parts[0]), serde_json::from_str(&decode(parts[1])).unwrap())
}
