//! Signs a user out everywhere: tokens, pending challenges and outstanding reset codes.

use store::{Batch, User};

use crate::codes;
use crate::request::Ctx;

/// Replaces the user's token generation: all tokens issued so far, and pending challenges, carry
/// the old one. An outstanding code that resets the password is withdrawn with them: the person
/// being signed out may have requested it. The caller writes the user's row.
pub fn end_sign_ins(ctx: &Ctx, user: &mut User, batch: &mut Batch) {
    user.token_gen = ctx.rev.0;
    codes::cancel_reset(user, batch);
}
