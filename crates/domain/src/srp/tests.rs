//! Compares aws-lc's arithmetic with crypto-bigint's on random and edge values.

use crypto_bigint::{U256, U3072};

use super::fixed_base::generator_power;
use super::group::{Element, G, LEN, bytes, element, pad, prime, residue};
use super::power::{Product, power};
use crate::Rng;

fn reference(base: &Element, exponent: &[u8; 32]) -> Element {
    element(&residue(base).pow(&U256::from_be_slice(exponent)))
}

fn exponents(rng: &Rng, random: usize) -> Vec<[u8; 32]> {
    let mut one = [0; 32];
    one[31] = 1;
    let mut top = [0; 32];
    top[0] = 0x80;
    let mut low = rng.bytes::<32>();
    low[..24].fill(0);
    let edges = [[0; 32], one, top, low, [0xff; 32]];
    edges.into_iter().chain((0..random).map(|_| rng.bytes())).collect()
}

#[test]
fn power_agrees_with_crypto_bigint() {
    let rng = Rng::seeded(1);
    let n = *prime();
    let edges = [
        U3072::ZERO,
        U3072::ONE,
        U3072::from_u8(2),
        n.wrapping_sub(&U3072::ONE),
        n,
        n.wrapping_add(&U3072::ONE),
        U3072::MAX,
    ];
    let random = (0..8).map(|_| rng.bytes::<LEN>());
    for base in edges.iter().map(bytes).chain(random) {
        for exponent in exponents(&rng, 3) {
            assert_eq!(
                *power(&base, &exponent),
                reference(&base, &exponent),
                "{base:x?} ^ {exponent:x?}"
            );
        }
    }
}

#[test]
fn a_base_of_zero_gives_zero_except_to_the_zeroth() {
    let one = bytes(&U3072::ONE);
    assert_eq!(*power(&[0; LEN], &[0; 32]), one);
    assert_eq!(*power(&[0; LEN], &[0xff; 32]), [0; LEN]);
    assert_eq!(*power(&bytes(prime()), &[0xff; 32]), [0; LEN]);
}

#[test]
fn generator_power_agrees_with_crypto_bigint() {
    for exponent in exponents(&Rng::seeded(2), 60) {
        assert_eq!(
            *generator_power(&exponent),
            element(&G.pow(&U256::from_be_slice(&exponent))),
            "{exponent:x?}"
        );
    }
}

#[test]
fn generator_power_uses_every_entry_of_its_table() {
    for digit in 0..16 {
        let exponent = [digit * 0x11; 32];
        assert_eq!(
            *generator_power(&exponent),
            element(&G.pow(&U256::from_be_slice(&exponent))),
            "digit {digit}"
        );
    }
}

#[test]
fn products_agree_with_crypto_bigint() {
    let rng = Rng::seeded(3);
    for _ in 0..20 {
        let (a, b) = (residue(&rng.bytes()), residue(&rng.bytes()));
        let mut product = Product::new(&bytes(a.as_montgomery()));
        product.times(&bytes(b.as_montgomery()));
        assert_eq!(*product.finish(), element(&a.mul(&b)));
    }
}

#[test]
fn threads_share_the_modulus() {
    std::thread::scope(|scope| {
        for seed in 0..4 {
            scope.spawn(move || {
                let rng = Rng::seeded(seed);
                for _ in 0..5 {
                    let (base, exponent) = (rng.bytes(), rng.bytes());
                    assert_eq!(*power(&base, &exponent), reference(&base, &exponent));
                }
            });
        }
    });
}

#[test]
fn pad_gives_the_minimal_twos_complement() {
    for (value, padded) in [
        (&[][..], &[0][..]),
        (&[0], &[0]),
        (&[0, 0], &[0]),
        (&[0x7f], &[0x7f]),
        (&[0x80], &[0, 0x80]),
        (&[0, 0x80], &[0, 0x80]),
        (&[0, 0, 0x12, 0x34], &[0x12, 0x34]),
        (&[0xf1], &[0, 0xf1]),
    ] {
        assert_eq!(pad(value), padded, "{value:x?}");
    }
}
