//! A USER_SRP_AUTH client that is cheaper than the server, so that one core of load keeps one core
//! of server busy.
//!
//! It sends `A = 1`, which is `g^0`. Then `S = (B - k·v)^(u·x)`, which is the server's own formula
//! `(A·w^u)^y` with `w = B - k·v` in place of the verifier and `x` in place of `b`: two 256-bit
//! exponentiations instead of one of 512 bits, with the same fast code. Nothing about it is secret
//! or checks that the server is correct; testkit's client does that.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use crypto_bigint::U3072;
use domain::srp::{self, ClientPublic, Verifier};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::clock::{self, Utc};
use crate::load::{self, Answer, Client};
use crate::scene::{PASSWORD, Scene, text};

/// The prime of the 3072-bit group (RFC 3526 section 4), for one subtraction.
const N: U3072 = U3072::from_be_hex(srp_client::SRP_PRIME);

/// Signs in its users one after another.
pub(crate) struct SrpClient {
    scene: Arc<Scene>,
    users: Vec<User>,
    /// The index of the current user.
    at: usize,
    /// Whether the expected answer is to the second request.
    challenged: bool,
    public: ClientPublic,
    timestamp: String,
}

struct User {
    username: String,
    known: Option<Known>,
}

/// A user's constants, computed at the first sign-in: salt, `x` and `k·v + 1`.
struct Known {
    salt: [u8; 16],
    x: Zeroizing<[u8; 32]>,
    kv_plus_1: U3072,
}

impl SrpClient {
    /// Takes every `step`th user from `index` on.
    pub(crate) fn new(scene: &Arc<Scene>, index: usize, step: usize) -> Result<Self, String> {
        let mine = scene.usernames.iter().skip(index).step_by(step);
        let users = mine.map(|username| User { username: username.clone(), known: None }).collect();
        let public = ClientPublic::parse("1").map_err(|error| error.to_string())?;
        let timestamp = Utc::of(clock::epoch_seconds()).claim();
        Ok(Self { scene: Arc::clone(scene), users, at: 0, challenged: false, public, timestamp })
    }
}

impl Client for SrpClient {
    fn begin(&mut self) -> Vec<u8> {
        self.at = (self.at + 1) % self.users.len().max(1);
        self.challenged = false;
        let username =
            self.users.get(self.at).map(|user| user.username.as_str()).unwrap_or_default();
        let input = json!({
            "AuthFlow": "USER_SRP_AUTH", "ClientId": self.scene.client_id,
            "AuthParameters": { "USERNAME": username, "SRP_A": "1" },
        });
        load::post(&self.scene.host, "InitiateAuth", &input.to_string())
    }

    fn answered(&mut self, answer: &Answer<'_>) -> Result<Option<Vec<u8>>, String> {
        if answer.status != 200 {
            return Err(answer.describe());
        }
        let answer = serde_json::from_slice(answer.body).map_err(|error| error.to_string())?;
        if self.challenged {
            return text(&answer, "/AuthenticationResult/IdToken").map(|_| None);
        }
        self.challenged = true;
        let challenge = Challenge::read(&answer)?;
        let pool_name = domain::ids::pool_name(&self.scene.pool_id);
        let user = self.users.get_mut(self.at).ok_or("no user")?;
        let known = match user.known.take() {
            Some(known) => known,
            None => Known::compute(pool_name, &challenge)?,
        };
        let known = user.known.insert(known);
        claim(&self.scene, &self.public, &self.timestamp, known, &challenge).map(Some)
    }
}

impl Known {
    fn compute(pool_name: &str, challenge: &Challenge) -> Result<Self, String> {
        let salt = bytes(&challenge.salt)?;
        let x = srp::private_key(pool_name, &challenge.user_id, PASSWORD, &salt);
        let salt: [u8; 16] = salt.try_into().map_err(|_| "the salt is not 16 bytes long")?;
        let verifier = Verifier::derive(pool_name, &challenge.user_id, PASSWORD, salt);
        // With b = 0, B is k·v + 1.
        let public = verifier.exchange_with(Zeroizing::new([0; 32])).public;
        Ok(Self { salt, x, kv_plus_1: U3072::from_be_slice(&public) })
    }

