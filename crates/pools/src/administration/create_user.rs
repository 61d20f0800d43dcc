//! An administrator creates a user with a temporary password, or sends the invitation again.

use domain::password::generate_temporary;
use domain::pool::{Trigger, UserPool};
use domain::user::{self, UserStatus};
use store::{Batch, Credential, User};
use wire::ExceptionType as Kind;
use wire::idp::AttributeType;
use zeroize::Zeroizing;

use super::{Invitation, PoolUser};
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::passwords::{
    self, NewCredential, PASSWORD_ID, PASSWORD_KIND, Prefix, allows_passwordless,
};
use crate::request::{Ctx, chosen};
use crate::users::aliases::{self, Claim};
use crate::users::{self, Place, rows, status_of};

/// A user to create, or to invite again.
pub struct NewUser<'a> {
    /// The pool, and the name that the administrator chose.
    pub who: PoolUser<'a>,
    /// The temporary password; absent or empty to generate one.
    pub password: Option<&'a str>,
    /// The attributes, as sent.
    pub attributes: &'a [AttributeType],
    /// Whether verified addresses are taken from other users (`ForceAliasCreation`).
    pub forces_aliases: bool,
    /// Whether and how the user is invited.
    pub invitation: Invitation,
}

/// Creates the user, who is FORCE_CHANGE_PASSWORD and chooses their own password at the first
/// sign-in; in a pool that lets users have no password, a user without one is CONFIRMED. If no
/// invitation can tell a generated password, the user gets none: an administrator sets one, or
/// invites the user again.
///
/// # Errors
/// `UsernameExistsException`, `AliasExistsException`, `InvalidPasswordException`,
/// `InvalidParameterException`, `ResourceNotFoundException`; the refusal of a trigger.
pub async fn create_user(ctx: &Ctx, new: &NewUser<'_>) -> Result<User, Error> {
    Request { sub: chosen::user_id(ctx)?, new, is_resend: false }.run(ctx).await
}

/// Sends the invitation again, with a new temporary password. Attributes and aliases of `new` are
/// ignored. Without a password in the request, the user needs an address that the invitation can go
/// to.
///
/// # Errors
/// `UnsupportedUserStateException` unless the user is FORCE_CHANGE_PASSWORD;
/// `InvalidPasswordException`, `InvalidParameterException`, `ResourceNotFoundException`,
/// `UserNotFoundException`; the refusal of a trigger.
pub async fn resend_invitation(ctx: &Ctx, new: &NewUser<'_>) -> Result<User, Error> {
    Request { sub: chosen::user_id(ctx)?, new, is_resend: true }.run(ctx).await
}

/// A request with the `sub` that was made for it once.
struct Request<'a> {
    sub: String,
    new: &'a NewUser<'a>,
    is_resend: bool,
}

