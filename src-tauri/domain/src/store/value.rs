//! Cells are the exchange's; here is how they are bound to statements and read from the change log.

use super::error::{Error, Result};
pub use balai_exchange::value::{Cells, Value, encode};
use sqlx::{Encode, Sqlite, Type, sqlite::SqliteArguments};

/// A cell as the next parameter of a statement.
pub(crate) trait Bind {
    /// Adds the value.
    fn bind(&self, arguments: &mut SqliteArguments) -> Result<()>;
}

impl Bind for Value {
    fn bind(&self, arguments: &mut SqliteArguments) -> Result<()> {
        fn add<'q, T>(arguments: &mut SqliteArguments, value: T) -> Result<()>
        where
            T: Encode<'q, Sqlite> + Type<Sqlite>,
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

/// Decodes what [`encode`] wrote.
pub fn decode(bytes: &[u8]) -> Result<Cells> {
    balai_exchange::value::decode(bytes).map_err(|fault| Error::Encoding(fault.to_string()))
}
