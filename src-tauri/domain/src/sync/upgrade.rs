//! After an update of the program: what an older one could not make sense of is looked at again. Records of unknown tables
//! and fields lie in the log as they came, acts with unknown words wait aside.

use super::{apply, aside_store, log_store, own_store, relations_store::Relations, settle};
use crate::store::{Act, Result, Store, remote::EXCHANGE};
use chrono::{DateTime, Utc};

/// Looks again if this program is newer than the one that kept them; whether it was.
pub async fn after_update(store: &Store, now: DateTime<Utc>) -> Result<bool> {
    let known = own_store::schema(&mut *store.read().await?).await?;
    if known.is_none_or(|known| known >= own_store::SCHEMA) {
        return Ok(false);
    }
    look_again(store, now).await?;
    Ok(true)
}

async fn look_again(store: &Store, now: DateTime<Utc>) -> Result<()> {
    let tables = store.tables();
    let mut work = store.begin(Act { verb: EXCHANGE, actor: None, at: now }).await?;
    log_store::defer_references(work.reads()).await?;
    let relations = Relations::read(work.reads(), tables).await?;
    for (table, row) in log_store::told_more(work.reads()).await? {
        if let Some(meta) = tables.iter().find(|meta| meta.id == table).copied() {
            settle::again(&mut work, meta, &relations, row).await?;
        }
    }
    let unread = aside_store::unread(work.reads()).await?;
    apply::retry(&mut work, tables, unread).await?;
    own_store::set_schema(work.reads(), own_store::SCHEMA).await?;
    work.commit().await?;
    Ok(())
}
