//! The import, row by row. In a dry run the work is dropped afterwards; carried out, it is committed with whatever was
//! accepted. A row that is refused leaves nothing behind.

use super::{
    columns::{CatalogKind, CatalogTable, CatalogTarget as T},
    programmes, values,
};
use crate::{
    base::{refusal::Refusal, text::filled},
    catalog::{
        department::{self, Department},
        instructor::{self, Instructor, InstructorDraft},
        resolve::resolve,
        resources_store as lists,
        room::{self, Room, RoomDraft, RoomKind, RoomPriority},
        store,
        unit::{self, UnitDraft},
        unit_code,
    },
    store::{Error, Result, Work},
};
use serde::Serialize;
use ts_rs::TS;

words! {
    /// What becomes of a row.
    pub enum CatalogVerdict {
        /// It is new.
        New = "BARU",
        /// It is known; what differs is changed.
        Known = "DIPERBARUI",
        /// It is not taken.
        Rejected = "DITOLAK",
    }
}

/// What becomes of one row, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CatalogRow {
    /// The row of the sheet, from 1.
    pub row: usize,
    /// By what a clerk knows it.
    pub label: String,
    /// What becomes of it.
    pub verdict: CatalogVerdict,
    /// Why it is not taken, or what should be looked at.
    pub reasons: Vec<Refusal>,
}

/// One row of the table by what its columns hold.
pub(super) struct Cells<'a> {
    pub row: usize,
    table: &'a CatalogTable,
    cells: &'a [String],
}

impl Cells<'_> {
    /// The text of a target, tidied; `None`: nothing there.
    pub fn get(&self, target: T) -> Option<String> {
        let at = self.table.columns.iter().position(|column| column.target == target)?;
        self.cells.get(at).and_then(|cell| filled(cell))
    }

    /// The text of a target, empty when nothing is there.
    pub fn text(&self, target: T) -> String {
        self.get(target).unwrap_or_default()
    }

    /// The whole number of a target. Refuses `catalog_import.no_number`.
    pub fn number(&self, target: T) -> Result<Option<i64>> {
        let read = if target == T::Level { values::level } else { values::whole };
        read(&self.text(target)).map_err(|found| Error::Refused(reason("no_number").with("found", found)))
    }
}

/// A reason of the import itself.
pub(super) fn reason(code: &str) -> Refusal {
    Refusal::new("catalog_import", code)
}

/// The field that a text names, and a note when it names none.
pub(super) fn field(
    text: Option<String>,
    all: &[Department],
) -> (Option<crate::base::id::Id<Department>>, Option<Refusal>) {
    match text {
        None => (None, None),
        Some(text) => match resolve(&text, all) {
            Some(id) => (Some(id), None),
            None => (None, Some(reason("department_unknown").with("text", text))),
        },
    }
}

/// Takes every row in; answers what became of each.
pub async fn run(work: &mut Work, kind: CatalogKind, table: &CatalogTable) -> Result<Vec<CatalogRow>> {
    let departments = department::list(work.reads(), false).await?;
    let rows = table.rows.iter().map(|(row, cells)| Cells { row: *row, table, cells });
    if kind == CatalogKind::Programmes {
        return programmes::take(work, rows.collect(), &departments).await;
    }
    let mut done = Vec::with_capacity(table.rows.len());
    for cells in rows {
        let taken = match kind {
            CatalogKind::Instructors => take_instructor(work, &cells, &departments).await,
            CatalogKind::Rooms => take_room(work, &cells, &departments).await,
            _ => take_unit(work, &cells).await,
        };
        let label = match kind {
            CatalogKind::Units => format!("{} {}", cells.text(T::UnitCode), cells.text(T::UnitTitle)),
            _ => format!("{} {}", cells.text(T::Code), cells.text(T::Name)),
        };
        let (verdict, reasons) = match taken {
            Ok((known, note)) => {
                (if known { CatalogVerdict::Known } else { CatalogVerdict::New }, note.into_iter().collect())
            }
            Err(Error::Refused(refusal)) => (CatalogVerdict::Rejected, vec![refusal]),
            Err(fault) => return Err(fault),
        };
        done.push(CatalogRow { row: cells.row, label: label.trim().to_owned(), verdict, reasons });
    }
    Ok(done)
}

/// Whether the row was known, and what should be looked at.
type Taken = Result<(bool, Option<Refusal>)>;

