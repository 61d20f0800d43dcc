//! A user creates an account.

use domain::message::MessageKind;
use domain::pool::Trigger;
use domain::user::{self, Attributes, SignUpName, UserStatus};
use store::Batch;
use wire::ExceptionType as Kind;
use wire::idp::{AttributeType, CodeDeliveryDetailsType};
use zeroize::Zeroizing;

use super::ByName;
use crate::codes::{self, NewCode, SendTo};
use crate::config::{ClientConfig, PoolConfig};
use crate::error::{Error, refuse};
use crate::passwords::{self, NewCredential, Prefix, allows_passwordless};
use crate::request::Ctx;
use crate::users::{self, Place, rows};

/// A new account.
#[derive(Clone, Copy)]
pub struct SignUp<'a> {
    /// The app client, and the name the user chose.
    pub who: ByName<'a>,
    /// The password; absent or empty if the pool lets users have none.
    pub password: Option<&'a str>,
    /// The attributes, as sent.
    pub attributes: &'a [AttributeType],
}

/// An account that was created.
pub struct SignedUp {
    /// The user's immutable id.
    pub sub: String,
    /// Where the confirmation code was sent, if the pool sends one.
    pub sent: Option<CodeDeliveryDetailsType>,
}

/// Creates the account. It is UNCONFIRMED until a code or an administrator confirms it.
///
/// # Errors
/// `UsernameExistsException`, `InvalidPasswordException`, `InvalidParameterException`;
/// `NotAuthorizedException` if only administrators create users; `TooManyRequestsException` while
/// the disk is almost full.
pub async fn sign_up(ctx: &Ctx, request: SignUp<'_>) -> Result<SignedUp, Error> {
    let sub = ctx.server.rng.uuid();
    let code = NewCode::make(ctx);
    let mut made = NewCredential::default();
    let mut tries = ctx.tries();
    loop {
        let (pool, client) = request.who.require_client(ctx).await?;
        let draft = Draft::check(&pool, &client, &request)?;
        ctx.require_room()?;
        ctx.fire(&pool.settings, &[Trigger::PreSignUp], request.who.username).await?;
        let place = Place::of(&pool, &sub);
        let username = draft.name.username.clone().unwrap_or_else(|| sub.clone());
        let (aliases, taken) = (&draft.name.aliases, "User already exists");
        users::require_free(ctx, &pool, &username, aliases, taken).await?;
        let status = UserStatus::Unconfirmed;
        let user = users::new_user(ctx, &pool, &place, &username, status, &draft.attributes);
        let credential = match &draft.password {
            Some(password) => Some(made.row(ctx, &pool, &user, password, false).await?),
            None => None,
        };
        let mut batch = ctx.batch();
        batch.unchanged(&pool.row);
        rows::insert(&user, &mut batch)?;
        if let Some(credential) = &credential {
            batch.insert(credential);
        }
        users::claim(&pool, &place, &username, aliases, &mut batch);
        // Who creates the account owns it: the attempts of others must not use up the owner's.
        if let Some(network) = users::first_network(ctx, &pool, &place) {
            batch.insert(&network);
        }
        let sent = draft.send_code(ctx, &pool, &place, &username, &code, &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(SignedUp { sub, sent });
        }
    }
}

/// A request that passed the pool's rules.
struct Draft {
    name: SignUpName,
    attributes: Attributes,
    password: Option<Zeroizing<String>>,
}

impl Draft {
    fn check(
        pool: &PoolConfig,
        client: &ClientConfig,
        request: &SignUp<'_>,
    ) -> Result<Self, Error> {
        if pool.settings.admin_create_only() {
            return Err(refuse(Kind::NotAuthorized, "SignUp is not permitted for this user pool"));
        }
        let password = request.password.filter(|password| !password.is_empty());
        let password = password.map(|password| Zeroizing::new(password.to_owned()));
        if password.is_some() || !allows_passwordless(&pool.settings) {
            let checked = password.as_ref().map_or("", |password| password.as_str());
            passwords::check_policy(&pool.settings, Prefix::SignUp, checked)?;
        }
        let (settings, username) = (&client.settings, request.who.username);
        let (attributes, name) =
            user::sign_up(&pool.settings, settings, username, request.attributes)?;
        Ok(Self { name, attributes, password })
    }

    async fn send_code(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        place: &Place,
        username: &str,
        code: &NewCode,
        batch: &mut Batch,
    ) -> Result<Option<CodeDeliveryDetailsType>, Error> {
        let Some((kind, destination)) = codes::sign_up_destination(pool, &self.attributes) else {
            return Ok(None);
        };
        let (message, destination) = (MessageKind::SignUp, destination.as_str());
        let to = SendTo { message, place, username, kind, destination, is_pending: false };
        codes::send(ctx, pool, codes::SIGN_UP, &to, code, None, batch).await.map(Some)
    }
}
