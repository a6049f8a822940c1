//! The units of a programme as one sheet (*silabus*): its lines are checked together and saved together.

use super::{
    Programme,
    circle::circle,
    programme::ProgrammeRefusal,
    programme_unit::{Prerequisite, ProgrammeUnit},
    room::RoomKind,
    store,
    unit::{self, Unit},
    unit_code,
    word_list::word_list,
};
use crate::{
    base::{id::Id, text::filled},
    store::{Result, Work},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use ts_rs::TS;

/// Most JP of one unit, of one kind.
const JP_MOST: i64 = 2000;

/// One line of the sheet: a unit with its lessons and what it needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct UnitLine {
    /// `None`: a new line.
    pub id: Option<Id<ProgrammeUnit>>,
    /// By which other lines name it as what they need; `None`: no line does.
    pub number: Option<i64>,
    /// Code of the standard, as typed; `None`: in no standard.
    pub code: Option<String>,
    /// Its name; empty: that of the code.
    pub title: String,
    /// Theory, in JP.
    pub jp_theory: i64,
    /// Practice, in JP.
    pub jp_practice: i64,
    /// On the job, in JP.
    pub jp_ojt: i64,
    /// Instructors who teach it together: 1 or 2.
    pub instructors: i64,
    /// Room for theory.
    pub theory_room: Option<RoomKind>,
    /// Room for practice.
    pub practice_room: Option<RoomKind>,
    /// Equipment that the room of practice must have, words parted by commas.
    pub equipment: Option<String>,
    /// Numbers of the lines that must be finished before.
    pub needs: Vec<i64>,
}

impl UnitLine {
    /// All lessons.
    pub fn jp(&self) -> i64 {
        self.jp_theory + self.jp_practice + self.jp_ojt
    }
}

/// All lines of a programme; a unit whose line is gone is no longer taught.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct UnitSheet {
    /// Of which programme.
    pub programme_id: Id<Programme>,
    /// The lines in their order.
    pub lines: Vec<UnitLine>,
}

refusals! {
    "syllabus" =>
    /// What keeps the units of a programme from being saved. `row` counts the lines from 1.
    SyllabusRefusal {
        /// Neither a title nor a code that is known.
        TitleMissing { row } => "title_missing",
        /// A unit without any lesson.
        JpZero { row, title } => "jp_zero",
        /// Lessons below zero or beyond reason.
        JpRange { row, title, most } => "jp_range",
        /// One or two instructors teach a unit.
        InstructorsRange { row, title } => "instructors_range",
        /// Two lines bear one number.
        NumberTwice { number } => "number_twice",
        /// It needs a line that is not there.
        NeedsUnknown { title, number } => "needs_unknown",
        /// Units that need one another in a circle.
        Circle { names } => "circle",
    }
}

/// Checks lines whose titles are filled in; answers for each the places of what it needs. Pure.
pub fn check(lines: &[UnitLine]) -> std::result::Result<Vec<Vec<usize>>, SyllabusRefusal> {
    let mut places: HashMap<i64, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let (row, title) = ((at + 1).to_string(), line.title.clone());
        let hours = [line.jp_theory, line.jp_practice, line.jp_ojt];
        if title.is_empty() {
            return Err(SyllabusRefusal::TitleMissing { row });
        } else if hours.iter().any(|jp| !(0..=JP_MOST).contains(jp)) {
            return Err(SyllabusRefusal::JpRange { row, title, most: JP_MOST.to_string() });
        } else if line.jp() == 0 {
            return Err(SyllabusRefusal::JpZero { row, title });
        } else if !(1..=2).contains(&line.instructors) {
            return Err(SyllabusRefusal::InstructorsRange { row, title });
        } else if let Some(number) = line.number.filter(|number| places.insert(*number, at).is_some()) {
            return Err(SyllabusRefusal::NumberTwice { number: number.to_string() });
        }
    }
    let place = |line: &UnitLine, number: &i64| {
        let unknown = || SyllabusRefusal::NeedsUnknown { title: line.title.clone(), number: number.to_string() };
        places.get(number).copied().ok_or_else(unknown)
    };
    let needs: Vec<Vec<usize>> = lines
        .iter()
        .map(|line| line.needs.iter().map(|number| place(line, number)).collect())
        .collect::<std::result::Result<_, _>>()?;
    match circle(&needs) {
        Some(found) => Err(SyllabusRefusal::Circle { names: round(lines, &found) }),
        None => Ok(needs),
    }
}

