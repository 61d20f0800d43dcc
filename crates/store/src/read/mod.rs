//! Reads: everything an operation needs, in one call and one snapshot.

mod rows;

use crate::error::StoreError;
use crate::schema::{Row, Statement};
pub use rows::{Get, Prefix};
pub(crate) use rows::{next, scan};

/// A read: a row, the rows under a prefix, or several of these together.
///
/// Tuples of up to eight, `Option` and `Vec` of reads are reads, all in one snapshot.
pub trait ReadSet {
    /// The result of the read.
    type Out;
    /// Adds the statements.
    ///
    /// # Errors
    /// [`StoreError::Invalid`] for a prefix that would cross parts.
    fn statements(&self, into: &mut Vec<Statement>) -> Result<(), StoreError>;
    /// Takes one answer for each statement, in order.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] if a row does not have its table's types.
    fn decode(&self, answers: &mut impl Iterator<Item = Vec<Row>>)
    -> Result<Self::Out, StoreError>;
}

impl<Q: ReadSet> ReadSet for Option<Q> {
    type Out = Option<Q::Out>;

    fn statements(&self, into: &mut Vec<Statement>) -> Result<(), StoreError> {
        self.as_ref().map_or(Ok(()), |read| read.statements(into))
    }

    fn decode(
        &self,
        answers: &mut impl Iterator<Item = Vec<Row>>,
    ) -> Result<Self::Out, StoreError> {
        self.as_ref().map(|read| read.decode(answers)).transpose()
    }
}

impl<Q: ReadSet> ReadSet for Vec<Q> {
    type Out = Vec<Q::Out>;

    fn statements(&self, into: &mut Vec<Statement>) -> Result<(), StoreError> {
        self.iter().try_for_each(|read| read.statements(into))
    }

    fn decode(
        &self,
        answers: &mut impl Iterator<Item = Vec<Row>>,
    ) -> Result<Self::Out, StoreError> {
        self.iter().map(|read| read.decode(answers)).collect()
    }
}

macro_rules! tuple {
    ($($read:ident $at:tt),+) => {
        impl<$($read: ReadSet),+> ReadSet for ($($read,)+) {
            type Out = ($($read::Out,)+);

            fn statements(&self, into: &mut Vec<Statement>) -> Result<(), StoreError> {
                $(self.$at.statements(into)?;)+
                Ok(())
            }

            fn decode(
                &self,
                answers: &mut impl Iterator<Item = Vec<Row>>,
            ) -> Result<Self::Out, StoreError> {
                Ok(($(self.$at.decode(answers)?,)+))
            }
        }
    };
}

tuple!(A 0);
tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);
tuple!(A 0, B 1, C 2, D 3, E 4);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
