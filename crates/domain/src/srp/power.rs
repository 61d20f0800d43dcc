//! Modular arithmetic by aws-lc, whose constant-time Montgomery code takes half the time of
//! crypto-bigint's. The only unsafe code of this crate; its results are tested against
//! crypto-bigint.
#![expect(unsafe_code, reason = "aws-lc's big integers have no safe binding")]

use std::ptr::{self, NonNull};
use std::sync::LazyLock;

use aws_lc_sys::{
    BIGNUM, BN_CTX, BN_CTX_free, BN_CTX_new, BN_MONT_CTX, BN_MONT_CTX_free,
    BN_MONT_CTX_new_for_modulus, BN_bin2bn, BN_bn2bin_padded, BN_clear_free, BN_from_montgomery,
    BN_mod_exp_mont_consttime, BN_mod_mul_montgomery, BN_new,
};
use crypto_bigint::U3072;
use zeroize::Zeroizing;

use super::group::{Element, LEN, bytes, prime, reduced};

static N: LazyLock<Modulus> = LazyLock::new(Modulus::new);

/// `base^exponent mod N` for any `base` below 2^3072, in constant time.
pub(super) fn power(base: &Element, exponent: &[u8; 32]) -> Zeroizing<Element> {
    let base = Zeroizing::new(bytes(&reduced(&U3072::from_be_slice(base))));
    // Both are read at full width, leading zeros included: the time depends on the width alone.
    let (base, exponent) = (Number::read(base.as_slice()), Number::read(exponent));
    let (result, context) = (Number::new(), Context::new());
    // SAFETY: every pointer belongs to an owner that outlives the call; `result` is distinct from
    // the inputs; the Montgomery context is the one of `N.prime` and is only read.
    let done = unsafe {
        BN_mod_exp_mont_consttime(
            result.ptr(),
            base.ptr(),
            exponent.ptr(),
            N.prime.ptr(),
            context.ptr(),
            N.montgomery.as_ptr(),
        )
    };
    require(done == 1);
    result.write()
}

/// A product modulo `N` whose factors are in Montgomery form (with R = 2^3072), in constant time.
pub(super) struct Product {
    value: Number,
    factor: Number,
    context: Context,
}

impl Product {
    /// The product of `first` alone, which must be below `N`.
    pub(super) fn new(first: &Element) -> Product {
        Product { value: Number::read(first), factor: Number::new(), context: Context::new() }
    }

    /// Multiplies by `factor`, which must be below `N`.
    pub(super) fn times(&mut self, factor: &Element) {
        self.factor.set(factor);
        // SAFETY: every pointer belongs to an owner that outlives the call; aws-lc allows the
        // result to be one of the factors.
        let done = unsafe {
            BN_mod_mul_montgomery(
                self.value.ptr(),
                self.value.ptr(),
                self.factor.ptr(),
                N.montgomery.as_ptr(),
                self.context.ptr(),
            )
        };
        require(done == 1);
    }

    /// The product, no longer in Montgomery form.
    pub(super) fn finish(self) -> Zeroizing<Element> {
        let result = Number::new();
        // SAFETY: every pointer belongs to an owner that outlives the call; `result` is distinct
        // from the input.
        let done = unsafe {
            BN_from_montgomery(
                result.ptr(),
                self.value.ptr(),
                N.montgomery.as_ptr(),
                self.context.ptr(),
            )
        };
        require(done == 1);
        result.write()
    }
}

/// An owned non-negative integer, wiped when dropped.
struct Number(NonNull<BIGNUM>);

impl Number {
    fn new() -> Number {
        // SAFETY: takes no argument; a null result is refused, any other is owned from here on.
        Number(require_some(NonNull::new(unsafe { BN_new() })))
    }

    fn read(bytes: &[u8]) -> Number {
        let mut number = Number::new();
        number.set(bytes);
        number
    }

    /// Takes the value of big-endian `bytes`, leading zeros included in the width.
    fn set(&mut self, bytes: &[u8]) {
        // SAFETY: pointer and length are those of one slice; the number is live and owned, and
        // `&mut self` excludes other users.
        let same = unsafe { BN_bin2bn(bytes.as_ptr(), bytes.len(), self.ptr()) };
        require(ptr::eq(same, self.ptr()));
    }

    fn write(&self) -> Zeroizing<Element> {
        let mut out = Zeroizing::new([0; LEN]);
        // SAFETY: `out` has LEN bytes to write; the number is live. A number that needs more bytes
        // makes the call fail.
        let done = unsafe { BN_bn2bin_padded(out.as_mut_ptr(), LEN, self.ptr()) };
        require(done == 1);
        out
    }

    fn ptr(&self) -> *mut BIGNUM {
        self.0.as_ptr()
    }
}

impl Drop for Number {
    fn drop(&mut self) {
        // SAFETY: the number is owned and freed nowhere else.
        unsafe { BN_clear_free(self.ptr()) }
    }
}

/// Owned scratch numbers for aws-lc's calls; aws-lc wipes what it frees.
struct Context(NonNull<BN_CTX>);

impl Context {
    fn new() -> Context {
        // SAFETY: takes no argument; a null result is refused, any other is owned from here on.
        Context(require_some(NonNull::new(unsafe { BN_CTX_new() })))
    }

    fn ptr(&self) -> *mut BN_CTX {
        self.0.as_ptr()
    }
}

impl Drop for Context {
    fn drop(&mut self) {
        // SAFETY: the context is owned and freed nowhere else.
        unsafe { BN_CTX_free(self.ptr()) }
    }
}

/// `N` with its Montgomery context; never changed after creation.
struct Modulus {
    prime: Number,
    montgomery: NonNull<BN_MONT_CTX>,
}

// SAFETY: neither part is tied to the thread that made it.
unsafe impl Send for Modulus {}
// SAFETY: after `Modulus::new` both parts are only handed to parameters that aws-lc declares const
// and does not write to, so threads may read them at once.
unsafe impl Sync for Modulus {}

impl Modulus {
    fn new() -> Modulus {
        let (prime, context) = (Number::read(&bytes(prime())), Context::new());
        // SAFETY: both pointers are live; a null result is refused, any other is owned from here
        // on.
        let montgomery = unsafe { BN_MONT_CTX_new_for_modulus(prime.ptr(), context.ptr()) };
        Modulus { prime, montgomery: require_some(NonNull::new(montgomery)) }
    }
}

impl Drop for Modulus {
    fn drop(&mut self) {
        // SAFETY: the context is owned and freed nowhere else.
        unsafe { BN_MONT_CTX_free(self.montgomery.as_ptr()) }
    }
}

fn require(done: bool) {
    require_some(done.then_some(()));
}

#[expect(
    clippy::expect_used,
    reason = "INVARIANT: with inputs in range these calls fail only when memory runs out, where Rust's own allocator stops the process too"
)]
fn require_some<T>(value: Option<T>) -> T {
    value.expect("aws-lc has memory for its numbers")
}
