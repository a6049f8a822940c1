//! Timetables, load lists and notices on paper, as sheets and for the telephone.

use super::print::{Paper, lay, save};
use crate::{desk::Desk, dialog, failure::Answer, opening::on_a_thread};
use balai_documents::{print, write};
use balai_domain::{
    base::{id::Id, refusal::Refusal},
    office::{self, Office},
    scheduling::{
        load_month,
        names::{self, Names},
        notice,
        plan::{ChangeNotice, Plan},
        week::Whose,
    },
    store::{Error, SqliteConnection},
};
use balai_paperwork::{
    timetable as paper,
    weekly::{self, Weekly},
};
use chrono::NaiveDate;
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// Whose timetables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimetableView {
    /// Of classes.
    Batch,
    /// Of instructors.
    Instructor,
    /// Of rooms.
    Room,
}

/// Which timetables, which weeks.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TimetablePrint {
    /// `None`: the published one.
    pub plan_id: Option<Id<Plan>>,
    /// Whose.
    pub view: TimetableView,
    /// The id of one; `None`: of each.
    pub id: Option<String>,
    /// The first week.
    pub from: NaiveDate,
    /// How many weeks.
    pub weeks: u64,
}

/// How a timetable is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimetableForm {
    /// As a workbook.
    Xlsx,
    /// As a calendar file.
    Ics,
}

/// A timetable to save.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TimetableSave {
    /// Which.
    pub what: TimetablePrint,
    /// How.
    pub form: TimetableForm,
}

/// Lays timetables ready, a page for each week of each. Refuses `timetable.nothing_to_print`.
#[tauri::command]
pub async fn timetable_print(desk: State<'_, Desk>, input: TimetablePrint) -> Answer<Paper> {
    let weekly = weekly(&mut *desk.read().await?, &input).await?;
    let (printed_by, now) = (desk.session()?.full_name, desk.local_now());
    let title = format!("Jadwal {} {}", weekly.title(), weekly.monday());
    lay(&desk, title, move || print::timetable(&weekly.paper(&printed_by, now))).await
}

/// Saves timetables as a workbook or a calendar file; `None`: the dialog was closed.
#[tauri::command]
pub async fn timetable_save(desk: State<'_, Desk>, input: TimetableSave) -> Answer<Option<String>> {
    let weekly = weekly(&mut *desk.read().await?, &input.what).await?;
    let now = desk.now();
    let (kind, ending) = match input.form {
        TimetableForm::Xlsx => (dialog::XLSX, "xlsx"),
        TimetableForm::Ics => (dialog::ICS, "ics"),
    };
    let name = format!("Jadwal {}.{ending}", weekly.title());
    let bytes = on_a_thread(move || match input.form {
        TimetableForm::Xlsx => weekly.xlsx(),
        TimetableForm::Ics => Ok(weekly.ics(now)),
    })
    .await?;
    save(&desk, kind, &name, &bytes).await
}

/// Lays the load list of a month ready.
#[tauri::command]
pub async fn load_print(desk: State<'_, Desk>, input: NaiveDate) -> Answer<Paper> {
    let mut connection = desk.read().await?;
    let month = load_month::load_month(&mut connection, input).await?;
    let office = the_office(&mut connection).await?;
    let (printed_by, now) = (desk.session()?.full_name, desk.local_now());
    let title = format!("Beban mengajar {}", month.month_on.format("%Y-%m"));
    lay(&desk, title, move || print::list(&paper::loads(&month, &office, &printed_by, now))).await
}

/// Saves the load list of a month as a workbook; `None`: the dialog was closed.
#[tauri::command]
pub async fn load_save(desk: State<'_, Desk>, input: NaiveDate) -> Answer<Option<String>> {
    let month = load_month::load_month(&mut *desk.read().await?, input).await?;
    let name = format!("Beban mengajar {}.xlsx", month.month_on.format("%Y-%m"));
    let table = paper::load_table(&month);
    let bytes = on_a_thread(move || write::xlsx(&table).map_err(|why| Error::Encoding(why.to_string()))).await?;
    save(&desk, dialog::XLSX, &name, &bytes).await
}

/// Lays a notice of change ready. Refuses `notice.unknown`.
#[tauri::command]
pub async fn notice_print(desk: State<'_, Desk>, input: Id<ChangeNotice>) -> Answer<Paper> {
    let mut connection = desk.read().await?;
    let found = notice::list(&mut connection).await?.into_iter().find(|notice| notice.id == input);
    let told = found.ok_or_else(|| Refusal::new("notice", "unknown"))?;
    let office = the_office(&mut connection).await?;
    let (printed_by, now) = (desk.session()?.full_name, desk.local_now());
    let title = format!("Pemberitahuan {}", told.number);
    lay(&desk, title, move || print::list(&paper::notice(&told, &office, &printed_by, now))).await
}

async fn the_office(connection: &mut SqliteConnection) -> Answer<Office> {
    let office = office::office(connection).await?;
    Ok(office.ok_or_else(|| Refusal::new("store", "no_office"))?)
}

async fn weekly(connection: &mut SqliteConnection, input: &TimetablePrint) -> Answer<Weekly> {
    let whose = whose(&names::load(&mut *connection).await?, input);
    Ok(weekly::gather(connection, input.plan_id, &whose, input.from, input.weeks).await?)
}

fn whose(names: &Names, input: &TimetablePrint) -> Vec<Whose> {
    let meant = |id: String| input.id.as_ref().is_none_or(|only| *only == id);
    match input.view {
        TimetableView::Batch => {
            names.batches.iter().filter(|one| meant(one.id.to_string())).map(|one| Whose::Batch(one.id)).collect()
        }
        TimetableView::Instructor => names
            .instructors
            .iter()
            .filter(|one| meant(one.id.to_string()))
            .map(|one| Whose::Instructor(one.id))
            .collect(),
        TimetableView::Room => {
            names.rooms.iter().filter(|one| meant(one.id.to_string())).map(|one| Whose::Room(one.id)).collect()
        }
    }
}