/// `Las dasar → Las lanjut → Las dasar`; of a long circle the beginning and the end.
fn round(lines: &[UnitLine], circle: &[usize]) -> String {
    const MANY: usize = 6;
    let name = |place: &usize| lines[*place].title.clone();
    let mut names: Vec<String> = circle.iter().chain(circle.first()).map(name).collect();
    if names.len() > MANY {
        names.splice(MANY / 2..names.len() - MANY / 2, ["…".to_owned()]);
    }
    names.join(" → ")
}

/// Saves the units of a programme, unknown codes as new units. Refuses what [`check`] does and `programme.unknown`.
pub async fn save_units(work: &mut Work, sheet: UnitSheet) -> Result<()> {
    let programme_id = sheet.programme_id;
    work.get(programme_id).await?.ok_or(ProgrammeRefusal::Unknown)?;
    let mut lines = sheet.lines;
    let known = known_units(work, &mut lines).await?;
    let needs = check(&lines)?;
    let units = made_units(work, &lines, known).await?;
    let before = store::units_of(work.reads(), programme_id).await?;
    let mut new = Vec::new();
    let mut rows = Vec::with_capacity(lines.len());
    let mut kept = BTreeSet::new();
    for (at, (line, unit_id)) in lines.into_iter().zip(units).enumerate() {
        // A line copied from another programme, or named twice, is a line of its own.
        let known = line.id.filter(|id| before.iter().any(|row| row.id == *id) && kept.insert(id.uuid()));
        let row = to_row(known.unwrap_or_else(|| work.id()), programme_id, unit_id, at, line);
        match known {
            Some(_) => work.put(&row).await.map(|_| ())?,
            None => new.push(row.clone()),
        }
        rows.push(row.id);
    }
    work.put_new_many(&new).await?;
    for mut gone in before.into_iter().filter(|row| !kept.contains(&row.id.uuid())) {
        gone.retired_at = Some(work.at());
        work.put(&gone).await?;
    }
    save_needs(work, programme_id, &rows, &needs).await?;
    work.about(programme_id).await
}

fn to_row(
    id: Id<ProgrammeUnit>,
    programme_id: Id<Programme>,
    unit_id: Option<Id<Unit>>,
    at: usize,
    line: UnitLine,
) -> ProgrammeUnit {
    ProgrammeUnit {
        id,
        programme_id,
        unit_id,
        title: line.title,
        position: i64::try_from(at + 1).unwrap_or(i64::MAX),
        jp_theory: line.jp_theory,
        jp_practice: line.jp_practice,
        jp_ojt: line.jp_ojt,
        instructors: line.instructors,
        theory_room: line.theory_room,
        practice_room: line.practice_room,
        equipment: line.equipment.as_deref().and_then(|words| word_list(words, "")),
        retired_at: None,
    }
}

/// The unit of each line's code where it is known; empty titles are filled from it.
async fn known_units(work: &mut Work, lines: &mut [UnitLine]) -> Result<Vec<Option<Unit>>> {
    let mut units = Vec::with_capacity(lines.len());
    for line in lines {
        line.title = filled(&line.title).unwrap_or_default();
        line.code = line.code.as_deref().map(unit_code::normalised).filter(|code| !code.is_empty());
        let known = match &line.code {
            Some(code) => store::unit_by_code(work.reads(), code).await?,
            None => None,
        };
        if let Some(known) = &known
            && line.title.is_empty()
        {
            line.title.clone_from(&known.title);
        }
        units.push(known);
    }
    Ok(units)
}

