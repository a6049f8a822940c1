//! `balai plan repair`: mending the published timetable after somebody or something fell away.

use crate::{arrange::unplaced, exit::Outcome, named, place::Place, planning_args::Repair};
use balai_domain::{
    base::word::Word,
    scheduling::{
        candidate::Candidate,
        frame,
        mend::{self, Disturbance, DisturbanceKind, RepairLine, RepairPreview},
        names::{self, Names},
    },
};
use balai_paperwork::{
    timetable::place_words,
    words::{filled, word},
};
use serde_json::json;
use std::collections::BTreeMap;

/// Tells what mending would do, and does it when accepted.
pub async fn run(place: &Place, order: &Repair) -> Outcome {
    let door = place.door(order.accept).await?;
    let today = place.today(Some(&place.office(door.store()).await?));
    let mut connection = door.store().read().await?;
    let frame = frame::load(&mut connection, None, today).await?;
    let names = names::load(&mut connection).await?;
    drop(connection);
    let (preview, mending) = mend::mend(&frame, &names, disturbance(order, &names)?, &[], &|| false)?;
    if !order.accept {
        return place.answer(&preview, || in_words(&preview));
    }
    let mut work = place.begin(door.store(), "repair_accept").await?;
    mend::accept(&mut work, &mending, &order.reason).await?;
    let act = door.commit(work).await?.act;
    place.answer(&json!({ "repair": preview, "act": act }), || {
        let (moved, of) = (preview.lines.len().to_string(), preview.sessions.to_string());
        let done = filled("timetable", "repair.done", &[("moved".to_owned(), moved), ("of".to_owned(), of)].into());
        format!("{}\n{done}", in_words(&preview))
    })
}

fn disturbance(order: &Repair, names: &Names) -> Outcome<Disturbance> {
    let (from, to) = (order.from, order.to.unwrap_or(order.from));
    let nothing = Disturbance { kind: DisturbanceKind::Day, instructor_id: None, room_id: None, from, to };
    Ok(match (&order.instructor, &order.room) {
        (Some(text), _) => Disturbance {
            kind: DisturbanceKind::Instructor,
            instructor_id: named::instructors(names, std::slice::from_ref(text))?.first().copied(),
            ..nothing
        },
        (_, Some(text)) => Disturbance {
            kind: DisturbanceKind::Room,
            room_id: named::rooms(names, std::slice::from_ref(text))?.first().copied(),
            ..nothing
        },
        _ => nothing,
    })
}

fn in_words(preview: &RepairPreview) -> String {
    if preview.hit == 0 {
        return word("timetable", "repair.nothing") + ".";
    }
    let counts = [("hit", preview.hit), ("moved", preview.lines.len()), ("of", preview.sessions)];
    let counts: BTreeMap<String, String> =
        counts.into_iter().map(|(name, count)| (name.to_owned(), count.to_string())).collect();
    let mut lines = vec![filled("timetable", "repair.sum", &counts)];
    if preview.proved {
        lines.push(word("timetable", "repair.proved"));
    }
    lines.extend(preview.lines.iter().map(line));
    let open = word("timetable", "repair.uncovered");
    lines.extend(preview.unplaced.iter().map(|row| format!("- {open}: {}", unplaced(row))));
    lines.join("\n")
}

fn line(line: &RepairLine) -> String {
    let change = &line.change;
    let how = word("timetable", &format!("repair.how.{}", line.how.code()));
    let place = |place: &Option<_>| place.as_ref().map_or_else(|| "–".to_owned(), place_words);
    let why = line.substitute.as_ref().map(|one| format!(" ({})", reasons(one))).unwrap_or_default();
    format!("- {} · {}: {} → {how}: {}{why}", change.batch, change.subject, place(&change.before), place(&change.after))
}

fn reasons(one: &Candidate) -> String {
    let say = |code: &str| word("timetable", &format!("repair.{code}"));
    let load = [("jp".to_owned(), one.week_jp.to_string()), ("cap".to_owned(), one.week_cap.to_string())];
    let parts = [
        one.qualified.then(|| say("qualified")),
        one.free.then(|| say("free")),
        Some(filled("timetable", "repair.load", &load.into())),
        one.same_department.then(|| say("sameDepartment")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
