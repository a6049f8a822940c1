//! Pictures and scans on their way: which lie here and not at the hub, which are referred to and lie elsewhere.

use crate::{
    people::attachment::Attachment,
    store::{Result, SqliteConnection},
};

/// The hashes of pictures and scans that rows refer to and the hub does not have whole; the smallest first.
pub async fn to_send(connection: &mut SqliteConnection, most: i64) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!(
        r#"select hash as "hash!" from attachment
           where not exists (select 1 from exchange_attachment done where done.hash = attachment.hash and whole = 1)
             and (exists (select 1 from person where photo_hash = attachment.hash)
                  or exists (select 1 from document where scan_hash = attachment.hash))
           order by length(bytes), hash limit ?"#,
        most
    )
    .fetch_all(connection)
    .await?)
}

/// The hashes that rows refer to while the bytes lie elsewhere.
pub async fn to_fetch(connection: &mut SqliteConnection, most: i64) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!(
        r#"select hash as "hash!: String" from (
             select photo_hash as hash from person where photo_hash is not null
             union select scan_hash from document where scan_hash is not null)
           where not exists (select 1 from attachment where attachment.hash = hash) order by hash limit ?"#,
        most
    )
    .fetch_all(connection)
    .await?)
}

/// The bytes under a hash.
pub async fn read(connection: &mut SqliteConnection, hash: &str) -> Result<Option<Attachment>> {
    crate::people::attachment::read(connection, hash).await
}

/// Keeps bytes that came; their hash was proved.
pub async fn keep(connection: &mut SqliteConnection, hash: &str, bytes: &[u8]) -> Result<()> {
    let mime = if bytes.starts_with(b"%PDF") { "application/pdf" } else { "image/jpeg" };
    sqlx::query!("insert or ignore into attachment (hash, mime, bytes) values (?, ?, ?)", hash, mime, bytes)
        .execute(&mut *connection)
        .await?;
    note(connection, hash, true).await
}

/// What the hub has of it.
pub async fn note(connection: &mut SqliteConnection, hash: &str, whole: bool) -> Result<()> {
    sqlx::query!("insert or replace into exchange_attachment (hash, whole) values (?, ?)", hash, whole)
        .execute(connection)
        .await?;
    Ok(())
}

/// Bytes of pictures that went out or came in on a day.
pub async fn carried_on(connection: &mut SqliteConnection, day: &str) -> Result<u64> {
    let known = sqlx::query_scalar!("select value from local where key = 'exchange.attachments'");
    let known = known.fetch_optional(connection).await?.unwrap_or_default();
    let bytes = known.split_once(' ').filter(|(on, _)| *on == day).and_then(|(_, bytes)| bytes.parse().ok());
    Ok(bytes.unwrap_or(0))
}

/// Notes them.
pub async fn set_carried(connection: &mut SqliteConnection, day: &str, bytes: u64) -> Result<()> {
    let value = format!("{day} {bytes}");
    sqlx::query!("insert or replace into local (key, value) values ('exchange.attachments', ?)", value)
        .execute(connection)
        .await?;
    Ok(())
}
