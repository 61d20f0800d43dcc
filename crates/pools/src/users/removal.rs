//! Removes a user: its row first, its names by key, and everything below it by a sweep after the
//! row.

use domain::lockout;
use domain::names::AliasKind;
use store::{
    Attempts, Batch, Code, Credential, Family, GroupMember, Lookup, Membership, User, UserNetworks,
    UserSessions,
};

use crate::config::PoolConfig;
use crate::error::Error;
use crate::request::Ctx;
use crate::users::{self, attributes_of, rows as user_rows};

/// Adds the removal to the batch. The user row is deleted as it was read: adding a user to a group
/// bumps the row, so no membership is missed.
pub async fn remove_user(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: &User,
    batch: &mut Batch,
) -> Result<(), Error> {
    let attributes = attributes_of(user)?;
    let alias = |kind: AliasKind| {
        attributes.get(kind.as_str()).map(|value| users::alias_lookup(pool, kind, value))
    };
    let (username, email, phone, preferred, memberships) = ctx
        .server
        .store
        .read((
            users::username_lookup(pool, &user.username),
            alias(AliasKind::Email),
            alias(AliasKind::PhoneNumber),
            alias(AliasKind::PreferredUsername),
            Membership::of(&user.part, &user.user_id),
        ))
        .await?;
    batch.delete(user);
    user_rows::forget(user, batch)?;
    let mut names: Vec<Lookup> = [username, email.flatten(), phone.flatten(), preferred.flatten()]
        .into_iter()
        .flatten()
        .collect();
    names.retain(|row| row.user_id == user.user_id);
    // The preferred username may equal the username.
    names.sort_by(|a, b| (&a.kind, &a.value).cmp(&(&b.kind, &b.value)));
    names.dedup_by(|a, b| a.kind == b.kind && a.value == b.value);
    for row in &names {
        batch.delete(row);
    }
    for membership in memberships {
        let part = pool.group_part(&membership.group_id);
        batch.remove(GroupMember::key(&part, &membership.group_id, &user.user_id));
    }
    let (part, user_id) = (&user.part, &user.user_id);
    batch.sweep(Credential::of(part, user_id));
    batch.sweep(Membership::of(part, user_id));
    batch.sweep(Family::of(part, user_id));
    batch.sweep(Code::of(part, user_id));
    batch.remove(UserSessions::key(part, user_id));
    batch.remove(UserNetworks::key(part, user_id));
    let subject = lockout::subject_for_user(&pool.keys.stable, user_id);
    batch.sweep(Attempts::of(&pool.subject_part(&subject), &subject));
    Ok(())
}
