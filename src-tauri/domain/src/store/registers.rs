//! What the log knows of one row: its entries as records, in the order in which this PC learned of them, and what they
//! come to. An own entry replaces everything that was known before it; one from elsewhere tells itself what it replaces.

use super::{
    clock::Stamp,
    error::{Error, Result},
    log::Kind,
    value::decode,
};
use balai_exchange::{Record, record, row::RowState};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// An entry as its record.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its place in this PC's log.
    pub seq: i64,
    /// What it says.
    pub record: Record,
    /// When it reached the hub, where that is known.
    pub received: Option<Stamp>,
    /// Its content was destroyed with a person's data.
    pub erased: bool,
    /// It was made at this PC.
    pub own: bool,
}

struct Line {
    seq: i64,
    op_id: Uuid,
    hlc: i64,
    kind: Kind,
    schema_ver: i64,
    cells: Vec<u8>,
    record: Option<Vec<u8>>,
    told: Option<Vec<u8>>,
    received: Option<i64>,
    tx_id: Uuid,
    actor: Option<Uuid>,
    entries: i64,
    verb: String,
}

/// The kind as it travels.
pub fn travelling(kind: Kind) -> record::Kind {
    match kind {
        Kind::Ins => record::Kind::INS,
        Kind::Upd => record::Kind::UPD,
        Kind::Del => record::Kind::DEL,
        Kind::Undel => record::Kind::UNDEL,
        Kind::Merge => record::Kind::MERGE,
        Kind::Unmerge => record::Kind::UNMERGE,
        Kind::Erase => record::Kind::ERASE,
        Kind::Resolve => record::Kind::RESOLVE,
    }
}

/// All entries of a row, and what they come to.
pub async fn registers(connection: &mut SqliteConnection, table: u32, row: Uuid) -> Result<(Vec<Told>, RowState)> {
    let lines = sqlx::query_as!(
        Line,
        r#"select seq as "seq!", op_id as "op_id: Uuid", hlc, kind as "kind: Kind", schema_ver, cells, record, told,
                  received, tx_id as "tx_id: Uuid", actor as "actor: Uuid", entries, verb
           from change_log join act on act.n = change_log.act where row_id = ? and table_id = ? order by seq"#,
        row,
        table
    )
    .fetch_all(connection)
    .await?;
    let (mut all, mut state) = (Vec::with_capacity(lines.len()), RowState::default());
    for line in lines {
        let Some(told) = read(table, row, line, &state)? else { continue };
        state.apply(&told.record, told.received);
        all.push(told);
    }
    Ok((all, state))
}

/// `None`: the entry only tells what followed from others.
fn read(table: u32, row: Uuid, line: Line, before: &RowState) -> Result<Option<Told>> {
    let cells = decode(line.told.as_deref().unwrap_or(&line.cells))?;
    let erased = line.kind == Kind::Erase;
    let own = line.verb != super::remote::EXCHANGE;
    let header = line
        .record
        .as_deref()
        .map(|header| Record::from_bytes(header).map_err(|error| Error::Encoding(error.to_string())));
    let record = match (line.record.as_deref(), header.transpose()) {
        (Some([]), _) => return Ok(None),
        (Some(_), header) if !own => Record { cells, ..header?.unwrap_or_else(|| blank(table, row)) },
        (_, header) => {
            let index = line.op_id.as_u128().wrapping_sub(line.tx_id.as_u128());
            let mut record = Record {
                tx: line.tx_id,
                index: u32::try_from(index).map_err(|_| Error::Encoding("an entry of no act".to_owned()))?,
                of: u32::try_from(line.entries).unwrap_or(u32::MAX),
                hlc: Stamp::from_i64(line.hlc),
                kind: travelling(line.kind),
                schema: u32::try_from(line.schema_ver).unwrap_or(0),
                actor: line.actor,
                cells,
                ..blank(table, row)
            };
            match header? {
                Some(header) => record.supersedes = header.supersedes,
                None => before.witness(&mut record),
            }
            record
        }
    };
    let received = line.received.map(Stamp::from_i64);
    Ok(Some(Told { seq: line.seq, record, received, erased, own }))
}

fn blank(table: u32, row: Uuid) -> Record {
    Record {
        tx: Uuid::nil(),
        index: 0,
        of: 1,
        hlc: Stamp::default(),
        table,
        row,
        kind: record::Kind::UPD,
        schema: 0,
        actor: None,
        cells: Vec::new(),
        supersedes: Vec::new(),
        extra: Vec::new(),
    }
}

/// What an own entry keeps when it does not replace everything that was known.
pub(super) fn header(table: u32, row: Uuid, supersedes: record::Supersedes) -> Vec<u8> {
    Record { supersedes, ..blank(table, row) }.to_bytes()
}
