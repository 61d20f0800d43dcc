//! The message that invites a user created by an administrator.

use domain::message::{self, Recipient};
use domain::names::AliasKind;
use domain::pool::UserPool;
use domain::user::Attributes;
use store::{Batch, User};
use wire::ExceptionType as Kind;
use wire::idp::AttributeType;
use zeroize::Zeroizing;

use crate::codes;
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::request::{Ctx, SENDING};
use crate::users::{Place, attributes_of};

/// Whether and how to invite a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invitation {
    /// By these kinds of address, as far as the user has them; at least one is required.
    By(Vec<AliasKind>),
    /// By text message if the user has a phone number, otherwise not at all.
    Default,
    /// No invitation.
    Suppressed,
}

impl Invitation {
    /// Whether the invitation tells nobody a password. The name and the attributes are those of the
    /// request. An invitation that requires an address is refused without one.
    pub(super) fn reaches_nobody(
        &self,
        pool: &UserPool,
        username: &str,
        attributes: &[AttributeType],
    ) -> bool {
        let phone = AliasKind::PhoneNumber;
        match self {
            Self::Suppressed => true,
            Self::By(_) => false,
            Self::Default => {
                let is_name = pool.username_attributes().contains(&phone) && phone.fits(username);
                let is_given = attributes.iter().any(|one| {
                    one.name == phone.as_str()
                        && one.value.as_ref().is_some_and(|value| !value.is_empty())
                });
                !is_name && !is_given
            }
        }
    }

    /// The addresses among these attributes that the invitation goes to, each with its kind.
    fn reached<'a>(&self, attributes: &'a Attributes) -> Vec<(AliasKind, &'a str)> {
        let kinds = match self {
            Self::Suppressed => [].as_slice(),
            Self::Default => [AliasKind::PhoneNumber].as_slice(),
            Self::By(kinds) => kinds.as_slice(),
        };
        let address = |kind: &AliasKind| attributes.get(kind.as_str()).map(|value| (*kind, value));
        kinds.iter().filter_map(address).collect()
    }

    /// Refuses an invitation that no address of this user can take.
    ///
    /// # Errors
    /// `InvalidParameterException`
    pub(super) fn require_reach(&self, user: &User) -> Result<(), Error> {
        if self.reached(&attributes_of(user)?).is_empty() { Err(no_address()) } else { Ok(()) }
    }

    /// Queues the invitation. `shown_name` is the username as the administrator sent it.
    ///
    /// # Errors
    /// `InvalidParameterException` if the user has none of the addresses; the refusal of a trigger.
    pub(super) async fn put(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
        (user, shown_name): (&User, &str),
        password: Option<&Zeroizing<String>>,
        batch: &mut Batch,
    ) -> Result<(), Error> {
        if *self == Self::Suppressed {
            return Ok(());
        }
        let attributes = attributes_of(user)?;
        let reached = self.reached(&attributes);
        let is_required = matches!(self, Self::By(_));
        if is_required && reached.is_empty() {
            return Err(no_address());
        }
        if !reached.is_empty() {
            ctx.fire(&pool.settings, &SENDING, &user.user_id).await?;
        }
        let place = Place::from(user);
        let password = password.map(|password| password.as_str());
        for (contact, destination) in reached {
            let user_id = &user.user_id;
            let to = Recipient { contact, destination, username: shown_name, user_id };
            if let Some(text) = message::invitation(&pool.settings, &to, password, ctx.now) {
                codes::put_message(ctx, pool, &place, &text, batch);
            }
        }
        Ok(())
    }
}

/// None of the addresses that the invitation would go to.
fn no_address() -> Error {
    refuse(Kind::InvalidParameter, "User has no attribute matching desired delivery mediums")
}
