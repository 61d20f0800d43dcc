//! The client.

use std::fmt;

use bytes::Bytes;
use http::Uri;
use http_body_util::Full;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client as Pool;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::sync::OnceCell;

use crate::chain::find_cause;
use crate::error::{BadUrl, Error, RefusedAddress};
use crate::message::{Request, Response};
use crate::options::Options;
use crate::resolver::Resolver;
use crate::{body, redirect, target, tls};

type Connector = HttpConnector<Resolver>;

/// A client with its idle connections. Nothing is read or opened before the first request.
pub struct Client {
    options: Options,
    plain: Pool<Connector, Full<Bytes>>,
    secure: OnceCell<Pool<HttpsConnector<Connector>, Full<Bytes>>>,
}

/// Its limits; requests are not kept.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("options", &self.options).finish_non_exhaustive()
    }
}

impl Client {
    /// A client with these limits.
    pub fn new(options: Options) -> Self {
        let connector = Connector::new_with_resolver(Resolver::new(options.addresses.clone()));
        let plain =
            Pool::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector);
        Self { options, plain, secure: OnceCell::new() }
    }

    /// The response to a GET.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn get(&self, url: &str) -> Result<Response, Error> {
        let uri: Uri = url.parse().map_err(|_invalid| Error::Url(BadUrl::Malformed))?;
        let mut request = Request::new(Bytes::new());
        *request.uri_mut() = uri;
        self.send(request).await
    }

    /// The response to a request with an absolute URL.
    ///
    /// # Errors
    /// [`Error`]: a limit of the options, or no HTTP response.
    pub async fn send(&self, request: Request) -> Result<Response, Error> {
        let timeout = self.options.timeout;
        match tokio::time::timeout(timeout, self.followed(request)).await {
            Ok(outcome) => outcome,
            Err(_elapsed) => Err(Error::TimedOut(timeout)),
        }
    }

    async fn followed(&self, mut request: Request) -> Result<Response, Error> {
        let mut hops = 0;
        loop {
            let response = self.exchange(request.clone()).await?;
            if self.options.max_redirects == 0 {
                return self.whole(response).await;
            }
            let next = redirect::next(&request, response.status(), response.headers())?;
            let Some(next) = next else { return self.whole(response).await };
            if hops == self.options.max_redirects {
                return Err(Error::TooManyRedirects(hops));
            }
            hops += 1;
            request = next;
        }
    }

    async fn whole(
        &self,
        response: http::Response<hyper::body::Incoming>,
    ) -> Result<Response, Error> {
        let (parts, incoming) = response.into_parts();
        let body = body::read(incoming, self.options.max_response_bytes).await?;
        Ok(Response::from_parts(parts, body))
    }

    /// One request and the head of its response.
    async fn exchange(
        &self,
        request: Request,
    ) -> Result<http::Response<hyper::body::Incoming>, Error> {
        target::check(request.uri(), &self.options)?;
        let host = target::host_of(request.uri()).to_owned();
        let request = request.map(Full::from);
        let outcome = if request.uri().scheme_str() == Some("https") {
            self.secure.get_or_try_init(|| self.secured()).await?.request(request).await
        } else {
            self.plain.request(request).await
        };
        outcome.map_err(|error| match find_cause::<RefusedAddress>(&error) {
            Some(&RefusedAddress { address, kind }) => Error::Address { host, address, kind },
            None => Error::Exchange(error),
        })
    }

    async fn secured(&self) -> Result<Pool<HttpsConnector<Connector>, Full<Bytes>>, Error> {
        let mut connector =
            Connector::new_with_resolver(Resolver::new(self.options.addresses.clone()));
        connector.enforce_http(false);
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls::config(&self.options.roots).await?)
            .https_only()
            .enable_http1()
            .wrap_connector(connector);
        Ok(Pool::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector))
    }
}
