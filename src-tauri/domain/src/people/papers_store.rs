//! SQL of backgrounds, documents and attachments.

use super::{
    attachment::Attachment,
    background::{Background, BackgroundKind},
    document::{Document, DocumentKind},
    person::Person,
};
use crate::{
    base::id::Id,
    store::{Result, SqliteConnection, Table, open::get},
};

crate::word_columns!(BackgroundKind, DocumentKind);

/// The rows of these ids, in their order.
pub(super) async fn rows<T: Table>(connection: &mut SqliteConnection, ids: Vec<Id<T>>) -> Result<Vec<T>> {
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        rows.extend(get(connection, id).await?);
    }
    Ok(rows)
}

/// The live rows of the person and of those merged into it.
pub(crate) async fn background(connection: &mut SqliteConnection, person: Id<Person>) -> Result<Vec<Background>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id: Id<Background>" from background
           where person_id in (select id from person where id = ? or merged_into = ?) and retired_at is null
           order by case kind when 'PENDIDIKAN' then 1 when 'PENGALAMAN' then 2 when 'PELATIHAN' then 3
             when 'BAHASA' then 4 else 5 end, coalesce(year_to, year_from, 9999), coalesce(year_from, 9999), rowid"#,
        person,
        person
    )
    .fetch_all(&mut *connection)
    .await?;
    rows(connection, ids).await
}

/// The live papers of the person and of those merged into it.
pub(crate) async fn documents(connection: &mut SqliteConnection, person: Id<Person>) -> Result<Vec<Document>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id: Id<Document>" from document
           where person_id in (select id from person where id = ? or merged_into = ?) and retired_at is null
           order by rowid"#,
        person,
        person
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut documents: Vec<Document> = rows(connection, ids).await?;
    documents.sort_by_key(|document| document.kind);
    Ok(documents)
}

pub(crate) async fn keep_attachment(
    connection: &mut SqliteConnection,
    hash: &str,
    mime: &str,
    bytes: &[u8],
) -> Result<()> {
    sqlx::query!("insert or ignore into attachment (hash, mime, bytes) values (?, ?, ?)", hash, mime, bytes)
        .execute(connection)
        .await?;
    Ok(())
}

pub(crate) async fn attachment(connection: &mut SqliteConnection, hash: &str) -> Result<Option<Attachment>> {
    Ok(sqlx::query_as!(Attachment, "select mime, bytes from attachment where hash = ?", hash)
        .fetch_optional(connection)
        .await?)
}

/// Deletes bytes that neither a photo nor a scan refers to.
pub(crate) async fn drop_attachment(connection: &mut SqliteConnection, hash: &str) -> Result<bool> {
    let done = sqlx::query!(
        "delete from attachment where hash = ?
         and not exists (select 1 from person where photo_hash = attachment.hash)
         and not exists (select 1 from document where scan_hash = attachment.hash)",
        hash
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() > 0)
}
