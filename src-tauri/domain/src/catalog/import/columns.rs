//! Where the table lies on a sheet of text, and what its columns hold: guessed from the headings. Pure.

use crate::base::headings;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// What a file brings.
    pub enum CatalogKind {
        /// Programmes with their units, one line a unit.
        Programmes = "program",
        /// Units of the standards.
        Units = "unit",
        /// Instructors.
        Instructors = "instruktur",
        /// Rooms.
        Rooms = "ruang",
    }

    /// What a column holds.
    pub enum CatalogTarget {
        /// Not taken.
        Ignore = "ignore",
        /// Name of the programme.
        Programme = "programme",
        /// Its code.
        ProgrammeCode = "programme-code",
        /// *Kejuruan*.
        Department = "department",
        /// *Bentuk program*.
        Form = "form",
        /// KKNI level.
        Level = "level",
        /// JP a day.
        JpDay = "jp-day",
        /// Other names.
        Aliases = "aliases",
        /// Code of a unit.
        UnitCode = "unit-code",
        /// Title of a unit.
        UnitTitle = "unit-title",
        /// Lessons of theory.
        JpTheory = "jp-theory",
        /// Lessons of practice.
        JpPractice = "jp-practice",
        /// Lessons on the job.
        JpOjt = "jp-ojt",
        /// Lessons, not parted.
        Jp = "jp",
        /// How many teach it together.
        Teachers = "teachers",
        /// Room for theory.
        TheoryRoom = "theory-room",
        /// Room for practice.
        PracticeRoom = "practice-room",
        /// Equipment.
        Equipment = "equipment",
        /// What must come before: numbers or codes.
        Needs = "needs",
        /// Decree of the standard.
        Decree = "decree",
        /// Name of an instructor or a room.
        Name = "name",
        /// Initials of an instructor, code of a room.
        Code = "code",
        /// NIP.
        Nip = "nip",
        /// How employed.
        Status = "status",
        /// Certificate of teaching method.
        Methodology = "methodology",
        /// Assessor's number.
        Assessor = "assessor",
        /// Phone.
        Phone = "phone",
        /// What a room is for.
        RoomKind = "room-kind",
        /// Seats.
        Seats = "seats",
        /// Without a step.
        StepFree = "step-free",
    }
}

use CatalogTarget as T;

/// Headings by kind of file. The longest phrase whose words stand in a heading counts.
const PROGRAMMES: &[(T, &str)] = &[
    (T::Programme, "program|nama program|program pelatihan|judul program|programme|programme name"),
    (T::ProgrammeCode, "kode program|programme code"),
    (T::Department, "kejuruan|sub kejuruan|bidang|department"),
    (T::Form, "bentuk|bentuk program|jenis program"),
    (T::Level, "kkni|level|level kkni|jenjang"),
    (T::JpDay, "jp hari|jp per hari"),
    (T::Aliases, "alias|nama lain"),
    (T::UnitCode, "kode|kode unit|kode unit kompetensi|unit code"),
    (T::UnitTitle, "unit|unit kompetensi|judul unit|nama unit|judul unit kompetensi|materi|mata pelatihan|unit title"),
    (T::JpTheory, "teori|jp teori|pengetahuan|theory"),
    (T::JpPractice, "praktik|praktek|jp praktik|jp praktek|keterampilan|practice"),
    (T::JpOjt, "ojt|jp ojt|magang"),
    (T::Jp, "jp|jam|jam pelajaran|jumlah jp|durasi|waktu|total jp|jumlah|total"),
    (T::Teachers, "instruktur|jumlah instruktur|instructors"),
    (T::TheoryRoom, "ruang teori|theory room"),
    (T::PracticeRoom, "ruang praktik|ruang praktek|practice room"),
    (T::Equipment, "peralatan|peralatan ruang|equipment"),
    (T::Needs, "prasyarat|syarat|prerequisites"),
];
const UNITS: &[(T, &str)] = &[
    (T::UnitCode, "kode|kode unit|kode unit kompetensi|unit code|code"),
    (T::UnitTitle, "unit|unit kompetensi|judul|judul unit|nama unit|judul unit kompetensi|title"),
    (T::Decree, "skkni|kepmen|kepmenaker|nomor skkni|dasar|keputusan|decree"),
];
const INSTRUCTORS: &[(T, &str)] = &[
    (T::Name, "nama|nama instruktur|nama lengkap|instruktur|name"),
    (T::Code, "inisial|kode|singkatan|initials"),
    (T::Nip, "nip"),
    (T::Status, "status|status kepegawaian|kepegawaian"),
    (T::Department, "kejuruan|bidang|bidang keahlian|department"),
    (T::Methodology, "metodologi|sertifikat metodologi"),
    (T::Assessor, "asesor|no asesor|nomor asesor|met|no met|no reg asesor"),
    (T::Phone, "hp|no hp|telepon|wa|no wa|phone"),
];
const ROOMS: &[(T, &str)] = &[
    (T::Code, "kode|kode ruang|code"),
    (T::Name, "nama|nama ruang|ruang|ruangan|bengkel|name"),
    (T::RoomKind, "jenis|jenis ruang|tipe|kind"),
    (T::Seats, "kapasitas|daya tampung|kursi|tempat|seats|capacity"),
    (T::StepFree, "tanpa tangga|akses|akses kursi roda|aksesibel|ramah disabilitas|step free"),
    (T::Equipment, "peralatan|fasilitas|sarana|equipment"),
    (T::Department, "kejuruan|department"),
];

