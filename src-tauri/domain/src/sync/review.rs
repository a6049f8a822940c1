//! Settling what two people entered differently (*penyelesaian beda isian*): both values side by side, who wrote them and
//! when; the one that a person chooses replaces all, and Ctrl+Z brings all back.

use super::review_store::{self, Contested};
use crate::{
    office::Officer,
    people::{card::Card, person::Person},
    store::{
        Meta, Result, SqliteConnection, Table, Value, Work, open,
        registers::{Told, registers},
    },
};
use balai_exchange::{Kind, row::PRESENCE};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

refusals! {
    "exchange" =>
    /// Why something about the exchange cannot be done.
    ExchangeRefusal {
        /// It was settled meanwhile.
        SettledAlready => "settled_already",
        /// A card cannot be printed while people differ on what stands on it.
        Unsettled { fields } => "unsettled",
        /// This PC takes no part.
        NotEnrolled => "not_enrolled",
        /// The file is no bundle, damaged, or made for somebody else.
        BundleUnreadable => "bundle_unreadable",
        /// The bundle belongs to another office.
        OtherOffice => "other_office",
        /// An exchange is running.
        Running => "running",
        /// The exchange is switched off.
        SwitchedOff => "switched_off",
    }
}

/// One of the values that stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "EnteredVersion")]
pub struct Version {
    /// By which it is chosen.
    #[ts(type = "string")]
    pub op: Uuid,
    /// The value as text; empty: nothing entered.
    pub text: String,
    /// Who.
    pub officer: Option<String>,
    /// When, by the clock there.
    pub at: DateTime<Utc>,
    /// It was entered at this PC.
    pub here: bool,
    /// This version takes the row away.
    pub deletes: bool,
    /// It is the one on show until somebody has settled it.
    pub shown: bool,
}

/// Something to be settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "OpenQuestion")]
pub struct Question {
    /// The table's name.
    pub table: String,
    /// The row.
    #[ts(type = "string")]
    pub row: Uuid,
    /// The field's name; `None`: whether the row stays.
    pub field: Option<String>,
    /// Whose or what: a name.
    pub about: String,
    /// The person it is about, if it is about one.
    #[ts(type = "string | null")]
    pub person: Option<Uuid>,
    /// Known at this PC since.
    pub since: DateTime<Utc>,
    /// What stands.
    pub versions: Vec<Version>,
}

/// A person's choice.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Settlement {
    /// The table's name.
    pub table: String,
    /// The row.
    #[ts(type = "string")]
    pub row: Uuid,
    /// The field's name; `None`: whether the row stays.
    pub field: Option<String>,
    /// The version that holds.
    #[ts(type = "string")]
    pub op: Uuid,
}

/// Everything that waits for a person.
pub async fn questions(connection: &mut SqliteConnection, tables: &[&'static Meta]) -> Result<Vec<Question>> {
    let mut found = Vec::new();
    for (contested, since) in review_store::open_questions(&mut *connection).await? {
        let Some(meta) = tables.iter().find(|meta| meta.id == contested.table) else { continue };
        let versions = versions(connection, meta, contested).await?;
        let (about, person) = super::names_store::about(connection, meta, contested.row).await?;
        let field = meta.fields.iter().find(|field| field.id == contested.field).map(|field| field.name.to_owned());
        let (table, row, since) = (meta.name.to_owned(), contested.row, since.parse().unwrap_or_default());
        found.push(Question { table, row, field, about, person, since, versions });
    }
    Ok(found)
}

async fn versions(connection: &mut SqliteConnection, meta: &'static Meta, at: Contested) -> Result<Vec<Version>> {
    let (told, state) = registers(&mut *connection, meta.id, at.row).await?;
    let standing: Vec<(Uuid, bool)> = if at.field == PRESENCE {
        let edits = told.iter().rev().find(|told| told.record.kind != Kind::DEL).into_iter();
        let gone = state.deletions.iter().map(|deletion| (deletion.op.uuid(), true));
        edits.map(|told| (told.record.op().uuid(), false)).chain(gone).collect()
    } else {
        let cell = state.fields.get(&at.field);
        cell.into_iter().flat_map(|cell| &cell.siblings).map(|one| (one.op.uuid(), false)).collect()
    };
    let class = meta.fields.iter().find(|field| field.id == at.field).map(|field| field.class);
    let winner = class.and_then(|class| state.fields.get(&at.field)?.winner(class)).map(|one| one.op.uuid());
    let mut versions = Vec::new();
    for (op, deletes) in standing {
        let Some(Told { record, own, .. }) = told.iter().find(|told| told.record.op().uuid() == op) else { continue };
        let value = record.cells.iter().find(|(field, _)| *field == at.field).map(|(_, value)| value);
        let officer = match record.actor {
            Some(actor) => open::get::<Officer>(&mut *connection, actor.into()).await?.map(|officer| officer.full_name),
            None => None,
        };
        let shown = if at.field == PRESENCE { !deletes } else { winner == Some(op) };
        let text = match value {
            Some(value) => super::names_store::readable(connection, meta, at.field, value).await?,
            None => String::new(),
        };
        versions.push(Version { op, text, officer, at: record.hlc.wall(), here: *own, deletes, shown });
    }
    versions.sort_by_key(|version| version.at);
    Ok(versions)
}

/// Settles a question. Refuses `exchange.settled_already`, `store.still_needed`.
pub async fn settle(work: &mut Work, tables: &[&'static Meta], choice: &Settlement) -> Result<()> {
    let gone = || ExchangeRefusal::SettledAlready;
    let meta = tables.iter().find(|meta| meta.name == choice.table).copied().ok_or_else(gone)?;
    let (told, state) = registers(work.reads(), meta.id, choice.row).await?;
    let chosen = |told: &&Told| told.record.op().uuid() == choice.op;
    match &choice.field {
        None if state.deletions.is_empty() => return Err(gone().into()),
        None if state.deletions.iter().any(|deletion| deletion.op.uuid() == choice.op) => {
            work.take_away(meta, choice.row).await?;
        }
        None => work.keep_row(meta, choice.row).await?,
        Some(name) => {
            let field = meta.fields.iter().find(|field| field.name == name).ok_or_else(gone)?;
            let cell = state.fields.get(&field.id).filter(|cell| cell.is_contested()).ok_or_else(gone)?;
            let stands = cell.siblings.iter().any(|one| one.op.uuid() == choice.op);
            let record = told.iter().find(chosen).filter(|_| stands).ok_or_else(gone)?;
            let value = record.record.cells.iter().find(|(id, _)| *id == field.id).map(|(_, value)| value.clone());
            work.resolve(meta, choice.row, field.id, value.unwrap_or(Value::Null)).await?;
        }
    }
    work.about::<Uuid>(choice.row.into()).await?;
    work.judge(meta, choice.row).await
}

/// Refuses `exchange.unsettled` while people differ on something that identifies the person, or on the card itself.
pub async fn only_settled(connection: &mut SqliteConnection, person: Uuid, card: Uuid) -> Result<()> {
    let mut fields = review_store::unsettled_of(&mut *connection, Person::META, person).await?;
    fields.extend(review_store::unsettled_of(connection, Card::META, card).await?);
    if fields.is_empty() {
        return Ok(());
    }
    Err(ExchangeRefusal::Unsettled { fields: fields.join(", ") }.into())
}
