//! SQL of the office.

use super::{
    number::NumberBlock,
    office::{Office, OfficeKind},
    officer::{Officer, OfficerCard},
    role::Role,
    view::SavedView,
};
use crate::{
    base::{id::Id, zone::Zone},
    store::{Result, SqliteConnection, open::get},
};
use chrono::NaiveDate;

crate::word_columns!(Role, Zone, OfficeKind);

pub(crate) async fn office(connection: &mut SqliteConnection) -> Result<Option<Office>> {
    let id = sqlx::query_scalar!(r#"select id as "id: Id<Office>" from office limit 1"#)
        .fetch_optional(&mut *connection)
        .await?;
    match id {
        Some(id) => get(connection, id).await,
        None => Ok(None),
    }
}

pub(crate) async fn officer_by_username(connection: &mut SqliteConnection, name: &str) -> Result<Option<Officer>> {
    let id = sqlx::query_scalar!(
        r#"select id as "id: Id<Officer>" from officer where username = ? order by retired_at is not null limit 1"#,
        name
    )
    .fetch_optional(&mut *connection)
    .await?;
    match id {
        Some(id) => get(connection, id).await,
        None => Ok(None),
    }
}

pub(crate) async fn has_administrator(connection: &mut SqliteConnection) -> Result<bool> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!: i64" from officer where role = 'ADMIN' and retired_at is null"#
    )
    .fetch_one(connection)
    .await?;
    Ok(count > 0)
}

pub(crate) async fn officers(connection: &mut SqliteConnection) -> Result<Vec<OfficerCard>> {
    Ok(sqlx::query_as!(
        OfficerCard,
        r#"select id as "id: Id<Officer>", username, full_name, nip, role as "role: Role",
           retired_at is not null as "retired!: bool" from officer order by retired_at is not null, full_name"#
    )
    .fetch_all(connection)
    .await?)
}

/// The value of a setting in force on a day.
pub(crate) async fn setting(connection: &mut SqliteConnection, key: &str, on: NaiveDate) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!(
        r#"select value from setting where key = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
           order by valid_from desc limit 1"#,
        key,
        on,
        on
    )
    .fetch_optional(connection)
    .await?)
}

pub(crate) async fn settings(connection: &mut SqliteConnection) -> Result<Vec<super::setting::Setting>> {
    let ids =
        sqlx::query_scalar!(r#"select id as "id: Id<super::setting::Setting>" from setting order by key, valid_from"#)
            .fetch_all(&mut *connection)
            .await?;
    let mut settings = Vec::with_capacity(ids.len());
    for id in ids {
        settings.extend(get(connection, id).await?);
    }
    Ok(settings)
}

pub(crate) async fn number_block(
    connection: &mut SqliteConnection,
    series: &str,
    scope: &str,
    device: &str,
) -> Result<Option<NumberBlock>> {
    let id = sqlx::query_scalar!(
        r#"select id as "id: Id<NumberBlock>" from number_block
           where series = ? and scope = ? and device = ? and next <= last order by first limit 1"#,
        series,
        scope,
        device
    )
    .fetch_optional(&mut *connection)
    .await?;
    match id {
        Some(id) => get(connection, id).await,
        None => Ok(None),
    }
}

/// All blocks of a scope, by their first number.
pub(crate) async fn number_blocks(
    connection: &mut SqliteConnection,
    series: &str,
    scope: &str,
) -> Result<Vec<NumberBlock>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id: Id<NumberBlock>" from number_block where series = ? and scope = ? order by first"#,
        series,
        scope
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut blocks = Vec::with_capacity(ids.len());
    for id in ids {
        blocks.extend(get(connection, id).await?);
    }
    Ok(blocks)
}

pub(crate) async fn local(connection: &mut SqliteConnection, key: &str) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!("select value from local where key = ?", key).fetch_optional(connection).await?)
}

pub(crate) async fn set_local(connection: &mut SqliteConnection, key: &str, value: &str) -> Result<()> {
    sqlx::query!("insert or replace into local (key, value) values (?, ?)", key, value).execute(connection).await?;
    Ok(())
}

pub(crate) async fn views(
    connection: &mut SqliteConnection,
    list: &str,
    officer: Id<Officer>,
) -> Result<Vec<SavedView>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id: Id<SavedView>" from saved_view
           where list = ? and retired_at is null and (officer_id is null or officer_id = ?) order by name"#,
        list,
        officer
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut views = Vec::with_capacity(ids.len());
    for id in ids {
        views.extend(get(connection, id).await?);
    }
    Ok(views)
}

pub(crate) async fn put_draft(
    connection: &mut SqliteConnection,
    id: &str,
    form: &str,
    officer: Id<Officer>,
    data: &str,
    at: &str,
) -> Result<()> {
    sqlx::query!(
        "insert or replace into draft (id, form, officer, data, updated_at) values (?, ?, ?, ?, ?)",
        id,
        form,
        officer,
        data,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}

pub(crate) async fn drop_draft(connection: &mut SqliteConnection, id: &str) -> Result<()> {
    sqlx::query!("delete from draft where id = ?", id).execute(connection).await?;
    Ok(())
}

pub(crate) async fn drafts(
    connection: &mut SqliteConnection,
    officer: Id<Officer>,
) -> Result<Vec<super::desk_notes::Draft>> {
    Ok(sqlx::query_as!(
        super::desk_notes::Draft,
        "select id, form, data, updated_at from draft where officer = ? order by updated_at desc",
        officer
    )
    .fetch_all(connection)
    .await?)
}