async fn take_unit(work: &mut Work, cells: &Cells<'_>) -> Taken {
    let code = unit_code::normalised(&cells.text(T::UnitCode));
    let known = store::unit_by_code(work.reads(), &code).await?;
    let draft = UnitDraft {
        id: known.as_ref().map(|known| known.id),
        title: cells.text(T::UnitTitle),
        decree: cells.get(T::Decree).or_else(|| known.as_ref().and_then(|known| known.decree.clone())),
        code: code.clone(),
    };
    unit::save(work, draft).await?;
    let odd = unit_code::generation(&code).is_none();
    Ok((known.is_some(), odd.then(|| reason("code_pattern").with("code", code))))
}

async fn take_instructor(work: &mut Work, cells: &Cells<'_>, departments: &[Department]) -> Taken {
    let name = cells.text(T::Name);
    let nip = cells.get(T::Nip);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let same = |one: &Instructor| match (&one.nip, &nip) {
        (Some(known), Some(nip)) => *known == digits(nip),
        _ => one.name.to_lowercase() == name.to_lowercase(),
    };
    let known = lists::instructors(work.reads(), true).await?.into_iter().find(same);
    let (department_id, note) = field(cells.get(T::Department), departments);
    let old = |part: fn(&Instructor) -> Option<String>| known.as_ref().and_then(part);
    let draft = InstructorDraft {
        id: known.as_ref().map(|known| known.id),
        initials: cells.get(T::Code).or_else(|| old(|one| Some(one.initials.clone()))).unwrap_or_default(),
        status: match (&known, cells.get(T::Status)) {
            (Some(known), None) => known.status,
            (_, text) => values::status(&text.unwrap_or_default(), nip.is_some()),
        },
        nip: nip.clone().or_else(|| old(|one| one.nip.clone())),
        department_id: department_id.or_else(|| known.as_ref().and_then(|known| known.department_id)),
        methodology: cells.get(T::Methodology).or_else(|| old(|one| one.methodology.clone())),
        assessor_number: cells.get(T::Assessor).or_else(|| old(|one| one.assessor_number.clone())),
        phone: cells.get(T::Phone).or_else(|| old(|one| one.phone.clone())),
        jp_day: known.as_ref().and_then(|known| known.jp_day),
        jp_week: known.as_ref().and_then(|known| known.jp_week),
        jp_month: known.as_ref().and_then(|known| known.jp_month),
        name,
    };
    instructor::save(work, draft).await?;
    Ok((known.is_some(), note))
}

async fn take_room(work: &mut Work, cells: &Cells<'_>, departments: &[Department]) -> Taken {
    let code = cells.text(T::Code).to_uppercase();
    let known = lists::rooms(work.reads(), true).await?.into_iter().find(|room: &Room| room.code == code);
    let (department_id, note) = field(cells.get(T::Department), departments);
    let old = known.as_ref();
    let said = cells.get(T::RoomKind).and_then(|text| values::room(&text));
    let draft = RoomDraft {
        id: old.map(|known| known.id),
        name: cells.get(T::Name).or_else(|| old.map(|known| known.name.clone())).unwrap_or_else(|| code.clone()),
        kind: said
            .or(old.map(|known| known.kind))
            .or_else(|| values::room(&cells.text(T::Name)))
            .unwrap_or(RoomKind::Classroom),
        seats: cells.number(T::Seats)?.or(old.map(|known| known.seats)).unwrap_or(0),
        step_free: cells.get(T::StepFree).map_or(old.is_some_and(|known| known.step_free), |text| values::yes(&text)),
        priority: old.map_or(RoomPriority::Normal, |known| known.priority),
        equipment: cells.get(T::Equipment).or_else(|| old.and_then(|known| known.equipment.clone())),
        department_id: department_id.or(old.and_then(|known| known.department_id)),
        code,
    };
    room::save(work, draft).await?;
    Ok((known.is_some(), note))
}

#[cfg(test)]
mod tests {
    use super::super::columns::find_table;
    use super::*;
    use crate::{
        catalog::{programme_view, resources, syllabus},
        store::testing::{an_act, an_office, begin},
    };

    fn table(kind: CatalogKind, text: &str) -> CatalogTable {
        let rows: Vec<Vec<String>> = text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect();
        find_table(kind, &rows).expect("a table")
    }

    fn seen(rows: &[CatalogRow]) -> Vec<(usize, CatalogVerdict, &str)> {
        rows.iter()
            .map(|row| (row.row, row.verdict, row.reasons.first().map_or("", |reason| reason.code.as_str())))
            .collect()
    }

    const SYLLABUS: &str = "Program|Kode Unit|Unit|Teori|Praktik|Prasyarat\n\
        Las|C.24LAS01.001.1|Las dasar|4|12|\n\
        |C.24LAS01.002.1|Las lanjut|4|20 JP|1\n\
        |FMD|Fisik mental disiplin|8||\n\
        Jahit|C.14GMT06.024.1|Menjahit|empat|12|";

