//! The account that a sign-in is about. An unknown name gets a simulated one, at the same cost.

use domain::credential::PasswordCredential;
use domain::user::UserStatus;
use store::{Batch, Credential, Get, Membership, Prefix, ReadSet, Spent, User, UserSessions};

use crate::config::PoolConfig;
use crate::error::Error;
use crate::limits::PASSWORD;
use crate::passwords::RightPassword;
use crate::request::Ctx;
use crate::tokens::sessions;
use crate::users::{Counter, CounterReads, NamedUser, Names, Origin, Place, status_of};
use crate::{passwords, texts};

/// The rows of one account, read in one snapshot.
pub(crate) struct Account {
    /// Where the rows are; for an unknown name, where they would be.
    pub(crate) place: Place,
    /// The real username, or a simulated one.
    pub(crate) username: String,
    /// Subject of the lock-out: one for all names of a user; the simulated user's for an unknown
    /// name.
    pub(crate) subject: String,
    /// `None` if the name is unknown.
    pub(crate) user: Option<User>,
    pub(crate) credential: Option<Credential>,
    pub(crate) memberships: Vec<Membership>,
    /// The lock-out counter that the caller's failures belong to.
    pub(crate) counter: Counter,
    /// Set if the challenge being answered was answered before.
    pub(crate) spent: Option<Spent>,
    /// The user's sessions; not read if they are not tracked.
    pub(crate) sessions: Option<UserSessions>,
}

impl Account {
    /// Reads the account that a name means. Two store calls, whether the name is known or not.
    pub(crate) async fn by_name(
        ctx: &Ctx,
        pool: &PoolConfig,
        name: &str,
        names: Names,
    ) -> Result<Self, Error> {
        let also = |named: &NamedUser| below(pool, &named.place, &named.origin, None);
        let (named, user, below) = NamedUser::read(ctx, pool, name, names, also).await?;
        let NamedUser { place, subject, origin, simulated, .. } = named;
        Ok(Self::new(ctx, (place, simulated, subject), &origin, user, below))
    }

    /// Reads the account that a challenge was made for.
    pub(crate) async fn of_challenge(
        ctx: &Ctx,
        pool: &PoolConfig,
        of: ChallengeOf<'_>,
    ) -> Result<Self, Error> {
        let place = Place::of(pool, of.user_id);
        let origin = Origin::of(ctx, pool, of.user_id, of.subject);
        let below = below(pool, &place, &origin, Some(of.spent_id));
        let (user, below) = ctx.server.store.read((place.user(), below)).await?;
        let named = (place, of.username.to_owned(), of.subject.to_owned());
        Ok(Self::new(ctx, named, &origin, user, below))
    }

    /// `simulated` is the username if there is no user.
    fn new(
        ctx: &Ctx,
        (place, simulated, subject): (Place, String, String),
        origin: &Origin,
        user: Option<User>,
        below: <Below as ReadSet>::Out,
    ) -> Self {
        let (credential, memberships, counters, spent, sessions) = below;
        let counter = origin.counter(ctx.now, counters);
        let username = user.as_ref().map_or(simulated, |user| user.username.clone());
        let (spent, sessions) = (spent.flatten(), sessions.flatten());
        Self { place, username, subject, user, credential, memberships, counter, spent, sessions }
    }

    /// The password's credential. For an unknown name, or a user without a password, a simulated
    /// one after the same work.
    pub(crate) fn password(
        &self,
        ctx: &Ctx,
        pool: &PoolConfig,
    ) -> Result<PasswordCredential, Error> {
        let Some(row) = &self.credential else {
            pool.keys.unseal_decoy();
            let pool_name = domain::ids::pool_name(pool.id());
            return Ok(PasswordCredential::simulated(
                &pool.keys.stable,
                ctx.server.settings.at_rest,
                pool_name,
                &self.username,
            ));
        };
        passwords::open(pool, &self.place, row)
    }

    /// Adds to the batch that the user signs in from the caller's network, unless that is already
    /// recorded.
    pub(crate) fn learn(&self, ctx: &Ctx, batch: &mut Batch) {
        self.counter.learn(ctx.now, &self.place, batch);
    }

    /// Replaces the credential in the batch if it is stored in another form than new passwords are;
    /// it must be the right password's. The password that was read must still be there at the
    /// commit, so one set in the meantime is kept.
    pub(crate) fn convert(
        &mut self,
        ctx: &Ctx,
        pool: &PoolConfig,
        right: &RightPassword,
        batch: &mut Batch,
    ) {
        let Some(row) = &mut self.credential else { return };
        let Some(converted) = right.converted(ctx, pool, &self.place, row) else { return };
        batch.put(&converted, Some(row.rev));
        // What follows, such as a challenge session, is bound to the row as committed.
        *row = Credential { rev: batch.rev(), ..converted };
    }

    /// Refuses a disabled user and one who has not confirmed the sign-up, before the password is
    /// looked at. For clients that do not hide whether a user exists.
    pub(crate) fn require_usable(&self) -> Result<(), Error> {
        match &self.user {
            Some(user) if !user.enabled => Err(texts::user_disabled()),
            Some(user) if status_of(user)? == UserStatus::Unconfirmed => {
                Err(texts::user_not_confirmed())
            }
            _ => Ok(()),
        }
    }

    /// Revision of the credential, or 0 without one; challenges are bound to it.
    pub(crate) fn credential_rev(&self) -> i64 {
        self.credential.as_ref().map_or(0, |row| row.rev.0)
    }

    /// The user's token generation; 0 for an unknown name.
    pub(crate) fn token_gen(&self) -> i64 {
        self.user.as_ref().map_or(0, |user| user.token_gen)
    }
}

/// What a challenge records about the account that it was made for.
pub(crate) struct ChallengeOf<'a> {
    pub(crate) user_id: &'a str,
    pub(crate) username: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) spent_id: &'a str,
}

/// Rows read together with the user.
type Below = (
    Get<Credential>,
    Prefix<Membership>,
    CounterReads,
    Option<Get<Spent>>,
    Option<Get<UserSessions>>,
);

fn below(pool: &PoolConfig, place: &Place, origin: &Origin, spent_id: Option<&str>) -> Below {
    let Place { user_id, part } = place;
    (
        Credential::get(part, user_id, passwords::PASSWORD_KIND, passwords::PASSWORD_ID),
        Membership::of(part, user_id),
        origin.reads(pool, place, PASSWORD),
        spent_id.map(|id| Spent::get(&pool.subject_part(id), id)),
        sessions::tracked(pool, place),
    )
}
