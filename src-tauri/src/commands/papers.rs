//! What belongs to a person: background, papers with their scans, the photo.

use super::print::{Paper, lay};
use crate::{desk::Desk, dialog, failure::Answer, opening::on_a_thread};
use balai_documents::print;
use balai_domain::{
    base::{id::Id, word::Word},
    office::disclosure,
    people::{
        attachment,
        background::{self, Background, BackgroundDraft},
        checklist::{self, ChecklistItem},
        document::{self, Document, DocumentDraft, DocumentKind, DocumentRefusal},
        person::Person,
        photo::{self, Crop, Photo},
        register::PersonRefusal,
        scan::Scan,
    },
    store::{Error, Result, open::get},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

/// A person's background as typed; rows that are missing are taken out.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct BackgroundList {
    /// Whose.
    pub person_id: Id<Person>,
    /// All rows.
    pub rows: Vec<BackgroundDraft>,
}

/// Which papers are asked of a person.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ChecklistQuery {
    /// Whose.
    pub person_id: Id<Person>,
    /// The papers.
    pub required: Vec<DocumentKind>,
}

/// A photo to store.
#[derive(Clone, Deserialize, TS)]
pub struct PhotoDraft {
    /// Whose.
    pub person_id: Id<Person>,
    /// The picture's file in Base64, from a file, the clipboard or the camera.
    pub data: String,
    /// The part to keep.
    pub crop: Option<Crop>,
}

/// A person's background.
#[tauri::command]
pub async fn background_list(desk: State<'_, Desk>, input: Id<Person>) -> Answer<Vec<Background>> {
    Ok(background::background(&mut *desk.read().await?, input).await?)
}

/// Stores a person's background.
#[tauri::command]
pub async fn background_save(desk: State<'_, Desk>, input: BackgroundList) -> Answer<()> {
    let mut work = desk.begin("background_save").await?;
    background::save(&mut work, input.person_id, input.rows).await?;
    desk.commit(work).await.map(|_| ())
}

/// A person's papers.
#[tauri::command]
pub async fn document_list(desk: State<'_, Desk>, input: Id<Person>) -> Answer<Vec<Document>> {
    Ok(document::documents(&mut *desk.read().await?, input).await?)
}

/// A person's papers against those that are asked for.
#[tauri::command]
pub async fn document_checklist(desk: State<'_, Desk>, input: ChecklistQuery) -> Answer<Vec<ChecklistItem>> {
    let mut connection = desk.read().await?;
    let person = get(&mut connection, input.person_id).await?.ok_or(Error::from(PersonRefusal::NotFound))?;
    Ok(checklist::checklist(&mut connection, &person, &input.required, desk.today()).await?)
}

/// Stores a paper's particulars.
#[tauri::command]
pub async fn document_save(desk: State<'_, Desk>, input: DocumentDraft) -> Answer<Id<Document>> {
    let mut work = desk.begin("document_save").await?;
    let id = document::save(&mut work, input).await?;
    desk.commit(work).await?;
    Ok(id)
}

/// Asks for a scan and puts it to a paper; `false`: the dialog was closed. Refuses what cannot be shown again.
#[tauri::command]
pub async fn document_attach(desk: State<'_, Desk>, input: Id<Document>) -> Answer<bool> {
    let Some(path) = dialog::open(&desk.voice, dialog::SCAN).await else { return Ok(false) };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let scan = on_a_thread(move || readable(Scan::prepare(&std::fs::read(path)?)?)).await?;
    let mut work = desk.begin("document_attach").await?;
    document::attach(&mut work, input, Some((&scan, &name))).await?;
    desk.commit(work).await?;
    Ok(true)
}

/// Takes the scan away from a paper.
#[tauri::command]
pub async fn document_detach(desk: State<'_, Desk>, input: Id<Document>) -> Answer<()> {
    let mut work = desk.begin("document_detach").await?;
    document::attach(&mut work, input, None).await?;
    desk.commit(work).await.map(|_| ())
}

/// Takes a paper out.
#[tauri::command]
pub async fn document_retire(desk: State<'_, Desk>, input: Id<Document>) -> Answer<()> {
    let mut work = desk.begin("document_retire").await?;
    document::retire(&mut work, input).await?;
    desk.commit(work).await.map(|_| ())
}

/// Lays a scan ready to be looked at. It bears full numbers: the look is noted.
#[tauri::command]
pub async fn document_scan(desk: State<'_, Desk>, input: Id<Document>) -> Answer<Paper> {
    let officer = desk.session()?.officer;
    let gone = || Error::from(DocumentRefusal::NotFound);
    let mut work = desk.begin("document_scan").await?;
    let document = work.get(input).await?.ok_or_else(gone)?;
    let hash = document.scan_hash.clone().ok_or_else(gone)?;
    let found = attachment::read(work.reads(), &hash).await?.ok_or_else(gone)?;
    disclosure::note(&mut work, document.person_id.uuid(), officer, "scan", document.kind.code()).await?;
    let title = document.scan_name.unwrap_or_else(|| document.kind.code().to_owned());
    let name = title.clone();
    let paper = lay(&desk, title, move || print::scan(&name, &found.bytes)).await?;
    desk.commit(work).await?;
    Ok(paper)
}

/// A PDF that cannot be opened is of no use to whoever looks for it next year.
fn readable(scan: Scan) -> Result<Scan> {
    if print::scan("", &scan.bytes).is_err() {
        return Err(Error::refused("picture", "pdf_unreadable"));
    }
    Ok(scan)
}

/// Stores a photo, cropped and made small.
#[tauri::command]
pub async fn photo_save(desk: State<'_, Desk>, input: PhotoDraft) -> Answer<()> {
    let PhotoDraft { person_id, data, crop } = input;
    let photo = on_a_thread(move || {
        // What is no Base64 is no picture either, and is refused as one.
        let bytes = BASE64_STANDARD.decode(data).unwrap_or_default();
        Ok(Photo::prepare(&bytes, crop)?)
    })
    .await?;
    let mut work = desk.begin("photo_save").await?;
    photo::save(&mut work, person_id, Some(&photo)).await?;
    desk.commit(work).await.map(|_| ())
}

/// Takes a photo away.
#[tauri::command]
pub async fn photo_remove(desk: State<'_, Desk>, input: Id<Person>) -> Answer<()> {
    let mut work = desk.begin("photo_remove").await?;
    photo::save(&mut work, input, None).await?;
    desk.commit(work).await.map(|_| ())
}

/// A person's photo, a JPEG in Base64.
#[tauri::command]
pub async fn photo_read(desk: State<'_, Desk>, input: Id<Person>) -> Answer<Option<String>> {
    let mut connection = desk.read().await?;
    let person: Option<Person> = get(&mut connection, input).await?;
    let Some(hash) = person.and_then(|person| person.photo_hash) else { return Ok(None) };
    let found = attachment::read(&mut connection, &hash).await?;
    Ok(found.map(|photo| BASE64_STANDARD.encode(photo.bytes)))
}