impl Request<'_> {
    async fn run(&self, ctx: &Ctx) -> Result<User, Error> {
        let (mut password, mut made) = (None, NewCredential::default());
        let mut tries = ctx.tries();
        loop {
            let pool = ctx.require_pool(self.new.who.pool_id).await?;
            ctx.fire(&pool.settings, &[Trigger::PreSignUp], self.new.who.username).await?;
            if password.is_none() {
                password = self.password(ctx, &pool.settings)?;
            }
            if !self.is_resend {
                ctx.require_room()?;
            }
            let mut batch = ctx.batch();
            let user = if self.is_resend {
                self.resend(ctx, &pool, password.as_ref(), &mut made, &mut batch).await?
            } else {
                self.create(ctx, &pool, password.as_ref(), &mut made, &mut batch).await?
            };
            let invited = (&user, self.new.who.username);
            self.new.invitation.put(ctx, &pool, invited, password.as_ref(), &mut batch).await?;
            if tries.commit(batch).await? {
                return Ok(user);
            }
        }
    }

    /// The temporary password in the request.
    fn given(&self) -> Option<&str> {
        self.new.password.filter(|password| !password.is_empty())
    }

    /// The temporary password, given or generated; `None` for a new user without a password, and
    /// where nobody would get to know it.
    fn password(&self, ctx: &Ctx, pool: &UserPool) -> Result<Option<Zeroizing<String>>, Error> {
        let Some(given) = self.given() else {
            let NewUser { who, attributes, invitation, .. } = self.new;
            let is_needless = allows_passwordless(pool)
                || invitation.reaches_nobody(pool, who.username, attributes);
            return Ok((self.is_resend || !is_needless)
                .then(|| generate_temporary(&pool.password_policy(), &ctx.server.rng)));
        };
        passwords::check_policy(pool, Prefix::AdminCreate, given)?;
        Ok(Some(Zeroizing::new(given.to_owned())))
    }

    async fn create(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        password: Option<&Zeroizing<String>>,
        made: &mut NewCredential,
        batch: &mut Batch,
    ) -> Result<User, Error> {
        let NewUser { who, attributes, forces_aliases, .. } = *self.new;
        let checked = user::admin_create(&pool.settings, who.username, attributes);
        let (attributes, mut name) = checked.map_err(Error::from)?;
        let has_aliases = pool.settings.username_attributes().is_empty();
        if has_aliases {
            // A taken alias is checked separately, and answered differently from a taken name.
            name.aliases.clear();
        }
        let username = name.username.clone().unwrap_or_else(|| self.sub.clone());
        let place = Place::of(pool, &self.sub);
        users::require_free(ctx, pool, &username, &name.aliases, "User account already exists")
            .await?;
        if ctx.chosen_id.is_some() {
            users::require_free_sub(ctx, pool, &self.sub).await?;
        }
        let status = if password.is_none() && allows_passwordless(&pool.settings) {
            UserStatus::Confirmed
        } else {
            UserStatus::ForceChangePassword
        };
        let user = users::new_user(ctx, pool, &place, &username, status, &attributes);
        batch.unchanged(&pool.row);
        rows::insert(&user, batch)?;
        users::claim(pool, &place, &username, &name.aliases, batch);
        if has_aliases {
            // An address that the administrator marks as verified signs in immediately.
            let confirmed = status == UserStatus::Confirmed;
            let claim = Claim { confirmed, force: forces_aliases };
            aliases::activate(ctx, pool, &user, &attributes, claim, batch).await?;
        }
        if let Some(password) = password {
            batch.insert(&made.row(ctx, pool, &user, password, true).await?);
        }
        Ok(user)
    }

    async fn resend(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        password: Option<&Zeroizing<String>>,
        made: &mut NewCredential,
        batch: &mut Batch,
    ) -> Result<User, Error> {
        if let Some(id) = &ctx.chosen_id {
            return Err(refuse(
                Kind::InvalidParameter,
                format!("RESEND creates no user, so the id {id} cannot be chosen."),
            ));
        }
        let name = self.new.who.username;
        let credential = |place: &Place| {
            Credential::get(&place.part, &place.user_id, PASSWORD_KIND, PASSWORD_ID)
        };
        let (before, earlier) = users::require_user_with(ctx, pool, name, credential).await?;
        if status_of(&before)? != UserStatus::ForceChangePassword {
            let text = format!("Resend not possible. {name} status is not FORCE_CHANGE_PASSWORD");
            return Err(refuse(Kind::UnsupportedUserState, text));
        }
        if self.given().is_none() {
            // A password that nobody gets to know would replace one that somebody may know.
            self.new.invitation.require_reach(&before)?;
        }
        let mut user = before.clone();
        user.modified = ctx.now.millis();
        rows::update(&before, &user, batch)?;
        if let Some(password) = password {
            let turned =
                passwords::update_history(ctx, pool, &before, earlier.as_ref(), password, batch)
                    .await;
            turned.map_err(as_invalid_password)?;
            made.put(ctx, pool, (&user, earlier.as_ref()), (password, true), batch).await?;
        }
        Ok(user)
    }
}

/// Rewords a reused password, as AdminCreateUser does not declare
/// `PasswordHistoryPolicyViolationException`.
fn as_invalid_password(error: Error) -> Error {
    match error {
        Error::Exception(used) if used.kind == Kind::PasswordHistoryPolicyViolation => {
            refuse(Kind::InvalidPassword, used.message)
        }
        other => other,
    }
}
