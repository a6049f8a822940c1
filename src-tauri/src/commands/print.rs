//! Papers: made as PDF, then saved where the officer says or shown in the system's viewer.

use crate::{
    desk::Desk,
    dialog::{self, Kind},
    failure::{Answer, Failure},
    opening::on_a_thread,
    viewer,
};
use balai_documents::print::{self, CardLayout, PrintError};
use balai_domain::{
    TABLES,
    base::id::Id,
    people::{
        card::{Card, sheet},
        dossier,
        person::Person,
    },
    registration::{application::Application, receipt},
    store::Error,
};
use balai_paperwork::{dossier as dossier_paper, paper};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// What becomes of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperWay {
    /// Saved where the officer says.
    Save,
    /// Shown in the system's viewer, from which it is printed.
    Show,
}

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
    /// What becomes of the paper.
    pub way: PaperWay,
}

/// A receipt to print.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ReceiptPrint {
    /// Of which application.
    pub id: Id<Application>,
    /// What becomes of the paper.
    pub way: PaperWay,
}

/// In which form everything on a person is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportForm {
    /// To read.
    Pdf,
    /// For another program.
    Json,
}

/// Everything that is held on a person.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PersonExport {
    /// On whom.
    pub id: Id<Person>,
    /// To whom and why; kept.
    pub reason: String,
    /// In which form.
    pub form: ExportForm,
}

/// Prints a card; answers where it lies, `None` when the dialog was closed.
#[tauri::command]
pub async fn card_print(desk: State<'_, Desk>, input: CardPrint) -> Answer<Option<String>> {
    let sheet = sheet::sheet(&mut *desk.read().await?, input.id).await?;
    let layout = match input.form {
        CardForm::Card => CardLayout::Card,
        CardForm::A4 => CardLayout::A4,
    };
    let name = format!("AK1 {}.pdf", file_name(&sheet.number));
    let bytes = on_a_thread(move || print::card(&paper::card(sheet, layout)).map_err(unprinted)).await?;
    deliver(&desk, bytes, dialog::PDF, &name, input.way).await
}

/// Prints the receipt of a registration.
#[tauri::command]
pub async fn receipt_print(desk: State<'_, Desk>, input: ReceiptPrint) -> Answer<Option<String>> {
    let mut connection = desk.read().await?;
    let sheet = receipt::sheet(&mut connection, input.id).await?;
    let office = balai_domain::office::office(&mut connection).await?;
    let name = format!("Tanda bukti {}.pdf", file_name(&sheet.number));
    let today = desk.today();
    let paper = move || print::receipt(&paper::receipt(sheet, office.as_ref(), today)).map_err(unprinted);
    deliver(&desk, on_a_thread(paper).await?, dialog::PDF, &name, input.way).await
}

/// Hands out everything that is held on a person; the hand-out is noted.
#[tauri::command]
pub async fn person_export(desk: State<'_, Desk>, input: PersonExport) -> Answer<Option<String>> {
    let session = desk.session()?;
    let (kind, ending) = match input.form {
        ExportForm::Pdf => (dialog::PDF, "pdf"),
        ExportForm::Json => (dialog::JSON, "json"),
    };
    let mut work = desk.begin("person_export").await?;
    let dossier = dossier::gather(&mut work, TABLES, input.id, Some(session.officer), &input.reason).await?;
    let name = format!("Data pribadi {}.{ending}", file_name(&dossier.full_name));
    let now = desk.local_now();
    let bytes = on_a_thread(move || match input.form {
        ExportForm::Pdf => {
            print::dossier(&dossier_paper::dossier(&dossier, &session.full_name, now)).map_err(unprinted)
        }
        ExportForm::Json => serde_json::to_vec_pretty(&dossier).map_err(|error| Error::Encoding(error.to_string())),
    })
    .await?;
    let place = deliver(&desk, bytes, kind, &name, PaperWay::Save).await?;
    if place.is_some() {
        // Only what really left the office is noted.
        desk.commit(work).await?;
    }
    Ok(place)
}

async fn deliver(desk: &Desk, bytes: Vec<u8>, kind: Kind, name: &str, way: PaperWay) -> Answer<Option<String>> {
    let place = match way {
        PaperWay::Save => match dialog::save(&desk.voice, kind, name).await {
            Some(place) => place,
            None => return Ok(None),
        },
        PaperWay::Show => {
            let place = viewer::place(name);
            desk.tray.note_paper(place.clone());
            place
        }
    };
    viewer::write(&place, &bytes)?;
    if way == PaperWay::Show {
        viewer::show(&place).map_err(|_| balai_domain::base::refusal::Refusal::new("desk", "no_viewer"))?;
    }
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
    let folder = crate::logs::folder(desk.folder());
    viewer::show(&folder).map_err(|_| Failure::from(balai_domain::base::refusal::Refusal::new("desk", "no_viewer")))
}
