//! Pools by themselves: neither the AWS operations nor the server is linked.

#[cfg(test)]
mod without_operations;
