//! An API that requires an access token:
//!
//!     cargo run -p poolkeeper-verify --features axum --example api -- ISSUER CLIENT_ID
//!     curl -H "Authorization: Bearer $ACCESS_TOKEN" http://127.0.0.1:3000/me

#![expect(clippy::print_stderr, reason = "a program prints its errors")]

use std::convert::Infallible;
use std::error::Error;
use std::process::ExitCode;

use axum::Router;
use axum::routing::get;
use poolkeeper_verify::axum::RequireToken;
use poolkeeper_verify::{Claims, Pool, Verifier};

#[tokio::main]
async fn main() -> ExitCode {
    let Err(error) = serve().await;
    eprintln!("api: {error}");
    ExitCode::FAILURE
}

async fn serve() -> Result<Infallible, Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(issuer), Some(client)) = (arguments.next(), arguments.next()) else {
        return Err("give the issuer and an app client's id".into());
    };
    let verifier =
        Verifier::builder().pool(Pool::issuer(&issuer)?).access_tokens().client(client).build()?;
    verifier.hydrate().await?;
    let router = Router::new().route("/me", get(me)).layer(RequireToken::new(verifier));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    axum::serve(listener, router).await?;
    Err("the server ended".into())
}

async fn me(claims: Claims) -> String {
    let groups = claims.groups().join(", ");
    format!("{} ({}), groups: {groups}\n", claims.username().unwrap_or("a service"), claims.sub())
}
