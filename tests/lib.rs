//! The acceptance tests are the test target `operations` of this package; its modules mirror the
//! operations.
