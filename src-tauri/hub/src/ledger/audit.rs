//! The audit chain of each office: what the hub did for it, in an order that cannot be changed unseen.

use super::error::Result;
use super::head::Head;
use super::param::params;
use super::scope::Scope;
use super::tx::Tx;
use super::{Ledger, reading};
use balai_exchange::audit::{Link, commitment};

/// What an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    CodeGiven,
    CodeRefused,
    DeviceEnrolled,
    DeviceRevoked,
    Pushed,
    Quarantined,
    Erased,
    SnapshotMade,
    AsideSettled,
}

impl Act {
    /// As it stands in the ledger; never renamed.
    pub fn word(self) -> &'static str {
        match self {
            Act::CodeGiven => "code_given",
            Act::CodeRefused => "code_refused",
            Act::DeviceEnrolled => "device_enrolled",
            Act::DeviceRevoked => "device_revoked",
            Act::Pushed => "pushed",
            Act::Quarantined => "quarantined",
            Act::Erased => "erased",
            Act::SnapshotMade => "snapshot_made",
            Act::AsideSettled => "aside_settled",
        }
    }
}

/// The end of an office's chain, to be kept by a witness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    pub n: u64,
    pub link: Link,
}

/// What is wrong with a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// An entry is missing, added or moved here.
    Order { n: u64 },
    /// The entry, or one before it, was changed.
    Entry { n: u64 },
    /// What the entry says is not what was committed to.
    Payload { n: u64 },
    /// The chain ends elsewhere than the office's head says.
    End { n: u64 },
    /// The witness holds another hash for this place.
    Witness { n: u64 },
}

/// Adds an entry under the lock of the office's head.
pub async fn add(
    tx: &mut Tx<Scope>,
    head: &mut Head,
    act: Act,
    salt: [u8; 32],
    payload: &[u8],
    now: i64,
) -> Result<()> {
    let n = head.audit.n + 1;
    let held = commitment(&salt, payload);
    let meta = meta(act.word(), now);
    let link = head.audit.link.next(n, &meta, &held);
    let sql = "insert into audit (office_id, n, at, kind, meta, commitment, salt, payload, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let place = i64::try_from(n).unwrap_or(i64::MAX);
    tx.execute(sql, params![place, now, act.word(), &meta, &held, &salt, payload, &link.0]).await?;
    head.audit = End { n, link };
    head.save(tx).await
}

fn meta(word: &str, at: i64) -> Vec<u8> {
    let mut meta = word.as_bytes().to_vec();
    meta.push(0);
    meta.extend(at.to_be_bytes());
    meta
}

/// Reads an office's whole chain and works it out anew. `witness` is an end that was written down elsewhere.
pub async fn verify(tx: &mut Tx<Scope>, witness: Option<End>) -> Result<std::result::Result<End, Broken>> {
    let mut end = End { n: 0, link: Link::default() };
    loop {
        let sql = "select n, at, kind, meta, commitment, salt, payload, hash from audit
            where office_id = $1 and n > $2 order by n limit 1000";
        let rows = tx.rows(sql, params![i64::try_from(end.n).unwrap_or(i64::MAX)]).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let n = row.count(0)?;
            if n != end.n + 1 {
                return Ok(Err(Broken::Order { n: end.n + 1 }));
            }
            let (told, held): (Vec<u8>, [u8; 32]) = (row.bytes(3)?, row.array(4)?);
            let link = end.link.next(n, &told, &held);
            if told != meta(&row.text(2)?, row.int(1)?) || link.0 != row.array(7)? {
                return Ok(Err(Broken::Entry { n }));
            }
            if let (Some(salt), Some(payload)) = (row.bytes_or_null(5)?, row.bytes_or_null(6)?) {
                let salt: std::result::Result<[u8; 32], _> = salt.try_into();
                if salt.is_ok_and(|salt| commitment(&salt, &payload) != held) {
                    return Ok(Err(Broken::Payload { n }));
                }
            }
            end = End { n, link };
            if witness.is_some_and(|witness| witness.n == n && witness.link != link) {
                return Ok(Err(Broken::Witness { n }));
            }
        }
    }
    let head = Head::read(tx).await?;
    if head.audit != end {
        return Ok(Err(Broken::End { n: end.n }));
    }
    match witness {
        Some(witness) if witness.n > end.n => Ok(Err(Broken::Witness { n: witness.n })),
        _ => Ok(Ok(end)),
    }
}

/// Whether an office's chain holds.
pub async fn holds(ledger: &Ledger, scope: Scope) -> Result<bool> {
    Ok(reading!(*ledger, &scope, |tx| verify(tx, None).await)?.is_ok())
}
