//! Finding what people call by a name, a number or a code: batches, instructors, rooms, copies of the timetable.

use crate::exit::{Failure, Outcome};
use balai_domain::{
    base::{id::Id, refusal::Refusal},
    catalog::{instructor::Instructor, room::Room},
    scheduling::{
        self, Batch,
        batch::BatchState,
        names::Names,
        plan::{Plan, PlanState},
        timetable,
    },
    store::SqliteConnection,
};

/// Names that a refusal lists at most.
const LISTED: usize = 12;

/// Something with its id and all that it may be called; the first name is the one shown.
struct Called<T> {
    id: Id<T>,
    names: Vec<String>,
}

/// The one that is called so. Refuses `called.unknown`, `called.several`.
fn find<T>(all: &[Called<T>], text: &str) -> Outcome<Id<T>> {
    let wanted = text.trim().to_lowercase();
    let fits =
        |one: &&Called<T>| one.id.to_string() == wanted || one.names.iter().any(|name| name.to_lowercase() == wanted);
    let found: Vec<&Called<T>> = all.iter().filter(fits).collect();
    match found[..] {
        [one] => Ok(one.id),
        [] => {
            Err(Failure::Refused(Refusal::new("called", "unknown").with("text", text).with("names", shown(all.iter()))))
        }
        _ => {
            let several = shown(found.into_iter());
            Err(Failure::Refused(Refusal::new("called", "several").with("text", text).with("names", several)))
        }
    }
}

fn shown<'a, T: 'a>(all: impl ExactSizeIterator<Item = &'a Called<T>>) -> String {
    let more = if all.len() > LISTED { ", …" } else { "" };
    let names = all.take(LISTED).filter_map(|one| one.names.first().cloned());
    names.collect::<Vec<_>>().join(", ") + more
}

/// Batches by name or PBK number, those that were given up left out; all of them when none is named.
pub async fn batches(connection: &mut SqliteConnection, texts: &[String]) -> Outcome<Vec<Id<Batch>>> {
    let all = scheduling::batches(connection).await?;
    let there = all.into_iter().filter(|batch| batch.retired_at.is_none() && batch.state != BatchState::Cancelled);
    let called = |batch: Batch| Called {
        id: batch.id,
        names: std::iter::once(batch.name).chain(batch.number.map(|number| number.to_string())).collect(),
    };
    each(&there.map(called).collect::<Vec<_>>(), texts)
}

/// Instructors by name or initials; all of them when none is named.
pub fn instructors(names: &Names, texts: &[String]) -> Outcome<Vec<Id<Instructor>>> {
    let there = names.instructors.iter().filter(|one| !one.gone);
    let called = there.map(|one| Called { id: one.id, names: vec![one.name.clone(), one.initials.clone()] });
    each(&called.collect::<Vec<_>>(), texts)
}

/// Rooms by code or name; all of them when none is named.
pub fn rooms(names: &Names, texts: &[String]) -> Outcome<Vec<Id<Room>>> {
    let there = names.rooms.iter().filter(|one| !one.gone);
    let called = there.map(|one| Called { id: one.id, names: vec![one.code.clone(), one.name.clone()] });
    each(&called.collect::<Vec<_>>(), texts)
}

fn each<T>(all: &[Called<T>], texts: &[String]) -> Outcome<Vec<Id<T>>> {
    if texts.is_empty() {
        return Ok(all.iter().map(|one| one.id).collect());
    }
    texts.iter().map(|text| find(all, text)).collect()
}

/// A copy of the timetable by its name; `None`: the published one.
pub async fn copy(connection: &mut SqliteConnection, text: Option<&str>) -> Outcome<Option<Id<Plan>>> {
    let Some(text) = text else { return Ok(None) };
    let copies = timetable::list(connection).await?.into_iter().filter(|plan| plan.state == PlanState::Draft);
    let called: Vec<_> = copies.map(|plan| Called { id: plan.id, names: vec![plan.name] }).collect();
    find(&called, text).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use balai_domain::base::refusal::Refusal;
    use chrono::{DateTime, Utc};

    fn called(names: &[&str]) -> Called<Batch> {
        Called {
            id: Id::new(DateTime::<Utc>::UNIX_EPOCH),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    fn refused(all: &[Called<Batch>], text: &str) -> Refusal {
        match find(all, text) {
            Err(Failure::Refused(refusal)) => refusal,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_whole_name_or_the_number_counts_in_any_case() {
        let all = [called(&["Las 1/2027", "7"]), called(&["Las 10/2027", "71"])];
        assert_eq!(find(&all, "las 1/2027").expect("found"), all[0].id);
        assert_eq!(find(&all, "71").expect("found"), all[1].id);
        assert_eq!(find(&all, &all[1].id.to_string()).expect("found"), all[1].id);
        let refusal = refused(&all, "las");
        assert_eq!((refusal.code.as_str(), refusal.params["names"].as_str()), ("unknown", "Las 1/2027, Las 10/2027"));
    }

    #[test]
    fn two_of_the_same_number_are_not_guessed_at() {
        let all = [called(&["Las", "7"]), called(&["Menjahit", "7"]), called(&["Listrik", "8"])];
        let refusal = refused(&all, "7");
        assert_eq!((refusal.code.as_str(), refusal.params["names"].as_str()), ("several", "Las, Menjahit"));
    }
}
