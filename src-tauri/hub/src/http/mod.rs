//! What the hub answers over HTTP.

mod answer;
mod attachment;
mod digest;
mod enrol;
mod guest;
mod hello;
pub mod limits;
pub mod metrics;
pub mod nonce;
mod numbers;
mod pull;
mod push;
mod refused;
mod snapshot;
mod time;
mod watch;

use crate::hub::Hub;
use crate::web;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};
use std::sync::Arc;

/// Bytes that a request may have: a frame of one large record.
const MOST_BODY: usize = 5 * 1024 * 1024;

/// All that is answered: the exchange under `/v1`, the watchers' two, and the province's page.
pub fn router(hub: &Arc<Hub>) -> Router {
    // Whole paths: a signature is over the path that was asked.
    let exchange = Router::new()
        .route("/v1/time", get(time::time))
        .route("/v1/enrol", post(enrol::enrol))
        .route("/v1/hello", post(hello::hello))
        .route("/v1/push", post(push::push))
        .route("/v1/pull", get(pull::pull))
        .route("/v1/digest", get(digest::digest))
        .route("/v1/numbers", post(numbers::publish))
        .route("/v1/snapshot", get(snapshot::manifest))
        .route("/v1/snapshot/{chunk}", get(snapshot::chunk))
        .route("/v1/attachment/{hash}", get(attachment::state))
        .route("/v1/attachment/{hash}/{chunk}", get(attachment::get).put(attachment::put))
        .layer(middleware::from_fn_with_state(hub.clone(), watch::with_nonce));
    Router::new()
        .merge(exchange)
        .route("/health", get(watch::health))
        .route("/metrics", get(watch::metrics))
        .merge(web::router())
        .layer(DefaultBodyLimit::max(MOST_BODY))
        .layer(middleware::from_fn_with_state(hub.clone(), watch::count))
        .with_state(hub.clone())
}