/// A column with what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CatalogColumn {
    /// Its heading.
    pub header: String,
    /// What it holds.
    pub target: CatalogTarget,
}

/// A table in a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CatalogTable {
    /// Its columns, left to right.
    pub columns: Vec<CatalogColumn>,
    /// Its rows: the row of the sheet from 1, and the cells.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// The targets of a kind of file.
pub fn targets(kind: CatalogKind) -> Vec<CatalogTarget> {
    std::iter::once(T::Ignore).chain(phrases(kind).iter().map(|(target, _)| *target)).collect()
}

fn phrases(kind: CatalogKind) -> &'static [(T, &'static str)] {
    match kind {
        CatalogKind::Programmes => PROGRAMMES,
        CatalogKind::Units => UNITS,
        CatalogKind::Instructors => INSTRUCTORS,
        CatalogKind::Rooms => ROOMS,
    }
}

/// The table of a sheet; `None`: no row looks like headings of this kind.
pub fn find_table(kind: CatalogKind, rows: &[Vec<String>]) -> Option<CatalogTable> {
    let found = headings::find_table(phrases(kind), rows)?;
    let column = |(header, target): (String, Option<T>)| CatalogColumn { header, target: target.unwrap_or(T::Ignore) };
    Some(CatalogTable { columns: found.columns.into_iter().map(column).collect(), rows: found.rows })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::word::Word;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
    }

    fn read(kind: CatalogKind, text: &str) -> String {
        let table = find_table(kind, &rows(text)).expect("a table");
        table.columns.iter().map(|column| column.target.code()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn headings_of_a_syllabus_are_understood_below_its_title() {
        assert_eq!(
            read(
                CatalogKind::Programmes,
                "SILABUS PELATIHAN\n\nNo|Program Pelatihan|Kode Unit|Unit Kompetensi|Teori|Praktek|OJT|Jumlah\n1|Las|C.1|Las|1|2|0|3"
            ),
            "ignore programme unit-code unit-title jp-theory jp-practice jp-ojt jp"
        );
    }

    #[test]
    fn headings_of_lists_are_understood() {
        assert_eq!(
            read(CatalogKind::Instructors, "No|Nama Instruktur|NIP|Kejuruan|No. HP\n1|Budi||Las|0812"),
            "ignore name nip department phone"
        );
        assert_eq!(
            read(CatalogKind::Rooms, "Kode Ruang|Nama Ruang|Kapasitas|Jenis\nLAS-1|Bengkel|16|Bengkel"),
            "code name seats room-kind"
        );
        assert_eq!(
            read(CatalogKind::Units, "No.|Kode Unit|Judul Unit Kompetensi\n1|C.1|Las"),
            "ignore unit-code unit-title"
        );
    }

    #[test]
    fn a_sheet_without_known_headings_has_no_table() {
        assert_eq!(find_table(CatalogKind::Rooms, &rows("a|b\n1|2")), None);
        assert_eq!(find_table(CatalogKind::Rooms, &[]), None);
    }

    #[test]
    fn blank_rows_are_left_out_and_rows_keep_their_number() {
        let table = find_table(CatalogKind::Units, &rows("kode|judul\n\nA|Satu\n | \nB|Dua")).expect("a table");
        assert_eq!(table.rows.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [3, 5]);
    }

    proptest! {
        #[test]
        fn any_sheet_is_read_without_panic(sheet in prop::collection::vec(prop::collection::vec(any::<String>(), 0..5), 0..8)) {
            for kind in CatalogKind::ALL {
                find_table(*kind, &sheet);
            }
        }
    }
}
