//! The pools whose tokens are accepted.

use std::fmt;

use http::Uri;
use http::uri::Scheme;

use crate::ConfigError;
use crate::keys::KeySet;

/// A user pool whose tokens are accepted: its issuer, exactly as `iss` spells it, and where its
/// keys are.
#[derive(Clone)]
pub struct Pool {
    pub(crate) issuers: Vec<String>,
    /// `None`: under the issuer.
    pub(crate) jwks_uri: Option<String>,
    /// Keys supplied with [`Pool::jwks`].
    pub(crate) keys: Option<KeySet>,
}

impl Pool {
    /// The pool with this issuer, such as a Poolkeeper pool's
    /// `https://auth.example.com/eu-west-1_AbCdEf123`. Its keys are at `/.well-known/jwks.json`
    /// under the issuer.
    ///
    /// ```
    /// use poolkeeper_verify::Pool;
    ///
    /// let pool = Pool::issuer("https://auth.example.com/eu-west-1_AbCdEf123")?;
    /// # Ok::<(), poolkeeper_verify::ConfigError>(())
    /// ```
    ///
    /// # Errors
    /// [`ConfigError::NotAUrl`] unless it is an `https` or `http` URL without query, fragment or
    /// user.
    pub fn issuer(issuer: &str) -> Result<Self, ConfigError> {
        require_url(issuer)?;
        Ok(Self { issuers: vec![issuer.to_owned()], jwks_uri: None, keys: None })
    }

    /// The pool with this id, for tokens whose issuer has the AWS form:
    /// `https://cognito-idp.REGION.amazonaws.com/ID` or
    /// `https://issuer-cognito-idp.REGION.amazonaws.com/ID`. Amazon Cognito's own tokens use it,
    /// and so do those of a Poolkeeper with `issuer = "aws"`; for the latter, also give the URL of
    /// its keys:
    ///
    /// ```
    /// use poolkeeper_verify::Pool;
    ///
    /// let amazons = Pool::cognito("eu-west-1_AbCdEf123")?;
    /// let own = Pool::cognito("eu-west-1_AbCdEf123")?
    ///     .jwks_uri("https://auth.example.com/eu-west-1_AbCdEf123/.well-known/jwks.json")?;
    /// # Ok::<(), poolkeeper_verify::ConfigError>(())
    /// ```
    ///
    /// # Errors
    /// [`ConfigError::NotAPoolId`] unless the id has the form `REGION_NAME`.
    pub fn cognito(pool_id: &str) -> Result<Self, ConfigError> {
        let region =
            region_of(pool_id).ok_or_else(|| ConfigError::NotAPoolId(pool_id.to_owned()))?;
        let issuer = |host: &str| format!("https://{host}.{region}.amazonaws.com/{pool_id}");
        Ok(Self {
            issuers: vec![issuer("cognito-idp"), issuer("issuer-cognito-idp")],
            jwks_uri: None,
            keys: None,
        })
    }

    /// Sets the URL of the pool's keys if they are not under its issuer.
    ///
    /// # Errors
    /// [`ConfigError::NotAUrl`] unless it is an `https` or `http` URL without query, fragment or
    /// user.
    pub fn jwks_uri(self, jwks_uri: &str) -> Result<Self, ConfigError> {
        require_url(jwks_uri)?;
        Ok(Self { jwks_uri: Some(jwks_uri.to_owned()), ..self })
    }

    /// Supplies the pool's keys as a JWKS document; none are fetched until a token names another
    /// key.
    ///
    /// # Errors
    /// [`ConfigError::Jwks`] if the document is not a JWKS.
    pub fn jwks(self, document: &str) -> Result<Self, ConfigError> {
        Ok(Self { keys: Some(KeySet::parse(document.as_bytes())?), ..self })
    }

    /// Each issuer with the URL of its keys.
    pub(crate) fn places(&self) -> impl Iterator<Item = (&str, String)> {
        self.issuers.iter().map(|issuer| {
            let below = || format!("{}/.well-known/jwks.json", issuer.trim_end_matches('/'));
            (issuer.as_str(), self.jwks_uri.clone().unwrap_or_else(below))
        })
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool")
            .field("issuers", &self.issuers)
            .field("jwks_uri", &self.jwks_uri)
            .finish_non_exhaustive()
    }
}

/// Whether keys may be fetched from this URL: over HTTPS, or in clear from this machine itself.
pub(crate) fn is_secure(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let is_loopback = host == "localhost"
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    uri.scheme() == Some(&Scheme::HTTPS) || is_loopback
}

fn require_url(url: &str) -> Result<(), ConfigError> {
    let fits = |uri: &Uri| {
        let is_http = [Some(&Scheme::HTTPS), Some(&Scheme::HTTP)].contains(&uri.scheme());
        is_http
            && uri.host().is_some_and(|host| !host.is_empty())
            && !url.contains(['?', '#', '@', '"', '\\'])
    };
    if url.is_ascii() && url.parse::<Uri>().is_ok_and(|uri| fits(&uri)) {
        Ok(())
    } else {
        Err(ConfigError::NotAUrl(url.to_owned()))
    }
}

/// The region in a pool id: `eu-west-1` of `eu-west-1_AbCdEf123`; also accepts GovCloud and
/// European Sovereign Cloud regions.
fn region_of(pool_id: &str) -> Option<&str> {
    let (region, name) = pool_id.split_once('_')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let two_letters = |text: &str| text.len() == 2 && is_lower(text);
    let mut parts = region.split('-');
    let mut first = parts.next()?;
    if first == "eusc" {
        first = parts.next()?;
    }
    let rest: Vec<&str> = parts.collect();
    let place_and_number = match rest.as_slice() {
        ["gov", place, number] | [place, number] => {
            is_lower(place) && number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit())
        }
        _ => false,
    };
    (is_name && two_letters(first) && place_and_number).then_some(region)
}

fn is_lower(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase())
}
