//! Password history: a new password must not be one of the last few (`PasswordHistorySize`,
//! developer guide "Adding password requirements").

use domain::credential::PasswordCredential;
use store::{Batch, Credential, Rev, User};
use wire::ExceptionType as Kind;

use super::{open, verify};
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::request::Ctx;
use crate::users::Place;

/// `kind` of the rows that keep earlier passwords; their ids order them by age.
pub(crate) const HISTORY_KIND: &str = "password-history";

/// Refuses a password that is the user's current one or one of the earlier ones that the pool
/// remembers, and adds the change of the history to the batch. No store call for a pool without a
/// history.
///
/// # Errors
/// `PasswordHistoryPolicyViolationException`
pub(crate) async fn update_history(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: &User,
    current: Option<&Credential>,
    new_password: &str,
    batch: &mut Batch,
) -> Result<(), Error> {
    let size = usize::try_from(pool.settings.password_history_size()).unwrap_or(0);
    let Some(current) = current.filter(|_| size > 0) else { return Ok(()) };
    let rows = ctx.server.store.read(Credential::of(&user.part, &user.user_id)).await?;
    let mut earlier: Vec<Credential> =
        rows.into_iter().filter(|row| row.kind == HISTORY_KIND).collect();
    earlier.reverse();
    let place = Place { user_id: user.user_id.clone(), part: user.part.clone() };
    for row in std::iter::once(current).chain(earlier.iter().take(size - 1)) {
        let credential = std::sync::Arc::new(open(pool, &place, row)?);
        if verify(ctx, pool, &user.username, &credential, new_password).await? {
            return Err(refuse(
                Kind::PasswordHistoryPolicyViolation,
                "Password has previously been used.",
            ));
        }
    }
    let opened: PasswordCredential = open(pool, &place, current)?;
    batch.insert(&Credential {
        kind: HISTORY_KIND.to_owned(),
        credential_id: format!("{:020}-{:019}", opened.issued.millis(), current.rev.0),
        rev: Rev(0),
        ..current.clone()
    });
    // The new password and the one just retired count too.
    for row in earlier.iter().skip(size.saturating_sub(2)) {
        batch.remove(Credential::key(&row.part, &row.user_id, &row.kind, &row.credential_id));
    }
    Ok(())
}
