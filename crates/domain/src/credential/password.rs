use std::fmt;

use zeroize::Zeroizing;

use super::{Argon2Memory, argon};
use crate::srp::{Verifier, new_salt};
use crate::{Meter, Rng, Time};

/// How passwords are stored (`passwords.at_rest`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AtRest {
    /// An SRP verifier: every sign-in flow works.
    #[default]
    Srp,
    /// An argon2id hash: stronger against guessing if the database and its keys are stolen; SRP
    /// flows are refused.
    Argon2id,
}

/// A password to store, and its user.
#[derive(Clone, Copy)]
pub struct NewPassword<'a> {
    /// How to store it.
    pub at_rest: AtRest,
    /// The part of the user pool id after `_`.
    pub pool_name: &'a str,
    /// USER_ID_FOR_SRP: the user's real username.
    pub user_id: &'a str,
    /// The password.
    pub password: &'a str,
    /// When it was set; the validity of a temporary password counts from here.
    pub issued: Time,
    /// Whether the user must replace it at the first sign-in.
    pub temporary: bool,
}

/// The stored form of a user's password. Its bytes are stored sealed.
pub struct PasswordCredential {
    /// The verifier or hash.
    pub secret: PasswordSecret,
    /// When the password was set.
    pub issued: Time,
    /// Whether the user must replace it at the first sign-in.
    pub temporary: bool,
}

/// A verifier or a hash, never both.
pub enum PasswordSecret {
    /// An SRP verifier.
    Srp(Verifier),
    /// An argon2id hash as a PHC string.
    Argon2id(Zeroizing<String>),
}

/// Bytes that are not a stored password credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MalformedCredential;

const VERSION: u8 = 1;
const KIND_SRP: u8 = 1;
const KIND_ARGON2ID: u8 = 2;
const FLAG_TEMPORARY: u8 = 1;

impl PasswordCredential {
    /// The credential of a new password: one modular power, or one argon2 computation in `memory`.
    #[must_use]
    pub fn make(
        new: &NewPassword<'_>,
        rng: &Rng,
        memory: &mut Argon2Memory,
        meter: &Meter,
    ) -> PasswordCredential {
        let secret = match new.at_rest {
            AtRest::Srp => {
                meter.count_powers(1);
                PasswordSecret::Srp(Verifier::derive(
                    new.pool_name,
                    new.user_id,
                    new.password,
                    new_salt(rng),
                ))
            }
            AtRest::Argon2id => {
                meter.count_argon2();
                PasswordSecret::Argon2id(argon::hash(new.password, &rng.bytes(), memory))
            }
        };
        PasswordCredential { secret, issued: new.issued, temporary: new.temporary }
    }

    /// Whether `password` is the stored one, compared in constant time: one modular power, or one
    /// argon2 computation in `memory`.
    #[must_use]
    pub fn verify(
        &self,
        pool_name: &str,
        user_id: &str,
        password: &str,
        memory: &mut Argon2Memory,
        meter: &Meter,
    ) -> bool {
        match &self.secret {
            PasswordSecret::Srp(verifier) => {
                meter.count_powers(1);
                verifier.check(pool_name, user_id, password)
            }
            PasswordSecret::Argon2id(phc) => {
                meter.count_argon2();
                argon::verify(phc, password, memory)
            }
        }
    }

    /// How the password is stored. Only for [`AtRest::Argon2id`] does
    /// [`PasswordCredential::verify`] need working memory, and a thread that may be busy for 16 ms.
    #[must_use]
    pub fn at_rest(&self) -> AtRest {
        match &self.secret {
            PasswordSecret::Srp(_) => AtRest::Srp,
            PasswordSecret::Argon2id(_) => AtRest::Argon2id,
        }
    }

    /// The verifier, if the password is stored as one.
    #[must_use]
    pub fn verifier(&self) -> Option<&Verifier> {
        match &self.secret {
            PasswordSecret::Srp(verifier) => Some(verifier),
            PasswordSecret::Argon2id(_) => None,
        }
    }

    /// The stored form: format version, kind, flags, time of issue (8 bytes, big-endian), then the
    /// verifier or the PHC string.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let (kind, secret) = match &self.secret {
            PasswordSecret::Srp(verifier) => (KIND_SRP, verifier.to_bytes()),
            PasswordSecret::Argon2id(phc) => {
                (KIND_ARGON2ID, Zeroizing::new(phc.as_bytes().to_vec()))
            }
        };
        let flags = if self.temporary { FLAG_TEMPORARY } else { 0 };
        Zeroizing::new(
            [[VERSION, kind, flags].as_slice(), &self.issued.millis().to_be_bytes(), &secret]
                .concat(),
        )
    }

    /// Reads the form of [`PasswordCredential::to_bytes`]; anything else is refused.
    pub fn from_bytes(bytes: &[u8]) -> Result<PasswordCredential, MalformedCredential> {
        let ([version, kind, flags], rest) =
            bytes.split_first_chunk().ok_or(MalformedCredential)?;
        let (issued, secret) = rest.split_first_chunk().ok_or(MalformedCredential)?;
        if *version != VERSION || *flags > FLAG_TEMPORARY {
            return Err(MalformedCredential);
        }
        let secret = match *kind {
            KIND_SRP => {
                PasswordSecret::Srp(Verifier::from_bytes(secret).map_err(|_| MalformedCredential)?)
            }
            KIND_ARGON2ID => PasswordSecret::Argon2id(parse_phc(secret)?),
            _ => return Err(MalformedCredential),
        };
        Ok(PasswordCredential {
            secret,
            issued: Time(i64::from_be_bytes(*issued)),
            temporary: *flags == FLAG_TEMPORARY,
        })
    }
}

impl fmt::Debug for PasswordCredential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PasswordCredential")
            .field("issued", &self.issued)
            .field("temporary", &self.temporary)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for PasswordSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PasswordSecret::Srp(_) => "Srp(..)",
            PasswordSecret::Argon2id(_) => "Argon2id(..)",
        })
    }
}

impl fmt::Debug for NewPassword<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewPassword")
            .field("at_rest", &self.at_rest)
            .field("temporary", &self.temporary)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for MalformedCredential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the stored password credential is malformed")
    }
}

impl std::error::Error for MalformedCredential {}

fn parse_phc(bytes: &[u8]) -> Result<Zeroizing<String>, MalformedCredential> {
    let text = std::str::from_utf8(bytes).map_err(|_| MalformedCredential)?;
    if argon::is_phc(text) { Ok(Zeroizing::new(text.to_owned())) } else { Err(MalformedCredential) }
}
