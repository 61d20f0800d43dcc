//! A pool's triggers, from one request's point of view. A trigger is called at most once per
//! request and occasion: its answer is kept however often the retry loop runs.
//!
//! There is no runner yet, so a configured trigger refuses what it guards instead of being skipped.

use std::future::Future;
use std::sync::{Mutex, PoisonError};

use domain::pool::{Trigger, UserPool};
use wire::{Exception, ExceptionType as Kind};

use super::Ctx;
use crate::error::Error;

/// The triggers that write or send a message.
pub(crate) const SENDING: [Trigger; 3] =
    [Trigger::CustomMessage, Trigger::CustomSmsSender, Trigger::CustomEmailSender];

/// What this request's triggers accepted, by trigger and occasion. A refusal ends the request, so
/// it is not kept.
#[derive(Default)]
pub(super) struct Answers(Mutex<Vec<(Trigger, String)>>);

impl Answers {
    /// Calls the trigger unless it has answered on this occasion. No lock is held during the call;
    /// a request calls its triggers one after another.
    async fn get(
        &self,
        trigger: Trigger,
        occasion: &str,
        call: impl Future<Output = Result<(), Exception>>,
    ) -> Result<(), Exception> {
        if self.has(trigger, occasion) {
            return Ok(());
        }
        call.await?;
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        answers.push((trigger, occasion.to_owned()));
        Ok(())
    }

    fn has(&self, trigger: Trigger, occasion: &str) -> bool {
        let answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        answers.iter().any(|(of, on)| *of == trigger && on == occasion)
    }
}

impl Ctx {
    /// Calls those of `triggers` that the pool has, in order. `occasion` tells the calls of one
    /// request apart: whom the call is about, and for a message which one. A retry that resolves a
    /// name to another user is another occasion.
    ///
    /// # Errors
    /// The refusal of the first trigger that refuses; `UnexpectedLambdaException` for one that
    /// cannot be called.
    pub(crate) async fn fire(
        &self,
        pool: &UserPool,
        triggers: &[Trigger],
        occasion: &str,
    ) -> Result<(), Error> {
        for trigger in triggers.iter().copied().filter(|one| pool.trigger(*one).is_some()) {
            self.answers.get(trigger, occasion, call(trigger)).await?;
        }
        Ok(())
    }
}

/// Refuses where one of `triggers` is configured: what follows would have to call it.
///
/// # Errors
/// `UnexpectedLambdaException`
pub fn refuse_configured(pool: &UserPool, triggers: &[Trigger]) -> Result<(), Error> {
    match triggers.iter().find(|trigger| pool.trigger(**trigger).is_some()) {
        Some(trigger) => Err(unsupported(*trigger).into()),
        None => Ok(()),
    }
}

async fn call(trigger: Trigger) -> Result<(), Exception> {
    Err(unsupported(trigger))
}

fn unsupported(trigger: Trigger) -> Exception {
    let name = trigger.as_str();
    let text = format!("{name} invocation failed due to error not supported by this server.");
    Exception::new(Kind::UnexpectedLambda, text)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test]
    async fn an_accepted_call_is_not_repeated_on_the_same_occasion() {
        let calls = Cell::new(0);
        let accepts = || async {
            calls.set(calls.get() + 1);
            Ok(())
        };
        let answers = Answers::default();
        for _try in 0..8 {
            assert_eq!(answers.get(Trigger::PreSignUp, "jo", accepts()).await, Ok(()));
        }
        assert_eq!(calls.get(), 1);
        for (trigger, occasion) in [(Trigger::PreSignUp, "al"), (Trigger::CustomMessage, "jo")] {
            assert_eq!(answers.get(trigger, occasion, accepts()).await, Ok(()));
        }
        assert_eq!(calls.get(), 3);
    }

    #[tokio::test]
    async fn a_refusal_is_returned_and_not_kept() {
        let refusal = Exception::new(Kind::UserLambdaValidation, "PreSignUp failed with error no.");
        let answers = Answers::default();
        let refuses = async { Err(refusal.clone()) };
        assert_eq!(answers.get(Trigger::PreSignUp, "jo", refuses).await, Err(refusal.clone()));
        assert!(!answers.has(Trigger::PreSignUp, "jo"));
    }
}
