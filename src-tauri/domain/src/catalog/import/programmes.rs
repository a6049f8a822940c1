//! Lines of a syllabus file: gathered by programme, each programme taken whole or not at all.

use super::{
    columns::CatalogTarget as T,
    run::{CatalogRow, CatalogVerdict, Cells, field, reason},
    values,
};
use crate::{
    base::{id::Id, refusal::Refusal},
    catalog::{
        Programme, ProgrammeDraft,
        department::Department,
        programme::{self, in_force},
        programme_view,
        syllabus::{UnitLine, UnitSheet, check_sheet, save_units},
        unit_code,
    },
    store::{Error, Result, Work},
};

/// The lines of one programme.
struct Course<'a> {
    code: Option<String>,
    name: String,
    cells: Vec<Cells<'a>>,
}

/// Takes the rows in.
pub(super) async fn take(work: &mut Work, rows: Vec<Cells<'_>>, departments: &[Department]) -> Result<Vec<CatalogRow>> {
    let mut done = Vec::with_capacity(rows.len());
    for course in gathered(rows) {
        done.extend(take_course(work, course, departments).await?);
    }
    done.sort_by_key(|row| row.row);
    Ok(done)
}

/// Rows by programme; a blank programme is that of the row above.
fn gathered(rows: Vec<Cells<'_>>) -> Vec<Course<'_>> {
    let mut courses: Vec<Course<'_>> = Vec::new();
    let mut last = 0;
    for cells in rows {
        let (code, name) = (cells.get(T::ProgrammeCode), cells.get(T::Programme));
        let same = |course: &Course<'_>| match (&code, &name) {
            (Some(code), _) if course.code.is_some() => course.code.as_ref() == Some(code),
            (_, Some(name)) => course.name.to_lowercase() == name.to_lowercase(),
            _ => false,
        };
        let place = if code.is_none() && name.is_none() {
            (!courses.is_empty()).then_some(last)
        } else {
            courses.iter().position(same)
        };
        last = place.unwrap_or(courses.len());
        match courses.get_mut(last) {
            Some(course) => course.cells.push(cells),
            None => courses.push(Course { name: name.or(code.clone()).unwrap_or_default(), code, cells: vec![cells] }),
        }
    }
    courses
}

async fn take_course(work: &mut Work, course: Course<'_>, departments: &[Department]) -> Result<Vec<CatalogRow>> {
    let today = work.at().date_naive();
    let all = in_force(programme::list(work.reads(), true).await?, today);
    let known = all.into_iter().find(|one| match &course.code {
        Some(code) => one.code == code.to_uppercase(),
        None => one.name.to_lowercase() == course.name.to_lowercase(),
    });
    let mut rows: Vec<CatalogRow> = course
        .cells
        .iter()
        .map(|cells| CatalogRow {
            row: cells.row,
            label: format!("{} · {} {}", course.name, cells.text(T::UnitCode), cells.text(T::UnitTitle)),
            verdict: CatalogVerdict::New,
            reasons: Vec::new(),
        })
        .collect();
    let before = match &known {
        Some(known) => programme_view::detail(work.reads(), known.id, today).await?.units,
        None => Vec::new(),
    };
    let mut lines = Vec::new();
    for (cells, row) in course.cells.iter().zip(&mut rows) {
        match line(cells) {
            Ok((line, notes)) => {
                row.reasons = notes;
                lines.push(line);
            }
            Err(Error::Refused(refusal)) => row.reasons = vec![refusal],
            Err(fault) => return Err(fault),
        }
    }
    if lines.len() < rows.len() {
        reject(&mut rows, None);
        return Ok(rows);
    }
    let Some(merged) = merged(before, lines, &course.cells, &mut rows) else {
        reject(&mut rows, None);
        return Ok(rows);
    };
    match store_course(work, &course, known, merged, departments).await {
        Ok(note) => rows[0].reasons.extend(note),
        Err(Error::Refused(refusal)) => reject(&mut rows, Some(refusal)),
        Err(fault) => return Err(fault),
    }
    Ok(rows)
}

/// Rejects a whole programme: each line with its own reason, else that of the programme.
fn reject(rows: &mut [CatalogRow], why: Option<Refusal>) {
    for row in rows {
        row.verdict = CatalogVerdict::Rejected;
        match &why {
            Some(why) => row.reasons = vec![why.clone()],
            None if row.reasons.is_empty() => row.reasons = vec![reason("programme_rejected")],
            None => {}
        }
    }
}

