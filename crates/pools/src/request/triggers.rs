//! A pool's triggers, from one request's point of view. Each is called at most once per request:
//! its answer is kept however often the retry loop runs.
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

/// The answers of this request's triggers.
#[derive(Default)]
pub(super) struct Answers(Mutex<Vec<(Trigger, Result<(), Exception>)>>);

impl Answers {
    /// Returns the kept answer, or calls the trigger and keeps its answer. No lock is held during
    /// the call; a request calls its triggers one after another.
    async fn get(
        &self,
        trigger: Trigger,
        call: impl Future<Output = Result<(), Exception>>,
    ) -> Result<(), Exception> {
        if let Some(kept) = self.kept(trigger) {
            return kept;
        }
        let answer = call.await;
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        answers.push((trigger, answer.clone()));
        answer
    }

    fn kept(&self, trigger: Trigger) -> Option<Result<(), Exception>> {
        let answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        answers.iter().find(|(of, _)| *of == trigger).map(|(_, answer)| answer.clone())
    }
}

impl Ctx {
    /// Calls those of `triggers` that the pool has, in order.
    ///
    /// # Errors
    /// The refusal of the first trigger that refuses; `UnexpectedLambdaException` for one that
    /// cannot be called.
    pub async fn fire(&self, pool: &UserPool, triggers: &[Trigger]) -> Result<(), Error> {
        for trigger in triggers.iter().copied().filter(|one| pool.trigger(*one).is_some()) {
            self.answers.get(trigger, call(trigger)).await?;
        }
        Ok(())
    }
}

async fn call(trigger: Trigger) -> Result<(), Exception> {
    Err(Exception::new(
        Kind::UnexpectedLambda,
        format!(
            "{} invocation failed due to error not supported by this server.",
            trigger.as_str()
        ),
    ))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test]
    async fn a_trigger_is_called_once_however_often_the_request_is_tried() {
        let calls = Cell::new(0);
        let refusal = Exception::new(Kind::UserLambdaValidation, "PreSignUp failed with error no.");
        let answers = Answers::default();
        for _try in 0..8 {
            let call = async {
                calls.set(calls.get() + 1);
                Err(refusal.clone())
            };
            assert_eq!(answers.get(Trigger::PreSignUp, call).await, Err(refusal.clone()));
        }
        assert_eq!(calls.get(), 1);
        assert_eq!(answers.get(Trigger::PostConfirmation, async { Ok(()) }).await, Ok(()));
    }
}
