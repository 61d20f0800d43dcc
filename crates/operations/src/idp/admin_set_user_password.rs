//! `AdminSetUserPassword`: an administrator sets a permanent or a temporary password.

use domain::user::UserStatus;
use pools::codes;
use pools::error::Error;
use pools::passwords::{self, PASSWORD_ID, PASSWORD_KIND, Prefix};
use pools::request::Ctx;
use pools::users::aliases::{self, Claim};
use pools::users::{Place, attributes_of, require_user_with, rows as user_rows};
use store::{Code, Credential};
use wire::idp::{AdminSetUserPasswordRequest, AdminSetUserPasswordResponse};
use zeroize::Zeroizing;

/// Permanent: CONFIRMED. Temporary: FORCE_CHANGE_PASSWORD, and its validity begins anew. Tokens
/// stay good.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminSetUserPasswordRequest,
) -> Result<AdminSetUserPasswordResponse, Error> {
    let permanent = input.permanent.unwrap_or(false);
    let password = Zeroizing::new(input.password.as_str().to_owned());
    let mut made = None;
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let credential = |place: &Place| {
            Credential::get(&place.part, &place.user_id, PASSWORD_KIND, PASSWORD_ID)
        };
        let (before, earlier) = require_user_with(ctx, &pool, &input.username, credential).await?;
        passwords::check_policy(&pool.settings, Prefix::NotConform, &password)?;
        let mut batch = ctx.batch();
        passwords::turn_over(ctx, &pool, &before, earlier.as_ref(), &password, &mut batch).await?;
        let credential = match made.take() {
            Some(credential) => credential,
            None => passwords::make(ctx, &pool, &before.username, &password, !permanent).await?,
        };
        let status =
            if permanent { UserStatus::Confirmed } else { UserStatus::ForceChangePassword };
        let mut user = before.clone();
        user.status = status.as_str().to_owned();
        user.modified = ctx.now.millis();
        user_rows::update(&before, &user, &mut batch)?;
        batch.put(
            &passwords::row(ctx, &pool, &Place::from(&user), &credential),
            earlier.map(|earlier| earlier.rev),
        );
        // A reset that somebody asked for before this is none any more.
        batch.remove(Code::key(&user.part, &user.user_id, codes::FORGOT_PASSWORD.kind));
        if permanent {
            let claim = Claim { confirmed: true, force: false };
            let activated =
                aliases::activate(ctx, &pool, &user, &attributes_of(&user)?, claim, &mut batch)
                    .await;
            activated.map_err(aliases::undeclared)?;
        }
        made = Some(credential);
        if tries.commit(batch).await? {
            return Ok(AdminSetUserPasswordResponse {});
        }
    }
}
