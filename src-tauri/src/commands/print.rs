//! Papers: made, shown page by page in the window, then saved where the officer says or opened in the system's viewer
//! to be printed. What is shown is what is saved: both come from the same set pages.

use crate::{
    desk::Desk,
    dialog::{self, Kind},
    failure::{Answer, Failure},
    opening::on_a_thread,
    viewer,
};
use balai_documents::print::{self, CardLayout, PrintError, Printed};
use balai_domain::{
    TABLES,
    base::{id::Id, refusal::Refusal},
    office::{self, setting},
    people::{
        card::{Card, sheet},
        dossier,
        person::Person,
    },
    registration::{
        application::Application,
        list::{self, ApplicationQuery},
        receipt,
    },
    store::{Error, open::get},
    sync::review,
};
use balai_paperwork::{applicants, dossier as dossier_paper, paper};
use serde::{Deserialize, Serialize};
use tauri::State;
use ts_rs::TS;

/// A paper that lies ready: by its id its pages are looked at, and it is saved or printed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Paper {
    /// By which the desk finds it, until the officer leaves.
    pub id: String,
    /// What it is, in words.
    pub title: String,
    /// How many pages it has.
    pub pages: usize,
}

/// A page of a paper.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PaperPage {
    /// Which paper.
    pub id: String,
    /// Which page, from 0.
    pub page: usize,
}

/// Names on one printed list; a longer one is filtered first.
const LIST_MOST: usize = 5_000;

/// How a card is laid on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CardForm {
    /// Two pages of the folded card.
    Card,
    /// One page of A4 with marks to cut at.
    A4,
}

/// A card to print.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct CardPrint {
    /// Which.
    pub id: Id<Card>,
    /// How it is laid on paper.
    pub form: CardForm,
}

/// Everything that is held on a person, for whoever asks.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PersonExport {
    /// On whom.
    pub id: Id<Person>,
    /// To whom and why; kept.
    pub reason: String,
}

/// Lays a job-seeker's card ready.
#[tauri::command]
pub async fn card_print(desk: State<'_, Desk>, input: CardPrint) -> Answer<Paper> {
    let mut connection = desk.read().await?;
    if let Some(card) = get(&mut connection, input.id).await? {
        review::only_settled(&mut connection, card.person_id.uuid(), card.id.uuid()).await?;
    }
    let sheet = sheet::sheet(&mut connection, input.id).await?;
    let layout = match input.form {
        CardForm::Card => CardLayout::Card,
        CardForm::A4 => CardLayout::A4,
    };
    let title = format!("Kartu AK/I {}", sheet.number);
    lay(&desk, title, move || print::card(&paper::card(sheet, layout))).await
}

/// Lays the receipt of a registration ready.
#[tauri::command]
pub async fn receipt_print(desk: State<'_, Desk>, input: Id<Application>) -> Answer<Paper> {
    let mut connection = desk.read().await?;
    let sheet = receipt::sheet(&mut connection, input).await?;
    let office = office::office(&mut connection).await?;
    let title = format!("Tanda bukti {}", sheet.number);
    let today = desk.today();
    lay(&desk, title, move || print::receipt(&paper::receipt(sheet, office.as_ref(), today))).await
}

/// Lays the notice on personal data (*pemberitahuan privasi*) ready, to be handed out and signed.
#[tauri::command]
pub async fn privacy_print(desk: State<'_, Desk>) -> Answer<Paper> {
    let mut connection = desk.read().await?;
    let office = office::office(&mut connection).await?;
    let version = setting::text(&mut connection, "privacy.notice_version", desk.today()).await?;
    let title = format!("Pemberitahuan privasi {version}");
    lay(&desk, title, move || print::notice(&paper::notice(office.as_ref(), &version))).await
}

