//! `GET /_poolkeeper/token`: a page that explains a pasted token in the browser. The token never
//! reaches this server. Not available in `serve`.

use std::sync::LazyLock;

use askama::Template;
use axum::response::Response;
use http::{HeaderValue, StatusCode};
use serde_json::json;

use super::pages::{self, Forms, Frame};
use crate::edge::own_json;

/// The texts that `poolkeeper token` uses too.
const TEXTS: &str = include_str!("../explain/texts.json");
const EXPLAIN: &str = include_str!("../../templates/explain.js");
const SCRIPT: &str = include_str!("../../templates/token.js");

#[derive(Template)]
#[template(path = "token.html")]
struct Page {
    frame: Frame,
    texts: &'static str,
    explain: &'static str,
    script: &'static str,
}

/// Answers with the page, which is the same for everyone.
pub(crate) async fn page() -> Response {
    static POLICY: LazyLock<HeaderValue> =
        LazyLock::new(|| pages::policy(&[EXPLAIN, SCRIPT], Forms::None));
    match (Page { frame: Frame::of("Token"), texts: TEXTS, explain: EXPLAIN, script: SCRIPT })
        .render()
    {
        Ok(body) => pages::answer(body, &POLICY),
        Err(error) => {
            tracing::error!(%error, "cannot render the token page");
            own_json(
                StatusCode::INTERNAL_SERVER_ERROR,
                &json!({ "message": "Something went wrong" }),
            )
        }
    }
}
