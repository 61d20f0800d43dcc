//! The same checks with jsonwebtoken, as an application would write them.

use std::collections::HashMap;

use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::token::{CLIENT, ISSUER};

pub struct Keys {
    keys: HashMap<String, DecodingKey>,
    validation: Validation,
}

#[derive(Deserialize)]
struct Checked {
    sub: String,
    token_use: String,
    client_id: String,
    scope: String,
}

impl Keys {
    pub fn of(jwks: &str) -> Self {
        let set: JwkSet = serde_json::from_str(jwks).expect("a JWKS");
        let parsed = |jwk| DecodingKey::from_jwk(jwk).expect("a key");
        let keys = set
            .keys
            .iter()
            .map(|jwk| (jwk.common.key_id.clone().expect("a kid"), parsed(jwk)))
            .collect();
        let mut validation = Validation::new(Algorithm::RS256);
        validation.set_issuer(&[ISSUER]);
        validation.set_required_spec_claims(&["exp", "iss"]);
        validation.validate_aud = false;
        validation.validate_nbf = true;
        validation.leeway = 0;
        Self { keys, validation }
    }

    /// Returns every claim, as poolkeeper-verify does.
    pub fn all_claims(&self, token: &str) -> Option<String> {
        let claims: Map<String, Value> = self.claims(token)?;
        let text = |name: &str| claims.get(name).and_then(Value::as_str);
        accept(text("token_use")?, text("client_id")?, text("scope")?)
            .then(|| text("sub").map(str::to_owned))?
    }

    /// Reads only what is checked.
    pub fn checked_claims(&self, token: &str) -> Option<String> {
        let claims: Checked = self.claims(token)?;
        accept(&claims.token_use, &claims.client_id, &claims.scope).then_some(claims.sub)
    }

    fn claims<T: DeserializeOwned>(&self, token: &str) -> Option<T> {
        let kid = decode_header(token).ok()?.kid?;
        decode(token, self.keys.get(&kid)?, &self.validation).ok().map(|data| data.claims)
    }
}

fn accept(token_use: &str, client_id: &str, scope: &str) -> bool {
    let wanted = ["orders/read", "orders/write"];
    token_use == "access"
        && client_id == CLIENT
        && scope.split(' ').any(|scope| wanted.contains(&scope))
}
