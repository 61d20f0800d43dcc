//! `AdminCreateUser`: an administrator makes an account with a temporary password, or sends the
//! invitation again.

use domain::message::{self, Recipient};
use domain::names::AliasKind;
use domain::password::generate_temporary;
use domain::pool::{Trigger, UserPool};
use domain::user::{self, UserStatus};
use pools::codes;
use pools::config::PoolConfig;
use pools::error::{Error, refuse};
use pools::passwords::{self, Made, PASSWORD_ID, PASSWORD_KIND, Prefix, allows_passwordless};
use pools::request::{Ctx, SENDING, chosen};
use pools::users::aliases::{self, Claim};
use pools::users::{self, Place, attributes_of, rows as user_rows, status_of};
use store::{Batch, Credential, User};
use wire::ExceptionType as Kind;
use wire::idp::{
    AdminCreateUserRequest, AdminCreateUserResponse, DeliveryMediumType, MessageActionType,
};
use zeroize::Zeroizing;

use crate::shown;

/// The user is in FORCE_CHANGE_PASSWORD and chooses its own password at the first sign-in.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminCreateUserRequest,
) -> Result<AdminCreateUserResponse, Error> {
    let request = Request { sub: chosen::user_id(ctx)?, input };
    let (mut password, mut made) = (None, Made::default());
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&request.input.user_pool_id).await?;
        ctx.fire(&pool.settings, &[Trigger::PreSignUp]).await?;
        if password.is_none() {
            password = request.password(ctx, &pool.settings)?;
        }
        let mut batch = ctx.batch();
        let user = match request.input.message_action {
            Some(MessageActionType::Resend) => {
                request.resend(ctx, &pool, password.as_ref(), &mut made, &mut batch).await?
            }
            _ => request.create(ctx, &pool, password.as_ref(), &mut made, &mut batch).await?,
        };
        if tries.commit(batch).await? {
            return Ok(AdminCreateUserResponse { user: Some(shown::user(&user)?) });
        }
    }
}

/// The request with what is made once for it.
struct Request {
    sub: String,
    input: AdminCreateUserRequest,
}

impl Request {
    /// The temporary password, given or made; `None` for a user of a pool without passwords.
    fn password(&self, ctx: &Ctx, pool: &UserPool) -> Result<Option<Zeroizing<String>>, Error> {
        let given = self.input.temporary_password.as_ref().filter(|password| !password.is_empty());
        let Some(given) = given else {
            let is_passwordless = allows_passwordless(pool)
                && self.input.message_action != Some(MessageActionType::Resend);
            return Ok((!is_passwordless)
                .then(|| generate_temporary(&pool.password_policy(), &ctx.server.rng)));
        };
        passwords::check_policy(pool, Prefix::AdminCreate, given)?;
        Ok(Some(Zeroizing::new(given.as_str().to_owned())))
    }

    async fn create(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        password: Option<&Zeroizing<String>>,
        made: &mut Made,
        batch: &mut Batch,
    ) -> Result<User, Error> {
        let given = self.input.user_attributes.as_deref().unwrap_or_default();
        let checked = user::admin_create(&pool.settings, &self.input.username, given);
        let (attributes, mut name) = checked.map_err(Error::from)?;
        if pool.settings.username_attributes().is_empty() {
            // Aliases are not names: whether one is taken is another question, with another answer.
            name.aliases.clear();
        }
        let username = name.username.clone().unwrap_or_else(|| self.sub.clone());
        let place = Place::of(pool, &self.sub);
        users::require_free(ctx, pool, &username, &name.aliases, "User account already exists")
            .await?;
        if ctx.chosen_id.is_some() {
            users::require_free_sub(ctx, pool, &self.sub).await?;
        }
        let status = if password.is_some() {
            UserStatus::ForceChangePassword
        } else {
            UserStatus::Confirmed
        };
        let user = users::new_user(ctx, pool, &place, &username, status, &attributes);
        batch.unchanged(&pool.row);
        user_rows::insert(&user, batch)?;
        users::claim(pool, &place, &username, &name.aliases, batch);
        if pool.settings.username_attributes().is_empty() {
            // An address that the administrator vouches for signs in at once.
            let claim = Claim {
                confirmed: status == UserStatus::Confirmed,
                force: self.input.force_alias_creation.unwrap_or(false),
            };
            aliases::activate(ctx, pool, &user, &attributes, claim, batch).await?;
        }
        if let Some(password) = password {
            batch.insert(&made.row(ctx, pool, &user, password, true).await?);
        }
        self.invite(ctx, pool, &user, password, batch).await?;
        Ok(user)
    }

