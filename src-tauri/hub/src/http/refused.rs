//! What is answered to a request that is not taken: a status and one word. It is not signed, and nothing at the desk
//! moves on it.

use crate::ledger;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::time::Duration;

/// Why a request is not taken.
#[derive(Debug)]
pub enum Refused {
    /// Nothing that this protocol writes.
    Malformed,
    /// No certificate of this hub, or one that ran out.
    Certificate,
    /// Not signed by the key in the certificate.
    Signature,
    /// The hub's nonce is missing or too old; a fresh one comes with the answer.
    Nonce,
    /// This very request was made before.
    Again,
    /// The device was taken off the list, or its office left.
    Revoked,
    /// The one-time code is unknown, used up or too old, or the proof is wrong. Which, is not told.
    Code,
    /// Outside the office of the certificate.
    Scope,
    /// Not here.
    Missing,
    /// Too much at once.
    Later(Duration),
    /// The hub's own failure; its log says more under this number.
    Fault(ledger::Error),
}

impl From<ledger::Error> for Refused {
    fn from(error: ledger::Error) -> Self {
        Refused::Fault(error)
    }
}

impl Refused {
    /// The status and the word.
    pub fn word(&self) -> (StatusCode, &'static str) {
        match self {
            Refused::Malformed => (StatusCode::BAD_REQUEST, "malformed"),
            Refused::Certificate => (StatusCode::UNAUTHORIZED, "certificate"),
            Refused::Signature => (StatusCode::UNAUTHORIZED, "signature"),
            Refused::Nonce => (StatusCode::UNAUTHORIZED, "nonce"),
            Refused::Again => (StatusCode::UNAUTHORIZED, "again"),
            Refused::Revoked => (StatusCode::FORBIDDEN, "revoked"),
            Refused::Code => (StatusCode::FORBIDDEN, "code"),
            Refused::Scope => (StatusCode::FORBIDDEN, "scope"),
            Refused::Missing => (StatusCode::NOT_FOUND, "missing"),
            Refused::Later(_) => (StatusCode::TOO_MANY_REQUESTS, "later"),
            Refused::Fault(_) => (StatusCode::SERVICE_UNAVAILABLE, "fault"),
        }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let (status, word) = self.word();
        let mut response = (status, word).into_response();
        let pause = match &self {
            Refused::Later(pause) => Some(*pause),
            Refused::Fault(error) => {
                tracing::error!(%error, "a request failed");
                Some(Duration::from_secs(30))
            }
            _ => None,
        };
        if let Some(pause) = pause {
            let seconds = pause.as_secs_f64().ceil().max(1.0) as u64;
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
