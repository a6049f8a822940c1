//! Keeps who this PC is at the exchange.

use super::own::{ExchangeMode, Own};
use crate::store::{Error, Result, SqliteConnection, types::stamp};
use balai_exchange::{
    Chain, DeviceId, Epoch, OfficeId, OpId, Pos, Seq,
    author::Author,
    enrol::{Certificate, EnrolReply},
    message::Quarantined,
    sign::PublicKey,
};
use chrono::{DateTime, Utc};

crate::word_columns!(ExchangeMode);

/// The schema whose entries this program understands in full.
pub const SCHEMA: u32 = 1;

fn fixed<const N: usize>(bytes: Vec<u8>) -> Result<[u8; N]> {
    bytes.try_into().map_err(|_| Error::Encoding("a key of another length".to_owned()))
}

/// Who this PC is; `None` before it was let in.
pub async fn own(connection: &mut SqliteConnection) -> Result<Option<Own>> {
    let Some(row) = sqlx::query!(
        r#"select office, device, seed, certificate, hub, address, office_name, mode as "mode: ExchangeMode", epoch, acked, chain,
                  size, sent, head, hub_head, hub_time, slot, healed_at, enrolled_at from exchange_self"#
    )
    .fetch_optional(connection)
    .await?
    else {
        return Ok(None);
    };
    Ok(Some(Own {
        office: OfficeId::from_i64(row.office),
        seed: fixed(row.seed)?,
        certificate: row.certificate,
        hub: PublicKey(fixed(row.hub)?),
        address: row.address,
        office_name: row.office_name,
        mode: row.mode,
        author: Author {
            device: DeviceId::from_i64(row.device),
            epoch: Epoch::from_i64(row.epoch),
            acked: Seq::from_i64(row.acked),
            chain: Chain(fixed(row.chain)?),
            size: u32::try_from(row.size).unwrap_or(1),
        },
        sent: row.sent,
        head: Pos::from_i64(row.head),
        hub_head: Pos::from_i64(row.hub_head),
        hub_time: row.hub_time.unsigned_abs(),
        slot: u32::try_from(row.slot).unwrap_or(0),
        healed_at: row.healed_at.and_then(|at| at.parse().ok()),
        enrolled_at: row.enrolled_at.parse().unwrap_or_default(),
    }))
}

/// A PC was let in: it begins a life of its own at this hub, with everything it knows still to be sent and fetched.
pub async fn enrolled(
    connection: &mut SqliteConnection,
    seed: [u8; 32],
    address: &str,
    (reply, certificate): (&EnrolReply, &Certificate),
    epoch: Epoch,
    now: DateTime<Utc>,
) -> Result<()> {
    leave(&mut *connection).await?;
    let author = Author::new(certificate.device, epoch);
    let (office, device) = (certificate.office.to_i64(), author.device.to_i64());
    let (seed, hub) = (seed.to_vec(), reply.hub.0.to_vec());
    let (epoch, chain, at) = (epoch.to_i64(), author.chain.0.to_vec(), stamp(now));
    let hub_time = i64::try_from(reply.hub_time).unwrap_or(0);
    sqlx::query!(
        "insert into exchange_self (one, office, device, seed, certificate, hub, address, office_name, mode, epoch, acked,
           chain, size, sent, head, hub_head, hub_time, slot, schema, enrolled_at)
         values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0, 0, 0, ?, 0, ?, ?)",
        office,
        device,
        seed,
        reply.certificate,
        hub,
        address,
        reply.office_name,
        ExchangeMode::Everything,
        epoch,
        chain,
        author.size,
        hub_time,
        SCHEMA,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// This PC takes no part any more; what it holds of the office stays.
pub async fn leave(connection: &mut SqliteConnection) -> Result<()> {
    for sql in ["delete from exchange_self", "delete from exchange_quarantined", "delete from exchange_attachment"] {
        sqlx::query(sql).execute(&mut *connection).await?;
    }
    Ok(())
}

/// What may leave the building from now on.
pub async fn set_mode(connection: &mut SqliteConnection, mode: ExchangeMode) -> Result<()> {
    sqlx::query!("update exchange_self set mode = ?", mode).execute(connection).await?;
    Ok(())
}

/// How far it has come: everything that the author and the feed decide.
pub async fn keep(connection: &mut SqliteConnection, own: &Own) -> Result<()> {
    let author = &own.author;
    let (epoch, acked, chain) = (author.epoch.to_i64(), author.acked.to_i64(), author.chain.0.to_vec());
    let (head, hub_head) = (own.head.to_i64(), own.hub_head.to_i64());
    let hub_time = i64::try_from(own.hub_time).unwrap_or(0);
    let healed = own.healed_at.map(stamp);
    sqlx::query!(
        "update exchange_self set epoch = ?, acked = ?, chain = ?, size = ?, sent = ?, head = ?, hub_head = ?,
           hub_time = max(hub_time, ?), slot = ?, healed_at = ?",
        epoch,
        acked,
        chain,
        author.size,
        own.sent,
        head,
        hub_head,
        hub_time,
        own.slot,
        healed
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The hub keeps entries aside until a person has looked.
pub async fn note_quarantined(
    connection: &mut SqliteConnection,
    kept: &[Quarantined],
    now: DateTime<Utc>,
) -> Result<()> {
    let at = stamp(now);
    for one in kept {
        let Some(op) = one.op.map(OpId::uuid) else { continue };
        sqlx::query!(
            "insert or replace into exchange_quarantined (op_id, reason, at) values (?, ?, ?)",
            op,
            one.reason,
            at
        )
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// How many of this PC's entries the hub keeps aside.
pub async fn count_quarantined(connection: &mut SqliteConnection) -> Result<i64> {
    let n = sqlx::query_scalar!(r#"select count(*) as "n!: i64" from exchange_quarantined"#);
    Ok(n.fetch_one(connection).await?)
}

/// The newest schema that this PC has looked at everything with; `None`: it takes no part.
pub async fn schema(connection: &mut SqliteConnection) -> Result<Option<u32>> {
    let schema = sqlx::query_scalar!(r#"select schema as "schema: u32" from exchange_self"#);
    Ok(schema.fetch_optional(connection).await?)
}

/// Everything was looked at with this schema.
pub async fn set_schema(connection: &mut SqliteConnection, schema: u32) -> Result<()> {
    sqlx::query!("update exchange_self set schema = ?", schema).execute(connection).await?;
    Ok(())
}
