//! Papers of a fair: tickets, the floor plan, the sheet at a booth, the result sheet, the report.

use super::print::{Paper, lay, save};
use crate::{desk::Desk, dialog, failure::Answer, opening::on_a_thread};
use balai_documents::{print, write};
use balai_domain::{
    base::id::Id,
    jobfair::{
        advice,
        company::Company,
        fair::{self, Fair},
        floor, outcome,
        participation::{self, Participation, ParticipationRefusal},
        result_sheet,
        vacancy::{self, Vacancy},
        visit::Visit,
        visitor::VisitRefusal,
    },
    office,
    people::person::Person,
    store::{Error, open::get},
};
use balai_paperwork::fair as paper;
use tauri::State;

/// Lays a ticket ready, with the three best booths.
#[tauri::command]
pub async fn ticket_print(desk: State<'_, Desk>, input: Id<Visit>) -> Answer<Paper> {
    let mut connection = desk.read().await?;
    let visit: Visit = get(&mut connection, input).await?.ok_or_else(|| Error::from(VisitRefusal::Unknown))?;
    let person: Option<Person> = get(&mut connection, visit.person_id).await?;
    let detail = fair::detail(&mut connection, visit.fair_id, desk.today()).await?;
    let booths = advice::booths(&mut connection, input).await?;
    let office = office::office(&mut connection).await?;
    let name = person.map(|person| person.full_name).unwrap_or_default();
    let title = format!("Tiket {name}");
    lay(&desk, title, move || print::ticket(&paper::ticket(&visit, &name, &detail, &booths, office.as_ref()))).await
}

/// Lays the floor plan ready, A3.
#[tauri::command]
pub async fn floor_print(desk: State<'_, Desk>, input: Id<Fair>) -> Answer<Paper> {
    let mut connection = desk.read().await?;
    let detail = fair::detail(&mut connection, input, desk.today()).await?;
    let halls = floor::plan(&mut connection, input).await?;
    let companies = participation::list(&mut connection, input).await?;
    let title = format!("Denah {}", detail.row.fair.name);
    lay(&desk, title, move || print::floor(&paper::floor(&detail.row.fair, &halls, &companies))).await
}

/// Lays the sheet of a booth ready: a code to scan for each vacancy.
#[tauri::command]
pub async fn booth_print(desk: State<'_, Desk>, input: Id<Participation>) -> Answer<Paper> {
    let mut connection = desk.read().await?;
    let row: Participation =
        get(&mut connection, input).await?.ok_or_else(|| Error::from(ParticipationRefusal::Unknown))?;
    let company: Option<Company> = get(&mut connection, row.company_id).await?;
    let name = company.map(|company| company.name).unwrap_or_default();
    let offered = participation::offered(&mut connection, input).await?;
    let all = vacancy::list(&mut connection, false).await?;
    let posts: Vec<Vacancy> =
        all.into_iter().map(|row| row.vacancy).filter(|vacancy| offered.contains(&vacancy.id)).collect();
    let title = format!("Lembar stan {name}");
    lay(&desk, title, move || print::posts(&paper::posts(&name, &posts))).await
}

/// Lays the report of a fair ready.
#[tauri::command]
pub async fn fair_report_print(desk: State<'_, Desk>, input: Id<Fair>) -> Answer<Paper> {
    let mut connection = desk.read().await?;
    let report = outcome::report(&mut connection, input, desk.today()).await?;
    let office = office::office(&mut connection).await?;
    let (officer, now) = (desk.session()?.full_name, desk.local_now());
    let title = format!("Laporan {}", report.fair.name);
    lay(&desk, title, move || print::list(&paper::report(&report, office.as_ref(), &officer, now))).await
}

/// Saves the report of a fair as a workbook; `None`: the dialog was closed.
#[tauri::command]
pub async fn fair_report_save(desk: State<'_, Desk>, input: Id<Fair>) -> Answer<Option<String>> {
    let report = outcome::report(&mut *desk.read().await?, input, desk.today()).await?;
    let name = format!("Laporan {}.xlsx", report.fair.name);
    let table = paper::report_table(&report);
    let bytes = on_a_thread(move || write::xlsx(&table).map_err(|why| Error::Encoding(why.to_string()))).await?;
    save(&desk, dialog::XLSX, &name, &bytes).await
}

/// Saves the result sheet of a company, filled in with whoever applied; `None`: the dialog was closed.
#[tauri::command]
pub async fn result_sheet_save(desk: State<'_, Desk>, input: Id<Participation>) -> Answer<Option<String>> {
    let mut connection = desk.read().await?;
    let row: Participation =
        get(&mut connection, input).await?.ok_or_else(|| Error::from(ParticipationRefusal::Unknown))?;
    let company: Option<Company> = get(&mut connection, row.company_id).await?;
    let name = company.map(|company| company.name).unwrap_or_default();
    let lines = result_sheet::lines(&mut connection, input).await?;
    drop(connection);
    let table = paper::result_table(&name, &lines);
    let bytes = on_a_thread(move || write::xlsx(&table).map_err(|why| Error::Encoding(why.to_string()))).await?;
    save(&desk, dialog::XLSX, &format!("Hasil {name}.xlsx"), &bytes).await
}
