//! `balai-hub bundle`, `backup` and `restore`. A backup is the ledger and the key in one file, the same from either
//! engine: a hub moves from SQLite to PostgreSQL by one of each.

use super::{Failure, Outcome, Place};
use crate::bundle;
use crate::ledger::Scope;
use crate::ledger::dump::{Table, tables};
use crate::ledger::{Error, Province, audit, offices, reading, writing};
use balai_exchange::Stamp;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;

const MAGIC: &[u8; 8] = b"balaihb1";

/// Marks the end of a table's rows.
const END: u32 = 0;

/// Bytes that one row may have.
const MOST_ROW: u32 = 64 * 1024 * 1024;

pub async fn backup(place: &Place, file: &Path) -> Outcome {
    prove(place).await?;
    let seed = std::fs::read(place.key_file())?;
    let part = file.with_extension("part");
    let rows = reading!(place.ledger, &Province, |tx| {
        let mut out = Out::begin(&part, &seed).map_err(|error| Error::Unreadable(error.to_string()))?;
        let mut rows = 0;
        for table in tables() {
            rows += table.dump(tx, |row| out.row(row)).await?;
            out.close_table().map_err(|error| Error::Unreadable(error.to_string()))?;
        }
        out.finish().map_err(|error| Error::Unreadable(error.to_string()))?;
        Ok(rows)
    })?;
    let read = read(&part, |_, _| Ok(()))?;
    if read.rows != rows {
        return Err(Failure::Damaged(format!("cadangan memuat {} dari {rows} baris", read.rows)));
    }
    std::fs::rename(&part, file)?;
    println!("{rows} baris");
    Ok(())
}

pub async fn restore(place: &Place, file: &Path) -> Outcome {
    if !reading!(place.ledger, &Province, |tx| offices::list(tx).await)?.is_empty() {
        return Err(Failure::Refused("buku besar ini sudah berisi; pulihkan ke buku besar yang kosong".to_owned()));
    }
    let mut all: Vec<(usize, Vec<Vec<u8>>)> = Vec::new();
    let found = read(file, |table, row| {
        match all.last_mut() {
            Some((last, rows)) if *last == table => rows.push(row),
            _ => all.push((table, vec![row])),
        }
        Ok(())
    })?;
    let tables: Vec<Table> = tables();
    writing!(place.ledger, &Province, |tx| {
        for (table, rows) in &all {
            tables[*table].restore(tx, rows).await?;
        }
        Ok(())
    })?;
    if place.key_file().exists() {
        std::fs::rename(place.key_file(), place.key_file().with_extension("key-before-restore"))?;
    }
    write_secret(&place.key_file(), &found.seed)?;
    prove(place).await?;
    println!("{} baris", found.rows);
    Ok(())
}

/// `balai-hub bundle`.
pub async fn bundle(place: &Place, file: &Path, answer: &Path) -> Outcome {
    let now = Stamp::at((place.clock)());
    let taken = bundle::take(&place.ledger, &place.keys()?, file, answer, now).await;
    let taken = taken.map_err(|failure| match failure {
        bundle::Failure::Bundle(fault) => {
            Failure::Damaged(format!("bundel ini tidak utuh atau bukan untuk hub ini ({fault})"))
        }
        bundle::Failure::Stranger => Failure::Refused("PC yang menulis bundel ini tidak ada dalam daftar".to_owned()),
        bundle::Failure::Ledger(error) => error.into(),
        bundle::Failure::File(error) => error.into(),
    })?;
    println!("{} bingkai, {} perubahan baru, {} entri dalam jawaban", taken.frames, taken.changes, taken.answered);
    Ok(())
}

/// The audit chains of all offices hold.
async fn prove(place: &Place) -> Outcome {
    for office in reading!(place.ledger, &Province, |tx| offices::list(tx).await)? {
        let scope = Scope::of(office.id);
        if reading!(place.ledger, &scope, |tx| audit::verify(tx, None).await)?.is_err() {
            return Err(Failure::Damaged(format!("rantai audit kantor {} rusak", office.code)));
        }
    }
    Ok(())
}

fn write_secret(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = secret(file)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A new file that only its owner may read.
fn secret(file: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// A backup that is being written: packed rows, and a hash over all of them at the end.
struct Out {
    packed: zstd::Encoder<'static, BufWriter<File>>,
    hasher: blake3::Hasher,
}

impl Out {
    fn begin(file: &Path, seed: &[u8]) -> std::io::Result<Out> {
        let mut file = BufWriter::new(secret(file)?);
        file.write_all(MAGIC)?;
        let mut out = Out { packed: zstd::Encoder::new(file, 6)?, hasher: blake3::Hasher::new() };
        out.put(seed)?;
        Ok(out)
    }

    fn put(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.hasher.update(bytes);
        self.packed.write_all(bytes)
    }

    fn row(&mut self, row: &[u8]) -> std::io::Result<()> {
        let length = u32::try_from(row.len()).ok().filter(|length| (1..=MOST_ROW).contains(length));
        self.put(&length.ok_or_else(|| std::io::Error::other("a row without end"))?.to_le_bytes())?;
        self.put(row)
    }

    fn close_table(&mut self) -> std::io::Result<()> {
        self.put(&END.to_le_bytes())
    }

    fn finish(mut self) -> std::io::Result<()> {
        let hash = self.hasher.finalize();
        self.packed.write_all(hash.as_bytes())?;
        self.packed.finish()?.into_inner().map_err(|error| error.into_error())?.sync_all()
    }
}

/// What a whole backup holds beside its rows.
struct Found {
    seed: [u8; 32],
    rows: u64,
}

/// Reads a backup from end to end; each row goes to `take` with its table's place in [`tables`].
fn read(file: &Path, mut take: impl FnMut(usize, Vec<u8>) -> Outcome) -> Outcome<Found> {
    let damaged = |_| Failure::Damaged(format!("{} bukan cadangan hub yang utuh", file.display()));
    let mut file = BufReader::new(File::open(file)?);
    let mut magic = [0; 8];
    file.read_exact(&mut magic).map_err(damaged)?;
    if &magic != MAGIC {
        return Err(damaged(std::io::Error::other("magic")));
    }
    let mut packed = zstd::Decoder::new(file).map_err(damaged)?;
    let mut hasher = blake3::Hasher::new();
    let mut seed = [0; 32];
    packed.read_exact(&mut seed).map_err(damaged)?;
    hasher.update(&seed);
    let mut rows = 0;
    for table in 0..tables().len() {
        loop {
            let mut length = [0; 4];
            packed.read_exact(&mut length).map_err(damaged)?;
            hasher.update(&length);
            let length = u32::from_le_bytes(length);
            if length == END {
                break;
            }
            if length > MOST_ROW {
                return Err(damaged(std::io::Error::other("length")));
            }
            let mut row = vec![0; length as usize];
            packed.read_exact(&mut row).map_err(damaged)?;
            hasher.update(&row);
            rows += 1;
            take(table, row)?;
        }
    }
    let mut hash = [0; 32];
    packed.read_exact(&mut hash).map_err(damaged)?;
    if hasher.finalize() != hash {
        return Err(damaged(std::io::Error::other("hash")));
    }
    Ok(Found { seed, rows })
}
