//! `SignUp`: a user makes an account for itself.

use domain::message::MessageKind;
use domain::pool::Trigger;
use domain::user::{self, Attributes, SignUpName, UserStatus};
use wire::ExceptionType as Kind;
use wire::idp::{SignUpRequest, SignUpResponse};
use zeroize::Zeroizing;

use crate::codes::{self, NewCode, SendTo};
use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::passwords::{self, Prefix, allows_passwordless};
use crate::users::{self, Place};
use crate::{attributes, gate, secrets, user_rows};

/// The account is UNCONFIRMED until its code, or an administrator, confirms it.
pub(crate) async fn handle(ctx: &Ctx, input: SignUpRequest) -> Result<SignUpResponse, Error> {
    let sub = ctx.server.rng.uuid();
    let code = NewCode::make(ctx);
    let mut credential = None;
    let mut tries = ctx.tries();
    loop {
        let (pool, client) = ctx.require_client(&input.client_id).await?;
        secrets::check_hash(
            &client,
            &input.username,
            input.secret_hash.as_ref().map(|hash| hash.as_str()),
        )?;
        let draft = Draft::check(&pool, &client, &input)?;
        gate::no_triggers(&pool.pool, &[Trigger::PreSignUp])?;
        let place = Place::of(&pool, &sub);
        let username = draft.name.username.clone().unwrap_or_else(|| sub.clone());
        users::require_free(ctx, &pool, &username, &draft.name.aliases, "User already exists")
            .await?;
        if let (Some(password), None) = (&draft.password, &credential) {
            credential = Some(passwords::make(ctx, &pool, &username, password, false).await?);
        }
        let mut batch = ctx.batch();
        batch.unchanged(&pool.row);
        let user = users::new_user(
            ctx,
            &pool,
            &place,
            &username,
            UserStatus::Unconfirmed,
            &draft.attributes,
        );
        user_rows::insert(&pool, &user, &mut batch)?;
        if let Some(credential) = &credential {
            batch.insert(&passwords::row(ctx, &pool, &place, credential));
        }
        users::claim(&pool, &place, &username, &draft.name.aliases, &mut batch);
        let sent = match codes::sign_up_destination(&pool, &draft.attributes) {
            None => None,
            Some((kind, destination)) => {
                let (message, place, username) = (MessageKind::SignUp, &place, username.as_str());
                let to = SendTo {
                    message,
                    place,
                    username,
                    kind,
                    destination: &destination,
                    is_pending: false,
                };
                Some(codes::send(ctx, &pool, codes::SIGN_UP, &to, &code, None, &mut batch)?)
            }
        };
        if tries.commit(batch).await? {
            return Ok(SignUpResponse {
                user_confirmed: false,
                user_sub: sub,
                code_delivery_details: sent,
                session: None,
            });
        }
    }
}

/// A request that the pool's rules allow.
struct Draft {
    name: SignUpName,
    attributes: Attributes,
    password: Option<Zeroizing<String>>,
}

impl Draft {
    fn check(
        pool: &PoolConfig,
        client: &crate::config::ClientConfig,
        input: &SignUpRequest,
    ) -> Result<Self, Error> {
        if pool.pool.admin_create_only() {
            return Err(refuse(Kind::NotAuthorized, "SignUp is not permitted for this user pool"));
        }
        let password = input.password.as_ref().filter(|password| !password.is_empty());
        let password = password.map(|password| Zeroizing::new(password.as_str().to_owned()));
        if password.is_some() || !allows_passwordless(&pool.pool) {
            let checked = password.as_ref().map_or("", |password| password.as_str());
            passwords::check_policy(&pool.pool, Prefix::SignUp, checked)?;
        }
        let given = input.user_attributes.as_deref().unwrap_or_default();
        let checked = user::sign_up(&pool.pool, &client.client, &input.username, given);
        let (attributes, name) = checked.map_err(attributes::refused)?;
        Ok(Self { name, attributes, password })
    }
}
