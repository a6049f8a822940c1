//! Many records in few bytes: what a record has in common with the one before it is not said again.
//!
//! The keys are those of the record itself. Left out: an act that goes on, with its officer, schema, size and the next
//! stamp and index; the same table and kind as before. A row's id is given without the first bytes that it shares with the
//! id before it. An act's id is mostly foreseen: a PC draws it from its clock, a counter and digits that stay the same
//! while the program runs.

use crate::{
    cbor::{Put, build},
    error::{Fault, Result},
    frame::MOST_RECORDS,
    record::{Record, key},
    stamp::Stamp,
};
use minicbor::{Decoder, Encoder};
use uuid::Uuid;

/// The counter of a stamp, when it does not start at nought; only in bodies.
const COUNTER: u32 = 2;

/// The records as one sequence of CBOR items.
pub(crate) fn pack(records: &[Record]) -> Vec<u8> {
    build(|encoder| {
        let blank = Record::blank();
        let mut before = &blank;
        for record in records {
            write(encoder, record, before)?;
            before = record;
        }
        Ok(())
    })
}

/// The records of a sequence; each in the one form that counts.
pub(crate) fn unpack(bytes: &[u8]) -> Result<Vec<Record>> {
    let mut decoder = Decoder::new(bytes);
    let mut records: Vec<Record> = Vec::new();
    let blank = Record::blank();
    while decoder.position() < bytes.len() {
        if records.len() == MOST_RECORDS {
            return Err(Fault::TooLarge("records"));
        }
        let record = read(&mut decoder, records.last().unwrap_or(&blank))?;
        if !record.is_canonical() {
            return Err(Fault::Malformed("record"));
        }
        records.push(record);
    }
    Ok(records)
}

/// What can be assumed of the record after `before`.
fn assumed(before: &Record) -> Record {
    Record {
        index: before.index.wrapping_add(1),
        hlc: Stamp(before.hlc.0.wrapping_add(1)),
        tx: before.tx,
        of: before.of,
        table: before.table,
        row: before.row,
        kind: before.kind,
        schema: before.schema,
        actor: before.actor,
        ..Record::blank()
    }
}

fn write(encoder: &mut Encoder<Vec<u8>>, record: &Record, before: &Record) -> Put {
    let mut base = assumed(before);
    let new_act = record.tx != before.tx;
    if new_act {
        (base.index, base.of) = (0, 1);
    }
    let (millis, counter) = (record.hlc.0 >> 16, record.hlc.0 & 0xffff);
    let new_time = record.hlc != base.hlc;
    let said = [
        record.index != base.index,
        new_time && counter != 0,
        new_time,
        record.table != base.table,
        record.kind != base.kind,
        record.schema != base.schema,
        record.actor != base.actor,
        !record.cells.is_empty(),
        !record.supersedes.is_empty(),
        new_act,
        record.of != base.of,
    ];
    let count = 1 + said.iter().filter(|said| **said).count() + record.extra.len();
    encoder.map(count as u64)?;
    if said[0] {
        encoder.u32(key::INDEX)?.u32(record.index)?;
    }
    if said[1] {
        encoder.u32(COUNTER)?.u64(counter)?;
    }
    if new_time {
        // 48 bits each: the difference fits.
        let step = (millis as i64).wrapping_sub((before.hlc.0 >> 16) as i64);
        encoder.u32(key::HLC)?.i64(step)?;
    }
    if said[3] {
        encoder.u32(key::TABLE)?.u32(record.table)?;
    }
    encoder.u32(key::ROW)?.bytes(without_shared(&record.row, &before.row))?;
    if said[4] {
        encoder.u32(key::KIND)?.u8(record.kind.0)?;
    }
    if said[5] {
        encoder.u32(key::SCHEMA)?.u32(record.schema)?;
    }
    match record.actor {
        Some(actor) if said[6] => encoder.u32(key::ACTOR)?.bytes(actor.as_bytes())?,
        None if said[6] => encoder.u32(key::ACTOR)?.null()?,
        _ => encoder,
    };
    record.write_cells(encoder)?;
    if new_act {
        encoder.u32(key::TX)?.bytes(unforeseen(&record.tx, &foreseen(before, record.hlc)))?;
    }
    if said[10] {
        encoder.u32(key::OF)?.u32(record.of)?;
    }
    record.write_extra(encoder)
}