    #[tokio::test]
    async fn a_syllabus_becomes_programmes_and_a_programme_with_a_wrong_line_is_left_out_whole() {
        use CatalogVerdict::{New, Rejected};
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "catalog_apply").await;
        let done =
            run(&mut work, CatalogKind::Programmes, &table(CatalogKind::Programmes, SYLLABUS)).await.expect("run");
        assert_eq!(seen(&done), [(2, New, ""), (3, New, ""), (4, New, "code_pattern"), (5, Rejected, "no_number")]);
        let programmes = programme_view::rows(work.reads(), false).await.expect("rows");
        let sums: Vec<_> = programmes.iter().map(|row| (row.programme.name.as_str(), row.units, row.jp)).collect();
        assert_eq!(sums, [("Las", 3, 48)]);
        assert_eq!(resources(work.reads()).await.expect("resources").prerequisites.len(), 1);
    }

    #[tokio::test]
    async fn taken_in_again_nothing_is_there_twice_and_one_undo_takes_all_back() {
        let (_folder, store) = an_office().await;
        let syllabus = table(CatalogKind::Programmes, SYLLABUS);
        let mut work = begin(&store, "catalog_apply").await;
        run(&mut work, CatalogKind::Programmes, &syllabus).await.expect("run");
        let done = work.commit().await.expect("committed");
        let mut work = begin(&store, "catalog_apply").await;
        let again = run(&mut work, CatalogKind::Programmes, &syllabus).await.expect("run");
        assert!(again[..3].iter().all(|row| row.verdict == CatalogVerdict::Known), "{again:?}");
        let now = resources(work.reads()).await.expect("resources");
        assert_eq!((now.programmes.len(), now.programme_units.len(), now.units.len()), (1, 3, 3));
        drop(work);
        store.undo(done.act, an_act("undo")).await.expect("undone");
        let left = resources(&mut store.read().await.expect("reader")).await.expect("resources");
        assert_eq!((left.programmes.len(), left.programme_units.len(), left.units.len()), (0, 0, 0));
    }

    #[tokio::test]
    async fn a_circle_in_a_file_is_told_at_every_line_of_its_programme() {
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "catalog_apply").await;
        let text = "Program|Unit|JP|Prasyarat\nLas|Dasar|8|2\nLas|Lanjut|8|1";
        let done = run(&mut work, CatalogKind::Programmes, &table(CatalogKind::Programmes, text)).await.expect("run");
        assert!(done.iter().all(|row| row.verdict == CatalogVerdict::Rejected && row.reasons[0].code == "circle"));
        let refusal = syllabus::SyllabusRefusal::Circle { names: "Dasar → Lanjut → Dasar".into() };
        assert_eq!(done[0].reasons[0], refusal.into());
        let left = resources(work.reads()).await.expect("resources");
        assert_eq!((left.programmes.len(), left.units.len()), (0, 0));
    }

    #[tokio::test]
    async fn instructors_rooms_and_units_are_taken_in_and_known_again() {
        use CatalogVerdict::{Known, New, Rejected};
        let (_folder, store) = an_office().await;
        let mut work = begin(&store, "catalog_apply").await;
        for (kind, text, first) in [
            (
                CatalogKind::Instructors,
                "Nama|NIP|Kejuruan\nBudi Santoso|198501012010011001|Las\nBeni|123|",
                [(2, New, "department_unknown"), (3, Rejected, "nip_length")],
            ),
            (
                CatalogKind::Rooms,
                "Kode|Nama|Kapasitas\nLAS-1|Bengkel las|16\nLAS-2|Bengkel las 2|",
                [(2, New, ""), (3, Rejected, "seats_range")],
            ),
            (
                CatalogKind::Units,
                "Kode|Judul\nC.24LAS01.001.1|Las\nC.24LAS01.002.1|",
                [(2, New, ""), (3, Rejected, "title_missing")],
            ),
        ] {
            let table = table(kind, text);
            assert_eq!(seen(&run(&mut work, kind, &table).await.expect("run")), first);
            let again = run(&mut work, kind, &table).await.expect("run");
            assert_eq!((again[0].verdict, again[1].verdict), (Known, Rejected));
        }
        let now = resources(work.reads()).await.expect("resources");
        assert_eq!((now.instructors.len(), now.rooms.len(), now.units.len()), (1, 1, 1));
        assert_eq!(now.rooms[0].kind, RoomKind::Workshop);
    }
}
