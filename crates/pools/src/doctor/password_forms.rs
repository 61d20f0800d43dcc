//! Counts stored passwords by form: after a change of `passwords.at_rest`, those of the other form
//! are converted as their users sign in.

use domain::Meter;
use domain::credential::{AtRest, PasswordCredential};
use domain::seal::{DataKeys, MasterKeys, Purpose};
use store::{Credential, DataKey, Pool, Prefix, Store};

use super::{PAGE, Unreadable};
use crate::config::{DELETING, open_data_keys};
use crate::error::Error;
use crate::passwords::{HISTORY_KIND, PASSWORD_KIND, password_bound};

/// The stored passwords of one pool, counted by form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PasswordForms {
    /// The pool's id.
    pub pool_id: String,
    /// Users whose password is an SRP verifier.
    pub srp: u64,
    /// Users whose password is an argon2id hash.
    pub argon2id: u64,
    /// Earlier passwords, kept by the pool's password history, that are SRP verifiers.
    pub earlier_srp: u64,
    /// Earlier passwords that are argon2id hashes.
    pub earlier_argon2id: u64,
    /// Passwords, of now or earlier, that cannot be opened.
    pub unreadable: u64,
}

impl PasswordForms {
    /// The users, and the earlier passwords, of this form.
    #[must_use]
    pub fn of(&self, form: AtRest) -> (u64, u64) {
        match form {
            AtRest::Srp => (self.srp, self.earlier_srp),
            AtRest::Argon2id => (self.argon2id, self.earlier_argon2id),
        }
    }
}

/// Counts the stored passwords of every pool that is not being deleted, in the order of pool ids.
///
/// # Errors
/// [`Unreadable`] if the store cannot be read, or the keys of a pool cannot be opened.
pub async fn password_forms(
    store: &Store,
    master: &MasterKeys,
) -> Result<Vec<PasswordForms>, Unreadable> {
    of_pools(store, master).await.map_err(|error| Unreadable(format!("{error}")))
}

async fn of_pools(store: &Store, master: &MasterKeys) -> Result<Vec<PasswordForms>, Error> {
    let mut forms = Vec::new();
    let mut page = Pool::page(None, PAGE);
    loop {
        let pools = store.read(page).await?;
        for row in pools.iter().filter(|row| row.state != DELETING) {
            let data_keys = store.read(DataKey::of(row.pool_id.as_str())).await?;
            let keys = open_data_keys(master, &Meter::new(), &row.pool_id, &data_keys)?;
            forms.push(of_pool(store, row, &keys).await?);
        }
        let Some(last) = pools.last() else { return Ok(forms) };
        page = Pool::page(Some(last.pool_id.as_str()), PAGE);
    }
}

async fn of_pool(store: &Store, pool: &Pool, keys: &DataKeys) -> Result<PasswordForms, Error> {
    let mut forms = PasswordForms { pool_id: pool.pool_id.clone(), ..PasswordForms::default() };
    for part in store::placement::parts(&pool.pool_id, pool.n_parts) {
        let mut page = Prefix::<Credential>::in_part(&part).limit(PAGE);
        loop {
            let rows = store.read(page).await?;
            for row in &rows {
                count(row, keys, &mut forms);
            }
            let Some(last) = rows.last() else { break };
            page = Prefix::in_part(&part).limit(PAGE).after(last);
        }
    }
    Ok(forms)
}

fn count(row: &Credential, keys: &DataKeys, forms: &mut PasswordForms) {
    let is_earlier = match row.kind.as_str() {
        PASSWORD_KIND => false,
        HISTORY_KIND => true,
        _ => return,
    };
    let opened = keys.unseal(Purpose::Password, &password_bound(&row.user_id), &row.sealed).ok();
    let credential = opened.and_then(|bytes| PasswordCredential::from_bytes(&bytes).ok());
    let counted = match (credential.map(|credential| credential.at_rest()), is_earlier) {
        (None, _) => &mut forms.unreadable,
        (Some(AtRest::Srp), false) => &mut forms.srp,
        (Some(AtRest::Srp), true) => &mut forms.earlier_srp,
        (Some(AtRest::Argon2id), false) => &mut forms.argon2id,
        (Some(AtRest::Argon2id), true) => &mut forms.earlier_argon2id,
    };
    *counted += 1;
}
