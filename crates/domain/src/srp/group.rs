use crypto_bigint::modular::{ConstMontyForm, ConstMontyParams};
use crypto_bigint::{CtEq, CtSelect, Limb, U256, U3072, const_monty_params};

/// Bytes of a group element.
pub(super) const LEN: usize = 384;

/// A group element or any other integer below 2^3072, big-endian.
pub(super) type Element = [u8; LEN];

const_monty_params!(
    Group,
    U3072,
    concat!(
        "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD",
        "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED",
        "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F",
        "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B",
        "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510",
        "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7",
        "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C",
        "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
    ),
    "The 3072-bit group of RFC 5054 appendix A (the prime of RFC 3526 section 4)."
);

/// An integer modulo `N`.
pub(super) type Residue = ConstMontyForm<Group, { U3072::LIMBS }>;

/// The generator.
pub(super) const G: Residue = Residue::new(&U3072::from_u8(2));

/// The multiplier `k = H(pad(N) | pad(g))`.
pub(super) const K: Residue = Residue::new(
    &U256::from_be_hex("538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6").resize(),
);

/// The prime `N`.
pub(super) fn prime() -> &'static U3072 {
    Group::PARAMS.modulus().as_ref()
}

/// The integer with these bytes modulo `N`.
pub(super) fn residue(element: &Element) -> Residue {
    Residue::new(&reduced(&U3072::from_be_slice(element)))
}

/// The bytes of the least non-negative integer of a residue.
pub(super) fn element(residue: &Residue) -> Element {
    bytes(&residue.retrieve())
}

/// The big-endian bytes of an integer.
pub(super) fn bytes(value: &U3072) -> Element {
    let mut bytes = [0; LEN];
    bytes.copy_from_slice(value.to_be_bytes().as_ref());
    bytes
}

/// An integer below 2^3072 modulo `N`. As the top bit of `N` is set, one subtraction is enough.
pub(super) fn reduced(value: &U3072) -> U3072 {
    let (difference, borrow) = value.borrowing_sub(prime(), Limb::ZERO);
    value.ct_select(&difference, borrow.ct_eq(&Limb::ZERO))
}

/// `pad()`: the minimal big-endian two's complement of a non-negative integer; one zero byte for 0.
/// Not constant-time in the number of leading zero bytes, as its result goes into hashes whose
/// input length follows from it anyway.
pub(super) fn pad(value: &[u8]) -> Vec<u8> {
    let significant =
        value.iter().position(|byte| *byte != 0).map_or(&[][..], |first| &value[first..]);
    let mut padded = Vec::with_capacity(significant.len() + 1);
    if significant.first().is_none_or(|top| *top >= 0x80) {
        padded.push(0);
    }
    padded.extend_from_slice(significant);
    padded
}
