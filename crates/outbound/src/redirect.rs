//! Where a redirect leads, and what is sent there (RFC 9110 section 15.4).

use bytes::Bytes;
use http::header::{
    AUTHORIZATION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, LOCATION,
};
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{HeaderMap, Method, StatusCode, Uri};

use crate::error::{BadUrl, Error};
use crate::message::Request;

/// The request that follows a redirect; `None`: the response is none, or leads nowhere.
///
/// # Errors
/// [`Error::Url`] for a location that cannot be read.
pub(crate) fn next(
    request: &Request,
    status: StatusCode,
    headers: &HeaderMap,
) -> Result<Option<Request>, Error> {
    if !matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = headers.get(LOCATION) else { return Ok(None) };
    let location = location.to_str().map_err(|_not_ascii| Error::Url(BadUrl::Malformed))?;
    let from = request.uri();
    let to = resolve(from, location).ok_or(Error::Url(BadUrl::Malformed))?;
    let keeps_method = matches!(status.as_u16(), 307 | 308)
        || matches!(*request.method(), Method::GET | Method::HEAD);
    let mut next = request.clone();
    if !keeps_method {
        *next.method_mut() = Method::GET;
        *next.body_mut() = Bytes::new();
        for name in [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING] {
            next.headers_mut().remove(name);
        }
    }
    // Credentials are for the server that they were given for.
    if (from.scheme(), from.authority()) != (to.scheme(), to.authority()) {
        for name in [AUTHORIZATION, COOKIE] {
            next.headers_mut().remove(name);
        }
    }
    *next.uri_mut() = to;
    Ok(Some(next))
}

/// An absolute URL, or one relative to `base`. Only what servers send: no dots within a path are
/// resolved.
fn resolve(base: &Uri, location: &str) -> Option<Uri> {
    let location = location.split('#').next().unwrap_or_default();
    if location.starts_with("//") {
        return format!("{}:{location}", base.scheme_str()?).parse().ok();
    }
    if location.starts_with('/') {
        return with_path(base, location);
    }
    // A colon in the first segment ends a scheme (RFC 3986 section 4.2).
    if location.split(['/', '?']).next().is_some_and(|first| first.contains(':')) {
        return location.parse().ok();
    }
    let folder = base.path().rsplit_once('/').map_or("", |(folder, _)| folder);
    if let Some(query) = location.strip_prefix('?') {
        return with_path(base, &format!("{}?{query}", base.path()));
    }
    with_path(base, &format!("{folder}/{location}"))
}

fn with_path(base: &Uri, path: &str) -> Option<Uri> {
    let (scheme, authority): (Scheme, Authority) =
        (base.scheme()?.clone(), base.authority()?.clone());
    let path: PathAndQuery = path.parse().ok()?;
    Uri::builder().scheme(scheme).authority(authority).path_and_query(path).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redirected(request: &Request, status: u16, location: &str) -> Request {
        let mut headers = HeaderMap::new();
        headers.insert(LOCATION, location.parse().unwrap());
        next(request, StatusCode::from_u16(status).unwrap(), &headers).unwrap().unwrap()
    }

    fn post() -> Request {
        http::Request::post("https://a.example/x/y?z")
            .header(AUTHORIZATION, "Bearer t")
            .header(CONTENT_TYPE, "text/plain")
            .body(Bytes::from_static(b"body"))
            .unwrap()
    }

    #[test]
    fn locations_are_resolved() {
        for (location, expected) in [
            ("https://b.example/p", "https://b.example/p"),
            ("http://b.example", "http://b.example/"),
            ("//b.example/p", "https://b.example/p"),
            ("/p?q#fragment", "https://a.example/p?q"),
            ("p", "https://a.example/x/p"),
            ("?q", "https://a.example/x/y?q"),
        ] {
            let next = redirected(&post(), 302, location);
            assert_eq!(next.uri().to_string(), expected, "{location}");
        }
    }

    #[test]
    fn other_schemes_are_no_paths() {
        for location in ["file:///etc/passwd", "mailto:a@b.example", "javascript:x"] {
            let mut headers = HeaderMap::new();
            headers.insert(LOCATION, location.parse().unwrap());
            let next = next(&post(), StatusCode::FOUND, &headers);
            let is_own = |request: &Request| request.uri().host() == Some("a.example");
            assert!(!matches!(next, Ok(Some(ref next)) if is_own(next)), "{location}: {next:?}");
        }
    }

    #[test]
    fn a_body_goes_on_only_where_the_status_says_so() {
        let next = redirected(&post(), 303, "/p");
        assert_eq!((next.method(), next.body().len()), (&Method::GET, 0));
        assert!(!next.headers().contains_key(CONTENT_TYPE));
        let next = redirected(&post(), 307, "/p");
        assert_eq!((next.method(), next.body().len()), (&Method::POST, 4));
    }

    #[test]
    fn credentials_do_not_go_to_another_server() {
        assert!(redirected(&post(), 307, "/p").headers().contains_key(AUTHORIZATION));
        for location in ["https://b.example/", "http://a.example/", "https://a.example:8443/"] {
            let next = redirected(&post(), 307, location);
            assert!(!next.headers().contains_key(AUTHORIZATION), "{location}");
        }
    }

    #[test]
    fn other_responses_lead_nowhere() {
        let mut headers = HeaderMap::new();
        assert!(next(&post(), StatusCode::FOUND, &headers).unwrap().is_none());
        headers.insert(LOCATION, "/p".parse().unwrap());
        for status in [StatusCode::OK, StatusCode::NOT_MODIFIED, StatusCode::CREATED] {
            assert!(next(&post(), status, &headers).unwrap().is_none(), "{status}");
        }
    }
}
