//! `balai plan`: the planner's proposals for batches, and taking one.

use crate::{
    exit::{Failure, Outcome},
    named,
    place::Place,
    planning_args::{Arrange, Plan, PlanVerb},
    repair,
};
use balai_documents::print::words::tanggal;
use balai_domain::{
    base::{id::Id, refusal::Refusal, word::Word},
    scheduling::{
        Batch,
        arrange::{self, Arrangement, Effort, Proposal, Ready, UnplacedRow},
        frame::{self, Frame},
        names::{self, Names},
    },
};
use balai_paperwork::words::{filled, word};
use serde_json::json;
use std::{
    collections::BTreeMap,
    io::IsTerminal,
    time::{Duration, Instant},
};

/// Arranges, or mends.
pub async fn run(place: &Place, plan: Plan) -> Outcome {
    match plan.verb {
        Some(PlanVerb::Repair(order)) => repair::run(place, &order).await,
        None => proposals(place, &plan.arrange).await,
    }
}

async fn proposals(place: &Place, order: &Arrange) -> Outcome {
    let door = place.door(order.accept.is_some()).await?;
    let today = place.today(Some(&place.office(door.store()).await?));
    let mut connection = door.store().read().await?;
    let plan = named::copy(&mut connection, order.timetable.as_deref()).await?;
    let batches = named::batches(&mut connection, &order.batch).await?;
    if batches.is_empty() {
        return Err(Failure::refused("called", "no_batch"));
    }
    let frame = frame::load(&mut connection, plan, today).await?;
    let names = names::load(&mut connection).await?;
    drop(connection);
    let (arrangement, ready) = search(&frame, &names, &batches, order)?;
    let Some(number) = &order.accept else {
        return place.answer(&arrangement, || in_words(&arrangement));
    };
    let chosen = ready.iter().find(|one| one.id == *number);
    let chosen = chosen.ok_or_else(|| Failure::Refused(Refusal::new("arrange", "gone")))?;
    let mut work = place.begin(door.store(), "plan_accept").await?;
    let name = order.as_copy.as_deref().unwrap_or_default();
    let taken = arrange::accept(&mut work, chosen, order.as_copy.is_none(), name).await?;
    let act = door.commit(work).await?.act;
    place.answer(&json!({ "proposals": arrangement.proposals, "accepted": number, "taken": taken, "act": act }), || {
        let done = if order.as_copy.is_some() { "arrange.taken" } else { "arrange.published" };
        format!("{}\n{number}: {}", in_words(&arrangement), word("timetable", done))
    })
}

fn search(frame: &Frame, names: &Names, batches: &[Id<Batch>], order: &Arrange) -> Outcome<(Arrangement, Vec<Ready>)> {
    let told = std::io::stderr().is_terminal();
    let mut last = 0;
    let mut progress = |done: u64, total: u64| {
        let now = 100 * done / total.max(1);
        if told && now != last {
            last = now;
            eprint!("\r{now:>3} %{}", if now == 100 { "\r     \r" } else { "" });
        }
    };
    let effort = Effort { seed: order.seed, ..Effort::of(batches.len()) };
    let found = match order.seconds {
        None => arrange::arrange(frame, names, batches, effort, &|| false, &mut progress),
        Some(seconds) => {
            let (since, time) = (Instant::now(), Duration::from_secs(seconds));
            let passed = || since.elapsed().as_secs_f64() / time.as_secs_f64();
            arrange::arrange_until(frame, names, batches, order.seed, &passed, &mut progress)
        }
    };
    Ok(found?)
}

fn in_words(arrangement: &Arrangement) -> String {
    let proposals = arrangement.proposals.iter().flat_map(|one| {
        let head =
            format!("{}  {}: {}", one.id, word("timetable", &format!("flavour.{}", one.flavour.code())), facts(one));
        std::iter::once(head).chain(one.unplaced.iter().map(|row| format!("   - {}", unplaced(row))))
    });
    proposals.collect::<Vec<_>>().join("\n")
}

/// A proposal in figures, as the window tells it.
fn facts(one: &Proposal) -> String {
    let say = |code: &str, name: &str, value: String| {
        filled("timetable", &format!("arrange.{code}"), &BTreeMap::from([(name.to_owned(), value)]))
    };
    let late = one.late_days;
    let parts = [
        one.ends_on.map(|day| say("ends", "day", tanggal(day))),
        Some(if late > 0 { say("late", "days", late.to_string()) } else { word("timetable", "arrange.inTime") }),
        Some(say("rooms", "share", one.best_rooms.to_string())),
        Some(say("heaviest", "jp", one.heaviest_week.to_string())),
        Some(match one.unplaced.len() {
            0 => word("timetable", "arrange.complete"),
            count => say("unplaced", "count", count.to_string()),
        }),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What found no place, with its reasons and the rule to relax.
pub fn unplaced(row: &UnplacedRow) -> String {
    let reasons: Vec<String> = row.reasons.iter().map(|clash| filled("clash", &clash.rule, &clash.params)).collect();
    let relax = row.relax.as_ref().map(|rule| {
        let name = word("planning_rule", &format!("name.{rule}"));
        " ".to_owned() + &filled("timetable", "arrange.relax", &BTreeMap::from([("rule".to_owned(), name)]))
    });
    // What is no unit is told by its kind.
    let subject = word("session_kind", &row.subject);
    format!("{} · {subject} · {} JP: {}.{}", row.batch, row.jp, reasons.join("; "), relax.unwrap_or_default())
}
