//! One change of one row, as it travels and as it is kept.

use crate::{
    cbor::{Put, build, uuid_from},
    chain::RecordHash,
    error::{Fault, Result},
    id::{OpId, Ref},
    mutant,
    stamp::Stamp,
    value::{self, Cells},
};
use minicbor::{Decoder, Encoder, data::Type};
use std::mem;
use uuid::Uuid;

/// What a record does to its row. A number without a name here comes from a newer build: it is kept and passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(pub u8);

impl Kind {
    /// The row came into being.
    pub const INS: Kind = Kind(1);
    /// Cells changed.
    pub const UPD: Kind = Kind(2);
    /// The row is gone.
    pub const DEL: Kind = Kind(3);
    /// A row that was gone is back.
    pub const UNDEL: Kind = Kind(4);
    /// Part of a merge of two people.
    pub const MERGE: Kind = Kind(5);
    /// Part of taking a merge back.
    pub const UNMERGE: Kind = Kind(6);
    /// Personal data was destroyed.
    pub const ERASE: Kind = Kind(7);
    /// A person settled cells with several values.
    pub const RESOLVE: Kind = Kind(8);
    /// A scan or picture was attached.
    pub const ATTACH: Kind = Kind(9);

    /// Whether this build knows what to do with it.
    #[must_use]
    pub fn is_known(self) -> bool {
        (1..=9).contains(&self.0)
    }
}

/// Per field, ascending: the earlier changes that this one saw and replaces.
pub type Supersedes = Vec<(u32, Vec<Ref>)>;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Record {
    /// The act it belongs to.
    pub tx: Uuid,
    /// Its place in the act, from 0.
    pub index: u32,
    /// How many changes the act has: it is applied whole or not at all.
    pub of: u32,
    /// When, by the author's hybrid clock.
    pub hlc: Stamp,
    /// The table's number.
    pub table: u32,
    /// The row.
    pub row: Uuid,
    /// What is done to the row.
    pub kind: Kind,
    /// The schema the author spoke.
    pub schema: u32,
    /// The officer.
    pub actor: Option<Uuid>,
    /// New values.
    pub cells: Cells,
    /// What they replace, where it is not what [`Record::superseded`] assumes.
    pub supersedes: Supersedes,
    /// Keys of a newer protocol, verbatim.
    pub extra: Vec<(u32, Vec<u8>)>,
}

/// Keys of the encoded map. 2 was the place in the sequence, which the frame tells.
pub(crate) mod key {
    pub const INDEX: u32 = 1;
    pub const HLC: u32 = 3;
    pub const TABLE: u32 = 4;
    pub const ROW: u32 = 5;
    pub const KIND: u32 = 6;
    pub const SCHEMA: u32 = 7;
    pub const ACTOR: u32 = 8;
    pub const CELLS: u32 = 9;
    pub const SUPERSEDES: u32 = 10;
    pub const TX: u32 = 11;
    pub const OF: u32 = 12;
}

impl Record {
    /// Its identity.
    #[must_use]
    pub fn op(&self) -> OpId {
        OpId::of(self.tx, self.index)
    }

    /// The earlier changes of `field` that it replaces. When nothing is said that is the insert of the row, except for
    /// a row that just comes into being.
    #[must_use]
    pub fn superseded(&self, field: u32) -> &[Ref] {
        match self.supersedes.binary_search_by_key(&field, |(field, _)| *field) {
            Ok(place) => &self.supersedes[place].1,
            Err(_) if self.kind == Kind::INS => &[],
            Err(_) => &[Ref::INSERT],
        }
    }

    /// Says what `field` replaces, in the one form that counts: sorted, and left out where it is assumed anyway.
    pub fn supersede(&mut self, field: u32, mut seen: Vec<Ref>) {
        seen.sort_unstable();
        seen.dedup();
        self.supersedes.retain(|(other, _)| *other != field);
        if self.superseded(field) != seen {
            let place = self.supersedes.partition_point(|(other, _)| *other < field);
            self.supersedes.insert(place, (field, seen));
        }
    }

    /// The hash of everything it says.
    #[must_use]
    pub fn hash(&self) -> RecordHash {
        RecordHash(blake3::hash(&self.to_bytes()).into())
    }

