//! `AdminCreateUser`: an administrator creates a user with a temporary password, or sends the
//! invitation again.

use domain::names::AliasKind;
use pools::administration::{Invitation, NewUser, PoolUser, create_user, resend_invitation};
use pools::error::Error;
use pools::request::Ctx;
use wire::idp::{
    AdminCreateUserRequest, AdminCreateUserResponse, DeliveryMediumType, MessageActionType,
};

use crate::shown;

/// The user is in FORCE_CHANGE_PASSWORD and chooses their own password at the first sign-in.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminCreateUserRequest,
) -> Result<AdminCreateUserResponse, Error> {
    let new = NewUser {
        who: PoolUser { pool_id: &input.user_pool_id, username: &input.username },
        password: input.temporary_password.as_ref().map(|password| password.as_str()),
        attributes: input.user_attributes.as_deref().unwrap_or_default(),
        forces_aliases: input.force_alias_creation.unwrap_or(false),
        invitation: invitation(&input),
    };
    let user = match input.message_action {
        Some(MessageActionType::Resend) => resend_invitation(ctx, &new).await?,
        _ => create_user(ctx, &new).await?,
    };
    Ok(AdminCreateUserResponse { user: Some(shown::user(&user)?) })
}

fn invitation(input: &AdminCreateUserRequest) -> Invitation {
    if input.message_action == Some(MessageActionType::Suppress) {
        return Invitation::Suppressed;
    }
    let kind = |medium: &DeliveryMediumType| match medium {
        DeliveryMediumType::Sms => AliasKind::PhoneNumber,
        DeliveryMediumType::Email => AliasKind::Email,
    };
    match input.desired_delivery_mediums.as_deref().unwrap_or_default() {
        [] => Invitation::Default,
        mediums => Invitation::By(mediums.iter().map(kind).collect()),
    }
}
