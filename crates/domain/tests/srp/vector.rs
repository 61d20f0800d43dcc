//! A known-answer test of the exchange, for a user and for a device.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use crypto_bigint::{U256, U3072};
use domain::srp::{ClientPublic, Verifier, private_key, session_key, signature};
use zeroize::Zeroizing;

use super::client::{Login, from_hex, hash, pad, to_hex};

const A: &str = "08fbc10e0e07a98cab339895fdff6c49663b8e650cf033ec62c9ec1661f4e879";
const B: &str = "b88347bfd1b6c2867f7cc671342441162e646a4e635fefd56009b7ec5551c97d";
const SALT: &str = "d3c1f00a9b8e7d6c5b4a392817060504";
const SECRET_BLOCK: &str = "c2VjcmV0LWJsb2NrLWV4YW1wbGU=";
const TIMESTAMP: &str = "Tue Nov 3 09:05:07 UTC 2026";

fn alice() -> Login<'static> {
    Login {
        pool_name: "Ab12Cd34E",
        user_id: "alice",
        password: "Passw0rd!",
        a: U256::from_be_hex(A),
    }
}

fn verifier() -> Verifier {
    Verifier::derive("Ab12Cd34E", "alice", "Passw0rd!", from_hex(SALT).try_into().unwrap())
}

fn b() -> Zeroizing<[u8; 32]> {
    Zeroizing::new(from_hex(B).try_into().unwrap())
}

fn padded_hash(value: &[u8]) -> String {
    to_hex(&hash(&[&pad(value)]))
}

#[test]
fn private_key_and_verifier() {
    let x = private_key("Ab12Cd34E", "alice", "Passw0rd!", &from_hex(SALT));
    assert_eq!(
        to_hex(x.as_slice()),
        "161ecc06fd2dd6b3595252b14f3e61776cfd8a74225007e3543ec4ddcecf6703"
    );
    let stored = verifier().to_bytes();
    let v = to_hex(&stored[16..]);
    assert!(v.starts_with("fcba391f2615442b") && v.ends_with("7b895650"), "{v}");
    assert_eq!(
        padded_hash(&stored[16..]),
        "904a7da73fad8cf69c123cd979be92e98e76dd459b54757b2d5825d0cc0c61f5"
    );
    assert_eq!(verifier().salt_hex(), SALT);
}

#[test]
fn public_values() {
    let a = ClientPublic::parse(&alice().public_hex()).unwrap().to_bytes();
    assert!(to_hex(&a).starts_with("a8f809d1102b27e6") && to_hex(&a).ends_with("2aedf3cf"));
    assert_eq!(padded_hash(&a), "05fa7f8b5763bf73b06b1cad9eee76ee37e2bac6798e4c042782ee1e6b5cd3d9");
    let exchange = verifier().exchange_with(b());
    let hex = exchange.public_hex();
    assert!(hex.starts_with("cfe3e459cf890992") && hex.ends_with("4f1ce20e"), "{hex}");
    assert_eq!(hex, to_hex(&exchange.public));
    assert_eq!(
        padded_hash(&exchange.public),
        "145d3f2655ed39933eacd72a1c045093a87b957176a1faad0b267ec06026b385"
    );
    let u = alice().u(&U3072::from_be_slice(&exchange.public));
    assert_eq!(
        to_hex(u.to_be_bytes().as_ref()),
        "32c5e5db334a7b836a0a652c90c8bdfbe1cb0ec1ea664f3b2bdfacbc92ced101"
    );
}

#[test]
fn session_key_and_signature() {
    let exchange = verifier().exchange_with(b());
    let client = ClientPublic::parse(&alice().public_hex()).unwrap();
    let key = session_key(&verifier(), &client, &exchange.b, &exchange.public).unwrap();
    assert_eq!(to_hex(key.as_slice()), "13e4319bad948b414c442aaf98e6875f");
    assert_eq!(alice().key(SALT, &exchange.public_hex()), *key);
    let block = STANDARD.decode(SECRET_BLOCK).unwrap();
    let proof = signature(&key, "Ab12Cd34E", "alice", &block, TIMESTAMP);
    assert_eq!(STANDARD.encode(proof), "+KL/mAObhcY4TjYqrJN4tSkgVv4jgSKUPEzBmqMmB4A=");
}

#[test]
fn device_keys_replace_pool_and_user() {
    let (group_key, device_key) = ("-a1B2c3D4", "us-east-1_11111111-2222-4333-8444-555555555555");
    let device = Login {
        pool_name: group_key,
        user_id: device_key,
        password: "device-random-password",
        a: U256::from_be_hex(A),
    };
    let x = private_key(group_key, device_key, "device-random-password", &[0xf1]);
    assert_eq!(
        to_hex(x.as_slice()),
        "f7fac54a64db0bbed11b51430ba7bcfc430109ff61bde346000d44a3b989ab22"
    );
    // The verifier arrives from the device; any salt may accompany it, because the exchange does
    // not use it.
    let v = Login { a: U256::from_be_slice(x.as_slice()), ..device }.public();
    let verifier =
        Verifier::from_bytes(&[[1; 16].as_slice(), v.to_be_bytes().as_ref()].concat()).unwrap();
    let exchange = verifier.exchange_with(b());
    let client = ClientPublic::parse(&device.public_hex()).unwrap();
    let key = session_key(&verifier, &client, &exchange.b, &exchange.public).unwrap();
    assert_eq!(to_hex(key.as_slice()), "06d32678d6292d54547f594240508718");
    let block = STANDARD.decode(SECRET_BLOCK).unwrap();
    let proof = signature(&key, group_key, device_key, &block, TIMESTAMP);
    assert_eq!(STANDARD.encode(proof), "vHLjQLRJkgZbBOOq+XyyWVQ6U+BZOLIyzxpoFse4GrQ=");
}
