//! Values that one request makes once, however often its retry loop runs.
//!
//! Whatever calls out of this server (a trigger, a rendered message) or takes long (a password
//! hash) must not be repeated because a commit met a conflict.

use std::future::Future;

/// A value and the key it was made from. It is made again only for a different key.
#[derive(Debug)]
pub(crate) struct Once<K, V>(Option<(K, V)>);

impl<K, V> Default for Once<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, V> Once<K, V> {
    /// Returns the value made from `key`, making it on the first call and whenever `key` differs
    /// from the last one. A failure is not kept.
    ///
    /// # Errors
    /// Those of `make`.
    pub(crate) async fn get<E>(
        &mut self,
        key: K,
        make: impl Future<Output = Result<V, E>>,
    ) -> Result<&V, E> {
        let kept = match self.0.take() {
            Some(kept) if kept.0 == key => kept,
            _ => (key, make.await?),
        };
        Ok(&self.0.insert(kept).1)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test]
    async fn a_rerun_keeps_the_value_and_another_key_makes_a_new_one() {
        let made = Cell::new(0);
        let make = |value: u32| async move { Ok::<_, ()>(value) };
        let counted = |value| {
            let made = &made;
            async move {
                made.set(made.get() + 1);
                make(value).await
            }
        };
        let mut once = Once::default();
        for _run in 0..8 {
            assert_eq!(once.get("jo", counted(1)).await, Ok(&1));
        }
        assert_eq!(made.get(), 1);
        assert_eq!(once.get("al", counted(2)).await, Ok(&2));
        assert_eq!(made.get(), 2);
    }

    #[tokio::test]
    async fn a_failure_is_not_kept() {
        let mut once = Once::<u8, u8>::default();
        assert_eq!(once.get(1, async { Err("busy") }).await, Err("busy"));
        assert_eq!(once.get(1, async { Ok::<_, &str>(7) }).await, Ok(&7));
    }
}
