//! Visits every operation, as the generated list of operations expects.

use std::fmt::Debug;

use wire::OperationShape;

pub(crate) trait Visit {
    fn operation<O: OperationShape>(&mut self)
    where
        O::Input: Debug + Clone + PartialEq,
        O::Output: Debug + Clone + PartialEq;
}
