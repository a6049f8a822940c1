//! What a cell can hold, and its deterministic CBOR form (RFC 8949 §4.2).

use crate::{
    cbor::{Put, build},
    error::Result,
};
use minicbor::{Decode, Decoder, Encode, Encoder, data::Type};

/// One cell. Tables are `strict`, so these four are all there is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Nothing known.
    Null,
    /// A whole number, or a truth value as 0 and 1.
    Int(i64),
    /// Text, also dates and code words.
    Text(String),
    /// Bytes, also ids.
    Blob(Vec<u8>),
}

/// Field id and value, ascending by field id.
pub type Cells = Vec<(u32, Value)>;

/// Encodes cells as one CBOR map with ascending integer keys.
#[must_use]
pub fn encode(cells: &[(u32, Value)]) -> Vec<u8> {
    build(|encoder| write(encoder, cells))
}

/// Decodes what [`encode`] wrote.
pub fn decode(bytes: &[u8]) -> Result<Cells> {
    Ok(read(&mut Decoder::new(bytes))?)
}

pub(crate) fn write(encoder: &mut Encoder<Vec<u8>>, cells: &[(u32, Value)]) -> Put {
    encoder.map(cells.len() as u64)?;
    for (field, value) in cells {
        encoder.u32(*field)?;
        write_value(encoder, value)?;
    }
    Ok(())
}

fn write_value<W: minicbor::encode::Write>(
    encoder: &mut Encoder<W>,
    value: &Value,
) -> std::result::Result<(), minicbor::encode::Error<W::Error>> {
    match value {
        Value::Null => encoder.null()?,
        Value::Int(number) => encoder.i64(*number)?,
        Value::Text(text) => encoder.str(text)?,
        Value::Blob(bytes) => encoder.bytes(bytes)?,
    };
    Ok(())
}

pub(crate) fn read(decoder: &mut Decoder<'_>) -> std::result::Result<Cells, minicbor::decode::Error> {
    let length = decoder.map()?.unwrap_or(0);
    let mut cells = Vec::with_capacity(usize::try_from(length).unwrap_or(0).min(256));
    for _ in 0..length {
        cells.push((decoder.u32()?, read_value(decoder)?));
    }
    Ok(cells)
}

fn read_value(decoder: &mut Decoder<'_>) -> std::result::Result<Value, minicbor::decode::Error> {
    Ok(match decoder.datatype()? {
        Type::Null => {
            decoder.null()?;
            Value::Null
        }
        Type::String => Value::Text(decoder.str()?.to_owned()),
        Type::Bytes => Value::Blob(decoder.bytes()?.to_vec()),
        _ => Value::Int(decoder.i64()?),
    })
}

impl<C> Encode<C> for Value {
    fn encode<W: minicbor::encode::Write>(
        &self,
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> std::result::Result<(), minicbor::encode::Error<W::Error>> {
        write_value(encoder, self)
    }
}

impl<'b, C> Decode<'b, C> for Value {
    fn decode(decoder: &mut Decoder<'b>, _: &mut C) -> std::result::Result<Self, minicbor::decode::Error> {
        read_value(decoder)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub fn a_value() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::Int),
            ".{0,20}".prop_map(Value::Text),
            proptest::collection::vec(any::<u8>(), 0..20).prop_map(Value::Blob),
        ]
    }

    pub fn cells() -> impl Strategy<Value = Cells> {
        proptest::collection::btree_map(1u32..5000, a_value(), 0..20).prop_map(|cells| cells.into_iter().collect())
    }

    proptest! {
        #[test]
        fn cells_come_back_as_they_went(cells in cells()) {
            prop_assert_eq!(decode(&encode(&cells)).expect("own bytes"), cells);
        }

        #[test]
        fn foreign_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }
    }

    #[test]
    fn the_encoding_is_the_shortest_deterministic_one() {
        assert_eq!(encode(&[(1, Value::Int(5)), (2, Value::Null)]), [0xa2, 0x01, 0x05, 0x02, 0xf6]);
    }
}