/// One line, and what should be looked at.
fn line(cells: &Cells<'_>) -> Result<(UnitLine, Vec<Refusal>)> {
    let hours = |target| cells.number(target).map(Option::unwrap_or_default);
    let mut line = UnitLine {
        code: cells.get(T::UnitCode),
        title: cells.text(T::UnitTitle),
        jp_theory: hours(T::JpTheory)?,
        jp_practice: hours(T::JpPractice)?,
        jp_ojt: hours(T::JpOjt)?,
        instructors: cells.number(T::Teachers)?.unwrap_or(1),
        theory_room: cells.get(T::TheoryRoom).and_then(|text| values::room(&text)),
        practice_room: cells.get(T::PracticeRoom).and_then(|text| values::room(&text)),
        equipment: cells.get(T::Equipment),
        ..UnitLine::default()
    };
    let mut notes = Vec::new();
    if let Some(total) = cells.number(T::Jp)? {
        if line.jp() == 0 && total > 0 {
            line.jp_practice = total;
            notes.push(reason("jp_as_practice").with("jp", total));
        } else if line.jp() != total {
            notes.push(reason("jp_sum").with("jp", total).with("sum", line.jp()));
        }
    }
    if let Some(code) = line.code.as_deref().filter(|code| unit_code::generation(code).is_none()) {
        notes.push(reason("code_pattern").with("code", code));
    }
    Ok((line, notes))
}

/// The lines of the file laid over those that are there: a unit is known again by its code, else by its title; what
/// the file does not name stays. `None`: a line needs what is nowhere.
fn merged(
    before: Vec<UnitLine>,
    lines: Vec<UnitLine>,
    cells: &[Cells<'_>],
    rows: &mut [CatalogRow],
) -> Option<Vec<UnitLine>> {
    let same = |one: &UnitLine, other: &UnitLine| match (&one.code, &other.code) {
        (Some(one), Some(other)) => unit_code::normalised(one) == unit_code::normalised(other),
        _ => one.title.to_lowercase() == other.title.to_lowercase(),
    };
    let mut all = before;
    let mut places = Vec::with_capacity(lines.len());
    for (line, row) in lines.into_iter().zip(rows.iter_mut()) {
        let at = match all.iter().position(|known| same(known, &line)) {
            Some(at) => {
                row.verdict = CatalogVerdict::Known;
                let (id, number, needs) = (all[at].id, all[at].number, std::mem::take(&mut all[at].needs));
                all[at] = UnitLine { id, number, needs, ..line };
                at
            }
            None => {
                all.push(line);
                all.len() - 1
            }
        };
        places.push(at);
    }
    for (at, line) in all.iter_mut().enumerate() {
        line.number = i64::try_from(at + 1).ok();
    }
    let mut whole = true;
    for ((place, cells), row) in places.iter().zip(cells).zip(rows) {
        let Some(text) = cells.get(T::Needs) else { continue };
        match needs(&text, &all, &places) {
            Ok(numbers) => all[*place].needs = numbers,
            Err(part) => {
                row.reasons.push(reason("needs_unknown").with("text", part));
                whole = false;
            }
        }
    }
    whole.then_some(all)
}

/// Numbers count the lines of the file's programme; anything else is the code of a line. The error is what is unknown.
fn needs<'t>(text: &'t str, all: &[UnitLine], places: &[usize]) -> std::result::Result<Vec<i64>, &'t str> {
    let of = |part: &str| match part.parse::<usize>() {
        Ok(number) => number.checked_sub(1).and_then(|at| places.get(at)).and_then(|place| all[*place].number),
        Err(_) => {
            let code = unit_code::normalised(part);
            all.iter().find(|line| line.code.as_deref().is_some_and(|own| unit_code::normalised(own) == code))?.number
        }
    };
    let parts = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty() && *part != "-");
    parts.map(|part| of(part).ok_or(part)).collect()
}

async fn store_course(
    work: &mut Work,
    course: &Course<'_>,
    known: Option<Programme>,
    lines: Vec<UnitLine>,
    departments: &[Department],
) -> Result<Option<Refusal>> {
    let first = &course.cells[0];
    let (department_id, note) = field(first.get(T::Department), departments);
    let old = known.as_ref();
    let draft = ProgrammeDraft {
        id: old.map(|known| known.id),
        code: course.code.clone().or_else(|| old.map(|known| known.code.clone())).unwrap_or_default(),
        name: course.name.clone(),
        department_id: department_id.or(old.and_then(|known| known.department_id)),
        aliases: first.get(T::Aliases).or_else(|| old.and_then(|known| known.aliases.clone())),
        form: first.get(T::Form).and_then(|text| values::form(&text)).or(old.and_then(|known| known.form)),
        kkni_level: first.number(T::Level)?.or(old.and_then(|known| known.kkni_level)),
        jp_day: first.number(T::JpDay)?.or(old.and_then(|known| known.jp_day)),
        valid_from: old.and_then(|known| known.valid_from),
        valid_to: old.and_then(|known| known.valid_to),
        siapkerja_id: old.and_then(|known| known.siapkerja_id.clone()),
    };
    check_sheet(work, &lines).await?;
    let programme_id: Id<Programme> = programme::save(work, draft).await?;
    save_units(work, UnitSheet { programme_id, lines }).await?;
    Ok(note)
}
