mod check;
mod simulated;
mod stored;
mod verify;

use domain::credential::{Argon2Memory, AtRest, NewPassword, PasswordCredential};
use domain::{Meter, Rng, Time};

/// The credential of `pool`'s user `user` with the password `Passw0rd!`.
fn credential(at_rest: AtRest, memory: &mut Argon2Memory) -> PasswordCredential {
    let new = NewPassword {
        at_rest,
        pool_name: "pool",
        user_id: "user",
        password: "Passw0rd!",
        issued: Time(1_793_696_707_123),
        temporary: at_rest == AtRest::Argon2id,
    };
    PasswordCredential::make(&new, &Rng::seeded(1), memory, &Meter::new())
}
