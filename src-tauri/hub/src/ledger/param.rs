//! Values on their way into a statement and out of a row, the same for both engines.

use super::error::{Error, Result};
use sqlx::Row as _;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};

/// One parameter. Three types are all that the ledger stores.
#[derive(Clone, Copy, Debug)]
pub enum Param<'a> {
    /// A whole number.
    Int(Option<i64>),
    /// Bytes.
    Bytes(Option<&'a [u8]>),
    /// Text.
    Text(Option<&'a str>),
}

macro_rules! bind_to {
    ($query:ident, $param:expr) => {
        match $param {
            Param::Int(value) => $query.bind(value),
            Param::Bytes(value) => $query.bind(value.map(<[u8]>::to_vec)),
            Param::Text(value) => $query.bind(value.map(str::to_owned)),
        }
    };
}

impl Param<'_> {
    pub(super) fn to_sqlite<'q>(
        self,
        query: Query<'q, sqlx::Sqlite, SqliteArguments>,
    ) -> Query<'q, sqlx::Sqlite, SqliteArguments> {
        bind_to!(query, self)
    }

    pub(super) fn to_postgres<'q>(
        self,
        query: Query<'q, sqlx::Postgres, PgArguments>,
    ) -> Query<'q, sqlx::Postgres, PgArguments> {
        bind_to!(query, self)
    }
}

impl From<i64> for Param<'_> {
    fn from(value: i64) -> Self {
        Param::Int(Some(value))
    }
}

impl From<u32> for Param<'_> {
    fn from(value: u32) -> Self {
        Param::Int(Some(i64::from(value)))
    }
}

impl From<Option<i64>> for Param<'_> {
    fn from(value: Option<i64>) -> Self {
        Param::Int(value)
    }
}

impl<'a> From<&'a [u8]> for Param<'a> {
    fn from(value: &'a [u8]) -> Self {
        Param::Bytes(Some(value))
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Param<'a> {
    fn from(value: &'a [u8; N]) -> Self {
        Param::Bytes(Some(value))
    }
}

impl<'a> From<&'a Vec<u8>> for Param<'a> {
    fn from(value: &'a Vec<u8>) -> Self {
        Param::Bytes(Some(value))
    }
}

impl<'a> From<Option<&'a [u8]>> for Param<'a> {
    fn from(value: Option<&'a [u8]>) -> Self {
        Param::Bytes(value)
    }
}

impl<'a> From<Option<&'a str>> for Param<'a> {
    fn from(value: Option<&'a str>) -> Self {
        Param::Text(value)
    }
}

impl<'a> From<&'a str> for Param<'a> {
    fn from(value: &'a str) -> Self {
        Param::Text(Some(value))
    }
}

/// The parameters of a statement in their order.
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::ledger::param::Param::from($value)),*] };
}
pub(super) use params;

/// One row of an answer.
pub enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

macro_rules! get {
    ($row:ident, $column:ident) => {
        match $row {
            Row::Sqlite(row) => row.try_get($column).map_err(Error::from),
            Row::Postgres(row) => row.try_get($column).map_err(Error::from),
        }
    };
}

impl Row {
    pub fn int(&self, column: usize) -> Result<i64> {
        get!(self, column)
    }

    pub fn int_or_null(&self, column: usize) -> Result<Option<i64>> {
        get!(self, column)
    }

    pub fn bytes(&self, column: usize) -> Result<Vec<u8>> {
        get!(self, column)
    }

    pub fn bytes_or_null(&self, column: usize) -> Result<Option<Vec<u8>>> {
        get!(self, column)
    }

    pub fn text(&self, column: usize) -> Result<String> {
        get!(self, column)
    }

    pub fn text_or_null(&self, column: usize) -> Result<Option<String>> {
        get!(self, column)
    }

    /// Bytes of a fixed length: an id, a key, a hash.
    pub fn array<const N: usize>(&self, column: usize) -> Result<[u8; N]> {
        self.bytes(column)?
            .try_into()
            .map_err(|bytes: Vec<u8>| Error::Unreadable(format!("{} bytes where {N} belong", bytes.len())))
    }

    /// A number that is never negative.
    pub fn count(&self, column: usize) -> Result<u64> {
        Ok(self.int(column)?.max(0).unsigned_abs())
    }

    /// A small number: a table, a field, a version.
    pub fn small(&self, column: usize) -> Result<u32> {
        u32::try_from(self.int(column)?).map_err(|error| Error::Unreadable(error.to_string()))
    }
}
