//! The whole ledger as a stream of rows, the same from either engine: a backup, and the way from one to the other.

use super::error::{Error, Result};
use super::param::{Param, Row};
use super::schema::{BIG, SMALL};
use super::scope::Province;
use super::tx::Tx;
use minicbor::{Decoder, Encoder, data::Type};

/// Rows that are read or written at once.
const STEP: usize = 500;

/// A table as the schema tells it.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    pub name: &'static str,
    columns: Vec<(&'static str, &'static str)>,
    key: Vec<usize>,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cell {
    Null,
    Int(i64),
    Bytes(Vec<u8>),
    Text(String),
}

/// All tables but the sessions of the page, which do not outlive a restore.
pub fn tables() -> Vec<Table> {
    [SMALL, BIG]
        .iter()
        .flat_map(|text| text.split("create table ").skip(1))
        .filter_map(table)
        .filter(|table| table.name != "steward_session")
        .collect()
}

fn table(text: &'static str) -> Option<Table> {
    let (name, rest) = text.split_once(" (")?;
    let mut columns = Vec::new();
    let mut key = Vec::new();
    for line in rest.split("\n)").next()?.lines().map(str::trim) {
        let words: Vec<&'static str> = line.trim_end_matches(',').split_whitespace().collect();
        match words[..] {
            ["primary", "key", ..] => {
                let names = line.split(['(', ')']).nth(1)?.split(", ");
                key = names.filter_map(|name| columns.iter().position(|(other, _)| *other == name)).collect();
            }
            [name, kind @ ("bytea" | "bigint" | "text"), ..] => {
                if line.contains("primary key") {
                    key = vec![columns.len()];
                }
                columns.push((name, kind));
            }
            _ => {}
        }
    }
    Some(Table { name, columns, key })
}

impl Table {
    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    fn key_names(&self) -> String {
        self.key.iter().map(|place| self.columns[*place].0).collect::<Vec<_>>().join(", ")
    }

    fn read(&self, row: &Row) -> Result<Vec<Cell>> {
        let cell = |(place, (_, kind)): (usize, &(&str, &str))| {
            Ok(match *kind {
                "bigint" => row.int_or_null(place)?.map_or(Cell::Null, Cell::Int),
                "text" => row.text_or_null(place)?.map_or(Cell::Null, Cell::Text),
                _ => row.bytes_or_null(place)?.map_or(Cell::Null, Cell::Bytes),
            })
        };
        self.columns.iter().enumerate().map(cell).collect()
    }

    /// Gives every row to `take`, as bytes that [`Table::restore`] reads.
    pub async fn dump(&self, tx: &mut Tx<Province>, mut take: impl FnMut(&[u8]) -> std::io::Result<()>) -> Result<u64> {
        let (names, key) = (self.names(), self.key_names());
        let places = (1..=self.key.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
        let (mut last, mut count) = (None::<Vec<Cell>>, 0);
        loop {
            let after = if last.is_some() { format!("where ({key}) > ({places})") } else { String::new() };
            let sql = format!("select {names} from {} {after} order by {key} limit {STEP}", self.name);
            let cells = last.take().unwrap_or_default();
            let params: Vec<Param<'_>> =
                self.key.iter().filter_map(|place| cells.get(*place)).map(Cell::param).collect();
            let rows = tx.rows(&sql, &params).await?;
            for row in &rows {
                let cells = self.read(row)?;
                take(&encode(&cells)).map_err(|error| Error::Unreadable(error.to_string()))?;
                count += 1;
                last = Some(cells);
            }
            if rows.len() < STEP {
                return Ok(count);
            }
        }
    }

    /// Writes rows that [`Table::dump`] gave.
    pub async fn restore(&self, tx: &mut Tx<Province>, rows: &[Vec<u8>]) -> Result<()> {
        for some in rows.chunks(STEP) {
            let cells = some.iter().map(|bytes| self.decode(bytes)).collect::<Result<Vec<_>>>()?;
            let width = self.columns.len();
            let row = |n: usize| {
                let own = (1..=width).map(|place| format!("${}", n * width + place));
                format!("({})", own.collect::<Vec<_>>().join(", "))
            };
            let values = (0..cells.len()).map(row).collect::<Vec<_>>().join(", ");
            let sql = format!("insert into {} ({}) values {values}", self.name, self.names());
            let params: Vec<Param<'_>> =
                cells.iter().flatten().zip(self.kinds()).map(|(cell, kind)| cell.typed(kind)).collect();
            tx.execute(&sql, &params).await?;
        }
        Ok(())
    }

    fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|(_, kind)| *kind).cycle()
    }

    fn decode(&self, bytes: &[u8]) -> Result<Vec<Cell>> {
        let cells = decode(bytes).map_err(|error| Error::Unreadable(error.to_string()))?;
        if cells.len() == self.columns.len() { Ok(cells) } else { Err(Error::Unreadable(self.name.to_owned())) }
    }
}

impl Cell {
    fn param(&self) -> Param<'_> {
        match self {
            Cell::Null => Param::Int(None),
            Cell::Int(number) => Param::from(*number),
            Cell::Bytes(bytes) => Param::from(bytes),
            Cell::Text(text) => Param::from(text.as_str()),
        }
    }

    /// PostgreSQL wants to know the type of nothing, too.
    fn typed(&self, kind: &str) -> Param<'_> {
        match (self, kind) {
            (Cell::Null, "bytea") => Param::Bytes(None),
            (Cell::Null, "text") => Param::Text(None),
            _ => self.param(),
        }
    }
}

fn encode(cells: &[Cell]) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new());
    // Writing to a vector cannot fail.
    let _ = encoder.array(cells.len() as u64);
    for cell in cells {
        let _ = match cell {
            Cell::Null => encoder.null(),
            Cell::Int(number) => encoder.i64(*number),
            Cell::Bytes(bytes) => encoder.bytes(bytes),
            Cell::Text(text) => encoder.str(text),
        };
    }
    encoder.into_writer()
}

fn decode(bytes: &[u8]) -> std::result::Result<Vec<Cell>, minicbor::decode::Error> {
    let mut decoder = Decoder::new(bytes);
    let count = decoder.array()?.unwrap_or(0);
    (0..count)
        .map(|_| {
            Ok(match decoder.datatype()? {
                Type::Null => decoder.null().map(|()| Cell::Null)?,
                Type::Bytes => Cell::Bytes(decoder.bytes()?.to_vec()),
                Type::String => Cell::Text(decoder.str()?.to_owned()),
                _ => Cell::Int(decoder.i64()?),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_read_with_its_columns_and_keys() {
        let tables = tables();
        assert_eq!(tables.len(), 19);
        let find = |name: &str| tables.iter().find(|table| table.name == name).unwrap();
        assert_eq!(find("conflict").key_names(), "office_id, table_id, row_id, field_id");
        assert_eq!(find("steward").names(), "name, password, created_at");
        assert_eq!(find("steward").key_names(), "name");
        assert!(tables.iter().all(|table| !table.key.is_empty()));
    }

    #[test]
    fn rows_come_back_as_they_went() {
        let cells = vec![Cell::Null, Cell::Int(-5), Cell::Bytes(vec![0, 1]), Cell::Text("é".to_owned())];
        assert_eq!(decode(&encode(&cells)).unwrap(), cells);
    }
}