fn read(decoder: &mut Decoder<'_>, before: &Record) -> Result<Record> {
    let mut record = assumed(before);
    let (mut counter, mut index, mut of) = (0, None, None);
    record.read(decoder, |record, key, decoder| {
        match key {
            key::INDEX => index = Some(decoder.u32()?),
            COUNTER => counter = decoder.u64()? & 0xffff,
            key::HLC => {
                let millis = ((before.hlc.0 >> 16) as i64).wrapping_add(decoder.i64()?);
                record.hlc = Stamp(((millis as u64) << 16) | counter);
            }
            key::ROW => record.row = with_shared(decoder.bytes()?, &before.row)?,
            key::TX => record.tx = with_foreseen(decoder.bytes()?, &foreseen(before, record.hlc))?,
            key::OF => of = Some(decoder.u32()?),
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if record.tx != before.tx {
        (record.index, record.of) = (0, 1);
    }
    record.index = index.unwrap_or(record.index);
    record.of = of.unwrap_or(record.of);
    Ok(record)
}

fn without_shared<'a>(id: &'a Uuid, before: &Uuid) -> &'a [u8] {
    let shared = id.as_bytes().iter().zip(before.as_bytes()).take_while(|(a, b)| a == b).count();
    &id.as_bytes()[shared..]
}

fn with_shared(rest: &[u8], before: &Uuid) -> std::result::Result<Uuid, minicbor::decode::Error> {
    let mut bytes = *before.as_bytes();
    let shared = bytes.len().checked_sub(rest.len()).ok_or_else(|| minicbor::decode::Error::message("uuid"))?;
    bytes[shared..].copy_from_slice(rest);
    Ok(Uuid::from_bytes(bytes))
}

/// The id of the next act of the same running program, at this time.
fn foreseen(before: &Record, hlc: Stamp) -> Uuid {
    let mut bytes = *before.tx.as_bytes();
    bytes[..6].copy_from_slice(&hlc.0.to_be_bytes()[..6]);
    let count = u16::from_be_bytes([bytes[6], bytes[7]]);
    bytes[6..8].copy_from_slice(&(count & 0xf000 | count.wrapping_add(1) & 0x0fff).to_be_bytes());
    Uuid::from_bytes(bytes)
}

/// Where the count lies in an act's id.
const COUNT: std::ops::Range<usize> = 6..8;

/// Nothing, the two bytes of the count, or everything after what is shared, then at least three bytes.
fn unforeseen<'a>(id: &'a Uuid, foreseen: &Uuid) -> &'a [u8] {
    let (bytes, expected) = (id.as_bytes(), foreseen.as_bytes());
    if bytes == expected {
        return &[];
    }
    if bytes[..COUNT.start] == expected[..COUNT.start] && bytes[COUNT.end..] == expected[COUNT.end..] {
        return &bytes[COUNT];
    }
    let rest = without_shared(id, foreseen);
    &bytes[bytes.len() - rest.len().max(3)..]
}

fn with_foreseen(rest: &[u8], foreseen: &Uuid) -> std::result::Result<Uuid, minicbor::decode::Error> {
    if rest.len() != COUNT.len() {
        return with_shared(rest, foreseen);
    }
    let mut bytes = *foreseen.as_bytes();
    bytes[COUNT].copy_from_slice(rest);
    Ok(Uuid::from_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::tests::a_record;
    use proptest::prelude::*;

    fn acts() -> impl Strategy<Value = Vec<Record>> {
        proptest::collection::vec((a_record(), 1u32..5), 0..12).prop_map(|acts| {
            let whole = acts.into_iter().flat_map(|(first, more)| {
                (0..more).map(move |n| Record {
                    index: n,
                    of: more,
                    hlc: Stamp(first.hlc.0.wrapping_add(u64::from(n))),
                    row: Uuid::from_u128(first.row.as_u128() ^ u128::from(n)),
                    ..first.clone()
                })
            });
            whole.collect()
        })
    }

    proptest! {
        #[test]
        fn records_come_back_as_they_went(records in acts()) {
            prop_assert_eq!(unpack(&pack(&records)), Ok(records));
        }

        #[test]
        fn records_without_order_come_back_too(records in proptest::collection::vec(a_record(), 0..12)) {
            prop_assert_eq!(unpack(&pack(&records)), Ok(records));
        }

        #[test]
        fn acts_of_one_running_program_come_back_too(steps in proptest::collection::vec((0u64..5, 0u16..4, 0u8..3), 1..12)) {
            let (mut hlc, mut id) = (Stamp(0x0199_0000_0000_0000), 0x7000_8000_1111_2222_3333_u128);
            let records: Vec<Record> = steps.into_iter().map(|(millis, count, digits)| {
                hlc = Stamp(hlc.0 + (millis << 16) + 1);
                id += (u128::from(count) << 64) + u128::from(digits);
                Record { tx: Uuid::from_u128(u128::from(hlc.0 >> 16) << 80 | id), hlc, ..Record::blank() }
            }).collect();
            prop_assert_eq!(unpack(&pack(&records)), Ok(records));
        }

        #[test]
        fn foreign_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = unpack(&bytes);
        }
    }
}
