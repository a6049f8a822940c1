//! `balai timetable export`: weekly timetables to a file.

use crate::{
    exit::{Failure, Outcome},
    named,
    place::Place,
    planning_args::{Export, Format, TimetableVerb},
};
use balai_documents::print;
use balai_domain::{
    scheduling::{names, week::Whose},
    store::SqliteConnection,
};
use balai_paperwork::weekly;
use serde_json::json;

/// Who made the paper, where an officer's name would stand.
const PRINTED_BY: &str = "perintah balai";

/// What concerns a timetable.
pub async fn run(place: &Place, verb: TimetableVerb) -> Outcome {
    let TimetableVerb::Export(order) = verb;
    let store = place.open_to_read().await?;
    let zone = place.office(&store).await?.zone;
    let mut connection = store.read().await?;
    let plan = named::copy(&mut connection, order.timetable.as_deref()).await?;
    let whose = whose(&mut connection, &order).await?;
    let weekly = weekly::gather(&mut connection, plan, &whose, order.week, order.weeks).await?;
    drop(connection);
    let now = place.now();
    let bytes = match order.format {
        Format::Pdf => print::timetable(&weekly.paper(PRINTED_BY, zone.local(now).naive_local()))
            .and_then(|printed| printed.pdf())
            .map_err(|why| Failure::Fault(why.to_string()))?,
        Format::Xlsx => weekly.xlsx()?,
        Format::Ics => weekly.ics(now),
    };
    std::fs::write(&order.out, bytes)?;
    place.answer(&json!({ "file": order.out, "weeks": weekly.count() }), || order.out.display().to_string())
}

async fn whose(connection: &mut SqliteConnection, order: &Export) -> Outcome<Vec<Whose>> {
    let names = names::load(&mut *connection).await?;
    Ok(match (&order.class, &order.instructor, &order.room) {
        (Some(texts), ..) => named::batches(connection, texts).await?.into_iter().map(Whose::Batch).collect(),
        (_, Some(texts), _) => named::instructors(&names, texts)?.into_iter().map(Whose::Instructor).collect(),
        (.., texts) => {
            let texts = texts.as_deref().unwrap_or_default();
            named::rooms(&names, texts)?.into_iter().map(Whose::Room).collect()
        }
    })
}
