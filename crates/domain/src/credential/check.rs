use super::{Argon2Memory, AtRest, NewPassword, PasswordCredential};
use crate::{Meter, Rng};

/// A password to check against a stored credential.
#[derive(Clone, Copy)]
pub struct GivenPassword<'a> {
    /// How passwords are to be stored.
    pub at_rest: AtRest,
    /// Whether credentials of the other form may be stored too.
    pub may_be_mixed: bool,
    /// The part of the user pool id after `_`.
    pub pool_name: &'a str,
    /// USER_ID_FOR_SRP: the user's real username.
    pub user_id: &'a str,
    /// The password.
    pub password: &'a str,
}

/// What a check found.
#[derive(Debug)]
pub enum Checked {
    /// It is another password.
    Wrong,
    /// It is the password, and stored in the right form.
    Right,
    /// It is the password; this is its credential in the form it is to be stored in.
    Convertible(PasswordCredential),
}

impl PasswordCredential {
    /// Like [`PasswordCredential::verify`]. Where both forms may be stored, the password is also
    /// made into a credential of the other form, right or wrong, wanted or not: every check is then
    /// one modular power and one argon2 computation, so the time it takes says nothing about the
    /// form.
    #[must_use]
    pub fn check(
        &self,
        given: &GivenPassword<'_>,
        rng: &Rng,
        memory: &mut Argon2Memory,
        meter: &Meter,
    ) -> Checked {
        let GivenPassword { at_rest, may_be_mixed, pool_name, user_id, password } = *given;
        let is_right = self.verify(pool_name, user_id, password, memory, meter);
        let is_converted = self.at_rest() != at_rest;
        if !may_be_mixed && !is_converted {
            return if is_right { Checked::Right } else { Checked::Wrong };
        }
        let other = NewPassword {
            at_rest: self.at_rest().other(),
            pool_name,
            user_id,
            password,
            issued: self.issued,
            temporary: self.temporary,
        };
        let made = PasswordCredential::make(&other, rng, memory, meter);
        match (is_right, is_converted) {
            (false, _) => Checked::Wrong,
            (true, false) => Checked::Right,
            (true, true) => Checked::Convertible(made),
        }
    }
}

impl AtRest {
    /// The other form.
    #[must_use]
    pub fn other(self) -> AtRest {
        match self {
            AtRest::Srp => AtRest::Argon2id,
            AtRest::Argon2id => AtRest::Srp,
        }
    }
}
