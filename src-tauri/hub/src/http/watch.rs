//! What stands around every answer: the next nonce, the counters; and what the watchers of the machine ask.

use super::refused::Refused;
use crate::hub::Hub;
use crate::ledger::Province;
use crate::ledger::reading;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use balai_exchange::request::HUB_NONCE;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::sync::Arc;

/// Every answer to a device brings a nonce for its next question.
pub async fn with_nonce(State(hub): State<Arc<Hub>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let nonce = STANDARD.encode(hub.nonces.give(hub.now()));
    if let Ok(value) = HeaderValue::from_str(&nonce) {
        response.headers_mut().insert(HUB_NONCE, value);
    }
    response
}

/// Counts answers by what they came to.
pub async fn count(State(hub): State<Arc<Hub>>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    hub.metrics.requests.add(1);
    match response.status() {
        StatusCode::TOO_MANY_REQUESTS => hub.metrics.later.add(1),
        status if status.is_server_error() => hub.metrics.faults.add(1),
        status if status.is_client_error() => hub.metrics.refused.add(1),
        _ => {}
    }
    response
}

/// `GET /health`: whether the ledger answers.
pub async fn health(State(hub): State<Arc<Hub>>) -> Result<&'static str, Refused> {
    reading!(hub.ledger, &Province, |tx| tx.rows("select 1", &[]).await)?;
    Ok("ok")
}

/// `GET /metrics`, for Prometheus.
pub async fn metrics(State(hub): State<Arc<Hub>>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], hub.metrics.text())
}
