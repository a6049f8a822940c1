//! Cells as the catalogue means them: numbers with their unit, words for kinds. Pure.

use crate::{
    base::text::words,
    catalog::{instructor::InstructorStatus, programme::ProgrammeForm, room::RoomKind},
};

/// A whole number, also `12 JP` and `12,0`; blank is `None`, anything else an error with what stood there.
pub fn whole(cell: &str) -> Result<Option<i64>, String> {
    let text = cell.trim();
    if text.is_empty() || text == "-" {
        return Ok(None);
    }
    let wrong = || text.chars().take(40).collect::<String>();
    let figures = text.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace() || c == '.');
    let (whole, rest) = figures.split_once([',', '.']).unwrap_or((figures, ""));
    if rest.chars().any(|c| c != '0') {
        return Err(wrong());
    }
    whole.parse().map(Some).map_err(|_| wrong())
}

/// A KKNI level, also in Roman figures.
pub fn level(cell: &str) -> Result<Option<i64>, String> {
    const ROMAN: [&str; 9] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let text = cell.trim().to_uppercase();
    match ROMAN.iter().zip(1..).find(|(roman, _)| **roman == text) {
        Some((_, level)) => Ok(Some(level)),
        None => whole(cell),
    }
}

fn says(cell: &str, any: &[&str]) -> bool {
    words(cell).iter().any(|word| any.contains(&word.as_str()))
}

/// The first kind one of whose words stands in the cell.
fn kind<T: Copy>(cell: &str, kinds: &[(T, &[&str])]) -> Option<T> {
    kinds.iter().find(|(_, any)| says(cell, any)).map(|(kind, _)| *kind)
}

/// What a programme refers to; `None`: not said.
pub fn form(cell: &str) -> Option<ProgrammeForm> {
    kind(
        cell,
        &[
            (ProgrammeForm::Qualification, &["non", "kualifikasi"]),
            (ProgrammeForm::Occupation, &["okupasi", "jabatan"]),
            (ProgrammeForm::Cluster, &["klaster", "cluster", "kluster"]),
            (ProgrammeForm::Unit, &["unit"]),
        ],
    )
}

/// What a room is for; `None`: not said.
pub fn room(cell: &str) -> Option<RoomKind> {
    kind(
        cell,
        &[
            (RoomKind::Workshop, &["bengkel", "workshop", "praktik", "praktek"]),
            (RoomKind::Laboratory, &["lab", "laboratorium", "komputer"]),
            (RoomKind::Hall, &["aula", "hall"]),
            (RoomKind::Field, &["lapangan", "lahan", "field"]),
            (RoomKind::Classroom, &["kelas", "teori", "classroom"]),
        ],
    )
}

/// How an instructor is employed; where it is not said, a civil servant when a NIP stands there.
pub fn status(cell: &str, has_nip: bool) -> InstructorStatus {
    let unsaid = if has_nip { InstructorStatus::CivilServant } else { InstructorStatus::Honorary };
    if words(cell).concat() == "p3k" {
        return InstructorStatus::Contract;
    }
    let said = kind(
        cell,
        &[
            (InstructorStatus::Contract, &["pppk"]),
            (InstructorStatus::CivilServant, &["pns", "asn"]),
            (InstructorStatus::Guest, &["tamu", "luar", "guest"]),
            (InstructorStatus::Honorary, &["honorer", "honor", "kontrak", "thl"]),
        ],
    );
    said.unwrap_or(unsaid)
}

/// Whether a cell says yes.
pub fn yes(cell: &str) -> bool {
    says(cell, &["ya", "y", "yes", "ada", "v", "x", "1", "benar"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_their_unit_and_what_is_none_is_told() {
        for (cell, number) in [("12", Some(12)), ("12 JP", Some(12)), (" 12,0 ", Some(12)), ("", None), ("-", None)] {
            assert_eq!(whole(cell), Ok(number), "{cell}");
        }
        for cell in ["dua", "1,5", "JP", "12-14"] {
            assert_eq!(whole(cell), Err(cell.to_owned()));
        }
        assert_eq!((level("III"), level("4"), level("")), (Ok(Some(3)), Ok(Some(4)), Ok(None)));
    }

    #[test]
    fn kinds_are_known_by_their_words() {
        assert_eq!(form("Berjenjang, non-okupasi"), Some(ProgrammeForm::Qualification));
        assert_eq!(form("Okupasi/Jabatan"), Some(ProgrammeForm::Occupation));
        assert_eq!((room("Bengkel Las"), room("R. Teori")), (Some(RoomKind::Workshop), Some(RoomKind::Classroom)));
        assert_eq!(status("P3K", true), InstructorStatus::Contract);
        assert_eq!((status("", true), status("", false)), (InstructorStatus::CivilServant, InstructorStatus::Honorary));
        assert!(yes("Ya") && !yes("Tidak"));
    }
}