    /// Its deterministic form, complete in itself.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        build(|encoder| self.write(encoder))
    }

    fn write(&self, encoder: &mut Encoder<Vec<u8>>) -> Put {
        let said =
            [self.index != 0, self.actor.is_some(), !self.cells.is_empty(), !self.supersedes.is_empty(), self.of != 1];
        let count = 6 + said.iter().filter(|said| **said).count() + self.extra.len();
        encoder.map(count as u64)?;
        if self.index != 0 {
            encoder.u32(key::INDEX)?.u32(self.index)?;
        }
        encoder.u32(key::HLC)?.u64(self.hlc.0)?.u32(key::TABLE)?.u32(self.table)?;
        encoder.u32(key::ROW)?.bytes(self.row.as_bytes())?.u32(key::KIND)?.u8(self.kind.0)?;
        encoder.u32(key::SCHEMA)?.u32(self.schema)?;
        if let Some(actor) = self.actor {
            encoder.u32(key::ACTOR)?.bytes(actor.as_bytes())?;
        }
        self.write_cells(encoder)?;
        encoder.u32(key::TX)?.bytes(self.tx.as_bytes())?;
        if self.of != 1 {
            encoder.u32(key::OF)?.u32(self.of)?;
        }
        self.write_extra(encoder)
    }

    pub(crate) fn write_cells(&self, encoder: &mut Encoder<Vec<u8>>) -> Put {
        if !self.cells.is_empty() {
            encoder.u32(key::CELLS)?;
            value::write(encoder, &self.cells)?;
        }
        if !self.supersedes.is_empty() {
            encoder.u32(key::SUPERSEDES)?.map(self.supersedes.len() as u64)?;
            for (field, seen) in &self.supersedes {
                encoder.u32(*field)?.array(seen.len() as u64)?;
                for reference in seen {
                    encoder.u32(reference.0)?;
                }
            }
        }
        Ok(())
    }

    pub(crate) fn write_extra(&self, encoder: &mut Encoder<Vec<u8>>) -> Put {
        for (key, raw) in &self.extra {
            encoder.u32(*key)?;
            encoder.writer_mut().extend_from_slice(raw);
        }
        Ok(())
    }

    /// Reads exactly what [`Record::to_bytes`] writes, and nothing else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Record> {
        let mut decoder = Decoder::new(bytes);
        let mut record = Record::blank();
        record.read(&mut decoder, |record, key, decoder| {
            match key {
                key::INDEX => record.index = decoder.u32()?,
                key::HLC => record.hlc = Stamp(decoder.u64()?),
                key::ROW => record.row = uuid_from(decoder.bytes()?)?,
                key::TX => record.tx = uuid_from(decoder.bytes()?)?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        if decoder.position() == bytes.len() && record.to_bytes() == bytes {
            Ok(record)
        } else {
            Err(Fault::Malformed("record"))
        }
    }

    /// A record that says nothing yet.
    pub(crate) fn blank() -> Record {
        Record {
            tx: Uuid::nil(),
            index: 0,
            of: 1,
            hlc: Stamp::default(),
            table: 0,
            row: Uuid::nil(),
            kind: Kind(0),
            schema: 0,
            actor: None,
            cells: Vec::new(),
            supersedes: Vec::new(),
            extra: Vec::new(),
        }
    }

    /// Reads one map into `self`; `own` takes the keys that mean something else in another place.
    pub(crate) fn read<'b>(
        &mut self,
        decoder: &mut Decoder<'b>,
        mut own: impl FnMut(&mut Record, u32, &mut Decoder<'b>) -> std::result::Result<bool, minicbor::decode::Error>,
    ) -> Result<()> {
        let count = decoder.map()?.ok_or(Fault::Malformed("length"))?;
        let mut last = 0;
        for _ in 0..count {
            let key = decoder.u32()?;
            if key <= mem::replace(&mut last, key) {
                return Err(Fault::Malformed("order of keys"));
            }
            if own(self, key, decoder)? {
                continue;
            }
            match key {
                key::TABLE => self.table = decoder.u32()?,
                key::KIND => self.kind = Kind(decoder.u8()?),
                key::SCHEMA => self.schema = decoder.u32()?,
                key::ACTOR if decoder.datatype()? == Type::Null => {
                    decoder.null()?;
                    self.actor = None;
                }
                key::ACTOR => self.actor = Some(uuid_from(decoder.bytes()?)?),
                key::CELLS => self.cells = value::read(decoder)?,
                key::SUPERSEDES => self.supersedes = supersedes(decoder)?,
                key::OF => self.of = decoder.u32()?,
                _ => {
                    let start = decoder.position();
                    decoder.skip()?;
                    if mutant::on("unknown_dropped") {
                        continue;
                    }
                    self.extra.push((key, decoder.input()[start..decoder.position()].to_vec()));
                }
            }
        }
        Ok(())
    }

    /// Whether it is in the one form that counts, whoever built it.
    #[must_use]
    pub fn is_canonical(&self) -> bool {
        self.index < self.of
            && rising(self.cells.iter().map(|(field, _)| *field))
            && rising(self.supersedes.iter().map(|(field, _)| *field))
            && self.supersedes.iter().all(|(_, seen)| rising(seen.iter().map(|reference| reference.0)))
            && rising(self.extra.iter().map(|(key, _)| *key))
            && self.extra.iter().all(|(key, _)| *key > key::OF)
    }
}

fn rising(mut numbers: impl Iterator<Item = u32>) -> bool {
    let mut last = None;
    numbers.all(|number| last.replace(number).is_none_or(|last| last < number))
}

fn supersedes(decoder: &mut Decoder<'_>) -> Result<Supersedes> {
    let mut found = Vec::new();
    for _ in 0..decoder.map()?.unwrap_or(0) {
        let field = decoder.u32()?;
        let mut seen = Vec::new();
        for _ in 0..decoder.array()?.unwrap_or(0) {
            seen.push(Ref(decoder.u32()?));
        }
        found.push((field, seen));
    }
    Ok(found)
}

#[cfg(test)]
#[path = "record_tests.rs"]
pub(crate) mod tests;
