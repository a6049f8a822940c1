//! How the domain's types lie in cells and in compile-time-checked queries.

use super::{
    error::{Error, Result},
    table::Column,
    value::Value,
};
use crate::base::{id::Id, word::Word};
use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use sqlx::{Decode, Encode, Sqlite, Type, encode::IsNull, error::BoxDynError, sqlite};

fn wrong(expected: &str, found: &Value) -> Error {
    let kind = match found {
        Value::Null => "null",
        Value::Int(_) => "int",
        Value::Text(_) => "text",
        Value::Blob(_) => "blob",
    };
    Error::Encoding(format!("expected {expected}, found {kind}"))
}

impl Column for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Text(text) => Ok(text),
            other => Err(wrong("text", &other)),
        }
    }
}
impl Column for i64 {
    fn to_value(&self) -> Value {
        Value::Int(*self)
    }
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Int(number) => Ok(number),
            other => Err(wrong("int", &other)),
        }
    }
}
impl Column for i32 {
    fn to_value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
    fn from_value(value: Value) -> Result<Self> {
        i32::try_from(i64::from_value(value)?).map_err(|error| Error::Encoding(error.to_string()))
    }
}
impl Column for bool {
    fn to_value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
    fn from_value(value: Value) -> Result<Self> {
        Ok(i64::from_value(value)? != 0)
    }
}
impl Column for NaiveDate {
    fn to_value(&self) -> Value {
        Value::Text(self.format("%Y-%m-%d").to_string())
    }
    fn from_value(value: Value) -> Result<Self> {
        String::from_value(value)?.parse().map_err(|error: chrono::ParseError| Error::Encoding(error.to_string()))
    }
}
impl Column for NaiveTime {
    fn to_value(&self) -> Value {
        Value::Text(self.format("%H:%M:%S").to_string())
    }
    fn from_value(value: Value) -> Result<Self> {
        String::from_value(value)?.parse().map_err(|error: chrono::ParseError| Error::Encoding(error.to_string()))
    }
}
impl Column for DateTime<Utc> {
    fn to_value(&self) -> Value {
        Value::Text(stamp(*self))
    }
    fn from_value(value: Value) -> Result<Self> {
        String::from_value(value)?.parse().map_err(|error: chrono::ParseError| Error::Encoding(error.to_string()))
    }
}
impl<T> Column for Id<T> {
    fn to_value(&self) -> Value {
        Value::Blob(self.uuid().as_bytes().to_vec())
    }
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Blob(bytes) => {
                uuid::Uuid::from_slice(&bytes).map(Self::from).map_err(|error| Error::Encoding(error.to_string()))
            }
            other => Err(wrong("blob", &other)),
        }
    }
}
impl<T: Column> Column for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Column::to_value)
    }
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

/// The one form of a moment in the file: RFC 3339, UTC, milliseconds; it sorts as text.
pub fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A list of values for `json_each`, so that a statement stays the same however long the list is.
pub(crate) fn json(values: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(values).map_err(|error| Error::Encoding(error.to_string()))
}

impl<T> Type<Sqlite> for Id<T> {
    fn type_info() -> sqlite::SqliteTypeInfo {
        <Vec<u8> as Type<Sqlite>>::type_info()
    }
    fn compatible(info: &sqlite::SqliteTypeInfo) -> bool {
        <Vec<u8> as Type<Sqlite>>::compatible(info)
    }
}
impl<'q, T> Encode<'q, Sqlite> for Id<T> {
    fn encode_by_ref(&self, buffer: &mut sqlite::SqliteArgumentsBuffer) -> std::result::Result<IsNull, BoxDynError> {
        <Vec<u8> as Encode<'q, Sqlite>>::encode(self.uuid().as_bytes().to_vec(), buffer)
    }
}
impl<'r, T> Decode<'r, Sqlite> for Id<T> {
    fn decode(value: sqlite::SqliteValueRef<'r>) -> std::result::Result<Self, BoxDynError> {
        Ok(uuid::Uuid::from_slice(<&[u8] as Decode<Sqlite>>::decode(value)?)?.into())
    }
}

/// The code word from its cell.
pub fn word_from<T: Word>(code: &str) -> Result<T> {
    T::parse(code).ok_or_else(|| Error::Encoding(format!("unknown code {code}")))
}

/// Lets code words lie in cells and come out of checked queries.
#[macro_export]
macro_rules! word_columns {
    ($($type:ty),* $(,)?) => { $(
        impl $crate::store::Column for $type {
            fn to_value(&self) -> $crate::store::Value {
                $crate::store::Value::Text($crate::base::word::Word::code(*self).to_owned())
            }
            fn from_value(value: $crate::store::Value) -> $crate::store::Result<Self> {
                $crate::store::types::word_from(&<String as $crate::store::Column>::from_value(value)?)
            }
        }
        impl sqlx::Type<sqlx::Sqlite> for $type {
            fn type_info() -> sqlx::sqlite::SqliteTypeInfo {
                <str as sqlx::Type<sqlx::Sqlite>>::type_info()
            }
            fn compatible(info: &sqlx::sqlite::SqliteTypeInfo) -> bool {
                <str as sqlx::Type<sqlx::Sqlite>>::compatible(info)
            }
        }
        impl<'q> sqlx::Encode<'q, sqlx::Sqlite> for $type {
            fn encode_by_ref(
                &self,
                buffer: &mut sqlx::sqlite::SqliteArgumentsBuffer,
            ) -> std::result::Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
                <&'static str as sqlx::Encode<'q, sqlx::Sqlite>>::encode(
                    $crate::base::word::Word::code(*self), buffer)
            }
        }
        impl<'r> sqlx::Decode<'r, sqlx::Sqlite> for $type {
            fn decode(value: sqlx::sqlite::SqliteValueRef<'r>) -> std::result::Result<Self, sqlx::error::BoxDynError> {
                let code = <&str as sqlx::Decode<sqlx::Sqlite>>::decode(value)?;
                $crate::store::types::word_from(code).map_err(Into::into)
            }
        }
    )* };
}
