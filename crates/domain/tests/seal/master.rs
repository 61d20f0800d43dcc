use domain::Rng;
use domain::seal::{BadMasterKey, MasterKeys, Unsealable};

const ONE: &str = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
const TWO: &str = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

fn master(texts: &[&str]) -> MasterKeys {
    MasterKeys::from_texts(texts).unwrap()
}

#[test]
fn the_first_wraps_and_all_unwrap() {
    let rng = Rng::seeded(1);
    let old = master(&[ONE]).wrap(&rng, "data key 1 of pool", &[7; 32]);
    let both = master(&[TWO, ONE]);
    let new = both.wrap(&rng, "data key 1 of pool", &[7; 32]);
    assert_ne!(old.master_key_id, new.master_key_id);
    assert_eq!(both.ids().collect::<Vec<_>>(), [new.master_key_id.as_str(), &old.master_key_id]);
    for wrapped in [&old, &new] {
        let plain =
            both.unwrap("data key 1 of pool", &wrapped.master_key_id, &wrapped.bytes).unwrap();
        assert_eq!(plain.as_slice(), [7; 32]);
    }
    assert_eq!(
        master(&[TWO]).unwrap("data key 1 of pool", &old.master_key_id, &old.bytes),
        Err(Unsealable)
    );
}

#[test]
fn an_id_is_a_hash_of_its_key() {
    assert_eq!(master(&[ONE]).ids().collect::<Vec<_>>(), [key_id(&[1; 32])]);
}

fn key_id(key: &[u8]) -> String {
    let text = [b"poolkeeper master key id".as_slice(), key].concat();
    let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &text);
    hash.as_ref()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_wrapped_key_belongs_to_its_context_and_master_key() {
    let rng = Rng::seeded(2);
    let keys = master(&[ONE, TWO]);
    let wrapped = keys.wrap(&rng, "context", b"secret");
    let ids: Vec<_> = keys.ids().collect();
    assert_eq!(keys.unwrap("context", ids[0], &wrapped.bytes).unwrap().as_slice(), b"secret");
    assert_eq!(keys.unwrap("Context", ids[0], &wrapped.bytes), Err(Unsealable));
    assert_eq!(keys.unwrap("context", ids[1], &wrapped.bytes), Err(Unsealable));
    assert_eq!(keys.unwrap("context", "", &wrapped.bytes), Err(Unsealable));
    assert_ne!(keys.wrap(&rng, "context", b"secret").bytes, wrapped.bytes);
}

#[test]
fn a_change_of_any_bit_or_length_is_detected() {
    let keys = master(&[ONE]);
    let wrapped = keys.wrap(&Rng::seeded(3), "context", b"secret");
    for bit in 0..wrapped.bytes.len() * 8 {
        let mut changed = wrapped.bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(
            keys.unwrap("context", &wrapped.master_key_id, &changed),
            Err(Unsealable),
            "bit {bit}"
        );
    }
    for length in 0..wrapped.bytes.len() {
        assert_eq!(
            keys.unwrap("context", &wrapped.master_key_id, &wrapped.bytes[..length]),
            Err(Unsealable),
            "{length} bytes"
        );
    }
}

/// Produced by another implementation of the format.
#[test]
fn keys_wrapped_earlier_remain_readable() {
    let text = "01000102030405060708090a0b0c0d0e0f093d5a82165cab1d0a8adb01d19f9d34b19b15617738";
    let bytes: Vec<u8> = (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect();
    assert_eq!(
        master(&[ONE]).unwrap("context", &key_id(&[1; 32]), &bytes).unwrap().as_slice(),
        b"secret"
    );
}

#[test]
fn a_generated_key_can_be_read() {
    let rng = Rng::seeded(4);
    let text = MasterKeys::generate_one(&rng);
    assert_eq!(text.len(), 44);
    assert_ne!(text, MasterKeys::generate_one(&rng));
    let with_line_break = format!("{}\r\n", text.as_str());
    assert_eq!(master(&[&with_line_break]).ids().next(), master(&[&text]).ids().next());
}

#[test]
fn bad_texts_are_refused_without_quoting_them() {
    for (texts, error, message) in [
        (&[][..], BadMasterKey::Missing, "no master key is given"),
        (&[ONE, "c2VjcmV0*"], BadMasterKey::NotBase64(2), "master key 2 is not standard base64"),
        (&["c2VjcmV0"], BadMasterKey::WrongLength(1), "master key 1 does not have 32 bytes"),
        (&[""], BadMasterKey::WrongLength(1), "master key 1 does not have 32 bytes"),
        (&[ONE, TWO, ONE], BadMasterKey::Repeated(3), "master key 3 is given twice"),
        (&[&ONE[..43]], BadMasterKey::NotBase64(1), "master key 1 is not standard base64"),
    ] {
        let refused = MasterKeys::from_texts(texts).unwrap_err();
        assert_eq!((refused, refused.to_string().as_str()), (error, message));
    }
}

#[test]
fn debug_shows_ids_only() {
    let keys = master(&[ONE]);
    assert_eq!(format!("{keys:?}"), format!("MasterKeys([{:?}])", keys.ids().next().unwrap()));
}
