//! SQL of cards, their reports and the events of job seekers.

use super::{
    Card, CardReport, PlacementScope, SeekerEvent, SeekerStatus, VoidReason, event::SeekerEventKind, list::DueReport,
};
use crate::{
    base::id::Id,
    people::{papers_store::rows, person::Person},
    store::{Result, SqliteConnection, open::get},
};
use chrono::NaiveDate;

crate::word_columns!(SeekerStatus, PlacementScope, VoidReason, SeekerEventKind);

/// The cards of the person and of those merged into it, the newest first.
pub(crate) async fn cards(connection: &mut SqliteConnection, person: Id<Person>) -> Result<Vec<Card>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id: Id<Card>" from card
           where person_id in (select id from person where id = ? or merged_into = ?)
           order by issued_on desc, rowid desc"#,
        person,
        person
    )
    .fetch_all(&mut *connection)
    .await?;
    rows(connection, ids).await
}

/// The cards with exactly this number and their holders' names, the newest first.
pub(crate) async fn by_number(connection: &mut SqliteConnection, number: &str) -> Result<Vec<(Card, String)>> {
    let found = sqlx::query!(
        r#"select card.id as "id: Id<Card>", full_name from card join person on person.id = card.person_id
           where number = ? order by renewal desc, card.rowid desc"#,
        number
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut cards = Vec::with_capacity(found.len());
    for row in found {
        cards.extend(get(connection, row.id).await?.map(|card| (card, row.full_name)));
    }
    Ok(cards)
}

/// Whether a card that counts renews this one.
pub(crate) async fn is_renewed(connection: &mut SqliteConnection, card: Id<Card>) -> Result<bool> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!: i64" from card where renewed_from = ? and voided_on is null"#,
        card
    )
    .fetch_one(connection)
    .await?;
    Ok(count > 0)
}

/// The reports of a card by their slot.
pub(crate) async fn reports(connection: &mut SqliteConnection, card: Id<Card>) -> Result<Vec<CardReport>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id: Id<CardReport>" from card_report where card_id = ? order by slot"#,
        card
    )
    .fetch_all(&mut *connection)
    .await?;
    rows(connection, ids).await
}

/// The events of the person and of those merged into it, the first one first.
pub(crate) async fn events(connection: &mut SqliteConnection, person: Id<Person>) -> Result<Vec<SeekerEvent>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id: Id<SeekerEvent>" from seeker_event
           where person_id in (select id from person where id = ? or merged_into = ?)
           order by happened_on, rowid"#,
        person,
        person
    )
    .fetch_all(&mut *connection)
    .await?;
    rows(connection, ids).await
}

/// The same rules as [`super::status::report_lines`]: a report that a later one overtook is no longer asked for.
pub(crate) async fn due_reports(
    connection: &mut SqliteConnection,
    today: NaiveDate,
    until: NaiveDate,
    limit: i64,
) -> Result<Vec<DueReport>> {
    // The cross join makes SQLite begin with the few cards that are valid, not with the reports of all years.
    Ok(sqlx::query_as!(
        DueReport,
        r#"select card.id as "card_id: Id<Card>", person.id as "person_id: Id<Person>", full_name, number, slot,
             due_on as "due_on: NaiveDate", cast(julianday(?) - julianday(due_on) as integer) as "days_late!: i64"
           from card cross join card_report as report on report.card_id = card.id
             cross join person on person.id = card.person_id
           where card.valid_until >= ? and card.voided_on is null and card.placed_on is null
             and report.reported_on is null and report.due_on <= ?
             and person.erased_at is null and person.restricted_at is null
             and not exists (select 1 from card as newer where newer.renewed_from = card.id and newer.voided_on is null)
             and not exists (select 1 from card_report as later where later.card_id = card.id
               and later.slot > report.slot and (later.due_on <= ? or later.reported_on is not null))
           order by due_on, full_name limit ?"#,
        today,
        today,
        until,
        today,
        limit
    )
    .fetch_all(connection)
    .await?)
}
