//! Names to addresses, those that are refused left out: what is connected to is what was checked.

use std::error::Error as StdError;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use tower_service::Service;

use crate::error::RefusedAddress;
use crate::options::Addresses;

/// The system's resolver, checked.
#[derive(Clone)]
pub(crate) struct Resolver {
    system: GaiResolver,
    addresses: Arc<Addresses>,
}

impl Resolver {
    pub(crate) fn new(addresses: Addresses) -> Self {
        Self { system: GaiResolver::new(), addresses: Arc::new(addresses) }
    }
}

impl Service<Name> for Resolver {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = Box<dyn StdError + Send + Sync>;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.system.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let (found, addresses) = (self.system.call(name), Arc::clone(&self.addresses));
        Box::pin(async move { Ok(allowed(found.await?, &addresses)?.into_iter()) })
    }
}

/// The addresses that may be connected to.
///
/// # Errors
/// The first that is refused, where none is left.
fn allowed(
    found: impl Iterator<Item = SocketAddr>,
    addresses: &Addresses,
) -> Result<Vec<SocketAddr>, RefusedAddress> {
    let (mut kept, mut first_refused) = (Vec::new(), None);
    for found in found {
        match addresses.find_refusal(found.ip()) {
            None => kept.push(found),
            Some(kind) if first_refused.is_none() => {
                first_refused = Some(RefusedAddress { address: found.ip(), kind });
            }
            Some(_) => {}
        }
    }
    match first_refused {
        Some(refused) if kept.is_empty() => Err(refused),
        _ => Ok(kept),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::AddressKind;

    #[test]
    fn refused_addresses_of_a_name_are_never_connected_to() {
        let found = |texts: &[&str]| -> Vec<SocketAddr> {
            texts.iter().map(|text| SocketAddr::new(text.parse().unwrap(), 0)).collect()
        };
        let mixed = found(&["10.0.0.1", "1.1.1.1", "::1"]);
        assert_eq!(allowed(mixed.into_iter(), &Addresses::Public), Ok(found(&["1.1.1.1"])));
        let private = found(&["10.0.0.1", "::1"]);
        let refused =
            RefusedAddress { address: "10.0.0.1".parse().unwrap(), kind: AddressKind::Private };
        assert_eq!(allowed(private.clone().into_iter(), &Addresses::Public), Err(refused));
        assert_eq!(allowed(private.clone().into_iter(), &Addresses::Any), Ok(private));
        assert_eq!(allowed(std::iter::empty(), &Addresses::Public), Ok(vec![]));
    }
}
