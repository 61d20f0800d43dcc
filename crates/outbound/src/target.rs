//! Checks of a URL before anything is sent.

use std::net::IpAddr;

use http::Uri;

use crate::error::{BadUrl, Error};
use crate::options::Options;

/// Checks scheme, host, and the address where the host is one.
///
/// # Errors
/// [`Error::Url`], [`Error::Address`].
pub(crate) fn check(uri: &Uri, options: &Options) -> Result<(), Error> {
    match uri.scheme_str() {
        Some("https") => {}
        Some("http") if options.allow_http => {}
        _ => return Err(Error::Url(BadUrl::Scheme)),
    }
    let authority = uri.authority().ok_or(Error::Url(BadUrl::NoHost))?;
    if authority.as_str().contains('@') {
        return Err(Error::Url(BadUrl::Credentials));
    }
    let host = host_of(uri);
    if host.is_empty() {
        return Err(Error::Url(BadUrl::NoHost));
    }
    // A literal never reaches the resolver. Other spellings of addresses, such as 127.1, do.
    if let Ok(address) = host.parse::<IpAddr>()
        && let Some(kind) = options.addresses.find_refusal(address)
    {
        return Err(Error::Address { host: host.to_owned(), address, kind });
    }
    Ok(())
}

/// The host without the brackets of an IPv6 address.
pub(crate) fn host_of(uri: &Uri) -> &str {
    let host = uri.host().unwrap_or_default();
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::AddressKind;
    use crate::options::Addresses;

    fn checked(url: &str, options: &Options) -> Result<(), Error> {
        check(&url.parse().unwrap(), options)
    }

    #[test]
    fn only_https_unless_http_is_allowed() {
        let both = Options { allow_http: true, ..Options::default() };
        assert!(checked("https://a.example/x?y", &Options::default()).is_ok());
        assert!(checked("http://a.example", &both).is_ok());
        for url in ["http://a.example", "ftp://a.example", "gopher://a.example", "/path"] {
            let refused = checked(url, &Options::default());
            assert!(matches!(refused, Err(Error::Url(BadUrl::Scheme))), "{url}");
        }
        assert!(matches!(checked("ws://a.example", &both), Err(Error::Url(BadUrl::Scheme))));
    }

    #[test]
    fn credentials_are_refused_and_not_shown() {
        let error = checked("https://user:hidden-text@a.example", &Options::default()).unwrap_err();
        assert!(matches!(error, Error::Url(BadUrl::Credentials)));
        assert!(!format!("{error} {error:?}").contains("hidden-text"));
    }

    #[test]
    fn literals_that_are_not_public_are_refused() {
        for (url, expected) in [
            ("https://127.0.0.1:8443", AddressKind::Loopback),
            ("https://[::1]/", AddressKind::Loopback),
            ("https://[::ffff:10.0.0.1]", AddressKind::Private),
            ("https://[2002:7f00:1::1]", AddressKind::Loopback),
            ("https://[64:ff9b::7f00:1]", AddressKind::Loopback),
            ("https://169.254.169.254/latest/meta-data", AddressKind::LinkLocal),
            ("https://0.0.0.0", AddressKind::Unspecified),
            ("https://[fd00::1]:1", AddressKind::UniqueLocal),
        ] {
            match checked(url, &Options::default()) {
                Err(Error::Address { kind, .. }) => assert_eq!(kind, expected, "{url}"),
                other => panic!("{url}: {other:?}"),
            }
        }
        assert!(checked("https://1.1.1.1", &Options::default()).is_ok());
    }

    #[test]
    fn allowed_networks_are_allowed_and_no_others() {
        let addresses = Addresses::PublicAnd(vec!["10.1.0.0/16".parse().unwrap()]);
        let options = Options { addresses, ..Options::default() };
        assert!(checked("https://10.1.2.3", &options).is_ok());
        assert!(checked("https://[::ffff:10.1.2.3]", &options).is_ok());
        assert!(checked("https://10.2.0.1", &options).is_err());
        let any = Options { addresses: Addresses::Any, ..Options::default() };
        assert!(checked("https://127.0.0.1", &any).is_ok());
    }
}
