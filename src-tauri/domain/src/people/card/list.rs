//! Cards as lists show them: of one person, by number, and those whose report is due.

use super::{
    Card, CardStatus,
    status::{CardVerb, ReportLine, report_lines, status, verbs},
    store,
};
use crate::{
    base::id::Id,
    office::setting,
    people::person::Person,
    store::{Result, SqliteConnection},
};
use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;
use ts_rs::TS;

/// A card with what it is today.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CardView {
    /// The card.
    pub card: Card,
    /// What it is today.
    pub status: CardStatus,
    /// Its reports.
    pub reports: Vec<ReportLine>,
    /// What can be done with it.
    pub verbs: Vec<CardVerb>,
}

/// A card found by its number.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FoundCard {
    /// Whose.
    pub full_name: String,
    /// The card.
    pub card: CardView,
}

/// Somebody who should report.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DueReport {
    /// Which card.
    pub card_id: Id<Card>,
    /// Whose.
    pub person_id: Id<Person>,
    /// The name.
    pub full_name: String,
    /// The card's number.
    pub number: String,
    /// Which report.
    pub slot: i64,
    /// When it falls due.
    pub due_on: NaiveDate,
    /// Days past its day; below 0: days to go.
    pub days_late: i64,
}

/// A person's cards, the newest first, with those of people merged into this one.
pub async fn cards_of(
    connection: &mut SqliteConnection,
    person: Id<Person>,
    today: NaiveDate,
) -> Result<Vec<CardView>> {
    let mut views = Vec::new();
    for card in store::cards(connection, person).await? {
        views.push(view(connection, card, today).await?);
    }
    Ok(views)
}

/// The cards with this number, the last renewal first. Two PCs that never met may both have given one.
pub async fn find_card(connection: &mut SqliteConnection, number: &str, today: NaiveDate) -> Result<Vec<FoundCard>> {
    let mut found = Vec::new();
    for (card, full_name) in store::by_number(connection, number.trim()).await? {
        found.push(FoundCard { full_name, card: view(connection, card, today).await? });
    }
    Ok(found)
}

/// Reports of valid cards that fall due within `days`, and those that are due already; the longest due first.
pub async fn due_reports(
    connection: &mut SqliteConnection,
    today: NaiveDate,
    days: i64,
    limit: i64,
) -> Result<Vec<DueReport>> {
    store::due_reports(connection, today, today + TimeDelta::days(days.clamp(0, 3660)), limit).await
}

async fn view(connection: &mut SqliteConnection, card: Card, today: NaiveDate) -> Result<CardView> {
    let reports = store::reports(connection, card.id).await?;
    let renewed = store::is_renewed(connection, card.id).await?;
    let days = setting::number(connection, "ak1.renewal_days", today).await?;
    Ok(CardView {
        status: status(&card, &reports, renewed, today),
        reports: report_lines(&reports, today),
        verbs: verbs(&card, &reports, renewed, today, days),
        card,
    })
}