    async fn resend(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        password: Option<&Zeroizing<String>>,
        made: &mut Made,
        batch: &mut Batch,
    ) -> Result<User, Error> {
        if let Some(id) = &ctx.chosen_id {
            return Err(refuse(
                Kind::InvalidParameter,
                format!("RESEND makes no user that could have the id {id}."),
            ));
        }
        let name = self.input.username.as_str();
        let credential = |place: &Place| {
            Credential::get(&place.part, &place.user_id, PASSWORD_KIND, PASSWORD_ID)
        };
        let (before, earlier) = users::require_user_with(ctx, pool, name, credential).await?;
        if status_of(&before)? != UserStatus::ForceChangePassword {
            let text = format!("Resend not possible. {name} status is not FORCE_CHANGE_PASSWORD");
            return Err(refuse(Kind::UnsupportedUserState, text));
        }
        let mut user = before.clone();
        user.modified = ctx.now.millis();
        user_rows::update(&before, &user, batch)?;
        if let Some(password) = password {
            let turned =
                passwords::turn_over(ctx, pool, &before, earlier.as_ref(), password, batch).await;
            turned.map_err(as_invalid_password)?;
            let credential = made.row(ctx, pool, &user, password, true).await?;
            batch.put(&credential, earlier.map(|earlier| earlier.rev));
        }
        self.invite(ctx, pool, &user, password, batch).await?;
        Ok(user)
    }

    /// Queues the invitation on each wanted medium that the user has an address for; the default
    /// medium is SMS.
    async fn invite(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        user: &User,
        password: Option<&Zeroizing<String>>,
        batch: &mut Batch,
    ) -> Result<(), Error> {
        if self.input.message_action == Some(MessageActionType::Suppress) {
            return Ok(());
        }
        let attributes = attributes_of(user)?;
        let wanted =
            self.input.desired_delivery_mediums.as_deref().filter(|mediums| !mediums.is_empty());
        let mediums = wanted.unwrap_or(&[DeliveryMediumType::Sms]);
        let address = |medium: &DeliveryMediumType| {
            let kind = if *medium == DeliveryMediumType::Sms {
                AliasKind::PhoneNumber
            } else {
                AliasKind::Email
            };
            attributes.get(kind.as_str()).map(|value| (kind, value))
        };
        let reached: Vec<_> = mediums.iter().filter_map(address).collect();
        if wanted.is_some() && reached.is_empty() {
            return Err(refuse(
                Kind::InvalidParameter,
                "User has no attribute matching desired delivery mediums",
            ));
        }
        if !reached.is_empty() {
            ctx.fire(&pool.settings, &SENDING).await?;
        }
        let place = Place::from(user);
        let shown_name = self.input.username.as_str();
        for (kind, destination) in reached {
            let to = Recipient {
                contact: kind,
                destination,
                username: shown_name,
                user_id: &user.user_id,
            };
            if let Some(text) = message::invitation(
                &pool.settings,
                &to,
                password.map(|password| password.as_str()),
                ctx.now,
            ) {
                codes::put_message(ctx, pool, &place, &text, batch);
            }
        }
        Ok(())
    }
}

/// The operation declares no `PasswordHistoryPolicyViolationException`.
fn as_invalid_password(error: Error) -> Error {
    match error {
        Error::Exception(used) if used.kind == Kind::PasswordHistoryPolicyViolation => {
            refuse(Kind::InvalidPassword, used.message)
        }
        other => other,
    }
}