    /// `B - k·v` in the form of a verifier.
    fn substitute_verifier(&self, public_b: &[u8]) -> Result<Verifier, String> {
        let b_plus_1 = U3072::from_be_slice(public_b).wrapping_add(&U3072::ONE);
        let difference = b_plus_1.wrapping_sub(&self.kv_plus_1);
        let difference =
            if b_plus_1 < self.kv_plus_1 { difference.wrapping_add(&N) } else { difference };
        let stored = [self.salt.as_slice(), difference.to_be_bytes().as_ref()].concat();
        Verifier::from_bytes(&stored).map_err(|error| error.to_string())
    }
}

struct Challenge {
    user_id: String,
    salt: String,
    public_b: String,
    secret_block: String,
}

impl Challenge {
    fn read(answer: &Value) -> Result<Self, String> {
        let parameter = |name: &str| text(answer, &format!("/ChallengeParameters/{name}"));
        Ok(Self {
            user_id: parameter("USER_ID_FOR_SRP")?,
            salt: parameter("SALT")?,
            public_b: parameter("SRP_B")?,
            secret_block: parameter("SECRET_BLOCK")?,
        })
    }
}

/// Builds the second request.
fn claim(
    scene: &Scene,
    public: &ClientPublic,
    timestamp: &str,
    known: &Known,
    challenge: &Challenge,
) -> Result<Vec<u8>, String> {
    let b = bytes(&challenge.public_b)?;
    let key =
        srp::session_key(&known.substitute_verifier(&b)?, public, &known.x, &b).ok_or("u is 0")?;
    let block = STANDARD.decode(&challenge.secret_block).map_err(|error| error.to_string())?;
    let pool_name = domain::ids::pool_name(&scene.pool_id);
    let signature = srp::signature(&key, pool_name, &challenge.user_id, &block, timestamp);
    let input = json!({
        "ChallengeName": "PASSWORD_VERIFIER", "ClientId": scene.client_id,
        "ChallengeResponses": {
            "USERNAME": challenge.user_id, "PASSWORD_CLAIM_SECRET_BLOCK": challenge.secret_block,
            "PASSWORD_CLAIM_SIGNATURE": STANDARD.encode(signature), "TIMESTAMP": timestamp,
        },
    });
    Ok(load::post(&scene.host, "RespondToAuthChallenge", &input.to_string()))
}

/// Decodes an even number of hex digits.
fn bytes(hex: &str) -> Result<Vec<u8>, String> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pair = |pair: &[u8]| match pair {
        [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    };
    hex.as_bytes().chunks(2).map(pair).collect::<Option<_>>().ok_or_else(|| "not hex".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shortcut finds the same key as the server.
    #[test]
    fn the_shortcut_finds_the_servers_key() {
        for secret in 5..25 {
            let verifier = Verifier::derive("Ab12Cd34E", "user", PASSWORD, [9; 16]);
            check(&verifier, &verifier.exchange_with(Zeroizing::new([secret; 32])));
        }
    }

    fn check(verifier: &Verifier, exchange: &srp::Exchange) {
        let challenge = Challenge {
            user_id: "user".to_owned(),
            salt: verifier.salt_hex(),
            public_b: exchange.public_hex(),
            secret_block: String::new(),
        };
        let known = Known::compute("Ab12Cd34E", &challenge).unwrap();
        let a = ClientPublic::parse("1").unwrap();
        let client = srp::session_key(
            &known.substitute_verifier(&exchange.public).unwrap(),
            &a,
            &known.x,
            &exchange.public,
        );
        let server = srp::session_key(verifier, &a, &exchange.b, &exchange.public);
        assert_eq!(*client.unwrap(), *server.unwrap());
    }
}
