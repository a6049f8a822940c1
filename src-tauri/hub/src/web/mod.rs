//! The hub's web page for the province: what the stewards see of the offices. Plain HTML from here, nothing from
//! elsewhere, no script.

mod frame;
mod numbers;
mod office;
mod offices;
pub mod password;
mod sign_in;
mod steward;
mod words;

use crate::hub::Hub;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use std::sync::Arc;

const STYLE: &str = include_str!("style.css");

/// Nothing but our own style and forms; no frame may hold the page.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                      frame-ancestors 'none'; base-uri 'none'";

/// The routes of the page.
pub fn router() -> Router<Arc<Hub>> {
    Router::new()
        .route("/", get(offices::page))
        .route("/kantor/{code}", get(office::page))
        .route("/angka", get(numbers::page))
        .route("/masuk", get(sign_in::form).post(sign_in::enter))
        .route("/keluar", post(sign_in::leave))
        .route("/gaya.css", get(style))
        .layer(middleware::from_fn(guarded))
}

async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "max-age=3600")], STYLE)
}

/// What every page tells the browser.
async fn guarded(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let told: [(HeaderName, &'static str); 5] = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    for (name, value) in told {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
