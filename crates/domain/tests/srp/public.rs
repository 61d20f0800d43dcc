use crypto_bigint::U3072;
use domain::srp::{ClientPublic, InvalidPublic};

use super::client::{from_hex, n, to_hex};
use crate::mutation::mutations;

fn hex(value: &U3072) -> String {
    to_hex(value.to_be_bytes().as_ref())
}

#[test]
fn reads_any_number_of_digits_in_either_case() {
    for (text, value) in [
        ("1", 1_u32),
        ("01", 1),
        ("0001", 1),
        ("abc", 0xabc),
        ("ABC", 0xabc),
        ("aBcDeF01", 0xabcd_ef01),
    ] {
        let public = ClientPublic::parse(text).unwrap();
        assert_eq!(public.to_bytes(), U3072::from_u32(value).to_be_bytes().as_ref(), "{text}");
    }
    let zeros = format!("{}{}", "0".repeat(5_000), "7f");
    assert_eq!(ClientPublic::parse(&zeros), ClientPublic::parse("7f"));
}

#[test]
fn refuses_zero_modulo_n() {
    let below = n().wrapping_sub(&U3072::ONE);
    let above = n().wrapping_add(&U3072::ONE);
    for zero in [
        String::new(),
        "0".to_owned(),
        "0".repeat(768),
        "0".repeat(800),
        hex(&n()),
        hex(&n()).to_uppercase(),
        format!("00{}", hex(&n())),
    ] {
        assert_eq!(ClientPublic::parse(&zero), Err(InvalidPublic), "{zero}");
    }
    for fine in [below, above, U3072::MAX] {
        assert_eq!(
            ClientPublic::parse(&hex(&fine)).unwrap().to_bytes(),
            fine.to_be_bytes().as_ref()
        );
    }
    // Twice N needs one digit more than fits.
    assert_eq!(
        ClientPublic::parse(&format!("1{}", hex(&n().wrapping_shl_vartime(1)))),
        Err(InvalidPublic)
    );
}

#[test]
fn refuses_what_is_not_hex() {
    for text in ["g", "0x12", "-1", "+1", " 1", "1 ", "1\n", "é", "１", "12 34", "\u{0}1"] {
        assert_eq!(ClientPublic::parse(text), Err(InvalidPublic), "{text:?}");
    }
    assert_eq!(ClientPublic::parse(&"f".repeat(769)), Err(InvalidPublic));
    assert_eq!(ClientPublic::parse(&"f".repeat(1 << 20)), Err(InvalidPublic));
}

#[test]
fn never_panics_and_reads_back_what_it_accepts() {
    let valid = hex(&n().wrapping_sub(&U3072::from_u32(12_345)));
    let mut refused = 0;
    for text in mutations(&valid, 1, 500) {
        match ClientPublic::parse(&text) {
            Ok(public) => assert_eq!(ClientPublic::from_bytes(&public.to_bytes()), Ok(public)),
            Err(InvalidPublic) => refused += 1,
        }
    }
    assert!(refused > 50, "{refused}");
}

#[test]
fn stored_bytes_are_checked_too() {
    assert_eq!(ClientPublic::from_bytes(&[]), Err(InvalidPublic));
    assert_eq!(ClientPublic::from_bytes(&[0; 384]), Err(InvalidPublic));
    assert_eq!(ClientPublic::from_bytes(&[1; 383]), Err(InvalidPublic));
    assert_eq!(ClientPublic::from_bytes(&[1; 385]), Err(InvalidPublic));
    assert_eq!(ClientPublic::from_bytes(&from_hex(&hex(&n()))), Err(InvalidPublic));
    assert!(ClientPublic::from_bytes(&[1; 384]).is_ok());
}
