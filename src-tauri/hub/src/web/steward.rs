//! Who looks at the page: a session cookie that scripts cannot read and other sites cannot send.

use crate::hub::Hub;
use crate::ledger::stewards::{self, Session};
use crate::ledger::{Province, reading, writing};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::sync::Arc;

/// How long a session lasts: a working day.
const LASTS: i64 = 9 * 60 * 60 * 1000;

/// Only for this host, only over TLS (or this very machine), until the browser closes.
const COOKIE: &str = "balai_hub";

/// A steward who is signed in.
#[derive(Debug)]
pub struct Steward {
    pub session: Session,
}

/// Not signed in, or the ledger did not answer.
#[derive(Debug)]
pub enum Stranger {
    SignIn,
    Fault(crate::ledger::Error),
}

impl IntoResponse for Stranger {
    fn into_response(self) -> Response {
        match self {
            Stranger::SignIn => Redirect::to("/masuk").into_response(),
            Stranger::Fault(error) => super::frame::fault(&error),
        }
    }
}

impl FromRequestParts<Arc<Hub>> for Steward {
    type Rejection = Stranger;

    async fn from_request_parts(parts: &mut Parts, hub: &Arc<Hub>) -> Result<Self, Stranger> {
        let token = token(&parts.headers).ok_or(Stranger::SignIn)?;
        let (hash, now) = (hash(&token), hub.now());
        let session = reading!(hub.ledger, &Province, |tx| stewards::session(tx, &hash, now).await);
        session.map_err(Stranger::Fault)?.map(|session| Steward { session }).ok_or(Stranger::SignIn)
    }
}

/// Opens a session; the cookie to set.
pub async fn open(hub: &Hub, name: &str) -> crate::ledger::Result<String> {
    let token = URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>());
    let session = Session { name: name.to_owned(), csrf: URL_SAFE_NO_PAD.encode(rand::random::<[u8; 16]>()) };
    let (hash, now) = (hash(&token), hub.now());
    writing!(hub.ledger, &Province, |tx| stewards::open(tx, &hash, &session, now, now + LASTS).await)?;
    Ok(format!("{COOKIE}={token}; Path=/; HttpOnly; Secure; SameSite=Strict"))
}

/// Ends the session of a request; the cookie to set.
pub async fn close(hub: &Hub, headers: &HeaderMap) -> crate::ledger::Result<String> {
    if let Some(token) = token(headers) {
        let hash = hash(&token);
        writing!(hub.ledger, &Province, |tx| stewards::close(tx, &hash).await)?;
    }
    Ok(format!("{COOKIE}=; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=0"))
}

fn token(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, value)| *name == COOKIE && !value.is_empty()).map(|(_, value)| value.to_owned())
}

/// The ledger keeps no token, only this.
fn hash(token: &str) -> [u8; 32] {
    blake3::derive_key("balai-hub session", token.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, "a=1; balai_hub=abc; b=2".parse().unwrap());
        assert_eq!(token(&headers).as_deref(), Some("abc"));
        headers.insert(header::COOKIE, "balai_hub=".parse().unwrap());
        assert_eq!(token(&headers), None);
    }
}
