//! `balai search`, `balai person …`.

use crate::{
    args::PersonVerb,
    exit::{Failure, Outcome},
    place::Place,
};
use balai_documents::print;
use balai_domain::{
    TABLES,
    base::{id::Id, nik::Nik},
    people::{
        dossier::{self, Dossier},
        find::{self, SearchQuery},
        person::Person,
        register::{self, PersonRefusal},
    },
    store::{Error, SqliteConnection},
};
use balai_paperwork::dossier::dossier as paper;
use chrono::NaiveDateTime;
use serde_json::json;
use std::path::Path;

/// Finds people; numbers masked.
pub async fn search(place: &Place, text: String) -> Outcome {
    let store = place.open_to_read().await?;
    let found = find::search(&mut *store.read().await?, &SearchQuery { text }).await?;
    place.answer(&found, || {
        let line = |hit: &find::SearchHit| {
            let nik = hit.nik_masked.as_deref().unwrap_or("-");
            let birth = hit.birth_on.map(|day| day.format("%d-%m-%Y").to_string()).unwrap_or_default();
            format!("{}  {nik:<16}  {birth:<10}  {}", hit.id, hit.full_name)
        };
        let lines: Vec<String> = found.iter().map(line).collect();
        if lines.is_empty() { "Tidak ada yang cocok.".to_owned() } else { lines.join("\n") }
    })
}

/// What concerns one person.
pub async fn run(place: &Place, verb: PersonVerb) -> Outcome {
    let PersonVerb::Export { person, out, reason } = verb;
    let held = place.open().await?;
    let zone = place.office(&held.store).await?.zone;
    let today = zone.day(place.now());
    let id = named(&mut *held.store.read().await?, &person, today).await?;
    let mut work = place.begin(&held.store, "person_export").await?;
    let dossier = dossier::gather(&mut work, TABLES, id, None, &reason).await?;
    let now = zone.local(place.now()).naive_local();
    let files = write(&dossier, &out, id, now)?;
    held.commit(work).await?;
    place.answer(&json!({ "files": files }), || files.join("\n"))
}

/// The person by id or by NIK.
async fn named(connection: &mut SqliteConnection, text: &str, today: chrono::NaiveDate) -> Outcome<Id<Person>> {
    if let Ok(id) = text.parse() {
        return Ok(id);
    }
    let known = match Nik::parse(text) {
        Ok(nik) => register::suggest(connection, nik.expose(), today).await?.and_then(|found| found.known),
        Err(_) => None,
    };
    Ok(known.ok_or(Error::from(PersonRefusal::NotFound))?.id)
}

fn write(dossier: &Dossier, out: &Path, id: Id<Person>, now: NaiveDateTime) -> Outcome<Vec<String>> {
    std::fs::create_dir_all(out)?;
    let fault = |error: &dyn std::fmt::Display| Failure::Fault(error.to_string());
    let pdf =
        print::dossier(&paper(dossier, "", now)).and_then(|printed| printed.pdf()).map_err(|error| fault(&error))?;
    let json = serde_json::to_vec_pretty(dossier).map_err(|error| fault(&error))?;
    let mut files = Vec::new();
    for (ending, bytes) in [("pdf", pdf), ("json", json)] {
        let file = out.join(format!("{id}.{ending}"));
        std::fs::write(&file, bytes)?;
        files.push(file.display().to_string());
    }
    Ok(files)
}
