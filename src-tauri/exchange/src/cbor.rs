//! The few pieces of CBOR that more than one codec needs.

use crate::error::{Fault, Result};
use minicbor::{Decode, Decoder, Encode, Encoder};
use std::convert::Infallible;

/// Writing to a vector cannot fail.
pub(crate) type Put = std::result::Result<(), minicbor::encode::Error<Infallible>>;

/// The bytes that `write` makes.
pub(crate) fn build(write: impl FnOnce(&mut Encoder<Vec<u8>>) -> Put) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::with_capacity(128));
    let _ = write(&mut encoder);
    encoder.into_writer()
}

/// A message's bytes.
pub(crate) fn to_bytes<T: Encode<()>>(value: &T) -> Vec<u8> {
    build(|encoder| encoder.encode(value).map(|_| ()))
}

/// A message from exactly these bytes.
pub(crate) fn from_bytes<T: for<'b> Decode<'b, ()>>(bytes: &[u8]) -> Result<T> {
    let mut decoder = Decoder::new(bytes);
    let value = decoder.decode()?;
    if decoder.position() == bytes.len() { Ok(value) } else { Err(Fault::Malformed("bytes after the end")) }
}

/// Sixteen bytes as a UUID.
pub(crate) fn uuid_from(bytes: &[u8]) -> std::result::Result<::uuid::Uuid, minicbor::decode::Error> {
    ::uuid::Uuid::from_slice(bytes).map_err(|_| minicbor::decode::Error::message("uuid"))
}

/// For `#[cbor(with = …)]`: an officer's id, or nothing.
pub(crate) mod maybe_uuid {
    use minicbor::{Decoder, Encoder, data::Type, encode::Write};
    use uuid::Uuid;

    pub fn encode<C, W: Write>(
        value: &Option<Uuid>,
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        match value {
            Some(id) => encoder.bytes(id.as_bytes()).map(|_| ()),
            None => encoder.null().map(|_| ()),
        }
    }

    pub fn decode<C>(decoder: &mut Decoder<'_>, _: &mut C) -> Result<Option<Uuid>, minicbor::decode::Error> {
        if decoder.datatype()? == Type::Null {
            decoder.null()?;
            return Ok(None);
        }
        super::uuid_from(decoder.bytes()?).map(Some)
    }

    pub fn nil() -> Option<Option<Uuid>> {
        Some(None)
    }

    pub fn is_nil(value: &Option<Uuid>) -> bool {
        value.is_none()
    }
}
