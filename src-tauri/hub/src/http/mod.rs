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
    let exchange = Router::new()
        .route("/time", get(time::time))
        .route("/enrol", post(enrol::enrol))
        .route("/hello", post(hello::hello))
        .route("/push", post(push::push))
        .route("/pull", get(pull::pull))
        .route("/digest", get(digest::digest))
        .route("/numbers", post(numbers::publish))
        .route("/snapshot", get(snapshot::manifest))
        .route("/snapshot/{chunk}", get(snapshot::chunk))
        .route("/attachment/{hash}", get(attachment::state))
        .route("/attachment/{hash}/{chunk}", get(attachment::get).put(attachment::put))
        .layer(middleware::from_fn_with_state(hub.clone(), watch::with_nonce));
    Router::new()
        .nest("/v1", exchange)
        .route("/health", get(watch::health))
        .route("/metrics", get(watch::metrics))
        .merge(web::router())
        .layer(DefaultBodyLimit::max(MOST_BODY))
        .layer(middleware::from_fn_with_state(hub.clone(), watch::count))
        .with_state(hub.clone())
}
