//! An API that requires access tokens of a user pool: `/me` for everyone who is signed in, `/orders`
//! for members of the group `staff`.

use std::env;
use std::error::Error;

use axum::Router;
use axum::routing::get;
use poolkeeper_verify::axum::RequireToken;
use poolkeeper_verify::{Claims, Pool, Verifier};
use tokio::net::TcpListener;

// The user pool and the app client of examples/seed.yaml.
const POOL_ID: &str = "eu-west-1_Shop00001";
const CLIENT_ID: &str = "shop0browser0client00000001";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = setting("POOLKEEPER_URL", "http://127.0.0.1:7665");
    let issuer = format!("{server}/{POOL_ID}");
    let access_tokens = || -> Result<_, Box<dyn Error>> {
        let pool = Pool::issuer(&issuer)?;
        Ok(Verifier::builder().pool(pool).access_tokens().client(CLIENT_ID))
    };
    let signed_in = access_tokens()?.build()?;
    let staff = access_tokens()?.any_group(["staff"]).build()?;
    // Fetches the pool's keys now, so that a wrong address shows at the start.
    signed_in.hydrate().await?;
    staff.hydrate().await?;

    let api = Router::new()
        .route("/me", get(me).layer(RequireToken::new(signed_in)))
        .route("/orders", get(orders).layer(RequireToken::new(staff)));
    let listener = TcpListener::bind(setting("LISTEN", "127.0.0.1:3000")).await?;
    println!("Listening on http://{}", listener.local_addr()?);
    axum::serve(listener, api).await?;
    Ok(())
}

fn setting(name: &str, default: &str) -> String {
    env::var(name).unwrap_or_else(|_| default.to_owned())
}

async fn me(claims: Claims) -> String {
    let name = claims.username().unwrap_or("a machine");
    format!("You are {name}, in the groups {:?}.\n", claims.groups())
}

async fn orders() -> &'static str {
    "One pair of shoes for Ben.\n"
}
