//! Making a snapshot of an office: its rows in chunks, as they were at one place of its feed.

use crate::ledger::audit::{self, Act};
use crate::ledger::head::Head;
use crate::ledger::{Error, Ledger, Result, Scope, oplog, rows, snapshots};
use crate::ledger::{reading, writing};
use balai_exchange::snapshot::{ChunkName, Manifest, SnapshotRow, pack};
use balai_exchange::{OfficeId, Pos};
use minicbor::{Decoder, Encoder};
use uuid::Uuid;

/// How many changes a snapshot may lie behind before a new one is made.
const BEHIND: u64 = 10_000;

/// Rows that are read at once.
const STEP: u32 = 1_000;

/// Bytes of states in one chunk, before packing: packed they are about a fifth.
const RAW_CHUNK: usize = 1024 * 1024;

/// The newest snapshot, made now where there is none that is fresh enough.
pub async fn newest(ledger: &Ledger, scope: Scope, now: i64) -> Result<Manifest> {
    let there = reading!(ledger, &scope, |tx| Ok((Head::read(tx).await?, snapshots::newest(tx).await?)))?;
    match there {
        (head, Some((pos, manifest))) if head.feed.0 - pos.0.min(head.feed.0) < BEHIND => {
            read(scope.office(), &manifest)
        }
        _ => make(ledger, scope, now).await,
    }
}

/// Makes a snapshot. One during whose making something was erased is not kept, and made again.
pub async fn make(ledger: &Ledger, scope: Scope, now: i64) -> Result<Manifest> {
    loop {
        let (manifest, chunks) = reading!(ledger, &scope, |tx| {
            let head = Head::read(tx).await?.feed;
            let mut making = Making::default();
            let mut last = (0, Uuid::nil());
            loop {
                let rows = rows::after(tx, last, STEP).await?;
                let Some(end) = rows.last() else {
                    return making.finish(scope.office(), head);
                };
                last = (end.table, end.row);
                making.add(rows)?;
            }
        })?;
        let kept = writing!(ledger, &scope, |tx| {
            let mut head = Head::lock(tx).await?;
            if oplog::erased_after(tx, manifest.head).await? {
                return Ok(false);
            }
            snapshots::forget(tx).await?;
            for (name, bytes) in &chunks {
                snapshots::put_chunk(tx, &name.hash, bytes).await?;
            }
            snapshots::put(tx, manifest.head, &write(&manifest), now).await?;
            head.snapshot = manifest.head;
            let salt = *blake3::hash(&write(&manifest)).as_bytes();
            audit::add(tx, &mut head, Act::SnapshotMade, salt, &manifest.head.0.to_be_bytes(), now).await?;
            Ok(true)
        });
        if kept? {
            return Ok(manifest);
        }
    }
}

/// Packed chunks with their names.
type Chunks = Vec<(ChunkName, Vec<u8>)>;

#[derive(Default)]
struct Making {
    rows: Vec<SnapshotRow>,
    bytes: usize,
    count: u64,
    chunks: Chunks,
}

impl Making {
    fn add(&mut self, rows: Vec<SnapshotRow>) -> Result<()> {
        for row in rows {
            self.bytes += row.state.len() + 24;
            self.count += 1;
            self.rows.push(row);
            if self.bytes >= RAW_CHUNK {
                self.close()?;
            }
        }
        Ok(())
    }

    fn close(&mut self) -> Result<()> {
        if !self.rows.is_empty() {
            let bytes = pack(&self.rows).map_err(|fault| Error::Unreadable(fault.to_string()))?;
            self.chunks.push((ChunkName::of(&bytes), bytes));
            self.rows.clear();
            self.bytes = 0;
        }
        Ok(())
    }

    fn finish(mut self, office: OfficeId, head: Pos) -> Result<(Manifest, Chunks)> {
        self.close()?;
        let chunks = self.chunks.iter().map(|(name, _)| *name).collect();
        Ok((Manifest { office, head, schema: 0, rows: self.count, chunks }, self.chunks))
    }
}

/// As the ledger keeps a list: it is signed anew for whoever asks.
fn write(manifest: &Manifest) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new());
    // Writing to a vector cannot fail.
    let _ = encoder.encode(manifest);
    encoder.into_writer()
}

fn read(office: OfficeId, bytes: &[u8]) -> Result<Manifest> {
    let manifest: Manifest = Decoder::new(bytes).decode().map_err(|error| Error::Unreadable(error.to_string()))?;
    if manifest.office == office {
        Ok(manifest)
    } else {
        Err(Error::Unreadable("a snapshot of another office".to_owned()))
    }
}
