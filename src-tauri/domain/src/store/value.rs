//! What a cell can hold, and its deterministic CBOR form in the change log (RFC 8949 §4.2).

use super::error::{Error, Result};
use minicbor::{Decoder, Encoder, data::Type};
use sqlx::{Encode, Sqlite, Type as SqlType, sqlite::SqliteArguments};

/// One cell. Tables are `strict`, so these four are all there is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

impl Value {
    /// Binds the value as the next parameter of a statement.
    pub(crate) fn bind(&self, arguments: &mut SqliteArguments) -> Result<()> {
        fn add<'q, T>(arguments: &mut SqliteArguments, value: T) -> Result<()>
        where
            T: Encode<'q, Sqlite> + SqlType<Sqlite>,
        {
            use sqlx::Arguments;
            arguments.add(value).map_err(|error| Error::Encoding(error.to_string()))
        }
        match self {
            Value::Null => add(arguments, None::<i64>),
            Value::Int(number) => add(arguments, *number),
            Value::Text(text) => add(arguments, text.clone()),
            Value::Blob(bytes) => add(arguments, bytes.clone()),
        }
    }
}

/// Encodes cells as one CBOR map with ascending integer keys.
pub fn encode(cells: &[(u32, Value)]) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::with_capacity(16 * cells.len()));
    // Writing to a vector cannot fail.
    let _ = write(&mut encoder, cells);
    encoder.into_writer()
}

fn write(
    encoder: &mut Encoder<Vec<u8>>,
    cells: &[(u32, Value)],
) -> std::result::Result<(), minicbor::encode::Error<std::convert::Infallible>> {
    encoder.map(cells.len() as u64)?;
    for (field, value) in cells {
        encoder.u32(*field)?;
        match value {
            Value::Null => encoder.null()?,
            Value::Int(number) => encoder.i64(*number)?,
            Value::Text(text) => encoder.str(text)?,
            Value::Blob(bytes) => encoder.bytes(bytes)?,
        };
    }
    Ok(())
}

/// Decodes what [`encode`] wrote.
pub fn decode(bytes: &[u8]) -> Result<Cells> {
    read(bytes).map_err(|error| Error::Encoding(error.to_string()))
}

fn read(bytes: &[u8]) -> std::result::Result<Cells, minicbor::decode::Error> {
    let mut decoder = Decoder::new(bytes);
    let length = decoder.map()?.unwrap_or(0);
    let mut cells = Vec::with_capacity(usize::try_from(length).unwrap_or(0).min(256));
    for _ in 0..length {
        let field = decoder.u32()?;
        let value = match decoder.datatype()? {
            Type::Null => {
                decoder.null()?;
                Value::Null
            }
            Type::String => Value::Text(decoder.str()?.to_owned()),
            Type::Bytes => Value::Blob(decoder.bytes()?.to_vec()),
            _ => Value::Int(decoder.i64()?),
        };
        cells.push((field, value));
    }
    Ok(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn a_value() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::Int),
            ".{0,20}".prop_map(Value::Text),
            proptest::collection::vec(any::<u8>(), 0..20).prop_map(Value::Blob),
        ]
    }

    proptest! {
        #[test]
        fn cells_come_back_as_they_went(cells in proptest::collection::btree_map(0u32..5000, a_value(), 0..30)) {
            let cells: Cells = cells.into_iter().collect();
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