/// Refuses what [`save_units`] would refuse, writing nothing.
pub(super) async fn check_sheet(work: &mut Work, lines: &[UnitLine]) -> Result<()> {
    let mut lines = lines.to_vec();
    known_units(work, &mut lines).await?;
    check(&lines)?;
    Ok(())
}

/// The unit of each line's code, made where the code is new.
async fn made_units(work: &mut Work, lines: &[UnitLine], known: Vec<Option<Unit>>) -> Result<Vec<Option<Id<Unit>>>> {
    let mut new: HashMap<&str, Unit> = HashMap::new();
    let mut units = Vec::with_capacity(lines.len());
    for (line, known) in lines.iter().zip(known) {
        let made = line
            .code
            .as_deref()
            .filter(|_| known.is_none())
            .map(|code| new.entry(code).or_insert_with(|| unit::to_row(work.id(), code, line.title.clone())).id);
        units.push(known.map(|known| known.id).or(made));
    }
    let mut rows: Vec<Unit> = new.into_values().collect();
    rows.sort_by(|one, other| one.code.cmp(&other.code));
    work.put_new_many(&rows).await?;
    Ok(units)
}

async fn save_needs(
    work: &mut Work,
    programme: Id<Programme>,
    rows: &[Id<ProgrammeUnit>],
    needs: &[Vec<usize>],
) -> Result<()> {
    let pair = |one: Id<ProgrammeUnit>, other: Id<ProgrammeUnit>| (one.uuid(), other.uuid());
    let mut wanted = BTreeSet::new();
    for (at, places) in needs.iter().enumerate() {
        wanted.extend(places.iter().map(|place| pair(rows[at], rows[*place])));
    }
    for known in store::needs_of(work.reads(), programme).await? {
        if !wanted.remove(&pair(known.programme_unit_id, known.needs_id)) {
            work.remove(&known).await?;
        }
    }
    let new: Vec<Prerequisite> = wanted
        .into_iter()
        .map(|(later, needed)| Prerequisite { id: work.id(), programme_unit_id: later.into(), needs_id: needed.into() })
        .collect();
    work.put_new_many(&new).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::refusal::Refusal,
        catalog::{ProgrammeDraft, programme, resources, unit::UnitQuery},
        store::{
            Error, Store,
            testing::{an_office, begin},
        },
    };

    fn a_line(number: i64, title: &str, needs: &[i64]) -> UnitLine {
        UnitLine {
            number: Some(number),
            title: title.into(),
            jp_theory: 8,
            jp_practice: 16,
            instructors: 1,
            needs: needs.to_vec(),
            ..UnitLine::default()
        }
    }

    async fn a_programme(store: &Store) -> (Work, Id<Programme>) {
        let mut work = begin(store, "programme_units_save").await;
        let draft = ProgrammeDraft { name: "Pengelasan SMAW 3F".into(), ..ProgrammeDraft::default() };
        let id = programme::save(&mut work, draft).await.expect("a programme");
        (work, id)
    }

    async fn refused(work: &mut Work, programme_id: Id<Programme>, lines: Vec<UnitLine>) -> Refusal {
        match save_units(work, UnitSheet { programme_id, lines }).await {
            Err(Error::Refused(refusal)) => refusal,
            other => panic!("not refused: {other:?}"),
        }
    }

    #[tokio::test]
    async fn units_that_need_one_another_in_a_circle_are_refused_by_name() {
        let (_folder, store) = an_office().await;
        let (mut work, id) = a_programme(&store).await;
        let lines = vec![a_line(1, "Dasar", &[3]), a_line(2, "Lanjut", &[1]), a_line(3, "Mahir", &[2])];
        let refusal = refused(&mut work, id, lines).await;
        assert_eq!(
            (refusal.code.as_str(), refusal.params["names"].as_str()),
            ("circle", "Dasar → Mahir → Lanjut → Dasar")
        );
        assert_eq!(refused(&mut work, id, vec![a_line(1, "Dasar", &[1])]).await.code, "circle");
    }

    #[tokio::test]
    async fn a_unit_without_lessons_or_with_lessons_beyond_reason_is_refused_by_its_row() {
        let (_folder, store) = an_office().await;
        let (mut work, id) = a_programme(&store).await;
        let with = |change: fn(&mut UnitLine)| {
            let mut line = a_line(2, "Lanjut", &[]);
            change(&mut line);
            vec![a_line(1, "Dasar", &[]), line]
        };
        for (change, code) in [
            ((|line| (line.jp_theory, line.jp_practice) = (0, 0)) as fn(&mut UnitLine), "jp_zero"),
            (|line| line.jp_ojt = -1, "jp_range"),
            (|line| line.jp_ojt = i64::MAX, "jp_range"),
            (|line| line.instructors = 3, "instructors_range"),
            (|line| line.title = " ".into(), "title_missing"),
            (|line| line.number = Some(1), "number_twice"),
            (|line| line.needs = vec![9], "needs_unknown"),
        ] {
            assert_eq!(refused(&mut work, id, with(change)).await.code, code);
        }
    }

    #[tokio::test]
    async fn a_sheet_saved_again_keeps_its_units_and_their_order_is_that_of_the_lines() {
        let (_folder, store) = an_office().await;
        let (mut work, programme_id) = a_programme(&store).await;
        let lines = vec![a_line(1, "Dasar", &[]), a_line(2, "Lanjut", &[1]), a_line(3, "FMD", &[])];
        save_units(&mut work, UnitSheet { programme_id, lines }).await.expect("saved");
        let first = resources(work.reads()).await.expect("resources");
        let id = |title: &str| first.programme_units.iter().find(|unit| unit.title == title).expect("there").id;
        let again =
            |number: i64, title: &str, needs: &[i64]| UnitLine { id: Some(id(title)), ..a_line(number, title, needs) };
        let lines = vec![again(3, "FMD", &[]), again(2, "Lanjut", &[3])];
        save_units(&mut work, UnitSheet { programme_id, lines }).await.expect("saved");
        let now = resources(work.reads()).await.expect("resources");
        let seen: Vec<_> = now.programme_units.iter().map(|unit| (unit.id, unit.position)).collect();
        assert_eq!(seen, [(id("FMD"), 1), (id("Lanjut"), 2)]);
        let needs: Vec<_> = now.prerequisites.iter().map(|one| (one.programme_unit_id, one.needs_id)).collect();
        assert_eq!(needs, [(id("Lanjut"), id("FMD"))]);
    }

    #[tokio::test]
    async fn a_new_code_becomes_a_unit_and_a_known_one_lends_its_title() {
        let (_folder, store) = an_office().await;
        let (mut work, programme_id) = a_programme(&store).await;
        let coded = |code: &str, title: &str| UnitLine { code: Some(code.into()), ..a_line(1, title, &[]) };
        let sheet = |line: UnitLine| UnitSheet { programme_id, lines: vec![line] };
        save_units(&mut work, sheet(coded("c24las01 001 1", "Melakukan pengelasan"))).await.expect("saved");
        save_units(&mut work, sheet(coded("C.24LAS01.001.1", ""))).await.expect("saved");
        let units = unit::list(work.reads(), &UnitQuery { limit: 9, ..UnitQuery::default() }).await.expect("units");
        let seen: Vec<_> = units.iter().map(|row| (row.unit.code.as_str(), row.unit.title.as_str())).collect();
        assert_eq!(seen, [("C.24LAS01.001.1", "Melakukan pengelasan")]);
        let refusal = refused(&mut work, programme_id, vec![coded("C.24LAS01.009.1", "")]).await;
        assert_eq!(refusal.code, "title_missing");
    }

    #[tokio::test]
    async fn ten_thousand_units_are_saved() {
        let (_folder, store) = an_office().await;
        let (mut work, programme_id) = a_programme(&store).await;
        let lines = (1..=10_000).map(|n| a_line(n, &format!("Unit {n}"), if n == 1 { &[] } else { &[1] }));
        save_units(&mut work, UnitSheet { programme_id, lines: lines.collect() }).await.expect("saved");
        let now = resources(work.reads()).await.expect("resources");
        assert_eq!((now.programme_units.len(), now.prerequisites.len()), (10_000, 9_999));
    }
}
