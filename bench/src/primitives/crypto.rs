//! Signatures, exponentiations, hashes and seals.

use std::hint::black_box;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{
    KeyPair as _, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256,
};
use domain::credential::{Argon2Memory, AtRest, NewPassword, PasswordCredential};
use domain::seal::DataKeys;
use domain::srp::{self, ClientPublic, Verifier};
use domain::token::RefreshToken;
use domain::{Meter, Rng, Time};

use super::{Primitives, median_of};

/// Number of signed bytes: about that of an ID token.
const SIGNED: [u8; 1000] = [b'x'; 1000];
const POOL_NAME: &str = "Ab12Cd34E";
const USER: &str = "bench";

pub(super) fn measure(all: &mut Primitives) -> Result<(), String> {
    signatures(all)?;
    powers(all)?;
    let rng = Rng::system();
    let (mut memory, meter) = (Argon2Memory::new(), Meter::new());
    all.argon2 = median_of(|| {
        let new = NewPassword {
            at_rest: AtRest::Argon2id,
            pool_name: POOL_NAME,
            user_id: USER,
            password: "Passw0rd!",
            issued: Time(0),
            temporary: false,
        };
        black_box(PasswordCredential::make(&new, &rng, &mut memory, &meter));
        Ok(())
    })?;
    seals(all, &rng)
}

/// Measures the library alone, without the token code.
fn signatures(all: &mut Primitives) -> Result<(), String> {
    let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_| "no RSA key could be generated")?;
    let mut signature = [0; 256];
    all.sign = median_of(|| {
        let digest = digest(&SHA256, black_box(&SIGNED));
        pair.sign_digest(&RSA_PKCS1_SHA256, &digest, &mut signature)
            .map_err(|_| "RSA signing failed".to_owned())
    })?;
    let public = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, pair.public_key().as_ref());
    let public = public.map_err(|_| "the RSA key cannot be read")?;
    all.verify = median_of(|| {
        public
            .verify_sig(black_box(&SIGNED), &signature)
            .map_err(|_| "the signature is invalid".to_owned())
    })?;
    Ok(())
}

/// The session key takes two exponentiations plus one product and some hashes; a verifier takes one
/// fixed-base exponentiation.
fn powers(all: &mut Primitives) -> Result<(), String> {
    let rng = Rng::system();
    let verifier = Verifier::derive(POOL_NAME, USER, "Passw0rd!", srp::new_salt(&rng));
    all.fixed_power = median_of(|| {
        black_box(Verifier::derive(POOL_NAME, USER, black_box("Passw0rd!"), [7; 16]));
        Ok(())
    })?;
    let exchange = verifier.exchange(&rng);
    let client = ClientPublic::from_bytes(&exchange.public).map_err(|error| error.to_string())?;
    let session_key = median_of(|| {
        black_box(srp::session_key(black_box(&verifier), &client, &exchange.b, &exchange.public))
            .ok_or("u is 0")?;
        Ok(())
    })?;
    all.power = session_key / 2;
    Ok(())
}

fn seals(all: &mut Primitives, rng: &Rng) -> Result<(), String> {
    let keys = DataKeys::new("eu-west-1_Ab12Cd34E", vec![(1, rng.bytes())], Meter::new())
        .map_err(|error| error.to_string())?;
    let token = RefreshToken {
        user_id: rng.uuid(),
        origin_jti: rng.uuid(),
        serial: 0,
        revocable: true,
        generation: rng.positive_i63(),
        auth_time: Time(1_700_000_000_000),
        expires: Time(1_800_000_000_000),
        scopes: vec!["aws.cognito.signin.user.admin".to_owned()],
        amr: vec!["pwd".to_owned()],
        acr: None,
        event_id: rng.uuid(),
        device_key: None,
    };
    let text = token.seal(&keys, rng, "client");
    all.seal = median_of(|| {
        black_box(token.seal(&keys, rng, black_box("client")));
        Ok(())
    })?;
    all.open = median_of(|| {
        RefreshToken::open(black_box(&text), &keys, "client")
            .map(drop)
            .map_err(|error| error.to_string())
    })?;
    Ok(())
}