/// Lays the list of applicants ready, as it is filtered and sorted; numbers stay masked.
#[tauri::command]
pub async fn application_print(desk: State<'_, Desk>, input: ApplicationQuery) -> Answer<Paper> {
    let officer = desk.session()?.full_name;
    let mut connection = desk.read().await?;
    let office = office::office(&mut connection).await?;
    let mut rows = Vec::new();
    loop {
        let query = ApplicationQuery { offset: count(rows.len()), limit: i64::MAX, ..input.clone() };
        let page = list::list(&mut connection, &query).await?;
        let more = !page.rows.is_empty() && rows.len() + page.rows.len() < LIST_MOST;
        rows.extend(page.rows);
        if !more || count(rows.len()) >= page.total {
            break;
        }
    }
    let now = desk.local_now();
    let paper = move || print::list(&applicants::applicants(&rows, office.as_ref(), &officer, now));
    lay(&desk, "Daftar pendaftar pelatihan".to_owned(), paper).await
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// Lays everything that is held on a person ready, to read. It shows full numbers: the hand-out is noted at once.
#[tauri::command]
pub async fn person_export(desk: State<'_, Desk>, input: PersonExport) -> Answer<Paper> {
    let session = desk.session()?;
    let mut work = desk.begin("person_export").await?;
    let held = dossier::gather(&mut work, TABLES, input.id, Some(session.officer), &input.reason).await?;
    let title = format!("Data pribadi {}", held.full_name);
    let now = desk.local_now();
    let laid =
        lay(&desk, title, move || print::dossier(&dossier_paper::dossier(&held, &session.full_name, now))).await?;
    desk.commit(work).await?;
    Ok(laid)
}

/// Saves everything that is held on a person for another program; `None`: the dialog was closed.
#[tauri::command]
pub async fn person_export_data(desk: State<'_, Desk>, input: PersonExport) -> Answer<Option<String>> {
    let officer = desk.session()?.officer;
    let mut work = desk.begin("person_export").await?;
    let held = dossier::gather(&mut work, TABLES, input.id, Some(officer), &input.reason).await?;
    let bytes = serde_json::to_vec_pretty(&held).map_err(|error| Error::Encoding(error.to_string()))?;
    let name = format!("Data pribadi {}.json", file_name(&held.full_name));
    let place = save(&desk, dialog::JSON, &name, &bytes).await?;
    if place.is_some() {
        // Only what really left the office is noted.
        desk.commit(work).await?;
    }
    Ok(place)
}

/// A page of a paper as SVG. Refuses `desk.paper_gone`.
#[tauri::command]
pub async fn paper_page(desk: State<'_, Desk>, input: PaperPage) -> Answer<String> {
    let (_, printed) = desk.tray.paper(&input.id)?;
    let page = on_a_thread(move || Ok(printed.page(input.page))).await?;
    Ok(page.ok_or_else(|| Refusal::new("desk", "paper_gone"))?)
}

/// Saves a paper as PDF; `None`: the dialog was closed. Refuses `desk.paper_gone`.
#[tauri::command]
pub async fn paper_save(desk: State<'_, Desk>, input: String) -> Answer<Option<String>> {
    let (name, bytes) = pdf(&desk, &input).await?;
    save(&desk, dialog::PDF, &name, &bytes).await
}

/// Opens a paper in the system's viewer, from which it is printed. Refuses `desk.paper_gone`, `desk.no_viewer`.
#[tauri::command]
pub async fn paper_show(desk: State<'_, Desk>, input: String) -> Answer<()> {
    let (name, bytes) = pdf(&desk, &input).await?;
    let place = viewer::place(&name);
    desk.tray.note_file(place.clone());
    viewer::write(&place, &bytes)?;
    Ok(viewer::show(&place).map_err(|_| Refusal::new("desk", "no_viewer"))?)
}

/// Sets a paper and lays it ready for the window. Its file bears the title as its name.
pub async fn lay(
    desk: &Desk,
    title: String,
    print: impl FnOnce() -> Result<Printed, PrintError> + Send + 'static,
) -> Answer<Paper> {
    let printed = on_a_thread(move || print().map_err(unprinted)).await?;
    let pages = printed.pages();
    let id = desk.tray.lay_paper(format!("{}.pdf", file_name(&title)), printed);
    Ok(Paper { id, title, pages })
}

async fn pdf(desk: &Desk, id: &str) -> Answer<(String, Vec<u8>)> {
    let (name, printed) = desk.tray.paper(id)?;
    Ok((name, on_a_thread(move || printed.pdf().map_err(unprinted)).await?))
}

/// Saves bytes where the officer says; `None`: the dialog was closed.
pub async fn save(desk: &Desk, kind: Kind, name: &str, bytes: &[u8]) -> Answer<Option<String>> {
    let Some(place) = dialog::save(&desk.voice, kind, name).await else { return Ok(None) };
    viewer::write(&place, bytes)?;
    Ok(Some(place.display().to_string()))
}

fn unprinted(error: PrintError) -> Error {
    match error {
        PrintError::Picture => Error::refused("desk", "picture_unreadable"),
        PrintError::Failed(why) => Error::Encoding(why),
    }
}

/// A name that every system takes.
fn file_name(text: &str) -> String {
    text.chars().map(|sign| if sign.is_alphanumeric() || " .-_".contains(sign) { sign } else { '-' }).collect()
}

/// Opens the folder of the log in the system's file manager.
#[tauri::command]
pub async fn log_show(desk: State<'_, Desk>) -> Answer<()> {
    let folder = crate::logs::folder(&desk.home());
    viewer::show(&folder).map_err(|_| Failure::from(Refusal::new("desk", "no_viewer")))
}
