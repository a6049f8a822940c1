//! The counters of an office. Whoever writes for the office locks them first: so positions of the feed are given in the
//! order of commits, without gaps, and a reader never passes one over.

use super::audit::End;
use super::error::{Error, Result};
use super::param::params;
use super::scope::Scope;
use super::tx::Tx;
use balai_exchange::{Pos, audit::Link};

/// Where an office's feed and its audit chain end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub feed: Pos,
    pub snapshot: Pos,
    pub audit: End,
}

impl Head {
    /// Reads and locks the counters until the transaction ends.
    pub async fn lock(tx: &mut Tx<Scope>) -> Result<Head> {
        let end = tx.for_update();
        Self::ask(tx, end).await
    }

    /// Reads the counters.
    pub async fn read(tx: &mut Tx<Scope>) -> Result<Head> {
        Self::ask(tx, "").await
    }

    async fn ask(tx: &mut Tx<Scope>, end: &str) -> Result<Head> {
        let sql = "select head, snapshot_head, audit_n, audit_hash from office_head where office_id = $1";
        let row = tx.row(&format!("{sql}{end}"), &[]).await?;
        let row = row.ok_or_else(|| Error::Unreadable("an office without counters".to_owned()))?;
        Ok(Head {
            feed: Pos::from_i64(row.int(0)?),
            snapshot: Pos::from_i64(row.int(1)?),
            audit: End { n: row.count(2)?, link: Link(row.array(3)?) },
        })
    }

    /// Writes the counters back.
    pub async fn save(&self, tx: &mut Tx<Scope>) -> Result<()> {
        let sql = "update office_head set head = $2, snapshot_head = $3, audit_n = $4, audit_hash = $5
            where office_id = $1";
        let n = i64::try_from(self.audit.n).unwrap_or(i64::MAX);
        tx.execute(sql, params![self.feed.to_i64(), self.snapshot.to_i64(), n, &self.audit.link.0]).await?;
        Ok(())
    }
}
