//! What is answered: a message in an envelope that the hub signed for the question's nonce.

use crate::hub::Hub;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use balai_exchange::message::{Message, Nonce, seal};

/// Signed bytes.
#[derive(Debug)]
pub struct Answer(Vec<u8>);

/// The media type of everything that this protocol says.
pub const MEDIA: &str = "application/vnd.balai.exchange.v1+cbor";

/// Signs `message` for the question with `nonce`.
pub fn sealed<M: Message>(hub: &Hub, nonce: &Nonce, message: &M) -> Answer {
    Answer(seal(hub.keys.sign(), nonce, message))
}

impl From<Vec<u8>> for Answer {
    fn from(bytes: Vec<u8>) -> Self {
        Answer(bytes)
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        ([(header::CONTENT_TYPE, MEDIA), (header::CACHE_CONTROL, "no-store")], self.0).into_response()
    }
}
